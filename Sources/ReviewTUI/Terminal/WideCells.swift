import CNcurses
import Core

/// Rows of a frame in the form that ncurses takes. Bound to no actor, because it is done for every cell.
enum WideCells {
  /// Attributes and colour pair of a role.
  struct Look {
    var attributes: attr_t
    var pair: Int16
  }

  /// The cells of a row that fit `columns`; `looks` by the raw value of the role.
  static func of(_ frame: Frame, row: Int, columns: Int, looks: [Look], ascii: Bool) -> [cchar_t] {
    var cells: [cchar_t] = []
    cells.reserveCapacity(columns + 1)
    var used = 0
    var scalars: [wchar_t] = [0, 0, 0, 0]
    for cell in frame.cells(row: row) where cell.width > 0 {
      used += cell.width
      if used > columns { break }
      let look = looks[Int(cell.role.rawValue)]
      let base = ascii ? PlainLines.replacement(for: cell.shown.base) : cell.shown.base
      scalars[0] = wchar_t(bitPattern: base.value)
      scalars[1] = wchar_t(bitPattern: cell.shown.firstMark.value)
      scalars[2] = wchar_t(bitPattern: cell.shown.secondMark.value)
      var wide = cchar_t()
      setcchar(&wide, scalars, look.attributes, look.pair, nil)
      cells.append(wide)
    }
    return cells
  }
}

/// Line characters for terminals that have none.
private enum PlainLines {
  static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "─", "━", "═": "-"
    case "│", "┃", "║": "|"
    case "\u{2500}"..."\u{257F}": "+"
    case "\u{2580}"..."\u{259F}": "#"
    default: scalar
    }
  }
}
