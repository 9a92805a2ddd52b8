/// How the sheets of one application became its score, step by step: each sheet, what was dropped, the sum, the division,
/// the rounding. Whole numbers throughout.
public struct Aggregation: Equatable, Sendable {
  /// What became of a sheet that counts.
  public enum Fate: String, Sendable {
    /// Its total is in the sum.
    case counted
    /// Dropped as the highest total (去掉一个最高分).
    case highest
    /// Dropped as the lowest total (去掉一个最低分).
    case lowest
  }

  /// One sheet.
  public struct Line: Equatable, Sendable {
    /// Person id of the reviewer.
    public let reviewer: String
    /// Total in tenths.
    public let total: Int
    /// What became of it.
    public let fate: Fate
  }

  /// The arithmetic.
  public struct Steps: Equatable, Sendable {
    /// Whether one highest and one lowest total were dropped.
    public let isTrimmed: Bool
    /// Sum of the totals that count, in tenths.
    public let sum: Int
    /// How many count: the divisor.
    public let count: Int
    /// The published score, in hundredths: `sum / count`, rounded half up once.
    public let hundredths: Int
    /// Whether something was rounded.
    public let isRounded: Bool
  }

  /// Why there is no score. Missing is never 0.
  public struct Shortage: Error, Equatable, Sendable {
    /// Sheets that count.
    public let valid: Int
    /// Fewest that give a score.
    public let needed: Int
  }

  /// Mean of one criterion over all sheets that count, for information.
  public struct CriterionMean: Equatable, Sendable {
    /// Id of the criterion.
    public let criterion: String
    /// Sum of its scores, in tenths.
    public let sum: Int
    /// Number of sheets; 0 leaves the mean open.
    public let count: Int
    /// The mean in hundredths, rounded half up; nil without sheets.
    public var hundredths: Int? { count > 0 ? HalfUp.divide(sum * 10, by: count) : nil }
  }

  /// The application.
  public let application: String
  /// The sheets that count, by reviewer.
  public let lines: [Line]
  /// The sheets that do not.
  public let excluded: [ApplicationPanel.Excluded]
  /// The score, or why there is none (评审人数不足).
  public let result: Result<Steps, Shortage>
  /// Means of the criteria.
  public let criteria: [CriterionMean]

  /// Aggregates `panel` by `method`; fewer than `minimum` sheets give no score.
  public init(_ panel: ApplicationPanel, method: AggregationMethod, minimum: Int, rubric: Rubric) {
    application = panel.application
    excluded = panel.excluded
    let totals = panel.sheets.map(\.total)
    let needed = method.fewest(minimum)
    if totals.count < needed {
      result = .failure(Shortage(valid: totals.count, needed: needed))
      lines = panel.sheets.map { Line(reviewer: $0.reviewer, total: $0.total, fate: .counted) }
    } else {
      let trim = Trim(totals, method)
      result = .success(
        Steps(
          isTrimmed: trim.highest != nil, sum: trim.sum, count: trim.count,
          hundredths: HalfUp.divide(trim.sum * 10, by: trim.count), isRounded: trim.sum * 10 % trim.count != 0))
      lines = panel.sheets.enumerated().map { place, sheet in
        let fate: Fate = place == trim.highest ? .highest : place == trim.lowest ? .lowest : .counted
        return Line(reviewer: sheet.reviewer, total: sheet.total, fate: fate)
      }
    }
    criteria = rubric.criteria.enumerated().map { place, criterion in
      CriterionMean(
        criterion: criterion.id, sum: panel.sheets.reduce(0) { $0 + $1.scores[place] }, count: panel.sheets.count)
    }
  }

  /// The published score in hundredths; nil when there is none.
  public var hundredths: Int? {
    if case .success(let steps) = result { steps.hundredths } else { nil }
  }

  /// Sum over all sheets of the scores of some criteria, in tenths; the mean is this over the number of sheets, exactly.
  func sum(of criteria: [String]) -> Int {
    self.criteria.reduce(0) { sum, mean in
      sum + (criteria.contains { $0.hasSameBytes(as: mean.criterion) } ? mean.sum : 0)
    }
  }
}
