import TestSupport
import Testing

@testable import Core

/// Time limits in working days of 2022: 10 to 12 September and 1 to 7 October were holidays, 8 and 9 October working days.
@Suite struct VisitTimesTests {
  private func delays(
    _ change: (inout Inspection) -> Void, parts: [InspectionPart] = [], at now: String = "2022-09-08T18:00:00+08:00"
  ) throws -> [InspectionDelay] {
    var visit = Inspection(id: "v1", application: "a")
    change(&visit)
    return visit.delays(parts, try InspectionBench.program().inspection, at: now)
  }

  @Test(
    arguments: [
      ("2022-09-06T09:00:00+08:00", "2022-09-08T09:00:00+08:00", true),
      ("2022-09-07T09:00:00+08:00", "2022-09-08T09:00:00+08:00", false),
      ("2022-09-08T09:00:00+08:00", "2022-09-13T09:00:00+08:00", true),
      ("2022-09-08T09:00:00+08:00", "2022-09-12T09:00:00+08:00", false),
      ("2022-09-30T09:00:00+08:00", "2022-10-09T09:00:00+08:00", true),
      ("2022-09-30T09:00:00+08:00", "2022-10-08T09:00:00+08:00", false),
    ])
  func noticeIsTwoWorkingDaysAhead(_ sent: String, _ start: String, _ isKept: Bool) throws {
    let found = try delays {
      ($0.noticeSentAt, $0.plannedStart) = (sent, start)
    }
    #expect(found.isEmpty == isKept)
    // What happened counts, not what was planned.
    let real = try delays {
      ($0.noticeSentAt, $0.plannedStart, $0.actualStart) = (sent, "2022-12-01T09:00:00+08:00", start)
    }
    #expect(real.isEmpty == isKept)
  }

  @Test(
    arguments: [
      ("2022-09-01T09:00:00+08:00", "2022-09-16T17:00:00+08:00", true),
      ("2022-09-01T09:00:00+08:00", "2022-09-19T08:00:00+08:00", false),
      ("2022-09-26T09:00:00+08:00", "2022-10-14T08:00:00+08:00", false),
      ("2022-09-26T09:00:00+08:00", "2022-10-13T08:00:00+08:00", true),
    ])
  func finishedTenWorkingDaysAfterThePlan(_ planned: String, _ ended: String, _ isKept: Bool) throws {
    let found = try delays {
      ($0.plannedAt, $0.actualStart, $0.actualEnd) = (planned, planned, ended)
    }
    #expect(found.isEmpty == isKept)
    #expect(try delays({ $0.plannedAt = planned }, at: ended).isEmpty == isKept)
  }

