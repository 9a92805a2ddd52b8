import Core

extension AppState {
  /// Draws the sheets side by side, and below them the text of the cell under the cursor.
  func drawPanel(_ state: PanelState, on canvas: inout Canvas) {
    let rows = panelRows + 1
    let (table, below) = body.split(top: min(rows, max(6, body.rows - 3)))
    canvas.within(table) { drawSheets(state, on: &$0) }
    canvas.within(below) { drawCellText(state, on: &$0) }
  }

  /// Columns that fit, with the one under the cursor among them.
  private func panelColumns(_ state: PanelState, width: Int) -> (label: Int, each: Int, first: Int, count: Int) {
    let label = min(width / 3, width >= 110 ? 34 : 26)
    let columns = max(1, state.panel.columns.count)
    let each = max(11, min(18, (width - label - 1) / columns))
    let fitting = max(1, (width - label - 1) / each)
    let first = max(0, min(state.column - fitting / 2, columns - fitting))
    return (label, each, first, min(fitting, columns))
  }

  private func drawSheets(_ state: PanelState, on canvas: inout Canvas) {
    let width = canvas.size.columns
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
    canvas.write(PanelWords.criterion(language), row: 0, column: 1, role: .bar2)
    if state.panel.columns.isEmpty {
      canvas.write(PanelWords.noSheets(language), row: 2, column: 2, role: .dim)
      return
    }
    let (label, each, first, count) = panelColumns(state, width: width)
    for offset in 0..<count {
      let column = state.panel.columns[first + offset]
      canvas.write(
        panelName(column, state), row: 0, column: label + offset * each, width: each - 1,
        role: first + offset == state.column ? .strong : .bar2, align: .right)
    }
    var cursor = state.cursor
    cursor.fit(count: panelRows, height: canvas.size.rows - 1)
    for offset in 0..<max(0, min(canvas.size.rows - 1, panelRows - cursor.top)) {
      let row = cursor.top + offset
      let isHere = row == cursor.selected
      canvas.write(
        panelLabel(row), row: offset + 1, column: 1, width: label - 2, role: isHere ? .strong : .normal)
      for place in 0..<count {
        let isCell = isHere && first + place == state.column
        let role: Role = isCell ? .selected : panelRow(row) == .total ? .strong : .normal
        canvas.write(
          panelCell(row, state.panel.columns[first + place]), row: offset + 1, column: label + place * each,
          width: each - 1, role: role, align: .right)
      }
    }
    if first > 0 { canvas.write("‹", row: 0, column: label - 1, role: .bar2) }
    if first + count < state.panel.columns.count { canvas.write("›", row: 0, column: width - 1, role: .bar2) }
  }

  private func drawCellText(_ state: PanelState, on canvas: inout Canvas) {
    guard canvas.size.rows > 1 else { return }
    let width = canvas.size.columns
    canvas.horizontalLine(row: 0, column: 0, columns: width)
    guard let column = state.here else { return }
    var page = Page()
    page.field(panelName(column, state), panelText(state.cursor.selected, column))
    if !state.panel.problems.isEmpty {
      page.paragraph(PanelWords.unread(state.panel.problems.count)(language), role: .warning)
    }
    for (offset, line) in page.layout(width: max(1, width - 2)).prefix(canvas.size.rows - 1).enumerated() {
      canvas.write(line.spans, row: offset + 1, column: 1, width: width - 2)
    }
  }

  func drawPanelText(_ state: PanelTextState, on canvas: inout Canvas) {
    let lines = TextLayout.wrap(state.text, width: max(1, dialogWidth - 4))
    let title = Phrase(zh: state.title, en: state.title)
    dialog(height: min(dialogHeight, lines.count + 2), title: title, on: &canvas) { canvas in
      let top = min(state.top, max(0, lines.count - canvas.size.rows))
      for (offset, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
        canvas.write(line.text, row: offset, column: 0)
      }
    }
  }
}
