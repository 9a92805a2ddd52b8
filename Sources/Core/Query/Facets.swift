/// How the applications found spread over units, scenarios, stages and marks: the counts beside the list.
public struct Facets: Equatable, Sendable {
  /// A value and the applications that have it.
  public struct Count: Equatable, Sendable {
    /// Unit key, scenario code, stage key or mark.
    public let key: String
    /// Its Chinese name; of a mark its code.
    public let name: String
    /// Number of applications.
    public let count: Int
  }

  /// Applications, each counted once.
  public let total: Int
  /// Every unit in the order of the programme, also those without applications.
  public let units: [Count]
  /// Applications whose unit the programme does not have.
  public let unknownUnits: Int
  /// Every scenario in the order of the programme, by 项次: an application with three scenarios counts in three.
  public let scenarios: [Count]
  /// Sum of the scenarios' counts (项次), which is more than ``total`` where applications name several.
  public let mentions: Int
  /// Applications that name no scenario of the programme.
  public let withoutScenario: Int
  /// Every stage in the order of the procedure.
  public let stages: [Count]
  /// Marks that occur, by code.
  public let flags: [Count]
  /// Applications with any mark.
  public let flagged: Int
  /// Units by scenarios.
  public let matrix: FacetMatrix

  /// Counts rows.
  ///
  /// - Parameter places: the rows to count, as ``QueryMatcher/filter(_:)`` gives them; nil for all.
  public init(_ rows: [QueryRow], at places: [Int]? = nil, program: Program) {
    let scenarioCount = min(program.scenarios.count, 64)
    var tally = FacetMatrix(units: program.units.count, scenarios: program.scenarios.count)
    let procedure = Stage.allCases
    var stages = [Int](repeating: 0, count: procedure.count)
    var flags = [String: Int]()
    var flagged = 0
    rows.withUnsafeBufferPointer { rows in
      func count(_ place: Int) {
        tally.add(rows[place].key, scenarioCount: scenarioCount)
        if let stage = procedure.firstIndex(of: rows[place].stage) { stages[stage] += 1 }
        if rows[place].flags.isEmpty { return }
        flagged += 1
        let own = rows[place].flags
        for (index, flag) in own.enumerated() where !own[..<index].contains(flag) { flags[flag, default: 0] += 1 }
      }
      if let places { places.forEach(count) } else { rows.indices.forEach(count) }
    }
    total = tally.total
    units = zip(program.units, tally.unitTotals).map { Count(key: $0.key, name: $0.name, count: $1) }
    unknownUnits = tally.unitTotals.last ?? 0
    scenarios = zip(program.scenarios, tally.scenarioTotals).map { Count(key: $0.code, name: $0.name, count: $1) }
    mentions = tally.scenarioTotals.dropLast().reduce(0, +)
    withoutScenario = tally.scenarioTotals.last ?? 0
    self.stages = zip(procedure, stages).map { Count(key: $0.rawValue, name: $0.queryName, count: $1) }
    self.flags = flags.map { Count(key: $0.key, name: $0.key, count: $0.value) }
      .sorted { $0.key.precedesBytes(of: $1.key) }
    self.flagged = flagged
    matrix = tally
  }
}
