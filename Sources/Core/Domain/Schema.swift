/// The `"schema"` member that every file of a workspace carries: `reviewtui/<kind>/1`.
public enum SchemaKind: String, CaseIterable, Sendable {
  case program, people, application, summary, assignment, review, inspection, decision, names, rescue
  case inspectionPart = "inspection-part"

  /// The identifier written into a file of this kind.
  public var identifier: String { "reviewtui/\(rawValue)/1" }
}
