/// A number of a query before its unit is applied: digits checked by a strict grammar, then a power of ten.
struct QueryNumber {
  private let digits: String
  private(set) var unit: QueryRange.Unit
  /// Power of ten that turns the number into the unit of comparison.
  private var exponent: Int

  /// The longest number understood, in bytes.
  private static let longest = 40

  /// Units of money with their power of ten to 万元.
  private static let money: [(name: String, exponent: Int)] = [
    ("亿元", 4), ("亿", 4), ("千万元", 3), ("千万", 3), ("百万元", 2), ("百万", 2), ("万元", 0), ("万", 0), ("千元", -1),
    ("元", -4),
  ]

  /// A folded number such as `1,000`, `-0.5亿元`, `95%` or `30台`; nil for anything else.
  init?(folded text: some Collection<UInt8>) {
    var digits: [UInt8] = []
    var hasDigit = false
    var hasPoint = false
    var rest = text[...]
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      if sign == UInt8(ascii: "-") { digits.append(sign) }
      rest = rest.dropFirst()
    }
    scan: while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte)
        hasDigit = true
      case UInt8(ascii: ".") where !hasPoint:
        if !hasDigit { digits.append(UInt8(ascii: "0")) }
        digits.append(byte)
        hasPoint = true
      case UInt8(ascii: ",") where hasDigit && !hasPoint: break
      default: break scan
      }
      rest = rest.dropFirst()
    }
    guard hasDigit, digits.count <= Self.longest else { return nil }
    if digits.last == UInt8(ascii: ".") { digits.removeLast() }
    self.digits = String(decoding: digits, as: UTF8.self)
    while rest.first == 0x20 { rest = rest.dropFirst() }
    let name = String(decoding: rest, as: UTF8.self)
    if let money = Self.money.first(where: { $0.name.utf8.elementsEqual(rest) }) {
      (unit, exponent) = (.money, money.exponent)
    } else {
      unit = name.isEmpty ? .asInRow : rest.elementsEqual("%".utf8) ? .percent : .other(name)
      exponent = 0
    }
  }

  /// The power of ten that turns a row's folded unit into 万元; nil for a unit that is not money.
  static func moneyExponent(ofUnit unit: some Collection<UInt8>) -> Int? {
    money.first { $0.name.utf8.elementsEqual(unit) }?.exponent
  }

  /// Takes the unit of the other end of a range when this end has none (`0.5..1亿`).
  mutating func takeUnit(of other: QueryNumber) {
    guard unit == .asInRow else { return }
    (unit, exponent) = (other.unit, other.exponent)
  }

  /// The number in its unit of comparison. The digits were checked, so nothing but a decimal number gets here.
  var value: Double { Double("\(digits)e\(exponent)") ?? .nan }
}
