import TestSupport
import Testing

@testable import ReviewTUI

@Suite struct KeyDecoderTests {
  private func decode(_ bytes: String) -> [InputEvent] {
    var decoder = KeyDecoder()
    return decoder.feed(Array(bytes.utf8), at: 0) + decoder.expire()
  }

  @Test(arguments: [
    ("q", Key.character("q")), ("评", .character("评")), ("👍", .character("👍")), ("\r", .enter), ("\n", .enter),
    ("\t", .tab),
    ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{3}", .control("c")), ("\u{0}", .control(" ")),
    ("\u{1F}", .control("_")),
    ("\u{1B}", .escape), ("\u{1B}x", .alt("x")), ("\u{1B}评", .alt("评")), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
    ("\u{1B}\u{7F}", .control("w")), ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
    ("\u{1B}[1;2A", .up), ("\u{1B}[1;5D", .alt("b")), ("\u{1B}[1;3C", .alt("f")), ("\u{1B}\u{1B}[D", .left),
    ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home),
    ("\u{1B}OH", .home),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6;5~", .pageDown), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
    ("\u{1B}[Z", .backTab),
    ("\u{1B}OP", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)), ("\u{1B}[11~", .function(1)),
    ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[24~", .function(12)),
    ("\u{1B}[1;2P", .function(1)),
    ("\u{1B}[115;5u", .control("s")), ("\u{1B}[27;5;115~", .control("s")), ("\u{1B}[27u", .escape),
    ("\u{1B}Op", .character("0")),
    ("\u{1B}OM", .enter),
  ])
  func namesKeys(bytes: String, key: Key) {
    #expect(decode(bytes) == [.key(key)])
  }

  /// Each of these is followed by an `x` that must arrive, and nothing else may.
  @Test(arguments: [
    "\u{1B}[?1;2c", "\u{1B}[24;80R", "\u{1B}[999999999999;1R", "\u{1B}]0;title\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[I", "\u{1B}[O", "\u{1B}[?2004;1$y", "\u{1B}[>0;1;2c", "\u{1B}[<35;4;5M",
    "\u{1B}[<2;4;5M",
    "\u{1B}[201~", "\u{1B}[8;24;80t", "\u{9B}", "\u{85}", "\u{1B}[99~", "\u{1B}[1;5",
    "\u{1B}_x\u{1B}\\",
  ])
  func swallowsWhatIsNoKey(bytes: String) {
    var decoder = KeyDecoder()
    let events = decoder.feed(Array(bytes.utf8), at: 0) + decoder.expire() + decoder.feed([0x78], at: 200)
    #expect(events == [.key(.character("x"))])
  }

  @Test func brokenSequencesGiveWayToWhatFollows() {
    #expect(decode("\u{1B}[12\u{1B}[Ax") == [.key(.up), .key(.character("x"))])
    #expect(decode("\u{1B}]0;no end\u{1B}[Bx") == [.key(.down), .key(.character("x"))])
    #expect(decode("\u{1B}[1评") == [.key(.character("评"))])
  }

  @Test func badBytesAreDroppedAlone() {
    var decoder = KeyDecoder()
    let bytes: [UInt8] = [
      0xFF, 0x61, 0xE4, 0xB8, 0x62, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF5, 0xE4, 0xB8, 0xAD, 0xF0, 0x8F, 0x80, 0x80,
    ]
    #expect(
      decoder.feed(bytes, at: 0) + decoder.expire() == [
        .key(.character("a")), .key(.character("b")), .key(.character("中")),
      ])
  }

  /// Any split between reads gives the same events.
  @Test(arguments: [
    "评审👍é", "\u{1B}[1;5Dx\u{1B}OP", "a\u{1B}[200~粘\r\n贴\u{1B}[201~b", "\u{1B}[<0;3;4M\u{1B}[<0;3;4m",
    "\u{1B}]0;t\u{7}x",
  ])
  func readsMayBeSplitAnywhere(text: String) {
    let bytes = Array(text.utf8)
    let whole = decode(text)
    #expect(!whole.isEmpty)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      let events = decoder.feed(bytes[..<cut], at: 0) + decoder.feed(bytes[cut...], at: 0) + decoder.expire()
      #expect(events == whole, "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.feed([$0], at: 0) } + decoder.expire() == whole)
  }

  @Test func escapeWaitsBrieflyAndCharactersLonger() {
    var decoder = KeyDecoder()
    #expect(decoder.patience == nil)
    #expect(decoder.feed([0x1B], at: 0).isEmpty)
    #expect(decoder.patience == 25)
    #expect(decoder.expire() == [.key(.escape)])
    #expect(decoder.patience == nil)
    #expect(decoder.feed([0xE4, 0xB8], at: 0).isEmpty)
    #expect(decoder.patience == 1000)
    #expect(decoder.feed([0xAD], at: 0) == [.key(.character("中"))])
    #expect(decode("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
  }

  @Test func pastesArriveInOnePiece() {
    #expect(decode("\u{1B}[200~q\u{1B}[Ax\r\ny\rz\u{1B}[201~") == [.paste("q\u{1B}[Ax\ny\nz")])
    #expect(decode("\u{1B}[200~no end") == [.paste("no end")])
    #expect(decode("\u{1B}[200~\u{1B}[20\u{1B}[201~q") == [.paste("\u{1B}[20"), .key(.character("q"))])
  }

  @Test func endlessPastesAreCut() {
    var decoder = KeyDecoder()
    _ = decoder.feed(Array("\u{1B}[200~".utf8), at: 0)
    for _ in 0..<20 { _ = decoder.feed(repeatElement(0x61, count: 100_000), at: 0) }
    guard case .paste(let text)? = decoder.expire().first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == KeyDecoder.pasteLimit)
    #expect(decoder.feed([0x71], at: 0) == [.key(.character("q"))])
  }

  @Test func readsTheMouse() {
    let press = Mouse(kind: .press, position: Position(row: 3, column: 2))
    #expect(decode("\u{1B}[<0;3;4M") == [.mouse(press)])
    #expect(decode("\u{1B}[M #$") == [.mouse(press)])
    #expect(decode("\u{1B}[<0;3;4m") == [.mouse(Mouse(kind: .release, position: press.position))])
    #expect(decode("\u{1B}[<64;3;4M") == [.mouse(Mouse(kind: .wheelUp, position: press.position))])
    #expect(decode("\u{1B}[<65;3;4M") == [.mouse(Mouse(kind: .wheelDown, position: press.position))])
  }

  @Test func secondPressAtOnceIsADoublePress() {
    var decoder = KeyDecoder()
    let bytes = Array("\u{1B}[<0;3;4M".utf8)
    func kinds(_ events: [InputEvent]) -> [Mouse.Kind] {
      events.compactMap { if case .mouse(let mouse) = $0 { mouse.kind } else { nil } }
    }
    #expect(kinds(decoder.feed(bytes, at: 1000)) == [.press])
    #expect(kinds(decoder.feed(bytes, at: 1300)) == [.doublePress])
    #expect(kinds(decoder.feed(bytes, at: 1400)) == [.press])
    #expect(kinds(decoder.feed(bytes, at: 1900)) == [.press])
  }

  /// Noise of every kind: no trap, nothing held back for ever, and a key typed after it arrives.
  @Test func randomNoiseNeverLocksTheKeyboard() {
    var random = SplitMix(seed: 41)
    let pieces =
      [
        "\u{1B}[A", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}O", "\u{1B}", "\t", "j", "\u{1B}[<0;1;1M", "\u{1B}]0;x\u{7}",
        "\u{0}", "\u{7F}",
        "\u{1B}[999999999999;1R", "\u{1B}[M", "\u{1B}P", "\u{1B}[[", "中",
      ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xE4, 0xB8], [0x9B, 0x33]]
    for _ in 0..<300 {
      var decoder = KeyDecoder()
      for _ in 0..<random.below(60) {
        if random.below(10) == 0 { _ = decoder.expire() }
        _ = decoder.feed(pieces[random.below(pieces.count)], at: 0)
      }
      while decoder.patience != nil { _ = decoder.expire() }
      #expect(decoder.feed([0x71], at: 0) == [.key(.character("q"))])
    }
  }
}
