import TestSupport
import Testing

@testable import Core

/// A workspace with the shipped program and one application that three reviewers have scored.
private struct Bench {
  let base: InspectionBench
  let reader: StageReader
  let store: DecisionStore
  let roster: Roster
  var id: RecordID { base.id }

  init(sheets: Int = 3) throws {
    base = try InspectionBench()
    let program = try InspectionBench.program()
    reader = StageReader(base.workspace, program: program)
    store = DecisionStore(base.workspace, state: try StateFolder.open(base.states.path, for: base.workspace))
    roster = try base.workspace.roster()
    base.temporary.folder("applications")
    base.temporary.write(
      try InspectionBench.bytes("applications/\(InspectionBench.application).json"),
      to: "applications/\(InspectionBench.application).json")
    let reviews = ReviewStore(base.workspace, state: nil, rubric: program.rubric)
    for number in 1...5 where number <= sheets {
      let person = Person(id: "pingshen-0\(number)", name: "", roles: [.reviewer])
      let reviewer = try #require(RecordID(person.id))
      var edits: [ReviewEdit] = program.rubric.criteria.map { .score(criterion: $0.id, tenths: $0.maximum / 2 / 5 * 5) }
      edits += program.rubric.criteria.map { .comment(criterion: $0.id, "有佐证") }
      edits += [.opinion("场景真实，前后数据齐全，推广条件写得清楚，建议推荐入库。"), .recommendation(.yes)]
      _ = try reviews.save(
        edits, to: reviews.load(id, reviewer: reviewer), submit: true, by: person, at: "2022-09-10T10:00:00+08:00")
    }
  }

  func rules(_ now: String, by person: Person? = nil) throws -> DecisionRules {
    DecisionRules(program: try InspectionBench.program(), roster: roster, by: person ?? base.chief, at: now)
  }

  func file(_ findings: [Finding] = [], proposal: StageMove.Proposal? = nil) throws -> DecisionCase {
    try reader.file(id, findings: findings, proposal: proposal)
  }

  @discardableResult
  func act(
    _ edits: [DecisionEdit], _ findings: [Finding] = [], proposal: StageMove.Proposal? = nil,
    at now: String = "2022-09-20T10:00:00+08:00"
  ) throws -> DecisionStore.Kept {
    try store.save(edits, to: file(findings, proposal: proposal), by: rules(now))
  }

  func refusal(
    _ edits: [DecisionEdit], _ findings: [Finding] = [], proposal: StageMove.Proposal? = nil,
    at now: String = "2022-09-20T10:00:00+08:00"
  ) throws -> DecisionRefusal? {
    let (file, rules) = (try file(findings, proposal: proposal), try rules(now))
    do throws(DecisionStore.ActError) {
      _ = try store.applying(edits, to: file, by: rules)
      return nil
    } catch {
      guard case .refused(let refusal) = error else { return nil }
      return refusal
    }
  }

  func finding(_ rule: String, _ path: String, _ severity: Severity = .warning, isStanding: Bool = false) -> Finding {
    Finding(
      rule: rule, severity: severity, unit: "gaoxin", application: id.text, path: path, fact: .form(.blank),
      isStanding: isStanding)
  }
}

private let paper = StageMove.Paper(number: "济工信纪〔2022〕12号", date: "2022-09-20")

