/// What the table of the form (一、申报表) holds, label by label.
struct FormTable {
  /// The words and blocks found beside one label.
  struct Value {
    var text: String
    var tables: [DocxTable] = []
    /// What the label says in brackets, such as 万元.
    var unit: String?
    /// The text run by run, with its emphasis.
    var runs: [(text: String, emphasis: TextEmphasis)] = []
  }

  private(set) var values: [FormField: Value] = [:]
  /// Finance cells by year and field.
  private(set) var finance: [Int: [FormField: Value]] = [:]
  /// The years in the order of the form.
  private(set) var years: [Int] = []
  /// Rows that the applicant added.
  private(set) var extra: [(label: String, text: String)] = []
  /// How many labels were recognised.
  private(set) var labels = 0

  private var isInOperator = false
  private var yearColumns: [(column: Int, year: Int)] = []
  private var financeColumns: [(column: Int, field: FormField)] = []
  /// Labels of cells that are merged downwards, by column.
  private var mergedLabels: [Int: FormField] = [:]

  /// Adds the rows of a table.
  mutating func read(_ table: DocxTable) {
    mergedLabels = [:]
    financeColumns = []
    for row in table.rows { read(row) }
  }

  /// How many labels of the form a table has; two or three also stand in other tables.
  static func labelCount(in table: DocxTable) -> Int {
    var count = 0
    for row in table.rows {
      for cell in row.cells where !cell.continuesAbove {
        if let field = FormTemplate.field(of: cell.text), field != .group { count += 1 }
      }
    }
    return count
  }

  // MARK: - Rows

  private struct LabelledCell {
    let cell: DocxCell
    let label: FormField?
    var text: String { cell.text }
    var isEmpty: Bool { cell.text.allSatisfy(TextFolding.isIgnored) && cell.tables.isEmpty }
  }

  private mutating func read(_ row: DocxRow) {
    var cells: [LabelledCell] = []
    var continued: FormField?
    for cell in row.cells {
      if cell.continuesAbove {
        if let label = mergedLabels[cell.column] { continued = label }
        continue
      }
      let label = FormTemplate.field(of: cell.text)
      mergedLabels[cell.column] = label
      cells.append(LabelledCell(cell: cell, label: label))
    }
    if readYears(cells) || readFinanceByYear(cells) { return }
    readPairs(cells, continued: continued)
  }

  /// The row 年度 with its years.
  private mutating func readYears(_ cells: [LabelledCell]) -> Bool {
    let found = cells.compactMap { cell in Self.year(cell.text).map { (column: cell.cell.column, year: $0) } }
    if found.count >= 2 {
      yearColumns = found
      years = found.map(\.year)
      labels += 1
      return true
    }
    // Years down the side: the row of labels comes first.
    let fields = cells.compactMap { cell in
      cell.label.flatMap { $0.isFinance ? (column: cell.cell.column, field: $0) : nil }
    }
    if fields.count >= 2, cells.contains(where: { $0.label == .year }) || cells.count == fields.count + 1 {
      financeColumns = fields
      labels += fields.count
      return true
    }
    return false
  }

  private mutating func readFinanceByYear(_ cells: [LabelledCell]) -> Bool {
    guard !financeColumns.isEmpty, let index = cells.firstIndex(where: { Self.year($0.text) != nil }),
      let year = Self.year(cells[index].text)
    else { return false }
    let values = cells[(index + 1)...]
    guard values.count == financeColumns.count else { return false }
    if !years.contains(year) { years.append(year) }
    for (cell, column) in zip(values, financeColumns) {
      finance[year, default: [:]][column.field] = Value(text: cell.text)
    }
    return true
  }

  private static func year(_ text: String) -> Int? {
    let key = TextFolding.bareKey(String(text.prefix(20)))
    let digits = key.hasSuffix("年度") ? key.dropLast(2) : key.hasSuffix("年") ? key.dropLast() : Substring(key)
    guard digits.count == 4, let year = Int(digits), (1990...2100).contains(year) else { return nil }
    return year
  }

  private mutating func readPairs(_ cells: [LabelledCell], continued: FormField?) {
    if continued == .operators { isInOperator = true }
    var index = 0
    var unknown: [LabelledCell] = []
    var sawLabel = false
    while index < cells.count {
      guard let label = resolved(cells[index]) else {
        if let (label, rest) = Self.inlineLabel(cells[index].text) {
          sawLabel = true
          store(Value(text: rest, tables: cells[index].cell.tables), for: resolve(label))
        } else {
          unknown.append(cells[index])
        }
        index += 1
        continue
      }
      sawLabel = true
      labels += 1
      var values: [LabelledCell] = []
      index += 1
      // A label that follows at once makes this one a heading over it.
      while index < cells.count, resolved(cells[index]) == nil || (values.isEmpty && takesAnything(label, cells, index))
      {
        values.append(cells[index])
        index += 1
      }
      if label.isFinance, !yearColumns.isEmpty {
        storeFinance(values, for: label, heading: cells[index - values.count - 1])
      } else if !values.isEmpty {
        let heading = cells[index - values.count - 1].text
        storeRun(values, for: label, unit: Self.unit(in: heading))
      }
    }
    if !sawLabel || unknown.count >= 2 { storeUnknown(unknown, continued: sawLabel ? nil : continued) }
  }

