import Core
import Foundation
import Testing

extension EndToEnd {
  /// Disks that are full, read-only or gone while a sheet is filled in, and a program that is killed meanwhile.
  @Suite struct KeepTests {
    private static let id = "2022-zoucheng-002"
    private static let person = "pingshen-02"

    private func open(_ workspace: String, home: URL) throws -> Terminal {
      try Terminal(columns: 120, rows: 40, home: home, "open", workspace, "--as", Self.person)
    }

    /// The score sheet, with nothing in it; the declaration stands in its file.
    private func sheet(_ workspace: String, home: URL) throws -> Terminal {
      let declared = try reviewtui(
        "score", workspace, Self.id, "--as", Self.person, "--declare", "none", environment: ["HOME": home.path])
      #expect(declared.status == 0, "\(declared.errors)")
      let terminal = try open(workspace, home: home)
      try toSheet(terminal)
      return terminal
    }

    private func toSheet(_ terminal: Terminal) throws {
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type(Self.id)
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter", "F4")
      try terminal.wait(for: "评分表")
    }

    private func text(_ workspace: String) -> String {
      (try? String(contentsOfFile: "\(workspace)/reviews/\(Self.id)/\(Self.person).json", encoding: .utf8)) ?? ""
    }

    private func kill(_ terminal: Terminal) throws {
      // The promise for typed text: half a second.
      usleep(900_000)
      Glibc.kill(try terminal.programID(), SIGKILL)
      try terminal.wait(for: "EXIT=137")
    }

    /// A folder on a disk of 1 MB: only root can make one.
    private func smallDisk(_ body: (String) throws -> Void) throws {
      guard geteuid() == 0 else { return print("skipped: a small disk needs root") }
      let disk = try Places.temporaryFolder("disk").path
      guard try run(["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", disk]).status == 0 else {
        return print("skipped: a file system cannot be mounted here")
      }
      defer { _ = try? run(["umount", "-l", disk]) }
      try FileManager.default.copyItem(
        at: Places.repository.appendingPathComponent("sample-data"), to: URL(fileURLWithPath: disk + "/ws"))
      try body(disk)
    }

    private func fill(_ disk: String) throws {
      _ = try run([
        "sh", "-c",
        "dd if=/dev/zero of='\(disk)/filler' bs=4k 2>/dev/null; dd if=/dev/zero of='\(disk)/filler2' bs=512 2>/dev/null; true",
      ])
    }

    @Test func aFullDiskIsToldAndWaitedFor() throws {
      try smallDisk { disk in
        let home = try Places.temporaryFolder("home")
        let terminal = try sheet(disk + "/ws", home: home)
        try fill(disk)
        let before = text(disk + "/ws")
        try terminal.type("8")
        try terminal.press("Enter")
        let screen = try terminal.wait(for: "磁盘已满")
        #expect(screen.contains("\(Self.person).json") && screen.contains("自动重试") && !screen.contains("已保存"))
        // It stays through everything else, and leaving asks.
        try terminal.press("Down", "Up", "F10")
        try terminal.wait(for: "还有未保存的内容")
        try terminal.press("Escape")
        try terminal.wait(gone: "还有未保存的内容")
        #expect(try terminal.screen().contains("磁盘已满"))
        #expect(text(disk + "/ws") == before)
        try FileManager.default.removeItem(atPath: disk + "/filler")
        // By itself: no key is pressed.
        try terminal.wait(for: "已保存", within: 90)
        #expect(try !terminal.screen().contains("磁盘已满"))
        #expect(text(disk + "/ws").contains("\"score\": 8"))
      }
    }

    @Test func everythingIsOfferedBackAfterAKillWhileTheSaveFails() throws {
      try smallDisk { disk in
        let home = try Places.temporaryFolder("home")
        let terminal = try sheet(disk + "/ws", home: home)
        try fill(disk)
        try terminal.type("8")
        try terminal.press("Enter")
        try terminal.wait(for: "磁盘已满")
        try terminal.press("F7")
        try terminal.wait(for: "C02 评语")
        try terminal.type("断电前写的评语")
        try terminal.wait(for: "断电前写的评语")
        try terminal.press("Escape")
        try terminal.wait(gone: "C02 评语")
        try terminal.press("Down")
        try terminal.type("6.")
        try terminal.wait(for: "6./")
        try kill(terminal)
        try FileManager.default.removeItem(atPath: disk + "/filler")
        let again = try open(disk + "/ws", home: home)
        let offer = try again.wait(for: "找回未保存的文字")
        #expect(offer.contains("评分表有 2 处修改") && offer.contains("断电前写的评语"), "\(offer)")
        try again.press("Enter")
        // The half score comes after the record that it is typed on.
        let second = try again.wait(for: "C03 分数，输入到一半")
        #expect(second.contains("6."))
        try again.press("Enter")
        try again.wait(for: "6./")
        try again.type("5")
        try again.press("Enter")
        try again.wait(for: "14.5 / 100.0")
        try again.wait(for: "已保存")
        let found = text(disk + "/ws")
        #expect(found.contains("断电前写的评语") && found.contains("\"score\": 6.5"))
        try again.press("C-q")
        try again.wait(for: "EXIT=0")
        let third = try open(disk + "/ws", home: home)
        let screen = try third.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
        #expect(!screen.contains("找回未保存的文字"))
      }
    }

