import TestSupport
import Testing

@testable import Core

private let id = "2022-zoucheng-001"

private let received = """
  {
    "schema": "reviewtui/application/1", "id": "\(id)", "unit": "zoucheng", "kept": 1.0,
    "company": {"name": "山东某某机械", "registeredCapital": null,
      "finance": [{"year": 2020, "profit": 12.50}, {"year": 2021, "profit": -3}]},
    "metrics": {"economic": {"text": "节约320万元", "rows": [
      {"id": "m01", "name": "节约", "value": 32, "unit": "万元",
       "source": {"start": 2, "length": 5, "text": "320万元"}}]}},
    "raw": {"company.registeredCapital": "伍佰"},
    "unparsed": [{"path": "company.registeredCapital", "text": "伍佰", "why": "not an amount"},
      {"path": "metrics.social", "text": "若干", "why": "no number"}]
  }
  """

private struct Bench {
  let temporary = TemporaryFolder()
  let states = TemporaryFolder()
  let workspace: Workspace
  let store: ApplicationStore
  let record: RecordID
  let supervisor = Person(id: "dudao-01", name: "乙", roles: [.supervisor])

  init() throws {
    workspace = try temporary.workspace()
    temporary.folder("applications")
    temporary.write(received, to: "applications/\(id).json")
    store = ApplicationStore(workspace, state: try StateFolder.open(states.path, for: workspace))
    record = try #require(RecordID(id))
  }

  func correct(_ path: String, _ from: JSONValue, _ to: JSONValue) throws -> ApplicationStore.Saved {
    try store.correct(
      [ApplicationStore.Edit(path: path, from: from, to: to, reason: "看错一位")], of: store.load(record),
      by: supervisor, at: "2022-08-26T10:00:00+08:00")
  }

  func number(_ text: String) throws -> JSONValue { .number(try #require(JSONNumber(text: text))) }
}

@Test func aCorrectionIsAddedBesideWhatWasReceived() throws {
  let bench = try Bench()
  let saved = try bench.correct("metrics.economic.m01.value", bench.number("32"), bench.number("320"))
  let application = saved.record.application
  #expect(application.section(.economic).rows[0].value?.text == "320")
  #expect(application.corrections.map(\.by) == ["dudao-01"])
  let text = String(decoding: saved.record.document.bytes, as: UTF8.self)
  #expect(text.contains("\"value\": 32,"), "the received value stays in the file")
  #expect(text.contains("\"kept\": 1.0") && text.contains("12.50"), "no other byte changes")
  let journal = try #require(bench.temporary.text("journal/dudao-01.jsonl"))
  #expect(journal.contains("\"act\": \"correct\"") && journal.contains("metrics.economic.m01.value"))
}

@Test func correctionsOfOneFieldFollowEachOther() throws {
  let bench = try Bench()
  _ = try bench.correct("company.finance.2021.profit", bench.number("-3"), bench.number("-30"))
  let second = try bench.correct("company.finance.2021.profit", bench.number("-30"), .null)
  #expect(second.record.application.company.finance[1].profit == nil)
  #expect(second.record.application.corrections.count == 2)
  let third = try bench.correct("company.finance.2019.revenue", .null, bench.number("7"))
  #expect(third.record.application.company.finance.map(\.year) == [2020, 2021, 2019])
}

@Test func aConfirmationClosesAGapAndChangesNoValue() throws {
  let bench = try Bench()
  let before = try bench.store.load(bench.record)
  #expect(before.application.openGaps.count == 2)
  let gap = try #require(FieldPath.value(at: "unparsed.1", in: before.corrected))
  let saved = try bench.correct("unparsed.1", gap, gap)
  #expect(saved.record.application.openGaps.map(\.path) == ["company.registeredCapital"])
  let filled = try bench.correct("company.registeredCapital", .null, bench.number("500"))
  #expect(filled.record.application.openGaps.isEmpty)
  #expect(filled.record.application.unparsed.count == 2)
}

@Test func nothingIsCorrectedThatThePersonDidNotSee() throws {
  let bench = try Bench()
  let seen = try bench.number("99")
  #expect(
    throws: ApplicationStore.SaveError.otherValue(path: "company.finance.2021.profit", found: try bench.number("-3"))
  ) {
    try bench.correct("company.finance.2021.profit", seen, bench.number("1"))
  }
  #expect(throws: ApplicationStore.SaveError.noField(path: "company.finance.2021x.profit")) {
    try bench.correct("company.finance.2021x.profit", .null, bench.number("1"))
  }
  let stale = try bench.store.load(bench.record)
  _ = try bench.correct("company.name", .string("山东某某机械"), .string("山东某某机械有限公司"))
  let edit = ApplicationStore.Edit(path: "company.name", from: .string("山东某某机械"), to: .string("乙"), reason: nil)
  do throws(ApplicationStore.SaveError) {
    _ = try bench.store.correct([edit], of: stale, by: bench.supervisor, at: "2022-08-26T10:01:00+08:00")
    Issue.record("a file that changed since must not be written")
  } catch {
    guard case .failed(.conflict) = error else {
      Issue.record("\(error)")
      return
    }
  }
}

@Test func onlyASupervisorCorrects() throws {
  let bench = try Bench()
  let reviewer = Person(id: "pingshen-01", name: "丙", roles: [.reviewer])
  let edit = ApplicationStore.Edit(path: "company.name", from: .string("山东某某机械"), to: .string("乙"), reason: nil)
  #expect(throws: ApplicationStore.SaveError.denied(.lacksRole(.supervisor))) {
    try bench.store.correct([edit], of: bench.store.load(bench.record), by: reviewer, at: "2022-08-26T10:00:00+08:00")
  }
}

@Test func aCorrectionThatWouldMakeTheFileUnreadableIsNotWritten() throws {
  let bench = try Bench()
  let before = bench.temporary.text("applications/\(id).json")
  #expect(throws: ApplicationStore.SaveError.self) {
    try bench.correct("company.name", .string("山东某某机械"), bench.number("5"))
  }
  #expect(bench.temporary.text("applications/\(id).json") == before)
}

@Test func aCorrectionOfAnEarlierVersionDoesNotCount() throws {
  let bench = try Bench()
  _ = try bench.correct("company.name", .string("山东某某机械"), .string("甲"))
  let text = try #require(bench.temporary.text("applications/\(id).json"))
  let newer = text.replacing("\"name\": \"山东某某机械\"", with: "\"name\": \"山东另一机械\"")
  bench.temporary.write(newer, to: "applications/\(id).json")
  let application = try bench.store.load(bench.record).application
  #expect(application.company.name == "山东另一机械")
  #expect(application.correctionsApplied == [false])
}
