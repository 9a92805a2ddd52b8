import Core

/// Builds the lines of a block: cells one after the other, each in its columns.
struct BoardLines {
  let language: Language
  let width: Int
  private(set) var rows: [[Board.Cell]] = []

  init(_ language: Language, width: Int) {
    self.language = language
    self.width = width
  }

  /// A line of its own for each cell that is added until the next call.
  mutating func line(_ cells: Board.Cell...) { rows.append(cells) }

  /// As above.
  mutating func line(_ cells: [Board.Cell]) { rows.append(cells) }

  /// Text without a place for the cursor, wrapped to the block.
  mutating func text(_ phrase: Phrase, role: Role = .dim, indent: Int = 0) {
    for line in TextLayout.wrap(phrase(language), width: max(1, width - indent - 1)) {
      rows.append([Board.Cell(spans: [Span(line.text, role)], column: 1 + indent, width: width - indent - 1)])
    }
  }

  /// A text cell.
  func label(
    _ text: String, at column: Int, width: Int, role: Role = .normal, align: Canvas.Align = .left
  ) -> Board.Cell {
    Board.Cell(spans: [Span(text, role)], column: column, width: width, align: align)
  }

  /// A figure that opens its applications.
  func figure(
    _ id: String, _ figure: Figure, title: String, at column: Int, width: Int, role: Role = .normal,
    shown: String? = nil
  ) -> Board.Cell {
    let isNone = figure.count == 0
    return Board.Cell(
      id: id, spans: [Span(shown ?? (isNone ? "·" : "\(figure.count)"), isNone ? .dim : role)], column: column,
      width: width, align: .right, act: .list(title: title, figure),
      hint: title + BoardWords.colon(language) + BoardWords.count(figure)(language))
  }

  /// A bar of at most `width` columns for `part` of `whole`; one that is not nothing is never drawn as nothing.
  static func bar(_ part: Int, of whole: Int, width: Int) -> String {
    guard whole > 0, part > 0, width > 0 else { return "" }
    return String(repeating: "█", count: max(1, part * width / whole))
  }
}
