/// Lines and boxes; a theme for plain terminals draws them as + - |.
extension Canvas {
  /// A line from a place to the right.
  mutating func horizontalLine(row: Int, column: Int, columns: Int, role: Role = .border) {
    fill(Rect(row: row, column: column, rows: 1, columns: columns), role: role, with: "─")
  }

  /// A line from a place downwards.
  mutating func verticalLine(row: Int, column: Int, rows: Int, role: Role = .border) {
    fill(Rect(row: row, column: column, rows: rows, columns: 1), role: role, with: "│")
  }

  /// A frame along the inner edge of `rect` with a title in its upper line; smaller than 2×2 draws nothing.
  mutating func box(_ rect: Rect, title: String?, role: Role = .border) {
    guard rect.rows >= 2, rect.columns >= 2 else { return }
    for row in [rect.row, rect.bottom - 1] {
      horizontalLine(row: row, column: rect.column + 1, columns: rect.columns - 2, role: role)
    }
    for column in [rect.column, rect.right - 1] {
      verticalLine(row: rect.row + 1, column: column, rows: rect.rows - 2, role: role)
    }
    write("┌", row: rect.row, column: rect.column, width: 1, role: role)
    write("┐", row: rect.row, column: rect.right - 1, width: 1, role: role)
    write("└", row: rect.bottom - 1, column: rect.column, width: 1, role: role)
    write("┘", row: rect.bottom - 1, column: rect.right - 1, width: 1, role: role)
    guard let title, rect.columns >= 7 else { return }
    let used = write(title, row: rect.row, column: rect.column + 3, width: rect.columns - 6, role: .heading)
    write(" ", row: rect.row, column: rect.column + 2, width: 1, role: role)
    write(" ", row: rect.row, column: rect.column + 3 + used, width: 1, role: role)
  }
}
