/// Bytes that the decoder compares with.
enum Byte {
  static let escape: UInt8 = 0x1B
  static let bell: UInt8 = 0x07
}

/// The grammar of terminal input, one item at a time.
extension KeyDecoder {
  enum Found {
    case nothing
    case key(Key)
    case mouse(Mouse)
    case pasteStart
  }

  /// An item and its bytes; no bytes means that the item is not complete.
  struct Step {
    var found: Found
    var length: Int

    static let incomplete = Step(found: .nothing, length: 0)
  }

  /// The item that starts at `start`.
  static func step(_ bytes: [UInt8], _ start: Int) -> Step {
    let first = bytes[start]
    if first == Byte.escape { return escapeStep(bytes, start) }
    if first < 0x20 || first == 0x7F { return Step(found: .key(controlKey(first)), length: 1) }
    if first < 0x80 { return Step(found: .key(.character(Character(Unicode.Scalar(first)))), length: 1) }
    return scalarStep(bytes, start)
  }

  private static func controlKey(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  /// One scalar of strict UTF-8; a byte that cannot be part of one is dropped alone.
  private static func scalarStep(_ bytes: [UInt8], _ start: Int) -> Step {
    let lead = bytes[start]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    let bad = Step(found: .nothing, length: 1)
    guard length > 0 else { return bad }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard start + offset < bytes.count else { return .incomplete }
      let next = bytes[start + offset]
      guard next & 0xC0 == 0x80 else { return bad }
      value = value << 6 | UInt32(next & 0x3F)
      if offset == 1, length == 3 && value < 0x20 || length == 4 && value < 0x10 { return bad }
    }
    guard let scalar = Unicode.Scalar(value), value >= 0xA0 else { return Step(found: .nothing, length: length) }
    return Step(found: .key(.character(Character(scalar))), length: length)
  }

  private static func escapeStep(_ bytes: [UInt8], _ start: Int) -> Step {
    guard start + 1 < bytes.count else { return .incomplete }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return sequenceStep(bytes, start)
    case UInt8(ascii: "O"): return applicationStep(bytes, start)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      return stringStep(bytes, start)
    case Byte.escape:
      // Some terminals send Alt with an arrow as ESC before its sequence.
      guard start + 2 < bytes.count else { return .incomplete }
      let opensSequence = bytes[start + 2] == UInt8(ascii: "[") || bytes[start + 2] == UInt8(ascii: "O")
      return Step(found: opensSequence ? .nothing : .key(.escape), length: 1)
    default:
      let inner = step(bytes, start + 1)
      guard inner.length > 0 else { return .incomplete }
      return Step(found: withAlt(inner.found), length: inner.length + 1)
    }
  }

  private static func withAlt(_ found: Found) -> Found {
    switch found {
    case .key(.character(let character)): .key(.alt(character))
    case .key(.backspace): .key(.control("w"))
    default: found
    }
  }

  /// OSC, DCS, SOS, PM, APC: an answer of the terminal that nobody asked for; swallowed with all it holds.
  private static func stringStep(_ bytes: [UInt8], _ start: Int) -> Step {
    var at = start + 2
    while at < bytes.count {
      switch bytes[at] {
      case Byte.bell, 0x18, 0x1A: return Step(found: .nothing, length: at + 1 - start)
      case Byte.escape:
        guard at + 1 < bytes.count else { return .incomplete }
        let ends = bytes[at + 1] == UInt8(ascii: "\\")
        return Step(found: .nothing, length: at + (ends ? 2 : 0) - start)
      default: at += 1
      }
    }
    return .incomplete
  }

  /// ESC O and one letter: keys in application mode.
  private static func applicationStep(_ bytes: [UInt8], _ start: Int) -> Step {
    var at = start + 2
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    guard at < bytes.count else { return .incomplete }
    guard bytes[at] > 0x20, bytes[at] < 0x7F else { return Step(found: .nothing, length: at - start) }
    let key = SequenceKeys.application(bytes[at])
    return Step(found: key.map(Found.key) ?? .nothing, length: at + 1 - start)
  }

  /// ESC [ parameters letter.
  private static func sequenceStep(_ bytes: [UInt8], _ start: Int) -> Step {
    var at = start + 2
    if at < bytes.count, bytes[at] == UInt8(ascii: "[") {
      // Function keys of the Linux console: ESC [ [ A.
      guard at + 1 < bytes.count else { return .incomplete }
      let number = Int(bytes[at + 1]) - 0x40
      guard (1...5).contains(number) else { return Step(found: .nothing, length: 3) }
      return Step(found: .key(.function(number)), length: 4)
    }
    while at < bytes.count, (0x20...0x3F).contains(bytes[at]) { at += 1 }
    guard at < bytes.count else { return .incomplete }
    let final = bytes[at]
    guard (0x40...0x7E).contains(final) else {
      // Broken off: what follows is read as something of its own.
      return Step(found: .nothing, length: at - start)
    }
    let parameters = SequenceParameters(bytes[start + 2..<at])
    if final == UInt8(ascii: "M"), at == start + 2 {
      guard at + 3 < bytes.count else { return .incomplete }
      let numbers = bytes[at + 1...at + 3].map { Int($0) - 32 }
      let mouse = SequenceKeys.mouse(numbers[0], column: numbers[1], row: numbers[2], released: numbers[0] & 3 == 3)
      return Step(found: mouse.map(Found.mouse) ?? .nothing, length: 6)
    }
    return Step(found: SequenceKeys.meaning(of: final, parameters), length: at + 1 - start)
  }
}
