import Core

/// What is said of visits (现场核查).
enum InspectWords {
  static func answer(_ answer: Inspection.Answer) -> Phrase {
    switch answer {
    case .yes: Phrase(zh: "符合", en: "holds")
    case .mostly: Phrase(zh: "基本符合", en: "mostly")
    case .no: Phrase(zh: "不符合", en: "does not hold")
    case .na: Phrase(zh: "不适用", en: "not applicable")
    case .open: Phrase(zh: "未查", en: "open")
    }
  }

  static func verdict(_ verdict: Inspection.Verdict) -> Phrase {
    switch verdict {
    case .pass: Phrase(zh: "通过", en: "passed")
    case .conditional: Phrase(zh: "基本通过（限期整改）", en: "passed with fixes")
    case .unable: Phrase(zh: "未能核查", en: "not inspected")
    case .fail: Phrase(zh: "不通过", en: "failed")
    }
  }

  static func state(_ state: Inspection.State) -> Phrase {
    switch state {
    case .planned: Phrase(zh: "已安排", en: "planned")
    case .draft: Phrase(zh: "核查中", en: "in progress")
    case .signed: Phrase(zh: "已签字封存", en: "signed and sealed")
    }
  }

  static func band(_ band: MetricBand) -> Phrase {
    switch band {
    case .matches: Phrase(zh: "一致", en: "matches")
    case .near: Phrase(zh: "基本一致", en: "nearly")
    case .low: Phrase(zh: "偏低", en: "below")
    case .far: Phrase(zh: "严重不符", en: "far off")
    case .unverifiable: Phrase(zh: "无法核实", en: "unverifiable")
    }
  }

  static func word(_ word: Inspection.MetricRow.Word) -> Phrase {
    switch word {
    case .holds: Phrase(zh: "属实", en: "true")
    case .partly: Phrase(zh: "部分属实", en: "partly true")
    case .wrong: Phrase(zh: "不属实", en: "untrue")
    case .unverifiable: Phrase(zh: "无法核实", en: "unverifiable")
    }
  }

  static func role(_ role: Inspection.Inspector.Role) -> Phrase {
    switch role {
    case .lead: Phrase(zh: "组长", en: "lead")
    case .member: Phrase(zh: "组员", en: "member")
    case .expert: Phrase(zh: "专家", en: "expert")
    }
  }

  /// The deviation with its sign, in percent; the difference where 0 was declared.
  static func deviation(_ deviation: Deviation) -> String {
    if let tenths = deviation.tenthsOfPercent {
      return (tenths > 0 ? "+" : "") + JSONNumber(tenths: tenths).text + "%"
    }
    guard let difference = deviation.difference else { return "—" }
    return (difference.mantissa > 0 ? "+" : "") + difference.text
  }

