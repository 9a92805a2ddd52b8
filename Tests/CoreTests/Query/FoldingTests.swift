import TestSupport
import Testing

@testable import Core

@Suite struct FoldingTests {
  @Test(arguments: [
    ("ＡＧＶ", "agv"), ("５Ｇ＋工业互联网", "5g+工业互联网"), ("“5G”", "\"5g\""), ("邹城。兖州、", "邹城.兖州,"), ("（集团）", "(集团)"),
    ("  a \t\n\u{3000} b  ", "a b"), ("Café", "cafe"), ("Cafe\u{301}", "cafe"), ("\u{F900}", "豈"), ("⼯业", "工业"),
    ("100㎡ ①", "100m2 1"), ("邹\u{200B}城\u{202E}市\u{FE0F}", "邹城市"), ("Ⅳ期", "iv期"), ("ΑΩ Я", "αω я"), ("", ""),
    ("\u{0}\u{1B}[31m", "[31m"), ("𠮷野", "𠮷野"), ("〇", "〇"), ("㎏", "kg"), ("½", "1/2"), ("\u{E0041}x", "x"),
  ])
  func makesEqualWhatPeopleMix(_ text: String, _ folded: String) {
    #expect(String(decoding: Folding.folded(text), as: UTF8.self).unicodeScalars.elementsEqual(folded.unicodeScalars))
    #expect(Folding.equals(text, Array(folded.utf8)))
    #expect(!Folding.equals(text, Array(folded.utf8) + [0x61]))
    #expect(Folding.begins(text, with: Array(folded.utf8.prefix(3))))
    if !folded.isEmpty { #expect(!Folding.equals(text, Array(folded.utf8.dropLast()))) }
  }

  @Test func everythingFoldsToItselfAfterwards() {
    var different: [UInt32] = []
    for code in (UInt32(0)...0xFFFF).lazy.filter({ !(0x4E20...0x9F00).contains($0) }) {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let once = Folding.folded("a" + String(scalar) + "b")
      if Folding.folded(String(decoding: once, as: UTF8.self)) != once { different.append(code) }
    }
    #expect(different == [])
  }

  @Test func aMillionMarksAreOnePass() {
    let bomb = "邹" + String(repeating: "\u{301}\u{323}", count: 200_000) + "城"
    #expect(Folding.folded(bomb) == Array("邹城".utf8))
    #expect(TextPattern("邹城").isFound(in: bomb, isPlain: Folding.withBytes(of: bomb, Folding.isPlain)))
  }

  @Test(arguments: [
    ("邹城 AGV，（是）。", true), ("邹\u{200B}城", false), ("５Ｇ", false), ("é", false), ("\u{F900}", false), ("「A」…", true),
  ])
  func plainTextsAreThoseThatCanBeSearchedAsTheyAre(_ text: String, _ isPlain: Bool) {
    #expect(Folding.withBytes(of: text, Folding.isPlain) == isPlain)
  }
}

@Suite struct ByteSearchTests {
  @Test func findsWhatAPlainLoopFinds() {
    var random = SplitMix(seed: 1)
    for _ in 0..<3000 {
      let text = (0..<random.below(60)).map { _ in UInt8(0x61 + random.below(2)) }
      let needle = (0..<random.below(6)).map { _ in UInt8(0x61 + random.below(2)) }
      let expected =
        needle.count <= text.count
        && (0...text.count - needle.count).contains { text[$0..<$0 + needle.count].elementsEqual(needle) }
      let actual = text.withUnsafeBytes { text in needle.withUnsafeBytes { ByteSearch.contains(text, $0) } }
      #expect(actual == expected, "\(text) \(needle)")
      let shouted = text.map { random.below(2) == 0 ? $0 : $0 - 0x20 }
      #expect(shouted.withUnsafeBufferPointer { ByteSearch.containsCaseless($0, needle) } == expected)
    }
  }

  @Test func theQuickWayFindsWhatFoldingFinds() {
    let pieces = [
      "邹", "城", "5", "G", "ａ", "A", "a", "，", ",", "\u{301}", "é", " ", "\n", "\u{F900}", "豈", "+", "…", ".",
    ]
    var random = SplitMix(seed: 2)
    var hits = 0
    for _ in 0..<4000 {
      let text = (0..<random.below(24)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let words = (0..<1 + random.below(3)).map { _ in pieces[random.below(pieces.count)] }.joined()
      let pattern = TextPattern(words)
      let folded = String(decoding: Folding.folded(text), as: UTF8.self)
      let expected = Folding.folded(text).withUnsafeBytes(pattern.isFound)
      let isPlain = Folding.withBytes(of: text, Folding.isPlain)
      #expect(pattern.isFound(in: text, isPlain: isPlain) == expected, "\(words) in \(text) (\(folded))")
      #expect(pattern.isFound(in: text, isPlain: false) == expected, "\(words) in \(text) (\(folded))")
      if expected { hits += 1 }
    }
    #expect(hits > 400)
  }
}
