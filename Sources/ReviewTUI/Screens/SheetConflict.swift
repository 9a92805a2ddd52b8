import Core

/// The acting person's sheet as the screen has it, and as another window or program wrote it meanwhile (保存冲突).
struct SheetConflict: Equatable, Sendable {
  let application: String
  /// The file's version.
  let theirs: Sheet
  /// Where the two differ, without what belongs to the file alone.
  let differences: [RecordDifference]
  /// The edits that were to be saved, as counted by the score screen.
  let generation: Int

  init(application: String, mine: Review, theirs: Sheet, generation: Int) {
    self.application = application
    self.theirs = theirs
    self.generation = generation
    let ofFile: Set<String> = ["revision", "previous", "savedAt", "submittedAt"]
    differences = RecordDifference.list(mine.json, theirs.review.json).filter { !ofFile.contains($0.path.first ?? "") }
  }
}

/// The dialog with both versions, field by field.
struct SheetConflictState: Equatable, Sendable {
  /// What is to become of them.
  enum Choice: Int, CaseIterable, Equatable, Sendable { case mine, theirs, later }

  let conflict: SheetConflict
  /// Nothing is chosen over anything by Enter alone.
  var choice = Choice.later
  var top = 0
}

extension AppState {
  /// Handles a key while both versions are shown.
  mutating func conflictKey(_ key: Key, _ state: SheetConflictState) -> [AppEffect] {
    var state = state
    let all = SheetConflictState.Choice.allCases
    switch key.folded {
    case .left, .backTab: state.choice = all[(state.choice.rawValue + all.count - 1) % all.count]
    case .right, .tab: state.choice = all[(state.choice.rawValue + 1) % all.count]
    case .up: state.top = max(0, state.top - 1)
    case .down: state.top += 1
    case .pageUp: state.top = max(0, state.top - 8)
    case .pageDown: state.top += 8
    case .escape:
      overlays.removeLast()
      notice = Notice(.warning, ConflictWords.stays)
      return []
    case .enter:
      overlays.removeLast()
      return settle(state)
    default: return []
    }
    overlays[overlays.count - 1] = .conflict(state)
    return []
  }

  private mutating func settle(_ chosen: SheetConflictState) -> [AppEffect] {
    let conflict = chosen.conflict
    for index in stack.indices {
      guard case .score(var state) = stack[index], state.application.id == conflict.application else { continue }
      switch chosen.choice {
      case .mine:
        return [.rebase(application: conflict.application, review: state.review, generation: state.generation)]
      case .theirs:
        // What was on the screen can be had back with undo.
        state.undo.append(state.review)
        state.redo = []
        state.sheet = conflict.theirs
        state.savedGeneration = state.generation
        stack[index] = .score(state)
        library.take(conflict.theirs.review, of: conflict.application)
        browse.refresh(library: library, program: program)
        notice = Notice(.good, ConflictWords.took)
        return [.adopt(application: conflict.application, digest: conflict.theirs.digest)]
      case .later: notice = Notice(.warning, ConflictWords.stays)
      }
    }
    return []
  }

  func drawConflict(_ state: SheetConflictState, on canvas: inout Canvas) {
    var page = Page()
    page.paragraph(ConflictWords.help(language), role: .warning)
    for difference in state.conflict.differences {
      let name = ConflictWords.field(difference.path, language)
      page.paragraph(name, role: .strong)
      page.field("  " + ConflictWords.mine(language), Figures.text(difference.mine), role: .changed)
      page.field("  " + ConflictWords.theirs(language), Figures.text(difference.theirs))
    }
    if state.conflict.differences.isEmpty { page.paragraph(ConflictWords.same(language), role: .dim) }
    let lines = page.layout(width: max(1, dialogWidth - 4))
    dialog(height: min(dialogHeight, lines.count + 4), title: ConflictWords.title, on: &canvas) { canvas in
      let rows = max(1, canvas.size.rows - 2)
      let top = min(state.top, max(0, lines.count - rows))
      for (offset, line) in lines.dropFirst(top).prefix(rows).enumerated() {
        canvas.write(line.spans, row: offset, column: 0)
      }
      buttons(
        [
          (ConflictWords.keepMine, state.choice == .mine), (ConflictWords.takeTheirs, state.choice == .theirs),
          (Phrase.recoveryLater, state.choice == .later),
        ], row: canvas.size.rows - 1, on: &canvas)
    }
  }
}

extension Review {
  /// Takes `other`'s value wherever this sheet still says what `given` said: what was changed since stays.
  mutating func take(_ other: Review, whereStill given: Review) {
    for index in entries.indices {
      let id = entries[index].criterion
      guard let before = given.entries.first(where: { $0.criterion == id }),
        let new = other.entries.first(where: { $0.criterion == id })
      else { continue }
      if entries[index].score == before.score { entries[index].score = new.score }
      if entries[index].comment == before.comment { entries[index].comment = new.comment }
    }
    if opinion == given.opinion { opinion = other.opinion }
    if recommendation == given.recommendation { recommendation = other.recommendation }
    if declaration == given.declaration { declaration = other.declaration }
  }
}
