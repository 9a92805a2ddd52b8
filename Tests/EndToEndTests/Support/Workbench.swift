import Foundation
import Testing

@testable import Core

/// What the tests of texts and undo share: a sheet that is open, and its file.
struct Workbench {
  static let application = "2022-zoucheng-002"
  static let person = "pingshen-02"
  let workspace: URL
  let home: URL

  init() throws {
    workspace = try Places.sampleWorkspace()
    home = try Places.temporaryFolder("home")
  }

  /// The console with the sheet of ``application`` open.
  func open(
    columns: Int = 120, rows: Int = 40, environment: [String: String] = [:], declares: Bool = true
  ) throws -> Terminal {
    let terminal = try Terminal(
      columns: columns, rows: rows, home: home, environment: environment, "open", workspace.path, "--as", Self.person)
    try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
    try enter(terminal, declares: declares)
    return terminal
  }

  /// Goes from the list to the sheet.
  func enter(_ terminal: Terminal, declares: Bool) throws {
    try terminal.press("F3")
    try terminal.type("邹城夜航螺")
    try terminal.wait(for: "显示 1/")
    try terminal.press("Enter", "F4")
    if declares { try terminal.declareNoInterest() }
    try terminal.wait(for: "评分表")
  }

  func review() throws -> Review {
    let url = workspace.appendingPathComponent("reviews/\(Self.application)/\(Self.person).json")
    let json = try JSONParser.parse([UInt8](try Data(contentsOf: url)))
    let program = try JSONParser.parse(
      [UInt8](try Data(contentsOf: workspace.appendingPathComponent("program.json"))))
    return try Review(json: json, rubric: Program(json: program).rubric)
  }

  /// A small program in the shell that stands for an editor.
  func editor(_ script: String) throws -> String {
    let url = home.appendingPathComponent("editor-\(UUID().uuidString.prefix(6)).sh")
    try Data(("#!/bin/sh\n" + script + "\n").utf8).write(to: url)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    return url.path
  }

  /// Names of the files below the private folder's `part`.
  func privateFiles(_ part: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: home.path + "/state")?.compactMap { $0 as? String } ?? []
    return all.filter { $0.contains("/\(part)/") }.sorted()
  }
}

extension Terminal {
  /// Where the terminal's own cursor stands, and whether it is shown.
  func cursor() throws -> (column: Int, row: Int, isShown: Bool) {
    let text = try tmux("display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}")
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard numbers.count == 3 else { throw TerminalFailure("cursor: \(text)") }
    return (numbers[0], numbers[1], numbers[2] == 1)
  }

  /// Waits until the cursor stands at a place.
  func wait(
    cursorAt column: Int, _ row: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait("cursor at \(column),\(row), not \(try cursor())", sourceLocation: sourceLocation) { _ in
      (try? cursor()).map { $0.column == column && $0.row == row && $0.isShown } ?? false
    }
  }

  /// Pastes text in one piece, as a terminal does.
  func paste(_ text: String) throws {
    let url = home.appendingPathComponent("paste-\(UUID().uuidString.prefix(6))")
    try Data(text.utf8).write(to: url)
    try tmux("load-buffer", url.path)
    try tmux("paste-buffer", "-p", "-r")
  }
}
