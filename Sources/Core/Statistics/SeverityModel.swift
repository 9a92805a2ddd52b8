/// Reviewers differ in how strict they are. An additive two-way model by least squares, `total = application + reviewer`,
/// tells what an average reviewer would have given. Information only: it never replaces a score.
public struct SeverityModel: Equatable, Sendable {
  /// Why no adjusted scores are given.
  public enum Refusal: Error, Equatable, Sendable {
    /// Fewer applications with at least two sheets than the policy asks for.
    case tooFewApplications(has: Int, needs: Int)
    /// Too few sheets beyond what the effects themselves take up.
    case tooFewSheets(degreesOfFreedom: Int, needs: Int)
    /// Reviewers fall into groups that share no application: between the groups nothing can be compared.
    case notConnected(groups: [[String]])
  }

  /// What a reviewer adds to a total.
  public struct Effect: Equatable, Sendable {
    /// Person id.
    public let reviewer: String
    /// Points above (lenient) or below (strict) the average reviewer; the effects add up to 0.
    public let points: Double
    /// Sheets that it rests on.
    public let count: Int
  }

  /// Score as the average reviewer would give it, in points, by application.
  public let adjusted: [String: Double]
  /// The reviewers, by id.
  public let effects: [Effect]
  /// Sheets that the model rests on.
  public let sheets: Int
  /// Sheets beyond the number of effects.
  public let degreesOfFreedom: Int
  /// Standard deviation of what the model does not explain, in points.
  public let residual: Double

  /// Fits the model on every sheet that counts; nothing is trimmed.
  public static func fit(_ panels: [ApplicationPanel], minimum: Int) -> Result<SeverityModel, Refusal> {
    let used = panels.filter { !$0.sheets.isEmpty }
    let double = used.count { $0.sheets.count > 1 }
    if double < minimum { return .failure(.tooFewApplications(has: double, needs: minimum)) }
    var counts: [String: Int] = [:]
    for panel in used { for sheet in panel.sheets { counts[sheet.reviewer, default: 0] += 1 } }
    let reviewers = counts.keys.sorted { $0.precedesBytes(of: $1) }
    let place = Dictionary(uniqueKeysWithValues: reviewers.enumerated().map { ($1, $0) })
    let groups = Self.groups(used, place, reviewers)
    if groups.count > 1 { return .failure(.notConnected(groups: groups)) }
    let sheets = counts.values.reduce(0, +)
    let freedom = sheets - used.count - reviewers.count + 1
    if freedom < minimum { return .failure(.tooFewSheets(degreesOfFreedom: freedom, needs: minimum)) }
    return .success(SeverityModel(used, reviewers, place, counts, sheets, freedom))
  }

  private init(
    _ panels: [ApplicationPanel], _ reviewers: [String], _ place: [String: Int], _ counts: [String: Int],
    _ sheets: Int, _ freedom: Int
  ) {
    // The applications are eliminated: what is left are the normal equations of the reviewers, singular by one constant,
    // which adding 1 everywhere fixes (the effects then add up to 0).
    let size = reviewers.count
    var matrix = [[Double]](repeating: [Double](repeating: 1, count: size), count: size)
    var right = [Double](repeating: 0, count: size)
    for panel in panels {
      let places = panel.sheets.map { place[$0.reviewer] ?? 0 }
      let totals = panel.sheets.map { Double($0.total) }
      let count = Double(totals.count)
      let mean = totals.reduce(0, +) / count
      for (index, row) in places.enumerated() {
        matrix[row][row] += 1
        right[row] += totals[index] - mean
        for column in places { matrix[row][column] -= 1 / count }
      }
    }
    let effects = LinearSystem.solve(matrix, right)
    var adjusted: [String: Double] = [:]
    var squares = 0.0
    for panel in panels {
      let rest = panel.sheets.map { Double($0.total) - effects[place[$0.reviewer] ?? 0] }
      let level = rest.reduce(0, +) / Double(rest.count)
      adjusted[panel.application] = level / 10
      for value in rest { squares += (value - level) * (value - level) }
    }
    self.adjusted = adjusted
    self.effects = reviewers.map {
      Effect(reviewer: $0, points: effects[place[$0] ?? 0] / 10, count: counts[$0] ?? 0)
    }
    self.sheets = sheets
    degreesOfFreedom = freedom
    residual = (squares / Double(freedom)).squareRoot() / 10
  }

  /// Reviewers that are joined by applications, directly or through others.
  private static func groups(_ panels: [ApplicationPanel], _ place: [String: Int], _ reviewers: [String]) -> [[String]]
  {
    var parent = Array(reviewers.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parent[index] != index {
        parent[index] = parent[parent[index]]
        index = parent[index]
      }
      return index
    }
    for panel in panels {
      guard let first = panel.sheets.first.flatMap({ place[$0.reviewer] }) else { continue }
      for sheet in panel.sheets.dropFirst() {
        let (a, b) = (root(first), root(place[sheet.reviewer] ?? first))
        parent[max(a, b)] = min(a, b)
      }
    }
    let byRoot = Dictionary(grouping: reviewers.indices) { root($0) }
    return byRoot.keys.sorted().map { (byRoot[$0] ?? []).map { reviewers[$0] } }
  }
}

/// A few linear equations.
enum LinearSystem {
  /// The solution by elimination with the largest pivot; a singular system gives 0 for what it leaves open.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var matrix = matrix
    var right = right
    let size = right.count
    for column in 0..<size {
      guard let pivot = (column..<size).max(by: { matrix[$0][column].magnitude < matrix[$1][column].magnitude }),
        matrix[pivot][column].magnitude > 1e-12
      else { continue }
      matrix.swapAt(pivot, column)
      right.swapAt(pivot, column)
      for row in (column + 1)..<size where matrix[row][column] != 0 {
        let factor = matrix[row][column] / matrix[column][column]
        for place in column..<size { matrix[row][place] -= factor * matrix[column][place] }
        right[row] -= factor * right[column]
      }
    }
    var solution = [Double](repeating: 0, count: size)
    for row in (0..<size).reversed() where matrix[row][row].magnitude > 1e-12 {
      var value = right[row]
      for place in (row + 1)..<size { value -= matrix[row][place] * solution[place] }
      solution[row] = value / matrix[row][row]
    }
    return solution
  }
}
