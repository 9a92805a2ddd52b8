import Core

/// Where the panes of Browse stand: the preview at the right of a wide window, below on a tall one.
struct BrowseLayout {
  let facets: Rect
  let table: Rect
  let preview: Rect?
  /// Whether the preview stands below the table.
  let isPreviewBelow: Bool

  init(body: Rect) {
    let width = body.columns
    let (left, rest) = body.split(left: width >= 150 ? 28 : width >= 100 ? 23 : 18, gap: 1)
    facets = left
    isPreviewBelow = width < 150 && body.rows >= 28
    if width >= 150 {
      let (middle, right) = rest.split(left: rest.columns - max(44, width / 4), gap: 1)
      table = middle
      preview = right
    } else if isPreviewBelow {
      let (top, bottom) = rest.split(top: max(12, body.rows * 3 / 5))
      table = top
      preview = bottom
    } else {
      table = rest
      preview = nil
    }
  }
}

/// A column of the table.
struct TableColumn: Equatable {
  enum Kind: Equatable { case mark, id, unit, company, project, scenarios, investment, flags, score, stage }
  let kind: Kind
  let column: Int
  let width: Int

  /// The columns that fit into `width` cells.
  static func columns(width: Int) -> [TableColumn] {
    var fixed: [(Kind, Int)] = [(.mark, 3)]
    if width >= 110 { fixed.append((.id, 19)) }
    if width >= 100 { fixed.append((.unit, 13)) }
    var tail: [(Kind, Int)] = [(.scenarios, width >= 130 ? 27 : width >= 90 ? 15 : 5)]
    tail.append((.investment, 9))
    tail.append((.flags, width >= 130 ? 14 : width >= 80 ? 9 : 5))
    tail += [(.score, 6), (.stage, 7)]
    let taken = (fixed + tail).reduce(0) { $0 + $1.1 }
    let free = max(12, width - taken)
    let company = min(free * 9 / 20, 30)
    var columns: [TableColumn] = []
    var at = 0
    for (kind, size) in fixed + [(.company, company), (.project, free - company)] + tail {
      columns.append(TableColumn(kind: kind, column: at, width: size))
      at += size
    }
    return columns
  }

  var title: Phrase? {
    switch kind {
    case .mark: nil
    case .id: .columnID
    case .unit: .columnUnit
    case .company: .columnCompany
    case .project: .columnProject
    case .scenarios: .columnScenarios
    case .investment: .columnInvestment
    case .flags: .columnFlags
    case .score: .columnScore
    case .stage: .columnStage
    }
  }

  /// The sort column that a press on the title means.
  var sort: SortOrder.Key? {
    switch kind {
    case .mark, .scenarios, .flags: nil
    case .id: .id
    case .unit: .unit
    case .company: .company
    case .project: .project
    case .investment: .investment
    case .score: .score
    case .stage: .stage
    }
  }
}

extension AppState {
  /// Draws the Browse screen into the body.
  func drawBrowse(on canvas: inout Canvas) {
    let layout = BrowseLayout(body: body)
    canvas.within(layout.facets) { drawFacets(on: &$0) }
    canvas.verticalLine(row: body.row, column: layout.facets.columns, rows: body.rows)
    canvas.within(layout.table) { drawTable(on: &$0) }
    if let preview = layout.preview {
      if !layout.isPreviewBelow {
        canvas.verticalLine(row: body.row, column: preview.column - 1, rows: body.rows)
      }
      canvas.within(preview) { drawPreview(on: &$0) }
    }
  }

