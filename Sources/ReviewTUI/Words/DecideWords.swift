import Core

/// What `decide`, `publicity` and `objection` say.
enum DecideWords {
  static func phrase(_ error: DecisionStore.ActError) -> Phrase {
    switch error {
    case .denied(let denial): StoreWords.phrase(denial)
    case .refused(let refusal): phrase(refusal)
    case .problem(let problem): StoreWords.phrase(problem)
    case .failed(let failure): StoreWords.phrase(failure)
    }
  }

  /// Findings by rule and field, shortened.
  private static func list(_ findings: [Finding]) -> Phrase {
    let shown = findings.prefix(12).map { finding in
      (display(finding.rule), FieldPathWords.name(finding.path))
    }
    let more = findings.count > 12
    return Phrase(
      zh: shown.map { "\($0.0)（\($0.1.zh)）" }.joined(separator: "、") + (more ? "等 \(findings.count) 项" : ""),
      en: shown.map { "\($0.0) (\($0.1.en))" }.joined(separator: ", ") + (more ? "… \(findings.count) in all" : ""))
  }

  static func ground(_ ground: Objection.Ground) -> Phrase {
    switch ground {
    case .anonymous: Phrase(zh: "匿名", en: "anonymous")
    case .late: Phrase(zh: "逾期", en: "late")
    case .noEvidence: Phrase(zh: "没有证据材料", en: "without evidence")
    case .unrelated: Phrase(zh: "与公示内容无关或仅不服评分", en: "not about what was published, or only about the score")
    }
  }

  static func grounds(_ grounds: [Objection.Ground]) -> Phrase {
    Phrase(
      zh: grounds.map { ground($0).zh }.joined(separator: "、"),
      en: grounds.map { ground($0).en }.joined(separator: ", "))
  }

