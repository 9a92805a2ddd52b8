import Testing

@testable import Core

/// Every step of the procedure that there is: forward, and back with a reason. Everything else is refused.
private let forward: [Stage: [Stage]] = [
  .registered: [.formalCheck], .formalCheck: [.supplement, .accepted, .refused], .supplement: [.accepted, .refused],
  .reviewed: [.awaitingDecision], .visited: [.awaitingDecision], .awaitingDecision: [.proposed, .notProposed],
  .proposed: [.published], .published: [.listed, .revoked], .objection: [.revoked], .listed: [.revoked],
]

private let back: [Stage: [Stage]] = [
  .supplement: [.formalCheck], .accepted: [.formalCheck], .refused: [.formalCheck], .reviewing: [.formalCheck],
  .reviewed: [.formalCheck], .awaitingVisit: [.formalCheck], .visited: [.formalCheck],
  .awaitingDecision: [.formalCheck, .accepted], .proposed: [.formalCheck, .accepted, .awaitingDecision],
  .notProposed: [.formalCheck, .accepted, .awaitingDecision],
  .published: [.formalCheck, .accepted, .awaitingDecision, .proposed],
  .objection: [.formalCheck, .accepted, .awaitingDecision, .proposed],
  .listed: [.formalCheck, .accepted, .awaitingDecision, .proposed, .published],
  .revoked: [.formalCheck, .accepted, .awaitingDecision, .proposed, .published],
]

private let submitted = StageFacts(
  reviewers: ["r1", "r2", "r3"], sheets: ["r1", "r2", "r3"].map { StageFacts.Sheet(reviewer: $0, state: .submitted) })

private func move(_ to: Stage, _ reason: String = "", at: String = "2022-09-01T10:00:00+08:00") -> StageMove {
  var move = StageMove(to: to, by: "chief-01", at: at, reason: reason)
  if [.proposed, .notProposed, .revoked].contains(to) {
    move.document = StageMove.Paper(number: "1号", date: "2022-09-01")
  }
  if to == .published {
    move.window = StageMove.Window(start: "2022-09-02", end: "2022-09-09", workingDays: 5, isExact: true)
  }
  return move
}

/// A case that stands at `stage`.
private func file(at stage: Stage) -> DecisionCase {
  let way: [Stage: [Stage]] = [
    .registered: [], .formalCheck: [.formalCheck], .supplement: [.formalCheck, .supplement],
    .accepted: [.formalCheck, .accepted], .refused: [.formalCheck, .refused],
    .awaitingDecision: [.formalCheck, .accepted, .awaitingDecision],
    .proposed: [.formalCheck, .accepted, .awaitingDecision, .proposed],
    .notProposed: [.formalCheck, .accepted, .awaitingDecision, .notProposed],
    .published: [.formalCheck, .accepted, .awaitingDecision, .proposed, .published],
    .listed: [.formalCheck, .accepted, .awaitingDecision, .proposed, .published, .listed],
    .revoked: [.formalCheck, .accepted, .awaitingDecision, .proposed, .published, .revoked],
  ]
  var decision = Decision(application: "2022-zoucheng-001")
  var facts = submitted
  switch stage {
  case .registered, .formalCheck, .supplement, .refused, .accepted: facts = StageFacts()
  case .reviewing: facts.sheets.removeLast()
  case .awaitingVisit: facts.visits = [true, false]
  case .visited: facts.visits = [true, true]
  default: break
  }
  for step in way[stage] ?? way[stage == .objection ? .published : .accepted] ?? [] {
    let isLate = step == .listed || step == .revoked
    decision.moves.append(move(step, at: isLate ? "2022-09-15T10:00:00+08:00" : "2022-09-01T10:00:00+08:00"))
  }
  if stage == .objection {
    decision.objections.append(
      Objection(
        id: "o1", from: "甲", realName: true, contact: "1", receivedAt: "2022-09-05", kind: .substantive, text: "不实",
        evidence: ["照片"], by: "chief-01", at: "2022-09-05T10:00:00+08:00"))
  }
  return DecisionCase(
    record: DecisionStore.Record(decision: decision, document: nil), facts: facts, findings: [], digest: nil,
    onFile: ["r1", "r2", "r3"], proposal: nil)
}

