import TestSupport
import Testing

@testable import Core

@Suite struct SheetSealTests {
  /// A workspace whose first reviewer has a key, registered in the roster.
  private func keyed() throws -> (bench: SheetBench, store: ReviewStore, state: StateFolder, states: TemporaryFolder) {
    let bench = try SheetBench()
    let states = TemporaryFolder()
    let state = try StateFolder.open(states.path, for: bench.workspace)
    let key = try PersonKey.make(#require(RecordID("expert-01")), in: state)
    try register(key.publicKey, bench)
    return (bench, ReviewStore(bench.workspace, state: state, rubric: bench.rubric), state, states)
  }

  private func register(_ key: String, _ bench: SheetBench) throws {
    let text = try #require(bench.temporary.text("people.json"))
    let found = text.replacing(
      /"id": "expert-01"(, "publicKey": "[0-9a-f]*")?/, with: "\"id\": \"expert-01\", \"publicKey\": \"\(key)\"")
    bench.temporary.write(found, to: "people.json")
  }

  private func submit(_ bench: SheetBench, _ store: ReviewStore, _ tenths: Int) throws -> ReviewStore.Saved {
    let sheet = try store.load(bench.id, reviewer: #require(RecordID("expert-01")))
    return try store.save(bench.complete(tenths), to: sheet, submit: true, by: bench.first, at: SheetBench.now)
  }

  @Test func theKeyIsPrivateAndMadeOnce() throws {
    let (_, _, state, states) = try keyed()
    defer { withExtendedLifetime(states) {} }
    let id = try #require(RecordID("expert-01"))
    let key = try #require(try PersonKey.load(id, in: state))
    #expect(try PersonKey.make(id, in: state).publicKey == key.publicKey)
    #expect(states.mode("keys") == 0o700 && states.mode("keys/expert-01.json") == 0o600)
    #expect(try PersonKey.load(#require(RecordID("expert-02")), in: state) == nil)
    states.write("{}", to: "keys/expert-01.json")
    #expect(throws: PersonKey.Failure.unreadable("expert-01.json")) { try PersonKey.make(id, in: state) }
    #expect(states.text("keys/expert-01.json") == "{}", "a damaged key is left alone")
  }

  @Test func aSubmissionIsSignedAndTwoAreKept() throws {
    let (bench, store, _, states) = try keyed()
    defer { withExtendedLifetime(states) {} }
    let sheet = try submit(bench, store, 35)
    #expect(sheet.isSealed && bench.problems.isEmpty)
    _ = try bench.decisions.sendBack(sheet.sheet, for: .sum, note: "", by: bench.chief, at: SheetBench.now)
    #expect(try submit(bench, store, 30).isSealed)
    #expect(bench.problems.isEmpty)
    let value = try JSONParser.parse(#require(bench.temporary.bytes("seals/\(SheetBench.application)/expert-01.json")))
    #expect(value["seals"]?.array?.count == 2)
  }

  /// Whoever changes the sheet, its copy, the line and both digests of the journal in step is still found out.
  @Test func aForgeryThatFitsEveryDigestIsNamed() throws {
    let (bench, store, _, states) = try keyed()
    defer { withExtendedLifetime(states) {} }
    _ = try submit(bench, store, 35)
    let file = bench.file(bench.first)
    let forged = Array(try #require(bench.temporary.text(file)).replacing("3.5", with: "5.0").utf8)
    let digest = Digest.sha256Hex(forged)
    bench.temporary.write(forged, to: file)
    bench.temporary.remove(try bench.copy(bench.first))
    let copy = "reviews/\(SheetBench.application)/history/expert-01-r000001-\(digest.prefix(12)).json"
    bench.temporary.write(forged, to: copy)
    bench.temporary.remove(bench.journal(bench.first))
    try Journal(of: #require(RecordID("expert-01")), in: bench.workspace).append(
      JournalEntry(
        at: SheetBench.now, person: "expert-01", role: "reviewer", act: "submit", file: file, revision: 1, after: digest
      ))
    #expect(bench.problems == [FileProblem(file: file, reason: .noSeal)])
    // The old signature over the new digest is none either.
    let seals = "seals/\(SheetBench.application)/expert-01.json"
    let text = try #require(bench.temporary.text(seals))
    bench.temporary.write(text.replacing(/"sha256": "[0-9a-f]{64}"/, with: "\"sha256\": \"\(digest)\""), to: seals)
    #expect(bench.problems == [FileProblem(file: file, reason: .wrongSeal)])
  }

  @Test func everyChangedByteOfASignatureIsNamed() throws {
    let (bench, store, _, states) = try keyed()
    defer { withExtendedLifetime(states) {} }
    _ = try submit(bench, store, 35)
    let file = "seals/\(SheetBench.application)/expert-01.json"
    let text = try #require(bench.temporary.text(file))
    let start = try #require(text.firstRange(of: "\"signature\": \"")?.upperBound).utf16Offset(in: text)
    for place in start..<start + 128 {
      var bytes = Array(text.utf8)
      bytes[place] = bytes[place] == UInt8(ascii: "a") ? UInt8(ascii: "b") : UInt8(ascii: "a")
      bench.temporary.write(bytes, to: file)
      #expect(bench.problems.map(\.reason) == [.wrongSeal], "byte \(place)")
    }
  }

  @Test func whatWasSubmittedBeforeTheKeyIsSignedLater() throws {
    let bench = try SheetBench()
    #expect(try !bench.submit(bench.first).isSealed)
    #expect(bench.problems.isEmpty, "without a registered key nothing is asked for")
    let states = TemporaryFolder()
    let state = try StateFolder.open(states.path, for: bench.workspace)
    let key = try PersonKey.make(#require(RecordID("expert-01")), in: state)
    try register(key.publicKey, bench)
    #expect(bench.problems.map(\.reason) == [.noSeal])
    let store = ReviewStore(bench.workspace, state: state, rubric: bench.rubric)
    let signed = try store.sealSubmissions(of: bench.first, at: SheetBench.now)
    #expect(signed.map(\.description) == [bench.file(bench.first)])
    #expect(bench.problems.isEmpty)
    #expect(try store.sealSubmissions(of: bench.first, at: SheetBench.now).isEmpty)
    try register(String(repeating: "0", count: 64), bench)
    #expect(bench.problems.map(\.reason) == [.wrongSeal])
    withExtendedLifetime(states) {}
  }
}
