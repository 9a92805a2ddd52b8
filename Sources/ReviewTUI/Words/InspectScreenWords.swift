import Core

/// Words of the Inspect screen.
extension InspectWords {
  static func section(_ section: InspectState.Section) -> Phrase {
    switch section {
    case .checklist: Phrase(zh: "核查清单", en: "Checklist")
    case .metrics: Phrase(zh: "指标核实", en: "Metrics")
    case .evidence: Phrase(zh: "证据", en: "Evidence")
    case .problems: Phrase(zh: "问题", en: "Problems")
    case .record: Phrase(zh: "记录与签字", en: "Record, sign")
    }
  }

  static func label(_ line: InspectState.Line) -> Phrase {
    switch line {
    case .conflict: Phrase(zh: "回避声明", en: "Interests")
    case .start: Phrase(zh: "开始时间", en: "Begin")
    case .end: Phrase(zh: "结束时间", en: "End")
    case .place: Phrase(zh: "地点", en: "Place")
    case .gps: Phrase(zh: "坐标", en: "Coordinates")
    case .taskLetter: Phrase(zh: "任务书编号", en: "Task letter")
    case .host: Phrase(zh: "接待人", en: "Host")
    case .note: Phrase(zh: "现场笔记", en: "Notes")
    case .opinion: Phrase(zh: "核查意见", en: "Opinion")
    case .companyOpinion: Phrase(zh: "企业意见", en: "Applicant's opinion")
    case .signer: Phrase(zh: "企业签字人", en: "Applicant's signer")
    case .refusal: Phrase(zh: "拒签拒查记录", en: "Refusal")
    case .verdict: Phrase(zh: "核查结论", en: "Verdict")
    case .late: Phrase(zh: "迟签原因", en: "Why signed late")
    case .sign: Phrase(zh: "签字", en: "Sign")
    }
  }

  /// The title of a text box, by the name that drafts use (with or without the visit before it).
  static func field(_ field: String) -> Phrase {
    let (name, id) = InspectFields.parts(field)
    if let line = InspectState.Line(rawValue: name) {
      let label = self.label(line)
      switch line {
      case .host:
        return Phrase(zh: "\(label.zh)（每行一人：姓名 职务 电话）", en: "\(label.en) (one a line: name, post, phone)")
      case .signer: return Phrase(zh: "\(label.zh)（姓名 职务）", en: "\(label.en) (name, post)")
      case .start, .end: return Phrase(zh: "\(label.zh)（如 9:40）", en: "\(label.en) (9:40)")
      case .refusal:
        return Phrase(
          zh: "\(label.zh)（拒查请以“拒查”开头；写明见证人）",
          en: "\(label.en) (begin with “access” if nobody was let in; name the witness)")
      default: return label
      }
    }
    switch name {
    case "form": return VisitFormWords.title(draft: id)
    case "why": return Phrase(zh: "\(id) 说明", en: "Note on \(id)")
    case "metricNote": return Phrase(zh: "\(id) 核实说明", en: "Note on \(id)")
    case "problem": return Phrase(zh: "\(id) 问题", en: "Problem with \(id)")
    case "due": return Phrase(zh: "\(id) 整改期限（年-月-日）", en: "\(id) due (year-month-day)")
    case "evidence": return Phrase(zh: "\(id) 证据文件（必备证据写 gate=文件）", en: "Evidence for \(id) (minimum set: gate=FILE)")
    default: return id.isEmpty ? Phrase(zh: field, en: field) : self.field(id)
    }
  }

  /// Whether a field takes many lines.
  static func hasManyLines(_ field: String) -> Bool {
    ["why", "metricNote", "problem", "host", "note", "opinion", "companyOpinion", "refusal", "late"].contains(
      InspectFields.parts(field).name)
  }

  static func roleOf(_ answer: Inspection.Answer) -> Role {
    switch answer {
    case .yes: .good
    case .mostly: .warning
    case .no: .error
    case .na, .open: .dim
    }
  }

  static func roleOf(_ band: MetricBand) -> Role {
    switch band {
    case .matches: .good
    case .near: .normal
    case .low, .unverifiable: .warning
    case .far: .error
    }
  }

