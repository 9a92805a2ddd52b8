/// Reads the summary table (附件3) out of the tables or sheets of a document.
struct SummaryReader {
  private let scenarios: ScenarioReader
  private let grid: SheetGrid
  private let header: SummaryHeader
  private var reading = SummaryReading()
  private var lines = SummaryLines()
  private var unit = "万元"

  /// The table of `grids`; nil when none of them has the heading of 附件3.
  static func read(_ grids: [SheetGrid], vocabulary: FormVocabulary) -> SummaryReading? {
    var best: (index: Int, header: SummaryHeader, rank: (Int, Int, Int))?
    for (index, grid) in grids.enumerated() {
      guard let header = SummaryHeader.find(in: grid) else { continue }
      // A sheet that is shown, then the one with more of the headings, then the one with more rows.
      let rank = (grid.isHidden ? 0 : 1, header.score, grid.rows.count - header.rows.upperBound)
      if best.map({ $0.rank < rank }) ?? true { best = (index, header, rank) }
    }
    guard let best else { return nil }
    var grid = grids[best.index]
    var rest: [SheetGrid] = []
    for (index, other) in grids.enumerated() where index != best.index {
      // Word parts a long table in two.
      if index > best.index, rest.isEmpty, !other.isWorksheet, Self.continues(other, best.header) {
        Self.append(other, to: &grid)
      } else {
        rest.append(other)
      }
    }
    var reader = SummaryReader(scenarios: ScenarioReader(vocabulary), grid: grid, header: best.header)
    reader.run(others: rest)
    return reader.reading
  }

  private init(scenarios: ScenarioReader, grid: SheetGrid, header: SummaryHeader) {
    self.scenarios = scenarios
    self.grid = grid
    self.header = header
  }

  private static func continues(_ grid: SheetGrid, _ header: SummaryHeader) -> Bool {
    let widest = grid.rows.map { $0.cells.last.map { $0.column + $0.span } ?? 0 }.max() ?? 0
    let end = (header.columns.last?.range.upperBound ?? 0) + 1
    return widest == end && grid.before.allSatisfy { TextFolding.bareKey($0).count <= 40 }
  }

  private static func append(_ other: SheetGrid, to grid: inout SheetGrid) {
    let last = grid.rows.last?.number ?? 0
    for row in other.rows {
      var row = row
      row.number += last
      grid.rows.append(row)
    }
    grid.before += other.before
    grid.after = other.after
  }

  // MARK: - The whole table

  private mutating func run(others: [SheetGrid]) {
    for (index, line) in grid.before.enumerated() { readLine(line, place: "line \(index + 1)") }
    for row in grid.rows[..<header.rows.lowerBound] { readLine(row.text, place: grid.place(of: row)) }
    let above = grid.before + grid.rows[..<header.rows.lowerBound].map(\.text)
    unit = header.moneyUnit(lines: above)
    for row in grid.rows[header.rows.upperBound...] { read(row) }
    for (index, line) in grid.after.enumerated() { readLine(line, place: "line \(index + 1) below") }
    for other in others { readOther(other) }
    for range in grid.hiddenColumns.prefix(20) {
      let words = grid.rows.compactMap { $0.cell(at: range.lowerBound)?.text }
      if !words.isEmpty {
        leave(words.joined(separator: "  "), grid.name + "!" + SheetGrid.letters(range.lowerBound), "hidden column")
      }
    }
    if grid.isHidden {
      reading.unparsed.append(Application.Unparsed(path: "rows", text: grid.name, why: "hidden sheet"))
    }
    reading.title = lines.title
    reading.bureau = lines.bureau
    reading.date = lines.date
    reading.dateText = lines.dateText
  }

  /// A sheet or table that was not chosen. Word documents often set the line of the unit as a table of its own.
  private mutating func readOther(_ other: SheetGrid) {
    for line in other.before { readLine(line, place: other.name) }
    for row in other.rows where !row.text.isEmpty {
      if !other.isWorksheet, lines.read(row.text) { continue }
      leave(row.text, other.place(of: row), other.isHidden ? "hidden sheet" : "another table")
    }
    for line in other.after { readLine(line, place: other.name) }
  }

