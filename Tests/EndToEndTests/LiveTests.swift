import Foundation
import Testing

@testable import Core

extension EndToEnd {
  /// Another program's save shows in an open console with no key pressed.
  @Suite struct LiveTests {
    private let id = "2022-zoucheng-002"

    private func score(_ workspace: URL, _ person: String, _ words: String...) throws {
      let answer = try run([Places.binary, "score", workspace.path, id, "--as", person] + words)
      #expect(answer.output.contains("ACK"), "\(answer)")
    }

    private func open(_ workspace: URL, _ person: String) throws -> Terminal {
      let terminal = try Terminal("open", workspace.path, "--as", person)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.type("id:\(id)")
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter")
      return terminal
    }

    @Test func theListFollowsSheetsAndApplications() throws {
      let workspace = try Places.sampleWorkspace()
      let terminal = try open(workspace, "dudao-01")
      #expect(try terminal.screen().contains("已登记"))
      try score(workspace, "pingshen-02", "--declare", "none", "--set", "C01=8")
      try terminal.wait(for: "评审中")

      // An application that comes, and one that goes.
      let applications = workspace.appendingPathComponent("applications")
      let aside = workspace.deletingLastPathComponent().appendingPathComponent("aside-\(UUID().uuidString).json")
      try FileManager.default.moveItem(at: applications.appendingPathComponent(id + ".json"), to: aside)
      try terminal.wait(for: "显示 0/44")
      try FileManager.default.moveItem(at: aside, to: applications.appendingPathComponent(id + ".json"))
      try terminal.wait(for: "显示 1/45")
    }

    @Test func anOpenSheetThatNobodyTypesInTakesTheNewVersion() throws {
      let workspace = try Places.sampleWorkspace()
      try score(workspace, "pingshen-02", "--declare", "none", "--set", "C01=8")
      let terminal = try open(workspace, "pingshen-02")
      try terminal.press("F4")
      try terminal.wait(for: "8.0 / 100.0")
      try score(workspace, "pingshen-02", "--set", "C02=6.5")
      try terminal.wait(for: "14.5 / 100.0")
      // What is typed now goes on top of it, without a question.
      try terminal.type("9")
      try terminal.press("Enter")
      try terminal.wait(for: "15.5 / 100.0")
      try terminal.wait(for: "已保存")
      let review = try self.review(workspace, id, "pingshen-02")
      #expect(review.entries.prefix(2).map(\.score) == [90, 65])
    }

    private func review(_ workspace: URL, _ application: String, _ reviewer: String) throws -> Review {
      let folder = try Workspace.open(workspace.path)
      let store = ReviewStore(folder, state: nil, rubric: try folder.program().rubric)
      return try store.load(#require(RecordID(application)), reviewer: #require(RecordID(reviewer))).review
    }

    @Test func anOpenSheetThatIsTypedInKeepsItsText() throws {
      let workspace = try Places.sampleWorkspace()
      try score(workspace, "pingshen-02", "--declare", "none", "--set", "C01=8")
      let terminal = try open(workspace, "pingshen-02")
      try terminal.press("F4")
      try terminal.wait(for: "8.0 / 100.0")
      try terminal.press("F7")
      try terminal.type("写到一半的评语")
      try score(workspace, "pingshen-02", "--set", "C02=6.5")
      try terminal.wait(for: "另一窗口刚保存了此评分表")
      #expect(try terminal.screen().contains("写到一半的评语"))
      try terminal.press("Escape")
      try terminal.wait(for: "评分表已被另一窗口")
    }
  }
}
