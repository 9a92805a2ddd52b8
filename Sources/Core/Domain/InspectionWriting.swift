extension Inspection {
  /// The file's content.
  public var json: JSONValue {
    .object(
      JSONObject([
        ("schema", .string(SchemaKind.inspection.identifier)), ("visitId", .string(id)),
        ("application", .string(application)), ("revision", .number(JSONNumber(revision))),
        ("previous", .text(previous)), ("state", .string(state.rawValue)), ("savedAt", .text(savedAt)),
        ("batch", .text(batch)), ("reason", .text(reason)), ("noticeSentAt", .text(noticeSentAt)),
        ("plannedStart", .text(plannedStart)), ("plannedBy", .text(plannedBy)), ("plannedAt", .text(plannedAt)),
        ("actualStart", .text(actualStart)), ("actualEnd", .text(actualEnd)), ("place", .text(place)),
        ("gps", .text(gps)), ("taskLetterNo", .text(taskLetterNo)),
        ("inspectors", .array(inspectors.map(\.json))), ("hosts", .array(hosts.map(\.json))),
        ("items", .array(items.map(\.json))), ("metrics", .array(metrics.map(\.json))),
        ("evidence", .array(evidence.map(\.json))), ("problems", .array(problems.map(\.json))),
        ("proposedVerdict", .text(proposedVerdict?.rawValue)), ("verdict", .text(verdict?.rawValue)),
        ("note", .string(note)), ("opinion", .string(opinion)), ("companyOpinion", .string(companyOpinion)),
        ("companySigner", companySigner?.json ?? .null), ("refusal", refusal?.json ?? .null),
        ("lateReason", .text(lateReason)), ("clockSteps", .array(clockSteps.map(\.json))),
        ("signedBy", .text(signedBy)), ("signedAt", .text(signedAt)), ("transcript", .text(transcript)),
      ]))
  }
}

extension JSONValue {
  /// A text, or null.
  static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
  static func digits(_ value: JSONNumber?) -> JSONValue { value.map { .number($0) } ?? .null }
  static func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
}

extension Inspection.Inspector {
  var json: JSONValue {
    .object(
      JSONObject([
        ("id", .string(id)), ("name", .string(name)), ("unit", .text(unit)), ("role", .string(role.rawValue)),
        ("conflict", hasConflict.map { .bool($0) } ?? .null),
      ]))
  }
}

extension Inspection.Host {
  var json: JSONValue {
    .object(
      JSONObject([("id", .string(id)), ("name", .string(name)), ("post", .string(post)), ("phone", .text(phone))]))
  }
}

extension Inspection.Item {
  var json: JSONValue {
    var object = JSONObject([
      ("id", .string(id)), ("answer", .string(answer.rawValue)), ("note", .string(note)), ("by", .text(by)),
      ("at", .text(at)),
    ])
    if !settled.isEmpty { object["settled"] = .texts(settled) }
    return .object(object)
  }
}

extension Inspection.MetricRow {
  var json: JSONValue {
    .object(
      JSONObject([
        ("id", .string(id)), ("class", .string(kind.rawValue)), ("name", .string(name)), ("unit", .text(unit)),
        ("direction", .text(direction?.rawValue)), ("baseline", .digits(baseline)), ("declared", .digits(declared)),
        ("period", .text(period)), ("text", .text(text)), ("source", .string(source)), ("verified", .digits(verified)),
        ("word", .text(word?.rawValue)), ("method", .text(method)), ("evidenceIds", .texts(evidence)),
        ("note", .string(note)), ("by", .text(by)), ("at", .text(at)),
      ]))
  }
}

extension Inspection.Evidence {
  var json: JSONValue {
    .object(
      JSONObject([
        ("id", .string(id)), ("kind", .string(kind)), ("shows", .text(shows)), ("file", .string(file)),
        ("sha256", .string(sha256)), ("bytes", .number(JSONNumber(bytes))), ("takenAt", .text(takenAt)),
        ("takenBy", .text(takenBy)), ("place", .text(place)), ("itemIds", .texts(items)), ("note", .string(note)),
      ]))
  }
}

extension Inspection.Problem {
  var json: JSONValue {
    .object(
      JSONObject([
        ("id", .string(id)), ("item", .string(item)), ("level", .string(level.rawValue)), ("text", .string(text)),
        ("fixRequired", .string(fixRequired)), ("dueAt", .text(dueAt)),
      ]))
  }
}

extension Inspection.Signer {
  var json: JSONValue {
    .object(
      JSONObject([
        ("name", .string(name)), ("post", .string(post)), ("signedAt", .text(at)), ("seal", .bool(hasSeal)),
      ]))
  }
}

extension Inspection.Refusal {
  var json: JSONValue {
    .object(
      JSONObject([
        ("kind", .string(kind.rawValue)), ("reason", .string(reason)), ("witness", .text(witness)),
        ("recording", .text(recording)),
      ]))
  }
}

extension Inspection.ClockStep {
  var json: JSONValue {
    var object = JSONObject([("id", .string(id)), ("before", .string(before)), ("at", .string(at))])
    if let of { object["of"] = .string(of) }
    return .object(object)
  }
}
