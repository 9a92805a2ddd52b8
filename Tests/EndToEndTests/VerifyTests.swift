import Foundation
import Testing

@testable import Core

extension EndToEnd {
  @Suite struct VerifyTests {
    /// A supervisor holds what was not understood against its words: one value is typed in, one is confirmed.
    @Test(arguments: sizes) func correctsAndConfirmsBesideTheSource(_ size: (Int, Int)) throws {
      let workspace = try Places.sampleWorkspace()
      let file = workspace.appendingPathComponent("applications/2022-wenshang-002.json")
      let before = try Data(contentsOf: file)
      let terminal = try Terminal(columns: size.0, rows: size.1, "open", workspace.path, "--as", "dudao-01")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type("flag:unparsed county:wsx")
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter", "IC")
      try terminal.wait(for: "未识别 3 处")
      // A word where an amount belongs stays in its box; nothing is written.
      try terminal.press("Down", "Enter")
      try terminal.wait(for: "更正“业务收入 2020”")
      try terminal.type("很多")
      try terminal.press("Enter")
      try terminal.wait(for: "看不懂所填内容")
      #expect(try Data(contentsOf: file) == before)
      try terminal.press("BSpace", "BSpace")
      try terminal.type("2.6亿元")
      try terminal.press("Enter")
      try terminal.wait(for: "— → 26000")
      try terminal.type("见所附审计报告")
      try terminal.press("Enter")
      try terminal.wait(for: "已保存")
      try terminal.wait(for: "未识别 2 处")
      try terminal.press("Down", "Space")
      try terminal.wait(for: "未识别 1 处")

      let json = try JSONParser.parse([UInt8](try Data(contentsOf: file)))
      let received = FieldPath.value(at: "company.finance.2020.revenue", in: json)
      #expect(received == .null, "what was received stays as it was")
      let application = try Application(json: json)
      let year = try #require(application.company.finance.first { $0.year == 2020 })
      #expect(year.revenue?.text == "26000")
      #expect(year.profit == nil)
      #expect(application.corrections.map(\.path) == ["company.finance.2020.revenue", "company.finance.2020.profit"])
      #expect(application.corrections.map(\.isConfirmation) == [false, true])
      #expect(application.corrections[0].by == "dudao-01")
      #expect(application.corrections[0].reason == "见所附审计报告")
      let journal = try String(contentsOf: workspace.appendingPathComponent("journal/dudao-01.jsonl"), encoding: .utf8)
      #expect(journal.components(separatedBy: "\"act\": \"correct\"").count == 3)

      // Taken back by a further correction: the first one stays on record.
      try terminal.press("F7")
      try terminal.wait(for: "已核对/已更正 2 项")
      try terminal.press("F8")
      try terminal.wait(for: "已保存")
      let again = try Application(json: JSONParser.parse([UInt8](try Data(contentsOf: file))))
      #expect(again.corrections.count == 3)
      #expect(again.company.finance.first { $0.year == 2020 }?.revenue == nil)
    }

    @Test func aReviewerOnlyLooks() throws {
      let workspace = try Places.sampleWorkspace()
      let file = workspace.appendingPathComponent("applications/2022-wenshang-002.json")
      let before = try Data(contentsOf: file)
      let terminal = try Terminal(columns: 80, rows: 24, "open", workspace.path, "--as", "pingshen-01")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type("flag:unparsed county:wsx")
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter", "IC")
      try terminal.declareNoInterest()
      try terminal.wait(for: "未识别 3 处")
      try terminal.press("Enter")
      try terminal.wait(for: "只有督导可以更正")
      try terminal.press("Space")
      try terminal.wait(for: "只有督导可以更正")
      #expect(try Data(contentsOf: file) == before)
    }
  }
}
