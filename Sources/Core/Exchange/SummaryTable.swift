/// Finds the summary table (附件3) in a document that an office sent.
enum SummaryTable {
  /// Whether one table of a Word document has the headings of 附件3.
  static func isSummary(_ document: DocxDocument) -> Bool {
    grids(document).contains { SummaryHeader.find(in: $0) != nil }
  }

  /// Whether a workbook holds the headings of 附件3.
  static func isSummary(workbook bytes: [UInt8]) throws(ImportRefusal) -> Bool {
    try XlsxWorkbook.read(bytes).contains { SummaryHeader.find(in: $0) != nil }
  }

  /// The summary table of a `.xlsx` or `.docx` file.
  static func read(_ bytes: [UInt8], vocabulary: FormVocabulary) throws(ImportRefusal) -> SummaryReading {
    let kind = DocxPackage.kind(of: try ArchiveReader(bytes).names)
    guard kind != .workbook else { return try reading(try XlsxWorkbook.read(bytes), vocabulary) }
    return try reading(grids(DocxReader.read(try DocxPackage(bytes))), vocabulary)
  }

  /// A Word document has the limits of a workbook.
  private static func reading(
    _ grids: [SheetGrid], _ vocabulary: FormVocabulary
  ) throws(ImportRefusal) -> SummaryReading {
    let limit = SheetLimits().cells
    let cells = grids.reduce(0) { count, grid in
      count + grid.rows.reduce(0) { $0 + $1.cells.count { !$0.isBlank && !$0.continuesAbove } }
    }
    guard cells <= limit else { throw .excessiveSheet(.cells, limit: limit) }
    guard let reading = SummaryReader.read(grids, vocabulary: vocabulary) else { throw .wrongKind(.workbook) }
    return reading
  }

  /// The tables of a Word document with the lines between them.
  static func grids(_ document: DocxDocument) -> [SheetGrid] {
    var grids: [SheetGrid] = []
    var lines: [String] = []
    for block in document.blocks {
      switch block {
      case .paragraph:
        for line in [block].plainText.split(whereSeparator: \.isNewline) { lines.append(String(line)) }
        for table in [block].tables { grids.append(grid(table, number: grids.count + 1)) }
      case .table(let table):
        var grid = grid(table, number: grids.count + 1)
        grid.before = lines
        lines = []
        grids.append(grid)
      }
    }
    if !grids.isEmpty { grids[grids.count - 1].after = lines }
    return grids
  }

  private static func grid(_ table: DocxTable, number: Int) -> SheetGrid {
    var grid = SheetGrid(name: "table \(number)")
    var above: [Int: String] = [:]
    for (index, row) in table.rows.enumerated() {
      var result = SheetGrid.Row(number: index + 1)
      for cell in row.cells {
        let own = words(cell)
        let text = cell.continuesAbove ? above[cell.column] ?? own : own
        above[cell.column] = text
        result.cells.append(
          SheetGrid.Cell(
            column: cell.column, span: max(1, cell.span), text: text, reading: text, continuesAbove: cell.continuesAbove
          ))
      }
      grid.rows.append(result)
    }
    return grid
  }

  /// A cell's words, with those of tables inside it.
  private static func words(_ cell: DocxCell) -> String {
    var text = cell.text
    for table in cell.tables {
      for row in table.rows { text += "\n" + row.cells.map(\.text).joined(separator: " ") }
    }
    return text
  }
}