  @Test func signedOnTheSameDay() throws {
    func found(_ lead: String, _ member: String?) throws -> [InspectionDelay] {
      var part = InspectionPart(visit: "v1", application: "a", person: "b")
      part.signature = member.map { InspectionPart.Signature(transcript: "", at: $0) }
      return try delays(
        { visit in
          visit.actualEnd = "2022-09-08T23:30:00+08:00"
          (visit.signedBy, visit.signedAt) = ("a", lead)
        }, parts: [part])
    }
    #expect(try found("2022-09-08T23:59:00+08:00", "2022-09-08T23:59:59+08:00").isEmpty)
    // 15:59Z is still the 8th where the visit was.
    #expect(try found("2022-09-08T15:59:00Z", nil).isEmpty)
    #expect(
      try found("2022-09-08T16:00:00Z", "2022-09-09T00:00:00+08:00") == [
        .signature(person: "a", ended: "2022-09-08", signed: "2022-09-08"),
        .signature(person: "b", ended: "2022-09-08", signed: "2022-09-09"),
      ])
  }

  @Test(
    arguments: [
      ("2022-09-08", "2022-09-23", true), ("2022-09-08", "2022-09-26", false), ("2022-09-29", "2022-10-18", true),
      ("2022-09-29", "2022-10-19", false),
    ])
  func tenWorkingDaysToPutRight(_ ended: String, _ due: String, _ isKept: Bool) throws {
    let found = try delays { visit in
      (visit.actualStart, visit.actualEnd) = (ended + "T09:00:00+08:00", ended + "T16:00:00+08:00")
      visit.problems = [.init(id: "p01", item: "G07", level: .general, text: "x", fixRequired: "", dueAt: due)]
    }
    #expect(found.isEmpty == isKept)
    // The day that the record fills in by itself keeps the rule.
    var visit = Inspection(id: "v1", application: "a")
    visit.actualEnd = ended + "T16:00:00+08:00"
    visit.items = [.init(id: "G07", answer: .no, note: "", by: nil, at: nil)]
    try InspectionEdit.problem(item: "G07", text: "x").apply(
      to: &visit, InspectionBench.program().inspection, by: "a", at: "2022-09-30T16:00:00+08:00")
    #expect(visit.delays([], try InspectionBench.program().inspection, at: "2022-09-08T18:00:00+08:00").isEmpty)
  }

  @Test(
    arguments: [
      ("2022-09-28", "2022-10-10", true), ("2022-09-28", "2022-10-11", false), ("2022-09-14", "2022-09-21", true),
    ])
  func reCheckedWithinFiveWorkingDays(_ fixed: String, _ checked: String, _ isKept: Bool) throws {
    var part = InspectionPart(visit: "v1", application: "a", person: "b")
    part.fixes = [.init(id: "p01", fixedAt: fixed, result: "", isRight: true, recheckedAt: checked)]
    let found = try delays(
      { $0.problems = [.init(id: "p01", item: "G07", level: .general, text: "x", fixRequired: "", dueAt: nil)] },
      parts: [part])
    #expect(found.isEmpty == isKept)
  }

  // MARK: - Clocks

  private func step(
    _ now: String, before: String? = nil, journal: String? = nil, other: String? = nil,
    known: [Inspection.ClockStep] = []
  ) -> Inspection.ClockStep? {
    ClockCheck.step("r5", at: now, before: before, journal: journal, others: [(of: "b", at: other)], known: known)
  }

  @Test func aClockIsComparedWithTheRecordTheJournalAndTheOthers() {
    let noon = "2022-09-08T12:00:00+08:00"
    #expect(step(noon, before: noon, journal: noon, other: noon) == nil)
    // The same moment in another zone; a later wall clock may be an earlier moment.
    #expect(step("2022-09-08T04:00:00Z", before: noon) == nil)
    #expect(step("2022-09-08T12:30:00+09:00", before: noon)?.before == noon)
    #expect(step("2022-09-08T11:59:59+08:00", before: noon)?.of == nil)
    #expect(step("2022-09-08T11:59:59+08:00", journal: noon)?.of == "journal")
    #expect(step("2022-09-08T11:50:00+08:00", other: noon) == nil)
    #expect(step("2022-09-08T11:49:59+08:00", other: noon)?.of == "b")
    let marked = Inspection.ClockStep(id: "r4", before: noon, at: "2022-09-08T11:40:00+08:00", of: "b")
    #expect(step("2022-09-08T11:49:59+08:00", other: noon, known: [marked]) == nil)
    #expect(step("no time", before: noon, journal: noon, other: noon) == nil)
  }

  @Test func aWrongClockIsMarkedInEveryFileAndNeverStopsTheWork() throws {
    let bench = try InspectionBench()
    try bench.plan(at: "2022-09-05T09:00:00+08:00")
    // The member's laptop is two years ahead; the lead's save is marked once.
    let ahead = try bench.part([.conflict(false)], at: "2024-09-08T10:00:00+08:00").sheet.part
    #expect(ahead.clockSteps.isEmpty)
    let first = try bench.save([.note("一")], at: "2022-09-08T10:00:00+08:00").sheet.visit
    #expect(first.clockSteps.map(\.of) == ["hecha-02"])
    let second = try bench.save([.note("二")], at: "2022-09-08T10:01:00+08:00").sheet.visit
    #expect(second.clockSteps.count == 1)
    // Put right, the member's own clock runs back.
    let back = try bench.part([.note("三")], at: "2022-09-08T10:02:00+08:00").sheet.part
    #expect(back.clockSteps == [.init(id: "r2", before: "2024-09-08T10:00:00+08:00", at: "2022-09-08T10:02:00+08:00")])
    // Another visit of the same person: only the journal knows.
    try bench.plan(at: "2022-09-06T09:00:00+08:00")
    let visit = try #require(RecordID("v2"))
    let whole = try #require(try bench.store.loadWhole(bench.id, visit: visit))
    let other = try bench.store.save(
      [.note("四")], to: whole, checklist: bench.checklist, by: bench.lead, at: "2022-09-08T09:00:00+08:00")
    #expect(other.sheet.visit.clockSteps.map(\.of) == ["journal"])
    let text = try #require(bench.temporary.text("journal/hecha-01.jsonl"))
    #expect(text.contains("clockSteps"))
    // A plan made with a clock that ran back.
    let again = try bench.plan(at: "2022-09-05T08:00:00+08:00").sheet.visit
    #expect(again.clockSteps.map(\.of) == ["journal"])
    try bench.save(try bench.complete(), sign: true, at: "2022-09-08T09:59:00+08:00")
    #expect(try bench.load().sheet.visit.state == .signed)
    #expect(try bench.load().sheet.visit.clockSteps.count == 2)
    #expect(WorkspaceHealth(of: bench.workspace, now: 0).problems.isEmpty)
  }

  // MARK: - Typed times

  @Test(
    arguments: [
      ("9:40", "2022-09-08T09:40:00+08:00"), ("０９：４０", "2022-09-08T09:40:00+08:00"),
      ("9-7 14:05", "2022-09-07T14:05:00+08:00"), ("9月7日14点5分", "2022-09-07T14:05:00+08:00"),
      ("2021年12月31日 23:59", "2021-12-31T23:59:00+08:00"), ("2022-09-08 9:40:30", "2022-09-08T09:40:30+08:00"),
      ("9点", "2022-09-08T09:00:00+08:00"), ("2022-09-08T09:40:00Z", "2022-09-08T09:40:00Z"),
      ("2022-09-08 09:40:00-05:00", "2022-09-08T09:40:00-05:00"), ("24:00", nil),
      ("9:60", nil), ("2-30 9:00", nil), ("下午四点", nil), ("", nil), ("9", nil), ("9-7", nil), ("1:2:3:4", nil),
    ] as [(String, String?)])
  func readsTimesAsPeopleTypeThem(_ text: String, _ time: String?) {
    #expect(TimeInput.time(text, now: "2022-09-08T16:00:00+08:00") == time)
  }

  @Test(
    arguments: [
      ("2022-09-22", "2022-09-22"), ("9-22", "2022-09-22"), ("9月22日", "2022-09-22"), ("９．２２", "2022-09-22"),
      ("2023年1月5日", "2023-01-05"), ("2-30", nil), ("明天", nil), ("22", nil), ("9:22", nil),
    ] as [(String, String?)])
  func readsDaysAsPeopleTypeThem(_ text: String, _ day: String?) {
    #expect(TimeInput.day(text, now: "2022-09-08T16:00:00+08:00") == day)
  }
}
