import TestSupport
import Testing

@testable import Core

/// A second form of a project that the workspace knows.
struct RevisionTests {
  private let base = WorkspaceImportTests()
  private static let head = "ws/applications/2022-rencheng-001.json"

  private func json(_ folder: TemporaryFolder, _ path: String = head) throws -> JSONValue {
    try JSONParser.parse(try #require(folder.bytes(path)))
  }

  /// A workspace with one application, filled in on the 18th.
  private func started(_ date: String? = "2022年8月18日") throws -> TemporaryFolder {
    let folder = try WorkspaceImportTests.place()
    folder.write(base.form(date: date), to: "in/a.docx")
    _ = try base.take(folder)
    return folder
  }

  @Test func aNewerFormBecomesTheHeadAndTheOldOneIsKeptByteForByte() throws {
    let folder = try started()
    let old = try #require(folder.bytes(Self.head))
    folder.write(base.form(company: "甲 公司", date: "2022年8月20日", capital: "6000万元", photo: 2), to: "in/b.docx")
    let batch = try base.take(folder, ["in/b.docx"])
    #expect(batch.imported.map(\.status) == [.revised])
    #expect(batch.imported.map(\.revision) == [2])
    #expect(batch.imported.first?.before == Digest.sha256Hex(old))
    #expect(batch.imported.first?.isByOrder == false)
    let changes = try #require(batch.imported.first?.changes)
    #expect(changes.map(\.path) == ["cover.fillDate", "company.name", "company.registeredCapital", "photos"])
    #expect(
      changes[2]
        == ApplicationChange(
          path: "company.registeredCapital", old: .number(JSONNumber(5000)), new: .number(JSONNumber(6000))))
    let kept = folder.names("ws/applications/history")
    #expect(kept == ["2022-rencheng-001-r000001-\(Digest.sha256Hex(old).prefix(12)).json"])
    #expect(folder.bytes("ws/applications/history/" + kept[0]) == old)
    let new = try json(folder)
    #expect(new["source"]?["revision"]?.number?.int == 2)
    #expect(new["source"]?["previous"]?["sha256"]?.string == Digest.sha256Hex(old))
    #expect(new["source"]?["previous"]?["file"]?.string == "in/a.docx")
    // Both versions' pictures are there.
    let application = try Application(json: new)
    let photo = try #require(application.photos.first?.file)
    #expect(folder.bytes("ws/" + photo) == [0xFF, 0xD8, 0xFF, 0xE0, 2])
    #expect(folder.bytes("ws/attachments/2022-rencheng-001/photo-1.jpeg") == [0xFF, 0xD8, 0xFF, 0xE0, 1])
  }

  @Test func importingEitherAgainChangesNothing() throws {
    let folder = try started()
    folder.write(base.form(date: "2022年8月20日"), to: "in/b.docx")
    folder.write(base.form(date: "2022年8月10日"), to: "in/c.docx")
    #expect(try base.take(folder, ["in/b.docx", "in/c.docx"]).imported.map(\.status) == [.revised, .older])
    let before = base.state(folder)
    let again = try base.take(folder)
    #expect(again.imported.map(\.status) == [.unchanged, .unchanged, .unchanged])
    #expect(again.imported.map(\.id?.text) == Array(repeating: "2022-rencheng-001", count: 3))
    #expect(base.state(folder) == before)
  }

  @Test func anOlderFormIsOnlyKept() throws {
    let folder = try started()
    let old = folder.bytes(Self.head)
    folder.write(base.form(date: "2022年8月1日", capital: "100万元"), to: "in/b.docx")
    let batch = try base.take(folder, ["in/b.docx"])
    #expect(batch.imported.map(\.status) == [.older])
    #expect(folder.bytes(Self.head) == old)
    let kept = folder.names("ws/applications/history")
    #expect(kept.count == 1)
    let record = try json(folder, "ws/applications/history/" + kept[0])
    #expect(record["company"]?["registeredCapital"]?.number?.int == 100)
    #expect(record["source"]?["olderThan"]?["sha256"]?.string == old.map(Digest.sha256Hex))
    // The next one has a number of its own.
    folder.write(base.form(date: "2022年8月19日"), to: "in/c.docx")
    #expect(try base.take(folder, ["in/c.docx"]).imported.map(\.revision) == [3])
  }

