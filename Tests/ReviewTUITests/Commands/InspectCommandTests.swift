import Core
import TestSupport
import Testing

@testable import ReviewTUI

@Suite struct InspectCommandTests {
  private let bench: CommandBench
  private let id = CommandBench.application

  init() {
    bench = .filled()
    bench.write(
      """
      {"schema": "reviewtui/people/1", "people": [
        {"id": "expert-01", "name": "甲", "roles": ["reviewer"]}, {"id": "visitor-01", "name": "丙", "roles": ["inspector"]},
        {"id": "visitor-02", "name": "戊", "roles": ["inspector"]}, {"id": "chief-01", "name": "丁", "roles": ["supervisor"]}]}
      """, to: "people.json")
    bench.write(
      """
      {"schema": "reviewtui/application/1", "id": "\(id)", "unit": "zoucheng", "company": {"name": "甲公司"},
       "project": {"name": "5G项目", "scenarios": ["SC09"]},
       "metrics": {"economic": {"rows": [
         {"id": "m01", "name": "营业收入", "value": 1.2, "unit": "亿元", "direction": "up"},
         {"id": "m02", "name": "不良率", "value": 2, "unit": "%", "direction": "down"},
         {"id": "m03", "name": "标准", "value": null, "unit": null}]}}}
      """, to: "applications/\(id).json")
  }

  private func inspect(_ person: String, _ words: String...) -> CommandBench.Result {
    bench.runAll(["inspect", "$", id, "--as", person] + words)
  }

  private func plan() -> CommandBench.Result {
    inspect(
      "chief-01", "--plan", "2022-09-01T09:00:00+08:00", "--inspector", "visitor-01", "--inspector", "visitor-02")
  }

  @Test func planAnswerVerifyAndSign() throws {
    let planned = plan()
    #expect(planned.exit == .done, "\(planned.err)")
    #expect(planned.out.hasPrefix("ACK inspections/\(id)/v1.json r1 "))
    #expect(inspect("visitor-02", "--conflict", "no").exit == .done)
    let early = inspect("visitor-01", "--sign")
    #expect(early.exit == .problems)
    #expect(early.err.contains("★项未查：G01"))
    #expect(!early.err.contains("G06"))
    var words = ["--conflict", "no", "--start", "2022-09-01T08:00:00+08:00", "--end", "2022-09-01T09:50:00+08:00"]
    for number in 1...20 where number != 6 { words += ["--answer", (number < 10 ? "G0" : "G") + "\(number)=yes"] }
    words += ["--verify", "m01=11400万元", "--verify", "m02=2.1", "--verify", "m03=holds", "--method", "m01=ledger"]
    let outside = TemporaryFolder()
    for shown in ["gate", "scene", "device", "platform", "network", "group"] {
      outside.write("picture of \(shown)", to: "\(shown).jpg")
      words += ["--evidence", "\(shown)=\(outside.path)/\(shown).jpg"]
    }
    words += ["--opinion", "属实", "--signer", "王某:厂长:seal", "--format", "json"]
    let saved = bench.runAll(["inspect", "$", id, "--as", "visitor-01"] + words)
    #expect(saved.exit == .done, "\(saved.err)")
    let json = try JSONParser.parse(Array(saved.out.utf8))
    #expect(json["proposed"]?.string == "pass")
    #expect(json["missing"]?.array == [])
    #expect(json["metrics"]?.array?.map { $0["deviation"]?.string } == ["-5%", "-5%", nil])
    #expect(json["metrics"]?.array?.map { $0["band"]?.string } == ["matches", "matches", "matches"])
    let signed = inspect("visitor-01", "--sign")
    #expect(signed.exit == .done, "\(signed.err)")
    #expect(signed.out.contains("已签字封存"))
    let second = inspect("visitor-02", "--sign")
    #expect(second.out.contains("已会签核查 v1"), "\(second.err)")
    #expect(bench.run("doctor", "$").err.contains("inspections") == false)
    let again = inspect("visitor-01", "--note", "补记")
    #expect(again.exit == .notAllowed)
    #expect(again.err.contains("签字封存"))
    #expect(bench.text("attachments/\(id)/v1-e03.jpg") == "picture of device")
  }

