import Core

/// The mouse on visits: a press selects, a second one opens; the tabs change the section.
extension AppState {
  mutating func pressVisit(_ mouse: Mouse, _ state: InspectState) -> [AppEffect] {
    var state = state
    // A figure that is being typed is taken, or refused, by its own keys first.
    guard state.digits == nil else { return [] }
    let layout = InspectLayout(body: body, section: state.section)
    if mouse.position.row == layout.head.row {
      var column = 1
      for section in InspectState.Section.allCases {
        let width = DisplayWidth.of(" \(InspectWords.section(section)(language)) ")
        if (column..<column + width).contains(mouse.position.column) {
          (state.section, state.detailTop, state.isDetailFocused) = (section, 0, false)
        }
        column += width + 1
      }
    } else if layout.list.contains(mouse.position) {
      let head = state.section == .metrics ? 1 : 0
      var cursor = state.cursor
      cursor.fit(count: state.lineCount, height: layout.list.rows - head)
      let index = cursor.top + mouse.position.row - layout.list.row - head
      guard index >= cursor.top, index < state.lineCount else { return [] }
      let wasSelected = cursor.selected == index
      cursor.selected = index
      state.cursor = cursor
      (state.detailTop, state.isDetailFocused) = (0, false)
      stack[stack.count - 1] = .inspect(state)
      return mouse.kind == .doublePress && wasSelected ? perform(.open) : []
    } else {
      state.isDetailFocused = layout.detail.contains(mouse.position)
    }
    stack[stack.count - 1] = .inspect(state)
    return []
  }

  mutating func pressAgenda(_ mouse: Mouse, _ state: AgendaState) -> [AppEffect] {
    var state = state
    var cursor = state.cursor
    cursor.fit(count: state.entries.count, height: body.rows - 1)
    let index = cursor.top + mouse.position.row - body.row - 1
    guard index >= cursor.top, index < state.entries.count else { return [] }
    let wasSelected = cursor.selected == index
    cursor.selected = index
    state.cursor = cursor
    stack[stack.count - 1] = .agenda(state)
    return mouse.kind == .doublePress && wasSelected ? perform(.open) : []
  }
}