  private mutating func readLine(_ text: String, place: String) {
    guard !TextFolding.bareKey(String(text.prefix(600))).isEmpty else { return }
    if !lines.read(text) { leave(text, place, "a line outside the table") }
  }

  private mutating func leave(_ text: String, _ place: String, _ why: String) {
    reading.left.append(CountySummary.LeftOut(place: place, text: String(text.prefix(2000)), why: why))
  }

  // MARK: - One row

  private mutating func read(_ row: SheetGrid.Row) {
    let own = row.cells.filter { !$0.continuesAbove && !($0.isBlank && $0.problem == nil) && !isHidden($0) }
    guard let first = own.first else { return }
    let place = grid.place(of: row)
    if row.isHidden { return leave(row.text, place, "hidden row") }
    if header.isRepeated(row) { return leave(row.text, place, "repeated heading") }
    let words = TextFolding.bareKey(String(first.text.prefix(80)))
    let firstField = field(of: first)
    if ["合计", "小计", "总计", "共计", "累计"].contains(where: words.hasPrefix), words.count <= 24, firstField != .projectName {
      return leave(row.text, place, "total")
    }
    if own.count >= 4, own.enumerated().allSatisfy({ $0.offset + 1 == SummaryCells.seq($0.element.text) }) {
      return leave(row.text, place, "numbers of the columns")
    }
    if ["例", "示例", "样例", "填写示例", "举例", "范例"].contains(words) { return leave(row.text, place, "example") }
    if own.count == 1 {
      let isWide = first.span >= 3
      if firstField == .seq, !isWide, SummaryCells.seq(first.text) != nil {
        return leave(row.text, place, "only a number")
      }
      let named = firstField == .company || firstField == .projectName
      if isWide || !named || Self.isNote(first.text) {
        return lines.read(row.text) ? () : leave(row.text, place, Self.isNote(first.text) ? "note" : "single words")
      }
    }
    if own.count <= 3, first.span >= 2 || Self.isLabelled(row.text), lines.read(row.text) { return }
    if Self.isNote(first.text), own.count <= 2 { return leave(row.text, place, "note") }
    let hasName = [SummaryField.company, .projectName].contains { column in
      header.column(column).flatMap { row.cell(at: $0.range.lowerBound) }.map { !$0.isBlank } ?? false
    }
    guard hasName else { return leave(row.text, place, "neither company nor project") }
    take(row, place: place)
  }

  private func isHidden(_ cell: SheetGrid.Cell) -> Bool { grid.hiddenColumns.contains { $0.contains(cell.column) } }

  private func field(of cell: SheetGrid.Cell) -> SummaryField? {
    header.columns.first { $0.range.contains(cell.column) }?.field
  }

  private static func isNote(_ text: String) -> Bool {
    let key = TextFolding.key(String(text.prefix(60)))
    return ["注:", "备注:", "说明:", "注1", "注意:", "填表说明", "填报说明", "填写说明", "注.", "附:"].contains(where: key.hasPrefix)
  }

  private static func isLabelled(_ text: String) -> Bool {
    let key = TextFolding.bareKey(String(text.prefix(40)))
    return ["推荐单位", "填报单位", "报送单位", "主管部门", "填报日期", "日期", "填表人", "审核人", "单位负责人", "联系人"].contains(where: key.hasPrefix)
  }

