/// A report in words, as it is written: one sheet of a workbook, one block of a CSV file.
public struct ReportSheet: Equatable, Sendable {
  /// A value of a row.
  public enum Value: Equatable, Sendable {
    case blank
    case text(String)
    case number(JSONNumber)

    /// The text of it; blank is empty.
    public var text: String {
      switch self {
      case .blank: ""
      case .text(let text): text
      case .number(let number): number.text
      }
    }
  }

  /// A column.
  public struct Column: Equatable, Sendable {
    /// The heading.
    public var title: String
    /// How its values are written.
    public let style: ReportColumn.Style

    /// A column.
    public init(title: String, style: ReportColumn.Style) {
      (self.title, self.style) = (title, style)
    }
  }

  /// Name of the sheet.
  public var name: String
  /// Title above the table.
  public var title: String
  /// Lines between title and table.
  public var lines: [String]
  /// The columns.
  public var columns: [Column]
  /// The rows, as many values as columns.
  public var rows: [[Value]]
  /// Lines below the table: remarks, then where people sign.
  public var below: [String]
  /// The foot of every page, before the page number.
  public var footer: String
  /// A picture of the rows and the name of its sheet.
  public var chart: ReportChart?
  /// Name of the sheet with the picture.
  public var chartName: String

  /// A sheet.
  public init(
    name: String, title: String, lines: [String], columns: [Column], rows: [[Value]], below: [String], footer: String,
    chart: ReportChart? = nil, chartName: String = ""
  ) {
    (self.name, self.title, self.lines, self.columns, self.rows) = (name, title, lines, columns, rows)
    (self.below, self.footer, self.chart, self.chartName) = (below, footer, chart, chartName)
  }

  /// Text that a spreadsheet may hold: line ends stay, everything invisible or dangerous is shown as `display` does.
  public static func safe(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { display(String($0)) }.joined(separator: "\n")
  }

  /// The longest text of a cell, in UTF-16 units: what Excel takes.
  public static let longestText = 32_767
}

/// A whole file of reports.
public struct ReportDocument: Equatable, Sendable {
  /// The sheets.
  public var sheets: [ReportSheet]
  /// The title in the file's properties.
  public var title: String
  /// When it was made, seconds since 1970.
  public let createdAt: Int
  /// How many rows the report has, without those of tables that only count them.
  public let rows: Int

  /// A document.
  ///
  /// - Parameter generatedAt: ISO 8601 with zone.
  public init(sheets: [ReportSheet], title: String, generatedAt: String, rows: Int) {
    (self.sheets, self.title, self.rows) = (sheets, title, rows)
    createdAt = PointInTime(generatedAt)?.seconds ?? 0
  }
}
