import Core

/// Browse (浏览): facets, table and preview, with an incremental filter.
struct BrowseState: Equatable, Sendable {
  enum Pane: Equatable, Sendable { case facets, table, preview }
  enum Tree: Int, CaseIterable, Equatable, Sendable { case units, scenarios, flags }

  var pane = Pane.table
  var tree = Tree.units
  var facets = ListCursor()
  var table = ListCursor()
  /// First line shown of the preview.
  var previewTop = 0
  /// Chosen unit key and scenario code; nil is all.
  var unit: String?
  var scenario: String?
  /// Chosen mark (标记); nil is all.
  var flag: String?
  var filter = LineEditor()
  /// Whether keys go to the filter line.
  var isFiltering = false
  /// Marked applications in the order of marking.
  var marks: [String] = []
  var sort = SortOrder()
  /// Positions in the library of the rows shown.
  private(set) var visible: [Int] = []
  private(set) var unitCounts: [FacetLine] = []
  private(set) var scenarioCounts: [FacetLine] = []
  private(set) var flagCounts: [FacetLine] = []
  /// The filter text as a query; everything while it cannot be read.
  private(set) var filterQuery = Query.everything
  /// Counts by unit and scenario as the filter leaves them.
  private(set) var matrix: FacetMatrix?
  /// What is wrong with the filter text, if anything.
  private(set) var filterTrouble: Phrase?

  /// A value of a facet with the number of rows that it would show.
  struct FacetLine: Equatable, Sendable {
    /// nil stands for all.
    let key: String?
    let count: Int
  }

  /// Lines of the facet pane.
  var lines: [FacetLine] {
    switch tree {
    case .units: unitCounts
    case .scenarios: scenarioCounts
    case .flags: flagCounts
    }
  }

  /// The value chosen in the facet that is shown.
  var chosen: String? {
    switch tree {
    case .units: unit
    case .scenarios: scenario
    case .flags: flag
    }
  }

  /// Id of the row under the cursor.
  func selectedID(in library: Library) -> String? {
    visible.indices.contains(table.selected) ? library.rows[visible[table.selected]].summary.id : nil
  }

  /// Computes counts and rows anew and keeps the cursor on the same application.
  mutating func refresh(library: Library, program: Program?) {
    guard let program else { return }
    let kept = selectedID(in: library)
    filterQuery = .everything
    filterTrouble = nil
    do {
      filterQuery = try Query(filter.text)
    } catch {
      filterTrouble = QueryWords.phrase(error)
    }
    let matcher = QueryMatcher(filterQuery, program: program)
    let matching = matcher.filter(library.rows)
    if matching.isEmpty, filterTrouble == nil, let end = matcher.firstTermWithoutHits(in: library.rows) {
      filterTrouble = QueryWords.phrase(end)
    }
    matrix = Facets(library.rows, at: matching, program: program).matrix
    count(matching, library: library, program: program, narrowed: !filter.text.isEmpty)
    let shown = matching.filter { index in
      let summary = library.rows[index].summary
      return (unit.map { $0 == summary.unit } ?? true)
        && (scenario.map { summary.scenarios.contains($0) } ?? true)
        && (flag.map { library.rows[index].flags.contains($0) } ?? true)
    }
    visible = sort.sorted(shown, of: library.rows)
    table.selected =
      kept.flatMap { id in visible.firstIndex { library.rows[$0].summary.id == id } }
      ?? min(
        table.selected, max(0, shown.count - 1))
    if pane != .facets { facets.selected = lines.firstIndex { $0.key == chosen } ?? 0 }
  }

