@testable import Core

/// An Office package as one text: each part follows a line `%% name`. Text can be read in a review and mutated as XML;
/// the ZIP file is made of it afterwards.
struct FuzzPackage {
  var parts: [(name: [UInt8], bytes: [UInt8])] = []

  /// The parts of such a text.
  init(text: [UInt8]) {
    for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "%% ".utf8) {
        parts.append((Array(line.dropFirst(3)), []))
      } else if !parts.isEmpty {
        if !parts[parts.count - 1].bytes.isEmpty { parts[parts.count - 1].bytes.append(0x0A) }
        parts[parts.count - 1].bytes += line
      }
    }
  }

  init(parts: [(name: [UInt8], bytes: [UInt8])]) { self.parts = parts }

  /// The ZIP file, its parts stored as they are. What every document has is added where it is missing.
  func zip() -> [UInt8] {
    var parts = parts
    for (name, content) in Self.usual where !parts.contains(where: { $0.name.elementsEqual(name.utf8) }) {
      parts.append((Array(name.utf8), Array(content.utf8)))
    }
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = out.count
      let name = Array(part.name.prefix(0xFFFF))
      let sums = Self.word(CRC32.of(part.bytes)) + Self.word(part.bytes.count) + Self.word(part.bytes.count)
      let head = Self.half(20) + Self.half(0x800) + Self.half(0) + Self.half(0) + Self.half(0x21) + sums
      out += Self.word(0x0403_4B50) + head + Self.half(name.count) + Self.half(0) + name + part.bytes
      directory += Self.word(0x0201_4B50) + Self.half(0x031E) + head + Self.half(name.count) + Self.half(0)
      directory += Self.half(0) + Self.half(0) + Self.half(0) + Self.word(0o100644 << 16) + Self.word(offset) + name
    }
    let start = out.count
    out += directory + Self.word(0x0605_4B50) + Self.half(0) + Self.half(0) + Self.half(parts.count)
    return out + Self.half(parts.count) + Self.word(directory.count) + Self.word(start) + Self.half(0)
  }

  private static let usual = [("[Content_Types].xml", "<Types/>")]

  private static func half(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private static func word(_ value: Int) -> [UInt8] { half(value & 0xFFFF) + half(value >> 16 & 0xFFFF) }
  private static func word(_ value: UInt32) -> [UInt8] { word(Int(value)) }
}