  private func drawFacets(on canvas: inout Canvas) {
    let width = canvas.size.columns
    let focused = browse.pane == .facets && !browse.isFiltering
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
    let title: Phrase =
      switch browse.tree {
      case .units: .facetUnits
      case .scenarios: .facetScenarios
      case .flags: .facetFlags
      }
    canvas.write(title(language), row: 0, column: 1, width: width - 2, role: .bar2)
    var cursor = browse.facets
    cursor.fit(count: browse.lines.count, height: canvas.size.rows - 1)
    let chosen = browse.chosen
    for (offset, line) in browse.lines.dropFirst(cursor.top).prefix(max(0, canvas.size.rows - 1)).enumerated() {
      let index = cursor.top + offset
      let isChosen = line.key == chosen
      var role: Role = line.count == 0 ? .dim : .normal
      if index == cursor.selected { role = focused ? .selected : isChosen ? .selectedInactive : role }
      let row = offset + 1
      canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), role: role)
      let count = String(line.count)
      canvas.write(isChosen ? "▸" : " ", row: row, column: 0, role: role)
      canvas.write(facetName(line.key), row: row, column: 1, width: width - 2 - count.count, role: role)
      canvas.write(count, row: row, column: width - 1 - count.count, role: role)
    }
  }

  /// Name of a facet value in the user's language.
  func facetName(_ key: String?) -> String {
    guard let key else { return Phrase.all(language) }
    switch browse.tree {
    case .units: return unitName(key)
    case .scenarios: return scenarioName(key)
    case .flags: return flagName(key)
    }
  }

  /// What a mark stands for: `R07 绩效指标数量`, `▲ 需补正`.
  func flagName(_ code: String) -> String {
    if let severity = Severity(rawValue: code) {
      return FindingWords.sign(severity) + " " + FindingWords.severity(severity)(language)
    }
    if let rule = program?.rule(code) { return "\(code) \(name(rule.title))" }
    switch code {
    case ApplicationFlags.unparsed: return Phrase.unparsedFields(language)
    case ApplicationFlags.corrected: return Phrase.correctedFields(language)
    default: return code
    }
  }

  /// The marks of a row in few cells: the sign of the most severe, then the rules.
  private func flagText(_ flags: [String]) -> String {
    let gaps = flags.contains(ApplicationFlags.unparsed) ? Phrase.unparsedShort(language) : ""
    // What asks for nothing would only hide what does.
    guard let worst = flags.lazy.compactMap(Severity.init).first, worst != .information else { return gaps }
    let rules = flags.filter { Severity(rawValue: $0) == nil && $0.hasPrefix("R") }
    return ([FindingWords.sign(worst) + rules.joined(separator: " ")] + [gaps]).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private func drawTable(on canvas: inout Canvas) {
    let width = canvas.size.columns
    let columns = TableColumn.columns(width: width)
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
    for column in columns {
      guard let title = column.title else { continue }
      let sorted = column.sort == browse.sort.key ? (browse.sort.isAscending ? "↑" : "↓") : ""
      canvas.write(
        title(language) + sorted, row: 0, column: column.column, width: column.width - 1, role: .bar2,
        align: column.isNumber ? .right : .left)
    }
    let height = max(0, canvas.size.rows - 1)
    if browse.visible.isEmpty {
      drawEmptyTable(on: &canvas)
      return
    }
    var cursor = browse.table
    cursor.fit(count: browse.visible.count, height: height)
    for (offset, index) in browse.visible.dropFirst(cursor.top).prefix(height).enumerated() {
      let row = library.rows[index]
      let isSelected = cursor.top + offset == cursor.selected
      let isMarked = browse.marks.contains(row.summary.id)
      let focused = browse.pane == .table && !browse.isFiltering
      let role: Role = isSelected ? (focused ? .selected : .selectedInactive) : isMarked ? .marked : .normal
      canvas.fill(Rect(row: offset + 1, column: 0, rows: 1, columns: width), role: role)
      for column in columns {
        let text = cell(column.kind, row, isMarked: isMarked, isSelected: isSelected, width: column.width)
        canvas.write(
          text, row: offset + 1, column: column.column, width: column.width - 1, role: role,
          align: column.isNumber ? .right : .left, overflow: column.kind == .project ? .middle : .end)
      }
    }
  }

  private func drawEmptyTable(on canvas: inout Canvas) {
    let phrase: Phrase
    if let trouble = browse.filterTrouble {
      phrase = trouble
    } else if !library.isComplete {
      phrase = .loading(library.rows.count)
    } else if library.rows.isEmpty {
      phrase = .emptyWorkspace
    } else {
      phrase = .nothingMatches
    }
    for (offset, line) in TextLayout.wrap(phrase(language), width: max(1, canvas.size.columns - 4)).enumerated() {
      canvas.write(line.text, row: 2 + offset, column: 2, role: .dim)
    }
  }

  private func cell(
    _ kind: TableColumn.Kind, _ row: Library.Row, isMarked: Bool, isSelected: Bool, width: Int
  ) -> String {
    let summary = row.summary
    switch kind {
    case .mark: return (isSelected ? ">" : " ") + (isMarked ? "*" : " ")
    case .id: return summary.id
    case .unit: return unitName(summary.unit)
    case .company: return summary.company
    case .project: return summary.project
    case .scenarios:
      if width < 12 {
        let first = summary.scenarios.first.map { String($0.dropFirst(2)) } ?? "-"
        return first + (summary.scenarios.count > 1 ? "+" : "")
      }
      if width < 24 { return summary.scenarios.joined(separator: " ") }
      return summary.scenarios.map { scenarioName($0) }.joined(separator: "、")
    case .investment: return summary.investment.map { Figures.money($0) } ?? "—"
    case .flags: return flagText(row.flags)
    case .score:
      guard let review = library.reviews[summary.id] else { return "·" }
      return review.scored == 0 ? "·" : Figures.tenths(review.total)
    case .stage:
      if let review = library.reviews[summary.id] { return Phrase.state(review.state)(language) }
      return Phrase.stage(row.stage)(language)
    }
  }

  /// The unit's name in the user's language, or the key when the programme does not know it.
  func unitName(_ key: String) -> String {
    guard let unit = program?.unit(key) else { return key }
    return language == .zh ? unit.name : unit.english
  }

  /// The scenario's name in the user's language, or the code when the programme does not know it.
  func scenarioName(_ code: String) -> String {
    guard let scenario = program?.scenario(code) else { return code }
    return language == .zh ? scenario.name : scenario.english
  }

  private func drawPreview(on canvas: inout Canvas) {
    let width = canvas.size.columns
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
    guard let id = browse.selectedID(in: library), let row = library.row(id) else { return }
    canvas.write(id, row: 0, column: 1, width: width - 2, role: .bar2)
    let document = previewDocument(row)
    let lines = document.layout(width: max(1, width - 2))
    let height = canvas.size.rows - 1
    let top = min(browse.previewTop, max(0, lines.count - height))
    let focused = browse.pane == .preview && !browse.isFiltering
    for (offset, line) in lines.dropFirst(top).prefix(max(0, height)).enumerated() {
      canvas.write(line.spans, row: offset + 1, column: 1, width: width - 2)
    }
    if focused { canvas.paint(.heading, Rect(row: 0, column: 0, rows: 1, columns: width)) }
  }

  private func previewDocument(_ row: Library.Row) -> Page {
    let summary = row.summary
    var document = Page()
    document.heading(summary.company)
    document.field(Phrase.columnProject(language), summary.project)
    document.field(Phrase.columnUnit(language), unitName(summary.unit))
    document.field(
      Phrase.columnScenarios(language), summary.scenarios.map { "\($0) \(scenarioName($0))" }.joined(separator: "；"))
    document.field(
      Phrase.columnInvestment(language),
      summary.investment.map { Figures.money($0) + Phrase.moneyUnit(language) } ?? "—")
    document.field(Phrase.columnStage(language), Phrase.stage(row.stage)(language))
    if let review = library.reviews[summary.id] {
      document.field(
        Phrase.myScore(language),
        "\(Figures.tenths(review.total))（\(review.scored)/\(review.entries.count)，\(Phrase.state(review.state)(language))）"
      )
    }
    let marks = row.flags.filter { Severity(rawValue: $0) == nil && $0.hasPrefix("R") }
    if !marks.isEmpty {
      document.field(Phrase.columnFlags(language), marks.map(flagName).joined(separator: "；"), role: .warning)
    }
    if summary.unparsed > 0 {
      document.field(Phrase.unparsedFields(language), String(summary.unparsed))
    }
    document.blank()
    // Names and numbers without their labels say nothing here.
    for paragraph in summary.words.split(separator: "\n").prefix(60) where paragraph.count >= 16 {
      document.paragraph(String(paragraph))
    }
    return document
  }
}

extension TableColumn {
  var isNumber: Bool { kind == .investment || kind == .score }
}
