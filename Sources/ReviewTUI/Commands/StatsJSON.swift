import Core

/// The dashboard's figures as JSON: every count with the applications behind it.
enum StatsJSON {
  static func overview(_ overview: Overview, _ language: Language) -> JSONValue {
    var object = JSONObject([
      ("projects", figure(overview.projects)), ("entries", figure(overview.entries)),
      (
        "funnel",
        .array(
          overview.funnel.map {
            .object(
              JSONObject([("stage", .string($0.stage.rawValue)), ("applications", figure($0.applications))]))
          })
      ),
      ("counties", counties(overview.counties)), ("reviewers", .array(overview.reviewers.map(load))),
      ("visits", visits(overview.visits)),
      (
        "findings",
        .array(
          overview.findings.map {
            .object(
              JSONObject([
                ("rule", .string($0.rule)), ("severity", .string($0.severity.rawValue)),
                ("findings", figure($0.findings)),
              ]))
          })
      ),
      ("tooFewSheets", overview.tooFewSheets.map(figure) ?? .null),
      ("objections", figure(overview.objections)), ("openObjections", figure(overview.openObjections)),
      ("problems", .array(overview.problems.map { ProblemReport.json($0, language) })),
    ])
    if let recusals = overview.recusals {
      object["recusals"] = .array(
        recusals.map {
          .object(
            JSONObject([
              ("application", .string($0.application)), ("reviewer", .string($0.reviewer)),
              ("ground", .string($0.ground.rawValue)),
            ]))
        })
    }
    switch overview.scores {
    case .hidden: object["scores"] = .null
    case .badPolicy(let fault): object["scores"] = refused("policy", RankWords.badPolicy(fault)(language))
    case .incomplete(let problems):
      object["scores"] = refused("incomplete", RankWords.incomplete(problems.count)(language))
    case .shown(let figures): object["scores"] = scores(figures, language)
    }
    return .object(object)
  }

  static func figure(_ figure: Figure) -> JSONValue {
    .object(JSONObject([("count", RankJSON.count(figure.count)), ("applications", RankJSON.ids(figure.behind))]))
  }

  private static func refused(_ code: String, _ why: String) -> JSONValue {
    .object(JSONObject([("refused", .string(code)), ("why", .string(why))]))
  }

  private static func counties(_ table: CountyTable) -> JSONValue {
    func cell(_ cell: CountyTable.Cell) -> JSONValue {
      .object(
        JSONObject([
          ("applications", figure(cell.applications)), ("assigned", figure(cell.assigned)),
          ("scored", figure(cell.scored)),
        ]))
    }
    let rows = table.rows.map { row -> JSONValue in
      let cells = JSONObject(zip(table.scenarios, row.cells).map { ($0, cell($1)) })
      return .object(
        JSONObject([
          ("unit", .string(row.unit)), ("projects", cell(row.projects)), ("entries", figure(row.entries)),
          ("scenarios", .object(cells)),
        ]))
    }
    return .object(
      JSONObject([
        ("rows", .array(rows)),
        ("scenarios", .object(JSONObject(zip(table.scenarios, table.columns).map { ($0, cell($1)) }))),
        ("total", cell(table.total)),
      ]))
  }

  private static func load(_ load: ReviewerLoad) -> JSONValue {
    .object(
      JSONObject([
        ("reviewer", .string(load.reviewer)), ("assigned", figure(load.assigned)),
        ("submitted", figure(load.submitted)), ("drafts", figure(load.drafts)), ("returned", figure(load.returned)),
        ("recused", figure(load.recused)), ("untouched", figure(load.untouched)), ("overdue", figure(load.overdue)),
      ]))
  }

