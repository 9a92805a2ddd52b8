/// Reads dates as people write them: 2022年8月18日, 2022.08.18, 2022-8-18, 2022/8/18, 二〇二二年八月十八日, 20220818.
enum DateReader {
  /// A date as exact as it is written.
  struct Reading: Equatable {
    let year: Int
    let month: Int?
    let day: Int?
    /// Where it ends in the text without spaces.
    let end: Int

    /// ISO 8601: `2022-08-18`, `2022-08` or `2022`.
    var iso: String {
      [month, day].reduce(String(year)) { text, part in part.map { text + "-" + DateReader.twoDigits($0) } ?? text }
    }
  }

  /// The dates in `text`, in order. Impossible ones (2月30日) are left out.
  static func dates(in text: String) -> [Reading] {
    dates(inPrepared: prepared(text))
  }

  /// Folded, without spaces and fill-in lines; a space stays between two digits, which would run together without it.
  private static func prepared(_ text: String) -> [Character] {
    var characters: [Character] = []
    var hasGap = false
    for character in text.prefix(2000) {
      if TextFolding.isIgnored(character) || "_＿".contains(character) {
        hasGap = true
        continue
      }
      let plain = TextFolding.folded(character)
      if hasGap, plain.isASCII, plain.isWholeNumber, let last = characters.last, last.isASCII, last.isWholeNumber {
        characters.append(" ")
      }
      characters.append(plain)
      hasGap = false
    }
    return characters
  }

  /// A digit of a year, Arabic or Chinese; a letter O stands for the zero that keyboards lack.
  static func digit(_ character: Character) -> Int? {
    let digit =
      character.isASCII && character.isWholeNumber ? character.wholeNumberValue : ChineseNumber.digit(character)
    if let digit { return digit < 10 ? digit : nil }
    return "Oo０◯".contains(character) ? 0 : nil
  }

  private static func dates(inPrepared characters: [Character]) -> [Reading] {
    var found: [Reading] = []
    var place = 0
    while place < characters.count {
      if let reading = date(characters, at: place) {
        found.append(reading)
        place = max(reading.end, place + 1)
      } else {
        place += 1
      }
    }
    return found
  }

  private static func date(_ text: [Character], at start: Int) -> Reading? {
    if start > 0, text[start - 1].isWholeNumber, text[start].isWholeNumber { return nil }
    if let compact = compact(text, at: start) { return compact }
    guard let (year, afterYear) = year(text, at: start) else { return nil }
    guard afterYear < text.count, "年.-/、 ".contains(text[afterYear]) else {
      // 2022 alone is no date unless it says 年.
      return nil
    }
    let mark = text[afterYear]
    // 2022、8、18 and 2022 8 18 are dates only when they are whole.
    let needsDay = mark == "、" || mark == " "
    guard let (month, afterMonth) = number(text, at: afterYear + 1, digits: 2), (1...12).contains(month) else {
      return mark == "年" ? Reading(year: year, month: nil, day: nil, end: afterYear + 1) : nil
    }
    var end = afterMonth
    var dayStart: Int?
    if end < text.count, text[end] == "月" {
      end += 1
      dayStart = end
    } else if end < text.count, text[end] == mark || (mark == "年" && ".-/、".contains(text[end])),
      mark != "年" || end + 1 < text.count
    {
      dayStart = end + 1
    }
    let monthOnly = needsDay ? nil : Reading(year: year, month: month, day: nil, end: end)
    guard let dayStart, let (day, afterDay) = number(text, at: dayStart, digits: 2) else { return monthOnly }
    // 2020.10-2021.12: what follows is another year. 3月12家 is no day.
    let hasDayWord = afterDay < text.count && "日号".contains(text[afterDay])
    // 2022年8月18 at the very end, and 2022年8.18, go without their 日.
    let standsAlone = afterDay == text.count || ".-/、".contains(text[dayStart - 1])
    if mark == "年" || text[dayStart - 1] == "月", !hasDayWord, !standsAlone { return monthOnly }
    // 2021年3-12月 is a span of months.
    if !hasDayWord, afterDay < text.count, text[afterDay] == "月" { return monthOnly }
    guard (1...days(in: month, of: year)).contains(day) else { return nil }
    return Reading(year: year, month: month, day: day, end: hasDayWord ? afterDay + 1 : afterDay)
  }

  private static func compact(_ text: [Character], at start: Int) -> Reading? {
    var end = start
    while end < text.count, text[end].isASCII, text[end].isWholeNumber { end += 1 }
    guard end - start == 8 || end - start == 6, let number = Int(String(text[start..<end])) else { return nil }
    if end - start == 6 {
      // 202103, as in 202103-202205; 2208.18 and amounts of money are kept out by the range of years.
      let (year, month) = (number / 100, number % 100)
      let isFree = end == text.count || !".,万亿元%".contains(text[end])
      guard (1990...2050).contains(year), (1...12).contains(month), isFree,
        start == 0 || !".,".contains(text[start - 1])
      else { return nil }
      return Reading(year: year, month: month, day: nil, end: end)
    }
    let whole = number
    let (year, month, day) = (whole / 10000, whole / 100 % 100, whole % 100)
    guard (1900...2100).contains(year), (1...12).contains(month), (1...days(in: month, of: year)).contains(day) else {
      return nil
    }
    return Reading(year: year, month: month, day: day, end: end)
  }

  private static func year(_ text: [Character], at start: Int) -> (Int, Int)? {
    guard start + 4 <= text.count else { return nil }
    var year = 0
    for character in text[start..<start + 4] {
      guard let digit = digit(character) else { return nil }
      year = year * 10 + digit
    }
    if start + 4 < text.count, text[start + 4].isASCII, text[start + 4].isWholeNumber { return nil }
    return (1900...2100).contains(year) ? (year, start + 4) : nil
  }

  /// Up to two Arabic digits, or a Chinese numeral up to 31.
  private static func number(_ text: [Character], at start: Int, digits: Int) -> (Int, Int)? {
    var end = start
    while end < text.count, text[end].isASCII, text[end].isWholeNumber { end += 1 }
    if end > start {
      guard end - start <= digits, let number = Int(String(text[start..<end])) else { return nil }
      return (number, end)
    }
    guard start < text.count, let section = ChineseNumber.section(text[start...]), section.value.places == 0 else {
      return nil
    }
    return (section.value.mantissa, start + section.length)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// Start and end of 项目周期 as `YYYY-MM`; nil for what is not said. 2021年3月至12月 stays in its year.
  static func period(in text: String) -> (start: String?, end: String?) {
    let characters = prepared(text)
    let readings = dates(inPrepared: characters)
    guard let first = readings.first else { return (nil, nil) }
    func month(_ reading: Reading) -> String? { reading.month.map { "\(reading.year)-" + twoDigits($0) } }
    if readings.count >= 2 { return (month(first), month(readings[readings.count - 1])) }
    let rest = characters[min(first.end, characters.count)...]
    if let link = rest.first, "至到-~".contains(link) {
      let from = rest.startIndex + 1
      if let (last, end) = number(characters, at: from, digits: 2), (1...12).contains(last),
        end == characters.count || characters[end] == "月"
      {
        return (month(first), "\(first.year)-" + twoDigits(last))
      }
    }
    return (month(first), nil)
  }
}
