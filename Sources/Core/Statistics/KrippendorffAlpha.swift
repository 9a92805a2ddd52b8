/// Krippendorff's alpha for interval data: agreement beyond chance over all applications with at least two sheets, also
/// where reviewers did not score the same ones. 1 is perfect, 0 is chance.
public struct KrippendorffAlpha: Equatable, Sendable {
  /// Why there is no figure.
  public enum Refusal: Error, Equatable, Sendable {
    /// Fewer applications with at least two sheets than are asked for.
    case tooFew(applications: Int, needs: Int)
    /// All totals are the same.
    case noVariance
  }

  /// Applications with at least two sheets.
  public let applications: Int
  /// Reviewers of these sheets.
  public let reviewers: Int
  /// Their sheets: the pairable values.
  public let sheets: Int
  /// Observed disagreement: mean squared difference within applications, in squared points.
  public let observed: Double
  /// Expected disagreement: mean squared difference between any two sheets, in squared points.
  public let expected: Double
  /// 1 − observed / expected.
  public let alpha: Double

  /// The figure for the totals of `panels`.
  public static func of(_ panels: [ApplicationPanel], minimum: Int) -> Result<KrippendorffAlpha, Refusal> {
    let units = panels.filter { $0.sheets.count > 1 }
    if units.count < max(1, minimum) { return .failure(.tooFew(applications: units.count, needs: max(1, minimum))) }
    // Sum of (x − y)² over ordered pairs is 2(m·Σx² − (Σx)²): whole numbers until the division.
    func pairs(_ totals: [Int]) -> Int {
      let sum = totals.reduce(0, +)
      return 2 * (totals.count * totals.reduce(0) { $0 + $1 * $1 } - sum * sum)
    }
    let all = units.flatMap { $0.sheets.map(\.total) }
    let count = Double(all.count)
    let within = units.reduce(0.0) { $0 + Double(pairs($1.sheets.map(\.total))) / Double($1.sheets.count - 1) }
    let between = pairs(all)
    guard between > 0 else { return .failure(.noVariance) }
    let observed = within / count / 100
    let expected = Double(between) / (count * (count - 1)) / 100
    return .success(
      KrippendorffAlpha(
        applications: units.count, reviewers: Set(units.flatMap { $0.sheets.map(\.reviewer) }).count, sheets: all.count,
        observed: observed, expected: expected, alpha: 1 - observed / expected))
  }
}
