/// Counties by scenarios: how many applications there are, have reviewers, and have a score. An application counts once in
/// its county (项目数) and once for each of its scenarios (项次).
public struct CountyTable: Equatable, Sendable {
  /// One number of the table, three ways.
  public struct Cell: Equatable, Sendable {
    /// Applications.
    public let applications: Figure
    /// Those with reviewers.
    public let assigned: Figure
    /// Those with enough sheets for a score.
    public let scored: Figure

    fileprivate init(_ all: [ApplicationFacts], _ scored: Set<String>) {
      applications = Figure(all.map(\.id))
      assigned = Figure(all.filter { !($0.assignment?.reviewers ?? []).isEmpty }.map(\.id))
      self.scored = Figure(all.filter { scored.contains($0.id) }.map(\.id))
    }
  }

  /// One county.
  public struct Row: Equatable, Sendable {
    /// Key of the unit.
    public let unit: String
    /// Its applications, each once (项目数).
    public let projects: Cell
    /// Its applications, each once for a scenario (项次).
    public let entries: Figure
    /// For each scenario of the table.
    public let cells: [Cell]
  }

  /// Codes of the scenarios: those of the call, then any others that an application names.
  public let scenarios: [String]
  /// The counties of the call, then any others.
  public let rows: [Row]
  /// For each scenario, over all counties.
  public let columns: [Cell]
  /// Over everything, each application once.
  public let total: Cell

  init(_ facts: WorkspaceFacts, panels: [ApplicationPanel], fewest: Int) {
    let all = facts.applications
    let scored = Set(panels.filter { $0.sheets.count >= fewest }.map(\.application))
    func extended(_ known: [String], _ used: [String]) -> [String] {
      known + Set(used).subtracting(known).sorted { $0.precedesBytes(of: $1) }
    }
    let scenarios = extended(facts.program.scenarios.map(\.code), all.flatMap(\.scenarios))
    let units = extended(facts.program.units.map(\.key), all.map(\.unit))
    rows = units.map { unit in
      let own = all.filter { $0.unit == unit }
      return Row(
        unit: unit, projects: Cell(own, scored),
        entries: Figure(own.flatMap { [String](repeating: $0.id, count: $0.scenarios.count) }),
        cells: scenarios.map { code in Cell(own.filter { $0.scenarios.contains(code) }, scored) })
    }
    columns = scenarios.map { code in Cell(all.filter { $0.scenarios.contains(code) }, scored) }
    total = Cell(all, scored)
    self.scenarios = scenarios
  }
}
