import TestSupport
import Testing

@testable import Core

private let now = "2022-08-26T10:00:00+08:00"

private struct Bench {
  let temporary = TemporaryFolder()
  let states = TemporaryFolder()
  let workspace: Workspace
  let store: NameStore

  init() throws {
    workspace = try temporary.workspace()
    store = NameStore(workspace, state: try StateFolder.open(states.path, for: workspace))
  }

  func person(_ id: String, _ roles: [PersonRole] = [.reviewer]) -> Person { Person(id: id, name: id, roles: roles) }

  @discardableResult
  func teach(_ kind: NameLesson.Kind, _ a: String, _ b: String, by id: String) throws -> NameStore.Saved {
    let own = try store.load(for: RecordID(id)).own
    return try store.add([NameLesson(kind, a, b, at: now, by: id)], to: own, by: person(id), at: now)
  }
}

@Test func lessonsOfEverybodyAreReadTogether() throws {
  let bench = try Bench()
  #expect(try bench.store.load(for: nil).lessons.all.isEmpty)
  try bench.teach(.join, "甲指标", "乙指标", by: "p-01")
  let saved = try bench.teach(.split, "丙指标", "丁指标", by: "p-02")
  #expect(saved.book.lessons.all.map(\.kind) == [.join, .split])
  #expect(saved.journalFailure == nil)
  let text = try #require(bench.temporary.text("names/p-01.json"))
  #expect(text.contains("\"schema\": \"reviewtui/names/1\"") && text.contains("\"person\": \"p-01\""))
  let journal = try #require(bench.temporary.text("journal/p-01.jsonl"))
  #expect(journal.contains("\"act\": \"names\"") && journal.contains("names/p-01.json"))
  #expect(WorkspaceHealth(of: bench.workspace, now: 0).problems.filter { $0.file.contains("names") }.isEmpty)
}

@Test func lessonsAreAppendedAndUnknownMembersStay() throws {
  let bench = try Bench()
  try bench.teach(.join, "甲指标", "乙指标", by: "p-01")
  let text = try #require(bench.temporary.text("names/p-01.json"))
  bench.temporary.write(text.replacing("\"person\"", with: "\"office\": 1.50, \"person\""), to: "names/p-01.json")
  try bench.teach(.undo, "甲指标", "乙指标", by: "p-01")
  let after = try #require(bench.temporary.text("names/p-01.json"))
  #expect(after.contains("1.50") && after.contains("\"join\"") && after.contains("\"undo\""))
  #expect(try bench.store.load(for: nil).lessons.lesson(on: "甲指标", "乙指标") == nil)
}

@Test func aFileThatChangedSinceIsNotOverwritten() throws {
  let bench = try Bench()
  try bench.teach(.join, "甲指标", "乙指标", by: "p-01")
  let old = try bench.store.load(for: RecordID("p-01")).own
  try bench.teach(.join, "丙指标", "丁指标", by: "p-01")
  #expect(throws: NameStore.SaveError.self) {
    try bench.store.add([NameLesson(.undo, "甲", "乙", at: now, by: "p-01")], to: old, by: bench.person("p-01"), at: now)
  }
  #expect(try bench.store.load(for: nil).lessons.all.count == 2)
}

@Test func onlyWhoHasARoleTeachesAndOnlyInTheirOwnName() throws {
  let bench = try Bench()
  #expect(throws: NameStore.SaveError.denied(.lacksRole(.reviewer))) {
    try bench.store.add([], to: nil, by: bench.person("p-01", []), at: now)
  }
  bench.temporary.folder("names")
  bench.temporary.write(
    #"{"schema": "reviewtui/names/1", "person": "p-02", "lessons": [{"kind": "join", "a": "x", "b": "y", "at": "\#(now)", "by": "p-01"}]}"#,
    to: "names/p-02.json")
  bench.temporary.write("{", to: "names/p-03.json")
  try bench.teach(.join, "甲指标", "乙指标", by: "p-01")
  let book = try bench.store.load(for: nil)
  #expect(book.lessons.all.map(\.by) == ["p-01"])
  #expect(book.problems.map(\.file) == ["names/p-02.json", "names/p-03.json"])
  #expect(book.problems[0].reason == .wrongID(found: "p-01", expected: "p-02"))
}
