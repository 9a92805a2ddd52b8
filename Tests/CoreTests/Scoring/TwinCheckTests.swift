import TestSupport
import Testing

@testable import Core

private let text = """
  {"id": "r1", "step": 0.5,
   "bands": [{"key": "a", "name": {"zh": "优"}, "from": 90}, {"key": "b", "name": {"zh": "良"}, "from": 75},
             {"key": "c", "name": {"zh": "中"}, "from": 60}, {"key": "d", "name": {"zh": "差"}, "from": 0}],
   "criteria": [{"id": "C05", "name": {"zh": "五"}, "max": 10, "evidence": ["project.effect5G"]},
                {"id": "C07", "name": {"zh": "七"}, "max": 8, "evidence": ["metrics.economic"]},
                {"id": "C08", "name": {"zh": "八"}, "max": 6, "evidence": ["metrics.technical"]}]}
  """

private struct Bench {
  let rubric: Rubric
  let names = MetricNames([
    Program.MetricName(
      key: "output", name: Program.Words(zh: "产值", en: "Output"), unit: "万元", better: .up, synonyms: [])
  ])

  init() throws { rubric = try Rubric(FieldReader(JSONParser.parse(Array(text.utf8)))) }

  func section(_ value: String, _ unit: String, kind: MetricClass = .economic, name: String = "产值") -> MetricSection {
    MetricSection(
      kind: kind, text: nil,
      rows: [
        Metric(
          id: "m01", name: name, canonical: name == "产值" ? "output" : nil, value: JSONNumber(text: value), unit: unit)
      ])
  }

  func candidate(
    _ id: String, _ value: String, _ unit: String = "万元", score: Int? = 60, reviewer: String = "me",
    kind: MetricClass = .economic
  ) -> TwinCheck.Candidate {
    var review = Review(application: id, reviewer: reviewer, rubric: rubric)
    review.entries[0].score = 50
    review.entries[1].score = score
    return TwinCheck.Candidate(id: id, company: "甲", metrics: [section(value, unit, kind: kind)], review: review)
  }

  func twins(
    _ candidates: [TwinCheck.Candidate], here: String = "100", unit: String = "万元", of criterion: String = "C07"
  ) throws -> [TwinCheck.Twin] {
    let check = TwinCheck(
      of: "here", metrics: [section(here, unit)], among: candidates, reviewer: "me", names: names)
    return check.twins(for: try #require(rubric.criterion(criterion)))
  }
}

@Suite struct TwinCheckTests {
  @Test func theNearestThreeComeFirst() throws {
    let bench = try Bench()
    let twins = try bench.twins([
      bench.candidate("a", "110"), bench.candidate("b", "99"), bench.candidate("c", "100"), bench.candidate("d", "90"),
      bench.candidate("far", "10"),
    ])
    #expect(twins.map(\.application) == ["c", "b", "a"])
    #expect(twins.map(\.distance) == [0, 10_000, 90_909])
    #expect(twins[1].there.text == "99" && twins[1].here.text == "100" && twins[1].metric == "产值")
    #expect(twins[1].unit == "万元" && twins[1].tenths == 60)
  }

  @Test func othersSheetsAndWhatIsNotScoredAreLeftOut() throws {
    let bench = try Bench()
    let found = try bench.twins([
      bench.candidate("here", "100"), bench.candidate("a", "100", reviewer: "you"),
      bench.candidate("b", "100", score: nil), bench.candidate("c", "100", kind: .technical),
      bench.candidate("d", "100"),
    ])
    #expect(found.map(\.application) == ["d"])
    #expect(try bench.twins([bench.candidate("d", "100")], of: "C05").isEmpty, "C05 is not judged from metrics")
    #expect(try bench.twins([bench.candidate("d", "100")], of: "C08").isEmpty, "a metric of another cell")
  }

  @Test func figuresMeetInOneUnit() throws {
    let bench = try Bench()
    let twins = try bench.twins([bench.candidate("a", "1.01", "亿元"), bench.candidate("b", "100", "吨")], here: "10000")
    #expect(twins.map(\.application) == ["a"])
    #expect(twins[0].there.text == "10100" && twins[0].unit == "万元")
  }

  /// Whatever there is, and in whatever order: at most three, nearest first, ties by id, all within the limit, and no
  /// order of the candidates changes the answer.
  @Test(arguments: 0..<60) func theOrderOfTheCandidatesDoesNotMatter(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed) + 1)
    let bench = try Bench()
    let candidates = (0..<Int.random(in: 0...12, using: &random)).map { index in
      bench.candidate(
        "x-\(format2(index))", String(Int.random(in: -3...130, using: &random)),
        score: Bool.random(using: &random) ? Int.random(in: 0...16, using: &random) * 5 : nil,
        reviewer: Int.random(in: 0...4, using: &random) == 0 ? "you" : "me")
    }
    let here = String(Int.random(in: 1...120, using: &random))
    let first = try bench.twins(candidates, here: here)
    #expect(try bench.twins(candidates.shuffled(using: &random), here: here) == first)
    #expect(first.count <= TwinCheck.most)
    for (left, right) in zip(first, first.dropFirst()) {
      #expect((left.distance, left.application) < (right.distance, right.application))
    }
    let own = candidates.filter { $0.review.reviewer == "me" && $0.review.entries[1].score != nil }
    for twin in first {
      #expect(twin.distance <= TwinCheck.limit)
      let candidate = try #require(own.first { $0.id == twin.application })
      #expect(candidate.review.entries[1].score == twin.tenths)
    }
    // Nothing nearer was left out.
    let nearest = own.map { candidate -> Int in
      let there = candidate.metrics[0].rows[0].value?.double ?? 0
      return TwinCheck.distance(Double(here) ?? 0, there)
    }.filter { $0 <= TwinCheck.limit }.sorted().prefix(TwinCheck.most)
    #expect(first.map(\.distance) == Array(nearest))
  }

  @Test(arguments: 0..<40) func theDistanceIsSymmetricalAndKnowsNoScale(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed) + 77)
    let (a, b) = (Double.random(in: -500...500, using: &random), Double.random(in: -500...500, using: &random))
    #expect(TwinCheck.distance(a, b) == TwinCheck.distance(b, a))
    #expect(TwinCheck.distance(a, a) == 0)
    #expect(abs(TwinCheck.distance(a, b) - TwinCheck.distance(a * 1000, b * 1000)) <= 1)
    if a * b < 0 { #expect(TwinCheck.distance(a, b) >= 1_000_000) }
  }

  @Test(arguments: [
    (80, 80, false), (80, 75, false), (75, 60, false), (80, 65, false), (75, 55, true), (75, 50, true), (70, 45, true),
    (20, 40, false),
    (10, 35, true), (80, 50, true),
  ])
  func ownScoresAreApartByMoreThanABandOrAQuarter(_ a: Int, _ b: Int, _ isApart: Bool) throws {
    let rubric = try Bench().rubric
    let criterion = try #require(rubric.criterion("C07"))
    #expect(TwinCheck.isApart(a, b, criterion, rubric) == isApart)
    #expect(TwinCheck.isApart(b, a, criterion, rubric) == isApart)
  }
}

private func format2(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
