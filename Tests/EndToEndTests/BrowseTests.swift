import Foundation
import Testing

/// The three sizes that every journey is walked at.
let sizes: [(Int, Int)] = [(80, 24), (120, 40), (200, 50)]

extension EndToEnd {
  @Suite struct BrowseTests {
    @Test(arguments: sizes) func filterByPinyinShowsOneUnit(_ size: (Int, Int)) throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal(columns: size.0, rows: size.1, "open", workspace.path, "--as", "pingshen-01")
      try terminal.wait(for: "浏览")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type("county:zcs")
      let count = try fileCount(workspace, unit: "zoucheng")
      let filtered = try terminal.wait(for: "显示 \(count)/")
      #expect(filtered.contains("邹城"))
      #expect(!filtered.contains("曲阜市"))
      #expect(!filtered.contains("任城区"))
      try terminal.press("Escape")
      try terminal.wait(gone: "隐藏")
      // The bare initials find the unit among the facets.
      try terminal.press("F3")
      try terminal.type("zcs")
      let found = try terminal.wait("the facet of 邹城市") { $0.contains("邹城市") && !$0.contains("曲阜市") }
      #expect(found.contains("隐藏"))
    }

    @Test func fullWidthKeysOfAnInputMethodWork() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal("open", workspace.path)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.type("／")
      try terminal.type("县：邹城市")
      try terminal.wait(for: "显示 \(try fileCount(workspace, unit: "zoucheng"))/")
      try terminal.press("Enter")
      try terminal.type("？")
      try terminal.wait(for: "本屏按键")
    }

    @Test func resizingKeepsTheSelection() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal(columns: 120, rows: 40, "open", workspace.path)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("Down", "Down", "Down")
      let files = try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/applications").sorted()
      let id = String(files[3].dropLast(5))
      try terminal.wait("the fourth row") { selected($0) == id }
      for (columns, rows) in [(80, 24), (30, 8), (200, 50), (61, 16), (120, 40)] {
        try terminal.resize(columns: columns, rows: rows)
        if columns == 30 {
          try terminal.wait(for: "窗口太小")
        } else {
          try terminal.wait("the frame at \(columns)x\(rows)") { selected($0) == id }
        }
      }
    }

    @Test func matrixLeadsToTheList() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try Terminal(columns: 120, rows: 40, "open", workspace.path)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F8")
      try terminal.wait(for: "县市区×场景")
      try terminal.press("Down", "Down", "Enter")
      try terminal.wait(for: "显示 \(try fileCount(workspace, unit: "yanzhou"))/")
    }

    /// The id in the status line, which names the application under the cursor.
    private func selected(_ screen: String) -> String? {
      let lines = screen.split(separator: "\n")
      guard lines.count >= 2 else { return nil }
      let status = lines[lines.count - 2].drop { $0 == " " }
      guard status.hasPrefix("2022-") else { return nil }
      return String(status.prefix { $0 != " " })
    }

    private func fileCount(_ workspace: URL, unit: String) throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/applications").count {
        $0.hasPrefix("2022-\(unit)-")
      }
    }
  }
}
