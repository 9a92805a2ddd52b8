/// A score that the findings of the rules suggest for a criterion (建议分). A person takes it or not; it is never written by
/// itself.
public struct ScoreSuggestion: Equatable, Sendable {
  /// Id of the criterion.
  public let criterion: String
  /// The suggested score, in tenths and on the step of the rubric.
  public let tenths: Int
  /// What it counts.
  public let severity: Severity
  /// The open findings that were counted, in the order of `check`.
  public let findings: [Finding]

  /// The suggestion for `criterion`; nil when its rubric suggests nothing for it.
  ///
  /// - Parameter findings: what the rules say of the application, as `check` lists it. Findings that every application has
  ///   (standing ones) are not counted.
  public init?(for criterion: Criterion, _ rubric: Rubric, findings: [Finding]) {
    guard let rule = criterion.suggestion else { return nil }
    self.criterion = criterion.id
    severity = rule.severity
    self.findings = findings.filter { $0.severity == rule.severity && !$0.isStanding }
    let (lost, overflow) = self.findings.count.multipliedReportingOverflow(by: rule.deduction)
    let value = max(rule.floor, overflow ? rule.floor : rule.start - lost)
    tenths = min(criterion.maximum, max(0, value)) / rubric.step * rubric.step
  }

  /// Every suggestion of the rubric.
  public static func all(_ rubric: Rubric, findings: [Finding]) -> [ScoreSuggestion] {
    rubric.criteria.compactMap { ScoreSuggestion(for: $0, rubric, findings: findings) }
  }

  /// The rules that were counted, each with how many findings it has, in the order of ``findings``.
  public var rules: [(rule: String, count: Int)] {
    var rules: [(rule: String, count: Int)] = []
    for finding in findings {
      if let place = rules.firstIndex(where: { $0.rule.hasSameBytes(as: finding.rule) }) {
        rules[place].count += 1
      } else {
        rules.append((finding.rule, 1))
      }
    }
    return rules
  }
}
