/// What a rule found between a form (附件2) and its row in the county's summary table (附件3).
public enum CrossCheckFact: Equatable, Sendable {
  /// The two say different things, each in its own words.
  case differs(summary: CrossCheckSource, form: CrossCheckSource)
}

/// A value and where it stands.
public struct CrossCheckSource: Equatable, Sendable {
  /// The record within the workspace, for example `summaries/rencheng.json`.
  public let file: String
  /// The field within it, dotted: `rows.2.investment`.
  public let path: String
  /// Its words, as the document has them; nil when blank.
  public let text: String?

  /// A value and where it stands.
  public init(file: String, path: String, text: String?) {
    self.file = file
    self.path = path
    self.text = text
  }
}
