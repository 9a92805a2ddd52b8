/// What one person adds to a visit in a file of their own (`inspections/<application>/<visit>/<person>.json`), so that every
/// file has one writer: a member's answers and signature, a re-check after sign-off, a supervisor's leave to soften a
/// verdict.
public struct InspectionPart: Equatable, Sendable {
  /// A re-check of a problem (复核).
  public struct Fix: Equatable, Sendable {
    /// The problem's id, `p01`.
    public let id: String
    /// When the applicant reported it as put right (day).
    public var fixedAt: String?
    /// What was done.
    public var result: String
    /// Whether the re-check found it right; nil while it was not re-checked.
    public var isRight: Bool?
    /// When it was re-checked.
    public var recheckedAt: String?
  }

  /// A supervisor's leave for a verdict that is softer than the rule's.
  public struct Leave: Equatable, Sendable {
    /// The verdict.
    public var verdict: Inspection.Verdict
    /// Why.
    public var reason: String
    /// When.
    public var at: String
  }

  /// A signature to the lead's sealed record. A name typed here is no electronic signature in law; the printed record is.
  public struct Signature: Equatable, Sendable {
    /// The seal of the record that was signed.
    public var transcript: String
    /// When.
    public var at: String
  }

  /// The visit.
  public let visit: String
  /// The application.
  public let application: String
  /// The writer.
  public let person: String
  /// Whether the person has an interest (回避); nil while nothing was said.
  public var hasConflict: Bool?
  /// Own answers.
  public var items: [Inspection.Item]
  /// Re-checks.
  public var fixes: [Fix]
  /// A supervisor's leave.
  public var leave: Leave?
  /// Own notes.
  public var note: String
  /// The signature.
  public var signature: Signature?
  /// Saves with a clock that cannot be right.
  public var clockSteps: [Inspection.ClockStep]
  /// Counts every durable save from 1.
  public var revision: Int
  /// SHA-256 of the revision before.
  public var previous: String?
  /// When it was last saved; a label.
  public var savedAt: String?

  /// An empty part.
  public init(visit: String, application: String, person: String) {
    (self.visit, self.application, self.person) = (visit, application, person)
    (items, fixes, note, clockSteps, revision) = ([], [], "", [], 0)
  }

  /// Reads a part.
  public init(json: JSONValue) throws(FieldError) {
    let root = try FieldReader(json)
    try root.requireSchema(.inspectionPart)
    self.init(
      visit: try root.identifier("visitId"), application: try root.identifier("application"),
      person: try root.identifier("person"))
    hasConflict = try root.truth("conflict")
    items = try root.objects("items", Inspection.Item.init)
    fixes = try root.objects("fixes") { (entry) throws(FieldError) in
      Fix(
        id: try entry.requiredText("id"), fixedAt: try entry.text("fixedAt"), result: try entry.text("fixResult") ?? "",
        isRight: try entry.truth("recheck"), recheckedAt: try entry.text("recheckedAt"))
    }
    if root.value("leave") != nil {
      let entry = try root.object("leave")
      guard let verdict: Inspection.Verdict = try entry.word("verdict") else {
        throw FieldError(path: ["leave", "verdict"], expected: .text, found: nil)
      }
      leave = Leave(verdict: verdict, reason: try entry.text("reason") ?? "", at: try entry.text("at") ?? "")
    }
    note = try root.text("note") ?? ""
    if root.value("signature") != nil {
      let entry = try root.object("signature")
      signature = Signature(transcript: try entry.requiredText("transcript"), at: try entry.text("at") ?? "")
    }
    clockSteps = try root.objects("clockSteps") { (entry) throws(FieldError) in try Inspection.ClockStep(entry) }
    revision = try root.integer("revision") ?? 0
    previous = try root.text("previous")
    savedAt = try root.text("savedAt")
  }

  /// The file's content.
  public var json: JSONValue {
    var object = members
    // Only where there is one: most parts have none.
    if !clockSteps.isEmpty { object["clockSteps"] = .array(clockSteps.map(\.json)) }
    return .object(object)
  }

  private var members: JSONObject {
    JSONObject([
      ("schema", .string(SchemaKind.inspectionPart.identifier)), ("visitId", .string(visit)),
      ("application", .string(application)), ("person", .string(person)), ("revision", .number(JSONNumber(revision))),
      ("previous", .text(previous)), ("savedAt", .text(savedAt)),
      ("conflict", hasConflict.map { .bool($0) } ?? .null), ("items", .array(items.map(\.json))),
      (
        "fixes",
        .array(
          fixes.map { fix in
            .object(
              JSONObject([
                ("id", .string(fix.id)), ("fixedAt", .text(fix.fixedAt)), ("fixResult", .string(fix.result)),
                ("recheck", fix.isRight.map { .bool($0) } ?? .null), ("recheckedAt", .text(fix.recheckedAt)),
              ]))
          })
      ),
      (
        "leave",
        leave.map {
          .object(
            JSONObject([
              ("verdict", .string($0.verdict.rawValue)), ("reason", .string($0.reason)), ("at", .string($0.at)),
            ]))
        } ?? .null
      ),
      ("note", .string(note)),
      (
        "signature",
        signature.map {
          .object(JSONObject([("transcript", .string($0.transcript)), ("at", .string($0.at))]))
        } ?? .null
      ),
    ])
  }
}
