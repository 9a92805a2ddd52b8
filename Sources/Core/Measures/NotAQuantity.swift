/// Numbers that measure nothing: dates, names, ordinals.
enum NotAQuantity {
  /// Where a date or time of day ends that begins at `start`; nil when there is none.
  static func dateEnd(_ scan: QuantityScan, at start: Int) -> Int? {
    var end = start
    while scan.isDigit(end) { end += 1 }
    let length = end - start
    let number = length <= 4 ? Int(String(scan.characters[start..<end])) ?? 0 : 0
    let isYear = length == 4 && (1900...2100).contains(number)
    if isYear {
      if scan.character(end) == "年" { return afterMonth(scan, from: skipSpaces(scan, end + 1)) ?? end + 1 }
      if let mark = scan.character(end), "-~至到".contains(mark) || mark == "/" || mark == ".", scan.isDigit(end + 1) {
        return dottedDateEnd(scan, yearEnd: end)
      }
    }
    // 5月26日, but 5个月 and 26日 alone are quantities.
    if length <= 2, scan.character(end) == "月", number >= 1, number <= 12 { return afterMonth(scan, from: start) }
    // 1至7月.
    if length <= 2, let link = scan.character(end), "至到-~".contains(link), scan.isDigit(end + 1) {
      var last = end + 1
      while scan.isDigit(last) { last += 1 }
      if last - end <= 3, scan.character(last) == "月" { return last + 1 }
    }
    // 12:30.
    if length <= 2, scan.character(end) == ":", scan.isDigit(end + 1), scan.isDigit(end + 2), !scan.isDigit(end + 3) {
      return end + 3
    }
    return nil
  }

  private static func skipSpaces(_ scan: QuantityScan, _ place: Int) -> Int {
    var place = place
    while scan.character(place) == " " { place += 1 }
    return place
  }

  /// 5月 or 5月26日 from `start`.
  private static func afterMonth(_ scan: QuantityScan, from start: Int) -> Int? {
    var end = start
    while scan.isDigit(end), end - start < 2 { end += 1 }
    guard end > start, scan.character(skipSpaces(scan, end)) == "月" else { return nil }
    let afterMonth = skipSpaces(scan, end) + 1
    var day = skipSpaces(scan, afterMonth)
    let dayStart = day
    while scan.isDigit(day), day - dayStart < 2 { day += 1 }
    let mark = skipSpaces(scan, day)
    if day > dayStart, scan.character(mark) == "日" || scan.character(mark) == "号" { return mark + 1 }
    return afterMonth
  }

  /// 2022-05-26, 2020.10, 2019-2021年.
  private static func dottedDateEnd(_ scan: QuantityScan, yearEnd: Int) -> Int? {
    var end = yearEnd
    var parts = 0
    while parts < 2, let mark = scan.character(end), "-./~至到".contains(mark), scan.isDigit(end + 1) {
      var next = end + 1
      while scan.isDigit(next) { next += 1 }
      // 2019-2021年, but in 2020.10-2021.12 the second year begins a date of its own.
      guard next - end - 1 <= (parts == 0 ? 4 : 2) else { break }
      end = next
      parts += 1
    }
    guard parts > 0 else { return nil }
    // 2020.5 with a unit behind it is a number.
    if parts == 1, scan.character(yearEnd) == "." {
      let month = Int(String(scan.characters[(yearEnd + 1)..<end])) ?? 0
      let isMonth = (1...12).contains(month) && end - yearEnd <= 3
      let isMeasured = MeasureUnit.longestMatch(scan.characters, at: end) != nil
      if !isMonth || isMeasured || QuantityScan.scale(scan.characters, at: end) != nil { return nil }
    }
    return scan.character(end) == "年" ? end + 1 : end
  }

  /// Whether the digits are part of a name: `5G`, `1080P`, `第3`, `3号`, `1920×1080`.
  static func isPartOfAName(_ scan: QuantityScan, start: Int, end: Int, isChinese: Bool) -> Bool {
    let before = scan.character(start - 1)
    let after = scan.character(end)
    if before == "第" || before == "№" { return true }
    if let before, before.isASCII, before.isLetter, scan.character(start - 2)?.isASCII ?? false,
      MeasureUnit.longestMatch(scan.characters, at: end) == nil
    {
      return true
    }
    guard let after else { return false }
    if after == "号" && !isChinese { return true }
    // 12.3.4 is a section or a version.
    if after == ".", scan.isDigit(end + 1) { return true }
    if "×*".contains(after), scan.isDigit(end + 1) || scan.character(end + 1) == " " { return true }
    if let before, "×*".contains(before) { return true }
    if after.isASCII, after.isLetter {
      return MeasureUnit.longestMatch(scan.characters, at: end) == nil
    }
    if isChinese, after == "分", scan.character(end + 1) == "之" { return true }
    // 1:3 and 24/7.
    if after == ":" || after == "/", scan.isDigit(end + 1) { return true }
    return (before == ":" || before == "/") && scan.isDigit(start - 2)
  }

  /// Where a name that begins with digits ends.
  static func nameEnd(_ scan: QuantityScan, from end: Int) -> Int {
    var end = end
    while let next = scan.character(end), next.isASCII, next.isLetter || next.isWholeNumber || "×*./:-".contains(next) {
      end += 1
    }
    if scan.character(end) == "×" { end += 1 }
    if scan.character(end - 1) == "×" { while scan.isDigit(end) { end += 1 } }
    if let next = scan.character(end), next == "号" { end += 1 }
    if scan.starts("小时", at: end), end > 0, scan.isDigit(end - 1) { end += 2 }
    return end
  }

  /// Whether a number with no known unit behind it may stand alone: at the end, before punctuation or a verb of change.
  static func standsAlone(_ scan: QuantityScan, end: Int) -> Bool {
    guard let next = scan.character(end) else { return true }
    return " ,;:。；，、)~-至到降升提增减上下以左%\n\t|".contains(next)
  }

  /// Ranks and set phrases: 前3名, 近三年, 一系列, 24小时不间断.
  static func isOrdinalOrIdiom(_ scan: QuantityScan, _ item: QuantityScan.Item) -> Bool {
    let start = item.range.lowerBound
    let end = item.range.upperBound
    let before = scan.character(start - 1)
    if before == "前", ["名", "位", "强", "家"].contains(item.unit) { return true }
    if item.unit == "年" {
      let words = ["近", "过去", "连续", "未来", "今后", "后", "每", "前", "最近"]
      if words.contains(where: { scan.starts($0, at: item.range.lowerBound - $0.count) }) { return true }
    }
    if item.unit == "小时", item.value == DecimalValue(24) {
      let words = ["不间断", "全天候", "在线", "连续", "不停", "值守", "值班", "监控", "监测", "运行", "响应"]
      if words.contains(where: { scan.starts($0, at: end) }) { return true }
    }
    // 900吨级, 1000V级.
    if scan.character(end) == "级", !item.unit.isEmpty { return true }
    return false
  }
}
