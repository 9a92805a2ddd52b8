import Core
import Testing

@testable import ReviewTUI

/// What is typed goes into a draft, whatever box it is in; what could not be saved stays, is tried again and is told.
@Suite struct KeepTests {
  private let size = Size(columns: 120, rows: 40)
  private let id = SampleState.ids[1]

  private func press(_ state: inout AppState, _ keys: Key...) -> [AppEffect] {
    keys.flatMap { state.update(.input(.key($0))) }
  }

  /// The drafts that the runtime would be told of now, as field and text.
  private func drafts(_ state: inout AppState) -> [String: String] {
    var found: [String: String] = [:]
    for case .draft(_, let field, let text, _) in state.draftEffects().before { found[field] = text }
    return found
  }

  private func ended(_ state: inout AppState) -> [String] {
    state.draftEffects().after.compactMap { if case .endDraft(_, let field) = $0 { field } else { nil } }
  }

  private func failure(_ isRetried: Bool = true) -> AppAction {
    .saveFailed(
      SaveFailure(application: id, phrase: Phrase(zh: "满", en: "full"), conflict: false, isRetried: isRetried))
  }

  private func retries(_ effects: [AppEffect]) -> [Int?] {
    effects.compactMap { if case .retryLater(let seconds) = $0 { .some(seconds) } else { nil } }
  }

  private func saves(_ effects: [AppEffect]) -> Int {
    effects.count { if case .save = $0 { true } else { false } }
  }

  private func saved(_ state: AppState) throws -> AppAction {
    guard case .score(let score)? = (state.stack + state.held).first(where: { $0.key == .sheet(id) }) else {
      throw NoSheet()
    }
    return .saved(
      SavedReview(
        application: id, sheet: Sheet(review: score.asSaved, digest: "d"), generation: score.generation,
        time: "09:00:00"))
  }

  private struct NoSheet: Error {}

  @Test func digitsThatAreNotConfirmedAreADraft() throws {
    var state = try SampleState.score(size)
    _ = press(&state, .down, .character("7"))
    #expect(drafts(&state) == ["C02=": "7"])
    _ = press(&state, .character("."))
    #expect(drafts(&state) == ["C02=": "7."])
    #expect(drafts(&state).isEmpty, "noted once")
    // Given up: the draft goes. Confirmed: the sheet with it is a draft until it is saved.
    _ = press(&state, .escape)
    #expect(ended(&state) == ["C02="])
    _ = press(&state, .character("7"), .enter)
    let sheet = try #require(drafts(&state)["=sheet"])
    #expect(Review(draft: sheet, try SampleState.program().rubric)?.entries[1].score == 70)
    _ = state.update(try saved(state))
    #expect(ended(&state) == ["=sheet"])
  }

  @Test func aFigureHalfTypedAndAVisitThatWaitsAreDrafts() throws {
    var state = try SampleState.inspect(size)
    _ = press(&state, .function(6), .down, .character("2"), .character("3"))
    guard case .inspect(let visit)? = state.stack.last, let metric = visit.metric else { throw NoSheet() }
    #expect(drafts(&state) == ["v1/figure/\(metric.id)": "23"])
    _ = press(&state, .enter)
    let text = try #require(drafts(&state)["v1/=visit"])
    let json = try #require(JSONValue(draft: text))
    #expect(try Inspection(json: json).metric(metric.id)?.verified?.text == "23")
  }

  @Test func aCorrectionIsADraftFromItsFirstKeyUntilItIsSaved() throws {
    var state = try SampleState.verify(size)
    _ = press(&state, .down, .enter, .control("u"))
    SampleState.type(&state, "26418.3")
    let typed = drafts(&state)
    let field = try #require(typed.keys.first)
    #expect(field.hasPrefix("@") && typed[field] == "26418.3")
    _ = press(&state, .enter)
    SampleState.type(&state, "见审计报告")
    #expect(drafts(&state)[field]?.hasSuffix("\n见审计报告") == true)
    _ = press(&state, .enter)
    #expect(drafts(&state).isEmpty && ended(&state).isEmpty, "on its way, and still a draft")
    // A failure that may pass is waited for, and told when leaving.
    let id = try #require(state.currentApplication)
    let effects = state.update(.correctionFailed(application: id, Phrase(zh: "满", en: "full"), isRetried: true))
    #expect(retries(effects) == [5])
    #expect(state.update(.retry).contains { if case .correct = $0 { true } else { false } })
    // One that nobody can wait for is back in its box with every word.
    _ = state.update(.correctionFailed(application: id, Phrase(zh: "不行", en: "no")))
    guard case .verify(let verify)? = state.stack.last else { throw NoSheet() }
    #expect(verify.editing?.editor.text == "见审计报告" && verify.editing?.value != nil && verify.sent == nil)
  }

