extension JSONReader {
  /// The string whose opening quote is at the cursor.
  mutating func string() throws(JSONSyntaxError) -> String {
    let quote = at
    let start = at + 1
    var pending = start
    var unescaped: [UInt8] = []
    var marks = 0
    var flags = 0
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        if place - start > limits.stringBytes {
          throw failure(.stringTooLong(limit: limits.stringBytes), at: quote)
        }
        at = place + 1
        let rest = UnsafeBufferPointer(rebasing: bytes[pending..<place])
        if pending == start { return String(decoding: rest, as: UTF8.self) }
        unescaped.append(contentsOf: rest)
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"):
        unescaped.append(contentsOf: bytes[pending..<place])
        let (scalar, end) = try escape(at: place)
        try count(scalar, in: &marks, &flags, at: place)
        unescaped.append(contentsOf: scalar.utf8)
        place = end
        pending = end
      case 0..<0x20:
        if byte == 0, bytes[place...].allSatisfy({ $0 == 0 }) { throw failure(.nulFilled, at: place) }
        throw failure(.controlCharacter(byte), at: place)
      case 0x20..<0x80:
        marks = 0
        flags = 0
        place += 1
      case 0xE4...0xE9 where isTriple(at: place):
        // U+4000 to U+9FFF: nearly all of a Chinese text, and nothing in it joins another character.
        marks = 0
        flags = 0
        place += 3
      default:
        guard let (scalar, length) = UTF8Scan.scalar(bytes, at: place) else {
          if UTF8Scan.isCutOff(bytes, at: place) { throw failure(.unexpectedEnd, at: bytes.count) }
          throw failure(.notUTF8(looksLike: EncodingGuess.guess(bytes, badAt: place)), at: place)
        }
        try count(scalar, in: &marks, &flags, at: place)
        place += length
      }
    }
    throw failure(.unexpectedEnd, at: bytes.count)
  }

  @inline(__always)
  private func isTriple(at place: Int) -> Bool {
    place + 2 < bytes.count && bytes[place + 1] & 0xC0 == 0x80 && bytes[place + 2] & 0xC0 == 0x80
  }

  /// Counts marks and letters of flags in a row.
  private func count(
    _ scalar: Unicode.Scalar, in marks: inout Int, _ flags: inout Int, at place: Int
  ) throws(JSONSyntaxError) {
    flags = UTF8Scan.isFlagLetter(scalar) ? flags + 1 : 0
    if flags > limits.flagLetters { throw failure(.tooManyFlagLetters(limit: limits.flagLetters), at: place) }
    guard UTF8Scan.extendsCharacter(scalar) else {
      marks = 0
      return
    }
    marks += 1
    if marks > limits.marks { throw failure(.tooManyMarks(limit: limits.marks), at: place) }
  }

  /// The scalar of the escape whose backslash is at `place`, and the offset after it.
  private func escape(at place: Int) throws(JSONSyntaxError) -> (Unicode.Scalar, Int) {
    guard place + 1 < bytes.count else { throw failure(.unexpectedEnd, at: bytes.count) }
    switch bytes[place + 1] {
    case UInt8(ascii: "\""): return ("\"", place + 2)
    case UInt8(ascii: "\\"): return ("\\", place + 2)
    case UInt8(ascii: "/"): return ("/", place + 2)
    case UInt8(ascii: "b"): return ("\u{08}", place + 2)
    case UInt8(ascii: "f"): return ("\u{0C}", place + 2)
    case UInt8(ascii: "n"): return ("\n", place + 2)
    case UInt8(ascii: "r"): return ("\r", place + 2)
    case UInt8(ascii: "t"): return ("\t", place + 2)
    case UInt8(ascii: "u"):
      let first = try unit(at: place)
      if let scalar = Unicode.Scalar(first) { return (scalar, place + 6) }
      guard first < 0xDC00, place + 7 < bytes.count, bytes[place + 6] == UInt8(ascii: "\\"),
        bytes[place + 7] == UInt8(ascii: "u")
      else { throw failure(.loneSurrogate, at: place) }
      let second = try unit(at: place + 6)
      guard (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw failure(.loneSurrogate, at: place) }
      return (scalar, place + 12)
    default: throw failure(.badEscape, at: place)
    }
  }

  /// The four hexadecimal digits of the `\u` at `place`.
  private func unit(at place: Int) throws(JSONSyntaxError) -> UInt32 {
    guard place + 6 <= bytes.count else { throw failure(.unexpectedEnd, at: bytes.count) }
    var unit: UInt32 = 0
    for index in place + 2..<place + 6 {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 + UInt32(bytes[index] - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 + UInt32(bytes[index] - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 + UInt32(bytes[index] - UInt8(ascii: "A") + 10)
      default: throw failure(.badEscape, at: place)
      }
    }
    return unit
  }
}
