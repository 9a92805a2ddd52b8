/// Reads one worksheet of a workbook into a grid; cells without words take no room, whatever size the sheet declares.
struct XlsxSheetReader: SheetXMLHandler {
  private let strings: [String]
  private var styles: SheetStyles
  private let is1904: Bool
  private let limits: SheetLimits
  private var rows: [Int: SheetGrid.Row] = [:]
  private var merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
  private var hiddenColumns: [ClosedRange<Int>] = []
  /// Cells and bytes still allowed, shared by all sheets.
  private(set) var cellsLeft: Int
  private(set) var bytesLeft: Int

  private var row = 0
  private var column = -1
  private var isHiddenRow = false
  private var cell = Open()
  private var collecting = Collecting.nothing
  private var phonetic = 0
  private var skipped = 0

  private enum Collecting { case nothing, value, formula, inline }

  private struct Open {
    var kind = "n"
    var style = 0
    var value = ""
    var formula = ""
    var inline = ""
    var hasValue = false
    var hasFormula = false
  }

  init(
    strings: [String], styles: SheetStyles, is1904: Bool, limits: SheetLimits, cellsLeft: Int, bytesLeft: Int
  ) {
    self.strings = strings
    self.styles = styles
    self.is1904 = is1904
    self.limits = limits
    self.cellsLeft = cellsLeft
    self.bytesLeft = bytesLeft
  }

  mutating func start(_ name: String, _ attributes: [String: String]) throws(ImportRefusal) {
    if name == "extLst" || name == "Fallback" { skipped += 1 }
    guard skipped == 0 else { return }
    switch name {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      guard row >= 1, row <= limits.rows else { throw .excessiveSheet(.rows, limit: limits.rows) }
      column = -1
      let isFlat = attributes["ht"].map { ["0", "0.0", "0.00"].contains($0) } ?? false
      isHiddenRow = Self.isOn(attributes["hidden"]) || isFlat
    case "c":
      cell = Open(kind: attributes["t"] ?? "n", style: attributes["s"].flatMap { Int($0) } ?? 0)
      if let place = attributes["r"].flatMap(SheetGrid.place) {
        column = place.column
        row = place.row
      } else {
        column += 1
      }
      guard row >= 1, row <= limits.rows else { throw .excessiveSheet(.rows, limit: limits.rows) }
      guard column < limits.columns else { throw .excessiveSheet(.columns, limit: limits.columns) }
    case "v":
      collecting = .value
      cell.hasValue = true
    case "f":
      collecting = .formula
      cell.hasFormula = true
    case "rPh": phonetic += 1
    case "t": collecting = phonetic == 0 ? .inline : .nothing
    case "col": addColumn(attributes)
    case "mergeCell": try addMerge(attributes["ref"] ?? "")
    default: break
    }
  }

  mutating func end(_ name: String) throws(ImportRefusal) {
    if skipped > 0 {
      if name == "extLst" || name == "Fallback" { skipped -= 1 }
      return
    }
    switch name {
    case "v", "f", "t": collecting = .nothing
    case "rPh": phonetic -= 1
    case "c": try finishCell()
    default: break
    }
  }

  mutating func text(_ piece: String) {
    guard skipped == 0 else { return }
    switch collecting {
    case .nothing: break
    case .value: cell.value += piece
    case .formula: if cell.formula.utf8.count < 1000 { cell.formula += piece }
    case .inline: cell.inline += piece
    }
  }

  static func isOn(_ value: String?) -> Bool { value == "1" || value == "true" }

  // MARK: - Columns and merges

  private mutating func addColumn(_ attributes: [String: String]) {
    let isHidden = Self.isOn(attributes["hidden"]) || attributes["width"].map { ["0", "0.0"].contains($0) } ?? false
    guard isHidden, let low = attributes["min"].flatMap({ Int($0) }), let high = attributes["max"].flatMap({ Int($0) }),
      low >= 1, low <= high, high <= limits.columns, hiddenColumns.count < limits.merges
    else { return }
    hiddenColumns.append((low - 1)...(high - 1))
  }

  private mutating func addMerge(_ reference: String) throws(ImportRefusal) {
    let corners = reference.split(separator: ":").compactMap { SheetGrid.place(String($0)) }
    guard let first = corners.first, let last = corners.last else { return }
    guard merges.count < limits.merges else { throw .excessiveSheet(.merges, limit: limits.merges) }
    merges.append(
      (
        min(first.row, last.row)...max(first.row, last.row),
        min(first.column, last.column)...max(first.column, last.column)
      ))
  }

  // MARK: - Cells

