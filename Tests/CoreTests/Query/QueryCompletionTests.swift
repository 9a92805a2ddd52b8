import Testing

@testable import Core

@Suite struct QueryCompletionTests {
  let program: Program
  let counts: Facets

  init() throws {
    program = try searchProgram()
    counts = Facets(searchRows(program), program: program)
  }

  private func candidates(_ text: String, chinese: Bool = true) -> [QueryCompletion.Candidate] {
    let cursor = text.firstIndex(of: "^").map { text.distance(from: text.startIndex, to: $0) } ?? text.count
    return QueryCompletion.candidates(
      for: text.replacing("^", with: ""), cursor: cursor, program: program, counts: counts, chinese: chinese)
  }

  /// The query after taking a candidate.
  private func taken(_ text: String, _ candidate: QueryCompletion.Candidate) -> String {
    let text = text.replacing("^", with: "")
    return text.prefix(candidate.range.lowerBound) + candidate.insertion + text.dropFirst(candidate.range.upperBound)
  }

  @Test(arguments: [
    ("县:邹", "县:邹城市"), ("a 县:zc", "a 县:邹城市"), ("-场景:追溯", "-场景:生产过程溯源"), ("(阶段：评审z", ""), ("阶段:psz", "阶段:评审中"),
    ("县:邹城市,qf", "县:邹城市,曲阜市"), ("flag:R1", "flag:R12"), ("zcs", "县市:邹城市"), ("a tou", ""), ("投", "投资:"), ("tz", "投资:"),
    ("指标:净", "指标:净利润"), ("县:邹^城 5G", "县:邹城市 5G"), ("县=z", "县=邹城市"), ("in", "投资:"), ("5G 监测", "5G 场景:全域物流监测"),
    ("x县:邹", ""), ("", "县市:"),
  ])
  func theFirstCandidate(_ text: String, _ expected: String) {
    let first = candidates(text).first
    #expect(first.map { taken(text, $0) } ?? "" == expected)
  }

  @Test func valuesComeWithTheirCountsAndThoseThatOccurFirst() {
    let units = candidates("县:")
    #expect(units.count == 14)
    #expect(units.prefix(6).allSatisfy { $0.count == 1 })
    #expect(units.dropFirst(6).allSatisfy { $0.count == 0 })
    #expect(candidates("scenario:").first { $0.label == "生产过程溯源" }?.count == 2)
    #expect(candidates("").map(\.field) == QueryField.allCases)
  }

  @Test func englishProposalsUseKeys() {
    #expect(candidates("county:zou", chinese: false).map(\.insertion) == ["zoucheng"])
    #expect(candidates("county:zou", chinese: false).map(\.label) == ["Zoucheng"])
    #expect(candidates("sc", chinese: false).first?.insertion == "scenario:")
  }

  @Test func oddPlacesHaveNoCandidatesAndDoNoHarm() {
    for text in ["\"", "((", "a:", "县:邹城)", "\u{301}\u{301}", "投资:>5", String(repeating: "x", count: 5000)] {
      for cursor in [-1, 0, 1, text.count, text.count + 5] {
        for candidate in QueryCompletion.candidates(for: text, cursor: cursor, program: program, counts: nil) {
          #expect(candidate.range.upperBound <= text.count)
          #expect(candidate.count == nil)
        }
      }
    }
  }
}
