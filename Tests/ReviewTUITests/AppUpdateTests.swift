import Core
import Testing

@testable import ReviewTUI

@Suite struct AppUpdateTests {
  private let size = Size(columns: 120, rows: 40)

  private func press(_ state: inout AppState, _ keys: Key...) -> [AppEffect] {
    keys.flatMap { state.update(.input(.key($0))) }
  }

  private func scoreState(_ state: AppState) -> ScoreState? {
    if case .score(let score)? = state.stack.last { return score }
    return nil
  }

  @Test func digitsAndEnterGiveAScoreAndGoOn() throws {
    var state = try SampleState.score(size)
    let effects = press(&state, .character("8"), .character("."), .character("5"), .enter)
    let score = try #require(scoreState(state))
    #expect(score.review.entries[0].score == 85)
    #expect(score.cursor.selected == 1)
    #expect(score.digits == nil)
    guard case .save(_, let review, _, _)? = effects.last else {
      Issue.record("no save: \(effects)")
      return
    }
    #expect(review.entries[0].score == 85)
  }

  @Test(arguments: ["10.5", "8.3", "99", "1.55", "."])
  func aWrongScoreStaysInItsBox(_ typed: String) throws {
    var state = try SampleState.score(size)
    SampleState.type(&state, typed)
    let effects = press(&state, .enter)
    let score = try #require(scoreState(state))
    #expect(effects.isEmpty)
    #expect(score.digits == typed)
    #expect(score.cursor.selected == 0)
    #expect(state.notice?.level == .error)
  }

  @Test func fullWidthDigitsCount() throws {
    var state = try SampleState.score(size)
    SampleState.type(&state, "９。５")
    _ = press(&state, .enter)
    #expect(scoreState(state)?.review.entries[0].score == 95)
  }

  @Test func undoAndRedoSaveAgain() throws {
    var state = try SampleState.score(size)
    let before = try #require(scoreState(state)).review.entries[0].score
    _ = press(&state, .character("9"), .enter)
    #expect(scoreState(state)?.review.entries[0].score == 90)
    #expect(press(&state, .function(8)).count == 1)
    #expect(scoreState(state)?.review.entries[0].score == before)
    #expect(press(&state, .control("r")).count == 1)
    #expect(scoreState(state)?.review.entries[0].score == 90)
  }

  @Test func everyTypedCharacterOfACommentGoesToTheDraft() throws {
    var state = try SampleState.score(size)
    _ = press(&state, .function(7))
    var drafts: [String] = []
    for character in "口径清楚" {
      for case .draft(_, let field, let text, _) in press(&state, .character(character)) {
        #expect(field == "C01")
        drafts.append(text)
      }
    }
    #expect(drafts == ["口", "口径", "口径清", "口径清楚"])
    let effects = press(&state, .escape)
    guard case .save(_, let review, _, _)? = effects.first else {
      Issue.record("closing the box saves nothing")
      return
    }
    #expect(review.entries[0].comment == "口径清楚")
  }

  @Test func aSaveThatComesBackLateKeepsWhatWasTypedSince() throws {
    var state = try SampleState.score(size)
    _ = press(&state, .character("9"), .enter)
    let first = try #require(scoreState(state))
    _ = press(&state, .character("7"), .enter)
    var saved = first.review
    saved.revision = 5
    _ = state.update(
      .saved(
        SavedReview(
          application: first.application.id, sheet: Sheet(review: saved, digest: "d5"), generation: first.generation,
          time: "09:00:00")))
    let now = try #require(scoreState(state))
    #expect(now.review.entries[0].score == 90)
    #expect(now.review.entries[1].score == 70)
    #expect(now.review.revision == 5)
    #expect(now.sheet.digest == "d5")
  }

  /// After a failed save only the screen holds the edits: neither Esc nor quitting may drop them unasked.
  @Test func aSheetWhoseSaveFailedIsNotLeft() throws {
    var state = try SampleState.score(size)
    _ = press(&state, .character("9"), .enter)
    let failure = SaveFailure(application: SampleState.ids[1], phrase: Phrase(zh: "满", en: "full"), conflict: false)
    _ = state.update(.saveFailed(failure))
    let effects = press(&state, .escape)
    #expect(scoreState(state)?.review.entries[0].score == 90)
    #expect(effects.contains { if case .save = $0 { true } else { false } })
    #expect(press(&state, .function(10)).isEmpty)
    #expect(state.overlays == [.unsaved(UnsavedState())])
  }

