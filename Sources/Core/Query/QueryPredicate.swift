/// Where a row is. Tests take its place, not the row: a copy of one would count a dozen references up and down, which costs
/// more than most tests do.
typealias RowPointer = UnsafePointer<QueryRow>

/// What is known of a row before its full words have been searched.
enum QueryVerdict {
  case no, yes
  /// The full words decide.
  case open
}

/// A query made ready for the rows of one programme.
///
/// Tests with much to compare are classes so that passing one on costs one reference count.
indirect enum QueryPredicate: Sendable {
  case always, never
  case word(WordTest)
  /// By place in the programme; false stands for every other unit.
  case units([Bool])
  case scenarios(UInt64)
  case stages([Stage])
  case hasUnit, hasScenario, hasFlags, hasInvestment, hasScore
  case text(TextTest)
  case flag(FlagTest)
  case investment(QueryRange)
  case score(QueryRange)
  case metric(MetricTest)
  case not(QueryPredicate)
  case all([QueryPredicate])
  case any([QueryPredicate])

  /// The verdict without the full words.
  func verdict(_ row: RowPointer) -> QueryVerdict {
    switch self {
    case .word(let test): return test.verdict(row)
    case .not(let predicate):
      switch predicate.verdict(row) {
      case .no: return .yes
      case .yes: return .no
      case .open: return .open
      }
    case .all(let predicates):
      var result = QueryVerdict.yes
      for predicate in predicates {
        switch predicate.verdict(row) {
        case .no: return .no
        case .yes: continue
        case .open: result = .open
        }
      }
      return result
    case .any(let predicates):
      var result = QueryVerdict.no
      for predicate in predicates {
        switch predicate.verdict(row) {
        case .yes: return .yes
        case .no: continue
        case .open: result = .open
        }
      }
      return result
    default: return isMet(row) ? .yes : .no
    }
  }

  /// The verdict with the full words, which are searched only where nothing else decides.
  func isTrue(_ row: RowPointer) -> Bool {
    switch verdict(row) {
    case .no: return false
    case .yes: return true
    case .open: break
    }
    switch self {
    case .word(let test): return test.isInWords(of: row)
    case .not(let predicate): return !predicate.isTrue(row)
    case .all(let predicates): return predicates.allSatisfy { $0.isTrue(row) }
    case .any(let predicates): return predicates.contains { $0.isTrue(row) }
    default: return isMet(row)
    }
  }

  /// The tests that never need the full words.
  private func isMet(_ row: RowPointer) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .units(let units): row.pointee.key.unit.map { units[$0] } ?? false
    case .scenarios(let scenarios): row.pointee.key.scenarios & scenarios != 0
    case .stages(let stages): stages.contains(row.pointee.stage)
    case .hasUnit: row.pointee.key.unit != nil
    case .hasScenario: row.pointee.key.scenarios != 0
    case .hasFlags: !row.pointee.flags.isEmpty
    case .hasInvestment: row.pointee.key.investment != nil
    case .hasScore: row.pointee.ownScore != nil
    case .text(let test): test.isMet(row)
    case .flag(let test): test.isMet(row)
    case .investment(let range): row.pointee.key.investment.map(range.contains) ?? false
    case .score(let range): row.pointee.ownScore.map { range.contains(Double($0) / 10) } ?? false
    case .metric(let test): test.isMet(row)
    case .word, .not, .all, .any: isTrue(row)
    }
  }

  /// How dear a test is, for trying the cheap ones first.
  var cost: Int {
    switch self {
    case .text: 1
    case .flag: 2
    case .word: 3
    case .metric: 4
    case .not(let predicate): predicate.cost
    case .all(let predicates), .any(let predicates): predicates.map(\.cost).max() ?? 0
    default: 0
    }
  }
}
