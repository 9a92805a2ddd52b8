/// The heading of a summary table (附件3): which rows it takes and what each column holds.
struct SummaryHeader: Sendable {
  /// One column.
  struct Column: Sendable {
    /// Columns of the grid.
    var range: ClosedRange<Int>
    /// The heading's words.
    var label: String
    /// What it holds; nil for a column of the county's own.
    var field: SummaryField?
  }

  /// Indexes of the heading's rows in the grid.
  let rows: Range<Int>
  private(set) var columns: [Column]
  /// How much of the form's heading was found.
  let score: Int

  /// Fewer headings than this are no summary table.
  static let minimum = 4
  private static let searched = 60

  /// The heading of `grid`; nil when it has none.
  static func find(in grid: SheetGrid) -> SummaryHeader? {
    var best: (header: SummaryHeader, height: Int)?
    for start in grid.rows.indices.prefix(searched) {
      for height in 1...3 where start + height <= grid.rows.count {
        let rows = start..<start + height
        guard height == 1 || grid.rows[rows].allSatisfy(mayContinue), let header = SummaryHeader(grid, rows: rows)
        else { continue }
        // One row is enough unless more rows tell more; the first one counts, others are those of the next pages.
        if let best, (best.header.score, -best.height) >= (header.score, -height) { continue }
        best = (header, height)
      }
    }
    return best?.header.extended(in: grid)
  }

  private init?(_ grid: SheetGrid, rows: Range<Int>) {
    var edges: Set<Int> = []
    for row in grid.rows[rows] {
      for cell in row.cells.prefix(200) where !cell.isBlank {
        edges.insert(cell.column)
        edges.insert(cell.column + cell.span)
      }
    }
    let starts = edges.sorted()
    var columns: [Column] = []
    for (low, next) in zip(starts, starts.dropFirst()) where next > low {
      var words: [String] = []
      var widest = 0
      var isBroken = true
      for row in grid.rows[rows] {
        guard let cell = row.cell(at: low), !cell.isBlank, !cell.continuesAbove else { continue }
        words.append(cell.text)
        if cell.span < widest { isBroken = false }
        widest = max(widest, cell.span)
      }
      guard let last = words.last else { continue }
      let whole = words.joined(separator: "")
      let isHidden = grid.hiddenColumns.contains { $0.contains(low) }
      // Below a heading over several columns the lowest tells most; one above the other they are one heading, broken.
      let readings = isBroken ? [whole, last] : [last, whole]
      let field = isHidden ? nil : readings.lazy.compactMap { SummaryField(heading: $0) }.first
      columns.append(Column(range: low...(next - 1), label: whole, field: field))
    }
    Self.join(&columns)
    // A field stands in one column; others of the name are the county's own.
    var seen: Set<SummaryField> = []
    for index in columns.indices {
      guard let field = columns[index].field else { continue }
      if !seen.insert(field).inserted { columns[index].field = nil }
    }
    guard seen.contains(.company), seen.contains(.projectName), seen.count >= Self.minimum else { return nil }
    self.rows = rows
    self.columns = columns
    score = seen.count
  }

  /// 联系人及电话 over two columns is one heading.
  private static func join(_ columns: inout [Column]) {
    var joined: [Column] = []
    for column in columns {
      if let last = joined.last, last.range.upperBound + 1 == column.range.lowerBound, last.label == column.label,
        last.field == column.field
      {
        joined[joined.count - 1].range = last.range.lowerBound...column.range.upperBound
      } else {
        joined.append(column)
      }
    }
    columns = joined
  }

  /// Rows of a heading hold short words, no numbers.
  private static func mayContinue(_ row: SheetGrid.Row) -> Bool {
    row.cells.allSatisfy { cell in
      let key = TextFolding.bareKey(String(cell.text.prefix(64)))
      return cell.continuesAbove || cell.isBlank
        || (!cell.isNumber && key.count <= 24 && !key.allSatisfy(\.isNumber) && key.contains { !$0.isNumber })
    }
  }

  /// With the rows below that hold only headings or units: 联系人｜电话, (万元).
  private func extended(in grid: SheetGrid) -> SummaryHeader {
    var end = rows.upperBound
    while end < min(grid.rows.count, rows.lowerBound + 3) {
      let own = grid.rows[end].cells.filter { !$0.continuesAbove && !$0.isBlank }
      let isHeading = own.allSatisfy { cell in
        let key = TextFolding.bareKey(String(cell.text.prefix(64)))
        return SummaryField(heading: cell.text) != nil || Self.fragments.contains(key)
      }
      guard isHeading, !own.isEmpty else { break }
      end += 1
    }
    guard end > rows.upperBound, let longer = SummaryHeader(grid, rows: rows.lowerBound..<end) else { return self }
    return longer.score >= score ? longer : self
  }

  /// Ends of headings that are broken over two rows without merging, and units.
  private static let fragments: Set<String> = [
    "名称", "全称", "时间", "日期", "年月", "年月日", "及电话", "电话", "及联系电话", "及联系方式", "人及电话", "及内容简述", "及项目内容简述", "项目内容简述",
    "内容简述", "简述", "支持范围", "支持范围及", "范围", "范围及", "规模", "金额", "万元", "元", "亿元", "单位万元", "号", "注", "盖章",
  ]

  /// The column of a field.
  func column(_ field: SummaryField) -> Column? { columns.first { $0.field == field } }

  /// Whether a row repeats the heading, as on the next page.
  func isRepeated(_ row: SheetGrid.Row) -> Bool {
    let own = row.cells.filter { !$0.isBlank }
    let same = columns.count { column in
      guard let cell = row.cell(at: column.range.lowerBound), !cell.isBlank else { return false }
      return column.field != nil && SummaryField(heading: cell.text) == column.field && !cell.isNumber
    }
    return same >= 3 && same * 2 > own.count
  }

  /// The unit of money that the heading or a line above the table names; 万元 on the form.
  func moneyUnit(lines: [String]) -> String {
    let heading = TextFolding.key(column(.investment)?.label ?? "")
    for unit in ["亿元", "万元", "千元"] where heading.contains(unit) { return unit }
    if heading.contains("(元)") || heading.hasSuffix("元") { return "元" }
    for line in lines {
      let key = TextFolding.key(String(line.prefix(200)))
      for word in ["单位:亿元", "金额单位:亿元"] where key.contains(word) { return "亿元" }
      for word in ["单位:元", "金额单位:元"] where key.contains(word) && !key.contains(word + "人") { return "元" }
    }
    return "万元"
  }
}
