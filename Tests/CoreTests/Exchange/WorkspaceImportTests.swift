import Glibc
import TestSupport
import Testing

@testable import Core

struct WorkspaceImportTests {
  struct Batch {
    var imported: [WorkspaceImport.Imported] = []
    var refused: [WorkspaceImport.Refusal] = []
  }

  /// A workspace with the call of Jining, and a folder `in` beside it.
  static func place() throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try WorkspaceMaker.make(folder.path + "/ws", program: JSONWriter.pretty(.object(program())))
    folder.folder("in")
    return folder
  }

  private static func program() throws -> JSONObject {
    let path = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/sample-data/program.json"
    return try #require(try JSONParser.parse(try OutsideFile.read(path)).object)
  }

  func take(
    _ folder: TemporaryFolder, _ paths: [String] = ["in"], unit: String? = nil, replacing: RecordID? = nil,
    isDryRun: Bool = false
  ) throws -> Batch {
    let workspace = try Workspace.open(folder.path + "/ws")
    let batch = try WorkspaceImport(
      into: workspace, vocabulary: FormVocabulary(program: try workspace.program()), unit: unit,
      now: "2022-08-25T09:00:00+08:00", replacing: replacing, isDryRun: isDryRun)
    var result = Batch()
    batch.run(paths.map { folder.path + "/" + $0 }) { file in
      switch file {
      case .success(let imported): result.imported.append(imported)
      case .failure(let refusal): result.refused.append(refusal)
      }
    }
    return result
  }

  func form(
    company: String = "甲公司", project: String = "5G车间", county: String = "任城区", date: String? = nil,
    capital: String = "5000万元", photo: UInt8 = 1
  ) -> [UInt8] {
    var rows = FormReaderTests.rows
    rows[0] = ["单位名称", company]
    rows[2] = ["法人代表", "张三", "所属县（市、区）", county]
    rows[3] = ["注册时间", "2012年11月2日", "注册资金", capital]
    rows[11] = ["项目名称", project]
    let after = TestDocument.paragraph("六、项目现场照片") + TestDocument.picture("rId1") + TestDocument.paragraph("图1 车间")
    return TestDocument.package(
      FormReaderTests.body(rows, cover: date.map { ["填报日期：" + $0] } ?? [], after: after),
      media: [[0xFF, 0xD8, 0xFF, 0xE0, photo]]
    ).bytes()
  }

  /// Every file below the workspace with its digest.
  func state(_ folder: TemporaryFolder, _ path: String = "ws") -> [String: String] {
    var found: [String: String] = [:]
    for name in folder.names(path) {
      let inside = path + "/" + name
      let below = folder.names(inside)
      if below.isEmpty, let bytes = folder.bytes(inside) { found[inside] = Digest.sha256Hex(bytes) }
      for (file, digest) in state(folder, inside) { found[file] = digest }
    }
    return found
  }

  @Test func writesPicturesTheFormAndTheApplication() throws {
    let folder = try Self.place()
    folder.write(form(), to: "in/a.docx")
    let batch = try take(folder)
    #expect(batch.imported.map(\.id?.text) == ["2022-rencheng-001"])
    #expect(batch.imported.map(\.status) == [.new])
    #expect(batch.refused.isEmpty)
    #expect(folder.names("ws/attachments/2022-rencheng-001") == ["form.docx", "photo-1.jpeg"])
    let bytes = try #require(folder.bytes("ws/applications/2022-rencheng-001.json"))
    #expect(batch.imported[0].digest == Digest.sha256Hex(bytes))
    let application = try Application(json: JSONParser.parse(bytes))
    #expect(application.source.file == "in/a.docx")
    #expect(application.source.sha256 == Digest.sha256Hex(form()))
    #expect(application.company.name == "甲公司")
    let photo = try #require(application.photos.first)
    #expect(photo.file == "attachments/2022-rencheng-001/photo-1.jpeg")
    #expect(folder.bytes("ws/attachments/2022-rencheng-001/photo-1.jpeg").map(Digest.sha256Hex) == photo.sha256)
  }

  @Test func aSecondImportChangesNoByte() throws {
    let folder = try Self.place()
    folder.write(form(), to: "in/a.docx")
    folder.write(form(company: "乙公司"), to: "in/b.docx")
    _ = try take(folder)
    let before = state(folder)
    let batch = try take(folder)
    #expect(batch.imported.map(\.status) == [.unchanged, .unchanged])
    #expect(batch.imported.map(\.id?.text) == ["2022-rencheng-001", "2022-rencheng-002"])
    #expect(state(folder) == before)
    #expect(before.count == 11)
  }

  @Test func aDryRunWritesNothing() throws {
    let folder = try Self.place()
    folder.write(form(), to: "in/a.docx")
    let before = state(folder)
    let batch = try take(folder, isDryRun: true)
    #expect(batch.imported.map(\.id?.text) == ["2022-rencheng-001"])
    #expect(state(folder) == before)
  }

  @Test func oneBadFileDoesNotStopTheRest() throws {
    let folder = try Self.place()
    folder.folder("in/邹城市")
    folder.write("{\\rtf1}", to: "in/a.docx")
    folder.write(Array(form().dropLast(40)), to: "in/b.docx")
    folder.write(form(), to: "in/c.docx")
    folder.write(form(company: "丙公司", county: ""), to: "in/邹城市/d.docx")
    folder.write("leftover", to: "in/~$d.docx")
    folder.write("photo", to: "in/e.jpg")
    let batch = try take(folder)
    #expect(batch.imported.map(\.id?.text) == ["2022-rencheng-001", "2022-zoucheng-001"])
    #expect(batch.imported.map(\.file) == ["in/c.docx", "in/邹城市/d.docx"])
    #expect(batch.refused.map(\.file) == ["in/a.docx", "in/b.docx"])
    #expect(batch.refused.first?.reason == .refusal(.wrongKind(.rtf)))
  }

  @Test func idsGoOnAfterTheHighest() throws {
    let folder = try Self.place()
    folder.folder("ws/attachments/2022-rencheng-007")
    folder.write(form(), to: "in/a.docx")
    #expect(try take(folder).imported.map(\.id?.text) == ["2022-rencheng-008"])
  }

  @Test func withoutAUnitThereIsNoId() throws {
    let folder = try Self.place()
    folder.write(form(county: "枣庄市"), to: "in/a.docx")
    #expect(try take(folder).refused.map(\.reason) == [.refusal(.unknownUnit(nil))])
    #expect(try take(folder, unit: "qufu").imported.map(\.id?.text) == ["2022-qufu-001"])
  }

  @Test func linksAndMissingFilesAreNamed() throws {
    let folder = try Self.place()
    folder.write(form(), to: "in/a.docx")
    #expect(symlink(folder.path + "/in/a.docx", folder.path + "/in/b.docx") == 0)
    let batch = try take(folder, ["in/b.docx", "in/nothing.docx"])
    #expect(batch.imported.isEmpty)
    let reasons = batch.refused.compactMap { refusal -> FileError.Reason? in
      if case .refusal(.unreadable(let error)) = refusal.reason { error.reason } else { nil }
    }
    #expect(reasons == [.missing, .symbolicLink])
  }

  @Test func applicationsComeAsJSONToo() throws {
    let folder = try Self.place()
    let text = """
      {"schema": "reviewtui/application/1", "id": "2022-weishan-009", "unit": "weishan", "note": "kept",
       "company": {"name": "丁公司"}, "project": {"name": "5G码头"},
       "metrics": {"technical": {"text": "时延≤18ms，上行速率不低于200Mbps。", "rows": []}}}
      """
    folder.write(text, to: "in/a.json")
    let batch = try take(folder)
    #expect(batch.imported.map(\.id?.text) == ["2022-weishan-009"])
    let value = try JSONParser.parse(try #require(folder.bytes("ws/applications/2022-weishan-009.json")))
    #expect(value["note"]?.string == "kept")
    #expect(value["metrics"]?["technical"]?["rows"]?.array?.map { $0["value"]?.number?.text } == ["18", "200"])
    #expect(value["source"]?["sha256"]?.string == Digest.sha256Hex(Array(text.utf8)))
    #expect(try take(folder).imported.map(\.status) == [.unchanged])
  }

  @Test(arguments: [
    "{", "[]", "{\"schema\": \"reviewtui/review/1\"}",
    "{\"schema\": \"reviewtui/application/1\", \"id\": \"../x\", \"unit\": \"weishan\"}",
    "{\"schema\": \"reviewtui/application/1\", \"id\": \"x\", \"unit\": \"nowhere\"}",
    "{\"schema\": \"reviewtui/application/1\", \"id\": \"x\", \"unit\": \"weishan\", \"photos\": [{\"file\": \"../../etc/passwd\", \"caption\": \"\"}]}",
  ])
  func otherJSONIsRefused(_ text: String) throws {
    let folder = try Self.place()
    folder.write(text, to: "in/a.json")
    let batch = try take(folder)
    #expect(batch.imported.isEmpty && batch.refused.count == 1)
    #expect(folder.names("ws/applications").isEmpty)
  }
}
