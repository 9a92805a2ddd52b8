/// Initials as bytes: a Latin letter or digit is itself, an ideograph with one initial is that letter, and one with several
/// (a polyphone, 多音字) is a code that stands for the set. Built once from ``PinyinTable``.
struct PinyinCodes: Sendable {
  static let shared = PinyinCodes()

  /// Between two texts; nothing typed matches it.
  static let separator: UInt8 = 0
  /// An ideograph of unknown reading; nothing typed matches it either, so it breaks a run of initials.
  static let unknown: UInt8 = 1

  private static let first: UInt32 = 0x4E00
  private static let last: UInt32 = 0x9FFF

  private var codes: [UInt8]
  /// For each code its letters, the usual one first; empty for a code that is not used.
  private(set) var letters: [[UInt8]]
  /// For each code its usual letter, for sorting; an unknown reading comes after all letters.
  private(set) var usual: [UInt8] = []

  private init() {
    let table = PinyinTable.initials
    codes = Array(UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount))
    letters = [[UInt8]](repeating: [], count: 256)
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { letters[Int(byte)] = [byte] }
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { letters[Int(byte)] = [byte] }
    for index in codes.indices {
      let byte = codes[index]
      codes[index] = byte == UInt8(ascii: ".") ? Self.unknown : Folding.lowered(byte)
    }
    readAlternates()
    usual = letters.enumerated().map { $1.first ?? UInt8($0) }
    usual[Int(Self.unknown)] = UInt8(ascii: "z") + 1
  }

  /// Gives every set of initials a code: first those that are not ASCII, then the controls.
  private mutating func readAlternates() {
    let table = PinyinTable.alternates
    let text = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    var free = Array(UInt8(0x80)...UInt8(0xFF)) + Array(UInt8(2)...UInt8(0x2F))
    free.reverse()
    var position = 0
    while position + 6 <= text.count {
      let set = text[position + 3..<position + 6].filter { $0 != UInt8(ascii: ".") }
      let scalar = Folding.scalar(in: text, at: &position)
      position += 3
      let known = letters.firstIndex { $0.count > 1 && $0 == set }
      guard let code = known.map({ UInt8($0) }) ?? free.popLast(), (Self.first...Self.last).contains(scalar) else {
        continue
      }
      letters[Int(code)] = set
      codes[Int(scalar - Self.first)] = code
    }
  }

  /// The code of an ideograph or other character; nil for one that is passed over, such as punctuation.
  @inline(__always)
  private func code(_ scalar: UInt32) -> UInt8? {
    if scalar >= Self.first, scalar <= Self.last {
      let index = Int(scalar - Self.first)
      return index < codes.count ? codes[index] : Self.unknown
    }
    if scalar == 0x3007 { return UInt8(ascii: "l") }
    return scalar >= 0x20000 || (0x3400...0x4DFF).contains(scalar) ? Self.unknown : nil
  }

  /// Appends the initials of a range of folded bytes behind them.
  func append(initialsOf range: Range<Int>, in bytes: inout [UInt8]) {
    // No character has more initials than bytes.
    let end = bytes.count
    var length = 0
    bytes.append(contentsOf: repeatElement(0, count: range.count))
    bytes.withUnsafeMutableBufferPointer { bytes in
      let folded = UnsafeBufferPointer(rebasing: bytes[range])
      var position = 0
      while position < folded.count {
        let byte = folded[position]
        var initial: UInt8?
        if byte < 0x80 {
          initial = Folding.isAlphanumeric(byte) ? byte : nil
          position += 1
        } else {
          initial = code(Folding.scalar(in: folded, at: &position))
        }
        if let initial {
          bytes[end + length] = initial
          length += 1
        }
      }
    }
    bytes.removeLast(range.count - length)
  }

  /// The initials of a text.
  func initials(of text: String) -> [UInt8] {
    var bytes = Folding.folded(text)
    let count = bytes.count
    append(initialsOf: 0..<count, in: &bytes)
    return Array(bytes[count...])
  }
}