  static func gap(_ gap: InspectionGap, _ program: Program) -> Phrase {
    func ids(_ ids: [String]) -> (zh: String, en: String) {
      (ids.map(display).joined(separator: "、"), ids.map(display).joined(separator: ", "))
    }
    switch gap {
    case .inspectors(let minimum, let has):
      return Phrase(zh: "核查人员 \(has) 名，至少 \(minimum) 名", en: "\(has) of \(minimum) inspectors")
    case .noLead: return Phrase(zh: "没有组长", en: "no lead inspector")
    case .noDeclaration(let id):
      return Phrase(zh: "\(display(id)) 未作回避声明", en: "\(display(id)) has not declared interests")
    case .conflict(let id): return Phrase(zh: "\(display(id)) 应当回避", en: "\(display(id)) has an interest")
    case .times: return Phrase(zh: "开始和结束时间", en: "begin and end")
    case .endNotAfterStart: return Phrase(zh: "结束时间不晚于开始时间", en: "the end is not after the beginning")
    case .unanswered(let found): return Phrase(zh: "★项未查：\(ids(found).zh)", en: "★ items open: \(ids(found).en)")
    case .noNote(let found): return Phrase(zh: "需写说明：\(ids(found).zh)", en: "need a note: \(ids(found).en)")
    case .noEvidence(let found):
      return Phrase(zh: "不符合项缺证据：\(ids(found).zh)", en: "no evidence for: \(ids(found).en)")
    case .noProblem(let found):
      return Phrase(zh: "不符合项未列问题和整改期限：\(ids(found).zh)", en: "no problem with a due day for: \(ids(found).en)")
    case .minimumEvidence(let keys):
      let names = keys.compactMap { key in program.inspection.minimumEvidence.first { $0.key == key }?.name }
      return Phrase(
        zh: "缺必备证据：\(names.map(\.zh).joined(separator: "、"))",
        en: "missing evidence: \(names.map(\.en).joined(separator: ", "))")
    case .metricsAnswer: return Phrase(zh: "G12 与指标核实结果不一致", en: "G12 is not what the metrics say")
    case .otherAnswers(let found):
      return Phrase(
        zh: "与组员答案不同，待组长商定：\(ids(found).zh)", en: "members differ, the lead must decide: \(ids(found).en)")
    case .hostSignature: return Phrase(zh: "企业签字，或拒签记录", en: "the applicant's signature, or a refusal")
    case .refusalRecord: return Phrase(zh: "拒签原因及见证人或录音录像", en: "reason and witness or recording of the refusal")
    case .opinion: return Phrase(zh: "核查意见", en: "opinion")
    case .softened(let given, let proposed):
      return Phrase(
        zh: "结论“\(verdict(given).zh)”轻于建议“\(verdict(proposed).zh)”，需督导同意",
        en: "“\(verdict(given).en)” is softer than “\(verdict(proposed).en)”; a supervisor must agree")
    case .lateReason(let ended, let today):
      return Phrase(
        zh: "\(display(ended)) 结束，\(display(today)) 才签字，需写原因",
        en: "ended \(display(ended)), signed \(display(today)): why?")
    }
  }

  static func gaps(_ gaps: [InspectionGap], _ program: Program) -> Phrase {
    let phrases = gaps.map { gap($0, program) }
    return Phrase(zh: phrases.map(\.zh).joined(separator: "；"), en: phrases.map(\.en).joined(separator: "; "))
  }

  static func ground(_ ground: InspectionResult.Ground) -> Phrase {
    switch ground {
    case .noAccess: Phrase(zh: "未能进入现场", en: "no access")
    case .veto(let id): Phrase(zh: "\(display(id))★ 不符合", en: "\(display(id))★ does not hold")
    case .failed(let id): Phrase(zh: "\(display(id)) 不符合", en: "\(display(id)) does not hold")
    case .vetoMostly(let id): Phrase(zh: "\(display(id))★ 基本符合", en: "\(display(id))★ holds mostly")
    }
  }

  static func fault(_ fault: InspectionResult.MetricsFault) -> Phrase {
    switch fault {
    case .far(let ids):
      Phrase(
        zh: "\(ids.map(display).joined(separator: "、")) 严重不符", en: "\(ids.map(display).joined(separator: ", ")) far off"
      )
    case .unverifiable(let count, let all):
      Phrase(zh: "\(all) 项中 \(count) 项无法核实", en: "\(count) of \(all) cannot be verified")
    case .tooFew(let good, let minimum):
      Phrase(zh: "一致或基本一致 \(good) 项，至少 \(minimum) 项", en: "\(good) hold, at least \(minimum) must")
    }
  }

  /// The proposed verdict and what it rests on.
  static func proposal(_ result: InspectionResult) -> Phrase {
    let grounds = result.grounds.map(ground)
    let name = verdict(result.proposed)
    let head =
      result.isPreliminary
      ? Phrase(zh: "★项未查完，暂不建议结论", en: "★ items are open, no verdict yet")
      : Phrase(zh: "建议结论：\(name.zh)", en: "Proposed: \(name.en)")
    if grounds.isEmpty { return head }
    return Phrase(
      zh: "\(head.zh)（\(grounds.map(\.zh).joined(separator: "；"))）",
      en: "\(head.en) (\(grounds.map(\.en).joined(separator: "; ")))")
  }

