/// Mean and standard deviation of totals.
public struct Spread: Equatable, Sendable {
  /// Number of totals.
  public let count: Int
  /// Mean, in points.
  public let mean: Double
  /// Standard deviation of a sample (n − 1), in points; nil for one total.
  public let deviation: Double?
  /// Lowest total, in tenths.
  public let lowest: Int
  /// Highest total, in tenths.
  public let highest: Int

  /// Nil for no totals; `totals` in tenths.
  public init?(_ totals: [Int]) {
    guard let lowest = totals.min(), let highest = totals.max() else { return nil }
    count = totals.count
    let sum = totals.reduce(0, +)
    mean = Double(sum) / Double(count) / 10
    // n·Σx² − (Σx)² is a whole number: no cancellation.
    let squares = count * totals.reduce(0) { $0 + $1 * $1 } - sum * sum
    deviation = count > 1 ? (Double(squares) / Double(count * (count - 1))).squareRoot() / 10 : nil
    self.lowest = lowest
    self.highest = highest
  }

  /// Highest less lowest, in tenths.
  public var range: Int { highest - lowest }
}

/// How one reviewer scores.
public struct ReviewerSpread: Equatable, Sendable {
  /// Person id.
  public let reviewer: String
  /// The reviewer's totals.
  public let spread: Spread
  /// Mean of own total less the mean of the others' totals of the same application, in points; nil where nobody else scored.
  public let difference: Double?
  /// Applications that the difference rests on.
  public let shared: [String]
  /// The spread is below the policy's limit (评分过于集中).
  public let isNarrow: Bool
  /// The applications.
  public let applications: Figure

  /// Every reviewer with a sheet that counts, by id.
  public static func all(_ panels: [ApplicationPanel], policy: ReviewPolicy) -> [ReviewerSpread] {
    var own: [String: [(application: String, total: Int, others: Double?)]] = [:]
    for panel in panels {
      let sum = panel.sheets.reduce(0) { $0 + $1.total }
      for sheet in panel.sheets {
        let rest = panel.sheets.count - 1
        let others = rest > 0 ? Double(sum - sheet.total) / Double(rest) : nil
        own[sheet.reviewer, default: []].append((panel.application, sheet.total, others))
      }
    }
    return own.keys.sorted { $0.precedesBytes(of: $1) }.compactMap { reviewer in
      let rows = own[reviewer] ?? []
      guard let spread = Spread(rows.map(\.total)) else { return nil }
      let shared = rows.compactMap { row in row.others.map { (row.application, Double(row.total) - $0) } }
      let isNarrow =
        spread.count >= max(2, policy.samples.spread)
        && (spread.deviation ?? 0) * 10 < Double(policy.outliers.spread)
      return ReviewerSpread(
        reviewer: reviewer, spread: spread,
        difference: shared.isEmpty ? nil : shared.reduce(0) { $0 + $1.1 } / Double(shared.count) / 10,
        shared: shared.map(\.0), isNarrow: isNarrow, applications: Figure(rows.map(\.application)))
    }
  }
}

/// How far the sheets of one application lie apart (分歧).
public struct Disagreement: Equatable, Sendable {
  /// The application.
  public let application: String
  /// Its totals.
  public let spread: Spread

  /// Applications with at least two sheets, the widest range first.
  public static func all(_ panels: [ApplicationPanel]) -> [Disagreement] {
    let found = panels.compactMap { panel -> Disagreement? in
      guard panel.sheets.count > 1, let spread = Spread(panel.sheets.map(\.total)) else { return nil }
      return Disagreement(application: panel.application, spread: spread)
    }
    return found.sorted { left, right in
      left.spread.range != right.spread.range
        ? left.spread.range > right.spread.range : left.application.precedesBytes(of: right.application)
    }
  }
}

/// A total far from the mean of its application (畸高、畸低提示). A mark never changes a score.
public struct Outlier: Equatable, Sendable {
  /// The application.
  public let application: String
  /// Person id of the reviewer.
  public let reviewer: String
  /// The total, in tenths.
  public let total: Int
  /// Sum of all totals of the application, in tenths.
  public let sum: Int
  /// Number of sheets: the mean is `sum / count`.
  public let count: Int
  /// Whether it is far enough that a note is mandatory.
  public let needsNote: Bool

  /// Difference from the mean, in points.
  public var difference: Double { (Double(total) - Double(sum) / Double(count)) / 10 }

  /// Every total outside the policy's limits; applications with fewer sheets than give a score are left alone.
  public static func all(_ panels: [ApplicationPanel], policy: ReviewPolicy) -> [Outlier] {
    let limits = policy.outliers
    var found: [Outlier] = []
    for panel in panels where panel.sheets.count >= max(2, policy.minimumSheets) {
      let count = panel.sheets.count
      let sum = panel.sheets.reduce(0) { $0 + $1.total }
      for sheet in panel.sheets {
        // |x − mean| times the count, without dividing.
        let distance = abs(sheet.total * count - sum)
        let isMarked = distance * 100 > limits.percent * sum || distance > limits.points * count
        let needsNote = distance * 100 > limits.notePercent * sum
        if isMarked || needsNote {
          found.append(
            Outlier(
              application: panel.application, reviewer: sheet.reviewer, total: sheet.total, sum: sum, count: count,
              needsNote: needsNote))
        }
      }
    }
    return found
  }
}
