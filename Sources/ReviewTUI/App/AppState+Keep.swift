import Core

/// Nothing that was typed is only on the screen, and nothing that failed to be saved is forgotten.
extension AppState {
  /// The last step of every update: a failure that is over goes from the screen, and texts of an earlier run that still
  /// wait are offered.
  mutating func keep(_ effects: [AppEffect]) -> [AppEffect] {
    var effects = effects
    for case .teachNames(let lessons) in effects { teaching = lessons }
    if saveTrouble != nil, saving == 0, !unsavedWork.contains(where: \.isRecord) {
      saveTrouble = nil
      effects.append(.retryLater(seconds: nil))
    }
    if let texts = waitingTexts, overlays.isEmpty, !isOpening, stack.last?.isTyping != true {
      waitingTexts = nil
      let left = stillWaiting(texts)
      effects += pendingEffects
      pendingEffects = []
      if !left.isEmpty { overlays.append(.recovery(RecoveryState(texts: left))) }
    }
    return effects
  }

  /// What was typed or changed since the last look and no file holds, to be noted before anything else is done; and what
  /// needs no draft any more, to be forgotten after it. Text boxes speak for themselves.
  mutating func draftEffects() -> (before: [AppEffect], after: [AppEffect]) {
    var now: [DraftNote] = []
    for screen in held + stack {
      for work in screen.unsaved(correctionText) {
        if let note = note(work, of: screen) { now.append(note) }
      }
    }
    guard now != noted else { return ([], []) }
    let drafts = now.filter { !noted.contains($0) }.map { note in
      AppEffect.draft(application: note.application, field: note.field.name, text: note.text(), digest: nil)
    }
    let ended = noted.filter { old in !now.contains { $0.application == old.application && $0.field == old.field } }
    noted = now
    return (drafts, ended.map { .endDraft(application: $0.application, field: $0.field.name) })
  }

  private func note(_ work: UnsavedWork, of screen: Screen) -> DraftNote? {
    switch (work, screen) {
    case (.sheet(let review), .score(let state)):
      DraftNote(review.application, .sheet, "\(state.generation) \(review.revision)") { review.json }
    case (.visit(let visit), .inspect(let state)):
      DraftNote(visit.application, .visit(visit.id), "\(visit.revision) \(state.pending.count)") { state.asSaved }
    case (.part(let part), .inspect(let state)):
      DraftNote(part.application, .visit(part.visit), "\(part.revision) \(state.pending.count)") { state.asSaved }
    case (.correction(let application, let edit), _):
      // The same words as while it was typed; a confirmation has none.
      edit.isConfirmation
        ? nil
        : DraftNote(
          application, .correction(path: edit.path), correctionText(edit.to) + "\n" + (edit.reason ?? ""))
    case (.text(let application, let field, let text), _):
      switch field {
      case .digits, .figure, .correction: DraftNote(application, field, text)
      default: nil
      }
    default: nil
    }
  }

  // MARK: - Failures

  /// A save failed: the banner says so until it succeeds, and the console tries again when that may help.
  mutating func saveFailed(_ phrase: Phrase, isRetried: Bool) {
    guard unsavedWork.contains(where: \.isRecord) else {
      notice = Notice(.error, phrase)
      return
    }
    notice = nil
    saveTrouble = SaveTrouble(phrase: phrase, isRetried: isRetried, tries: saveTrouble?.tries ?? 0)
    if let trouble = saveTrouble, isRetried { pendingEffects.append(.retryLater(seconds: trouble.delay)) }
  }

  /// Sends everything again that is not saved and not on its way.
  mutating func saveAgain(byItself: Bool) -> [AppEffect] {
    if byItself { saveTrouble?.tries += 1 }
    var effects: [AppEffect] = []
    for index in held.indices {
      var screen = held[index]
      effects += again(&screen)
      held[index] = screen
    }
    for index in stack.indices {
      var screen = stack[index]
      effects += again(&screen)
      if screen != stack[index] { stack[index] = screen }
    }
    if !teaching.isEmpty, saving == 0 {
      saving += 1
      effects.append(.teachNames(teaching))
    }
    if effects.isEmpty, !byItself, saving == 0 { notice = Notice(.info, UnsavedWords.nothing) }
    return effects
  }

