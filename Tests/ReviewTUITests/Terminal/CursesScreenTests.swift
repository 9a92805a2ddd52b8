import CNcurses
import Glibc
import TestSupport
import Testing

@testable import ReviewTUI

/// ncurses has one screen at a time, so these run one after the other.
@MainActor
@Suite(.serialized) struct CursesScreenTests {
  private func screen(_ name: String, _ size: Size, theme: Theme = Theme(name: .auto)) throws -> CursesScreen {
    #expect(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    return try CursesScreen(TerminalName.candidates(for: name)[0], size: size, theme: theme, noColor: false)
  }

  private func rows(_ frame: Frame) -> [String] { (0..<frame.size.rows).map(frame.text(row:)) }

  private func randomFrame(_ size: Size, _ random: inout SplitMix) -> Frame {
    var canvas = Canvas(size: size)
    for _ in 0..<random.below(12) {
      let role = Role.allCases[random.below(Role.allCases.count)]
      let row = random.below(size.rows)
      let text = RandomText.make(&random, length: 24)
      canvas.write(text, row: row, column: random.below(size.columns + 4) - 4, role: role)
      if random.below(5) == 0 { canvas.box(Rect(row: row, column: 1, rows: 4, columns: 12), title: "评审") }
    }
    if random.below(2) == 0 { canvas.setCursor(row: random.below(size.rows), column: random.below(size.columns)) }
    return canvas.frame
  }

  /// Whatever follows whatever: the terminal ends up with exactly the frame.
  @Test(arguments: ["xterm-256color", "vt100", "linux", "tmux-256color", "screen", "rxvt-unicode-256color"])
  func terminalsShowTheFrame(name: String) throws {
    var random = SplitMix(seed: 71)
    let size = Size(columns: 37, rows: 9)
    let screen = try screen(name, size)
    defer { screen.dispose() }
    var model = ScreenModel(rows: size.rows, columns: size.columns)
    for round in 0..<120 {
      let frame = randomFrame(size, &random)
      if round % 20 == 10 { model.take(screen.leave()) }
      if round % 20 == 15 { screen.invalidate() }
      model.take(screen.paint(frame))
      var expected = frame
      if screen.leavesCorner { expected.put(.blank, row: size.rows - 1, column: size.columns - 1) }
      #expect(model.text == rows(expected), "round \(round)")
      if let cursor = frame.cursor { #expect(Position(row: model.row, column: model.column) == cursor) }
      #expect(model.unknown.isEmpty)
    }
  }

  @Test func smallerAndLargerFramesAreFitted() throws {
    let screen = try screen("xterm-256color", Size(columns: 6, rows: 2))
    defer { screen.dispose() }
    var model = ScreenModel(rows: 2, columns: 6)
    var large = Canvas(size: Size(columns: 9, rows: 5))
    for row in 0..<5 { large.write("评审a核查", row: row, column: 0) }
    model.take(screen.paint(large.frame))
    #expect(model.text == ["评审a ", "评审a "])
    var small = Canvas(size: Size(columns: 3, rows: 1))
    small.write("abc", row: 0, column: 0)
    model.take(screen.paint(small.frame))
    #expect(model.text == ["abc   ", "      "])
  }

  @Test func resizesAndDrawsAnew() throws {
    let screen = try screen("xterm-256color", Size(columns: 10, rows: 3))
    defer { screen.dispose() }
    var canvas = Canvas(size: Size(columns: 10, rows: 3))
    canvas.write("评审", row: 2, column: 0)
    _ = screen.paint(canvas.frame)
    screen.resize(Size(columns: 20, rows: 5))
    var model = ScreenModel(rows: 5, columns: 20)
    model.take(Array("rubbish".utf8))
    canvas = Canvas(size: Size(columns: 20, rows: 5))
    canvas.write("核查", row: 4, column: 16)
    model.take(screen.paint(canvas.frame))
    #expect(model.text == rows(canvas.frame))
  }

  @Test func anUnchangedFrameCostsNothing() throws {
    let screen = try screen("xterm-256color", Size(columns: 40, rows: 10))
    defer { screen.dispose() }
    var canvas = Canvas(size: Size(columns: 40, rows: 10))
    canvas.write("评审", row: 2, column: 0)
    #expect(!screen.paint(canvas.frame).isEmpty)
    #expect(screen.paint(canvas.frame).isEmpty)
    canvas.paint(.selected, Rect(row: 2, column: 0, rows: 1, columns: 20))
    #expect((1..<80).contains(screen.paint(canvas.frame).count))
  }

  @Test func modesAreOnWhileTheScreenIsAndOffAfter() throws {
    let screen = try screen("xterm-256color", Size(columns: 10, rows: 3))
    defer { screen.dispose() }
    var model = ScreenModel(rows: 3, columns: 10)
    model.take(screen.paint(Frame(size: Size(columns: 10, rows: 3))))
    let ours: Set<String> = ["?1049", "?2004", "?1000", "?1006"]
    #expect(model.modes.isSuperset(of: ours))
    #expect(!model.modes.contains("?25"))
    var crashed = model
    model.take(screen.leave())
    #expect(model.modes.isDisjoint(with: ours))
    #expect(model.modes.contains("?12;25") || model.modes.contains("?25"))
    crashed.take(screen.farewell)
    #expect(crashed.modes.isDisjoint(with: ours))
  }

  @Test func plainTerminalsGetPlainLines() throws {
    let screen = try screen("xterm", Size(columns: 6, rows: 3), theme: Theme(name: .mono, ascii: true))
    defer { screen.dispose() }
    var canvas = Canvas(size: Size(columns: 6, rows: 3))
    canvas.box(canvas.bounds, title: nil)
    var model = ScreenModel(rows: 3, columns: 6)
    model.take(screen.paint(canvas.frame))
    #expect(model.text == ["+----+", "|    |", "+----+"])
  }

  @Test func coloursAreLeftOutWhenNotWanted() throws {
    #expect(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    let size = Size(columns: 30, rows: 3)
    for noColor in [true, false] {
      let screen = try CursesScreen(
        TerminalKind(system: "xterm-256color"), size: size, theme: Theme(name: .dark), noColor: noColor)
      defer { screen.dispose() }
      var canvas = Canvas(size: size)
      canvas.write("错误", row: 0, column: 0, role: .error)
      let text = String(decoding: screen.paint(canvas.frame), as: UTF8.self)
      #expect(text.contains("38;5;") != noColor)
    }
  }

  @Test func unknownTerminalsAreRefused() {
    #expect(throws: TerminalError.unknownTerminal("no-such-terminal")) {
      try CursesScreen(
        TerminalKind(system: "no-such-terminal"), size: Size(columns: 8, rows: 2), theme: Theme(name: .auto),
        noColor: true)
    }
  }
}
