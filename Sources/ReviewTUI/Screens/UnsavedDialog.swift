import Core

/// The question before leaving with something unsaved: what it is, and what may become of it.
struct UnsavedState: Equatable, Sendable {
  enum Choice: Int, CaseIterable, Equatable, Sendable { case back, again, elsewhere, quit }
  /// The way back is chosen first.
  var choice = Choice.back
}

/// The box for the place of a file with everything unsaved (另存).
struct ElsewhereState: Equatable, Sendable {
  var path: LineEditor
  /// Why the last place did not do.
  var failure: Phrase?
  /// Whether it is being written.
  var isWriting = false
}

extension AppState {
  /// Asks before leaving, unless there is nothing to ask about.
  mutating func askToQuit() -> [AppEffect] {
    if !unsavedWork.isEmpty {
      overlays.append(.unsaved(UnsavedState()))
      return []
    }
    if saving == 0, draftTrouble == nil { return [.quit] }
    overlays.append(.confirm(ConfirmState(.quit)))
    return []
  }

  /// Handles a key while the question is open.
  mutating func unsavedKey(_ key: Key, _ state: UnsavedState) -> [AppEffect] {
    var state = state
    let all = UnsavedState.Choice.allCases
    switch key.folded {
    case .left, .up, .backTab: state.choice = all[(state.choice.rawValue + all.count - 1) % all.count]
    case .right, .down, .tab: state.choice = all[(state.choice.rawValue + 1) % all.count]
    case .escape:
      overlays.removeLast()
      return []
    case .control("s"): return chosen(.again)
    case .control("o"): return chosen(.elsewhere)
    case .enter: return chosen(state.choice)
    default: return []
    }
    overlays[overlays.count - 1] = .unsaved(state)
    return []
  }

  private mutating func chosen(_ choice: UnsavedState.Choice) -> [AppEffect] {
    overlays.removeLast()
    switch choice {
    case .back: return []
    case .again: return saveAgain(byItself: false)
    case .elsewhere: return askForAPlace()
    case .quit: return [.quit]
    }
  }

  /// Asks where a file with everything unsaved is to be written.
  mutating func askForAPlace() -> [AppEffect] {
    if unsavedWork.isEmpty {
      notice = Notice(.info, UnsavedWords.nothing)
      return []
    }
    let digits = clock.iso.prefix(19).filter(\.isNumber)
    let name = "reviewtui-\(person?.id ?? "x")-\(digits.prefix(8))-\(digits.dropFirst(8)).json"
    overlays.append(.elsewhere(ElsewhereState(path: LineEditor(text: (home.isEmpty ? "/tmp" : home) + "/" + name))))
    return []
  }

  /// Handles a key while the place is typed.
  mutating func elsewhereKey(_ key: Key, _ state: ElsewhereState) -> [AppEffect] {
    var state = state
    var effects: [AppEffect] = []
    switch key {
    case .escape:
      overlays.removeLast()
      return []
    case .enter where state.isWriting: return []
    case .enter:
      state.isWriting = true
      state.failure = nil
      var path = state.path.text
      if path.hasPrefix("~/"), !home.isEmpty { path = home + path.dropFirst(1) }
      effects = [.saveElsewhere(path, unsavedWork)]
    default: _ = state.path.handle(key)
    }
    overlays[overlays.count - 1] = .elsewhere(state)
    return effects
  }

  /// The file stands, or why it does not.
  mutating func wroteElsewhere(_ path: String, _ failure: Phrase?) {
    guard let index = overlays.lastIndex(where: { if case .elsewhere = $0 { true } else { false } }),
      case .elsewhere(var state) = overlays[index]
    else {
      notice = failure.map { Notice(.error, $0) } ?? Notice(.good, UnsavedWords.wroteElsewhere(path))
      return
    }
    if let failure {
      (state.isWriting, state.failure) = (false, failure)
      overlays[index] = .elsewhere(state)
    } else {
      overlays.remove(at: index)
      notice = Notice(.good, UnsavedWords.wroteElsewhere(path))
    }
  }

  // MARK: - Drawing

  /// Rows of the banner about a save that failed: one or two for the reason, one for what is being done.
  var bannerRows: Int { saveTrouble.map { 1 + bannerLines($0).count } ?? 0 }

  private func bannerLines(_ trouble: SaveTrouble) -> [String] {
    TextLayout.wrap(trouble.phrase(language), width: max(1, size.columns - 2)).prefix(2).map(\.text)
  }