  private mutating func take(_ row: SheetGrid.Row, place: String) {
    var result = SummaryReading.Row(place: place)
    let path = "rows.\(reading.rows.count)"
    var scopeText: String?
    var people: [String] = []
    for column in header.columns {
      let cells = row.cells.filter { cell in
        column.range.contains(cell.column)
          || (cell.column < column.range.lowerBound && column.range.lowerBound < cell.column + cell.span
            && cell.span > 1 && cell.continuesAbove)
      }
      let filled = cells.filter { !($0.isBlank && $0.problem == nil) && !isHidden($0) }
      guard let cell = filled.first else { continue }
      let text = filled.map(\.text).joined(separator: " ").trimmingSpaces()
      guard let field = column.field else {
        result.extra.append((column.label.trimmingSpaces(), text))
        continue
      }
      result.raw.append((field.rawValue, text))
      if cell.continuesAbove { result.continues.append(field.rawValue) }
      func gap(_ why: String) {
        reading.unparsed.append(Application.Unparsed(path: path + "." + field.rawValue, text: text, why: why))
      }
      if let problem = cell.problem, field != .investment {
        gap(problem)
        continue
      }
      switch field {
      case .seq:
        result.seq = SummaryCells.seq(cell.reading)
        if result.seq == nil { gap("not a number") }
      case .company: result.company = Self.name(text)
      case .projectName: result.projectName = Self.name(text)
      case .scopeAndSummary:
        result.scopeAndSummary = text
        scopeText = text
      case .scope: scopeText = text
      case .summary: result.scopeAndSummary = text
      case .investment:
        let (value, why) = SummaryCells.investment(cell, unit: unit)
        result.investment = value
        if let why { gap(why) }
      case .completed:
        if let date = cell.date {
          result.completed = date
        } else {
          let date = SummaryDate(cell.isNumber ? cell.reading : text, isNumber: cell.isNumber)
          result.completed = date.iso
          if let why = date.problem { gap(why) }
        }
      case .contactAndPhones, .contact, .phones: people.append(cell.isNumber ? cell.reading : text)
      case .remark: result.remark = text
      }
    }
    readPeople(people.joined(separator: "\n"), path, &result)
    readScope(scopeText, path, &result)
    if let scopeText, let summary = result.scopeAndSummary, scopeText != summary {
      result.scopeAndSummary = scopeText + "：" + summary
    } else if result.scopeAndSummary == nil {
      result.scopeAndSummary = scopeText
    }
    reportOutside(row, place)
    reading.rows.append(result)
  }

  /// Names as one line: a cell breaks them where it is narrow.
  private static func name(_ text: String) -> String? {
    var name = ""
    var previous: Character?
    for line in text.split(whereSeparator: \.isNewline) {
      let line = String(line).trimmingSpaces()
      guard let first = line.first else { continue }
      // A space is part of the name only between Latin words.
      if let previous, previous.isASCII, first.isASCII, previous.isLetter, first.isLetter { name += " " }
      name += line
      previous = line.last
    }
    return AmountReader.isNothing(name) ? nil : name
  }

  private mutating func readPeople(_ text: String, _ path: String, _ row: inout SummaryReading.Row) {
    guard !AmountReader.isNothing(text) else { return }
    let (name, phones) = SummaryCells.contact(text)
    row.contact = name
    row.phones = phones
    if name == nil, phones.isEmpty {
      reading.unparsed.append(
        Application.Unparsed(path: path + ".contact", text: text, why: "neither a name nor a telephone"))
    }
  }

  private mutating func readScope(_ text: String?, _ path: String, _ row: inout SummaryReading.Row) {
    guard let text, !AmountReader.isNothing(text) else { return }
    let isAlone = row.raw.contains { $0.field == SummaryField.scope.rawValue }
    let scope = isAlone ? scenarios.read(text) : SummaryCells.scope(text, scenarios)
    row.scenarios = scope.codes
    row.otherScenarios = scope.others
    if scope.codes.isEmpty {
      let why = scope.isUnmarked ? "nothing in the list is marked" : "no scenario of the call"
      reading.unparsed.append(
        Application.Unparsed(path: path + ".scenarios", text: String(text.prefix(120)), why: why))
    }
  }

  /// Words beside the table: outside every column that has a heading.
  private mutating func reportOutside(_ row: SheetGrid.Row, _ place: String) {
    for cell in row.cells where !cell.continuesAbove && !cell.isBlank && !isHidden(cell) {
      guard !header.columns.contains(where: { $0.range.contains(cell.column) }) else { continue }
      leave(cell.text, place, "outside the columns")
    }
  }
}