  /// Keys typed at the screen that is being opened never answer the question that comes instead of it.
  @Test func keysTypedAheadDeclareNothing() throws {
    var state = try SampleState.browse(size)
    let opening = press(&state, .enter)
    #expect(opening.contains { if case .open = $0 { true } else { false } })
    #expect(press(&state, .enter, .character("1"), .enter).isEmpty)
    let request = DeclarationRequest(
      application: SampleState.ids[0], company: "甲", project: "乙", partners: [], hints: [], ids: [SampleState.ids[0]],
      purpose: .read)
    #expect(state.update(.declarationNeeded(request)).isEmpty)
    #expect(state.overlays == [.declaration(DeclarationState(request))])
    // Asked for by a key that is pressed after it is on the screen.
    #expect(press(&state, .enter) == [.declare(application: SampleState.ids[0], nil, then: request.ids, .read)])
  }

  /// A save on top of another version does not take back what was typed while it was under way.
  @Test func aRebasedSaveKeepsWhatWasTypedMeanwhile() throws {
    var state = try SampleState.score(size)
    let id = SampleState.ids[1]
    let given = try #require(scoreState(state)).review
    _ = press(&state, .character("9"), .enter)
    var merged = given
    merged.entries[1].score = 50
    merged.opinion = "另一窗口写的意见"
    merged.revision = 9
    _ = state.update(
      .saved(
        SavedReview(
          application: id, sheet: Sheet(review: merged, digest: "d9"), generation: 0, given: given, time: "09:30:00")))
    let now = try #require(scoreState(state))
    #expect(now.review.entries[0].score == 90, "typed meanwhile")
    #expect(now.review.entries[1].score == 50 && now.review.opinion == "另一窗口写的意见", "of the other window")
    #expect(now.review.revision == 9 && now.isUnsaved)
  }

  @Test func theMouseTakesNoTextBoxAway() throws {
    var state = try SampleState.score(size)
    _ = press(&state, .function(7), .character("好"))
    let before = try #require(scoreState(state))
    for row in [0, 3, 39] {
      for kind: Mouse.Kind in [.press, .wheelDown, .doublePress] {
        _ = state.update(.input(.mouse(Mouse(kind: kind, position: Position(row: row, column: 110)))))
      }
    }
    #expect(scoreState(state) == before)
  }

  @Test func aSubmittedSheetRefusesEveryEdit() throws {
    var state = try SampleState.score(size)
    var score = try #require(scoreState(state))
    score.sheet.review.state = .submitted
    state.stack = [.score(score)]
    for keys: [Key] in [
      [.character("9"), .enter], [.character("+")], [.delete], [.function(7)], [.function(8)], [.function(9)],
    ] {
      for key in keys {
        #expect(!press(&state, key).contains { if case .save = $0 { true } else { false } }, "\(key)")
      }
      #expect(scoreState(state)?.review == score.review, "\(keys)")
      #expect(scoreState(state)?.editing == nil)
    }
  }

  @Test func submitAsksFirstAndTheSafeAnswerIsChosen() throws {
    var state = try SampleState.score(size)
    var score = try #require(scoreState(state))
    for index in score.sheet.review.entries.indices { score.sheet.review.entries[index].score = 45 }
    score.sheet.review.entries[11].score = 40
    for index in [0, 3, 4, 8, 9, 10] { score.sheet.review.entries[index].score = 75 }
    for index in [1, 2, 6] { score.sheet.review.entries[index].score = 60 }
    score.sheet.review.opinion = "项目贴合场景，前后对比数据完整，推广条件写得清楚。"
    score.sheet.review.recommendation = .yes
    state.stack = [.score(score)]
    #expect(press(&state, .function(9), .enter).isEmpty)
    #expect(state.overlays.isEmpty)
    let effects = press(&state, .function(9), .right, .enter)
    guard case .submit? = effects.first else {
      Issue.record("not submitted: \(effects)")
      return
    }
  }

  /// Keys that follow at once are meant for the screen that opens, however long the disk takes.
  @Test func keysTypedWhileAScreenOpensReachThatScreen() throws {
    var state = try SampleState.browse(size)
    let before = state.browse
    #expect(press(&state, .function(4)).count == 1)
    #expect(press(&state, .function(7), .character("好"), .character("q")).isEmpty)
    #expect(state.browse == before)
    let application = try SampleState.application(SampleState.ids[0])
    let review = Review(application: application.id, reviewer: "pingshen-01", rubric: try SampleState.program().rubric)
    let effects = state.update(
      .opened(
        OpenedApplications(purpose: .score, applications: [application], sheet: Sheet(review: review, digest: nil))))
    #expect(scoreState(state)?.editing?.editor.text == "好q")
    #expect(effects.count == 2)
    #expect(!state.isOpening)
  }

