extension Inspection.MetricRow {
  /// The deviation from the declared figure; nil without two figures.
  public func deviation(_ bands: DeviationBands) -> Deviation? {
    guard word == nil, let declared = declared.flatMap(DecimalValue.init),
      let verified = verified.flatMap(DecimalValue.init)
    else { return nil }
    return Deviation(declared: declared, verified: verified, direction: direction, bands: bands)
  }

  /// The band; nil while nothing was found. 属实 counts as 一致, 部分属实 as 偏低, 不属实 as 严重不符.
  public func band(_ bands: DeviationBands) -> MetricBand? {
    switch word {
    case .holds: .matches
    case .partly: .low
    case .wrong: .far
    case .unverifiable: .unverifiable
    case nil: deviation(bands)?.band
    }
  }
}

/// What the rules say of a visit (domain rule for 现场核查, set by the bureau: the notice has none).
public struct InspectionResult: Equatable, Sendable {
  /// Why G12 does not hold.
  public enum MetricsFault: Equatable, Sendable {
    /// These are 严重不符.
    case far([String])
    /// At least half cannot be verified.
    case unverifiable(count: Int, of: Int)
    /// Fewer than the minimum are 一致 or 基本一致.
    case tooFew(good: Int, minimum: Int)
  }

  /// Why a verdict is proposed.
  public enum Ground: Equatable, Sendable {
    /// Nobody was let in.
    case noAccess
    /// A veto item (★) does not hold.
    case veto(String)
    /// An item does not hold.
    case failed(String)
    /// A veto item holds only 基本.
    case vetoMostly(String)
  }

  /// What G12 should say; nil while no metric was verified and G12 is open: an answer without figures is no answer.
  public let metricsAnswer: Inspection.Answer?
  /// Why.
  public let metricsFaults: [MetricsFault]
  /// The verdict by the rule.
  public let proposed: Inspection.Verdict
  /// What it rests on.
  public let grounds: [Ground]
  /// Whether ★ items are still open, so that the verdict may become another.
  public let isPreliminary: Bool

  /// Applies the rules to `visit`.
  public init(_ visit: Inspection, checklist: InspectionChecklist, program: InspectionProgram) {
    let bands = visit.metrics.map { ($0.id, $0.band(program.bands)) }
    let good = bands.count { $0.1 == .matches || $0.1 == .near }
    let blank = bands.count { $0.1 == .unverifiable }
    let far = bands.filter { $0.1 == .far }.map(\.0)
    var faults: [MetricsFault] = []
    if !far.isEmpty { faults.append(.far(far)) }
    if blank > 0, blank * 2 >= bands.count { faults.append(.unverifiable(count: blank, of: bands.count)) }
    if good < program.minimumMetrics { faults.append(.tooFew(good: good, minimum: program.minimumMetrics)) }
    let given = visit.item(InspectionChecklist.metricsItem)?.answer ?? .open
    let isBegun = bands.contains { $0.1 != nil } || given != .open
    metricsFaults = isBegun ? faults : []
    metricsAnswer = isBegun ? (faults.isEmpty ? .yes : .no) : nil

    var grounds: [Ground] = []
    isPreliminary =
      visit.refusal?.kind != .access
      && checklist.lines.contains {
        $0.item.isVeto && !$0.doesNotApply && (visit.item($0.item.id)?.answer ?? .open) == .open
      }
    if visit.refusal?.kind == .access {
      self.grounds = [.noAccess]
      proposed = .unable
      return
    }
    var hasVeto = false
    // What the notice does not ask for (G18, G19) and what it does not ask for here (G06 of SC09 and SC10) is never held
    // against the applicant.
    for line in checklist.lines where !line.item.isReference && !line.doesNotApply {
      guard let answer = Self.effective(line.item.id, visit, metricsAnswer) else { continue }
      switch answer {
      case .no:
        grounds.append(line.item.isVeto ? .veto(line.item.id) : .failed(line.item.id))
        if line.item.isVeto { hasVeto = true }
      case .mostly where line.item.isVeto: grounds.append(.vetoMostly(line.item.id))
      case .yes, .mostly, .na, .open: break
      }
    }
    self.grounds = grounds
    proposed = hasVeto ? .fail : grounds.isEmpty ? .pass : .conditional
  }

  /// The answer that counts: for G12 the stricter of the inspector's and the rule's.
  private static func effective(
    _ id: String, _ visit: Inspection, _ metrics: Inspection.Answer?
  ) -> Inspection.Answer? {
    let given = visit.item(id)?.answer
    return id.hasSameBytes(as: InspectionChecklist.metricsItem) && metrics == .no ? .no : given
  }
}

extension Inspection.Verdict {
  /// How strict it is: 通过, 基本通过, 未能核查, 不通过.
  public var strictness: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
