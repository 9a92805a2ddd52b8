import Core

/// Dashboard (看板): every figure opens what it counts.
struct DashboardState: Equatable, Sendable {
  /// Where the cursor stands; nil before the first move.
  var cursor: Board.Name?
  /// First line shown.
  var top = 0
}

/// What the backend computed for the dashboard.
struct OverviewReading: Sendable {
  let overview: Overview
  let roster: Roster
  /// 申报单位 by application.
  let companies: [String: String]
  /// What is new since the last look; nil on the first one.
  let news: [(kind: OverviewMarks.Kind, applications: Figure)]?
  /// When that was (ISO 8601 with zone).
  let lastLook: String?
}

/// The applications behind a figure.
struct FigureListState: Equatable, Sendable {
  let title: String
  let figure: Figure
  var cursor = ListCursor()
}

/// A page of text above the dashboard: how a score came about.
struct ExplanationState: Equatable, Sendable {
  let application: String
  var top = 0
}

extension AppState {
  /// The dashboard as it is drawn in the present window; nil until its figures are there.
  func board() -> Board? {
    guard let reading = overview, let program else { return nil }
    return DashboardBoard(
      overview: reading.overview, roster: reading.roster, program: program, language: language, news: reading.news,
      lastLook: reading.lastLook, now: clock.iso, companies: reading.companies
    ).board(width: body.columns)
  }

  /// Opens the dashboard and asks for its figures.
  mutating func openDashboard() -> [AppEffect] {
    if case .dashboard? = stack.last { return [] }
    stack.append(.dashboard(DashboardState()))
    return [.followOverview(true)]
  }

  /// Handles a command on the dashboard.
  mutating func dashboard(_ command: Command, _ state: DashboardState) -> [AppEffect] {
    if command == .back || command == .dashboard {
      stack.removeLast()
      return [.followOverview(false)]
    }
    guard let board = board(), let here = board.place(of: state.cursor) else { return [] }
    if command == .open { return act(here) }
    var state = state
    if let next = board.place(command, from: here, page: max(1, body.rows - 2)) { state.cursor = next.name }
    show(&state, board)
    stack[stack.count - 1] = .dashboard(state)
    return []
  }

  private mutating func act(_ place: Board.Placed) -> [AppEffect] {
    switch place.cell.act {
    case .none: break
    case .problems: return perform(.showProblems)
    case .list(let title, let figure): stack.append(.figure(FigureListState(title: title, figure: figure)))
    case .explain(let id): stack.append(.explanation(ExplanationState(application: id)))
    }
    return []
  }

  /// Scrolls so that the cursor and the title above it are in view.
  private func show(_ state: inout DashboardState, _ board: Board) {
    guard let place = board.place(of: state.cursor) else { return }
    if place.row - 1 < state.top { state.top = max(0, place.row - 1) }
    if place.row >= state.top + body.rows { state.top = place.row - body.rows + 1 }
    state.top = min(state.top, max(0, board.rows - body.rows))
  }

  /// A press of the mouse puts the cursor on a cell, a second one opens it.
  mutating func pressDashboard(_ mouse: Mouse, _ state: DashboardState) -> [AppEffect] {
    guard let board = board() else { return [] }
    let row = mouse.position.row - body.row + state.top
    let column = mouse.position.column - body.column
    guard let place = board.places.first(where: { $0.row == row && $0.column <= column && column < $0.right }) else {
      return []
    }
    let wasHere = board.place(of: state.cursor)?.name == place.name
    var state = state
    state.cursor = place.name
    stack[stack.count - 1] = .dashboard(state)
    return mouse.kind == .doublePress && wasHere ? act(place) : []
  }

  /// Handles a command on the list behind a figure.
  mutating func figure(_ command: Command, _ state: FigureListState) -> [AppEffect] {
    var state = state
    let ids = state.figure.applications
    switch command {
    case .back:
      stack.removeLast()
      return []
    case .open, .read:
      guard ids.indices.contains(state.cursor.selected) else { return [] }
      return [.open([ids[state.cursor.selected]], .read)]
    default: _ = state.cursor.handle(command, count: ids.count, page: body.rows - 2)
    }
    stack[stack.count - 1] = .figure(state)
    return []
  }

  /// Handles a command on an explanation.
  mutating func explanation(_ command: Command, _ state: ExplanationState) -> [AppEffect] {
    var state = state
    switch command {
    case .back:
      stack.removeLast()
      return []
    case .open, .read: return [.open([state.application], .read)]
    default:
      let last = max(0, explanationLines(state).count - body.rows)
      scroll(&state.top, command, page: body.rows, last: last)
    }
    stack[stack.count - 1] = .explanation(state)
    return []
  }

  /// The lines of an explanation, wrapped.
  func explanationLines(_ state: ExplanationState) -> [String] {
    guard let reading = overview, case .shown(let figures) = reading.overview.scores,
      let row = figures.ranking.row(state.application)
    else { return [] }
    let lines = RankExplanation(row, figures.ranking, roster: reading.roster, policy: figures.policy).lines
    let head = "\(state.application)  \(reading.companies[state.application] ?? "")"
    return ([head] + lines.map { $0(language) }).flatMap { line in
      TextLayout.wrap(line, width: max(1, min(110, body.columns - 2))).map(\.text)
    }
  }
}
