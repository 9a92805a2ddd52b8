import Testing

@testable import Core

/// R01 and R17 for a county as a whole, and what a workspace's examination puts where.
@Suite struct CountyRuleTests {
  private func summary(_ received: String, letter: String = "{\"number\": \"1号\"}") throws -> CountySummary {
    let text = """
      {"schema": "reviewtui/summary/1", "unit": "rencheng", "received": {"byCity": \(received)}, "letter": \(letter),
       "rows": [{"seq": 1, "company": "济宁甲装备有限公司", "projectName": "5G总装车间", "investment": 671,
                 "completed": "2022-05", "contact": "李四", "phones": ["13800001107"], "scenarios": ["SC01"]}]}
      """
    return try CountySummary(json: JSONParser.parse(Array(text.utf8)))
  }

  private func lines(_ summary: CountySummary?, _ changes: [(String, String)] = []) throws -> [String] {
    let program = try jiningProgram()
    let unit = try #require(program.unit("rencheng"))
    let found = RuleBook(program: program).findings(
      county: unit, summary: summary, applications: [try RuleBench.application(changes)])
    return found.map { "\(RuleBench.line($0)) \($0.application ?? "-")\($0.isStanding ? " standing" : "")" }
  }

  @Test func aGoodCountyHasNoFindings() throws {
    #expect(try lines(summary("\"2022-08-24T09:00:00+08:00\"")) == [])
    let other = try #require(try jiningProgram().unit("qufu"))
    #expect(try RuleBook(program: jiningProgram()).findings(county: other, summary: nil, applications: []) == [])
  }

  @Test func aLateCountyIsLateWithAllItsForms() throws {
    let late = try summary("\"2022-08-25T12:00:01+08:00\"")
    #expect(try lines(late) == ["R01 REJ received.byCity -"])
    #expect(
      try lines(late, [("received", "{}")]) == [
        "R01 REJ received.byCity -", "R01 REJ received.byCity 2022-rencheng-001",
      ])
    #expect(try lines(summary("\"2022-08-25T12:00:00+08:00\"")) == ["R01 INFO received.byCity -"])
    #expect(try lines(summary("null")) == ["R01 HUM received.byCity - standing"])
  }

  @Test func papersThatAreNotHereAreAQuestion() throws {
    #expect(try lines(nil) == ["R17 HUM summary -"])
    let noLetter = try summary("\"2022-08-24T09:00:00+08:00\"", letter: "null")
    #expect(try lines(noLetter) == ["R17 HUM letter - standing"])
  }

  @Test func anExaminationPutsFindingsWhereTheyBelong() throws {
    let program = try jiningProgram()
    let first = try RuleBench.application([("company.county", "\"yanzhou\"")])
    let second = try RuleBench.application([("id", "\"2022-rencheng-002\"")])
    let late = try summary("\"2022-08-26T09:00:00+08:00\"")
    let found = RuleBook(program: program).examine([first, second], summaries: [late])
    #expect(Set(found.applications.keys) == ["2022-rencheng-001", "2022-rencheng-002"])
    #expect(found.applications["2022-rencheng-001"]?.contains { $0.rule == "R29" && $0.severity == .warning } == true)
    #expect(found.applications["2022-rencheng-002"]?.contains { $0.rule == "R37" } == true)
    #expect(found.counties.map(\.rule).contains("R01"))
    #expect(found.counties.map { $0.application == nil }.contains(false) == false)
    for list in found.applications.values { #expect(list.map(\.severity) == list.map(\.severity).sorted()) }
  }
}
