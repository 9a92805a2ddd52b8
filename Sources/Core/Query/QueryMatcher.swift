/// A query against the rows of a programme: what every keystroke in the filter runs.
public struct QueryMatcher: Sendable {
  /// The query.
  public let query: Query
  private let predicate: QueryPredicate
  private let names: ProgramNames

  /// Makes a query ready; units, scenarios and metrics are looked up here, once.
  public init(_ query: Query, program: Program) {
    self.query = query
    names = ProgramNames(program)
    predicate = names.predicate(query.root)
  }

  /// Whether an application is found. Full words are searched last, and only when nothing else decides.
  public func matches(_ row: QueryRow) -> Bool { withUnsafePointer(to: row, predicate.isTrue) }

  /// The places of the rows that are found, in order.
  public func filter(_ rows: [QueryRow]) -> [Int] {
    if case .always = predicate { return Array(rows.indices) }
    return rows.withUnsafeBufferPointer { rows in
      guard let first = rows.baseAddress else { return [] }
      return rows.indices.filter { predicate.isTrue(first + $0) }
    }
  }

  /// A term that leaves nothing to show.
  public struct DeadEnd: Equatable, Sendable {
    /// Where the term stands in the query, in characters.
    public let range: Range<Int>
    /// The term as typed.
    public let text: String
    /// Whether no application fits the term by itself; otherwise none fits it together with the terms before it.
    public let isAlone: Bool
  }

  /// The term that is to blame when nothing is found: the first that no row fits, else the first that no row fits together
  /// with those before it. Nil when something is found.
  public func firstTermWithoutHits(in rows: [QueryRow]) -> DeadEnd? {
    let terms: [Query.Node] = if case .all(let nodes) = query.root { nodes } else { [query.root] }
    func deadEnd(_ node: Query.Node, isAlone: Bool) -> DeadEnd? {
      guard let range = node.range else { return nil }
      let text = String(query.text.dropFirst(range.lowerBound).prefix(range.count))
      return DeadEnd(range: range, text: text, isAlone: isAlone)
    }
    let predicates = terms.map(names.predicate)
    return rows.withUnsafeBufferPointer { rows in
      guard let first = rows.baseAddress else { return nil }
      for (node, predicate) in zip(terms, predicates)
      where !rows.indices.contains(where: { predicate.isTrue(first + $0) }) {
        return deadEnd(node, isAlone: true)
      }
      var left = Array(rows.indices)
      for (node, predicate) in zip(terms, predicates) {
        left = left.filter { predicate.isTrue(first + $0) }
        if left.isEmpty { return deadEnd(node, isAlone: false) }
      }
      return nil
    }
  }
}