  @Test func aFailedSaveIsToldAndTriedAgainUntilItSucceeds() throws {
    var state = try SampleState.score(size)
    #expect(saves(press(&state, .character("9"), .enter)) == 1)
    var waited = retries(state.update(failure()))
    for _ in 0..<5 {
      #expect(saves(state.update(.retry)) == 1)
      waited += retries(state.update(failure()))
    }
    #expect(waited == [5, 10, 30, 60, 60, 60])
    // The banner stays whatever is pressed.
    _ = press(&state, .down, .up, .function(1), .escape)
    #expect(state.saveTrouble?.phrase.zh == "满")
    #expect(state.render().text(row: 1).contains("满") && state.render().text(row: 2).contains("^S"))
    #expect(saves(press(&state, .control("s"))) == 1, "on a key, at once")
    let effects = state.update(try saved(state))
    #expect(retries(effects) == [nil], "nothing wakes the loop any more")
    #expect(state.saveTrouble == nil && state.notice?.level == .good)
    #expect(!state.render().text(row: 1).contains("满"))
  }

  @Test func aFailureThatNobodyCanWaitForIsNotTriedByItself() throws {
    var state = try SampleState.score(size)
    _ = press(&state, .character("9"), .enter)
    #expect(retries(state.update(failure(false))).isEmpty)
    #expect(state.saveTrouble?.isRetried == false)
  }

  /// The sheet is left while its save is under way, and then the save fails: nothing of it is gone.
  @Test func aSheetThatWasLeftWhileItWasSavedIsHeld() throws {
    var state = try SampleState.score(size)
    _ = press(&state, .character("9"), .enter)
    state.saving = 1
    _ = press(&state, .escape)
    #expect(state.stack.isEmpty && state.held.count == 1)
    #expect(drafts(&state)["=sheet"] != nil)
    _ = state.update(failure())
    #expect(state.saveTrouble != nil && state.held.count == 1)
    #expect(press(&state, .function(10)).isEmpty)
    #expect(state.overlays == [.unsaved(UnsavedState())])
    _ = press(&state, .escape)
    #expect(saves(state.update(.retry)) == 1)
    // It is shown again instead of being read anew.
    state.browse.table.selected = try #require(
      state.browse.visible.firstIndex { state.library.rows[$0].summary.id == id })
    #expect(!press(&state, .function(4)).contains { if case .open = $0 { true } else { false } })
    guard case .score(let score)? = state.stack.last else { throw NoSheet() }
    #expect(score.review.entries[0].score == 90 && state.held.isEmpty)
    _ = state.update(try saved(state))
    #expect(state.saveTrouble == nil && state.unsavedWork.isEmpty)
  }

  @Test func everythingUnsavedGoesIntoOneFile() throws {
    var state = try FrameTests.failing(size, .zh)
    _ = press(&state, .control("o"))
    guard case .elsewhere(let box)? = state.overlays.last else { throw NoSheet() }
    #expect(box.path.text == "/home/pingshen/reviewtui-pingshen-01-20220901-140322.json")
    guard case .saveElsewhere(_, let work)? = press(&state, .enter).first else { throw NoSheet() }
    #expect(work.count == 2)
    _ = state.update(.wroteElsewhere(box.path.text, Phrase(zh: "已有", en: "there")))
    #expect(state.overlays.count == 1, "the box stays for another name")
    _ = state.update(.wroteElsewhere(box.path.text, nil))
    #expect(state.overlays.isEmpty && state.saveTrouble != nil)
  }

  /// Everything of an earlier run comes back to where it was typed, one after the other.
  @Test func recordsAndDigitsComeBack() throws {
    var state = try SampleState.score(size)
    let program = try SampleState.program()
    guard case .score(let score)? = state.stack.last else { throw NoSheet() }
    var draft = score.review
    draft.entries[6].score = 75
    let text = String(decoding: JSONWriter.compact(draft.json), as: UTF8.self)
    func recoverable(_ field: String, _ text: String) -> RecoverableText {
      RecoverableText(id: "d", application: id, field: field, text: text, at: "2022-09-01T09:00:00+08:00", saved: "")
    }
    _ = state.update(.draftsFound([recoverable("=sheet", text), recoverable("C08=", "4.")]))
    let opened = OpenedApplications(
      purpose: .recover(recoverable("=sheet", text)), applications: [score.application], sheet: score.sheet)
    let asked = press(&state, .enter)
    #expect(asked.contains { if case .open = $0 { true } else { false } })
    let restored = state.update(.opened(opened))
    #expect(saves(restored) == 1)
    #expect(restored.contains(.discardDraft("d", field: "=sheet")))
    // The next one is offered, and goes onto the sheet that is not saved yet.
    #expect(state.overlays.count == 1)
    #expect(press(&state, .enter).contains(.discardDraft("d", field: "C08=")))
    guard case .score(let now)? = state.stack.last else { throw NoSheet() }
    #expect(now.review.entries[6].score == 75 && now.digits == "4." && now.cursor.selected == 7)
    #expect(Review(draft: text, program.rubric) != nil)
  }

  @Test func aLockedSheetTakesNothingAndTheDraftStays() throws {
    var state = try SampleState.score(size)
    guard case .score(var score)? = state.stack.last else { throw NoSheet() }
    score.sheet.review.state = .submitted
    let text = RecoverableText(
      id: "d", application: id, field: "C08=", text: "4.", at: "2022-09-01T09:00:00+08:00", saved: "")
    let effects = state.update(
      .opened(OpenedApplications(purpose: .recover(text), applications: [score.application], sheet: score.sheet)))
    #expect(effects.isEmpty)
    #expect(state.notice?.level == .warning)
  }
}
