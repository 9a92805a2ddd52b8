/// A text and a place in it, changed one grapheme at a time.
struct EditBuffer: Equatable, Sendable {
  /// What one change did, enough to take it back.
  struct Change: Equatable, Sendable {
    var start: Int
    var removed: [Character]
    var inserted: [Character]
    var cursorBefore: Int
    var cursorAfter: Int
  }

  private(set) var characters: [Character]
  /// Offset in Characters, 0 to the length of the text.
  var cursor: Int {
    didSet { cursor = min(max(0, cursor), characters.count) }
  }

  init(_ text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  /// Replaces `range` by `text` and puts the cursor behind it; nil when nothing changed.
  ///
  /// The neighbours are read again with the new text, because a mark joins the letter before it.
  @discardableResult
  mutating func replace(_ range: Range<Int>, with text: String) -> Change? {
    let range = range.clamped(to: 0..<characters.count)
    if range.isEmpty && text.isEmpty { return nil }
    let low = max(0, range.lowerBound - 1)
    let high = min(characters.count, range.upperBound + 1)
    let head = String(characters[low..<range.lowerBound]) + text
    let new = Array(head + String(characters[range.upperBound..<high]))
    let change = Change(
      start: low, removed: Array(characters[low..<high]), inserted: new, cursorBefore: cursor,
      cursorAfter: low + head.count)
    apply(change)
    return change
  }

  mutating func apply(_ change: Change) {
    characters.replaceSubrange(change.start..<change.start + change.removed.count, with: change.inserted)
    cursor = change.cursorAfter
  }

  mutating func revert(_ change: Change) {
    characters.replaceSubrange(change.start..<change.start + change.inserted.count, with: change.removed)
    cursor = change.cursorBefore
  }

  /// Start of the word before `offset`: over spaces and signs, then over letters of one kind.
  func wordStart(before offset: Int) -> Int {
    var at = min(offset, characters.count)
    while at > 0, WordKind(characters[at - 1]) == .gap { at -= 1 }
    guard at > 0 else { return 0 }
    let kind = WordKind(characters[at - 1])
    while at > 0, WordKind(characters[at - 1]) == kind { at -= 1 }
    return at
  }

  /// End of the word after `offset`.
  func wordEnd(after offset: Int) -> Int {
    var at = max(0, offset)
    while at < characters.count, WordKind(characters[at]) == .gap { at += 1 }
    guard at < characters.count else { return characters.count }
    let kind = WordKind(characters[at])
    while at < characters.count, WordKind(characters[at]) == kind { at += 1 }
    return at
  }
}

/// Kinds of letters between which a word ends.
private enum WordKind {
  case latin, wide, gap

  init(_ character: Character) {
    if character.isWhitespace || character.isPunctuation || character.isNewline || character.isSymbol {
      self = .gap
    } else {
      self = DisplayWidth.of(character) > 1 ? .wide : .latin
    }
  }
}
