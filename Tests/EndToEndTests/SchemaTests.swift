import Foundation
import Testing

extension EndToEnd {
  /// Every file that is shipped or written fits the published schemas, by a validator that is not ours.
  @Suite struct SchemaTests {
    private func check(_ workspace: URL) throws {
      let result = try run([
        "python3", Places.repository.path + "/Tests/check-schemas.py", Places.repository.path + "/docs/schema",
        workspace.path,
      ])
      #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test func sampleDataFits() throws {
      try check(Places.repository.appendingPathComponent("sample-data"))
    }

    @Test func whatIsWrittenFits() throws {
      let workspace = try Places.sampleWorkspace()
      let home = try Places.temporaryFolder("home")
      let result = try reviewtui(
        "score", workspace.path, "2022-qufu-001", "--as", "pingshen-04", "--set", "C01=8.5", "--comment", "C01=有数据",
        environment: ["HOME": home.path])
      #expect(result.status == 0, "\(result.errors)")
      try check(workspace)
    }

    @Test func aWrongFileIsCaught() throws {
      let workspace = try Places.sampleWorkspace()
      let file = workspace.appendingPathComponent("people.json")
      let text = try String(contentsOf: file, encoding: .utf8).replacing("\"reviewer\"", with: "\"referee\"")
      try Data(text.utf8).write(to: file)
      let result = try run([
        "python3", Places.repository.path + "/Tests/check-schemas.py", Places.repository.path + "/docs/schema",
        workspace.path,
      ])
      #expect(result.status == 1)
    }
  }
}
