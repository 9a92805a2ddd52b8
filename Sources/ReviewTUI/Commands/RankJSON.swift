import Core

/// Rankings as JSON.
enum RankJSON {
  static func ranking(_ ranking: Ranking, _ language: Language) -> JSONValue {
    .object(
      JSONObject([
        ("method", .string(ranking.method.word)), ("passLine", .number(JSONNumber(hundredths: ranking.passLine))),
        ("cut", .number(JSONNumber(ranking.cut))), ("variants", .number(JSONNumber(ranking.variants))),
        ("rows", .array(ranking.rows.map { .object(row($0, language)) })),
        ("gains", ids(ranking.gains)), ("loses", ids(ranking.loses)),
        ("warnings", .array(ranking.warnings.map { .string(RankWords.warning($0)(language)) })),
        ("severity", severity(ranking, language)),
      ]))
  }

  static func ids(_ ids: [String]) -> JSONValue { .array(ids.map { .string($0) }) }

  static func count(_ value: Int?) -> JSONValue { value.map { .number(JSONNumber($0)) } ?? .null }

  static func score(_ hundredths: Int?) -> JSONValue {
    hundredths.map { .number(JSONNumber(hundredths: $0)) } ?? .null
  }

  /// Rounded to two decimals.
  static func decimal(_ value: Double?) -> JSONValue { score(value.map { Int(($0 * 100).rounded()) }) }

  private static func row(_ row: Ranking.Row, _ language: Language) -> JSONObject {
    JSONObject([
      ("rank", count(row.rank)), ("application", .string(row.application)), ("unit", .string(row.unit)),
      ("score", score(row.aggregation.hundredths)), ("low", count(row.interval?.low)),
      ("high", count(row.interval?.high)), ("sheets", count(row.aggregation.lines.count)),
      ("proposed", .bool(row.proposal.isProposed)), ("reason", .string(code(row.proposal.reason))),
      ("why", .string(RankWords.reason(row.proposal.reason)(language))), ("deliberate", .bool(row.isBorderline)),
      ("adjusted", decimal(row.adjusted)), ("sameScore", ids(row.sameScore)), ("sameRank", ids(row.sameRank)),
    ])
  }

  /// The reason as one word.
  static func code(_ reason: Proposal.Reason) -> String {
    switch reason {
    case .passes: "passes"
    case .tooFewSheets: "tooFewSheets"
    case .failedVisit: "failedVisit"
    case .belowLine: "belowLine"
    case .belowFloor: "belowFloor"
    case .beyondQuota: "beyondQuota"
    case .beyondTop: "beyondTop"
    case .tieAtCut: "tieAtCut"
    }
  }

  private static func severity(_ ranking: Ranking, _ language: Language) -> JSONValue {
    switch ranking.severity {
    case .failure(let refusal):
      return .object(JSONObject([("refused", .string(RankWords.severity(refusal)(language)))]))
    case .success(let model):
      let reviewers = model.effects.map { effect -> JSONValue in
        .object(
          JSONObject([
            ("reviewer", .string(effect.reviewer)), ("points", decimal(effect.points)),
            ("sheets", count(effect.count)),
          ]))
      }
      return .object(
        JSONObject([
          ("sheets", count(model.sheets)), ("degreesOfFreedom", count(model.degreesOfFreedom)),
          ("residual", decimal(model.residual)), ("reviewers", .array(reviewers)),
        ]))
    }
  }

  static func explained(_ row: Ranking.Row, _ ranking: Ranking, _ language: Language) -> JSONValue {
    var object = Self.row(row, language)
    object["method"] = .string(ranking.method.word)
    object["lines"] = .array(
      row.aggregation.lines.map { line in
        .object(
          JSONObject([
            ("reviewer", .string(line.reviewer)), ("total", .number(JSONNumber(tenths: line.total))),
            ("fate", .string(line.fate.rawValue)),
          ]))
      })
    object["excluded"] = .array(
      row.aggregation.excluded.map { excluded in
        .object(
          JSONObject([
            ("reviewer", .string(excluded.reviewer)),
            ("reason", .string(RankWords.exclusion(excluded.reason)(language))),
          ]))
      })
    if case .success(let steps) = row.aggregation.result {
      object["sum"] = .number(JSONNumber(tenths: steps.sum))
      object["divisor"] = count(steps.count)
      object["trimmed"] = .bool(steps.isTrimmed)
      object["rounded"] = .bool(steps.isRounded)
    }
    object["criteria"] = .array(
      row.aggregation.criteria.map { mean in
        .object(JSONObject([("criterion", .string(mean.criterion)), ("mean", score(mean.hundredths))]))
      })
    object["lowBy"] = row.interval?.lowBy.map { .string(RankWords.variant($0)(language)) } ?? .null
    object["highBy"] = row.interval?.highBy.map { .string(RankWords.variant($0)(language)) } ?? .null
    return .object(object)
  }
}