  /// What a clock that cannot be right is told as, marked as, and never stops.
  @Test func aClockThatRunsBackIsToldAndMarked() throws {
    func run(_ person: String, at now: String, _ words: String...) -> CommandBench.Result {
      bench.runAll(["inspect", "$", id, "--as", person] + words, now: now)
    }
    #expect(plan().exit == .done)
    #expect(run("visitor-01", at: "2022-09-01T12:00:00+08:00", "--note", "一").err.isEmpty)
    let back = run("visitor-01", at: "2022-09-01T11:00:00+08:00", "--note", "二")
    #expect(back.exit == .done)
    #expect(back.err.contains("早于上次保存的 2022-09-01T12:00:00+08:00"))
    // The same hour in another zone is no step.
    #expect(run("visitor-01", at: "2022-09-01T03:30:00Z", "--note", "三").err.isEmpty)
    let other = run("visitor-02", at: "2022-09-01T10:00:00+08:00", "--conflict", "no")
    #expect(other.exit == .done)
    #expect(other.err.contains("visitor-01 的记录写于"))
    let again = bench.runAll(
      [
        "inspect", "$", id, "--as", "chief-01", "--plan", "2022-09-20T09:00:00+08:00", "--inspector", "visitor-01",
        "--inspector", "visitor-02",
      ], now: "2021-09-01T10:00:00+08:00")
    #expect(again.exit == .done)
    #expect(again.err.contains("早于操作日志最后一行"))
    let text = try #require(bench.text("inspections/\(id)/v1.json"))
    #expect(try Inspection(json: JSONParser.parse(Array(text.utf8))).clockSteps.map(\.id) == ["r3"])
    #expect(bench.text("journal/visitor-01.jsonl")?.contains("clockSteps") == true)
    #expect(bench.run("doctor", "$").err.contains("inspections") == false)
  }

  @Test func listsMyVisitsByTime() throws {
    #expect(plan().exit == .done)
    let later = bench.runAll(
      [
        "inspect", "$", id, "--as", "chief-01", "--plan", "2022-09-20T09:00:00+08:00", "--inspector", "visitor-02",
        "--inspector", "visitor-01", "--place", "二厂区", "--task-letter", "济工信核〔2022〕2号", "--gps", "35.40, 116.59",
      ])
    #expect(later.exit == .done, "\(later.err)")
    let json = bench.runAll(
      ["inspect", "$", "--as", "visitor-01", "--mine", "--format", "json"], now: "2022-09-05T08:00:00+08:00")
    let visits = try #require(try JSONParser.parse(Array(json.out.utf8))["visits"]?.array)
    #expect(visits.map { $0["visit"]?.string } == ["v1", "v2"])
    #expect(visits.map { $0["time"]?.string } == ["overdue", "later"])
    #expect(visits.map { $0["role"]?.string } == ["lead", "member"])
    #expect(visits[1]["place"]?.string == "二厂区")
    let text = bench.run("inspect", "$", "--as", "chief-01", "--mine")
    #expect(text.out.contains("今天"))
    #expect(text.outLines.count == 3)
    #expect(bench.run("inspect", "$", "--as", "expert-01", "--mine").out.contains("没有待办的核查"))
    #expect(bench.run("inspect", "$", "--as", "visitor-01").exit == .usage)
    #expect(bench.run("inspect", "$", id, "--as", "visitor-01", "--mine").exit == .usage)
    #expect(bench.run("inspect", "$", "--as", "visitor-01", "--mine", "--sign").exit == .usage)
    bench.write("{", to: "inspections/\(id)/v2.json")
    let broken = bench.run("inspect", "$", "--as", "visitor-01", "--mine")
    #expect(broken.exit == .problems)
    #expect(broken.out.contains("v1") && broken.err.contains("v2.json"))
  }

  /// Who scores an application, or works for its house, does not inspect it; a difference is settled by the lead.
  @Test func hatsAndDifferences() throws {
    bench.write(
      """
      {"schema": "reviewtui/people/1", "people": [
        {"id": "both-01", "name": "双", "roles": ["reviewer", "inspector"]},
        {"id": "house-01", "name": "内", "roles": ["inspector"], "employer": "甲公司"},
        {"id": "visitor-01", "name": "丙", "roles": ["inspector"]}, {"id": "visitor-02", "name": "戊", "roles": ["inspector"]},
        {"id": "chief-01", "name": "丁", "roles": ["supervisor"]}]}
      """, to: "people.json")
    func with(_ person: String) -> CommandBench.Result {
      inspect(
        "chief-01", "--plan", "2022-09-01T09:00:00+08:00", "--inspector", "visitor-01", "--inspector", person)
    }
    #expect(bench.run("score", "$", id, "--as", "both-01", "--set", "C01=5").exit == .done)
    let before = bench.contents()
    #expect(with("both-01").exit == .notAllowed)
    let house = with("house-01")
    #expect(house.exit == .usage)
    #expect(house.err.contains("应当回避"))
    #expect(bench.contents() == before)
    #expect(with("visitor-02").exit == .done)
    #expect(inspect("visitor-01", "--answer", "G07=yes").exit == .done)
    #expect(inspect("visitor-01", "--settle", "G07").exit == .usage)
    #expect(inspect("visitor-02", "--answer", "G07=mostly").exit == .done)
    #expect(inspect("visitor-01", "--sign").err.contains("待组长商定：G07"))
    #expect(inspect("visitor-02", "--settle", "G07").exit != .done)
    #expect(inspect("visitor-01", "--settle", "G07", "--why", "G07=复看在网").exit == .done)
    #expect(inspect("visitor-01", "--sign").err.contains("待组长商定") == false)
    #expect(bench.text("inspections/\(id)/v1.json")?.contains("visitor-02=mostly") == true)
    // Leave needs a reason, and a re-check comes from the inspectors or a supervisor.
    #expect(inspect("chief-01", "--allow", "pass=").exit == .usage)
    #expect(inspect("chief-01", "--allow", "pass=轻微").exit == .done)
    #expect(inspect("visitor-01", "--problem", "G07=两台未在网").exit == .done)
    #expect(inspect("chief-01", "--fixed", "p01=2022-08-30:已接入").exit == .done)
    #expect(inspect("chief-01", "--recheck", "p01=yes").exit == .done)
    #expect(inspect("chief-01", "--fixed", "p01=2022-09-30:又接入").exit == .done)
    #expect(inspect("chief-01", "--recheck", "p01=yes").err.contains("早于"))
  }

