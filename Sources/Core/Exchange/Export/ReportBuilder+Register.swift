extension ReportBuilder {
  /// 申报受理登记表, and how many applications each county has in each scenario.
  func register() -> [ReportTable] {
    let hasOwn = viewer?.roles.contains(.reviewer) == true
    var columns =
      Self.naming + [
        ReportColumn(.scenarios, .long(10)), ReportColumn(.operators, .text(6), .operators),
        ReportColumn(.investment, .money), ReportColumn(.completed, .date), ReportColumn(.contact, .text(5), .contact),
        ReportColumn(.phone, .text(7), .phone),
        ReportColumn(.receivedCounty, .moment), ReportColumn(.receivedCity, .moment), ReportColumn(.fillDate, .date),
        ReportColumn(.stage, .text(5)), ReportColumn(.flags, .text(10)),
      ]
    if hasOwn { columns.append(ReportColumn(.ownScore, .decimal(1))) }
    var table = ReportTable(.register, .overview, head, columns)
    for (place, chosen) in chosen.enumerated() {
      let application = chosen.application
      let contact = application.company.contact
      table.rows.append(
        naming(application, at: place) + [
          scenarios(application.project.scenarios, others: application.project.otherScenarios),
          .texts(application.project.operators.compactMap(\.name)), .number(application.investment.total),
          .text(application.project.completedOn ?? application.project.end), .text(contact.name),
          .texts(contact.phones), .text(application.received.byCounty),
          .text(application.received.byCity), .text(application.cover.fillDate), .term(.stage(chosen.row.stage)),
          .texts(chosen.row.flags),
        ] + (hasOwn ? [.tenths(chosen.row.ownScore)] : []))
    }
    return [closed(table), matrix()]
  }

  /// 县区 × 场景: an application stands in one cell per scenario.
  private func matrix() -> ReportTable {
    let named = program.scenarios
    let columns =
      [ReportColumn(.unit, .text(9))]
      + named.map { ReportColumn(.words(Program.Words(zh: $0.name, en: $0.english)), .count) }
      + [ReportColumn(.otherScenarios, .count), ReportColumn(.applications, .count)]
    var table = ReportTable(.register, .matrix, head, columns)
    for unit in program.units {
      let own = chosen.filter { $0.application.unit.hasSameBytes(as: unit.key) }.map(\.application.project)
      let other = own.count { project in !project.scenarios.contains { program.scenario($0) != nil } }
      table.rows.append(
        [.term(.unit(unit))]
          + named.map { scenario in
            .count(own.count { $0.scenarios.contains { $0.hasSameBytes(as: scenario.code) } })
          } + [.count(other), .count(own.count)])
    }
    table.notes.append(.countedByScenario)
    table.chart = ReportChart(form: .stacked, categories: 0, series: Array(1...(named.count + 1)))
    return table
  }
}
