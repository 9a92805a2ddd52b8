/// What the call says about visits (现场核查): the checklist, the kinds of evidence, bands and time limits, as data.
public struct InspectionProgram: Equatable, Sendable {
  /// The general checklist, G01 to G20.
  public let items: [CheckItem]
  /// What each scenario adds.
  public let scenarios: [ScenarioChecks]
  /// 照片, 视频, 合同…
  public let evidenceKinds: [Choice]
  /// The pictures that every visit brings home: gate, whole scene, device, platform, network test, group.
  public let minimumEvidence: [Choice]
  /// Why an application is visited (抽查, 分数临界…). The notice says 根据需要.
  public let reasons: [Choice]
  /// How a figure was verified (系统导出, 财务凭证…).
  public let methods: [Choice]
  /// Percent worse than declared, up to which a band holds.
  public let bands: DeviationBands
  /// Fewest metrics that must hold (不少于3个).
  public let minimumMetrics: Int
  /// Time limits in working days.
  public let limits: Limits
  /// Holidays and shifted working days.
  public let calendar: WorkingCalendar

  /// One thing to look at.
  public struct CheckItem: Equatable, Sendable {
    /// `G01`, or `SC06-2` for the second of a scenario.
    public let id: String
    /// What must hold; of a scenario the clause word for word.
    public let name: Program.Words
    /// What the inspector looks at.
    public let how: String
    /// The clause it rests on.
    public let basis: String
    /// `notice` or `policy`.
    public let origin: String
    /// 否决项 (★): one 不符合 and the visit is 不通过.
    public let isVeto: Bool
    /// 参考项: noted, never held against the applicant.
    public let isReference: Bool
  }

  /// What a scenario adds to the checklist.
  public struct ScenarioChecks: Equatable, Sendable {
    /// `SC01` to `SC10`.
    public let code: String
    /// The wording of G06 for this scenario; nil where 基础条件 asks for no coverage of a place.
    public let network: String?
    /// Its own items.
    public let items: [CheckItem]
  }

  /// A named choice.
  public struct Choice: Equatable, Sendable {
    /// Word in files and on command lines.
    public let key: String
    /// As shown.
    public let name: Program.Words
  }

  /// Time limits, in working days.
  public struct Limits: Equatable, Sendable {
    /// Notice before a visit.
    public let notice: Int
    /// From the plan to the end of the visit.
    public let finish: Int
    /// For putting a problem right.
    public let fix: Int
    /// For the re-check after that.
    public let recheck: Int
  }

  init(_ reader: FieldReader) throws(FieldError) {
    items = try reader.objects("items", Self.item)
    scenarios = try reader.objects("scenarios") { (entry) throws(FieldError) in
      ScenarioChecks(
        code: try entry.requiredText("code"), network: try entry.text("network"),
        items: try entry.objects("items", Self.item))
    }
    evidenceKinds = try reader.objects("evidenceKinds", Self.choice)
    minimumEvidence = try reader.objects("minimumEvidence", Self.choice)
    reasons = try reader.objects("reasons", Self.choice)
    methods = try reader.objects("methods", Self.choice)
    let bands = try reader.object("bands")
    self.bands = DeviationBands(
      matches: try bands.integer("matches") ?? 5, near: try bands.integer("near") ?? 10,
      low: try bands.integer("low") ?? 30)
    minimumMetrics = try reader.object("minimumMetrics").integer("value") ?? 3
    let days = try reader.object("workingDays")
    limits = Limits(
      notice: try days.integer("notice") ?? 2, finish: try days.integer("finish") ?? 10,
      fix: try days.integer("fix") ?? 10, recheck: try days.integer("recheck") ?? 5)
    calendar = try WorkingCalendar(reader.object("calendar"))
  }

  private static func item(_ entry: FieldReader) throws(FieldError) -> CheckItem {
    CheckItem(
      id: try entry.requiredText("id"), name: try Program.words(entry.object("name")), how: try entry.text("how") ?? "",
      basis: try entry.text("basis") ?? "", origin: try entry.text("origin") ?? "policy",
      isVeto: try entry.truth("veto") ?? false, isReference: try entry.truth("reference") ?? false)
  }

  private static func choice(_ entry: FieldReader) throws(FieldError) -> Choice {
    Choice(key: try entry.requiredText("key"), name: try Program.words(entry.object("name")))
  }
}
