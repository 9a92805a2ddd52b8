import Core

extension AppState {
  /// Applies one action and answers what is to be done outside.
  mutating func update(_ action: AppAction) -> [AppEffect] {
    if case .input(let event) = action, isOpening, event.waitsForAScreen {
      // Typed ahead: these keys are meant for the screen that is being opened.
      if typedAhead.count < 1000 { typedAhead.append(event) }
      return []
    }
    // Keys that were typed at a screen never answer a question that comes instead of it.
    if case .declarationNeeded = action { typedAhead = [] }
    var effects = collect(apply(action))
    switch action {
    case .opened, .openFailed, .openDenied, .declarationNeeded, .planReady, .visitsListed:
      isOpening = effects.contains(where: \.isOpen)
      while !isOpening, !typedAhead.isEmpty {
        effects += collect(apply(.input(typedAhead.removeFirst())))
        isOpening = effects.contains(where: \.isOpen)
      }
    default:
      if effects.contains(where: \.isOpen) { isOpening = true }
    }
    return effects
  }

  private mutating func collect(_ effects: [AppEffect]) -> [AppEffect] {
    defer { pendingEffects = [] }
    return effects + pendingEffects
  }

  private mutating func apply(_ action: AppAction) -> [AppEffect] {
    switch action {
    case .input(let event): return input(event)
    case .programLoaded(let program):
      self.program = program
      refreshBrowse()
    case .reviewsLoaded(let reviews, let stages):
      library.take(reviews, stages)
      browse.refresh(library: library, program: program)
    case .rowsLoaded(let rows, let found):
      library.add(rows)
      library.found = found
      browse.refresh(library: library, program: program)
    case .flagsFound(let flags):
      for (id, codes) in flags { library.update(id) { $0.flags = codes } }
      browse.refresh(library: library, program: program)
    case .jointFindings(let found):
      for (id, findings) in found {
        library.update(id) { $0.flags = ApplicationFlags.adding(findings, to: $0.flags) }
      }
      browse.refresh(library: library, program: program)
    case .loadFinished(let problems):
      library.finish(problems)
      browse.refresh(library: library, program: program)
    case .reloadBegins: reloadBegins()
    case .applicationChanged(let id, let application, let row): took(id, application, row: row)
    case .sheetsChanged(let id, let own, let stage): took(id, own: own, stage: stage)
    case .problemsChanged(let paths, let problems): library.replaceProblems(below: paths, by: problems)
    case .ownSheetChanged(let id, let sheet): tookOwnSheet(id, sheet)
    case .followingEnded(let phrase): notice = Notice(.warning, phrase)
    case .opened(let opened): return show(opened)
    case .openDenied(let phrase): notice = Notice(.warning, phrase)
    case .declarationNeeded(let request): ask(request)
    case .openFailed(let problem): notice = Notice(.error, StoreWords.phrase(problem))
    case .saved(let saved): return took(saved)
    case .saveFailed(let failure):
      saving = max(0, saving - 1)
      notice = Notice(.error, failure.phrase)
    case .sheetConflict(let conflict):
      saving = max(0, saving - 1)
      overlays.removeAll { if case .conflict = $0 { true } else { false } }
      overlays.append(.conflict(SheetConflictState(conflict: conflict)))
    case .corrected(let corrected): took(corrected)
    case .correctionFailed(let id, let phrase): correctionFailed(id, phrase)
    case .overviewRead(let reading): overview = reading
    case .namesLoaded(let lessons): took(lessons, notice: nil)
    case .namesTaught(let lessons, let time):
      saving = max(0, saving - 1)
      took(lessons, notice: Notice(.good, CompareWords.taught(time)))
    case .namesFailed(let phrase):
      saving = max(0, saving - 1)
      notice = Notice(.error, phrase)
    case .visitSaved(let saved): return took(saved)
    case .visitFailed(let failure): visitFailed(failure)
    case .evidenceTaken(let application, let visit, let edit, let metrics):
      return tookEvidence(application, visit, edit, metrics)
    case .planReady(let choices): return openPlan(choices)
    case .visitPlanned(let opened, let application, let time, let step):
      return tookPlan(opened, application, time, step)
    case .formFailed(let phrase):
      saving = max(0, saving - 1)
      formFailed(phrase)
    case .visitsListed(let application, let entries, let problems):
      showAgenda(application, entries, problems: problems)
    case .visitChanged(let opened): return takeChanged(opened)
    case .draftsFound(let texts):
      if !texts.isEmpty { overlays.append(.recovery(RecoveryState(texts: texts))) }
    case .draftState(let trouble): draftTrouble = trouble
    case .twinsFound(let application, let twins): took(twins, of: application)
    case .clock(let reading):
      clock = reading
      return refreshVisit()
    case .attachmentOpened(let file, let succeeded):
      notice = succeeded ? Notice(.info, .attachmentOpened(file)) : Notice(.warning, .attachmentFailed(file))
    }
    return []
  }

