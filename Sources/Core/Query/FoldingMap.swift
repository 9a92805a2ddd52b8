/// For every character of the basic plane, what searching takes it for; built once from ``FoldingTable`` and rules.
struct FoldingMap: Sendable {
  static let shared = FoldingMap()

  /// The character stands for itself.
  static let itself: UInt16 = 0
  /// The character is left out: a mark, a format or an invisible character.
  static let nothing: UInt16 = 1
  /// Cells from here on name a sequence; no result is a private-use character.
  private static let firstSequence: UInt16 = 0xE000

  /// For each block of 256 characters the number of its page; page 0 is all ``itself``.
  private var pages = [UInt8](repeating: 0, count: 256)
  private var cells = [UInt16](repeating: Self.itself, count: 256)
  private var sequences: [[UInt8]] = []

  /// What the character stands for: ``itself``, ``nothing``, a character, or a sequence.
  func cell(_ scalar: UInt32) -> UInt16 {
    guard scalar < 0x10000 else { return (0xE0000...0xE0FFF).contains(scalar) ? Self.nothing : Self.itself }
    return cells[Int(pages[Int(scalar >> 8)]) << 8 + Int(scalar & 0xFF)]
  }

  /// The UTF-8 bytes of a cell that names a sequence; nil for one that is a character.
  func sequence(_ cell: UInt16) -> [UInt8]? {
    guard cell >= Self.firstSequence, Int(cell - Self.firstSequence) < sequences.count else { return nil }
    return sequences[Int(cell - Self.firstSequence)]
  }

  /// Whether a cell stands for white space or ASCII punctuation.
  func isPunctuation(_ cell: UInt16) -> Bool {
    if let sequence = sequence(cell) { return sequence.allSatisfy { $0 < 0x80 && !Folding.isAlphanumeric($0) } }
    return cell != Self.nothing && cell < 0x80 && !Folding.isAlphanumeric(UInt8(cell))
  }

  private init() {
    for range: ClosedRange<UInt32> in [
      0x80...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
    ] {
      for scalar in range { set(scalar, 0x20) }
    }
    for range: ClosedRange<UInt32> in [
      0xAD...0xAD, 0x300...0x36F, 0x483...0x489, 0x61C...0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F,
      0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x20D0...0x20FF,
      0x302A...0x302F, 0x3164...0x3164, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0,
      0xFFF9...0xFFFC,
    ] {
      for scalar in range { set(scalar, Self.nothing) }
    }
    for scalar: UInt32 in 0xFF01...0xFF5E {
      let ascii = UInt16(scalar - 0xFEE0)
      set(scalar, (0x41...0x5A).contains(ascii) ? ascii + 0x20 : ascii)
    }
    readTable()
  }

  private mutating func set(_ scalar: UInt32, _ cell: UInt16) {
    let block = Int(scalar >> 8)
    if pages[block] == 0 {
      pages[block] = UInt8(cells.count >> 8)
      cells += [UInt16](repeating: Self.itself, count: 256)
    }
    cells[Int(pages[block]) << 8 + Int(scalar & 0xFF)] = cell
  }

  private mutating func readTable() {
    var number: UInt32 = 0
    var source: UInt32 = 0
    var results: [UInt32] = []
    let text = UnsafeBufferPointer(
      start: FoldingTable.entries.utf8Start, count: FoldingTable.entries.utf8CodeUnitCount)
    for byte in text {
      switch byte {
      case UInt8(ascii: "="):
        source = number
        number = 0
      case UInt8(ascii: "+"):
        results.append(number)
        number = 0
      case UInt8(ascii: ";"):
        results.append(number)
        number = 0
        set(source, cell(of: results))
        results.removeAll(keepingCapacity: true)
      case UInt8(ascii: "A")...UInt8(ascii: "F"):
        number = number << 4 + UInt32(byte - UInt8(ascii: "A") + 10)
      default:
        number = number << 4 + UInt32(byte &- UInt8(ascii: "0"))
      }
    }
  }

  private mutating func cell(of results: [UInt32]) -> UInt16 {
    if results.count == 1 { return UInt16(truncatingIfNeeded: results[0]) }
    var bytes: [UInt8] = []
    for result in results {
      if let scalar = Unicode.Scalar(result) { bytes += Array(String(scalar).utf8) }
    }
    sequences.append(bytes)
    return Self.firstSequence + UInt16(sequences.count - 1)
  }
}