  @Test func wordsOfRefusal() {
    let none = inspect("visitor-01", "--answer", "G01=yes")
    #expect(none.exit == .failed)
    #expect(none.err.contains("还没有安排核查"))
    #expect(inspect("visitor-01", "--plan", "2022-09-01T09:00:00+08:00").exit == .notAllowed)
    #expect(
      inspect("chief-01", "--plan", "9月1日", "--inspector", "visitor-01", "--inspector", "visitor-02").exit == .usage)
    #expect(inspect("chief-01", "--plan", "2022-09-01T09:00:00+08:00", "--inspector", "visitor-01").exit == .usage)
    #expect(plan().exit == .done)
    let before = bench.contents()
    for words in [
      ["--answer", "G01"], ["--answer", "G01=maybe"], ["--answer", "G99=yes"], ["--verify", "m01=很多"],
      ["--verify", "m09=5"], ["--verify", "m01=5小时"], ["--due", "G01=2022-09-22"], ["--start", "9:00"],
      ["--method", "m01=dream"], ["--verdict", "good"], ["--evidence", "attachments/other/a.jpg"],
    ] {
      let result = bench.runAll(["inspect", "$", id, "--as", "visitor-01"] + words)
      #expect(result.exit == .usage, "\(words) \(result.err)")
      #expect(!result.err.isEmpty)
    }
    #expect(inspect("visitor-02", "--opinion", "x").exit == .notAllowed)
    #expect(inspect("expert-01", "--note", "x").exit == .notAllowed)
    #expect(inspect("visitor-01", "--evidence", "/nonexistent/a.jpg").exit == .failed)
    #expect(inspect("visitor-01", "--visit", "v9", "--note", "x").exit == .failed)
    #expect(
      inspect(
        "chief-01", "--visit", "v1", "--plan", "2022-09-01T09:00:00+08:00", "--inspector", "visitor-01",
        "--inspector", "visitor-02"
      ).exit == .problems)
    #expect(bench.contents() == before)
  }

  /// What applicants and other programs wrote into a visit never reaches the terminal as it is, and a broken one is named.
  @Test func hostileVisitsAreNamedAndShownSafely() throws {
    #expect(plan().exit == .done)
    let file = "inspections/\(id)/v1.json"
    let good = try #require(bench.text(file))
    let evil = "\\u001b]0;LEAK\\u0007\\u202e"
    bench.write(good.replacing("营业收入", with: evil).replacing("\"G07\"", with: "\"\(evil)\""), to: file)
    for words in [[], ["--answer", "\u{1B}[2J=yes"], ["--format", "json"], ["--answer", "G01=yes"]] {
      let result = bench.runAll(["inspect", "$", id, "--as", "visitor-01"] + words)
      for text in [result.out, result.err] {
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x7 || $0.value == 0x202E })
      }
    }
    for (from, to) in [
      ("\"answer\": \"open\"", "\"answer\": \"perhaps\""), ("\"revision\": 1", "\"revision\": \"one\""),
      ("\"visitId\": \"v1\"", "\"visitId\": \"v2\""), ("reviewtui/inspection/1", "reviewtui/inspection/9"), ("{", "["),
    ] {
      bench.write(good.replacing(from, with: to), to: file)
      let before = bench.contents()
      let result = inspect("visitor-01", "--answer", "G01=yes")
      #expect(result.exit == .failed, "\(to) \(result.err)")
      #expect(result.err.contains(file), "\(to) \(result.err)")
      #expect(bench.contents() == before)
      #expect(bench.run("doctor", "$").exit == .problems)
    }
  }
}
