/// A box for a text of many lines, with undo.
struct TextEditor: Equatable, Sendable {
  private var buffer: EditBuffer
  private var history = EditHistory()
  /// Column that moves up and down try to keep.
  private var goal: Int?
  /// Columns of the box, which decide what is up and down.
  private(set) var width = 80
  /// Rows that PageUp and PageDown move by.
  var pageRows = 10

  /// A box that holds `text`, its cursor at the end.
  init(text: String = "") {
    buffer = EditBuffer(TypedText.cleaned(text, oneLine: false))
  }

  /// The text; setting it forgets what could be undone and puts the cursor at the end.
  var text: String {
    get { buffer.text }
    set {
      buffer = EditBuffer(TypedText.cleaned(newValue, oneLine: false))
      history = EditHistory()
      goal = nil
    }
  }

  /// Offset in Characters, 0 to the length of the text.
  var cursor: Int {
    get { buffer.cursor }
    set {
      buffer.cursor = newValue
      history.pause()
      goal = nil
    }
  }

  var characters: [Character] { buffer.characters }
  var isEmpty: Bool { buffer.characters.isEmpty }
  var canUndo: Bool { history.canUndo }
  var canRedo: Bool { history.canRedo }

  /// Tells the editor in how many columns it is drawn; at least 2 make sense.
  mutating func setWidth(_ width: Int) { self.width = max(1, width) }

  /// Inserts typed or pasted text at the cursor, as one step of undo; control characters are left out.
  mutating func insert(_ text: String) {
    history.pause()
    replace(cursor..<cursor, with: TypedText.cleaned(text, oneLine: false), kind: .paste)
  }

  /// Takes back the last change; false when there is none.
  @discardableResult
  mutating func undo() -> Bool {
    goal = nil
    return history.undo(in: &buffer)
  }

  /// Makes the change that was taken back last; false when there is none.
  @discardableResult
  mutating func redo() -> Bool {
    goal = nil
    return history.redo(in: &buffer)
  }

  /// Changes the box by a key; false when the key means nothing here (Esc, Tab, F1…).
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .up: moveRows(-1)
    case .down: moveRows(1)
    case .pageUp: moveRows(-pageRows)
    case .pageDown: moveRows(pageRows)
    case .left, .control("b"): cursor -= 1
    case .right, .control("f"): cursor += 1
    case .home, .control("a"): cursor = currentLine.start
    case .end, .control("e"): cursor = lastPlace(of: currentLine)
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
    let lines = TextLayout.wrap(text, width: max(1, width - 1))
    let row = Self.row(of: cursor, in: lines)
    let column = min(column(of: cursor, in: lines[row]), max(0, width - 1))
    return (lines, Position(row: row, column: column))
  }

  private mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      replace(cursor..<cursor, with: TypedText.cleaned(String(character), oneLine: true), kind: .typing)
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
    guard var change = buffer.replace(range, with: text) else { return }
    if text.isEmpty {
      change.cursorAfter = range.lowerBound
      buffer.cursor = range.lowerBound
    }
    history.record(change, kind: kind)
  }

  private mutating func moveRows(_ rows: Int) {
    let lines = layout(width: width).lines
    let row = Self.row(of: cursor, in: lines)
    let wanted = goal ?? column(of: cursor, in: lines[row])
    let target = min(max(0, row + rows), lines.count - 1)
    if target == row {
      cursor = rows < 0 ? 0 : buffer.characters.count
    } else {
      cursor = place(atColumn: wanted, of: lines[target])
    }
    goal = wanted
  }

  private var currentLine: TextLayout.Line {
    let lines = layout(width: width).lines
    return lines[Self.row(of: cursor, in: lines)]
  }

  /// The last place that is shown on `line`: where a long line was broken, the place after its last character is below.
  private func lastPlace(of line: TextLayout.Line) -> Int {
    let isBroken = line.end < buffer.characters.count && buffer.characters[line.end] != "\n"
    return isBroken ? max(line.start, line.end - 1) : line.end
  }

  private var paragraphStart: Int {
    (buffer.characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  private var paragraphEnd: Int {
    buffer.characters[cursor...].firstIndex(of: "\n") ?? buffer.characters.count
  }

  private static func row(of offset: Int, in lines: [TextLayout.Line]) -> Int {
    lines.lastIndex { $0.start <= offset } ?? 0
  }

  private func column(of offset: Int, in line: TextLayout.Line) -> Int {
    buffer.characters[line.start..<max(line.start, offset)].reduce(0) { $0 + DisplayWidth.of($1) }
  }

  private func place(atColumn wanted: Int, of line: TextLayout.Line) -> Int {
    var column = 0
    var at = line.start
    let last = lastPlace(of: line)
    while at < last {
      column += DisplayWidth.of(buffer.characters[at])
      if column > wanted { break }
      at += 1
    }
    return at
  }
}
