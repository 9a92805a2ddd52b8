import Core
import Testing

@testable import ReviewTUI

/// The text box as a person types hours of Chinese into it.
@Suite struct TextBoxTests {
  private func press(_ editor: inout TextEditor, _ keys: Key...) {
    for key in keys { _ = editor.handle(key) }
  }

  private func type(_ editor: inout TextEditor, _ text: String) {
    for scalar in text.unicodeScalars { press(&editor, scalar == "\n" ? .enter : .character(Character(scalar))) }
  }

  @Test(arguments: ["🇨🇳", "👨\u{200D}👩\u{200D}👧", "e\u{301}", "\u{1112}\u{1161}\u{11AB}", "👍🏽", "❤\u{FE0F}"])
  func aGraphemeIsOneStepHoweverItIsTyped(_ sign: String) {
    var editor = TextEditor(text: "评")
    type(&editor, sign + "审")
    #expect(editor.text == "评\(sign)审")
    #expect(editor.cursor == 3)
    press(&editor, .left, .left)
    #expect(editor.cursor == 1)
    press(&editor, .delete)
    #expect(editor.text == "评审")
    press(&editor, .control("z"))
    #expect(Array(editor.text.utf8) == Array("评\(sign)审".utf8))
    press(&editor, .right, .backspace)
    #expect(editor.text == "评审" || editor.cursor == 1)
  }

  @Test func flagsPairUpAnewWhereOneIsTakenOut() {
    var editor = TextEditor(text: "🇨🇳🇦🇺🇺🇸")
    editor.cursor = 1
    press(&editor, .delete)
    #expect(editor.text == "🇨🇳🇺🇸")
    editor.cursor = 1
    press(&editor, .character("🇦"))
    #expect(Array(editor.text) == editor.characters)
    press(&editor, .control("z"), .control("z"))
    #expect(editor.text == "🇨🇳🇦🇺🇺🇸")
  }

  @Test func aJoinerWithoutPicturesIsLeftOut() {
    #expect(TypedText.cleaned("甲\u{200D}乙", oneLine: false) == "甲乙")
    #expect(TypedText.cleaned("👨\u{200D}乙", oneLine: false) == "👨乙")
    #expect(TypedText.cleaned("👨\u{200D}", oneLine: false) == "👨")
    #expect(TypedText.cleaned("👨\u{200D}👩", oneLine: false) == "👨\u{200D}👩")
  }

  /// A family that stands in a file is not taken apart by opening and closing its box.
  @Test func openingABoxChangesNoText() {
    for text in ["家👨\u{200D}👩\u{200D}👧庭", "e\u{301}", "🇨🇳🇨", "一\n\n二 "] {
      #expect(Array(TextEditor(text: text).text.utf8) == Array(text.utf8))
    }
  }

  @Test func linesBreakAsChineseIsSet() {
    var editor = TextEditor(text: "本项目（一期）投入1260万元，建成“灯塔车间”；OEE提升18.5%。后续再看")
    for width in 14...60 {
      editor.setBox(columns: width, rows: 5)
      for (index, line) in editor.layout(width: width).lines.enumerated() {
        if index > 0, let first = line.text.first { #expect(!"，。；）”%".contains(first), "\(width): \(line.text)") }
        if line.end < editor.characters.count, let last = line.text.last {
          #expect(!"（“".contains(last), "\(width): \(line.text)")
        }
      }
    }
  }

  @Test func scrollsOnlyAsFarAsTheCaretNeeds() {
    var editor = TextEditor(text: (1...20).map { "第\($0)行" }.joined(separator: "\n"))
    editor.setBox(columns: 40, rows: 5)
    #expect(editor.top == 15)
    press(&editor, .up, .up)
    #expect(editor.top == 15)
    #expect(editor.view(columns: 40, rows: 5).caret == Position(row: 2, column: 6))
    press(&editor, .pageUp)
    #expect(editor.top == 12)
    #expect(editor.view(columns: 40, rows: 5).caret.row == 0)
    press(&editor, .controlHome)
    #expect(editor.top == 0 && editor.cursor == 0)
    press(&editor, .controlEnd)
    #expect(editor.top == 15)
    // A window that grew shows as much as fits; one that shrank still shows the caret.
    #expect(editor.view(columns: 40, rows: 30).lines.count == 20)
    let small = editor.view(columns: 10, rows: 2)
    #expect(small.caret.row == 1 && small.lines.last?.text == "第20行")
  }

  @Test func aHugePasteIsCleanAndOneStep() {
    let dirty = String(repeating: "第一段\u{1B}[31m红\u{0}\u{7}\tx\r\n第二\u{202E}段\u{200B}，end\r", count: 2500)
    var editor = TextEditor(text: "前")
    editor.setBox(columns: 76, rows: 7)
    editor.insert(dirty)
    #expect(dirty.utf8.count > 100_000)
    #expect(editor.text == "前" + String(repeating: "第一段[31m红 x\n第二段，end\n", count: 2500))
    press(&editor, .control("z"))
    #expect(editor.text == "前")
    press(&editor, .control("y"))
    #expect(editor.characters.count > 40_000)
  }

  @Test func theTrailGivesTheStepsBackInAnotherRun() {
    var editor = TextEditor(text: "旧")
    type(&editor, "，新的一句")
    editor.insert("粘贴\n两行")
    press(&editor, .backspace, .backspace)
    press(&editor, .control("z"))
    var again = TextEditor(text: editor.text, trail: editor.trail)
    #expect(again.canRedo)
    var seen: [String] = []
    while again.undo() { seen.append(again.text) }
    #expect(seen == ["旧，新的一句", "旧"])
    while again.redo() {}
    #expect(again.text == "旧，新的一句粘贴\n")
    // A trail of another text is not used.
    var other = TextEditor(text: "完全不同", trail: editor.trail)
    #expect(!other.undo() && other.text == "完全不同")
  }

  @Test func aTrailSurvivesBeingWritten() throws {
    var editor = TextEditor()
    type(&editor, "评语 e\u{301}🇨🇳")
    press(&editor, .left, .backspace, .control("w"))
    let steps = try editor.trail.done.map { step in try #require(TextStep(json: step.json)) }
    #expect(steps == editor.trail.done)
    #expect(TextStep(json: .array([])) == nil)
    #expect(TextStep(json: .array([.array([.null])])) == nil)
  }
}
