/// Extent in columns and rows of the terminal.
struct Size: Equatable, Hashable, Sendable {
  var columns: Int
  var rows: Int
}

/// A place on the screen; row 0, column 0 is the upper left corner.
struct Position: Equatable, Hashable, Sendable {
  var row: Int
  var column: Int
}

/// A part of the screen; never of negative extent.
struct Rect: Equatable, Hashable, Sendable {
  var row: Int
  var column: Int
  var rows: Int
  var columns: Int

  init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// All of a screen of `size`.
  init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  var size: Size { Size(columns: columns, rows: rows) }
  var isEmpty: Bool { rows == 0 || columns == 0 }

  /// First row below.
  var bottom: Int { row + rows }

  /// First column to the right.
  var right: Int { column + columns }

  func contains(_ position: Position) -> Bool {
    position.row >= row && position.row < bottom && position.column >= column && position.column < right
  }

  /// Without `rows` at top and bottom and `columns` at both sides.
  func inset(rows rowInset: Int = 0, columns columnInset: Int = 0) -> Rect {
    let rowInset = min(max(0, rowInset), rows / 2 + rows % 2)
    let columnInset = min(max(0, columnInset), columns / 2 + columns % 2)
    return Rect(
      row: row + rowInset, column: column + columnInset, rows: rows - 2 * rowInset, columns: columns - 2 * columnInset)
  }

  /// The first `left` columns, and what is left of them after `gap` columns.
  func split(left: Int, gap: Int = 0) -> (Rect, Rect) {
    let first = min(max(0, left), columns)
    let skipped = min(first + max(0, gap), columns)
    return (
      Rect(row: row, column: column, rows: rows, columns: first),
      Rect(row: row, column: column + skipped, rows: rows, columns: columns - skipped)
    )
  }

  /// The first `top` rows, and the rest.
  func split(top: Int) -> (Rect, Rect) {
    let first = min(max(0, top), rows)
    return (
      Rect(row: row, column: column, rows: first, columns: columns),
      Rect(row: row + first, column: column, rows: rows - first, columns: columns)
    )
  }

  /// All but the last `bottom` rows, and those.
  func split(bottom: Int) -> (Rect, Rect) {
    split(top: rows - min(max(0, bottom), rows))
  }

  /// What both cover.
  func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(row: top, column: left, rows: min(bottom, other.bottom) - top, columns: min(right, other.right) - left)
  }
}
