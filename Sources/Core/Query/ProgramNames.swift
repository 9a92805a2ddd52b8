/// The names of a programme, folded, and how a query's terms become tests with them.
struct ProgramNames: Sendable {
  let program: Program
  let units: Vocabulary
  let scenarios: Vocabulary
  let metrics: Vocabulary

  init(_ program: Program) {
    self.program = program
    units = .units(program)
    scenarios = .scenarios(program)
    metrics = .metrics(program)
  }

  /// For each unit of the programme whether it is among the places.
  func flags(_ places: [Int]) -> [Bool] {
    var flags = [Bool](repeating: false, count: program.units.count)
    for place in places { flags[place] = true }
    return flags
  }

  /// Places of scenarios as ``SearchKey/scenarios`` has them.
  static func bits(_ places: [Int]) -> UInt64 {
    places.reduce(0) { $1 < 64 ? $0 | 1 << UInt64($1) : $0 }
  }

  func predicate(_ node: Query.Node) -> QueryPredicate {
    switch node {
    case .everything: return .always
    case .term(let term): return predicate(term)
    case .not(let node): return .not(predicate(node))
    case .any(let nodes): return .any(inOrder(nodes))
    case .all(let nodes): return .all(inOrder(nodes))
    }
  }

  private func inOrder(_ nodes: [Query.Node]) -> [QueryPredicate] {
    nodes.map(predicate).enumerated()
      .sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
      .map(\.element)
  }

  private func predicate(_ term: QueryTerm) -> QueryPredicate {
    switch term.test {
    case .unfinished: return .always
    case .words(let words): return predicate(term.field, words, isExact: false)
    case .exactly(let words): return predicate(term.field, words, isExact: true)
    case .present: return presence(term)
    case .missing: return .not(presence(term))
    case .number(let range):
      switch term.field {
      case .investment: return .investment(range)
      case .score: return .score(range)
      case .metric: return .metric(MetricTest(term.name, range: range, self))
      default: return .never
      }
    }
  }

  private func predicate(_ field: QueryField?, _ words: [String], isExact: Bool) -> QueryPredicate {
    func places(_ vocabulary: Vocabulary) -> [Int] {
      words.flatMap { isExact ? vocabulary.exact($0, withInitials: false) : vocabulary.find($0) }
    }
    switch field {
    case nil:
      let tests = words.map { QueryPredicate.word(WordTest($0, self)) }
      return tests.count == 1 ? tests[0] : .any(tests)
    case .unit: return .units(flags(places(units)))
    case .scenario: return .scenarios(Self.bits(places(scenarios)))
    case .stage: return .stages(places(.stages).map { Stage.allCases[$0] })
    case .flag: return .flag(FlagTest(words, isExact: isExact))
    case .company: return .text(TextTest(.company, words, isExact: isExact))
    case .project: return .text(TextTest(.project, words, isExact: isExact))
    case .id: return .text(TextTest(.id, words, isExact: isExact))
    case .investment, .metric, .score: return .never
    }
  }

  private func presence(_ term: QueryTerm) -> QueryPredicate {
    switch term.field {
    case .unit: .hasUnit
    case .scenario: .hasScenario
    case .flag: .hasFlags
    case .investment: .hasInvestment
    case .score: .hasScore
    case .metric: .metric(MetricTest(term.name, range: nil, self))
    case nil, .stage, .company, .project, .id: .always
    }
  }
}
