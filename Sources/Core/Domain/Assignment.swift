/// Who reviews and inspects one application (`assignments/<application>.json`, written by supervisors).
public struct Assignment: Equatable, Sendable {
  /// The application.
  public let application: String
  /// Person ids of the reviewers (评审专家).
  public let reviewers: [String]
  /// Person ids of the inspectors (核查员).
  public let inspectors: [String]

  /// Reads an assignment file.
  public init(json: JSONValue) throws(FieldError) {
    let root = try FieldReader(json)
    try root.requireSchema(.assignment)
    application = try root.identifier("application")
    reviewers = try root.texts("reviewers")
    inspectors = try root.texts("inspectors")
  }
}
