import Core

/// Words of the score sheet, saving and recovery.
extension Phrase {
  static let sheetTitle = Phrase(zh: "评分表", en: "Score sheet")
  static let opinion = Phrase(zh: "评审意见", en: "Opinion")
  static let recommendation = Phrase(zh: "推荐意见", en: "Advice")
  static let commentLabel = Phrase(zh: "评语", en: "Comment")
  static func commentOn(_ criterion: String) -> Phrase { Phrase(zh: "\(criterion) 评语", en: "Comment on \(criterion)") }
  static func characters(_ count: Int) -> Phrase { Phrase(zh: "\(count) 字", en: "\(count) chars") }
  static let editorKeys = Phrase(zh: "Esc 或 F7 完成并保存", en: "Esc or F7: done and saved")

  static func recommendationName(_ choice: Review.Recommendation) -> Phrase {
    switch choice {
    case .yes: Phrase(zh: "推荐", en: "yes")
    case .hold: Phrase(zh: "保留推荐", en: "hold")
    case .no: Phrase(zh: "不推荐", en: "no")
    }
  }

  static let sheetSubmitted = Phrase(zh: "已提交，评分表已锁定", en: "Submitted and locked")
  static let submitReady = Phrase(zh: "F9 提交评分表", en: "F9 submits the sheet")
  static func submitMissing(_ count: Int) -> Phrase {
    Phrase(zh: "还缺 \(count) 项，暂不能提交", en: "\(count) missing before submission")
  }
  static let submitHelp = Phrase(
    zh: "提交后评分表锁定，只有督导退回才能再改。", en: "Submission locks the sheet; only a supervisor can return it.")
  static func opinionHelp(_ minimum: Int) -> Phrase {
    Phrase(
      zh: "按 Enter 填写评审意见，至少 \(minimum) 字。", en: "Press Enter to write the opinion, at least \(minimum) characters.")
  }
  static let chooseRecommendation = Phrase(
    zh: "按 1 推荐、2 保留推荐、3 不推荐，或用 ←→ 选择", en: "Press 1 yes, 2 hold, 3 no, or choose with ← →")
  static let sheetLocked = Phrase(
    zh: "评分表已提交并锁定；需要修改请督导退回", en: "The sheet is submitted and locked; a supervisor can return it")
  static func scoreOutOfRange(_ typed: String, maximum: String, step: String) -> Phrase {
    Phrase(
      zh: "“\(typed)”不是有效分数：应为 0 到 \(maximum)，间隔 \(step)。请改正或按 Esc 放弃",
      en: "“\(typed)” is no score: 0 to \(maximum) in steps of \(step). Correct it or press Esc")
  }

  static func stillMissing(_ gaps: [Review.Gap]) -> Phrase {
    let zh = gaps.map { gap in
      switch gap {
      case .declaration: "未作回避声明"
      case .recused: "已申报回避，不评分"
      case .basis(let id): "\(id)依据已变，待确认"
      case .score(let id): "\(id)未评分"
      case .comment(let id): "\(id)需写评语"
      case .opinion(let minimum, let has): "评审意见 \(has) 字，至少 \(minimum) 字"
      case .recommendation: "未选推荐意见"
      }
    }
    let en = gaps.map { gap in
      switch gap {
      case .declaration: "no declaration of interests"
      case .recused: "recused: no scores"
      case .basis(let id): "\(id): evidence changed, confirm"
      case .score(let id): "\(id) has no score"
      case .comment(let id): "\(id) needs a comment"
      case .opinion(let minimum, let has): "opinion has \(has) of \(minimum) characters"
      case .recommendation: "no advice chosen"
      }
    }
    return Phrase(zh: "还缺：" + zh.joined(separator: "；"), en: "Missing: " + en.joined(separator: "; "))
  }

  static let basisChanged = Phrase(
    zh: "依据已变：评分之后，申报内容有更正或现场核查有新结果。请对照右边再看一遍：分数不变按 =，要改就重新输入。",
    en:
      "The evidence has changed since this score: a correction or a visit. Look again: press = to let the score stand, or type a new one."
  )
  static func basisConfirmed(_ criterion: String) -> Phrase {
    Phrase(zh: "\(criterion) 已确认", en: "\(criterion) confirmed")
  }

