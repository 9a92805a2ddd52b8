/// Texts made comparable: width, brackets, dashes and letter case no longer matter.
public enum TextFolding {
  /// One character for one, so that places stay the same.
  public static func folded(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return character }
    switch scalar.value {
    case 0xFF01...0xFF5E:
      return folded(Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))))
    case 0x41...0x5A: return Character(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0x21...0x7E: return character
    default: return table[scalar.value] ?? character
    }
  }

  /// As ``folded(_:)``, but letters keep their case.
  public static func narrowed(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1 else { return character }
    if (0xFF01...0xFF5E).contains(scalar.value) { return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))) }
    return scalar.value < 0x7F ? character : table[scalar.value] ?? character
  }

  /// Whether a character takes no part in comparing: spaces of every width and invisible characters.
  public static func isIgnored(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return true }
    switch scalar.value {
    case 0x00...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: return true
    default: return false
    }
  }

  /// `text` without spaces, folded.
  public static func key(_ text: String) -> String {
    var key = ""
    for character in text where !isIgnored(character) { key.append(folded(character)) }
    return key
  }

  /// As ``key(_:)``, but only letters, digits and ideographs.
  static func bareKey(_ text: String) -> String {
    var key = ""
    for character in text where !isIgnored(character) {
      let plain = folded(character)
      if plain.isLetter || plain.isNumber || plain == "%" { key.append(plain) }
    }
    return key
  }

  /// `text` with small letters for Latin capitals, character by character.
  static func small(_ text: some StringProtocol) -> String { String(text.map(folded)) }

  private static let table: [UInt32: Character] = [
    0x3000: " ", 0xA0: " ", 0x3014: "(", 0x3015: ")", 0x3010: "(", 0x3011: ")", 0x3016: "(", 0x3017: ")", 0x2014: "-",
    0x2013: "-",
    0x2012: "-", 0x2212: "-", 0x2010: "-", 0x2011: "-", 0x2500: "-", 0x30FC: "-", 0x301C: "~", 0x223C: "~",
    0x201C: "\"",
    0x201D: "\"", 0x2018: "'", 0x2019: "'", 0x2264: "≤", 0x2266: "≤", 0x2A7D: "≤", 0x2265: "≥", 0x2267: "≥",
    0x2A7E: "≥",
    0xFE65: ">", 0xFE64: "<", 0x2236: ":", 0x2103: "℃", 0x338F: "㎏", 0x00D7: "×", 0x2715: "×", 0xFE6A: "%",
  ]
}
