import Glibc

/// Times as files carry them: ISO 8601 with seconds and zone, for example `2022-08-25T12:00:00+08:00`.
enum Timestamp {
  static func now() -> String { text(time(nil)) }

  static func text(_ seconds: time_t) -> String {
    var seconds = seconds
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return "1970-01-01T00:00:00+00:00" }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let offset = parts.tm_gmtoff / 60
    let zone = (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
    let day = "\(Int(parts.tm_year) + 1900)-\(two(Int(parts.tm_mon) + 1))-\(two(Int(parts.tm_mday)))"
    return day + "T\(two(Int(parts.tm_hour))):\(two(Int(parts.tm_min))):\(two(Int(parts.tm_sec)))" + zone
  }
}
