import Core

/// What was kept of earlier work on what is being opened.
struct OpenedUndo: Equatable, Sendable {
  var sheet = UndoHistory<ReviewStep>()
  var visit = UndoHistory<InspectionStep>()
  /// Whether steps were kept that belong to another version of the file, and so are not offered.
  var isForeign = false
}

extension ScoreState {
  /// Puts the file's version in the place of the screen's, as one step that can be taken back.
  mutating func takeOver(_ theirs: Sheet) {
    let back = ReviewEdit.edits(from: theirs.review, to: review)
    if !back.isEmpty { steps.add(ReviewStep(forth: ReviewEdit.edits(from: review, to: theirs.review), back: back)) }
    sheet = theirs
  }

  /// A box for a text of the sheet, with its steps of earlier sessions when it is still the same.
  func editor(of text: String, _ field: String) -> TextEditor {
    TextEditor(text: text, trail: texts[field]?.trail(of: text) ?? TextTrail())
  }
}

extension AppState {
  /// Takes back the last step of the sheet, or makes it again; either is an edit that is saved like any other.
  mutating func takeBack(_ state: inout ScoreState, again: Bool) -> [AppEffect] {
    guard let step = again ? state.steps.makeAgain() : state.steps.takeBack() else {
      notice = Notice(
        .info, again ? .nothingToRedo : state.hasForeignSteps ? UndoWords.otherFile : .nothingToUndo)
      return []
    }
    let before = state.review
    state.sheet.review.put(again ? step.forth : step.back)
    state.generation += 1
    say(UndoWords.said(before, again ? step.forth : step.back, again: again))
    return autosave(state)
  }

  /// Says what was taken back or made again.
  mutating func say(_ phrase: Phrase) {
    takenBack = phrase
    notice = Notice(.info, phrase)
  }

  /// The news of a save, behind what was taken back while that is still on the status line.
  func savedNotice(_ phrase: Phrase) -> Notice {
    guard let takenBack, let notice, notice.phrase.zh.hasPrefix(takenBack.zh) else { return Notice(.good, phrase) }
    return Notice(.good, UndoWords.both(takenBack, phrase))
  }
}
