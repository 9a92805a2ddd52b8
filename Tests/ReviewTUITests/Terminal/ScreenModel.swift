import Core

/// What a terminal shows after the bytes it was sent: as much of xterm as ncurses uses.
struct ScreenModel {
  private(set) var cells: [[String]]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var modes: Set<String> = []
  /// Sequences that the model does not know; a test expects none.
  private(set) var unknown: [String] = []
  private var last = " "
  private var saved = (row: 0, column: 0)
  /// The last column was written and the next character goes to the next row.
  private var isAtEdge = false
  private var wraps = true
  private let rows: Int
  private let columns: Int
  /// Rows that scroll, end exclusive.
  private var region: Range<Int>

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    region = 0..<rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  var text: [String] { cells.map { $0.joined() } }

  mutating func take(_ bytes: [UInt8]) {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if scalar.value < 0x20, scalar != "\u{E}", scalar != "\u{F}", scalar != "\u{1B}" { isAtEdge = false }
      switch scalar {
      case "\u{1B}": escape(&scalars)
      case "\r": column = 0
      case "\n": row + 1 == region.upperBound ? scroll(region, by: 1) : (row = min(row + 1, rows - 1))
      case "\u{8}": column = max(0, column - 1)
      case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
      case "\u{E}", "\u{F}": break
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = ScalarKind(of: scalar).columns
    if width == 0 {
      let at = isAtEdge ? column : max(0, column - 1)
      let target = cells[row][at].isEmpty ? at - 1 : at
      cells[row][target].unicodeScalars.append(scalar)
      return
    }
    if isAtEdge || column + width > columns {
      isAtEdge = false
      column = 0
      row + 1 == region.upperBound ? scroll(region, by: 1) : (row = min(row + 1, rows - 1))
    }
    if modes.contains("4") {
      cells[row].insert(contentsOf: Array(repeating: " ", count: width), at: column)
      cells[row].removeLast(width)
    }
    if cells[row][column].isEmpty { cells[row][column - 1] = " " }
    let end = column + width
    if end < columns, cells[row][end].isEmpty { cells[row][end] = " " }
    last = String(scalar)
    cells[row][column] = last
    if width == 2 { cells[row][column + 1] = "" }
    isAtEdge = end == columns && wraps
    column = min(end, columns - 1)
  }

  private mutating func escape(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    guard let kind = scalars.popFirst() else { return }
    if kind == "(" || kind == ")" {
      scalars = scalars.dropFirst()
      return
    }
    if kind == "M" {
      row == region.lowerBound ? scroll(region, by: -1) : (row = max(0, row - 1))
      return
    }
    guard kind == "[" else {
      switch kind {
      case "7": saved = (row, column)
      case "8": (row, column) = saved
      case "=", ">": break
      default: unknown.append("ESC \(kind)")
      }
      return
    }
    var parameters = ""
    while let next = scalars.first, (0x20...0x3F).contains(next.value) {
      parameters.unicodeScalars.append(next)
      scalars = scalars.dropFirst()
    }
    if let final = scalars.popFirst() { control(final, parameters) }
  }

  private mutating func control(_ final: Unicode.Scalar, _ parameters: String) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    if !"mhlJKXt".unicodeScalars.contains(final) { isAtEdge = false }
    switch final {
    case "H": (row, column) = (max(1, numbers.first ?? 1) - 1, max(1, numbers.count > 1 ? numbers[1] : 1) - 1)
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, min(column, columns - 1) - count)
    case "G": column = min(columns - 1, count - 1)
    case "d": row = min(rows - 1, count - 1)
    case "J":
      erase(column..<columns)
      for below in row + 1..<max(row + 1, rows) { cells[below] = Array(repeating: " ", count: columns) }
      if numbers.first == 2 { cells = Array(repeating: Array(repeating: " ", count: columns), count: rows) }
    case "K": numbers.first == 1 ? erase(0..<column + 1) : erase(column..<columns)
    case "X": erase(column..<min(columns, column + count))
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      cells[row] += Array(repeating: " ", count: columns - cells[row].count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row].removeLast(cells[row].count - columns)
    case "b":
      if let scalar = last.unicodeScalars.first { for _ in 0..<count { put(scalar) } }
    case "h":
      modes.insert(parameters)
      if parameters == "?7" { wraps = true }
    case "l":
      modes.remove(parameters)
      if parameters == "?7" { wraps = false }
    case "L": scroll(row..<max(row + 1, region.upperBound), by: -count)
    case "M": scroll(row..<max(row + 1, region.upperBound), by: count)
    case "S": scroll(region, by: count)
    case "T": scroll(region, by: -count)
    case "r":
      region = numbers.count == 2 ? numbers[0] - 1..<min(rows, numbers[1]) : 0..<rows
      (row, column) = (0, 0)
    case "m", "t": break
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  /// Moves the lines of `range` up, or down where `count` is negative.
  private mutating func scroll(_ range: Range<Int>, by count: Int) {
    let old = cells
    for place in range {
      let source = place + count
      cells[place] = range.contains(source) ? old[source] : Array(repeating: " ", count: columns)
    }
  }

  private mutating func erase(_ range: Range<Int>) {
    for place in range { cells[row][place] = " " }
  }
}
