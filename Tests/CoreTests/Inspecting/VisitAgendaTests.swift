import Testing

@testable import Core

@Suite struct VisitAgendaTests {
  private let inspector = Person(id: "a", name: "甲", roles: [.inspector])

  private func visit(
    _ application: String, _ start: String?, state: Inspection.State = .planned, people: [String] = ["a", "b"]
  ) -> (visit: Inspection, parts: [InspectionPart]) {
    var visit = Inspection(id: "v1", application: application)
    (visit.plannedStart, visit.state) = (start, state)
    if state == .signed { (visit.transcript, visit.signedBy) = ("t", people[0]) }
    visit.inspectors = people.enumerated().map { index, id in
      .init(id: id, name: "", unit: nil, role: index == 0 ? .lead : .member, hasConflict: nil)
    }
    return (visit, [])
  }

  private func entries(
    _ visits: [(visit: Inspection, parts: [InspectionPart])], of person: Person
  ) throws
    -> [VisitAgenda.Entry]
  {
    VisitAgenda(visits, of: person, try InspectionBench.program().inspection, at: "2022-09-08T12:00:00+08:00").entries
  }

  @Test func listsByMomentAndMarksWhatIsLate() throws {
    let found = try entries(
      [
        visit("e", nil), visit("d", "2022-09-12T09:00:00+08:00"), visit("b", "2022-09-08T14:00:00+08:00"),
        // 05:00Z is 13:00 here: before 14:00, though it sorts behind as a text.
        visit("c", "2022-09-08T05:00:00Z"), visit("a", "2022-09-07T15:00:00+08:00"),
        visit("x", "2022-09-01T09:00:00+08:00", people: ["b", "c"]),
      ], of: inspector)
    #expect(found.map(\.visit.application) == ["a", "c", "b", "d", "e"])
    #expect(found.map(\.time) == [.overdue, .today, .today, .later, .later])
    #expect(found.allSatisfy { $0.duty == .visit && $0.role == .lead })
  }

  @Test func knowsWhatIsLeftAfterTheSignature() throws {
    var signed = visit("a", "2022-09-01T09:00:00+08:00", state: .signed)
    #expect(try entries([signed], of: inspector).map(\.duty) == [.none])
    let member = Person(id: "b", name: "乙", roles: [.inspector])
    #expect(try entries([signed], of: member).map(\.duty) == [.sign])
    var part = InspectionPart(visit: "v1", application: "a", person: "b")
    part.signature = .init(transcript: "t", at: "2022-09-01T18:00:00+08:00")
    signed.parts = [part]
    #expect(try entries([signed], of: member).map(\.duty) == [.none])
    // A signature to another text is none.
    signed.parts[0].signature = .init(transcript: "u", at: "2022-09-01T18:00:00+08:00")
    #expect(try entries([signed], of: member).map(\.duty) == [.sign])
    signed.visit.problems = [
      .init(id: "p01", item: "G07", level: .general, text: "x", fixRequired: "", dueAt: "2022-09-07")
    ]
    let open = try entries([signed, visit("b", "2022-09-08T09:00:00+08:00")], of: inspector)
    #expect(open.map(\.duty) == [.recheck, .visit])
    #expect(open.map(\.time) == [.overdue, .today])
    #expect(open[0].openFixes == 1)
  }

  @Test func aSupervisorSeesEveryVisit() throws {
    let chief = Person(id: "z", name: "督导", roles: [.supervisor])
    let found = try entries([visit("a", "2022-09-09T09:00:00+08:00"), visit("b", nil, people: ["c", "d"])], of: chief)
    #expect(found.map(\.visit.application) == ["a", "b"])
    #expect(found.allSatisfy { $0.role == nil })
  }
}
