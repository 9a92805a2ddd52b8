/// One act of a person, as it stands in the journal (操作日志).
public struct JournalEntry: Equatable, Sendable {
  /// When (ISO 8601 with zone); a label, the order of the lines counts.
  public var at: String
  /// Who.
  public var person: String
  /// As what: `reviewer`, `inspector` or `supervisor`.
  public var role: String?
  /// What: `score`, `submit`, `import`…
  public var act: String
  /// The file that was written, inside the workspace.
  public var file: String?
  /// Its revision.
  public var revision: Int?
  /// SHA-256 of the file before; nil when there was none.
  public var before: String?
  /// SHA-256 of the file after.
  public var after: String?
  /// What changed, from what to what.
  public var detail: JSONObject

  /// An act.
  public init(
    at: String, person: String, role: String? = nil, act: String, file: String? = nil, revision: Int? = nil,
    before: String? = nil, after: String? = nil, detail: JSONObject = JSONObject()
  ) {
    self.at = at
    self.person = person
    self.role = role
    self.act = act
    self.file = file
    self.revision = revision
    self.before = before
    self.after = after
    self.detail = detail
  }

  init(json: JSONValue) throws(FieldError) {
    let line = try FieldReader(json)
    at = try line.requiredText("at")
    person = try line.identifier("person")
    role = try line.text("role")
    act = try line.requiredText("act")
    file = try line.text("file")
    revision = try line.integer("revision")
    before = try line.text("before")
    after = try line.text("after")
    detail = try line.object("detail").object
  }

  /// The line's object, which ends with the digest of the line before.
  func json(previous: String?) -> JSONValue {
    var object = JSONObject([("at", .string(at)), ("person", .string(person))])
    if let role { object["role"] = .string(role) }
    object["act"] = .string(act)
    if let file { object["file"] = .string(file) }
    if let revision { object["revision"] = .number(JSONNumber(revision)) }
    if let before { object["before"] = .string(before) }
    if let after { object["after"] = .string(after) }
    if !detail.members.isEmpty { object["detail"] = .object(detail) }
    object["prev"] = previous.map { .string($0) } ?? .null
    return .object(object)
  }
}
