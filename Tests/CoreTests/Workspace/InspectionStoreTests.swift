import TestSupport
import Testing

@testable import Core

private func denial<Value>(_ body: () throws -> Value) -> Permission.Denial? {
  do { _ = try body() } catch InspectionStore.SaveError.denied(let denial) { return denial } catch { return nil }
  return nil
}

private func invalid<Value>(_ body: () throws -> Value) -> InspectionEdit.Invalid? {
  do { _ = try body() } catch InspectionStore.SaveError.invalid(let invalid) { return invalid } catch { return nil }
  return nil
}

@Test func plansAVisitWithChecklistAndDeclaredMetrics() throws {
  let bench = try InspectionBench()
  let saved = try bench.plan()
  let visit = saved.sheet.visit
  #expect(visit.state == .planned)
  #expect(visit.inspectors.map(\.role) == [.lead, .member])
  #expect(visit.items.count == 20 + 5)
  #expect(visit.metrics.count == bench.application.metrics.reduce(0) { $0 + $1.rows.count })
  #expect(visit.metrics.first?.declared?.text == "51926.44")
  #expect(visit.metrics.first?.source == "metrics.economic.rows.m01")
  #expect(
    invalid {
      try bench.store.plan(
        InspectionPlan(visit: RecordID("v1"), start: "2022-09-08T09:30:00+08:00", reason: "random", inspectors: []),
        for: bench.application, roster: Roster(people: []), by: bench.chief, at: "t")
    } == .exists("v1"))
  #expect(try bench.plan().sheet.visit.id == "v2")
}

@Test func onlyWhoMayWritesWhat() throws {
  let bench = try InspectionBench()
  #expect(
    denial {
      try bench.store.plan(
        InspectionPlan(start: "2022-09-08T09:30:00+08:00", reason: "random"), for: bench.application,
        roster: Roster(people: []), by: bench.lead, at: "t")
    } == .lacksRole(.supervisor))
  try bench.plan()
  let whole = try bench.load()
  func save(_ person: Person) throws {
    _ = try bench.store.save([.note("x")], to: whole, checklist: bench.checklist, by: person, at: "t")
  }
  #expect(denial { try save(bench.member) } == .onlyLead("核查01"))
  #expect(denial { try save(bench.expert) } == .lacksRole(.inspector))
  #expect(denial { try save(bench.chief) } == .lacksRole(.inspector))
  #expect(denial { try save(Person(id: "hecha-03", name: "", roles: [.inspector])) } == .notAtVisit)
  #expect(
    denial { try bench.part([.note("x")], by: Person(id: "hecha-03", name: "", roles: [.inspector])) } == .notAtVisit)
  #expect(denial { try bench.part([.leave(.pass, reason: "x")]) } == .lacksRole(.supervisor))
}

@Test func leadAndMemberRecordInTheirOwnFilesAndBothSign() throws {
  let bench = try InspectionBench()
  try bench.plan()
  try bench.part([.answer(item: "G07", .mostly), .why(item: "G07", "标签不全"), .conflict(false)])
  try bench.save(try bench.complete())
  #expect(invalid { try bench.save([], sign: true) } == .incomplete([.otherAnswers(["G07"])]))
  #expect(invalid { try bench.part([], sign: true) } == .notSealed)
  // A word alone decides nothing: the lead says whose answer was weighed.
  let why = InspectionEdit.why(item: "G07", "复看后标签齐全")
  #expect(invalid { try bench.save([why], sign: true) } == .incomplete([.otherAnswers(["G07"])]))
  let signed = try bench.save([why, .settle(item: "G07", ["hecha-02=mostly"])], sign: true)
  #expect(signed.sheet.visit.state == .signed)
  #expect(signed.sheet.visit.verdict == .pass)
  #expect(signed.sheet.sealHolds == true)
  #expect(try bench.load().isComplete == false)
  try bench.part([], sign: true)
  let whole = try bench.load()
  #expect(whole.isComplete)
  #expect(denial { try bench.save([.note("改")]) } == .sealed)
  #expect(denial { try bench.part([.answer(item: "G07", .no)]) } == .sealed)
  #expect(bench.temporary.names("inspections/\(InspectionBench.application)/history").count == 1)
  #expect(WorkspaceHealth(of: bench.workspace, now: 0).problems.isEmpty)
  let lead = try #require(RecordID("hecha-01"))
  let acts = try Journal(of: lead, in: bench.workspace).report().lines.map(\.entry.act)
  #expect(acts == ["inspect", "sign-visit"])
}

