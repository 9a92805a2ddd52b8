/// What supervisors decided on one application (`decisions/<application>.json`): its way through the procedure, the formal
/// check, notices, objections, and the sheets that were sent back. Lists only grow; an entry is never taken out.
public struct Decision: Equatable, Sendable {
  /// The application.
  public let application: String
  /// Counts every durable save from 1.
  public var revision: Int
  /// SHA-256 of the revision before, nil for the first.
  public var previous: String?
  /// When it was last saved (ISO 8601 with zone); a label.
  public var savedAt: String?
  /// Sheets that were sent back, oldest first.
  public var returns: [SheetReturn]
  /// Recorded steps through the procedure, oldest first.
  public var moves: [StageMove] = []
  /// What was said of findings, oldest first; the last word on each counts.
  public var verdicts: [FindingVerdict] = []
  /// Notices to put something right (补正通知), oldest first.
  public var notices: [SupplementNotice] = []
  /// Objections (异议), oldest first.
  public var objections: [Objection] = []

  /// A decision file with nothing in it.
  public init(application: String) {
    self.application = application
    revision = 0
    previous = nil
    savedAt = nil
    returns = []
  }

  /// Reads a decision file.
  public init(json: JSONValue) throws(FieldError) {
    let root = try FieldReader(json)
    try root.requireSchema(.decision)
    application = try root.identifier("application")
    revision = try root.integer("revision") ?? 0
    previous = try root.text("previous")
    savedAt = try root.text("savedAt")
    returns = try root.objects("returns", SheetReturn.init)
    moves = try root.objects("moves", StageMove.init)
    verdicts = try root.objects("verdicts", FindingVerdict.init)
    notices = try root.objects("notices", SupplementNotice.init)
    objections = try root.objects("objections", Objection.init)
  }

  /// The file's content.
  public var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    var object = JSONObject([
      ("schema", .string(SchemaKind.decision.identifier)), ("application", .string(application)),
      ("revision", .number(JSONNumber(revision))), ("previous", text(previous)), ("savedAt", text(savedAt)),
      ("returns", .array(returns.map(\.json))),
    ])
    if !moves.isEmpty { object["moves"] = .array(moves.map(\.json)) }
    if !verdicts.isEmpty { object["verdicts"] = .array(verdicts.map(\.json)) }
    if !notices.isEmpty { object["notices"] = .array(notices.map(\.json)) }
    if !objections.isEmpty { object["objections"] = .array(objections.map(\.json)) }
    return .object(object)
  }

  /// Why this sheet is with its reviewer again: the return of exactly this submission, or the one that a sheet which is
  /// being done over answers to. Nil when it was not sent back.
  public func returned(_ review: Review, digest: String) -> SheetReturn? {
    let own = returns.filter { $0.reviewer.hasSameBytes(as: review.reviewer) }
    switch review.state {
    case .draft: return nil
    case .submitted: return own.last { $0.revision == review.revision && $0.digest.hasSameBytes(as: digest) }
    case .returned: return own.last { $0.revision < review.revision }
    }
  }
}

/// A submitted sheet that a supervisor sent back (退回重评), with the reason.
///
/// It names the digest of the file that it speaks of: it never opens another submission.
public struct SheetReturn: Equatable, Sendable {
  /// Why a sheet may be sent back (复核退回情形); the reasons that procurement rules know, and the reviewer's own wish.
  public enum Reason: String, CaseIterable, Sendable {
    /// 分值汇总计算错误.
    case sum
    /// 分项评分超出评分标准范围.
    case range
    /// 客观评审因素评分错误或不一致.
    case objective
    /// 评分畸高、畸低.
    case outlier
    /// 评语或评审意见与评分不符、不完整.
    case comment
    /// 依据已变（现场核查或更正之后）.
    case evidence
    /// 评审人申请更正.
    case request
  }

  /// Person id of the reviewer.
  public let reviewer: String
  /// Revision of the sheet.
  public let revision: Int
  /// SHA-256 of the sheet's file.
  public let digest: String
  /// Why.
  public let reason: Reason
  /// The supervisor's words.
  public let note: String
  /// Who sent it back.
  public let by: String
  /// When (ISO 8601 with zone).
  public let at: String

  /// A return.
  public init(reviewer: String, revision: Int, digest: String, reason: Reason, note: String, by: String, at: String) {
    self.reviewer = reviewer
    self.revision = revision
    self.digest = digest
    self.reason = reason
    self.note = note
    self.by = by
    self.at = at
  }

  init(_ reader: FieldReader) throws(FieldError) {
    reviewer = try reader.identifier("reviewer")
    revision = try reader.integer("revision") ?? 0
    digest = try reader.requiredText("digest")
    let word = try reader.requiredText("reason")
    guard let reason = Reason(rawValue: word) else {
      throw FieldError(
        path: reader.path + ["reason"], expected: .oneOf(Reason.allCases.map(\.rawValue)), found: .string(word))
    }
    self.reason = reason
    note = try reader.text("note") ?? ""
    by = try reader.identifier("by")
    at = try reader.requiredText("at")
  }

  var json: JSONValue {
    .object(
      JSONObject([
        ("reviewer", .string(reviewer)), ("revision", .number(JSONNumber(revision))), ("digest", .string(digest)),
        ("reason", .string(reason.rawValue)), ("note", .string(note)), ("by", .string(by)), ("at", .string(at)),
      ]))
  }
}
