import Testing

@testable import Core

@Suite struct TextSearchTests {
  @Test(arguments: [
    ("济宁市工业和信息化局", "工业", 9..<15), ("济宁市", "济宁市", 0..<9), ("济宁市", "市局", nil), ("", "a", nil), ("a", "", 0..<0),
    ("", "", 0..<0),
    ("aab", "ab", 1..<3), ("5G+工业", "+工", 2..<6), ("👨‍👩‍👧", "👩", 7..<11),
    // The same word to the standard library, other bytes in the file.
    ("cafe\u{301}", "café", nil),
  ])
  func findsBytes(text: String, wanted: String, expected: Range<Int>?) {
    let found = text.firstRange(of: wanted)
    let offsets = found.map {
      text.utf8.distance(
        from: text.startIndex, to: $0.lowerBound)..<text.utf8.distance(from: text.startIndex, to: $0.upperBound)
    }
    #expect(offsets == expected)
    #expect(text.contains(wanted) == (expected != nil))
    // Inside another text, which may not lie in one piece.
    let longer = "前" + text + "后"
    let part = longer.dropFirst().dropLast()
    if part.utf8.elementsEqual(text.utf8) {
      #expect(part.contains(wanted) == (expected != nil))
      #expect(part.firstRange(of: wanted).map { longer[$0].utf8.elementsEqual(wanted.utf8) } ?? (expected == nil))
    }
  }
}
