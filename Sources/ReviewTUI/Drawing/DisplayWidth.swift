import Core

/// The one ruler of the console: columns that a text takes on the screen, as `Canvas.write` shows it.
enum DisplayWidth {
  /// Columns of one character; more than two for one that is spelt out (⟪U+202E⟫).
  static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
    return of(String(character))
  }

  /// Columns of a text.
  static func of(_ text: String) -> Int {
    DisplayRun.columns(of: text)
  }
}
