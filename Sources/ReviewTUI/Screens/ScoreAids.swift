import Core

/// What stands beside a sheet to help its reviewer: none of it is ever written into the sheet by itself.
struct ScoreAids: Equatable, Sendable {
  /// What the rules say of the application, as `check` lists it.
  var findings: [Finding] = []
  /// What visits found.
  var site: SiteRecord?
  /// Sheets of others, as far as the reviewer may see them.
  var others: [MetricTrail.ScoredSheet] = []
  /// Like applications by criterion; nil until they are found.
  var twins: [String: [TwinCheck.Twin]]?
}

/// A dialog that shows one of the aids.
struct AidsState: Equatable, Sendable {
  enum Kind: Equatable, Sendable { case trail, twins, findings }
  let kind: Kind
  var top = 0
}

extension AppState {
  /// Handles a command for one of the aids of the Score screen.
  mutating func aid(_ command: Command, _ state: inout ScoreState) -> [AppEffect] {
    switch command {
    case .metricTrail: overlays.append(.aids(AidsState(kind: .trail)))
    case .twins: overlays.append(.aids(AidsState(kind: .twins)))
    case .showFindings: overlays.append(.aids(AidsState(kind: .findings)))
    case .takeSuggestion: return takeSuggestion(&state)
    default: break
    }
    return []
  }

  /// The suggestion for the criterion under the cursor.
  func suggestion(_ state: ScoreState) -> ScoreSuggestion? {
    guard case .criterion(let index) = state.line else { return nil }
    return suggestion(for: state.review.entries[index].criterion, state)
  }

  func suggestion(for id: String, _ state: ScoreState) -> ScoreSuggestion? {
    guard let rubric = program?.rubric, let criterion = rubric.criterion(id) else { return nil }
    return ScoreSuggestion(for: criterion, rubric, findings: state.aids.findings)
  }

  private mutating func takeSuggestion(_ state: inout ScoreState) -> [AppEffect] {
    guard case .criterion(let index) = state.line else { return [] }
    guard let suggestion = suggestion(state) else {
      notice = Notice(.info, AidWords.noSuggestion(state.review.entries[index].criterion))
      return []
    }
    guard canWrite(state) else { return [] }
    state.digits = nil
    guard state.review.entries[index].score != suggestion.tenths else { return [] }
    state.edit { $0.entries[index].score = suggestion.tenths }
    return autosave(state)
  }

  /// Takes in the like applications that were found for a sheet.
  mutating func took(_ twins: [String: [TwinCheck.Twin]], of application: String) {
    for index in stack.indices {
      guard case .score(var state) = stack[index], state.application.id == application else { continue }
      state.aids.twins = twins
      stack[index] = .score(state)
    }
  }

  /// Handles a key while an aid is shown.
  mutating func aidsKey(_ key: Key, _ aids: AidsState) -> [AppEffect] {
    guard case .score(let state)? = stack.last else {
      overlays.removeLast()
      return []
    }
    var aids = aids
    let count = aidsPage(aids.kind, state).layout(width: dialogWidth - 4).count
    let page = dialogHeight - 2
    switch Keymap.command(for: key, in: context) {
    case .back, .open, .metricTrail, .twins, .showFindings: overlays.removeLast()
    case .takeSuggestion where aids.kind == .findings:
      overlays.removeLast()
      return perform(.takeSuggestion)
    case let command? where [.up, .down, .pageUp, .pageDown, .top, .bottom].contains(command):
      scroll(&aids.top, command, page: page, last: max(0, count - page))
      overlays[overlays.count - 1] = .aids(aids)
    default: break
    }
    return []
  }

  /// The text of an aid.
  func aidsPage(_ kind: AidsState.Kind, _ state: ScoreState) -> Page {
    switch kind {
    case .trail: TrailPage(language: language).page(of: trails(state), viewer: person?.id)
    case .twins: twinsPage(state)
    case .findings: suggestionPage(state)
    }
  }

  func trails(_ state: ScoreState) -> [MetricTrail] {
    guard let program else { return [] }
    let own = MetricTrail.ScoredSheet(state.review, changed: state.sheet.changed)
    return MetricTrail.all(
      of: state.application, site: state.aids.site ?? SiteRecord(bands: program.inspection.bands),
      sheets: [own] + state.aids.others, viewer: person, rubric: program.rubric)
  }

