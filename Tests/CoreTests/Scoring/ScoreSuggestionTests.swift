import Foundation
import Testing

@testable import Core

private func rubric(_ suggestion: String) throws -> Rubric {
  let text = """
    {"id": "r1", "step": 0.5, "bands": [{"key": "g", "name": {"zh": "优"}, "from": 0}],
     "criteria": [{"id": "C11", "name": {"zh": "一"}, "max": 10},
                  {"id": "C12", "name": {"zh": "二"}, "max": 5, "suggestion": \(suggestion)}]}
    """
  return try Rubric(FieldReader(JSONParser.parse(Array(text.utf8))))
}

private func finding(_ rule: String, _ severity: Severity = .warning, isStanding: Bool = false) -> Finding {
  Finding(
    rule: rule, severity: severity, unit: "qufu", application: "2022-qufu-001", path: "photos", fact: .form(.blank),
    isStanding: isStanding)
}

@Suite struct ScoreSuggestionTests {
  private let shipped = #"{"start": 5, "deduct": 0.5, "per": "WARN", "floor": 0, "origin": "policy"}"#

  @Test(arguments: [(0, 50), (1, 45), (2, 40), (9, 5), (10, 0), (11, 0), (1000, 0)])
  func halfAPointForEveryOpenWarningDownToTheFloor(_ count: Int, _ tenths: Int) throws {
    let rubric = try rubric(shipped)
    let noise = [
      finding("R01", .reject), finding("R06", .human), finding("R20", .information), finding("R17", isStanding: true),
    ]
    let findings = (0..<count).map { finding("R\(10 + $0 % 20)") }
    let all = ScoreSuggestion.all(rubric, findings: noise + findings)
    #expect(all.map(\.criterion) == ["C12"])
    #expect(all[0].tenths == tenths && all[0].findings.count == count)
  }

  @Test func namesEveryRuleOnce() throws {
    let all = ScoreSuggestion.all(try rubric(shipped), findings: ["R09", "R10", "R09", "R11"].map { finding($0) })
    #expect(all[0].rules.map(\.rule) == ["R09", "R10", "R11"])
    #expect(all[0].rules.map(\.count) == [2, 1, 1])
  }

  @Test func theNumbersAreDataAndStayOnTheStep() throws {
    let findings = [finding("R09"), finding("R10"), finding("R06", .human)]
    let other = #"{"start": 4, "deduct": 0.3, "per": "WARN", "floor": 3, "origin": "policy"}"#
    #expect(ScoreSuggestion.all(try rubric(other), findings: findings)[0].tenths == 30)
    let human = #"{"deduct": 1, "per": "HUM", "origin": "policy"}"#
    #expect(ScoreSuggestion.all(try rubric(human), findings: findings)[0].tenths == 40)
    #expect(try rubric(shipped).criterion("C11")?.suggestion == nil)
  }

  @Test(arguments: [
    #"{"start": 6, "deduct": 0.5, "per": "WARN"}"#, #"{"deduct": -0.5, "per": "WARN"}"#, #"{"deduct": 0.5}"#,
    #"{"deduct": 0.5, "per": "SOME"}"#, #"{"deduct": 0.05, "per": "WARN"}"#, "[]",
  ])
  func refusesWhatMakesNoSense(_ text: String) {
    #expect(throws: FieldError.self) { try rubric(text) }
  }

  /// The shipped call counts the same findings for the sample data as `check` does, with the cross-checks.
  @Test func theSampleSuggestsWhatCheckCounts() throws {
    let program = try InspectionBench.program()
    let sample = InspectionBench.root.appendingPathComponent("sample-data").path
    let workspace = try Workspace.open(sample)
    let folder = try workspace.applications()
    let applications = try folder.listing().records.map { try folder.application($0) }
    let summaries = Array(workspace.summaries(of: program).tables.values)
    let book = RuleBook(program: program)
    let examined = book.examine(applications, summaries: summaries)
    var seen: Set<Int> = []
    for application in applications {
      let checked = (examined.applications[application.id] ?? []).filter { $0.severity == .warning && !$0.isStanding }
      let findings = book.findings(application, in: workspace)
      let suggestion = try #require(ScoreSuggestion.all(program.rubric, findings: findings).first)
      #expect(suggestion.findings == checked, "\(application.id)")
      #expect(suggestion.tenths == max(0, 50 - 5 * checked.count))
      seen.insert(checked.count)
    }
    #expect(seen.count > 1, "the sample has files with and without findings")
  }
}
