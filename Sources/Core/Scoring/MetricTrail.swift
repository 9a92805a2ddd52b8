/// The way of one metric through the review: what is claimed, what the visits found and in which files, and which criteria
/// are judged from it with the scores that were given.
public struct MetricTrail: Equatable, Sendable {
  /// A score sheet with the criteria whose evidence changed since they were scored (依据已变).
  public struct ScoredSheet: Equatable, Sendable {
    /// The sheet.
    public let review: Review
    /// Ids of those criteria.
    public let changed: [String]

    /// A sheet.
    public init(_ review: Review, changed: [String]) {
      self.review = review
      self.changed = changed
    }
  }

  /// The score that one reviewer gave for a criterion.
  public struct Given: Equatable, Sendable {
    /// Person id of the reviewer.
    public let reviewer: String
    /// In tenths; nil is 未评.
    public let tenths: Int?
    /// Whether what it was judged from is something else now.
    public let isChanged: Bool
  }

  /// A criterion that is judged from the metric.
  public struct Judged: Equatable, Sendable {
    /// The criterion.
    public let criterion: Criterion
    /// The viewer's own score first, then those of others that the viewer may see, by reviewer.
    public let scores: [Given]
  }

  /// The application.
  public let application: String
  /// The metric with the words that it was read from.
  public let metric: Metric
  /// The cell of the form that it stands in.
  public let kind: MetricClass
  /// Where it stands: `metrics.economic.rows.m01`.
  public var path: String { "metrics.\(kind.rawValue).rows.\(metric.id)" }
  /// What the visits found, oldest first, with their evidence.
  public let findings: [SiteFinding]
  /// The criteria that are judged from it, in the order of the rubric.
  public let judged: [Judged]

  /// The trails of all metrics of `application`, in the order of the form.
  ///
  /// - Parameters:
  ///   - sheets: the score sheets of the application; of them only what `viewer` may see is taken, see ``SheetVisibility``,
  ///     and of others only what is submitted.
  ///   - viewer: who looks; nil sees no scores.
  public static func all(
    of application: Application, site: SiteRecord, sheets: [ScoredSheet], viewer: Person?, rubric: Rubric
  ) -> [MetricTrail] {
    let seen = visible(sheets, to: viewer)
    return application.metrics.flatMap { section in
      section.rows.map { metric in
        let criteria = rubric.criteria.filter { $0.isJudged(from: metric, of: section.kind) }
        return MetricTrail(
          application: application.id, metric: metric, kind: section.kind, findings: site.findings(on: metric.id),
          judged: criteria.map { criterion in
            Judged(criterion: criterion, scores: seen.map { given(criterion, in: $0) })
          })
      }
    }
  }

  /// The sheets that `viewer` may see, the own one first.
  public static func visible(_ sheets: [ScoredSheet], to viewer: Person?) -> [ScoredSheet] {
    guard let viewer else { return [] }
    let allowed = SheetVisibility.visible(sheets.map(\.review), to: viewer)
    let seen = sheets.filter { sheet in
      allowed.contains { $0.reviewer.hasSameBytes(as: sheet.review.reviewer) }
        && (sheet.review.state == .submitted || sheet.review.reviewer.hasSameBytes(as: viewer.id))
    }
    return seen.sorted { left, right in
      let (a, b) = (left.review.reviewer, right.review.reviewer)
      let own = (a.hasSameBytes(as: viewer.id), b.hasSameBytes(as: viewer.id))
      return own.0 != own.1 ? own.0 : a.precedesBytes(of: b)
    }
  }

  private static func given(_ criterion: Criterion, in sheet: ScoredSheet) -> Given {
    let entry = sheet.review.entries.first { $0.criterion.hasSameBytes(as: criterion.id) }
    return Given(
      reviewer: sheet.review.reviewer, tenths: entry?.score,
      isChanged: entry?.score != nil && sheet.changed.contains { $0.hasSameBytes(as: criterion.id) })
  }
}

extension Criterion {
  /// Whether the criterion is judged from metrics of the cell `kind`.
  public func isJudged(from kind: MetricClass) -> Bool {
    evidence.contains { $0.hasSameBytes(as: "metrics") || $0.hasSameBytes(as: "metrics.\(kind.rawValue)") }
  }

  func isJudged(from metric: Metric, of kind: MetricClass) -> Bool {
    isJudged(from: kind)
      || evidence.contains { $0.hasSameBytes(as: "metrics.\(kind.rawValue).rows.\(metric.id)") }
  }
}
