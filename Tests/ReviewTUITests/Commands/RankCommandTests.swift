import Core
import TestSupport
import Testing

@testable import ReviewTUI

@Suite struct RankCommandTests {
  private let bench: CommandBench
  private let id = CommandBench.application
  private let second = "2022-zoucheng-002"

  /// Two applications; the first has three submitted sheets, the second one.
  init() {
    bench = .filled()
    bench.write(
      """
      {"schema": "reviewtui/people/1", "people": [
        {"id": "expert-01", "name": "甲", "roles": ["reviewer"]}, {"id": "expert-02", "name": "乙", "roles": ["reviewer"]},
        {"id": "expert-03", "name": "戊", "roles": ["reviewer"]}, {"id": "chief-01", "name": "丁", "roles": ["supervisor"]}]}
      """, to: "people.json")
    bench.write(
      """
      {"schema": "reviewtui/application/1", "id": "\(second)", "unit": "zoucheng", "company": {"name": "乙公司"},
       "project": {"name": "5G项目", "scenarios": ["SC01", "SC02"]}}
      """, to: "applications/\(second).json")
    submit(id, "expert-01", "8")
    submit(id, "expert-02", "8.5")
    submit(id, "expert-03", "7.5")
    submit(second, "expert-01", "6")
  }

  /// A whole sheet: `first` for C01, the rest in good bands; 79.0 with 8.
  private func submit(_ application: String, _ reviewer: String, _ first: String) {
    var words = ["score", "$", application, "--as", reviewer, "--set", "C01=\(first)"]
    let rest = ["6.5", "5.5", "8", "8", "5", "6.5", "5", "8", "8", "8", "2.5"]
    for (index, score) in rest.enumerated() {
      words += ["--set", "C\(index + 2 < 10 ? "0" : "")\(index + 2)=\(score)"]
    }
    words += ["--comment", "C12=多处补正", "--opinion", "项目贴合场景，数据基本完整，推广条件写清，同意推荐入库。", "--recommend", "yes", "--submit"]
    let result = bench.runAll(words)
    #expect(result.exit == .done, "\(result.err)")
  }

  private func json(_ words: String...) throws -> (CommandExit, JSONValue) {
    let result = bench.runAll(words + ["--format", "json"])
    return (result.exit, try JSONParser.parse(Array(result.out.utf8)))
  }

  @Test func rankHasTheShapeOfTheContract() throws {
    let (exit, found) = try json("rank", "$", "--as", "chief-01")
    #expect(exit == .done)
    #expect(found["method"]?.string == "trimmed-mean-from-5")
    let rows = try #require(found["rows"]?.array)
    #expect(rows.count == 2)
    #expect(rows[0]["rank"]?.number?.int == 1 && rows[0]["application"]?.string == id)
    #expect(rows[0]["score"]?.number?.text == "79")
    #expect(rows[0]["low"]?.number?.int == 1 && rows[0]["high"]?.number?.int == 1)
    #expect(rows[0]["sheets"]?.number?.int == 3 && rows[0]["proposed"]?.bool == true)
    #expect(rows[1]["rank"]?.isNull == true && rows[1]["score"]?.isNull == true, "missing is never 0")
    #expect(rows[1]["proposed"]?.bool == false && rows[1]["reason"]?.string == "tooFewSheets")
  }

  @Test func oneTotalIsExplainedStepByStep() throws {
    let text = bench.run("rank", "$", id, "--as", "chief-01")
    #expect(text.exit == .done, "\(text.err)")
    #expect(text.out.contains("79 + 79.5 + 78.5 = 237"))
    #expect(text.out.contains("237 ÷ 3 = 79.00（除尽）"))
    let english = bench.run("rank", "$", second, "--as", "chief-01", "--lang", "en")
    #expect(english.out.contains("No score: too few reviewers: 1 valid sheets"))
    let (_, found) = try json("rank", "$", id, "--as", "chief-01")
    #expect(found["lines"]?.array?.map { $0["fate"]?.string } == ["counted", "counted", "counted"])
    #expect(bench.run("rank", "$", "2022-nowhere-001", "--as", "chief-01").exit == .failed)
  }

  @Test func onlyASupervisorSeesRanks() throws {
    for words in [["rank", "$"], ["rank", "$", "--as", "expert-01"], ["rank", "$", id, "--as", "expert-02"]] {
      let result = bench.runAll(words)
      #expect(result.exit == .notAllowed)
      #expect(result.out.isEmpty && !result.err.contains("79"))
    }
    let (exit, found) = try json("stats", "$", "--as", "expert-01")
    #expect(exit == .done)
    #expect(found["scores"]?.isNull == true && found["recusals"] == nil)
    #expect(found["reviewers"]?.array?.map { $0["reviewer"]?.string } == ["expert-01"])
    #expect(found["projects"]?["count"]?.number?.int == 2)
    #expect(found["entries"]?["count"]?.number?.int == 3)
    let text = bench.run("stats", "$")
    #expect(text.exit == .done && text.out.contains("只有督导可以查看"))
  }

  @Test func statsShowsEveryFigureToASupervisor() throws {
    let (exit, found) = try json("stats", "$", "--as", "chief-01")
    #expect(exit == .done)
    #expect(found["scores"]?["ranking"]?["rows"]?.array?.count == 2)
    #expect(found["scores"]?["agreement"]?["icc"]?["refused"]?.string == "sample")
    #expect(found["tooFewSheets"]?["applications"]?.array?.map(\.string) == [second])
    for language in ["zh", "en"] {
      let text = bench.run("stats", "$", "--as", "chief-01", "--lang", language)
      #expect(text.exit == .done)
      #expect(HostileTests.unsafe(text.out) == [])
    }
  }

  @Test func totalsRefuseWhileASheetCannotBeReadOrWasPutBack() throws {
    let file = "reviews/\(second)/expert-02.json"
    bench.write("{", to: file)
    let broken = bench.run("rank", "$", "--as", "chief-01")
    #expect(broken.exit == .problems && broken.out.isEmpty)
    #expect(broken.err.contains("不完整") && broken.err.contains(file))
    let (exit, found) = try json("stats", "$", "--as", "chief-01")
    #expect(exit == .problems && found["scores"]?["refused"]?.string == "incomplete")
    #expect(found["projects"]?["count"]?.number?.int == 2, "what is no total is shown")

    let other = RankCommandTests()
    let own = "reviews/\(id)/expert-01.json"
    let sheet = try #require(other.bench.text(own))
    other.bench.write(sheet.replacing("\"score\": 6.5", with: "\"score\": 7"), to: own)
    let changed = other.bench.run("rank", "$", "--as", "chief-01")
    #expect(changed.exit == .problems && changed.err.contains(own))
  }

  @Test func aPolicyThatIsNoneIsSaid() throws {
    let program = try #require(bench.text("program.json"))
    bench.write(program.replacing("\"trimmed-mean-from-5\"", with: "\"best\\u001b[2J\""), to: "program.json")
    let result = bench.run("rank", "$", "--as", "chief-01")
    #expect(result.exit == .problems && result.err.contains("aggregate.method"))
    #expect(HostileTests.unsafe(result.err) == [])
  }
}
