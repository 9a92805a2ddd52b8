/// A table as it lies on paper, out of a workbook or a Word document: only cells with words are kept.
struct SheetGrid: Sendable {
  /// One cell.
  struct Cell: Sendable {
    /// First column, from 0.
    var column: Int
    /// Columns covered.
    var span = 1
    /// The words, as they stand there.
    var text: String
    /// The words to read values from: a number without exponent, with what its format writes around it.
    var reading: String
    /// ISO date of a cell with a date format, as exact as the format shows it.
    var date: String?
    /// Whether the workbook holds it as a number.
    var isNumber = false
    /// Whether it is one with the cell above, whose words it repeats.
    var continuesAbove = false
    /// Why its value is not what it seems: an error, a formula without a result.
    var problem: String?

    /// Whether it has no words.
    var isBlank: Bool { text.allSatisfy(TextFolding.isIgnored) }
  }

  /// One row with words.
  struct Row: Sendable {
    /// From 1.
    var number: Int
    /// In the order of the columns.
    var cells: [Cell] = []
    var isHidden = false

    /// The cell that covers `column`.
    func cell(at column: Int) -> Cell? {
      cells.first { $0.column <= column && column < $0.column + $0.span }
    }

    /// The row's own words, those of merged cells only once.
    var text: String {
      cells.filter { !$0.continuesAbove && !$0.isBlank }.map(\.text).joined(separator: "  ")
    }
  }

  /// The sheet's name; for a Word document `table 1`.
  var name: String
  var isWorksheet = false
  var isHidden = false
  var rows: [Row] = []
  /// Columns (from 0) that are not shown.
  var hiddenColumns: [ClosedRange<Int>] = []
  /// Lines above and below the table.
  var before: [String] = []
  var after: [String] = []

  /// Where a row stands: `Sheet1!A4`, `table 1, row 3`.
  func place(of row: Row) -> String {
    guard isWorksheet else { return "\(name), row \(row.number)" }
    let column = row.cells.first { !$0.continuesAbove && !$0.isBlank }?.column ?? 0
    return "\(name)!\(Self.letters(column))\(row.number)"
  }

  /// `A` for 0, `AA` for 26.
  static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Row and column, from 1 and 0, of a reference such as `AB12` or `$A$1`; nil when it is none.
  static func place(_ reference: String) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in reference.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte - 0x40)
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte - 0x60)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - 0x30)
      default: return nil
      }
      guard row <= 1 << 30, column <= 1 << 20 else { return nil }
    }
    return row > 0 && column > 0 ? (row, column - 1) : nil
  }
}

/// How much of a workbook is read at most; each is a refusal by name.
struct SheetLimits: Sendable {
  /// Sheets.
  var sheets = 64
  /// The last row and column that a spreadsheet can have.
  var rows = 1_048_576
  var columns = 16_384
  /// Cells with words, over all sheets.
  var cells = 20_000
  /// Merged ranges of one sheet.
  var merges = 5_000
  /// Bytes of one cell's words.
  var text = 131_072
  /// Bytes of all words.
  var allText = 8 << 20
}