  @Test func withoutAPersonNothingIsScored() throws {
    var state = try SampleState.browse(size)
    state.person = nil
    #expect(press(&state, .function(4)).isEmpty)
    #expect(state.notice == Notice(.warning, .scoringNeedsPerson))
  }

  @Test func escapeUndoesTheFilterBeforeItOffersToLeave() throws {
    var state = try SampleState.browse(size)
    _ = press(&state, .function(3))
    SampleState.type(&state, "铸造")
    _ = press(&state, .enter)
    _ = press(&state, .escape)
    #expect(state.browse.filter.text.isEmpty)
    #expect(state.overlays.isEmpty)
    _ = press(&state, .escape)
    #expect(state.overlays == [.confirm(ConfirmState(.quit))])
    #expect(press(&state, .enter).isEmpty)
    #expect(press(&state, .escape, .right, .enter) == [.quit])
  }

  @Test func leavingAsksOnlyWhileSomethingCouldBeLost() throws {
    var state = try SampleState.browse(size)
    #expect(press(&state, .function(10)) == [.quit])
    state.saving = 1
    #expect(press(&state, .function(10)).isEmpty)
    #expect(state.overlays == [.confirm(ConfirmState(.quit))])
  }

  @Test func escapeAndAKeyInOneBreathAreBoth() throws {
    var state = try SampleState.browse(size)
    _ = press(&state, .function(3))
    SampleState.type(&state, "铸造")
    _ = press(&state, .alt("/"))
    #expect(state.browse.filter.text.isEmpty)
    #expect(state.browse.isFiltering)
  }

  @Test func aHanCharacterInCommandModeIsExplained() throws {
    var state = try SampleState.browse(size)
    #expect(press(&state, .character("中")).isEmpty)
    #expect(state.notice == Notice(.warning, .imeIsOn))
  }

  @Test func marksKeepTheirOrderAndTooManyAreRefused() throws {
    var state = try SampleState.browse(size)
    for _ in 0..<3 { _ = press(&state, .character(" ")) }
    #expect(press(&state, .function(5)) == [.open(Array(SampleState.ids.prefix(3)), .compare)])
    state.isOpening = false
    for _ in 0..<4 { _ = press(&state, .character(" ")) }
    #expect(press(&state, .function(5)).isEmpty)
    #expect(state.notice?.level == .warning)
  }

  @Test func readingPlaceIsRemembered() throws {
    var state = try SampleState.read(size)
    _ = press(&state, .pageDown, .pageDown, .escape)
    let place = try #require(state.readingPlaces[SampleState.ids[1]])
    #expect(place > 0)
    _ = state.update(
      .opened(
        OpenedApplications(
          purpose: .read, applications: [try SampleState.application(SampleState.ids[1])], sheet: nil)))
    guard case .read(let read)? = state.stack.last else {
      Issue.record("not reading")
      return
    }
    #expect(read.top == place)
  }

  @Test func pastedTextIsNeverACommand() throws {
    var state = try SampleState.score(size)
    #expect(state.update(.input(.paste("9\n9\nq"))).isEmpty)
    #expect(scoreState(state)?.review.entries[0].score == 60)
    _ = press(&state, .function(7))
    _ = state.update(.input(.paste("第一行\r\n第二行\u{1b}[31m")))
    #expect(scoreState(state)?.editing?.editor.text == "第一行\n第二行[31m")
  }
}

@Suite struct KeymapTests {
  @Test(arguments: KeyContext.allCases) func noKeyMeansTwoThings(_ context: KeyContext) {
    for table in [Keymap.own(context), Keymap.everywhere] {
      var seen: [Key: Command] = [:]
      for binding in table {
        for key in binding.keys {
          #expect(seen[key] == nil, "\(context): \(key) is \(String(describing: seen[key])) and \(binding.command)")
          seen[key] = binding.command
        }
      }
    }
  }

  /// An input method may swallow letters: every act of a screen has a key that is no letter.
  @Test(arguments: KeyContext.allCases) func coreActsNeedNoLetter(_ context: KeyContext) {
    let convenient: Set<Command> = [.read, .findPrevious, .previousApplication, .sortReverse]
    for binding in Keymap.own(context) where !convenient.contains(binding.command) {
      let hasPlainKey = binding.keys.contains { key in
        if case .character(let character) = key { return !character.isLetter }
        if case .alt = key { return false }
        return true
      }
      #expect(hasPlainKey, "\(context): \(binding.command)")
    }
  }

  @Test func commandsHaveNamesInBothLanguages() {
    for command in Command.allCases {
      #expect(!Phrase.title(of: command).zh.isEmpty && !Phrase.title(of: command).en.isEmpty)
    }
  }
}
