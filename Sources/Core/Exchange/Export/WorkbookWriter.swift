import CXlsxWriter

/// Puts the sheets of a document into a workbook of the library.
struct WorkbookWriter {
  private typealias Format = UnsafeMutablePointer<lxw_format>
  private typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var names = SheetNames()
  private var formats: [String: Format] = [:]
  private var failure: Int?

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  /// Writes everything; the library's number of the first failure, nil for none.
  mutating func write(_ document: ReportDocument) -> Int? {
    setProperties(document)
    var charts: [(sheet: ReportSheet, name: String, heading: Int)] = []
    for sheet in document.sheets {
      let name = names.name(sheet.name)
      guard let page = workbook_add_worksheet(workbook, name) else {
        return Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
      }
      let heading = write(sheet, to: page)
      if sheet.chart != nil, !sheet.rows.isEmpty { charts.append((sheet, name, heading)) }
    }
    for chart in charts { add(chart.sheet, of: chart.name, heading: chart.heading) }
    return failure
  }

  private func setProperties(_ document: ReportDocument) {
    document.title.withMutableCString { title in
      var properties = lxw_doc_properties()
      properties.title = title
      properties.created = time_t(document.createdAt)
      workbook_set_properties(workbook, &properties)
    }
  }

  // MARK: - One sheet

  /// Writes one sheet; the row of its heading.
  private mutating func write(_ sheet: ReportSheet, to page: Sheet) -> Int {
    let last = max(sheet.columns.count - 1, 0)
    let width = sheet.columns.reduce(0) { $0 + $1.style.width * 2 + 1 }
    for (column, own) in sheet.columns.enumerated() {
      let size = Double(max(own.style.width * 2, min(own.title.count * 2, 12)) + 1)
      note(worksheet_set_column(page, UInt16(column), UInt16(column), size, nil))
    }
    var row = 0
    across(
      sheet.title, page, &row, last, width,
      format("title") { format in
        format_set_bold(format)
        format_set_font_size(format, 16)
        format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      })
    for line in sheet.lines { across(line, page, &row, last, width, plain()) }
    let heading = row
    for (column, own) in sheet.columns.enumerated() { put(own.title, page, row, column, headingFormat()) }
    row += 1
    for values in sheet.rows {
      for (column, value) in values.enumerated() where column < sheet.columns.count {
        put(value, sheet.columns[column].style, page, row, column)
      }
      setHeight(of: values, sheet.columns, page, row)
      row += 1
    }
    if !sheet.columns.isEmpty {
      note(worksheet_autofilter(page, UInt32(heading), 0, UInt32(max(row - 1, heading)), UInt16(last)))
      worksheet_freeze_panes(page, UInt32(heading + 1), 0)
      note(worksheet_repeat_rows(page, UInt32(heading), UInt32(heading)))
    }
    for line in sheet.below { across(line, page, &row, last, width, plain()) }
    setPage(sheet, page, isWide: width > 96)
    return heading
  }

  private mutating func setPage(_ sheet: ReportSheet, _ page: Sheet, isWide: Bool) {
    worksheet_set_paper(page, 9)
    if isWide { worksheet_set_landscape(page) } else { worksheet_set_portrait(page) }
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_set_margins(page, 0.5, 0.5, 0.6, 0.6)
    worksheet_center_horizontally(page)
    // An ampersand starts a code in a footer; the library takes at most 255 characters.
    let foot = String(sheet.footer.replacing("&", with: "&&").prefix(180))
    note(worksheet_set_footer(page, "&L&9" + foot + "&R&9&P / &N"))
  }

  /// A line over all columns, as high as its text needs.
  private mutating func across(
    _ text: String, _ page: Sheet, _ row: inout Int, _ last: Int, _ width: Int, _ format: Format?
  ) {
    let lines = Self.lines(of: text, width: max(width, 20))
    if lines > 1 { note(worksheet_set_row(page, UInt32(row), min(Double(lines) * 15, 400), nil)) }
    let safe = ReportWorkbook.cellText(text)
    if last > 0 {
      // The cell is written by itself: a merge takes any text, but only strings are strings.
      note(worksheet_merge_range(page, UInt32(row), 0, UInt32(row), UInt16(last), "", format))
    }
    if !text.isEmpty { note(worksheet_write_string(page, UInt32(row), 0, safe, format)) }
    row += 1
  }

  /// A row as high as its longest text needs: not every program makes it so by itself.
  private mutating func setHeight(
    of values: [ReportSheet.Value], _ columns: [ReportSheet.Column], _ page: Sheet, _ row: Int
  ) {
    let lines =
      zip(values, columns).map { value, column in
        if case .text(let text) = value { Self.lines(of: text, width: column.style.width * 2) } else { 1 }
      }.max() ?? 1
    if lines > 1 { note(worksheet_set_row(page, UInt32(row), min(Double(lines) * 13.5 + 2, 409), nil)) }
  }

