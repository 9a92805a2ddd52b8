import TestSupport
import Testing

@testable import Core

@Suite struct QueryPropertyTests {
  private static let terms = [
    "邹城", "zc", "5G", "公司", "county:邹城", "县:兖州,曲阜", "scenario:追溯", "场景:监测", "stage:评审", "flag:R07", "flag:none",
    "invest:>500",
    "invest:none", "score:<60", "score:none", "metric:净利润>500", "metric:率", "id:001", "project:平台", "AGV", "\"平台 A\"",
    "区块链",
  ]

  private static func rows(_ program: Program, _ random: inout SplitMix) -> [QueryRow] {
    let words = ["邹城", "兖州", "公司", "平台", "5G", "AGV", "重工", "区块链", "监测", "\u{301}", "ＡＧＶ", " "]
    func text() -> String { (0..<random.below(5)).map { _ in words[random.below(words.count)] }.joined() }
    return (0..<150).map { number in
      let metrics = (0..<random.below(3)).map { _ in
        ApplicationSummary.MetricValue(
          ["净利润", "良品率", "营收"][random.below(3)], canonical: random.below(2) == 0 ? "net-profit" : nil,
          value: Double(random.below(1000)), unit: ["万元", "亿元", "%", nil][random.below(4)])
      }
      let summary = ApplicationSummary(
        id: "2022-\(number)-00\(random.below(3))", unit: program.units[random.below(14)].key, company: text(),
        project: text(), scenarios: (0..<random.below(3)).map { _ in program.scenarios[random.below(10)].code },
        investment: random.below(4) == 0 ? nil : JSONNumber(random.below(1000)), metrics: metrics, words: text())
      return QueryRow(
        summary, program: program, stage: Stage.allCases[random.below(Stage.allCases.count)],
        flags: (0..<random.below(3)).map { _ in "R0\(random.below(9))" },
        ownScore: random.below(3) == 0 ? nil : random.below(1001))
    }
  }

  @Test func alternativesAreUnionsAndTermsTogetherIntersections() throws {
    let program = try searchProgram()
    var random = SplitMix(seed: 4)
    let rows = Self.rows(program, &random)
    func places(_ text: String) throws -> Set<Int> {
      Set(QueryMatcher(try Query(text), program: program).filter(rows))
    }
    let everything = Set(rows.indices)
    var nonEmpty = 0
    for _ in 0..<100 {
      let a = Self.terms[random.below(Self.terms.count)]
      let b = Self.terms[random.below(Self.terms.count)]
      let (left, right) = (try places(a), try places(b))
      #expect(try places("\(a) or \(b)") == left.union(right), "\(a) or \(b)")
      #expect(try places("\(a) \(b)") == left.intersection(right), "\(a) \(b)")
      #expect(try places("-\(a)") == everything.subtracting(left), "-\(a)")
      #expect(try places("-(\(a) | \(b))") == everything.subtracting(left.union(right)), "-(\(a) | \(b))")
      #expect(try places("\(a) -\(b)") == left.subtracting(right), "\(a) -\(b)")
      if !left.isEmpty { nonEmpty += 1 }
    }
    #expect(nonEmpty > 80)
  }
}
