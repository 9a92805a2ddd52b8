import Foundation
import TestSupport
import Testing

@testable import Core

/// A workspace with one application, two inspectors and a supervisor, and the shipped program.
struct InspectionBench {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let application = "2022-gaoxin-001"

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent("sample-data/\(path)")))
  }

  private static let read = Result { try Program(json: JSONParser.parse(bytes("program.json"))) }
  static func program() throws -> Program { try read.get() }

  let temporary = TemporaryFolder()
  let states = TemporaryFolder()
  let workspace: Workspace
  let store: InspectionStore
  let application: Application
  let id: RecordID
  let checklist: InspectionChecklist
  let lead = Person(id: "hecha-01", name: "核查01", roles: [.inspector])
  let member = Person(id: "hecha-02", name: "核查02", roles: [.inspector])
  let chief = Person(id: "dudao-01", name: "督导01", roles: [.supervisor])
  let expert = Person(id: "pingshen-01", name: "评审01", roles: [.reviewer])

  init() throws {
    temporary.write(try Self.bytes("program.json"), to: "program.json")
    temporary.write(try Self.bytes("people.json"), to: "people.json")
    temporary.folder("attachments")
    temporary.folder("attachments/\(Self.application)")
    workspace = try temporary.workspace()
    store = InspectionStore(
      workspace, state: try StateFolder.open(states.path, for: workspace), program: try Self.program())
    application = try Application(json: JSONParser.parse(Self.bytes("applications/\(Self.application).json")))
    id = try #require(RecordID(Self.application))
    checklist = store.checklist(application)
  }

  var file: String { "inspections/\(Self.application)/v1.json" }

  @discardableResult
  func plan(at now: String = "2022-09-05T09:00:00+08:00") throws -> InspectionStore.Saved<InspectionStore.Sheet> {
    let plan = InspectionPlan(
      start: "2022-09-08T09:30:00+08:00", reason: "random", inspectors: [lead.id, member.id])
    return try store.plan(
      plan, for: application, roster: Roster(people: [lead, member, chief, expert]), by: chief, at: now)
  }

  func load() throws -> InspectionStore.Whole {
    let visit = try #require(RecordID("v1"))
    return try #require(try store.loadWhole(id, visit: visit))
  }

  @discardableResult
  func save(
    _ edits: [InspectionEdit], sign: Bool = false, at now: String = "2022-09-08T16:00:00+08:00"
  ) throws -> InspectionStore.Saved<InspectionStore.Sheet> {
    try store.save(edits, to: load(), sign: sign, checklist: checklist, by: lead, at: now)
  }

  @discardableResult
  func part(
    _ edits: [InspectionPartEdit], sign: Bool = false, by person: Person? = nil,
    at now: String = "2022-09-08T16:30:00+08:00"
  ) throws -> InspectionStore.Saved<InspectionStore.PartSheet> {
    try store.savePart(edits, to: load(), sign: sign, by: person ?? member, at: now)
  }

  /// Everything that a visit without a fault needs, with the minimum set of evidence.
  func complete() throws -> [InspectionEdit] {
    var edits: [InspectionEdit] = [
      .conflict(person: lead.id, false), .start("2022-09-08T09:30:00+08:00"), .end("2022-09-08T15:30:00+08:00"),
      .opinion("现场与申报一致"), .signer(Inspection.Signer(name: "王某", post: "厂长", at: nil, hasSeal: true)),
    ]
    for item in try load().sheet.visit.items { edits.append(.answer(item: item.id, .yes)) }
    var visit = try load().sheet.visit
    for row in visit.metrics.filter({ $0.declared != nil }).prefix(3) {
      edits.append(.verify(metric: row.id, row.declared.flatMap(DecimalValue.init), unit: nil))
    }
    for shown in try Self.program().inspection.minimumEvidence {
      let name = "attachments/\(Self.application)/\(shown.key).jpg"
      temporary.write("bytes of \(shown.key)", to: name)
      let evidence = try store.takeEvidence(name, of: visit, shows: shown.key)
      visit.evidence.append(evidence)
      edits.append(.evidence(evidence))
    }
    return edits
  }
}
