import Core

/// What was read for the sheets side by side.
struct PanelPage: Equatable, Sendable {
  let panel: SheetPanel
  /// Names of persons by id.
  let names: [String: String]
}

/// All sheets of an application side by side (并列评分): nothing is written here but a return.
struct PanelState: Equatable, Sendable {
  var page: PanelPage
  /// The rows: criteria, opinion, recommendation, total, state.
  var cursor = ListCursor()
  var column = 0
  var panel: SheetPanel { page.panel }

  /// The column under the cursor.
  var here: SheetPanel.Column? { panel.columns.indices.contains(column) ? panel.columns[column] : nil }
}

/// A text in full, above the screen.
struct PanelTextState: Equatable, Sendable {
  let title: String
  let text: String
  var top = 0
}

extension AppState {
  /// Asks for the sheets of the current application.
  mutating func openPanel() -> [AppEffect] {
    guard let id = currentApplication else {
      notice = Notice(.warning, .nothingSelected)
      return []
    }
    return [.panel(application: id)]
  }

  mutating func show(_ page: PanelPage) {
    if case .panel? = stack.last { stack.removeLast() }
    stack.append(.panel(PanelState(page: page)))
  }

  /// Rows below the criteria.
  enum PanelRow: CaseIterable { case opinion, recommendation, total, state }

  var panelRows: Int { (program?.rubric.criteria.count ?? 0) + PanelRow.allCases.count }

  /// Handles a command on the sheets.
  mutating func panel(_ command: Command, _ state: PanelState) -> [AppEffect] {
    var state = state
    let last = max(0, state.panel.columns.count - 1)
    switch command {
    case .back:
      stack.removeLast()
      return []
    case .left, .previousPane: state.column = max(0, state.column - 1)
    case .right, .nextPane: state.column = min(last, state.column + 1)
    case .open:
      if let column = state.here {
        let title = panelName(column, state) + "  " + panelLabel(state.cursor.selected)
        overlays.append(.panelText(PanelTextState(title: title, text: panelText(state.cursor.selected, column))))
      }
    case .read: return [.open([state.panel.application], .read)]
    case .sendBack: startReturn(state)
    default: _ = state.cursor.handle(command, count: panelRows, page: body.rows - 2)
    }
    stack[stack.count - 1] = .panel(state)
    return []
  }

  /// Who a column is of, as the viewer may know it.
  func panelName(_ column: SheetPanel.Column, _ state: PanelState) -> String {
    if let letter = column.letter { return PanelWords.reviewer(letter)(language) }
    guard let id = column.reviewer else { return "" }
    if let person, id == person.id { return PanelWords.mine(language) }
    return state.page.names[id] ?? id
  }

  func panelLabel(_ row: Int) -> String {
    let criteria = program?.rubric.criteria ?? []
    if criteria.indices.contains(row) { return "\(criteria[row].id) \(name(criteria[row].name))" }
    switch panelRow(row) {
    case .opinion: return PanelWords.opinion(language)
    case .recommendation: return Phrase.recommendation(language)
    case .total: return PanelWords.total(language)
    case .state, nil: return PanelWords.state(language)
    }
  }

  func panelRow(_ row: Int) -> PanelRow? {
    let place = row - (program?.rubric.criteria.count ?? 0)
    return PanelRow.allCases.indices.contains(place) ? PanelRow.allCases[place] : nil
  }

  /// The long text of a cell.
  func panelText(_ row: Int, _ column: SheetPanel.Column) -> String {
    guard let review = column.review else { return PanelWords.notShown(language) }
    let criteria = program?.rubric.criteria ?? []
    if criteria.indices.contains(row) {
      let comment = review.entries.first { $0.criterion == criteria[row].id }?.comment ?? ""
      return comment.isEmpty ? PanelWords.noComment(language) : comment
    }
    switch panelRow(row) {
    case .opinion, .total: return review.opinion.isEmpty ? PanelWords.noComment(language) : review.opinion
    case .recommendation: return review.recommendation.map { Phrase.recommendationName($0)(language) } ?? "—"
    case .state, nil:
      let state = PanelWords.state(column.state)(language)
      return column.returned.map { DeclarationWords.cameBack($0)(language) } ?? state
    }
  }

  /// The short text of a cell; a mark where there is a comment.
  func panelCell(_ row: Int, _ column: SheetPanel.Column) -> String {
    if panelRow(row) == .state { return PanelWords.state(column.state)(language) }
    guard let review = column.review else { return "·" }
    let criteria = program?.rubric.criteria ?? []
    if criteria.indices.contains(row) {
      let entry = review.entries.first { $0.criterion == criteria[row].id }
      return (entry?.score.map(Figures.tenths) ?? "—") + (entry?.comment.isEmpty == false ? " ✎" : "  ")
    }
    switch panelRow(row) {
    case .opinion: return review.opinion.isEmpty ? "—  " : "✎"
    case .recommendation: return review.recommendation.map { Phrase.recommendationName($0)(language) } ?? "—"
    case .total: return review.scored == 0 ? "—" : Figures.tenths(review.total)
    case .state, nil: return ""
    }
  }

  /// Handles a key while a text is shown in full.
  mutating func panelTextKey(_ key: Key, _ state: PanelTextState) -> [AppEffect] {
    var state = state
    let command = Keymap.command(for: key, in: context)
    switch command {
    case .back, .open: overlays.removeLast()
    case .up, .down, .pageUp, .pageDown, .top, .bottom:
      let lines = TextLayout.wrap(state.text, width: max(1, dialogWidth - 4)).count
      if let command { scroll(&state.top, command, page: dialogHeight - 2, last: max(0, lines - dialogHeight + 2)) }
      overlays[overlays.count - 1] = .panelText(state)
    default: break
    }
    return []
  }
}
