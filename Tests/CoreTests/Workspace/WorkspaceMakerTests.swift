import Foundation
import TestSupport
import Testing

@testable import Core

private func program() throws -> [UInt8] {
  [UInt8](try Data(contentsOf: repository.appendingPathComponent("sample-data/program.json")))
}

/// What a crash left of an `init` does not stand in the way of the next one.
@Test func aWorkspaceThatWasHalfMadeIsMadeWhole() throws {
  let bytes = try program()
  let temporary = TemporaryFolder()
  try WorkspaceMaker.make(temporary.path + "/ws", program: bytes)
  unlink(temporary.path + "/ws/program.json")
  rmdir(temporary.path + "/ws/attachments")
  temporary.write("{", to: "ws/.tmp-1-0123456789abcdef")
  try WorkspaceMaker.make(temporary.path + "/ws", program: bytes)
  #expect(temporary.bytes("ws/program.json") == bytes)
  #expect(temporary.mode("ws/attachments") == 0o700)
}

/// Somebody's own folder is never made a workspace, however much it looks like a half-made one.
@Test(arguments: ["reviews/mine.txt", "people.json", "notes"]) func aFolderInUseIsRefused(_ name: String) throws {
  let temporary = TemporaryFolder()
  temporary.folder("reviews")
  temporary.write("{}", to: name)
  let program = try program()
  #expect(throws: WorkspaceMaker.Failure.notEmpty) {
    try WorkspaceMaker.make(temporary.path, program: program)
  }
}

/// Temporary files of dead processes go wherever the program writes.
@Test func theCheckRemovesTemporaryFilesInEveryFolder() throws {
  let temporary = TemporaryFolder()
  try WorkspaceMaker.make(temporary.path + "/ws", program: program())
  let name = ".tmp-1-0123456789abcdef"
  let folders = ["", "names/", "attachments/a/", "inspections/a/history/", "reviews/a/history/"]
  for folder in folders {
    var path = "ws"
    for part in folder.split(separator: "/") {
      path += "/" + part
      temporary.folder(path)
    }
    temporary.write("{", to: "ws/" + folder + name)
  }
  let workspace = try Workspace.open(temporary.path + "/ws")
  let health = WorkspaceHealth(of: workspace, now: Int(time(nil)) + 7200)
  #expect(Set(health.removed) == Set(folders.map { $0 + name }))
}
