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

  func verdict(_ row: RowPointer) -> QueryVerdict {
    if let unit = row.pointee.key.unit, units[unit] { return .yes }
    if row.pointee.key.scenarios & scenarios != 0 { return .yes }
    if row.pointee.key.withFolded(.list, words.isFound) { return .yes }
    if let initials, row.pointee.key.withInitials(.list, initials.isFound) { return .yes }
    return row.pointee.summary.words.isEmpty ? .no : .open
  }

  func isInWords(of row: RowPointer) -> Bool {
    words.isFound(in: row.pointee.summary.words, isPlain: row.pointee.key.wordsArePlain)
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

  func isMet(_ row: RowPointer) -> Bool {
    options.contains { option in
      if isExact { return row.pointee.key.withFolded(part) { $0.elementsEqual(option.words.bytes) } }
      if row.pointee.key.withFolded(part, option.words.isFound) { return true }
      guard let initials = option.initials else { return false }
      return row.pointee.key.withInitials(part, initials.isFound)
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

  func isMet(_ row: RowPointer) -> Bool {
    row.pointee.flags.contains { flag in
      options.contains { isExact ? Folding.equals(flag, $0) : Folding.begins(flag, with: $0) }
    }
  }
}
