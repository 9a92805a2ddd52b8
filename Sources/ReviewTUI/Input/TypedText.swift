/// What of a typed or pasted text is kept.
enum TypedText {
  /// `text` without control and format characters: terminals and web pages hide them in what is copied.
  ///
  /// Line ends stay (as one space each where only one line is wanted), tabs become spaces.
  static func cleaned(_ text: String, oneLine: Bool) -> String {
    var kept = ""
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": kept.unicodeScalars.append(oneLine ? " " : "\n")
      case "\t": kept.unicodeScalars.append(" ")
      default:
        if scalar.value >= 0x20 && scalar.value < 0x7F {
          kept.unicodeScalars.append(scalar)
          continue
        }
        let category = scalar.properties.generalCategory
        if category != .control && category != .format { kept.unicodeScalars.append(scalar) }
      }
    }
    return kept
  }
}