  private static func visits(_ visits: VisitFigures) -> JSONValue {
    let verdicts = visits.verdicts.map { ($0.verdict.rawValue, figure($0.visits)) }
    let fixes = visits.fixes.map { fix -> JSONValue in
      .object(
        JSONObject([
          ("application", .string(fix.application)), ("visit", .string(fix.visit)),
          ("problem", .string(fix.fix.problem.id)), ("item", .string(fix.fix.problem.item)),
          ("due", fix.fix.standing.due.map { .string($0) } ?? .null), ("late", .bool(fix.fix.standing.isLate)),
        ]))
    }
    return .object(
      JSONObject([
        ("planned", figure(visits.planned)), ("inProgress", figure(visits.inProgress)), ("done", figure(visits.done)),
        ("overdue", figure(visits.overdue)), ("verdicts", .object(JSONObject(verdicts))),
        ("openFixes", figure(visits.openFixes)), ("lateFixes", figure(visits.lateFixes)), ("fixes", .array(fixes)),
      ]))
  }

  private static func scores(_ figures: ScoreFigures, _ language: Language) -> JSONValue {
    let bins = figures.histogram.bins.map { bin -> JSONValue in
      .object(JSONObject([("from", .number(JSONNumber(tenths: bin.from))), ("scores", figure(bin.applications))]))
    }
    let reviewers = figures.reviewers.map { row -> JSONValue in
      .object(
        JSONObject([
          ("reviewer", .string(row.reviewer)), ("sheets", figure(row.applications)),
          ("mean", RankJSON.decimal(row.spread.mean)), ("deviation", RankJSON.decimal(row.spread.deviation)),
          ("difference", RankJSON.decimal(row.difference)), ("narrow", .bool(row.isNarrow)),
        ]))
    }
    let outliers = figures.outliers.map { outlier -> JSONValue in
      .object(
        JSONObject([
          ("application", .string(outlier.application)), ("reviewer", .string(outlier.reviewer)),
          ("total", .number(JSONNumber(tenths: outlier.total))), ("difference", RankJSON.decimal(outlier.difference)),
          ("needsNote", .bool(outlier.needsNote)),
        ]))
    }
    let disagreements = figures.disagreements.map { row -> JSONValue in
      .object(
        JSONObject([
          ("application", .string(row.application)), ("sheets", RankJSON.count(row.spread.count)),
          ("range", .number(JSONNumber(tenths: row.spread.range))),
          ("deviation", RankJSON.decimal(row.spread.deviation)),
        ]))
    }
    return .object(
      JSONObject([
        ("ranking", RankJSON.ranking(figures.ranking, language)), ("proposed", figure(figures.proposed)),
        ("deliberate", figure(figures.borderline)), ("histogram", .array(bins)), ("reviewers", .array(reviewers)),
        ("agreement", agreement(figures, language)), ("outliers", .array(outliers)),
        ("disagreements", .array(disagreements)),
      ]))
  }

  /// Three decimals.
  private static func coefficient(_ value: Double) -> JSONValue {
    JSONNumber(text: StatsWords.coefficient(value)).map { .number($0) } ?? .null
  }

  private static func agreement(_ figures: ScoreFigures, _ language: Language) -> JSONValue {
    var object = JSONObject()
    switch figures.correlation {
    case .failure(let refusal): object["icc"] = refused("sample", StatsWords.refusal(refusal)(language))
    case .success(let icc):
      object["icc"] = .object(
        JSONObject([
          ("single", coefficient(icc.single)), ("average", coefficient(icc.average)),
          ("applications", RankJSON.ids(icc.applications)), ("reviewers", RankJSON.ids(icc.reviewers)),
          ("msr", coefficient(icc.betweenApplications)), ("msc", coefficient(icc.betweenReviewers)),
          ("mse", coefficient(icc.rest)), ("why", .string(StatsWords.explanation(icc)(language))),
        ]))
    }
    switch figures.alpha {
    case .failure(let refusal): object["alpha"] = refused("sample", StatsWords.refusal(refusal)(language))
    case .success(let alpha):
      object["alpha"] = .object(
        JSONObject([
          ("alpha", coefficient(alpha.alpha)), ("applications", RankJSON.count(alpha.applications)),
          ("reviewers", RankJSON.count(alpha.reviewers)), ("sheets", RankJSON.count(alpha.sheets)),
          ("observed", coefficient(alpha.observed)), ("expected", coefficient(alpha.expected)),
          ("why", .string(StatsWords.explanation(alpha)(language))),
        ]))
    }
    return .object(object)
  }
}
