import Core

/// The dashboard's figures as lines of text.
struct StatsText {
  private(set) var lines: [String] = []
  private let language: Language
  private let width: Int?
  /// How many disagreements are listed.
  private static let most = 10

  init(_ overview: Overview, program: Program, roster: Roster, _ context: CommandContext) {
    language = context.language
    width = context.console.columns
    line(StatsWords.projects(overview.projects.count, overview.entries.count))
    heading("阶段", "Stages")
    for stage in overview.funnel { entry(CommandWords.stage(stage.stage), stage.applications) }
    heading("县（市、区）× 场景：已评 / 已指派", "Counties by scenarios: scored / assigned")
    counties(overview.counties, program)
    reviewers(overview, roster)
    heading("现场核查", "Visits")
    line(StatsWords.visits(overview.visits))
    for verdict in overview.visits.verdicts { entry(InspectWords.verdict(verdict.verdict), verdict.visits) }
    for fix in overview.visits.fixes {
      let standing = InspectWords.standing(fix.fix.standing)(language)
      lines.append(
        display("  \(fix.application) \(fix.visit) \(fix.fix.problem.id) \(fix.fix.problem.text) \(standing)"))
    }
    heading("审查发现（按规则）", "Findings by rule")
    for rule in overview.findings {
      let title = program.rule(rule.rule).map { language == .zh ? $0.title.zh : $0.title.en } ?? ""
      let severity = FindingWords.severity(rule.severity)(language)
      lines.append(display("  \(rule.rule) \(rule.findings.count)  \(severity)  \(title)"))
    }
    heading("其他", "Other")
    if let few = overview.tooFewSheets { line(StatsWords.few(few)) }
    line(StatsWords.objections(overview))
    for recusal in overview.recusals ?? [] {
      let ground = DeclarationWords.name(recusal.ground)(language)
      lines.append(display("  \(recusal.application) \(recusal.reviewer) \(text("回避", "recused"))：\(ground)"))
    }
    switch overview.scores {
    case .hidden: line(StatsWords.hidden)
    case .incomplete(let problems): line(RankWords.incomplete(problems.count))
    case .badPolicy(let fault): line(RankWords.badPolicy(fault))
    case .shown(let figures): scores(figures)
    }
  }

  private func text(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)(language) }
  private mutating func line(_ phrase: Phrase) { lines.append(phrase(language)) }
  private mutating func heading(_ zh: String, _ en: String) { lines += ["", text("【\(zh)】", en)] }
  private mutating func entry(_ name: Phrase, _ figure: Figure) { lines.append("  \(name(language)) \(figure.count)") }

  private mutating func counties(_ table: CountyTable, _ program: Program) {
    var out = TextTable(
      [.init(title: text("县（市、区）", "County"))]
        + table.scenarios.map { TextTable.Column(title: $0, align: .right) }
        + [
          .init(title: text("项目数", "Applications"), align: .right),
          .init(title: text("项次", "Entries"), align: .right),
        ])
    func cell(_ cell: CountyTable.Cell) -> String {
      cell.applications.count == 0 ? "·" : "\(cell.scored.count)/\(cell.assigned.count)"
    }
    for row in table.rows {
      let unit = program.unit(row.unit).map { language == .zh ? $0.name : $0.english } ?? row.unit
      out.add(
        [unit] + row.cells.map(cell) + ["\(row.projects.applications.count)", "\(row.entries.count)"])
    }
    let entries = table.rows.reduce(0) { $0 + $1.entries.count }
    out.add(
      [text("合计", "Total")] + table.columns.map(cell) + ["\(table.total.applications.count)", "\(entries)"])
    lines += out.lines(width: width)
  }

  private mutating func reviewers(_ overview: Overview, _ roster: Roster) {
    if overview.reviewers.isEmpty { return }
    heading("评审人", "Reviewers")
    var spreads: [String: ReviewerSpread] = [:]
    if case .shown(let figures) = overview.scores { for row in figures.reviewers { spreads[row.reviewer] = row } }
    var columns: [TextTable.Column] = [.init(title: text("评审人", "Reviewer"))]
    for title in [
      text("指派", "Assigned"), text("已提交", "Submitted"), text("草稿", "Drafts"), text("退回", "Returned"),
      text("回避", "Recused"), text("未开始", "Untouched"), text("逾期", "Overdue"),
    ] { columns.append(.init(title: title, align: .right)) }
    if !spreads.isEmpty {
      for title in [text("平均", "Mean"), text("标准差", "Deviation"), text("与他人之差", "Difference")] {
        columns.append(.init(title: title, align: .right))
      }
    }
    var out = TextTable(columns)
    for load in overview.reviewers {
      var cells = [roster[load.reviewer].map { "\($0.name) \(load.reviewer)" } ?? load.reviewer]
      cells += [load.assigned, load.submitted, load.drafts, load.returned, load.recused, load.untouched, load.overdue]
        .map { "\($0.count)" }
      if !spreads.isEmpty {
        let spread = spreads[load.reviewer]
        let narrow = spread?.isNarrow == true ? "!" : ""
        cells += [
          spread.map { RankWords.decimal($0.spread.mean) } ?? "—",
          (spread?.spread.deviation.map(RankWords.decimal) ?? "—") + narrow,
          spread?.difference.map(RankWords.decimal) ?? "—",
        ]
      }
      out.add(cells)
    }
    lines += out.lines(width: width)
  }

  private mutating func scores(_ figures: ScoreFigures) {
    heading("得分分布", "Scores")
    let last = figures.histogram.bins.count - 1
    for (place, bin) in figures.histogram.bins.enumerated() where bin.applications.count > 0 {
      let (from, to) = (CommandWords.tenths(bin.from), CommandWords.tenths(bin.from + Histogram.width))
      let bar = String(repeating: "█", count: min(40, bin.applications.count))
      lines.append("  [\(from), \(to)\(place == last ? "]" : ")")  \(bin.applications.count)  \(bar)")
    }
    heading("一致性", "Agreement")
    switch figures.correlation {
    case .failure(let refusal): lines.append("  ICC " + StatsWords.refusal(refusal)(language))
    case .success(let icc):
      let (single, average) = (StatsWords.coefficient(icc.single), StatsWords.coefficient(icc.average))
      lines.append("  ICC(2,1) \(single)  ICC(2,\(icc.reviewers.count)) \(average)")
      lines.append("    " + StatsWords.explanation(icc)(language))
    }
    switch figures.alpha {
    case .failure(let refusal): lines.append("  Krippendorff α " + StatsWords.refusal(refusal)(language))
    case .success(let alpha):
      lines.append("  Krippendorff α \(StatsWords.coefficient(alpha.alpha))")
      lines.append("    " + StatsWords.explanation(alpha)(language))
    }
    heading("偏离提示", "Outliers")
    for outlier in figures.outliers {
      let total = CommandWords.tenths(outlier.total)
      lines.append(
        display("  \(outlier.application) \(outlier.reviewer) \(total)  \(StatsWords.outlier(outlier)(language))"))
    }
    heading("分歧最大", "Widest disagreements")
    for row in figures.disagreements.prefix(Self.most) {
      lines.append("  " + display(StatsWords.disagreement(row)(language)))
    }
    heading("排名", "Ranking")
    line(RankWords.summary(figures.ranking))
    line(RankWords.sensitivity(figures.ranking))
    for warning in figures.ranking.warnings { line(RankWords.warning(warning)) }
  }
}
