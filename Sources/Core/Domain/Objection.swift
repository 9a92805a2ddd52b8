/// An objection to what was published (公示异议), with what became of it.
public struct Objection: Equatable, Sendable {
  /// What it is about.
  public enum Kind: String, CaseIterable, Sendable {
    /// 实质性异议: facts, eligibility, truth of the material.
    case substantive
    /// 非实质性异议: names, order, spelling.
    case formal
    /// Mere disagreement with the score (对评分不服): no matter of an objection.
    case score
    /// Nothing to do with what was published.
    case unrelated
  }

  /// Why it is not accepted (不予受理). Never by itself a judgement of what it says.
  public enum Ground: String, CaseIterable, Sendable {
    /// 匿名.
    case anonymous
    /// 逾期.
    case late
    /// 无证据材料.
    case noEvidence
    /// 与公示内容无关.
    case unrelated
  }

  /// What was decided.
  public enum Outcome: String, CaseIterable, Sendable {
    /// 异议成立.
    case upheld
    /// 异议不成立.
    case dismissed
    /// 异议人撤回.
    case withdrawn
  }

  /// `o1`, `o2`…
  public let id: String
  /// Who objects (异议人).
  public let from: String
  /// Whether the real name stands under it (实名).
  public let realName: Bool
  /// Telephone or address.
  public let contact: String
  /// When it came in (ISO 8601 with zone, or a day).
  public let receivedAt: String
  /// What it is about.
  public let kind: Kind
  /// What it says.
  public let text: String
  /// Its evidence: paths or words.
  public var evidence: [String]
  /// Why it is not accepted; empty when it is.
  public var grounds: [Ground]
  /// Person id of who looks into it; neither a reviewer nor an inspector of the application.
  public var handler: String?
  /// What was found out.
  public var finding: String
  /// What was decided; nil while it is open.
  public var decision: Outcome?
  /// When the answer went out.
  public var repliedAt: String?
  /// Person id of the supervisor who recorded it.
  public let by: String
  /// When it was recorded (ISO 8601 with zone).
  public let at: String

  /// Whether it is taken up (受理).
  public var isAccepted: Bool { grounds.isEmpty }
  /// Whether it is taken up and not answered yet: it keeps the application out of the library.
  public var isOpen: Bool { isAccepted && repliedAt == nil }

  init(
    id: String, from: String, realName: Bool, contact: String, receivedAt: String, kind: Kind, text: String,
    evidence: [String], by: String, at: String
  ) {
    (self.id, self.from, self.realName, self.contact, self.receivedAt) = (id, from, realName, contact, receivedAt)
    (self.kind, self.text, self.evidence, self.by, self.at) = (kind, text, evidence, by, at)
    (grounds, handler, finding, decision, repliedAt) = ([], nil, "", nil, nil)
  }

  /// The grounds on which it is not accepted, by the last day of publicity.
  func grounds(until end: String) -> [Ground] {
    var grounds: [Ground] = []
    if !realName || from.isEmpty { grounds.append(.anonymous) }
    if (WorkingCalendar.days(from: end, to: receivedAt) ?? 0) > 0 { grounds.append(.late) }
    if evidence.isEmpty { grounds.append(.noEvidence) }
    if kind == .score || kind == .unrelated { grounds.append(.unrelated) }
    return grounds
  }

  private static func word<Word: RawRepresentable & CaseIterable>(
    _ reader: FieldReader, _ key: String, _ text: String
  ) throws(FieldError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: text) else {
      throw FieldError(
        path: reader.path + [key], expected: .oneOf(Word.allCases.map(\.rawValue)), found: .string(text))
    }
    return word
  }

  init(_ reader: FieldReader) throws(FieldError) {
    id = try reader.identifier("id")
    from = try reader.text("from") ?? ""
    realName = try reader.truth("realName") ?? false
    contact = try reader.text("contact") ?? ""
    receivedAt = try reader.requiredText("receivedAt")
    kind = try Self.word(reader, "kind", try reader.requiredText("kind"))
    text = try reader.text("text") ?? ""
    evidence = try reader.texts("evidence")
    var grounds: [Ground] = []
    for text in try reader.texts("grounds") { grounds.append(try Self.word(reader, "grounds", text)) }
    self.grounds = grounds
    handler = try reader.text("handler")
    finding = try reader.text("finding") ?? ""
    if let text = try reader.text("decision") { decision = try Self.word(reader, "decision", text) }
    repliedAt = try reader.text("repliedAt")
    by = try reader.identifier("by")
    at = try reader.requiredText("at")
  }

  var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object(
      JSONObject([
        ("id", .string(id)), ("from", .string(from)), ("realName", .bool(realName)), ("contact", .string(contact)),
        ("receivedAt", .string(receivedAt)), ("kind", .string(kind.rawValue)), ("text", .string(self.text)),
        ("evidence", .texts(evidence)), ("accepted", .bool(isAccepted)), ("grounds", .texts(grounds.map(\.rawValue))),
        ("handler", text(handler)), ("finding", .string(finding)), ("decision", text(decision?.rawValue)),
        ("repliedAt", text(repliedAt)), ("by", .string(by)), ("at", .string(at)),
      ]))
  }
}
