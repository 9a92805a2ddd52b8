/// Collects metrics into rows for ``MetricAlignment``.
struct MetricRows {
  struct Entry {
    let column: Int
    let kind: MetricClass
    let metric: Metric
  }

  private struct Draft {
    var entries: [Entry]
    var why: MetricAlignment.Reason
    /// Whether nothing more may join: joined by hand, or put apart.
    var isClosed: Bool
  }

  private let columns: Int
  private let names: MetricNames
  private var drafts: [Draft] = []

  init(columns: Int, names: MetricNames) {
    self.columns = columns
    self.names = names
  }

  mutating func add(joined entries: [Entry]) {
    guard !entries.isEmpty else { return }
    drafts.append(Draft(entries: entries, why: .manual, isClosed: true))
  }

  mutating func add(_ entry: Entry, alone: Bool) {
    if !alone, let place = place(for: entry) {
      drafts[place].entries.append(entry)
      if entry.metric.canonical == nil { drafts[place].why = .wording }
    } else {
      let why: MetricAlignment.Reason = alone ? .manual : entry.metric.canonical == nil ? .wording : .canonical
      drafts.append(Draft(entries: [entry], why: why, isClosed: alone))
    }
  }

  /// The row that an entry belongs to: the same canonical name, or a close wording, and no cell of its column yet.
  private func place(for entry: Entry) -> Int? {
    let wording = Array(TextFolding.bareKey(entry.metric.name))
    var best: (place: Int, likeness: Double)?
    for (place, draft) in drafts.enumerated() where !draft.isClosed {
      guard let first = draft.entries.first, !draft.entries.contains(where: { $0.column == entry.column }),
        Self.isCompatible(first.metric.unit, entry.metric.unit)
      else { continue }
      var likeness = Likeness.dice(wording, Array(TextFolding.bareKey(first.metric.name)))
      switch (first.metric.canonical, entry.metric.canonical) {
      case (let a?, let b?):
        guard a.hasSameBytes(as: b) else { continue }
        // Several metrics of one name: those with like wordings go together, the rest as they come.
        likeness += 1
      default:
        guard first.kind == entry.kind, likeness >= 0.6 else { continue }
      }
      if likeness > best?.likeness ?? 0 { best = (place, likeness) }
    }
    return best?.place
  }

  private static func isCompatible(_ first: String?, _ second: String?) -> Bool {
    switch (first, second) {
    case (nil, nil): true
    case (let a?, let b?): MetricNames.isCompatible(a, b)
    default: false
    }
  }

  // MARK: - Rows

  func rows() -> [MetricAlignment.Row] {
    let rows = drafts.map(row)
    // In the order of the form; rows of one section stay as they came.
    return MetricClass.allCases.flatMap { kind in rows.filter { $0.kind == kind } }
  }

  private func row(_ draft: Draft) -> MetricAlignment.Row {
    let first = draft.entries[0]
    let canonical = draft.entries.lazy.compactMap(\.metric.canonical).first
    let entry = canonical.flatMap { key in names.entries.first { $0.key.hasSameBytes(as: key) } }
    let unit = commonUnit(draft.entries.map(\.metric), preferred: entry?.unit)
    var cells = [MetricAlignment.Cell?](repeating: nil, count: columns)
    for item in draft.entries {
      let metric = item.metric
      cells[item.column] = MetricAlignment.Cell(
        metric: metric, kind: item.kind, value: Self.value(of: metric, in: unit),
        text: metric.source?.text ?? metric.name)
    }
    let name = draft.why == .wording ? first.metric.name : entry?.name.zh ?? first.metric.name
    return MetricAlignment.Row(
      kind: first.kind, canonical: canonical, name: name, unit: unit, cells: cells,
      best: best(cells, better: entry?.better ?? Self.direction(of: draft.entries.map(\.metric))), why: draft.why)
  }

  /// The value in `unit`; as it stands where units only count things in other words (4项, 4件).
  private static func value(of metric: Metric, in unit: String?) -> DecimalValue? {
    guard let number = metric.value, let value = DecimalValue(number) else { return nil }
    guard let from = metric.unit, let to = unit else { return metric.unit == unit ? value : nil }
    if let converted = UnitConversion.convert(value, from: from, to: to) { return converted }
    let (a, b) = (UnitConversion.base(of: from), UnitConversion.base(of: to))
    guard MeasureUnit.named(a.unit)?.dimension == .count || MeasureUnit.named(a.unit)?.dimension == .people,
      MetricNames.isCompatible(from, to)
    else { return nil }
    return value.shifted(by: QuantityScan.power(of: a.scale) - QuantityScan.power(of: b.scale))
  }

  /// The unit in which most values can be given exactly: the dictionary's if it is one of the best, else the first.
  private func commonUnit(_ metrics: [Metric], preferred: String?) -> String? {
    let own = metrics.compactMap(\.unit)
    guard let first = own.first else { return nil }
    let candidates = (preferred.map { [$0] } ?? []) + own
    func fits(_ unit: String) -> Int { metrics.count { $0.value == nil || Self.value(of: $0, in: unit) != nil } }
    var best = (unit: first, fits: -1)
    for unit in candidates where fits(unit) > best.fits { best = (unit, fits(unit)) }
    return best.unit
  }

  /// The way that all metrics of a row agree on.
  private static func direction(of metrics: [Metric]) -> Metric.Direction? {
    let known = metrics.compactMap(\.direction).filter { $0 != .equal }
    guard let first = known.first, known.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  private func best(_ cells: [MetricAlignment.Cell?], better: Metric.Direction?) -> [Int] {
    guard let better, better != .equal else { return [] }
    let values = cells.enumerated().compactMap { index, cell in cell?.value.map { (index: index, value: $0) } }
    guard values.count >= 2 else { return [] }
    let all = values.map(\.value)
    guard let top = better == .up ? all.max() : all.min(), all.contains(where: { $0 != top }) else { return [] }
    return values.filter { $0.value == top }.map(\.index)
  }
}
