import Foundation
import TestSupport
import Testing

@testable import Core

/// After both signed, one changed byte anywhere in the record, in a member's part, in a copy or in a file of evidence is
/// named with its file.
@Suite struct SealTests {
  private func signed() throws -> InspectionBench {
    let bench = try InspectionBench()
    try bench.plan()
    try bench.part([.conflict(false), .answer(item: "G01", .yes), .note("已看")])
    try bench.save(
      try bench.complete() + [
        .answer(item: "G07", .no), .why(item: "G07", "两台未在网"), .problem(item: "G07", text: "两台CPE未在网"),
        .fix(item: "G07", required: "接入", .key),
      ])
    let folder = "attachments/\(InspectionBench.application)"
    bench.temporary.write(
      "bytes of the network test, long enough to be changed in many places", to: folder + "/net.jpg")
    var evidence = try bench.store.takeEvidence(folder + "/net.jpg", of: bench.load().sheet.visit)
    evidence.items = ["G07"]
    try bench.save([.evidence(evidence)], sign: true)
    try bench.part([], sign: true)
    #expect(WorkspaceHealth(of: bench.workspace, now: 0).problems.isEmpty)
    return bench
  }

  private func bytes(_ bench: InspectionBench, _ file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: bench.temporary.path + "/" + file)))
  }

  /// Changes the byte at each place to each of a few others, and asks the health check for the file's name.
  private func flip(
    _ bench: InspectionBench, _ file: String, places: Int, named: @escaping (FileProblem) -> Bool
  ) throws {
    let good = try bytes(bench, file)
    var random = SplitMix(seed: 20220908)
    for place in 0..<places {
      // The first and the last bytes, then anywhere.
      let index = place < 4 ? place : place < 8 ? good.count - 1 - (place - 4) : Int(random.next() % UInt64(good.count))
      var bad = good
      bad[index] ^= place % 2 == 0 ? 1 : 0x20
      bench.temporary.write(bad, to: file)
      let problems = WorkspaceHealth(of: bench.workspace, now: 0).problems
      #expect(problems.contains(where: named), "\(file) byte \(index): \(problems.map(\.reason))")
    }
    bench.temporary.write(good, to: file)
    #expect(WorkspaceHealth(of: bench.workspace, now: 0).problems.isEmpty)
  }

  @Test func everyByteOfTheRecordIsUnderTheSeal() throws {
    let bench = try signed()
    try flip(bench, bench.file, places: 60) { $0.file == bench.file }
  }

  @Test func everyByteOfAMembersPartIsVouchedFor() throws {
    let bench = try signed()
    let file = "inspections/\(InspectionBench.application)/v1/hecha-02.json"
    try flip(bench, file, places: 40) { $0.file == file }
  }

  @Test func everyByteOfEvidenceIsVouchedFor() throws {
    let bench = try signed()
    let file = "attachments/\(InspectionBench.application)/net.jpg"
    try flip(bench, file, places: 24) { problem in
      guard case .changedEvidence(_, let named) = problem.reason else { return false }
      return problem.file == bench.file && named == file
    }
  }

  /// The sealed text lies in `history/`, and what was changed since is told field by field from it.
  @Test func theCopyInHistoryTellsWhatWasChanged() throws {
    let bench = try signed()
    let folder = "inspections/\(InspectionBench.application)/history"
    let name = try #require(bench.temporary.names(folder).first)
    #expect(try bytes(bench, folder + "/" + name) == (try bytes(bench, bench.file)))
    let part = "inspections/\(InspectionBench.application)/v1/hecha-02.json"
    for (file, from, to, field) in [
      (bench.file, "\"王某\"", "\"李某\"", "companySigner.name"), (bench.file, "\"两台未在网\"", "\"在网\"", "items.G07.note"),
      (part, "\"已看\"", "\"未看\"", "note"), (bench.file, "\"state\": \"signed\"", "\"state\": \"draft\"", "state"),
    ] {
      let good = try bytes(bench, file)
      let text = String(decoding: good, as: UTF8.self)
      #expect(text.contains(from))
      bench.temporary.write(text.replacing(from, with: to), to: file)
      let fields = WorkspaceHealth(of: bench.workspace, now: 0).problems.flatMap { problem -> [String] in
        guard problem.file == file, case .changedFields(let fields, _) = problem.reason else { return [] }
        return fields
      }
      #expect(fields == [field])
      bench.temporary.write(good, to: file)
    }
    try flip(bench, folder + "/" + name, places: 12) { $0.file == folder + "/" + name }
  }
}