  /// How many lines `text` takes in so many columns of half width.
  private static func lines(of text: String, width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
      let columns = line.unicodeScalars.reduce(0) { $0 + ScalarKind(of: $1).columns }
      return sum + max(1, (columns + width - 1) / width)
    }
  }

  private mutating func put(_ text: String, _ page: Sheet, _ row: Int, _ column: Int, _ format: Format?) {
    note(worksheet_write_string(page, UInt32(row), UInt16(column), ReportWorkbook.cellText(text), format))
  }

  private mutating func put(
    _ value: ReportSheet.Value, _ style: ReportColumn.Style, _ page: Sheet, _ row: Int, _ column: Int
  ) {
    switch value {
    case .blank: note(worksheet_write_blank(page, UInt32(row), UInt16(column), cellFormat(style, isNumber: false)))
    case .text(let text): put(text, page, row, column, cellFormat(style, isNumber: false))
    case .number(let number):
      // A spreadsheet keeps 15 digits: what has more stays as it is written.
      if number.text.utf8.count(where: { (0x30...0x39).contains($0) }) > 15 {
        put(number.text, page, row, column, cellFormat(style, isNumber: false))
      } else {
        note(
          worksheet_write_number(
            page, UInt32(row), UInt16(column), number.double, cellFormat(style, isNumber: true)))
      }
    }
  }

  // MARK: - Formats

  private mutating func format(_ key: String, _ set: (Format) -> Void) -> Format? {
    if let format = formats[key] { return format }
    guard let format = workbook_add_format(workbook) else {
      failure = failure ?? Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
      return nil
    }
    format_set_font_name(format, "宋体")
    format_set_font_size(format, 10)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_text_wrap(format)
    set(format)
    formats[key] = format
    return format
  }

  private mutating func plain() -> Format? { format("plain") { _ in } }

  private mutating func headingFormat() -> Format? {
    format("heading") { format in
      format_set_bold(format)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_bg_color(format, 0xE7EEF7)
    }
  }

  private mutating func cellFormat(_ style: ReportColumn.Style, isNumber: Bool) -> Format? {
    let pattern: String
    switch style {
    case _ where !isNumber: pattern = "@"
    case .money: pattern = "#,##0.00"
    case .decimal(let places): pattern = "0." + String(repeating: "0", count: max(1, places))
    case .count: pattern = "0"
    case .number, .text, .long, .date, .moment: pattern = "General"
    }
    return format("cell \(pattern)") { format in
      format_set_num_format(format, pattern)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      if isNumber { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    }
  }

  // MARK: - Pictures

  private mutating func add(_ sheet: ReportSheet, of name: String, heading: Int) {
    guard let chart = sheet.chart, let page = workbook_add_chartsheet(workbook, names.name(sheet.chartName)) else {
      return
    }
    let type =
      switch chart.form {
      case .columns: LXW_CHART_COLUMN
      case .stacked: LXW_CHART_COLUMN_STACKED
      case .lines: LXW_CHART_LINE
      }
    guard let picture = workbook_add_chart(workbook, UInt8(type.rawValue)) else { return }
    let first = UInt32(heading + 1)
    let last = UInt32(heading + sheet.rows.count)
    for column in chart.series {
      guard let series = chart_add_series(picture, nil, nil) else { continue }
      chart_series_set_categories(
        series, name, first, UInt16(chart.categories), last, UInt16(chart.categories))
      chart_series_set_values(series, name, first, UInt16(column), last, UInt16(column))
      chart_series_set_name_range(series, name, UInt32(heading), UInt16(column))
    }
    chart_title_set_name(picture, sheet.title)
    if chart.series.count == 1 { chart_legend_set_position(picture, UInt8(LXW_CHART_LEGEND_NONE.rawValue)) }
    chartsheet_set_landscape(page)
    chartsheet_set_paper(page, 9)
    note(chartsheet_set_chart(page, picture))
  }

  private mutating func note(_ answer: lxw_error) {
    if answer != LXW_NO_ERROR, failure == nil { failure = Int(answer.rawValue) }
  }
}

extension String {
  /// The text as a C string that a library's structure may point to while `body` runs.
  fileprivate func withMutableCString(_ body: (UnsafeMutablePointer<CChar>) -> Void) {
    var bytes = utf8CString.map { $0 }
    bytes.withUnsafeMutableBufferPointer { buffer in
      if let address = buffer.baseAddress { body(address) }
    }
  }
}