  static let submitTitle = Phrase(zh: "提交评分表", en: "Submit the sheet")
  static func submitQuestion(_ total: String, band: String, recommendation: String) -> Phrase {
    Phrase(
      zh: "总分 \(total)（\(band)），\(recommendation)。提交后锁定，只有督导退回才能修改。",
      en:
        "Total \(total) (\(band)), advice: \(recommendation). Submission locks the sheet; only a supervisor can return it."
    )
  }
  static let submitAct = Phrase(zh: "提交", en: "Submit")
  static let goBack = Phrase(zh: "返回", en: "Go back")
  static let quitTitle = Phrase(zh: "退出", en: "Quit")
  static let quitQuestion = Phrase(
    zh: "退出评审系统？所有内容都已保存。", en: "Quit? Everything is saved.")
  static let quitUnsaved = Phrase(
    zh: "还有内容没有确认保存。现在退出可能丢失最近的修改；请返回，等保存成功或排除故障后再退出。",
    en: "Not everything is confirmed as saved. Leaving now may lose the last changes; go back until the save succeeds.")
  static let unsavedStays = Phrase(
    zh: "上次保存没有成功，评分表留在屏幕上，正在重试；请排除故障后再离开",
    en: "The last save failed: the sheet stays on the screen and is saved again; solve the fault before you leave")
  static let quitAct = Phrase(zh: "退出", en: "Quit")

  static let saving = Phrase(zh: "保存中……", en: "Saving…")
  static func saved(_ time: String, revision: Int) -> Phrase {
    Phrase(zh: "已保存 \(time) r\(revision)", en: "Saved \(time) r\(revision)")
  }
  static func submitted(_ time: String, total: String) -> Phrase {
    Phrase(zh: "已提交 \(time) 总分 \(total)", en: "Submitted \(time), total \(total)")
  }
  static let nothingToUndo = Phrase(zh: "没有可撤销的修改", en: "Nothing to undo")
  static let nothingToRedo = Phrase(zh: "没有可重做的修改", en: "Nothing to redo")
  static func undone(_ criterion: String?) -> Phrase {
    Phrase(zh: "已撤销" + (criterion.map { "：\($0)" } ?? ""), en: "Undone" + (criterion.map { ": \($0)" } ?? ""))
  }
  static func redone(_ criterion: String?) -> Phrase {
    Phrase(zh: "已重做" + (criterion.map { "：\($0)" } ?? ""), en: "Redone" + (criterion.map { ": \($0)" } ?? ""))
  }

  static func recoveryTitle(_ count: Int) -> Phrase {
    Phrase(zh: "找回未保存的文字（\(count) 处）", en: "Text that was not saved (\(count))")
  }
  static func recoveryFound(application: String, field: Phrase, at: String, characters: Int) -> Phrase {
    Phrase(
      zh: "上次没有正常结束。\(application) 的\(field.zh)有 \(characters) 字没有保存（\(at)）。",
      en:
        "The last run did not end well. \(characters) characters of “\(field.en)” of \(application) were not saved (\(at))."
    )
  }
  static let recoveryTyped = Phrase(zh: "当时输入", en: "Typed then")
  static let recoverySaved = Phrase(zh: "已存内容", en: "Saved now")
  static let recoveryRestore = Phrase(zh: "恢复", en: "Restore")
  static let recoveryDiscard = Phrase(zh: "丢弃（移入回收处）", en: "Discard (to the bin)")
  static let recoveryLater = Phrase(zh: "以后再说", en: "Later")
  static func recoveryKept(_ count: Int) -> Phrase {
    Phrase(zh: "\(count) 处未保存的文字仍保留，下次启动再问", en: "\(count) unsaved texts are kept and offered next time")
  }
  static let recovered = Phrase(
    zh: "已恢复到编辑框，检查后按 Esc 保存", en: "Restored to the text box; check it and press Esc to save")
}

extension Phrase {
  static let draftsUnavailable = Phrase(
    zh: "本机没有可写的私有文件夹，正在输入的文字在保存前不受保护；请设置 HOME 或 XDG_STATE_HOME",
    en: "No private folder can be written: text being typed is not protected until saved; set HOME or XDG_STATE_HOME")

  static func draftFailed(_ error: FileError) -> Phrase {
    let cause = StoreWords.phrase(error)
    return Phrase(
      zh: "草稿无法保存，请尽快完成编辑：\(cause.zh)", en: "Typed text cannot be kept, finish soon: \(cause.en)")
  }

  static func journalFailed(_ error: FileError) -> Phrase {
    let cause = StoreWords.phrase(error)
    return Phrase(
      zh: "已保存，但操作记录没有写上：\(cause.zh)", en: "It is saved, but its journal line is not: \(cause.en)")
  }

  /// Why a sheet was not saved.
  init(_ error: ReviewStore.SaveError) {
    let cause: Phrase
    switch error {
    case .denied(let denial): cause = StoreWords.phrase(denial)
    case .invalid(let invalid): cause = CommandWords.invalid(invalid)
    case .problem(let problem): cause = StoreWords.phrase(problem)
    case .failed(.failed(let error)): cause = StoreWords.phrase(error)
    case .failed(let failure): cause = StoreWords.phrase(failure)
    }
    self.init(zh: "没有保存：\(cause.zh)", en: "Not saved: \(cause.en)")
  }
}
