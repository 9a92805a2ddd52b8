import Core

/// Rows in columns that line up also with Chinese text. Every cell passes `display()`.
struct TextTable {
  enum Align { case left, right }

  struct Column {
    let title: String
    var align = Align.left
    /// Whether the column may be cut to make the table fit a terminal.
    var canShrink = false
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  private static let gap = "  "
  private static let narrowest = 8

  init(_ columns: [Column]) { self.columns = columns }

  mutating func add(_ cells: [String]) { rows.append(cells.map { Core.display($0) }) }

  /// The lines, with the titles first; cut to `width` columns when it is given and something can shrink.
  func lines(width: Int?) -> [String] {
    let titles = columns.map(\.title)
    var widths = titles.map { DisplayWidth.of($0) }
    for row in rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], DisplayWidth.of(cell))
      }
    }
    if let width { shrink(&widths, to: width) }
    return ([titles] + rows).map { line($0, widths) }
  }

  private func shrink(_ widths: inout [Int], to width: Int) {
    while widths.reduce(0, +) + Self.gap.count * (widths.count - 1) > width {
      let candidates = widths.indices.filter { columns[$0].canShrink && widths[$0] > Self.narrowest }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (index, cell) in cells.enumerated() where index < widths.count {
      if index > 0 { line += Self.gap }
      let text = Self.cut(cell, to: widths[index])
      let space = String(repeating: " ", count: max(0, widths[index] - DisplayWidth.of(text)))
      line += columns[index].align == .right ? space + text : text + space
    }
    while line.utf8.last == 0x20 { line.removeLast() }
    return line
  }

  private static func cut(_ text: String, to width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += DisplayWidth.of(character)
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
