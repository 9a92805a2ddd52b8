import Core

extension AppState {
  /// Takes back the last step of the visit, or makes it again; either is an edit that is saved like any other.
  mutating func takeBack(_ state: inout InspectState, again: Bool) -> [AppEffect] {
    guard mayWrite(state) else { return [] }
    let (steps, count) = (state.steps, state.pending.count)
    guard let step = state.takeStep(again: again) else {
      notice = Notice(
        .info, again ? .nothingToRedo : state.hasForeignSteps ? UndoWords.otherFile : .nothingToUndo)
      return []
    }
    let new = again ? step.forth : step.back
    let effects = edit(&state, new, undoing: true)
    if state.pending.count == count {
      state.keep(steps)
    } else if notice?.level != .error {
      say(again ? InspectWords.redone(new) : InspectWords.undone(new))
    }
    return effects
  }
}
