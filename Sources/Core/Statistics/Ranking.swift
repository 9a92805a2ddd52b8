/// All applications with their scores, ranks, how firmly the ranks stand, and what is proposed (综合排名及拟入选建议).
public struct Ranking: Equatable, Sendable {
  /// An application with what its ranking rests on.
  public struct Entry: Sendable {
    /// Its sheets.
    public let panel: ApplicationPanel
    /// Key of its recommending unit.
    public let unit: String
    /// The signed visit that ended with 不通过, if one did and nothing later says otherwise.
    public let failedVisit: String?

    /// An entry.
    public init(panel: ApplicationPanel, unit: String, failedVisit: String? = nil) {
      self.panel = panel
      self.unit = unit
      self.failedVisit = failedVisit
    }
  }

  /// One application.
  public struct Row: Equatable, Sendable {
    /// 1 is best; nil without a score, or when a visit took it out.
    public let rank: Int?
    /// The application.
    public let application: String
    /// Key of its recommending unit.
    public let unit: String
    /// Its score, step by step.
    public let aggregation: Aggregation
    /// Others with the same published score.
    public let sameScore: [String]
    /// Others with the same rank: a supervisor decides between them with a reason.
    public let sameRank: [String]
    /// Place in the policy's list of the group of criteria that parted it from its neighbours of the same score.
    public let partedBy: Int?
    /// Where its rank lies when a reviewer is left out or a weight changes; nil without a rank.
    public let interval: RankInterval?
    /// What is proposed, and why.
    public let proposal: Proposal
    /// 需合议: its interval lies across the cut, or some variant proposes otherwise, or it shares the last place.
    public let isBorderline: Bool
    /// Score as the average reviewer would give it, in points; beside the score, never instead. Nil when there is none.
    public var adjusted: Double?
  }

  /// Something about the whole list.
  public enum Warning: Equatable, Sendable {
    /// Some scores are trimmed and some plain means; the policy may fix one method for all.
    case mixedMethods(trimmed: [String], plain: [String])
    /// These share a rank after every tie-break.
    case level([String])
  }

  /// How sheets become scores.
  public let method: AggregationMethod
  /// The rows: by rank, those without one after them by id.
  public let rows: [Row]
  /// Warnings.
  public let warnings: [Warning]
  /// Lowest score that is proposed, in hundredths.
  public let passLine: Int
  /// Rank of the last one that is proposed; 0 when none is.
  public let cut: Int
  /// How many variants the intervals rest on.
  public let variants: Int
  /// Applications that one point more would bring in, others as they are.
  public let gains: [String]
  /// Applications that one point less would put out.
  public let loses: [String]
  /// The adjusted scores, or why there are none.
  public let severity: Result<SeverityModel, SeverityModel.Refusal>

