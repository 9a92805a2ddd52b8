/// A box for one line of text.
struct LineEditor: Equatable, Sendable {
  private var buffer: EditBuffer

  /// A box that holds `text`, its cursor at the end.
  init(text: String = "") {
    buffer = EditBuffer(TypedText.cleaned(text, oneLine: true))
  }

  /// The text; setting it puts the cursor at the end.
  var text: String {
    get { buffer.text }
    set { buffer = EditBuffer(TypedText.cleaned(newValue, oneLine: true)) }
  }

  /// Offset in Characters, 0 to the length of the text.
  var cursor: Int {
    get { buffer.cursor }
    set { buffer.cursor = newValue }
  }

  var characters: [Character] { buffer.characters }
  var isEmpty: Bool { buffer.characters.isEmpty }

  /// Inserts typed or pasted text at the cursor; line ends become spaces, control characters are left out.
  mutating func insert(_ text: String) {
    buffer.replace(buffer.cursor..<buffer.cursor, with: TypedText.cleaned(text, oneLine: true))
  }

  mutating func clear() { buffer = EditBuffer("") }

  mutating func deleteBackward() { delete(cursor - 1..<cursor) }

  mutating func deleteForward() { delete(cursor..<cursor + 1) }

  mutating func deleteWordBackward() { delete(buffer.wordStart(before: cursor)..<cursor) }

  mutating func deleteToStart() { delete(0..<cursor) }

  mutating func deleteToEnd() { delete(cursor..<buffer.characters.count) }

  /// Changes the box by a key; false when the key means nothing here.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      let before = cursor > 0 ? buffer.characters[cursor - 1] : nil
      buffer.replace(cursor..<cursor, with: TypedText.cleaned(String(character), oneLine: true, after: before))
    case .left, .control("b"): cursor -= 1
    case .right, .control("f"): cursor += 1
    case .home, .controlHome, .control("a"): cursor = 0
    case .end, .controlEnd, .control("e"): cursor = buffer.characters.count
    case .alt("b"): cursor = buffer.wordStart(before: cursor)
    case .alt("f"): cursor = buffer.wordEnd(after: cursor)
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .control("w"): deleteWordBackward()
    case .alt("d"): delete(cursor..<buffer.wordEnd(after: cursor))
    case .control("u"): deleteToStart()
    case .control("k"): deleteToEnd()
    default: return false
    }
    return true
  }

  /// What `width` columns show of the text, and the column of the cursor in them, 0 to `width` - 1.
  ///
  /// A text that does not fit is shown from its start until the cursor would leave at the right.
  func view(width: Int) -> (text: String, cursorColumn: Int) {
    let room = max(1, width)
    let widths = buffer.characters.map(DisplayWidth.of)
    var start = 0
    var column = widths[..<cursor].reduce(0, +)
    let underCursor = cursor < widths.count ? min(room, widths[cursor]) : 1
    while start < cursor, column + underCursor > room {
      column -= widths[start]
      start += 1
    }
    let shown = TextLayout.truncate(String(buffer.characters[start...]), width: room, overflow: .clip)
    return (shown, min(column, room - 1))
  }

  private mutating func delete(_ range: Range<Int>) {
    let place = max(0, range.lowerBound)
    buffer.replace(range.clamped(to: 0..<buffer.characters.count), with: "")
    buffer.cursor = place
  }
}
