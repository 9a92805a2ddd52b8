import Core

/// The History screen and `history` (操作历史): acts, what they changed and whether it can be verified.
enum HistoryWords {
  static let title = Phrase(zh: "操作历史", en: "History")
  static let help = Phrase(
    zh: "对这份申报的文件做过的每一次操作，最新的在前，按日志与文件的摘要链排列，不看时钟。Enter 看这一次改了什么；F6 按人员、F7 按文件、F8 按操作筛选，F9 取消；F5 换到全部申报。看不到的评分表不在其中。",
    en:
      "Every act on the files of this application, newest first, in the order of the chains and not of the clocks. Enter shows what an act changed; F6, F7 and F8 filter by person, file and act, F9 shows all; F5 goes to all applications. Sheets that you may not see are not here."
  )
  static let whole = Phrase(zh: "全部申报", en: "All applications")
  static let none = Phrase(zh: "没有操作记录。", en: "Nothing is recorded.")
  static let noneMatches = Phrase(zh: "没有符合筛选的操作；F9 取消筛选。", en: "No act passes the filter; F9 shows all.")
  static let when = Phrase(zh: "时间", en: "Time")
  static let who = Phrase(zh: "人员", en: "Person")
  static let role = Phrase(zh: "角色", en: "Role")
  static let what = Phrase(zh: "操作", en: "Act")
  static let file = Phrase(zh: "文件", en: "File")
  static let revision = Phrase(zh: "版本", en: "Rev.")
  static let changes = Phrase(zh: "改动", en: "Changes")
  static let verified = Phrase(zh: "核对", en: "Verified")
  static let line = Phrase(zh: "日志行", en: "Line")
  static let before = Phrase(zh: "之前摘要", en: "Digest before")
  static let after = Phrase(zh: "之后摘要", en: "Digest after")
  static let inJournal = Phrase(zh: "操作日志所记", en: "What the journal tells")
  static let betweenVersions = Phrase(zh: "逐项对照", en: "Field by field")
  static let noVersions = Phrase(
    zh: "没有同时保存前后两版，只有日志所记。提交、签字和退回的版本才留存档。",
    en:
      "The two versions are not both at hand; only the journal tells. Copies are kept of what is submitted, signed or decided."
  )
  static let sameVersions = Phrase(zh: "两版内容相同。", en: "The two versions say the same.")
  static let looking = Phrase(zh: "正在查找存档…", en: "Looking for the copies…")
  static let was = Phrase(zh: "原", en: "was")
  static let became = Phrase(zh: "改为", en: "now")

  static func comparedWith(_ revision: Int?, isNext: Bool) -> Phrase {
    guard let revision else { return Phrase(zh: "这是第一版。", en: "This is the first revision.") }
    return isNext
      ? Phrase(zh: "与前一版（第 \(revision) 版）对照：", en: "Against the revision before, \(revision):")
      : Phrase(
        zh: "前一版没有存档，与留存的第 \(revision) 版对照：", en: "The one before is not kept; against revision \(revision):")
  }

  static func act(_ act: String) -> Phrase {
    switch act {
    case "score": Phrase(zh: "评分", en: "scored")
    case "submit": Phrase(zh: "提交评分表", en: "submitted")
    case "declare": Phrase(zh: "回避声明", en: "declared")
    case "return": Phrase(zh: "退回评分表", en: "sent back")
    case "inspect": Phrase(zh: "填写核查", en: "inspected")
    case "sign-visit": Phrase(zh: "核查签字", en: "signed")
    case "plan-visit": Phrase(zh: "安排核查", en: "planned")
    case "import": Phrase(zh: "导入", en: "imported")
    case "correct": Phrase(zh: "更正", en: "corrected")
    case "names": Phrase(zh: "归并指标", en: "names")
    case "assign": Phrase(zh: "分配", en: "assigned")
    case "decide": Phrase(zh: "决定", en: "decided")
    case "export": Phrase(zh: "导出", en: "exported")
    case "present": Phrase(zh: "无操作记录", en: "not recorded")
    default: decision(act) ?? Phrase(zh: display(act), en: display(act))
    }
  }

