/// The order of the procedure (阶段流转): which step may follow which. Nothing is skipped; back goes only with a reason.
///
/// 已登记 → 形式审查中 → (补正中) → 形式审查通过 | 不予受理 → *评审中 → 评审完成* → (*待核查 → 核查完成*) → 待决定 → 拟入选 | 不入选
/// → 公示中 → (*异议处理*) → 已入库 | 撤销. The stages between stars follow from sheets, visits and objections; nobody
/// records them.
extension Stage {
  /// The stages that a supervisor records; the others follow from the files.
  public static let recorded: [Stage] = [
    .formalCheck, .supplement, .accepted, .refused, .awaitingDecision, .proposed, .notProposed, .published, .listed,
    .revoked,
  ]

  /// Where the next step may lead.
  public var next: [Stage] {
    switch self {
    case .registered: [.formalCheck]
    case .formalCheck, .supplement: self == .formalCheck ? [.supplement, .accepted, .refused] : [.accepted, .refused]
    case .reviewed, .visited: [.awaitingDecision]
    case .awaitingDecision: [.proposed, .notProposed]
    case .proposed: [.published]
    case .published: [.listed, .revoked]
    case .objection, .listed: [.revoked]
    case .accepted, .refused, .reviewing, .awaitingVisit, .notProposed, .revoked: []
    }
  }

  /// Where a step back may lead. 补正中 is reached by a notice only, and a revocation is never a step back.
  public var earlier: [Stage] {
    let way: [Stage] = [.formalCheck, .accepted, .awaitingDecision, .proposed, .published]
    switch self {
    case .registered, .formalCheck: return []
    case .supplement, .refused, .accepted, .reviewing, .reviewed, .awaitingVisit, .visited: return [way[0]]
    case .awaitingDecision: return Array(way[..<2])
    case .proposed, .notProposed: return Array(way[..<3])
    case .published, .objection: return Array(way[..<4])
    case .listed, .revoked: return way
    }
  }

  /// Whether `to` may stand after this stage in the records. What follows from the files stands between them unrecorded.
  func isFollowed(by to: Stage, withReason: Bool) -> Bool {
    if next.contains(to) || (self == .accepted && to == .awaitingDecision) { return true }
    return withReason && earlier.contains(to)
  }
}
