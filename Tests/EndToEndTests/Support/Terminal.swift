import Foundation
import Testing

/// The real program in a real terminal: a tmux of its own, keys in, screen text out.
final class Terminal {
  let socket = "reviewtui-test-\(UUID().uuidString.prefix(8))"
  let home: URL

  /// Starts `reviewtui arguments` in a window of this size.
  init(
    columns: Int = 120, rows: Int = 40, home: URL? = nil, environment: [String: String] = [:], _ arguments: String...
  ) throws {
    self.home = try home ?? Places.temporaryFolder("home")
    var variables = [
      "HOME": self.home.path, "XDG_STATE_HOME": self.home.path + "/state", "LC_ALL": "C.UTF-8",
      "TZ": "Asia/Shanghai", "SWIFT_BACKTRACE": "enable=no",
    ]
    for (name, value) in environment { variables[name] = value }
    let settings = variables.map { "\($0.key)=\($0.value)" }
    let command = (["env", "-u", "NO_COLOR"] + settings + [Places.binary] + arguments).map(Self.quoted)
    // The shell stays after the program, so that its exit status can be read from the screen.
    let line = command.joined(separator: " ") + "; echo EXIT=$?; exec sleep 600"
    try tmux(
      "new-session", "-d", "-x", String(columns), "-y", String(rows), "sh", "-c", line)
    try tmux("set-option", "-g", "escape-time", "0")
  }

  deinit { _ = try? EndToEndTests.run(["tmux", "-L", socket, "kill-server"]) }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }

  @discardableResult
  func tmux(_ arguments: String...) throws -> String {
    let result = try EndToEndTests.run(["tmux", "-L", socket, "-f", "/dev/null"] + arguments)
    guard result.status == 0 else { throw TerminalFailure("tmux \(arguments): \(result.errors)") }
    return result.output
  }

  /// What the screen shows now.
  func screen() throws -> String { try tmux("capture-pane", "-p") }

  /// Presses keys by their tmux names: `Enter`, `Down`, `F9`…
  func press(_ keys: String...) throws {
    for key in keys {
      _ = try EndToEndTests.run(["tmux", "-L", socket, "send-keys", key])
    }
  }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Changes the window's size.
  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", String(columns), "-y", String(rows))
  }

  /// Process id of the program.
  func programID() throws -> Int32 {
    let shell = try tmux("display-message", "-p", "#{pane_pid}").trimmingCharacters(in: .whitespacesAndNewlines)
    let children = try EndToEndTests.run(["pgrep", "-P", shell]).output
    guard let id = Int32(children.split(separator: "\n").first ?? "") else { throw TerminalFailure("no program") }
    return id
  }

  /// Waits until the screen satisfies `condition`; fails with the screen after `seconds`.
  @discardableResult
  func wait(
    _ what: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: (String) -> Bool
  ) throws -> String {
    let end = Date().addingTimeInterval(seconds)
    var text = ""
    repeat {
      text = try screen()
      if condition(text) { return text }
      usleep(30_000)
    } while Date() < end
    Issue.record("waited for \(what); the screen was:\n\(text)", sourceLocation: sourceLocation)
    throw TerminalFailure(what)
  }

  /// Waits until the screen shows `text`.
  @discardableResult
  func wait(
    for text: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try wait(text, within: seconds, sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// Waits until the screen no longer shows `text`.
  @discardableResult
  func wait(
    gone text: String, within seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try wait("no " + text, within: seconds, sourceLocation: sourceLocation) { !$0.contains(text) }
  }

  /// Answers the declaration of interests that comes before the first look at an assigned application: nothing to declare.
  func declareNoInterest(for id: String? = nil) throws {
    let question = "无下列任何情形"
    try wait("the declaration for \(id ?? "it")") { screen in
      screen.contains(question)
        && (id.map { id in screen.split(separator: "\n").contains { $0.contains("编号") && $0.contains(id) } } ?? true)
    }
    try press("Enter")
    if id == nil { try wait(gone: question) }
  }
}

struct TerminalFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
