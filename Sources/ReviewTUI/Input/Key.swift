/// One key press. A modifier that no key of ours needs is left out: Shift+Up is Up.
enum Key: Hashable, Sendable {
  case character(Character)
  /// Ctrl with a lower-case letter, space, or one of \ ] ^ _.
  case control(Character)
  /// Alt with a character; word moves of the editors (Ctrl+Left, Alt+Right) arrive as `alt("b")` and `alt("f")`.
  case alt(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  /// Ctrl with Home and End.
  case controlHome, controlEnd
  case insert, delete, backspace
  case enter, tab, backTab, escape
  /// F1 to F20.
  case function(Int)
}

extension Key {
  /// The key as a command: what a Chinese input method makes of a key of the keyboard counts as that key.
  ///
  /// Full-width letters, digits and signs become ASCII, and so do the signs that an input method puts on punctuation keys.
  /// Upper and lower case stay apart.
  var folded: Key {
    switch self {
    case .character(let character): .character(Self.folded(character))
    case .alt(let character): .alt(Self.folded(character))
    default: self
    }
  }

  private static func folded(_ character: Character) -> Character {
    if let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0)
    {
      return Character(ascii)
    }
    return chinese[character] ?? character
  }

  private static let chinese: [Character: Character] = [
    "、": "/", "。": ".", "【": "[", "】": "]", "「": "[", "」": "]", "·": "`", "《": "<", "》": ">", "—": "_", "…": "^",
    "￥": "$",
    "“": "\"", "”": "\"", "‘": "'", "’": "'", "\u{3000}": " ",
  ]
}
