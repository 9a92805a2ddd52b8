import Foundation
import Testing

extension EndToEnd {
  @Suite struct ImportTests {
    /// Who imports is written down with what came of it.
    @Test func importedFormsStandInTheJournalOfWhoImported() throws {
      let workspace = try Places.sampleWorkspace()
      for folder in ["applications", "attachments", "reviews", "journal", "assignments"] {
        try FileManager.default.removeItem(atPath: workspace.path + "/" + folder)
      }
      let forms = Places.repository.path + "/Tests/CoreTests/Fixtures/forms"
      let names = try FileManager.default.subpathsOfDirectory(atPath: forms).filter { $0.hasSuffix(".docx") }.sorted()
      let form = try #require(names.first { $0.contains("申报书") && !$0.contains("空白") && !$0.contains("hostile") })
      let result = try reviewtui("import", forms + "/" + form, "--into", workspace.path, "--as", "dudao-01")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("ACK applications/2022-"))
      let journal = try String(contentsOfFile: workspace.path + "/journal/dudao-01.jsonl", encoding: .utf8)
      #expect(journal.contains("\"import\""))
      #expect(journal.split(separator: "\n").count == 1)
      // The same file again changes nothing, also not the journal.
      let again = try reviewtui("import", forms + "/" + form, "--into", workspace.path, "--as", "dudao-01")
      #expect(again.status == 0)
      #expect(try String(contentsOfFile: workspace.path + "/journal/dudao-01.jsonl", encoding: .utf8) == journal)
    }

    @Test func anUnknownPersonImportsNothing() throws {
      let workspace = try Places.sampleWorkspace()
      let result = try reviewtui("import", workspace.path + "/applications", "--into", workspace.path, "--as", "nobody")
      #expect(result.status == 3)
      #expect(result.output.isEmpty)
    }
  }
}