  private mutating func again(_ screen: inout Screen) -> [AppEffect] {
    switch screen {
    case .score(let state) where state.isUnsaved && saving == 0: return autosave(state)
    case .inspect(var state) where state.isUnsaved && state.sent == nil && state.conflict.isEmpty:
      let effects = save(&state)
      screen = .inspect(state)
      return effects
    case .verify(var state):
      guard let edit = state.sent, !state.isSaving else { return [] }
      state.isSaving = true
      screen = .verify(state)
      saving += 1
      return [.correct(application: state.application.id, [edit])]
    default: return []
    }
  }

  // MARK: - Screens that were left

  /// After the stack changed: a screen that left it unsaved is held until its save has come back.
  mutating func hold(whatLeft old: [Screen]) {
    guard old.contains(where: \.isUnsaved) else { return }
    for screen in old where screen.isUnsaved && !stack.contains(where: { $0.key == screen.key }) {
      held.removeAll { $0.key == screen.key }
      held.append(screen)
    }
  }

  /// Replies of the disk are for held screens too: they stand below the others while one is taken in.
  mutating func withHeld(_ body: (inout AppState) -> [AppEffect]) -> [AppEffect] {
    let mine = held
    held = []
    stack.insert(contentsOf: mine, at: 0)
    let effects = body(&self)
    stack.removeFirst(mine.count)
    return effects
  }

  /// A screen that holds unsaved work is shown again instead of being opened anew from the disk.
  mutating func showingHeld(_ effects: [AppEffect]) -> [AppEffect] {
    effects.filter { effect in
      guard case .open(let ids, let purpose) = effect, let id = ids.first, let key = purpose.key(id) else {
        return true
      }
      return !bring(key)
    }
  }

  /// Puts the unsaved screen on top; false when there is none.
  mutating func bring(_ key: Screen.Key) -> Bool {
    if let index = stack.firstIndex(where: { $0.key == key && $0.isUnsaved }) {
      let screen = stack[index]
      stack.remove(at: index)
      held.removeAll { $0.key == key }
      stack.append(screen)
      return true
    }
    guard let index = held.firstIndex(where: { $0.key == key }) else { return false }
    stack.append(held.remove(at: index))
    return true
  }
}

/// What a draft was last told of a field; records are compared by their count of edits, not by their text.
struct DraftNote: Equatable, Sendable {
  let application: String
  let field: DraftField
  private let mark: String
  private let record: (@Sendable () -> JSONValue)?

  init(_ application: String, _ field: DraftField, _ mark: String, record: (@Sendable () -> JSONValue)? = nil) {
    (self.application, self.field, self.mark, self.record) = (application, field, mark, record)
  }

  func text() -> String {
    record.map { String(decoding: JSONWriter.compact($0()), as: UTF8.self) } ?? mark
  }

  static func == (left: DraftNote, right: DraftNote) -> Bool {
    left.application == right.application && left.field == right.field && left.mark == right.mark
  }
}

extension AppEffect.Purpose {
  /// The screen that edits an application for this purpose.
  func key(_ id: String) -> AppState.Screen.Key? {
    switch self {
    case .score: .sheet(id)
    case .visit(let name): .visit(id, name)
    case .verify: .verify(id)
    case .read, .compare, .recover, .inspect: nil
    }
  }
}

extension ApplicationStore.Edit {
  /// Whether it only says that the value was read well.
  var isConfirmation: Bool { from == to && reason == nil }
}

extension InspectState {
  /// The visit, or the member's part, as the next save would write it.
  var asSaved: JSONValue {
    if isLead {
      var visit = visit
      visit.previous = digest
      visit.revision += 1
      return visit.json
    }
    var part = own ?? InspectionPart(visit: visit.id, application: visit.application, person: person)
    part.previous = partDigest
    part.revision += 1
    return part.json
  }
}
