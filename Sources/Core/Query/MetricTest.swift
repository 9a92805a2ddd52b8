/// A comparison with a metric (绩效指标) of a name.
final class MetricTest: Sendable {
  private let name: TextPattern
  /// Canonical keys that the name stands for.
  private let keys: [String]
  /// Nil for any value.
  private let range: QueryRange?
  /// Whether the programme compares the metric in percent; nil when it does not say. A growth rate in percent is not
  /// compared with a bare number meant as money, nor the other way round.
  private let isPercent: Bool?

  init(_ name: String, range: QueryRange?, _ names: ProgramNames) {
    self.name = TextPattern(name)
    self.range = range
    let known = names.metrics.exact(name, withInitials: true).map { names.program.metricNames[$0] }
    keys = known.map(\.key)
    let units = Set(known.compactMap(\.unit).map { Self.isPercent($0) })
    isPercent = units.count == 1 ? units.first : nil
  }

  func isMet(_ row: RowPointer) -> Bool {
    row.pointee.summary.metrics.contains { metric in
      guard isNamed(metric) else { return false }
      guard let range else { return true }
      return value(of: metric, in: range.unit).map(range.contains) ?? false
    }
  }

  private func isNamed(_ metric: ApplicationSummary.MetricValue) -> Bool {
    if let canonical = metric.canonical, keys.contains(where: { $0.utf8.elementsEqual(canonical.utf8) }) { return true }
    return name.isFound(in: metric.name, isPlain: false)
  }

  private static func isPercent(_ unit: String) -> Bool { Folding.begins(unit, with: [UInt8(ascii: "%")]) }

  /// The value in the unit of the comparison; nil when it cannot be compared in it.
  private func value(of metric: ApplicationSummary.MetricValue, in unit: QueryRange.Unit) -> Double? {
    switch unit {
    case .asInRow:
      guard let own = metric.unit else { return metric.value }
      if let isPercent, isPercent != Self.isPercent(own) { return nil }
      return Self.moneyExponent(own) == 4 ? Self.shifted(metric.value, 4) : metric.value
    case .money:
      guard let own = metric.unit, let exponent = Self.moneyExponent(own) else { return nil }
      return Self.shifted(metric.value, exponent)
    case .percent:
      return metric.unit.map(Self.isPercent) == true ? metric.value : nil
    case .other(let wanted):
      return metric.unit.map { Folding.equals($0, Array(wanted.utf8)) } == true ? metric.value : nil
    }
  }

  /// The power of ten from a unit to 万元, with or without a period: `亿元/年`; nil for what is not money.
  private static func moneyExponent(_ unit: String) -> Int? {
    QueryNumber.moneyExponent(ofUnit: Folding.folded(unit).prefix { $0 != UInt8(ascii: "/") })
  }

  /// The value times a power of ten, without the digits that binary multiplication would add (0.57亿 is 5700万).
  private static func shifted(_ value: Double, _ exponent: Int) -> Double {
    if exponent == 0 { return value }
    var factor = 1.0
    for _ in 0..<exponent.magnitude { factor *= 10 }
    if exponent < 0 { return value / factor }
    let scaled = value * factor * 1e6
    return scaled.magnitude < 9e15 ? scaled.rounded() / 1e6 : value * factor
  }
}