  // MARK: - Input

  private mutating func input(_ event: InputEvent) -> [AppEffect] {
    switch event {
    case .resize(let size):
      self.size = size
      return []
    case .key(let key): return self.key(key)
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return self.mouse(mouse)
    case .wake: return []
    case .interrupted, .hangup: return [.quit]
    }
  }

  private mutating func key(_ key: Key) -> [AppEffect] {
    // Esc and a key in one breath look like Alt and the key; where Alt means nothing, both were meant.
    if case .alt(let character) = key, Keymap.command(for: key, in: context) == nil, !"bf".contains(character) {
      return self.key(.escape) + self.key(.character(character))
    }
    // A line of news has been read when the next key comes.
    if overlays.isEmpty, notice?.level != .error || key == .escape { notice = nil }
    if !overlays.isEmpty { return overlayKey(key) }
    switch stack.last {
    case .score(let state)? where state.editing != nil: return editText(key, state)
    case .verify(let state)? where state.editing != nil: return correctionKey(key, state)
    case .inspect(let state)? where state.editing != nil: return visitTextKey(key, state)
    case .read(let state)? where state.isFinding:
      readFind(key, state)
      return []
    case nil where browse.isFiltering: return filterKey(key)
    default: break
    }
    if case .score(let state)? = stack.last, case .character(let character) = key.folded, typeDigit(character, state) {
      return []
    }
    if case .inspect(let state)? = stack.last, case .character(let character) = key.folded,
      typeInVisit(character, state)
    {
      return []
    }
    guard let command = Keymap.command(for: key, in: context) else {
      if case .character(let character) = key.folded, character.unicodeScalars.contains(where: { $0.value >= 0x3400 }) {
        notice = Notice(.warning, .imeIsOn)
      }
      return []
    }
    return perform(command)
  }

  private mutating func paste(_ text: String) -> [AppEffect] {
    if case .form(let form)? = overlays.last { return paste(text, into: form) }
    if case .score(let state)? = stack.last, state.editing != nil, overlays.isEmpty { return pasteText(text, state) }
    if case .inspect(let state)? = stack.last, state.editing != nil, overlays.isEmpty {
      return pasteIntoVisit(text, state)
    }
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    if case .verify(var state)? = stack.last, state.editing != nil, overlays.isEmpty {
      state.editing?.editor.insert(line)
      stack[stack.count - 1] = .verify(state)
      return []
    }
    if browse.isFiltering, stack.isEmpty, overlays.isEmpty {
      browse.filter.insert(line)
      refreshBrowse()
    }
    return []
  }

  private mutating func filterKey(_ key: Key) -> [AppEffect] {
    switch key {
    case .enter, .function(3):
      browse.isFiltering = false
      browse.pane = .table
    case .escape:
      browse.isFiltering = false
      browse.filter = LineEditor()
      refreshBrowse()
    case .up, .down, .pageUp, .pageDown:
      let layout = BrowseLayout(body: body)
      let command: Command = key == .up ? .up : key == .down ? .down : key == .pageUp ? .pageUp : .pageDown
      _ = browse.table.handle(command, count: browse.visible.count, page: layout.table.rows - 1)
    case .tab:
      browse.isFiltering = false
      browse.pane = .facets
    default:
      let before = browse.filter.text
      if browse.filter.handle(key), browse.filter.text != before { refreshBrowse() }
    }
    return []
  }

  /// Carries out a command in the present context.
  mutating func perform(_ command: Command) -> [AppEffect] {
    switch command {
    case .help:
      overlays.append(.help(ListCursor()))
      return []
    case .palette:
      overlays.append(.palette(PaletteState(context: context)))
      return []
    case .quit:
      // Asking is for what could be lost: with everything on disk there is nothing to ask about.
      if saving == 0, draftTrouble == nil, !hasUnsavedSheet { return [.quit] }
      overlays.append(.confirm(ConfirmState(.quit)))
      return []
    case .redraw: return [.redraw]
    case .reload:
      notice = Notice(.info, LiveWords.reloaded)
      return [.reload]
    case .suspend: return [.suspend]
    case .switchLanguage:
      language = language == .zh ? .en : .zh
      return []
    case .switchTheme:
      let all = ThemeName.allCases
      theme = all[((all.firstIndex(of: theme) ?? 0) + 1) % all.count]
      notice = Notice(.info, .themeIs(theme))
      return [.setTheme(theme)]
    case .dashboard where context != .dashboard: return openDashboard()
    case .showProblems:
      if case .problems? = stack.last { return [] }
      stack.append(.problems(ListCursor()))
      return []
    default: break
    }
    switch stack.last {
    case nil: return browse(command)
    case .matrix(let state): return matrix(command, state)
    case .read(let state): return read(command, state)
    case .compare(let state): return compare(command, state)
    case .score(let state): return score(command, state)
    case .verify(let state): return verify(command, state)
    case .inspect(let state): return inspect(command, state)
    case .agenda(let state): return agenda(command, state)
    case .problems(let cursor): return problems(command, cursor)
    case .dashboard(let state): return dashboard(command, state)
    case .figure(let state): return figure(command, state)
    case .explanation(let state): return explanation(command, state)
    }
  }

