import Core

/// Compare (对比): metrics side by side, of one application or of several.
struct CompareState: Equatable, Sendable {
  static let mostApplications = 6

  /// What is compared.
  enum Section: Int, CaseIterable, Equatable, Sendable { case metrics, finance, investment, overview, need5G, effect5G }

  var applications: [Application]
  /// Rows of the metrics, aligned across the applications.
  var rows: [MetricAlignment.Row]
  var section = Section.metrics
  /// Column under the cursor.
  var column = 0
  /// First line shown.
  var top = 0
  /// Row of the metrics under the cursor.
  var cursor = 0
  /// Row that is to be joined with another.
  var marked: Int?
  /// For every row the median of the scenario, taken when the rows were aligned.
  private(set) var medians: [MetricMedian?] = []
  /// What visits found, by application.
  let sites: [String: SiteRecord]

  init(
    _ applications: [Application], program: Program?, lessons: NameLessons, library: [ApplicationSummary],
    sites: [String: SiteRecord] = [:]
  ) {
    self.applications = applications
    self.sites = sites
    rows = Self.align(applications, program, lessons)
    takeMedians(library, lessons)
  }

  /// The scenario that all compared applications share, the first of them in the program's order.
  var scenario: String? {
    guard let first = applications.first else { return nil }
    return first.project.scenarios.sorted().first { code in
      applications.allSatisfy { $0.project.scenarios.contains(code) }
    }
  }

  private mutating func takeMedians(_ library: [ApplicationSummary], _ lessons: NameLessons) {
    guard let scenario, applications.count > 1 else {
      medians = []
      return
    }
    let peers = library.filter { $0.scenarios.contains(scenario) }
    medians = rows.map { MetricMedian(of: $0, among: peers, lessons: lessons) }
  }

  /// What the visits say of a metric, the latest result first.
  func verified(_ metric: Metric, of application: Application) -> SiteFinding? {
    sites[application.id]?.latest(on: metric.id)
  }

  /// Whether rows can be chosen: the metrics of several applications.
  var hasRows: Bool { section == .metrics && applications.count > 1 }

  /// Aligns anew; the cursor stays on the metric it was on.
  mutating func realign(_ program: Program?, _ lessons: NameLessons, _ library: [ApplicationSummary]) {
    let here = rows.indices.contains(cursor) ? rows[cursor].cells.compactMap { $0?.metric }.first : nil
    rows = Self.align(applications, program, lessons)
    cursor =
      rows.firstIndex { row in row.cells.contains { $0?.metric == here && here != nil } }
      ?? min(cursor, max(0, rows.count - 1))
    marked = nil
    takeMedians(library, lessons)
  }

  /// The aligned rows, those that most applications have first: they are what a comparison is for.
  static func align(_ applications: [Application], _ program: Program?, _ lessons: NameLessons) -> [MetricAlignment.Row]
  {
    let columns = applications.map { MetricAlignment.Column(application: $0.id, sections: $0.metrics) }
    let rows = MetricAlignment(columns, names: MetricNames(program?.metricNames ?? []), lessons: lessons).rows
    func present(_ row: MetricAlignment.Row) -> Int { row.cells.count { $0 != nil } }
    return rows.enumerated().sorted { left, right in
      let (a, b) = (present(left.element), present(right.element))
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }
}

extension AppState {
  /// Handles a command on the Compare screen.
  mutating func compare(_ command: Command, _ state: CompareState) -> [AppEffect] {
    var state = state
    let count = state.applications.count
    switch command {
    case .back:
      stack.removeLast()
      return []
    case .left, .previousPane: state.column = max(0, state.column - 1)
    case .right, .nextPane: state.column = min(state.column + 1, max(0, columnCount(state) - 1))
    case .nextSection, .previousSection:
      guard count > 1 else { break }
      let all = CompareState.Section.allCases
      let delta = command == .nextSection ? 1 : all.count - 1
      state.section = all[(state.section.rawValue + delta) % all.count]
      state.marked = nil
      state.top = 0
    case .dropColumn:
      guard count > 1 else {
        notice = Notice(.info, .lastColumn)
        break
      }
      let dropped = state.applications.remove(at: min(state.column, count - 1))
      browse.marks.removeAll { $0 == dropped.id }
      state.realign(program, names, library.rows.map(\.summary))
      state.column = min(state.column, state.applications.count - 1)
      state.top = 0
    case .open, .read:
      let index = count == 1 ? 0 : state.column
      return [.open([state.applications[min(index, count - 1)].id], .read)]
    case .score:
      return startScoring()
    case .mark, .joinRows, .splitRow, .undo:
      stack[stack.count - 1] = .compare(state)
      return teach(command)
    default:
      if state.hasRows {
        moveRow(command, &state)
        break
      }
      let lines = compareTable(state).lines(width: body.columns)
      scroll(&state.top, command, page: body.rows - 1, last: max(0, lines.count - (body.rows - CompareTable.headRows)))
    }
    stack[stack.count - 1] = .compare(state)
    return []
  }

