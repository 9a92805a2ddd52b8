/// A calendar date as exact as it is written: a day, a month or a year. No clock and no zone.
public struct CalendarDate: Equatable, Sendable {
  /// Year, 1 to 9999.
  public let year: Int
  /// Month, 1 to 12; nil when only a year is known.
  public let month: Int?
  /// Day of the month; nil when only a month is known.
  public let day: Int?

  /// A day that exists, a month or a year; nil otherwise.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2022-08-25`, `2022-08` or `2022`; the date of a time (`2022-08-25T…`) as it stands there.
  public init?(_ text: String) {
    let date = text.utf8.prefix { $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: " ") }
    let parts = date.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = Self.number(parts[0], digits: 4) else { return nil }
    let rest = parts.dropFirst().map { Self.number($0, digits: 2) }
    guard rest.allSatisfy({ $0 != nil }) else { return nil }
    self.init(year: year, month: rest.first ?? nil, day: rest.count > 1 ? rest[1] : nil)
  }

  static func number(_ digits: some Collection<UInt8>, digits count: Int) -> Int? {
    guard digits.count == count else { return nil }
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// Whether the day is known.
  public var isDay: Bool { day != nil }

  /// The earliest day that it can mean, as a number that grows with the calendar.
  var first: Int { Self.ordinal(year, month ?? 1, day ?? 1) }

  /// The latest day that it can mean.
  var last: Int {
    let month = month ?? 12
    return Self.ordinal(year, month, day ?? Self.days(in: month, of: year))
  }

  /// The same date `years` later. 29 February becomes 28 February where there is none: the period ends with the month
  /// (民法典 第202条).
  func adding(years: Int) -> CalendarDate? {
    let year = year + years
    guard let month, let day else { return CalendarDate(year: year, month: month) }
    return CalendarDate(year: year, month: month, day: min(day, Self.days(in: month, of: year)))
  }

  private static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int { (year * 12 + month - 1) * 31 + day - 1 }

  /// The number of days of a month.
  static func days(in month: Int, of year: Int) -> Int { DateReader.days(in: month, of: year) }
}
