/// The checklist cut to an application's scenarios: the general items with G06 in the scenarios' own words, then what each
/// scenario adds.
public struct InspectionChecklist: Equatable, Sendable {
  /// One line of the list.
  public struct Line: Equatable, Sendable {
    /// The item, its wording as it holds for this application.
    public let item: InspectionProgram.CheckItem
    /// The scenario that brings it; nil for the general list.
    public let scenario: String?
    /// Whether the notice asks for none of it here: SC09 and SC10 alone have no coverage clause, so G06 is 不适用.
    public let doesNotApply: Bool
  }

  /// Id of the item whose wording comes from the scenarios.
  public static let networkItem = "G06"
  /// Id of the item that follows from the metrics.
  public static let metricsItem = "G12"

  /// The lines in order.
  public let lines: [Line]

  /// The list for an application with these scenario codes; codes that the program does not know bring nothing.
  public init(_ program: InspectionProgram, scenarios: [String]) {
    let chosen = program.scenarios.filter { checks in scenarios.contains { $0.hasSameBytes(as: checks.code) } }
    var wordings: [String] = []
    for network in chosen.compactMap(\.network) where !wordings.contains(network) { wordings.append(network) }
    let needsNone = !chosen.isEmpty && wordings.isEmpty
    var lines = program.items.map { item in
      guard item.id.hasSameBytes(as: Self.networkItem) else {
        return Line(item: item, scenario: nil, doesNotApply: false)
      }
      let name = wordings.isEmpty ? item.name : Program.Words(zh: wordings.joined(separator: "；"), en: item.name.en)
      let worded = InspectionProgram.CheckItem(
        id: item.id, name: name, how: item.how, basis: item.basis, origin: item.origin, isVeto: item.isVeto,
        isReference: item.isReference)
      return Line(item: worded, scenario: nil, doesNotApply: needsNone)
    }
    for checks in chosen {
      lines += checks.items.map { Line(item: $0, scenario: checks.code, doesNotApply: false) }
    }
    self.lines = lines
  }

  /// The line with this item id.
  public func line(_ id: String) -> Line? { lines.first { $0.item.id.hasSameBytes(as: id) } }

  /// The items of a fresh visit: 未查, and 不适用 where the notice asks for none of it.
  public var freshItems: [Inspection.Item] {
    lines.map {
      Inspection.Item(
        id: $0.item.id, answer: $0.doesNotApply ? .na : .open,
        note: "", by: nil, at: nil)
    }
  }
}

extension Inspection {
  /// The declared side of an application's metrics, quoted with the place of each.
  static func rows(of application: Application, names: [Program.MetricName]) -> [MetricRow] {
    application.metrics.flatMap { section in
      section.rows.map { metric in
        let better = names.first { name in metric.canonical.map { $0.hasSameBytes(as: name.key) } ?? false }?.better
        return MetricRow(
          id: metric.id, kind: section.kind, name: metric.name, unit: metric.unit,
          direction: better ?? metric.direction, baseline: metric.baseline, declared: metric.value,
          period: metric.period, text: metric.source?.text,
          source: "metrics.\(section.kind.rawValue).rows.\(metric.id)", verified: nil, word: nil, method: nil,
          evidence: [], note: "", by: nil, at: nil)
      }
    }
  }
}
