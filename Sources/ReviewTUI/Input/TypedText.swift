/// What of a typed or pasted text is kept.
enum TypedText {
  /// `text` without control and format characters: terminals and web pages hide them in what is copied.
  ///
  /// Line ends stay (as one space each where only one line is wanted), tabs become spaces, and the joiner stays within a
  /// picture of several (a family). `before` is the Character that the text is put behind.
  static func cleaned(_ text: String, oneLine: Bool, after before: Character? = nil) -> String {
    var kept = String.UnicodeScalarView()
    var afterReturn = false
    var last = before?.unicodeScalars.last
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      switch scalar {
      case "\n" where afterReturn: continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": kept.append(oneLine ? " " : "\n")
      case "\t": kept.append(" ")
      case "\u{200D}" where last.map(isPictorial) == true: kept.append(scalar)
      default:
        if last == "\u{200D}", !isPictorial(scalar), !kept.isEmpty { kept.removeLast() }
        if scalar.value >= 0x20 && scalar.value < 0x7F {
          kept.append(scalar)
        } else {
          let category = scalar.properties.generalCategory
          if category != .control && category != .format { kept.append(scalar) }
        }
      }
      last = kept.last ?? last
    }
    // Behind it another picture may be typed, but in a text that is whole it joins nothing.
    if before == nil, kept.last == "\u{200D}" { kept.removeLast() }
    return String(kept)
  }

  /// Whether a joiner may stand beside it: an emoji, its skin colour, or the sign that asks for its picture.
  private static func isPictorial(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || scalar.value > 0xFF && scalar.properties.isEmoji
  }
}
