import Core
import Testing

@testable import ReviewTUI

private let id = CommandBench.application

/// What a complete sheet needs, as options.
private let complete = [
  "--set", "C01=9", "--set", "C02=7", "--set", "C03=6", "--set", "C04=9", "--set", "C05=9", "--set", "C06=5", "--set",
  "C07=7", "--set", "C08=5", "--set", "C09=9", "--set", "C10=9", "--set", "C11=9", "--set", "C12=4.5", "--opinion",
  "材料齐全，指标可核对，建议推荐列入典型应用场景项目库。", "--recommend", "yes",
]

extension CommandBench {
  fileprivate func score(_ words: [String]) -> Result { runAll(["score", "$", id] + words) }
}

@Test func makesAWorkspaceOnlyWhereThereIsNone() {
  let bench = CommandBench()
  #expect(bench.run("init", "$").exit == .done)
  #expect(bench.text("program.json")?.contains("\"schema\": \"reviewtui/program/1\"") == true)
  #expect(bench.text("people.json")?.contains("\"people\": []") == true)
  #expect(bench.text(".gitattributes") == "*.json -text -merge\n*.jsonl -text -merge\n")
  #expect(bench.run("list", "$").exit == .done)
  let again = bench.run("init", "$")
  #expect(again.exit == .usage)
  #expect(again.err.contains("已经是工作区"))
  #expect(bench.run("init", bench.path).exit == .usage)
  #expect(bench.run("init", bench.path + "/a/b").exit == .failed)
  #expect(bench.run("init", bench.path + "/new", "--program", bench.workspace + "/people.json").exit == .problems)
  #expect(bench.run("init", bench.path + "/new", "--program", bench.workspace + "/program.json").exit == .done)
}

@Test func listsInTextAndJSON() throws {
  let bench = CommandBench.filled()
  let text = bench.run("list", "$")
  #expect(text.exit == .done)
  #expect(text.out.contains("甲␛[31m公司"))
  #expect(text.outLines.last == "共 1 项")
  let english = bench.run("list", "$", "--lang", "en")
  #expect(english.out.contains("Zoucheng"))
  #expect(english.outLines.last == "1 applications")
  let json = try JSONParser.parse(Array(bench.run("list", "$", "--format", "json").out.utf8))
  #expect(json["total"]?.number?.int == 1)
  let row = try #require(json["applications"]?.array?.first?.object)
  #expect(
    row.members.map(\.key) == [
      "id", "unit", "company", "project", "scenarios", "investment", "stage", "flags", "score",
    ])
  #expect(row["investment"]?.number?.text == "445.0")
  #expect(row["stage"]?.string == "registered")
  #expect(row["score"]?.isNull == true)
}

@Test func filtersByAQuery() throws {
  let bench = CommandBench.filled()
  for query in [["county:邹城市"], ["zcs"], ["invest:>400", "scenario:SC06"], ["stage:已登记"]] {
    #expect(bench.runAll(["list", "$"] + query).out.contains("共 1 项"))
  }
  let none = bench.run("list", "$", "invest:>500")
  #expect(none.exit == .done)
  #expect(none.out.contains("共 0 项"))
  #expect(none.err == "没有申报符合“invest:>500”。\n")
  let wrong = bench.run("list", "$", "conty:邹城市")
  #expect(wrong.exit == .usage)
  #expect(wrong.err == "筛选条件第 1 个字：没有字段“conty”。是不是“县市”？\n")
}

