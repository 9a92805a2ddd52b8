import Core

extension AppState {
  /// Handles the mouse: a press selects, a second one opens, the wheel scrolls.
  mutating func mouse(_ mouse: Mouse) -> [AppEffect] {
    // While text is being typed the mouse could only take the box away from under it.
    if case .score(let state)? = stack.last, state.editing != nil, overlays.isEmpty { return [] }
    if case .verify(let state)? = stack.last, state.editing != nil, overlays.isEmpty { return [] }
    if case .inspect(let state)? = stack.last, state.editing != nil, overlays.isEmpty { return [] }
    switch mouse.kind {
    case .wheelUp, .wheelDown:
      let key: Key = mouse.kind == .wheelUp ? .up : .down
      var effects: [AppEffect] = []
      if overlays.isEmpty {
        let command: Command = mouse.kind == .wheelUp ? .up : .down
        for _ in 0..<3 { effects += perform(command) }
      } else {
        effects += overlayKey(key)
      }
      return effects
    case .release: return []
    case .press, .doublePress: break
    }
    guard overlays.isEmpty else { return [] }
    if mouse.position.row == size.rows - 1 { return pressHint(at: mouse.position.column) }
    guard body.contains(mouse.position) else { return [] }
    switch stack.last {
    case nil: return pressBrowse(mouse)
    case .matrix(let state): return pressMatrix(mouse, state)
    case .score(let state): return pressScore(mouse, state)
    case .dashboard(let state): return pressDashboard(mouse, state)
    case .verify(let state): return pressVerify(mouse, state)
    case .inspect(let state): return pressVisit(mouse, state)
    case .agenda(let state): return pressAgenda(mouse, state)
    default: return []
    }
  }

  private mutating func pressHint(at column: Int) -> [AppEffect] {
    guard let hint = hints().last(where: { $0.column <= column }) else { return [] }
    return perform(hint.command)
  }

  private mutating func pressBrowse(_ mouse: Mouse) -> [AppEffect] {
    let layout = BrowseLayout(body: body)
    let row = mouse.position.row - body.row
    if layout.facets.contains(mouse.position) {
      browse.pane = .facets
      browse.isFiltering = false
      if row == 0 { return perform(.swapTrees) }
      var cursor = browse.facets
      cursor.fit(count: browse.lines.count, height: layout.facets.rows - 1)
      guard browse.lines.indices.contains(cursor.top + row - 1) else { return [] }
      browse.facets = cursor
      browse.facets.selected = cursor.top + row - 1
      browse.chooseFacet()
      refreshBrowse()
    } else if layout.table.contains(mouse.position) {
      browse.pane = .table
      if row == 0 {
        let column = mouse.position.column - layout.table.column
        let pressed = TableColumn.columns(width: layout.table.columns).last { $0.column <= column }
        if let sort = pressed?.sort {
          if browse.sort.key == sort {
            browse.sort.isAscending.toggle()
          } else {
            browse.sort = SortOrder(sort)
          }
          refreshBrowse()
        }
        return []
      }
      var cursor = browse.table
      cursor.fit(count: browse.visible.count, height: layout.table.rows - 1)
      let index = cursor.top + row - 1
      guard browse.visible.indices.contains(index) else { return [] }
      let wasSelected = browse.table.selected == index
      browse.table = cursor
      browse.table.selected = index
      browse.previewTop = 0
      if mouse.kind == .doublePress, wasSelected { return openSelected(.read) }
    } else if layout.preview != nil {
      browse.pane = .preview
    }
    return []
  }

  private mutating func pressMatrix(_ mouse: Mouse, _ state: MatrixState) -> [AppEffect] {
    guard let program else { return [] }
    var state = state
    let width = body.columns
    let label = MatrixState.labelWidth(width)
    let each = MatrixState.cellWidth(width, scenarios: program.scenarios.count)
    let row = mouse.position.row - body.row - 2
    let column = (mouse.position.column - label) / each
    guard row >= 0, row <= program.units.count, mouse.position.column >= label, column <= program.scenarios.count else {
      return []
    }
    let same = state.row == row && state.column == column
    state.row = row
    state.column = column
    stack[stack.count - 1] = .matrix(state)
    return mouse.kind == .doublePress && same ? perform(.open) : []
  }

  private mutating func pressVerify(_ mouse: Mouse, _ state: VerifyState) -> [AppEffect] {
    var state = state
    let layout = VerifyLayout(body: body)
    if layout.list.contains(mouse.position) {
      state.isSourceFocused = false
      var cursor = state.cursor
      cursor.fit(count: state.lines.count, height: layout.list.rows - 1)
      let index = cursor.top + mouse.position.row - layout.list.row - 1
      guard mouse.position.row > layout.list.row, state.lines.indices.contains(index) else { return [] }
      let wasSelected = state.cursor.selected == index
      state.cursor = cursor
      state.cursor.selected = index
      state.sourceTop = 0
      stack[stack.count - 1] = .verify(state)
      return mouse.kind == .doublePress && wasSelected ? perform(.open) : []
    }
    state.isSourceFocused = true
    stack[stack.count - 1] = .verify(state)
    return []
  }

  private mutating func pressScore(_ mouse: Mouse, _ state: ScoreState) -> [AppEffect] {
    guard state.editing == nil else { return [] }
    var state = state
    var effects: [AppEffect] = []
    let layout = ScoreLayout(body: body)
    if layout.sheet.contains(mouse.position) {
      guard commitDigits(&state, &effects) else { return effects }
      var cursor = state.cursor
      cursor.fit(count: state.lineCount, height: layout.sheet.rows - 1)
      let index = cursor.top + mouse.position.row - layout.sheet.row - 1
      if index >= 0, index < state.lineCount, mouse.position.row > layout.sheet.row {
        state.cursor = cursor
        state.cursor.selected = index
        state.evidenceTop = 0
        state.isEvidenceFocused = false
      }
    } else {
      state.isEvidenceFocused = layout.evidence.contains(mouse.position)
    }
    stack[stack.count - 1] = .score(state)
    return effects
  }
}