  /// Ranks `entries` by `policy`.
  public init(_ entries: [Entry], policy: ReviewPolicy, rubric: Rubric) {
    method = policy.method
    passLine = policy.passLine
    let aggregations = entries.map {
      Aggregation($0.panel, method: policy.method, minimum: policy.minimumSheets, rubric: rubric)
    }
    let isGated = entries.map { $0.failedVisit != nil && policy.onsite == .gate }
    let ranked = entries.indices.filter { !isGated[$0] && aggregations[$0].hundredths != nil }
    let lab = RankLab(
      ranked.map { entries[$0].panel }, units: ranked.map { entries[$0].unit }, policy: policy, rubric: rubric)
    let base = lab.base()
    let (intervals, flips) = lab.stability(base)
    let cut = ranked.indices.filter { base.proposals[$0].isProposed }.map { base.ranks[$0] }.max() ?? 0
    severity = SeverityModel.fit(entries.map(\.panel), minimum: policy.samples.severity)
    var rows: [Row] = []
    let peers = Peers(base, ranked.map { entries[$0].panel.application })
    for (place, index) in ranked.enumerated() {
      let interval = intervals[place]
      let proposal = base.proposals[place]
      let isTied = if case .tieAtCut = proposal.reason { true } else { false }
      let straddles = cut > 0 && interval.low <= cut && interval.high > cut
      rows.append(
        Row(
          rank: base.ranks[place], application: entries[index].panel.application, unit: entries[index].unit,
          aggregation: aggregations[index], sameScore: peers.sameScore(place), sameRank: peers.sameRank(place),
          partedBy: peers.partedBy(place), interval: interval, proposal: proposal,
          isBorderline: straddles || flips.contains(place) || isTied))
    }
    rows.sort { left, right in
      let (a, b) = (left.rank ?? 0, right.rank ?? 0)
      return a != b ? a < b : left.application.precedesBytes(of: right.application)
    }
    var rest: [Row] = []
    for index in entries.indices where isGated[index] || aggregations[index].hundredths == nil {
      let entry = entries[index]
      let reason: Proposal.Reason
      if isGated[index] {
        reason = .failedVisit(visit: entry.failedVisit ?? "")
      } else if case .failure(let shortage) = aggregations[index].result {
        reason = .tooFewSheets(valid: shortage.valid, needed: shortage.needed)
      } else {
        continue
      }
      rest.append(
        Row(
          rank: nil, application: entry.panel.application, unit: entry.unit, aggregation: aggregations[index],
          sameScore: [], sameRank: [], partedBy: nil, interval: nil, proposal: Proposal(reason), isBorderline: false))
    }
    rows += rest.sorted { $0.application.precedesBytes(of: $1.application) }
    if case .success(let model) = severity {
      for index in rows.indices { rows[index].adjusted = model.adjusted[rows[index].application] }
    }
    self.rows = rows
    self.cut = cut
    variants = lab.variants.count
    warnings = Self.warnings(rows, policy.method)
    let (gains, loses) = lab.sensitivity(base)
    self.gains = gains.map { lab.panels[$0].application }
    self.loses = loses.map { lab.panels[$0].application }
  }

  /// The row of an application.
  public func row(_ application: String) -> Row? { rows.first { $0.application.hasSameBytes(as: application) } }

  private static func warnings(_ rows: [Row], _ method: AggregationMethod) -> [Warning] {
    var warnings: [Warning] = []
    let ranked = rows.filter { $0.rank != nil }
    func isTrimmed(_ row: Row) -> Bool {
      if case .success(let steps) = row.aggregation.result { steps.isTrimmed } else { false }
    }
    let trimmed = ranked.filter(isTrimmed).map(\.application)
    let plain = ranked.filter { !isTrimmed($0) }.map(\.application)
    if !trimmed.isEmpty, !plain.isEmpty { warnings.append(.mixedMethods(trimmed: trimmed, plain: plain)) }
    var last = 0
    for row in ranked where !row.sameRank.isEmpty && row.rank != last {
      last = row.rank ?? 0
      warnings.append(.level(([row.application] + row.sameRank).sorted { $0.precedesBytes(of: $1) }))
    }
    return warnings
  }
}

/// Who is level with whom.
private struct Peers {
  private let outcome: RankLab.Outcome
  private let ids: [String]
  private let byScore: [Int: [Int]]

  init(_ outcome: RankLab.Outcome, _ ids: [String]) {
    self.outcome = outcome
    self.ids = ids
    byScore = Dictionary(grouping: outcome.keys.indices) { outcome.keys[$0].score }
  }

  private func peers(_ place: Int) -> [Int] { (byScore[outcome.keys[place].score] ?? []).filter { $0 != place } }

  func sameScore(_ place: Int) -> [String] { peers(place).map { ids[$0] } }

  func sameRank(_ place: Int) -> [String] {
    peers(place).filter { outcome.ranks[$0] == outcome.ranks[place] }.map { ids[$0] }
  }

  /// The last group that was needed to part it from one of its peers.
  func partedBy(_ place: Int) -> Int? {
    peers(place).compactMap { outcome.keys[place].difference(from: outcome.keys[$0])?.place }.max().map { $0 - 1 }
  }
}
