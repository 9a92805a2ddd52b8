import Core

/// Words of the dialogs with several fields.
enum VisitFormWords {
  static func title(_ kind: FormState.Kind) -> Phrase {
    switch kind {
    case .plan: plan
    case .evidence(let item):
      item.isEmpty ? Phrase(zh: "登记证据", en: "Evidence") : Phrase(zh: "登记证据：\(item)", en: "Evidence for \(item)")
    case .describe(let id): Phrase(zh: "证据 \(id)", en: "Evidence \(id)")
    case .problem(let item): Phrase(zh: "问题与整改：\(item)", en: "Problem with \(item)")
    case .metric(let id): Phrase(zh: "核实方法与依据：\(id)", en: "How \(id) was verified")
    case .signer: Phrase(zh: "企业签字", en: "The applicant's signature")
    case .refusal: Phrase(zh: "拒签拒查记录", en: "Refusal")
    case .recheck(let id): Phrase(zh: "整改与复核：\(id)", en: "Fix and re-check of \(id)")
    case .leave: Phrase(zh: "督导同意从轻", en: "Leave for a softer verdict")
    }
  }

  /// The title of a draft, by its name `form/evidence-G07`.
  static func title(draft name: String) -> Phrase { FormState.kind(name).map(title) ?? Phrase(zh: name, en: name) }

  static func act(_ kind: FormState.Kind) -> Phrase {
    switch kind {
    case .plan: Phrase(zh: "安排", en: "Plan")
    case .leave: Phrase(zh: "同意", en: "Allow")
    default: Phrase(zh: "保存", en: "Save")
    }
  }

  static func label(_ key: String) -> Phrase { labels[key] ?? Phrase(zh: key, en: key) }

  private static let labels: [String: Phrase] = [
    "start": Phrase(zh: "开始时间", en: "Begin"), "lead": Phrase(zh: "组长", en: "Lead"),
    "member": Phrase(zh: "组员", en: "Member"), "third": Phrase(zh: "组员（可选）", en: "Member (may be none)"),
    "reason": Phrase(zh: "核查原因", en: "Reason"), "notice": Phrase(zh: "通知企业时间", en: "Told the applicant"),
    "place": Phrase(zh: "地点", en: "Place"), "gps": Phrase(zh: "坐标", en: "Coordinates"),
    "taskLetter": Phrase(zh: "任务书编号", en: "Task letter"), "batch": Phrase(zh: "批次", en: "Batch"),
    "file": Phrase(zh: "文件", en: "File"), "kind": Phrase(zh: "种类", en: "Kind"),
    "shows": Phrase(zh: "必备证据", en: "Of the minimum set"), "items": Phrase(zh: "核查项或指标", en: "Items or metrics"),
    "takenAt": Phrase(zh: "拍摄取得时间", en: "Taken at"), "note": Phrase(zh: "说明", en: "Note"),
    "text": Phrase(zh: "问题", en: "Problem"), "fix": Phrase(zh: "整改要求", en: "What must be done"),
    "level": Phrase(zh: "级别", en: "Level"), "due": Phrase(zh: "整改期限", en: "Due"),
    "method": Phrase(zh: "核实方法", en: "Method"), "evidence": Phrase(zh: "依据的证据", en: "Evidence"),
    "name": Phrase(zh: "姓名", en: "Name"), "post": Phrase(zh: "职务", en: "Post"),
    "seal": Phrase(zh: "盖章", en: "Seal"), "at": Phrase(zh: "签字时间", en: "Signed at"),
    "why": Phrase(zh: "原因", en: "Reason"), "witness": Phrase(zh: "见证人", en: "Witness"),
    "recording": Phrase(zh: "录音录像", en: "Recording"), "fixedAt": Phrase(zh: "整改完成日期", en: "Put right on"),
    "result": Phrase(zh: "整改措施", en: "What was done"), "recheck": Phrase(zh: "复核结果", en: "Re-check"),
    "checkedAt": Phrase(zh: "复核日期", en: "Re-checked on"), "verdict": Phrase(zh: "同意的结论", en: "Verdict"),
  ]

