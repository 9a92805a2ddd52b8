import Testing

@testable import ReviewTUI

@Suite struct KeyTests {
  @Test(
    arguments: [
      ("９", "9"), ("Ａ", "A"), ("ａ", "a"), ("、", "/"), ("，", ","), ("。", "."), ("：", ":"), ("；", ";"), ("？", "?"),
      ("！", "!"),
      ("（", "("), ("）", ")"), ("【", "["), ("】", "]"), ("《", "<"), ("》", ">"), ("—", "_"), ("￥", "$"), ("·", "`"),
      ("＋", "+"),
      ("\u{3000}", " "), ("评", "评"), ("A", "A"), ("a", "a"),
    ] as [(Character, Character)])
  func inputMethodSignsFold(typed: Character, meant: Character) {
    #expect(Key.character(typed).folded == .character(meant))
    #expect(Key.alt(typed).folded == .alt(meant))
  }

  @Test func otherKeysStay() {
    #expect(Key.up.folded == .up)
    #expect(Key.control("a").folded == .control("a"))
  }
}
