import TestSupport
import Testing

@testable import Core

private let id = "2022-zoucheng-001"
private let now = "2022-09-01T10:00:00+08:00"

private func rubric(maximum: Int = 10, id: String = "r1") throws -> Rubric {
  let text = """
    {"id": "\(id)", "step": 0.5, "opinionMinimum": 2,
     "bands": [{"key": "g", "name": {"zh": "优"}, "from": 0}],
     "criteria": [{"id": "C01", "name": {"zh": "一"}, "max": \(maximum)}]}
    """
  return try Rubric(FieldReader(JSONParser.parse(Array(text.utf8))))
}

/// A workspace in which two reviewers score two applications.
private struct Bench {
  let temporary = TemporaryFolder()
  let workspace: Workspace

  init() throws { workspace = try temporary.workspace() }

  func store(_ rubric: Rubric) -> ReviewStore { ReviewStore(workspace, state: nil, rubric: rubric) }

  @discardableResult
  func save(
    _ store: ReviewStore, by name: String, _ application: String = id, submit: Bool = false
  ) throws -> Review {
    let person = Person(id: name, name: "甲", roles: [.reviewer])
    let sheet = try store.load(#require(RecordID(application)), reviewer: #require(RecordID(name)))
    let edits: [ReviewEdit] = [
      .score(criterion: "C01", tenths: 80), .comment(criterion: "C01", "有据"), .opinion("同意"), .recommendation(.yes),
    ]
    return try store.save(edits, to: sheet, submit: submit, by: person, at: now).sheet.review
  }

  func refused(_ file: String, _ rubric: String = "r1") -> ReviewStore.SaveError {
    .invalid(.frozenRubric(file: file, rubric: rubric))
  }
}

@Suite struct RubricFreezeTests {
  @Test func theDigestKnowsMeaningAndNotLayout() throws {
    func digest(_ text: String) throws -> String { CanonicalJSON.digest(of: try JSONParser.parse(Array(text.utf8))) }
    let first = try digest(#"{"a": 10, "b": [0.5, {"x": "甲", "y": null}]}"#)
    #expect(try digest("{\"b\":[0.50,\n{\"y\":null,\"x\":\"甲\"}],\"a\":10.0}") == first)
    for other in [
      #"{"a": 11, "b": [0.5, {"x": "甲", "y": null}]}"#, #"{"a": 10, "b": [{"x": "甲", "y": null}, 0.5]}"#,
      #"{"a": 10, "b": [0.5, {"x": "甲"}]}"#, #"{"a": "10", "b": [0.5, {"x": "甲", "y": null}]}"#,
    ] {
      #expect(try digest(other) != first, "\(other)")
    }
    #expect(try rubric().digest != rubric(maximum: 12).digest)
  }

  @Test func aSubmissionKeepsTheDigestOfItsRubric() throws {
    let bench = try Bench()
    let store = bench.store(try rubric())
    #expect(try bench.save(store, by: "expert-01").rubricDigest == nil)
    #expect(try bench.save(store, by: "expert-01", submit: true).rubricDigest == rubric().digest)
  }

  @Test func draftsMayMeetAnotherRubricUntilTheFirstSubmission() throws {
    let bench = try Bench()
    try bench.save(bench.store(try rubric()), by: "expert-01")
    try bench.save(bench.store(try rubric(maximum: 12)), by: "expert-02")
    try bench.save(bench.store(try rubric(maximum: 12)), by: "expert-02", submit: true)
    let file = "reviews/\(id)/expert-02.json"
    #expect(throws: bench.refused(file)) { try bench.save(bench.store(try rubric()), by: "expert-01") }
    #expect(throws: bench.refused(file)) {
      try bench.save(bench.store(try rubric()), by: "expert-01", "2022-qufu-001", submit: true)
    }
  }

  /// A session that found nothing at its first save still learns of a submission before its own.
  @Test func aSubmissionLooksAgain() throws {
    let bench = try Bench()
    let mine = bench.store(try rubric())
    try bench.save(mine, by: "expert-01", "2022-qufu-001")
    try bench.save(bench.store(try rubric(maximum: 12)), by: "expert-02", submit: true)
    let before = bench.temporary.bytes("reviews/2022-qufu-001/expert-01.json")
    #expect(throws: bench.refused("reviews/\(id)/expert-02.json")) {
      try bench.save(mine, by: "expert-01", "2022-qufu-001", submit: true)
    }
    #expect(bench.temporary.bytes("reviews/2022-qufu-001/expert-01.json") == before, "nothing was written")
  }

  @Test func aProgramThatChangedUnderTheSessionRefusesItsSubmission() throws {
    let bench = try Bench()
    let mine = bench.store(try rubric())
    let program = try InspectionBench.bytes("program.json")
    bench.temporary.write(program, to: "program.json")
    #expect(throws: bench.refused("program.json", "jining-5g-2022-v1")) {
      try bench.save(mine, by: "expert-01", submit: true)
    }
    try bench.save(mine, by: "expert-01")
  }

  @Test func anOlderSubmissionWithoutADigestStillLoadsAndIsJudgedByItsId() throws {
    let bench = try Bench()
    bench.temporary.folder("reviews")
    bench.temporary.folder("reviews/\(id)")
    bench.temporary.write(
      """
      {"schema": "reviewtui/review/1", "application": "\(id)", "reviewer": "expert-02", "rubric": "r1", "revision": 1,
       "state": "submitted", "scores": [{"criterion": "C01", "score": 8}]}
      """, to: "reviews/\(id)/expert-02.json")
    let old = try bench.store(try rubric()).load(#require(RecordID(id)), reviewer: #require(RecordID("expert-02")))
    #expect(old.review.rubricDigest == nil && old.review.state == .submitted)
    try bench.save(bench.store(try rubric(maximum: 12)), by: "expert-01")
    #expect(throws: bench.refused("reviews/\(id)/expert-02.json")) {
      try bench.save(bench.store(try rubric(id: "r2")), by: "expert-01", "2022-qufu-001")
    }
  }

  @Test func checkNamesEverySheetOfAnotherRubric() throws {
    let bench = try Bench()
    bench.temporary.write(try InspectionBench.bytes("program.json"), to: "program.json")
    for (name, rubric, digest) in [
      ("expert-01", "jining-5g-2022-v1", "null"),
      ("expert-02", "jining-5g-2022-v1", "\"\(String(repeating: "a", count: 64))\""),
      ("expert-03", "other", "null"),
    ] {
      bench.temporary.folder("reviews")
      bench.temporary.folder("reviews/\(id)")
      bench.temporary.write(
        """
        {"schema": "reviewtui/review/1", "application": "\(id)", "reviewer": "\(name)", "rubric": "\(rubric)",
         "rubricDigest": \(digest), "revision": 1, "state": "draft", "scores": [{"criterion": "X99", "score": 8}]}
        """, to: "reviews/\(id)/\(name).json")
    }
    let found = WorkspaceHealth(of: bench.workspace, now: 0).problems.compactMap { problem -> String? in
      guard case .otherRubric(let id, let isSame) = problem.reason else { return nil }
      return "\(problem.file):\(problem.line ?? 0) \(id) \(isSame)"
    }
    #expect(
      found == [
        "reviews/\(id)/expert-02.json:2 jining-5g-2022-v1 true", "reviews/\(id)/expert-03.json:1 other false",
      ])
  }
}
