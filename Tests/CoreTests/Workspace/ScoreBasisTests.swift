import TestSupport
import Testing

@testable import Core

private let id = "2022-zoucheng-001"
private let now = "2022-09-02T09:00:00+08:00"

@Suite struct ScoreBasisTests {
  private struct Bench {
    let temporary = TemporaryFolder()
    let workspace: Workspace
    let store: ReviewStore
    let application: RecordID
    let reviewer: RecordID
    let expert = Person(id: "expert-01", name: "甲", roles: [.reviewer])

    init() throws {
      workspace = try temporary.workspace()
      let rubric = try Rubric(
        FieldReader(
          JSONParser.parse(
            Array(
              """
              {"id": "r1", "step": 0.5, "opinionMinimum": 1,
               "bands": [{"key": "good", "name": {"zh": "优"}, "from": 0, "needsComment": false}],
               "criteria": [{"id": "C01", "name": {"zh": "一"}, "max": 10, "evidence": ["project.need5G"]},
                            {"id": "C02", "name": {"zh": "二"}, "max": 10, "evidence": ["metrics", "sections.4"]}]}
              """.utf8))))
      store = ReviewStore(workspace, state: nil, rubric: rubric)
      application = try #require(RecordID(id))
      reviewer = try #require(RecordID("expert-01"))
      temporary.folder("applications")
      write(need: "延迟高", value: "10")
    }

    func write(need: String, value: String, phone: String = "1") {
      temporary.write(
        """
        {"schema": "reviewtui/application/1", "id": "\(id)", "unit": "zoucheng",
         "company": {"name": "甲", "contact": {"phones": ["\(phone)"]}}, "project": {"need5G": "\(need)"},
         "metrics": {"economic": {"rows": [{"id": "m01", "name": "产量", "value": \(value), "unit": "件"}]}}}
        """, to: "applications/\(id).json")
    }

    func visit(_ status: String, note: String) {
      temporary.folder("inspections")
      temporary.folder("inspections/\(id)")
      temporary.write(
        """
        {"schema": "reviewtui/inspection/1", "visitId": "v1", "application": "\(id)", "state": "\(status)",
         "note": "\(note)"}
        """,
        to: "inspections/\(id)/v1.json")
    }

    @discardableResult func save(_ edits: [ReviewEdit], submit: Bool = false) throws -> Review {
      try store.save(
        edits, to: store.load(application, reviewer: reviewer), submit: submit, by: expert, at: now
      ).sheet.review
    }

    func changed() throws -> [String] {
      store.changedBasis(of: try store.load(application, reviewer: reviewer).review)
    }
  }

  @Test func onlyScoresWhoseOwnEvidenceChangedAreMarked() throws {
    let bench = try Bench()
    try bench.save([.score(criterion: "C01", tenths: 80), .score(criterion: "C02", tenths: 70)])
    #expect(try bench.changed() == [])
    bench.write(need: "延迟高", value: "10", phone: "2")
    #expect(try bench.changed() == [], "a telephone number is no evidence")
    bench.write(need: "延迟高", value: "11")
    #expect(try bench.changed() == ["C02"])
    bench.write(need: "带宽不足", value: "11")
    #expect(try bench.changed() == ["C01", "C02"])
    try bench.save([.score(criterion: "C01", tenths: 60)])
    #expect(try bench.changed() == ["C02"], "a new score stands on what is there now")
    try bench.save([.confirm(criterion: "C02")])
    #expect(try bench.changed() == [])
    bench.write(need: "带宽不足", value: "10")
    #expect(try bench.changed() == ["C02"])
  }

  @Test func aSignedVisitChangesWhatItLookedAt() throws {
    let bench = try Bench()
    try bench.save([.score(criterion: "C01", tenths: 80), .score(criterion: "C02", tenths: 70)])
    bench.visit("draft", note: "未签")
    #expect(try bench.changed() == [], "nothing is found before it is signed")
    bench.visit("signed", note: "已签")
    #expect(try bench.changed() == ["C02"])
  }

  @Test func aChangedBasisIsConfirmedBeforeSubmission() throws {
    let bench = try Bench()
    try bench.save([
      .score(criterion: "C01", tenths: 80), .score(criterion: "C02", tenths: 70), .opinion("同意"), .recommendation(.yes),
    ])
    bench.write(need: "延迟高", value: "12")
    #expect(throws: ReviewStore.SaveError.invalid(.incomplete([.basis(criterion: "C02")]))) {
      try bench.save([], submit: true)
    }
    let review = try bench.save([.confirm(criterion: "C02")], submit: true)
    #expect(review.state == .submitted && review.total == 150)
    let lines = try Journal(of: bench.reviewer, in: bench.workspace).report().lines
    #expect(lines.last?.entry.detail["confirmed"] == .array([.string("C02")]))
  }

  @Test func anApplicationThatCannotBeReadMarksNothingAndStopsNothing() throws {
    let bench = try Bench()
    try bench.save([.score(criterion: "C01", tenths: 80)])
    bench.temporary.write("{", to: "applications/\(id).json")
    #expect(try bench.changed() == [])
    #expect(try bench.save([.score(criterion: "C02", tenths: 50)]).entries[1].basis == nil)
  }
}
