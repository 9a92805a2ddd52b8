import Glibc
import TestSupport
import Testing

@testable import Core

/// Acts that were cut between the copy in `history/` and the record, and files outside of the workspace.
@Suite struct CutShortTests {
  private func newer(_ workspace: Workspace) -> [FileProblem.Reason] { workspace.newerCopies().map(\.reason) }

  @Test func aSignatureThatWasCutShortIsNamed() throws {
    let bench = try InspectionBench()
    try bench.plan()
    try bench.part([.conflict(false)])
    try bench.save(try bench.complete())
    let before = try #require(bench.temporary.bytes(bench.file))
    let signed = try bench.save([], sign: true)
    #expect(newer(bench.workspace).isEmpty)
    let part = "inspections/\(InspectionBench.application)/v1/hecha-02.json"
    let unsigned = try #require(bench.temporary.bytes(part))
    try bench.part([], sign: true)
    #expect(newer(bench.workspace).isEmpty)
    // As a crash leaves it: the copy is there, the record is the old one.
    bench.temporary.write(unsigned, to: part)
    #expect(newer(bench.workspace) == [.newerCopy(revision: 2, of: .part)])
    bench.temporary.write(before, to: bench.file)
    #expect(
      newer(bench.workspace) == [
        .newerCopy(revision: signed.sheet.visit.revision, of: .visit), .newerCopy(revision: 2, of: .part),
      ])
    #expect(WorkspaceHealth(of: bench.workspace, now: 0).problems.contains { $0.reason == newer(bench.workspace)[0] })
  }

  @Test func aFirstReturnAndAFirstSubmissionThatWereCutShortAreNamedThoughTheirRecordsAreMissing() throws {
    let temporary = TemporaryFolder()
    let workspace = try temporary.workspace()
    for name in ["decisions/history", "reviews/a-1/history"] {
      for part in ["decisions", "reviews", "reviews/a-1", name] { temporary.folder(part) }
    }
    temporary.write("{\"revision\": 1}", to: "decisions/history/a-1-r000001-0123456789ab.json")
    temporary.write("{\"revision\": 3}", to: "reviews/a-1/history/p-1-r000003-0123456789ab.json")
    temporary.write("{}", to: "reviews/a-1/history/notes.json")
    #expect(newer(workspace) == [.newerCopy(revision: 3, of: .sheet), .newerCopy(revision: 1, of: .decision)])
    temporary.write("{\"revision\": 3}", to: "reviews/a-1/p-1.json")
    temporary.write("no JSON", to: "decisions/a-1.json")
    #expect(newer(workspace).isEmpty, "a record that cannot be read is named as such")
  }

  @Test func theEditsOfAVisitAreFoundAgain() throws {
    let bench = try InspectionBench()
    try bench.plan()
    let old = try bench.load().sheet.visit
    let program = try InspectionBench.program().inspection
    var edits = try bench.complete()
    edits += [
      .answer(item: "G07", .no), .why(item: "G07", "未在网"), .problem(item: "G07", text: "两台未接入"),
      .fix(item: "G07", required: "接入", .key), .due(item: "G07", "2022-09-22"), .host(name: "李某", post: "", phone: nil),
      .place("一号车间"), .taskLetter("R-1"), .note("笔记"), .companyOpinion("无"), .verdict(.conditional),
      .lateReason("停电"), .metricNote(metric: old.metrics[0].id, "见附件"),
      .word(metric: old.metrics[4].id, .partly),
      .refusal(Inspection.Refusal(kind: .signature, reason: "x")),
    ]
    var new = old
    for edit in edits { try edit.apply(to: &new, program, by: "hecha-01", at: "2022-09-08T16:00:00+08:00") }
    func rest(_ to: Inspection) throws -> [String] {
      let found = InspectionEdit.edits(from: old, to: to)
      return try InspectionEdit.remainder(
        of: found, from: old, to: to, program, by: "hecha-01", at: "2022-09-08T17:00:00+08:00"
      ).map(\.dotted)
    }
    #expect(try rest(new).isEmpty)
    #expect(InspectionEdit.edits(from: new, to: new).isEmpty)
    // What no edit can do is not passed over.
    new.batch = "另一批"
    #expect(try rest(new) == ["batch"])
  }

  @Test func aFileElsewhereIsMadeWholeOrNotAtAll() throws {
    let temporary = TemporaryFolder()
    let path = temporary.path + "/rescue.json"
    try OutsideFile.create(path, with: Array("abc".utf8))
    #expect(temporary.bytes("rescue.json") == Array("abc".utf8))
    #expect(temporary.mode("rescue.json") == 0o600)
    #expect(throws: FileError(file: path, step: .create, reason: .system(EEXIST))) {
      try OutsideFile.create(path, with: [])
    }
    #expect(throws: FileError(file: temporary.path + "/none/x", step: .open, reason: .missing).self) {
      do throws(FileError) { try OutsideFile.create(temporary.path + "/none/x", with: []) } catch {
        throw FileError(file: temporary.path + "/none/x", step: error.step, reason: error.reason)
      }
    }
    for kind in Faults.kinds {
      for target in 1...6 {
        let folder = TemporaryFolder()
        let faults = Faults(kind, at: target)
        var isDone = true
        do throws(FileError) {
          try OutsideFile.create(folder.path + "/r", with: Array("abc".utf8), calls: faults.fileCalls())
        } catch {
          isDone = false
        }
        if isDone { #expect(folder.bytes("r") == Array("abc".utf8), "\(kind) at \(target)") }
      }
    }
  }

  @Test func whatIsSavedElsewhereReadsBack() throws {
    let sheet = JSONValue.object(JSONObject([("schema", .string("reviewtui/review/1")), ("x", .bool(true))]))
    let file = RescueFile(
      person: "p", at: "2022-09-01T09:00:00+08:00", workspace: "/ws", records: [sheet],
      typed: [RescueFile.Typed(application: "a", visit: "v1", field: "why/G03", text: "字")])
    #expect(try RescueFile(json: JSONParser.parse(file.bytes)) == file)
    #expect(file.record(.review) { _ in true } == sheet)
    #expect(try RescueFile(json: sheet).records == [sheet], "a record alone")
  }
}
