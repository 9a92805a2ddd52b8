/// Who reviews and inspects one application (`assignments/<application>.json`, written by supervisors).
public struct Assignment: Equatable, Sendable {
  /// The application.
  public let application: String
  /// Person ids of the reviewers (评审专家).
  public var reviewers: [String]
  /// Person ids of the inspectors (核查员).
  public var inspectors: [String]
  /// Counts every durable save from 1; 0 in a file that was written before there were revisions.
  public var revision = 0
  /// SHA-256 of the revision before.
  public var previous: String?
  /// When it was last saved (ISO 8601 with zone); a label.
  public var savedAt: String?
  /// Who was put on and taken off, oldest first; empty in a file that was written before this was recorded.
  public var changes: [Change] = []

  /// Somebody who was put on an application or taken off it.
  public struct Change: Equatable, Sendable {
    /// What was done.
    public enum Act: String, CaseIterable, Sendable {
      /// 分配.
      case add
      /// 撤下.
      case remove
    }

    /// Put on, or taken off.
    public let act: Act
    /// As what: reviewer or inspector.
    public let role: PersonRole
    /// Person id.
    public let person: String
    /// Why; empty where no reason is needed.
    public let reason: String
    /// Person id of the supervisor.
    public let by: String
    /// When (ISO 8601 with zone).
    public let at: String
  }

  /// Nobody.
  public init(application: String) {
    self.application = application
    reviewers = []
    inspectors = []
  }

  /// Reads an assignment file.
  public init(json: JSONValue) throws(FieldError) {
    let root = try FieldReader(json)
    try root.requireSchema(.assignment)
    application = try root.identifier("application")
    reviewers = try root.texts("reviewers")
    inspectors = try root.texts("inspectors")
    revision = try root.integer("revision") ?? 0
    previous = try root.text("previous")
    savedAt = try root.text("savedAt")
    changes = try root.objects("changes", Change.init)
  }

  /// The file's content.
  public var json: JSONValue {
    .object(
      JSONObject([
        ("schema", .string(SchemaKind.assignment.identifier)), ("application", .string(application)),
        ("reviewers", .texts(reviewers)), ("inspectors", .texts(inspectors)),
        ("revision", .number(JSONNumber(revision))), ("previous", .text(previous)), ("savedAt", .text(savedAt)),
        ("changes", .array(changes.map(\.json))),
      ]))
  }
}

extension Assignment.Change {
  init(_ reader: FieldReader) throws(FieldError) {
    let (act, role) = (try reader.requiredText("act"), try reader.requiredText("role"))
    guard let act = Act(rawValue: act) else {
      throw FieldError(
        path: reader.path + ["act"], expected: .oneOf(Act.allCases.map(\.rawValue)), found: .string(act))
    }
    guard let role = PersonRole(rawValue: role), role != .supervisor else {
      throw FieldError(
        path: reader.path + ["role"],
        expected: .oneOf([PersonRole.reviewer, .inspector].map(\.rawValue)), found: .string(role))
    }
    self.init(
      act: act, role: role, person: try reader.identifier("person"), reason: try reader.text("reason") ?? "",
      by: try reader.identifier("by"), at: try reader.requiredText("at"))
  }

  var json: JSONValue {
    .object(
      JSONObject([
        ("act", .string(act.rawValue)), ("role", .string(role.rawValue)), ("person", .string(person)),
        ("reason", .string(reason)), ("by", .string(by)), ("at", .string(at)),
      ]))
  }
}
