import Foundation
import Testing

@testable import Core

extension EndToEnd {
  @Suite struct ScoreTests {
    /// Scores in the middle bands, which need no comment; in tenths.
    static let scores = [80, 65, 55, 75, 80, 45, 60, 45, 75, 70, 75, 40]

    @Test(arguments: sizes) func wholeSheetWithoutALetterKey(_ size: (Int, Int)) throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal(columns: size.0, rows: size.1, "open", workspace.path, "--as", "pingshen-02")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type("邹城夜航螺")
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter", "F4")
      try terminal.declareNoInterest()
      try terminal.wait(for: "评分表")
      for (index, tenths) in Self.scores.enumerated() {
        try terminal.type("\(tenths / 10).\(tenths % 10)")
        try terminal.press("Enter")
        let sum = Self.scores.prefix(index + 1).reduce(0, +)
        try terminal.wait(for: "\(sum / 10).\(sum % 10) / 100.0")
      }
      // The opinion, as it arrives from an input method.
      try terminal.press("Enter")
      try terminal.wait(for: "完成并保存")
      try terminal.type("项目贴合场景，前后对比数据完整，推广条件写得清楚，同意推荐入库。")
      try terminal.press("Escape")
      try terminal.wait(gone: "完成并保存")
      try terminal.press("Down")
      try terminal.type("1")
      try terminal.wait(for: "[1推荐]")
      try terminal.press("F9")
      let total = Self.scores.reduce(0, +)
      try terminal.wait(for: "总分 \(total / 10).\(total % 10)")
      // The way back is chosen first: Enter alone does not submit.
      try terminal.press("Right", "Enter")
      let screen = try terminal.wait(for: "已提交")
      #expect(screen.contains("\(total / 10).\(total % 10) / 100.0"))

      let review = try self.review(workspace, "2022-zoucheng-002", "pingshen-02")
      #expect(review.state == .submitted)
      #expect(review.entries.map(\.score) == Self.scores.map { Optional($0) })
      #expect(review.total == total)
      #expect(review.recommendation == .yes)
      #expect(review.opinion == "项目贴合场景，前后对比数据完整，推广条件写得清楚，同意推荐入库。")

      // A submitted sheet is locked.
      try terminal.press("Home")
      try terminal.type("9")
      try terminal.wait(for: "锁定")
      #expect(try self.review(workspace, "2022-zoucheng-002", "pingshen-02") == review)
    }

    /// A score that is saved while a comment is being typed must not take the comment's draft with it.
    @Test func aSaveLeavesTheDraftOfATextThatIsStillTyped() throws {
      let workspace = try Places.sampleWorkspace()
      let home = try Places.temporaryFolder("home")
      let terminal = try Terminal(home: home, "open", workspace.path, "--as", "pingshen-04")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      // One burst: the save of the score is under way while the first letters arrive.
      try terminal.press("F4")
      try terminal.declareNoInterest()
      try terminal.wait(for: "评分表")
      try terminal.type("8\r\u{1b}[18~先写的评语")
      try terminal.wait(for: "先写的评语")
      usleep(900_000)
      kill(try terminal.programID(), SIGKILL)
      try terminal.wait(for: "EXIT=137")
      let again = try Terminal(home: home, "open", workspace.path, "--as", "pingshen-04")
      let offer = try again.wait(for: "找回未保存的文字")
      #expect(offer.contains("先写的评语"))
    }

    @Test func refusesAScoreAboveItsMaximumAndKeepsWhatWasTyped() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal("open", workspace.path, "--as", "pingshen-02")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F4")
      try terminal.declareNoInterest()
      try terminal.wait(for: "评分表")
      try terminal.type("10.5")
      try terminal.press("Enter")
      try terminal.wait(for: "不是有效分数")
      try terminal.press("Escape")
      try terminal.wait(gone: "不是有效分数")
      try terminal.type("9.5")
      try terminal.press("Enter")
      try terminal.wait(for: "已保存")
    }

    @Test func textOfAKilledSessionIsOfferedBack() throws {
      let workspace = try Places.sampleWorkspace()
      let home = try Places.temporaryFolder("home")
      let typed = "基线口径与附件不一致，需要补充系统导出记录"
      do {
        let terminal = try Terminal(home: home, "open", workspace.path, "--as", "pingshen-03")
        try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
        try terminal.press("F4")
        try terminal.declareNoInterest()
        try terminal.wait(for: "评分表")
        try terminal.press("Down", "F7")
        try terminal.wait(for: "C02 评语")
        try terminal.type(typed)
        try terminal.wait(for: typed)
        // Typed text is promised to be safe within half a second.
        usleep(700_000)
        kill(try terminal.programID(), SIGKILL)
        try terminal.wait(for: "EXIT=137")
      }
      let terminal = try Terminal(home: home, "open", workspace.path, "--as", "pingshen-03")
      let offer = try terminal.wait(for: "找回未保存的文字")
      #expect(offer.contains(typed))
      #expect(offer.contains("C02"))
      try terminal.press("Enter")
      try terminal.wait(for: "已恢复")
      try terminal.press("Escape")
      try terminal.wait(for: "已保存")
      let id = try #require(
        try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/reviews").first { folder in
          FileManager.default.fileExists(atPath: "\(workspace.path)/reviews/\(folder)/pingshen-03.json")
            && (try? review(workspace, folder, "pingshen-03"))?.entries[1].comment == typed
        })
      #expect(id.hasPrefix("2022-"))
      // The text is offered once only.
      try terminal.press("C-q")
      try terminal.wait(for: "EXIT=0")
      let again = try Terminal(home: home, "open", workspace.path, "--as", "pingshen-03")
      let screen = try again.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      #expect(!screen.contains("找回未保存的文字"))
    }

    private func review(_ workspace: URL, _ application: String, _ reviewer: String) throws -> Review {
      func json(_ path: String) throws -> JSONValue {
        try JSONParser.parse([UInt8](try Data(contentsOf: workspace.appendingPathComponent(path))))
      }
      let program = try Program(json: json("program.json"))
      return try Review(json: json("reviews/\(application)/\(reviewer).json"), rubric: program.rubric)
    }
  }
}
