import Core

/// How work in another editor ended.
struct OutsideEnd: Equatable, Sendable {
  let text: OutsideText
  let outcome: OutsideEditor.Outcome
}

extension AppState {
  /// Hands the text of the open box to another editor; opens the box of the line under the cursor first.
  mutating func startOutside() -> [AppEffect] {
    var effects: [AppEffect] = []
    if context == .score || context == .inspect { effects = perform(.comment) }
    switch stack.last {
    case .score(let state)?:
      guard let editing = state.editing else { break }
      return effects + [
        .handOut(application: state.application.id, field: editing.field, text: editing.editor.text)
      ]
    case .inspect(let state)?:
      guard let editing = state.editing, InspectWords.hasManyLines(editing.field) else { break }
      return effects + [
        .handOut(
          application: state.application.id, field: "\(state.visit.id)/\(editing.field)", text: editing.editor.text)
      ]
    default: break
    }
    if notice == nil { notice = Notice(.info, OutsideWords.noBox) }
    return effects
  }

  /// The file is there: now the editor may have the terminal, if its box is still open.
  mutating func handedOut(_ text: OutsideText) -> [AppEffect] {
    guard isOpenBox(text) else { return [.takeIn(text.id, keepsText: false)] }
    return [.runOutside(text)]
  }

  /// Takes what the editor left, as one step that can be taken back, or says why the text is as it was.
  mutating func outsideEnded(_ end: OutsideEnd) -> [AppEffect] {
    let text = end.text
    guard case .text(let new) = end.outcome else {
      notice = Notice(.error, OutsideWords.kept(end.outcome))
      // Of an editor that was killed the next start offers what it had saved.
      if case .killed = end.outcome { return [] }
      return [.takeIn(text.id, keepsText: true)]
    }
    guard isOpenBox(text) else { return [] }
    switch stack.last {
    case .score(var state)?:
      guard state.editing?.editor.replaceAll(with: new) == true, let editing = state.editing else { break }
      stack[stack.count - 1] = .score(state)
      notice = Notice(.good, OutsideWords.taken)
      return draft(state, editing) + [.takeIn(text.id, keepsText: false)]
    case .inspect(var state)?:
      guard state.editing?.editor.replaceAll(with: new) == true, let editing = state.editing else { break }
      stack[stack.count - 1] = .inspect(state)
      notice = Notice(.good, OutsideWords.taken)
      return visitDraft(state, editing) + [.takeIn(text.id, keepsText: false)]
    default: break
    }
    notice = Notice(.info, OutsideWords.same)
    return [.takeIn(text.id, keepsText: false)]
  }

  private func isOpenBox(_ text: OutsideText) -> Bool {
    switch stack.last {
    case .score(let state)?:
      state.editing?.field == text.field && text.subject.record.folders.last == state.application.id
    case .inspect(let state)?:
      state.editing.map { "\(state.visit.id)/\($0.field)" } == text.field
        && text.subject.record.folders.last == state.application.id
    default: false
    }
  }
}
