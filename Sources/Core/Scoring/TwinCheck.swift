/// Applications like the one that is being scored (相近申报), for a reviewer to hold the own scores against each other: those
/// with the nearest figure of the same metric, among those the reviewer has scored already.
public struct TwinCheck: Sendable {
  /// An application that the reviewer has a sheet of.
  public struct Candidate: Equatable, Sendable {
    /// Its id.
    public let id: String
    /// 单位名称.
    public let company: String
    /// Its metrics.
    public let metrics: [MetricSection]
    /// The reviewer's OWN sheet of it.
    public let review: Review

    /// An application with the reviewer's own sheet.
    public init(_ application: Application, review: Review) {
      self.init(
        id: application.id, company: application.company.name ?? application.cover.applicant ?? "",
        metrics: application.metrics, review: review)
    }

    init(id: String, company: String, metrics: [MetricSection], review: Review) {
      (self.id, self.company, self.metrics, self.review) = (id, company, metrics, review)
    }
  }

  /// A like application with the own score of the same criterion.
  public struct Twin: Equatable, Sendable {
    /// Id of the application.
    public let application: String
    /// Its 单位名称.
    public let company: String
    /// The metric that both have, by its canonical name or the wording here.
    public let metric: String
    /// Unit of both figures.
    public let unit: String?
    /// The figure there.
    public let there: DecimalValue
    /// The figure here.
    public let here: DecimalValue
    /// How far apart they are: the difference in millionths of the larger one.
    public let distance: Int
    /// Metrics of the two that are this near.
    public let shared: Int
    /// The own score there, in tenths.
    public let tenths: Int
  }

  /// Most twins of a criterion.
  public static let most = 3
  /// Figures further apart than this are not near: a quarter, in millionths.
  public static let limit = 250_000

  private struct Meeting {
    let kinds: [MetricClass]
    let name: String
    let unit: String?
    let here: DecimalValue
    let there: DecimalValue
    let distance: Int
  }

  private let candidates: [(candidate: Candidate, meetings: [Meeting])]

  /// Holds the metrics of `application` against those of `candidates`.
  ///
  /// - Parameters:
  ///   - reviewer: whose scores are shown; sheets of anybody else are left out, and so is `application` itself.
  ///   - names: canonical names, for units.
  ///   - lessons: what was taught about names.
  public init(
    of application: String, metrics: [MetricSection], among candidates: [Candidate], reviewer: String,
    names: MetricNames, lessons: NameLessons = NameLessons()
  ) {
    let here = MetricAlignment.Column(application: application, sections: metrics)
    self.candidates = candidates.filter {
      !$0.id.hasSameBytes(as: application) && $0.review.reviewer.hasSameBytes(as: reviewer)
        && $0.review.application.hasSameBytes(as: $0.id) && $0.review.scored > 0
    }.map { candidate in
      let there = MetricAlignment.Column(application: candidate.id, sections: candidate.metrics)
      let rows = MetricAlignment([here, there], names: names, lessons: lessons).rows
      return (candidate, rows.compactMap(Self.meeting))
    }
  }

  /// The twins for `criterion`, nearest first: only metrics that it is judged from here and there, and only applications where the
  /// reviewer has scored it. Of equally near ones that with more near metrics comes first, then the lower id.
  public func twins(for criterion: Criterion) -> [Twin] {
    let found = candidates.compactMap { entry -> Twin? in
      let near = entry.meetings.filter { meeting in
        meeting.kinds.allSatisfy { criterion.isJudged(from: $0) } && meeting.distance <= Self.limit
      }
      guard let best = near.min(by: { $0.distance < $1.distance }),
        let score = entry.candidate.review.entries.first(where: { $0.criterion.hasSameBytes(as: criterion.id) })?.score
      else { return nil }
      return Twin(
        application: entry.candidate.id, company: entry.candidate.company, metric: best.name, unit: best.unit,
        there: best.there, here: best.here, distance: best.distance, shared: near.count, tenths: score)
    }
    let sorted = found.sorted { left, right in
      if left.distance != right.distance { return left.distance < right.distance }
      if left.shared != right.shared { return left.shared > right.shared }
      return left.application.precedesBytes(of: right.application)
    }
    return Array(sorted.prefix(Self.most))
  }

  /// Whether two own scores of one criterion are too far apart for like applications: by more than one band, or by more
  /// than a quarter of the maximum.
  public static func isApart(_ first: Int, _ second: Int, _ criterion: Criterion, _ rubric: Rubric) -> Bool {
    func band(_ score: Int) -> Int {
      rubric.bands.firstIndex { score * 100 >= $0.from * criterion.maximum } ?? rubric.bands.count
    }
    return abs(band(first) - band(second)) > 1 || abs(first - second) * 4 > criterion.maximum
  }

  private static func meeting(_ row: MetricAlignment.Row) -> Meeting? {
    guard row.cells.count == 2, let here = row.cells[0]?.value, let there = row.cells[1]?.value else { return nil }
    return Meeting(
      kinds: row.cells.compactMap { $0?.kind }, name: row.name, unit: row.unit, here: here, there: there,
      distance: distance(here.double, there.double))
  }

  /// Symmetrical; 0 for equal figures, a million or more for figures of different signs.
  static func distance(_ first: Double, _ second: Double) -> Int {
    let larger = max(abs(first), abs(second))
    guard larger > 0 else { return 0 }
    return Int((abs(first - second) / larger * 1_000_000).rounded())
  }
}