@Test func everyGapIsNamedBeforeSigning() throws {
  let bench = try InspectionBench()
  try bench.plan()
  let all = bench.store.gaps(try bench.load(), bench.checklist, at: "2022-09-08T16:00:00+08:00")
  let stars = ["G01", "G02", "G03", "G04", "G06", "G12", "G16"]
  #expect(
    all == [
      .noDeclaration("hecha-01"), .noDeclaration("hecha-02"), .times, .unanswered(stars),
      .minimumEvidence(["gate", "scene", "device", "platform", "network", "group"]), .hostSignature, .opinion,
    ])
  try bench.part([.conflict(false)])
  let complete = try bench.complete()
  try bench.save(complete)
  func gaps(_ edits: [InspectionEdit], at now: String = "2022-09-08T16:00:00+08:00") throws -> [InspectionGap] {
    var visit = try bench.load().sheet.visit
    let program = try InspectionBench.program().inspection
    for edit in edits { try edit.apply(to: &visit, program, by: "hecha-01", at: now) }
    return visit.gaps(
      bench.checklist, program, minimumInspectors: 2, parts: try bench.load().parts.map(\.part), at: now)
  }
  #expect(try gaps([]).isEmpty)
  #expect(try gaps([.end("2022-09-08T09:30:00+08:00")]) == [.endNotAfterStart])
  #expect(try gaps([.answer(item: "G05", .na)]) == [.noNote(["G05"])])
  #expect(
    try gaps([.answer(item: "G07", .no)])
      == [.noNote(["G07"]), .noEvidence(["G07"]), .noProblem(["G07"])])
  #expect(try gaps([], at: "2022-09-09T08:00:00+08:00") == [.lateReason(ended: "2022-09-08", today: "2022-09-09")])
  #expect(try gaps([.lateReason("企业停电")], at: "2022-09-09T08:00:00+08:00").isEmpty)
  #expect(try gaps([.signer(nil)]) == [.hostSignature])
  let bare = Inspection.Refusal(kind: .signature, reason: "", witness: nil, recording: nil)
  #expect(try gaps([.signer(nil), .refusal(bare)]) == [.refusalRecord])
  #expect(try gaps([.verify(metric: "m01", DecimalValue(1), unit: nil)]).first == .metricsAnswer)
  #expect(try gaps([.conflict(person: "hecha-01", true)]) == [.conflict("hecha-01")])
}

@Test func aVerdictIsOnlySofterWithASupervisorsLeave() throws {
  let bench = try InspectionBench()
  try bench.plan()
  try bench.part([.conflict(false)])
  try bench.save(try bench.complete() + [.answer(item: "G04", .mostly), .why(item: "G04", "两台停用")])
  #expect(
    invalid { try bench.save([.verdict(.pass)], sign: true) }
      == .incomplete([.softened(given: .pass, proposed: .conditional)]))
  try bench.part([.leave(.pass, reason: "停用设备与项目无关")], by: bench.chief)
  #expect(try bench.save([.verdict(.pass)], sign: true).sheet.visit.verdict == .pass)
  #expect(try bench.load().sheet.visit.proposedVerdict == .conditional)

  let other = try InspectionBench()
  try other.plan()
  try other.part([.conflict(false)])
  #expect(try other.save(try other.complete() + [.verdict(.fail)], sign: true).sheet.visit.verdict == .fail)
}

@Test func anyLaterChangeIsNamed() throws {
  let bench = try InspectionBench()
  try bench.plan()
  try bench.part([.conflict(false)])
  try bench.save(try bench.complete(), sign: true)
  try bench.part([], sign: true)
  let text = try #require(bench.temporary.text(bench.file))
  #expect(InspectionSeal.holds(Array(text.utf8)))
  for changed in [text.replacing("王某", with: "李某"), text + " ", text.replacing("\"yes\"", with: "\"no\"")] {
    #expect(!InspectionSeal.holds(Array(changed.utf8)))
    bench.temporary.write(changed, to: bench.file)
    let found = WorkspaceHealth(of: bench.workspace, now: 0).problems.filter { $0.file == bench.file }
    #expect(found.prefix(2).map(\.reason) == [.brokenSeal, .notInJournal])
    guard case .changedFields(let fields, _)? = found.last?.reason else {
      Issue.record("the changed fields are not named")
      continue
    }
    #expect(fields.isEmpty == (changed == text + " "))
  }
  // A new seal over the changed text does not fit the member's signature.
  let forged = try #require(InspectionSeal.sealed(Array(text.replacing("王某", with: "李某").utf8)))
  bench.temporary.write(forged.bytes, to: bench.file)
  let reasons = WorkspaceHealth(of: bench.workspace, now: 0).problems.map(\.reason)
  #expect(reasons.first == .notInJournal)
  #expect(reasons.last == .otherSeal)
  bench.temporary.write(text, to: bench.file)
  #expect(WorkspaceHealth(of: bench.workspace, now: 0).problems.isEmpty)
  let photo = "attachments/\(InspectionBench.application)/gate.jpg"
  bench.temporary.write("another picture", to: photo)
  #expect(
    WorkspaceHealth(of: bench.workspace, now: 0).problems.map(\.reason) == [.changedEvidence(id: "e01", file: photo)])
}

