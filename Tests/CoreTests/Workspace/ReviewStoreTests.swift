import Glibc
import TestSupport
import Testing

@testable import Core

private let application = "2022-zoucheng-001"

private let rubricText = """
  {"id": "r1", "step": 0.5, "opinionMinimum": 4,
   "bands": [{"key": "good", "name": {"zh": "优"}, "from": 60, "needsComment": false},
             {"key": "bad", "name": {"zh": "差"}, "from": 0, "needsComment": true}],
   "criteria": [{"id": "C01", "name": {"zh": "一"}, "max": 10}, {"id": "C02", "name": {"zh": "二"}, "max": 5}]}
  """

private struct Bench {
  let temporary = TemporaryFolder()
  let states = TemporaryFolder()
  let workspace: Workspace
  let store: ReviewStore
  let rubric: Rubric
  let id: RecordID
  let expert = Person(id: "expert-01", name: "甲", roles: [.reviewer])
  let expertID: RecordID

  init(_ calls: FileCalls = .system) throws {
    workspace = try temporary.workspace(calls)
    rubric = try Rubric(FieldReader(JSONParser.parse(Array(rubricText.utf8))))
    store = ReviewStore(workspace, state: try StateFolder.open(states.path, for: workspace), rubric: rubric)
    id = try #require(RecordID(application))
    expertID = try #require(RecordID("expert-01"))
  }

  var file: String { "reviews/\(application)/expert-01.json" }

  func load() throws -> ReviewStore.Sheet { try store.load(id, reviewer: expertID) }

  func save(_ edits: [ReviewEdit], submit: Bool = false) throws -> ReviewStore.Saved {
    try store.save(edits, to: load(), submit: submit, by: expert, at: "2022-09-01T10:00:00+08:00")
  }

  func assign(_ reviewers: String, _ inspectors: String = "") {
    temporary.folder("assignments")
    temporary.write(
      """
      {"schema": "reviewtui/assignment/1", "application": "\(application)", "reviewers": [\(reviewers)],
       "inspectors": [\(inspectors)]}
      """, to: "assignments/\(application).json")
  }
}

private let complete: [ReviewEdit] = [
  .score(criterion: "C01", tenths: 95), .score(criterion: "C02", tenths: 50), .comment(criterion: "C02", "满分有据"),
  .opinion("同意推荐"), .recommendation(.yes),
]

@Test func savesEditsAsANewRevisionWithAJournalLine() throws {
  let bench = try Bench()
  let first = try bench.save([.score(criterion: "C01", tenths: 95)])
  #expect(first.sheet.review.revision == 1)
  #expect(first.sheet.review.previous == nil)
  #expect(first.journalFailure == nil)
  let second = try bench.save([.comment(criterion: "C01", "有据"), .score(criterion: "C01", tenths: nil)])
  #expect(second.sheet.review.revision == 2)
  #expect(second.sheet.review.previous == first.digest)
  #expect(try bench.load() == second.sheet)
  #expect(second.digest == Digest.sha256Hex(try #require(bench.temporary.bytes(bench.file))))
  let report = try Journal(of: bench.expertID, in: bench.workspace).report()
  #expect(report.faults.isEmpty)
  #expect(report.lines.map(\.entry.act) == ["score", "score"])
  #expect(report.lines.map(\.entry.after) == [first.digest, second.digest])
  #expect(report.lines.map(\.entry.before) == [nil, first.digest])
  #expect(report.lines[1].entry.detail["scores"]?["C01"]?["from"]?.number?.text == "9.5")
  #expect(report.lines[1].entry.detail["comments"] == .array([.string("C01")]))
}

@Test func keepsUnknownMembersAndSpellingThroughASave() throws {
  let bench = try Bench()
  bench.temporary.folder("reviews")
  bench.temporary.folder("reviews/\(application)")
  let text = """
    { "schema": "reviewtui/review/1",  "application": "\(application)", "reviewer": "expert-01", "rubric": "r1",
      "x-future": {"b": 1.0, "a": [2.50]}, "revision": 1,
      "scores": [{"criterion": "C02", "score": 4.50, "mark": true}] }
    """
  bench.temporary.write(text, to: bench.file)
  _ = try bench.save([.score(criterion: "C01", tenths: 5)])
  let after = try #require(bench.temporary.text(bench.file))
  #expect(after.contains("\"x-future\": {\"b\": 1.0, \"a\": [2.50]}, \"revision\": 2"))
  #expect(after.contains("{\"criterion\": \"C02\", \"score\": 4.50, \"mark\": true"))
  #expect(after.hasPrefix("{ \"schema\": \"reviewtui/review/1\",  \"application\""))
}

@Test func submittingLocksTheSheetAndKeepsACopy() throws {
  let bench = try Bench()
  #expect(
    throws: ReviewStore.SaveError.invalid(
      .incomplete([
        .score(criterion: "C01"), .score(criterion: "C02"), .opinion(minimum: 4, has: 0), .recommendation,
      ]))
  ) { try bench.save([], submit: true) }
  #expect(bench.temporary.bytes(bench.file) == nil)
  let saved = try bench.save(complete, submit: true)
  #expect(saved.sheet.review.state == .submitted)
  #expect(
    bench.temporary.names("reviews/\(application)/history") == ["expert-01-r000001-\(saved.digest.prefix(12)).json"])
  #expect(throws: ReviewStore.SaveError.denied(.locked)) { try bench.save([.opinion("改一下看看")]) }
  #expect(try bench.load() == saved.sheet)
}