  /// The row as it would be with the figure that is being typed.
  static func whileTyping(_ digits: String?, _ metric: Inspection.MetricRow) -> Inspection.MetricRow {
    guard let digits, let (value, unit) = VerifiedInput.read(digits) else { return metric }
    var row = metric
    let same = unit.flatMap { unit in metric.unit.flatMap { UnitConversion.convert(value, from: unit, to: $0) } }
    row.verified = (unit == nil ? value : same)?.json
    row.word = nil
    return row
  }

  static func times(_ visit: Inspection) -> Phrase {
    let start = visit.actualStart ?? visit.plannedStart
    let end = visit.actualEnd.map { "—" + Moment.text($0) } ?? ""
    let time = (start.map(Moment.text) ?? "—") + end
    return visit.actualStart == nil ? Phrase(zh: "计划 \(time)", en: "planned \(time)") : Phrase(zh: time, en: time)
  }

  static func progress(_ answered: Int, of all: Int, state: Inspection.State) -> Phrase {
    let name = self.state(state)
    return Phrase(zh: "已查 \(answered)/\(all) · \(name.zh)", en: "\(answered) of \(all) · \(name.en)")
  }

  static func interest(_ has: Bool) -> Phrase {
    has ? Phrase(zh: "有利害关系，应回避", en: "has an interest") : Phrase(zh: "无利害关系", en: "no interest")
  }

  static func direction(_ direction: Metric.Direction?) -> Phrase {
    switch direction {
    case .up: Phrase(zh: "越高越好", en: "more is better")
    case .down: Phrase(zh: "越低越好", en: "less is better")
    case .equal, nil: Phrase(zh: "未定，高低都算偏差", en: "unknown: any difference counts")
    }
  }

  static func standing(_ standing: OpenFix.Standing) -> Phrase {
    switch standing {
    case .waiting(let due): Phrase(zh: "整改期限 \(due)", en: "due \(due)")
    case .overdue(let due, let days): Phrase(zh: "整改期限 \(due)，已超 \(days) 天", en: "due \(due), \(days) days late")
    case .recheck(let due, let exact):
      Phrase(zh: "\(due) 前复核\(exact ? "" : "（未计节假日）")", en: "re-check by \(due)\(exact ? "" : " (holidays unknown)")")
    case .recheckOverdue(let due, let days, let exact):
      Phrase(
        zh: "应于 \(due) 前复核，已超 \(days) 天\(exact ? "" : "（未计节假日）")",
        en: "re-check by \(due), \(days) days late\(exact ? "" : " (holidays unknown)")")
    case .failed: Phrase(zh: "复核未通过", en: "the re-check failed")
    }
  }

  static func chooseNumber(_ line: InspectState.Line) -> Phrase {
    line == .conflict
      ? Phrase(zh: "按 1 无利害关系、2 有利害关系", en: "Press 1 for no interest, 2 for an interest")
      : Phrase(
        zh: "按 0 按建议、1 通过、2 基本通过、3 未能核查、4 不通过",
        en: "Press 0 as proposed, 1 passed, 2 with fixes, 3 not inspected, 4 failed")
  }

  static func noFigure(_ typed: String) -> Phrase {
    Phrase(zh: "“\(display(typed))”不是数值。请改正或按 Esc 放弃", en: "“\(display(typed))” is no figure. Correct it or press Esc")
  }
  static func sealed(_ signed: Int, of others: Int) -> Phrase {
    Phrase(zh: "已封存，会签 \(signed)/\(others)", en: "sealed, \(signed) of \(others) signed")
  }
  static func missing(_ count: Int) -> Phrase {
    Phrase(zh: "还缺 \(count) 项，暂不能签字", en: "\(count) missing before it can be signed")
  }
  static func signedNow(_ time: String) -> Phrase { Phrase(zh: "已签字 \(time)", en: "Signed \(time)") }
  static func bothVersions(_ mine: String, _ theirs: String) -> Phrase {
    Phrase(zh: "本屏：\(mine)　文件：\(theirs)", en: "here: \(mine)   file: \(theirs)")
  }
  static func signQuestion(_ verdict: Inspection.Verdict) -> Phrase {
    let name = self.verdict(verdict)
    return Phrase(
      zh: "核查结论：\(name.zh)。组长签字即封存，此后不能再改；组员签字表示认可封存的记录。",
      en: "Verdict: \(name.en). The lead's signature seals the record; a member's agrees with it.")
  }
  /// How a refusal is told in one text: by what it begins with, and the word before the witness.
  static let accessWords = ["拒查", "access"]
  static let witnessWords = ["见证人", "witness"]

