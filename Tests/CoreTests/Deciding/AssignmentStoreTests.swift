import TestSupport
import Testing

@testable import Core

private let now = "2022-08-29T09:00:00+08:00"

private struct Bench {
  let base: InspectionBench
  let store: AssignmentStore
  let roster: Roster

  init() throws {
    base = try InspectionBench()
    base.temporary.folder("applications")
    base.temporary.write(
      try InspectionBench.bytes("applications/\(InspectionBench.application).json"),
      to: "applications/\(InspectionBench.application).json")
    store = AssignmentStore(base.workspace, state: nil, program: try InspectionBench.program())
    let applicant = try #require(base.application.company.name)
    roster = Roster(
      people: try base.workspace.roster().people + [
        Person(id: "insider", name: "内", roles: [.reviewer], employer: applicant),
        Person(id: "both", name: "兼", roles: [.reviewer, .inspector]),
        Person(id: "boss", name: "督", roles: [.reviewer, .supervisor]),
      ])
  }

  @discardableResult
  func save(_ edits: [AssignmentEdit], _ reason: String = "") throws -> AssignmentStore.Saved {
    try store.save(edits, reason: reason, to: store.load(base.id), roster: roster, by: base.chief, at: now)
  }

  func refusal(_ edits: [AssignmentEdit], _ reason: String = "") throws -> AssignmentRefusal? {
    let record = try store.load(base.id)
    do throws(AssignmentStore.SaveError) {
      _ = try store.save(edits, reason: reason, to: record, roster: roster, by: base.chief, at: now)
      return nil
    } catch {
      guard case .refused(let refusal) = error else { return nil }
      return refusal
    }
  }
}