  /// Acts of supervisors on the way from the formal check into the library.
  private static func decision(_ act: String) -> Phrase? {
    switch act {
    case "formal-open": Phrase(zh: "开始审查", en: "check begun")
    case "formal-confirm": Phrase(zh: "确认发现", en: "confirmed")
    case "supplement": Phrase(zh: "补正通知", en: "notice")
    case "supplement-close": Phrase(zh: "补正办结", en: "item closed")
    case "accept": Phrase(zh: "审查通过", en: "accepted")
    case "refuse": Phrase(zh: "不予受理", en: "refused")
    case "refer": Phrase(zh: "提请决定", en: "referred")
    case "publish": Phrase(zh: "公示", en: "published")
    case "enter-library": Phrase(zh: "列入项目库", en: "listed")
    case "revoke": Phrase(zh: "撤销", en: "revoked")
    case "step-back": Phrase(zh: "退回上一步", en: "taken back")
    case "objection": Phrase(zh: "登记异议", en: "objection")
    case "objection-work": Phrase(zh: "办理异议", en: "handled")
    default: nil
    }
  }

  static func standing(_ standing: HistoryAct.Standing) -> Phrase {
    switch standing {
    case .holds: Phrase(zh: "一致", en: "holds")
    case .changed: Phrase(zh: "文件已被改动", en: "file changed")
    case .lost: Phrase(zh: "文件缺失或旧版", en: "file lost or old")
    case .unrecorded: Phrase(zh: "缺少记录", en: "no record")
    case .noCopy: Phrase(zh: "缺少副本", en: "no copy")
    case .doubtful: Phrase(zh: "顺序可疑", en: "doubtful order")
    }
  }

  static func verdict(_ standing: HistoryAct.Standing) -> Phrase {
    Phrase(
      zh: "\(self.standing(standing).zh)：\(why(standing).zh)", en: "\(self.standing(standing).en): \(why(standing).en)")
  }

  private static func why(_ standing: HistoryAct.Standing) -> Phrase {
    switch standing {
    case .holds: Phrase(zh: "文件、操作日志和存档的摘要相符。", en: "the digests of file, journal and copy agree.")
    case .changed:
      Phrase(
        zh: "文件或存档不是这次操作写下的内容：在程序之外改过。",
        en: "the file or its copy is not what the act left: another program changed it.")
    case .lost: Phrase(zh: "文件不在了，或者退回到了更早的版本。", en: "the file is gone, or an older one came back.")
    case .unrecorded:
      Phrase(zh: "文件的这个（或之前的）版本在任何操作日志里都没有。", en: "no journal tells of this revision, or of the one before.")
    case .noCopy: Phrase(zh: "这一版应有不可改动的存档，但找不到。", en: "the unchangeable copy of this revision is missing.")
    case .doubtful:
      Phrase(
        zh: "与它所说的前一版接不上：同一版后有两次写入、时间倒退，或日志行被动过。",
        en: "it does not follow what it says: two acts on one revision, a clock that went back, or a touched line.")
    }
  }

  /// The person's name, or what stands for it.
  static func who(_ act: HistoryAct, _ names: [String: String]) -> Phrase {
    if let letter = act.letter { return PanelWords.reviewer(letter) }
    guard let person = act.person else { return Phrase(zh: "—", en: "—") }
    let name = display(names[person] ?? person)
    return Phrase(zh: name, en: name)
  }

  static func role(_ act: HistoryAct) -> Phrase {
    guard let role = act.role else { return Phrase(zh: "", en: "") }
    return PersonRole(rawValue: role).map(Phrase.roleName) ?? Phrase(zh: display(role), en: display(role))
  }