    /// Saved elsewhere while the workspace's folder is gone, and taken back by command.
    @Test func aFolderThatIsGoneAndAFileElsewhere() throws {
      let workspace = try Places.sampleWorkspace().path
      let home = try Places.temporaryFolder("home")
      let terminal = try sheet(workspace, home: home)
      try FileManager.default.moveItem(atPath: workspace + "/reviews", toPath: workspace + "-aside")
      // A file in the place of the folder.
      try "x".write(toFile: workspace + "/reviews", atomically: false, encoding: .utf8)
      try terminal.type("8")
      try terminal.press("Enter")
      try terminal.wait(for: "自动重试")
      try terminal.press("Down")
      try terminal.type("7.")
      try terminal.press("C-o")
      try terminal.wait(for: "Enter 写入")
      try terminal.press("C-u")
      let file = home.path + "/usb.json"
      try terminal.type(file)
      try terminal.press("Enter")
      try terminal.wait(for: "已另存到")
      #expect(try terminal.screen().contains("自动重试"))
      // Never over what is there.
      try terminal.press("C-o")
      try terminal.wait(for: "Enter 写入")
      try terminal.press("C-u")
      try terminal.type(file)
      try terminal.press("Enter")
      try terminal.wait(for: "已有这个文件")
      try terminal.press("Escape")
      try terminal.wait(gone: "Enter 写入")
      try terminal.press("F10")
      try terminal.wait(for: "还有未保存的内容")
      try terminal.press("Left", "Enter")
      try terminal.wait(for: "EXIT=0")
      try FileManager.default.removeItem(atPath: workspace + "/reviews")
      try FileManager.default.moveItem(atPath: workspace + "-aside", toPath: workspace + "/reviews")
      let taken = try reviewtui(
        "score", workspace, Self.id, "--as", Self.person, "--lang", "zh", "--from", file,
        environment: ["HOME": home.path])
      #expect(taken.status == 0 && taken.output.contains("ACK"), "\(taken.errors)")
      #expect(taken.errors.contains("输入到一半") && taken.errors.contains("7."))
      #expect(text(workspace).contains("\"score\": 8"))
      let checked = try run([
        "python3", Places.repository.path + "/Tests/check-schemas.py", Places.repository.path + "/docs/schema",
        try alone(file),
      ])
      #expect(checked.status == 0, "\(checked.output)")
    }

    /// A folder with a copy of the file and nothing else.
    private func alone(_ file: String) throws -> String {
      let folder = try Places.temporaryFolder("rescue")
      try FileManager.default.copyItem(atPath: file, toPath: folder.path + "/rescue.json")
      return folder.path
    }

    /// What is half typed in the other boxes: a correction and its reason.
    @Test func aCorrectionIsOfferedBackWithItsReason() throws {
      let workspace = try Places.sampleWorkspace().path
      let home = try Places.temporaryFolder("home")
      func start() throws -> Terminal {
        try Terminal(columns: 120, rows: 40, home: home, "open", workspace, "--as", "dudao-01")
      }
      let terminal = try start()
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type("2022-wenshang-002")
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter", "IC", "Down", "Enter")
      try terminal.wait(for: "更正")
      try terminal.press("C-u")
      try terminal.type("26418.3")
      try terminal.press("Enter")
      try terminal.type("见所附审计报告")
      try terminal.wait(for: "见所附审计报告")
      try kill(terminal)
      let again = try start()
      let offer = try again.wait(for: "找回未保存的文字")
      #expect(offer.contains("更正") && offer.contains("见所附审计报告"), "\(offer)")
      try again.press("Enter")
      try again.wait(for: "已恢复")
      try again.press("Enter")
      try again.wait(for: "已保存")
      let file = try String(contentsOfFile: workspace + "/applications/2022-wenshang-002.json", encoding: .utf8)
      #expect(file.contains("见所附审计报告"))
    }
  }
}
