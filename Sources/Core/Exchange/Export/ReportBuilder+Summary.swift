extension ReportBuilder {
  /// 推荐汇总表 in the columns of 附件3, one table for each unit that has applications, in the order of the program.
  ///
  /// - Parameter unit: only this unit, also when it has none.
  func summary(unit: Program.Unit? = nil) -> [ReportTable] {
    let units = unit.map { [$0] } ?? program.units
    return units.compactMap { own in
      let filed = chosen.map(\.application).filter { $0.unit.hasSameBytes(as: own.key) }
      return filed.isEmpty && unit == nil ? nil : summary(filed, of: own)
    }
  }

  private func summary(_ filed: [Application], of unit: Program.Unit) -> ReportTable {
    var table = ReportTable(
      .summary, .unit(unit), head,
      [
        ReportColumn(.formSeq, .count), ReportColumn(.formCompany, .text(14), .company),
        ReportColumn(.formProject, .text(14), .project), ReportColumn(.formScope, .long(26)),
        ReportColumn(.formInvestment, .money), ReportColumn(.formCompleted, .date),
        ReportColumn(.formContact, .text(10), .contact), ReportColumn(.formRemark, .long(8)),
      ])
    let received = data.summaries[unit.key]
    table.lines = [
      .fields([
        .init(.bureau, received?.bureau.map { .text($0) } ?? .term(.unit(unit))), .init(.month, .text(received?.date)),
      ])
    ]
    let pairs = CrossCheckPairing(rows: received?.rows ?? [], applications: filed).pairs
    for (place, application) in filed.enumerated() {
      let row = pairs.first { $0.application == place }.flatMap { received?.rows[$0.row] }
      let contact = application.company.contact
      let people = [contact.name ?? ""] + contact.phones
      table.rows.append([
        .count(place + 1), .text(Self.company(application)), .text(Self.project(application)),
        scope(application), .number(application.investment.total),
        // The form has no place for it; the county's table has.
        .text(application.project.completedOn ?? row?.completed), .texts(people), .text(row?.remark),
      ])
    }
    return closed(table)
  }

  /// 所属典型场景支持范围及项目内容简述: two facts in one cell, as the form asks.
  private func scope(_ application: Application) -> ReportCell {
    let project = application.project
    let names = project.scenarios.map { program.scenario($0)?.name ?? $0 } + project.otherScenarios
    let parts = [names.filter { !$0.isEmpty }.joined(separator: "、"), project.overview ?? ""].filter { !$0.isEmpty }
    return .text(parts.joined(separator: "："))
  }
}
