/// How the sheets of one application become one score (汇总方法, `aggregate.method`).
public enum AggregationMethod: Equatable, Sendable {
  /// From so many valid sheets on, one highest and one lowest total are dropped; below that the plain mean.
  case trimmedFrom(Int)
  /// The plain mean for all.
  case mean
  /// One highest and one lowest total are dropped for all.
  case trimmed

  /// Fewest sheets of which two can be dropped.
  static let fewestToTrim = 3

  /// Nil when `word` is no method: `trimmed-mean-from-5`, `mean` or `trimmed`.
  public init?(word: String) {
    switch word {
    case "mean": self = .mean
    case "trimmed": self = .trimmed
    default:
      let start = "trimmed-mean-from-"
      guard word.hasPrefix(start), let from = Int(word.dropFirst(start.count)), (Self.fewestToTrim...99).contains(from)
      else { return nil }
      self = .trimmedFrom(from)
    }
  }

  /// As `program.json` has it.
  public var word: String {
    switch self {
    case .trimmedFrom(let from): "trimmed-mean-from-\(from)"
    case .mean: "mean"
    case .trimmed: "trimmed"
    }
  }

  /// Whether two of `count` sheets are dropped.
  public func trims(_ count: Int) -> Bool {
    switch self {
    case .trimmedFrom(let from): count >= from
    case .mean: false
    case .trimmed: count >= Self.fewestToTrim
    }
  }

  /// Fewest valid sheets that give a score, where the policy asks for `minimum`.
  func fewest(_ minimum: Int) -> Int { max(self == .trimmed ? Self.fewestToTrim : 1, minimum) }
}

/// Division of whole numbers, rounded half up: the one rounding of every published score.
enum HalfUp {
  /// `dividend / divisor` to the nearest whole number, halves up; both not negative, `divisor` above 0.
  static func divide(_ dividend: Int, by divisor: Int) -> Int { (dividend * 2 + divisor) / (divisor * 2) }
}

/// Which totals of one application count.
struct Trim: Equatable {
  /// Place of the highest total that is dropped; the first where several share it.
  private(set) var highest: Int?
  /// Place of the lowest total that is dropped; the last where several share it, so that it never is the highest too.
  private(set) var lowest: Int?
  /// Sum of the totals that count.
  let sum: Int
  /// How many count.
  let count: Int

  /// - Parameter totals: not empty.
  init(_ totals: [Int], _ method: AggregationMethod) {
    var sum = totals.reduce(0, +)
    var count = totals.count
    if method.trims(totals.count), let most = totals.max(), let least = totals.min() {
      highest = totals.firstIndex(of: most)
      lowest = totals.lastIndex(of: least)
      sum -= most + least
      count -= 2
    }
    self.sum = sum
    self.count = count
  }
}
