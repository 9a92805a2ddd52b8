import TestSupport
import Testing

@testable import Core

@Suite struct HistoryReaderTests {
  /// The clock of the first reviewer's machine goes back; the chain says what came first.
  @Test func theOrderFollowsTheChainsAndNotTheClocks() throws {
    let bench = try SheetBench()
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 35)], at: "2022-09-05T10:00:00+08:00")
    let sheet = try bench.submit(bench.first, at: "2022-09-01T10:00:00+08:00").sheet
    _ = try bench.decisions.sendBack(sheet, for: .sum, note: "", by: bench.chief, at: "2022-08-01T10:00:00+08:00")
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 20)], at: "2022-09-02T10:00:00+08:00")
    let acts = bench.history(bench.chief)
    #expect(
      acts.map(\.act) == ["score", "return", "submit", "score"]
        || acts.map(\.act) == ["return", "score", "submit", "score"])
    #expect(acts.map(\.act).last == "score" && acts.last?.revision == 1)
    let submit = try #require(acts.first { $0.act == "submit" })
    #expect(submit.standing == .doubtful, "its time is before the act that it follows")
    #expect(acts.first { $0.act == "return" }?.standing == .holds)
  }

  @Test func tellsWhatChangedFromWhatToWhat() throws {
    let bench = try SheetBench()
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 35)])
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 40), .opinion("再看")])
    let act = try #require(bench.history(bench.first).first)
    #expect(act.person == "expert-01" && act.role == "reviewer" && act.revision == 2 && act.line == 2)
    let score = try #require(act.changes.first)
    #expect(score.path == ["scores", "C01"])
    #expect(score.from?.number?.text == "3.5" && score.to?.number?.text == "4")
    #expect(act.changes.contains { $0.path == ["opinion"] && $0.isText })
    #expect(act.standing == .holds)
  }

  @Test func everyDisagreementHasItsName() throws {
    let bench = try SheetBench()
    try bench.submit(bench.first)
    func standing() -> HistoryAct.Standing? { bench.history(bench.chief).first { $0.act == "submit" }?.standing }
    #expect(standing() == .holds)
    let file = bench.file(bench.first)
    let text = try #require(bench.temporary.bytes(file))
    bench.temporary.write(text + [0x20], to: file)
    #expect(standing() == .changed)
    bench.temporary.write(text, to: file)
    let copy = try bench.copy(bench.first)
    bench.temporary.write(text + [0x20], to: copy)
    #expect(standing() == .changed)
    bench.temporary.remove(copy)
    #expect(standing() == .noCopy)
    bench.temporary.write(text, to: copy)
    bench.temporary.remove(file)
    #expect(standing() == .lost)
    bench.temporary.write(text, to: file)
    bench.temporary.remove(bench.journal(bench.first))
    let acts = bench.history(bench.chief)
    #expect(acts.map(\.act) == ["present"] && acts.map(\.standing) == [.unrecorded])
  }

  /// A submission, the reviewer's changes after a return, and another submission: the first and the last are kept.
  @Test func comparesWithTheVersionThatIsKept() throws {
    let bench = try SheetBench()
    let sheet = try bench.submit(bench.first, 30).sheet
    _ = try bench.decisions.sendBack(sheet, for: .sum, note: "请复核", by: bench.chief, at: SheetBench.now)
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 20)])
    try bench.submit(bench.first, 25)
    let reader = HistoryReader(bench.workspace, rubric: bench.rubric, viewer: bench.chief)
    let acts = reader.read(.application(bench.id)).acts
    func versions(_ act: String) throws -> HistoryVersions? {
      let act = try #require(acts.first { $0.act == act })
      return reader.versions(of: act)
    }
    let last = try #require(try versions("submit"))
    #expect(last.earlier == 1 && !last.isNext)
    let score = try #require(last.differences.first { $0.path == ["scores", "C01", "score"] })
    #expect(score.mine?.number?.text == "3" && score.theirs?.number?.text == "2.5")
    // The one in between was a draft.
    #expect(try versions("score") == nil)
    let back = try #require(try versions("return"))
    #expect(back.earlier == nil && back.differences.contains { $0.path.first == "returns" })
  }

  @Test func whoMayNotSeeASheetDoesNotSeeThatAnythingWasDone() throws {
    let bench = try SheetBench()
    let sheet = try bench.submit(bench.first).sheet
    _ = try bench.decisions.sendBack(sheet, for: .sum, note: "", by: bench.chief, at: SheetBench.now)
    try bench.submit(bench.first, 30)
    for viewer in [nil, bench.second, bench.visitor] { #expect(bench.history(viewer).isEmpty) }
    try bench.save(bench.second, [.score(criterion: "C01", tenths: 10)])
    #expect(bench.history(bench.second).map(\.act) == ["score"])
    #expect(bench.history(bench.first).map(\.act) == ["submit", "return", "submit"])
    #expect(bench.history(bench.chief).count == 4)
    // One file asked for by name tells no more.
    let reader = HistoryReader(bench.workspace, rubric: bench.rubric, viewer: bench.second)
    let path = try #require(WorkspacePath(bench.file(bench.first)))
    #expect(reader.read(.file(path)).acts.isEmpty)
    #expect(reader.read(.workspace).acts.map(\.act) == ["score"])
  }

  /// After one's own submission others' are there, without names, and without others' drafts.
  @Test func othersHaveLettersUntilTheResult() throws {
    let bench = try SheetBench()
    try bench.submit(bench.first)
    try bench.submit(bench.second, 30)
    let acts = bench.history(bench.second)
    let other = try #require(acts.first { $0.letter != nil })
    #expect(other.letter == "A" && other.person == nil && other.line == nil)
    #expect(other.file == "reviews/\(SheetBench.application)")
    #expect(!acts.contains { $0.file.contains("expert-01") })
    let panel = try SheetPanel(bench.id, in: bench.sheets, viewer: bench.second)
    #expect(panel.columns.map(\.letter) == [nil, "A"] && panel.columns.map(\.reviewer) == ["expert-02", nil])
    #expect(panel.columns.allSatisfy { $0.sheet == nil })
    let sheet = try bench.load(bench.first)
    _ = try bench.decisions.sendBack(sheet, for: .sum, note: "", by: bench.chief, at: SheetBench.now)
    #expect(!bench.history(bench.second).contains { $0.letter != nil })
    let after = try SheetPanel(bench.id, in: bench.sheets, viewer: bench.second)
    #expect(after.columns.last?.review == nil && after.columns.last?.returned == nil)
    let all = try SheetPanel(bench.id, in: bench.sheets, viewer: bench.chief)
    #expect(all.columns.map(\.reviewer) == ["expert-01", "expert-02"])
    #expect(all.columns.allSatisfy { $0.review != nil && $0.sheet != nil })
  }

  @Test func thePanelIsForThoseWhoMaySeeIt() throws {
    let bench = try SheetBench()
    try bench.submit(bench.first)
    for viewer in [nil, bench.visitor] {
      #expect(throws: SheetPanel.Denial.notForYou) { try SheetPanel(bench.id, in: bench.sheets, viewer: viewer) }
    }
    #expect(throws: SheetPanel.Denial.ownFirst) {
      try SheetPanel(bench.id, in: bench.sheets, viewer: bench.second)
    }
    try bench.save(bench.second, [.score(criterion: "C01", tenths: 10)])
    #expect(throws: SheetPanel.Denial.ownFirst) {
      try SheetPanel(bench.id, in: bench.sheets, viewer: bench.second)
    }
  }
}
