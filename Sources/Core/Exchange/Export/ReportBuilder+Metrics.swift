extension ReportBuilder {
  /// 指标核实对照表: every declared metric, beside it what a visit found.
  func metrics() -> [ReportTable] {
    var table = ReportTable(
      .metrics, .overview, head,
      Self.naming + [
        ReportColumn(.metricClass, .text(5)), ReportColumn(.metric, .text(12)), ReportColumn(.metricUnit, .text(5)),
        ReportColumn(.direction, .text(3)), ReportColumn(.baseline, .number), ReportColumn(.declared, .number),
        ReportColumn(.period, .text(6)), ReportColumn(.verified, .number), ReportColumn(.deviation, .decimal(1)),
        ReportColumn(.metricBand, .text(5)), ReportColumn(.method, .text(6)), ReportColumn(.evidence, .text(8)),
        ReportColumn(.note, .long(14)), ReportColumn(.metricSource, .long(24)),
      ])
    for chosen in chosen {
      let application = chosen.application
      let visit = verifying(application.id)
      for section in application.metrics {
        for metric in section.rows {
          let row = visit?.metric(metric.id)
          table.rows.append(
            naming(application, at: table.rows.count) + [
              .term(.metricClass(section.kind)), .text(metric.name), .text(metric.unit),
              metric.direction.map { .term(.direction($0)) } ?? .blank, .number(metric.baseline), .number(metric.value),
              .text(metric.period),
            ] + found(row) + [.text(metric.source?.text)])
        }
      }
    }
    table.notes.append(.verifiedFromSigned)
    return [closed(table)] + [group()].compactMap { $0 }
  }

  /// The last visit whose figures the viewer may have: signed ones anybody, others those who are at it.
  private func verifying(_ application: String) -> Inspection? {
    let own = visits(of: application).map(\.sheet.visit.id)
    return (data.visits[application] ?? []).map(\.sheet.visit).last { visit in
      visit.state == .signed || own.contains { $0.hasSameBytes(as: visit.id) }
    }
  }

  private func found(_ row: Inspection.MetricRow?) -> [ReportCell] {
    guard let row else { return [.blank, .blank, .blank, .blank, .blank, .blank] }
    let bands = program.inspection.bands
    let verified: ReportCell = row.word.map { .term(.word($0)) } ?? .number(row.verified)
    return [
      verified, .tenths(row.deviation(bands)?.tenthsOfPercent), row.band(bands).map { .term(.band($0)) } ?? .blank,
      choice(row.method, in: program.inspection.methods), .texts(row.evidence), .text(row.note),
    ]
  }

  /// The metric that most of the applications have, side by side in one unit, with a picture.
  private func group() -> ReportTable? {
    var best: (name: Program.MetricName, rows: [(Application, JSONNumber)])?
    for name in program.metricNames {
      guard let unit = name.unit else { continue }
      let rows = chosen.compactMap { chosen -> (Application, JSONNumber)? in
        let metric = chosen.application.metrics.flatMap(\.rows).first { metric in
          metric.value != nil && metric.canonical?.hasSameBytes(as: name.key) == true
        }
        guard let metric, let value = metric.value.flatMap(DecimalValue.init), let own = metric.unit,
          let converted = UnitConversion.convert(value, from: own, to: unit),
          let number = JSONNumber(text: converted.text)
        else { return nil }
        return (chosen.application, number)
      }
      if rows.count > 1, rows.count > best?.rows.count ?? 0 { best = (name, rows) }
    }
    guard let best else { return nil }
    var table = ReportTable(
      .metrics, .metric(best.name.name.zh), head,
      Self.naming + [ReportColumn(.words(best.name.name), .number)])
    for (place, row) in best.rows.enumerated() { table.rows.append(naming(row.0, at: place) + [.number(row.1)]) }
    table.notes.append(.oneUnit(best.name.unit ?? ""))
    table.chart = ReportChart(form: .columns, categories: 3, series: [5])
    return closed(table)
  }
}
