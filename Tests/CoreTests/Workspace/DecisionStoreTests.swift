import TestSupport
import Testing

@testable import Core

private let now = "2022-09-02T09:00:00+08:00"

private struct Bench {
  let temporary = TemporaryFolder()
  let workspace: Workspace
  let sheets: ReviewStore
  let decisions: DecisionStore
  let id: RecordID
  let reviewer: RecordID
  let expert = Person(id: "expert-01", name: "甲", roles: [.reviewer])
  let chief = Person(id: "chief-01", name: "丁", roles: [.supervisor])

  init() throws {
    workspace = try temporary.workspace()
    let rubric = try Rubric(
      FieldReader(
        JSONParser.parse(
          Array(
            """
            {"id": "r1", "step": 0.5, "opinionMinimum": 2,
             "bands": [{"key": "good", "name": {"zh": "优"}, "from": 0, "needsComment": false}],
             "criteria": [{"id": "C01", "name": {"zh": "一"}, "max": 10}]}
            """.utf8))))
    sheets = ReviewStore(workspace, state: nil, rubric: rubric)
    decisions = DecisionStore(workspace, state: nil)
    id = try #require(RecordID("2022-zoucheng-001"))
    reviewer = try #require(RecordID("expert-01"))
  }

  func load() throws -> ReviewStore.Sheet { try sheets.load(id, reviewer: reviewer) }

  func submit(_ tenths: Int) throws -> ReviewStore.Sheet {
    _ = try sheets.save(
      [.score(criterion: "C01", tenths: tenths), .opinion("同意"), .recommendation(.yes)], to: load(), submit: true,
      by: expert, at: now)
    return try load()
  }
}

@Suite struct DecisionStoreTests {
  @Test func aReturnOpensExactlyTheSubmissionItSpeaksOf() throws {
    let bench = try Bench()
    let first = try bench.submit(80)
    #expect(first.review.state == .submitted && first.returned == nil)
    let saved = try bench.decisions.sendBack(first, for: .outlier, note: "与其他评审相差过大", by: bench.chief, at: now)
    #expect(saved.record.decision.revision == 1)
    // The reviewer's own file is untouched: it has one writer.
    #expect(try bench.load().digest == first.digest)
    let back = try bench.load()
    #expect(back.review.state == .returned)
    #expect(back.returned?.reason == .outlier && back.returned?.note == "与其他评审相差过大")
    let again = try bench.submit(75)
    #expect(again.review.state == .submitted && again.returned == nil && again.review.revision == 2)
    #expect(throws: ReviewStore.SaveError.denied(.locked)) {
      try bench.sheets.save([.opinion("再改")], to: bench.load(), by: bench.expert, at: now)
    }
    // A second return is a second entry, kept with the first.
    let second = try bench.decisions.sendBack(again, for: .request, note: "", by: bench.chief, at: now)
    #expect(second.record.decision.returns.map(\.revision) == [1, 2])
    #expect(second.record.decision.previous == saved.digest)
    let copies = try bench.workspace.root.folder(["decisions", "history"]).names().map(\.text).sorted()
    #expect(copies.count == 2 && copies[0].hasPrefix("2022-zoucheng-001-r000001-"))
  }

  @Test func aDraftOfAReturnedSheetSaysSoInItsFile() throws {
    let bench = try Bench()
    _ = try bench.decisions.sendBack(bench.submit(80), for: .sum, note: "", by: bench.chief, at: now)
    _ = try bench.sheets.save([.score(criterion: "C01", tenths: 70)], to: bench.load(), by: bench.expert, at: now)
    let sheet = try bench.load()
    #expect(sheet.document?.value["state"]?.string == "returned")
    #expect(sheet.returned?.reason == .sum, "the reason stays in sight until the sheet is submitted anew")
  }

  @Test func onlySupervisorsReturnAndOnlyWhatIsSubmitted() throws {
    let bench = try Bench()
    #expect(throws: DecisionStore.SaveError.notSubmitted(nil)) {
      try bench.decisions.sendBack(bench.load(), for: .sum, note: "", by: bench.chief, at: now)
    }
    _ = try bench.sheets.save([.score(criterion: "C01", tenths: 10)], to: bench.load(), by: bench.expert, at: now)
    #expect(throws: DecisionStore.SaveError.notSubmitted(.draft)) {
      try bench.decisions.sendBack(bench.load(), for: .sum, note: "", by: bench.chief, at: now)
    }
    let sheet = try bench.submit(20)
    #expect(throws: DecisionStore.SaveError.denied(.lacksRole(.supervisor))) {
      try bench.decisions.sendBack(sheet, for: .sum, note: "", by: bench.expert, at: now)
    }
    #expect(try bench.load().review.state == .submitted)
    _ = try bench.decisions.sendBack(sheet, for: .sum, note: "", by: bench.chief, at: now)
    #expect(throws: DecisionStore.SaveError.notSubmitted(.returned)) {
      try bench.decisions.sendBack(bench.load(), for: .sum, note: "", by: bench.chief, at: now)
    }
  }

  @Test func theReturnStandsInTheSupervisorsJournalWithoutScores() throws {
    let bench = try Bench()
    let sheet = try bench.submit(85)
    _ = try bench.decisions.sendBack(sheet, for: .range, note: "x", by: bench.chief, at: now)
    let report = try Journal(of: #require(RecordID("chief-01")), in: bench.workspace).report()
    let line = try #require(report.lines.first?.entry)
    #expect(line.act == "return" && line.file == "decisions/2022-zoucheng-001.json")
    #expect(line.detail["reviewer"]?.string == "expert-01" && line.detail["sheet"]?.string == sheet.digest)
    #expect(report.faults.isEmpty)
  }

  @Test func aDecisionThatCannotBeReadLeavesTheSubmissionLocked() throws {
    let bench = try Bench()
    _ = try bench.submit(80)
    bench.temporary.folder("decisions")
    bench.temporary.write("{", to: "decisions/2022-zoucheng-001.json")
    #expect(throws: FileProblem.self) { try bench.load() }
  }
}

