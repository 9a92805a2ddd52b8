/// One condition of a query.
public struct QueryTerm: Equatable, Sendable {
  /// What the condition asks.
  public enum Test: Equatable, Sendable {
    /// Any of these words is in the field; without a field in any text of the application.
    case words([String])
    /// The field reads exactly as any of these.
    case exactly([String])
    /// The number lies in the range.
    case number(QueryRange)
    /// The field has something.
    case present
    /// The field has nothing.
    case missing
    /// Nothing yet: the term is still being typed and holds for every application.
    case unfinished
  }

  /// The field, or nil for bare words.
  public let field: QueryField?
  /// For ``QueryField/metric`` the metric's name as typed, else empty.
  public let name: String
  /// The condition.
  public let test: Test
  /// The term as typed.
  public let text: String
  /// Where it stands in the query, in characters.
  public let range: Range<Int>
}
