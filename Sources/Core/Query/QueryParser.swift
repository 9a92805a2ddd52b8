/// Reads a query by recursive descent: alternatives, then terms side by side, then one term.
///
/// Works on Unicode scalars, since comparing `Character`s normalises them and that is unbounded; places are told in
/// characters.
struct QueryParser {
  let scalars: [Unicode.Scalar]
  let syntax: [QuerySyntax]
  /// For each scalar the characters before it; one entry more for the end.
  let offsets: [Int]
  var position = 0
  private var depth = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    syntax = scalars.map(QuerySyntax.init)
    var offsets: [Int] = []
    for (offset, character) in text.enumerated() {
      offsets += [Int](repeating: offset, count: character.unicodeScalars.count)
    }
    offsets.append((offsets.last ?? -1) + 1)
    self.offsets = offsets
  }

  mutating func parse() throws(QueryError) -> Query.Node {
    let node = try parseAlternatives(field: nil)
    return node ?? .everything
  }

  /// Alternatives up to the end or a closing parenthesis; nil when there is no term.
  ///
  /// - Parameter field: the field before the parenthesis, as in `县:(邹城 or 曲阜)`.
  private mutating func parseAlternatives(field: QueryField?) throws(QueryError) -> Query.Node? {
    var options: [Query.Node] = []
    repeat {
      if let node = try parseAll(field: field) { options.append(node) }
    } while takeOr()
    return options.count > 1 ? .any(options) : options.first
  }

  private mutating func parseAll(field: QueryField?) throws(QueryError) -> Query.Node? {
    var terms: [Query.Node] = []
    while true {
      skipSpaces()
      guard position < scalars.count, syntax[position] != .bar, !isKeyword(Self.or) else { break }
      if syntax[position] == .close {
        if depth == 0 { throw error(.unexpectedClosing, at: position) }
        break
      }
      if isKeyword(Self.and) {
        position = wordEnd(from: position)
        continue
      }
      if let node = try parseTerm(field: field) { terms.append(node) }
    }
    return terms.count > 1 ? .all(terms) : terms.first
  }

  private mutating func parseTerm(field: QueryField?) throws(QueryError) -> Query.Node? {
    var isTurned = false
    while position < scalars.count, isNegation(at: position, field: field) {
      isTurned.toggle()
      position += 1
    }
    guard position < scalars.count, syntax[position] != .space, syntax[position] != .close, syntax[position] != .bar
    else { return nil }
    let start = position
    let node: Query.Node? =
      switch syntax[position] {
      case .open: try parseGroup(field: field)
      case .quote: words([phrase()], field: field, from: start)
      default: try parseWord(field: field)
      }
    guard let node else { return nil }
    return isTurned && !node.isUnfinished ? .not(node) : node
  }

  /// Whether a sign turns the term after it round; before a number of a field it belongs to the number.
  private func isNegation(at place: Int, field: QueryField?) -> Bool {
    switch syntax[place] {
    case .minus: field?.isNumber != true || !isNumberStart(place + 1)
    case .bang: place + 1 == scalars.count || syntax[place + 1] != .equal
    default: false
    }
  }

  mutating func parseGroup(field: QueryField?) throws(QueryError) -> Query.Node? {
    guard depth < Query.deepest else { throw error(.tooDeep(limit: Query.deepest), at: position) }
    depth += 1
    position += 1
    let node = try parseAlternatives(field: field)
    if position < scalars.count { position += 1 }
    depth -= 1
    return node
  }

  private static let or: [[UInt8]] = ["or", "或", "或者"].map { Array($0.utf8) }
  private static let and: [[UInt8]] = ["and", "且", "并且", "&", "&&"].map { Array($0.utf8) }

  private func isKeyword(_ words: [[UInt8]]) -> Bool {
    let end = wordEnd(from: position)
    guard end - position <= 3 else { return false }
    return words.contains(folded(position..<end))
  }

  private mutating func takeOr() -> Bool {
    skipSpaces()
    guard position < scalars.count else { return false }
    if syntax[position] == .bar {
      position += 1
      return true
    }
    guard isKeyword(Self.or) else { return false }
    position = wordEnd(from: position)
    return true
  }
}

extension Query.Node {
  /// Whether the node is a term that holds for everything because nothing is typed yet; its contrary would hide all.
  var isUnfinished: Bool {
    guard case .term(let term) = self else { return false }
    return term.test == .unfinished
  }
}
