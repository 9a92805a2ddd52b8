import Foundation
import Testing

@testable import Core

extension EndToEnd {
  /// The supervisor's dashboard through the real program.
  @Suite struct DashboardTests {
    private let id = "2022-zoucheng-002"

    private func open(_ workspace: URL, home: URL? = nil, columns: Int = 200, rows: Int = 50) throws -> Terminal {
      let terminal = try Terminal(
        columns: columns, rows: rows, home: home, "open", workspace.path, "--as", "dudao-01")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("C-d")
      try terminal.wait("the figures") { $0.contains("上次查看以来") && $0.contains("县市区 × 场景") }
      return terminal
    }

    /// The number that stands behind `name` on the screen.
    private func number(_ name: String, _ screen: String) -> Int? {
      for line in screen.split(separator: "\n") {
        guard let place = line.range(of: name + " ") else { continue }
        let rest = line[place.upperBound...].drop { $0 == " " || $0 == ">" }
        if let number = Int(rest.prefix { $0.isNumber }) { return number }
      }
      return nil
    }

    private func score(_ workspace: URL, _ words: String...) throws {
      let answer = try run([Places.binary, "score", workspace.path, id, "--as", "pingshen-02"] + words)
      #expect(answer.output.contains("ACK"), "\(answer)")
    }

    @Test func figuresFollowTheFilesAndOpenWhatTheyCount() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try open(workspace)
      let before = try #require(number("已登记", try terminal.screen()))
      try score(workspace, "--declare", "none", "--set", "C01=8")
      // No key is pressed: the save of the other process moves the application.
      try terminal.wait("one application less") { number("已登记", $0) == before - 1 }
      // The first figure of the first block that has one; Enter opens it, Esc comes back.
      try terminal.press("Enter")
      let list = try terminal.wait(for: "份申报")
      #expect(list.contains("2022-"))
      try terminal.press("Escape")
      try terminal.wait(for: "县市区 × 场景")
    }

    @Test func whatIsNewSinceTheLastLookComesFirst() throws {
      let workspace = try Places.sampleWorkspace()
      let home = try Places.temporaryFolder("home")
      do {
        let terminal = try open(workspace, home: home)
        try terminal.wait(for: "第一次查看")
        try terminal.press("Escape")
        try terminal.wait(gone: "县市区 × 场景")
        try terminal.press("F10")
        try terminal.wait(for: "EXIT=0")
      }
      try score(workspace, "--declare", "none", "--set", "C01=8")
      let terminal = try open(workspace, home: home)
      let screen = try terminal.wait(for: "上次查看 ")
      #expect(number("阶段变化", screen) == 1)
      try terminal.press("Enter")
      try terminal.wait(for: id)
    }

    @Test func aTotalUnfoldsStepByStep() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try open(workspace)
      for _ in 0..<40 {
        let before = try terminal.screen()
        if before.contains("Enter 逐步展开得分") { break }
        try terminal.press("Tab")
        try terminal.wait("the cursor elsewhere") { $0 != before }
      }
      try terminal.wait(for: "Enter 逐步展开得分")
      try terminal.press("Enter")
      let screen = try terminal.wait(for: "求和")
      #expect(screen.contains("平均：") && screen.contains("有效评分表"))
    }
  }
}