  /// Everything that the journal tells of an act, in one line.
  static func changes(_ act: HistoryAct, _ language: Language) -> String {
    act.changes.map { change($0, language) }.joined(separator: language == .zh ? "，" : ", ")
  }

  static func change(_ change: HistoryAct.Change, _ language: Language) -> String {
    let name = field(change.path, language)
    if change.isText { return Phrase(zh: "\(name)（文字）", en: "\(name) (text)")(language) }
    let after = value(change.to, of: change.path, language)
    guard change.from != nil || change.path.first == "scores" else { return "\(name) \(after)" }
    return "\(name) \(value(change.from, of: change.path, language))→\(after)"
  }

  /// The name of a place in a record.
  static func field(_ path: [String], _ language: Language) -> String {
    switch (path.first, path.count) {
    case ("scores"?, 2): display(path[1])
    case ("acts"?, 1): Phrase(zh: "动作", en: "acts")(language)
    case ("total"?, 1): Phrase(zh: "总分", en: "total")(language)
    case ("reviewer"?, 1): Phrase(zh: "评审人", en: "reviewer")(language)
    case ("reason"?, 1): Phrase(zh: "理由", en: "reason")(language)
    case ("confirmed"?, 1): Phrase(zh: "依据已变后确认", en: "let stand")(language)
    case ("source"?, 1): Phrase(zh: "来源", en: "source")(language)
    case ("status"?, 1): Phrase(zh: "结果", en: "result")(language)
    case ("lessons"?, 1): Phrase(zh: "指标名", en: "metric names")(language)
    case ("inspectors"?, 1): Phrase(zh: "核查人员", en: "inspectors")(language)
    case ("plannedStart"?, 1): Phrase(zh: "计划时间", en: "planned for")(language)
    default: ConflictWords.field(path, language)
    }
  }

  static func value(_ value: JSONValue?, of path: [String], _ language: Language) -> String {
    switch (path.first, value) {
    case ("recommendation"?, .string(let word)?):
      Review.Recommendation(rawValue: word).map { Phrase.recommendationName($0)(language) } ?? display(word)
    case ("reason"?, .string(let word)?):
      SheetReturn.Reason(rawValue: word).map { DeclarationWords.reason($0)(language) } ?? display(word)
    case ("declaration"?, .string(let word)?): declaration(word)(language)
    case ("acts"?, .array(let list)?):
      list.compactMap(\.string).map { act($0)(language) }.joined(separator: language == .zh ? "、" : ", ")
    case (_, .array(let list)?) where list.allSatisfy({ $0.string != nil }):
      list.compactMap(\.string).map { display($0) }.joined(separator: " ")
    default: display(Figures.text(value))
    }
  }

  private static func declaration(_ word: String) -> Phrase {
    if word == "none" { return DeclarationWords.none }
    return Declaration.Ground(rawValue: word).map(DeclarationWords.name) ?? Phrase(zh: display(word), en: display(word))
  }

  static func filtered(_ state: HistoryState, _ language: Language) -> String {
    var parts: [String] = []
    if let person = state.person { parts.append(state.name(person, language)) }
    if let file = state.file { parts.append(display(file)) }
    if let kind = state.kind { parts.append(act(kind)(language)) }
    return parts.joined(separator: " · ")
  }

  static func shown(_ count: Int, of all: Int) -> Phrase {
    count == all
      ? Phrase(zh: "\(all) 次操作", en: "\(all) acts")
      : Phrase(zh: "显示 \(count)/\(all) 次操作", en: "\(count) of \(all) acts")
  }

  static func broken(_ count: Int) -> Phrase {
    Phrase(zh: "\(count) 处日志问题，用 check 查看", en: "\(count) broken journal lines: see check")
  }

  static let badSubject = Phrase(
    zh: "请给出申报编号（2022-zoucheng-001）或工作区内的文件路径（decisions/2022-zoucheng-001.json）。",
    en: "Name an application (2022-zoucheng-001) or a file of the workspace (decisions/2022-zoucheng-001.json).")
}
