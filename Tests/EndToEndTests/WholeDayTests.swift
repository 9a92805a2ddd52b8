import Foundation
import Testing

@testable import Core

extension EndToEnd {
  /// One reviewer's day: twelve assigned sheets, from the declaration to the submission, with the power gone once.
  @Suite struct WholeDayTests {
    /// In tenths: every band, and once the maximum of C06 and of C12.
    private static let scores = [
      [80, 65, 55, 75, 80, 45, 60, 45, 75, 70, 75, 40], [90, 75, 65, 90, 95, 60, 75, 55, 90, 95, 90, 45],
      [55, 40, 35, 50, 55, 30, 45, 30, 55, 50, 55, 25], [60, 50, 45, 75, 70, 60, 60, 45, 75, 70, 65, 50],
    ]
    private static let comments = [
      "基线口径与附件不一致，需补充系统导出记录。", "5G专网与MEC边缘平台深度集成，有2项发明专利佐证。", "现场照片只有三张，与数据无法对应。", "成效有前后对比，财务凭证齐全。",
    ]

    private let maxima = [100, 80, 70, 100, 100, 60, 80, 60, 100, 100, 100, 50]

    private func opinion(_ index: Int) -> String {
      "第\(index + 1)份：项目贴合所选场景，前后对比数据完整，推广条件写得清楚，同意推荐进入下一环节。"
    }

    /// The criteria whose score needs a comment: 差, and the maximum.
    private func commented(_ scores: [Int]) -> [Int] {
      scores.indices.filter { scores[$0] * 100 < maxima[$0] * 60 || scores[$0] == maxima[$0] }
    }

    /// Everything of one sheet between the declaration and the submission, as one burst: a score, F7 with the comment
    /// where one is needed, Enter to go on.
    private func burst(_ scores: [Int], from first: Int = 0) -> String {
      let needed = commented(scores)
      return scores.indices.dropFirst(first).map { index in
        let comment =
          needed.contains(index) ? "\u{1b}[18~\(Self.comments[index % Self.comments.count])\u{1b}[18~" : ""
        // The comment belongs to the line of the cursor, so it comes before Enter moves on.
        return "\(comment)\(scores[index] / 10).\(scores[index] % 10)\r"
      }.joined()
    }

    private func start(_ workspace: URL, _ home: URL) throws -> Terminal {
      let terminal = try Terminal(home: home, "open", workspace.path, "--as", "pingshen-05")
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      return terminal
    }

    private func finish(_ index: Int, _ scores: [Int], _ terminal: Terminal) throws {
      let total = scores.reduce(0, +)
      try terminal.wait(for: "\(total / 10).\(total % 10) / 100.0")
      try terminal.type("\r" + opinion(index))
      try terminal.wait(for: "完成并保存")
      try terminal.press("F7")
      try terminal.wait(gone: "完成并保存")
      try terminal.type("\u{1b}[B1")
      try terminal.wait(for: "[1推荐]")
      try terminal.wait("nothing missing") { $0.contains("F9 提交评分表") && $0.contains("已保存") }
      try terminal.press("F9")
      try terminal.wait(for: "提交后锁定")
      try terminal.press("Right", "Enter")
      try terminal.wait(for: "已提交 ")
    }

    @Test func twelveSheetsFromTheDeclarationToTheSubmission() throws {
      let workspace = try Places.sampleWorkspace()
      let home = try Places.temporaryFolder("home")
      let program = try Program(json: json(workspace, "program.json"))
      // The sheet that the sample has begun is not among them.
      let ids = try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/assignments")
        .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
        .filter { !FileManager.default.fileExists(atPath: "\(workspace.path)/reviews/\($0)/pingshen-05.json") }
        .prefix(12)
      try #require(ids.count == 12)
      let killed = 5
      var terminal = try start(workspace, home)
      for (index, id) in ids.enumerated() {
        let scores = Self.scores[index % Self.scores.count]
        try open(id, in: terminal)
        try terminal.declareNoInterest(for: id)
        try terminal.wait(for: "0.0 / 100.0")
        if index == killed {
          // Half the sheet is scored and a comment half typed when the machine dies.
          let half = "前半句已经写好，后半句"
          let firstFive = burst(Array(scores.prefix(5)))
          try terminal.type(firstFive)
          let sum = scores.prefix(5).reduce(0, +)
          try terminal.wait(for: "\(sum / 10).\(sum % 10) / 100.0")
          try terminal.wait(for: "已保存")
          try terminal.press("F7")
          try terminal.wait(for: "C06 评语")
          try terminal.type(half)
          try terminal.wait(for: half)
          // Typed text is promised to be safe within half a second.
          usleep(700_000)
          kill(try terminal.programID(), SIGKILL)
          try terminal.wait(for: "EXIT=137")
          terminal = try start(workspace, home)
          let offer = try terminal.wait(for: "找回未保存的文字")
          #expect(offer.contains(half) && offer.contains("C06"))
          try terminal.press("Enter")
          try terminal.wait(for: "已恢复")
          try terminal.type("也补上了。")
          try terminal.press("F7")
          try terminal.wait(for: "已保存")
          // The restored comment stands; the scores go on from there.
          try terminal.type(rest(scores))
        } else {
          try terminal.type(burst(scores))
        }
        try finish(index, scores, terminal)
        try terminal.press("Escape")
        try terminal.wait(for: "显示 ")
      }
      try terminal.press("C-q")
      try terminal.wait(for: "EXIT=0")
      for (index, id) in ids.enumerated() {
        try expectSheet(id, index, isKilled: index == killed, workspace, program)
      }
      try expectJournal(Array(ids), workspace, program)
    }

