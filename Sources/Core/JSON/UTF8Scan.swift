/// Strict UTF-8, one scalar at a time.
enum UTF8Scan {
  /// The scalar that starts at `place` and its length; nil for overlong forms, surrogates, and anything malformed.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (Unicode.Scalar, Int)? {
    let lead = UInt32(bytes[place])
    let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, place + length <= bytes.count else { return nil }
    if length == 1 { return Unicode.Scalar(lead).map { ($0, 1) } }
    var value = lead & (0x7F >> UInt32(length))
    for index in place + 1..<place + length {
      let next = UInt32(bytes[index])
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | next & 0x3F
    }
    if length == 3 && value < 0x800 || length == 4 && value < 0x10000 { return nil }
    return Unicode.Scalar(value).map { ($0, length) }
  }

  /// Whether all of `bytes` is strict UTF-8.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        if bytes[place] < 0x80 {
          place += 1
        } else {
          guard let (_, length) = scalar(bytes, at: place) else { return false }
          place += length
        }
      }
      return true
    }
  }

  /// Whether the text ends within a character that begins well at `place`: a torn file, not another encoding.
  static func isCutOff(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let lead = bytes[place]
    guard lead >= 0xC2, lead < 0xF5 else { return false }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return place + length > bytes.count && bytes[(place + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// Whether the scalar joins the character before it: a combining mark, joiner, tag or skin tone.
  @inline(__always)
  static func extendsCharacter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x300 || (0x3400..<0xA66F).contains(value) || (0xAC00..<0xD7A4).contains(value) { return false }
    if (0xFF01..<0xFF9E).contains(value) || (0x3000..<0x302A).contains(value) { return false }
    return isMark(scalar)
  }

  /// Whether the scalar is half of a flag.
  @inline(__always)
  static func isFlagLetter(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0xFF9E, 0xFF9F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }
}
