/// What one visit says of one metric (现场核查结果): stands beside the claim wherever the claim is shown.
public struct SiteFinding: Equatable, Sendable {
  /// How far the visit is.
  public enum State: Equatable, Sendable {
    /// 已签字封存: its values count.
    case signed
    /// Not signed yet; what was typed so far is shown to nobody but the inspectors.
    case pending(Inspection.State)
    /// Signed, and changed since: its values count no longer.
    case brokenSeal
  }

  /// What was found.
  public struct Result: Equatable, Sendable {
    /// The figure as it was declared when the visit was planned, in ``unit``.
    public let declared: JSONNumber?
    /// The figure that was found, in ``unit``; nil for a finding in a word.
    public let verified: JSONNumber?
    /// Unit of both.
    public let unit: String?
    /// 属实, 部分属实, 不属实 or 无法核实; nil for a finding in a figure.
    public let word: Inspection.MetricRow.Word?
    /// Verified against declared; nil without two figures.
    public let deviation: Deviation?
    /// 一致 to 严重不符, or 无法核实.
    public let band: MetricBand
    /// How it was verified, a key of the program.
    public let method: String?
    /// A remark of the inspectors.
    public let note: String
    /// The files that it rests on.
    public let evidence: [Inspection.Evidence]
  }

  /// Id of the visit.
  public let visit: String
  /// How far the visit is.
  public let state: State
  /// Day of the visit (`2022-09-08`): when it ended, else began, else was signed or is planned.
  public let day: String?
  /// What was found; nil unless the visit is signed and looked at the metric.
  public let result: Result?
}

/// All visits to one application, for showing what they found beside what was declared.
public struct SiteRecord: Equatable, Sendable {
  private struct Visit: Equatable, Sendable {
    let visit: Inspection
    let sealHolds: Bool
  }

  private var visits: [Visit] = []
  private let bands: DeviationBands

  /// No visits yet, with the bands of deviations of the program.
  public init(bands: DeviationBands) { self.bands = bands }

  /// Takes in a visit; the latest comes last.
  ///
  /// - Parameter sealHolds: whether a signed record is still what was sealed; of no account before that.
  public mutating func add(_ visit: Inspection, sealHolds: Bool) {
    visits.append(Visit(visit: visit, sealHolds: sealHolds))
  }

  /// Whether nobody has been there, or is to go.
  public var isEmpty: Bool { visits.isEmpty }

  /// What every visit says of the metric, oldest first; visits that do not have it are left out.
  public func findings(on metric: String) -> [SiteFinding] {
    visits.compactMap { entry in
      guard let row = entry.visit.metric(metric) else { return nil }
      return finding(on: row, entry)
    }
  }

  /// The one that counts: the latest with a result, else the latest at all.
  public func latest(on metric: String) -> SiteFinding? {
    let all = findings(on: metric)
    return all.last { $0.result != nil } ?? all.last
  }

  private func finding(on row: Inspection.MetricRow, _ entry: Visit) -> SiteFinding {
    let visit = entry.visit
    let state: SiteFinding.State =
      visit.state != .signed ? .pending(visit.state) : entry.sealHolds ? .signed : .brokenSeal
    let time = visit.actualEnd ?? visit.actualStart ?? visit.signedAt ?? visit.plannedStart
    let result = state == .signed ? row.band(bands).map { self.result(of: row, $0, in: visit) } : nil
    return SiteFinding(visit: visit.id, state: state, day: time.map { String($0.prefix(10)) }, result: result)
  }

  private func result(of row: Inspection.MetricRow, _ band: MetricBand, in visit: Inspection) -> SiteFinding.Result {
    SiteFinding.Result(
      declared: row.declared, verified: row.word == nil ? row.verified : nil, unit: row.unit, word: row.word,
      deviation: row.deviation(bands), band: band, method: row.method, note: row.note,
      evidence: visit.evidence.filter { evidence in
        row.evidence.contains { $0.hasSameBytes(as: evidence.id) }
          || evidence.items.contains { $0.hasSameBytes(as: row.id) }
      })
  }
}
