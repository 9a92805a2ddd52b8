/// Bare words: in the list's texts, the names of unit and scenarios, by initials, and last in the full words.
final class WordTest: Sendable {
  private let words: TextPattern
  private let initials: InitialsPattern?
  private let units: [Bool]
  private let scenarios: UInt64

  init(_ text: String, _ names: ProgramNames) {
    words = TextPattern(text)
    let hasLetter = words.bytes.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    initials = hasLetter ? InitialsPattern(words.bytes) : nil
    units = names.flags(names.units.mentions(words, initials))
    scenarios = ProgramNames.bits(names.scenarios.mentions(words, initials))
  }

  func verdict(_ row: QueryRow) -> QueryVerdict {
    if let unit = row.key.unit, units[unit] { return .yes }
    if row.key.scenarios & scenarios != 0 { return .yes }
    if row.key.withFolded(.list, words.isFound) { return .yes }
    if let initials, row.key.withInitials(.list, initials.isFound) { return .yes }
    return row.summary.words.isEmpty ? .no : .open
  }

  func isInWords(of row: QueryRow) -> Bool {
    words.isFound(in: row.summary.words, isPlain: row.key.wordsArePlain)
  }
}

/// Words in one text of the list.
final class TextTest: Sendable {
  private let part: SearchKey.Part
  private let isExact: Bool
  private let options: [(words: TextPattern, initials: InitialsPattern?)]

  init(_ part: SearchKey.Part, _ options: [String], isExact: Bool) {
    self.part = part
    self.isExact = isExact
    self.options = options.map { option in
      let words = TextPattern(option)
      let hasLetter = words.bytes.contains { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
      return (words, hasLetter && !isExact ? InitialsPattern(words.bytes) : nil)
    }
  }

  func isMet(_ row: QueryRow) -> Bool {
    options.contains { option in
      if isExact { return row.key.withFolded(part) { $0.elementsEqual(option.words.bytes) } }
      if row.key.withFolded(part, option.words.isFound) { return true }
      guard let initials = option.initials else { return false }
      return row.key.withInitials(part, initials.isFound)
    }
  }
}

/// Marks that begin with a word or are it.
final class FlagTest: Sendable {
  private let options: [[UInt8]]
  private let isExact: Bool

  init(_ options: [String], isExact: Bool) {
    self.options = options.map(Folding.folded)
    self.isExact = isExact
  }

  func isMet(_ row: QueryRow) -> Bool {
    row.flags.contains { flag in
      options.contains { isExact ? Folding.equals(flag, $0) : Folding.begins(flag, with: $0) }
    }
  }
}
