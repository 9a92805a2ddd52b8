import Core

/// The dashboard's blocks, out of ``Overview``: no figure is computed here.
struct DashboardBoard {
  let overview: Overview
  let roster: Roster
  let program: Program
  let language: Language
  /// The earlier look and what came since; nil on the first one.
  let news: [(kind: OverviewMarks.Kind, applications: Figure)]?
  let lastLook: String?
  /// The local time (ISO 8601).
  let now: String
  /// 申报单位 by application.
  let companies: [String: String]

  /// The board for `width` columns.
  func board(width: Int) -> Board {
    var blocks: [(least: Int, make: (Int) -> Board.Block)] = [
      (40, { block("news", BoardWords.news, $0, newsLines) }), (40, { block("funnel", BoardWords.funnel, $0, funnel) }),
      (78, { block("counties", BoardWords.counties, $0, counties) }),
    ]
    if !overview.reviewers.isEmpty { blocks.append((74, { block("reviewers", BoardWords.reviewers, $0, reviewers) })) }
    if case .shown(let figures) = overview.scores {
      blocks.append((78, { width in block("ranking", BoardWords.ranking, width) { ranking(figures, &$0) } }))
      blocks.append((40, { width in block("scores", BoardWords.histogram, width) { histogram(figures, &$0) } }))
      blocks.append((40, { width in block("outliers", BoardWords.outliers, width) { outliers(figures, &$0) } }))
      blocks.append((40, { width in block("agreement", BoardWords.agreement, width) { agreement(figures, &$0) } }))
    } else {
      blocks.append((40, { block("ranking", BoardWords.ranking, $0, noScores) }))
    }
    blocks.append((40, { block("visits", BoardWords.visits, $0, visits) }))
    blocks.append((40, { block("findings", BoardWords.findings, $0, findings) }))
    blocks.append((40, { block("other", BoardWords.other, $0, others) }))
    blocks.append((40, { block("dates", BoardWords.dates, $0, dates) }))
    return Board(width: width, blocks)
  }

  private func block(
    _ id: String, _ title: Phrase, _ width: Int, _ fill: (inout BoardLines) -> Void
  ) -> Board.Block {
    var lines = BoardLines(language, width: width)
    fill(&lines)
    return Board.Block(id: id, title: title(language), rows: lines.rows, least: 0)
  }

  func unitName(_ key: String) -> String {
    program.unit(key).map { language == .zh ? $0.name : $0.english } ?? key
  }

  func personName(_ id: String) -> String { roster[id]?.name ?? id }

  func words(_ words: Program.Words) -> String { language == .zh ? words.zh : words.en }

  // MARK: - Progress

  private func newsLines(_ lines: inout BoardLines) {
    guard let news else {
      lines.text(BoardWords.firstLook)
      return
    }
    if let lastLook { lines.text(BoardWords.lastLook(lastLook)) }
    if news.isEmpty { lines.text(BoardWords.noNews, role: .normal) }
    for entry in news {
      let name = BoardWords.news(entry.kind)(language)
      lines.line(
        lines.label(name, at: 1, width: 26),
        lines.figure(entry.kind.rawValue, entry.applications, title: name, at: 28, width: 6, role: .changed))
    }
  }

  private func funnel(_ lines: inout BoardLines) {
    let whole = overview.projects.count
    for stage in overview.funnel {
      let name = CommandWords.stage(stage.stage)(language)
      lines.line(
        lines.label(name, at: 1, width: 14),
        lines.figure(stage.stage.rawValue, stage.applications, title: name, at: 16, width: 6),
        lines.label(
          BoardLines.bar(stage.applications.count, of: whole, width: lines.width - 24), at: 23, width: lines.width - 24,
          role: .chart))
    }
    let name = BoardWords.total(language)
    lines.line(
      lines.label(name, at: 1, width: 14, role: .strong),
      lines.figure("total", overview.projects, title: name, at: 16, width: 6, role: .strong))
  }

