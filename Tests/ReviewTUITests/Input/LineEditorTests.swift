import TestSupport
import Testing

@testable import ReviewTUI

@Suite struct LineEditorTests {
  private func typed(_ start: String, _ keys: [Key]) -> LineEditor {
    var editor = LineEditor(text: start)
    for key in keys {
      let consumed = editor.handle(key)
      #expect(consumed)
    }
    return editor
  }

  @Test(arguments: [
    ("评审", [Key.backspace], "评", 1), ("评审", [.left, .backspace], "审", 0), ("评审", [.home, .delete], "审", 0),
    ("ab", [.home, .character("评")], "评ab", 1), ("ab", [.left, .left, .left, .right], "ab", 1),
    ("一 two 三四", [.control("w")], "一 two ", 6), ("一 two ", [.control("w")], "一 ", 2),
    ("abc", [.left, .control("u")], "c", 0),
    ("abc", [.home, .right, .control("k")], "a", 1), ("e", [.character("\u{301}")], "e\u{301}", 1),
    ("e\u{301}x", [.home, .delete], "x", 0), ("👨‍👩‍👧x", [.home, .right], "👨‍👩‍👧x", 1),
    ("评分 ab，cd", [.alt("b"), .alt("b")], "评分 ab，cd", 3),
    ("ab cd", [.home, .alt("f")], "ab cd", 2), ("", [.backspace, .delete, .control("w")], "", 0),
  ])
  func editsByKeys(start: String, keys: [Key], text: String, cursor: Int) {
    let editor = typed(start, keys)
    #expect(Array(editor.text.unicodeScalars) == Array(text.unicodeScalars))
    #expect(editor.cursor == cursor)
  }

  @Test func leavesOtherKeysAlone() {
    var editor = LineEditor(text: "a")
    for key in [Key.enter, .tab, .escape, .up, .down, .function(1), .control("s"), .pageUp] {
      let consumed = editor.handle(key)
      #expect(!consumed)
    }
    #expect(editor.text == "a")
  }

  @Test func pastesInOneLineWithoutControls() {
    var editor = LineEditor(text: "头尾")
    editor.cursor = 1
    editor.insert("甲\r\n乙\n\u{1B}[31m\u{202E}丙\t丁\u{0}")
    #expect(editor.text == "头甲 乙 [31m丙 丁尾")
    #expect(editor.cursor == 12)
  }

  @Test(arguments: [
    ("评审", 2, 10, "评审", 4), ("评审", 2, 5, "评审", 4), ("评审", 2, 4, "审", 2), ("abcdef", 6, 4, "def", 3),
    ("abcdef", 0, 4, "abcd", 0),
    ("abcdef", 3, 4, "abcd", 3), ("评审核查", 3, 5, "核查", 2), ("评审", 1, 1, "", 0), ("", 0, 3, "", 0),
  ])
  func showsTheCursor(text: String, cursor: Int, width: Int, shown: String, column: Int) {
    var editor = LineEditor(text: text)
    editor.cursor = cursor
    let view = editor.view(width: width)
    #expect(view.text == shown)
    #expect(view.cursorColumn == column)
  }

  @Test func randomKeysKeepTheCursorInTheText() {
    var random = SplitMix(seed: 3)
    let keys: [Key] = [
      .left, .right, .home, .end, .backspace, .delete, .control("w"), .alt("f"), .alt("b"), .character("评"),
      .character("\u{301}"),
      .character("a"), .character("🇨"), .character(" "),
    ]
    for _ in 0..<200 {
      var editor = LineEditor()
      for _ in 0..<40 {
        _ = editor.handle(keys[random.below(keys.count)])
        #expect(editor.cursor >= 0 && editor.cursor <= editor.text.count)
        let width = 1 + random.below(9)
        let view = editor.view(width: width)
        #expect(DisplayWidth.of(view.text) <= width)
        #expect(view.cursorColumn < width)
      }
    }
  }
}
