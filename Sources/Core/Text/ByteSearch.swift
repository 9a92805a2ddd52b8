import Glibc

/// Looking for bytes in bytes.
enum ByteSearch {
  /// Whether `needle` occurs in `text`; an empty one does.
  static func contains(_ text: UnsafeRawBufferPointer, _ needle: UnsafeRawBufferPointer) -> Bool {
    place(of: needle, in: text) != nil
  }

  /// Where `needle` first stands in `text`; nil when it does not, and 0 for an empty one.
  ///
  /// Sixteen places at a time are tried by two bytes of the needle, its second (for an ideograph the first is one of six)
  /// and its last, and only where both fit are the others compared.
  static func place(of needle: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Int? {
    guard !needle.isEmpty else { return 0 }
    guard let start = text.baseAddress, let wanted = needle.baseAddress else { return nil }
    let length = needle.count
    guard length <= text.count else { return nil }
    if length == 1 { return memchr(start, Int32(needle[0]), text.count).map { UnsafeRawPointer($0) - start } }
    let near = 1
    let far = length - 1
    let nearBytes = SIMD16(repeating: needle[near])
    let farBytes = SIMD16(repeating: needle[far])
    let lastPlace = text.count - length
    var place = 0
    while place + 16 <= lastPlace + 1 {
      let here = start.loadUnaligned(fromByteOffset: place + near, as: SIMD16<UInt8>.self) .== nearBytes
      let there = start.loadUnaligned(fromByteOffset: place + far, as: SIMD16<UInt8>.self) .== farBytes
      let hits = unsafeBitCast(here .& there, to: SIMD2<UInt64>.self)
      if hits[0] | hits[1] != 0 {
        for half in 0...1 {
          var bits = UInt64(littleEndian: hits[half])
          while bits != 0 {
            let lane = bits.trailingZeroBitCount / 8
            if memcmp(start + place + half * 8 + lane, wanted, length) == 0 { return place + half * 8 + lane }
            bits &= ~(0xFF << UInt64(lane * 8))
          }
        }
      }
      place += 16
    }
    while place <= lastPlace {
      if text[place + far] == needle[far], memcmp(start + place, wanted, length) == 0 { return place }
      place += 1
    }
    return nil
  }

  /// Whether the lower-case letters and digits of `needle` occur in `text` in either case.
  static func containsCaseless(_ text: UnsafeBufferPointer<UInt8>, _ needle: [UInt8]) -> Bool {
    guard let start = text.baseAddress, let first = needle.first else { return needle.isEmpty }
    let end = text.count - needle.count + 1
    guard end > 0 else { return false }
    func next(_ byte: UInt8, from place: Int) -> Int {
      guard place < end, let hit = memchr(start + place, Int32(byte), end - place) else { return end }
      return UnsafeRawPointer(start).distance(to: UnsafeRawPointer(hit))
    }
    let upperFirst = first >= UInt8(ascii: "a") ? first & 0xDF : first
    var lower = next(first, from: 0)
    var upper = upperFirst == first ? end : next(upperFirst, from: 0)
    while true {
      let place = min(lower, upper)
      if place >= end { return false }
      var offset = 1
      while offset < needle.count, Folding.lowered(text[place + offset]) == needle[offset] { offset += 1 }
      if offset == needle.count { return true }
      if place == lower { lower = next(first, from: place + 1) } else { upper = next(upperFirst, from: place + 1) }
    }
  }
}
