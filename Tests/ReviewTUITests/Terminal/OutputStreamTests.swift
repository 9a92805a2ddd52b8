import TestSupport
import Testing

@testable import ReviewTUI

@Suite struct OutputStreamTests {
  @Test(arguments: [
    "评审 abc\r\n\u{8}\t", "\u{1B}[1;2H\u{1B}[0;1m\u{1B}[38;5;31mx", "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[?25l",
    "\u{1B}(B\u{1B})0\u{F}",
    "\u{1B}=\u{1B}>\u{1B}7\u{1B}8", "\u{1B}[K\u{1B}[2J\u{1B}[3X\u{1B}[4b\u{1B}[1;24r",
  ])
  func picturesPass(text: String) {
    #expect(OutputStream.allowed(Array(text.utf8)) == Array(text.utf8))
  }

  @Test(arguments: [
    "\u{1B}]104\u{7}", "\u{1B}]0;title\u{1B}\\", "\u{1B}P$qm\u{1B}\\", "\u{1B}[c", "\u{1B}[>c", "\u{1B}[6n",
    "\u{1B}[?1c", "\u{1B}[8;5;5t",
    "\u{1B}[14t", "\u{7}", "\u{0}", "\u{7F}", "\u{1B}c", "\u{1B}Z", "\u{1B}[5i", "\u{1B}_x\u{1B}\\",
    "\u{1B}[!p\u{1B}[=3h", "\u{1B}%G",
  ])
  func anythingElseIsDropped(text: String) {
    #expect(OutputStream.allowed(Array("a\(text)b".utf8)) == Array("ab".utf8))
  }

  @Test func cutsBetweenSequencesAndCharacters() {
    let bytes = Array("a评\u{1B}[38;5;31mb\u{1B}(B".utf8)
    let places = (0...bytes.count).map { OutputStream.boundary(in: bytes, from: $0) }
    #expect(places == [0, 1, 4, 4, 4] + Array(repeating: 14, count: 10) + [15, 18, 18, 18])
  }

  /// Total: any bytes, any cut.
  @Test func noiseIsHandled() {
    var random = SplitMix(seed: 9)
    for _ in 0..<2000 {
      let bytes = (0..<random.below(20)).map { _ -> UInt8 in
        [0x1B, 0x5B, 0x5D, 0x3B, 0x31, 0x6D, 0x07, 0xE8, 0x80, 0x28, 0x41][random.below(11)]
      }
      let kept = OutputStream.allowed(bytes)
      #expect(kept.count <= bytes.count)
      #expect(!kept.contains(0x07))
      let cut = OutputStream.boundary(in: bytes, from: random.below(21))
      #expect(cut <= bytes.count)
    }
  }
}