  private mutating func count(_ matching: [Int], library: Library, program: Program, narrowed: Bool) {
    var units: [String: Int] = [:]
    var scenarios: [String: Int] = [:]
    var unitTotal = 0
    var scenarioTotal = 0
    var flags: [String: Int] = [:]
    var flagTotal = 0
    for index in matching {
      let summary = library.rows[index].summary
      let isInUnit = unit.map { $0 == summary.unit } ?? true
      let isInScenario = scenario.map { summary.scenarios.contains($0) } ?? true
      if isInUnit, isInScenario {
        flagTotal += 1
        for code in library.rows[index].flags { flags[code, default: 0] += 1 }
      }
      if let flag, !library.rows[index].flags.contains(flag) { continue }
      if scenario.map({ summary.scenarios.contains($0) }) ?? true {
        units[summary.unit, default: 0] += 1
        unitTotal += 1
      }
      if unit.map({ $0 == summary.unit }) ?? true {
        scenarioTotal += 1
        for code in summary.scenarios { scenarios[code, default: 0] += 1 }
      }
    }
    unitCounts = [FacetLine(key: nil, count: unitTotal)]
    unitCounts += program.units.map { FacetLine(key: $0.key, count: units[$0.key] ?? 0) }
    let known = Set(program.units.map(\.key))
    unitCounts += units.keys.filter { !known.contains($0) }.sorted().map { FacetLine(key: $0, count: units[$0] ?? 0) }
    scenarioCounts = [FacetLine(key: nil, count: scenarioTotal)]
    scenarioCounts += program.scenarios.map { FacetLine(key: $0.code, count: scenarios[$0.code] ?? 0) }
    flagCounts = [FacetLine(key: nil, count: flagTotal)]
    let order = Severity.allCases.map(\.rawValue) + program.rules.map(\.id)
    flagCounts += order.compactMap { code in flags[code].map { FacetLine(key: code, count: $0) } }
    flagCounts += flags.keys.filter { !order.contains($0) }.sorted().map { FacetLine(key: $0, count: flags[$0] ?? 0) }
    if let flag, flags[flag] == nil { flagCounts.append(FacetLine(key: flag, count: 0)) }
    if narrowed {
      unitCounts.removeAll { $0.key != nil && $0.count == 0 && $0.key != unit }
      scenarioCounts.removeAll { $0.key != nil && $0.count == 0 && $0.key != scenario }
    }
  }

  /// Chooses the facet line under the cursor.
  mutating func chooseFacet() {
    guard lines.indices.contains(facets.selected) else { return }
    let key = lines[facets.selected].key
    switch tree {
    case .units: unit = key
    case .scenarios: scenario = key
    case .flags: flag = key
    }
  }

  /// Marks or unmarks an application.
  mutating func toggleMark(_ id: String) {
    if let position = marks.firstIndex(of: id) { marks.remove(at: position) } else { marks.append(id) }
  }
}

extension AppState {
  /// Handles a command on the Browse screen.
  mutating func browse(_ command: Command) -> [AppEffect] {
    let layout = BrowseLayout(body: body)
    switch command {
    case .nextPane: movePane(1, layout)
    case .previousPane: movePane(-1, layout)
    case .left where browse.pane != .facets: movePane(-1, layout)
    case .right where browse.pane != .preview || layout.preview == nil: movePane(1, layout)
    case .filter:
      browse.isFiltering = true
    case .clearFilter:
      browse.filter = LineEditor()
      refreshBrowse()
    case .back:
      return leaveBrowse()
    case .swapTrees:
      let trees = BrowseState.Tree.allCases
      browse.tree = trees[(browse.tree.rawValue + 1) % trees.count]
      browse.facets = ListCursor()
      browse.refresh(library: library, program: program)
    case .matrix:
      stack.append(.matrix(MatrixState()))
    case .sortNext:
      let keys = SortOrder.Key.allCases
      browse.sort.key = keys[((keys.firstIndex(of: browse.sort.key) ?? 0) + 1) % keys.count]
      notice = Notice(.info, .sortedBy(browse.sort))
      refreshBrowse()
    case .sortReverse:
      browse.sort.isAscending.toggle()
      refreshBrowse()
    case .mark:
      guard let id = browse.selectedID(in: library) else { break }
      browse.toggleMark(id)
      browse.table.move(1, count: browse.visible.count)
    case .clearMarks:
      browse.marks = []
    case .open where browse.pane == .facets:
      browse.chooseFacet()
      refreshBrowse()
      browse.pane = .table
    case .open, .read:
      return openSelected(.read)
    case .verify:
      return openSelected(.verify)
    case .inspect:
      return startInspecting()
    case .visits: return startAgenda(of: nil)
    case .planVisit: return startPlanning()
    case .score:
      return startScoring()
    case .compare:
      return startComparing()
    default:
      return moveInBrowse(command, layout)
    }
    return []
  }

