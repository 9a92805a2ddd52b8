/// Times and days as hurried people type them: `9:40`, `9-8 9:40`, `9月8日9点40分`, `2022-09-08 09:40`. What is missing is that of
/// `now`, also the zone, so that every time that is kept has one.
public enum TimeInput {
  /// The time (ISO 8601 with zone); nil when `text` is none.
  public static func time(_ text: String, now: String) -> String? {
    if PointInTime(text) != nil { return "\(text.prefix(10))T\(text.dropFirst(11))" }
    let plain = folded(text)
    var numbers = plain.split { !$0.isNumber }.map(String.init)
    guard plain.allSatisfy({ $0.isNumber || marks.contains($0) }), plain.contains(where: { ":点时".contains($0) }),
      let zone = zone(of: now)
    else { return nil }
    // `9点` alone is a full hour.
    let colons = plain.count { $0 == ":" }
    if plain.last == "点" || plain.last == "时" { numbers.append("00") }
    if colons > 2 { return nil }
    var seconds = "00"
    if colons == 2, numbers.count >= 3 { seconds = numbers.removeLast() }
    guard numbers.count >= 2, let minute = two(numbers.removeLast()), let hour = two(numbers.removeLast()),
      let second = two(seconds), let date = date(numbers, now: now)
    else { return nil }
    let result = "\(date)T\(hour):\(minute):\(second)\(zone)"
    return PointInTime(result) == nil ? nil : result
  }

  /// The day (`2022-09-22`); nil when `text` is none.
  public static func day(_ text: String, now: String) -> String? {
    if CalendarDate(text)?.isDay == true, text.utf8.count == 10 { return text }
    let plain = folded(text)
    guard plain.allSatisfy({ $0.isNumber || marks.contains($0) && !":点时分".contains($0) }) else { return nil }
    let numbers = plain.split { !$0.isNumber }.map(String.init)
    return numbers.count < 2 ? nil : date(numbers, now: now)
  }

  private static let marks: Set<Character> = ["-", ":", ".", "/", "年", "月", "日", "时", "点", "分", " "]

  /// Full-width digits and marks as plain ones.
  private static func folded(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars.prefix(64) {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? " ")
      case 0x3000: plain += " "
      default: plain.unicodeScalars.append(scalar)
      }
    }
    while plain.last == " " { plain.removeLast() }
    while plain.first == " " { plain.removeFirst() }
    return plain
  }

  private static func date(_ numbers: [String], now: String) -> String? {
    let date: String
    switch numbers.count {
    case 0: date = String(now.prefix(10))
    case 2:
      guard let month = two(numbers[0]), let day = two(numbers[1]) else { return nil }
      date = "\(now.prefix(4))-\(month)-\(day)"
    case 3:
      guard let month = two(numbers[1]), let day = two(numbers[2]) else { return nil }
      date = "\(numbers[0])-\(month)-\(day)"
    default: return nil
    }
    return CalendarDate(date)?.isDay == true ? date : nil
  }

  private static func two(_ number: String) -> String? {
    guard (1...2).contains(number.utf8.count), number.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return number.utf8.count == 1 ? "0" + number : number
  }

  /// `Z` or `+08:00` at the end of a time.
  private static func zone(of now: String) -> String? {
    guard PointInTime(now) != nil else { return nil }
    return now.hasSuffix("Z") ? "Z" : String(now.suffix(6))
  }
}
