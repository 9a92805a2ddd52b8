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

    /// Number of values with a unit in a line of the table.
    private func values(in line: String) -> Int {
      line.matches(of: /[0-9][0-9.,]* (万元|亿元|元|%|家|项|人|个|天|小时|分钟|秒|ms|毫秒|吨|件|台|Mbps|套|次|亩|户)/).count
    }
  }
}
