/// Reads 竣工时间 of a summary table (附件3), which people write in every style.
struct SummaryDate: Equatable {
  /// `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; nil when blank or not understood.
  var iso: String?
  /// Why it was not understood, or not wholly; nil when blank or understood.
  var problem: String?
  /// Where the words leave a choice (2022.1 in a number cell is January or October; 五月 has no year), every month that
  /// they can mean: `2022-01`, `-05`.
  var possible: [String] = []

  /// - Parameters:
  ///   - isNumber: whether a spreadsheet holds the words as a number, and so has lost a zero at their end.
  init(_ text: String, isNumber: Bool = false) {
    if AmountReader.isNothing(text) { return }
    // Digits as they stand: the zero of 2022.10 counts.
    let narrow = String(text.prefix(40).map(TextFolding.narrowed)).trimmingSpaces()
    let isShort = narrow.utf8.count <= 8 && narrow.allSatisfy { ($0.isASCII && $0.isWholeNumber) || $0 == "." }
    if let plain = isShort ? narrow : SheetNumber.plain(narrow), readNumber(plain, isNumber: isNumber) { return }
    let readings = DateReader.dates(in: text)
    if readings.count > 1 {
      let key = TextFolding.key(String(text.prefix(200)))
      guard key.contains(where: { "至到-~".contains($0) }), let last = DateReader.period(in: text).end else {
        problem = "more than one date"
        return
      }
      iso = last
    } else if let reading = readings.first {
      // 2021年3月至12月 ends in December.
      let end = reading.day == nil ? DateReader.period(in: text).end : nil
      iso = end ?? reading.iso
      if iso?.utf8.count == 4 { problem = "only a year" }
    } else {
      readWithoutYear(text)
    }
  }

  /// 2022.5, 202205, 44682.
  private mutating func readNumber(_ plain: String, isNumber: Bool) -> Bool {
    let parts = plain.split(separator: ".")
    guard let whole = parts.first.flatMap({ Int($0) }) else { return false }
    if parts.count == 1 {
      if (190_001...210_012).contains(whole), (1...12).contains(whole % 100) {
        iso = "\(whole / 100)-" + DateReader.twoDigits(whole % 100)
        return true
      }
      // A date that lost its format: 44682 is 1 May 2022.
      if (36_526...54_788).contains(whole), let date = SheetNumber.date(whole, is1904: false) {
        iso = "\(date.year)-\(DateReader.twoDigits(date.month))-\(DateReader.twoDigits(date.day))"
        return true
      }
      if (1990...2100).contains(whole) {
        iso = String(whole)
        problem = "only a year"
        return true
      }
      return false
    }
    guard parts.count == 2, (1990...2100).contains(whole), let month = Int(parts[1]) else { return false }
    if isNumber, parts[1] == "1" {
      problem = "January or October"
      possible = ["\(whole)-01", "\(whole)-10"]
      return true
    }
    guard (1...12).contains(month), parts[1].utf8.count <= 2 else { return false }
    iso = "\(whole)-" + DateReader.twoDigits(month)
    return true
  }

  /// 22年5月, 22.5, 五月: two digits of a year count as this century; without a year there is no date.
  private mutating func readWithoutYear(_ text: String) {
    let key = Array(TextFolding.key(String(text.prefix(60))))
    var place = 0
    while place < key.count, !key[place].isWholeNumber, ChineseNumber.digit(key[place]) == nil, key[place] != "十" {
      place += 1
    }
    let first = Self.number(key, &place)
    problem = "not a date"
    guard let first, place < key.count else { return }
    let mark = key[place]
    if mark == "月" {
      if (1...12).contains(first) {
        problem = "no year"
        possible = ["-" + DateReader.twoDigits(first)]
      }
      return
    }
    guard (10...40).contains(first), "年.-/".contains(mark) else { return }
    place += 1
    guard let month = Self.number(key, &place), (1...12).contains(month) else { return }
    if mark != "年", place < key.count, key[place] == mark {
      place += 1
      guard Self.number(key, &place) != nil else { return }
    }
    problem = nil
    iso = "20\(first)-" + DateReader.twoDigits(month)
  }

  private static func number(_ text: [Character], _ place: inout Int) -> Int? {
    let digits = text[place...].prefix { $0.isASCII && $0.isWholeNumber }
    if !digits.isEmpty, digits.count <= 2 {
      place += digits.count
      return Int(String(digits))
    }
    guard digits.isEmpty, let section = ChineseNumber.section(text[place...]), section.value.places == 0 else {
      return nil
    }
    place += section.length
    return section.value.mantissa
  }
}
