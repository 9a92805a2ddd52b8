import Testing

@testable import Core

@Suite struct AggregationTests {
  private let program: Program

  init() throws { program = try RuleBench.program() }

  private func aggregate(
    _ totals: [Int?], _ method: AggregationMethod = .trimmedFrom(5), minimum: Int = 3
  ) -> Aggregation {
    let panel = StatisticsBench.panel("p", totals, program.rubric)
    return Aggregation(panel, method: method, minimum: minimum, rubric: program.rubric)
  }

  @Test func fiveSheetsLoseOneHighestAndOneLowest() throws {
    let found = aggregate([800, 825, 790, 900, 705])
    let steps = try found.result.get()
    #expect(steps == .init(isTrimmed: true, sum: 2415, count: 3, hundredths: 8050, isRounded: false))
    #expect(found.lines.map(\.fate) == [.counted, .counted, .counted, .highest, .lowest])
    #expect(found.lines.map(\.total) == [800, 825, 790, 900, 705])
  }

  @Test func ofEqualTotalsOnlyOneIsDropped() throws {
    let found = aggregate([900, 900, 800, 700, 700])
    #expect(found.lines.map(\.fate) == [.highest, .counted, .counted, .counted, .lowest])
    #expect(try found.result.get().hundredths == 8000)
    let level = aggregate([750, 750, 750, 750, 750])
    #expect(level.lines.count { $0.fate == .counted } == 3)
    #expect(level.hundredths == 7500)
  }

  @Test func threeAndFourSheetsAreAveraged() throws {
    // 322.5 / 4 = 80.625: half up. 242 / 3 = 80.666…; 241 / 3 = 80.333…
    #expect(aggregate([800, 805, 810, 810]).hundredths == 8063)
    #expect(aggregate([800, 810, 810]).hundredths == 8067)
    #expect(aggregate([800, 800, 810]).hundredths == 8033)
    #expect(try aggregate([800, 800, 810]).result.get().isRounded)
    #expect(try !aggregate([800, 800, 800]).result.get().isRounded)
  }

  @Test func fewerThanThreeGiveNoScoreAndMissingIsNeverZero() {
    #expect(aggregate([900, nil, 850]).result == .failure(.init(valid: 2, needed: 3)))
    #expect(aggregate([]).hundredths == nil)
    #expect(aggregate([]).criteria.allSatisfy { $0.hundredths == nil })
    #expect(aggregate([900, nil, 850, 860]).hundredths == 8700)
  }

  @Test func thePolicyMayFixOneMethodForAll() {
    #expect(aggregate([800, 825, 790, 900, 705], .mean).hundredths == 8040)
    #expect(aggregate([800, 825, 790], .trimmed).hundredths == 8000)
    #expect(aggregate([800, 825], .trimmed, minimum: 1).result == .failure(.init(valid: 2, needed: 3)))
    #expect(aggregate([801], .mean, minimum: 1).hundredths == 8010)
    #expect(AggregationMethod(word: "trimmed-mean-from-5") == .trimmedFrom(5))
    for word in ["trimmed-mean-from-2", "trimmed-mean-from-", "median", ""] {
      #expect(AggregationMethod(word: word) == nil, "\(word)")
    }
  }

  @Test func criterionMeansTakeEverySheet() {
    let found = aggregate([1000, 1000, 1000, 1000, 500])
    #expect(found.criteria[0].criterion == "C01")
    // 10, 10, 10, 10 and 5: dropped sheets are in.
    #expect(found.criteria[0].hundredths == 900)
    #expect(found.sum(of: ["C04", "C05"]) == 4 * 200 + 100)
  }

  @Test func onlyWholeSubmittedSheetsOfAssignedReviewersCount() throws {
    let rubric = program.rubric
    func review(_ id: String) -> Review { StatisticsBench.review("p", id, 500, rubric) }
    let good = review("a")
    var (draft, returned, recused, other, cut) = (review("b"), review("c"), review("d"), review("e"), review("f"))
    draft.state = .draft
    returned.state = .returned
    recused.declaration = Declaration(ground: .family, at: "2022-09-01T10:00:00+08:00")
    other = try Review(json: replaced(other.json, "rubric", .string("older")), rubric: rubric)
    cut.entries[3].score = nil
    let assignment = try Assignment(
      json: JSONParser.parse(
        Array(
          #"{"schema": "reviewtui/assignment/1", "application": "p", "reviewers": ["a", "b", "c", "d", "e", "f"]}"#.utf8
        )))
    let panel = ApplicationPanel(
      "p", reviews: [review("g"), cut, other, recused, returned, draft, good], assignment: assignment, rubric: rubric)
    #expect(panel.sheets.map(\.reviewer) == ["a"])
    #expect(panel.excluded.map(\.reviewer) == ["b", "c", "d", "e", "f", "g"])
    #expect(
      panel.excluded.map(\.reason) == [
        .draft, .returned, .recused, .otherRubric("older"), .incomplete, .notAssigned,
      ])
  }

  private func replaced(_ json: JSONValue, _ key: String, _ value: JSONValue) -> JSONValue {
    var object = json.object ?? JSONObject()
    object[key] = value
    return .object(object)
  }
}
