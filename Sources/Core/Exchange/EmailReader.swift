/// Reads an e-mail address out of a cell.
enum EmailReader {
  /// The address without spaces, in small letters, in narrow signs; without a label in front of it.
  static func address(in text: String) -> String {
    let plain = text.prefix(400).filter { !TextFolding.isIgnored($0) }.map { character in
      // Full stops of Chinese keyboards.
      "。．｡".contains(character) ? "." : TextFolding.folded(character)
    }
    guard plain.count(where: { $0 == "@" }) == 1, let at = plain.firstIndex(of: "@") else { return String(plain) }
    var start = at
    while start > 0, isPart(plain[start - 1]) { start -= 1 }
    var end = at + 1
    while end < plain.count, isPart(plain[end]) { end += 1 }
    while end > at + 1, plain[end - 1] == "." { end -= 1 }
    guard start < at, end > at + 1 else { return String(plain) }
    return String(plain[start..<end])
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._%+-".contains(character))
  }
}