  static func phrase(_ refusal: DecisionRefusal) -> Phrase {
    switch refusal {
    case .noStep(let from, let to): noStep(from, to)
    case .noReason(let stage):
      Phrase(
        zh: "“\(StageWords.name(stage).zh)”要写明理由（--reason）。",
        en: "“\(StageWords.name(stage).en)” needs a reason (--reason).")
    case .noWords(let rule):
      Phrase(
        zh: "认定 \(display(rule)) 不成立要写明理由，例如 --confirm \(display(rule))=ok:已当面核对原件。",
        en: "Setting \(display(rule)) aside needs words, for example --confirm \(display(rule))=ok:\"original seen\".")
    case .secondNotice(let number):
      Phrase(
        zh: "补正应当一次性告知；第 \(number) 次通知要写明理由（--reason）。",
        en: "Everything is told in one notice; notice \(number) needs a reason (--reason).")
    case .deviates(let proposal):
      Phrase(
        zh: "决定与程序建议（\(proposed(proposal).zh)）不一致，要写明理由（--reason）。",
        en: "The decision is not what the program proposes (\(proposed(proposal).en)) and needs a reason (--reason).")
    case .noProposal:
      Phrase(
        zh: "算不出程序建议（用 rank 查看原因），决定要写明理由（--reason）。",
        en: "The program proposes nothing (rank says why), so the decision needs a reason (--reason).")
    case .noDocument(let stage):
      Phrase(
        zh: "“\(StageWords.name(stage).zh)”要有文号和日期（--document、--date）。",
        en: "“\(StageWords.name(stage).en)” needs a document number and date (--document, --date).")
    case .noDay(let text):
      Phrase(zh: "“\(display(text))”不是日期，例如 2022-09-20。", en: "“\(display(text))” is no day, for example 2022-09-20.")
    case .future(let day): Phrase(zh: "日期 \(display(day)) 还没有到。", en: "\(display(day)) lies in the future.")
    case .days(let count):
      Phrase(zh: "工作日数 \(count) 不对，应在 1 到 1000 之间。", en: "\(count) working days: it must be 1 to 1000.")
    case .noFinding(let rule, _):
      Phrase(
        zh: "这份申报没有 \(display(rule)) 的审查发现。用 decide 不带操作可列出全部。",
        en: "The application has no finding of \(display(rule)). decide without an act lists them.")
    case .unjudged(let findings):
      Phrase(
        zh: "还有 \(findings.count) 项审查发现没有人工确认：\(list(findings).zh)。请用 --confirm 规则=ok:理由 或 规则=open 逐项确认。",
        en: "\(findings.count) findings are not judged by a person: \(list(findings).en). "
          + "Judge each with --confirm RULE=ok:WORDS or RULE=open.")
    case .openFindings(let findings):
      Phrase(
        zh: "还有 \(findings.count) 项问题没有办结：\(list(findings).zh)。请发补正通知（--supplement），或说明理由后改为 ok。",
        en:
          "\(findings.count) findings stand: \(list(findings).en). Send a notice (--supplement), or set them aside with words."
      )
    case .unanswered(let ids):
      Phrase(
        zh: "补正事项 \(ids.map(display).joined(separator: "、")) 没有办结。导入新版申报，或用 --close 事项 --reason 手工办结。",
        en:
          "Items \(ids.map(display).joined(separator: ", ")) of the notice are open. Import a new version, or --close each."
      )
    case .nothingToTell:
      Phrase(
        zh: "没有要补正的事项：没有确认为 open 的发现，也没有 --item。",
        en: "There is nothing to put right: no finding is open and there is no --item.")
    case .noItem(let id): Phrase(zh: "没有补正事项“\(display(id))”。", en: "There is no item “\(display(id))”.")
    case .itemIsClosed(let id): Phrase(zh: "补正事项 \(display(id)) 已经办结。", en: "Item \(display(id)) is closed already.")
    case .tooFewSheets(let valid, let minimum):
      Phrase(
        zh: "有效评分表只有 \(valid) 份，少于规定的 \(minimum) 份，不能提请或作出决定。",
        en: "There are \(valid) valid sheets, fewer than the \(minimum) of the policy: it cannot be decided.")
    case .beforeDecision(let start, let decided):
      Phrase(
        zh: "公示起始日 \(display(start)) 早于决定日期 \(display(decided))。",
        en: "The publicity would begin on \(display(start)), before the decision of \(display(decided)).")
    case .stillPublic(let end):
      Phrase(
        zh: "公示到 \(display(end)) 期满，次日起才能入库。",
        en: "The publicity lasts until \(display(end)); it can enter the library from the day after.")
    case .openObjections(let ids):
      Phrase(
        zh: "异议 \(ids.map(display).joined(separator: "、")) 没有办结，不能入库。",
        en: "Objections \(ids.map(display).joined(separator: ", ")) are open; it does not enter the library.")
    case .neverPublic: Phrase(zh: "这份申报没有公示，不能登记异议或入库。", en: "The application was not made public.")
    case .beforePublicity(let start):
      Phrase(
        zh: "异议早于公示起始日 \(display(start))。", en: "The objection came before the publicity began on \(display(start)).")
    case .noObjection(let id): Phrase(zh: "没有异议“\(display(id))”。", en: "There is no objection “\(display(id))”.")
    case .notAccepted(let id, let why):
      Phrase(
        zh: "异议 \(display(id)) 不予受理（\(grounds(why).zh)），不再办理。",
        en: "Objection \(display(id)) is not accepted (\(grounds(why).en)).")
    case .answered(let id): Phrase(zh: "异议 \(display(id)) 已经答复。", en: "Objection \(display(id)) was answered.")
    case .incomplete(let id):
      Phrase(
        zh: "答复异议 \(display(id)) 之前，要有办理人（--handler）、调查情况（--finding）和结论（--outcome）。",
        en: "Before objection \(display(id)) is answered it needs --handler, --finding and --outcome.")
    case .unknownPerson(let id): StoreWords.phrase(.unknownPerson(id))
    case .isOnFile(let id):
      Phrase(
        zh: "“\(display(id))”是这份申报的评审或核查人员，不得办理对它的异议。",
        en: "“\(display(id))” reviews or inspects the application and does not look into objections to it.")
    case .doesNotReadBack:
      Phrase(zh: "没有保存：写出的内容读回后不一致。", en: "Not saved: what would be written does not read back as the same.")
    }
  }

