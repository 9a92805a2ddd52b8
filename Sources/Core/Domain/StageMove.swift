/// One recorded step of an application through the procedure (阶段变动): where to, who, when, why.
public struct StageMove: Equatable, Sendable {
  /// The stage that it was moved to: one of `Stage.recorded`.
  public let to: Stage
  /// Person id of the supervisor.
  public let by: String
  /// When (ISO 8601 with zone).
  public let at: String
  /// The supervisor's words; empty where none are needed.
  public let reason: String
  /// The paper that it rests on (文号): the minutes of the meeting, the revocation.
  public var document: Paper?
  /// What the program proposed when it was decided; nil when it proposed nothing.
  public var proposal: Proposal?
  /// From when until when the application is public (公示期).
  public var window: Window?

  /// A paper of the bureau.
  public struct Paper: Equatable, Sendable {
    /// 文号.
    public let number: String
    /// Its date, `2022-09-20`.
    public let date: String

    /// A paper.
    public init(number: String, date: String) {
      self.number = number
      self.date = date
    }
  }

  /// What the program proposed from the sheets. It only proposes.
  public struct Proposal: Equatable, Sendable {
    /// Whether 拟入选 was proposed.
    public let isYes: Bool
    /// The score that it rests on, of 100; nil when there is none.
    public let score: JSONNumber?

    /// A proposal.
    public init(isYes: Bool, score: JSONNumber?) {
      self.isYes = isYes
      self.score = score
    }
  }

  /// A time of publicity. The first day does not count.
  public struct Window: Equatable, Sendable {
    /// First day.
    public let start: String
    /// Last day on which an objection is in time.
    public let end: String
    /// Working days from the day after the first to the last.
    public let workingDays: Int
    /// Whether all holidays between are known.
    public let isExact: Bool
  }

  /// A step.
  public init(to: Stage, by: String, at: String, reason: String) {
    self.to = to
    self.by = by
    self.at = at
    self.reason = reason
  }

  init(_ reader: FieldReader) throws(FieldError) {
    let word = try reader.requiredText("to")
    guard let to = Stage(rawValue: word), Stage.recorded.contains(to) else {
      throw FieldError(
        path: reader.path + ["to"], expected: .oneOf(Stage.recorded.map(\.rawValue)), found: .string(word))
    }
    self.to = to
    by = try reader.identifier("by")
    at = try reader.requiredText("at")
    reason = try reader.text("reason") ?? ""
    if reader.value("document") != nil {
      let paper = try reader.object("document")
      document = Paper(number: try paper.requiredText("number"), date: try paper.requiredText("date"))
    }
    if reader.value("proposal") != nil {
      let proposal = try reader.object("proposal")
      guard let isYes = try proposal.truth("yes") else {
        throw FieldError(path: proposal.path + ["yes"], expected: .truth, found: nil)
      }
      self.proposal = Proposal(isYes: isYes, score: try proposal.number("score"))
    }
    if reader.value("window") != nil {
      let window = try reader.object("window")
      guard let days = try window.integer("workingDays") else {
        throw FieldError(path: window.path + ["workingDays"], expected: .integer, found: nil)
      }
      self.window = Window(
        start: try window.requiredText("start"), end: try window.requiredText("end"), workingDays: days,
        isExact: try window.truth("exact") ?? false)
    }
  }

  var json: JSONValue {
    var object = JSONObject([
      ("to", .string(to.rawValue)), ("by", .string(by)), ("at", .string(at)), ("reason", .string(reason)),
    ])
    if let document {
      object["document"] = .object(
        JSONObject([("number", .string(document.number)), ("date", .string(document.date))]))
    }
    if let proposal {
      object["proposal"] = .object(
        JSONObject([("yes", .bool(proposal.isYes)), ("score", proposal.score.map { .number($0) } ?? .null)]))
    }
    if let window {
      object["window"] = .object(
        JSONObject([
          ("start", .string(window.start)), ("end", .string(window.end)),
          ("workingDays", .number(JSONNumber(window.workingDays))), ("exact", .bool(window.isExact)),
        ]))
    }
    return .object(object)
  }
}
