/// The call as data (`program.json`): nothing of Jining 2022 is in code.
public struct Program: Equatable, Sendable {
  /// Title of the call.
  public let title: Words
  /// Short title for the header line.
  public let shortTitle: Words
  /// Year, the first part of every application id.
  public let year: Int
  /// The milestones of the call, in the order of the file.
  public let dates: [Milestone]
  /// The recommending units (县市区), in the order of the file.
  public let units: [Unit]
  /// The scenario categories (典型场景支持范围).
  public let scenarios: [Scenario]
  /// The score sheet.
  public let rubric: Rubric
  /// What the bureau decides and the notice leaves open, each with its origin.
  public let policy: [PolicyItem]
  /// The machine-checkable rules of the notice with its clauses; empty in a file that was written before there were any.
  public let rules: [Rule]
  /// Canonical metric names with their synonyms.
  public let metricNames: [MetricName]
  /// What an inspector looks at (现场核查); empty in a file that was written before there was such a list.
  public let inspection: InspectionProgram

  /// A text in Chinese and English.
  public struct Words: Equatable, Sendable {
    /// Chinese.
    public let zh: String
    /// English.
    public let en: String
  }

  /// A date of the call.
  public struct Milestone: Equatable, Sendable {
    /// Key, for example `deadline`.
    public let key: String
    /// Its name.
    public let name: Words
    /// ISO 8601 date or date and time with zone.
    public let at: String
    /// `notice` or `policy`.
    public let origin: String
  }

  /// A recommending unit.
  public struct Unit: Equatable, Sendable {
    /// Pinyin key, for example `zoucheng`; part of application ids.
    public let key: String
    /// Name, for example 邹城市.
    public let name: String
    /// English name.
    public let english: String
    /// Other names in use.
    public let aliases: [String]
    /// Administrative code, if the unit has one; never used as an id.
    public let code: String?
    /// 区, 县, 县级市 or 功能区.
    public let kind: String
  }

  /// A scenario category.
  public struct Scenario: Equatable, Sendable {
    /// `SC01` to `SC10`.
    public let code: String
    /// Canonical name (附件1).
    public let name: String
    /// English name.
    public let english: String
    /// Other wordings, such as those of 附件2.
    public let aliases: [String]
    /// 场景描述.
    public let description: String
    /// 基础条件.
    public let conditions: String
  }

  /// Something that is decided, and by whom.
  public struct PolicyItem: Equatable, Sendable {
    /// Key, for example `panel.size`.
    public let key: String
    /// What it is.
    public let name: Words
    /// The value, as JSON.
    public let value: JSONValue
    /// `notice` or `policy`.
    public let origin: String
    /// The clause, or why it is so.
    public let note: String?
  }

  /// A canonical metric name.
  public struct MetricName: Equatable, Sendable {
    /// Key, for example `revenue`.
    public let key: String
    /// Name in Chinese and English.
    public let name: Words
    /// Unit in which values are compared.
    public let unit: String?
    /// `up`, `down` or nil where neither is better.
    public let better: Metric.Direction?
    /// Other wordings.
    public let synonyms: [String]
  }

  /// Reads `program.json`.
  public init(json: JSONValue) throws(FieldError) {
    let root = try FieldReader(json)
    try root.requireSchema(.program)
    title = try Self.words(root.object("title"))
    shortTitle = try Self.words(root.object("shortTitle"))
    guard let year = try root.integer("year") else {
      throw FieldError(path: ["year"], expected: .integer, found: nil)
    }
    self.year = year
    dates = try root.objects("dates") { (entry) throws(FieldError) in
      Milestone(
        key: try entry.requiredText("key"), name: try Self.words(entry.object("name")),
        at: try entry.requiredText("at"),
        origin: try entry.text("origin") ?? "policy")
    }
    units = try root.objects("units") { (entry) throws(FieldError) in
      let name = try entry.requiredText("name")
      return Unit(
        key: try entry.identifier("key"), name: name, english: try entry.text("english") ?? name,
        aliases: try entry.texts("aliases"), code: try entry.text("code"), kind: try entry.text("kind") ?? "")
    }
    scenarios = try root.objects("scenarios") { (entry) throws(FieldError) in
      let name = try entry.requiredText("name")
      return Scenario(
        code: try entry.requiredText("code"), name: name, english: try entry.text("english") ?? name,
        aliases: try entry.texts("aliases"), description: try entry.text("description") ?? "",
        conditions: try entry.text("conditions") ?? "")
    }
    rubric = try Rubric(root.object("rubric"))
    policy = try root.objects("policy") { (entry) throws(FieldError) in
      PolicyItem(
        key: try entry.requiredText("key"), name: try Self.words(entry.object("name")),
        value: entry.value("value") ?? .null, origin: try entry.text("origin") ?? "policy",
        note: try entry.text("note"))
    }
    rules = try root.objects("rules") { (entry) throws(FieldError) in try Rule(entry) }
    metricNames = try root.objects("metricNames") { (entry) throws(FieldError) in
      MetricName(
        key: try entry.requiredText("key"),
        name: Words(zh: try entry.text("zh") ?? "", en: try entry.text("en") ?? ""), unit: try entry.text("unit"),
        better: Metric.Direction(rawValue: try entry.text("better") ?? ""), synonyms: try entry.texts("synonyms"))
    }
    inspection = try InspectionProgram(root.object("inspection"))
  }

  static func words(_ reader: FieldReader) throws(FieldError) -> Words {
    let zh = try reader.text("zh") ?? ""
    return Words(zh: zh, en: try reader.text("en") ?? zh)
  }

  /// The unit with this key.
  public func unit(_ key: String) -> Unit? { units.first { $0.key.utf8.elementsEqual(key.utf8) } }

  /// The scenario with this code.
  public func scenario(_ code: String) -> Scenario? { scenarios.first { $0.code.utf8.elementsEqual(code.utf8) } }

  /// The milestone with this key.
  public func date(_ key: String) -> Milestone? { dates.first { $0.key.utf8.elementsEqual(key.utf8) } }

  /// The decision with this key.
  public func policy(_ key: String) -> PolicyItem? { policy.first { $0.key.utf8.elementsEqual(key.utf8) } }
}
