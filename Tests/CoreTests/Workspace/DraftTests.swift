import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Core

private struct Bench {
  let temporary = TemporaryFolder()
  let workspaceFolder = TemporaryFolder()
  let state: StateFolder
  let store: DraftStore
  let subject: DraftSubject

  init(_ calls: FileCalls = .system, process: ProcessIdentity = .current) throws {
    let workspace = try workspaceFolder.workspace()
    let real = try StateFolder.open(temporary.path, for: workspace)
    let folder = try Folder.open(real.path, named: real.path, calls: calls)
    state = StateFolder(path: real.path, folder: folder, process: process)
    store = DraftStore(state)
    subject = DraftSubject(
      person: try #require(RecordID("p1")), record: WorkspacePath(checked: "reviews", "app-1", "p1.json"), base: "b0")
  }

  var files: [String] {
    do { return try state.folder.folder("drafts").names().map(\.text) } catch { return [] }
  }

  var person: RecordID { subject.person }
}

private let gone = ProcessIdentity(pid: 4_000_000, boot: "", started: "")

@Test func aDraftOutlivesItsProcess() throws {
  let bench = try Bench(process: gone)
  let writer = bench.store.writer(for: bench.subject)
  #expect(writer.state == .empty)
  writer.note("opinion", "写了一半", at: "t1")
  writer.note("scores.C01.comment", "e\u{301}", at: "t2")
  #expect(writer.flushNow() == .durable)
  #expect(try bench.store.recoverable(by: bench.person).isEmpty, "the writer still lives")
  writer.note("opinion", "写完了", at: "t3")
  writer.close()
  let copy = writer.state
  #expect(copy == .durable)
}

@Test func listsWhatADeadProcessTypedAndDiscardsToTheBin() throws {
  let bench = try Bench(process: gone)
  do {
    let drafts = try bench.state.subfolder("drafts")
    let file = try DraftFile(
      in: drafts, bench.subject, gone, fields: [Draft.Field(name: "opinion", text: "一", at: "t1")])
    try file.append(DraftFrames.field("opinion", text: "二\n", at: "t2"))
    try file.append(DraftFrames.field("note", text: "saved later", at: "t2"))
    try file.append(DraftFrames.field("note", text: nil, at: "t3"))
  }
  let drafts = try bench.store.recoverable(by: bench.person)
  let draft = try #require(drafts.first)
  #expect(drafts.count == 1)
  #expect(draft.fields == [Draft.Field(name: "opinion", text: "二\n", at: "t2")])
  #expect(draft.subject == bench.subject)
  #expect(!draft.isTorn)
  #expect(try bench.store.recoverable(by: #require(RecordID("p2"))).isEmpty)
  try bench.store.discard(draft)
  #expect(try bench.store.recoverable(by: bench.person).isEmpty)
  #expect(try bench.state.folder.folder("bin").names().map(\.text) == [draft.name])
}

@Test func readsADraftCutAnywhere() throws {
  let bench = try Bench()
  let header = DraftFrames.header(bench.subject, gone)
  let first = DraftFrames.field("a", text: "一二三", at: "t")
  let second = DraftFrames.field("a", text: "四", at: "t")
  let whole = header + first + second
  for cut in whole.indices {
    let reading = DraftFrames.read(Array(whole[..<cut]))
    #expect((reading == nil) == (cut < header.count))
    let expected = cut < header.count + first.count ? [] : ["一二三"]
    #expect((reading?.fields.map(\.text) ?? []) == expected)
    #expect(reading?.isTorn ?? true == ![header.count, header.count + first.count].contains(cut))
  }
  for place in whole.indices {
    var copy = whole
    copy[place] ^= 0x10
    let texts = DraftFrames.read(copy)?.fields.map(\.text) ?? []
    #expect([[], ["一二三"]].contains(texts))
  }
}

@Test func knowsWhichProcessesAreGone() throws {
  #expect(!ProcessIdentity.current.isGone)
  #expect(gone.isGone)
  let here = ProcessIdentity.current
  #expect(ProcessIdentity(pid: here.pid, boot: "other", started: here.started).isGone)
  #expect(ProcessIdentity(pid: here.pid, boot: here.boot, started: "1").isGone)
  #expect(ProcessIdentity.isAbandoned(temporary: here.temporaryName()) == false)
  #expect(ProcessIdentity.isAbandoned(temporary: gone.temporaryName()) == true)
  for name in [".tmp-1", ".tmp-x-0123456789abcdef", ".tmp-1-0123456789abcdef", ".tmp--1-0123456789abcdef", ""] {
    #expect(ProcessIdentity.isAbandoned(temporary: name) == nil)
  }
}

@Test func savedFieldsLeaveNoDraft() throws {
  let bench = try Bench()
  let writer = bench.store.writer(for: bench.subject)
  writer.note("a", "1", at: "t")
  writer.note("b", "2", at: "t")
  writer.flushNow()
  writer.forget("a")
  #expect(writer.flushNow() == .durable)
  #expect(bench.files.count == 1)
  let name = try #require(bench.files.first)
  let bytes = try bench.state.folder.folder("drafts").read(name, max: 10_000)
  #expect(DraftFrames.read(bytes)?.fields.map(\.name) == ["b"])
  writer.forgetAll()
  #expect(writer.flushNow() == .empty)
  #expect(bench.files == [])
  writer.note("c", "3", at: "t")
  writer.close()
  #expect(bench.files.count == 1)
}

/// Waits on a condition with a way to see it change; there is no time limit but that of the test run.
private final class Signal: Sendable {
  private let states = Mutex<[DraftWriter.State]>([])
  func add(_ state: DraftWriter.State) { states.withLock { $0.append(state) } }
  func wait(for state: @Sendable (DraftWriter.State) -> Bool) {
    while !states.withLock({ $0.contains(where: state) }) { usleep(1000) }
  }
}

@Test func writesByItselfAndTellsTheCaller() throws {
  let bench = try Bench()
  let signal = Signal()
  let writer = bench.store.writer(for: bench.subject) { signal.add($0) }
  writer.note("a", "typed and left alone", at: "t")
  signal.wait { $0 == .durable }
  let name = try #require(bench.files.first)
  let bytes = try bench.state.folder.folder("drafts").read(name, max: 10_000)
  #expect(DraftFrames.read(bytes)?.fields.map(\.text) == ["typed and left alone"])
  #expect(
    try #require(
      bench.temporary.mode(String(bench.state.path.dropFirst(bench.temporary.path.count + 1)) + "/drafts/" + name))
      == 0o600)
  writer.close()
}