  private func columnCount(_ state: CompareState) -> Int {
    state.applications.count == 1 ? MetricClass.allCases.count : state.applications.count
  }

  /// Draws the Compare screen.
  func drawCompare(_ state: CompareState, on canvas: inout Canvas) {
    let table = compareTable(state)
    canvas.within(body) { canvas in
      let width = canvas.size.columns
      let columns = table.columns(width: width)
      canvas.fill(Rect(row: 0, column: 0, rows: CompareTable.headRows, columns: width), role: .bar2)
      for (index, column) in columns.enumerated() {
        for (row, text) in table.head(index, width: width).enumerated() {
          let isHere = index - table.labelColumns == state.column && index >= table.labelColumns
          canvas.write(
            text, row: row, column: column.start, width: max(0, column.width - 1), role: isHere ? .selected : .bar2,
            overflow: .middle)
        }
      }
      let lines = table.lines(width: width)
      let height = max(0, canvas.size.rows - CompareTable.headRows - table.footRows)
      drawExplanation(table, on: &canvas)
      let top = min(state.top, max(0, lines.count - height))
      for (offset, line) in lines.dropFirst(top).prefix(height).enumerated() {
        for (index, spans) in line.enumerated() where columns.indices.contains(index) {
          let column = columns[index]
          canvas.write(
            spans, row: offset + CompareTable.headRows, column: column.start, width: max(0, column.width - 1))
        }
      }
    }
  }
}

/// Lays out what Compare shows as lines of cells.
struct CompareTable {
  static let headRows = 2

  /// A column's first cell and width.
  struct Column: Equatable {
    let start: Int
    let width: Int
  }

  let state: CompareState
  let program: Program?
  let language: Language

  /// Lines below the table that explain the row under the cursor.
  var footRows: Int { state.hasRows ? 2 : 0 }

  private var isSingle: Bool { state.applications.count == 1 }

  /// Columns before the first application.
  var labelColumns: Int { isSingle ? 0 : 1 }

  /// A single application on a narrow window is stacked: one column.
  private func isStacked(_ width: Int) -> Bool { isSingle && width < 110 }

  func columns(width: Int) -> [Column] {
    if isStacked(width) { return [Column(start: 1, width: max(1, width - 1))] }
    let count = isSingle ? MetricClass.allCases.count : state.applications.count
    let label = isSingle ? 0 : min(26, max(14, width / 5))
    let each = max(4, (width - label) / count)
    var columns: [Column] = label > 0 ? [Column(start: 1, width: label - 1)] : []
    for index in 0..<count { columns.append(Column(start: label + index * each, width: each)) }
    return columns
  }

  /// The two lines above a column.
  func head(_ index: Int, width: Int) -> [String] {
    if isSingle {
      let application = state.applications[0]
      let name = application.company.name ?? application.id
      if isStacked(width) { return [name, application.id] }
      let kind = MetricClass.allCases[min(index, MetricClass.allCases.count - 1)]
      return [Phrase.metricClass(kind)(language), index == 0 ? name : ""]
    }
    if index == 0 { return [Phrase.compareSection(state.section)(language), Phrase.compareNote(language)] }
    let application = state.applications[index - 1]
    return [application.company.name ?? "—", application.id]
  }

