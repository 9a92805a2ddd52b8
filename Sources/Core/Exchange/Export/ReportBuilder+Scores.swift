extension ReportBuilder {
  /// 评分汇总表: the totals of each application with what was dropped and the mean, then every sheet by criterion, then how
  /// the scores are distributed.
  func scores(_ figures: ScoreFigures) -> [ReportTable] {
    let rows = chosen.compactMap { own in figures.ranking.row(own.application.id).map { (chosen: own, row: $0) } }
    let most = rows.map(\.row.aggregation.lines.count).max() ?? 0
    var table = ReportTable(
      .scores, .overview, head,
      Self.naming
        + (0..<most).map { ReportColumn(.numbered(.score, $0 + 1), .decimal(1)) } + [
          ReportColumn(.dropped, .text(6)), ReportColumn(.sheets, .count), ReportColumn(.mean, .decimal(2)),
          ReportColumn(.low, .decimal(1)), ReportColumn(.high, .decimal(1)), ReportColumn(.spread, .decimal(1)),
          ReportColumn(.rank, .count), ReportColumn(.doubleCheck, .text(6)),
        ])
    for (chosen, row) in rows {
      let lines = row.aggregation.lines
      let totals = lines.map(\.total)
      let dropped = lines.filter { $0.fate != .counted }.map { ReportCell.tenths($0.total) }
      let spread = totals.count > 1 ? (totals.max() ?? 0) - (totals.min() ?? 0) : nil
      let isMarked = row.isBorderline || figures.outliers.contains { $0.application.hasSameBytes(as: row.application) }
      let numbers = (0..<most).map { place in place < totals.count ? ReportCell.tenths(totals[place]) : .blank }
      table.rows.append(
        naming(chosen.application, at: table.rows.count) + numbers + [
          dropped.isEmpty ? .blank : .list(dropped), .count(totals.count), .hundredths(row.aggregation.hundredths),
          .tenths(totals.min()), .tenths(totals.max()), .tenths(spread), .count(row.rank),
          isMarked ? .term(.truth(true)) : .blank,
        ])
    }
    table.notes = [method(figures), .droppedMarked, .proposalOnly]
    return [closed(table), details(rows), histogram(figures)]
  }

  private func method(_ figures: ScoreFigures) -> ReportTable.Note {
    .method(figures.ranking.method, passLine: figures.ranking.passLine)
  }

  private func details(_ rows: [(chosen: Chosen, row: Ranking.Row)]) -> ReportTable {
    let criteria = program.rubric.criteria
    var table = ReportTable(
      .scores, .details, head,
      Self.naming + [ReportColumn(.reviewer, .text(6), .reviewer), ReportColumn(.standing, .text(6))]
        + criteria.map { ReportColumn(.words(Program.Words(zh: $0.id, en: $0.id)), .decimal(1)) } + [
          ReportColumn(.total, .decimal(1)), ReportColumn(.recommendation, .text(5)),
        ])
    for (chosen, row) in rows {
      let sheets = (data.sheets[row.application] ?? []).map(\.review)
      for line in row.aggregation.lines {
        let review = sheets.first { $0.reviewer.hasSameBytes(as: line.reviewer) }
        let scores = criteria.map { criterion in
          ReportCell.tenths(review?.entries.first { $0.criterion.hasSameBytes(as: criterion.id) }?.score)
        }
        table.rows.append(
          naming(chosen.application, at: table.rows.count)
            + [.text(data.name(line.reviewer)), .term(.fate(line.fate))] + scores
            + [.tenths(line.total), .term(review?.recommendation.map { .recommendation($0) })])
      }
      // What is not handed in, or does not count, stands here by name only.
      for line in row.aggregation.excluded {
        table.rows.append(
          naming(chosen.application, at: table.rows.count)
            + [.text(data.name(line.reviewer)), .term(.exclusion(line.reason))]
            + [ReportCell](repeating: .blank, count: criteria.count + 2))
      }
    }
    return closed(table)
  }

  private func histogram(_ figures: ScoreFigures) -> ReportTable {
    var table = ReportTable(
      .scores, .histogram, head, [ReportColumn(.range, .text(8)), ReportColumn(.applications, .count)])
    let ids = Set(chosen.map(\.application.id))
    for bin in figures.histogram.bins {
      let end = min(bin.from + Histogram.width, program.rubric.maximum)
      let range = JSONNumber(tenths: bin.from).text + "–" + JSONNumber(tenths: end).text
      table.rows.append([.text(range), .count(bin.applications.applications.count { ids.contains($0) })])
    }
    table.chart = ReportChart(form: .columns, categories: 0, series: [1])
    return table
  }

  /// 综合排名及拟入选建议名单, and a picture of the totals with the line.
  func ranking(_ figures: ScoreFigures) -> [ReportTable] {
    var table = ReportTable(
      .ranking, .overview, head,
      Self.naming + [
        ReportColumn(.rank, .count), ReportColumn(.mean, .decimal(2)), ReportColumn(.sheets, .count),
        ReportColumn(.numbered(.rank, 1), .count), ReportColumn(.numbered(.rank, 2), .count),
        ReportColumn(.proposed, .text(5)), ReportColumn(.reason, .long(14)), ReportColumn(.doubleCheck, .text(5)),
      ])
    var picture = ReportTable(
      .ranking, .totals, head,
      [ReportColumn(.id, .text(9), .application), ReportColumn(.mean, .decimal(2)), ReportColumn(.cut, .decimal(2))])
    for row in figures.ranking.rows {
      guard let own = chosen.first(where: { $0.application.id.hasSameBytes(as: row.application) }) else { continue }
      table.rows.append(
        naming(own.application, at: table.rows.count) + [
          .count(row.rank), .hundredths(row.aggregation.hundredths), .count(row.aggregation.lines.count),
          .count(row.interval?.low), .count(row.interval?.high), .term(.proposal(row.proposal)),
          .term(.reason(row.proposal.reason)), row.isBorderline ? .term(.borderline) : .blank,
        ])
      if let score = row.aggregation.hundredths {
        picture.rows.append([.text(row.application), .hundredths(score), .hundredths(figures.ranking.passLine)])
      }
    }
    table.notes = [method(figures), .rankInterval(figures.ranking.variants), .proposalOnly]
    picture.chart = ReportChart(form: .lines, categories: 0, series: [1, 2])
    return [closed(table), picture]
  }

  /// 公示名单: unit, project, scenario and county of what is proposed, and nothing else; by county, not by rank.
  func publicity(_ figures: ScoreFigures) -> [ReportTable] {
    var table = ReportTable(
      .publicity, .whole, head,
      [
        ReportColumn(.seq, .count), ReportColumn(.unit, .text(7)), ReportColumn(.company, .text(18)),
        ReportColumn(.project, .text(22)), ReportColumn(.scenarios, .long(14)),
      ])
    let proposed = chosen.map(\.application).filter { figures.ranking.row($0.id)?.proposal.isProposed == true }
    let units = program.units.map(\.key)
    let known = units.flatMap { unit in proposed.filter { $0.unit.hasSameBytes(as: unit) } }
    for application in known + proposed.filter({ !units.contains($0.unit) }) {
      table.rows.append([
        .count(table.rows.count + 1), unit(application.unit), .text(Self.company(application)),
        .text(Self.project(application)),
        scenarios(application.project.scenarios, others: application.project.otherScenarios),
      ])
    }
    let days = program.policy("publicity.workingDays")?.value.number?.int
    if let days { table.notes.append(.objections(days: days)) }
    table.notes.append(.proposalOnly)
    return table.rows.isEmpty ? [] : [closed(table)]
  }
}
