import Foundation
import Testing

@testable import Core

extension EndToEnd {
  /// The editor of the person's choice, here small programs of the shell.
  @Suite struct OutsideEditorTests {
    private func typed(_ bench: Workbench, _ script: String, _ text: String = "原来的评语") throws -> Terminal {
      let terminal = try bench.open(environment: ["VISUAL": "sh '\(try bench.editor(script))'"])
      try terminal.press("F7")
      try terminal.wait(for: "C01 评语")
      try terminal.type(text)
      try terminal.wait(for: text)
      return terminal
    }

    /// The editor has the terminal as a shell would give it, and its text is one step of undo.
    @Test func takesTheTextBackAsOneStep() throws {
      let bench = try Workbench()
      let terminal = try typed(
        bench,
        """
        echo "EDITOR $(stty -a < /dev/tty | tr ' ' '\\n' | grep -c '^icanon') $(stat -c %a "$1")"
        read line
        printf '%s，%s\\r\\n第二行\\033[31m红\\n' "$(cat "$1")" "$line" > "$1.new"; mv "$1.new" "$1"
        """)
      try terminal.press("F4")
      try terminal.wait(for: "EDITOR 1 600")
      try terminal.resize(columns: 100, rows: 30)
      try terminal.type("外部写的")
      try terminal.press("Enter")
      let screen = try terminal.wait(for: "已取回")
      #expect(screen.contains("原来的评语，外部写的") && screen.contains("第二行[31m红"))
      try terminal.press("C-z")
      try terminal.wait(gone: "外部写的")
      try terminal.press("C-y")
      try terminal.wait(for: "外部写的")
      try terminal.press("Escape")
      try terminal.wait(for: "已保存")
      #expect(try bench.review().entries[0].comment == "原来的评语，外部写的\n第二行[31m红")
      #expect(bench.privateFiles("edit").isEmpty)
      // Keys are read as before.
      try terminal.press("F1")
      try terminal.wait(for: "通用按键")
    }

    @Test(arguments: [
      ("exit 3", "状态 3"), ("rm \"$1\"", "删掉了文件"), ("printf '\\377\\376评' > \"$1\"", "不是 UTF-8"),
      ("head -c 10000000 /dev/zero | tr '\\0' x > \"$1\"", "超过"), ("echo x > \"$1\"; kill -9 $$", "信号 9"),
    ])
    func keepsTheTextWhenTheEditorFails(_ script: String, _ message: String) throws {
      let bench = try Workbench()
      let terminal = try typed(bench, script)
      try terminal.press("F4")
      let screen = try terminal.wait(for: message)
      #expect(screen.contains("文字没有变") && screen.contains("原来的评语"))
      try terminal.press("Escape")
      try terminal.wait(for: "已保存")
      #expect(try bench.review().entries[0].comment == "原来的评语")
    }

    @Test func saysWhenThereIsNoSuchEditor() throws {
      let bench = try Workbench()
      let terminal = try bench.open(environment: ["VISUAL": "/nowhere/editor --wait"])
      try terminal.press("M-e")
      try terminal.wait(for: "找不到编辑器“/nowhere/editor”")
      try terminal.type("还能写")
      try terminal.wait(for: "还能写")
    }

    /// Both die while the editor works: what it saved is offered, and the typed text too.
    @Test func textOfAnEditorIsOfferedAfterAKill() throws {
      let bench = try Workbench()
      let terminal = try typed(bench, "echo 编辑器里的长文 > \"$1\"; echo READY; exec sleep 600")
      try terminal.press("F4")
      try terminal.wait(for: "READY")
      let console = try terminal.programID()
      let editor = try EndToEndTests.run(["pgrep", "-P", String(console)]).output.split(separator: "\n").first
      kill(console, SIGKILL)
      try terminal.wait(for: "EXIT=137")
      kill(try #require(editor.flatMap { Int32($0) }), SIGKILL)
      let again = try Terminal(
        home: bench.home, "open", bench.workspace.path, "--as", Workbench.person)
      let offer = try again.wait(for: "找回未保存的文字（2 处）")
      #expect(offer.contains("原来的评语"))
      try again.press("Right", "Enter")
      try again.wait(for: "编辑器里的长文")
      try again.press("Enter")
      try again.wait(for: "已恢复")
      try again.press("Escape")
      try again.wait(for: "已保存")
      #expect(try bench.review().entries[0].comment == "编辑器里的长文")
    }

    /// Told to end while the editor works, the console goes, and nothing is lost.
    @Test func endsWhenToldToWhileTheEditorWorks() throws {
      let bench = try Workbench()
      let terminal = try typed(bench, "echo READY; exec sleep 600")
      try terminal.press("F4")
      try terminal.wait(for: "READY")
      kill(try terminal.programID(), SIGTERM)
      try terminal.wait(for: "EXIT=143")
      let again = try Terminal(home: bench.home, "open", bench.workspace.path, "--as", Workbench.person)
      try again.wait(for: "找回未保存的文字")
      try again.wait(for: "原来的评语")
    }
  }
}