@Test func evidenceThatChangedIsNotVouchedFor() throws {
  let bench = try InspectionBench()
  try bench.plan()
  try bench.part([.conflict(false)])
  try bench.save(try bench.complete())
  bench.temporary.write("x", to: "attachments/\(InspectionBench.application)/scene.jpg")
  #expect(throws: InspectionStore.SaveError.self) { try bench.save([], sign: true) }
  #expect(try bench.load().sheet.visit.state == .draft)
}

@Test func takesFilesFromOutsideAndRefusesOthersOfTheWorkspace() throws {
  let bench = try InspectionBench()
  let visit = try bench.plan().sheet.visit
  let outside = TemporaryFolder()
  outside.write("picture", to: "大门.JPG")
  let taken = try bench.store.takeEvidence(outside.path + "/大门.JPG", of: visit)
  #expect(taken.file == "attachments/\(InspectionBench.application)/v1-e01.jpg")
  #expect(taken.sha256 == Digest.sha256Hex(Array("picture".utf8)))
  #expect(bench.temporary.text(taken.file) == "picture")
  // The same bytes again are done before; others never take the place of a file.
  #expect(try bench.store.takeEvidence(outside.path + "/大门.JPG", of: visit) == taken)
  outside.write("other pictur", to: "b.jpg")
  #expect(throws: EvidenceRefusal.self) { try bench.store.takeEvidence(outside.path + "/b.jpg", of: visit) }
  #expect(bench.temporary.text(taken.file) == "picture")
  bench.temporary.folder("attachments/2022-qufu-001")
  bench.temporary.write("x", to: "attachments/2022-qufu-001/a.jpg")
  for path in [
    "attachments/2022-qufu-001/a.jpg", bench.temporary.path + "/people.json",
    "attachments/\(InspectionBench.application)/../2022-qufu-001/a.jpg", "attachments/../people.json",
  ] {
    #expect(throws: EvidenceRefusal.elsewhere(file: path, folder: "attachments/\(InspectionBench.application)")) {
      try bench.store.takeEvidence(path, of: visit)
    }
  }
  outside.write("", to: "empty.jpg")
  #expect(throws: EvidenceRefusal.empty(file: outside.path + "/empty.jpg")) {
    try bench.store.takeEvidence(outside.path + "/empty.jpg", of: visit)
  }
}

@Test func aClockThatRunsBackIsMarkedAndTheRevisionCounts() throws {
  let bench = try InspectionBench()
  try bench.plan()
  try bench.save([.note("一")], at: "2022-09-08T10:00:00+08:00")
  let back = try bench.save([.note("二")], at: "2022-09-08T09:00:00+09:00").sheet.visit
  #expect(back.revision == 3)
  #expect(
    back.clockSteps
      == [Inspection.ClockStep(id: "r3", before: "2022-09-08T10:00:00+08:00", at: "2022-09-08T09:00:00+09:00")])
  // The same moment in another zone is no step back.
  #expect(try bench.save([.note("三")], at: "2022-09-08T00:00:00Z").sheet.visit.clockSteps.count == 1)
}

@Test func neverOverwritesAndKeepsWhatItDoesNotKnow() throws {
  let bench = try InspectionBench()
  try bench.plan()
  let left = try bench.load()
  let text = try #require(bench.temporary.text(bench.file))
  bench.temporary.write(
    text.replacing("\"batch\": null", with: "\"batch\": null, \"x-later\": [1.50]"), to: bench.file)
  #expect(throws: InspectionStore.SaveError.self) {
    try bench.store.save(
      [.note("旧")], to: left, checklist: bench.checklist, by: bench.lead, at: "2022-09-08T16:00:00+08:00")
  }
  try bench.save([.note("新")])
  let after = try #require(bench.temporary.text(bench.file))
  #expect(after.contains("\"x-later\": [1.50]"))
  #expect(after.contains("\"note\": \"新\""))
}

@Test func figuresComeInAnyUnitThatTheDeclaredOneKnows() throws {
  let bench = try InspectionBench()
  try bench.plan()
  let row = try bench.save([.verify(metric: "m01", DecimalValue(mantissa: 52, places: 1), unit: "亿元")]).sheet.visit
    .metrics[0]
  #expect(row.verified?.text == "52000")
  #expect(row.deviation(try InspectionBench.program().inspection.bands)?.tenthsOfPercent == 1)
  #expect(
    invalid { try bench.save([.verify(metric: "m01", DecimalValue(5), unit: "小时")]) }
      == .otherUnit(metric: "m01", declared: "万元", found: "小时"))
  #expect(invalid { try bench.save([.answer(item: "SC06-1", .yes)]) } == .unknownItem("SC06-1"))
  #expect(invalid { try bench.save([.start("2022-09-08 09:30")]) } == .notATime("2022-09-08 09:30"))
}
