/// What a file that is not UTF-8 looks like, so that the message can name it. A guess is never used to convert.
enum EncodingGuess {
  /// UTF-16 or UTF-32, seen from the first bytes: a byte order mark, or zeros beside an ASCII character.
  static func wide(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONSyntaxError.ForeignEncoding? {
    guard bytes.count >= 2 else { return nil }
    let head = Array(bytes.prefix(4))
    if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] { return .utf32 }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
    guard head.count == 4 else { return nil }
    switch (head[0] != 0, head[1] != 0, head[2] != 0, head[3] != 0) {
    case (true, false, false, false), (false, false, false, true): return .utf32
    case (true, false, _, _), (false, true, _, _): return .utf16
    default: return nil
    }
  }

  /// The encoding of `bytes`, whose first fault as UTF-8 is at `badAt`.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>, badAt: Int) -> JSONSyntaxError.ForeignEncoding {
    let lead = bytes[badAt]
    let next = badAt + 1 < bytes.count ? bytes[badAt + 1] : 0
    if lead == 0xED, next >= 0xA0, next < 0xC0, continues(bytes, from: badAt + 1, count: 2) { return .surrogateUTF8 }
    let isOverlong: Bool =
      switch lead {
      case 0xC0, 0xC1: continues(bytes, from: badAt + 1, count: 1)
      case 0xE0: next < 0xA0 && continues(bytes, from: badAt + 1, count: 2)
      case 0xF0: next < 0x90 && continues(bytes, from: badAt + 1, count: 3)
      default: false
      }
    if isOverlong, hasMultibyteUTF8(bytes[..<badAt]) || !isGB18030(bytes) { return .overlongUTF8 }
    return isGB18030(bytes) && !hasMultibyteUTF8(bytes[..<badAt]) ? .gb18030 : .unknown
  }

  private static func continues(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, count: Int) -> Bool {
    guard start + count <= bytes.count else { return false }
    return bytes[start..<start + count].allSatisfy { $0 & 0xC0 == 0x80 }
  }

  /// Whether valid UTF-8 of Chinese length came before the fault: then the file is damaged UTF-8, not another encoding.
  private static func hasMultibyteUTF8(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    bytes.contains { $0 >= 0xE0 }
  }

  /// Whether all bytes above ASCII form characters of two or four bytes as GB18030 has them.
  private static func isGB18030(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place += 1
        continue
      }
      guard (0x81...0xFE).contains(bytes[place]), place + 1 < bytes.count else { return false }
      let trail = bytes[place + 1]
      if (0x40...0x7E).contains(trail) || (0x80...0xFE).contains(trail) {
        place += 2
      } else if (0x30...0x39).contains(trail), place + 3 < bytes.count, (0x81...0xFE).contains(bytes[place + 2]),
        (0x30...0x39).contains(bytes[place + 3])
      {
        place += 4
      } else {
        return false
      }
    }
    return true
  }
}
