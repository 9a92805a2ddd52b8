import Foundation
import Testing

@testable import Core

extension EndToEnd {
  /// The text box in a real terminal: the cursor, pastes, the keys.
  @Suite struct TextBoxTests {
    /// The cursor stands behind what was typed, in every size.
    @Test(arguments: sizes) func theCursorStandsAtTheCaret(_ size: (Int, Int)) throws {
      let bench = try Workbench()
      let terminal = try bench.open(columns: size.0, rows: size.1)
      try terminal.press("F7")
      try terminal.wait(for: "C01 评语")
      // The box's upper line: between the header and the two lines at the bottom.
      let body = size.1 - 3
      let top = 1 + body - min(max(7, body / 3), body)
      try terminal.wait(cursorAt: 2, top + 1)
      try terminal.type("前后对比数据完整")
      try terminal.wait(cursorAt: 2 + 16, top + 1)
      // As many as the line holds; its last column is the caret's, and the next character goes below.
      let room = (size.0 - 4 - 1) / 2
      try terminal.type(String(repeating: "字", count: room - 8))
      try terminal.wait(cursorAt: 2 + 2 * room, top + 1)
      try terminal.type("评")
      try terminal.wait(cursorAt: 4, top + 2)
      try terminal.press("Up")
      try terminal.wait(cursorAt: 4, top + 1)
      try terminal.press("End")
      try terminal.wait(cursorAt: 2 + 2 * room, top + 1)
      try terminal.press("Home")
      try terminal.wait(cursorAt: 2, top + 1)
      try terminal.press("C-End")
      try terminal.wait(cursorAt: 4, top + 2)
      // Closed, the cursor is hidden.
      try terminal.press("Escape")
      try terminal.wait(for: "已保存")
      #expect(try !terminal.cursor().isShown)
    }

    @Test func aPasteIsCleanedAndOneStepOfUndo() throws {
      let bench = try Workbench()
      let terminal = try bench.open(columns: 80, rows: 24)
      try terminal.press("F7")
      try terminal.wait(for: "C01 评语")
      try terminal.type("先写")
      try terminal.wait(for: "先写")
      let dirty = "第一行\u{1B}[31m红\u{0}\u{7}\t尾\r\n第二行\u{202E}反\u{200B}向\r"
      try terminal.paste(String(repeating: dirty, count: 1200) + "最后一行")
      try terminal.wait(for: "最后一行")
      try terminal.press("C-z")
      try terminal.wait(gone: "最后一行")
      try terminal.wait(for: "先写")
      try terminal.press("C-y")
      try terminal.wait(for: "最后一行")
      try terminal.press("Escape")
      try terminal.wait(for: "已保存")
      let lines = try bench.review().entries[0].comment.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 2401)
      #expect(lines.first?.hasPrefix("先写第一行") == true && lines.last == "最后一行")
      let bad = lines.contains {
        $0.unicodeScalars.contains { $0.value < 0x20 || [0x202E, 0x200B].contains($0.value) }
      }
      #expect(!bad)
    }

    @Test func theHintLineNamesTheKeysOfTheBox() throws {
      let bench = try Workbench()
      let terminal = try bench.open(columns: 80, rows: 24)
      try terminal.press("F7")
      let screen = try terminal.wait(for: "C01 评语")
      let hint = try #require(screen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) })
      #expect(hint.contains("F4外部编辑器") && hint.contains("Esc完成并保存"))
      #expect(!hint.contains("提交"))
    }
  }
}
