import Glibc
import TestSupport
import Testing

@testable import Core

private struct Bench {
  let temporary = TemporaryFolder()
  let workspaceFolder = TemporaryFolder()
  let state: StateFolder
  let store: DraftStore
  let subject: DraftSubject

  init() throws {
    state = try StateFolder.open(temporary.path, for: workspaceFolder.workspace())
    store = DraftStore(state)
    subject = DraftSubject(
      person: try #require(RecordID("p1")), record: WorkspacePath(checked: "reviews", "app-1", "p1.json"), base: "b0")
  }

  var files: [String] {
    do { return try state.folder.folder("edit").names().map(\.text) } catch { return [] }
  }

  func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    fputs(text, file)
    fclose(file)
  }
}

@Test func aTextIsHandedOutInAPrivateFileAndTakenIn() throws {
  let bench = try Bench()
  let text = try bench.store.handOut(bench.subject, "C01", text: "评语", at: "t1")
  var status = stat()
  #expect(stat(text.path, &status) == 0 && status.st_mode & 0o777 == 0o600 && text.path.hasSuffix(".txt"))
  #expect(String(decoding: try text.read(), as: UTF8.self) == "评语")
  bench.write("新的评语\r\n第二行\n", to: text.path)
  bench.write("x", to: text.path + "~")
  #expect(String(decoding: try text.read(), as: UTF8.self) == "新的评语\r\n第二行")
  try bench.store.takeIn(text.id, keepsText: true)
  #expect(bench.files.isEmpty)
  #expect(try bench.state.folder.folder("bin").names().map(\.text) == [text.id + ".txt"])
}

@Test func aTextIsOfferedBackOnlyWhenNobodyWorksOnIt() throws {
  let bench = try Bench()
  var text: OutsideText? = try bench.store.handOut(bench.subject, "C01", text: "评语", at: "t1")
  let path = try #require(text?.path)
  bench.write("写到一半", to: path)
  #expect(try bench.store.leftTexts(by: bench.subject.person).isEmpty, "this process lives")
  withExtendedLifetime(text) {}
  text = nil
  let left = try bench.store.leftTexts(by: bench.subject.person)
  #expect(left.map(\.field.text) == ["写到一半"])
  #expect(left.first?.subject == bench.subject && left.first?.field.name == "C01")
  let other = try #require(RecordID("p2"))
  #expect(try bench.store.leftTexts(by: other).isEmpty)
}

@Test func aTextThatNobodyChangedGoesWithoutAQuestion() throws {
  let bench = try Bench()
  _ = try bench.store.handOut(bench.subject, "C01", text: "评语", at: "t1").id
  #expect(try bench.store.leftTexts(by: bench.subject.person).isEmpty)
  #expect(bench.files.isEmpty)
}

@Test func aHugeTextIsNotTakenBack() throws {
  let bench = try Bench()
  let text = try bench.store.handOut(bench.subject, "C01", text: "评语", at: "t1")
  bench.write(String(repeating: "x", count: 10_000_000), to: text.path)
  #expect(throws: FileError.self) { try text.read() }
  unlink(text.path)
  #expect(throws: FileError.self) { try text.read() }
}
