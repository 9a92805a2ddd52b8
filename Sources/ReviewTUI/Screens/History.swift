import Core

/// What was read for the History screen.
struct HistoryPage: Equatable, Sendable {
  /// The application; nil for all.
  let application: String?
  let report: HistoryReader.Report
  /// Names of persons by id.
  let names: [String: String]
}

/// History (操作历史): who did what to the files of an application, newest first.
struct HistoryState: Equatable, Sendable {
  let page: HistoryPage
  /// The application that `F5` goes back to.
  let home: String?
  /// Only the acts of this person, or of this letter.
  var person: String?
  var file: String?
  var kind: String?
  var cursor = ListCursor()
  /// The act that is shown in full.
  var detail: Detail?

  /// One act in full.
  struct Detail: Equatable, Sendable {
    let act: HistoryAct
    var versions: HistoryVersions?
    var isLooking = true
    var top = 0
  }

  var application: String? { page.application ?? home }

  /// The acts that pass the filters.
  var shown: [HistoryAct] {
    page.report.acts.filter { act in
      (person.map { $0 == Self.key(act) } ?? true) && (file.map { $0 == act.file } ?? true)
        && (kind.map { $0 == act.act } ?? true)
    }
  }

  /// What the filter by person goes by.
  static func key(_ act: HistoryAct) -> String { act.letter.map { "?" + $0 } ?? act.person ?? "" }

  func name(_ key: String, _ language: Language) -> String {
    page.report.acts.first { Self.key($0) == key }.map { HistoryWords.who($0, page.names)(language) } ?? key
  }

  /// The next value of a filter: none, then each that occurs.
  static func next(_ present: String?, among values: [String]) -> String? {
    var seen: Set<String> = []
    let all = values.filter { seen.insert($0).inserted }.sorted()
    guard let present, let place = all.firstIndex(of: present) else { return all.first }
    return place + 1 < all.count ? all[place + 1] : nil
  }
}

extension AppState {
  mutating func show(_ page: HistoryPage) {
    var home = page.application
    if case .history(let old)? = stack.last {
      home = old.application
      stack.removeLast()
    }
    stack.append(.history(HistoryState(page: page, home: home)))
  }

  mutating func took(_ versions: HistoryVersions?, of act: HistoryAct) {
    for index in stack.indices {
      guard case .history(var state) = stack[index], state.detail?.act == act else { continue }
      state.detail?.versions = versions
      state.detail?.isLooking = false
      stack[index] = .history(state)
    }
  }

  /// Handles a command on the History screen.
  mutating func history(_ command: Command, _ state: HistoryState) -> [AppEffect] {
    var state = state
    if state.detail != nil { return historyDetail(command, state) }
    let shown = state.shown
    let acts = state.page.report.acts
    switch command {
    case .back:
      stack.removeLast()
      return []
    case .open:
      guard shown.indices.contains(state.cursor.selected) else { return [] }
      let act = shown[state.cursor.selected]
      state.detail = HistoryState.Detail(act: act)
      stack[stack.count - 1] = .history(state)
      return [.versions(act)]
    case .historyPerson:
      state.person = HistoryState.next(state.person, among: acts.map(HistoryState.key))
      state.cursor = ListCursor()
    case .historyFile:
      state.file = HistoryState.next(state.file, among: acts.map(\.file))
      state.cursor = ListCursor()
    case .historyAct:
      state.kind = HistoryState.next(state.kind, among: acts.map(\.act))
      state.cursor = ListCursor()
    case .clearFilter: (state.person, state.file, state.kind, state.cursor) = (nil, nil, nil, ListCursor())
    case .historyScope:
      return [.history(application: state.page.application == nil ? state.home : nil)]
    default: _ = state.cursor.handle(command, count: shown.count, page: body.rows - 2)
    }
    stack[stack.count - 1] = .history(state)
    return []
  }

  private mutating func historyDetail(_ command: Command, _ state: HistoryState) -> [AppEffect] {
    var state = state
    switch command {
    case .back, .open: state.detail = nil
    default:
      let last = max(0, historyDetailLines(state).count - body.rows)
      if var detail = state.detail {
        scroll(&detail.top, command, page: body.rows, last: last)
        state.detail = detail
      }
    }
    stack[stack.count - 1] = .history(state)
    return []
  }
}
