import Core
import Testing

@testable import ReviewTUI

@Suite struct OutsideEditorTests {
  @Test(arguments: [
    ("vim", ["vim"]), ("  code  --wait ", ["code", "--wait"]), ("'/opt/my editor/e' -n", ["/opt/my editor/e", "-n"]),
    ("e \"a b\"c\\ d", ["e", "a bc d"]), ("e \"\\n\\\"$HOME\"", ["e", "\\n\"$HOME"]), ("e ''", ["e", ""]),
    ("e ~/x *", ["e", "~/x", "*"]),
  ])
  func splitsAsAShellDoes(text: String, words: [String]) {
    #expect(ShellWords.split(text) == words)
  }

  @Test(arguments: ["e 'open", "e \"open", "e \\"]) func refusesAnOpenQuote(_ text: String) {
    #expect(ShellWords.split(text) == nil)
  }

  @Test func visualComesBeforeEditorAndBlanksAreNothing() throws {
    let both = OutsideEditor(environment: ["VISUAL": "a b", "EDITOR": "c"])
    #expect(try both.command().get() == ["a", "b"])
    #expect(try OutsideEditor(environment: ["VISUAL": " ", "EDITOR": "c"]).command().get() == ["c"])
    guard case .failure(let refusal) = OutsideEditor(environment: ["PATH": "/nowhere"]).command() else {
      Issue.record("an editor out of nothing")
      return
    }
    #expect(refusal.outcome == .none)
  }

  /// Keys that are typed while the file is being made wait for the editor's end.
  @Test func theBoxHandsItsTextOver() throws {
    var state = try SampleState.score(Size(columns: 120, rows: 40))
    SampleState.press(&state, .function(7))
    SampleState.type(&state, "评语")
    let effects = state.update(.input(.key(.function(4))))
    #expect(effects == [.handOut(application: SampleState.ids[1], field: "C01", text: "评语")])
    SampleState.type(&state, "后")
    _ = state.update(.handOutFailed(nil))
    guard case .score(let score)? = state.stack.last else { return }
    #expect(score.editing?.editor.text == "评语后")
    #expect(state.notice == nil || state.notice?.level != .good)
  }

  @Test func thePaletteOfABoxOffersOnlyWhatTheBoxCanDo() throws {
    var state = try SampleState.score(Size(columns: 120, rows: 40))
    SampleState.press(&state, .function(7))
    SampleState.press(&state, .function(2))
    guard case .palette(let palette)? = state.overlays.last else {
      Issue.record("no palette")
      return
    }
    let commands = state.paletteCommands(palette)
    #expect(commands.contains(.editOutside) && commands.contains(.back))
    #expect(!commands.contains(.submit) && !commands.contains(.quit) && !commands.contains(.nextApplication))
  }

  @Test func theHintLineOfABoxNamesTheBoxesKeys() throws {
    var state = try SampleState.score(Size(columns: 80, rows: 24))
    SampleState.press(&state, .function(7))
    let hints = state.hints().map(\.command)
    #expect(hints.contains(.undo) && hints.contains(.editOutside) && hints.contains(.back))
    #expect(!hints.contains(.submit) && !hints.contains(.raise))
  }
}
