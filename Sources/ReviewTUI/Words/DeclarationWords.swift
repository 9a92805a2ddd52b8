import Core

/// The declaration of interests (回避声明) and the return of a sheet (退回).
enum DeclarationWords {
  static let title = Phrase(zh: "回避声明", en: "Declaration of interests")
  static let question = Phrase(
    zh: "查看分配给您的申报之前，请声明与申报单位、合作运营商、供应商有无下列关系。声明会记入您的评审记录和操作记录。",
    en:
      "Before you look at an application assigned to you, declare whether one of these ties you to the applicant, its operator or its suppliers. It goes into your sheet and your journal."
  )
  static let none = Phrase(zh: "无下列任何情形，开始评审", en: "None of these; begin the review")
  static let later = Phrase(zh: "暂不声明，返回", en: "Not now, go back")
  static let recused = Phrase(
    zh: "您已申报回避这份申报，内容不再显示", en: "You declared a conflict of interests for this application; it is not shown")
  static func declared(_ ground: Declaration.Ground?) -> Phrase {
    ground == nil
      ? Phrase(zh: "已声明无利害关系", en: "Declared: nothing ties you to it")
      : Phrase(zh: "已登记主动回避，不再评分；督导会改派", en: "Recusal recorded; a supervisor will reassign it")
  }

  static let partners = Phrase(zh: "合作运营商", en: "Operators")
  static let recuse = Phrase(zh: "申报回避", en: "Recuse")
  static func recuseQuestion(_ ground: Declaration.Ground) -> Phrase {
    Phrase(
      zh: "您将以“\(name(ground).zh)”为由回避这份申报：不再显示其内容，不评分，督导会改派他人。",
      en:
        "You recuse yourself because of “\(name(ground).en)”: the application is no longer shown to you and not scored by you."
    )
  }
  static let readOnly = Phrase(
    zh: "只读方式不能登记回避声明，分配给您的申报暂不显示；请以可写方式打开，或不带 --as 打开",
    en:
      "A declaration cannot be recorded in read-only mode, so what is assigned to you is not shown; open it writable, or without --as"
  )

  static func answer(_ answer: DeclarationState.Answer) -> Phrase {
    switch answer {
    case .none: none
    case .ground(let ground): name(ground)
    case .later: later
    }
  }

  static func unknown(_ text: String) -> Phrase {
    let words = ["none"] + Declaration.Ground.allCases.map(\.rawValue)
    return Phrase(
      zh: "“\(display(text))”不是回避声明。可用：\(words.joined(separator: "、"))，冒号后可写说明。",
      en: "“\(display(text))” is no declaration. There are: \(words.joined(separator: ", ")); words may follow a colon."
    )
  }

  static func name(_ ground: Declaration.Ground) -> Phrase {
    switch ground {
    case .employment: Phrase(zh: "近三年内有劳动关系", en: "Employed there within three years")
    case .office: Phrase(zh: "任董事、监事或高级管理人员", en: "Director, supervisor or manager there")
    case .ownership: Phrase(zh: "是股东或实际控制人", en: "Shareholder or controller")
    case .family: Phrase(zh: "与其有关人员是近亲属或近姻亲", en: "Family of somebody there")
    case .preparation: Phrase(zh: "参与编制过申报材料", en: "Helped to prepare the application")
    case .other: Phrase(zh: "其他可能影响公正的情形", en: "Something else that may affect fairness")
    }
  }

  static func hint(_ hint: ConflictHint) -> Phrase {
    switch hint {
    case .applicant(let name, let employer):
      Phrase(
        zh: "提示：您的工作单位“\(display(employer))”与申报单位“\(display(name))”名称相近。",
        en: "Note: your employer “\(display(employer))” is named like the applicant “\(display(name))”.")
    case .partner(let name, let employer):
      Phrase(
        zh: "提示：您的工作单位“\(display(employer))”与合作运营商“\(display(name))”可能是同一家或同一集团。",
        en: "Note: your employer “\(display(employer))” and the operator “\(display(name))” may be one group.")
    case .mentioned(let section, let employer):
      Phrase(
        zh: "提示：\(FieldPathWords.section(section).zh)中提到您的工作单位“\(display(employer))”。",
        en: "Note: \(FieldPathWords.section(section).en) mentions your employer “\(display(employer))”.")
    }
  }

  static func reason(_ reason: SheetReturn.Reason) -> Phrase {
    switch reason {
    case .sum: Phrase(zh: "分值汇总计算错误", en: "the total was computed wrongly")
    case .range: Phrase(zh: "分项评分超出评分标准范围", en: "a score is outside its range")
    case .objective: Phrase(zh: "客观评审因素评分错误或不一致", en: "an objective item is scored wrongly")
    case .outlier: Phrase(zh: "评分畸高、畸低", en: "the scores are far out of line")
    case .comment: Phrase(zh: "评语或评审意见不完整、与评分不符", en: "comments are incomplete or do not fit the scores")
    case .evidence: Phrase(zh: "依据已变", en: "the evidence has changed")
    case .request: Phrase(zh: "评审人申请更正", en: "the reviewer asked for it")
    }
  }

  /// What a reviewer reads over a sheet that came back.
  static func cameBack(_ back: SheetReturn) -> Phrase {
    let note = back.note.isEmpty ? "" : "：\(display(back.note))"
    // The reason first: a narrow status line cuts the end.
    return Phrase(
      zh: "退回：\(reason(back.reason).zh)\(note)（\(display(back.by))，\(Moment.text(back.at))）",
      en: "Sent back: \(reason(back.reason).en)\(note) (\(display(back.by)), \(Moment.text(back.at)))")
  }

  static func sentBack(_ entry: SheetReturn, _ application: String) -> Phrase {
    Phrase(
      zh: "已退回 \(application) \(entry.reviewer) 的评分表（第 \(entry.revision) 版）：\(reason(entry.reason).zh)",
      en:
        "Sent back the sheet of \(entry.reviewer) for \(application) (revision \(entry.revision)): \(reason(entry.reason).en)"
    )
  }

  static func unknownReason(_ text: String) -> Phrase {
    let words = SheetReturn.Reason.allCases.map(\.rawValue)
    return Phrase(
      zh: "没有退回理由“\(display(text))”。可用：\(words.joined(separator: "、"))",
      en: "There is no reason “\(display(text))”. There are: \(words.joined(separator: ", "))")
  }

  static func phrase(_ error: DecisionStore.SaveError) -> Phrase {
    switch error {
    case .denied(let denial): StoreWords.phrase(denial)
    case .notSubmitted(nil): Phrase(zh: "这位评审人还没有评分表。", en: "This reviewer has no sheet yet.")
    case .notSubmitted:
      Phrase(zh: "评分表尚未提交或已经退回，不需要退回。", en: "The sheet is not submitted, or was sent back already.")
    case .problem(let problem): StoreWords.phrase(problem)
    case .failed(let failure): StoreWords.phrase(failure)
    }
  }
}
