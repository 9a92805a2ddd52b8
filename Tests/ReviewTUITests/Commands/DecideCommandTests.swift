import Core
import Testing

@testable import ReviewTUI

@Suite struct DecideCommandTests {
  private let bench: CommandBench
  private let id = CommandBench.application
  private static let later = "2022-09-20T10:00:00+08:00"

  init() {
    bench = .filled()
    bench.write(
      """
      {"schema": "reviewtui/people/1", "people": [
        {"id": "expert-01", "name": "甲", "roles": ["reviewer"]}, {"id": "expert-02", "name": "乙", "roles": ["reviewer"]},
        {"id": "expert-03", "name": "己", "roles": ["reviewer"]}, {"id": "visitor-01", "name": "丙", "roles": ["inspector"]},
        {"id": "chief-01", "name": "丁", "roles": ["supervisor"]}, {"id": "chief-02", "name": "戊", "roles": ["supervisor"]}]}
      """, to: "people.json")
  }

  private func decide(_ words: String...) -> CommandBench.Result {
    bench.runAll(["decide", "$", id, "--as", "chief-01"] + words)
  }

  private func json(_ result: CommandBench.Result) throws -> JSONValue {
    try JSONParser.parse(Array(result.out.utf8))
  }

  /// Every rule that found something, in the order of the answer.
  private func rules() throws -> [String] {
    let shown = try json(decide("--format", "json"))
    let found = shown["applications"]?.array?.first?["findings"]?.array ?? []
    var rules: [String] = []
    for rule in found.compactMap({ $0["rule"]?.string }) where !rules.contains(rule) { rules.append(rule) }
    return rules
  }

  private func accept() throws {
    let result = bench.runAll(
      ["decide", "$", id, "--as", "chief-01", "--formal", "accept", "--reason", "当面核对"]
        + (try rules()).flatMap { ["--confirm", "\($0)=ok:已核对原件"] })
    #expect(result.exit == .done, "\(result.err)")
  }

  private func score(_ person: String) {
    var words = ["score", "$", id, "--as", person, "--declare", "none", "--submit", "--recommend", "yes"]
    words += ["--opinion", "场景真实，前后数据齐全，推广条件写得清楚，建议推荐入库。"]
    for number in 1...12 {
      let id = (number < 10 ? "C0" : "C") + "\(number)"
      words += ["--set", "\(id)=4", "--comment", "\(id)=有佐证"]
    }
    let result = bench.runAll(words)
    #expect(result.exit == .done, "\(result.err)")
  }

  private func stage() throws -> String? {
    try json(bench.run("list", "$", "--format", "json"))["applications"]?.array?.first?["stage"]?.string
  }

