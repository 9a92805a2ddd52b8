import Foundation
import Testing

extension EndToEnd {
  @Suite struct CompareTests {
    @Test(arguments: sizes) func threeApplicationsAlignTheirMetrics(_ size: (Int, Int)) throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal(columns: size.0, rows: size.1, "open", workspace.path)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("Space", "Space", "Space")
      try terminal.wait(for: "标记 3")
      try terminal.press("F5")
      try terminal.wait(for: "绩效指标对比")
      // Page through everything and collect the rows in which all three columns hold a value.
      var aligned: Set<String> = []
      for _ in 0..<30 {
        let screen = try terminal.screen()
        for line in screen.split(separator: "\n") where values(in: String(line)) >= 3 { aligned.insert(String(line)) }
        if aligned.count >= 3 { break }
        try terminal.press("PageDown")
        usleep(60_000)
      }
      #expect(aligned.count >= 3, "aligned rows: \(aligned)")
    }

    @Test(arguments: sizes) func sectionsOfOneApplication(_ size: (Int, Int)) throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal(columns: size.0, rows: size.1, "open", workspace.path)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F5")
      let screen = try terminal.wait(for: "经济效益指标")
      if size.0 >= 110 {
        let heads = screen.split(separator: "\n").first { $0.contains("经济效益指标") }.map(String.init) ?? ""
        for name in ["社会效益指标", "技术指标", "成果指标", "其他指标"] { #expect(heads.contains(name)) }
      }
    }

    @Test func joinedRowsStayJoinedInTheNextRun() throws {
      let workspace = try Places.sampleWorkspace()
      let home = try Places.temporaryFolder("home")
      let ids = ["2022-gaoxin-001", "2022-jingkai-001"]
      func table() throws -> [[String: Any]] {
        let result = try run([Places.binary, "compare", workspace.path] + ids + ["--format", "json", "--lang", "zh"])
        #expect(result.status == 0, "\(result.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return try #require(object?["rows"] as? [[String: Any]])
      }
      func isBoth(_ row: [String: Any]) -> Bool {
        (row["cells"] as? [Any])?.count { !($0 is NSNull) } == 2
      }
      func lone(_ rows: [[String: Any]], _ column: Int) -> Int? {
        rows.firstIndex { row in !isBoth(row) && !((row["cells"] as? [Any])?[column] is NSNull) }
      }
      let before = try table()
      let first = try #require(lone(before, 0))
      let second = try #require(lone(before, 1))
      let terminal = try Terminal(columns: 120, rows: 40, home: home, "open", workspace.path, "--as", "pingshen-03")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      for id in ids {
        try terminal.press("F3")
        try terminal.type(id)
        try terminal.wait(for: "显示 1")
        try terminal.press("Enter", "Space")
        try terminal.wait(for: "标记")
        try terminal.press("C-u")
      }
      try terminal.press("F5")
      for id in ids { try terminal.declareNoInterest(for: id) }
      try terminal.wait(for: "绩效指标对比")
      // The screen shows rows in the command's order.
      for _ in 0..<min(first, second) { try terminal.press("Down") }
      try terminal.press("Space")
      try terminal.wait(for: "已标记")
      for _ in min(first, second)..<max(first, second) { try terminal.press("Down") }
      try terminal.press("F9")
      try terminal.wait(for: "指标归并已保存")
      try terminal.wait(for: "pingshen-03 于")
      try terminal.press("C-q")
      try terminal.wait(for: "EXIT=0")
      let file = try String(contentsOf: workspace.appendingPathComponent("names/pingshen-03.json"), encoding: .utf8)
      #expect(file.contains("\"join\"") && file.contains("reviewtui/names/1"))
      let after = try table()
      #expect(after.count { isBoth($0) } == before.count { isBoth($0) } + 1)
      #expect(after.contains { $0["why"] as? String == "learned" })
      let checked = try run([
        "python3", Places.repository.path + "/Tests/check-schemas.py", Places.repository.path + "/docs/schema",
        workspace.path,
      ])
      #expect(checked.status == 0, "\(checked.output)")
      // A new run shows it joined, and takes it back.
      let again = try Terminal(columns: 120, rows: 40, home: home, "open", workspace.path, "--as", "pingshen-03")
      try again.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      for id in ids {
        try again.press("F3")
        try again.type(id)
        try again.wait(for: "显示 1")
        try again.press("Enter", "Space")
        try again.press("C-u")
      }
      try again.press("F5")
      try again.wait(for: "绩效指标对比")
      var isJoined = false
      for _ in 0..<after.count where !isJoined {
        isJoined = try again.screen().contains("pingshen-03 于")
        if !isJoined { try again.press("Right", "Down", "Left") }
        usleep(60_000)
      }
      #expect(isJoined)
      try again.press("F3")
      try again.wait(for: "指标归并已保存")
      #expect(try table().count { isBoth($0) } == before.count { isBoth($0) })
    }

    /// Number of values with a unit in a line of the table.
    private func values(in line: String) -> Int {
      line.matches(of: /[0-9][0-9.,]* (万元|亿元|元|%|家|项|人|个|天|小时|分钟|秒|ms|毫秒|吨|件|台|Mbps|套|次|亩|户)/).count
    }
  }
}
