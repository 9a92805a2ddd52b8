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

    var isEmpty: Bool { text.allSatisfy(TextFolding.isIgnored) && tables.isEmpty }
  }

  private(set) var values: [FormField: Value] = [:]
  /// The partner operators, usually one.
  private(set) var operators: [[FormField: Value]] = []
  var finance = FormFinance()
  /// Rows that the applicant added.
  private(set) var extra: [(label: String, text: String)] = []
  /// How many labels were recognised.
  var labels = 0

  private var isInOperator = false
  /// Labels of cells that are merged downwards, by column.
  private var mergedLabels: [Int: FormField] = [:]
  /// Labels of the row above, when it had nothing but labels: their values stand below.
  private var pending: [(columns: Range<Int>, label: FormField, heading: String)] = []

  /// Rows of one table that are looked at; the form has about forty.
  static let mostRows = 2000

  /// Adds the rows of a table.
  mutating func read(_ table: DocxTable) {
    mergedLabels = [:]
    finance.beginTable()
    for row in table.rows.prefix(Self.mostRows) { read(row) }
  }

  /// How many labels of the form a table has; two or three also stand in other tables.
  static func labelCount(in table: DocxTable) -> Int { labels(in: table).count }

  /// Whether a table is (a part of) the form's own and not a cover: by many labels, or by some that no cover has.
  static func isForm(_ table: DocxTable) -> Bool {
    let found = labels(in: table)
    return found.count >= 5 || found.contains(where: notOnCovers.contains)
  }

  private static let notOnCovers: Set<FormField> = [
    .registeredOn, .registeredCapital, .legalRepresentative, .business, .debtRatio, .revenue, .scenarios, .period,
    .overview, .need5G, .effect5G, .metrics(.economic), .metrics(.social), .metrics(.outcome), .commitment,
  ]

  private static func labels(in table: DocxTable) -> [FormField] {
    var found: [FormField] = []
    for row in table.rows.prefix(mostRows) {
      for cell in row.cells where !cell.continuesAbove {
        let text = cell.text
        if let field = FormTemplate.field(of: text) {
          if field != .group { found.append(field) }
        } else {
          found += FormLines.segments(of: text).map(\.field)
        }
      }
    }
    return found
  }

  // MARK: - Rows

  struct LabelledCell {
    let cell: DocxCell
    let label: FormField?
    let text: String
    var columns: Range<Int> { cell.column..<cell.column + max(1, cell.span) }
    var isEmpty: Bool { text.allSatisfy(TextFolding.isIgnored) && cell.tables.isEmpty }
    var value: Value { Value(text: text, tables: cell.tables) }
  }

  private mutating func read(_ row: DocxRow) {
    var cells: [LabelledCell] = []
    var continued: FormField?
    for cell in row.cells {
      if cell.continuesAbove {
        if let label = mergedLabels[cell.column] { continued = label }
        continue
      }
      let text = cell.text
      let label = FormTemplate.field(of: text)
      mergedLabels[cell.column] = label
      cells.append(LabelledCell(cell: cell, label: label, text: text))
    }
    finance.readUnit(cells)
    if let found = finance.readHead(cells) ?? finance.readYearRow(cells) {
      labels += found
      pending = []
      return
    }
    if takePending(cells) || takeContinued(cells, continued) { return }
    readPairs(cells, continued: continued)
  }

  /// The values of the labels in the row above.
  private mutating func takePending(_ cells: [LabelledCell]) -> Bool {
    let held = pending
    pending = []
    let rest = cells.filter { $0.label != .group }
    guard !held.isEmpty, !rest.isEmpty, rest.allSatisfy({ $0.label == nil }) else { return false }
    var taken = false
    for (columns, label, heading) in held {
      let below = rest.filter { columns.overlaps($0.columns) && columns.contains($0.columns.lowerBound) }
      // 手机：… below 联系电话 is its value; 单位名称：… begins something else.
      let begun = below.flatMap { FormLines.segments(of: $0.text) }
      guard !below.isEmpty, begun.allSatisfy({ resolve($0.field) == label || label.isProse }) else { continue }
      taken = true
      storeRun(below, for: label, unit: Self.unit(in: heading))
    }
    return taken
  }

  /// What stands beside a prose label that is merged downwards belongs to it, also 申报单位公章： in the cell below.
  private mutating func takeContinued(_ cells: [LabelledCell], _ continued: FormField?) -> Bool {
    guard let continued, continued.isProse, !cells.isEmpty, cells.allSatisfy({ $0.label == nil }) else { return false }
    storePlain(cells, for: continued, unit: nil)
    return true
  }

  private mutating func readPairs(_ cells: [LabelledCell], continued: FormField?) {
    if continued == .operators { isInOperator = true }
    var index = 0
    var unknown: [LabelledCell] = []
    var sawLabel = false
    var sawValue = false
    var alone: [(cell: LabelledCell, label: FormField)] = []
    while index < cells.count {
      guard let label = resolved(cells[index]) else {
        let segments = FormLines.segments(of: cells[index].text)
        if segments.isEmpty {
          unknown.append(cells[index])
        } else {
          sawLabel = true
          sawValue = true
          store(segments, of: cells[index])
        }
        index += 1
        continue
      }
      sawLabel = true
      labels += 1
      let heading = cells[index]
      var values: [LabelledCell] = []
      index += 1
      // A label that follows at once makes this one a heading over it.
      while index < cells.count,
        isValue(cells[index], of: label, isFirst: values.isEmpty, isLast: index == cells.count - 1)
      {
        values.append(cells[index])
        index += 1
      }
      if values.isEmpty {
        if label != .group { alone.append((heading, label)) }
        continue
      }
      sawValue = true
      if label.isFinance {
        if !finance.read(values, for: label, unit: Self.unit(in: heading.text)) {
          extra.append((Self.line(heading.text), values.map(\.text).joined(separator: "\n")))
        }
      } else {
        storeRun(values, for: label, unit: Self.unit(in: heading.text))
      }
    }
    if !sawValue, unknown.allSatisfy(\.isEmpty) {
      let isOnly = alone.count == 1 && cells.count == 1
      pending = alone.filter { $0.label != .operators || isOnly }.map { ($0.cell.columns, $0.label, $0.cell.text) }
    }
    if !sawLabel || unknown.count >= 2 { storeUnknown(unknown, continued: sawLabel ? nil : continued) }
  }

  /// A known label, seen from where it stands.
  private mutating func resolved(_ cell: LabelledCell) -> FormField? {
    guard let label = cell.label, label != .year else { return nil }
    return resolve(label)
  }

  private mutating func resolve(_ label: FormField) -> FormField {
    if label.isOfOperator { isInOperator = true }
    var meant = isInOperator ? FormTemplate.ofOperator(label) : label
    if label == .name, !isInOperator { meant = values[.companyName] == nil ? .companyName : .operatorName }
    if !meant.isOfOperator, label != .group { isInOperator = false }
    return meant
  }

  /// Whether a cell behind a label is its value: no label itself, or the last of the row and too long for one.
  private mutating func isValue(_ cell: LabelledCell, of label: FormField, isFirst: Bool, isLast: Bool) -> Bool {
    guard let other = cell.label, other != .year else {
      guard !isFirst, label != .operators, label != .group else { return true }
      // 联系人：甲 beside another value begins something new.
      return FormLines.segments(of: cell.text).isEmpty
    }
    return isFirst && isLast && label != .operators && label != .group && cell.text.count > 12
      && !cell.text.contains(where: { "（(".contains($0) })
  }

  // MARK: - Values

  private mutating func store(_ segments: [FormLines.Segment], of cell: LabelledCell) {
    // 申报单位公章：… 年 月 日 in a row of its own below the promise.
    if segments.contains(where: { $0.field == .applicant }), values[.commitment] != nil, cell.text.contains("日") {
      store(cell.value, for: .commitment)
      return
    }
    for (index, segment) in segments.enumerated() {
      labels += 1
      let label = resolve(segment.field)
      var value = Value(text: segment.text)
      if index == segments.count - 1 { value.tables = cell.cell.tables }
      if label.isFinance {
        let lines = LabelledCell(cell: cell.cell, label: nil, text: segment.text)
        if !finance.read([lines], for: label, unit: nil) { extra.append((cell.text, "")) }
      } else {
        if label == .scenarios { value.runs = Self.runs(of: cell.cell) }
        store(value, for: label)
      }
    }
  }

  private mutating func storeRun(_ values: [LabelledCell], for label: FormField, unit: String?) {
    if label == .group || label == .operators {
      var rest: [LabelledCell] = []
      for cell in values {
        let segments = FormLines.segments(of: cell.text)
        if segments.isEmpty { rest.append(cell) } else { store(segments, of: cell) }
      }
      if label == .group {
        storeUnknown(rest, continued: nil)
        return
      }
      guard !rest.isEmpty else { return }
      storePlain(rest, for: label, unit: unit)
      return
    }
    // [label][value][unknown label][value]: a pair that the applicant put beside.
    if values.count == 3, Self.isShortLabel(values[1].text), !values[0].isEmpty {
      store(Value(text: values[0].text, tables: values[0].cell.tables, unit: unit), for: label)
      extra.append((Self.line(values[1].text), values[2].text))
      return
    }
    storePlain(values, for: label, unit: unit)
  }

  private mutating func storePlain(_ values: [LabelledCell], for label: FormField, unit: String?) {
    let filled = values.filter { !$0.isEmpty }
    var text = filled.map(\.text).joined(separator: "\n")
    // A value that says its label again.
    if !label.isProse, let first = FormLines.segments(of: text).first, isInOperator || first.field == label,
      resolve(first.field) == label
    {
      let segments = FormLines.segments(of: text)
      text = segments[0].text
      for segment in segments.dropFirst() { store(Value(text: segment.text), for: resolve(segment.field)) }
    }
    var value = Value(text: text, tables: filled.flatMap(\.cell.tables), unit: unit)
    if label == .scenarios {
      // A list to tick may be laid out as a table inside the cell.
      let listed = value.tables.flatMap(\.rows).flatMap(\.cells).map(\.text)
      value.text = ([value.text] + listed).filter { !$0.isEmpty }.joined(separator: "\n")
      value.runs = filled.flatMap { Self.runs(of: $0.cell) }
    }
    store(value, for: label)
  }

  private static func runs(of cell: DocxCell) -> [(text: String, emphasis: TextEmphasis)] {
    cell.blocks.paragraphs.flatMap { $0.runs + [("\n", [])] }
  }

  private mutating func store(_ value: Value, for field: FormField) {
    guard field != .group else { return }
    if field.isOfOperator {
      storeOperator(value, for: field)
      return
    }
    values[field] = Self.joined(values[field], value)
  }

  /// A second name begins another operator.
  private mutating func storeOperator(_ value: Value, for field: FormField) {
    if operators.isEmpty { operators.append([:]) }
    let names: Set<FormField> = [.operatorName, .operators]
    let held = operators[operators.count - 1]
    if names.contains(field), !value.isEmpty, held.contains(where: { names.contains($0.key) && !$0.value.isEmpty }),
      operators.count < 20
    {
      operators.append([:])
    }
    operators[operators.count - 1][field] = Self.joined(operators[operators.count - 1][field], value)
  }

  /// 联系电话 and 手机 in two cells, or a cell that goes on below.
  private static func joined(_ held: Value?, _ value: Value) -> Value {
    guard let held, !held.isEmpty else { return value }
    guard !value.isEmpty else { return held }
    return Value(
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
    guard text.utf8.count <= 200 else { return false }
    let line = line(text)
    return (2...20).contains(line.count) && !line.contains(where: { "。；，".contains($0) })
      && !line.allSatisfy { $0.isNumber || $0.isPunctuation || $0 == "%" }
  }

  private static func line(_ text: String) -> String {
    String(text.prefix(200).filter { !$0.isNewline && !$0.isWhitespace }).trimmingColon()
  }

  private static func split(_ text: String) -> (String, String)? {
    guard let colon = text.prefix(40).firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    let label = String(text[..<colon])
    guard !label.allSatisfy(TextFolding.isIgnored) else { return nil }
    return (line(label), String(text[text.index(after: colon)...]))
  }

  /// 万元 of 业务收入（万元）.
  static func unit(in label: String) -> String? {
    let key = TextFolding.key(String(label.prefix(120)))
    return ["百万元", "千万元", "万元", "亿元", "千元", "元"].first {
      key.contains("(" + $0) || key.contains(":" + $0) || key.contains("," + $0) || key.hasSuffix("/" + $0)
        || (key.hasSuffix($0) && key.count > $0.count) || key.hasSuffix($0 + ")")
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