  private mutating func problems(_ command: Command, _ cursor: ListCursor) -> [AppEffect] {
    var cursor = cursor
    if command == .back {
      stack.removeLast()
      return []
    }
    scroll(&cursor.top, command, page: body.rows, last: max(0, problemLines().count - body.rows))
    stack[stack.count - 1] = .problems(cursor)
    return []
  }

  // MARK: - Replies

  private mutating func show(_ opened: OpenedApplications) -> [AppEffect] {
    guard let first = opened.applications.first else { return [] }
    switch opened.purpose {
    case .read:
      var state = ReadState(first, findings: opened.findings)
      state.top = readingPlaces[first.id] ?? 0
      if case .read? = stack.last { stack.removeLast() }
      stack.append(.read(state))
    case .compare:
      if case .compare? = stack.last { stack.removeLast() }
      stack.append(
        .compare(
          CompareState(
            opened.applications, program: program, lessons: names, library: library.rows.map(\.summary),
            sites: opened.sites)))
    case .verify:
      guard let record = opened.verify else { return [] }
      if case .verify? = stack.last { stack.removeLast() }
      stack.append(.verify(VerifyState(record)))
    case .inspect where opened.visit == nil && person?.roles.contains(.supervisor) == true:
      return [.preparePlan(application: first.id)]
    case .inspect, .visit:
      openVisit(opened.visit, of: first)
    case .score:
      guard let sheet = opened.sheet else { return [] }
      if case .score? = stack.last { stack.removeLast() }
      var state = ScoreState(first, sheet: sheet)
      state.aids = opened.aids
      stack.append(.score(state))
      if let back = sheet.returned { notice = Notice(.warning, DeclarationWords.cameBack(back)) }
    case .recover(let text) where text.field.contains("/"):
      return recoverVisitText(text, opened.visit, of: first)
    case .recover(let text):
      guard let sheet = opened.sheet else { return [] }
      if case .score? = stack.last { stack.removeLast() }
      var state = ScoreState(first, sheet: sheet)
      state.aids = opened.aids
      if text.field == ScoreState.opinionField {
        state.cursor.selected = sheet.review.entries.count
      } else {
        state.cursor.selected = sheet.review.entries.firstIndex { $0.criterion == text.field } ?? 0
      }
      state.editing = ScoreState.Editing(field: text.field, editor: TextEditor(text: text.text))
      stack.append(.score(state))
      notice = Notice(.good, .recovered)
      // The text is safe under this run's name before the old draft goes to the bin.
      return [
        .draft(application: first.id, field: text.field, text: text.text, digest: sheet.digest),
        .discardDraft(text.id, field: text.field),
      ]
    }
    return []
  }

  private mutating func took(_ saved: SavedReview) -> [AppEffect] {
    saving = max(0, saving - 1)
    library.take(saved.sheet.review, of: saved.application)
    notice =
      saved.sheet.review.state == .submitted
      ? Notice(.good, .submitted(saved.time, total: Figures.tenths(saved.sheet.review.total)))
      : Notice(.good, .saved(saved.time, revision: saved.sheet.review.revision))
    for index in stack.indices {
      guard case .score(var state) = stack[index], state.application.id == saved.application else { continue }
      // What was typed since stays as it is; only what belongs to the file is taken over.
      if state.generation == saved.generation {
        state.sheet.review = saved.sheet.review
      } else {
        if let given = saved.given { state.sheet.review.take(saved.sheet.review, whereStill: given) }
        state.sheet.review.revision = saved.sheet.review.revision
        state.sheet.review.previous = saved.sheet.review.previous
      }
      state.sheet.digest = saved.sheet.digest
      state.sheet.changed = saved.sheet.changed
      state.savedGeneration = max(state.savedGeneration, saved.generation)
      state.savedAt = saved.time
      stack[index] = .score(state)
    }
    browse.refresh(library: library, program: program)
    return []
  }
}

extension InputEvent {
  /// Whether the event is typed at a screen, and must not reach the one below while the next is being opened.
  fileprivate var waitsForAScreen: Bool {
    switch self {
    case .key, .paste, .mouse: true
    case .resize, .wake, .interrupted, .hangup: false
    }
  }
}

extension AppEffect {
  fileprivate var isOpen: Bool {
    switch self {
    case .open, .declare, .preparePlan, .listVisits: true
    default: false
    }
  }
}