  static func planFor(_ id: String, _ company: String, _ visits: [String]) -> Phrase {
    let before = visits.joined(separator: "、")
    return visits.isEmpty
      ? Phrase(zh: "\(id) \(company)", en: "\(id) \(company)")
      : Phrase(zh: "\(id) \(company)　已有核查：\(before)，这是再次核查", en: "\(id) \(company); a further visit after \(before)")
  }
  static func notPossible(_ name: String, _ why: Phrase) -> Phrase {
    Phrase(zh: "不能安排 \(name)：\(why.zh)", en: "Not \(name): \(why.en)")
  }
  static func stillMissing(_ choices: [InspectionProgram.Choice]) -> Phrase {
    Phrase(
      zh: "还缺必备证据：\(choices.map(\.name.zh).joined(separator: "、"))",
      en: "Still missing of the minimum set: \(choices.map(\.name.en).joined(separator: ", "))")
  }
  static func proposed(_ verdict: Inspection.Verdict) -> Phrase {
    let name = InspectWords.verdict(verdict)
    return Phrase(
      zh: "按规则建议：\(name.zh)。同意后，组长可签较轻的结论。",
      en: "Proposed by the rule: \(name.en). With leave the lead may sign a softer one.")
  }
  static func noTime(_ typed: String) -> Phrase {
    Phrase(zh: "“\(display(typed))”不是时间，例如 9:40 或 9-8 9:40", en: "“\(display(typed))” is no time; say 9:40 or 9-8 9:40")
  }
  static func noDay(_ typed: String) -> Phrase {
    Phrase(zh: "“\(display(typed))”不是日期，例如 9-22", en: "“\(display(typed))” is no day; say 9-22")
  }
  static func unknownItem(_ id: String) -> Phrase {
    Phrase(zh: "没有核查项或指标“\(display(id))”，例如 G07 或 m01", en: "No item or metric “\(display(id))”; say G07 or m01")
  }
  static func evidenceHelp(_ visit: Inspection) -> Phrase {
    let ids = visit.evidence.map(\.id).joined(separator: " ")
    return Phrase(zh: "证据编号，用空格隔开。现有：\(ids.isEmpty ? "无" : ids)", en: "Ids with spaces. There are: \(ids)")
  }

  static let plan = Phrase(zh: "安排核查", en: "Plan a visit")
  static let none = Phrase(zh: "无", en: "none")
  static let notYet = Phrase(zh: "尚未复核", en: "not yet")
  static let rechecks = [
    FormState.Option(key: "yes", name: Phrase(zh: "合格", en: "right")),
    FormState.Option(key: "no", name: Phrase(zh: "不合格", en: "not right")),
  ]
  static let levels = [
    FormState.Option(key: "general", name: Phrase(zh: "一般", en: "general")),
    FormState.Option(key: "key", name: Phrase(zh: "重点", en: "key")),
  ]
  static let sealed = [
    FormState.Option(key: "yes", name: Phrase(zh: "已盖章", en: "sealed")),
    FormState.Option(key: "no", name: Phrase(zh: "未盖章", en: "not sealed")),
  ]
  static let refusals = [
    FormState.Option(key: "signature", name: Phrase(zh: "拒绝签字", en: "would not sign")),
    FormState.Option(key: "access", name: Phrase(zh: "拒绝进入或无人接待", en: "let nobody in")),
  ]
  static let choose = Phrase(zh: "← → 选择", en: "← → choose")
  static let timeHelp = Phrase(zh: "例如 9:40、9-8 9:40 或 2022-09-08 9:40", en: "9:40, 9-8 9:40 or 2022-09-08 9:40")
  static let dayHelp = Phrase(zh: "例如 9-22 或 2022-09-22", en: "9-22 or 2022-09-22")
  static let noticeHelp = Phrase(zh: "核查前 2 个工作日通知；未通知的留空", en: "2 working days ahead; empty if nobody was told")
  static let gpsHelp = Phrase(zh: "例如 35.40, 116.59", en: "35.40, 116.59")
  static let fileHelp = Phrase(
    zh: "路径，或拖入窗口；工作区以外的文件会复制进来", en: "A path; a file from outside is copied into the workspace")
  static let itemsHelp = Phrase(zh: "例如 G07 G08 m01", en: "G07 G08 m01")
  static let recordingHelp = Phrase(zh: "证据编号或存放处；与见证人至少填一项", en: "Evidence id or place; this or a witness")
  static let refusalRule = Phrase(
    zh: "写明原因，并有见证人签字或录音录像。清空原因即撤销本记录。", en: "Reason, and witness or recording. An empty reason takes it back.")
  static let whenMissing = Phrase(zh: "请填开始时间", en: "When does it begin?")
  static let twoInspectors = Phrase(zh: "请选组长和至少一名组员，不能重复", en: "A lead and at least one other member")
  static let fileMissing = Phrase(zh: "请填文件", en: "Which file?")
  static let problemMissing = Phrase(zh: "请写明问题", en: "What is wrong?")
  static let whyMissing = Phrase(zh: "请写明理由", en: "Why?")
  static let nothingSaid = Phrase(zh: "请填整改完成日期或复核结果", en: "Say when it was put right, or the re-check")
  static let giveUp = Phrase(
    zh: "还没有保存。再按一次 Esc 放弃所填内容，或按 F9 保存", en: "Not saved. Esc again gives it up, F9 saves it")
  static let keys = Phrase(zh: "↑↓ 换项  F9 保存  Esc 返回", en: "↑↓ field  F9 save  Esc back")
  static let onlySupervisors = Phrase(zh: "核查由督导安排", en: "Supervisors plan visits")
  static let planned = Phrase(zh: "已安排核查并保存", en: "The visit is planned and saved")
  static func plannedAt(_ time: String) -> Phrase { Phrase(zh: "已安排核查，已保存 \(time)", en: "Planned, saved \(time)") }
}
