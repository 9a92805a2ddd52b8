import Glibc
import Testing

@testable import Core

/// The other half of `Tests/Statistics/check.py`: reads the panels of the file named by STATISTICS_PANELS, writes what the
/// program makes of them to STATISTICS_ANSWERS. Without these it does nothing.
@Suite struct StatisticsExchangeTests {
  @Test func answersThePanelsOfTheIndependentImplementation() throws {
    guard let input = getenv("STATISTICS_PANELS"), let output = getenv("STATISTICS_ANSWERS") else { return }
    var limits = JSONLimits()
    limits.bytes = 1 << 28
    let root = try JSONParser.parse(OutsideFile.read(String(cString: input), max: limits.bytes), limits: limits)
    var answers: [JSONValue] = []
    for batch in root["batches"]?.array ?? [] { answers.append(try answer(batch)) }
    let bytes = JSONWriter.compact(.array(answers))
    let file = open(String(cString: output), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    #expect(file >= 0)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { write(file, $0.baseAddress.map { $0 + done }, bytes.count - done) }
      if count <= 0 { break }
      done += count
    }
    close(file)
    #expect(done == bytes.count)
  }

  private func number(_ value: Double?) -> JSONValue {
    value.flatMap { JSONNumber(text: "\($0)") }.map { .number($0) } ?? .null
  }

  private func count(_ value: Int?) -> JSONValue { value.map { .number(JSONNumber($0)) } ?? .null }

  private func answer(_ batch: JSONValue) throws -> JSONValue {
    var policy: [String: String] = [:]
    for member in batch["policy"]?.object?.members ?? [] {
      policy[member.key] = String(decoding: JSONWriter.compact(member.value), as: UTF8.self)
    }
    let program = try RuleBench.program(policy)
    let rules = try ReviewPolicy(program)
    let entries = try (batch["panels"]?.array ?? []).map { panel in
      let id = try #require(panel["application"]?.string)
      let reviews = try (panel["sheets"]?.array ?? []).map { try review($0, id, program.rubric) }
      return Ranking.Entry(
        panel: ApplicationPanel(id, reviews: reviews, assignment: nil, rubric: program.rubric),
        unit: try #require(panel["unit"]?.string))
    }
    let ranking = Ranking(entries, policy: rules, rubric: program.rubric)
    let panels = entries.map(\.panel)
    let rows = ranking.rows.map { row -> JSONValue in
      let steps = try? row.aggregation.result.get()
      let dropped = row.aggregation.lines.filter { $0.fate != .counted }.map { JSONValue.string($0.reviewer) }
      return .object(
        JSONObject([
          ("application", .string(row.application)), ("score", count(steps?.hundredths)), ("sum", count(steps?.sum)),
          ("count", count(steps?.count)), ("dropped", .array(dropped)), ("rank", count(row.rank)),
          ("low", count(row.interval?.low)), ("high", count(row.interval?.high)),
          ("proposed", .bool(row.proposal.isProposed)), ("borderline", .bool(row.isBorderline)),
          ("adjusted", number(row.adjusted)),
        ]))
    }
    return .object(
      JSONObject([
        ("rows", .array(rows)), ("gains", .array(ranking.gains.map { .string($0) })),
        ("loses", .array(ranking.loses.map { .string($0) })), ("reviewers", reviewers(panels, rules)),
        ("effects", effects(ranking)), ("icc", correlation(panels, rules)), ("alpha", alpha(panels, rules)),
        ("outliers", outliers(panels, rules)),
        (
          "deviations",
          .object(JSONObject(Disagreement.all(panels).map { ($0.application, number($0.spread.deviation)) }))
        ),
      ]))
  }

  private func review(_ sheet: JSONValue, _ application: String, _ rubric: Rubric) throws -> Review {
    var review = Review(application: application, reviewer: try #require(sheet["reviewer"]?.string), rubric: rubric)
    for (index, score) in (sheet["scores"]?.array ?? []).enumerated() {
      review.entries[index].score = score.number?.int
    }
    review.state = try #require(Review.State(rawValue: sheet["state"]?.string ?? ""))
    if sheet["recused"]?.bool == true {
      review.declaration = Declaration(ground: .other, at: "2022-09-01T08:00:00+08:00")
    }
    return review
  }

  private func reviewers(_ panels: [ApplicationPanel], _ policy: ReviewPolicy) -> JSONValue {
    .object(
      JSONObject(
        ReviewerSpread.all(panels, policy: policy).map { row in
          (
            row.reviewer,
            .array([number(row.spread.mean), number(row.spread.deviation), number(row.difference), .bool(row.isNarrow)])
          )
        }))
  }

  private func effects(_ ranking: Ranking) -> JSONValue {
    guard case .success(let model) = ranking.severity else { return .null }
    var object = JSONObject(model.effects.map { ($0.reviewer, number($0.points)) })
    object["residual"] = number(model.residual)
    return .object(object)
  }

  private func correlation(_ panels: [ApplicationPanel], _ policy: ReviewPolicy) -> JSONValue {
    guard case .success(let icc) = IntraclassCorrelation.of(panels, minimum: policy.samples.agreement) else {
      return .null
    }
    return .object(
      JSONObject([
        ("applications", .array(icc.applications.map { .string($0) })),
        ("reviewers", .array(icc.reviewers.map { .string($0) })), ("msr", number(icc.betweenApplications)),
        ("msc", number(icc.betweenReviewers)), ("mse", number(icc.rest)), ("single", number(icc.single)),
        ("average", number(icc.average)),
      ]))
  }

  private func alpha(_ panels: [ApplicationPanel], _ policy: ReviewPolicy) -> JSONValue {
    guard case .success(let found) = KrippendorffAlpha.of(panels, minimum: policy.samples.agreement) else {
      return .null
    }
    return .object(
      JSONObject([
        ("alpha", number(found.alpha)), ("observed", number(found.observed)), ("expected", number(found.expected)),
      ]))
  }

  private func outliers(_ panels: [ApplicationPanel], _ policy: ReviewPolicy) -> JSONValue {
    .array(
      Outlier.all(panels, policy: policy).map { outlier in
        .array([
          .string(outlier.application), .string(outlier.reviewer), number(outlier.difference), .bool(outlier.needsNote),
        ])
      })
  }
}
