/// An interval of numbers with the unit they were typed in.
public struct QueryRange: Equatable, Sendable {
  /// What the numbers count.
  public enum Unit: Equatable, Sendable {
    /// No unit was typed: the row's own, with 亿元 read as 万元.
    case asInRow
    /// Money; the bounds are in 万元 whatever was typed.
    case money
    /// Percent.
    case percent
    /// Another unit, folded.
    case other(String)
  }

  /// The lower bound; nil for none.
  public let low: Double?
  /// The upper bound; nil for none.
  public let high: Double?
  /// Whether the bounds themselves belong to it.
  public let isClosed: Bool
  /// Whether everything except the interval is meant (`!=`).
  public let isExcluded: Bool
  /// The unit of the bounds.
  public let unit: Unit

  /// Whether the number lies in the interval.
  public func contains(_ number: Double) -> Bool {
    let isAbove = low.map { isClosed ? number >= $0 : number > $0 } ?? true
    let isBelow = high.map { isClosed ? number <= $0 : number < $0 } ?? true
    return (isAbove && isBelow) != isExcluded
  }
}

/// How two numbers are compared.
enum QueryComparison: Equatable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  func range(_ number: Double, unit: QueryRange.Unit) -> QueryRange {
    switch self {
    case .equal: QueryRange(low: number, high: number, isClosed: true, isExcluded: false, unit: unit)
    case .notEqual: QueryRange(low: number, high: number, isClosed: true, isExcluded: true, unit: unit)
    case .less: QueryRange(low: nil, high: number, isClosed: false, isExcluded: false, unit: unit)
    case .lessOrEqual: QueryRange(low: nil, high: number, isClosed: true, isExcluded: false, unit: unit)
    case .greater: QueryRange(low: number, high: nil, isClosed: false, isExcluded: false, unit: unit)
    case .greaterOrEqual: QueryRange(low: number, high: nil, isClosed: true, isExcluded: false, unit: unit)
    }
  }
}