  private static func noStep(_ from: Stage, _ to: Stage) -> Phrase {
    let next = from.next.isEmpty ? Phrase(zh: "无", en: "none") : StageWords.names(from.next)
    let earlier = from.earlier.isEmpty ? Phrase(zh: "无", en: "none") : StageWords.names(from.earlier)
    return Phrase(
      zh: "现在是“\(StageWords.name(from).zh)”，不能到“\(StageWords.name(to).zh)”。下一步可以是：\(next.zh)；可以退回到：\(earlier.zh)。",
      en: "It is “\(StageWords.name(from).en)” and cannot become “\(StageWords.name(to).en)”. Next: \(next.en); "
        + "back to: \(earlier.en).")
  }

  static func proposed(_ proposal: StageMove.Proposal) -> Phrase {
    let score = proposal.score.map { " \($0.text)" } ?? ""
    return proposal.isYes
      ? Phrase(zh: "建议入选\(score)", en: "proposed\(score)") : Phrase(zh: "建议不入选\(score)", en: "not proposed\(score)")
  }

  static func stands(_ id: String, _ stage: Stage) -> Phrase {
    Phrase(
      zh: "\(display(id)) 现在是“\(StageWords.name(stage).zh)”", en: "\(display(id)) is now “\(StageWords.name(stage).en)”"
    )
  }

  static func objection(_ objection: Objection) -> Phrase {
    if !objection.isAccepted {
      let why = grounds(objection.grounds)
      return Phrase(zh: "异议 \(objection.id)：不予受理（\(why.zh)）", en: "Objection \(objection.id): not accepted (\(why.en))")
    }
    guard objection.repliedAt != nil, let decision = objection.decision else {
      return Phrase(zh: "异议 \(objection.id)：已受理，办理中", en: "Objection \(objection.id): accepted, open")
    }
    let outcome = outcome(decision)
    return Phrase(
      zh: "异议 \(objection.id)：已答复，\(outcome.zh)", en: "Objection \(objection.id): answered, \(outcome.en)")
  }

  static func outcome(_ outcome: Objection.Outcome) -> Phrase {
    switch outcome {
    case .upheld: Phrase(zh: "异议成立", en: "upheld")
    case .dismissed: Phrase(zh: "异议不成立", en: "dismissed")
    case .withdrawn: Phrase(zh: "异议人撤回", en: "withdrawn")
    }
  }

  static func standing(_ standing: SupplementNotice.Standing) -> Phrase {
    switch standing {
    case .open: Phrase(zh: "未答复", en: "open")
    case .changed: Phrase(zh: "申报已改，待核对", en: "changed, to be looked at")
    case .answered: Phrase(zh: "已补正", en: "answered")
    case .closed: Phrase(zh: "已手工办结", en: "closed by hand")
    case .renewed: Phrase(zh: "并入后一次通知", en: "in a later notice")
    }
  }

  static func verdict(_ verdict: FindingVerdict?) -> Phrase {
    switch verdict?.verdict {
    case nil: Phrase(zh: "未确认", en: "not judged")
    case .ok: Phrase(zh: "不成立：\(display(verdict?.note ?? ""))", en: "set aside: \(display(verdict?.note ?? ""))")
    case .open:
      Phrase(
        zh: "成立" + (verdict?.note.isEmpty == false ? "：\(display(verdict?.note ?? ""))" : ""),
        en: "stands" + (verdict?.note.isEmpty == false ? ": \(display(verdict?.note ?? ""))" : ""))
    }
  }

  static func next(_ stages: [Stage]) -> Phrase {
    let names = StageWords.names(stages)
    return Phrase(zh: "下一步：\(names.zh)", en: "Next: \(names.en)")
  }

  static func earlier(_ stages: [Stage]) -> Phrase {
    let names = StageWords.names(stages)
    return Phrase(zh: "可退回：\(names.zh)", en: "Back to: \(names.en)")
  }

  /// One step with who, when and why.
  static func move(_ move: StageMove) -> Phrase {
    let name = StageWords.name(move.to)
    var zh = "\(Moment.text(move.at)) \(display(move.by)) → \(name.zh)"
    var en = "\(Moment.text(move.at)) \(display(move.by)) → \(name.en)"
    if let paper = move.document {
      let text = " \(display(paper.number)) \(display(paper.date))"
      (zh, en) = (zh + text, en + text)
    }
    if let window = move.window {
      zh += " 公示 \(display(window.start)) 至 \(display(window.end))"
      en += " public \(display(window.start)) to \(display(window.end))"
    }
    if !move.reason.isEmpty {
      zh += "：\(display(move.reason))"
      en += ": \(display(move.reason))"
    }
    return Phrase(zh: zh, en: en)
  }