@Suite struct DecisionActsTests {
  @Test func everyFindingIsJudgedByAPerson() throws {
    let bench = try Bench(sheets: 0)
    let found = [
      bench.finding("R07", "project.overview"), bench.finding("R07", "company.name"),
      bench.finding("R01", "received.byCity", .reject), bench.finding("R20", "x", .information),
      bench.finding("R41", "y", .human, isStanding: true),
    ]
    // Not even a proposed rejection rejects, and nothing is accepted over anybody's head.
    #expect(try bench.refusal([.accept(reason: "")], found) == .unjudged(Array(found[..<3])))
    #expect(try bench.refusal([.confirm(rule: "R07", path: nil, .ok, note: "")], found) == .noWords(rule: "R07"))
    #expect(
      try bench.refusal([.confirm(rule: "R09", path: nil, .open, note: "")], found)
        == .noFinding(rule: "R09", path: nil))
    #expect(try bench.refusal([.refuse(reason: "")], found) == .noReason(.refused))
    let kept = try bench.act(
      [
        .confirm(rule: "R07", path: nil, .ok, note: "已核对原件"),
        .confirm(rule: "R01", path: "received.byCity", .open, note: ""),
      ], found)
    #expect(kept.record.decision.moves.map(\.to) == [.formalCheck])
    #expect(kept.record.decision.verdicts.map(\.path) == ["project.overview", "company.name", "received.byCity"])
    #expect(try bench.refusal([.accept(reason: "")], found) == .openFindings([found[2]]))
    // The last word counts.
    try bench.act([.confirm(rule: "R01", path: nil, .ok, note: "收件登记有误，已更正"), .accept(reason: "")], found)
    #expect(try bench.file(found).reading.stage == .accepted)
    #expect(try bench.refusal([.confirm(rule: "R01", path: nil, .open, note: "")], found) != nil)
    // A finding that is new since then is not judged.
    try bench.act([.back(.formalCheck, reason: "企业补交了新版")], found)
    let newer = found + [bench.finding("R08", "photos")]
    #expect(try bench.refusal([.accept(reason: "")], newer) == .unjudged([newer[5]]))
  }

  @Test func oneNoticeTellsEverythingAndClosesItemByItem() throws {
    let bench = try Bench(sheets: 0)
    let found = [bench.finding("R07", "project.overview"), bench.finding("R12", "photos")]
    #expect(
      try bench.refusal([.open(reason: ""), .notice(lines: [], extra: ["缺章"], reason: "", workingDays: nil)], found)
        == .unjudged(found))
    let judged = found.map { DecisionEdit.confirm(rule: $0.rule, path: nil, .open, note: "") }
    let lines = found.map { DecisionEdit.NoticeLine($0, text: "请补正 \($0.rule)") }
    // Thursday before the mid-autumn holiday: five working days end on the Friday after next week's Monday off.
    try bench.act(
      judged + [.notice(lines: lines, extra: ["第5页未盖章"], reason: "", workingDays: nil)], found,
      at: "2022-09-08T15:00:00+08:00")
    let notice = try #require(try bench.file().decision.notices.first)
    #expect(notice.due == "2022-09-16" && notice.isExact && notice.workingDays == 5)
    #expect(notice.items.map(\.text) == ["请补正 R07", "请补正 R12", "第5页未盖章"])
    #expect(notice.items.map(\.id) == ["1-1", "1-2", "1-3"])
    #expect(notice.items[0].clause == (try InspectionBench.program().rule("R07")?.clause))
    #expect(try bench.file(found).reading.stage == .supplement)
    #expect(try bench.file(found).formal.told.map(\.standing) == [.open, .open, .open])
    // The rule no longer finds R07: answered. R12 is still there, and the hand-written item wants a look.
    let later = [found[1]]
    let application = "applications/\(bench.id).json"
    let text = try #require(bench.base.temporary.text(application))
    bench.base.temporary.write(text + " ", to: application)
    #expect(try bench.file(later).formal.told.map(\.standing) == [.answered, .changed, .changed])
    #expect(try bench.refusal([.accept(reason: "")], later) == .unanswered(["1-2", "1-3"]))
    #expect(try bench.refusal([.close(item: "1-2", reason: "")], later) == .noReason(.supplement))
    #expect(try bench.refusal([.close(item: "9-9", reason: "x")], later) == .noItem("9-9"))
    try bench.act([.close(item: "1-2", reason: "照片另送，已收")], later)
    #expect(try bench.refusal([.close(item: "1-2", reason: "x")], later) == .itemIsClosed("1-2"))
    // A second notice needs a reason and takes over what is open.
    let again = DecisionEdit.notice(lines: [], extra: [], reason: "", workingDays: 3)
    #expect(try bench.refusal([again], later) == .secondNotice(number: 2))
    try bench.act([.notice(lines: [], extra: [], reason: "首次答复不完整", workingDays: 3)], later)
    #expect(try bench.file(later).decision.notices.last?.items.map(\.text) == ["第5页未盖章"])
    #expect(try bench.file(later).formal.told.map(\.standing) == [.answered, .closed, .renewed, .open])
    try bench.act([.close(item: "2-1", reason: "已补盖"), .accept(reason: "")], later)
    #expect(try bench.file(later).reading.stage == .accepted)
    #expect(
      try bench.refusal([.notice(lines: [], extra: ["x"], reason: "y", workingDays: nil)], later)
        == .noStep(from: .accepted, to: .supplement))
  }

  @Test func theMeetingDecidesAndTheProgramOnlyProposes() throws {
    let bench = try Bench()
    let yes = StageMove.Proposal(isYes: true, score: JSONNumber(tenths: 812))
    try bench.act([.accept(reason: ""), .refer(reason: "")])
    #expect(try bench.refusal([.decide(isYes: false, paper, reason: "")], proposal: yes) == .deviates(from: yes))
    #expect(try bench.refusal([.decide(isYes: true, paper, reason: "")]) == .noProposal)
    #expect(try bench.refusal([.decide(isYes: true, paper, reason: "")], proposal: yes) == nil)
    let none = StageMove.Paper(number: "", date: "2022-09-20")
    #expect(try bench.refusal([.decide(isYes: true, none, reason: "")]) == .noDocument(.proposed))
    let later = StageMove.Paper(number: "1", date: "2022-09-21")
    #expect(try bench.refusal([.decide(isYes: true, later, reason: "")]) == .future("2022-09-21"))
    let never = StageMove.Paper(number: "1", date: "2022-02-30")
    #expect(try bench.refusal([.decide(isYes: true, never, reason: "")]) == .noDay("2022-02-30"))
    let kept = try bench.act([.decide(isYes: false, paper, reason: "信用核查不合格")], proposal: yes)
    let move = try #require(kept.record.decision.moves.last)
    #expect(move.to == .notProposed && move.document == paper && move.proposal == yes && move.reason == "信用核查不合格")
    let journal = try #require(bench.base.temporary.text("journal/dudao-01.jsonl"))
    #expect(journal.contains("\"act\": \"decide\"") && journal.contains(kept.digest))
  }

  @Test func fewerSheetsThanThePolicyAsksForDecideNothing() throws {
    let bench = try Bench(sheets: 2)
    try bench.act([.accept(reason: "")])
    #expect(try bench.file().reading.stage == .reviewed)
    #expect(try bench.refusal([.refer(reason: "")]) == .tooFewSheets(valid: 2, minimum: 3))
  }

  private func published() throws -> Bench {
    let bench = try Bench()
    try bench.act([.accept(reason: ""), .refer(reason: ""), .decide(isYes: true, paper, reason: "会议决定")])
    #expect(
      try bench.refusal([.publish(start: "2022-09-19", workingDays: nil, reason: "")])
        == .beforeDecision(start: "2022-09-19", decided: "2022-09-20"))
    // Five working days after Friday 30 September: the holiday is over on Saturday 8 October, which is worked.
    try bench.act([.publish(start: "2022-09-30", workingDays: nil, reason: "")])
    return bench
  }

  @Test func publicityEndsByWorkingDaysAndEntryWaitsForIt() throws {
    let bench = try published()
    let window = try #require(try bench.file().decision.window)
    #expect(window.end == "2022-10-12" && window.workingDays == 5 && window.isExact)
    #expect(try bench.refusal([.list(reason: "")], at: "2022-10-12T23:59:00+08:00") == .stillPublic(end: "2022-10-12"))
    #expect(try bench.refusal([.list(reason: "")], at: "2022-10-13T00:00:00+08:00") == nil)
    var list = PublicityList()
    list.add(bench.base.application, try bench.file().decision)
    #expect(list.rows.map(\.company) == [bench.base.application.company.name])
    try bench.act([.list(reason: "")], at: "2022-10-13T09:00:00+08:00")
    #expect(try bench.file().reading.stage == .listed)
    #expect(try bench.refusal([.revoke(paper, reason: "")]) == .noReason(.revoked))
    try bench.act([.revoke(paper, reason: "材料不实")], at: "2022-11-13T09:00:00+08:00")
    #expect(try bench.file().reading.stage == .revoked)
  }

  @Test func objectionsAreAcceptedByRuleAndBlockEntryUntilAnswered() throws {
    let bench = try published()
    let now = "2022-10-20T09:00:00+08:00"
    func new(_ change: (inout DecisionEdit.NewObjection) -> Void) -> DecisionEdit {
      var new = DecisionEdit.NewObjection(receivedAt: "2022-10-12T17:00:00+08:00", text: "项目未投入使用")
      (new.from, new.realName, new.contact, new.evidence) = ("乙公司", true, "0537-1234567", ["照片3张"])
      change(&new)
      return .object(new)
    }
    try bench.act(
      [
        new { _ in }, new { $0.realName = false }, new { $0.receivedAt = "2022-10-13" }, new { $0.evidence = [] },
        new { $0.kind = .score },
      ], at: now)
    let recorded = try bench.file().decision.objections
    #expect(recorded.map(\.grounds) == [[], [.anonymous], [.late], [.noEvidence], [.unrelated]])
    #expect(try bench.file().reading.stage == .objection)
    #expect(try bench.refusal([.list(reason: "")], at: now) == .openObjections(["o1"]))
    #expect(
      try bench.refusal([new { $0.receivedAt = "2022-09-29" }], at: now) == .beforePublicity(start: "2022-09-30"))
    func work(_ id: String, _ change: (inout DecisionEdit.ObjectionWork) -> Void) -> DecisionEdit {
      var work = DecisionEdit.ObjectionWork()
      change(&work)
      return .handle(id: id, work)
    }
    // Who reviewed it does not look into it.
    #expect(try bench.refusal([work("o1") { $0.handler = "pingshen-01" }], at: now) == .isOnFile("pingshen-01"))
    #expect(try bench.refusal([work("o1") { $0.handler = "nobody" }], at: now) == .unknownPerson("nobody"))
    #expect(try bench.refusal([work("o1") { $0.repliedAt = "2022-10-19" }], at: now) == .incomplete("o1"))
    #expect(try bench.refusal([work("o2") { $0.finding = "x" }], at: now) == .notAccepted("o2", [.anonymous]))
    #expect(try bench.refusal([work("o9") { $0.finding = "x" }], at: now) == .noObjection("o9"))
    // Evidence that comes later makes it one to be taken up.
    try bench.act([work("o4") { $0.evidence = ["合同"] }], at: now)
    #expect(try bench.file().decision.objections[3].isOpen)
    for id in ["o1", "o4"] {
      try bench.act(
        [
          work(id) {
            ($0.handler, $0.finding, $0.decision, $0.repliedAt) = ("hecha-01", "现场正在使用", .dismissed, "2022-10-19")
          }
        ], at: now)
    }
    #expect(try bench.refusal([work("o1") { $0.finding = "y" }], at: now) == .answered("o1"))
    #expect(try bench.file().reading.stage == .published)
    try bench.act([.list(reason: "")], at: now)
    #expect(try bench.file().decision.objections.map(\.isOpen) == [false, false, false, false, false])
  }

  @Test func twoSupervisorsEndInAConflictAndNeverOverwrite() throws {
    let bench = try Bench()
    let second = Person(id: "dudao-02", name: "督导02", roles: [.supervisor])
    let (one, other) = (try bench.file(), try bench.file())
    let first = try bench.store.save([.open(reason: "甲")], to: one, by: bench.rules("2022-09-01T09:00:00+08:00"))
    #expect {
      _ = try bench.store.save(
        [.open(reason: "乙")], to: other, by: bench.rules("2022-09-01T09:00:01+08:00", by: second))
    } throws: { error in
      if case DecisionStore.ActError.failed(.conflict) = error { true } else { false }
    }
    #expect(try bench.file().record.document?.digest == first.digest)
    #expect(throws: DecisionStore.ActError.denied(.lacksRole(.supervisor))) {
      _ = try bench.store.save(
        [.open(reason: "")], to: bench.file(), by: bench.rules("2022-09-01T09:00:00+08:00", by: bench.base.expert))
    }
  }

  @Test func unknownMembersAndOldFilesLive() throws {
    let bench = try Bench()
    bench.base.temporary.folder("decisions")
    bench.base.temporary.write(
      """
      {"schema": "reviewtui/decision/1", "application": "\(bench.id)", "revision": 4, "previous": null,
       "returns": [], "remark": "手工备注"}
      """, to: "decisions/\(bench.id).json")
    let kept = try bench.act([.open(reason: "")])
    #expect(kept.record.decision.revision == 5)
    let text = try #require(bench.base.temporary.text("decisions/\(bench.id).json"))
    #expect(text.contains("\"remark\": \"手工备注\""))
    #expect(
      bench.base.temporary.names("decisions/history") == ["\(bench.id)-r000005-\(kept.digest.prefix(12)).json"])
    let health = WorkspaceHealth(of: bench.base.workspace, now: 0)
    #expect(!health.problems.contains { $0.file.hasPrefix("decisions/") && $0.reason == .notInJournal })
    bench.base.temporary.write(text.replacing("手工", with: "改动"), to: "decisions/\(bench.id).json")
    #expect(
      WorkspaceHealth(of: bench.base.workspace, now: 0).problems.contains(
        FileProblem(file: "decisions/\(bench.id).json", reason: .notInJournal)))
  }
}
