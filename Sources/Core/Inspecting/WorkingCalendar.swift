/// Working days with the year's holidays and shifted working days (节假日安排) as data.
public struct WorkingCalendar: Equatable, Sendable {
  private let years: [Int]
  private let holidays: Set<Int>
  private let workdays: Set<Int>

  /// A date some working days after another.
  public struct Due: Equatable, Sendable {
    /// The day, `2022-09-15`.
    public let day: String
    /// Whether the holidays of every day between are known; without them only weekends are left out.
    public let isExact: Bool
  }

  init(_ reader: FieldReader) throws(FieldError) {
    years = try reader.list("years") { (value, path) throws(FieldError) in
      guard let year = value.number?.int else {
        throw FieldError(path: path, expected: .integer, found: value)
      }
      return year
    }
    holidays = Set(try reader.texts("holidays").compactMap(Self.number))
    workdays = Set(try reader.texts("workdays").compactMap(Self.number))
  }

  /// `count` working days after `day` (`2022-09-08`, or a time, of which the day counts as it is written); the day itself
  /// does not count. Nil when it is no day or `count` is not between 0 and 1000.
  public func adding(_ count: Int, to day: String) -> Due? {
    guard (0...1000).contains(count), var number = Self.number(day) else { return nil }
    var left = count
    var isExact = true
    while left > 0 {
      number += 1
      if !years.contains(Self.text(number).year) { isExact = false }
      if isWorking(number) { left -= 1 }
    }
    return Due(day: Self.text(number).text, isExact: isExact)
  }

  /// `count` working days before `day`; the day itself does not count. Nil as for `adding`.
  public func subtracting(_ count: Int, from day: String) -> Due? {
    guard (0...1000).contains(count), var number = Self.number(day) else { return nil }
    var left = count
    var isExact = true
    while left > 0 {
      number -= 1
      if !years.contains(Self.text(number).year) { isExact = false }
      if isWorking(number) { left -= 1 }
    }
    return Due(day: Self.text(number).text, isExact: isExact)
  }

  /// Working days after `day` up to `end`, less than 0 when `end` has passed; the first day does not count. Nil when one is
  /// no day. Days more than ten years apart count as they stand in the calendar of ten years.
  public func count(from day: String, to end: String) -> (days: Int, isExact: Bool)? {
    guard let first = Self.number(day), let last = Self.number(end) else { return nil }
    let sign = last < first ? -1 : 1
    let near = min(first, last)
    let far = min(max(first, last), near + 3660)
    var days = 0
    var isExact = true
    for number in stride(from: near + 1, through: far, by: 1) where isWorking(number) { days += 1 }
    for year in Self.text(near).year...Self.text(far).year where !years.contains(year) { isExact = false }
    return (sign * days, isExact)
  }

  /// Days from one day to another, by the calendar; nil when one is no day.
  public static func days(from first: String, to last: String) -> Int? {
    guard let a = number(first), let b = number(last) else { return nil }
    return b - a
  }

  private func isWorking(_ number: Int) -> Bool {
    if workdays.contains(number) { return true }
    // 1970-01-01 was a Thursday: 0 is Monday here.
    let weekday = ((number + 3) % 7 + 7) % 7
    return weekday < 5 && !holidays.contains(number)
  }

  private static func number(_ text: String) -> Int? {
    guard let date = CalendarDate(String(text.prefix(10))), date.isDay,
      let noon = PointInTime("\(text.prefix(10))T12:00:00Z")
    else { return nil }
    return noon.day(offset: 0)
  }

  /// The day with this number, by the proleptic Gregorian calendar.
  private static func text(_ number: Int) -> (text: String, year: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let place = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * place + 2) / 5 + 1
    let month = place < 10 ? place + 3 : place - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ value: Int, _ count: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    return (padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2), year)
  }
}
