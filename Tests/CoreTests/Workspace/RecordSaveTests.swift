import Glibc
import TestSupport
import Testing

@testable import Core

private let path = WorkspacePath(checked: "reviews", "app-1", "p1.json")
private let historyPath = "reviews/app-1/history"

private func document(_ number: Int) -> [UInt8] {
  JSONWriter.pretty(.object(JSONObject([("revision", .number(JSONNumber(number))), ("评语", .string("第\(number)次"))])))
}

private func save(
  _ number: Int, over base: Int?, kept: Int? = nil, in workspace: Workspace, lock: FileLock.Outcome = .unavailable
) throws(RecordSave.Failure) -> String {
  try RecordSave(
    path: path, bytes: document(number), base: base.map { Digest.sha256Hex(document($0)) }, kept: kept
  ).run(in: workspace, lock: lock)
}

@Test func savesANewRecordAndReplacesIt() throws {
  let temporary = TemporaryFolder()
  let workspace = try temporary.workspace()
  #expect(try save(1, over: nil, in: workspace) == Digest.sha256Hex(document(1)))
  #expect(try save(2, over: 1, kept: 2, in: workspace) == Digest.sha256Hex(document(2)))
  #expect(temporary.bytes(path.description) == document(2))
  let name = "p1-r000002-\(Digest.sha256Hex(document(2)).prefix(12)).json"
  #expect(temporary.names(historyPath) == [name])
  #expect(temporary.bytes("\(historyPath)/\(name)") == document(2))
  #expect(temporary.names("reviews/app-1") == ["history", "p1.json"])
}

@Test func refusesToWriteOverWhatItHasNotRead() throws {
  let temporary = TemporaryFolder()
  let workspace = try temporary.workspace()
  _ = try save(1, over: nil, in: workspace)
  _ = try save(2, over: 1, in: workspace)
  let found = Digest.sha256Hex(document(2))
  #expect(
    throws: RecordSave.Failure.conflict(
      file: path.description, expected: Digest.sha256Hex(document(1)), found: found)
  ) { try save(3, over: 1, in: workspace) }
  #expect(throws: RecordSave.Failure.conflict(file: path.description, expected: nil, found: found)) {
    try save(3, over: nil, in: workspace)
  }
  unlink(temporary.path + "/" + path.description)
  #expect(throws: RecordSave.Failure.conflict(file: path.description, expected: found, found: nil)) {
    try save(3, over: 2, in: workspace)
  }
}

/// Two windows make the same edit in the same second: the texts are the same, and the second one is told all the same.
@Test(arguments: [nil, 1]) func theSameTextOfAnotherWindowIsAConflict(_ base: Int?) throws {
  let temporary = TemporaryFolder()
  let workspace = try temporary.workspace()
  if base != nil { _ = try save(1, over: nil, in: workspace) }
  _ = try save(2, over: base, kept: 2, in: workspace)
  let conflict = RecordSave.Failure.conflict(
    file: path.description, expected: base.map { Digest.sha256Hex(document($0)) },
    found: Digest.sha256Hex(document(2)))
  #expect(throws: conflict) { try save(2, over: base, kept: 2, in: workspace) }
  // Also when the other window comes in between, after everything was looked at.
  for isLink in [true, false] where isLink == (base == nil) {
    let temporary = TemporaryFolder()
    if base != nil { _ = try save(1, over: nil, in: temporary.workspace()) }
    var calls = FileCalls()
    calls.sync = { descriptor in
      var status = stat()
      fstat(descriptor, &status)
      if status.st_mode & S_IFMT == S_IFREG { temporary.write(document(2), to: path.description) }
      return FileCalls.system.sync(descriptor)
    }
    let workspace = try temporary.workspace(calls)
    #expect(throws: conflict) { try save(2, over: base, in: workspace) }
  }
}

/// A network folder that did its work and lost the answer: the text is this save's own, whatever it was told.
@Test(arguments: [nil, 1], [ENOENT, EIO, EEXIST]) func aLostAnswerIsNoConflict(_ base: Int?, _ code: Int32) throws {
  let temporary = TemporaryFolder()
  if base != nil { _ = try save(1, over: nil, in: temporary.workspace()) }
  var calls = FileCalls()
  calls.rename = { folder, from, to in
    _ = FileCalls.system.rename(folder, from, to)
    return -Int(code)
  }
  calls.link = { folder, from, toFolder, to in
    _ = FileCalls.system.link(folder, from, toFolder, to)
    return -Int(code)
  }
  let workspace = try temporary.workspace(calls)
  do throws(RecordSave.Failure) {
    _ = try save(2, over: base, in: workspace)
    #expect(code != EIO)
  } catch {
    // An error of the disk is told, and that the text stands there.
    guard case .unconfirmed = error else {
      Issue.record("\(error)")
      return
    }
    #expect(code == EIO || (code == EEXIST && base != nil))
  }
  #expect(temporary.bytes(path.description) == document(2))
  #expect(temporary.names("reviews/app-1") == ["p1.json"])
}

@Test func refusesTextThatCouldNotBeReadAgain() throws {
  let temporary = TemporaryFolder()
  let bytes = Array("{\"a\": \"x\(String(repeating: "\u{301}", count: 31))\"}".utf8)
  let error = JSONSyntaxError(line: 1, column: 39, reason: .tooManyMarks(limit: 30))
  #expect(throws: RecordSave.Failure.unreadable(file: path.description, error)) {
    try RecordSave(path: path, bytes: bytes, base: nil, kept: nil).run(in: temporary.workspace(), lock: .unavailable)
  }
  #expect(temporary.names() == ["program.json"])
}