  private mutating func finishCell() throws(ImportRefusal) {
    guard var found = value(), !found.isBlank || found.problem != nil else { return }
    found.column = column
    let size = found.text.utf8.count
    guard size <= limits.text else { throw .excessiveSheet(.text, limit: limits.text) }
    bytesLeft -= size
    guard bytesLeft >= 0 else { throw .excessiveSheet(.text, limit: limits.allText) }
    cellsLeft -= 1
    guard cellsLeft >= 0 else { throw .excessiveSheet(.cells, limit: limits.cells) }
    rows[row, default: SheetGrid.Row(number: row)].cells.append(found)
    if isHiddenRow { rows[row]?.isHidden = true }
  }

  private mutating func value() -> SheetGrid.Cell? {
    func words(_ text: String, problem: String? = nil) -> SheetGrid.Cell {
      SheetGrid.Cell(column: 0, text: text, reading: problem == nil ? text : "", problem: problem)
    }
    if cell.hasFormula, !cell.hasValue || (cell.value.isEmpty && cell.kind != "str") {
      return words("=" + cell.formula, problem: "formula without a result")
    }
    switch cell.kind {
    case "s":
      guard cell.hasValue else { return nil }
      guard let index = Int(cell.value.trimmingSpaces()), strings.indices.contains(index) else {
        return words(cell.value, problem: "no such shared text")
      }
      return words(strings[index])
    case "inlineStr": return words(SheetText.decoded(cell.inline))
    case "str": return words(SheetText.decoded(cell.value))
    case "b": return words(cell.value.trimmingSpaces() == "1" ? "TRUE" : "FALSE")
    case "e": return words(cell.value, problem: "an error of the spreadsheet")
    case "d":
      var found = words(cell.value)
      found.date = DateReader.dates(in: String(cell.value.prefix(10))).first?.iso
      return found
    default: return cell.hasValue ? number(cell.value.trimmingSpaces()) : nil
    }
  }

  private mutating func number(_ text: String) -> SheetGrid.Cell? {
    guard !text.isEmpty else { return nil }
    guard let plain = SheetNumber.plain(text) else {
      return SheetGrid.Cell(column: 0, text: text, reading: "", problem: "not a number")
    }
    let format = styles.format(style: cell.style)
    let serial = Int(String(plain.prefix { $0 != "." }))
    if format.isDate, let serial, let date = SheetNumber.date(serial, is1904: is1904) {
      let shown = format.date(date)
      return SheetGrid.Cell(column: 0, text: shown.text, reading: shown.text, date: shown.iso, isNumber: true)
    }
    var reading = plain
    if let places = SheetNumberFormat.places(code: styles.code(style: cell.style)), plain.contains(".") {
      // 2022.10 is stored as 2022.1: its format tells the month.
      let shown = plain.drop { $0 != "." }.dropFirst().count
      if shown < places, places <= 4 { reading += String(repeating: "0", count: places - shown) }
    }
    let written = format.written(reading)
    return SheetGrid.Cell(
      column: 0, text: reading == plain && written == plain ? text : written, reading: written, isNumber: true,
      problem: format.isScaled ? "shown in another scale" : nil)
  }

  // MARK: - The grid

  /// The cells as a grid: merged cells cover their columns and are repeated in the rows below.
  func grid(named name: String, isHidden: Bool) throws(ImportRefusal) -> SheetGrid {
    var grid = SheetGrid(name: name, isWorksheet: true, isHidden: isHidden)
    var rows = rows
    var left = limits.cells
    let numbers = rows.keys.sorted()
    for merge in merges {
      guard let top = rows[merge.rows.lowerBound],
        let place = top.cells.firstIndex(where: { $0.column == merge.columns.lowerBound })
      else { continue }
      var cell = top.cells[place]
      cell.span = merge.columns.count
      rows[merge.rows.lowerBound]?.cells[place] = cell
      cell.continuesAbove = true
      // A row without words of its own is no row, so that a range to the end of the sheet costs nothing.
      let first = numbers.partitioningIndex { $0 > merge.rows.lowerBound }
      for number in numbers[first...] {
        guard number <= merge.rows.upperBound else { break }
        left -= 1
        guard left >= 0 else { throw .excessiveSheet(.cells, limit: limits.cells) }
        rows[number]?.cells.append(cell)
      }
    }
    grid.rows = numbers.compactMap { rows[$0] }
    for index in grid.rows.indices { grid.rows[index].cells.sort { $0.column < $1.column } }
    grid.hiddenColumns = hiddenColumns
    return grid
  }
}

extension Array where Element == Int {
  /// The first index whose element fulfils `test`, in a list in which all from there on do.
  fileprivate func partitioningIndex(_ test: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
