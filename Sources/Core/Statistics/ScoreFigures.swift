/// The figures of the dashboard that depend on scores.
public struct ScoreFigures: Sendable {
  /// The ranking.
  public let ranking: Ranking
  /// Published scores by bins.
  public let histogram: Histogram
  /// How each reviewer scores.
  public let reviewers: [ReviewerSpread]
  /// Agreement within the largest complete block.
  public let correlation: Result<IntraclassCorrelation, IntraclassCorrelation.Refusal>
  /// Agreement over everything that can be paired.
  public let alpha: Result<KrippendorffAlpha, KrippendorffAlpha.Refusal>
  /// Totals far from the mean.
  public let outliers: [Outlier]
  /// How far the sheets of an application lie apart, the widest first.
  public let disagreements: [Disagreement]
  /// The policy that all of it rests on.
  public let policy: ReviewPolicy

  /// Applications with a marked total.
  public var outlying: Figure { Figure(outliers.map(\.application)) }
  /// Applications that are proposed.
  public var proposed: Figure { Figure(ranking.rows.filter(\.proposal.isProposed).map(\.application)) }
  /// Applications that ask for a discussion (需合议).
  public var borderline: Figure { Figure(ranking.rows.filter(\.isBorderline).map(\.application)) }

  init(_ facts: WorkspaceFacts, panels: [ApplicationPanel], policy: ReviewPolicy) {
    self.policy = policy
    let entries = zip(facts.applications, panels).map { application, panel in
      let last = application.lastSigned
      return Ranking.Entry(
        panel: panel, unit: application.unit, failedVisit: last?.verdict == .fail ? last?.id : nil)
    }
    ranking = Ranking(entries, policy: policy, rubric: facts.program.rubric)
    let scored = ranking.rows.compactMap { row in row.aggregation.hundredths.map { (row.application, $0) } }
    histogram = Histogram(scored, maximum: facts.program.rubric.maximum)
    reviewers = ReviewerSpread.all(panels, policy: policy)
    correlation = IntraclassCorrelation.of(panels, minimum: policy.samples.agreement)
    alpha = KrippendorffAlpha.of(panels, minimum: policy.samples.agreement)
    outliers = Outlier.all(panels, policy: policy)
    disagreements = Disagreement.all(panels)
  }
}