  static func notKept(_ error: InspectionStore.SaveError, _ program: Program) -> Phrase {
    var cause = phrase(error, program)
    if case .failed(.failed(let error)) = error { cause = StoreWords.phrase(error) }
    return Phrase(zh: "没有保存：\(cause.zh)", en: "Not saved: \(cause.en)")
  }
  static let signTitle = Phrase(zh: "签字", en: "Sign")
  static let differs = Phrase(zh: "文件已被改动，见右侧", en: "the file changed, see the right")
  static let notSaved = Phrase(zh: "未保存", en: "not saved")
  static let asProposed = Phrase(zh: "按建议", en: "as proposed")
  static let ready = Phrase(zh: "F9 签字", en: "F9 signs")
  static let writeWhy = Phrase(zh: "请按 F7 写明说明", en: "F7: write why")
  static let problemFirst = Phrase(zh: "请先按 F3 登记问题", en: "Record a problem with F3 first")
  static let unsavedStays = Phrase(
    zh: "上次保存没有成功，核查记录留在屏幕上，正在重试；请排除故障后再离开",
    en: "The last save failed: the visit stays on the screen and is saved again; solve the fault before you leave")
  static let conflictTitle = Phrase(zh: "文件已被另一程序改动", en: "Another program changed the file")
  static let conflictHelp = Phrase(
    zh: "没有覆盖。下列各处两个版本不同；按 Ctrl-R 采用文件里的版本，并把本屏未保存的修改加在上面。",
    en:
      "Nothing was overwritten. These places differ; Ctrl-R takes the file's version and puts your unsaved edits on it."
  )
  static let reference = Phrase(zh: "参考项：通知未要求，可记录，不作为扣分依据。", en: "For reference: the notice does not ask for it.")
  static let notAsked = Phrase(zh: "所选场景的基础条件未要求。", en: "The chosen scenarios do not ask for it.")
  static let how = Phrase(zh: "查看", en: "How")
  static let basis = Phrase(zh: "依据", en: "Basis")
  static let answerKeys = Phrase(
    zh: "1 符合 2 基本符合 3 不符合 4 不适用 0 未查；F7 说明 F3 问题 F4 证据",
    en: "1 holds 2 mostly 3 no 4 n/a 0 open; F7 note F3 problem F4 evidence")
  static let evidenceKeys = Phrase(
    zh: "F4 登记证据；Enter 改种类、对应项、时间和说明", en: "F4 adds evidence; Enter changes kind, items, time and note")
  static let problemKeys = Phrase(
    zh: "在清单的核查项上按 F3 登记问题；Enter 修改", en: "F3 on an item of the checklist records a problem; Enter changes it")
  static let recheckKeys = Phrase(zh: "Enter 登记整改完成和复核结果", en: "Enter records the fix and the re-check")
  static let noEvidenceYet = Phrase(zh: "还没有证据。按 F4 登记。", en: "No evidence yet. F4 adds it.")
  static let noProblemYet = Phrase(zh: "没有登记问题。", en: "No problems.")
  static let minimumIsThere = Phrase(zh: "六种必备证据齐全", en: "All six kinds of the minimum set are there")
  static let isRight = Phrase(zh: "复核合格", en: "re-checked, right")
  static let planTitle = Phrase(zh: "安排与时限", en: "Plan and limits")
  static let leaveLabel = Phrase(zh: "督导同意从轻", en: "Leave for a softer verdict")
  static let withSeal = Phrase(zh: "（已盖章）", en: " (sealed)")
  static let settle = Phrase(zh: "商定", en: "Decide")
  static let settleKeys = Phrase(
    zh: "与组员答案不同。组长：空格维持本答案（须写说明），未作答时采纳组员答案；或改为一致",
    en:
      "A member answered otherwise. The lead: Space keeps this answer (with a note), or takes the member's if there is none"
  )
  static let noDifferenceHere = Phrase(zh: "这一项与组员的答案没有不同", en: "No member answered this otherwise")
  static let leadDecides = Phrase(zh: "不同的答案由组长商定", en: "The lead decides where answers differ")
  static let kept = Phrase(zh: "已商定：维持组长的答案", en: "Decided: the lead's answer stays")
  static let keptWriteWhy = Phrase(zh: "维持组长的答案，请按 F7 写明理由", en: "The lead's answer stays; F7: write why")
  static let othersWrote = Phrase(zh: "已并入同组人员的记录", en: "What the others wrote is taken in")
  static let sealedByLead = Phrase(zh: "组长已签字封存，可按 F9 会签", en: "The lead has sealed the record; F9 signs it")
  static let nothingSofter = Phrase(zh: "没有比建议更轻的结论", en: "No verdict is softer than the proposed one")
  static let recoveredForm = Phrase(zh: "已恢复到表格，检查后按 F9 保存", en: "Restored to the form; check it and press F9")
  static func decided(_ name: String) -> Phrase {
    Phrase(zh: "与 \(name) 不同，组长已商定", en: "Other than \(name) says; the lead has decided")
  }
  static func taken(_ name: String) -> Phrase { Phrase(zh: "已采纳 \(name) 的答案", en: "\(name)'s answer is taken") }
  static func left(_ count: Int) -> Phrase {
    Phrase(zh: "签字前还缺 \(count) 类（F9 查看）", en: "\(count) missing to sign (F9)")
  }
  static let answerLabel = Phrase(zh: "答案", en: "Answer")
  static let whyLabel = Phrase(zh: "说明", en: "Note")
  static let metricsSay = Phrase(zh: "按指标应为", en: "By the metrics")
  static let problemLabel = Phrase(zh: "问题", en: "Problem")
  static let fixLabel = Phrase(zh: "整改要求", en: "Required")
  static let dueLabel = Phrase(zh: "整改期限", en: "Due")
  static let declaredLabel = Phrase(zh: "申报值", en: "Declared")
  static let sourceLabel = Phrase(zh: "原文", en: "Form says")
  static let baselineLabel = Phrase(zh: "实施前", en: "Before")
  static let directionLabel = Phrase(zh: "方向", en: "Direction")
  static let verifiedLabel = Phrase(zh: "核实值", en: "Verified")
  static let deviationLabel = Phrase(zh: "偏差", en: "Deviation")
  static let bandLabel = Phrase(zh: "判定", en: "Finding")
  static let sealLabel = Phrase(zh: "封存摘要", en: "Seal")
  static let metricName = Phrase(zh: "指标", en: "Metric")
  static let metricHeads = [declaredLabel, verifiedLabel, deviationLabel, bandLabel]
  static let noFigureDeclared = Phrase(zh: "无数值", en: "no figure")
  static let metricKeys = Phrase(
    zh: "直接输入核实值（可带单位，如 5.2亿元），Enter 确认；←→ 选属实、部分属实、不属实、无法核实；F3 核实方法 F4 证据 F7 说明",
    en:
      "Type the figure (with a unit if you like), Enter takes it; ← → choose true, partly, untrue, unverifiable; F3 method F4 evidence F7 note"
  )
  static let lineKeys = Phrase(zh: "Enter 完成并保存", en: "Enter: done and saved")
  static let noVisitYet = Phrase(
    zh: "这份申报还没有安排现场核查；由督导用 Ctrl-T 安排",
    en: "No visit is planned for this application; a supervisor plans one with Ctrl-T")
  static let recoveredVisit = Phrase(
    zh: "已恢复到编辑框，检查后按 Esc 保存", en: "Restored to the text box; check it and press Esc to save")
}
