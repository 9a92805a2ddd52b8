import Core
import Testing

@testable import ReviewTUI

/// Undo on the screens: over sessions, over texts, and never on a locked sheet.
@Suite struct UndoTests {
  private let size = Size(columns: 120, rows: 40)

  private func open(_ undo: OpenedUndo, _ change: (inout Review) -> Void = { _ in }) throws -> AppState {
    var state = try SampleState.browse(size)
    var review = Review(
      application: SampleState.ids[1], reviewer: "pingshen-01", rubric: try SampleState.program().rubric)
    change(&review)
    _ = state.update(
      .opened(
        OpenedApplications(
          purpose: .score, applications: [try SampleState.application(SampleState.ids[1])],
          sheet: Sheet(review: review, digest: "d"), undo: undo)))
    return state
  }

  private func sheet(_ state: AppState) throws -> ScoreState {
    guard case .score(let score)? = state.stack.last else { throw NoSheet() }
    return score
  }

  private struct NoSheet: Error {}

  private var kept: OpenedUndo {
    var undo = OpenedUndo()
    undo.sheet.stacks.add(
      ReviewStep(forth: [.score(criterion: "C07", tenths: 70)], back: [.score(criterion: "C07", tenths: 65)]))
    return undo
  }

  @Test func stepsOfAnEarlierSessionAreTakenBackAndSaidByName() throws {
    var state = try open(kept) { $0.entries[6].score = 70 }
    let effects = state.update(.input(.key(.function(8))))
    #expect(state.notice?.phrase.zh == "已撤销：C07 7.0→6.5")
    guard case .save(_, let review, _, _)? = effects.last else {
      Issue.record("nothing is saved")
      return
    }
    #expect(review.entries[6].score == 65)
    _ = state.update(
      .saved(
        SavedReview(
          application: SampleState.ids[1], sheet: Sheet(review: review, digest: "e"), generation: 1, time: "09:00:00")))
    #expect(state.notice?.phrase.zh == "已撤销：C07 7.0→6.5 · 已保存 09:00:00 r0")
    SampleState.press(&state, .control("r"))
    #expect(state.notice?.phrase.zh == "已重做：C07 6.5→7.0")
    #expect(try sheet(state).review.entries[6].score == 70)
  }

  @Test func saysThatTheStepsBelongToAnotherVersion() throws {
    var undo = OpenedUndo()
    undo.isForeign = true
    var state = try open(undo)
    #expect(state.update(.input(.key(.function(8)))).isEmpty)
    #expect(state.notice?.phrase == UndoWords.otherFile)
  }

  @Test func aSubmittedSheetIsNotTakenBack() throws {
    var state = try open(kept) {
      $0.entries[6].score = 70
      $0.state = .submitted
    }
    #expect(state.update(.input(.key(.function(8)))).isEmpty)
    #expect(state.notice?.phrase == .sheetLocked)
  }

  /// A box that is opened again has the steps of its text, in this session and from another one.
  @Test func aBoxThatIsOpenedAgainHasItsSteps() throws {
    var state = try open(OpenedUndo())
    SampleState.press(&state, .function(7))
    SampleState.type(&state, "一句")
    SampleState.press(&state, .left, .right)
    SampleState.type(&state, "二句")
    SampleState.press(&state, .escape, .function(7), .control("z"))
    #expect(try sheet(state).editing?.editor.text == "一句")
    SampleState.press(&state, .control("y"), .escape)
    var later = OpenedUndo()
    later.sheet.texts = try sheet(state).texts
    var again = try open(later) { $0.entries[0].comment = "一句二句" }
    SampleState.press(&again, .function(7), .control("z"))
    #expect(try sheet(again).editing?.editor.text == "一句")
    var changed = try open(later) { $0.entries[0].comment = "别的" }
    SampleState.press(&changed, .function(7), .control("z"))
    #expect(try sheet(changed).editing?.editor.text == "别的")
  }

  @Test func aVisitIsTakenBackAndMadeAgain() throws {
    var state = try SampleState.inspect(size)
    func answer() -> Inspection.Answer? {
      guard case .inspect(let visit)? = state.stack.last, let item = visit.item else { return nil }
      return visit.answer(item.item.id)?.answer
    }
    let before = answer() ?? .open
    let other: Character = before == .no ? "1" : "3"
    SampleState.press(&state, .character(other))
    let after = answer()
    #expect(after != before)
    SampleState.press(&state, .function(8))
    #expect((answer() ?? .open) == before)
    #expect(state.notice?.phrase.zh.hasPrefix("已撤销：G01 ") == true)
    SampleState.press(&state, .control("r"))
    #expect(answer() == after)
    #expect(state.notice?.phrase.zh.hasPrefix("已重做：G01 ") == true)
  }
}
