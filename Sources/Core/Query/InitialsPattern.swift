/// Initials that somebody typed, ready to be looked for in the codes of ``PinyinCodes``.
///
/// One table look-up per code (the shift-and method), so that an ideograph with three readings costs what one with a
/// single reading costs.
struct InitialsPattern: Sendable {
  /// Most letters that can be typed; more never match.
  static let longest = 64

  /// For each code the places of the pattern that it fits.
  private let places: [UInt64]
  private let length: Int

  /// A pattern of Latin letters and digits in any case or width; nil when there is anything else or nothing.
  init?(_ query: some Sequence<UInt8>) {
    let typed = query.map { Folding.lowered($0) }
    guard !typed.isEmpty, typed.count <= Self.longest, typed.allSatisfy(Folding.isAlphanumeric) else { return nil }
    var places = [UInt64](repeating: 0, count: 256)
    for (code, letters) in PinyinCodes.shared.letters.enumerated() {
      for (place, byte) in typed.enumerated() where letters.contains(byte) { places[code] |= 1 << UInt64(place) }
    }
    self.places = places
    length = typed.count
  }

  /// Whether the letters are the initials of consecutive characters anywhere.
  func isFound(in codes: UnsafeBufferPointer<UInt8>) -> Bool {
    places.withUnsafeBufferPointer { places in
      let last: UInt64 = 1 << UInt64(length - 1)
      var state: UInt64 = 0
      for code in codes {
        state = (state << 1 | 1) & places[Int(code)]
        if state & last != 0 { return true }
      }
      return false
    }
  }

  /// Whether the letters are the initials of the first characters.
  func isAtStart(of codes: [UInt8]) -> Bool {
    guard codes.count >= length else { return false }
    for place in 0..<length where places[Int(codes[place])] >> UInt64(place) & 1 == 0 { return false }
    return true
  }

  /// Whether the letters are the initials of all characters.
  func isWhole(of codes: [UInt8]) -> Bool { codes.count == length && isAtStart(of: codes) }

  /// Whether the letters are the initials of consecutive characters anywhere.
  func isFound(in codes: [UInt8]) -> Bool { codes.withUnsafeBufferPointer { isFound(in: $0) } }
}
