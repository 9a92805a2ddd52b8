import Core
import Testing

@testable import ReviewTUI

@Suite struct InspectScreenTests {
  private let size = Size(columns: 120, rows: 40)

  private func visit(_ state: AppState) throws -> InspectState {
    guard case .inspect(let visit)? = state.stack.last else { throw Missing() }
    return visit
  }
  private struct Missing: Error {}

  private func press(_ state: inout AppState, _ key: Key) -> [AppEffect] { state.update(.input(.key(key))) }

  private func saves(_ effects: [AppEffect]) -> [VisitSave] {
    effects.compactMap { if case .saveVisit(let save) = $0 { save } else { nil } }
  }

  @Test func answersByOneKeyAndSavesEachChange() throws {
    var state = try SampleState.inspect(size)
    SampleState.press(&state, .end)
    for (key, answer) in [("1", Inspection.Answer.yes), ("2", .mostly), ("3", .no), ("4", .na), ("0", .open)] {
      let effects = press(&state, .character(Character(key)))
      let screen = try visit(state)
      let id = try #require(screen.item?.item.id)
      #expect(screen.visit.item(id)?.answer == answer)
      // One save at a time: the first is on its way, the rest waits for its answer.
      #expect(saves(effects).count == (key == "1" ? 1 : 0))
    }
    #expect(try visit(state).pending.count == 5)
    SampleState.press(&state, .function(8), .function(8))
    let id = try #require(try visit(state).item?.item.id)
    #expect(try visit(state).visit.item(id)?.answer == .no)
  }

  /// What was typed while a save was under way is put on top of what the save brought back, and follows it.
  @Test func keepsWhatWasEditedDuringASave() throws {
    var state = try SampleState.inspect(size)
    SampleState.press(&state, .end)
    let first = try #require(saves(press(&state, .character("1"))).first)
    let id = try #require(try visit(state).item?.item.id)
    SampleState.press(&state, .character("2"))
    var disk = try visit(state).visit
    let index = try #require(disk.items.firstIndex { $0.id == id })
    disk.items[index].answer = .yes
    disk.revision += 1
    let answer = SavedVisit(
      opened: OpenedVisit(visit: disk, parts: []), count: first.edits.count, isSigned: false, time: "16:00:01",
      revision: disk.revision, clockStep: nil)
    let next = saves(state.update(.visitSaved(answer)))
    #expect(try visit(state).visit.item(id)?.answer == .mostly)
    #expect(next.map(\.edits) == [[.answer(item: id, .mostly)]])
  }

  @Test func aConflictShowsBothVersionsAndLosesNothing() throws {
    var state = try SampleState.inspect(size)
    SampleState.press(&state, .end)
    SampleState.press(&state, .character("3"))
    let id = try #require(try visit(state).item?.item.id)
    let difference = RecordDifference(path: ["items", id, "answer"], mine: .string("open"), theirs: .string("yes"))
    _ = state.update(
      .visitFailed(
        VisitFailure(
          application: SampleState.ids[0], visit: "v1", phrase: Phrase(zh: "冲突", en: "conflict"),
          conflict: [difference])))
    #expect(state.hasUnsavedSheet)
    #expect(try visit(state).visit.item(id)?.answer == .no)
    let text = (0..<40).map { state.render().text(row: $0) }.joined(separator: "\n")
    #expect(text.contains("items.\(id).answer"))
    #expect(text.contains("本屏：open"))
    // Leaving is not possible while only the screen holds the edit; ^R takes the file's version and keeps the edit.
    SampleState.press(&state, .escape)
    #expect(state.context == .inspect)
    let again = saves(press(&state, .control("r")))
    #expect(again.last?.rereads == true)
    #expect(again.last?.edits == [.answer(item: id, .no)])
  }

  @Test func typedTextIsADraftOfItsOwnVisit() throws {
    var state = try SampleState.inspect(size)
    SampleState.press(&state, .function(7))
    let effects = press(&state, .character("核"))
    #expect(effects.last == .draft(application: SampleState.ids[0], field: "v1/why/G01", text: "核", digest: nil))
    let closed = press(&state, .escape)
    #expect(saves(closed).first?.typed == [InspectState.Typed(field: "why/G01", text: "核")])
    #expect(try visit(state).visit.item("G01")?.note == "核")
  }

  @Test func aTextThatTheRecordRefusesStaysInItsBox() throws {
    var state = try SampleState.inspect(size)
    SampleState.press(&state, .function(6), .function(6), .down, .down, .enter, .control("u"))
    SampleState.type(&state, "下午四点")
    #expect(saves(press(&state, .enter)).isEmpty)
    #expect(try visit(state).editing?.editor.text == "下午四点")
    #expect(state.notice?.level == .error)
  }

  @Test func whoIsNotAtTheVisitOnlyLooks() throws {
    for person in [
      Person(id: "dudao-01", name: "督导", roles: [.supervisor]), Person(id: "hecha-03", name: "旁人", roles: [.inspector]),
    ] {
      var state = try SampleState.inspect(size)
      let opened = OpenedVisit(visit: try visit(state).visit, parts: [])
      state.stack = []
      state.person = person
      state.openVisit(opened, of: try SampleState.application(SampleState.ids[0]))
      #expect(press(&state, .character("1")).isEmpty)
      #expect(state.notice?.level == .warning)
      SampleState.press(&state, .function(7))
      #expect(try visit(state).editing == nil)
    }
  }

  @Test func aMemberWritesOnlyTheOwnPart() throws {
    var state = try SampleState.inspect(size)
    let opened = OpenedVisit(visit: try visit(state).visit, parts: [])
    state.stack = []
    state.person = Person(id: "hecha-02", name: "核查02", roles: [.inspector])
    state.openVisit(opened, of: try SampleState.application(SampleState.ids[0]))
    let effects = press(&state, .character("3"))
    #expect(saves(effects).first?.edits == [.answer(item: "G01", .no)])
    #expect(try visit(state).visit == opened.visit)
    #expect(try visit(state).own?.items.first?.answer == .no)
    SampleState.press(&state, .function(3))
    #expect(try visit(state).editing == nil)
    #expect(state.notice?.level == .warning)
  }
}