  /// A known label, seen from where it stands.
  private mutating func resolved(_ cell: LabelledCell) -> FormField? {
    guard let label = cell.label, label != .year else { return nil }
    return resolve(label)
  }

  private mutating func resolve(_ label: FormField) -> FormField {
    if label == .operators { isInOperator = true }
    let inOperator = isInOperator ? FormTemplate.ofOperator(label) : label
    if !inOperator.isOfOperator, label != .group { isInOperator = false }
    return inOperator
  }

  /// Whether what follows a label is its value although it reads like a label: 法人 beside 单位名称 never is.
  private func takesAnything(_ label: FormField, _ cells: [LabelledCell], _ index: Int) -> Bool {
    guard index == cells.count - 1, label != .operators, label != .group else { return false }
    // The last cell of a row with a label just before it.
    return index > 0 && cells[index].text.count > 12
  }

  private mutating func storeRun(_ values: [LabelledCell], for label: FormField, unit: String?) {
    guard label != .group else {
      storeUnknown(values, continued: nil)
      return
    }
    // [label][value][unknown label][value]: a pair that the applicant put beside.
    if values.count == 3, Self.isShortLabel(values[1].text), !values[0].isEmpty {
      store(Value(text: values[0].text, tables: values[0].cell.tables, unit: unit), for: label)
      extra.append((Self.line(values[1].text), values[2].text))
      return
    }
    let filled = values.filter { !$0.isEmpty }
    let text = filled.map(\.text).joined(separator: "\n")
    var runs: [(text: String, emphasis: TextEmphasis)] = []
    if label == .scenarios {
      for paragraph in filled.flatMap(\.cell.blocks.paragraphs) { runs += paragraph.runs + [("\n", [])] }
    }
    store(Value(text: text, tables: filled.flatMap(\.cell.tables), unit: unit, runs: runs), for: label)
  }

  private mutating func storeFinance(_ values: [LabelledCell], for label: FormField, heading: LabelledCell) {
    let unit = Self.unit(in: heading.text)
    for (index, value) in values.enumerated() {
      let year: Int? =
        if values.count == yearColumns.count {
          yearColumns[index].year
        } else {
          yearColumns.first {
            $0.column >= value.cell.column && $0.column < value.cell.column + value.cell.span
          }?.year
        }
      guard let year else { continue }
      finance[year, default: [:]][label] = Value(text: value.text, unit: unit)
    }
  }

  private mutating func store(_ value: Value, for field: FormField) {
    guard field != .group else { return }
    guard let held = values[field], !held.text.allSatisfy(TextFolding.isIgnored) || !held.tables.isEmpty else {
      values[field] = value
      return
    }
    guard !value.text.allSatisfy(TextFolding.isIgnored) || !value.tables.isEmpty else { return }
    // 联系电话 and 手机 in two cells, or a cell that goes on below.
    values[field] = Value(
      text: held.text + "\n" + value.text, tables: held.tables + value.tables, unit: held.unit ?? value.unit,
      runs: held.runs + value.runs)
  }

  private mutating func storeUnknown(_ cells: [LabelledCell], continued: FormField?) {
    let filled = cells.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return }
    if let continued, continued != .group, continued != .operators {
      store(
        Value(text: filled.map(\.text).joined(separator: "\n"), tables: filled.flatMap(\.cell.tables)), for: continued)
      return
    }
    if filled.count == 1 {
      if let (label, text) = Self.split(filled[0].text) {
        extra.append((label, text))
      } else if !Self.isShortLabel(filled[0].text) {
        extra.append(("", filled[0].text))
      }
      return
    }
    var index = 0
    while index + 1 < filled.count {
      if Self.isShortLabel(filled[index].text) {
        extra.append((Self.line(filled[index].text), filled[index + 1].text))
        index += 2
      } else {
        extra.append(("", filled[index].text))
        index += 1
      }
    }
    if index < filled.count, filled.count % 2 == 1, filled.count > 2 { extra.append(("", filled[index].text)) }
  }

  // MARK: - Words

  private static func isShortLabel(_ text: String) -> Bool {
    let line = line(text)
    return (2...20).contains(line.count) && !line.contains(where: { "。；，".contains($0) })
      && !line.allSatisfy { $0.isNumber || $0.isPunctuation || $0 == "%" }
  }

  private static func line(_ text: String) -> String {
    String(text.filter { !$0.isNewline && !$0.isWhitespace }).trimmingColon()
  }

  /// 单位名称：某公司 in one cell.
  static func inlineLabel(_ text: String) -> (FormField, String)? {
    guard let (label, rest) = split(text), let field = FormTemplate.field(of: label), field != .group else {
      return nil
    }
    return (field, rest)
  }

  private static func split(_ text: String) -> (String, String)? {
    guard let colon = text.prefix(40).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    let label = String(text[..<colon])
    guard !label.allSatisfy(TextFolding.isIgnored) else { return nil }
    return (line(label), String(text[text.index(after: colon)...]))
  }

  /// 万元 of 业务收入（万元）.
  private static func unit(in label: String) -> String? {
    let key = TextFolding.key(label)
    return ["万元", "亿元", "千元", "百万元", "元"].first {
      key.contains("(" + $0) || key.contains(":" + $0) || key.hasSuffix($0 + ")")
    }
  }
}

extension String {
  /// Without colons at the end.
  func trimmingColon() -> String {
    var text = Substring(self)
    while let last = text.last, last == "：" || last == ":" { text = text.dropLast() }
    return String(text)
  }
}
