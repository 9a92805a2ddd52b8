import Core

/// What one column of the screen holds: a character, or the right half of a wide one.
struct Cell: Equatable, Sendable {
  private(set) var shown: DisplayCell
  var role: Role

  /// An empty column.
  static let blank = Cell(DisplayCell(" "), role: .normal)

  init(_ shown: DisplayCell, role: Role) {
    self.shown = shown
    self.role = role
  }

  /// The cell for `character`; U+FFFD when a terminal cannot show it in one cell.
  init(_ character: Character, role: Role) {
    var cells = DisplayCells(String(character))
    let first = cells.next()
    self.init(cells.next() == nil ? first ?? DisplayCell(" ") : DisplayCell("\u{FFFD}"), role: role)
  }

  /// The right half of a wide character.
  static func rightHalf(role: Role) -> Cell {
    Cell(DisplayCell("\0", columns: 0), role: role)
  }

  /// Columns: 1, 2, or 0 for the right half of a wide character.
  var width: Int { Int(shown.columns) }

  /// The character; empty for the right half of a wide one.
  var text: String { width == 0 ? "" : shown.text }
}