  // MARK: - Notice

  static func noticeHeading(_ notice: SupplementNotice, _ id: String) -> Phrase {
    let about = notice.isExact ? Phrase(zh: "", en: "") : Phrase(zh: "，节假日未知", en: ", holidays not known")
    return Phrase(
      zh: "补正通知 第 \(notice.number) 次  \(display(id))  \(Moment.text(notice.at))  请于 \(display(notice.due)) 前补正（"
        + "\(notice.workingDays) 个工作日\(about.zh)）",
      en: "Notice \(notice.number) to put right  \(display(id))  \(Moment.text(notice.at))  due \(display(notice.due)) "
        + "(\(notice.workingDays) working days\(about.en))")
  }

  static func noticeReason(_ notice: SupplementNotice) -> Phrase {
    Phrase(zh: "再次通知的理由：\(display(notice.reason))", en: "Reason for another notice: \(display(notice.reason))")
  }

  static func clause(_ text: String) -> Phrase { Phrase(zh: "依据：\(display(text))", en: "Clause: \(display(text))") }

  // MARK: - Usage

  static let oneAct = Phrase(
    zh:
      "一次只做一项：--formal、--supplement、--close、--refer、--decision、--enter、--revoke、--back 之一（--confirm 可与 --formal、--supplement 同用）。",
    en: "One act at a time: --formal, --supplement, --close, --refer, --decision, --enter, --revoke or --back "
      + "(--confirm goes with --formal and --supplement).")
  static let noIDs = Phrase(zh: "没有申报编号。请给出编号，或用 --ids 文件。", en: "No application is named. Give ids, or --ids FILE.")
  static let oneID = Phrase(
    zh: "--confirm、--close、--supplement 一次只用于一份申报。", en: "--confirm, --close and --supplement take one application.")
  static func badConfirm(_ text: String) -> Phrase {
    Phrase(
      zh: "“\(display(text))”不是“规则=ok:理由”或“规则=open”的写法，例如 R07=open；只对一个字段时写 R07@字段=open。",
      en: "“\(display(text))” is not RULE=ok:WORDS or RULE=open, for example R07=open; for one field R07@FIELD=open.")
  }
  static func badStage(_ text: String) -> Phrase {
    let words = [Stage.formalCheck, .accepted, .awaitingDecision, .proposed, .published].map(\.rawValue)
    return Phrase(
      zh: "没有可退回的阶段“\(display(text))”。可用：\(words.joined(separator: "、"))。",
      en: "There is no stage “\(display(text))” to go back to. There are: \(words.joined(separator: ", ")).")
  }
  static func badWord(_ option: String, _ text: String, _ words: [String]) -> Phrase {
    Phrase(
      zh: "“\(display(text))”不能用作“\(option)”的值。可用：\(words.joined(separator: "、"))。",
      en: "“\(display(text))” is no value of \(option). There are: \(words.joined(separator: ", ")).")
  }
  static func badIDs(_ path: String, line: Int) -> Phrase {
    Phrase(
      zh: "\(display(path)) 第 \(line) 行不是申报编号。没有写入任何内容。",
      en: "\(display(path)), line \(line): no application id. Nothing was written.")
  }
  static let noPaper = Phrase(
    zh: "这项操作要有文号和日期：--document 文号 --date 2022-09-20。",
    en: "This needs a document number and date: --document NUMBER --date 2022-09-20.")
  static let batchRefused = Phrase(
    zh: "有申报不能这样做，整批没有写入任何内容：", en: "Some applications do not allow it; nothing of the batch was written:")
  static func notReached(_ ids: [String]) -> Phrase {
    Phrase(
      zh: "没有写入：\(ids.map(display).joined(separator: "、"))。改正后可对这些编号再做一次。",
      en: "Not written: \(ids.map(display).joined(separator: ", ")). Put it right and give these ids again.")
  }
  static let notJournaled = Phrase(zh: "已保存，但操作日志没有写成：", en: "It is saved, but the journal has no line of it: ")
}
