/// A time of the calendar with its zone, exact to the nanosecond: `2022-08-25T12:00:00+08:00`.
public struct PointInTime: Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  let seconds: Int
  /// Billionths of a second after them.
  let nanoseconds: Int
  /// Seconds that the written zone is ahead of UTC.
  let offset: Int

  /// Reads ISO 8601 with zone; seconds and their fraction may be left out. Nil without a zone: noon of where?
  public init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(64))
    guard bytes.count >= 17, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let date = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)), let month = date.month,
      let day = date.day,
      bytes[13] == UInt8(ascii: ":"), let hour = CalendarDate.number(bytes[11..<13], digits: 2),
      let minute = CalendarDate.number(bytes[14..<16], digits: 2), hour < 24, minute < 60
    else { return nil }
    var place = 16
    var second = 0
    var fraction = 0
    if bytes[place] == UInt8(ascii: ":") {
      guard bytes.count > place + 3, let found = CalendarDate.number(bytes[(place + 1)..<(place + 3)], digits: 2),
        found < 60
      else { return nil }
      second = found
      place += 3
      if bytes[place] == UInt8(ascii: ".") {
        var scale = 100_000_000
        place += 1
        let start = place
        while place < bytes.count, let digit = CalendarDate.number([bytes[place]], digits: 1) {
          fraction += digit * scale
          scale /= 10
          place += 1
        }
        guard place > start else { return nil }
      }
    }
    guard let offset = Self.zone(bytes[place...]) else { return nil }
    let days = Self.days(date.year, month, day)
    seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset
    nanoseconds = fraction
    self.offset = offset
  }

  private static func zone(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.elementsEqual("Z".utf8) { return 0 }
    let zone = Array(bytes)
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"), let hours = CalendarDate.number(zone[1..<3], digits: 2),
      let minutes = CalendarDate.number(zone[4..<6], digits: 2), hours < 24, minutes < 60
    else { return nil }
    switch zone[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return 0 - hours * 3600 - minutes * 60
    default: return nil
    }
  }

  /// Days since 1970-01-01 of the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// The number of the day on which this is, in a zone `offset` seconds ahead of UTC.
  func day(offset: Int) -> Int {
    let local = seconds + offset
    return local >= 0 ? local / 86400 : (local - 86399) / 86400
  }

  /// Whether one is earlier. The zone only says how it was written.
  public static func < (left: PointInTime, right: PointInTime) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// Whether both are the same moment.
  public static func == (left: PointInTime, right: PointInTime) -> Bool {
    left.seconds == right.seconds && left.nanoseconds == right.nanoseconds
  }
}
