import Core
import Foundation
import Testing

extension EndToEnd {
  @Suite struct DeclarationTests {
    /// The file of a reviewer's sheet; nil when there is none.
    private func sheet(_ workspace: URL, _ application: String, _ person: String) -> [String: Any]? {
      let file = workspace.appendingPathComponent("reviews/\(application)/\(person).json")
      guard let data = try? Data(contentsOf: file) else { return nil }
      return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
    }

    private func list(_ workspace: URL, _ query: String, person: String) throws -> Terminal {
      let terminal = try Terminal(columns: 100, rows: 30, "open", workspace.path, "--as", person)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type(query)
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter")
      return terminal
    }

    @Test func whoStaysAwaySeesNothingAndScoresNothing() throws {
      let workspace = try Places.sampleWorkspace()
      let id = "2022-zoucheng-002"
      let terminal = try list(workspace, id, person: "pingshen-02")
      // The way back writes nothing.
      try terminal.press("Enter")
      try terminal.wait(for: "无下列任何情形")
      try terminal.press("Escape")
      try terminal.wait(gone: "无下列任何情形")
      #expect(sheet(workspace, id, "pingshen-02") == nil)
      // A ground asks once more, with the safe answer first.
      try terminal.press("Enter")
      try terminal.wait(for: "无下列任何情形")
      try terminal.type("4")
      try terminal.press("Enter")
      try terminal.wait(for: "您将以")
      try terminal.press("Enter")
      try terminal.wait(gone: "您将以")
      #expect(sheet(workspace, id, "pingshen-02") == nil)
      try terminal.press("Enter")
      try terminal.wait(for: "无下列任何情形")
      try terminal.type("4")
      try terminal.press("Enter")
      try terminal.wait(for: "您将以")
      try terminal.press("Right", "Enter")
      try terminal.wait(for: "已登记主动回避")
      let declaration = try #require(sheet(workspace, id, "pingshen-02")?["declaration"] as? [String: Any])
      #expect(declaration["ground"] as? String == "ownership")
      try terminal.press("F4")
      try terminal.wait(for: "您已申报回避")
      let score = try run([
        Places.binary, "score", workspace.path, id, "--as", "pingshen-02", "--set", "C01=9", "--lang", "zh",
      ])
      #expect(score.status != 0 && score.errors.contains("回避"))
      let journal = try String(
        contentsOf: workspace.appendingPathComponent("journal/pingshen-02.jsonl"), encoding: .utf8)
      #expect(journal.contains("declare") && journal.contains("ownership"))
    }

    /// A likeness of names is shown, and nothing is chosen for the person.
    @Test func aLikenessIsShownAndNothingIsAnsweredByAccident() throws {
      let workspace = try Places.sampleWorkspace()
      let id = "2022-zoucheng-002"
      let application = workspace.appendingPathComponent("applications/\(id).json")
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: application)) as? [String: Any]
      let company = try #require((object?["company"] as? [String: Any])?["name"] as? String)
      let people = workspace.appendingPathComponent("people.json")
      var roster = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: people)) as? [String: Any])
      var list = try #require(roster["people"] as? [[String: Any]])
      for place in list.indices where list[place]["id"] as? String == "pingshen-02" {
        list[place]["employer"] = company
      }
      roster["people"] = list
      try JSONSerialization.data(withJSONObject: roster).write(to: people)
      let terminal = try self.list(workspace, id, person: "pingshen-02")
      try terminal.press("Enter")
      try terminal.wait(for: "名称相近")
      // Enter alone goes back: nothing is chosen for the person.
      try terminal.press("Enter")
      try terminal.wait(gone: "名称相近")
      #expect(sheet(workspace, id, "pingshen-02") == nil)
      try terminal.press("Enter")
      try terminal.wait(for: "名称相近")
      try terminal.press("Home", "1")
      try terminal.press("Enter")
      try terminal.wait(gone: "名称相近")
      try terminal.wait(for: "单位情况")
      let declaration = try #require(sheet(workspace, id, "pingshen-02")?["declaration"] as? [String: Any])
      #expect(declaration["ground"] is NSNull)
    }

    /// Submitted, sent back by command, and open again on the screen with the reason.
    @Test func aReturnedSheetSaysWhy() throws {
      let workspace = try Places.sampleWorkspace()
      let id = "2022-sishui-001"
      let back = try run([
        Places.binary, "return", workspace.path, id, "--reviewer", "pingshen-01", "--as", "dudao-01", "--reason",
        "outlier", "--note", "请说明C07", "--lang", "zh",
      ])
      #expect(back.status == 0, "\(back.errors)")
      let terminal = try list(workspace, id, person: "pingshen-01")
      try terminal.press("F4")
      try terminal.declareNoInterest()
      let screen = try terminal.wait(for: "畸高")
      #expect(screen.contains("请说明C07"))
      try terminal.type("8")
      try terminal.press("Enter")
      try terminal.wait(for: "已保存")
      #expect(sheet(workspace, id, "pingshen-01")?["state"] as? String == "returned")
    }
  }
}