  /// The lines of the twins of one criterion, each with its role.
  func twinLines(of criterion: Criterion, _ state: ScoreState) -> [(text: String, role: Role)] {
    guard MetricClass.allCases.contains(where: { criterion.isJudged(from: $0) }) else { return [] }
    guard let all = state.aids.twins else { return [(AidWords.searching(language), .dim)] }
    let own = state.review.entries.first { $0.criterion == criterion.id }?.score
    return (all[criterion.id] ?? []).map { twin in
      let isApart =
        own.flatMap { own in program.map { TwinCheck.isApart(own, twin.tenths, criterion, $0.rubric) } } ?? false
      return (
        AidWords.twin(twin, of: criterion.id, isApart: isApart)(language), isApart ? .warning : .normal
      )
    }
  }

  /// The criterion under the cursor first, then the others that have twins.
  private func twinsPage(_ state: ScoreState) -> Page {
    var page = Page()
    var criteria = program?.rubric.criteria ?? []
    if case .criterion(let index) = state.line,
      let place = criteria.firstIndex(where: { $0.id == state.review.entries[index].criterion })
    {
      let here = criteria.remove(at: place)
      append(here, state, to: &page, isHere: true)
    }
    for criterion in criteria { append(criterion, state, to: &page, isHere: false) }
    if page.blocks.isEmpty { page.paragraph(AidWords.noTwins(language), role: .dim) }
    return page
  }

  private func append(_ criterion: Criterion, _ state: ScoreState, to page: inout Page, isHere: Bool) {
    let lines = twinLines(of: criterion, state)
    guard isHere || !lines.isEmpty else { return }
    let own = state.review.entries.first { $0.criterion == criterion.id }?.score.map(Figures.tenths)
    page.heading("\(criterion.id) \(name(criterion.name))  \(own ?? "—")")
    for line in lines { page.paragraph(line.text, role: line.role) }
    if lines.isEmpty {
      let isJudged = MetricClass.allCases.contains { criterion.isJudged(from: $0) }
      page.paragraph((isJudged ? AidWords.noTwins : AidWords.notFromMetrics)(language), role: .dim)
    }
  }

  private func suggestionPage(_ state: ScoreState) -> Page {
    var page = Page()
    guard let suggestion = suggestion(state), let criterion = program?.rubric.criterion(suggestion.criterion) else {
      page.paragraph(AidWords.noFindings(language), role: .dim)
      return page
    }
    page.heading("\(criterion.id) \(name(criterion.name))")
    page.paragraph(AidWords.suggestion(suggestion)(language), role: .strong)
    if let rule = criterion.suggestion {
      page.paragraph(AidWords.suggestionNote(rule)(language), role: .dim)
    }
    for finding in suggestion.findings {
      page.blank()
      let place = FieldPathWords.name(finding.path)(language)
      page.paragraph("\(FindingWords.note(finding)(language))　〔\(place)〕", role: finding.severity.role)
      if let rule = program?.rule(finding.rule) {
        page.paragraph("　　" + FindingWords.clause(rule)(language), role: .dim)
      }
    }
    return page
  }

  /// Draws an aid.
  func drawAids(_ aids: AidsState, on canvas: inout Canvas) {
    guard case .score(let state)? = stack.last else { return }
    let title: Phrase =
      switch aids.kind {
      case .trail: AidWords.trailTitle
      case .twins: AidWords.twinsTitle
      case .findings: AidWords.findingsTitle
      }
    let lines = aidsPage(aids.kind, state).layout(width: max(1, dialogWidth - 4))
    dialog(height: min(dialogHeight, max(5, lines.count + 2)), title: title, on: &canvas) { canvas in
      let top = min(aids.top, max(0, lines.count - canvas.size.rows))
      for (offset, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
        canvas.write(line.spans, row: offset, column: 0)
      }
    }
  }

  /// The suggestion in the row of its criterion, between name and score, where there is room.
  func drawSuggestion(
    _ state: ScoreState, _ criterion: Criterion, row: Int, right: Int, role: Role, on canvas: inout Canvas
  ) {
    guard let suggestion = suggestion(for: criterion.id, state) else { return }
    let text = AidWords.suggestedShort(suggestion)(language)
    let width = DisplayWidth.of(text)
    let used = 2 + DisplayWidth.of("\(criterion.id) \(name(criterion.name))")
    guard right - width - 1 >= used else { return }
    canvas.write(text, row: row, column: right - width, width: width, role: role == .normal ? .accent : role)
  }
}
