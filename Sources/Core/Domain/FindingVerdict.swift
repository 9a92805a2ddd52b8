/// What a supervisor says of one finding of the rules (形式审查逐项确认). The rules only propose.
public struct FindingVerdict: Equatable, Sendable {
  /// What a person made of a finding.
  public enum Verdict: String, CaseIterable, Sendable {
    /// The application is as the notice asks: the finding is set aside, with words.
    case ok
    /// The finding stands: to be put right (补正).
    case open
  }

  /// The rule, `R01` to `R43`.
  public let rule: String
  /// The field, as in the finding.
  public let path: String
  /// Whether it stands.
  public let verdict: Verdict
  /// Why.
  public let note: String
  /// Person id of the supervisor.
  public let by: String
  /// When (ISO 8601 with zone).
  public let at: String

  /// A verdict.
  public init(rule: String, path: String, verdict: Verdict, note: String, by: String, at: String) {
    self.rule = rule
    self.path = path
    self.verdict = verdict
    self.note = note
    self.by = by
    self.at = at
  }

  init(_ reader: FieldReader) throws(FieldError) {
    rule = try reader.requiredText("rule")
    path = try reader.text("path") ?? ""
    let word = try reader.requiredText("verdict")
    guard let verdict = Verdict(rawValue: word) else {
      throw FieldError(
        path: reader.path + ["verdict"], expected: .oneOf(Verdict.allCases.map(\.rawValue)), found: .string(word))
    }
    self.verdict = verdict
    note = try reader.text("note") ?? ""
    by = try reader.identifier("by")
    at = try reader.requiredText("at")
  }

  var json: JSONValue {
    .object(
      JSONObject([
        ("rule", .string(rule)), ("path", .string(path)), ("verdict", .string(verdict.rawValue)),
        ("note", .string(note)), ("by", .string(by)), ("at", .string(at)),
      ]))
  }
}
