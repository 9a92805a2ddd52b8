import Testing

@testable import Core
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
    #expect(state.unsavedWork.contains { if case .visit = $0 { true } else { false } })
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
    #expect(
      effects == [.draft(application: SampleState.ids[0], field: "v1/why/G01", text: "核", digest: nil)])
    let closed = press(&state, .escape)
    #expect(saves(closed).first?.typed == [InspectState.Typed(field: "why/G01", text: "核")])
    #expect(try visit(state).visit.item("G01")?.note == "核")
  }

  @Test func aTextThatTheRecordRefusesStaysInItsBox() throws {
    var state = try SampleState.inspect(size)
    for _ in 0..<4 { SampleState.press(&state, .function(6)) }
    SampleState.press(&state, .down, .down, .enter, .control("u"))
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

/// Dialogs of fields, two inspectors, lists of visits.
@Suite struct VisitFormTests {
  private let size = Size(columns: 120, rows: 40)

  private func visit(_ state: AppState) throws -> InspectState {
    guard case .inspect(let visit)? = state.stack.last else { throw Missing() }
    return visit
  }
  private func form(_ state: AppState) -> FormState? {
    if case .form(let form)? = state.overlays.last { return form }
    return nil
  }
  private struct Missing: Error {}

  private func press(_ state: inout AppState, _ key: Key) -> [AppEffect] { state.update(.input(.key(key))) }

  /// Everything typed is a draft at once, one Esc loses nothing, and what was given up is told apart from what was kept.
  @Test func nothingTypedIntoAFormIsLost() throws {
    var state = try SampleState.inspect(size)
    SampleState.press(&state, .function(3))
    let effects = press(&state, .character("缺"))
    guard case .draft(_, "v1/form/problem-G01", let text, _)? = effects.first else {
      Issue.record("no draft: \(effects)")
      return
    }
    #expect(text.hasPrefix("text=缺\nlevel=general\ndue=2022-09-23"))
    #expect(press(&state, .escape).isEmpty)
    #expect(form(state)?.value("text") == "缺")
    // Another key takes the question back.
    SampleState.press(&state, .character("牌"))
    #expect(press(&state, .escape).isEmpty)
    #expect(form(state) != nil)
    let gone = press(&state, .escape)
    #expect(gone == [.endDraft(application: SampleState.ids[0], field: "v1/form/problem-G01")])
    #expect(form(state) == nil)
    #expect(try visit(state).visit.problems.isEmpty)
  }

  @Test func aDraftOfAFormComesBack() throws {
    var state = try SampleState.inspect(size)
    let visit = try visit(state)
    let text = RecoverableText(
      id: "d1", application: SampleState.ids[0], field: "v1/form/evidence-G07",
      text: "file=/a b.jpg\nkind=audio\nnote=一=二",
      at: "2022-09-08T14:03:22+08:00", saved: "")
    let effects = state.update(
      .opened(
        OpenedApplications(
          purpose: .recover(text), applications: [visit.application], sheet: nil,
          visit: OpenedVisit(visit: visit.visit, parts: visit.parts))))
    #expect(form(state)?.value("file") == "/a b.jpg")
    #expect(form(state)?.value("kind") == "audio")
    #expect(form(state)?.value("note") == "一=二")
    #expect(effects.contains(.discardDraft("d1", field: text.field)))
  }

  /// A form stays until what it asked for is durable, and says why it was not taken.
  @Test func evidenceStaysInItsFormUntilItIsTaken() throws {
    var state = try SampleState.inspect(size)
    SampleState.press(&state, .function(4))
    #expect(press(&state, .function(9)).isEmpty)
    #expect(form(state)?.trouble != nil)
    SampleState.type(&state, "/media/a.jpg")
    let effects = press(&state, .function(9))
    guard case .takeEvidence(_, "v1", let request)? = effects.first else {
      Issue.record("nothing was asked for: \(effects)")
      return
    }
    #expect(request.items == ["G01"])
    #expect(request.takenAt == "2022-09-08T16:00:00+08:00")
    // What is under way is not changed by keys.
    SampleState.press(&state, .escape, .escape, .character("x"))
    #expect(form(state)?.isSending == true)
    _ = state.update(.formFailed(Phrase(zh: "没有这个文件", en: "no such file")))
    #expect(form(state)?.value("file") == "/media/a.jpg")
    #expect(form(state)?.trouble?.zh == "没有这个文件")
    _ = press(&state, .function(9))
    let evidence = Inspection.Evidence(
      id: "e01", kind: "photo", shows: nil, file: "attachments/a/b.jpg", sha256: "", bytes: 1, takenAt: nil,
      takenBy: nil,
      place: nil, items: ["G01"], note: "")
    let taken = state.update(
      .evidenceTaken(application: SampleState.ids[0], visit: "v1", .evidence(evidence), metrics: ["m02"]))
    #expect(form(state) == nil)
    #expect(taken.contains(.endDraft(application: SampleState.ids[0], field: "v1/form/evidence-G01")))
    #expect(try visit(state).visit.metric("m02")?.evidence == ["e01"])
  }

  @Test func aTimeThatIsNoneStaysInItsForm() throws {
    var state = try SampleState.inspect(size)
    for _ in 0..<4 { SampleState.press(&state, .function(6)) }
    for _ in 0..<10 { SampleState.press(&state, .down) }
    SampleState.press(&state, .enter)
    SampleState.type(&state, "王某")
    SampleState.press(&state, .down, .down, .down, .control("u"))
    SampleState.type(&state, "昨天")
    SampleState.press(&state, .function(9))
    #expect(form(state)?.trouble != nil)
    SampleState.press(&state, .control("u"))
    SampleState.type(&state, "9-7 15:30")
    SampleState.press(&state, .function(9))
    #expect(try visit(state).visit.companySigner?.at == "2022-09-07T15:30:00+08:00")
    #expect(try visit(state).visit.companySigner?.name == "王某")
  }

  @Test func theLeadSettlesAndUndoNamesIt() throws {
    var state = try SampleState.inspect(size)
    SampleState.press(&state, .down, .down, .down)
    #expect(try visit(state).openDifferences.map(\.item) == ["G04"])
    SampleState.press(&state, .character(" "))
    #expect(try visit(state).visit.item("G04")?.settled == ["hecha-02=mostly"])
    // Without a word why it is not settled yet.
    #expect(try visit(state).openDifferences.count == 1)
    SampleState.press(&state, .function(7))
    SampleState.type(&state, "已开机复看")
    SampleState.press(&state, .escape)
    #expect(try visit(state).openDifferences.isEmpty)
    SampleState.press(&state, .function(8))
    #expect(state.notice?.phrase.zh == "已撤销：G04 说明，恢复为“空”")
    SampleState.press(&state, .function(8))
    #expect(state.notice?.phrase.zh == "已撤销：G04 商定")
    #expect(try visit(state).visit.item("G04")?.settled == [])
    SampleState.press(&state, .up, .character(" "))
    #expect(state.notice?.phrase.zh == InspectWords.noDifferenceHere.zh)
  }

  /// What the member writes meanwhile comes to the lead's screen, and what waits there stays on top of it.
  @Test func takesInWhatTheOthersWrite() throws {
    var state = try SampleState.inspect(size)
    let before = try visit(state)
    #expect(
      press(&state, .function(6)).contains(.refreshVisit(application: SampleState.ids[0], visit: "v1")))
    var part = try #require(before.parts.first)
    part.items = [Inspection.Item(id: "G05", answer: .no, note: "不足一年", by: "hecha-02", at: nil)]
    _ = state.update(.visitChanged(OpenedVisit(visit: before.visit, parts: [part])))
    #expect(try visit(state).openDifferences.map(\.item) == ["G05"])
    #expect(state.notice?.phrase.zh == InspectWords.othersWrote.zh)
    // While a save is on its way its answer brings everything.
    SampleState.press(&state, .function(6), .function(6), .function(6), .function(6), .character("2"))
    #expect(try visit(state).sent != nil)
    _ = state.update(.visitChanged(OpenedVisit(visit: before.visit, parts: [])))
    #expect(try visit(state).parts.count == 1)
    #expect(try visit(state).visit.item("G01")?.answer == .mostly)
  }

  @Test func onlyASupervisorPlansAndReChecks() throws {
    var state = try SampleState.browse(size)
    state.person = Person(id: "hecha-01", name: "核查01", roles: [.inspector])
    #expect(press(&state, .control("t")).isEmpty)
    #expect(state.notice?.phrase.zh == VisitFormWords.onlySupervisors.zh)
    #expect(press(&state, .control("k")) == [.listVisits(application: nil)])
    state = try SampleState.signedVisit(size)
    state.person = Person(id: "dudao-01", name: "督导01", roles: [.supervisor])
    SampleState.press(&state, .function(6), .function(6), .function(6), .enter)
    SampleState.type(&state, "9-20")
    SampleState.press(&state, .down, .down, .right)
    let effects = press(&state, .function(9))
    #expect(
      effects == [
        .saveVisitPart(
          application: "2022-yanzhou-001", visit: "v1",
          [
            .fixed(problem: "p01", on: "2022-09-20", result: ""), .recheck(problem: "p01", true, on: "2022-09-22"),
          ])
      ])
    // A stranger to the visit does neither.
    state = try SampleState.signedVisit(size)
    state.person = Person(id: "hecha-09", name: "旁人", roles: [.inspector])
    guard case .inspect(let shown)? = state.stack.last else { return }
    state.stack = []
    state.openVisit(OpenedVisit(visit: shown.visit, parts: []), of: shown.application)
    SampleState.press(&state, .function(6), .function(6), .function(6), .enter)
    #expect(form(state) == nil)
    #expect(state.notice?.level == .warning)
  }

  @Test func opensAVisitFromTheList() throws {
    var state = try SampleState.agenda(size)
    #expect(press(&state, .enter) == [.open(["2022-yanzhou-001"], .visit("v1"))])
    state = try SampleState.agenda(size)
    let row = state.body.row + 3
    #expect(state.update(.input(.mouse(Mouse(kind: .press, position: Position(row: row, column: 9))))).isEmpty)
    #expect(state.currentApplication == "2022-zoucheng-001")
  }
}
