import Testing

@testable import Core

private let text = """
  {"id": "r1", "step": 0.5,
   "bands": [{"key": "g", "name": {"zh": "优"}, "from": 0}],
   "criteria": [{"id": "C05", "name": {"zh": "五"}, "max": 10, "evidence": ["project.effect5G"]},
                {"id": "C06", "name": {"zh": "六"}, "max": 6, "evidence": ["metrics"]},
                {"id": "C07", "name": {"zh": "七"}, "max": 8, "evidence": ["metrics.economic"]},
                {"id": "C08", "name": {"zh": "八"}, "max": 6, "evidence": ["metrics.social", "metrics.technical"]}]}
  """

private struct Bench {
  let rubric: Rubric
  let application: Application

  init() throws {
    rubric = try Rubric(FieldReader(JSONParser.parse(Array(text.utf8))))
    application = try Application(
      json: JSONParser.parse(
        Array(
          """
          {"schema": "reviewtui/application/1", "id": "2022-qufu-001", "unit": "qufu",
           "metrics": {"economic": {"rows": [{"id": "m01", "name": "产值", "value": 5, "unit": "万元"}]},
                       "technical": {"rows": [{"id": "m02", "name": "时延", "value": 9, "unit": "毫秒"}]}}}
          """.utf8)))
  }

  func sheet(
    _ reviewer: String, _ state: Review.State, _ scores: [Int?], changed: [String] = []
  )
    -> MetricTrail.ScoredSheet
  {
    var review = Review(application: "2022-qufu-001", reviewer: reviewer, rubric: rubric)
    for (index, score) in scores.enumerated() { review.entries[index].score = score }
    review.state = state
    return MetricTrail.ScoredSheet(review, changed: changed)
  }

  func trails(_ sheets: [MetricTrail.ScoredSheet], _ viewer: Person?) -> [MetricTrail] {
    MetricTrail.all(
      of: application, site: SiteRecord(bands: DeviationBands(matches: 5, near: 10, low: 30)), sheets: sheets,
      viewer: viewer, rubric: rubric)
  }
}

private let expert = Person(id: "b", name: "乙", roles: [.reviewer])

@Suite struct MetricTrailTests {
  @Test func aMetricLeadsToTheCriteriaThatAreJudgedFromIt() throws {
    let bench = try Bench()
    let trails = bench.trails([bench.sheet("b", .draft, [50, 60, nil, 40], changed: ["C06", "C07"])], expert)
    #expect(trails.map(\.path) == ["metrics.economic.rows.m01", "metrics.technical.rows.m02"])
    #expect(trails[0].judged.map(\.criterion.id) == ["C06", "C07"])
    #expect(trails[1].judged.map(\.criterion.id) == ["C06", "C08"])
    #expect(
      trails[0].judged.map(\.scores) == [
        [MetricTrail.Given(reviewer: "b", tenths: 60, isChanged: true)],
        // Without a score nothing has changed under it.
        [MetricTrail.Given(reviewer: "b", tenths: nil, isChanged: false)],
      ])
  }

  @Test func othersScoresStayHiddenUntilTheOwnSheetIsSubmitted() throws {
    let bench = try Bench()
    let others = [
      bench.sheet("a", .submitted, [10, 20, 30, 40]), bench.sheet("c", .draft, [10, 20, 30, 40]),
      bench.sheet("d", .submitted, [10, 10, 10, 10]),
    ]
    func seen(_ sheets: [MetricTrail.ScoredSheet], _ viewer: Person?) -> [String] {
      bench.trails(sheets, viewer)[0].judged[0].scores.map(\.reviewer)
    }
    for state in [Review.State.draft, .returned] {
      #expect(seen(others + [bench.sheet("b", state, [50])], expert) == ["b"])
    }
    #expect(seen(others, expert) == [])
    #expect(seen(others + [bench.sheet("b", .submitted, [50])], expert) == ["b", "a", "d"])
    #expect(seen(others, Person(id: "s", name: "督", roles: [.supervisor])) == ["a", "d"])
    #expect(seen(others, Person(id: "i", name: "查", roles: [.inspector])) == [])
    #expect(seen(others, nil) == [])
  }
}
