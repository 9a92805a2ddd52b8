import Glibc

/// Where a number ends by the JSON grammar, and what its text holds.
struct JSONNumberScan {
  /// The offset after the number.
  private(set) var end: Int
  /// Every digit, those of the exponent too.
  private(set) var digits = 0
  private(set) var hasExponent = false

  /// Nil when no number of the grammar stands at `start` (`01`, `+1`, `.5`, `5.`, `1e`).
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    end = start
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
    let whole = end
    guard skipDigits(bytes) > 0 else { return nil }
    if bytes[whole] == UInt8(ascii: "0"), end > whole + 1 { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
      guard skipDigits(bytes) > 0 else { return nil }
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      hasExponent = true
      end += 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      guard skipDigits(bytes) > 0 else { return nil }
    }
  }

  private mutating func skipDigits(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let start = end
    while end < bytes.count, bytes[end] &- UInt8(ascii: "0") < 10 { end += 1 }
    digits += end - start
    return end - start
  }

  /// Whether text of the grammar has a double that is not infinite. Needed only with an exponent.
  static func isFinite(_ bytes: some Sequence<UInt8>) -> Bool {
    strtod(String(decoding: Array(bytes), as: UTF8.self), nil).isFinite
  }
}
