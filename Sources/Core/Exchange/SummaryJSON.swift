/// Writes a summary table (附件3) as the record `summaries/<unit>.json`.
struct SummaryJSON {
  let reading: SummaryReading
  let unit: String
  let file: String
  let sha256: String
  let importedAt: String
  let revision: Int
  /// Digest of the record that this one takes the place of.
  let previous: String?
  /// Digests of the documents that the unit sent before.
  let earlier: [String]

  var value: JSONValue {
    var source: [(String, JSONValue)] = [
      ("file", .string(file)), ("sha256", .string(sha256)), ("importedAt", .string(importedAt)),
      ("revision", .number(JSONNumber(revision))),
    ]
    if let previous { source.append(("previous", .string(previous))) }
    if !earlier.isEmpty { source.append(("earlier", .array(earlier.map { .string($0) }))) }
    let raw = [("title", reading.title), ("bureau", reading.bureau), ("date", reading.dateText)]
    return .object(
      JSONObject([
        ("schema", .string(SchemaKind.summary.identifier)), ("unit", .string(unit)),
        ("source", .object(JSONObject(source))), ("bureau", Self.text(reading.bureau)),
        ("date", Self.text(reading.date)), ("sealed", .null), ("letter", .null),
        ("received", .object(JSONObject([("byCity", .null)]))),
        ("rows", .array(reading.rows.map(Self.row))),
        (
          "left",
          .array(
            reading.left.map { entry in
              Self.object([("place", entry.place), ("text", entry.text), ("why", entry.why)])
            })
        ),
        ("raw", Self.object(raw.compactMap { name, text in text.map { (name, $0) } })),
        (
          "unparsed",
          .array(
            reading.unparsed.map { gap in Self.object([("path", gap.path), ("text", gap.text), ("why", gap.why)]) })
        ),
      ]))
  }

  private static func row(_ row: SummaryReading.Row) -> JSONValue {
    .object(
      JSONObject([
        ("seq", row.seq.map { .number(JSONNumber($0)) } ?? .null), ("company", text(row.company)),
        ("projectName", text(row.projectName)), ("scopeAndSummary", text(row.scopeAndSummary)),
        ("scenarios", texts(row.scenarios)), ("otherScenarios", texts(row.otherScenarios)),
        ("investment", row.investment?.json.map { .number($0) } ?? .null), ("completed", text(row.completed)),
        ("contact", text(row.contact)), ("phones", texts(row.phones)), ("remark", text(row.remark)),
        ("extra", .array(row.extra.map { object([("label", $0.label), ("text", $0.text)]) })),
        ("raw", object(row.raw.map { ($0.field, $0.text) })), ("continues", texts(row.continues)),
        ("place", .string(row.place)),
      ]))
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
  private static func object(_ members: [(String, String)]) -> JSONValue {
    .object(JSONObject(members.map { ($0.0, .string($0.1)) }))
  }
}
