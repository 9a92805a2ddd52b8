/// The codes by which the list marks an application (标记): what `flag:` finds.
public enum ApplicationFlags {
  /// Something in the form was not understood and nobody has looked at it yet (未识别).
  public static let unparsed = "unparsed"
  /// Fields of the form were corrected (已更正).
  public static let corrected = "corrected"

  /// The codes of an application: severities and rules of its findings, the most severe first, then the two above.
  ///
  /// Findings that ask of every application mark none.
  public static func codes(of application: Application, findings: [Finding]) -> [String] {
    var codes: [String] = []
    func add(_ code: String) {
      if !codes.contains(where: { $0.hasSameBytes(as: code) }) { codes.append(code) }
    }
    let own = findings.filter { !$0.isStanding }
    for severity in Severity.allCases where own.contains(where: { $0.severity == severity }) { add(severity.rawValue) }
    for severity in Severity.allCases {
      for finding in own where finding.severity == severity { add(finding.rule) }
    }
    if !application.openGaps.isEmpty { add(unparsed) }
    if zip(application.corrections, application.correctionsApplied).contains(where: { $1 && !$0.isConfirmation }) {
      add(corrected)
    }
    return codes
  }

  /// `codes` with those of further findings: what asks for something before what is only worth knowing.
  public static func adding(_ findings: [Finding], to codes: [String]) -> [String] {
    let own = findings.filter { !$0.isStanding }
    if own.isEmpty { return codes }
    let severities = Severity.allCases.map(\.rawValue).filter { code in
      codes.contains { $0.hasSameBytes(as: code) } || own.contains { $0.severity.rawValue.hasSameBytes(as: code) }
    }
    var rest = codes.filter { Severity(rawValue: $0) == nil }
    for finding in own.sorted(by: { $0.severity < $1.severity }).reversed()
    where !rest.contains(where: { $0.hasSameBytes(as: finding.rule) }) {
      rest.insert(
        finding.rule, at: finding.severity < .human ? 0 : (rest.firstIndex { !$0.hasPrefix("R") } ?? rest.count))
    }
    return severities + rest
  }
}
