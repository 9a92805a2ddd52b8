import Core

/// The county × scenario matrix (县市区 × 场景): counts that lead to the list.
struct MatrixState: Equatable, Sendable {
  /// 0 is the line of all units.
  var row = 0
  /// 0 is the column of all scenarios.
  var column = 0
  var top = 0

  /// Width of the units' names.
  static func labelWidth(_ width: Int) -> Int { width >= 110 ? 20 : 14 }

  /// Width of one count.
  static func cellWidth(_ width: Int, scenarios: Int) -> Int {
    max(5, min(14, (width - labelWidth(width) - 1) / (scenarios + 1)))
  }
}

extension AppState {
  /// Counts of applications by unit and scenario as the filter leaves them; nil stands for all.
  func matrixCount(unit: String?, scenario: String?) -> Int {
    guard let program, let matrix = browse.matrix else { return 0 }
    let row = unit.flatMap { key in program.units.firstIndex { $0.key == key } }
    let column = scenario.flatMap { code in program.scenarios.firstIndex { $0.code == code } }
    switch (row, column) {
    case (nil, nil): return matrix.total
    case (let row?, nil): return matrix.unitTotals[row]
    case (nil, let column?): return matrix.scenarioTotals[column]
    case (let row?, let column?): return matrix.cells[row][column]
    }
  }

  /// Handles a command on the matrix.
  mutating func matrix(_ command: Command, _ state: MatrixState) -> [AppEffect] {
    guard let program else { return [] }
    var state = state
    switch command {
    case .back, .matrix:
      stack.removeLast()
      return []
    case .open:
      browse.unit = state.row == 0 ? nil : program.units[state.row - 1].key
      browse.scenario = state.column == 0 ? nil : program.scenarios[state.column - 1].code
      browse.pane = .table
      stack.removeLast()
      refreshBrowse()
      return []
    case .left: state.column = max(0, state.column - 1)
    case .right, .nextPane: state.column = min(program.scenarios.count, state.column + 1)
    default:
      var cursor = ListCursor(selected: state.row, top: state.top)
      if cursor.handle(command, count: program.units.count + 1, page: body.rows - 3) { state.row = cursor.selected }
    }
    stack[stack.count - 1] = .matrix(state)
    return []
  }

  /// Draws the matrix.
  func drawMatrix(_ state: MatrixState, on canvas: inout Canvas) {
    guard let program else { return }
    canvas.within(body) { canvas in
      let width = canvas.size.columns
      let label = MatrixState.labelWidth(width)
      let each = MatrixState.cellWidth(width, scenarios: program.scenarios.count)
      canvas.fill(Rect(row: 0, column: 0, rows: 2, columns: width), role: .bar2)
      canvas.write(Phrase.matrixTitle(language), row: 0, column: 1, width: label, role: .bar2)
      canvas.write(Phrase.matrixNote(language), row: 1, column: 1, width: label - 1, role: .bar2)
      for (index, code) in ([nil] + program.scenarios.map { Optional($0.code) }).enumerated() {
        let column = label + index * each
        let name = code.map { scenarioName($0) } ?? Phrase.total(language)
        canvas.write(code ?? "", row: 0, column: column, width: each - 1, role: .bar2, align: .right)
        // A name cut to a few cells says nothing: then the code stands alone, and the last line names the scenario.
        if code != nil, each < 12 { continue }
        canvas.write(name, row: 1, column: column, width: each - 1, role: .bar2, align: .right)
      }
      let height = canvas.size.rows - 3
      var cursor = ListCursor(selected: state.row, top: state.top)
      cursor.fit(count: program.units.count + 1, height: height)
      for offset in 0..<max(0, min(height, program.units.count + 1 - cursor.top)) {
        let index = cursor.top + offset
        let unit = index == 0 ? nil : program.units[index - 1].key
        let isRow = index == state.row
        canvas.write(
          unit.map { unitName($0) } ?? Phrase.total(language), row: offset + 2, column: 1, width: label - 2,
          role: isRow ? .strong : .normal)
        for position in 0...program.scenarios.count {
          let code = position == 0 ? nil : program.scenarios[position - 1].code
          let count = matrixCount(unit: unit, scenario: code)
          let isHere = isRow && position == state.column
          let role: Role = isHere ? .selected : count == 0 ? .dim : index == 0 || position == 0 ? .strong : .normal
          canvas.write(
            count == 0 ? "·" : String(count), row: offset + 2, column: label + position * each, width: each - 1,
            role: role, align: .right)
        }
      }
      let unit = state.row == 0 ? Phrase.allUnits(language) : unitName(program.units[state.row - 1].key)
      let scenario =
        state.column == 0 ? Phrase.allScenarios(language) : scenarioName(program.scenarios[state.column - 1].code)
      canvas.write(
        "\(unit) × \(scenario)", row: canvas.size.rows - 1, column: 1, width: width - 2, role: .accent)
    }
  }
}