  @Test(arguments: [nil, "2022年8月18日", "2022年8月"] as [String?])
  func withoutALaterDateTheLaterImportCounts(_ date: String?) throws {
    let folder = try started()
    folder.write(base.form(date: date, capital: "7000万元"), to: "in/b.docx")
    let batch = try base.take(folder, ["in/b.docx"])
    #expect(batch.imported.map(\.status) == [.revised])
    #expect(batch.imported.map(\.isByOrder) == [true])
  }

  @Test func twiceInOneBatchFollowsTheSameRule() throws {
    for isDryRun in [true, false] {
      let folder = try WorkspaceImportTests.place()
      folder.write(base.form(date: "2022年8月20日"), to: "in/a.docx")
      folder.write(base.form(date: "2022年8月18日"), to: "in/b.docx")
      folder.write(base.form(date: "2022年8月21日"), to: "in/c.docx")
      let batch = try base.take(folder, isDryRun: isDryRun)
      #expect(batch.imported.map(\.status) == [.new, .older, .revised])
      #expect(folder.names("ws/applications").isEmpty == isDryRun)
    }
  }

  @Test func correctionsAreCarriedAndThoseThatNoLongerFitAreStale() throws {
    let folder = try started()
    var object = try #require(try json(folder).object)
    func correction(_ path: String, _ from: JSONValue, _ to: JSONValue) -> JSONValue {
      Correction(path: path, from: from, to: to, by: "dudao-01", at: nil, reason: "核对").json
    }
    object["corrections"] = .array([
      correction("company.registeredCapital", .number(JSONNumber(5000)), .number(JSONNumber(5500))),
      correction("company.legalRepresentative", .string("张三"), .string("张叁")),
      correction("company.legalRepresentative", .string("张叁"), .string("张三丰")),
    ])
    object["received"] = try JSONParser.parse(
      Array("{\"byCounty\":null,\"byCity\":\"2022-08-25T09:00:00+08:00\"}".utf8))
    object["note"] = .string("unknown member")
    folder.write(JSONWriter.pretty(.object(object)), to: Self.head)
    folder.write(base.form(date: "2022年8月20日", capital: "6000万元"), to: "in/b.docx")
    #expect(try base.take(folder, ["in/b.docx"]).imported.map(\.status) == [.revised])
    let new = try json(folder)
    let application = try Application(json: new)
    #expect(application.corrections.map(\.isStale) == [true, false, false])
    #expect(application.company.legalRepresentative == "张三丰")
    #expect(application.company.registeredCapital?.text == "6000")
    #expect(new["received"]?["byCity"]?.string == "2022-08-25T09:00:00+08:00")
    #expect(new["note"]?.string == "unknown member")
  }

  @Test func aNamedApplicationIsReplacedWhateverTheNamesSay() throws {
    let folder = try started()
    folder.write(base.form(company: "甲公司（集团）", project: "另名", date: "2022年8月1日"), to: "in/b.docx")
    let id = try #require(RecordID("2022-rencheng-001"))
    #expect(
      try base.take(folder, ["in"], replacing: id).refused.map(\.reason) == [
        .refusal(.notOneFile(2)), .refusal(.notOneFile(2)),
      ])
    let batch = try base.take(folder, ["in/b.docx"], replacing: id)
    #expect(batch.imported.map(\.status) == [.revised])
    #expect(try json(folder)["company"]?["name"]?.string == "甲公司（集团）")
    #expect(folder.names("ws/applications").count == 2)
  }

  /// What a crash can leave: pictures and the kept head are there, the head is still the old one.
  @Test func aRevisionThatWasCutShortIsDoneAgain() throws {
    let folder = try started()
    folder.write(base.form(date: "2022年8月20日", photo: 2), to: "in/b.docx")
    let old = try #require(folder.bytes(Self.head))
    _ = try base.take(folder, ["in/b.docx"])
    let after = base.state(folder)
    folder.write(old, to: Self.head)
    #expect(try base.take(folder, ["in/b.docx"]).imported.map(\.status) == [.revised])
    #expect(base.state(folder) == after)
  }

  @Test func anUnreadableHeadIsNamedAndLeftAlone() throws {
    let folder = try started()
    let old = base.state(folder, "ws/applications")
    folder.write(base.form(date: "2022年8月20日"), to: "in/b.docx")
    folder.write("{", to: Self.head)
    let id = try #require(RecordID("2022-rencheng-001"))
    let batch = try base.take(folder, ["in/b.docx"], replacing: id)
    guard case .headUnusable? = batch.refused.first?.reason else { return #expect(Bool(false)) }
    #expect(base.state(folder, "ws/applications").count == old.count)
  }
}
