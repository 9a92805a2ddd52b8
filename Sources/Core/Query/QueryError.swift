/// What cannot be understood in a query, and where: facts, put into words by the caller.
public struct QueryError: Error, Equatable, Sendable {
  /// What is wrong.
  public enum Reason: Equatable, Sendable {
    /// The text is longer than this many bytes of UTF-8.
    case tooLong(limit: Int)
    /// Parentheses are nested deeper than this.
    case tooDeep(limit: Int)
    /// A closing parenthesis that nothing opens.
    case unexpectedClosing
    /// No field has this name; `nearest` is one that is spelled much like it.
    case unknownField(name: String, nearest: QueryField?)
    /// The field holds words, which have no greater and less.
    case comparisonNotAllowed(QueryField)
    /// A number was expected.
    case notANumber(String)
    /// The number has a unit that the field cannot be compared in.
    case unitNotAllowed(String)
    /// The lower end of a range is above its upper end.
    case emptyRange(String)
    /// A comparison of metrics needs the name of one.
    case missingMetricName
  }

  /// Characters before the place, counted from 0 as a person counts them.
  public let offset: Int
  /// What is wrong there.
  public let reason: Reason
}
