/// What a rule of the notice says about one place of one record (审查发现).
///
/// Derived, never stored: it is computed from the files whenever it is shown, and carries facts, no prose.
public struct Finding: Equatable, Sendable {
  /// The rule, `R01` to `R43`.
  public let rule: String
  /// What it asks for.
  public let severity: Severity
  /// The recommending unit (县市区) that it concerns, by key.
  public let unit: String
  /// The application that it concerns; nil for a finding about a county as a whole.
  public let application: String?
  /// The field of that application, dotted as in `raw` and `unparsed`: `project.overview`, `company.finance.2021.profit`.
  /// Of a county's finding: the field of its summary table.
  public let path: String
  /// What was found.
  public let fact: Fact
  /// The rule can only ever be judged by a person and asks of every application; lists fold such findings together.
  public let isStanding: Bool

  /// What was found, by family of rules.
  public enum Fact: Equatable, Sendable {
    /// In the application form (附件2) or in the county's papers.
    case form(FormFact)
    /// Between the form and the county's summary table (附件3).
    case crossCheck(CrossCheckFact)
  }

  /// A finding.
  public init(
    rule: String, severity: Severity, unit: String, application: String?, path: String, fact: Fact,
    isStanding: Bool = false
  ) {
    self.rule = rule
    self.severity = severity
    self.unit = unit
    self.application = application
    self.path = path
    self.fact = fact
    self.isStanding = isStanding
  }
}
