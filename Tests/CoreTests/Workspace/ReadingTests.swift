import Glibc
import TestSupport
import Testing

@testable import Core

private func reason(_ workspace: Workspace, _ path: String) throws -> FileError.Reason? {
  let place = try #require(WorkspacePath(path))
  do throws(FileError) {
    _ = try workspace.bytes(place, max: 100)
    return nil
  } catch {
    return error.reason
  }
}

@Test func opensOnlyAWorkspace() throws {
  let temporary = TemporaryFolder()
  let path = temporary.path
  #expect(throws: Workspace.OpenError.noProgram(path)) { try Workspace.open(path) }
  #expect(throws: Workspace.OpenError.missing(path + "/none")) { try Workspace.open(path + "/none") }
  temporary.write("", to: "file")
  #expect(throws: Workspace.OpenError.notAFolder(path + "/file")) { try Workspace.open(path + "/file") }
  #expect(try temporary.workspace().isWritable())
  #expect(temporary.names() == ["file", "program.json"])
}

@Test func readsOnlyRegularFilesOfModestSizeAndFollowsNoLink() throws {
  let temporary = TemporaryFolder()
  let workspace = try temporary.workspace()
  temporary.folder("d")
  temporary.write("hello", to: "d/file")
  temporary.write([UInt8](repeating: 0x20, count: 101), to: "large")
  symlink("d/file", temporary.path + "/link")
  symlink("d", temporary.path + "/linked-folder")
  symlink("loop", temporary.path + "/loop")
  mkfifo(temporary.path + "/pipe", 0o644)
  #expect(try workspace.bytes(#require(WorkspacePath("d/file"))) == Array("hello".utf8))
  #expect(try reason(workspace, "none") == .missing)
  #expect(try reason(workspace, "none/none") == .missing)
  #expect(try reason(workspace, "large") == .tooLarge(bytes: 101, limit: 100))
  #expect(try reason(workspace, "link") == .symbolicLink)
  #expect(try reason(workspace, "loop") == .symbolicLink)
  #expect(try reason(workspace, "linked-folder/file") == .notAFolder)
  #expect(try reason(workspace, "pipe") == .notAFile)
  #expect(try reason(workspace, "d") == .notAFile)
  #expect(try reason(workspace, "d/file/x") == .notAFolder)
}

@Test func readsAFileThatGrowsAndOneThatIsReadInPieces() throws {
  let temporary = TemporaryFolder()
  temporary.write("0123456789", to: "file")
  var calls = FileCalls()
  calls.status = { file, status in
    let answer = FileCalls.system.status(file, status)
    if status.pointee.st_size == 10 { status.pointee.st_size = 4 }
    return answer
  }
  calls.read = { file, buffer in
    FileCalls.system.read(file, UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(3, buffer.count)]))
  }
  let workspace = try temporary.workspace(calls)
  #expect(try workspace.bytes(#require(WorkspacePath("file"))) == Array("0123456789".utf8))
  #expect(throws: FileError(file: "file", step: .read, reason: .tooLarge(bytes: 10, limit: 9))) {
    try workspace.bytes(#require(WorkspacePath("file")), max: 9)
  }
}

@Test(arguments: [
  (
    "{\"schema\": \"reviewtui/application/1\",\n \"id\": 5}", 2,
    FileProblem.Reason.field(.init(path: ["id"], expected: .text, found: .number(JSONNumber(5))))
  ),
  ("{\n\"schema\": \"reviewtui/application/2\"}", 2, .newerSchema("reviewtui/application/2")),
  ("[]", 1, .field(.init(path: [], expected: .object, found: .array([])))),
  ("{\n1}", 2, .syntax(.init(line: 2, column: 1, reason: .expected(.key, found: UInt8(ascii: "1"))))),
  (
    "{\"schema\": \"reviewtui/application/1\",\n \"id\": \"b\", \"unit\": \"u\"}", 2,
    .wrongID(found: "b", expected: "a")
  ),
])
func namesTheLineOfAFault(_ text: String, _ line: Int, _ reason: FileProblem.Reason) throws {
  let temporary = TemporaryFolder()
  temporary.folder("applications")
  temporary.write(text, to: "applications/a.json")
  let folder = try temporary.workspace().applications()
  #expect(throws: FileProblem(file: "applications/a.json", line: line, reason: reason)) {
    try folder.application(#require(RecordID("a")))
  }
}

@Test func acceptsAByteOrderMarkAndNamesIt() throws {
  let document = try Document(path: WorkspacePath(checked: "a.json"), bytes: [0xEF, 0xBB, 0xBF] + Array("{}".utf8))
  #expect(document.hasByteOrderMark)
  #expect(document.value == .object(JSONObject()))
}
