import Core
import Glibc

/// The wall clock, for labels only: nothing is ordered by it.
enum LocalClock {
  /// Local time as `HH:mm` or `HH:mm:ss`.
  static func time(seconds: Bool) -> String { format(seconds ? "%H:%M:%S" : "%H:%M") }

  /// ISO 8601 with the zone's offset, to the second.
  static func iso8601() -> String {
    let text = format("%Y-%m-%dT%H:%M:%S%z")
    // strftime writes +0800 where ISO 8601's extended form has +08:00.
    return text.count > 5 ? String(text.dropLast(2)) + ":" + String(text.suffix(2)) : text
  }

  /// Milliseconds until the next full minute.
  static func millisecondsToMinute() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let intoMinute = Int(now.tv_sec % 60) * 1000 + Int(now.tv_nsec) / 1_000_000
    return max(1, 60_000 - intoMinute + 5)
  }

  /// Time and the next milestone of `program`.
  static func reading(_ program: Program?) -> AppState.ClockReading {
    var reading = AppState.ClockReading()
    reading.iso = iso8601()
    reading.time = time(seconds: false)
    guard let program, let today = days(format("%Y-%m-%d")) else { return reading }
    let coming = program.dates.compactMap { milestone in
      days(String(milestone.at.prefix(10))).map { (key: milestone.key, days: $0 - today) }
    }
    reading.next = coming.filter { $0.days >= 0 }.min { $0.days < $1.days }
    return reading
  }

  private static func format(_ pattern: String) -> String {
    var now = Glibc.time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let length = strftime(&buffer, buffer.count, pattern, &parts)
    return String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Days since the epoch of a date `YYYY-MM-DD`.
  static func days(_ text: String) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
    // Howard Hinnant's days_from_civil.
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let month = parts[1] > 2 ? parts[1] - 3 : parts[1] + 9
    let dayOfYear = (153 * month + 2) / 5 + parts[2] - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