  /// The lines below the head: for every line the spans of every column.
  func lines(width: Int) -> [[[Span]]] {
    if isSingle { return isStacked(width) ? stacked(width: width) : sections(width: width) }
    switch state.section {
    case .metrics: return metrics(width: width)
    case .finance: return table(finance, width: width)
    case .investment: return table(investment, width: width)
    case .overview:
      return table([(Phrase.formOverview(language), state.applications.map { $0.project.overview })], width: width)
    case .need5G:
      return table([(Phrase.formNeed5G(language), state.applications.map { $0.project.need5G })], width: width)
    case .effect5G:
      return table([(Phrase.formEffect5G(language), state.applications.map { $0.project.effect5G })], width: width)
    }
  }

  /// The five metric sections of one application below one another.
  private func stacked(width: Int) -> [[[Span]]] {
    var document = Page()
    for kind in MetricClass.allCases { append(kind, to: &document) }
    return document.layout(width: max(1, width - 3)).map { [$0.spans] }
  }

  /// The five metric sections of one application side by side.
  private func sections(width: Int) -> [[[Span]]] {
    let columns = columns(width: width)
    let texts = MetricClass.allCases.enumerated().map { index, kind in
      var document = Page()
      append(kind, to: &document, heading: false)
      return document.layout(width: max(1, columns[index].width - 2)).map(\.spans)
    }
    let height = texts.map(\.count).max() ?? 0
    return (0..<height).map { row in texts.map { $0.indices.contains(row) ? $0[row] : [] } }
  }

  private func append(_ kind: MetricClass, to document: inout Page, heading: Bool = true) {
    let section = state.applications[0].section(kind)
    if heading { document.heading(Phrase.metricClass(kind)(language)) }
    for row in section.rows {
      document.paragraph(row.name, role: .strong)
      document.paragraph("  " + MetricText.value(row, language), role: row.value == nil ? .warning : .accent)
      for finding in state.sites[state.applications[0].id]?.findings(on: row.id) ?? [] {
        TrailPage.append(finding, of: row, language, to: &document)
      }
    }
    if !section.rows.isEmpty { document.blank() }
    document.paragraph(section.text ?? "—", role: section.text == nil ? .dim : .normal)
  }

  /// One row a metric, each cell with its value, a bar and the words it was read from.
  private func metrics(width: Int) -> [[[Span]]] {
    let result = metricRows(width: width).flatMap { $0 }
    return state.rows.isEmpty ? [[[Span(Phrase.noMetrics(language), .dim)]]] : result
  }

  /// The lines of every row.
  func metricRows(width: Int) -> [[[[Span]]]] {
    let columns = columns(width: width)
    var rows: [[[[Span]]]] = []
    for (place, row) in state.rows.enumerated() {
      var result: [[[Span]]] = []
      let label = (state.marked == place ? "◆ " : "") + row.name + (row.unit.map { "（\($0)）" } ?? "")
      let role: Role = state.cursor == place ? .selected : state.marked == place ? .marked : .strong
      var labels = TextLayout.wrap(label, width: max(1, columns[0].width - 1)).map { [Span($0.text, role)] }
      if let median = median(of: place) { labels.append([Span(median, .dim)]) }
      var cells: [[[Span]]] = [labels]
      let largest = row.cells.compactMap { $0?.value?.double }.map(abs).max() ?? 0
      for (index, cell) in row.cells.enumerated() {
        cells.append(metricCell(cell, row: row, index: index, largest: largest, width: columns[index + 1].width - 1))
      }
      let height = cells.map(\.count).max() ?? 1
      for line in 0..<height { result.append(cells.map { $0.indices.contains(line) ? $0[line] : [] }) }
      result.append([])
      rows.append(result)
    }
    return rows
  }

  private func median(of row: Int) -> String? {
    guard state.medians.indices.contains(row), let median = state.medians[row] else { return nil }
    return "\(CompareWords.median(language)) \(MetricText.short(median.value))（n=\(median.count)）"
  }

