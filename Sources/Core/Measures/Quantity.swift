/// A number with its unit as it stands in a text.
public struct Quantity: Equatable, Sendable {
  /// A number, a power of ten in words and a unit: 1.1 万 条.
  public struct Amount: Equatable, Sendable {
    /// The number as written.
    public let value: DecimalValue
    /// 千, 万, 百万, 千万, 亿 or 万亿 in front of the unit; empty for none.
    public let scale: String
    /// The unit without ``scale``; empty for none.
    public let unit: String

    /// An amount.
    public init(value: DecimalValue, scale: String = "", unit: String) {
      self.value = value
      self.scale = scale
      self.unit = unit
    }

    /// Scale and unit together, as a reader would write them: 万条.
    public var fullUnit: String { scale + unit }
  }

  /// A word or sign that makes the number a bound.
  public enum Comparator: String, Equatable, Sendable {
    /// 不低于, 超过, 以上, ≥.
    case atLeast = ">="
    /// 不超过, 小于, 以内, ≤.
    case atMost = "<="
    /// 约, 近, 余, 左右.
    case about = "~"
  }

  /// Which way a verb beside the number says that things went.
  public enum Change: String, Equatable, Sendable { case up, down }

  /// What a change is measured against.
  public enum Basis: String, Equatable, Sendable {
    /// 同比, 较上年: the same time a year before.
    case year
    /// 环比, 较上月: the period before.
    case period
  }

  /// What is stated.
  public let amount: Amount
  /// The other end of a range (3至5秒: ``amount`` is 5, this is 3), always in the same unit.
  public let lower: DecimalValue?
  /// The amount before a change (由A降至B: ``amount`` is B, this is A).
  public let baseline: Amount?
  /// A bound.
  public let comparator: Comparator?
  /// The verb's direction.
  public let change: Change?
  /// Whether the number is the size of a change (提高15%), not what was reached by it (提高至95%).
  public let isDifference: Bool
  /// What the change is measured against; nil when the words do not say.
  public let basis: Basis?
  /// Whether the number is written in Chinese numerals.
  public let isChinese: Bool
  /// Whether it stands in brackets.
  public let isInBrackets: Bool
  /// First character in the text, counted from 0. Of a change, where its first number begins.
  public let start: Int
  /// Number of characters, from the first digit to the end of the unit.
  public let length: Int

  /// Where the quantity ends.
  public var end: Int { start + length }

  /// Which way things went: by the two values where they can be compared, else by the verb. Nil for no change at all.
  public var direction: Change? {
    guard let baseline,
      let before = UnitConversion.convert(baseline.value, from: baseline.fullUnit, to: amount.fullUnit)
    else { return change }
    return before == amount.value ? nil : before < amount.value ? .up : .down
  }
}

extension Quantity {
  /// This with the verb of another: of 分别增长12%、18%, the second grew too.
  func with(change: Change?, isDifference: Bool) -> Quantity {
    Quantity(
      amount: amount, lower: lower, baseline: baseline, comparator: comparator, change: change,
      isDifference: isDifference,
      basis: basis, isChinese: isChinese, isInBrackets: isInBrackets, start: start, length: length)
  }
}

/// A number that stands in a text and was not understood (未识别). It has no value: none is guessed.
public struct UnreadNumber: Equatable, Sendable {
  /// Why there is no value.
  public enum Reason: String, Equatable, Sendable {
    /// More digits than can be held exactly.
    case tooLong
    /// Points or commas where none belong: 1,02,5.4.
    case malformed
    /// Words that leave the number open: 数百万元, 几十台.
    case vague
    /// A fraction that no decimal number equals: 三分之一.
    case noExactValue

    /// As `unparsed` of a file records it.
    var words: String {
      switch self {
      case .tooLong: "too many digits"
      case .malformed: "malformed number"
      case .vague: "no definite number"
      case .noExactValue: "fraction without an exact decimal"
      }
    }
  }

  /// Why it was not read.
  public let reason: Reason
  /// First character in the text, counted from 0.
  public let start: Int
  /// Number of characters.
  public let length: Int
}
