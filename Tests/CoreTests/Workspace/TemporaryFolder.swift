import TestSupport

@testable import Core

extension TemporaryFolder {
  func names(_ name: String = ".") -> [String] {
    do { return try Folder.open(path + "/" + name, named: "", calls: .system).names().map(\.text) } catch { return [] }
  }

  /// This folder as a workspace, with a `program.json` that is only there.
  func workspace(_ calls: FileCalls = .system) throws -> Workspace {
    if mode("program.json") == nil { write("{}", to: "program.json") }
    return try Workspace.open(path, calls: calls)
  }
}
