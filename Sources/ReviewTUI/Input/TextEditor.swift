import Core

/// A box for a text of many lines, with undo.
struct TextEditor: Equatable, Sendable {
  private var buffer: EditBuffer
  private var history = EditHistory()
  /// Column that moves up and down try to keep.
  private var goal: Int?
  /// Whether the caret stands at the end of the line that was broken there, and not at the start of the next: the place
  /// in the text is the same.
  private var isAtBreak = false
  /// Columns of the box, which decide what is up and down.
  private(set) var width = 80
  /// Rows of the box, which PageUp and PageDown move by.
  private(set) var pageRows = 10
  /// First line that the box shows.
  private(set) var top = 0
  /// How often the text was changed.
  private(set) var edits = 0
  /// The text in lines of ``width``.
  private var lines: [TextLayout.Line] = []

  /// A box that holds `text`, its cursor at the end. `trail` is how the text came about; what of it does not fit the text
  /// is left out.
  init(text: String = "", trail: TextTrail = TextTrail()) {
    buffer = EditBuffer(TypedText.cleaned(text, oneLine: false))
    history = EditHistory(buffer.fitting(trail))
    wrap()
  }

  /// The text; setting it forgets what could be undone and puts the cursor at the end.
  var text: String {
    get { buffer.text }
    set { self = TextEditor(text: newValue, width: width, rows: pageRows) }
  }

  private init(text: String, width: Int, rows: Int) {
    self.init(text: text)
    setBox(columns: width, rows: rows)
  }

  /// Offset in Characters, 0 to the length of the text.
  var cursor: Int {
    get { buffer.cursor }
    set {
      buffer.cursor = newValue
      history.pause()
      goal = nil
      isAtBreak = false
    }
  }

  var characters: [Character] { buffer.characters }
  var isEmpty: Bool { buffer.characters.isEmpty }
  var canUndo: Bool { history.canUndo }
  var canRedo: Bool { history.canRedo }
  /// How the text came about.
  var trail: TextTrail { history.trail }

  /// Tells the editor in how many columns it is drawn; at least 2 make sense.
  mutating func setWidth(_ width: Int) { setBox(columns: width, rows: pageRows) }

  /// Tells the editor in what room it is drawn.
  mutating func setBox(columns: Int, rows: Int) {
    pageRows = max(1, rows)
    if width != max(1, columns) {
      width = max(1, columns)
      wrap()
    }
    reveal()
  }

  /// Inserts typed or pasted text at the cursor, as one step of undo; control characters are left out.
  mutating func insert(_ text: String) {
    history.pause()
    replace(cursor..<cursor, with: TypedText.cleaned(text, oneLine: false), kind: .paste)
    history.pause()
    reveal()
  }

  /// Puts a whole new text in the place of this one, as one step of undo; false when it is the same.
  mutating func replaceAll(with text: String) -> Bool {
    let text = TypedText.cleaned(text, oneLine: false)
    guard !text.utf8.elementsEqual(buffer.text.utf8) else { return false }
    history.pause()
    let place = min(cursor, text.count)
    replace(0..<buffer.characters.count, with: text, kind: .paste)
    cursor = place
    reveal()
    return true
  }

  /// Takes back the last change; false when there is none.
  @discardableResult
  mutating func undo() -> Bool { hasChanged(history.undo(in: &buffer)) }

  /// Makes the change that was taken back last; false when there is none.
  @discardableResult
  mutating func redo() -> Bool { hasChanged(history.redo(in: &buffer)) }

  /// Changes the box by a key; false when the key means nothing here (Esc, Tab, F1…).
  mutating func handle(_ key: Key) -> Bool {
    defer { reveal() }
    switch key {
    case .up: moveRows(-1)
    case .down: moveRows(1)
    case .pageUp: moveRows(-pageRows)
    case .pageDown: moveRows(pageRows)
    case .left, .control("b"): cursor -= 1
    case .right, .control("f"): cursor += 1
    case .home, .control("a"): cursor = lines[caretRow].start
    case .end, .control("e"):
      let row = caretRow
      cursor = lines[row].end
      isAtBreak = isBroken(row)
    case .controlHome: cursor = 0
    case .controlEnd: cursor = buffer.characters.count
    case .alt("b"): cursor = buffer.wordStart(before: cursor)
    case .alt("f"): cursor = buffer.wordEnd(after: cursor)
    case .control("z"): undo()
    case .control("y"): redo()
    default: return edit(key)
    }
    return true
  }

  /// The lines that fit `width` columns and the caret's place; the last column is kept free for the caret.
  func layout(width: Int) -> (lines: [TextLayout.Line], caret: Position) {
    let lines = width == self.width ? self.lines : Self.wrapped(text, width)
    let row = row(in: lines)
    let column = min(column(of: cursor, in: lines[row]), max(0, width - 1))
    return (lines, Position(row: row, column: column))
  }

