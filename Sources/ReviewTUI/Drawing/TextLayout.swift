import Core

/// Chinese typesetting for a grid of columns: line breaking, cutting and padding.
enum TextLayout {
  /// One line of a wrapped text.
  struct Line: Equatable, Sendable {
    /// What is shown: the characters of the line without spaces that hang over the edge.
    let text: String
    /// Offsets of Characters in the source, end exclusive: hanging spaces count, the line end between paragraphs does not.
    let start: Int
    let end: Int
  }

  /// Breaks `text` into lines of at most `width` columns.
  ///
  /// Lines end at every line end of the text; no closing punctuation starts a line, no opening one ends it; words, numbers
  /// and numbers with their units stay whole. Where a width leaves no such place the line breaks between any two characters,
  /// and a character wider than `width` has its own line. No character is lost or moved; an empty text is one empty line.
  static func wrap(_ text: String, width: Int) -> [Line] {
    var lines: [Line] = []
    let breaker = LineBreaker(text)
    for paragraph in breaker.paragraphs { breaker.wrap(paragraph, width: max(1, width), into: &lines) }
    return lines
  }

  /// `text` as a terminal shows it, cut to `width` columns.
  static func truncate(_ text: String, width: Int, overflow: Canvas.Overflow) -> String {
    CellRun(text, role: .normal, room: max(0, width), overflow: overflow).text
  }

  /// `text` as a terminal shows it, in exactly `width` columns: cut with `…` or padded with spaces.
  static func pad(_ text: String, width: Int, align: Canvas.Align) -> String {
    let run = CellRun(text, role: .normal, room: max(0, width), overflow: .end)
    let slack = max(0, width - run.columns)
    let before =
      switch align {
      case .left: 0
      case .right: slack
      case .center: slack / 2
      }
    return String(repeating: " ", count: before) + run.text + String(repeating: " ", count: slack - before)
  }
}
