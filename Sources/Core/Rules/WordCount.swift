/// How long a text is, counted as an office counts.
public struct WordCount: Equatable, Sendable {
  /// 字数 as Word counts it: every ideograph and every mark of punctuation is one, every unbroken run of Latin letters and
  /// digits is one, spaces are none.
  public let words: Int
  /// Characters without spaces.
  public let characters: Int

  /// Counts `text`.
  public init(_ text: String) {
    var words = 0
    var characters = 0
    var isInRun = false
    for scalar in text.unicodeScalars {
      switch Self.kind(scalar) {
      case .nothing: break
      case .space: isInRun = false
      case .run:
        characters += 1
        if !isInRun { words += 1 }
        isInRun = true
      case .single:
        characters += 1
        words += 1
        isInRun = false
      }
    }
    self.words = words
    self.characters = characters
  }

  private enum Kind { case nothing, space, run, single }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF:
      .nothing
    // Letters, digits and the signs that hold a number or a word together: 41,290.78, 5G-A, 50%.
    case 0x21...0x7E, 0xB0...0x24F, 0x370...0x52F: .run
    default: isMark(scalar) ? .nothing : .single
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
