import Core
import Foundation
import Testing

extension EndToEnd {
  /// Two windows of one person on one sheet.
  @Suite struct ConflictTests {
    private static let id = "2022-zoucheng-002"

    private func open(_ workspace: URL) throws -> Terminal {
      let terminal = try Terminal(columns: 120, rows: 40, "open", workspace.path, "--as", "pingshen-02")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type(Self.id)
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter", "F4")
      return terminal
    }

    private func score(_ workspace: URL, _ words: String...) throws {
      let result = try run([Places.binary, "score", workspace.path, Self.id, "--as", "pingshen-02"] + words)
      #expect(result.status == 0, "\(result.errors)")
    }

    private func scores(_ workspace: URL) throws -> [String: Double] {
      let file = workspace.appendingPathComponent("reviews/\(Self.id)/pingshen-02.json")
      let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
      var found: [String: Double] = [:]
      for entry in try #require(object?["scores"] as? [[String: Any]]) {
        if let name = entry["criterion"] as? String, let score = entry["score"] as? Double { found[name] = score }
      }
      return found
    }

    /// The screen shows C01 = 8; another window then writes C01 = 6 and C02 = 7; the screen changes C03.
    private func meet(_ workspace: URL) throws -> Terminal {
      let terminal = try open(workspace)
      try terminal.declareNoInterest()
      try terminal.wait(for: "评分表")
      try terminal.type("8")
      try terminal.press("Enter")
      try terminal.wait(for: "已保存")
      try score(workspace, "--set", "C01=6", "--set", "C02=7")
      try terminal.press("Down")
      try terminal.type("5")
      try terminal.press("Enter")
      let screen = try terminal.wait(for: "另一窗口或程序改动")
      #expect(screen.contains("C01") && screen.contains("C02") && screen.contains("C03"))
      #expect(try scores(workspace) == ["C01": 6, "C02": 7], "nothing is written over")
      return terminal
    }

    @Test func myChangesGoOnTopOfTheFile() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try meet(workspace)
      try terminal.press("Left", "Left", "Enter")
      try terminal.wait(for: "已保存")
      #expect(try scores(workspace) == ["C01": 6, "C02": 7, "C03": 5])
      // The screen shows what stands in the file, and goes on from there.
      try terminal.wait(for: "18.0 / 100.0")
      try terminal.type("4")
      try terminal.press("Enter")
      try terminal.wait(for: "22.0 / 100.0")
      try terminal.wait(for: "已保存")
      #expect(try scores(workspace) == ["C01": 6, "C02": 7, "C03": 5, "C04": 4])
    }

    @Test func theFilesVersionIsTakenAndUndoBringsMineBack() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try meet(workspace)
      try terminal.press("Left", "Enter")
      try terminal.wait(for: "13.0 / 100.0")
      #expect(try scores(workspace) == ["C01": 6, "C02": 7])
      try terminal.press("F8")
      try terminal.wait(for: "已保存")
      #expect(try scores(workspace) == ["C01": 8, "C03": 5])
    }

    /// What a score was judged from changes after it was given: the sheet says so until the score is confirmed.
    @Test func aScoreWhoseEvidenceChangedIsConfirmed() throws {
      let workspace = try Places.sampleWorkspace()
      try score(workspace, "--declare", "none", "--set", "C01=8", "--set", "C04=7")
      let file = workspace.appendingPathComponent("applications/\(Self.id).json")
      var object = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
      var project = try #require(object["project"] as? [String: Any])
      project["need5G"] = "更正后的必要性说明"
      object["project"] = project
      try JSONSerialization.data(withJSONObject: object).write(to: file)
      let terminal = try open(workspace)
      try terminal.wait(for: "评分表")
      try terminal.press("Down", "Down", "Down")
      try terminal.wait(for: "依据已变")
      try terminal.type("=")
      try terminal.wait(for: "已保存")
      try terminal.wait(gone: "依据已变")
      #expect(try scores(workspace) == ["C01": 8, "C04": 7])
      let journal = try String(
        contentsOf: workspace.appendingPathComponent("journal/pingshen-02.jsonl"), encoding: .utf8)
      #expect(journal.contains("confirmed"))
    }

    /// A visit that is signed after a score, as the program wrote it, marks what it looked at and nothing else.
    @Test func aVisitThatIsSignedAfterAScoreMarksIt() throws {
      let workspace = try Places.sampleWorkspace()
      let id = "2022-yanzhou-001"
      let visits = workspace.appendingPathComponent("inspections/\(id)")
      let aside = workspace.deletingLastPathComponent().appendingPathComponent("aside-\(UUID().uuidString)")
      try FileManager.default.moveItem(at: visits, to: aside)
      func score(_ words: String...) throws -> String {
        try run([Places.binary, "score", workspace.path, id, "--as", "pingshen-02", "--lang", "zh"] + words).output
      }
      let before = try score("--declare", "none", "--set", "C04=7", "--set", "C07=6")
      #expect(before.contains("ACK") && !before.contains("依据已变"))
      try FileManager.default.moveItem(at: aside, to: visits)
      let after = try score("--set", "C01=5")
      #expect(after.contains("C07 依据已变") && !after.contains("C04 依据已变"), "\(after)")
      #expect(try !score("--confirm", "C07").contains("依据已变"))
    }

    @Test func laterWritesNothingAndAsksAgain() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try meet(workspace)
      try terminal.press("Escape")
      try terminal.wait(for: "还没有保存")
      #expect(try scores(workspace) == ["C01": 6, "C02": 7])
      try terminal.type("3")
      try terminal.press("Enter")
      try terminal.wait(for: "另一窗口或程序改动")
      #expect(try scores(workspace) == ["C01": 6, "C02": 7])
    }
  }
}
