import Glibc
import TestSupport
import Testing

@testable import Core

private let old = Array("old text\n".utf8)
private let new = [UInt8](repeating: 0x61, count: 10_000)

private func file(_ temporary: TemporaryFolder, _ calls: FileCalls = .system) throws -> AtomicFile {
  AtomicFile(folder: try Folder.open(temporary.path, named: "", calls: calls), process: .current)
}

private func outcome(_ body: () throws(AtomicFile.Failure) -> Void) -> AtomicFile.Failure? {
  do throws(AtomicFile.Failure) {
    try body()
    return nil
  } catch {
    return error
  }
}

@Test func replacesWholeAndKeepsAccessBits() throws {
  let temporary = TemporaryFolder()
  temporary.write(old, to: "a")
  chmod(temporary.path + "/a", 0o640)
  try file(temporary).replace("a", with: new)
  #expect(temporary.bytes("a") == new)
  #expect(temporary.mode("a") == 0o640)
  #expect(temporary.names() == ["a"])
}

@Test(arguments: [(mode_t(0o755), mode_t(0o644)), (0o770, 0o660), (0o700, 0o600)])
func aNewFileIsAsOpenAsItsFolder(_ folder: mode_t, _ expected: mode_t) throws {
  let temporary = TemporaryFolder()
  chmod(temporary.path, folder)
  try file(temporary).create("a", with: new)
  #expect(temporary.mode("a") == expected)
  let made = try Folder.open(temporary.path, named: "", calls: .system).makingFolder(["x", "y"])
  #expect(made.path == "x/y")
  #expect(temporary.mode("x/y") == folder)
}

@Test func createNeverReplaces() throws {
  let temporary = TemporaryFolder()
  temporary.write(old, to: "a")
  let error = FileError(file: "a", step: .link, reason: .system(EEXIST))
  #expect(throws: AtomicFile.Failure.unchanged(error)) { try file(temporary).create("a", with: new) }
  try file(temporary).create("a", with: old)
  #expect(temporary.bytes("a") == old)
  #expect(temporary.names() == ["a"])
}

@Test(arguments: [EPERM, ENOTSUP])
func createsWhereTheFileSystemHasNoSecondNames(_ code: Int32) throws {
  let temporary = TemporaryFolder()
  var calls = FileCalls()
  calls.link = { _, _, _, _ in -Int(code) }
  try file(temporary, calls).create("a", with: new)
  #expect(temporary.bytes("a") == new)
  try file(temporary, calls).create("a", with: new)
  #expect(throws: AtomicFile.Failure.self) { try file(temporary, calls).create("a", with: old) }
  #expect(temporary.bytes("a") == new)
  #expect(temporary.names() == ["a"])
}

@Test func refusesToReplaceALinkOrFolder() throws {
  let temporary = TemporaryFolder()
  symlink("/tmp", temporary.path + "/link")
  temporary.folder("folder")
  for (name, reason) in [("link", FileError.Reason.symbolicLink), ("folder", .notAFile)] {
    let error = FileError(file: name, step: .create, reason: reason)
    #expect(throws: AtomicFile.Failure.unchanged(error)) { try file(temporary).replace(name, with: new) }
  }
  #expect(temporary.names() == ["folder", "link"])
}

@Test func theLastLookMayRefuse() throws {
  let temporary = TemporaryFolder()
  temporary.write(old, to: "a")
  #expect(throws: AtomicFile.Failure.refused) {
    try file(temporary).replace("a", with: new) { () throws(FileError) in false }
  }
  #expect(temporary.bytes("a") == old)
  #expect(temporary.names() == ["a"])
}

@Test func aWrongByteReadBackIsNeverPublished() throws {
  let temporary = TemporaryFolder()
  temporary.write(old, to: "a")
  var calls = FileCalls()
  calls.write = { file, buffer in
    var wrong = Array(buffer)
    wrong[0] ^= 1
    return wrong.withUnsafeBytes { FileCalls.system.write(file, $0) }
  }
  let error = FileError(file: "a", step: .readBack, reason: .readBackDiffers)
  #expect(throws: AtomicFile.Failure.unchanged(error)) { try file(temporary, calls).replace("a", with: new) }
  #expect(temporary.bytes("a") == old)
}

@Test func aShareThatCannotSyncFoldersIsNoFailure() throws {
  let temporary = TemporaryFolder()
  var calls = FileCalls()
  calls.sync = { descriptor in
    var status = stat()
    fstat(descriptor, &status)
    return status.st_mode & S_IFMT == S_IFDIR ? -Int(EINVAL) : FileCalls.system.sync(descriptor)
  }
  try file(temporary, calls).replace("a", with: new)
  #expect(temporary.bytes("a") == new)
}

@Test func aShareThatIsBusyIsTriedAgain() throws {
  let temporary = TemporaryFolder()
  temporary.write(old, to: "a")
  let faults = Faults(.error(EACCES), at: .max)
  var calls = faults.fileCalls()
  let tries = Faults(.error(EACCES), at: 1)
  calls.rename = tries.fileCalls().rename
  try file(temporary, calls).replace("a", with: new)
  #expect(tries.calls == 2)
  #expect(temporary.bytes("a") == new)
}

/// Every call fails once in every way; the file must hold the old text or the new one, and the answer must be true.
@Test(arguments: Faults.kinds, [false, true])
func everyFailingCallLeavesAWholeFileAndAnHonestAnswer(_ kind: Faults.Kind, _ isNew: Bool) throws {
  var target = 0
  var wasReached = true
  while wasReached {
    target += 1
    let temporary = TemporaryFolder()
    if !isNew { temporary.write(old, to: "a") }
    let faults = Faults(kind, at: target)
    let failure: AtomicFile.Failure?
    do {
      let file = try file(temporary, faults.fileCalls())
      failure = outcome { () throws(AtomicFile.Failure) in
        if isNew { try file.create("a", with: new) } else { try file.replace("a", with: new) }
      }
      wasReached = faults.wasReached
    }
    let found = temporary.bytes("a")
    switch failure {
    case nil: #expect(found == new, "\(kind) at call \(target)")
    case .unchanged:
      // A lost answer may have done the work; whoever asks again finds it.
      if case .lie = kind {
        #expect(found == new || found == (isNew ? nil : old))
      } else {
        #expect(found == (isNew ? nil : old), "\(kind) at call \(target)")
      }
    case .unconfirmed: #expect(found == new, "\(kind) at call \(target)")
    case .refused: Issue.record("refused without a reason")
    }
    if case .errorFromNowOn = kind {
    } else {
      #expect(temporary.names().filter { $0 != "a" }.count <= 1, "\(kind) at call \(target)")
    }
  }
  #expect(target > 6)
}
