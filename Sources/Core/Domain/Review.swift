/// One reviewer's score sheet for one application (专家评分表, `reviews/<application>/<reviewer>.json`).
public struct Review: Equatable, Sendable {
  /// Life of a sheet: `draft → submitted → returned → submitted`.
  public enum State: String, CaseIterable, Sendable {
    /// Being filled in.
    case draft
    /// Submitted and locked.
    case submitted
    /// Sent back by a supervisor with a reason.
    case returned
  }

  /// The overall advice.
  public enum Recommendation: String, CaseIterable, Sendable {
    /// 推荐.
    case yes
    /// 保留推荐.
    case hold
    /// 不推荐.
    case no
  }

  /// The score and comment of one criterion.
  public struct Entry: Equatable, Sendable {
    /// `C01` to `C12`.
    public let criterion: String
    /// In tenths; nil is 未评, which is not 0.
    public var score: Int?
    /// 评语.
    public var comment: String
    /// Digest of what the score was judged from when it was given or last confirmed; nil for a score that has none.
    public var basis: String?

    /// An entry made by hand.
    public init(criterion: String, score: Int? = nil, comment: String = "") {
      self.criterion = criterion
      self.score = score
      self.comment = comment
    }
  }

  /// The application.
  public let application: String
  /// Person id of the reviewer, the only writer of the file.
  public let reviewer: String
  /// Identifier of the rubric that the sheet was filled in against.
  public let rubric: String
  /// Digest of the rubric that the last submission was scored with, see ``Rubric/digest``; nil for a sheet that was never
  /// submitted, or was before there were such digests.
  public var rubricDigest: String?
  /// Counts every durable save from 1; 0 for a sheet that was never saved.
  public var revision: Int
  /// SHA-256 of the revision before, nil for the first.
  public var previous: String?
  /// Draft, submitted or returned.
  public var state: State
  /// What the reviewer declared before the first look (回避声明); nil when nothing was declared yet.
  public var declaration: Declaration?
  /// One entry a criterion, in the order of the rubric.
  public var entries: [Entry]
  /// 评审意见.
  public var opinion: String
  /// 推荐 / 保留推荐 / 不推荐; nil when not yet said.
  public var recommendation: Recommendation?
  /// When it was last saved (ISO 8601 with zone); a label, never used for ordering.
  public var savedAt: String?
  /// When it was submitted.
  public var submittedAt: String?

  /// An empty sheet of `reviewer` for `application`.
  public init(application: String, reviewer: String, rubric: Rubric) {
    self.application = application
    self.reviewer = reviewer
    self.rubric = rubric.id
    rubricDigest = nil
    revision = 0
    previous = nil
    state = .draft
    declaration = nil
    entries = rubric.criteria.map { Entry(criterion: $0.id) }
    opinion = ""
    recommendation = nil
    savedAt = nil
    submittedAt = nil
  }

  /// Reads a review file; every score is checked against `rubric`.
  public init(json: JSONValue, rubric: Rubric) throws(FieldError) {
    let root = try FieldReader(json)
    try root.requireSchema(.review)
    application = try root.identifier("application")
    reviewer = try root.identifier("reviewer")
    self.rubric = try root.requiredText("rubric")
    rubricDigest = try root.text("rubricDigest")
    revision = try root.integer("revision") ?? 0
    previous = try root.text("previous")
    let word = try root.text("state") ?? State.draft.rawValue
    guard let state = State(rawValue: word) else {
      throw FieldError(path: ["state"], expected: .oneOf(State.allCases.map(\.rawValue)), found: .string(word))
    }
    self.state = state
    let declared = try root.object("declaration")
    declaration = declared.object.members.isEmpty ? nil : try Declaration(declared)
    let read = try root.objects("scores") { (entry) throws(FieldError) in
      let id = try entry.requiredText("criterion")
      guard let criterion = rubric.criterion(id) else {
        throw FieldError(
          path: entry.path + ["criterion"], expected: .oneOf(rubric.criteria.map(\.id)), found: .string(id))
      }
      var score: Int?
      if let number = try entry.number("score") {
        guard let tenths = number.scaled(by: 1), tenths >= 0, tenths <= criterion.maximum, tenths % rubric.step == 0
        else {
          throw FieldError(
            path: entry.path + ["score"], expected: .score(maximum: criterion.maximum, step: rubric.step),
            found: .number(number))
        }
        score = tenths
      }
      var read = Entry(criterion: id, score: score, comment: try entry.text("comment") ?? "")
      read.basis = try entry.text("basis")
      return read
    }
    entries = rubric.criteria.map { criterion in
      read.first { $0.criterion.utf8.elementsEqual(criterion.id.utf8) } ?? Entry(criterion: criterion.id)
    }
    opinion = try root.text("opinion") ?? ""
    if let word = try root.text("recommendation") {
      guard let value = Recommendation(rawValue: word) else {
        throw FieldError(
          path: ["recommendation"], expected: .oneOf(Recommendation.allCases.map(\.rawValue)), found: .string(word))
      }
      recommendation = value
    } else {
      recommendation = nil
    }
    savedAt = try root.text("savedAt")
    submittedAt = try root.text("submittedAt")
  }