  private mutating func moveInBrowse(_ command: Command, _ layout: BrowseLayout) -> [AppEffect] {
    switch browse.pane {
    case .facets:
      let before = browse.facets.selected
      if browse.facets.handle(command, count: browse.lines.count, page: layout.facets.rows - 1),
        browse.facets.selected != before
      {
        browse.chooseFacet()
        refreshBrowse()
      }
    case .table:
      if browse.table.handle(command, count: browse.visible.count, page: layout.table.rows - 1) {
        browse.previewTop = 0
      }
    case .preview:
      switch command {
      case .up: browse.previewTop = max(0, browse.previewTop - 1)
      case .down: browse.previewTop += 1
      case .pageUp: browse.previewTop = max(0, browse.previewTop - layout.table.rows)
      case .pageDown: browse.previewTop += layout.table.rows
      case .top: browse.previewTop = 0
      default: break
      }
    }
    return []
  }

  private mutating func movePane(_ delta: Int, _ layout: BrowseLayout) {
    let panes: [BrowseState.Pane] = layout.preview == nil ? [.facets, .table] : [.facets, .table, .preview]
    let now = panes.firstIndex(of: browse.pane) ?? 0
    browse.pane = panes[(now + delta + panes.count) % panes.count]
  }

  /// Esc and q on Browse first undo what narrows the list, and only then offer to leave.
  private mutating func leaveBrowse() -> [AppEffect] {
    if !browse.filter.text.isEmpty {
      browse.filter = LineEditor()
    } else if browse.unit != nil || browse.scenario != nil || browse.flag != nil {
      browse.unit = nil
      browse.scenario = nil
      browse.flag = nil
      browse.facets = ListCursor()
    } else {
      overlays.append(unsavedWork.isEmpty ? .confirm(ConfirmState(.quit)) : .unsaved(UnsavedState()))
      return []
    }
    refreshBrowse()
    return []
  }

  /// Recomputes the list after the filter, a facet or the library changed.
  mutating func refreshBrowse() {
    browse.refresh(library: library, program: program)
    browse.previewTop = 0
  }

  /// Opens the application under the cursor.
  mutating func openSelected(_ purpose: AppEffect.Purpose) -> [AppEffect] {
    guard let id = currentApplication else {
      notice = Notice(.warning, .nothingSelected)
      return []
    }
    return [.open([id], purpose)]
  }

  /// Opens the score sheet of the current application, or says why that cannot be.
  mutating func startScoring() -> [AppEffect] {
    guard let person else {
      notice = Notice(.warning, .scoringNeedsPerson)
      return []
    }
    guard person.roles.contains(.reviewer) else {
      notice = Notice(.warning, .scoringNeedsReviewer(person.name))
      return []
    }
    return openSelected(.score)
  }

  /// Compares the marked applications, or shows the sections of the one under the cursor.
  mutating func startComparing() -> [AppEffect] {
    var ids = browse.marks
    if ids.count > CompareState.mostApplications {
      notice = Notice(.warning, .tooManyMarks(ids.count, most: CompareState.mostApplications))
      return []
    }
    if ids.isEmpty, let id = currentApplication { ids = [id] }
    guard !ids.isEmpty else {
      notice = Notice(.warning, .nothingSelected)
      return []
    }
    return [.open(ids, .compare)]
  }
}
