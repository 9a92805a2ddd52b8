import Glibc
import TestSupport
import Testing

@testable import Core

@Test(arguments: [
  "a", "0", "2022-zoucheng-001", "a-", "a--b", String(repeating: "a", count: 64), "con1", "com", "com0",
])
func acceptsIDs(_ text: String) {
  #expect(RecordID(text)?.text == text)
}

@Test(arguments: [
  "", "-a", "A", "a_b", "a.b", "a/b", "..", ".", "a\0", "济宁", "é", "a b", " a", "a\n", "con", "nul", "com1", "lpt9",
  String(repeating: "a", count: 65), "%2e%2e", "~", "１",
])
func refusesIDsThatCouldBecomeAPath(_ text: String) {
  #expect(RecordID(text) == nil)
}

@Test(arguments: ["", "/etc", "a//b", "a/../b", "..", "a/.", "a\0b", "a/"])
func refusesPathsThatLeaveTheWorkspace(_ text: String) {
  #expect(WorkspacePath(text) == nil)
}

@Test func namesTheFilesOfTheLayout() throws {
  let application = try #require(RecordID("2022-zoucheng-001"))
  let person = try #require(RecordID("expert-01"))
  let review = WorkspaceLayout.review(application, reviewer: person)
  #expect(review.description == "reviews/2022-zoucheng-001/expert-01.json")
  #expect(WorkspacePath(review.description) == review)
  #expect(WorkspaceLayout.journal(person).description == "journal/expert-01.jsonl")
  let digest = Digest.sha256Hex(Array("abc".utf8))
  #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  var streaming = Digest()
  streaming.add(Array("a".utf8))
  streaming.add(Array("bc".utf8))
  #expect(streaming.hex() == digest)
  #expect(
    WorkspaceLayout.history(of: review, revision: 12, digest: digest)?.description
      == "reviews/2022-zoucheng-001/history/expert-01-r000012-ba7816bf8f01.json")
}

@Test(arguments: [
  ("A001.json", FileName.Meaning.unknown), ("a001.JSON", .unknown),
  (".tmp-12-abc", .ownTemporary), (".dat.nosync3D83.Yd1Hqk", .leftover), (".syncthing.a001.json.tmp", .leftover),
  ("~syncthing~a001.json.tmp", .leftover), (".nfs0001", .leftover), (".a001.json.swp", .leftover),
  ("a001.json~", .leftover),
  ("#a001.json#", .leftover), ("~$a001.docx", .leftover), ("a001.json.orig", .leftover), ("Thumbs.db", .leftover),
  (".DS_Store", .leftover), (".~lock.a001.xlsx#", .leftover), (".hidden.json", .leftover), ("a001.json.bak", .leftover),
  ("a001.sync-conflict-20260413-091523-K3X2R2T.json", .conflictCopy),
  ("a001 (conflicted copy 2026-01-01).json", .conflictCopy), ("a001-副本.json", .conflictCopy),
  ("a001(1).json", .conflictCopy), ("x.json ", .unknown), ("x.json.", .unknown), ("trail .json", .unknown),
  ("con.json", .unknown), ("-rf.json", .unknown), ("发票\u{202E}excod.json", .unknown), ("a\nb.json", .unknown),
  ("济宁.json", .unknown), (".json", .leftover), ("readme.txt", .unknown),
])
func knowsWhatANameMeans(_ name: String, _ meaning: FileName.Meaning) {
  #expect(FileName(bytes: Array(name.utf8), kind: .file).meaning(suffix: ".json") == meaning)
}

@Test func knowsARecordByItsName() throws {
  let id = try #require(RecordID("a001"))
  #expect(FileName(bytes: Array("a001.json".utf8), kind: .file).meaning(suffix: ".json") == .record(id))
  #expect(FileName(bytes: Array("a001".utf8), kind: .folder).meaning(suffix: "") == .record(id))
  #expect(FileName(bytes: [0xFF, 0xFE], kind: .file).meaning(suffix: ".json") == .unknown)
}

@Test func listsRecordsAndNamesEverythingElse() throws {
  let temporary = TemporaryFolder()
  temporary.folder("applications")
  for name in ["b.json", "a.json", "A.json", "c.sync-conflict-1.json", "a.json~", ".tmp-1-2", "note.txt"] {
    temporary.write("{}", to: "applications/\(name)")
  }
  temporary.folder("applications/history")
  symlink("/etc/passwd", temporary.path + "/applications/link.json")
  mkfifo(temporary.path + "/applications/pipe.json", 0o644)
  let listing = try temporary.workspace().applications().listing()
  #expect(listing.records.map(\.text) == ["a", "b"])
  #expect(
    listing.problems.map(\.file) == [
      "applications/A.json", "applications/c.sync-conflict-1.json", "applications/link.json", "applications/note.txt",
      "applications/pipe.json",
    ])
  #expect(listing.problems.contains(FileProblem(file: "applications/A.json", reason: .unknownName)))
  #expect(listing.problems.contains(FileProblem(file: "applications/c.sync-conflict-1.json", reason: .conflictCopy)))
}

@Test func aMissingFolderHoldsNothing() throws {
  let temporary = TemporaryFolder()
  #expect(try temporary.workspace().applications().listing() == RecordFolder.Listing())
  #expect(try temporary.workspace().reviewed().folders() == RecordFolder.Listing())
}