@Test func seesAChangeInTheLastMoment() throws {
  let temporary = TemporaryFolder()
  _ = try save(1, over: nil, in: temporary.workspace())
  var calls = FileCalls()
  calls.sync = { descriptor in
    // A sync tool puts another version there while the new one is being written.
    var status = stat()
    fstat(descriptor, &status)
    if status.st_mode & S_IFMT == S_IFREG { temporary.write(document(9), to: path.description) }
    return FileCalls.system.sync(descriptor)
  }
  let workspace = try temporary.workspace(calls)
  #expect(
    throws: RecordSave.Failure.conflict(
      file: path.description, expected: Digest.sha256Hex(document(1)), found: Digest.sha256Hex(document(9)))
  ) { try save(2, over: 1, in: workspace) }
  #expect(temporary.bytes(path.description) == document(9))
  #expect(temporary.names("reviews/app-1") == ["p1.json"])
}

@Test func aSecondWindowWaitsAndThenSaysBusy() throws {
  let temporary = TemporaryFolder()
  let states = TemporaryFolder()
  var calls = FileCalls()
  calls.pause = { _ in }
  let workspace = try temporary.workspace(calls)
  let state = try StateFolder.open(states.path + "/a/b", for: workspace, calls: calls)
  let person = "p1"
  let first = FileLock.take(person, in: state)
  guard case .held = first else {
    Issue.record("the lock is free")
    return
  }
  let second = FileLock.take(person, in: state)
  #expect(throws: RecordSave.Failure.busy(file: path.description)) {
    try save(1, over: nil, in: workspace, lock: second)
  }
  withExtendedLifetime(first) {}
  #expect(states.mode("a") == 0o700)
  #expect(states.mode("a/b") == 0o700)
}

@Test func savesWhereLocksDoNotWork() throws {
  let temporary = TemporaryFolder()
  let states = TemporaryFolder()
  var calls = FileCalls()
  calls.lock = { _, _ in -Int(ENOLCK) }
  let workspace = try temporary.workspace(calls)
  let state = try StateFolder.open(states.path, for: workspace, calls: calls)
  let lock = FileLock.take("p1", in: state)
  _ = try save(1, over: nil, in: workspace, lock: lock)
  #expect(temporary.bytes(path.description) == document(1))
}

@Test func removesWhatADeadProcessLeftAndNothingElse() throws {
  let temporary = TemporaryFolder()
  let workspace = try temporary.workspace()
  _ = try save(1, over: nil, in: workspace)
  let gone = ProcessIdentity(pid: 4_000_000, boot: "", started: "").temporaryName()
  let alive = ProcessIdentity.current.temporaryName()
  let elsewhere = ".tmp-4000000-0123456789abcdef"
  for name in [gone, alive, elsewhere, "p2.json~"] { temporary.write("x", to: "reviews/app-1/\(name)") }
  _ = try save(2, over: 1, in: workspace)
  #expect(temporary.names("reviews/app-1") == [alive, elsewhere, "p1.json", "p2.json~"].sorted())
  let folder = try workspace.root.folder(["reviews", "app-1"])
  #expect(Sweep.removeOld(in: folder, now: Int(time(nil))) == [])
  #expect(Sweep.removeOld(in: folder, now: Int(time(nil)) + 4000) == ["reviews/app-1/\(elsewhere)"])
}

/// Every call of a save fails once in every way: what is said to be saved is there, what is not said to be is not lost.
@Test(arguments: Faults.kinds, [nil, 1])
func everyFailingCallOfASaveIsAnsweredTruly(_ kind: Faults.Kind, _ base: Int?) throws {
  var target = 0
  var wasReached = true
  while wasReached {
    target += 1
    let temporary = TemporaryFolder()
    if base != nil { _ = try save(1, over: nil, in: temporary.workspace()) }
    let before = temporary.bytes(path.description)
    let faults = Faults(kind, at: target)
    var failure: RecordSave.Failure?
    do {
      let workspace = try temporary.workspace(faults.fileCalls())
      do throws(RecordSave.Failure) { _ = try save(2, over: base, kept: 2, in: workspace) } catch { failure = error }
      wasReached = faults.wasReached
    }
    let after = temporary.bytes(path.description)
    switch failure {
    case nil:
      #expect(after == document(2), "\(kind) at call \(target)")
      let kept = temporary.names(historyPath).filter { $0.hasPrefix("p1-r000002-") }
      #expect(kept.count == 1 && temporary.bytes("\(historyPath)/\(kept.first ?? "")") == document(2))
    case .unconfirmed: #expect(after == document(2), "\(kind) at call \(target)")
    case .failed:
      if case .lie = kind {
        #expect(after == before || after == document(2))
      } else {
        #expect(after == before, "\(kind) at call \(target)")
      }
    default: Issue.record("\(String(describing: failure)) for \(kind) at call \(target)")
    }
    // The next save works and leaves nothing of this one behind.
    let workspace = try temporary.workspace()
    _ = try save(2, over: after == before ? base : 2, kept: 2, in: workspace)
    #expect(temporary.bytes(path.description) == document(2))
  }
  #expect(target > 12)
}
