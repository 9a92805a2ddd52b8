import Core

/// Findings of visits, suggestions, trails and twins as JSON, the same in every command.
enum SiteJSON {
  static func finding(_ finding: SiteFinding) -> JSONValue {
    let state: String =
      switch finding.state {
      case .signed: "signed"
      case .pending(let state): state.rawValue
      case .brokenSeal: "brokenSeal"
      }
    let result = finding.result
    return .object(
      JSONObject([
        ("visit", .string(finding.visit)), ("state", .string(state)), ("day", text(finding.day)),
        ("value", number(result?.verified)), ("unit", text(result?.unit)), ("word", text(result?.word?.rawValue)),
        ("declared", number(result?.declared)),
        (
          "deviation",
          result?.deviation?.tenthsOfPercent.map { .number(JSONNumber(tenths: $0)) } ?? .null
        ),
        ("band", text(result?.band.rawValue)), ("method", text(result?.method)),
        (
          "evidence",
          .array(
            (result?.evidence ?? []).map { file in
              .object(
                JSONObject([
                  ("id", .string(file.id)), ("file", .string(file.file)), ("sha256", .string(file.sha256)),
                ]))
            })
        ),
      ]))
  }

  static func trail(_ trail: MetricTrail) -> JSONValue {
    let metric = trail.metric
    return .object(
      JSONObject([
        ("id", .string(metric.id)), ("class", .string(trail.kind.rawValue)), ("name", .string(metric.name)),
        ("path", .string(trail.path)),
        (
          "claim",
          .object(
            JSONObject([
              ("value", number(metric.value)), ("unit", text(metric.unit)), ("baseline", number(metric.baseline)),
              ("comparator", text(metric.comparator)), ("period", text(metric.period)),
              ("text", text(metric.source?.text)),
            ]))
        ),
        ("verified", .array(trail.findings.map(finding))),
        (
          "criteria",
          .array(
            trail.judged.map { judged in
              .object(
                JSONObject([
                  ("criterion", .string(judged.criterion.id)), ("scores", .array(judged.scores.map(given))),
                ]))
            })
        ),
      ]))
  }

  private static func given(_ given: MetricTrail.Given) -> JSONValue {
    .object(
      JSONObject([
        ("reviewer", .string(given.reviewer)),
        ("score", given.tenths.map { .number(JSONNumber(tenths: $0)) } ?? .null), ("changed", .bool(given.isChanged)),
      ]))
  }

  static func suggestion(_ suggestion: ScoreSuggestion, _ language: Language) -> JSONValue {
    .object(
      JSONObject([
        ("criterion", .string(suggestion.criterion)), ("score", .number(JSONNumber(tenths: suggestion.tenths))),
        (
          "findings",
          .array(
            suggestion.findings.map { finding in
              .object(
                JSONObject([
                  ("rule", .string(finding.rule)), ("path", .string(finding.path)),
                  ("message", .string(FindingWords.message(finding)(language))),
                ]))
            })
        ),
      ]))
  }

  static func twin(_ twin: TwinCheck.Twin, isApart: Bool) -> JSONValue {
    .object(
      JSONObject([
        ("application", .string(twin.application)), ("company", .string(twin.company)),
        ("metric", .string(twin.metric)), ("unit", text(twin.unit)), ("there", number(twin.there.json)),
        ("here", number(twin.here.json)), ("score", .number(JSONNumber(tenths: twin.tenths))),
        ("apart", .bool(isApart)),
      ]))
  }

  private static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
  private static func number(_ value: JSONNumber?) -> JSONValue { value.map { .number($0) } ?? .null }
}
