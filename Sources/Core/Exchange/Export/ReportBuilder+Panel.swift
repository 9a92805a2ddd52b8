extension ReportBuilder {
  /// 评审分组与回避情况表: who was assigned, what they declared, and how far their sheet is.
  func panel() -> [ReportTable] {
    var table = ReportTable(
      .panel, .whole, head,
      Self.naming + [
        ReportColumn(.role, .text(5)), ReportColumn(.person, .text(6), .reviewer),
        ReportColumn(.declaration, .long(14)), ReportColumn(.conflictNote, .long(16)),
        ReportColumn(.declaredAt, .moment), ReportColumn(.standing, .text(5)),
      ])
    for chosen in chosen {
      let id = chosen.application.id
      let assignment = data.assignments[id]
      let sheets = data.sheets[id] ?? []
      // Who has a sheet without being assigned belongs into the table too.
      let further = sheets.map(\.review.reviewer).filter { reviewer in
        assignment?.reviewers.contains { $0.hasSameBytes(as: reviewer) } != true
      }
      for reviewer in (assignment?.reviewers ?? []) + further {
        let review = sheets.first { $0.review.reviewer.hasSameBytes(as: reviewer) }?.review
        let declaration = review?.declaration
        table.rows.append(
          naming(chosen.application, at: table.rows.count) + [
            .term(.role(.reviewer)), .text(data.name(reviewer)),
            declaration.map { .term(.declaration($0.ground)) } ?? .blank, .text(declaration?.note),
            .text(declaration?.at), review.map { .term(.state($0.state)) } ?? .blank,
          ])
      }
      for inspector in assignment?.inspectors ?? [] {
        table.rows.append(
          naming(chosen.application, at: table.rows.count) + [
            .term(.role(.inspector)), .text(data.name(inspector)), .blank, .blank, .blank, .blank,
          ])
      }
    }
    return [closed(table)]
  }
}