  @Test func fromTheFormalCheckToTheLibrary() throws {
    #expect(try stage() == "registered")
    // The rules only propose: nothing is accepted over findings that nobody judged.
    let early = decide("--formal", "accept")
    #expect(early.exit == .problems && early.err.contains("没有人工确认"))
    #expect(bench.text("decisions/\(id).json") == nil)
    try accept()
    #expect(try stage() == "accepted")
    #expect(decide("--refer").exit == .problems)
    for person in ["expert-01", "expert-02", "expert-03"] {
      #expect(bench.run("assign", "$", id, "--as", "chief-01", "--reviewer", person).exit == .done)
      score(person)
    }
    #expect(try stage() == "reviewed")
    #expect(bench.run("list", "$", "stage:评审完成").out.contains(id))
    #expect(decide("--refer").exit == .done)
    #expect(decide("--decision", "yes").exit == .usage)
    let paper = ["--document", "济工信纪〔2022〕12号", "--date", "2022-09-01"]
    let decided = bench.runAll(
      ["decide", "$", id, "--as", "chief-01", "--decision", "yes", "--reason", "会议一致同意", "--format", "json"] + paper)
    #expect(decided.exit == .done, "\(decided.err)")
    let answer = try #require(try json(decided)["applications"]?.array?.first)
    #expect(answer["ack"]?.string?.hasPrefix("ACK decisions/\(id).json r3 ") == true)
    #expect(answer["stage"]?.string == "proposed")
    #expect(answer["moves"]?.array?.last?["document"]?.string == "济工信纪〔2022〕12号")
    let published = bench.run("publicity", "$", id, "--as", "chief-01", "--start", "2022-09-01")
    #expect(published.exit == .done, "\(published.err)")
    let list = bench.run("publicity", "$")
    #expect(list.out.contains("2022-09-01 至 2022-09-08") && list.out.contains("5G项目") && list.out.contains("邹城市"))
    #expect(!list.out.contains(id) && !list.out.contains("445"))
    let waiting = decide("--enter")
    #expect(waiting.exit == .problems && waiting.err.contains("2022-09-08"))
    let due = try json(bench.run("due", "$", "--format", "json"))["due"]?.array ?? []
    #expect(due.first { $0["matter"]?.string == "publicity" }?["left"]?.number?.int == 5)
    bench.now = Self.later
    let objection = bench.run(
      "objection", "$", id, "--as", "chief-01", "--text", "项目未投入使用", "--from", "乙公司", "--contact", "0537-1",
      "--received", "2022-09-08", "--evidence", "照片")
    #expect(objection.exit == .done && objection.out.contains("已受理"), "\(objection.err)")
    #expect(try stage() == "objection")
    #expect(decide("--enter").exit == .problems)
    let check = try json(bench.run("check", "$", "--format", "json"))["problems"]?.array ?? []
    #expect(check.contains { $0["message"]?.string?.contains("异议 o1") == true })
    #expect(
      bench.run("objection", "$", id, "--as", "chief-01", "--id", "o1", "--handler", "expert-01").exit == .notAllowed)
    let reply = bench.run(
      "objection", "$", id, "--as", "chief-01", "--id", "o1", "--handler", "visitor-01", "--finding", "现场在用",
      "--outcome", "dismissed", "--reply", "2022-09-19")
    #expect(reply.exit == .done && reply.out.contains("异议不成立"), "\(reply.err)")
    #expect(decide("--enter").exit == .done)
    #expect(try stage() == "listed")
    #expect(decide("--revoke", "--document", "2号", "--date", "2022-09-20").exit == .usage)
    #expect(decide("--back", "proposed").exit == .usage)
    #expect(decide("--back", "proposed", "--reason", "误操作").exit == .done)
    #expect(try stage() == "proposed")
    let health = bench.run("doctor", "$")
    #expect(!health.err.contains("decisions/"), "\(health.err)")
  }

  @Test func aNoticeIsTextAndJSONWithItsClauses() throws {
    let found = try rules()
    let first = try #require(found.first)
    let judged = found.dropFirst().flatMap { ["--confirm", "\($0)=ok:已核对"] }
    let words = ["decide", "$", id, "--as", "chief-01", "--confirm", "\(first)=open"] + judged
    let result = bench.runAll(words + ["--supplement", "--item", "第5页未盖章"])
    #expect(result.exit == .done, "\(result.err)")
    #expect(try stage() == "supplement")
    let text = decide("--notice").out
    #expect(text.contains("请于 2022-09-08 前补正") && text.contains("第5页未盖章") && text.contains("依据："))
    let notice = try #require(try json(decide("--notice", "--format", "json"))["notices"]?.array?.first)
    #expect(notice["due"]?.string == "2022-09-08")
    #expect(notice["items"]?.array?.contains { $0["rule"]?.string == first && $0["clause"]?.string != "" } == true)
    #expect(decide("--formal", "accept").exit == .problems)
    #expect(decide("--supplement", "--item", "又缺一项").exit == .usage)
    for item in notice["items"]?.array ?? [] {
      let id = try #require(item["id"]?.string)
      #expect(decide("--close", id).exit == .usage)
      #expect(decide("--close", id, "--reason", "纸质件已收").exit == .done)
    }
    #expect(decide("--formal", "accept").exit == .done)
  }

  @Test func aBatchIsLookedAtBeforeAnythingIsWritten() throws {
    let other = "2022-zoucheng-002"
    bench.write(
      try #require(bench.text("applications/\(id).json")).replacing(id, with: other), to: "applications/\(other).json")
    bench.write("# 名单\n\(id)\n\n\(other)\n", to: "../ids.txt")
    try accept()
    let before = bench.contents()
    let refused = bench.run(
      "decide", "$", "--ids", bench.path + "/ids.txt", "--as", "chief-01", "--back", "formalCheck", "--reason", "复核")
    #expect(refused.exit == .problems && refused.err.contains(other))
    #expect(bench.contents() == before)
    let both = bench.run(
      "decide", "$", "--ids", bench.path + "/ids.txt", "--as", "chief-02", "--formal", "refuse", "--reason", "撤回申报")
    #expect(both.exit == .problems, "one of them is accepted already")
    #expect(decide("--back", "formalCheck", "--reason", "复核").exit == .done)
    let done = bench.run(
      "decide", "$", "--ids", bench.path + "/ids.txt", "--as", "chief-02", "--formal", "refuse", "--reason", "撤回申报")
    #expect(done.exit == .done && done.outLines.filter { $0.hasPrefix("ACK ") }.count == 2, "\(done.err)")
    bench.write("坏\u{1B}[2J\n", to: "../ids.txt")
    #expect(
      bench.run("decide", "$", "--ids", bench.path + "/ids.txt", "--as", "chief-01", "--refer").exit == .usage)
  }

  @Test func contradictionsAreNamedInListAndCheck() throws {
    try accept()
    let file = "decisions/\(id).json"
    let text = try #require(bench.text(file))
    bench.write(text.replacing("\"accepted\"", with: "\"listed\""), to: file)
    let list = bench.run("list", "$")
    #expect(list.exit == .problems && list.err.contains(file) && list.err.contains("不是规定的顺序"))
    #expect(list.out.contains("已入库"))
    let check = bench.run("check", "$")
    #expect(check.err.contains("有效评分表只有 0 份") && check.err.contains("不是规定的顺序"))
    bench.write(text.replacing("chief-01", with: "expert-01"), to: file)
    #expect(bench.run("check", "$").err.contains("不是督导"))
  }

  @Test func whoMayNotAndWhatIsWrong() {
    for words in [
      ["decide", "$", id, "--as", "expert-01"], ["decide", "$", id, "--as", "nobody", "--formal", "open"],
      ["publicity", "$", id, "--as", "visitor-01", "--start", "2022-09-21"],
      ["objection", "$", id, "--as", "expert-01"], ["assign", "$", id, "--as", "expert-01", "--reviewer", "expert-01"],
      ["assign", "$", id, "--as", "chief-01", "--reviewer", "visitor-01"],
      ["assign", "$", id, "--as", "chief-01", "--reviewer", "nobody"],
    ] {
      let result = bench.runAll(words)
      #expect(result.exit == .notAllowed, "\(words): \(result.err)")
      #expect(result.out.isEmpty)
    }
    for words in [
      ["--confirm", "R07"], ["--confirm", "R07=maybe"], ["--formal", "perhaps"], ["--decision", "maybe"],
      ["--decision", "yes"], ["--back", "nowhere"], ["--back", "已登记"], ["--formal", "open", "--refer"],
      ["--revoke"], ["--formal", "refuse"], ["--close", "1-1", "--refer"],
    ] {
      let result = bench.runAll(["decide", "$", id, "--as", "chief-01"] + words)
      #expect(result.exit == .usage, "\(words): \(result.err)")
      #expect(!result.err.isEmpty)
    }
    for words in [["--from", "甲"], ["--text", "x"], ["--handler", "visitor-01"], ["--text", "x", "--id", "o1"]] {
      #expect(bench.runAll(["objection", "$", id, "--as", "chief-01"] + words).exit == .usage, "\(words)")
    }
    #expect(bench.run("publicity", "$", id).exit == .usage)
    #expect(bench.run("publicity", "$", id, "--start", "2022-09-21").exit == .usage)
    #expect(bench.run("decide", "$", "--as", "chief-01", "--refer").exit == .usage)
    #expect(bench.run("decide", "$", "2022-qufu-009", "--as", "chief-01", "--formal", "open").exit == .failed)
    #expect(bench.contents().keys.allSatisfy { !$0.hasPrefix("decisions/") && !$0.hasPrefix("assignments/") })
  }

  @Test func assigningByHandSaysWhatIsOddAboutThePanel() throws {
    let first = bench.run("assign", "$", id, "--as", "chief-01", "--reviewer", "expert-01", "--reviewer", "expert-02")
    #expect(first.exit == .done && first.out.hasPrefix("ACK assignments/\(id).json r1 "))
    #expect(first.err.contains("少于最少 3 名"))
    score("expert-01")
    #expect(bench.run("assign", "$", id, "--as", "chief-01", "--remove", "expert-01").exit == .usage)
    let removed = bench.run(
      "assign", "$", id, "--as", "chief-01", "--remove", "expert-01", "--reason", "申请回避", "--format", "json")
    #expect(removed.exit == .done, "\(removed.err)")
    #expect(try json(removed)["reviewers"]?.array?.compactMap(\.string) == ["expert-02"])
    #expect(bench.text("reviews/\(id)/expert-01.json") != nil)
    #expect(bench.run("assign", "$", id, "--as", "chief-01").out.contains("撤下评审专家 expert-01：申请回避"))
    #expect(bench.run("assign", "$", id, "--as", "chief-01", "--inspector", "expert-02").exit == .notAllowed)
  }

  @Test func aProposedPanelIsShownThenRecorded() throws {
    let before = bench.contents()
    let short = bench.run("assign", "$", "--propose", "--as", "chief-01")
    #expect(short.exit == .problems && short.err.contains("分不出来"), "three experts for a panel of five")
    bench.write(
      try #require(bench.text("people.json")).replacing(
        "{\"id\": \"visitor-01\"",
        with: "{\"id\": \"expert-04\", \"name\": \"庚\", \"roles\": [\"reviewer\"]}, "
          + "{\"id\": \"expert-05\", \"name\": \"辛\", \"roles\": [\"reviewer\"]}, {\"id\": \"visitor-01\""),
      to: "people.json")
    let shown = bench.run("assign", "$", "--propose", "--as", "chief-01", "--format", "json")
    #expect(shown.exit == .done, "\(shown.err)")
    #expect(try json(shown)["panels"]?.array?.first?["added"]?.array?.count == 5)
    #expect(bench.contents().filter { $0.key != "people.json" } == before.filter { $0.key != "people.json" })
    let applied = bench.run("assign", "$", "--propose", "--seed", "7", "--apply", "--as", "chief-01")
    #expect(applied.exit == .done && applied.out.contains("ACK assignments/\(id).json r1 "), "\(applied.err)")
    #expect(bench.run("assign", "$", id, "--as", "chief-01").out.contains("--propose --seed 7"))
    #expect(bench.run("assign", "$", "--propose", "--apply", "--as", "chief-01").outLines.count == 1)
    for words in [["--propose", id], [], [id, "--apply"], ["--propose", "--reviewer", "expert-01"]] {
      #expect(bench.runAll(["assign", "$", "--as", "chief-01"] + words).exit == .usage, "\(words)")
    }
  }

  /// What people wrote into decisions never drives a terminal, and a broken one is named.
  @Test func hostileDecisionsAreNamedAndShownSafely() throws {
    try accept()
    let file = "decisions/\(id).json"
    let good = try #require(bench.text(file))
    bench.write(good.replacing("当面核对", with: "\\u001b]0;LEAK\\u0007\\u202e"), to: file)
    for words in [[], ["--format", "json"], ["--notice"], ["--back", "formalCheck", "--reason", "\u{1B}[2J"]] {
      let result = bench.runAll(["decide", "$", id, "--as", "chief-01"] + words)
      #expect(HostileTests.unsafe(result.out) == [] && HostileTests.unsafe(result.err) == [])
    }
    for (from, to) in [
      ("\"accepted\"", "\"rejoiced\""), ("\"accepted\"", "\"reviewing\""), ("\"moves\": [", "\"moves\": [3, "),
      ("\"verdict\": \"ok\"", "\"verdict\": \"fine\""), ("reviewtui/decision/1", "reviewtui/decision/9"), ("{", "["),
      ("\"application\": \"\(id)\"", "\"application\": \"2022-qufu-001\""),
    ] {
      bench.write(good.replacing(from, with: to), to: file)
      let before = bench.contents()
      let result = decide("--back", "formalCheck", "--reason", "复核")
      #expect(result.exit == .failed, "\(to) \(result.err)")
      #expect(result.err.contains(file), "\(to) \(result.err)")
      #expect(bench.contents() == before)
      #expect(bench.run("doctor", "$").exit == .problems)
      #expect(bench.run("list", "$").exit == .problems)
    }
  }
}
