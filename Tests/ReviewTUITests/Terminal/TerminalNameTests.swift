import Testing

@testable import ReviewTUI

@Suite struct TerminalNameTests {
  @Test(arguments: [
    ("xterm-256color", true), ("screen.xterm-256color", true), ("rxvt+pcfkeys", true), ("", false),
    ("../../tmp/evil", false),
    ("x/y", false), (".", false), ("a b", false), ("é", false), (String(repeating: "a", count: 65), false),
    ("a\u{1B}", false),
  ])
  func acceptsNamesThatAreNoPaths(name: String, isProper: Bool) {
    #expect(TerminalName.isProper(name) == isProper)
  }

  @Test func newTerminalsHaveStandIns() {
    #expect(TerminalName.candidates(for: "xterm-kitty").map(\.name) == ["xterm-kitty", "xterm-256color", "xterm"])
    #expect(TerminalName.candidates(for: "nosuch-term").map(\.name) == ["nosuch-term"])
  }

  @Test(arguments: [
    ("tmux-256color", "reviewtui-mux256"), ("tmux", "reviewtui-mux256"), ("screen.xterm-256color", "reviewtui-mux256"),
    ("screen", "reviewtui-mux8"),
  ])
  func multiplexersHaveADescriptionOfOurOwn(name: String, ours: String) {
    let first = TerminalName.candidates(for: name).first
    #expect(first?.name == ours)
    #expect(first?.description?.hasPrefix("b64:") == true)
  }

  @Test func delaysAreTakenOut() {
    let bytes = Array("a$<5>b$<2/>$c$<".utf8)
    #expect(TerminalString.withoutDelays(bytes) == Array("ab$c$<".utf8))
  }

  @Test(arguments: [
    ("zh_CN.UTF-8", true), ("en_US.utf8", true), ("C.UTF-8", true), ("C", false), ("zh_CN.GB18030", false), ("", false),
    ("UTF-8", false),
  ])
  func localesSayTheirCharacterSet(name: String, isUTF8: Bool) {
    #expect(TerminalLocale.namesUTF8(name) == isUTF8)
  }
}
