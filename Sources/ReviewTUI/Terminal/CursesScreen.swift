import CNcurses
import Core
import Glibc

/// ncurses as what it is best at: finding the fewest bytes that turn one screen into the next.
///
/// It writes into memory, not to the terminal, so that a terminal that takes no bytes can never stop the program.
@MainActor
final class CursesScreen {
  private let screen: OpaquePointer
  private let sink: Int32
  private let usesColor: Bool
  private var theme: Theme
  private var looks: [WideCells.Look] = []
  private var painted: Frame?
  private(set) var size: Size
  /// Bytes that switch on what ncurses does not know of, and off again: pastes in one piece, the mouse.
  private let extrasOn: [UInt8]
  private let extrasOff: [UInt8]
  /// Whether the last cell of the last row stays empty: where a terminal cannot be told not to wrap, ncurses fills that
  /// cell by inserting in front of it, which goes wrong beside a wide character.
  let leavesCorner: Bool
  /// What gives the terminal back without ncurses.
  let farewell: [UInt8]

  /// A screen for a terminal of a kind that `TerminalName` accepted; the locale must be UTF-8.
  init(_ kind: TerminalKind, size: Size, theme: Theme, noColor: Bool) throws(TerminalError) {
    let sink = memfd_create("screen", 1)
    guard sink >= 0 else { throw .system(errno) }
    guard let output = fdopen(sink, "w"), let input = fopen("/dev/null", "re") else { throw .system(errno) }
    // ncurses cannot ask memory for its size.
    setenv("LINES", String(size.rows), 1)
    setenv("COLUMNS", String(size.columns), 1)
    defer {
      unsetenv("LINES")
      unsetenv("COLUMNS")
    }
    guard let screen = kind.described({ newterm(kind.name, output, input) }) else { throw .unknownTerminal(kind.name) }
    self.screen = screen
    self.sink = sink
    self.size = size
    self.theme = theme
    nonl()
    typeahead(-1)
    resizeterm(Int32(size.rows), Int32(size.columns))
    usesColor = !noColor && has_colors()
    if usesColor {
      start_color()
      use_default_colors()
    }
    let canStayOnRow = TerminalString.named("rmam") != nil && TerminalString.named("smam") != nil
    leavesCorner = tigetflag("am") == 1 && !canStayOnRow
    let hasMouse = TerminalString.named("kmous") != nil
    extrasOn = Array((hasMouse ? "\u{1B}[?2004h\u{1B}[?1000h\u{1B}[?1006h" : "").utf8)
    extrasOff = Array((hasMouse ? "\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?2004l" : "").utf8)
    let back = ["sgr0", "cnorm", "rmcup"].flatMap { TerminalString.named($0) ?? [] }
    farewell = OutputStream.allowed(extrasOff + back + Array("\r".utf8))
    allotPairs()
  }

  /// The bytes that show `frame`; where it is smaller than the screen the rest is empty.
  func paint(_ frame: Frame) -> [UInt8] {
    set_term(screen)
    let frame = fitted(frame)
    let isFirst = isendwin() || painted == nil
    let window = cnc_stdscr()
    for row in 0..<size.rows where isFirst || !isPainted(frame, row) {
      var cells =
        row < frame.size.rows
        ? WideCells.of(frame, row: row, columns: size.columns, looks: looks, ascii: theme.ascii) : []
      if cells.isEmpty || frame.size.columns < size.columns || isFirst {
        wmove(window, Int32(row), 0)
        wclrtoeol(window)
      }
      if !cells.isEmpty { mvwadd_wchnstr(window, Int32(row), 0, &cells, Int32(cells.count)) }
    }
    painted = frame
    let cursor = frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    curs_set(cursor == nil ? 0 : 1)
    let place = cursor ?? Position(row: 0, column: 0)
    wmove(window, Int32(place.row), Int32(place.column))
    let extras = isFirst ? extrasOn : []
    wnoutrefresh(window)
    doupdate()
    return taken() + extras
  }

  /// The bytes that leave the screen; the next `paint` enters it again.
  func leave() -> [UInt8] {
    set_term(screen)
    painted = nil
    curs_set(1)
    endwin()
    return extrasOff + taken()
  }

  /// Draws everything at the next `paint`.
  func invalidate() {
    set_term(screen)
    painted = nil
    clearok(cnc_stdscr(), true)
  }

  /// The terminal has another size, 1 to 1000 each way.
  func resize(_ size: Size) {
    set_term(screen)
    self.size = size
    resizeterm(Int32(size.rows), Int32(size.columns))
    invalidate()
  }

  /// Changes the look.
  func setTheme(_ theme: Theme) {
    set_term(screen)
    self.theme = theme
    allotPairs()
    invalidate()
  }

  /// Frees what ncurses holds; nothing else may be called afterwards.
  func dispose() {
    set_term(screen)
    if !isendwin() { endwin() }
    delscreen(screen)
  }

  private func fitted(_ frame: Frame) -> Frame {
    guard leavesCorner, frame.size.rows >= size.rows, frame.size.columns >= size.columns else { return frame }
    var frame = frame
    frame.put(.blank, row: size.rows - 1, column: size.columns - 1)
    return frame
  }

  private func isPainted(_ frame: Frame, _ row: Int) -> Bool {
    guard let painted, painted.size == frame.size else { return false }
    return row >= frame.size.rows || frame.isSame(row, as: painted)
  }

  /// What ncurses has written since the last call.
  private func taken() -> [UInt8] {
    let length = Int(lseek(sink, 0, SEEK_CUR))
    guard length > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      count = max(0, pread(sink, buffer.baseAddress, length, 0))
    }
    _ = ftruncate(sink, 0)
    _ = lseek(sink, 0, SEEK_SET)
    return OutputStream.allowed(bytes)
  }

  /// One colour pair for each combination of ink and paper that the theme uses.
  private func allotPairs() {
    let colors = usesColor ? Int(cnc_colors()) : 0
    var pairs: [Style: Int16] = [:]
    looks = Role.allCases.map { role in
      let style = theme.style(of: role, colors: colors)
      var attributes: attr_t = 0
      if style.bold { attributes |= cnc_bold() }
      if style.dim { attributes |= cnc_dim() }
      if style.underline { attributes |= cnc_underline() }
      if style.reverse { attributes |= cnc_reverse() }
      let colored = Style(ink: style.ink, paper: style.paper)
      guard colored != Style() else { return WideCells.Look(attributes: attributes, pair: 0) }
      if let pair = pairs[colored] { return WideCells.Look(attributes: attributes, pair: pair) }
      let pair = Int16(pairs.count + 1)
      guard pair < Int16(clamping: cnc_color_pairs()) else { return WideCells.Look(attributes: attributes, pair: 0) }
      let rich = colors >= 256
      init_pair(pair, rich ? style.ink.rich : style.ink.basic, rich ? style.paper.rich : style.paper.basic)
      pairs[colored] = pair
      return WideCells.Look(attributes: attributes, pair: pair)
    }
  }
}
