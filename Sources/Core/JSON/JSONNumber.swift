import Glibc

/// A JSON number with the text it has in the file, so that nothing is rounded on the way through.
public struct JSONNumber: Equatable, Sendable {
  /// The number exactly as in the file.
  public let text: String

  /// A whole number.
  public init(_ value: Int) { text = String(value) }

  /// Hundredths as the shortest decimal: 8850 is `88.5`, -5 is `-0.05`.
  public init(hundredths: Int) { text = Self.decimal(hundredths.magnitude, places: 2, isNegative: hundredths < 0) }

  /// Tenths as the shortest decimal: 95 is `9.5`.
  public init(tenths: Int) { text = Self.decimal(tenths.magnitude, places: 1, isNegative: tenths < 0) }

  /// A number by the JSON grammar and the limits of the parser (at most 40 digits, finite as double); nil otherwise.
  public init?(text: String) {
    var copy = text
    let isNumber = copy.withUTF8 { bytes in
      guard let scan = JSONNumberScan(bytes, at: 0), scan.end == bytes.count else { return false }
      return scan.digits <= JSONLimits.standard.digits && (!scan.hasExponent || JSONNumberScan.isFinite(bytes))
    }
    guard isNumber else { return nil }
    self.text = text
  }

  /// Text that the parser has already checked.
  init(checked text: String) { self.text = text }

  /// The nearest double.
  public var double: Double { strtod(text, nil) }

  /// The exact whole number: `12`, `12.0` and `1.2e1` are 12, `12.5` is nil.
  public var int: Int? { scaled(by: 0) }

  /// The value times 10^`places` when that is exactly a whole number that fits: `88.5` by 1 is 885, by 0 is nil.
  public func scaled(by places: Int) -> Int? {
    let parts = JSONDecimal(text)
    if parts.digits.isEmpty { return 0 }
    let zeros = parts.exponent.addingReportingOverflow(places)
    guard !zeros.overflow, zeros.partialValue >= 0, zeros.partialValue <= 18 else { return nil }
    var value = 0
    for digit in parts.digits + [UInt8](repeating: 0, count: zeros.partialValue) {
      let (tens, tooBig) = value.multipliedReportingOverflow(by: 10)
      let step = parts.isNegative ? -Int(digit) : Int(digit)
      let (next, tooBigAgain) = tens.addingReportingOverflow(step)
      if tooBig || tooBigAgain { return nil }
      value = next
    }
    return value
  }

  /// Whether both texts name the same number: `8.5`, `8.50` and `85e-1` do.
  public func isSameNumber(as other: JSONNumber) -> Bool {
    text.hasSameBytes(as: other.text) || JSONDecimal(text) == JSONDecimal(other.text)
  }

  private static func decimal(_ value: UInt, places: Int, isNegative: Bool) -> String {
    var scale: UInt = 1
    for _ in 0..<places { scale *= 10 }
    var fraction = String(value % scale)
    while fraction.utf8.count < places { fraction = "0" + fraction }
    while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    return (isNegative ? "-" : "") + String(value / scale) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// A number's digits without zeros at either end, and the power of ten of the last one; no digits is zero.
struct JSONDecimal: Equatable {
  var isNegative = false
  var digits: [UInt8] = []
  var exponent = 0

  /// Reads text that follows the JSON grammar.
  init(_ text: String) {
    var inFraction = false
    var power = 0
    var powerIsNegative = false
    var inPower = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "-") where inPower: powerIsNegative = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "."): inFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"): inPower = true
      case UInt8(ascii: "0")...UInt8(ascii: "9") where inPower:
        power = min(power * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
        if inFraction { exponent -= 1 }
      default: break
      }
    }
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    exponent += powerIsNegative ? -power : power
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }
}
