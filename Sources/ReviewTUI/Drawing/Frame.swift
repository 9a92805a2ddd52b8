import Core

/// A picture of the whole screen, cell by cell.
///
/// Every wide character is followed by its right half, so a row is always exactly as wide as the frame.
struct Frame: Equatable, Sendable {
  let size: Size
  /// Where the terminal shows its cursor; nil hides it.
  var cursor: Position?
  private(set) var cells: [Cell]

  /// An empty frame; sizes below 1 count as 1.
  init(size: Size) {
    self.size = Size(columns: max(1, size.columns), rows: max(1, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a place within the frame.
  subscript(row row: Int, column column: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// The characters of a row, spaces included.
  func text(row: Int) -> String {
    var text = ""
    for cell in cells(row: row) where cell.width > 0 { cell.shown.append(to: &text.unicodeScalars) }
    return text
  }

  /// One letter a column: the roles of a row.
  func roles(row: Int) -> String {
    String(cells(row: row).map(\.role.letter))
  }

  /// The cells of a row.
  func cells(row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Whether a row is the same in `other`, a frame of the same size.
  func isSame(_ row: Int, as other: Frame) -> Bool {
    let first = row * size.columns
    for place in first..<first + size.columns where cells[place] != other.cells[place] { return false }
    return true
  }

  /// Puts `cell` at a place; halves of wide characters that it tears become spaces.
  ///
  /// The place must be within the frame, and a wide cell must end within it.
  mutating func put(_ cell: Cell, row: Int, column: Int) {
    let place = row * size.columns + column
    let old = cells[place].width
    if old != 1 { mend(place, row: row, column: column) }
    cells[place] = cell
    guard cell.width == 2 else { return }
    if old != 2 { mend(place + 1, row: row, column: column + 1) }
    cells[place + 1] = .rightHalf(role: cell.role)
  }

  /// Changes only the role of a cell.
  mutating func paint(_ role: Role, row: Int, column: Int) {
    cells[row * size.columns + column].role = role
  }

  /// Replaces the other half of the wide character that has a half at `place`.
  private mutating func mend(_ place: Int, row: Int, column: Int) {
    let width = cells[place].width
    if width == 1 { return }
    if width == 0, column > 0 {
      cells[place - 1] = Cell(DisplayCell(" "), role: cells[place - 1].role)
    } else if width == 2, column + 1 < size.columns {
      cells[place + 1] = Cell(DisplayCell(" "), role: cells[place + 1].role)
    }
  }
}
