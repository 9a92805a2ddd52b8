/// A search as somebody typed it, understood: `县:邹城 场景:溯源 -flag:R07 投资>=500 (5G or AGV)`.
///
/// Terms side by side must all hold; `or`, `或` and `|` join alternatives; `-` or `!` before a term turns it round;
/// parentheses group; quotes keep words together. Fields are those of ``QueryField``; full-width forms of every mark work.
/// A query that is still being typed is understood as far as it goes.
public struct Query: Equatable, Sendable {
  /// A term or several joined.
  public indirect enum Node: Equatable, Sendable {
    /// Holds for every application.
    case everything
    /// One condition.
    case term(QueryTerm)
    /// The contrary.
    case not(Node)
    /// All of these.
    case all([Node])
    /// Any of these.
    case any([Node])
  }

  /// The longest text understood, in bytes of UTF-8.
  public static let longest = 4096
  /// The deepest nesting of parentheses understood.
  public static let deepest = 32

  /// The text as typed.
  public let text: String
  /// Its meaning.
  public let root: Node

  /// Understands a text; throws what is wrong and where.
  public init(_ text: String) throws(QueryError) {
    guard text.utf8.count <= Self.longest else {
      throw QueryError(offset: 0, reason: .tooLong(limit: Self.longest))
    }
    var parser = QueryParser(text)
    root = try parser.parse()
    self.text = text
  }

  private init() {
    text = ""
    root = .everything
  }

  /// The query that holds for every application.
  public static let everything = Query()

  /// Words and phrases that the texts found contain, for highlighting; those that are turned round are left out.
  public var highlights: [String] {
    func words(_ node: Node) -> [String] {
      switch node {
      case .everything, .not: return []
      case .term(let term):
        guard case .words(let words) = term.test else { return [] }
        return term.field == nil || term.field == .company || term.field == .project ? words : []
      case .all(let nodes), .any(let nodes): return nodes.flatMap(words)
      }
    }
    return words(root)
  }

  /// The text of a term that asks for exactly this value of a field, quoted when it has to be.
  public static func term(_ field: QueryField, _ value: String, chinese: Bool = false) -> String {
    "\(chinese ? field.chinese : field.rawValue)=\(quoted(value))"
  }

  /// A value in quotes when it has characters that mean something in a query; quotes inside it are left out.
  static func quoted(_ value: String) -> String {
    let marks = value.unicodeScalars.map(QuerySyntax.init)
    if !marks.isEmpty, marks.allSatisfy({ $0 == .ascii || $0 == .other || $0 == .minus }) { return value }
    let rest = zip(value.unicodeScalars, marks).filter { $1 != .quote }.map(\.0)
    return "\"\(String(String.UnicodeScalarView(rest)))\""
  }
}

extension Query.Node {
  /// Where the terms of a node stand in the text, in characters; nil when it has none.
  var range: Range<Int>? {
    switch self {
    case .everything: return nil
    case .term(let term): return term.range
    case .not(let node): return node.range
    case .all(let nodes), .any(let nodes):
      let ranges = nodes.compactMap(\.range)
      guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return nil }
      return low..<high
    }
  }
}
