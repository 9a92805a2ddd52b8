import Foundation
import Testing

@testable import Core

extension EndToEnd {
  /// A whole visit: planned by the supervisor, filled in by two inspectors on the console, killed in the middle of a note,
  /// recovered, signed and sealed, then read from the file.
  @Suite struct InspectTests {
    static let id = "2022-qufu-001"

    private func plan(_ workspace: URL, _ home: URL) throws {
      let result = try reviewtui(
        "inspect", workspace.path, Self.id, "--as", "dudao-01", "--visit", "t1", "--plan", "2022-09-08T09:30:00+08:00",
        "--inspector", "hecha-01", "--inspector", "hecha-02", environment: ["HOME": home.path])
      #expect(result.status == 0, "\(result.errors)")
    }

    private func open(_ workspace: URL, _ home: URL, as person: String, size: (Int, Int)) throws -> Terminal {
      let terminal = try Terminal(
        columns: size.0, rows: size.1, home: home, "open", workspace.path, "--as", person)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      return terminal
    }

    private func enter(_ terminal: Terminal) throws {
      try terminal.press("F3")
      try terminal.wait(for: "筛选:")
      try terminal.type(Self.id)
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter", "C-n")
      try terminal.wait(for: "核查清单")
    }

    private func visit(_ workspace: URL) throws -> Inspection {
      let url = workspace.appendingPathComponent("inspections/\(Self.id)/t1.json")
      return try Inspection(json: JSONParser.parse([UInt8](try Data(contentsOf: url))))
    }

    @Test(arguments: sizes) func wholeVisit(_ size: (Int, Int)) throws {
      let workspace = try Places.sampleWorkspace()
      let home = try Places.temporaryFolder("home")
      try plan(workspace, home)
      let typed = "门牌与营业执照一致，法人在场；近三十天日志完整"
      do {
        let first = try open(workspace, home, as: "hecha-01", size: size)
        try enter(first)
        try first.press("F7")
        try first.wait(for: "G01 说明")
        try first.type(typed)
        try first.wait(for: "近三十天日志完整")
        usleep(700_000)
        kill(try first.programID(), SIGKILL)
        try first.wait(for: "EXIT=137")
      }
      let terminal = try Terminal(
        columns: size.0, rows: size.1, home: home, "open", workspace.path, "--as", "hecha-01")
      let offer = try terminal.wait(for: "找回未保存的文字")
      #expect(offer.contains("G01 说明"))
      try terminal.press("Enter")
      try terminal.wait(for: "已恢复")
      try terminal.press("Escape")
      try terminal.wait(for: "已保存")
      #expect(try visit(workspace).item("G01")?.note == typed)

      let count = try visit(workspace).items.count
      for index in 0..<count {
        try terminal.type("1")
        try terminal.press("Down")
        try terminal.wait(for: "已查 \(index + 1)/\(count)")
      }
      // The first three metrics with a figure, as declared.
      try terminal.press("F6")
      try terminal.wait(for: "偏差")
      for row in try visit(workspace).metrics {
        if let declared = row.declared {
          try terminal.type(declared.text)
          try terminal.press("Enter")
        } else {
          try terminal.press("Right", "Down")
        }
      }
      try terminal.wait("metrics saved") { _ in
        ((try? visit(workspace).metrics.allSatisfy { $0.verified != nil || $0.word != nil }) ?? false)
      }
      try terminal.press("F6", "F6", "F6")
      try terminal.wait(for: "回避声明")
      try terminal.press("Home")
      try terminal.type("1")
      try terminal.wait(for: "无利害关系")
      for (line, text) in [
        (1, "2022-09-08T09:40:00+08:00"), (2, "2022-09-08T15:20:00+08:00"), (8, "现场与申报一致，同意通过。"),
        (13, "当日停电，次日补签"),
      ] {
        try terminal.press("Home")
        for _ in 0..<line { try terminal.press("Down") }
        try terminal.press("Enter")
        try terminal.wait(for: "字  ")
        try terminal.press("C-u")
        try terminal.type(text)
        try terminal.press("Tab")
        try terminal.wait(gone: "完成并保存")
      }
      try terminal.wait("the last text is saved") { _ in (try? visit(workspace).lateReason) == "当日停电，次日补签" }
      // Evidence of the minimum set comes by command, through the same rules, from the same person.
      try terminal.press("Escape")
      try terminal.wait(for: "显示")
      try terminal.press("C-q")
      try terminal.wait(for: "EXIT=0")
      var words = ["inspect", workspace.path, Self.id, "--as", "hecha-01", "--for", "G01"]
      for shown in ["gate", "scene", "device", "platform", "network", "group"] {
        let file = home.appendingPathComponent("\(shown).jpg")
        try Data("picture \(shown)".utf8).write(to: file)
        words += ["--evidence", "\(shown)=\(file.path)"]
      }
      words += ["--signer", "王某:厂长"]
      let added = try reviewtui(words, environment: ["HOME": home.path])
      #expect(added.status == 0, "\(added.errors)")
      let member = try reviewtui(
        "inspect", workspace.path, Self.id, "--as", "hecha-02", "--conflict", "no", "--answer", "G01=yes",
        environment: ["HOME": home.path])
      #expect(member.status == 0, "\(member.errors)")

      let last = try open(workspace, home, as: "hecha-01", size: size)
      try enter(last)
      try last.press("F9")
      try last.wait(for: "核查结论：通过")
      // The way back is chosen first: Enter alone does not sign.
      try last.press("Right", "Enter")
      try last.wait(for: "已签字")
      let signed = try visit(workspace)
      #expect(signed.state == .signed)
      #expect(signed.verdict == .pass)
      #expect(signed.opinion == "现场与申报一致，同意通过。")
      #expect(signed.companySigner?.name == "王某")
      #expect(signed.items.allSatisfy { $0.answer == .yes || $0.answer == .na })
      // A signed visit is sealed.
      try last.type("3")
      try last.wait(for: "签字封存")
      #expect(try visit(workspace) == signed)
      let second = try open(workspace, try Places.temporaryFolder("home"), as: "hecha-02", size: size)
      try enter(second)
      try second.press("F9")
      try second.wait(for: "核查结论：通过")
      try second.press("Right", "Enter")
      let url = workspace.appendingPathComponent("inspections/\(Self.id)/t1/hecha-02.json")
      func part() throws -> InspectionPart {
        try InspectionPart(json: JSONParser.parse([UInt8](try Data(contentsOf: url))))
      }
      try second.wait("the member's signature") { _ in (try? part().signature) != nil }
      #expect(try part().signature?.transcript == signed.transcript)
      let health = try reviewtui("doctor", workspace.path, environment: ["HOME": home.path])
      #expect(!health.output.contains("inspections/\(Self.id)") && !health.errors.contains("inspections/\(Self.id)"))
    }
  }
}
