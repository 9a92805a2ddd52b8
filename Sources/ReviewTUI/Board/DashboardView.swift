import Core

extension AppState {
  /// Draws the dashboard.
  func drawDashboard(_ state: DashboardState, on canvas: inout Canvas) {
    canvas.within(body) { canvas in
      guard let board = board() else {
        canvas.write(BoardWords.loading(language), row: 1, column: 2, role: .dim)
        return
      }
      let height = canvas.size.rows
      let top = min(state.top, max(0, board.rows - height))
      let here = board.place(of: state.cursor)
      for title in board.titles where (top..<top + height).contains(title.row) {
        let row = title.row - top
        canvas.fill(Rect(row: row, column: title.column, rows: 1, columns: title.width), role: .bar2)
        canvas.write(title.text, row: row, column: title.column + 1, width: title.width - 2, role: .bar2)
      }
      for place in board.cells where (top..<top + height).contains(place.row) {
        draw(place, isHere: place.name != nil && place.name == here?.name, row: place.row - top, on: &canvas)
      }
      if board.rows > height {
        let label = "\(min(100, (top + height) * 100 / board.rows))%"
        canvas.write(label, row: 0, column: canvas.size.columns - label.count - 1, role: .dim)
      }
    }
  }

  private func draw(_ place: Board.Placed, isHere: Bool, row: Int, on canvas: inout Canvas) {
    let cell = place.cell
    let text = cell.spans.map(\.text).joined()
    let wide = min(cell.width, DisplayWidth.of(text))
    let column =
      switch cell.align {
      case .left: place.column
      case .right: place.column + cell.width - wide
      case .center: place.column + (cell.width - wide) / 2
      }
    canvas.write(cell.spans, row: row, column: column, width: cell.width - (column - place.column))
    if isHere {
      // A figure of one digit would be lost on a wide screen: the whole cell shows where the cursor is.
      let first = cell.align == .right ? max(place.column, column - 2) : place.column
      let last = cell.align == .right ? place.column + cell.width : column + wide
      canvas.paint(.selected, Rect(row: row, column: first, rows: 1, columns: max(1, last - first)))
      if cell.align == .right, first < column { canvas.write(">", row: row, column: first, width: 1, role: .selected) }
    }
  }

  /// What the status line says of the cell under the cursor.
  func dashboardHint(_ state: DashboardState) -> String? { board()?.place(of: state.cursor)?.cell.hint }

  /// Draws the applications behind a figure.
  func drawFigure(_ state: FigureListState, on canvas: inout Canvas) {
    canvas.within(body) { canvas in
      let (width, height) = (canvas.size.columns, canvas.size.rows)
      canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
      let title = state.title + BoardWords.colon(language) + BoardWords.list(state.figure)(language)
      canvas.write(title, row: 0, column: 1, width: width - 12, role: .bar2)
      let ids = state.figure.applications
      let isCounted = ids.count != state.figure.count
      if isCounted {
        canvas.write(BoardWords.times(language), row: 0, column: width - 9, width: 8, role: .bar2, align: .right)
      }
      if ids.isEmpty { canvas.write(BoardWords.empty(language), row: 2, column: 2, role: .dim) }
      var cursor = state.cursor
      cursor.fit(count: ids.count, height: height - 1)
      for (offset, id) in ids.dropFirst(cursor.top).prefix(max(0, height - 1)).enumerated() {
        let row = offset + 1
        let isHere = cursor.top + offset == cursor.selected
        let role: Role = isHere ? .selected : .normal
        canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), role: role)
        canvas.write(isHere ? ">" : " ", row: row, column: 0, role: role)
        canvas.write(id, row: row, column: 2, width: 19, role: role)
        let known = library.row(id)
        let company = known?.summary.company ?? overview?.companies[id] ?? ""
        let room = max(8, (width - 46) / 2)
        canvas.write(company, row: row, column: 22, width: room, role: role, overflow: .middle)
        canvas.write(
          known?.summary.project ?? "", row: row, column: 23 + room, width: max(0, width - 46 - room), role: role,
          overflow: .middle)
        let stage = known.map { CommandWords.stage($0.stage)(language) } ?? ""
        canvas.write(stage, row: row, column: width - 22, width: 12, role: role)
        if isCounted {
          let times = state.figure.behind.count { $0 == id }
          canvas.write("\(times)", row: row, column: width - 9, width: 8, role: role, align: .right)
        }
      }
    }
  }

  /// Draws how a score came about.
  func drawExplanation(_ state: ExplanationState, on canvas: inout Canvas) {
    canvas.within(body) { canvas in
      let lines = explanationLines(state)
      let top = min(state.top, max(0, lines.count - canvas.size.rows))
      for (offset, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
        canvas.write(
          line, row: offset, column: 1, width: canvas.size.columns - 2,
          role: top + offset == 0 ? .heading : .normal)
      }
    }
  }
}
