extension ReportBuilder {
  /// 专家评分表: for supervisors every submitted sheet, for a reviewer the own ones in any state.
  func scoreSheets() -> [ReportTable] {
    var tables: [ReportTable] = []
    for chosen in chosen {
      let sheets = data.sheets[chosen.application.id] ?? []
      let visible = SheetVisibility.visible(sheets.map(\.review), to: viewer)
      for review in visible {
        let isOwn = viewer.map { review.reviewer.hasSameBytes(as: $0.id) } ?? false
        guard isOwn || (isSupervisor && review.state == .submitted) else { continue }
        tables.append(scoreSheet(review, of: chosen.application))
      }
    }
    return tables
  }

  private func scoreSheet(_ review: Review, of application: Application) -> ReportTable {
    var table = ReportTable(
      .scoreSheet, .one(application: application.id, of: review.reviewer), head,
      [
        ReportColumn(.criterion, .text(4)), ReportColumn(.itemName, .text(12)), ReportColumn(.maximum, .decimal(1)),
        ReportColumn(.score, .decimal(1)), ReportColumn(.band, .text(3)), ReportColumn(.comment, .long(30)),
        ReportColumn(.clause, .long(20)),
      ])
    table.lines = [
      .fields([
        .init(.id, .text(application.id), .application), .init(.unit, unit(application.unit)),
        .init(.company, .text(Self.company(application)), .company),
      ]),
      .fields([
        .init(.project, .text(Self.project(application)), .project),
        .init(.scenarios, scenarios(application.project.scenarios, others: application.project.otherScenarios)),
      ]),
      .fields([
        .init(.reviewer, .text(data.name(review.reviewer)), .reviewer), .init(.standing, .term(.state(review.state))),
        .init(.submittedAt, .text(review.submittedAt)), .init(.revision, .count(review.revision)),
      ]),
    ]
    let rubric = program.rubric
    for criterion in rubric.criteria {
      let entry = review.entries.first { $0.criterion.hasSameBytes(as: criterion.id) }
      let band = entry?.score.flatMap { rubric.band(of: $0, outOf: criterion.maximum) }
      table.rows.append([
        .text(criterion.id), .term(.words(criterion.name)), .tenths(criterion.maximum), .tenths(entry?.score),
        band.map { .term(.words($0.name)) } ?? .blank, .text(entry?.comment), .text(criterion.clause),
      ])
    }
    let total = review.scored == rubric.criteria.count ? review.total : nil
    table.below = [
      .fields([
        .init(.total, .tenths(total)),
        .init(.recommendation, review.recommendation.map { .term(.recommendation($0)) } ?? .blank),
      ]),
      .fields([.init(.opinion, .text(review.opinion))]),
    ]
    if let declaration = review.declaration {
      table.below.append(
        .fields([
          .init(.declaration, .term(.declaration(declaration.ground))), .init(.declaredAt, .text(declaration.at)),
        ]))
    }
    return closed(table)
  }
}
