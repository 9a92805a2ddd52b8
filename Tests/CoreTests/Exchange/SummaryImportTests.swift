import TestSupport
import Testing

@testable import Core

struct SummaryImportTests {
  private struct Batch {
    var imported: [WorkspaceImport.Imported] = []
    var refused: [WorkspaceImport.Refusal] = []
    var summaries: [WorkspaceImport.Imported.Summary] { imported.compactMap(\.summary) }
  }

  private static let bureau = "推荐单位（盖章）：曲阜市工业和信息化局   日期：2022年8月"

  private func take(
    _ folder: TemporaryFolder, unit: String? = nil, isDryRun: Bool = false, by person: Person? = nil
  ) throws -> Batch {
    let workspace = try Workspace.open(folder.path + "/ws")
    let batch = try WorkspaceImport(
      into: workspace, vocabulary: FormVocabulary(program: try workspace.program()), unit: unit,
      now: "2022-08-25T09:00:00+08:00", isDryRun: isDryRun)
    var result = Batch()
    batch.run([folder.path + "/in"]) { file in
      switch file {
      case .success(let imported): result.imported.append(imported)
      case .failure(let refusal): result.refused.append(refusal)
      }
    }
    if let person { for file in result.imported { try batch.record(file, by: person) } }
    return result
  }

  private func table(_ rows: [String], bureau: String = bureau) -> [UInt8] {
    WorkbookBuilder.package([("Sheet1", WorkbookBuilder.rows([bureau, SummaryReaderTests.head] + rows))]).bytes()
  }

  private func summary(_ folder: TemporaryFolder, _ path: String) throws -> CountySummary {
    try CountySummary(json: JSONParser.parse(try #require(folder.bytes("ws/" + path))))
  }

  @Test func writesTheTableOfItsUnit() throws {
    let folder = try WorkspaceImportTests.place()
    folder.write(table([SummaryReaderTests.row]), to: "in/a.xlsx")
    let batch = try take(folder)
    #expect(batch.imported.map(\.status) == [.new] && batch.summaries.map(\.unit) == ["qufu"])
    let summary = try summary(folder, "summaries/qufu.json")
    #expect(summary.source.file == "in/a.xlsx" && summary.source.revision == 1)
    #expect(summary.source.sha256 == Digest.sha256Hex(table([SummaryReaderTests.row])))
    #expect(summary.rows.map(\.company) == ["甲公司"] && summary.sealed == nil && summary.letter == nil)
    #expect(summary.bureau == "曲阜市工业和信息化局" && summary.date == "2022-08")
    #expect(summary.rows[0].words("completed") == "2022年5月" && summary.rows[0].place == "Sheet1!A3")
    let before = folder.bytes("ws/summaries/qufu.json")
    #expect(try take(folder).imported.map(\.status) == [.unchanged])
    #expect(folder.bytes("ws/summaries/qufu.json") == before)
  }

  @Test func aChangedTableKeepsTheOldOne() throws {
    let folder = try WorkspaceImportTests.place()
    let first = table([SummaryReaderTests.row])
    folder.write(first, to: "in/a.xlsx")
    _ = try take(folder)
    let old = try #require(folder.bytes("ws/summaries/qufu.json"))
    folder.write(table([SummaryReaderTests.row.replacing("671", with: "672")]), to: "in/b.xlsx")
    #expect(try take(folder, isDryRun: true).imported.map(\.status) == [.unchanged, .revised])
    #expect(folder.bytes("ws/summaries/qufu.json") == old)
    // The folder still holds the first table, which does not come back.
    #expect(try take(folder).imported.map(\.status) == [.unchanged, .revised])
    let summary = try summary(folder, "summaries/qufu.json")
    #expect(summary.source.revision == 2 && summary.rows.map(\.investment?.text) == ["672"])
    let name = "qufu-r000001-\(Digest.sha256Hex(old).prefix(12)).json"
    #expect(folder.names("ws/summaries/history") == [name])
    #expect(folder.bytes("ws/summaries/history/" + name) == old)
    #expect(try take(folder).imported.map(\.status) == [.unchanged, .unchanged])
  }

  @Test func theSameTableInAnotherFileIsUnchanged() throws {
    let folder = try WorkspaceImportTests.place()
    folder.write(table([SummaryReaderTests.row]), to: "in/a.xlsx")
    folder.write(table(["", SummaryReaderTests.row]), to: "in/b.xlsx")
    #expect(try take(folder).imported.map(\.status) == [.new, .unchanged])
  }

  @Test func whoseItIs() throws {
    func unit(_ path: String, bureau: String, given: String? = nil) throws -> String? {
      let folder = try WorkspaceImportTests.place()
      folder.folder("in/邹城市")
      folder.write(table([SummaryReaderTests.row], bureau: bureau), to: "in/" + path)
      return try take(folder, unit: given).summaries.first?.unit
    }
    #expect(try unit("邹城市/a.xlsx", bureau: "", given: "yutai") == "yutai")
    #expect(try unit("邹城市/a.xlsx", bureau: Self.bureau) == "zoucheng")
    #expect(try unit("泗水县汇总表.xlsx", bureau: Self.bureau) == "qufu")
    #expect(try unit("附件3-泗水县推荐汇总表(报市局).xlsx", bureau: "附件3") == "sishui")
    #expect(try unit("汇总表.xlsx", bureau: "附件3") == nil)
  }

  @Test func aTableOfNobodyAndABlankOneWriteNothing() throws {
    let folder = try WorkspaceImportTests.place()
    folder.write(table([SummaryReaderTests.row], bureau: ""), to: "in/a.xlsx")
    folder.write(table(["1", "2"]), to: "in/b.xlsx")
    folder.write(Array(table([SummaryReaderTests.row]).dropLast(30)), to: "in/c.xlsx")
    folder.write(
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array("W\0o\0r\0k\0b\0o\0o\0k\0".utf8), to: "in/d.xls")
    let batch = try take(folder)
    #expect(batch.imported.map(\.status) == [.blank] && batch.summaries.map(\.rows) == [0])
    #expect(batch.refused.map(\.file) == ["in/a.xlsx", "in/c.xlsx", "in/d.xls"])
    #expect(batch.refused.first?.reason == .refusal(.unknownUnit(nil)))
    #expect(batch.refused.last?.reason == .refusal(.wrongKind(.excelBinary)))
    #expect(folder.names("ws/summaries").isEmpty)
  }

  @Test func aRecordThatCannotBeReadIsNotOverwritten() throws {
    let folder = try WorkspaceImportTests.place()
    folder.write("{", to: "ws/summaries/qufu.json")
    folder.write(table([SummaryReaderTests.row]), to: "in/a.xlsx")
    let batch = try take(folder)
    guard case .unreadableRecord? = batch.refused.first?.reason else { return #expect(batch.refused.isEmpty == false) }
    #expect(folder.text("ws/summaries/qufu.json") == "{")
  }

  @Test func theJournalTells() throws {
    let folder = try WorkspaceImportTests.place()
    let person = Person(id: "dudao-01", name: "甲", roles: [.supervisor])
    folder.write(table([SummaryReaderTests.row]), to: "in/a.xlsx")
    _ = try take(folder, by: person)
    _ = try take(folder, by: person)
    folder.write(table(["1|乙公司"]), to: "in/a.xlsx")
    _ = try take(folder, by: person)
    let lines = (folder.text("ws/journal/dudao-01.jsonl") ?? "").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.contains("summaries/qufu.json") && $0.contains("\"import\"") })
  }
}