  static func invalid(_ error: InspectionEdit.Invalid, _ program: Program) -> Phrase {
    func list(_ known: [String]) -> (zh: String, en: String) {
      (known.map(display).joined(separator: "、"), known.map(display).joined(separator: ", "))
    }
    switch error {
    case .unknownItem(let id):
      return Phrase(
        zh: "核查清单里没有“\(display(id))”，例如 G01 或 SC06-2。", en: "The checklist has no “\(display(id))”; say G01 or SC06-2.")
    case .unknownMetric(let id, let known):
      return Phrase(
        zh: "没有指标“\(display(id))”。现有：\(list(known).zh)。",
        en: "There is no metric “\(display(id))”; there are \(list(known).en).")
    case .otherUnit(let metric, let declared, let found):
      return Phrase(
        zh: "\(display(metric)) 申报单位是“\(display(declared ?? "无"))”，不能与“\(display(found))”比较。",
        en: "\(display(metric)) was declared in “\(display(declared ?? "no unit"))”, which “\(display(found))” is not.")
    case .unknownChoice(let word, let known):
      return Phrase(
        zh: "没有“\(display(word))”。可用：\(list(known).zh)。", en: "No “\(display(word))”; choose of \(list(known).en).")
    case .unknownEvidence(let id):
      return Phrase(zh: "没有证据“\(display(id))”。", en: "There is no evidence “\(display(id))”.")
    case .noProblem(let item):
      return Phrase(zh: "“\(display(item))”没有登记问题。", en: "No problem is recorded for “\(display(item))”.")
    case .notATime(let text):
      return Phrase(
        zh: "“\(display(text))”不是日期或带时区的时间，例如 2022-09-08T09:30:00+08:00。",
        en: "“\(display(text))” is no day or time with zone, for example 2022-09-08T09:30:00+08:00.")
    case .incomplete(let missing):
      return Phrase(
        zh: "还不能签字，尚缺：\(gaps(missing, program).zh)。没有写入任何内容。",
        en: "It cannot be signed yet; missing: \(gaps(missing, program).en). Nothing was written.")
    case .onlyLead:
      return Phrase(
        zh: "这一项只能由组长填写；组员可以作答、说明、声明回避和会签。",
        en: "Only the lead may write this; members answer, note, declare and sign.")
    case .notSealed:
      return Phrase(
        zh: "组长尚未签字封存，或封存后被改动，不能会签。",
        en: "The lead has not sealed the record, or it changed since; it cannot be signed.")
    case .exists(let id): return Phrase(zh: "已有核查“\(display(id))”。", en: "There is a visit “\(display(id))” already.")
    case .inspectors(let ids):
      return Phrase(
        zh: "核查人员“\(list(ids).zh)”不合要求：至少两名，不重复，第一名为组长。",
        en: "The inspectors “\(list(ids).en)” will not do: at least two, no name twice, the first is the lead.")
    case .badID(let id): return CommandWords.badID(id)
    case .noReason: return Phrase(zh: "请写明理由。", en: "A reason is needed.")
    case .recheckBeforeFix(let problem, let fixed):
      return Phrase(
        zh: "\(display(problem)) 的复核日期早于报告整改完成的 \(display(fixed))。",
        en: "The re-check of \(display(problem)) lies before \(display(fixed)), when it was reported as right.")
    case .interest(let person, let house):
      return Phrase(
        zh: "\(display(person)) 的工作单位与“\(display(house))”相同或相近，应当回避，不能安排。",
        en: "\(display(person)) works for, or for a house named like, “\(display(house))” and must stay away.")
    case .tooManyRevisions: return Phrase(zh: "编号已达上限。", en: "The number cannot grow any further.")
    case .doesNotReadBack:
      return Phrase(zh: "没有保存：写出的内容读回后不一致。", en: "Not saved: what would be written does not read back as the same.")
    }
  }