  /// Why the cell under the cursor stands in its row, or the first of the row that has one.
  var explanation: String {
    guard state.rows.indices.contains(state.cursor) else { return "" }
    let row = state.rows[state.cursor]
    let here = row.cells.indices.contains(state.column) ? row.cells[state.column] : nil
    guard let cell = here ?? row.cells.compactMap({ $0 }).first else { return "" }
    let colon = language == .zh ? "：" : ": "
    // What people taught explains the whole row, wherever the cursor is.
    let taught = row.cells.compactMap { $0 }.filter { other in
      other != cell && other.facts.contains { $0.isTaught }
    }
    return ([cell] + taught).map { cell in
      cell.metric.name + colon + AlignmentWords.line(cell.facts, language)
    }.joined(separator: "  ")
  }

  private func metricCell(
    _ cell: MetricAlignment.Cell?, row: MetricAlignment.Row, index: Int, largest: Double, width: Int
  ) -> [[Span]] {
    guard let cell else { return [[Span("—", .dim)]] }
    let isBest = row.best.contains(index)
    var lines: [[Span]] = [
      [Span(MetricText.value(cell.metric, language) + (isBest ? " ★" : ""), isBest ? .good : .normal)]
    ]
    if let finding = state.verified(cell.metric, of: state.applications[index]) {
      for line in TextLayout.wrap(AidWords.short(finding)(language), width: max(1, width)) {
        lines.append([Span(line.text, finding.role)])
      }
    }
    if let value = cell.value?.double, largest > 0, width >= 12 {
      let cells = max(1, Int((abs(value) / largest * Double(min(width - 2, 24))).rounded()))
      lines.append([Span(String(repeating: "=", count: cells), .chart)])
    }
    for line in TextLayout.wrap(cell.text.isEmpty ? cell.metric.name : cell.text, width: max(1, width)).prefix(3) {
      lines.append([Span(line.text, .dim)])
    }
    return lines
  }

  private var finance: [(String, [String?])] {
    let years = Set(state.applications.flatMap { $0.company.finance.map(\.year) }).sorted()
    func row(_ label: Phrase, _ year: Int, _ value: (Company.FinancialYear) -> String?) -> (String, [String?]) {
      (
        "\(year) \(label(language))",
        state.applications.map { application in
          application.company.finance.first { $0.year == year }.flatMap(value)
        }
      )
    }
    return years.flatMap { year in
      [
        row(.formDebtRatio, year) { $0.debtRatio.map { $0.text + "%" } },
        row(.formRevenue, year) { $0.revenue.map { Figures.money($0) } },
        row(.formProfit, year) { $0.profit.map { Figures.money($0) } },
      ]
    }
  }

  private var investment: [(String, [String?])] {
    func row(_ label: Phrase, _ value: (Investment) -> JSONNumber?) -> (String, [String?]) {
      (label(language), state.applications.map { value($0.investment).map { Figures.money($0) } })
    }
    return [
      row(.investmentTotal) { $0.total }, row(.investmentDirect) { $0.direct },
      row(.investmentIntangible) { $0.intangible }, row(.investmentOther) { $0.other },
      (
        Phrase.investmentSource(language),
        state.applications.map { application in
          let list = application.investment.sources.map { "\($0.name) \($0.amount.map { Figures.money($0) } ?? "—")" }
          return list.isEmpty ? nil : list.joined(separator: "；")
        }
      ),
    ]
  }

  private func table(_ rows: [(String, [String?])], width: Int) -> [[[Span]]] {
    let columns = columns(width: width)
    var result: [[[Span]]] = []
    for (label, values) in rows {
      var cells = [TextLayout.wrap(label, width: max(1, columns[0].width - 1)).map { [Span($0.text, .strong)] }]
      for (index, value) in values.enumerated() {
        if let value {
          cells.append(
            TextLayout.wrap(value, width: max(1, columns[index + 1].width - 2)).map { [Span($0.text)] })
        } else {
          cells.append([[Span("—", .dim)]])
        }
      }
      let height = cells.map(\.count).max() ?? 1
      for line in 0..<height { result.append(cells.map { $0.indices.contains(line) ? $0[line] : [] }) }
      if height > 1 { result.append([]) }
    }
    return result
  }
}
