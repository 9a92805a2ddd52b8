import TestSupport
import Testing

@testable import Core

@Suite struct JournalAuditTests {
  /// Two drafts and a submission by one reviewer, a submission by another, a return, and a submission again.
  private func filled() throws -> SheetBench {
    let bench = try SheetBench()
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 35)])
    try bench.save(bench.first, [.comment(criterion: "C02", "基线口径不一致")])
    try bench.submit(bench.first)
    let other = try bench.submit(bench.second, 30)
    _ = try bench.decisions.sendBack(other.sheet, for: .outlier, note: "请说明", by: bench.chief, at: SheetBench.now)
    try bench.submit(bench.second, 25)
    return bench
  }

  @Test func aWorkspaceOfTheProgramHasNothingToSay() throws {
    #expect(try filled().problems.isEmpty)
  }

  /// Each line in turn is changed in a byte, taken out, doubled, or another is put before it.
  @Test(arguments: ["flip", "delete", "duplicate", "insert", "swap"])
  func everyTouchedLineIsNamed(_ way: String) throws {
    let bench = try filled()
    for person in [bench.first, bench.second, bench.chief] {
      let file = bench.journal(person)
      let whole = try #require(bench.temporary.bytes(file))
      let lines = whole.split(separator: 0x0A).map(Array.init)
      for place in lines.indices {
        var copy = lines
        switch way {
        case "flip": copy[place][copy[place].count / 2] ^= 1
        case "delete": copy.remove(at: place)
        case "duplicate": copy.insert(copy[place], at: place)
        case "insert":
          copy.insert(
            Array(
              "{\"at\": \"\(SheetBench.now)\", \"person\": \"\(person.id)\", \"act\": \"score\", \"prev\": null}".utf8),
            at: place)
        default:
          guard place > 0 else { continue }
          copy.swapAt(place, place - 1)
        }
        bench.temporary.write(copy.flatMap { $0 + [0x0A] }, to: file)
        let problems = bench.problems
        #expect(!problems.isEmpty, "\(way) line \(place + 1) of \(file)")
        // A line that is there and wrong is named with its number, or as the one whose next does not fit.
        if way != "delete" || place < lines.count - 1 {
          let named = problems.filter { $0.file == file }.compactMap(\.line)
          #expect(named.contains { abs($0 - place - 1) <= 1 }, "\(way) line \(place + 1): \(problems)")
        }
      }
      bench.temporary.write(whole, to: file)
    }
    #expect(bench.problems.isEmpty)
  }

  /// Every byte of a submitted sheet, its copy and its journal, changed in three ways.
  @Test func everyChangedByteIsNamed() throws {
    let bench = try SheetBench()
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 35)])
    try bench.submit(bench.first)
    for file in [bench.file(bench.first), try bench.copy(bench.first), bench.journal(bench.first)] {
      let whole = try #require(bench.temporary.bytes(file))
      // All of the journal, where most can go wrong; of the sheets every seventh.
      for place in stride(from: 0, to: whole.count, by: file.hasPrefix("journal") ? 1 : 7) {
        var copy = whole
        copy[place] ^= [0x01, 0x20, 0x80][place % 3]
        bench.temporary.write(copy, to: file)
        #expect(bench.problems.contains { $0.file == file }, "byte \(place) of \(file)")
      }
      bench.temporary.write(whole, to: file)
    }
    #expect(bench.problems.isEmpty)
  }

  @Test func anOlderRevisionIsNamedAsRolledBack() throws {
    let bench = try filled()
    let present = try #require(bench.temporary.bytes(bench.file(bench.second)))
    let old = try #require(
      bench.temporary.names("reviews/\(SheetBench.application)/history").first { $0.hasPrefix("expert-02-r000001") })
    let bytes = try #require(bench.temporary.bytes("reviews/\(SheetBench.application)/history/" + old))
    bench.temporary.write(bytes, to: bench.file(bench.second))
    #expect(
      bench.problems.map(\.reason).contains(.rolledBack(found: 1, last: 2)), "\(bench.problems)")
    bench.temporary.write(present, to: bench.file(bench.second))
    #expect(bench.problems.isEmpty)
  }

  @Test func lostFilesCopiesAndJournalsAreNamed() throws {
    let bench = try filled()
    func without(_ file: String) throws -> [FileProblem] {
      let bytes = try #require(bench.temporary.bytes(file))
      bench.temporary.remove(file)
      defer { bench.temporary.write(bytes, to: file) }
      return bench.problems
    }
    let sheet = bench.file(bench.first)
    #expect(
      try without(sheet).map(\.reason).contains(.lostFile(sheet)))
    #expect(try without(sheet).first { $0.reason == .lostFile(sheet) }?.line == 3)
    let copy = try bench.copy(bench.first)
    #expect(try without(copy) == [FileProblem(file: copy, reason: .missingCopy)])
    #expect(
      try without(bench.journal(bench.first)) == [FileProblem(file: sheet, reason: .noJournal("expert-01"))])
    let decision = "decisions/\(SheetBench.application).json"
    #expect(try without(bench.journal(bench.chief)).map(\.file) == [decision])
    #expect(try without(decision).map(\.reason).contains(.lostFile(decision)))
    #expect(bench.problems.isEmpty)
  }

  /// A save whose line was lost, and then another: the one after says what is missing.
  @Test func aMissingRevisionIsNamedAtTheLineAfterIt() throws {
    let bench = try SheetBench()
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 35)])
    let journal = try #require(bench.temporary.bytes(bench.journal(bench.first)))
    try bench.save(bench.first, [.score(criterion: "C02", tenths: 30)])
    bench.temporary.write(journal, to: bench.journal(bench.first))
    #expect(bench.problems.map(\.reason) == [.notInJournal])
    try bench.save(bench.first, [.score(criterion: "C03", tenths: 20)])
    #expect(
      bench.problems == [
        FileProblem(
          file: bench.journal(bench.first), line: 2, reason: .journalGap(file: bench.file(bench.first)))
      ])
  }

  /// Two machines went on from one revision, and their journals were put together by hand.
  @Test func twoActsOnOneRevisionAreNamed() throws {
    let bench = try SheetBench()
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 35)])
    let sheet = try #require(bench.temporary.bytes(bench.file(bench.first)))
    try bench.save(bench.first, [.score(criterion: "C02", tenths: 30)])
    bench.temporary.write(sheet, to: bench.file(bench.first))
    try bench.save(bench.first, [.score(criterion: "C03", tenths: 20)])
    #expect(
      bench.problems.map(\.reason) == [.journalFork(file: bench.file(bench.first))])
  }

  /// An application that nobody imported under a name has no line, and that is no problem; one that was imported and then
  /// changed outside of the program is.
  @Test func applicationsAreHeldAgainstTheirLines() throws {
    let bench = try SheetBench()
    bench.temporary.folder("applications")
    let file = "applications/\(SheetBench.application).json"
    let text =
      "{\"schema\": \"reviewtui/application/1\", \"id\": \"\(SheetBench.application)\", \"unit\": \"zoucheng\"}"
    bench.temporary.write(text, to: file)
    #expect(bench.problems.isEmpty)
    try Journal(of: #require(RecordID("chief-01")), in: bench.workspace).append(
      JournalEntry(
        at: SheetBench.now, person: "chief-01", act: "import", file: file, revision: 1,
        after: Digest.sha256Hex(Array(text.utf8))))
    #expect(bench.problems.isEmpty)
    bench.temporary.write(text + "\n", to: file)
    #expect(bench.problems == [FileProblem(file: file, reason: .notInJournal)])
  }

  /// Journals of an older program, whose lines have no digest of their own, are read on; a new line closes over them.
  @Test func linesWithoutASumAreReadAndNewOnesCannotLoseTheirs() throws {
    let bench = try SheetBench()
    try bench.save(bench.first, [.score(criterion: "C01", tenths: 35)])
    try bench.save(bench.first, [.score(criterion: "C02", tenths: 30)])
    let file = bench.journal(bench.first)
    let lines = try #require(bench.temporary.bytes(file)).split(separator: 0x0A).map(Array.init)
    func plain(_ line: [UInt8]) -> [UInt8] { line.dropLast(", \"sum\": \"\"}".utf8.count + 64) + [0x7D] }
    let person = try #require(RecordID("expert-01"))
    #expect(JournalReport(plain(lines[0]) + [0x0A], person: person).faults.isEmpty)
    let mixed = JournalReport(lines[0] + [0x0A] + plain(lines[1]) + [0x0A], person: person)
    #expect(mixed.faults.map(\.fault) == [.changedLine] && mixed.faults.map(\.line) == [2])
  }
}
