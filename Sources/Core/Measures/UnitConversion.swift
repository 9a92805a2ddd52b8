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
    guard MeasureUnit.areComparable(source.unit, target.unit), let a = MeasureUnit.named(source.unit),
      let b = MeasureUnit.named(target.unit)
    else { return nil }
    return scaled.times(a.numerator)?.times(b.denominator)?.divided(by: a.denominator)?.divided(by: b.numerator)
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
