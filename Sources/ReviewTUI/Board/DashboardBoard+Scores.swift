import Core

/// The blocks that rest on scores, and the rest of the dashboard.
extension DashboardBoard {
  func noScores(_ lines: inout BoardLines) {
    switch overview.scores {
    case .hidden: lines.text(StatsWords.hidden)
    case .badPolicy(let fault): lines.text(RankWords.badPolicy(fault), role: .warning)
    case .incomplete(let problems):
      lines.text(RankWords.incomplete(problems.count), role: .warning)
      lines.line(
        Board.Cell(
          id: "problems", spans: [Span(BoardWords.problems(language), .accent)], column: 1, width: 20, act: .problems,
          hint: BoardWords.enterProblems(language)))
    case .shown: break
    }
  }

  func ranking(_ figures: ScoreFigures, _ lines: inout BoardLines) {
    let ranking = figures.ranking
    let right = lines.width
    let company = max(10, right - 50)
    var isAbove = true
    for row in ranking.rows where row.rank != nil {
      if isAbove, (row.rank ?? 0) > ranking.cut {
        isAbove = false
        let line = "── \(BoardWords.cut(language)) \(RankWords.score(ranking.passLine)) "
        let rest = max(0, right - 3 - DisplayWidth.of(line))
        lines.line(lines.label(line + String(repeating: "─", count: rest), at: 1, width: right - 2, role: .border))
      }
      let name = companies[row.application] ?? row.application
      let score = row.aggregation.hundredths.map(RankWords.score) ?? "—"
      let reason = RankWords.reason(row.proposal.reason)(language)
      lines.line(
        lines.label(RankWords.rank(row)(language), at: 1, width: 13),
        Board.Cell(
          id: row.application, spans: [Span(name)], column: 14, width: company, act: .explain(row.application),
          hint: "\(row.application) \(reason) · \(BoardWords.enterExplains(language))"),
        lines.label(score, at: 15 + company, width: 7, role: .strong, align: .right),
        lines.label(
          row.adjusted.map { "(\(RankWords.decimal($0)))" } ?? "", at: 22 + company, width: 9, role: .dim, align: .right
        ),
        lines.label(
          row.isBorderline ? BoardWords.borderline(language) : RankWords.proposed(row.proposal)(language),
          at: 32 + company, width: 16,
          role: row.isBorderline ? .warning : row.proposal.isProposed ? .good : .dim))
    }
    let figures: [(String, Phrase, Figure)] = [
      ("proposed", BoardWords.proposed, figures.proposed), ("borderline", BoardWords.borderline, figures.borderline),
      ("gains", BoardWords.plusOne, Figure(ranking.gains)), ("loses", BoardWords.minusOne, Figure(ranking.loses)),
    ]
    for (id, name, figure) in figures {
      lines.line(
        lines.label(name(language), at: 1, width: 26),
        lines.figure(id, figure, title: name(language), at: 28, width: 6))
    }
    if let few = overview.tooFewSheets {
      lines.line(
        lines.label(BoardWords.few(language), at: 1, width: 26),
        lines.figure("few", few, title: BoardWords.few(language), at: 28, width: 6))
    }
    for warning in ranking.warnings { lines.text(RankWords.warning(warning), role: .warning) }
    if case .failure(let refusal) = ranking.severity { lines.text(RankWords.severity(refusal)) }
  }

  func histogram(_ figures: ScoreFigures, _ lines: inout BoardLines) {
    let bins = figures.histogram.bins
    guard let first = bins.firstIndex(where: { $0.applications.count > 0 }),
      let last = bins.lastIndex(where: { $0.applications.count > 0 })
    else {
      lines.text(BoardWords.empty)
      return
    }
    let most = bins.map(\.applications.count).max() ?? 1
    for bin in bins[first...last] {
      let name = "\(Figures.tenths(bin.from))–\(Figures.tenths(bin.from + Histogram.width))"
      lines.line(
        lines.label(name, at: 1, width: 14),
        lines.figure("from\(bin.from)", bin.applications, title: name, at: 16, width: 5),
        lines.label(
          BoardLines.bar(bin.applications.count, of: most, width: lines.width - 24), at: 22, width: lines.width - 23,
          role: .chart))
    }
  }

  func outliers(_ figures: ScoreFigures, _ lines: inout BoardLines) {
    let name = BoardWords.outlying(language)
    lines.line(
      lines.label(name, at: 1, width: 26),
      lines.figure("outliers", figures.outlying, title: name, at: 28, width: 6, role: .warning))
    for (index, outlier) in figures.outliers.prefix(5).enumerated() {
      lines.line(
        Board.Cell(
          id: "outlier\(index)",
          spans: [
            Span("\(personName(outlier.reviewer)) \(Figures.tenths(outlier.total)) "),
            Span(StatsWords.outlier(outlier)(language), outlier.needsNote ? .error : .warning),
            Span(" \(companies[outlier.application] ?? outlier.application)", .dim),
          ], column: 3, width: lines.width - 4, act: .explain(outlier.application), hint: outlier.application))
    }
    for (index, row) in figures.disagreements.prefix(5).enumerated() {
      lines.line(
        Board.Cell(
          id: "apart\(index)",
          spans: [
            Span(StatsWords.disagreement(row)(language)), Span(" \(companies[row.application] ?? "")", .dim),
          ], column: 3, width: lines.width - 4, act: .explain(row.application), hint: row.application))
    }
  }

