import Foundation
import Testing

@testable import Core

extension EndToEnd {
  /// Undo reaches back over the end of the program, however it ended.
  @Suite struct UndoTests {
    @Test(arguments: [true, false]) func stepsOfASheetSurvive(_ isKilled: Bool) throws {
      let bench = try Workbench()
      let first = try bench.open()
      for text in ["7", "6.5"] {
        try first.press("Home")
        try first.type(text)
        try first.press("Enter")
        try first.wait("\(text) saved") {
          $0.contains("已保存") && $0.contains(text.count == 1 ? "7.0 / 100" : "6.5 / 100")
        }
      }
      try first.press("F7")
      try first.wait(for: "C02 评语")
      try first.type("一句评语")
      try first.press("Escape")
      // The declaration was the first revision.
      try first.wait("the comment saved") { $0.contains("已保存") && $0.contains(" r4") }
      if isKilled {
        kill(try first.programID(), SIGKILL)
        try first.wait(for: "EXIT=137")
      } else {
        try first.press("F10")
        try first.wait(for: "EXIT=0")
      }
      let second = try bench.open(declares: false)
      try second.press("F8")
      try second.wait(for: "已撤销：C02 评语")
      try second.press("F8")
      try second.wait(for: "已撤销：C01 6.5→7.0")
      try second.press("F8")
      try second.wait(for: "已撤销：C01 7.0→—")
      try second.press("C-r")
      try second.wait(for: "已重做：C01 —→7.0")
      try second.wait("the score saved") { _ in
        (try? bench.review()).map { $0.entries[0].score == 70 && $0.entries[1].comment.isEmpty } ?? false
      }
      // Undo went forward: each was a revision of its own.
      #expect(try bench.review().revision >= 8)
      let journal = try reviewtui("check", bench.workspace.path, environment: ["HOME": bench.home.path])
      #expect(!journal.errors.contains("journal/"), "\(journal.errors)")
      // And again over a restart: redo too.
      try second.press("F10")
      try second.wait(for: "EXIT=0")
      let third = try bench.open(declares: false)
      try third.press("C-r")
      try third.wait(for: "已重做：C01 7.0→6.5")
    }

    @Test func stepsOfAnotherVersionAreNotOffered() throws {
      let bench = try Workbench()
      let first = try bench.open()
      try first.type("7")
      try first.press("Enter")
      try first.wait(for: "已保存")
      try first.press("F10")
      try first.wait(for: "EXIT=0")
      let score = try reviewtui(
        "score", bench.workspace.path, Workbench.application, "--as", Workbench.person, "--set", "C01=8",
        environment: ["HOME": bench.home.path])
      #expect(score.status == 0, "\(score.errors)")
      let second = try bench.open(declares: false)
      try second.press("F8")
      try second.wait(for: "文件已在别处改过")
      #expect(try bench.review().entries[0].score == 80)
      // What is done from now on can be taken back again.
      try second.type("9")
      try second.press("Enter")
      try second.wait(for: "已保存")
      try second.press("F8")
      try second.wait(for: "已撤销：C01 9.0→8.0")
    }

    /// After a kill the text comes back with its steps; saved and opened in another session, it still has them.
    @Test func stepsOfATextSurviveAKillAndASave() throws {
      let bench = try Workbench()
      let first = try bench.open()
      try first.press("F7")
      try first.wait(for: "C01 评语")
      try first.type("第一句。")
      try first.press("Left", "Right")
      try first.type("第二句。")
      try first.wait(for: "第一句。第二句。")
      usleep(900_000)
      kill(try first.programID(), SIGKILL)
      try first.wait(for: "EXIT=137")
      let second = try Terminal(home: bench.home, "open", bench.workspace.path, "--as", Workbench.person)
      try second.wait(for: "找回未保存的文字")
      try second.press("Enter")
      try second.wait(for: "已恢复")
      try second.press("C-z")
      try second.wait("one step less") { $0.contains("第一句。") && !$0.contains("第二句。") }
      try second.press("C-y")
      try second.wait(for: "第一句。第二句。")
      try second.type("第三句。")
      try second.press("Escape")
      try second.wait(for: "已保存")
      try second.press("F10")
      try second.wait(for: "EXIT=0")
      let third = try bench.open(declares: false)
      try third.press("F7")
      try third.wait(for: "第三句。")
      try third.press("C-z", "C-z")
      // The box, not the saved comment above it.
      try third.wait(for: "│ 第一句。 ")
    }
  }
}
