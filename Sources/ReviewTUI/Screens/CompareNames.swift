import Core

/// Joining and splitting rows of Compare, and the line that explains them.
extension AppState {
  func compareTable(_ state: CompareState) -> CompareTable {
    CompareTable(state: state, program: program, language: language)
  }

  /// Moves the cursor from row to row and keeps it in view.
  mutating func moveRow(_ command: Command, _ state: inout CompareState) {
    var cursor = ListCursor(selected: state.cursor, top: 0)
    guard cursor.handle(command, count: state.rows.count, page: max(2, body.rows / 4)) else { return }
    state.cursor = cursor.selected
    keepInView(&state)
  }

  private func keepInView(_ state: inout CompareState) {
    let table = compareTable(state)
    let heights = table.metricRows(width: body.columns).map(\.count)
    guard heights.indices.contains(state.cursor) else { return }
    let first = heights[..<state.cursor].reduce(0, +)
    let shown = max(1, body.rows - CompareTable.headRows - table.footRows)
    if first + heights[state.cursor] > state.top + shown { state.top = first + heights[state.cursor] - shown }
    if first < state.top { state.top = first }
    state.top = min(state.top, max(0, heights.reduce(0, +) - shown))
  }

  /// Marks, joins, splits and takes back; what is taught is shown when it is on disk.
  mutating func teach(_ command: Command) -> [AppEffect] {
    guard case .compare(var state)? = stack.last, state.hasRows, state.rows.indices.contains(state.cursor) else {
      notice = Notice(.info, CompareWords.onlyMetrics)
      return []
    }
    if command == .mark {
      state.marked = state.marked == state.cursor ? nil : state.cursor
      if state.marked != nil { notice = Notice(.info, CompareWords.marked(state.rows[state.cursor].name)) }
      stack[stack.count - 1] = .compare(state)
      return []
    }
    guard let person, readOnly == nil || readOnly == .notReviewer, !person.roles.isEmpty else {
      notice = Notice(.warning, .readOnly(readOnly ?? .nobody))
      return []
    }
    let lessons: [NameLesson]
    switch command {
    case .joinRows: lessons = joins(state, person)
    case .splitRow: lessons = splits(state, person)
    default:
      let last = names.last(by: person.id)
      lessons = last.map { [NameLesson(.undo, $0.a, $0.b, at: "", by: person.id)] } ?? []
      if last == nil { notice = Notice(.info, CompareWords.nothingToUndo) }
    }
    guard !lessons.isEmpty else { return [] }
    saving += 1
    return [.teachNames(lessons)]
  }

  private mutating func joins(_ state: CompareState, _ person: Person) -> [NameLesson] {
    guard let marked = state.marked, state.rows.indices.contains(marked) else {
      notice = Notice(.info, CompareWords.mark)
      return []
    }
    guard marked != state.cursor else {
      notice = Notice(.info, CompareWords.sameRow)
      return []
    }
    let (a, b) = (state.rows[marked], state.rows[state.cursor])
    guard !zip(a.cells, b.cells).contains(where: { $0 != nil && $1 != nil }) else {
      notice = Notice(.warning, CompareWords.oneColumn)
      return []
    }
    guard let first = a.cells.compactMap({ $0?.metric.name }).first,
      let second = b.cells.compactMap({ $0?.metric.name }).first
    else { return [] }
    return [NameLesson(.join, first, second, canonical: b.canonical ?? a.canonical, at: "", by: person.id)]
  }

  private mutating func splits(_ state: CompareState, _ person: Person) -> [NameLesson] {
    let row = state.rows[state.cursor]
    guard row.cells.indices.contains(state.column), let here = row.cells[state.column],
      row.cells.count(where: { $0 != nil }) > 1
    else {
      notice = Notice(.info, CompareWords.nothingToSplit)
      return []
    }
    var others: [String] = []
    for cell in row.cells {
      guard let name = cell?.metric.name, !others.contains(name), cell != here else { continue }
      others.append(name)
    }
    let own = TextFolding.key(here.metric.name)
    let different = others.filter { TextFolding.key($0) != own }
    if different.count < others.count {
      notice = Notice(.warning, CompareWords.sameWords)
      return []
    }
    return different.map { NameLesson(.split, here.metric.name, $0, at: "", by: person.id) }
  }

  /// Takes in what is taught now and aligns every comparison anew.
  mutating func took(_ lessons: NameLessons, notice: Notice?) {
    names = lessons
    for index in stack.indices {
      guard case .compare(var state) = stack[index] else { continue }
      state.realign(program, lessons, library.rows.map(\.summary))
      keepInView(&state)
      stack[index] = .compare(state)
    }
    if let notice { self.notice = notice }
  }

  /// Draws the two lines below the table: why the cell under the cursor stands where it does.
  func drawExplanation(_ table: CompareTable, on canvas: inout Canvas) {
    guard table.footRows > 0 else { return }
    let width = canvas.size.columns
    var text = table.explanation
    if table.state.scenario == nil { text += CompareWords.noScenario(language) }
    if !names.conflicts.isEmpty { text += "  " + CompareWords.conflicts(names.conflicts.count)(language) }
    let lines = TextLayout.wrap(text, width: max(1, width - 2))
    let first = canvas.size.rows - table.footRows
    canvas.fill(Rect(row: first, column: 0, rows: table.footRows, columns: width), role: .bar2)
    for (offset, line) in lines.prefix(table.footRows).enumerated() {
      let isCut = offset == table.footRows - 1 && lines.count > table.footRows
      canvas.write(line.text + (isCut ? "…" : ""), row: first + offset, column: 1, width: width - 2, role: .bar2)
    }
  }
}
