/// The form in which texts are compared: width, case, accents and punctuation that people mix freely are made equal.
///
/// Like NFKC with case folding, but one pass of constant work per byte whatever the text: marks and invisible characters
/// are left out instead of being sorted, so a run of 200,000 marks costs no more than other text. Runs of white space and
/// controls become one space; none is left at either end. The result folds to itself.
public enum Folding {
  /// The folded UTF-8 bytes of `text`.
  public static func folded(_ text: String) -> [UInt8] {
    withBytes(of: text) { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      append(bytes, to: &result)
      return result
    }
  }

  /// Whether `text` reads the same as folded bytes.
  static func equals(_ text: String, _ folded: [UInt8]) -> Bool {
    withBytes(of: text) { bytes in
      var position = 0
      var differs = false
      forEachByte(of: bytes) { byte in
        differs = position >= folded.count || folded[position] != byte
        position += 1
        return !differs
      }
      return !differs && position == folded.count
    }
  }

  /// Whether `text` begins as the folded bytes do.
  static func begins(_ text: String, with folded: [UInt8]) -> Bool {
    withBytes(of: text) { bytes in
      var position = 0
      forEachByte(of: bytes) { byte in
        guard position < folded.count, folded[position] == byte else { return false }
        position += 1
        return true
      }
      return position == folded.count
    }
  }

  /// Appends what `bytes` fold to.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    forEachByte(of: bytes) { byte in
      result.append(byte)
      return true
    }
  }

  /// The UTF-8 bytes of a text in place, without a copy.
  static func withBytes<Result>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }

  /// Whether folding leaves every ideograph, letter and digit of the text as it is apart from ASCII case, so that words
  /// without punctuation can be looked for in the text itself.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let map = FoldingMap.shared
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        position += 1
      } else if isIdeographLead(byte) {
        position += 3
      } else {
        let cell = map.cell(scalar(in: bytes, at: &position))
        if cell != FoldingMap.itself, !map.isPunctuation(cell) { return false }
      }
    }
    return true
  }

  /// Hands the folded bytes to `take` one after another until it returns false.
  @inline(__always)
  static func forEachByte(of bytes: UnsafeBufferPointer<UInt8>, _ take: (UInt8) -> Bool) {
    var position = 0
    var hasStarted = false
    var spaceIsDue = false
    let count = bytes.count
    while position < count {
      let byte = bytes[position]
      if byte < 0x80 {
        position += 1
        if byte <= 0x20 || byte == 0x7F {
          spaceIsDue = hasStarted
          continue
        }
        if spaceIsDue, !take(0x20) { return }
        if !take(lowered(byte)) { return }
      } else if isIdeographLead(byte), position + 2 < count {
        if spaceIsDue, !take(0x20) { return }
        if !take(byte) || !take(bytes[position + 1]) || !take(bytes[position + 2]) { return }
        position += 3
      } else {
        let scalar = scalar(in: bytes, at: &position)
        let cell = FoldingMap.shared.cell(scalar)
        if cell == FoldingMap.nothing { continue }
        if cell == 0x20 {
          spaceIsDue = hasStarted
          continue
        }
        if spaceIsDue, !take(0x20) { return }
        if !takeResult(cell, scalar, take) { return }
      }
      spaceIsDue = false
      hasStarted = true
    }
  }

  /// Whether a byte leads the three of an ideograph from U+4000 to U+9FFF, all of which stand for themselves.
  @inline(__always)
  private static func isIdeographLead(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

  @inline(__always)
  static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Whether a folded byte is a Latin letter or a digit.
  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func takeResult(_ cell: UInt16, _ scalar: UInt32, _ take: (UInt8) -> Bool) -> Bool {
    if let sequence = FoldingMap.shared.sequence(cell) {
      for byte in sequence where !take(byte) { return false }
      return true
    }
    let value = cell == FoldingMap.itself ? scalar : UInt32(cell)
    switch value {
    case 0..<0x80:
      return take(UInt8(value))
    case 0x80..<0x800:
      return take(UInt8(0xC0 | value >> 6)) && take(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      return take(UInt8(0xE0 | value >> 12)) && take(UInt8(0x80 | value >> 6 & 0x3F))
        && take(UInt8(0x80 | value & 0x3F))
    default:
      return take(UInt8(0xF0 | value >> 18 & 0x07)) && take(UInt8(0x80 | value >> 12 & 0x3F))
        && take(UInt8(0x80 | value >> 6 & 0x3F)) && take(UInt8(0x80 | value & 0x3F))
    }
  }

  /// Reads the character at `position`, which is not ASCII, and steps over it. Bytes that are not UTF-8 read as U+FFFD.
  static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at position: inout Int) -> UInt32 {
    let lead = bytes[position]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, position + length <= bytes.count else {
      position += 1
      return 0xFFFD
    }
    var value = UInt32(lead) & (0xFF >> (UInt32(length) + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[position + offset] & 0x3F) }
    position += length
    return value
  }
}