@Test func linesUpChineseColumnsAndFitsATerminal() {
  let bench = CommandBench.filled()
  let wide = bench.run("list", "$")
  let header = wide.outLines[0].firstRange(of: "阶段").map { DisplayWidth.of(String(wide.outLines[0][..<$0.lowerBound])) }
  let row = wide.outLines[1].firstRange(of: "已登记").map { DisplayWidth.of(String(wide.outLines[1][..<$0.lowerBound])) }
  #expect(header != nil && header == row)
  bench.write(
    "{\"schema\": \"reviewtui/application/1\", \"id\": \"long\", \"unit\": \"u\", \"project\": {\"name\": \"\(String(repeating: "很长的项目名称", count: 20))\"}}",
    to: "applications/long.json")
  for line in bench.run("list", "$", columns: 100).outLines { #expect(DisplayWidth.of(String(line)) <= 100) }
}

@Test func aBrokenFileIsNamedAndTheRestIsListed() {
  let bench = CommandBench.filled()
  bench.write("{\"schema\": \"reviewtui/application/1\",\n \"id\": \"b\",\n", to: "applications/b.json")
  bench.write("{}", to: "applications/B.json")
  let result = bench.run("list", "$")
  #expect(result.exit == .problems)
  #expect(result.out.contains("共 1 项"))
  #expect(result.err.contains("applications/b.json 第 3 行"))
  #expect(result.err.contains("applications/B.json"))
}

@Test func showsTheWholeApplication() throws {
  let bench = CommandBench.filled()
  let text = bench.run("show", "$", id)
  #expect(text.exit == .done)
  #expect(text.out.contains("  申报单位：甲␛[31m公司\n"))
  #expect(text.out.contains("SC06 设备预测维护"))
  #expect(!text.out.utf8.contains(0x1B))
  let json = bench.run("show", "$", id, "--format", "json").out
  #expect(json.contains("\"x\": \"\\u202e\""))
  #expect(
    try JSONParser.parse(Array(json.utf8))
      == JSONParser.parse(Array(#require(bench.text("applications/\(id).json")).utf8)))
}

@Test(arguments: [
  (["show", "$", "../people"], CommandExit.usage), (["show", "$", "2022-zoucheng-999"], .failed),
  (["show", "/nonexistent", id], .failed), (["score", "$", id, "--as", "nobody", "--set", "C01=1"], .notAllowed),
  (["score", "$", id, "--as", "visitor-01", "--set", "C01=1"], .notAllowed),
  (["score", "$", id, "--as", "chief-01", "--set", "C01=1"], .notAllowed),
  (["score", "$", id, "--as", "expert-01"], .usage), (["score", "$", id, "--as", "expert-01", "--set", "C01"], .usage),
  (["score", "$", id, "--as", "expert-01", "--set", "C01=９"], .usage),
  (["score", "$", id, "--as", "expert-01", "--set", "C01=10.5"], .usage),
  (["score", "$", id, "--as", "expert-01", "--set", "C01=-1"], .usage),
  (["score", "$", id, "--as", "expert-01", "--set", "C01=9.3"], .usage),
  (["score", "$", id, "--as", "expert-01", "--set", "C01=88,5"], .usage),
  (["score", "$", id, "--as", "expert-01", "--set", "C01=nan"], .usage),
  (["score", "$", id, "--as", "expert-01", "--set", "C13=1"], .usage),
  (["score", "$", id, "--as", "expert-01", "--recommend", "maybe"], .usage),
  (["score", "$", "2022-zoucheng-999", "--as", "expert-01", "--set", "C01=1"], .failed),
  (["score", "$", id, "--as", "expert-01", "--submit"], .problems),
])
func saysWhyItDoesNot(_ words: [String], _ exit: CommandExit) {
  let bench = CommandBench.filled()
  for language in ["zh", "en"] {
    let result = bench.runAll(words + ["--lang", language])
    #expect(result.exit == exit)
    #expect(result.out == "")
    #expect(!result.err.isEmpty)
  }
  #expect(bench.text("reviews/\(id)/expert-01.json") == nil)
}

@Test func scoresAndSubmits() throws {
  let bench = CommandBench.filled()
  let first = bench.score(["--as", "expert-01", "--set", "C01=9.5", "--comment", "C01=a=b"])
  #expect(first.exit == .done)
  let file = "reviews/\(id)/expert-01.json"
  let ack = first.outLines[0].split(separator: " ")
  #expect(ack[0] == "ACK" && ack[1] == file && ack[2] == "r1" && ack[3].utf8.count == 64)
  #expect(first.out.contains("合计 9.5 / 100"))
  #expect(bench.text(file)?.contains("\"comment\": \"a=b\"") == true)
  #expect(bench.score(["--as", "expert-02"] + complete + ["--submit"]).exit == .done)
  let list = try JSONParser.parse(Array(bench.run("list", "$", "--format", "json").out.utf8))
  // Nobody's own score is known without a person, and other people's are hidden.
  #expect(list["applications"]?.array?.first?["score"] == .null)
  #expect(list["applications"]?.array?.first?["stage"]?.string == "reviewing")
  let own = try JSONParser.parse(Array(bench.run("list", "$", "--format", "json", "--as", "expert-01").out.utf8))
  #expect(own["applications"]?.array?.first?["score"]?.number?.text == "9.5")
  let locked = bench.score(["--as", "expert-02", "--set", "C01=1"])
  #expect(locked.exit == .notAllowed)
  #expect(locked.err.contains("锁定"))
  let json = bench.score(["--as", "expert-01", "--set", "C01=", "--format", "json"])
  let answer = try JSONParser.parse(Array(json.out.utf8))
  #expect(answer["revision"]?.number?.int == 2)
  #expect(answer["scored"]?.number?.int == 0)
  #expect(bench.run("doctor", "$").exit == .done)
}

@Test func doctorFindsWhatWasChangedBehindItsBack() throws {
  let bench = CommandBench.filled()
  #expect(bench.score(["--as", "expert-02"] + complete + ["--submit"]).exit == .done)
  let file = "reviews/\(id)/expert-02.json"
  let text = try #require(bench.text(file))
  bench.write(text.replacing("\"score\": 4.5", with: "\"score\": 5"), to: file)
  let result = bench.run("doctor", "$", "--format", "json", "--lang", "en")
  #expect(result.exit == .problems)
  let problems = try JSONParser.parse(Array(result.out.utf8))["problems"]?.array
  #expect(problems?.map { $0["file"]?.string } == [file])
  bench.write(text, to: file)
  #expect(bench.run("doctor", "$").exit == .done)
  bench.write(#"{"at": "t", "person": "expert-02", "act": "x", "prev": null}"# + "\n", to: "journal/expert-02.jsonl")
  #expect(bench.run("doctor", "$").exit == .problems)
}

@Test func doctorNamesASubmissionThatWasCutShort() throws {
  let bench = CommandBench.filled()
  let file = "reviews/\(id)/expert-02.json"
  #expect(bench.score(["--as", "expert-02", "--set", "C01=9"]).exit == .done)
  let before = try #require(bench.text(file))
  #expect(bench.score(["--as", "expert-02"] + complete + ["--submit"]).exit == .done)
  bench.write(before, to: file)
  let result = bench.run("doctor", "$")
  #expect(result.exit == .problems)
  #expect(result.err.contains("存档里有更新的第 2 版"))
}

@Test func aPersonOutsideTheAssignmentMayNotScore() {
  let bench = CommandBench.filled()
  bench.write(
    "{\"schema\": \"reviewtui/assignment/1\", \"application\": \"\(id)\", \"reviewers\": [\"expert-02\"]}",
    to: "assignments/\(id).json")
  #expect(bench.score(["--as", "expert-01", "--set", "C01=1"]).exit == .notAllowed)
  #expect(bench.score(["--as", "expert-02", "--set", "C01=1"]).exit == .done)
  bench.write("{", to: "assignments/\(id).json")
  #expect(bench.score(["--as", "expert-02", "--set", "C01=1"]).exit == .failed)
}

@Test(arguments: [
  ("Unknown option '--foo'", "没有选项“--foo”。"),
  ("Unknown option '--fo'. Did you mean '--format'?", "没有选项“--fo”。是不是“--format”？"),
  ("Missing expected argument '<workspace>'", "缺少参数“<workspace>”。"),
  ("Missing value for '--as <as>'", "选项“--as <as>”后面缺少值。"),
  ("Unexpected argument 'x'", "多余的参数“x”。"), ("2 unexpected arguments: 'a', 'b'", "多余的参数：a、b。"),
  (
    "The value 'xml' is invalid for '--format <format>'. Please provide one of 'text' and 'json'.",
    "“xml”不能用作“--format <format>”的值。可用：text、json。"
  ),
  ("Something new", "命令写法不对：Something new"), ("Unknown option '\u{1B}[2J'", "没有选项“␛[2J”。"),
])
func saysUsageErrorsInChinese(_ english: String, _ chinese: String) {
  #expect(UsageWords.phrase(english).zh == chinese)
  #expect(!UsageWords.phrase(english).en.utf8.contains(0x1B))
}

@Test(arguments: [
  (["list", "--lang", "en"], Language.en), (["list", "--lang=en"], .en), (["list"], .zh), (["--lang"], .zh),
  (["--lang", "fr"], .zh), (["list", "--", "--lang", "en"], .zh),
])
func knowsTheLanguageBeforeParsing(_ arguments: [String], _ language: Language) {
  #expect(CommandLanguage.detect(arguments) == language)
}

@Test func writesTimesWithTheirZone() {
  #expect(Timestamp.text(0).hasPrefix("19"))
  let parts = Timestamp.text(1_661_400_000)
  #expect(parts.utf8.count == 25)
  #expect(parts.contains("T"))
}

@Test func findsThePrivateFolder() {
  #expect(StateLocation.path(["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/reviewtui")
  #expect(StateLocation.path(["XDG_STATE_HOME": "relative", "HOME": "/h"]) == "/h/.local/state/reviewtui")
  #expect(StateLocation.path([:]) == nil)
}

@Test func anotherReviewersSheetCannotBeLearnedThroughAnyCommand() throws {
  let bench = CommandBench.filled()
  #expect(
    bench.score(["--as", "expert-02", "--set", "C01=7.5", "--comment", "C01=隐藏的评语", "--opinion", "隐藏的意见"]).exit == .done
  )
  let file = "reviews/\(id)/expert-02.json"
  let sheet = try #require(bench.text(file))
  // Once as it is, once with a score that no rubric allows: messages about it are a door too.
  for text in [sheet, sheet.replacing("7.5", with: "77.5")] {
    bench.write(text, to: file)
    for viewer in [["--as", "expert-01"], []] {
      let doors = [
        ["list", "$"] + viewer, ["list", "$", "隐藏"] + viewer, ["list", "$", "score:>1"] + viewer,
        ["list", "$", "--format", "json"] + viewer, ["show", "$", id], ["show", "$", id, "--format", "json"],
        ["check", "$"], ["check", "$", "--format", "json"], ["doctor", "$"],
      ]
      for door in doors {
        let result = bench.runAll(door)
        let said = result.out + result.err
        #expect(!said.contains("7.5") && !said.contains("隐藏的"), "\(door): \(said)")
      }
    }
  }
}

@Test func aReturnedSheetIsSubmittedAnew() throws {
  let bench = CommandBench.filled()
  var words = ["--as", "expert-01", "--opinion", "材料齐全，指标有依据，同意推荐，建议现场核对产量数据。", "--recommend", "yes", "--submit"]
  for number in 1...12 {
    words += [
      "--set", "C\(number < 10 ? "0" : "")\(number)=4", "--comment", "C\(number < 10 ? "0" : "")\(number)=依据不足",
    ]
  }
  #expect(bench.score(words).exit == .done)
  let back = ["return", "$", id, "--reviewer", "expert-01", "--reason", "outlier", "--note", "请说明"]
  #expect(bench.runAll(back + ["--as", "expert-02"]).exit == .notAllowed)
  #expect(
    bench.runAll(["return", "$", id, "--reviewer", "expert-01", "--as", "chief-01", "--reason", "x"]).exit == .usage)
  let result = bench.runAll(back + ["--as", "chief-01"])
  #expect(result.exit == .done && result.out.hasPrefix("ACK decisions/\(id).json r1 "), "\(result.err)")
  #expect(bench.runAll(back + ["--as", "chief-01"]).exit == .problems, "it is open already")
  #expect(bench.score(["--as", "expert-01", "--set", "C01=9", "--submit"]).exit == .done)
  #expect(bench.text("reviews/\(id)/expert-01.json")?.contains("\"revision\": 2") == true)
  #expect(bench.run("check", "$").err.isEmpty)
}

@Test func declaresBeforeSubmittingWhatIsAssigned() throws {
  let bench = CommandBench.filled()
  bench.write(
    "{\"schema\": \"reviewtui/assignment/1\", \"application\": \"\(id)\", \"reviewers\": [\"expert-01\"]}",
    to: "assignments/\(id).json")
  let open = bench.score(["--as", "expert-01", "--set", "C01=9"])
  #expect(open.exit == .done && open.out.contains("回避声明（--declare）"))
  #expect(bench.score(["--as", "expert-01", "--declare", "friend"]).exit == .usage)
  let stay = bench.score(["--as", "expert-01", "--declare", "office:任监事"])
  #expect(stay.exit == .done)
  #expect(bench.score(["--as", "expert-01", "--set", "C01=9"]).exit == .usage)
  #expect(bench.score(["--as", "expert-01", "--declare", "none"]).exit == .done)
  #expect(bench.score(["--as", "expert-01", "--set", "C01=8"]).exit == .done)
}
