/// ICC by a two-way random-effects analysis of variance, absolute agreement, for a block in which every reviewer scored
/// every application. Single: how far one reviewer's total can be relied upon; average: the panel's mean.
public struct IntraclassCorrelation: Equatable, Sendable {
  /// Why there is no figure.
  public enum Refusal: Error, Equatable, Sendable {
    /// No block of at least two reviewers and so many applications; the largest has these.
    case tooFew(applications: Int, reviewers: Int, needs: Int)
    /// All totals are the same: nothing varies that could agree.
    case noVariance
  }

  /// Applications of the block, by id.
  public let applications: [String]
  /// Reviewers of the block, by id.
  public let reviewers: [String]
  /// Mean square between applications (MSR), in squared points.
  public let betweenApplications: Double
  /// Mean square between reviewers (MSC), in squared points.
  public let betweenReviewers: Double
  /// Mean square of the rest (MSE), in squared points.
  public let rest: Double
  /// ICC(2,1) = (MSR − MSE) / (MSR + (k − 1)·MSE + k·(MSC − MSE)/n).
  public let single: Double
  /// ICC(2,k) = (MSR − MSE) / (MSR + (MSC − MSE)/n).
  public let average: Double

  /// The figure for the largest block (most sheets) among the sets of reviewers that scored one application together.
  public static func of(_ panels: [ApplicationPanel], minimum: Int) -> Result<IntraclassCorrelation, Refusal> {
    let block = CompleteBlock.largest(in: panels, minimum: max(2, minimum))
    guard block.reviewers.count > 1, block.rows.count >= max(2, minimum) else {
      return .failure(
        .tooFew(applications: block.rows.count, reviewers: block.reviewers.count, needs: max(2, minimum)))
    }
    let table = block.rows.map { $0.totals.map { Double($0) / 10 } }
    let (n, k) = (Double(table.count), Double(block.reviewers.count))
    let mean = table.reduce(0) { $0 + $1.reduce(0, +) } / (n * k)
    func square(_ value: Double) -> Double { value * value }
    let rowMeans = table.map { $0.reduce(0, +) / k }
    let columnMeans = block.reviewers.indices.map { column in table.reduce(0) { $0 + $1[column] } / n }
    var error = 0.0
    for (row, values) in table.enumerated() {
      for (column, value) in values.enumerated() { error += square(value - rowMeans[row] - columnMeans[column] + mean) }
    }
    let rows = k * rowMeans.reduce(0) { $0 + square($1 - mean) } / (n - 1)
    let columns = n * columnMeans.reduce(0) { $0 + square($1 - mean) } / (k - 1)
    let rest = error / ((n - 1) * (k - 1))
    let whole = rows + (k - 1) * rest + k * (columns - rest) / n
    let averaged = rows + (columns - rest) / n
    guard whole.magnitude > 1e-9, averaged.magnitude > 1e-9 else { return .failure(.noVariance) }
    return .success(
      IntraclassCorrelation(
        applications: block.rows.map(\.application), reviewers: block.reviewers, betweenApplications: rows,
        betweenReviewers: columns, rest: rest, single: (rows - rest) / whole, average: (rows - rest) / averaged))
  }
}

/// Applications that the same reviewers scored, without a gap.
struct CompleteBlock {
  struct Row {
    let application: String
    /// Totals in tenths, in the order of the reviewers.
    let totals: [Int]
  }
  var reviewers: [String] = []
  var rows: [Row] = []

  /// Sets of reviewers that are tried: the most frequent.
  private static let mostSets = 200

  /// The block with the most sheets of at least two reviewers; one with `minimum` rows goes before any with fewer. Of equal
  /// blocks the one with more reviewers, then the first by their ids.
  static func largest(in panels: [ApplicationPanel], minimum: Int) -> CompleteBlock {
    var often: [[String]: Int] = [:]
    for panel in panels where panel.sheets.count > 1 { often[panel.sheets.map(\.reviewer), default: 0] += 1 }
    let sets = often.sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
    }
    var best = CompleteBlock()
    for (reviewers, _) in sets.prefix(mostSets) {
      var block = CompleteBlock(reviewers: reviewers)
      for panel in panels where panel.sheets.count >= reviewers.count {
        let totals = Dictionary(panel.sheets.map { ($0.reviewer, $0.total) }) { first, _ in first }
        let row = reviewers.compactMap { totals[$0] }
        if row.count == reviewers.count { block.rows.append(Row(application: panel.application, totals: row)) }
      }
      if block.isBetter(than: best, minimum) { best = block }
    }
    best.rows.sort { $0.application.precedesBytes(of: $1.application) }
    return best
  }

  private func isBetter(than other: CompleteBlock, _ minimum: Int) -> Bool {
    let (mine, theirs) = (rows.count >= minimum, other.rows.count >= minimum)
    if mine != theirs { return mine }
    let (size, otherSize) = (rows.count * reviewers.count, other.rows.count * other.reviewers.count)
    if size != otherSize { return size > otherSize }
    if reviewers.count != other.reviewers.count { return reviewers.count > other.reviewers.count }
    return reviewers.lexicographicallyPrecedes(other.reviewers)
  }
}
