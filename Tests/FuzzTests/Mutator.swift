import TestSupport

/// Changes an input a little, the same way for the same seed.
///
/// Text is changed by bytes and by words of a dictionary. Office packages are changed as XML: elements go, come twice,
/// change places or get other words, so that most inputs pass the XML parser and reach the reader behind it.
struct Mutator {
  /// Numbers by which two inputs are mixed and places chosen.
  var random: SplitMix
  /// Words of the kind of input.
  let words: [[UInt8]]
  /// Largest result, in bytes.
  let limit: Int

  /// A few changes of `bytes`; `other` lends pieces.
  mutating func mutate(_ bytes: [UInt8], with other: [UInt8], isXML: Bool) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<(1 << random.below(4)) {
      // One change in eight is of bytes also in XML: the guard before the parser must hold too.
      if isXML, random.below(8) > 0 {
        var tree = MarkupPieces(bytes)
        tree.mutate(&random, words, other)
        bytes = tree.bytes
      } else {
        mutateBytes(&bytes, other)
      }
    }
    return Array(bytes.prefix(limit))
  }

  private mutating func mutateBytes(_ bytes: inout [UInt8], _ other: [UInt8]) {
    let place = random.below(bytes.count + 1)
    switch random.below(9) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
    case 1 where place < bytes.count: bytes[place] = Self.oddBytes[random.below(Self.oddBytes.count)]
    case 2: bytes.removeSubrange(range(from: place, in: bytes, atMost: 40))
    case 3:
      bytes.insert(contentsOf: bytes[range(from: random.below(bytes.count + 1), in: bytes, atMost: 40)], at: place)
    case 4:
      bytes.insert(contentsOf: other[range(from: random.below(other.count + 1), in: other, atMost: 80)], at: place)
    case 5: bytes.replaceSubrange(range(from: place, in: bytes, atMost: 12), with: words[random.below(words.count)])
    case 6: bytes.removeSubrange(place...)
    case 7:
      let piece = bytes[range(from: place, in: bytes, atMost: 12)]
      for _ in 0..<random.below(60) { bytes.insert(contentsOf: piece, at: place) }
    default: bytes.insert(contentsOf: words[random.below(words.count)], at: place)
    }
  }

  private mutating func range(from place: Int, in bytes: [UInt8], atMost length: Int) -> Range<Int> {
    place..<min(bytes.count, place + 1 + random.below(length))
  }

  private static let oddBytes: [UInt8] = [
    0, 1, 0x1B, 0x20, 0x22, 0x26, 0x2C, 0x30, 0x39, 0x3C, 0x7F, 0x80, 0x9B, 0xC2, 0xE4, 0xF0, 0xFF,
  ]
}