    /// The scores from C06 on, without a comment on C06, which the recovery brought back.
    private func rest(_ scores: [Int]) -> String {
      let needed = commented(scores)
      return scores.indices.dropFirst(5).map { index in
        let isNeeded = index > 5 && needed.contains(index)
        let comment = isNeeded ? "\u{1b}[18~\(Self.comments[index % Self.comments.count])\u{1b}[18~" : ""
        return "\(comment)\(scores[index] / 10).\(scores[index] % 10)\r"
      }.joined()
    }

    private func open(_ id: String, in terminal: Terminal) throws {
      // A filter of before goes first: F3 opens the line, Ctrl-U empties it.
      try terminal.press("F3", "C-u")
      try terminal.type("id:" + id)
      try terminal.wait("only \(id)") { $0.contains("显示 1/") && $0.contains(id) }
      try terminal.press("Enter", "F4")
    }

    private func json(_ workspace: URL, _ path: String) throws -> JSONValue {
      try JSONParser.parse([UInt8](try Data(contentsOf: workspace.appendingPathComponent(path))))
    }

    private func expectSheet(
      _ id: String, _ index: Int, isKilled: Bool, _ workspace: URL, _ program: Program
    ) throws {
      let review = try Review(json: json(workspace, "reviews/\(id)/pingshen-05.json"), rubric: program.rubric)
      let scores = Self.scores[index % Self.scores.count]
      #expect(review.state == .submitted, "\(id)")
      #expect(review.entries.map(\.score) == scores.map { Optional($0) }, "\(id)")
      #expect(review.rubricDigest == program.rubric.digest)
      #expect(review.declaration != nil && review.declaration?.isRecusal == false)
      #expect(review.opinion == opinion(index) && review.recommendation == .yes)
      #expect(review.gaps(against: program.rubric, isAssigned: true).isEmpty)
      let needed = commented(scores)
      for (place, entry) in review.entries.enumerated() {
        let expected =
          isKilled && place == 5
          ? "前半句已经写好，后半句也补上了。" : needed.contains(place) ? Self.comments[place % Self.comments.count] : ""
        #expect(entry.comment == expected, "\(id) \(entry.criterion)")
      }
    }

    /// What `check` looks at: the chain of the journal whole, each sheet the one that it saw last, each submission kept.
    private func expectJournal(_ ids: [String], _ workspace: URL, _ program: Program) throws {
      let opened = try Workspace.open(workspace.path)
      let reviewer = try #require(RecordID("pingshen-05"))
      let report = try Journal(of: reviewer, in: opened).report()
      #expect(report.faults.isEmpty)
      for id in ids {
        let file = "reviews/\(id)/pingshen-05.json"
        let acts = report.lines.map(\.entry).filter { $0.file == file }
        #expect(acts.first?.act == "declare" && acts.last?.act == "submit", "\(id)")
        #expect(acts.count { $0.act == "submit" } == 1)
        let bytes = [UInt8](try Data(contentsOf: workspace.appendingPathComponent(file)))
        #expect(acts.last?.after == Digest.sha256Hex(bytes), "\(id)")
        let kept = try FileManager.default.contentsOfDirectory(atPath: "\(workspace.path)/reviews/\(id)/history")
        #expect(kept.contains { $0.hasPrefix("pingshen-05-r") }, "\(id)")
      }
      let own = WorkspaceHealth(of: opened, now: 0).problems.filter { $0.file.contains("pingshen-05") }
      #expect(own.isEmpty, "\(own)")
    }
  }
}