@Test(arguments: [
  (
    ReviewEdit.score(criterion: "C01", tenths: 101),
    ReviewEdit.Invalid.score(criterion: "C01", tenths: 101, maximum: 100, step: 5)
  ),
  (.score(criterion: "C01", tenths: -5), .score(criterion: "C01", tenths: -5, maximum: 100, step: 5)),
  (.score(criterion: "C01", tenths: 93), .score(criterion: "C01", tenths: 93, maximum: 100, step: 5)),
  (.score(criterion: "C99", tenths: 5), .unknownCriterion("C99", known: ["C01", "C02"])),
  (.comment(criterion: "c01", "x"), .unknownCriterion("c01", known: ["C01", "C02"])),
])
func refusesImpossibleEdits(_ edit: ReviewEdit, _ reason: ReviewEdit.Invalid) throws {
  let bench = try Bench()
  #expect(throws: ReviewStore.SaveError.invalid(reason)) { try bench.save([edit]) }
  #expect(bench.temporary.names() == ["program.json"])
}

@Test func twoWindowsEndInAConflictAndBothTextsAreKept() throws {
  let bench = try Bench()
  let left = try bench.load()
  let right = try bench.load()
  let saved = try bench.store.save([.opinion("左窗口")], to: left, by: bench.expert, at: "t")
  #expect(
    throws: ReviewStore.SaveError.failed(.conflict(file: bench.file, expected: nil, found: saved.digest))
  ) { try bench.store.save([.opinion("右窗口")], to: right, by: bench.expert, at: "t") }
  #expect(try bench.load().review.opinion == "左窗口")
}

@Test func namesWhoMayNot() throws {
  let bench = try Bench()
  func denial(_ person: Person) throws -> Permission.Denial? {
    let sheet = try bench.load()
    do throws(ReviewStore.SaveError) {
      _ = try bench.store.save([.opinion("x")], to: sheet, by: person, at: "t")
      return nil
    } catch {
      if case .denied(let denial) = error { return denial }
      throw error
    }
  }
  #expect(try denial(Person(id: "expert-02", name: "", roles: [.reviewer])) == .belongsTo("expert-01"))
  #expect(try denial(Person(id: "expert-01", name: "", roles: [.inspector])) == .lacksRole(.reviewer))
  #expect(try denial(Person(id: "expert-01", name: "", roles: [.supervisor])) == .lacksRole(.reviewer))
  #expect(try denial(Person(id: "expert-01", name: "", roles: [.reviewer, .supervisor])) == .hasRole(.supervisor))
  bench.assign("\"expert-02\"")
  #expect(try denial(bench.expert) == .notAssigned)
  bench.assign("", "\"expert-01\"")
  #expect(try denial(bench.expert) == .otherRoleOnFile(.inspector))
  bench.assign("\"expert-01\"", "\"expert-01\"")
  #expect(try denial(bench.expert) == .otherRoleOnFile(.inspector))
  #expect(bench.temporary.names("reviews") == [])
  bench.assign("\"expert-01\"", "\"expert-02\"")
  #expect(try denial(bench.expert) == nil)
}

@Test func readsTheRosterAndTheRulesOfOtherActs() throws {
  let roster = Roster(people: [Person(id: "a", name: "", roles: [.inspector])])
  #expect(throws: Permission.Denial.unknownPerson("b")) { try roster.person("b") }
  let inspector = try roster.person("a")
  #expect(throws: Never.self) { try Permission.check(.inspect, by: inspector, assignment: nil) }
  #expect(throws: Permission.Denial.lacksRole(.supervisor)) {
    try Permission.check(.supervise, by: inspector, assignment: nil)
  }
}

@Test func refusesASheetOfAnotherPersonUnderThisName() throws {
  let bench = try Bench()
  bench.temporary.folder("reviews")
  bench.temporary.folder("reviews/\(application)")
  bench.temporary.write(
    "{\"schema\": \"reviewtui/review/1\", \"application\": \"\(application)\",\n\"reviewer\": \"expert-02\", \"rubric\": \"r1\"}",
    to: bench.file)
  #expect(
    throws: FileProblem(file: bench.file, line: 2, reason: .wrongID(found: "expert-02", expected: "expert-01"))
  ) { try bench.load() }
}

@Test func aJournalThatCannotBeWrittenDoesNotHideTheSave() throws {
  let bench = try Bench()
  bench.temporary.write("", to: "journal")
  let saved = try bench.save([.opinion("仍然保存")])
  #expect(saved.journalFailure == FileError(file: "journal", step: .open, reason: .notAFolder))
  #expect(try bench.load().review.opinion == "仍然保存")
}

@Test func findsASubmissionThatWasCutShort() throws {
  let bench = try Bench()
  _ = try bench.save([.score(criterion: "C01", tenths: 95)])
  let before = try #require(bench.temporary.bytes(bench.file))
  let submitted = try bench.save(complete, submit: true)
  #expect(try bench.store.newerCopies(of: bench.load()).isEmpty)
  // As a crash between the copy and the record leaves it.
  bench.temporary.write(before, to: bench.file)
  let copies = try bench.store.newerCopies(of: bench.load())
  #expect(copies.map(\.review) == [submitted.sheet.review])
}
