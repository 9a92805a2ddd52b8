extension MetricReader {
  private enum Column { case name, before, after, unit }

  /// Adds the metrics of a table inside a metric cell; a row whose value the words state already only lends its baseline.
  func adding(_ table: [[String]], to rows: [Metric], firstNumber: Int) -> [Metric] {
    guard let header = table.first else { return rows }
    var columns: [Int: Column] = [:]
    for (index, text) in header.enumerated() { columns[index] = Self.column(text) }
    let hasHeader = columns.values.contains(.name) && columns.values.contains(.after)
    var rows = rows
    for line in hasHeader ? table.dropFirst() : table[...] {
      guard let read = hasHeader ? row(line, columns) : looseRow(line) else { continue }
      if let same = rows.firstIndex(where: { Self.isSame($0, read) }) {
        if rows[same].baseline == nil, read.baseline != nil { rows[same] = rows[same].with(baseline: read.baseline) }
      } else {
        rows.append(read.with(id: Self.id(firstNumber + rows.count)))
      }
    }
    return rows
  }

  private static func column(_ text: String) -> Column? {
    let key = TextFolding.bareKey(text)
    if ["指标", "指标名称", "名称", "项目", "内容", "指标内容", "绩效指标"].contains(key) { return .name }
    if key.contains("单位") { return .unit }
    if ["前", "原", "基线", "基准", "上年"].contains(where: key.contains) { return .before }
    if ["后", "数值", "指标值", "目标值", "完成值", "实际值", "现状", "当前", "达到", "值"].contains(where: key.contains) { return .after }
    return nil
  }

  private func row(_ line: [String], _ columns: [Int: Column]) -> Metric? {
    func cell(_ kind: Column) -> String {
      line.indices.first { columns[$0] == kind }.map { line[$0] } ?? ""
    }
    let name = cell(.name)
    let unit = cell(.unit)
    guard !name.isEmpty, let after = Self.quantity(cell(.after), unit: unit) else { return nil }
    return metric(name, after, before: Self.quantity(cell(.before), unit: unit), words: line)
  }

  /// A line without a known heading: a name, and one number with its unit.
  private func looseRow(_ line: [String]) -> Metric? {
    guard line.count >= 2, let name = line.first, !name.isEmpty,
      let quantity = Self.quantity(line.dropFirst().joined(separator: " "), unit: "")
    else { return nil }
    return metric(name, quantity, before: nil, words: line)
  }

  private static func quantity(_ text: String, unit: String) -> Quantity? {
    guard !AmountReader.isNothing(text) else { return nil }
    let found = QuantityReader.quantities(in: text)
    guard found.count == 1, let quantity = found.first else { return nil }
    guard quantity.amount.unit.isEmpty, !unit.isEmpty else { return quantity }
    return QuantityReader.quantities(in: text + unit).first ?? quantity
  }

  private func metric(_ name: String, _ after: Quantity, before: Quantity?, words: [String]) -> Metric {
    let normal = UnitConversion.normalised(after.amount)
    var baseline: DecimalValue?
    if let before {
      let former = UnitConversion.normalised(before.amount)
      baseline = UnitConversion.convert(
        former.value, from: former.unit.isEmpty ? normal.unit : former.unit, to: normal.unit)
    }
    let isChange = MetricNames.speaksOfChange(name) && baseline == nil
    let entry = names.entry(for: name, unit: normal.unit, isChange: isChange)
    var direction = entry?.better
    if let baseline { direction = normal.value == baseline ? .equal : normal.value > baseline ? .up : .down }
    if isChange { direction = .up }
    // The table stands beside the words: a place of length 0.
    let source = Metric.Source(start: 0, length: 0, text: words.filter { !$0.isEmpty }.joined(separator: " "))
    return Metric(
      id: "", name: name, canonical: entry?.key, value: normal.value.json,
      unit: normal.unit.isEmpty ? nil : normal.unit,
      baseline: baseline?.json, comparator: after.comparator?.rawValue, direction: direction, period: nil,
      source: source)
  }

  private static func isSame(_ a: Metric, _ b: Metric) -> Bool {
    guard let first = a.value, let second = b.value, first.isSameNumber(as: second) else { return false }
    return b.unit == nil || a.unit == b.unit
  }
}

extension Metric {
  fileprivate func with(id: String? = nil, baseline: JSONNumber? = nil) -> Metric {
    Metric(
      id: id ?? self.id, name: name, canonical: canonical, value: value, unit: unit,
      baseline: baseline ?? self.baseline,
      comparator: comparator, direction: direction, period: period, source: source)
  }
}
