/// A cell that holds one number and nothing but a unit: 31,260.45, 5000（万元）, 1.2亿, 5000万元整.
struct PlainAmount {
  let value: DecimalValue
  /// 万元, 亿元, 元…; nil when none is written.
  let unit: String?

  /// Nil for everything else, which is left to the reader of prose.
  init?(_ text: String) {
    guard text.utf8.count <= 60 else { return nil }
    var digits = ""
    var place = text.startIndex
    while place < text.endIndex, text[place].isASCII, text[place].isWholeNumber || ".,".contains(text[place]) {
      digits.append(text[place])
      place = text.index(after: place)
    }
    guard Self.isGrouped(digits), let value = DecimalValue(digits: digits.filter { $0 != "," }) else { return nil }
    var unit = text[place...].filter { !"()整".contains($0) }
    if unit.hasSuffix("人民币") { unit = String(unit.dropLast(3)) }
    switch unit {
    case "": self.unit = nil
    case "元", "千元", "万元", "百万元", "亿元": self.unit = unit
    case "万", "亿", "千", "百万": self.unit = unit + "元"
    default: return nil
    }
    self.value = value
  }

  /// Commas only stand before groups of three digits, and one point at most.
  private static func isGrouped(_ digits: String) -> Bool {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, parts.count <= 2, parts.count == 1 || !parts[1].isEmpty,
      parts.count == 1 || !parts[1].contains(",")
    else { return false }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    return groups.count == 1 || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
  }
}