/// The act that leads to `stage`; nil for stages that nobody records.
private func act(to stage: Stage) -> DecisionEdit? {
  let paper = StageMove.Paper(number: "济工信纪〔2022〕1号", date: "2022-09-01")
  return switch stage {
  case .formalCheck: .open(reason: "")
  case .supplement: .notice(lines: [], extra: ["缺公章"], reason: "再次", workingDays: nil)
  case .accepted: .accept(reason: "")
  case .refused: .refuse(reason: "不符合")
  case .awaitingDecision: .refer(reason: "")
  case .proposed: .decide(isYes: true, paper, reason: "会议决定")
  case .notProposed: .decide(isYes: false, paper, reason: "会议决定")
  case .published: .publish(start: "2022-09-02", workingDays: nil, reason: "")
  case .listed: .list(reason: "")
  case .revoked: .revoke(paper, reason: "材料不实")
  default: nil
  }
}

@Suite struct StageRulesTests {
  private let rules: DecisionRules

  init() throws {
    let chief = Person(id: "chief-01", name: "丁", roles: [.supervisor])
    rules = DecisionRules(
      program: try InspectionBench.program(), roster: Roster(people: [chief]), by: chief,
      at: "2022-09-20T10:00:00+08:00")
  }

  @Test(arguments: Stage.allCases) func theBenchStandsWhereItShould(_ stage: Stage) {
    #expect(file(at: stage).reading.stage == stage)
    #expect(file(at: stage).reading.contradictions.filter { !$0.isOnlyNotice } == [])
  }

  /// Each of the 16 stages with each act: only the steps of the table are made, and each leads where it says.
  @Test(arguments: Stage.allCases) func everyForwardStep(_ from: Stage) {
    for to in Stage.allCases {
      guard let act = act(to: to) else { continue }
      var after = file(at: from)
      let before = after
      // The formal check opens by itself with its first verdict: two steps, both recorded.
      let opens = from == .registered && [.accepted, .refused].contains(to)
      // A second notice is no step.
      let repeats = from == .supplement && to == .supplement
      do throws(DecisionRefusal) {
        try rules.apply(act, to: &after)
        #expect(forward[from]?.contains(to) == true || opens || repeats, "\(from) → \(to)")
        #expect(after.reading.stage == to)
        #expect(after.decision.moves.count - before.decision.moves.count == (opens ? 2 : repeats ? 0 : 1))
        if !repeats { #expect(after.decision.moves.last?.by == "chief-01") }
        #expect(after.decision.disorder.filter { !$0.isOnlyNotice } == [])
      } catch {
        #expect(forward[from]?.contains(to) != true && !opens && !repeats, "\(from) → \(to): \(error)")
        #expect(after.decision.notices == before.decision.notices)
        let stays = from == .objection && to == .listed ? error == .openObjections(["o1"]) : true
        #expect(stays)
      }
    }
  }

  @Test(arguments: Stage.allCases) func everyStepBackNeedsAReason(_ from: Stage) {
    for to in Stage.allCases {
      var after = file(at: from)
      let isAllowed = back[from]?.contains(to) == true
      #expect(throws: isAllowed ? DecisionRefusal.noReason(to) : .noStep(from: from, to: to), "\(from) → \(to)") {
        try rules.apply(.back(to, reason: ""), to: &after)
      }
      do throws(DecisionRefusal) {
        try rules.apply(.back(to, reason: "复核发现问题"), to: &after)
        #expect(isAllowed, "\(from) → \(to)")
        #expect(after.decision.moves.last?.to == to && after.decision.moves.last?.reason == "复核发现问题")
        #expect(after.decision.disorder.filter { !$0.isOnlyNotice } == [])
      } catch {
        #expect(!isAllowed, "\(from) → \(to): \(error)")
      }
    }
  }