  private func counties(_ lines: inout BoardLines) {
    let table = overview.counties
    let name = lines.width >= 100 ? 19 : 12
    let each = max(5, min(9, (lines.width - name - 9) / max(1, table.scenarios.count)))
    func column(_ index: Int) -> Int { name + 1 + index * each }
    let last = column(table.scenarios.count)
    var head = table.scenarios.enumerated().map {
      lines.label($1, at: column($0), width: each, role: .dim, align: .right)
    }
    head.append(lines.label(BoardWords.projects(language), at: last + 1, width: 6, role: .dim, align: .right))
    lines.line(head)
    func line(_ key: String, _ title: String, _ cells: [CountyTable.Cell], _ total: CountyTable.Cell, role: Role) {
      var row = [lines.label(title, at: 1, width: name - 1, role: role)]
      for (index, cell) in cells.enumerated() {
        row.append(
          heat(
            "\(key) \(table.scenarios[index])", "\(title) \(table.scenarios[index])", cell, column(index), each, lines))
      }
      row.append(
        lines.figure("\(key) total", total.applications, title: title, at: last + 1, width: 6, role: .strong))
      lines.line(row)
    }
    for row in table.rows { line(row.unit, unitName(row.unit), row.cells, row.projects, role: .normal) }
    line("total", BoardWords.total(language), table.columns, table.total, role: .strong)
    lines.text(BoardWords.countiesNote)
  }

  /// Scored of assigned; the applications behind it are all of the cell.
  private func heat(
    _ id: String, _ title: String, _ cell: CountyTable.Cell, _ column: Int, _ width: Int, _ lines: BoardLines
  ) -> Board.Cell {
    let (all, assigned, scored) = (cell.applications.count, cell.assigned.count, cell.scored.count)
    let role: Role = all == 0 ? .dim : scored == assigned && assigned > 0 ? .good : scored > 0 ? .chart : .normal
    var made = lines.figure(
      id, cell.applications, title: title, at: column, width: width, role: role,
      shown: all == 0 ? "·" : "\(scored)/\(assigned)")
    made.hint += BoardWords.heat(scored, assigned, all)(language)
    return made
  }

  private func reviewers(_ lines: inout BoardLines) {
    var spreads: [String: ReviewerSpread] = [:]
    if case .shown(let figures) = overview.scores { for row in figures.reviewers { spreads[row.reviewer] = row } }
    let name = 12
    let each = 6
    var head = BoardWords.load.enumerated().map {
      lines.label($1.name(language), at: name + 1 + $0 * each, width: each, role: .dim, align: .right)
    }
    let after = name + 1 + BoardWords.load.count * each
    if !spreads.isEmpty {
      for (index, title) in [BoardWords.mean, BoardWords.deviation, BoardWords.difference].enumerated() {
        head.append(lines.label(title(language), at: after + index * 7, width: 7, role: .dim, align: .right))
      }
    }
    lines.line(head)
    for load in overview.reviewers {
      let who = personName(load.reviewer)
      let figures = [
        load.assigned, load.submitted, load.drafts, load.returned, load.recused, load.untouched, load.overdue,
      ]
      var row = [lines.label(who, at: 1, width: name - 1)]
      for (index, column) in BoardWords.load.enumerated() {
        let isLate = column.key == "overdue" || column.key == "returned"
        row.append(
          lines.figure(
            "\(load.reviewer) \(column.key)", figures[index], title: "\(who) \(column.name(language))",
            at: name + 1 + index * each, width: each, role: isLate ? .warning : .normal))
      }
      if let spread = spreads[load.reviewer] {
        let shown = [
          RankWords.decimal(spread.spread.mean), spread.spread.deviation.map(RankWords.decimal) ?? "—",
          spread.difference.map { ($0 > 0 ? "+" : "") + RankWords.decimal($0) } ?? "—",
        ]
        for (index, text) in shown.enumerated() {
          let isNarrow = index == 1 && spread.isNarrow
          row.append(
            lines.figure(
              "\(load.reviewer) spread\(index)", spread.applications, title: who, at: after + index * 7, width: 7,
              role: isNarrow ? .warning : .normal, shown: isNarrow ? "!" + text : text))
        }
      }
      lines.line(row)
    }
    if !SheetVisibility.seesEverybody(overview) { lines.text(BoardWords.onlyOwn) }
  }
}

extension SheetVisibility {
  /// Whether the overview was made for somebody who sees everybody's progress.
  fileprivate static func seesEverybody(_ overview: Overview) -> Bool { overview.recusals != nil }
}
