import Foundation
import Testing

extension EndToEnd {
  /// Odd terminals, locales, folders and people: one clear sentence and the right exit status, or it works.
  @Suite struct EnvironmentTests {
    private func ends(
      _ arguments: [String], environment: [String: String] = [:], status: Int, saying: String,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let home = try Places.temporaryFolder("home")
      let socket = "reviewtui-env-\(UUID().uuidString.prefix(8))"
      defer { _ = try? run(["tmux", "-L", socket, "kill-server"]) }
      let settings = environment.map { "\($0.key)=\($0.value)" }
      let command =
        (["env", "HOME=\(home.path)", "LC_ALL=C.UTF-8"] + settings + [Places.binary] + arguments)
        .map { "'\($0)'" }.joined(separator: " ")
      try run([
        "tmux", "-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", "sh", "-c",
        "\(command); echo EXIT=$?; exec sleep 60",
      ])
      var screen = ""
      for _ in 0..<400 {
        screen = try run(["tmux", "-L", socket, "capture-pane", "-p", "-J"]).output
        if screen.contains("EXIT=") { break }
        usleep(30_000)
      }
      #expect(screen.contains("EXIT=\(status)"), "\(screen)", sourceLocation: sourceLocation)
      #expect(screen.contains(saying), "\(screen)", sourceLocation: sourceLocation)
      #expect(
        screen.split(separator: "\n").filter { !$0.isEmpty }.count <= 4, "\(screen)", sourceLocation: sourceLocation)
    }

    @Test func dumbTerminal() throws {
      let workspace = try Places.sampleWorkspace()
      try ends(["open", workspace.path], environment: ["TERM": "dumb"], status: 2, saying: "TERM")
    }

    @Test func unknownTerminal() throws {
      let workspace = try Places.sampleWorkspace()
      try ends(["open", workspace.path], environment: ["TERM": "nosuch-term"], status: 2, saying: "nosuch-term")
    }

    @Test func missingWorkspace() throws {
      try ends(["open", "/nonexistent/ws"], status: 4, saying: "/nonexistent/ws")
    }

    @Test func folderThatIsNoWorkspace() throws {
      let folder = try Places.temporaryFolder("empty")
      try ends(["open", folder.path], status: 4, saying: "program.json")
    }

    @Test func unknownPerson() throws {
      let workspace = try Places.sampleWorkspace()
      try ends(["open", workspace.path, "--as", "nobody-99"], status: 3, saying: "nobody-99")
    }

    @Test func unknownPersonInEnglish() throws {
      let workspace = try Places.sampleWorkspace()
      try ends(["open", workspace.path, "--as", "nobody-99", "--lang", "en"], status: 3, saying: "pingshen-01")
    }

    @Test func noTerminalOnStandardInput() throws {
      let workspace = try Places.sampleWorkspace()
      let result = try reviewtui("open", workspace.path)
      #expect(result.status == 2)
      #expect(result.errors.contains("终端"))
      #expect(result.output.isEmpty)
      #expect(!result.errors.contains("\u{1b}"))
    }

    @Test func localeWithoutUTF8StillShowsChinese() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal(environment: ["LC_ALL": "C"], "open", workspace.path)
      try terminal.wait(for: "济宁斗门橙")
    }

    @Test func readOnlyWorkspaceIsLookedAt() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal("open", workspace.path, "--as", "pingshen-01", "--read-only")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      // What is assigned is shown after a declaration only, and none can be kept here; what was submitted needs none.
      try terminal.press("F4")
      try terminal.wait(for: "不能登记回避声明")
      try terminal.press("F3")
      try terminal.type("2022-sishui-001")
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter", "F4")
      try terminal.wait(for: "评分表")
      try terminal.type("8")
      try terminal.wait(for: "只读")
      #expect(!FileManager.default.fileExists(atPath: workspace.path + "/reviews/2022-gaoxin-001/pingshen-01.json"))
    }

    @Test func brokenFilesAreNamedAndTheRestLoads() throws {
      let workspace = try Places.sampleWorkspace()
      let broken = workspace.appendingPathComponent("applications/2022-gaoxin-001.json")
      try Data("{\n  \"schema\": \"reviewtui/application/1\",\n  \"id\": ".utf8).write(to: broken)
      let terminal = try Terminal("open", workspace.path)
      try terminal.wait(for: "文件问题 1")
      try terminal.type("!")
      let screen = try terminal.wait(for: "2022-gaoxin-001.json")
      #expect(screen.contains("3"))
    }

    @Test func leavesTheTerminalAsItWas() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal("open", workspace.path)
      try terminal.wait(for: "浏览")
      try terminal.press("Escape")
      try terminal.wait(for: "退出评审系统")
      try terminal.press("Right", "Enter")
      let screen = try terminal.wait(for: "EXIT=0")
      #expect(!screen.contains("浏览"))
    }
  }
}
