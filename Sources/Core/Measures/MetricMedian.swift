/// The median of one metric over the applications of a scenario (场景中位数).
public struct MetricMedian: Equatable, Sendable {
  /// In the row's unit.
  public let value: Double
  /// How many applications it was taken of; those without such a value are not counted, and none as 0.
  public let count: Int

  /// The median of `row`'s metric over `applications`, one value each; nil when the row has no name or unit that others
  /// could share, or none of them has such a value.
  ///
  /// - Parameter lessons: what was taught about names; a taught wording counts as the metric.
  public init?(of row: MetricAlignment.Row, among applications: some Sequence<ApplicationSummary>, lessons: NameLessons)
  {
    let wordings = row.cells.compactMap { $0?.metric.name }
    let groups = wordings.reduce(into: Set<String>()) {
      $0.formUnion(lessons.group(name: $1, canonical: row.canonical))
    }
    guard row.canonical != nil || !groups.isEmpty else { return nil }
    var values: [Double] = []
    for application in applications {
      let found = application.metrics.lazy.compactMap { metric -> Double? in
        let isSame = metric.canonical != nil && metric.canonical == row.canonical
        // Wordings are folded only where somebody taught something: a library has a hundred thousand of them.
        if !isSame, groups.isEmpty { return nil }
        guard isSame || !groups.isDisjoint(with: lessons.group(name: metric.name, canonical: metric.canonical)),
          lessons.isEmpty || !wordings.contains(where: { lessons.lesson(on: $0, metric.name)?.kind == .split })
        else { return nil }
        return UnitConversion.factor(from: metric.unit, to: row.unit).map { metric.value * $0 }
      }.first
      if let found, found.isFinite { values.append(found) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    let middle = values.count / 2
    value = values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
    count = values.count
  }
}
