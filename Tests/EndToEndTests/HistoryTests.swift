import Foundation
import Testing

extension EndToEnd {
  @Suite struct HistoryTests {
    private func open(_ workspace: URL, _ query: String, person: String) throws -> Terminal {
      let terminal = try Terminal(columns: 120, rows: 36, "open", workspace.path, "--as", person)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type(query)
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter")
      return terminal
    }

    private func json(_ file: URL) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }

    /// A supervisor looks at all sheets and sends one back; its reviewer, at another console, reads why, and both see it in
    /// the history.
    @Test func aSheetIsSentBackFromTheScreenAndComesBackToItsReviewer() throws {
      let workspace = try Places.sampleWorkspace()
      let id = "2022-sishui-001"
      let supervisor = try open(workspace, id, person: "dudao-01")
      try supervisor.press("C-g")
      let sheets = try supervisor.wait(for: "并列评分")
      #expect(sheets.contains("评审01") && sheets.contains("评审02") && sheets.contains("80.0"))
      // Not sent back by going back from the question.
      try supervisor.press("F9")
      try supervisor.wait(for: "退回理由")
      try supervisor.type("4")
      try supervisor.press("Enter")
      try supervisor.type("C07与评语不符，请说明")
      try supervisor.press("Enter")
      try supervisor.wait(for: "退回后评审人可以修改")
      try supervisor.press("Enter")
      try supervisor.wait(gone: "退回后评审人可以修改")
      let file = workspace.appendingPathComponent("decisions/\(id).json")
      #expect(!((try? String(contentsOf: file, encoding: .utf8)) ?? "").contains("C07与评语不符"))
      try supervisor.wait(for: "C07与评语不符")
      try supervisor.press("Enter")
      try supervisor.wait(for: "退回后评审人可以修改")
      try supervisor.press("Right", "Enter")
      let done = try supervisor.wait(for: "退回了")
      #expect(done.contains("已保存") && done.contains("已退回"))
      let decision = try json(workspace.appendingPathComponent("decisions/\(id).json"))
      let back = try #require((decision["returns"] as? [[String: Any]])?.first)
      #expect(back["reviewer"] as? String == "pingshen-01" && back["reason"] as? String == "outlier")
      #expect(back["note"] as? String == "C07与评语不符，请说明" && back["by"] as? String == "dudao-01")

      let reviewer = try open(workspace, id, person: "pingshen-01")
      try reviewer.press("F4")
      try reviewer.declareNoInterest()
      #expect(try reviewer.wait(for: "畸高").contains("C07与评语不符"))
      // Others' sheets are closed again until the own one is submitted anew.
      try reviewer.press("C-g")
      try reviewer.wait(for: "才能看到其他评审人")
      try reviewer.press("C-w")
      let own = try reviewer.wait(for: "退回评分表")
      #expect(own.contains("提交评分表") && own.contains("一致") && !own.contains("pingshen-02"))

      try supervisor.press("C-w")
      let all = try supervisor.wait(for: "退回评分表")
      #expect(all.contains("评审02") && all.contains("评分畸高"))
      try supervisor.press("Enter")
      let detail = try supervisor.wait(for: "逐项对照")
      #expect(detail.contains("这是第一版") || detail.contains("pingshen-01"))
      let check = try reviewtui("check", workspace.path, "--format", "json")
      #expect(!check.errors.contains("decisions") && !check.errors.contains("journal"), "\(check.errors)")
    }

    @Test func theCommandTellsTheSameAndNamesAChangedFile() throws {
      let workspace = try Places.sampleWorkspace()
      let id = "2022-sishui-001"
      let before = try reviewtui("history", workspace.path, id, "--as", "dudao-01", "--format", "json")
      #expect(before.status == 0, "\(before.errors)")
      let file = workspace.appendingPathComponent("reviews/\(id)/pingshen-01.json")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacingOccurrences(of: "\"score\": 8,", with: "\"score\": 9,").write(
        to: file, atomically: false, encoding: .utf8)
      let after = try reviewtui("history", workspace.path, id, "--as", "dudao-01", "--lang", "zh")
      #expect(after.status == 1 && after.output.contains("文件已被改动"), "\(after.output)")
      let check = try reviewtui("check", workspace.path, id)
      #expect(check.status == 1 && check.errors.contains("reviews/\(id)/pingshen-01.json"))
    }
  }
}
