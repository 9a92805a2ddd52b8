/// Applications by unit (rows) and scenario (columns).
///
/// The last row is for units that the programme does not have, the last column for applications without a scenario of the
/// programme. An application stands in one cell per scenario, but counts once in its unit's total, once in each of its
/// scenarios' totals and once in the grand total; so totals are not the sums of their cells.
public struct FacetMatrix: Equatable, Sendable {
  /// Applications by unit and scenario.
  public private(set) var cells: [[Int]]
  /// Applications of each unit.
  public private(set) var unitTotals: [Int]
  /// Applications that name each scenario.
  public private(set) var scenarioTotals: [Int]
  /// All applications.
  public private(set) var total = 0

  init(units: Int, scenarios: Int) {
    cells = [[Int]](repeating: [Int](repeating: 0, count: scenarios + 1), count: units + 1)
    unitTotals = [Int](repeating: 0, count: units + 1)
    scenarioTotals = [Int](repeating: 0, count: scenarios + 1)
  }

  mutating func add(_ key: SearchKey, scenarioCount: Int) {
    let unit = key.unit ?? unitTotals.count - 1
    total += 1
    unitTotals[unit] += 1
    var left = key.scenarios
    if left == 0 {
      cells[unit][scenarioTotals.count - 1] += 1
      scenarioTotals[scenarioTotals.count - 1] += 1
    }
    while left != 0 {
      let scenario = left.trailingZeroBitCount
      left &= left - 1
      guard scenario < scenarioCount else { continue }
      cells[unit][scenario] += 1
      scenarioTotals[scenario] += 1
    }
  }
}