@Test func rewritesTheFileWhenMostOfItIsOld() throws {
  let bench = try Bench()
  let writer = bench.store.writer(for: bench.subject)
  let text = String(repeating: "字", count: 20_000)
  for number in 0..<40 {
    writer.note("a", text + "\(number)", at: "t")
    #expect(writer.flushNow() == .durable)
  }
  let name = try #require(bench.files.first)
  #expect(bench.files.count == 1)
  let bytes = try bench.state.folder.folder("drafts").read(name, max: 10_000_000)
  #expect(bytes.count < 1_200_000)
  #expect(DraftFrames.read(bytes)?.fields.map(\.text) == [text + "39"])
  writer.close()
}

/// One failing call must never lose typed text: the next try holds all of it.
@Test(arguments: Faults.kinds)
func aFailingDiskKeepsTheTextInMemoryAndTriesAgain(_ kind: Faults.Kind) throws {
  if case .errorFromNowOn = kind { return }
  for target in 1...30 {
    let faults = Faults(kind, at: target)
    let bench = try Bench(faults.fileCalls())
    let writer = bench.store.writer(for: bench.subject)
    for number in 0..<4 {
      writer.note("a", "text \(number)", at: "t")
      writer.flushNow()
      writer.note("b\(number)", "b", at: "t")
      writer.flushNow()
    }
    if case .failed = writer.state { writer.flushNow() }
    #expect(writer.flushNow() == .durable, "\(kind) at call \(target)")
    let whole = try bench.files.filter { name in
      let bytes = try bench.state.folder.folder("drafts").read(name, max: 100_000)
      return DraftFrames.read(bytes)?.fields.map(\.text) == ["text 3", "b", "b", "b", "b"]
    }
    #expect(whole.count == 1, "\(kind) at call \(target)")
    writer.close()
  }
}

@Test func aDeadDiskIsAStateAndNotACrash() throws {
  let faults = Faults(.errorFromNowOn(ENOSPC), at: 4)
  let bench = try Bench(faults.fileCalls())
  let writer = bench.store.writer(for: bench.subject)
  writer.note("a", "1", at: "t")
  guard case .failed(let error) = writer.flushNow() else {
    Issue.record("the disk is full")
    return
  }
  #expect(error.reason == .system(ENOSPC))
  writer.note("a", "2", at: "t")
  guard case .failed = writer.flushNow() else {
    Issue.record("the disk is still full")
    return
  }
  writer.close()
}
