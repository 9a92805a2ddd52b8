/// The digest that ends a line of a journal: SHA-256 over the line as it would be without it. The last line has no other
/// line after it that would name it, and must show a changed byte all the same.
enum JournalSum {
  private static let start = Array(", \"sum\": \"".utf8)
  private static let end = Array("\"}".utf8)
  private static let length = 64

  /// The object `line` with its sum.
  static func adding(to line: [UInt8]) -> [UInt8] {
    line.dropLast() + start + Digest.sha256Hex(line).utf8 + end
  }

  /// Whether the line's sum is right; nil when it ends without one, as older programs wrote lines.
  static func holds(_ line: [UInt8]) -> Bool? {
    let tail = start.count + length + end.count
    guard line.count > tail, line.suffix(end.count).elementsEqual(end),
      line.suffix(tail).prefix(start.count).elementsEqual(start)
    else { return nil }
    return line.suffix(length + end.count).prefix(length)
      .elementsEqual(Digest.sha256Hex(line.dropLast(tail) + [UInt8(ascii: "}")]).utf8)
  }
}
