/// The grammar of what a program sends to a terminal.
enum OutputStream {
  /// One sequence, character or control of the stream.
  private struct Item {
    var length: Int
    var isAllowed: Bool
  }

  /// The first place at or after `offset` where `bytes` may be cut without tearing anything.
  static func boundary(in bytes: [UInt8], from offset: Int) -> Int {
    var at = 0
    while at < offset, at < bytes.count { at += item(bytes, at).length }
    return min(at, bytes.count)
  }

  /// `bytes` without anything but text, cursor moves, styles and modes.
  ///
  /// Descriptions of terminals hold more: resets of a palette that was never changed (OSC 104), shapes of the cursor.
  /// An allow-list, so that no description can make us send what a terminal would answer or act on.
  static func allowed(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var copied = 0
    var at = 0
    while at < bytes.count {
      if bytes[at] >= 0x20, bytes[at] != 0x7F {
        at += 1
        continue
      }
      let item = item(bytes, at)
      let end = min(at + item.length, bytes.count)
      if !item.isAllowed {
        kept += bytes[copied..<at]
        copied = end
      }
      at = end
    }
    return copied == 0 ? bytes : kept + bytes[copied...]
  }

  private static func item(_ bytes: [UInt8], _ start: Int) -> Item {
    let first = bytes[start]
    if first == 0x1B { return escape(bytes, start) }
    if first >= 0x80 { return character(bytes, start) }
    // Backspace, tab, line feed, return, and the shifts of the line-drawing set.
    return Item(length: 1, isAllowed: first >= 0x20 && first != 0x7F || [8, 9, 10, 13, 14, 15].contains(first))
  }

  private static func character(_ bytes: [UInt8], _ start: Int) -> Item {
    let first = bytes[start]
    let whole = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var length = 1
    while length < whole, start + length < bytes.count, bytes[start + length] & 0xC0 == 0x80 { length += 1 }
    return Item(length: length, isAllowed: whole > 1 && length == whole)
  }

  private static func escape(_ bytes: [UInt8], _ start: Int) -> Item {
    guard start + 1 < bytes.count else { return Item(length: 1, isAllowed: false) }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return sequence(bytes, start)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      return string(bytes, start)
    case 0x20...0x2F:
      // Choice of a character set: ( ) * + and its letter.
      let isSet = (0x28...0x2B).contains(bytes[start + 1])
      let isKnown = start + 2 < bytes.count && "B0UKA12".utf8.contains(bytes[start + 2])
      return Item(length: 3, isAllowed: isSet && isKnown)
    default: return Item(length: 2, isAllowed: "=>78MDEH".utf8.contains(bytes[start + 1]))
    }
  }

  private static func sequence(_ bytes: [UInt8], _ start: Int) -> Item {
    var at = start + 2
    while at < bytes.count, (0x20...0x3F).contains(bytes[at]) { at += 1 }
    guard at < bytes.count else { return Item(length: at - start, isAllowed: false) }
    let length = at + 1 - start
    let parameters = bytes[start + 2..<at]
    guard let mark = parameters.first, !(0x30...0x3B).contains(mark) else {
      // xterm keeps its title in 22 and 23 t; every other t acts on the window or asks about it.
      let isTitle = parameters.starts(with: "22;".utf8) || parameters.starts(with: "23;".utf8)
      let isPlain = parameters.allSatisfy { (0x30...0x3B).contains($0) }
      let isKnown = "@ABCDEFGHIJKLMPSTXZ`abdefhlmrsu".utf8.contains(bytes[at])
      return Item(length: length, isAllowed: isPlain && (isKnown || bytes[at] == UInt8(ascii: "t") && isTitle))
    }
    let isMode = bytes[at] == UInt8(ascii: "h") || bytes[at] == UInt8(ascii: "l")
    return Item(length: length, isAllowed: mark == UInt8(ascii: "?") && isMode)
  }

  private static func string(_ bytes: [UInt8], _ start: Int) -> Item {
    var at = start + 2
    while at < bytes.count, bytes[at] != 0x07, bytes[at] != 0x1B { at += 1 }
    let isEscape = at < bytes.count && bytes[at] == 0x1B
    return Item(length: at + (isEscape ? 2 : 1) - start, isAllowed: false)
  }
}