  /// What was recorded is held against the same table when it is read: a file that was written by hand is named.
  @Test func recordsOutOfOrderAreNamed() {
    for from in [Stage.registered] + Stage.recorded {
      for to in Stage.recorded {
        let between = from == .accepted && to == .awaitingDecision
        let isForward = forward[from]?.contains(to) == true || between
        #expect(from.isFollowed(by: to, withReason: false) == isForward, "\(from) → \(to)")
        #expect(from.isFollowed(by: to, withReason: true) == (isForward || back[from]?.contains(to) == true))
      }
    }
    var decision = Decision(application: "2022-zoucheng-001")
    decision.moves = [move(.formalCheck), move(.proposed), move(.listed, at: "2022-08-31T10:00:00+08:00")]
    #expect(
      decision.disorder == [
        .outOfOrder(step: 2, from: .formalCheck, to: .proposed), .outOfOrder(step: 3, from: .proposed, to: .listed),
        .timeRunsBack(step: 3, from: "2022-09-01T10:00:00+08:00", to: "2022-08-31T10:00:00+08:00"),
      ])
  }

  @Test func stagesFollowFromSheetsAndVisits() {
    func stage(_ sheets: [StageFacts.Sheet], _ reviewers: [String] = ["r1", "r2"], visits: [Bool] = []) -> Stage? {
      StageFacts(reviewers: reviewers, sheets: sheets, visits: visits).derived
    }
    let (one, two) = (
      StageFacts.Sheet(reviewer: "r1", state: .submitted), StageFacts.Sheet(reviewer: "r2", state: .submitted)
    )
    #expect(stage([]) == nil)
    #expect(stage([], visits: [true]) == nil)
    #expect(stage([one]) == .reviewing)
    #expect(stage([one, two]) == .reviewed)
    #expect(stage([one, StageFacts.Sheet(reviewer: "r2", state: .returned)]) == .reviewing)
    #expect(stage([one, two], visits: [true, false]) == .awaitingVisit)
    #expect(stage([one, two], visits: [true]) == .visited)
    #expect(stage([one], visits: [true]) == .reviewing)
    // Who stays away is not waited for; who was taken off does not count.
    let away = StageFacts.Sheet(reviewer: "r2", state: .draft, isRecused: true)
    #expect(stage([one, away]) == .reviewed)
    #expect(stage([away]) == nil)
    #expect(stage([one, two, StageFacts.Sheet(reviewer: "r9", state: .draft)]) == .reviewed)
    #expect(stage([one, StageFacts.Sheet(reviewer: "r9", state: .submitted)]) == .reviewing)
    #expect(stage([one], []) == .reviewed)
  }

  @Test func contradictionsAreNamedAndTheRecordIsShown() {
    var decision = Decision(application: "2022-zoucheng-001")
    #expect(StageReading(decision, submitted).stage == .reviewed)
    #expect(StageReading(decision, submitted).contradictions == [.notAccepted])
    decision.moves = [move(.formalCheck), move(.refused, "未竣工")]
    #expect(StageReading(decision, submitted).stage == .refused)
    #expect(StageReading(decision, submitted).contradictions == [.sheetsBeforeAcceptance(.refused)])
    decision = file(at: .proposed).decision
    var facts = submitted
    facts.sheets[0] = StageFacts.Sheet(reviewer: "r1", state: .returned)
    facts.visits = [false]
    let reading = StageReading(decision, facts)
    #expect(reading.stage == .proposed)
    #expect(
      reading.contradictions == [
        .reviewsOpen(.proposed, submitted: 2, needed: 3), .tooFewSheets(.proposed, valid: 2, minimum: 3),
        .visitOpen(.proposed),
      ])
    decision.moves[3].document = nil
    #expect(decision.disorder == [.noDocument(step: 4, .proposed)])
    decision = file(at: .listed).decision
    decision.moves[5] = move(.listed)
    decision.objections = file(at: .objection).decision.objections
    #expect(decision.disorder.contains(.listedWithObjection(id: "o1")))
    #expect(decision.disorder.contains(.listedEarly(at: "2022-09-01T10:00:00+08:00", end: "2022-09-09")))
    #expect(file(at: .objection).reading.contradictions == [.openObjection(id: "o1")])
    let roster = Roster(people: [Person(id: "chief-01", name: "丁", roles: [.reviewer])])
    decision.objections[0].handler = "r2"
    #expect(
      decision.strangers(roster, onFile: ["r2"]) == [
        .notSupervisor("chief-01"), .unknownPerson("r2"), .handlerOnFile(objection: "o1", person: "r2"),
      ])
  }
}
