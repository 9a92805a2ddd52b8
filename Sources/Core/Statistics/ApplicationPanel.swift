/// The sheets of one application, parted into those that count and those that do not.
public struct ApplicationPanel: Equatable, Sendable {
  /// A sheet that counts: submitted, whole, not sent back, of a reviewer who does not stay away.
  public struct Sheet: Equatable, Sendable {
    /// Person id of the reviewer.
    public let reviewer: String
    /// Scores in tenths, in the order of the rubric's criteria.
    public let scores: [Int]
    /// Their sum, in tenths.
    public let total: Int

    /// A sheet that counts.
    public init(reviewer: String, scores: [Int]) {
      self.reviewer = reviewer
      self.scores = scores
      total = scores.reduce(0, +)
    }
  }

  /// Why a sheet does not count.
  public enum Exclusion: Equatable, Sendable {
    /// Not submitted yet.
    case draft
    /// Sent back by a supervisor.
    case returned
    /// The reviewer stays away (回避).
    case recused
    /// The reviewer is not, or no longer, assigned: what a replaced person concluded is void.
    case notAssigned
    /// Filled in against another rubric.
    case otherRubric(String)
    /// Submitted without all scores; the program never writes such a sheet.
    case incomplete
  }

  /// A sheet that does not count.
  public struct Excluded: Equatable, Sendable {
    /// Person id of the reviewer.
    public let reviewer: String
    /// Why.
    public let reason: Exclusion
  }

  /// The application.
  public let application: String
  /// Sheets that count, by reviewer.
  public let sheets: [Sheet]
  /// Sheets that do not, by reviewer.
  public let excluded: [Excluded]

  /// A panel made by hand.
  public init(application: String, sheets: [Sheet], excluded: [Excluded] = []) {
    self.application = application
    self.sheets = sheets.sorted { $0.reviewer.precedesBytes(of: $1.reviewer) }
    self.excluded = excluded
  }

  /// Parts the sheets of one application.
  ///
  /// - Parameters:
  ///   - reviews: with the returns of supervisors counted in.
  ///   - assignment: nil while nobody is assigned; then everybody's sheet may count.
  public init(_ application: String, reviews: [Review], assignment: Assignment?, rubric: Rubric) {
    var sheets: [Sheet] = []
    var excluded: [Excluded] = []
    for review in reviews.sorted(by: { $0.reviewer.precedesBytes(of: $1.reviewer) }) {
      let scores = review.entries.compactMap(\.score)
      if let reason = Self.exclusion(review, scores.count, assignment, rubric) {
        excluded.append(Excluded(reviewer: review.reviewer, reason: reason))
      } else {
        sheets.append(Sheet(reviewer: review.reviewer, scores: scores))
      }
    }
    self.application = application
    self.sheets = sheets
    self.excluded = excluded
  }

  private static func exclusion(
    _ review: Review, _ scored: Int, _ assignment: Assignment?, _ rubric: Rubric
  ) -> Exclusion? {
    if review.declaration?.isRecusal == true { return .recused }
    if let assigned = assignment?.reviewers, !assigned.isEmpty,
      !assigned.contains(where: { $0.hasSameBytes(as: review.reviewer) })
    {
      return .notAssigned
    }
    switch review.state {
    case .draft: return .draft
    case .returned: return .returned
    case .submitted: break
    }
    if !review.rubric.hasSameBytes(as: rubric.id) { return .otherRubric(review.rubric) }
    return scored == rubric.criteria.count ? nil : .incomplete
  }

  /// The panel without the sheet of `reviewer`.
  func without(_ reviewer: String) -> ApplicationPanel {
    ApplicationPanel(
      application: application, sheets: sheets.filter { !$0.reviewer.hasSameBytes(as: reviewer) }, excluded: excluded)
  }
}
