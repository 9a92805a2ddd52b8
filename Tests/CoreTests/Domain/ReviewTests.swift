import Testing

@testable import Core

/// A rubric of two criteria with the bands of the programme.
func smallRubric() throws -> Rubric {
  let text = """
    {"id": "r1", "step": 0.5, "opinionMinimum": 4,
     "bands": [{"key": "excellent", "name": {"zh": "优"}, "from": 90}, {"key": "good", "name": {"zh": "良"}, "from": 75},
               {"key": "fair", "name": {"zh": "中"}, "from": 60},
               {"key": "poor", "name": {"zh": "差"}, "from": 0, "needsComment": true}],
     "criteria": [{"id": "C01", "name": {"zh": "甲"}, "max": 10}, {"id": "C06", "name": {"zh": "乙"}, "max": 6}]}
    """
  return try Rubric(FieldReader(JSONParser.parse(Array(text.utf8))))
}

@Suite struct ReviewTests {
  @Test func bandsFollowTheShareOfTheMaximum() throws {
    let rubric = try smallRubric()
    let cases: [(Int, Int, String)] = [
      (90, 100, "excellent"), (85, 100, "good"), (75, 100, "good"), (70, 100, "fair"), (60, 100, "fair"),
      (55, 100, "poor"), (55, 60, "excellent"), (45, 60, "good"), (40, 60, "fair"), (35, 60, "poor"),
    ]
    for (score, maximum, key) in cases {
      #expect(rubric.band(of: score, outOf: maximum)?.key == key, "\(score) of \(maximum)")
    }
    #expect(rubric.lowest(in: rubric.bands[0], outOf: 60) == 55)
    #expect(rubric.lowest(in: rubric.bands[1], outOf: 100) == 75)
  }

  @Test(arguments: [
    ("同意，。", 4), ("同意 推荐", 4), ("5G 5G-A 58.6% IoT", 4), ("同意5G", 3), ("   　\n\t", 0), ("Latin word", 2),
  ])
  func theOpinionIsCountedAsWordCounts(_ opinion: String, _ count: Int) throws {
    let rubric = try smallRubric()
    var review = Review(application: "a", reviewer: "p", rubric: rubric)
    review.opinion = opinion
    let gap = Review.Gap.opinion(minimum: 4, has: count)
    #expect(review.gaps(against: rubric).contains(gap) == (count < 4), "\(opinion)")
    #expect(WordCount(opinion).words == count)
  }

  @Test func writesAndReadsItself() throws {
    let rubric = try smallRubric()
    var review = Review(application: "2022-qufu-001", reviewer: "pingshen-01", rubric: rubric)
    review.entries[0].score = 85
    review.entries[1].comment = "口径不清"
    review.opinion = "总体可行"
    review.recommendation = .hold
    review.revision = 3
    let bytes = JSONWriter.pretty(review.json)
    #expect(try Review(json: JSONParser.parse(bytes), rubric: rubric) == review)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"score\": 8.5"))
  }

  @Test(arguments: ["10.5", "-1", "8.3", "1e2", "88.50"])
  func refusesAScoreOutsideItsScale(_ number: String) throws {
    let rubric = try smallRubric()
    let text = """
      {"schema": "reviewtui/review/1", "application": "a", "reviewer": "p", "rubric": "r1",
       "scores": [{"criterion": "C01", "score": \(number)}]}
      """
    let json = try JSONParser.parse(Array(text.utf8))
    #expect(throws: FieldError.self) { try Review(json: json, rubric: rubric) }
  }

  @Test func namesWhatIsMissing() throws {
    let rubric = try smallRubric()
    var review = Review(application: "a", reviewer: "p", rubric: rubric)
    #expect(
      review.gaps(against: rubric)
        == [.score(criterion: "C01"), .score(criterion: "C06"), .opinion(minimum: 4, has: 0), .recommendation])
    review.entries[0].score = 100
    review.entries[1].score = 20
    review.opinion = "总体可行"
    review.recommendation = .yes
    #expect(review.gaps(against: rubric) == [.comment(criterion: "C01"), .comment(criterion: "C06")])
    review.entries[0].comment = "突出"
    review.entries[1].comment = "不足"
    #expect(review.gaps(against: rubric).isEmpty)
  }
}
