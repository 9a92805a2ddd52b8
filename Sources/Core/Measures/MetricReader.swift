/// Reads metrics (绩效指标) out of the words of one cell of the form: name, value, unit, baseline, bound and source.
public struct MetricReader: Sendable {
  let names: MetricNames

  /// A reader that knows these canonical names.
  public init(names: MetricNames) { self.names = names }

  private static let longestCell = 20_000
  private static let mostQuantities = 500

  /// The metrics stated in `text`, numbered from `m` + `firstNumber`.
  public func rows(in text: String, firstNumber: Int = 1) -> [Metric] {
    // A cell of a form holds a few lines; what goes on beyond this is no list of metrics.
    let characters = Array(text.prefix(Self.longestCell))
    let quantities = Array(QuantityReader.quantities(in: String(characters)).prefix(Self.mostQuantities))
    var rows: [Metric] = []
    var before: Quantity?
    let shared = RespectiveNames(characters, quantities)
    for (index, quantity) in quantities.enumerated() {
      let clause = MetricClause(characters, quantities, index, after: before)
      guard MetricFilter.isMetric(quantity, in: clause, previous: rows.last) else { continue }
      let (quantity, name) = shared.resolve(index, quantity, rows: rows)
      rows.append(row(quantity, clause, name: name, number: firstNumber + rows.count, previous: rows.last))
      before = quantity
    }
    return rows
  }

  /// The numbers of a cell that were not understood (未识别).
  public func unread(in text: String) -> [UnreadNumber] {
    Array(QuantityReader.reading(of: String(text.prefix(Self.longestCell))).unread.prefix(Self.mostQuantities))
  }

  private func row(
    _ quantity: Quantity, _ clause: MetricClause, name given: String?, number: Int, previous: Metric?
  ) -> Metric {
    var amount = quantity.amount
    if amount.unit.isEmpty, amount.scale.isEmpty, let unit = clause.labelledUnit {
      let parts = UnitConversion.base(of: unit)
      amount = Quantity.Amount(value: amount.value, scale: parts.scale, unit: parts.unit)
    }
    let normal = UnitConversion.normalised(amount)
    var value = normal.value
    var comparator = quantity.comparator
    // Of a range, the end that promises less.
    if let lower = quantity.lower, comparator == nil {
      let low = Quantity.Amount(value: lower, scale: amount.scale, unit: amount.unit)
      value = UnitConversion.normalised(low).value
      comparator = .atLeast
    }
    var baseline: DecimalValue?
    if let stated = quantity.baseline {
      let former = UnitConversion.normalised(stated)
      baseline = UnitConversion.convert(former.value, from: former.unit, to: normal.unit)
    }
    let isChange = quantity.isDifference
    var name = given ?? MetricNaming.name(quantity, clause)
    // 2022年上半年达到1.46亿元 goes on about what was named before.
    if name.isEmpty, let previous {
      name = previous.name
      // 换产时间缩短40%，由120分钟降到72分钟.
      if !isChange, name.hasSuffix("降幅") || name.hasSuffix("增幅") { name = String(name.dropLast(2)) }
    }
    let entry = names.entry(for: name, unit: normal.unit, isChange: isChange)
    return Metric(
      id: Self.id(number), name: name, canonical: entry?.key, value: value.json,
      unit: normal.unit.isEmpty ? nil : normal.unit, baseline: baseline?.json, comparator: comparator?.rawValue,
      direction: direction(value, baseline, comparator, isChange: isChange, entry: entry), period: clause.period,
      source: Metric.Source(start: clause.start, text: String(clause.characters[clause.start..<quantity.end])))
  }

  /// Which way is better: the way it moved, else what a bound says, else what the dictionary says. The size of a
  /// change is the better the larger it is.
  private func direction(
    _ value: DecimalValue, _ baseline: DecimalValue?, _ comparator: Quantity.Comparator?, isChange: Bool,
    entry: Program.MetricName?
  ) -> Metric.Direction? {
    if let baseline { return value == baseline ? .equal : value > baseline ? .up : .down }
    if isChange { return .up }
    if let better = entry?.better { return better }
    switch comparator {
    case .atLeast: return .up
    case .atMost: return .down
    case .about, nil: return nil
    }
  }

  static func id(_ number: Int) -> String { number < 10 ? "m0\(number)" : "m\(number)" }
}
