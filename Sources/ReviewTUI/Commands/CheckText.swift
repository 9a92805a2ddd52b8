import Core

/// Findings as lines: grouped by application, the most severe first.
struct CheckText {
  let program: Program
  let context: CommandContext
  /// Whether findings that every application has stand one by one, and the clause below each finding.
  let isFull: Bool

  func print(_ findings: [Finding]) {
    var groups: [(key: String, findings: [Finding])] = []
    for finding in findings {
      let key = finding.application ?? "/" + finding.unit
      if groups.last?.key != key { groups.append((key, [])) }
      groups[groups.count - 1].findings.append(finding)
    }
    for group in groups {
      context.console.out(heading(group.findings))
      for line in lines(group.findings) { context.console.out("  " + line) }
    }
    let counts = Severity.allCases.map { severity in (severity, findings.count { $0.severity == severity }) }
    context.print(FindingWords.total(counts))
  }

  private func heading(_ findings: [Finding]) -> String {
    guard let first = findings.first else { return "" }
    if let application = first.application { return display(application) }
    let unit = program.unit(first.unit)
    let name = unit.map { context.language == .zh ? $0.name : $0.english } ?? first.unit
    return FindingWords.county(name)(context.language)
  }

  private func lines(_ findings: [Finding]) -> [String] {
    var lines: [String] = []
    for finding in findings where isFull || !finding.isStanding {
      let severity = FindingWords.severity(finding.severity)(context.language)
      lines.append("\(finding.rule) \(severity) \(FindingWords.message(finding)(context.language))")
      if isFull, let rule = program.rule(finding.rule) {
        lines.append("    " + FindingWords.clause(rule)(context.language))
      }
    }
    var standing: [String] = []
    for finding in findings where finding.isStanding && !standing.contains(finding.rule) {
      standing.append(finding.rule)
    }
    if !isFull, !standing.isEmpty { lines.append(FindingWords.standing(standing.sorted())(context.language)) }
    return lines
  }
}
