import Glibc
import TestSupport
import Testing

@testable import Core

private struct Bench {
  let temporary = TemporaryFolder()
  let workspaceFolder = TemporaryFolder()
  let state: StateFolder
  let store: UndoStore
  let person: RecordID
  let record = WorkspacePath(checked: "reviews", "app-1", "p1.json")

  init(_ calls: FileCalls = .system) throws {
    let real = try StateFolder.open(temporary.path, for: workspaceFolder.workspace())
    let folder = try Folder.open(real.path, named: real.path, calls: calls)
    state = StateFolder(path: real.path, folder: folder, process: .current)
    store = UndoStore(state)
    person = try #require(RecordID("p1"))
  }

  var path: String { state.path + "/undo/reviews_app-1_p1.p1.undo" }

  func read() -> UndoHistory<ReviewStep> { store.read(record, of: person, ReviewStep.self) }

  func keep(_ new: UndoHistory<ReviewStep>, over old: UndoHistory<ReviewStep>?) throws {
    try store.keep(new, over: old, record, of: person)
  }

  var size: Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : -1
  }
}

private func step(_ from: Int?, _ to: Int?) -> ReviewStep {
  ReviewStep(forth: [.score(criterion: "C01", tenths: to)], back: [.score(criterion: "C01", tenths: from)])
}

@Test func aHistoryIsAddedToAndReadAgain() throws {
  let bench = try Bench()
  var history = UndoHistory<ReviewStep>()
  history.stacks.add(step(nil, 70))
  history.digest = "d1"
  try bench.keep(history, over: nil)
  #expect(bench.read() == history)
  let first = bench.size
  let old = history
  history.stacks.add(
    ReviewStep(
      forth: [.comment(criterion: "C02", "新e\u{301}"), .opinion("好"), .recommendation(.hold)],
      back: [.comment(criterion: "C02", ""), .opinion(""), .recommendation(nil)]))
  _ = history.stacks.takeBack()
  history.digest = "d2"
  history.texts["C02"] = UndoHistory.Text(
    of: "新",
    TextTrail(done: [TextStep(TextChange(start: 0, removed: "", inserted: "新", cursorBefore: 0, cursorAfter: 1))]))
  try bench.keep(history, over: old)
  #expect(bench.read() == history)
  #expect(bench.size > first)
  #expect(bench.read().texts["C02"]?.trail(of: "新")?.done.count == 1)
  #expect(bench.read().texts["C02"]?.trail(of: "旧") == nil)
  var status = stat()
  #expect(stat(bench.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
}

@Test func aFullHistoryForgetsTheOldestAndStillAddsLittle() throws {
  let bench = try Bench()
  var history = UndoHistory<ReviewStep>()
  for index in 0..<250 { history.stacks.add(step(index, index + 1)) }
  #expect(history.stacks.done.count == 200)
  try bench.keep(history, over: nil)
  let before = bench.size
  let old = history
  history.stacks.add(step(250, 251))
  try bench.keep(history, over: old)
  #expect(bench.read() == history)
  #expect(bench.size - before < 400)
}

/// Half a frame, another window's frames, a foreign kind of step: what can be read is used, and the next save mends it.
@Test func aTornOrForeignHistoryIsMendedByTheNextSave() throws {
  let bench = try Bench()
  var history = UndoHistory<ReviewStep>()
  history.stacks.add(step(nil, 70))
  try bench.keep(history, over: nil)
  let file = try #require(fopen(bench.path, "a"))
  fputs("\u{9}\u{1}", file)
  fclose(file)
  #expect(bench.read() == history)
  let old = history
  history.stacks.add(step(70, 65))
  try bench.keep(history, over: old)
  #expect(bench.read() == history)
  // Another window wrote meanwhile: ours stands.
  var theirs = history
  theirs.stacks.add(step(65, 60))
  try bench.keep(theirs, over: history)
  history.stacks.add(step(65, 90))
  try bench.keep(history, over: old)
  #expect(bench.read() == history)
  truncate(bench.path, 3)
  #expect(bench.read() == UndoHistory())
}

@Test func aStepThatIsNotKnownEndsWhatCanBeTakenBack() {
  let known = step(10, 20).json
  let object = JSONValue.object(
    JSONObject([
      ("drop", .number(JSONNumber(0))), ("keep", .number(JSONNumber(0))),
      ("done", .array([known, .string("?"), known])), ("keepUndone", .number(JSONNumber(0))), ("undone", .array([])),
    ]))
  #expect(UndoStacks<ReviewStep>().taking(object).done == [step(10, 20)])
  #expect(ReviewStep(json: .object(JSONObject([("forth", .array([.null])), ("back", .array([.null]))]))) == nil)
}

@Test func everyEditOfAVisitThatCanBeTakenBackIsKept() throws {
  let edits: [InspectionEdit] = [
    .answer(item: "G01", .mostly), .why(item: "G01", "因为"),
    .verify(metric: "m01", DecimalValue(mantissa: 52, places: 1), unit: "亿元"),
    .verify(metric: "m01", nil, unit: nil), .word(metric: "m02", .holds), .word(metric: "m02", nil),
    .metricNote(metric: "m01", "n"), .note("a\nb"), .opinion(""), .companyOpinion("无"), .verdict(.conditional),
    .verdict(nil),
    .start("2022-09-08T09:30:00+08:00"), .end(nil), .place("厂区"),
  ]
  for edit in edits {
    let step = InspectionStep(forth: edit, back: .note(""))
    #expect(InspectionStep(json: step.json) == step)
  }
  #expect(InspectionStep(json: InspectionStep(forth: .late, back: .note("")).json) == nil)
}

extension InspectionEdit {
  fileprivate static var late: InspectionEdit { .conflict(person: "p1", true) }
}

@Test func draftsKeepHowTheirTextCameAbout() throws {
  let bench = try Bench()
  let subject = DraftSubject(person: bench.person, record: bench.record, base: nil)
  let gone = ProcessIdentity(pid: 4_000_000, boot: "", started: "")
  var trail = TextTrail()
  func typed(_ text: String, at place: Int) -> TextStep {
    TextStep(
      TextChange(start: place, removed: "", inserted: text, cursorBefore: place, cursorAfter: place + text.count))
  }
  do {
    trail.add(typed("一", at: 0))
    let file = try DraftFile(
      in: try bench.state.subfolder("drafts"), subject, gone,
      fields: [Draft.Field(name: "opinion", text: "一", at: "t1", trail: trail)])
    let before = trail
    trail.add(typed("二", at: 1))
    try file.append(DraftFrames.field("opinion", text: "一二", at: "t2", trail: trail, since: before))
  }
  let draft = try #require(DraftStore(bench.state).recoverable(by: bench.person).first)
  #expect(draft.fields.first?.text == "一二")
  #expect(draft.fields.first?.trail == trail)
}
