/// A small change under which all ranks are computed anew, to see how firmly a rank stands.
public enum RankVariant: Equatable, Sendable {
  /// Without the sheets of one reviewer.
  case without(reviewer: String)
  /// One criterion weighs so many percent more (or less); all weights then shrink or grow together to the same maximum.
  case weight(criterion: String, percent: Int)

  /// Percent by which a criterion's weight is varied.
  static let percent = 10
}

/// Where an application's rank lies over all variants.
public struct RankInterval: Equatable, Sendable {
  /// The best rank.
  public fileprivate(set) var low: Int
  /// The worst rank.
  public fileprivate(set) var high: Int
  /// The variant with the best rank; nil when none is better than the rank itself.
  public fileprivate(set) var lowBy: RankVariant?
  /// The variant with the worst rank; nil when none is worse.
  public fileprivate(set) var highBy: RankVariant?
}

/// Computes ranks and proposals of the same applications again and again.
struct RankLab {
  let panels: [ApplicationPanel]
  let units: [String]
  let policy: ReviewPolicy
  let rubric: Rubric
  private let rule: ProposalRule
  /// Places of the criteria of each tie-breaking group.
  private let groups: [[Int]]
  private let floor: [Int]

  /// - Parameter panels: applications that have a rank.
  init(_ panels: [ApplicationPanel], units: [String], policy: ReviewPolicy, rubric: Rubric) {
    self.panels = panels
    self.units = units
    self.policy = policy
    self.rubric = rubric
    rule = ProposalRule(policy, rubric)
    func places(_ ids: [String]) -> [Int] {
      rubric.criteria.indices.filter { place in ids.contains { $0.hasSameBytes(as: rubric.criteria[place].id) } }
    }
    groups = policy.ties.map(places)
    floor = places(policy.floor.criteria)
  }

  /// Ranks with ties, and the proposals.
  struct Outcome {
    let keys: [RankKey]
    let ranks: [Int]
    let proposals: [Proposal]
  }

  /// Of the sheets as they are.
  func base() -> Outcome { outcome(panels.map { ($0.sheets, nil) }) }

  /// Under `variant`. A panel that would lose its only sheet keeps it.
  func outcome(_ variant: RankVariant) -> Outcome {
    switch variant {
    case .without(let reviewer):
      return outcome(
        panels.map { panel in
          let rest = panel.without(reviewer).sheets
          return (rest.isEmpty ? panel.sheets : rest, nil)
        })
    case .weight(let criterion, let percent):
      let weights = rubric.criteria.map { $0.id.hasSameBytes(as: criterion) ? 100 + percent : 100 }
      return outcome(panels.map { ($0.sheets, weights) })
    }
  }

  private func outcome(_ all: [(sheets: [ApplicationPanel.Sheet], weights: [Int]?)]) -> Outcome {
    let maximum = rubric.maximum
    let keys = all.map { sheets, weights -> RankKey in
      let score: Int
      if let weights {
        let totals = sheets.map { sheet in zip(sheet.scores, weights).reduce(0) { $0 + $1.0 * $1.1 } }
        let trim = Trim(totals, policy.method)
        let whole = zip(rubric.criteria, weights).reduce(0) { $0 + $1.0.maximum * $1.1 }
        score = HalfUp.divide(trim.sum * maximum * 10, by: trim.count * whole)
      } else {
        let trim = Trim(sheets.map(\.total), policy.method)
        score = HalfUp.divide(trim.sum * 10, by: trim.count)
      }
      return RankKey(score: score, groups: groups.map { sum(sheets, $0) }, count: sheets.count)
    }
    let ranks = RankOrder.ranks(keys)
    let candidates = keys.indices.map { index in
      ProposalRule.Candidate(
        unit: units[index], score: keys[index].score, rank: ranks[index], floorSum: sum(all[index].sheets, floor),
        count: all[index].sheets.count)
    }
    return Outcome(keys: keys, ranks: ranks, proposals: rule.decide(candidates))
  }

  private func sum(_ sheets: [ApplicationPanel.Sheet], _ places: [Int]) -> Int {
    sheets.reduce(0) { sum, sheet in places.reduce(sum) { $0 + sheet.scores[$1] } }
  }

  /// Every variant: each reviewer left out, each criterion up and down.
  var variants: [RankVariant] {
    var reviewers: Set<String> = []
    for panel in panels { for sheet in panel.sheets { reviewers.insert(sheet.reviewer) } }
    return reviewers.sorted { $0.precedesBytes(of: $1) }.map { .without(reviewer: $0) }
      + rubric.criteria.flatMap { criterion in
        [RankVariant.percent, -RankVariant.percent].map { .weight(criterion: criterion.id, percent: $0) }
      }
  }

  /// The intervals over all variants, and which applications have another proposal in one of them.
  func stability(_ base: Outcome) -> (intervals: [RankInterval], flips: Set<Int>) {
    var intervals = base.ranks.map { RankInterval(low: $0, high: $0, lowBy: nil, highBy: nil) }
    var flips: Set<Int> = []
    for variant in variants {
      let found = outcome(variant)
      for (index, rank) in found.ranks.enumerated() {
        if rank < intervals[index].low { (intervals[index].low, intervals[index].lowBy) = (rank, variant) }
        if rank > intervals[index].high { (intervals[index].high, intervals[index].highBy) = (rank, variant) }
        if found.proposals[index].isProposed != base.proposals[index].isProposed { flips.insert(index) }
      }
    }
    return (intervals, flips)
  }

  /// Which applications would have another proposal if only their own score were a whole point higher (`gains`) or lower
  /// (`loses`). Level scores are not parted anew.
  func sensitivity(_ base: Outcome) -> (gains: [Int], loses: [Int]) {
    var gains: [Int] = []
    var loses: [Int] = []
    let point = 100
    for index in base.keys.indices {
      let isProposed = base.proposals[index].isProposed
      let score = base.keys[index].score + (isProposed ? -point : point)
      // Of what is beyond reach by the line alone, nothing else has to be computed.
      if score < policy.passLine {
        if isProposed { loses.append(index) }
        continue
      }
      if policy.top == nil, policy.quota == ReviewPolicy.Quota(each: nil, units: [:]) {
        if !isProposed, score - point < policy.passLine, reachesFloor(index) { gains.append(index) }
        continue
      }
      if moved(index, to: score, base) != isProposed { isProposed ? loses.append(index) : gains.append(index) }
    }
    return (gains, loses)
  }

  private func reachesFloor(_ index: Int) -> Bool {
    let sheets = panels[index].sheets
    let whole = ProposalRule.Candidate(
      unit: units[index], score: policy.passLine, rank: 1, floorSum: sum(sheets, floor), count: sheets.count)
    return rule.ownReason(whole) == nil
  }

  /// Whether the application would be proposed with this score, all others as they are.
  private func moved(_ moving: Int, to score: Int, _ base: Outcome) -> Bool {
    var keys = base.keys
    keys[moving] = RankKey(score: score, groups: keys[moving].groups, count: keys[moving].count)
    let ranks = RankOrder.ranks(keys)
    let candidates = keys.indices.map { index in
      ProposalRule.Candidate(
        unit: units[index], score: keys[index].score, rank: ranks[index], floorSum: sum(panels[index].sheets, floor),
        count: panels[index].sheets.count)
    }
    return rule.decide(candidates)[moving].isProposed
  }
}
