import Core

/// A text and a place in it, changed one grapheme at a time.
struct EditBuffer: Equatable, Sendable {
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
  /// The neighbours are read again with the new text, because a mark joins the letter before it and the letters of flags
  /// pair up anew.
  @discardableResult
  mutating func replace(_ range: Range<Int>, with text: String) -> TextChange? {
    let range = range.clamped(to: 0..<characters.count)
    if range.isEmpty && text.isEmpty { return nil }
    let low = max(0, range.lowerBound - 1)
    var high = min(characters.count, range.upperBound + 1)
    while high > range.upperBound, high < characters.count, characters[high - 1].isOfFlagLetters,
      characters[high].isOfFlagLetters
    {
      high += 1
    }
    let head = String(characters[low..<range.lowerBound]) + text
    let change = TextChange(
      start: low, removed: String(characters[low..<high]),
      inserted: head + String(characters[range.upperBound..<high]), cursorBefore: cursor, cursorAfter: low + head.count)
    apply(change)
    return change
  }

  mutating func apply(_ change: TextChange) {
    characters.replaceSubrange(span(change.start, change.removed), with: change.inserted)
    cursor = change.cursorAfter
  }

  mutating func revert(_ change: TextChange) {
    characters.replaceSubrange(span(change.start, change.inserted), with: change.removed)
    cursor = change.cursorBefore
  }

  /// Whether `text` stands at `start`, byte for byte.
  func holds(_ text: String, at start: Int) -> Bool {
    let count = text.count
    guard start >= 0, start + count <= characters.count else { return false }
    return String(characters[start..<start + count]).utf8.elementsEqual(text.utf8)
  }

  /// `trail` without the steps that did not lead to this text: those before the first that does not fit, and those taken
  /// back behind it.
  func fitting(_ trail: TextTrail) -> TextTrail {
    var done: [TextStep] = []
    var buffer = self
    for step in trail.done.reversed() {
      guard buffer.takesBack(step) else { break }
      done.insert(step, at: 0)
    }
    var undone: [TextStep] = []
    buffer = self
    for step in trail.undone.reversed() {
      guard buffer.makesAgain(step) else { break }
      undone.insert(step, at: 0)
    }
    return TextTrail(done: done, undone: undone)
  }

  private mutating func takesBack(_ step: TextStep) -> Bool {
    for change in step.changes.reversed() {
      guard holds(change.inserted, at: change.start) else { return false }
      revert(change)
    }
    return true
  }

  private mutating func makesAgain(_ step: TextStep) -> Bool {
    for change in step.changes {
      guard holds(change.removed, at: change.start) else { return false }
      apply(change)
    }
    return true
  }

  private func span(_ start: Int, _ text: String) -> Range<Int> {
    (start..<start + text.count).clamped(to: 0..<characters.count)
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

extension Character {
  /// Whether it is made of the letters of flags, which pair up from the start of their run.
  fileprivate var isOfFlagLetters: Bool { unicodeScalars.first?.isFlagLetter == true }
}

extension Unicode.Scalar {
  fileprivate var isFlagLetter: Bool { (0x1F1E6...0x1F1FF).contains(value) }
}