@Suite struct DeclarationTests {
  private func assign(_ bench: Bench) {
    bench.temporary.folder("assignments")
    bench.temporary.write(
      """
      {"schema": "reviewtui/assignment/1", "application": "2022-zoucheng-001", "reviewers": ["expert-01"], "inspectors": []}
      """, to: "assignments/2022-zoucheng-001.json")
  }

  @Test func anAssignedSheetIsSubmittedOnlyWithADeclaration() throws {
    let bench = try Bench()
    assign(bench)
    #expect(throws: ReviewStore.SaveError.invalid(.incomplete([.declaration]))) { try bench.submit(80) }
    let declared = ReviewEdit.declaration(Declaration(ground: nil, at: now))
    _ = try bench.sheets.save([declared], to: bench.load(), by: bench.expert, at: now)
    let sheet = try bench.submit(80)
    #expect(sheet.review.declaration == Declaration(ground: nil, at: now))
    let report = try Journal(of: bench.reviewer, in: bench.workspace).report()
    #expect(report.lines.map(\.entry.act) == ["declare", "submit"])
    #expect(report.lines[0].entry.detail["declaration"]?.string == "none")
  }

  @Test func whoStaysAwayScoresNothingUntilADeclarationSaysOtherwise() throws {
    let bench = try Bench()
    assign(bench)
    let recusal = Declaration(ground: .employment, note: "2020年前在该公司任职", at: now)
    _ = try bench.sheets.save([.declaration(recusal)], to: bench.load(), by: bench.expert, at: now)
    #expect(try bench.load().review.declaration == recusal)
    #expect(throws: ReviewStore.SaveError.invalid(.recused)) { try bench.submit(80) }
    #expect(throws: ReviewStore.SaveError.invalid(.incomplete([.recused]))) {
      try bench.sheets.save([], to: bench.load(), submit: true, by: bench.expert, at: now)
    }
    _ = try bench.sheets.save(
      [.declaration(Declaration(ground: nil, at: now))], to: bench.load(), by: bench.expert, at: now)
    #expect(try bench.submit(80).review.state == .submitted)
  }

  @Test(arguments: [
    ("济宁琥珀机械有限公司", ["applicant"]), ("琥珀机械", ["applicant"]), ("济宁琥珀机械股份有限公司研发中心", ["applicant"]),
    ("中国移动通信集团山东有限公司济宁分公司", ["partner"]), ("中国移动通信集团江苏有限公司", ["partner"]), ("中国联合网络通信有限公司济宁市分公司", []),
    ("星澜传感技术有限公司", ["mentioned"]), ("济宁市工业和信息化局", []), ("机械", []), ("", []),
  ])
  func hintsAtLikeNames(employer: String, expected: [String]) throws {
    let application = try Application(
      json: JSONParser.parse(
        Array(
          """
          {"schema": "reviewtui/application/1", "id": "a", "unit": "u", "company": {"name": "济宁琥珀机械有限公司"},
           "project": {"operators": [{"name": "中国移动通信集团山东有限公司济宁分公司"}]},
           "sections": {"5": {"heading": "五", "paragraphs": ["向星澜传感技术有限公司采购网关，合计30万元。"]}}}
          """.utf8)))
    let person = Person(id: "p", name: "甲", roles: [.reviewer], employer: employer)
    let found = ConflictHint.all(of: person, application).map { hint in
      switch hint {
      case .applicant: "applicant"
      case .partner: "partner"
      case .mentioned: "mentioned"
      }
    }
    #expect(found == expected)
  }
}

@Suite struct SheetVisibilityTests {
  static let rubric = try? Rubric(
    FieldReader(
      JSONParser.parse(
        Array(
          "{\"id\": \"r1\", \"step\": 0.5, \"opinionMinimum\": 2, \"bands\": [{\"key\": \"g\", \"name\": {\"zh\": \"优\"}, \"from\": 0}], \"criteria\": [{\"id\": \"C01\", \"name\": {\"zh\": \"一\"}, \"max\": 10}]}"
            .utf8))))

  @Test(arguments: [
    (nil, nil, []), ("reviewer", nil, []), ("reviewer", Review.State.draft, ["me"]),
    ("reviewer", .submitted, ["me", "other"]), ("reviewer", .returned, ["me"]), ("inspector", nil, []),
    ("supervisor", nil, ["other"]),
  ])
  func whoSeesWhat(role: String?, own: Review.State?, expected: [String]) throws {
    let rubric = try #require(Self.rubric)
    let viewer = try role.map { Person(id: "me", name: "甲", roles: [try #require(PersonRole(rawValue: $0))]) }
    var sheets = [Review(application: "a", reviewer: "other", rubric: rubric)]
    if let own {
      var mine = Review(application: "a", reviewer: "me", rubric: rubric)
      mine.state = own
      sheets.append(mine)
    }
    #expect(SheetVisibility.visible(sheets, to: viewer).map(\.reviewer).sorted() == expected)
  }
}
