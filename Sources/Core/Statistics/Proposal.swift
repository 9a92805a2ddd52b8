/// Whether an application is proposed (拟入选建议) and why. The program only proposes; the bureau's meeting decides.
public struct Proposal: Equatable, Sendable {
  /// Why.
  public enum Reason: Equatable, Sendable {
    /// Everything is reached.
    case passes
    /// Fewer valid sheets than give a score.
    case tooFewSheets(valid: Int, needed: Int)
    /// A visit ended with 不通过.
    case failedVisit(visit: String)
    /// Below the pass line, both in hundredths.
    case belowLine(score: Int, line: Int)
    /// Criteria that together need a share of their maximum do not have it: mean and need in hundredths.
    case belowFloor(criteria: [String], mean: Int, needed: Int)
    /// More than `limit` of its county come before it.
    case beyondQuota(unit: String, limit: Int)
    /// More than `limit` come before it.
    case beyondTop(limit: Int)
    /// It shares the last place with others and not all of them fit; a supervisor decides with a reason.
    case tieAtCut(limit: Int)
  }

  /// Whether it is proposed.
  public let isProposed: Bool
  /// Why, or why not.
  public let reason: Reason

  init(_ reason: Reason) {
    self.reason = reason
    isProposed = reason == .passes
  }
}

/// Applies pass line, floor, quota and top-N to ranked applications.
struct ProposalRule {
  /// A ranked application.
  struct Candidate {
    let unit: String
    let score: Int
    let rank: Int
    /// Sum of the floor's criteria over all sheets, in tenths.
    let floorSum: Int
    /// Number of sheets.
    let count: Int
  }

  let policy: ReviewPolicy
  /// Highest sum of the floor's criteria, in tenths.
  let floorMaximum: Int

  init(_ policy: ReviewPolicy, _ rubric: Rubric) {
    self.policy = policy
    floorMaximum = policy.floor.criteria.reduce(0) { $0 + (rubric.criterion($1)?.maximum ?? 0) }
  }

  /// What the pass line and the floor say.
  func ownReason(_ candidate: Candidate) -> Proposal.Reason? {
    if candidate.score < policy.passLine { return .belowLine(score: candidate.score, line: policy.passLine) }
    if candidate.floorSum * 100 < policy.floor.percent * floorMaximum * candidate.count {
      return .belowFloor(
        criteria: policy.floor.criteria, mean: HalfUp.divide(candidate.floorSum * 10, by: max(1, candidate.count)),
        needed: HalfUp.divide(policy.floor.percent * floorMaximum, by: 10))
    }
    return nil
  }

  /// A proposal for each candidate, in their order.
  func decide(_ candidates: [Candidate]) -> [Proposal] {
    var reasons = candidates.map { ownReason($0) ?? .passes }
    var byUnit: [String: [Int]] = [:]
    for index in candidates.indices where reasons[index] == .passes {
      byUnit[candidates[index].unit, default: []].append(index)
    }
    for (unit, members) in byUnit {
      guard let limit = policy.quota.limit(unit) else { continue }
      cut(members, limit, candidates, &reasons, .beyondQuota(unit: unit, limit: limit))
    }
    if let limit = policy.top {
      cut(candidates.indices.filter { reasons[$0] == .passes }, limit, candidates, &reasons, .beyondTop(limit: limit))
    }
    return reasons.map { Proposal($0) }
  }

  /// Leaves the first `limit` of `members`; of those that share the last place all or none.
  private func cut(
    _ members: [Int], _ limit: Int, _ candidates: [Candidate], _ reasons: inout [Proposal.Reason],
    _ beyond: Proposal.Reason
  ) {
    let order = members.sorted { candidates[$0].rank < candidates[$1].rank }
    guard order.count > limit else { return }
    let firstOut = candidates[order[limit]].rank
    for index in order where candidates[index].rank >= firstOut {
      // Level with the first one out: some of them would still fit.
      let isTied = limit > 0 && candidates[index].rank == firstOut && candidates[order[limit - 1]].rank == firstOut
      reasons[index] = isTied ? .tieAtCut(limit: limit) : beyond
    }
  }
}
