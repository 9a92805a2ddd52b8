/// Numbers of a workbook, which are doubles written out.
enum SheetNumber {
  /// A number without exponent and with the 15 digits that a spreadsheet shows: `1.2E3` is `1200`,
  /// `2022.1199999999999` is `2022.12`. Nil when it is no number, or beyond 30 digits.
  static func plain(_ text: String) -> String? {
    guard let number = JSONNumber(text: normalised(text)) else { return nil }
    var digits: [UInt8] = []
    var exponent = 0
    var isFraction = false
    var rest = Array(number.text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte - 0x30)
        if isFraction { exponent -= 1 }
      case UInt8(ascii: "."): isFraction = true
      default:
        guard let power = Int(String(decoding: rest.dropFirst(), as: UTF8.self)), abs(power) <= 60 else { return nil }
        exponent += power
        rest = []
      }
      rest = rest.dropFirst()
    }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    guard !digits.isEmpty else { return "0" }
    if digits.count > 15 {
      exponent += digits.count - 15
      digits = rounded(digits, to: 15)
      if digits.count > 15 {
        digits.removeLast()
        exponent += 1
      }
    }
    while digits.count > 1, exponent < 0, digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    return written(digits, exponent, isNegative: isNegative)
  }

  /// JSON wants a digit before the point and no plus sign.
  private static func normalised(_ text: String) -> String {
    var text = text.trimmingSpaces()
    if text.hasPrefix("+") { text.removeFirst() }
    if text.hasPrefix(".") { text = "0" + text }
    if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
    if text.hasSuffix(".") { text.removeLast() }
    let zeros = text.utf8.prefix { $0 == UInt8(ascii: "0") }.count
    if zeros > 0, zeros < text.utf8.count, text.utf8.dropFirst(zeros).first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false {
      text = String(text.dropFirst(zeros))
    }
    return text
  }

  private static func rounded(_ digits: [UInt8], to count: Int) -> [UInt8] {
    var kept = Array(digits[..<count])
    guard digits[count] >= 5 else { return kept }
    var place = count - 1
    while place >= 0 {
      if kept[place] < 9 {
        kept[place] += 1
        return kept
      }
      kept[place] = 0
      place -= 1
    }
    return [1] + kept
  }

  private static func written(_ digits: [UInt8], _ exponent: Int, isNegative: Bool) -> String? {
    guard digits.count + abs(exponent) <= 30 else { return nil }
    var text = digits.map { $0 + 0x30 }
    if exponent >= 0 {
      text += [UInt8](repeating: 0x30, count: exponent)
    } else {
      let places = -exponent
      if text.count <= places { text = [UInt8](repeating: 0x30, count: places - text.count + 1) + text }
      text.insert(UInt8(ascii: "."), at: text.count - places)
    }
    return (isNegative ? "-" : "") + String(decoding: text, as: UTF8.self)
  }

  /// The date of a serial number: 1 is 1 January 1900, a year that Excel wrongly takes for a leap year; or day 0 is
  /// 1 January 1904. Nil outside the years 1900 to 2100.
  static func date(_ serial: Int, is1904: Bool) -> (year: Int, month: Int, day: Int)? {
    // Days from 1 March 1900, the first day after the false leap day.
    let days = is1904 ? serial + 1462 - 61 : serial - 61
    guard days >= -60, days < 73_100 else { return nil }
    if days < 0 {
      let ordinal = serial
      return ordinal <= 31 ? (1900, 1, ordinal) : ordinal <= 59 ? (1900, 2, ordinal - 31) : nil
    }
    // 1 March 1900 was the 60th day of its year.
    var rest = days + 60
    var year = 1900
    while true {
      let length = DateReader.days(in: 2, of: year) + 337
      if rest <= length { break }
      rest -= length
      year += 1
    }
    var day = rest
    var month = 1
    while day > DateReader.days(in: month, of: year) {
      day -= DateReader.days(in: month, of: year)
      month += 1
    }
    return (year, month, day)
  }
}
