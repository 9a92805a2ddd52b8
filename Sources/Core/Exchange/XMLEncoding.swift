/// Brings an XML part into UTF-8. The packaging rules allow UTF-16 too; everything else is refused.
enum XMLEncoding {
  /// `bytes` in UTF-8. UTF-16 is known by its byte order mark, or by how `<` begins in it.
  static func utf8(_ bytes: [UInt8], part: String) throws(ImportRefusal) -> [UInt8] {
    let isLittle = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0x00, 0x3F, 0x00])
    let isBig = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0x00, 0x3C, 0x00, 0x3F])
    guard isLittle || isBig, !bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) else { return bytes }
    guard bytes.count % 2 == 0 else { throw .foreignEncoding(part: part) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var decoder = UTF16()
    var place = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    var units = AnyIterator<UInt16> {
      guard place < bytes.count else { return nil }
      defer { place += 2 }
      return isLittle
        ? UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8 : UInt16(bytes[place + 1]) | UInt16(bytes[place]) << 8
    }
    while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar): result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .error: throw .foreignEncoding(part: part)
      case .emptyInput: return Self.declaringUTF8(result)
      }
    }
  }

  /// The declaration goes: without one a part is UTF-8, which it is now.
  private static func declaringUTF8(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: "<?xml".utf8), let end = bytes.prefix(400).indexOfFirst(Array("?>".utf8)) else {
      return bytes
    }
    return Array(bytes[(end + 2)...])
  }
}

extension ArraySlice where Element == UInt8 {
  fileprivate func indexOfFirst(_ pattern: [UInt8]) -> Int? { Array(self).indexOfFirst(pattern) }
}
