/// Reads one amount of money or one percentage out of a cell.
enum AmountReader {
  /// What a cell says.
  enum Reading: Equatable {
    /// A value: money in 万元, percentages as 58.64 for 58.64 %.
    case value(DecimalValue)
    /// Nothing, or a stroke for "none".
    case none
    /// Something that is no such amount, and why.
    case unreadable(String)
  }

  /// Whether a short cell says "nothing": empty, `/`, `—`, 无.
  static func isNothing(_ text: String) -> Bool {
    let key = TextFolding.key(String(text.prefix(40)))
    return key.allSatisfy { "/-_.、\\".contains($0) }
      || ["无", "暂无", "没有", "n/a", "na", "none", "空", "未填", "不适用"].contains(key)
  }

  /// Money in 万元. A number without a unit is taken in `unit` (万元 on the form).
  static func money(_ text: String, unit: String = "万元") -> Reading {
    if isNothing(text) { return .none }
    let cell = prepared(text)
    // A cell that is one number: 1920.3 is no month there.
    if !cell.isForeign, let plain = PlainAmount(cell.text) {
      let converted = plain.value.sign(cell.isNegative).flatMap { value in
        UnitConversion.convert(value, from: plain.unit ?? unit, to: "万元")
      }
      return converted.map { .value($0) } ?? .unreadable("out of range")
    }
    let quantities = QuantityReader.quantities(in: cell.text)
    guard let quantity = quantities.first(where: { !$0.isInBrackets }) ?? quantities.first, quantity.baseline == nil
    else {
      return .unreadable("no amount")
    }
    guard quantities.count(where: { !$0.isInBrackets }) <= 1, quantity.lower == nil else {
      return .unreadable("more than one amount")
    }
    guard let value = quantity.amount.value.sign(cell.isNegative) else { return .unreadable("out of range") }
    let fullUnit: String
    switch quantity.amount.unit {
    case "元": fullUnit = quantity.amount.fullUnit
    case "" where !quantity.amount.scale.isEmpty: fullUnit = quantity.amount.scale + "元"
    case "":
      if cell.isForeign { return .unreadable("foreign currency") }
      fullUnit = unit
    case "美元", "欧元", "港元", "日元", "英镑": return .unreadable("foreign currency")
    default: return .unreadable("not an amount of money")
    }
    guard !cell.isForeign else { return .unreadable("foreign currency") }
    guard let converted = UnitConversion.convert(value, from: fullUnit, to: "万元") else {
      return .unreadable("out of range")
    }
    return .value(converted)
  }

  /// A ratio in per cent; 0.412 without a sign is 41.2 %.
  static func percentage(_ text: String) -> Reading {
    if isNothing(text) { return .none }
    let cell = prepared(text)
    let quantities = QuantityReader.quantities(in: cell.text)
    guard quantities.count == 1, let quantity = quantities.first, quantity.baseline == nil, quantity.lower == nil else {
      return .unreadable("not a percentage")
    }
    guard var value = quantity.amount.value.sign(cell.isNegative), quantity.amount.scale.isEmpty else {
      return .unreadable("not a percentage")
    }
    switch quantity.amount.unit {
    case "%": break
    case "":
      // A share of one, as spreadsheets show it.
      let isFraction = value.places > 0 && value.double > -1 && value.double <= 1
      if isFraction, let percent = value.shifted(by: 2) { value = percent }
    default: return .unreadable("not a percentage")
    }
    return .value(value)
  }

  /// A cell without spaces between digits, its minus sign or brackets taken off.
  private static func prepared(_ text: String) -> (text: String, isNegative: Bool, isForeign: Bool) {
    var cell = String(text.prefix(200).filter { !TextFolding.isIgnored($0) }.map(TextFolding.narrowed))
    let isForeign = ["美元", "欧元", "港元", "港币", "日元", "英镑", "$", "USD", "usd", "€"].contains(where: cell.contains)
    var isNegative = false
    if cell.hasPrefix("("), cell.hasSuffix(")") || cell.hasSuffix(")万元") || cell.hasSuffix(")亿元") {
      let inner = cell.dropFirst().filter { $0 != ")" }
      if inner.first?.isWholeNumber ?? false {
        isNegative = true
        cell = inner
      }
    }
    for word in ["(亏损)", "(亏)", "(负)"] {
      guard let range = cell.firstRange(of: word) else { continue }
      isNegative = true
      cell.removeSubrange(range)
    }
    for mark in ["亏损", "亏", "负", "△", "▲", "-"] where cell.hasPrefix(mark) {
      isNegative = true
      cell = String(cell.dropFirst(mark.count))
    }
    for word in ["人民币", "RMB", "rmb", "CNY", "¥", "￥", "约", ":"] {
      if let range = cell.firstRange(of: word) { cell.removeSubrange(range) }
    }
    return (cell, isNegative, isForeign)
  }
}

extension DecimalValue {
  /// This value, or its negative.
  func sign(_ isNegative: Bool) -> DecimalValue? { isNegative ? negated : self }
}
