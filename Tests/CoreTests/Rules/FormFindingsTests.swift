import Testing

@testable import Core

/// The forms of `Fixtures/forms`: what proposes a rejection or asks for a correction is exactly what a careful person found.
@Suite struct FormFindingsTests {
  /// Rejections and corrections, and by how many other findings a code of that person is met.
  private static let expected: [(form: String, faults: [String], others: [String])] = [
    ("A01", [], []), ("A02", [], ["R22 INFO"]), ("A03", ["R07 WARN", "R15 WARN"], []), ("A04", [], ["R22 INFO"]),
    ("A05", [], []),
    ("A06", ["R09 WARN", "R10 WARN"], []), ("A07", [], []), ("A08", [], []), ("A09", [], ["R22 INFO", "R29 INFO"]),
    ("A10", ["R03 REJ"], ["R22 INFO"]), ("A11", [], ["R22 INFO", "R29 INFO"]), ("A12", [], ["R29 INFO"]),
  ]

  @Test(arguments: expected) func findsWhatIsThere(_ form: String, _ faults: [String], _ others: [String]) throws {
    let truth = try JSONParser.parse(try WholeFormTests.fixture("expected/\(form).json"))
    let found = try findings(try #require(truth["file"]?.string))
    let lines = found.map { "\($0.rule) \($0.severity.rawValue)" }
    #expect(lines.filter { $0.hasSuffix("REJ") || $0.hasSuffix("WARN") }.sorted() == faults.sorted())
    for other in others { #expect(lines.contains(other), "\(other)") }
    // Every form leaves out the date of the county's opinion; nothing else is asked of a good one.
    let questions = found.filter { $0.severity == .human && !$0.isStanding && $0.rule != "R16" }
    if faults.isEmpty { #expect(questions.map(\.rule) == []) }
  }

  @Test(arguments: WholeFormTests.variants) func otherWritersChangeNothing(_ form: String, _ file: String) throws {
    let truth = try JSONParser.parse(try WholeFormTests.fixture("expected/\(form).json"))
    let first = try findings(try #require(truth["file"]?.string))
    let second = try findings(file)
    let faults = { (list: [Finding]) in list.filter { $0.severity < .human }.map(RuleBench.line) }
    #expect(faults(first) == faults(second))
  }

  private func findings(_ file: String) throws -> [Finding] {
    try RuleBook(program: jiningProgram()).findings(Application(json: WholeFormTests.read(file)))
  }
}