@Suite struct AssignmentStoreTests {
  @Test func rolesAndConflictsAreKept() throws {
    let bench = try Bench()
    try bench.save([.add("pingshen-01", .reviewer), .add("hecha-01", .inspector)])
    let applicant = try #require(bench.base.application.company.name)
    let cases: [(AssignmentEdit, AssignmentRefusal)] = [
      (.add("nobody", .reviewer), .unknownPerson("nobody")),
      (.add("hecha-02", .reviewer), .lacksRole("hecha-02", .reviewer)),
      (.add("pingshen-02", .inspector), .lacksRole("pingshen-02", .inspector)),
      (.add("boss", .reviewer), .isSupervisor("boss")),
      (.add("pingshen-01", .reviewer), .alreadyOn("pingshen-01")), (.remove("pingshen-02"), .notOn("pingshen-02")),
      (.add("insider", .reviewer), .conflict("insider", .applicant(name: applicant, employer: applicant))),
    ]
    for (edit, refusal) in cases { #expect(try bench.refusal([edit]) == refusal, "\(edit)") }
    try bench.save([.add("both", .inspector)])
    #expect(try bench.refusal([.add("both", .reviewer)]) == .otherRole("both", .inspector))
    // All or none.
    #expect(try bench.refusal([.add("pingshen-03", .reviewer), .add("nobody", .reviewer)]) == .unknownPerson("nobody"))
    #expect(try bench.store.load(bench.base.id).assignment.reviewers == ["pingshen-01"])
    // A reason lets a likeness of names pass, and stands in the record.
    let saved = try bench.save([.add("insider", .reviewer)], "同名不同企业，已核实")
    #expect(saved.assignment.changes.last?.reason == "同名不同企业，已核实" && saved.assignment.revision == 3)
    #expect(saved.assignment.changes.last?.by == "dudao-01" && saved.assignment.changes.last?.at == now)
  }

  @Test func whoHasBegunIsTakenOffOnlyWithAReasonAndTheSheetStays() throws {
    let bench = try Bench()
    try bench.save([.add("pingshen-01", .reviewer), .add("pingshen-02", .reviewer)])
    let rubric = try InspectionBench.program().rubric
    let reviews = ReviewStore(bench.base.workspace, state: nil, rubric: rubric)
    let reviewer = try #require(RecordID("pingshen-01"))
    let sheet = try reviews.save(
      [.score(criterion: rubric.criteria[0].id, tenths: 50)], to: reviews.load(bench.base.id, reviewer: reviewer),
      by: bench.base.expert, at: now)
    #expect(try bench.refusal([.remove("pingshen-01")]) == .hasSheet("pingshen-01"))
    try bench.save([.remove("pingshen-01")], "本人申请回避")
    #expect(try reviews.load(bench.base.id, reviewer: reviewer).digest == sheet.digest)
    let answer = StageReader(bench.base.workspace, program: try InspectionBench.program()).answer(bench.base.id)
    #expect(answer.facts.counted.isEmpty && answer.facts.sheets.count == 1)
    // Who declared an interest is not put on again.
    let second = try #require(RecordID("pingshen-02"))
    let expert = Person(id: "pingshen-02", name: "", roles: [.reviewer])
    _ = try reviews.save(
      [.declaration(Declaration(ground: .family, at: now))], to: reviews.load(bench.base.id, reviewer: second),
      by: expert, at: now)
    try bench.save([.remove("pingshen-02")], "回避")
    #expect(try bench.refusal([.add("pingshen-02", .reviewer)], "再派") == .recused("pingshen-02", .family))
  }

  @Test func anInspectorOfAVisitIsTakenOffOnlyWithAReason() throws {
    let bench = try Bench()
    try bench.save([.add("hecha-01", .inspector), .add("hecha-02", .inspector)])
    try bench.base.plan()
    #expect(try bench.refusal([.remove("hecha-02")]) == .hasVisit("hecha-02", visit: "v1"))
    try bench.save([.remove("hecha-02")], "调离")
  }

  @Test func oldFilesLoadAndKeepWhatIsNotKnown() throws {
    let bench = try Bench()
    bench.base.temporary.folder("assignments")
    bench.base.temporary.write(
      """
      {"schema": "reviewtui/assignment/1", "application": "\(bench.base.id)", "reviewers": ["pingshen-01"],
       "inspectors": [], "assignedBy": "dudao-01", "assignedAt": "\(now)"}
      """, to: "assignments/\(bench.base.id).json")
    let saved = try bench.save([.add("pingshen-02", .reviewer)])
    #expect(saved.assignment.revision == 1 && saved.assignment.changes.count == 1)
    #expect(bench.base.temporary.text("assignments/\(bench.base.id).json")?.contains("assignedBy") == true)
    let record = try bench.store.load(bench.base.id)
    #expect(throws: AssignmentStore.SaveError.denied(.lacksRole(.supervisor))) {
      _ = try bench.store.save(
        [.remove("pingshen-02")], reason: "", to: record, roster: bench.roster, by: bench.base.expert, at: now)
    }
    try bench.save([.remove("pingshen-02")])
    // What was read before that is not written over it.
    #expect {
      _ = try bench.store.save(
        [.add("pingshen-03", .reviewer)], reason: "", to: record, roster: bench.roster, by: bench.base.chief, at: now)
    } throws: { error in
      if case AssignmentStore.SaveError.failed(.conflict) = error { true } else { false }
    }
  }

  @Test func panelsOfAnotherSizeAreWarnedOf() throws {
    let bench = try Bench()
    let rules = AssignmentRules(
      program: try InspectionBench.program(), roster: bench.roster,
      facts: AssignmentRules.Facts(application: bench.base.application))
    func warnings(_ reviewers: Int, _ inspectors: Int = 0, _ stage: Stage = .accepted) -> [AssignmentWarning] {
      var assignment = Assignment(application: "a")
      assignment.reviewers = (0..<reviewers).map { "r\($0)" }
      assignment.inspectors = (0..<inspectors).map { "i\($0)" }
      return rules.warnings(assignment, after: [], stage: stage)
    }
    #expect(warnings(5) == [])
    #expect(warnings(2) == [.belowMinimum(count: 2, minimum: 3)])
    #expect(warnings(3) == [.notSize(count: 3, size: 5)])
    #expect(warnings(4) == [.notSize(count: 4, size: 5), .even(count: 4)])
    #expect(warnings(0, 1) == [.fewInspectors(count: 1, minimum: 2)])
    #expect(warnings(5, 2, .supplement) == [.notAccepted(.supplement)])
    let hinted = rules.warnings(Assignment(application: "a"), after: [.add("insider", .reviewer)], stage: .accepted)
    #expect(hinted.contains { if case .conflict("insider", .applicant) = $0 { true } else { false } })
  }
}
