/// Letters of the symbol fonts that forms use for boxes and ticks, as the characters they show.
enum SymbolFont {
  /// `text` as it looks in `font`; characters of the private area count as Wingdings, which is how Word stores them.
  static func text(_ text: String, font: String) -> String {
    let name = TextFolding.small(font)
    let isSymbolFont = name.hasPrefix("wingdings")
    guard isSymbolFont || text.unicodeScalars.contains(where: { $0.value >= 0xF020 && $0.value <= 0xF0FF }) else {
      return text
    }
    let table = name == "wingdings 2" ? wingdings2 : wingdings
    var result = ""
    for scalar in text.unicodeScalars {
      let isPrivate = scalar.value >= 0xF020 && scalar.value <= 0xF0FF
      let code = isPrivate ? scalar.value - 0xF000 : scalar.value
      if isSymbolFont || isPrivate, let shown = table[code] {
        result.append(shown)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let wingdings: [UInt32: Character] = [
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x78: "☒", 0xA1: "○", 0xA8: "□",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x52: "☑",
  ]
  private static let wingdings2: [UInt32: Character] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x2A: "□", 0xA3: "□", 0x9A: "○",
  ]
}