  func agreement(_ figures: ScoreFigures, _ lines: inout BoardLines) {
    switch figures.correlation {
    case .failure(let refusal): lines.text(BoardWords.refused("ICC", StatsWords.refusal(refusal)), role: .normal)
    case .success(let icc):
      let shown = BoardWords.icc(StatsWords.coefficient(icc.single), StatsWords.coefficient(icc.average))(language)
      lines.line(
        Board.Cell(
          id: "icc", spans: [Span(shown, .strong)], column: 1, width: lines.width - 2,
          act: .list(title: "ICC", Figure(icc.applications)), hint: BoardWords.count(Figure(icc.applications))(language)
        ))
      lines.text(StatsWords.explanation(icc), indent: 1)
    }
    switch figures.alpha {
    case .failure(let refusal):
      lines.text(BoardWords.refused("Krippendorff α", StatsWords.refusal(refusal)), role: .normal)
    case .success(let alpha):
      let value = StatsWords.coefficient(alpha.alpha)
      lines.text(BoardWords.refused("Krippendorff α", Phrase(zh: value, en: value)), role: .strong)
      lines.text(StatsWords.explanation(alpha), indent: 1)
    }
  }

  // MARK: - Everything else

  func visits(_ lines: inout BoardLines) {
    let visits = overview.visits
    let figures: [(String, Phrase, Figure, Role)] = [
      ("planned", BoardWords.planned, visits.planned, .normal),
      ("inProgress", BoardWords.inProgress, visits.inProgress, .normal),
      ("done", BoardWords.signed, visits.done, .normal), ("overdue", BoardWords.overdue, visits.overdue, .warning),
      ("openFixes", BoardWords.openFixes, visits.openFixes, .warning),
      ("lateFixes", BoardWords.lateFixes, visits.lateFixes, .error),
    ]
    for (id, name, figure, role) in figures {
      lines.line(
        lines.label(name(language), at: 1, width: 26),
        lines.figure(id, figure, title: name(language), at: 28, width: 6, role: role))
    }
    for verdict in visits.verdicts {
      let name = InspectWords.verdict(verdict.verdict)(language)
      lines.line(
        lines.label(name, at: 3, width: 24),
        lines.figure("verdict \(verdict.verdict.rawValue)", verdict.visits, title: name, at: 28, width: 6))
    }
    for (index, fix) in visits.fixes.prefix(8).enumerated() {
      let standing = InspectWords.standing(fix.fix.standing)(language)
      lines.line(
        Board.Cell(
          id: "fix\(index)",
          spans: [
            Span(standing, fix.fix.standing.isLate ? .error : .normal),
            Span(" \(fix.fix.problem.text) ", .normal), Span(companies[fix.application] ?? "", .dim),
          ], column: 3, width: lines.width - 4,
          act: .list(title: standing, Figure([fix.application])), hint: "\(fix.application) \(fix.visit)"))
    }
  }

  func findings(_ lines: inout BoardLines) {
    if overview.findings.isEmpty { lines.text(BoardWords.empty) }
    for rule in overview.findings {
      let title = program.rule(rule.rule).map { words($0.title) } ?? ""
      let severity = FindingWords.severity(rule.severity)(language)
      lines.line(
        lines.label(rule.rule, at: 1, width: 4),
        lines.figure(rule.rule, rule.findings, title: "\(rule.rule) \(title)", at: 5, width: 5),
        lines.label(severity, at: 11, width: 12, role: rule.severity == .reject ? .error : .dim),
        lines.label(title, at: 24, width: lines.width - 25))
    }
  }

  func others(_ lines: inout BoardLines) {
    let recusals = overview.recusals.map { Figure($0.map(\.application)) }
    let figures: [(String, Phrase, Figure?)] = [
      ("recusals", BoardWords.recusals, recusals), ("objections", BoardWords.objections, overview.objections),
      ("openObjections", BoardWords.openObjections, overview.openObjections),
      ("entries", BoardWords.entries, overview.entries),
    ]
    for (id, name, figure) in figures {
      guard let figure else { continue }
      lines.line(
        lines.label(name(language), at: 1, width: 26),
        lines.figure(id, figure, title: name(language), at: 28, width: 6))
    }
    let count = overview.problems.count
    lines.line(
      lines.label(BoardWords.problems(language), at: 1, width: 26),
      Board.Cell(
        id: "problems", spans: [Span(count == 0 ? "·" : "\(count)", count == 0 ? .dim : .warning)], column: 28,
        width: 6, align: .right, act: .problems, hint: BoardWords.enterProblems(language)))
  }

  func dates(_ lines: inout BoardLines) {
    for date in program.dates {
      let day = String(date.at.prefix(16)).replacing("T", with: " ")
      let days = WorkingCalendar.days(from: now, to: date.at).map { BoardWords.days($0)(language) } ?? ""
      lines.line(
        lines.label(words(date.name), at: 1, width: 20), lines.label(day, at: 22, width: 17),
        lines.label(days, at: 40, width: max(0, lines.width - 41), role: .accent))
    }
  }
}