  /// The file's content.
  public var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object(
      JSONObject([
        ("schema", .string(SchemaKind.review.identifier)),
        ("application", .string(application)),
        ("reviewer", .string(reviewer)),
        ("rubric", .string(rubric)),
        ("rubricDigest", text(rubricDigest)),
        ("revision", .number(JSONNumber(revision))),
        ("previous", text(previous)),
        ("state", .string(state.rawValue)),
        ("savedAt", text(savedAt)),
        ("submittedAt", text(submittedAt)),
        ("declaration", declaration?.json ?? .null),
        (
          "scores",
          .array(
            entries.map { entry in
              .object(
                JSONObject([
                  ("criterion", .string(entry.criterion)),
                  ("score", entry.score.map { .number(JSONNumber(hundredths: $0 * 10)) } ?? .null),
                  ("comment", .string(entry.comment)), ("basis", text(entry.basis)),
                ]))
            })
        ),
        ("opinion", .string(opinion)),
        ("recommendation", text(recommendation?.rawValue)),
      ]))
  }

  /// Sum of the scores given so far, in tenths.
  public var total: Int { entries.reduce(0) { $0 + ($1.score ?? 0) } }

  /// The same sheet after a supervisor sent it back: open again until it is submitted anew.
  var sentBack: Review {
    var review = self
    review.state = .returned
    return review
  }

  /// Number of criteria with a score.
  public var scored: Int { entries.count { $0.score != nil } }
}

extension Review {
  /// Something that still keeps a sheet from being submitted (domain rules for a score sheet).
  public enum Gap: Equatable, Sendable {
    /// Nothing was declared about conflicts of interest (回避声明), though the application is assigned.
    case declaration
    /// The reviewer stays away from the application (主动回避).
    case recused
    /// What the score was judged from changed since (依据已变); it has to be confirmed or given anew.
    case basis(criterion: String)
    /// A criterion has no score.
    case score(criterion: String)
    /// A score in this band, or of the maximum, needs a comment.
    case comment(criterion: String)
    /// The overall opinion is shorter than the rubric asks (字数, counted as Word counts it).
    case opinion(minimum: Int, has: Int)
    /// No recommendation was chosen.
    case recommendation
  }

  /// What is still missing to submit, in the order of the sheet.
  ///
  /// - Parameters:
  ///   - isAssigned: whether the application was assigned to the reviewer, who must then have declared that nothing ties
  ///     them to it.
  ///   - changed: criteria whose basis changed since they were scored.
  public func gaps(against rubric: Rubric, isAssigned: Bool = false, changed: [String] = []) -> [Gap] {
    if declaration?.isRecusal == true { return [.recused] }
    var gaps: [Gap] = isAssigned && declaration == nil ? [.declaration] : []
    for criterion in rubric.criteria {
      guard let entry = entries.first(where: { $0.criterion.utf8.elementsEqual(criterion.id.utf8) }),
        let score = entry.score
      else {
        gaps.append(.score(criterion: criterion.id))
        continue
      }
      let needed = score == criterion.maximum || rubric.band(of: score, outOf: criterion.maximum)?.needsComment == true
      if changed.contains(where: { $0.hasSameBytes(as: criterion.id) }) { gaps.append(.basis(criterion: criterion.id)) }
      if needed, entry.comment.allSatisfy(\.isWhitespace) { gaps.append(.comment(criterion: criterion.id)) }
    }
    let length = WordCount(opinion).words
    if length < rubric.opinionMinimum { gaps.append(.opinion(minimum: rubric.opinionMinimum, has: length)) }
    if recommendation == nil { gaps.append(.recommendation) }
    return gaps
  }
}
