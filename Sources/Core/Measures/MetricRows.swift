/// Collects metrics into rows for ``MetricAlignment``.
struct MetricRows {
  struct Entry {
    let column: Int
    let kind: MetricClass
    let metric: Metric
  }

  private struct Draft {
    var entries: [Entry]
    /// Why each of them is here.
    var facts: [[AlignmentFact]]
    var why: MetricAlignment.Reason
    /// Whether nothing more may join: joined by hand, or put apart.
    var isClosed: Bool
  }

  private let columns: Int
  private let names: MetricNames
  private let lessons: NameLessons
  private var drafts: [Draft] = []

  init(columns: Int, names: MetricNames, lessons: NameLessons) {
    self.columns = columns
    self.names = names
    self.lessons = lessons
  }

  mutating func add(joined entries: [Entry]) {
    guard !entries.isEmpty else { return }
    drafts.append(Draft(entries: entries, facts: entries.map { _ in [] }, why: .manual, isClosed: true))
  }

  mutating func add(_ entry: Entry, alone: Bool) {
    var refused: [AlignmentFact] = []
    if !alone, let match = match(for: entry, &refused) {
      if let fact = drafts[match.place].facts[0].firstIndex(of: .alone) {
        drafts[match.place].facts[0].remove(at: fact)
      }
      drafts[match.place].entries.append(entry)
      drafts[match.place].facts.append(match.facts + refused)
      if match.isLearned {
        drafts[match.place].why = .learned
      } else if entry.metric.canonical == nil, drafts[match.place].why == .canonical {
        drafts[match.place].why = .wording
      }
    } else {
      let why: MetricAlignment.Reason = alone ? .manual : entry.metric.canonical == nil ? .wording : .canonical
      drafts.append(Draft(entries: [entry], facts: [[.alone] + refused], why: why, isClosed: alone))
    }
  }

  private struct Match {
    let place: Int
    let likeness: Double
    let facts: [AlignmentFact]
    let isLearned: Bool
  }

  /// The row that an entry belongs to: what was taught, the same canonical name, or a close wording, and no cell of its
  /// column yet. Rows that would have been right but for one thing are added to `refused`.
  private func match(for entry: Entry, _ refused: inout [AlignmentFact]) -> Match? {
    let key = TextFolding.bareKey(entry.metric.name)
    let wording = Array(key)
    let group = lessons.group(name: entry.metric.name, canonical: entry.metric.canonical)
    var best: Match?
    for (place, draft) in drafts.enumerated() where !draft.isClosed {
      guard let first = draft.entries.first else { continue }
      let isTaught = draft.entries.contains {
        !group.isDisjoint(with: lessons.group(name: $0.metric.name, canonical: $0.metric.canonical))
      }
      let other = TextFolding.bareKey(first.metric.name)
      var likeness = Likeness.dice(wording, Array(other))
      var facts: [AlignmentFact] = []
      switch (first.metric.canonical, entry.metric.canonical) {
      case (let a?, let b?) where a.hasSameBytes(as: b):
        // Several metrics of one name: those with like wordings go together, the rest as they come.
        likeness += 1
      case (_?, _?):
        guard isTaught else { continue }
      default:
        guard isTaught || (first.kind == entry.kind && likeness >= 0.6) else { continue }
        if !isTaught {
          facts.append(
            key == other
              ? .folded(first.metric.name) : .alike(first.metric.name, percent: Int((likeness * 100).rounded())))
        }
      }
      if let split = draft.entries.lazy.compactMap({ lessons.lesson(on: $0.metric.name, entry.metric.name) }).first(
        where: {
          $0.kind == .split
        })
      {
        refused.append(.keptApart(from: first.metric.name, by: split.by, at: split.at))
        if let conflict = lessons.conflict(about: split) {
          refused.append(.disputed(by: conflict.overruled.by, at: conflict.overruled.at))
        }
        continue
      }
      guard !draft.entries.contains(where: { $0.column == entry.column }) else {
        refused.append(.placeTaken(name: first.metric.name))
        continue
      }
      guard isTaught || Self.isCompatible(first.metric.unit, entry.metric.unit) else {
        refused.append(
          .unitsDiffer(name: first.metric.name, unit: entry.metric.unit ?? "", other: first.metric.unit ?? ""))
        continue
      }
      if isTaught {
        likeness += 3
        if let join = lessons.join(entry.metric.name, first.metric.name) {
          facts.append(.joined(with: first.metric.name, by: join.by, at: join.at))
          if let conflict = lessons.conflict(about: join) {
            facts.append(.disputed(by: conflict.overruled.by, at: conflict.overruled.at))
          }
        }
      }
      if likeness > best?.likeness ?? 0 {
        best = Match(place: place, likeness: likeness, facts: facts, isLearned: isTaught)
      }
    }
    refused = Array(refused.prefix(3))
    return best
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
    for (item, why) in zip(draft.entries, draft.facts) {
      let metric = item.metric
      let value = Self.value(of: metric, in: unit)
      cells[item.column] = MetricAlignment.Cell(
        metric: metric, kind: item.kind, value: value, text: metric.source?.text ?? metric.name,
        facts: naming(metric) + why + Self.conversion(metric, value, to: unit))
    }
    let given = draft.entries.lazy.compactMap { lessons.rename(of: $0.metric.name) }.first
    let name = given?.b ?? (draft.why == .wording ? first.metric.name : entry?.name.zh ?? first.metric.name)
    return MetricAlignment.Row(
      kind: first.kind, canonical: canonical, name: name, unit: unit, cells: cells,
      best: best(cells, better: entry?.better ?? Self.direction(of: draft.entries.map(\.metric))), why: draft.why)
  }

  /// How a metric got its canonical name, and whether a person renamed it.
  private func naming(_ metric: Metric) -> [AlignmentFact] {
    var facts: [AlignmentFact] = []
    if let rename = lessons.rename(of: metric.name) { facts.append(.renamed(rename.b, by: rename.by, at: rename.at)) }
    guard let canonical = metric.canonical else { return facts }
    guard let entry = names.entries.first(where: { $0.key.hasSameBytes(as: canonical) }) else {
      return facts + [.recorded(canonical)]
    }
    switch names.wording(in: metric.name, of: entry.key) {
    case nil: facts.append(.recorded(entry.name.zh))
    case let found? where found.hasSameBytes(as: entry.name.zh): facts.append(.canonicalName(entry.name.zh))
    case let found?: facts.append(.synonym(found, of: entry.name.zh))
    }
    return facts
  }

  private static func conversion(_ metric: Metric, _ value: DecimalValue?, to unit: String?) -> [AlignmentFact] {
    guard metric.value != nil, let from = metric.unit, let to = unit, from != to else { return [] }
    return [value == nil ? .notConverted(from: from, to: to) : .converted(from: from, to: to)]
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
