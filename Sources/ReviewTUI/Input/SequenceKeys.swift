/// The parameters of one control sequence: a mark of `< = > ?`, numbers, and whether anything else was among them.
struct SequenceParameters {
  private(set) var mark: UInt8?
  private(set) var numbers: [Int] = []
  private(set) var isPlain = true

  init(_ bytes: ArraySlice<UInt8>) {
    var current: Int?
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x30...0x39:
        // Far beyond any number that means something.
        current = min((current ?? 0) * 10 + Int(byte - 0x30), 1_000_000)
      case UInt8(ascii: ";"):
        numbers.append(current ?? 0)
        current = nil
      case 0x3C...0x3F where index == 0: mark = byte
      default: isPlain = false
      }
    }
    if let current { numbers.append(current) }
  }

  /// Bits of the modifier in second place: 1 Shift, 2 Alt, 4 Ctrl.
  var modifiers: Int { numbers.count > 1 ? max(0, numbers[1] - 1) & 7 : 0 }
}

/// What control sequences mean: the forms of xterm, tmux, screen, rxvt, the Linux console and kitty.
enum SequenceKeys {
  /// The meaning of ESC [ `parameters` `final`.
  static func meaning(of final: UInt8, _ parameters: SequenceParameters) -> KeyDecoder.Found {
    if parameters.mark == UInt8(ascii: "<"), parameters.numbers.count == 3,
      final == UInt8(ascii: "M") || final == UInt8(ascii: "m")
    {
      let numbers = parameters.numbers
      let released = final == UInt8(ascii: "m")
      return mouse(numbers[0], column: numbers[1], row: numbers[2], released: released).map { .mouse($0) } ?? .nothing
    }
    guard parameters.mark == nil, parameters.isPlain else { return .nothing }
    if final == UInt8(ascii: "~"), parameters.numbers.first == 200 { return .pasteStart }
    return key(of: final, parameters).map { .key($0) } ?? .nothing
  }

  private static func key(of final: UInt8, _ parameters: SequenceParameters) -> Key? {
    let first = parameters.numbers.first ?? 1
    switch final {
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      return first == 27 && parameters.numbers.count == 3
        ? coded(parameters.numbers[2], modifiers: parameters.modifiers)
        : numbered(first, isControl: parameters.modifiers & 4 != 0 || final == UInt8(ascii: "^"))
    case UInt8(ascii: "u"): return coded(first, modifiers: parameters.modifiers)
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      // R with other numbers is a report of the cursor's place.
      guard first == 1, parameters.numbers.count != 2 || parameters.modifiers > 0 else { return nil }
      return .function(Int(final) - 0x4F)
    default:
      guard first == 1 else { return nil }
      return arrow(final, modifiers: parameters.modifiers)
    }
  }

  /// The meaning of ESC O `letter`.
  static func application(_ letter: UInt8) -> Key? {
    switch letter {
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 0x4F)
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "X"): .character("=")
    // The keypad: * + , - . / 0 … 9.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(letter - 0x40)))
    case UInt8(ascii: "a"), UInt8(ascii: "b"): arrow(letter, modifiers: 0)
    case UInt8(ascii: "c"), UInt8(ascii: "d"): arrow(letter, modifiers: 4)
    default: arrow(letter, modifiers: 0)
    }
  }

  private static func arrow(_ letter: UInt8, modifiers: Int) -> Key? {
    let byWord = modifiers & 6 != 0
    switch letter {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): return .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): return .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): return byWord ? .alt("f") : .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): return byWord ? .alt("b") : .left
    case UInt8(ascii: "H"): return modifiers & 4 != 0 ? .controlHome : .home
    case UInt8(ascii: "F"): return modifiers & 4 != 0 ? .controlEnd : .end
    default: return nil
    }
  }

  private static func numbered(_ number: Int, isControl: Bool) -> Key? {
    switch number {
    case 1, 7: isControl ? .controlHome : .home
    case 2: .insert
    case 3: .delete
    case 4, 8: isControl ? .controlEnd : .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// A key sent as the number of its scalar (kitty, xterm with modifyOtherKeys).
  private static func coded(_ number: Int, modifiers: Int) -> Key? {
    switch number {
    case 9: return modifiers & 1 != 0 ? .backTab : .tab
    case 13, 10: return .enter
    case 27: return .escape
    case 8, 127: return modifiers & 6 != 0 ? .control("w") : .backspace
    default: break
    }
    guard let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value),
      value >= 0x20, !(0x7F..<0xA0).contains(value), !(0xE000..<0xF900).contains(value)
    else { return nil }
    let character = Character(scalar)
    if modifiers & 4 != 0 { return .control(Character(character.lowercased())) }
    return modifiers & 2 != 0 ? .alt(character) : .character(character)
  }

  /// A report of the mouse with places counted from 1; nil for other buttons than the left and for mere movement.
  static func mouse(_ code: Int, column: Int, row: Int, released: Bool) -> Mouse? {
    guard code >= 0 else { return nil }
    let position = Position(row: max(0, row - 1), column: max(0, column - 1))
    if code & 64 != 0 {
      switch code & 3 {
      case 0: return Mouse(kind: .wheelUp, position: position)
      case 1: return Mouse(kind: .wheelDown, position: position)
      default: return nil
      }
    }
    guard code & 32 == 0 else { return nil }
    if released { return Mouse(kind: .release, position: position) }
    return code & 3 == 0 ? Mouse(kind: .press, position: position) : nil
  }
}
