/// A number in Chinese numerals within prose, up to 亿: 一万二千三, 三四十, 两百五.
struct ChineseReading {
  let value: DecimalValue
  /// 万, 亿 and the like behind the number that ``value`` does not contain; empty for none.
  let scale: String
  /// The other end where two neighbouring numerals leave the number open: 三四十 is 30 to 40.
  let lower: DecimalValue?
  let end: Int
  /// Whether a power of ten begins it (百家, 千万): often no number at all.
  let leadsWithPower: Bool
  /// How many numerals it has.
  let length: Int

  /// Reads from `start`, where a numeral stands; nil for rows of numerals that are no number.
  init?(_ characters: [Character], at start: Int) {
    var end = start
    while end < characters.count, end - start < 16, ChineseNumber.isNumeral(characters[end]) { end += 1 }
    let run = Array(characters[start..<end])
    guard let first = run.first else { return nil }
    leadsWithPower = ChineseNumber.power(first) ?? 0 >= 100
    length = run.count
    if let pair = Self.openPair(run), let low = Self.section(pair.low), let high = Self.section(pair.high) {
      lower = DecimalValue(low.value)
      value = DecimalValue(high.value)
      scale = QuantityScan.scale(characters, at: end) ?? ""
      self.end = end + scale.count
      return
    }
    if run.count == 2, run.allSatisfy({ (ChineseNumber.digit($0) ?? 0) > 0 }) { return nil }
    guard let section = ChineseNumber.section(characters[start...]) else { return nil }
    lower = nil
    let colloquial = section.value.places == 0 ? Self.section(run) : nil
    let front = colloquial.map { DecimalValue($0.value) } ?? section.value
    let length = colloquial?.length ?? section.length
    let place = start + length
    guard let mark = QuantityScan.scale(characters, at: place), mark == "万" || mark == "亿" else {
      (value, scale, self.end) = (front, "", place)
      return
    }
    let behind = place + mark.count
    // 一万二千三百, 一万二, 三亿五: what follows belongs to it, unless it is a number of its own with a scale (3亿2000万).
    var next = behind
    while next < characters.count, next - behind < 10, ChineseNumber.isNumeral(characters[next]) { next += 1 }
    let rest = Array(characters[behind..<next])
    if let more = Self.section(rest), more.length == rest.count,
      QuantityScan.scale(characters, at: next).map({ $0 == "亿" || mark == "万" }) ?? true,
      let whole = front.shifted(by: QuantityScan.power(of: mark))
    {
      let isShort = rest.count == 1 && more.value > 0
      let size = isShort ? more.value * (mark == "万" ? 1000 : 10_000_000) : more.value
      if let sum = whole.plus(DecimalValue(size)) {
        (value, scale, self.end) = (sum, "", next)
        return
      }
    }
    (value, scale, self.end) = (front, mark, behind)
  }

  /// A number below ten thousand; its last numeral may stand for the next power: 两百五 is 250.
  private static func section(_ run: [Character]) -> (value: Int, length: Int)? {
    guard !run.isEmpty, run.contains(where: { ChineseNumber.power($0) != nil }) else {
      guard run.count == 1, let digit = run.first.flatMap(ChineseNumber.digit) else { return nil }
      return (digit, 1)
    }
    var total = 0
    var digit: Int?
    var smallest = 10_000
    var last = 10
    var length = 0
    for character in run {
      if let next = ChineseNumber.digit(character) {
        if let held = digit, held != 0 { break }
        if next == 0 { last = 10 }
        digit = next
      } else if let power = ChineseNumber.power(character) {
        guard power < smallest else { break }
        total += (digit ?? 1) * power
        (smallest, last, digit) = (power, power, nil)
      }
      length += 1
    }
    return (total + (digit ?? 0) * max(1, last / 10), length)
  }

  /// 三四 in 三四十: the number with the first and with the second of two neighbours; nil for an exact number.
  private static func openPair(_ run: [Character]) -> (low: [Character], high: [Character])? {
    let digits = run.map { ChineseNumber.digit($0) ?? 0 }
    let pairs = run.indices.dropLast().filter { digits[$0] > 0 && digits[$0 + 1] > 0 }
    guard pairs.count == 1, let at = pairs.first,
      digits[at + 1] == digits[at] + 1 || (digits[at], digits[at + 1]) == (3, 5)
    else { return nil }
    var (low, high) = (run, run)
    low.remove(at: at + 1)
    high.remove(at: at)
    return (low, high)
  }
}