  /// Says which file could not be saved and why, and what is being done about it, for as long as that holds.
  func drawBanner(on canvas: inout Canvas) {
    guard let trouble = saveTrouble else { return }
    let width = size.columns
    let lines = bannerLines(trouble)
    let row = 1 + lines.count
    canvas.fill(Rect(row: 1, column: 0, rows: row, columns: width), role: .error)
    for (offset, line) in lines.enumerated() { canvas.write(line, row: 1 + offset, column: 1, role: .error) }
    let safety = draftTrouble?.phrase ?? UnsavedWords.inDraft
    let keys = UnsavedWords.keys(trouble)(language)
    let room = max(0, width - DisplayWidth.of(keys) - 4)
    canvas.write(safety(language), row: row, column: 1, width: room, role: .error)
    canvas.write(keys, row: row, column: max(1, width - 1 - DisplayWidth.of(keys)), role: .error)
  }

  func drawUnsaved(_ state: UnsavedState, on canvas: inout Canvas) {
    var page = Page()
    page.paragraph(UnsavedWords.question(language), role: .warning)
    for work in unsavedWork { page.paragraph("· " + name(work)(language)) }
    page.paragraph(
      (draftTrouble?.phrase ?? UnsavedWords.offeredAgain)(language), role: draftTrouble == nil ? .dim : .error)
    let lines = page.layout(width: max(1, dialogWidth - 4))
    dialog(height: min(dialogHeight, lines.count + 4), title: UnsavedWords.title, on: &canvas) { canvas in
      for (offset, line) in lines.prefix(max(1, canvas.size.rows - 2)).enumerated() {
        canvas.write(line.spans, row: offset, column: 0)
      }
      buttons(
        [
          (Phrase.goBack, state.choice == .back), (UnsavedWords.again, state.choice == .again),
          (UnsavedWords.elsewhere, state.choice == .elsewhere), (Phrase.quitAct, state.choice == .quit),
        ], row: canvas.size.rows - 1, on: &canvas)
    }
  }

  func drawElsewhere(_ state: ElsewhereState, on canvas: inout Canvas) {
    var page = Page()
    page.paragraph(UnsavedWords.elsewhereHelp(language))
    if let failure = state.failure { page.paragraph(failure(language), role: .error) }
    if state.isWriting { page.paragraph(Phrase.saving(language), role: .dim) }
    let lines = page.layout(width: max(1, dialogWidth - 4))
    dialog(height: lines.count + 4, title: UnsavedWords.elsewhere, on: &canvas) { canvas in
      for (offset, line) in lines.enumerated() { canvas.write(line.spans, row: offset, column: 0) }
      let row = lines.count
      let width = canvas.size.columns
      canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), role: .input)
      let (text, caret) = state.path.view(width: max(1, width - 1))
      canvas.write(text, row: row, column: 0, width: width, role: .input, overflow: .clip)
      canvas.setCursor(row: row, column: min(width - 1, caret))
      canvas.write(UnsavedWords.elsewhereKeys(language), row: row + 1, column: 0, width: width, role: .dim)
    }
  }

  /// What is unsaved, in one line.
  func name(_ work: UnsavedWork) -> Phrase {
    switch work {
    case .sheet(let review): UnsavedWords.sheet(review.application)
    case .visit(let visit): UnsavedWords.visit(visit.application, visit.id)
    case .part(let part): UnsavedWords.visit(part.application, part.visit)
    case .correction(let application, let edit):
      UnsavedWords.typed(application, FieldPathWords.name(edit.path), correctionText(edit.to))
    case .names(let lessons): UnsavedWords.names(lessons.count)
    case .text(let application, let field, let text): UnsavedWords.typed(application, name(field), text)
    }
  }

  /// A box, in words.
  func name(_ field: DraftField) -> Phrase {
    switch field {
    case .comment(let criterion): .commentOn(criterion)
    case .opinion: .opinion
    case .digits(let criterion): UnsavedWords.digits(criterion)
    case .sheet: .sheetTitle
    case .visitText(_, let field): InspectWords.field(field)
    case .figure(_, let metric): UnsavedWords.figure(metricName(metric) ?? metric)
    case .visit(let visit): UnsavedWords.wholeVisit(visit)
    case .correction(let path): UnsavedWords.correction(FieldPathWords.name(path))
    }
  }

  private func metricName(_ id: String) -> String? {
    for case .inspect(let state) in held + stack {
      if let metric = state.visit.metric(id) { return metric.name }
    }
    return nil
  }
}
