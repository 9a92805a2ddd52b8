extension RuleBook {
  /// What the rules say of a county's papers and of the applications that it recommends: R17, R29 to R35.
  ///
  /// - Parameters:
  ///   - unit: key of the recommending unit (县市区).
  ///   - summary: its summary table (附件3); nil when none was received.
  ///   - applications: the applications of the workspace; those of other units are passed over.
  public func findings(county unit: String, summary: CountySummary?, applications: [Application]) -> [Finding] {
    let own = applications.filter { $0.unit.hasSameBytes(as: unit) }
    guard let summary else {
      var found = CrossCheck.units(own, program: program)
      if !own.isEmpty, let severity = Self.severity(of: "R17", in: program) {
        found.append(
          Finding(
            rule: "R17", severity: severity, unit: unit, application: nil, path: "", fact: .crossCheck(.noSummary)))
      }
      return Self.sorted(found)
    }
    var found = CrossCheck.findings(summary: summary, applications: own, program: program)
    if summary.letter == nil, Self.severity(of: "R17", in: program) != nil {
      // An electronic table cannot carry the letter: only a person knows whether it came.
      found.append(
        Finding(
          rule: "R17", severity: .human, unit: unit, application: nil, path: "letter", fact: .crossCheck(.noLetter),
          isStanding: true))
    }
    return Self.sorted(found)
  }
}
