import TestSupport
import Testing

@testable import ReviewTUI

@Suite struct TextEditorTests {
  private func press(_ keys: [Key], in editor: inout TextEditor) {
    for key in keys {
      let consumed = editor.handle(key)
      #expect(consumed, "\(key)")
    }
  }

  private func type(_ text: String, in editor: inout TextEditor) {
    press(text.map { $0 == "\n" ? .enter : .character($0) }, in: &editor)
  }

  @Test func undoTakesBackWordsAndRedoBringsThemAgain() {
    var editor = TextEditor(text: "旧")
    type(" new words", in: &editor)
    editor.insert("粘\n贴")
    press([.backspace, .backspace], in: &editor)
    var seen = [editor.text]
    while editor.undo() { seen.append(editor.text) }
    #expect(seen == ["旧 new words粘", "旧 new words粘\n贴", "旧 new words", "旧 new ", "旧 ", "旧"])
    while editor.redo() {}
    #expect(editor.text == "旧 new words粘")
    #expect(editor.cursor == editor.text.count)
    type("x", in: &editor)
    #expect(!editor.canRedo)
    press([.control("z"), .control("z"), .control("y")], in: &editor)
    #expect(editor.text == "旧 new words粘")
  }

  @Test func movesByVisibleLines() {
    var editor = TextEditor(text: "甲乙丙丁戊己\nab")
    editor.setWidth(5)
    #expect(editor.layout(width: 5).lines.map(\.text) == ["甲乙", "丙丁", "戊己", "ab"])
    #expect(editor.layout(width: 5).caret == Position(row: 3, column: 2))
    press([.up], in: &editor)
    #expect(editor.layout(width: 5).caret == Position(row: 2, column: 2))
    press([.up, .home], in: &editor)
    #expect(editor.cursor == 2)
    press([.end], in: &editor)
    #expect(editor.layout(width: 5).caret == Position(row: 1, column: 4))
    press([.home, .end, .right], in: &editor)
    #expect(editor.layout(width: 5).caret == Position(row: 2, column: 2))
    press([.left, .left, .pageUp], in: &editor)
    press([.up], in: &editor)
    #expect(editor.cursor == 0)
    press([.pageDown], in: &editor)
    #expect(editor.layout(width: 5).caret.row == 3)
    press([.down], in: &editor)
    #expect(editor.cursor == 9)
  }

  @Test func keepsTheColumnOverShortLines() {
    var editor = TextEditor(text: "abcdef\nx\nabcdef")
    press([.left, .left, .up], in: &editor)
    #expect(editor.layout(width: 80).caret == Position(row: 1, column: 1))
    press([.up], in: &editor)
    #expect(editor.layout(width: 80).caret == Position(row: 0, column: 4))
  }

  @Test(arguments: [
    ("ab\ncd", 1, Key.control("k"), "a\ncd", 1), ("ab\ncd", 2, .control("k"), "abcd", 2),
    ("ab\ncd", 4, .control("u"), "ab\nd", 3),
    ("ab cd", 5, .control("w"), "ab ", 3), ("评e\u{301}", 2, .backspace, "评", 1), ("ab", 0, .delete, "b", 0),
    ("ab", 1, .enter, "a\nb", 2),
    ("ab\n", 3, .backspace, "ab", 2),
  ])
  func editsByKeys(text: String, cursor: Int, key: Key, result: String, place: Int) {
    var editor = TextEditor(text: text)
    editor.cursor = cursor
    let consumed = editor.handle(key)
    #expect(consumed)
    #expect(editor.text == result)
    #expect(editor.cursor == place)
    editor.undo()
    #expect(editor.text == text)
    #expect(editor.cursor == cursor)
  }

  @Test func leavesOtherKeysAlone() {
    var editor = TextEditor(text: "a")
    for key in [Key.tab, .backTab, .escape, .function(2), .control("s")] {
      let consumed = editor.handle(key)
      #expect(!consumed)
    }
  }

  @Test func pastesWithoutControls() {
    var editor = TextEditor()
    editor.insert("甲\r\n乙\u{1B}[0m\u{7}\u{200B}\t丙\r丁")
    #expect(editor.text == "甲\n乙[0m 丙\n丁")
  }

  /// Undo to the start and redo to the end give both texts back, whatever was done.
  @Test func randomEditsCanBeTakenBack() {
    var random = SplitMix(seed: 5)
    let keys: [Key] = [
      .left, .right, .up, .down, .home, .end, .backspace, .delete, .enter, .control("w"), .control("k"), .control("u"),
      .alt("b"), .alt("d"),
      .character("评"), .character("a"), .character("\u{301}"), .character("，"), .character(" "), .character("🇨"),
      .character("🇳"), .character("👨"), .character("\u{200D}"), .character("\u{1112}"), .character("\u{1161}"),
      .controlHome, .controlEnd,
    ]
    for _ in 0..<150 {
      var editor = TextEditor(text: "开始 text")
      editor.setWidth(2 + random.below(10))
      let before = editor.text
      for _ in 0..<60 {
        if random.below(8) == 0 { editor.insert(RandomText.make(&random)) }
        _ = editor.handle(keys[random.below(keys.count)])
        #expect(editor.cursor >= 0 && editor.cursor <= editor.text.count)
        let layout = editor.layout(width: editor.width)
        #expect(layout.caret.row < layout.lines.count && layout.caret.column < editor.width)
        #expect(Array(editor.text) == editor.characters, "read anew the text has other characters")
      }
      let after = editor.text
      while editor.undo() {}
      #expect(Array(editor.text.unicodeScalars) == Array(before.unicodeScalars))
      while editor.redo() {}
      #expect(Array(editor.text.unicodeScalars) == Array(after.unicodeScalars))
    }
  }
}