  /// What a box of this room shows: its lines, and the caret's place in it.
  func view(columns: Int, rows: Int) -> (lines: ArraySlice<TextLayout.Line>, caret: Position) {
    let (lines, caret) = layout(width: columns)
    let top = Self.top(self.top, showing: caret.row, of: lines.count, rows: rows)
    return (
      lines[top..<min(lines.count, top + max(1, rows))],
      Position(row: caret.row - top, column: min(caret.column, max(0, columns - 1)))
    )
  }

  private mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      let before = cursor > 0 ? buffer.characters[cursor - 1] : nil
      replace(
        cursor..<cursor, with: TypedText.cleaned(String(character), oneLine: true, after: before), kind: .typing)
      if character == " " { history.pause() }
    case .enter:
      replace(cursor..<cursor, with: "\n", kind: .typing)
      history.pause()
    case .backspace: replace(max(0, cursor - 1)..<cursor, with: "", kind: .erasing)
    case .delete, .control("d"): replace(cursor..<min(cursor + 1, buffer.characters.count), with: "", kind: .erasing)
    case .control("w"): replace(buffer.wordStart(before: cursor)..<cursor, with: "", kind: .cutting)
    case .alt("d"): replace(cursor..<buffer.wordEnd(after: cursor), with: "", kind: .cutting)
    case .control("u"): replace(paragraphStart..<cursor, with: "", kind: .cutting)
    case .control("k"):
      let end = paragraphEnd
      // At the end of a line the line end itself goes.
      replace(cursor..<(end == cursor ? min(end + 1, buffer.characters.count) : end), with: "", kind: .cutting)
    default: return false
    }
    return true
  }

  private mutating func replace(_ range: Range<Int>, with text: String, kind: EditHistory.Kind) {
    goal = nil
    isAtBreak = false
    guard var change = buffer.replace(range, with: text) else { return }
    if text.isEmpty {
      change.cursorAfter = range.lowerBound
      buffer.cursor = range.lowerBound
    }
    history.record(change, kind: kind)
    edits += 1
    wrap()
  }

  private mutating func hasChanged(_ hasChanged: Bool) -> Bool {
    goal = nil
    isAtBreak = false
    if hasChanged {
      edits += 1
      wrap()
      reveal()
    }
    return hasChanged
  }

  private mutating func moveRows(_ rows: Int) {
    let row = caretRow
    let wanted = goal ?? column(of: cursor, in: lines[row])
    let target = min(max(0, row + rows), lines.count - 1)
    if target == row {
      cursor = rows < 0 ? 0 : buffer.characters.count
    } else {
      cursor = place(atColumn: wanted, of: lines[target])
      isAtBreak = isBroken(target) && cursor == lines[target].end
    }
    goal = wanted
  }

  private var paragraphStart: Int {
    (buffer.characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  private var paragraphEnd: Int {
    buffer.characters[cursor...].firstIndex(of: "\n") ?? buffer.characters.count
  }

  // MARK: - Lines

  private mutating func wrap() { lines = Self.wrapped(buffer.text, width) }

  /// The last column is kept free for the caret.
  private static func wrapped(_ text: String, _ width: Int) -> [TextLayout.Line] {
    TextLayout.wrap(text, width: max(1, width - 1))
  }

  /// Moves the box's first line as little as shows the caret.
  private mutating func reveal() {
    top = Self.top(top, showing: caretRow, of: lines.count, rows: pageRows)
  }

  private static func top(_ top: Int, showing row: Int, of count: Int, rows: Int) -> Int {
    let rows = max(1, rows)
    return max(0, min(max(min(top, row), row - rows + 1), max(0, count - rows)))
  }

  private var caretRow: Int { row(in: lines) }

  /// Line of the caret. Lines are in order, so that halving finds it.
  private func row(in lines: [TextLayout.Line]) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= cursor { low = middle } else { high = middle }
    }
    return isAtBreak && low > 0 && lines[low].start == cursor && lines[low - 1].end == cursor ? low - 1 : low
  }

  /// Whether the line ends only because it is full.
  private func isBroken(_ row: Int) -> Bool { row + 1 < lines.count && lines[row + 1].start == lines[row].end }

  private func column(of offset: Int, in line: TextLayout.Line) -> Int {
    buffer.characters[line.start..<max(line.start, offset)].reduce(0) { $0 + DisplayWidth.of($1) }
  }

  private func place(atColumn wanted: Int, of line: TextLayout.Line) -> Int {
    var column = 0
    var at = line.start
    while at < line.end {
      column += DisplayWidth.of(buffer.characters[at])
      if column > wanted { break }
      at += 1
    }
    return at
  }
}
