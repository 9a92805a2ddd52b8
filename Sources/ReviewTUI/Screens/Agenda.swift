import Core

/// Visits as a list: mine over all applications (我的核查), or all of one application.
struct AgendaState: Equatable, Sendable {
  /// Nil for mine.
  let application: String?
  let entries: [VisitAgenda.Entry]
  /// How many files could not be read.
  let problems: Int
  var cursor = ListCursor()
}

extension AppState {
  /// Asks for the list of visits.
  mutating func startAgenda(of application: String?) -> [AppEffect] {
    guard person != nil else {
      notice = Notice(.warning, AgendaWords.needsPerson)
      return []
    }
    return [.listVisits(application: application)]
  }

  /// Asks whom a visit to the current application may have.
  mutating func startPlanning() -> [AppEffect] {
    guard person?.roles.contains(.supervisor) == true else {
      notice = Notice(.warning, VisitFormWords.onlySupervisors)
      return []
    }
    if let readOnly, readOnly != .notReviewer {
      notice = Notice(.warning, .readOnly(readOnly))
      return []
    }
    guard let id = currentApplication else {
      notice = Notice(.warning, .nothingSelected)
      return []
    }
    return [.preparePlan(application: id)]
  }

  mutating func showAgenda(_ application: String?, _ entries: [VisitAgenda.Entry], problems: Int) {
    var state = AgendaState(application: application, entries: entries, problems: problems)
    if case .agenda(let old)? = stack.last {
      state.cursor = old.cursor
      stack.removeLast()
    }
    stack.append(.agenda(state))
  }

  /// Handles a command on the list.
  mutating func agenda(_ command: Command, _ state: AgendaState) -> [AppEffect] {
    var state = state
    switch command {
    case .back:
      stack.removeLast()
      return []
    case .open, .inspect:
      guard state.entries.indices.contains(state.cursor.selected) else { return [] }
      let visit = state.entries[state.cursor.selected].visit
      return [.open([visit.application], .visit(visit.id))]
    case .read:
      guard let id = currentApplication else { return [] }
      return [.open([id], .read)]
    case .planVisit: return startPlanning()
    case .visits: return startAgenda(of: state.application)
    default: _ = state.cursor.handle(command, count: state.entries.count, page: max(1, body.rows - 2))
    }
    stack[stack.count - 1] = .agenda(state)
    return []
  }

  func drawAgenda(_ state: AgendaState, on canvas: inout Canvas) {
    canvas.within(body) { canvas in
      let width = canvas.size.columns
      canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
      draw(AgendaWords.heads.map { $0(language) }, role: .bar2, row: 0, on: &canvas)
      if state.entries.isEmpty { canvas.write(AgendaWords.nothing(language), row: 2, column: 2, role: .dim) }
      var cursor = state.cursor
      cursor.fit(count: state.entries.count, height: canvas.size.rows - 1)
      for (offset, entry) in state.entries.dropFirst(cursor.top).prefix(max(0, canvas.size.rows - 1)).enumerated() {
        let isHere = cursor.top + offset == cursor.selected
        let role: Role = isHere ? .selected : entry.duty == .none ? .dim : .normal
        canvas.fill(Rect(row: offset + 1, column: 0, rows: 1, columns: width), role: role)
        canvas.write(isHere ? ">" : " ", row: offset + 1, column: 0, role: role)
        draw(cells(entry), role: role, row: offset + 1, first: first(entry, role), on: &canvas)
      }
    }
  }

  private func first(_ entry: VisitAgenda.Entry, _ role: Role) -> Role {
    guard role == .normal else { return role }
    return entry.time == .overdue ? .error : entry.time == .today ? .warning : .normal
  }

  private func cells(_ entry: VisitAgenda.Entry) -> [String] {
    let company = library.row(entry.visit.application)?.summary.company ?? ""
    return [
      entry.duty == .none ? "" : AgendaWords.time(entry.time)(language), entry.at.map(Moment.text) ?? "—",
      entry.visit.application, entry.visit.id, entry.role.map { InspectWords.role($0)(language) } ?? "—",
      AgendaWords.duty(entry)(language),
      [company, entry.visit.place ?? ""].filter { !$0.isEmpty }.joined(separator: " · "),
    ]
  }

  private func draw(_ cells: [String], role: Role, row: Int, first: Role? = nil, on canvas: inout Canvas) {
    var column = 1
    // The last takes what is left; narrow windows do without the role.
    let isNarrow = canvas.size.columns < 100
    for (index, width) in [7, 16, 18, 4, isNarrow ? 0 : 8, isNarrow ? 13 : 18].enumerated() where width > 0 {
      canvas.write(cells[index], row: row, column: column, width: width, role: index == 0 ? first ?? role : role)
      column += width + 1
    }
    canvas.write(cells[6], row: row, column: column, width: max(0, canvas.size.columns - column - 1), role: role)
  }
}
