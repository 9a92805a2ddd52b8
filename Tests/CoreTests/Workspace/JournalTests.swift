import Glibc
import TestSupport
import Testing

@testable import Core

private func entry(_ number: Int) -> JournalEntry {
  JournalEntry(
    at: "2022-09-0\(number)T10:00:00+08:00", person: "p1", role: "reviewer", act: "score", file: "reviews/a/p1.json",
    revision: number, before: nil, after: "d\(number)", detail: JSONObject([("scores", .object(JSONObject()))]))
}

private func journal(_ temporary: TemporaryFolder, _ calls: FileCalls = .system) throws -> Journal {
  Journal(of: try #require(RecordID("p1")), in: try temporary.workspace(calls))
}

private let file = "journal/p1.jsonl"

@Test func chainsLines() throws {
  let temporary = TemporaryFolder()
  let journal = try journal(temporary)
  #expect(try journal.report() == JournalReport([], person: #require(RecordID("p1"))))
  for number in 1...3 { try journal.append(entry(number)) }
  let report = try journal.report()
  #expect(report.lines.map(\.entry) == [entry(1), entry(2), entry(3)])
  #expect(report.faults.isEmpty)
  #expect(report.last(writing: "reviews/a/p1.json")?.after == "d3")
  #expect(report.last(writing: "other") == nil)
}

@Test func closesATornLineAndKeepsIt() throws {
  let temporary = TemporaryFolder()
  let journal = try journal(temporary)
  try journal.append(entry(1))
  try journal.append(entry(2))
  let whole = try #require(temporary.bytes(file))
  let first = try #require(whole.firstIndex(of: 0x0A)) + 1
  for cut in first + 1..<whole.count - 1 {
    let torn = Array(whole[..<cut])
    temporary.write(torn, to: file)
    #expect(try journal.report().faults.map(\.line) == [2])
    try journal.append(entry(3))
    let after = try #require(temporary.bytes(file))
    #expect(after.starts(with: torn + [0x0A]))
    let report = try journal.report()
    #expect(report.lines.map(\.entry) == [entry(1), entry(3)])
    #expect(report.faults.map(\.line) == [2])
    #expect(report.faults.first?.fault == .torn)
  }
  // Cut between the text and its newline: the line is whole.
  temporary.write(Array(whole.dropLast()), to: file)
  try journal.append(entry(3))
  #expect(try journal.report().lines.count == 3)
  #expect(try journal.report().faults.isEmpty)
}

@Test func noticesEveryChangedByteAndMissingLine() throws {
  let temporary = TemporaryFolder()
  let journal = try journal(temporary)
  for number in 1...3 { try journal.append(entry(number)) }
  let whole = try #require(temporary.bytes(file))
  let head = try journal.report().head
  for place in whole.indices {
    var copy = whole
    copy[place] ^= 1
    temporary.write(copy, to: file)
    let report = try journal.report()
    #expect(!report.faults.isEmpty || report.head != head, "byte \(place)")
  }
  let lines = whole.split(separator: 0x0A).map { Array($0) + [0x0A] }
  temporary.write(lines[0] + lines[2], to: file)
  #expect(try journal.report().faults.map(\.fault) == [.brokenChain])
  temporary.write(lines[1] + lines[2], to: file)
  #expect(try journal.report().faults.map(\.fault) == [.brokenChain])
}

@Test func findsTheLastLineHoweverLongItIs() throws {
  let temporary = TemporaryFolder()
  let journal = try journal(temporary)
  try journal.append(entry(1))
  var long = entry(2)
  long.detail["text"] = .string(String(repeating: "长", count: 40_000))
  try journal.append(long)
  try journal.append(entry(3))
  #expect(try journal.report().faults.isEmpty)
  #expect(try journal.report().lines.count == 3)
}

@Test func namesAForeignPerson() throws {
  let temporary = TemporaryFolder()
  var other = entry(1)
  other.person = "p2"
  try journal(temporary).append(other)
  #expect(try journal(temporary).report().faults.map(\.fault) == [.otherPerson("p2")])
}

@Test(arguments: Faults.kinds)
func aFailingCallNeverLosesAnEarlierLine(_ kind: Faults.Kind) throws {
  var target = 0
  var wasReached = true
  while wasReached {
    target += 1
    let temporary = TemporaryFolder()
    try journal(temporary).append(entry(1))
    let faults = Faults(kind, at: target)
    var failure: FileError?
    do {
      let journal = try journal(temporary, faults.fileCalls())
      do throws(FileError) { try journal.append(entry(2)) } catch { failure = error }
      wasReached = faults.wasReached
    }
    try journal(temporary).append(entry(3))
    let lines = try journal(temporary).report().lines.map(\.entry)
    if failure == nil { #expect(lines == [entry(1), entry(2), entry(3)], "\(kind) at call \(target)") }
    #expect(lines.first == entry(1) && lines.last == entry(3))
    #expect(try journal(temporary).report().faults.allSatisfy { $0.fault == .torn })
  }
  #expect(target > 3)
}
