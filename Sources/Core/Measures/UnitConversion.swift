/// Brings amounts into one unit, where that is exact.
public enum UnitConversion {
  /// A full unit (万条) split into scale and unit (万, 条).
  static func base(of fullUnit: String) -> (scale: String, unit: String) {
    if MeasureUnit.named(fullUnit) != nil { return ("", fullUnit) }
    for scale in ["万亿", "千万", "百万", "十万", "亿", "万", "千", "百"] where fullUnit.hasPrefix(scale) {
      return (scale, String(fullUnit.dropFirst(scale.count)))
    }
    return ("", fullUnit)
  }

  /// `value` in `from`, expressed in `to`: 1.5 亿元 is 15 000 万元, 48 小时 is 2 880 分钟. Nil when the units measure
  /// different things or the result is no finite decimal.
  public static func convert(_ value: DecimalValue, from: String, to: String) -> DecimalValue? {
    if from == to { return value }
    let source = base(of: from)
    let target = base(of: to)
    guard let scaled = value.shifted(by: QuantityScan.power(of: source.scale) - QuantityScan.power(of: target.scale))
    else {
      return nil
    }
    if source.unit == target.unit { return scaled }
    if let factor = quotient(source.unit, target.unit) {
      return scaled.times(factor.numerator)?.divided(by: factor.denominator)
    }
    guard MeasureUnit.areComparable(source.unit, target.unit), let a = MeasureUnit.named(source.unit),
      let b = MeasureUnit.named(target.unit)
    else { return nil }
    return scaled.times(a.numerator)?.times(b.denominator)?.divided(by: a.denominator)?.divided(by: b.numerator)
  }

  /// The factor that brings a value from one unit into another, for figures that may be rounded; nil when the units
  /// measure different things.
  static func factor(from: String?, to: String?) -> Double? {
    guard let from, let to else { return from == to ? 1 : nil }
    if from == to { return 1 }
    if let exact = convert(DecimalValue(1), from: from, to: to) { return exact.double }
    if let back = convert(DecimalValue(1), from: to, to: from), back.double != 0 { return 1 / back.double }
    guard MetricNames.isCompatible(from, to), MeasureUnit.named(base(of: from).unit)?.dimension == .count else {
      return nil
    }
    let powers = QuantityScan.power(of: base(of: from).scale) - QuantityScan.power(of: base(of: to).scale)
    return DecimalValue(1).shifted(by: powers)?.double
  }

  /// The factor between two units that are divided by something, 件/小时 and 件/分钟; nil when they measure different things.
  static func quotient(_ first: String, _ second: String) -> (numerator: Int, denominator: Int)? {
    guard MeasureUnit.named(first) == nil || MeasureUnit.named(second) == nil else { return nil }
    guard let a = parts(first), let b = parts(second), let above = factor(a.above, b.above),
      let below = factor(a.below, b.below)
    else { return nil }
    let up = above.numerator.multipliedReportingOverflow(by: below.denominator)
    let down = above.denominator.multipliedReportingOverflow(by: below.numerator)
    guard !up.overflow, !down.overflow, down.partialValue != 0 else { return nil }
    let common = greatestDivisor(up.partialValue, down.partialValue)
    return (up.partialValue / common, down.partialValue / common)
  }

  private static func parts(_ unit: String) -> (above: String, below: String)? {
    guard let slash = unit.firstIndex(of: "/"), MeasureUnit.named(unit) == nil else { return nil }
    return (String(unit[..<slash]), String(unit[unit.index(after: slash)...]))
  }

  private static func factor(_ first: String, _ second: String) -> (numerator: Int, denominator: Int)? {
    if first == second { return (1, 1) }
    let (a, b) = (base(of: first), base(of: second))
    guard let from = MeasureUnit.named(a.unit), let to = MeasureUnit.named(b.unit), a.scale == b.scale,
      from.dimension == to.dimension, ![.count, .other, .score].contains(from.dimension)
    else { return nil }
    let up = from.numerator.multipliedReportingOverflow(by: to.denominator)
    let down = from.denominator.multipliedReportingOverflow(by: to.numerator)
    guard !up.overflow, !down.overflow else { return nil }
    let common = greatestDivisor(up.partialValue, down.partialValue)
    return (up.partialValue / common, down.partialValue / common)
  }

  private static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(1, a)
  }

  /// An amount as the files keep it: money in 万元, other scales as 万 or 亿 or none, baselines in the unit of the value.
  static func normalised(_ amount: Quantity.Amount) -> (value: DecimalValue, unit: String) {
    let power = QuantityScan.power(of: amount.scale)
    let target: String =
      switch (amount.unit, power) {
      case ("元", 4...): "万"
      case (_, 4): "万"
      case (_, 8): "亿"
      case (_, 5...): "万"
      default: ""
      }
    guard let value = amount.value.shifted(by: power - QuantityScan.power(of: target)) else {
      return (amount.value, amount.fullUnit)
    }
    return (value, target + amount.unit)
  }
}