  static func refusal(_ refusal: EvidenceRefusal) -> Phrase {
    switch refusal {
    case .elsewhere(let file, let folder):
      Phrase(
        zh: "没有登记证据：“\(display(file))”不在 \(display(folder))/ 里。请放到那里，或给出工作区以外的文件，程序会复制进去。",
        en:
          "Not taken: “\(display(file))” is not in \(display(folder))/. Put it there, or name a file outside of the workspace."
      )
    case .file(let error):
      Phrase(zh: "没有登记证据。\(StoreWords.phrase(error).zh)", en: "Not taken as evidence. \(StoreWords.phrase(error).en)")
    case .empty(let file):
      Phrase(zh: "没有登记证据：“\(display(file))”是空文件。", en: "Not taken: “\(display(file))” is empty.")
    }
  }

  static func phrase(_ error: InspectionStore.SaveError, _ program: Program) -> Phrase {
    switch error {
    case .denied(let denial): StoreWords.phrase(denial)
    case .invalid(let invalid): self.invalid(invalid, program)
    case .problem(let problem): StoreWords.phrase(problem)
    case .failed(let failure): StoreWords.phrase(failure)
    case .evidence(let refusal): self.refusal(refusal)
    }
  }

  static func saved(_ visit: Inspection) -> Phrase {
    let answered = visit.items.count { $0.answer != .open }
    let verified = visit.metrics.count { $0.verified != nil || $0.word != nil }
    return Phrase(
      zh: "已保存核查 \(visit.id)：已查 \(answered)/\(visit.items.count) 项，已核实指标 \(verified)/\(visit.metrics.count) 项，"
        + "状态：\(state(visit.state).zh)",
      en:
        "Saved visit \(visit.id): \(answered) of \(visit.items.count) items, \(verified) of \(visit.metrics.count) metrics, "
        + "state: \(state(visit.state).en)")
  }
  static func savedPart(_ part: InspectionPart) -> Phrase {
    part.signature == nil
      ? Phrase(zh: "已保存本人在核查 \(part.visit) 中的记录。", en: "Saved your part of visit \(part.visit).")
      : Phrase(zh: "已会签核查 \(part.visit)。", en: "Signed visit \(part.visit).")
  }
  static func stillMissing(_ gaps: [InspectionGap], _ program: Program) -> Phrase {
    let found = self.gaps(gaps, program)
    return Phrase(zh: "签字前还缺：\(found.zh)", en: "Missing before it can be signed: \(found.en)")
  }
  static func noVisit(_ id: String) -> Phrase {
    Phrase(
      zh: "“\(display(id))”还没有安排核查，或没有这次核查。督导可用 --plan 安排。",
      en: "No such visit to “\(display(id))”. A supervisor can plan one with --plan.")
  }
  static let notJournaled = Phrase(
    zh: "核查已保存，但操作日志没有写成：", en: "The visit is saved, but the journal has no line of it: ")
  static func badPair(_ option: String, _ text: String, _ example: String) -> Phrase {
    Phrase(
      zh: "“\(display(text))”不是 \(option) 的写法，例如 \(option) \(example)。",
      en: "“\(display(text))” is not how \(option) is written, for example \(option) \(example).")
  }
  static func noDifference(_ item: String) -> Phrase {
    Phrase(zh: "“\(display(item))”与组员的答案没有不同。", en: "No member answered “\(display(item))” otherwise.")
  }
  static let mineAlone = Phrase(zh: "--mine 只列出我的核查，不能与申报编号或其他内容同用。", en: "--mine only lists; it stands alone.")
  static let whichApplication = Phrase(
    zh: "请写明申报编号，或用 --mine 列出我的核查。", en: "Name an application, or list your visits with --mine.")
  static let planAlone = Phrase(
    zh: "--plan 只用于安排核查，不能与作答、签字同用。", en: "--plan only plans; it cannot go with answers or --sign.")
  static let allowAlone = Phrase(zh: "--allow 只能单独使用。", en: "--allow stands alone.")
}
