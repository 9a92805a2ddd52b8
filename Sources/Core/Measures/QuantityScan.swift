/// The single numbers of a text with their units, before changes and ranges are put together.
///
/// One walk from left to right; every look behind or ahead is bounded, so the work grows with the length of the text.
struct QuantityScan {
  /// One number with its unit.
  struct Item {
    var value: DecimalValue
    var scale: String
    var unit: String
    var comparator: Quantity.Comparator?
    /// Of 三四天 the 3, and of nothing else.
    var lower: DecimalValue?
    /// A verb inside the words of the number itself: 翻一番, 减半.
    var change: Quantity.Change?
    var isChinese: Bool
    var isInBrackets: Bool
    /// From the first digit to the end of the unit.
    var range: Range<Int>
    /// Where words that belong to it, such as 不低于, begin.
    var outerStart: Int
    /// Where words that belong to it, such as 以上, end.
    var outerEnd: Int

    var amount: Quantity.Amount { Quantity.Amount(value: value, scale: scale, unit: unit) }
  }

  /// Counts looks at characters, for tests.
  final class Steps { var count = 0 }

  /// The text, narrowed; same places as the original.
  let characters: [Character]
  /// For ASCII its code, else 0.
  private let codes: [UInt8]
  private let fullWidthCommas: Set<Int>
  private let steps: Steps?
  private(set) var items: [Item] = []
  private(set) var unread: [UnreadNumber] = []
  private var place = 0
  private var brackets = 0

  init(_ original: [Character], steps: Steps? = nil) {
    characters = original.map(TextFolding.narrowed)
    codes = characters.map { $0.asciiValue ?? 0 }
    fullWidthCommas = Set(original.indices.filter { original[$0] == "，" })
    self.steps = steps
    while place < characters.count { step() }
  }

  // MARK: - Looking

  func isDigit(_ place: Int) -> Bool {
    steps?.count += 1
    return place >= 0 && place < codes.count && codes[place] >= 48 && codes[place] <= 57
  }

  func isLatin(_ place: Int) -> Bool {
    steps?.count += 1
    return place >= 0 && place < codes.count && (65...90).contains(codes[place] & 0xDF)
  }

  func character(_ place: Int) -> Character? {
    steps?.count += 1
    return place >= 0 && place < characters.count ? characters[place] : nil
  }

  func starts(_ text: String, at place: Int) -> Bool {
    steps?.count += 1
    return place >= 0 && place + text.count <= characters.count
      && characters[place..<place + text.count].elementsEqual(text)
  }

  func isFullWidth(_ comma: Int) -> Bool { fullWidthCommas.contains(comma) }

  // MARK: - Walking

  private mutating func step() {
    let character = characters[place]
    switch character {
    case "(": brackets += 1
    case ")": brackets = max(0, brackets - 1)
    default: break
    }
    if character == "《" {
      skipTitle()
    } else if isLatin(place) {
      skipWord()
    } else if isDigit(place) {
      readArabic()
    } else if ChineseNumber.isNumeral(character) {
      readChinese()
    } else if character == "半" {
      readHalf()
    } else if character == "翻" {
      readDoubling()
    } else if character == "万" || character == "亿" {
      readBareScale()
    } else if character == "减" || character == "过", self.character(place + 1) == "半" {
      readHalved()
    } else {
      place += 1
    }
  }

  /// The name of a book or standard: 《5G全连接工厂建设指南》.
  private mutating func skipTitle() {
    var end = place + 1
    while end < characters.count, end - place < 80, characters[end] != "》", characters[end] != "\n" { end += 1 }
    place = character(end) == "》" ? end + 1 : place + 1
  }

  /// A word in Latin letters with the digits that hang on it: `ISO9001`, `H.265`, `GB/T 19001-2016`. Digits before a
  /// counting word count: `AGV12台`.
  private mutating func skipWord() {
    while isLatin(place) { place += 1 }
    if isDigit(place), isMeasured(at: place) { return }
    var end = place
    while isLatin(end) || isDigit(end) || (character(end).map { "-._/@:+&".contains($0) } ?? false) { end += 1 }
    while end > place, let last = character(end - 1), "-./:+&".contains(last), !isDigit(end) { end -= 1 }
    // Wi-Fi 6, ISO 9001:2015, USB 3.0; but F1 0.93 and PLC 46套.
    if character(end) == " ", isDigit(end + 1), !isMeasured(at: end + 1) {
      let token = NumberToken(self, at: end + 1)
      var isShare = false
      if case .number(let value) = token.kind, value.places > 0, value.double < 1 { isShare = true }
      if !isShare { end = NotAQuantity.nameEnd(self, from: token.end) }
    }
    place = max(end, place)
  }

  /// Whether the digits at `place` have a unit.
  private func isMeasured(at place: Int) -> Bool {
    let token = NumberToken(self, at: place)
    guard case .number = token.kind else { return false }
    var end = token.end
    while character(end) == " " { end += 1 }
    if let next = character(end), "余多".contains(next) { end += 1 }
    if let unit = unit(at: end) { return unit.length > 0 }
    guard let scale = Self.scale(characters, at: end) else { return false }
    return MeasureUnit.longestMatch(characters, at: end + scale.count) != nil
  }

  // MARK: - Words for numbers

  private mutating func readHalf() {
    let start = place
    place += 1
    let before = character(start - 1)
    if before == "一" || before == "上" || before == "下" || before == "大" || before == "前" || before == "后" { return }
    guard let unit = MeasureUnit.longestMatch(characters, at: place),
      unit.unit.dimension == .time || unit.name == "年" || unit.name == "个月",
      let value = DecimalValue(mantissa: 5, places: 1)
    else { return }
    append(value: value, unit: unit.name, start: start, end: place + unit.length, isChinese: true)
  }

  /// 翻一番 is one time more, 翻两番 three times more.
  private mutating func readDoubling() {
    let start = place
    place += 1
    if character(place) == "了" { place += 1 }
    var times = 1
    var end = place
    if let next = character(place), let digit = isDigit(place) ? Int(String(next)) : ChineseNumber.digit(next) {
      times = digit
      end += 1
    }
    guard character(end) == "番", (1...9).contains(times) else { return }
    append(
      value: DecimalValue((1 << times) - 1), unit: "倍", start: start, end: end + 1, isChinese: true, change: .up)
  }

  /// 减半, 过半.
  private mutating func readHalved() {
    let start = place
    place += 1
    let isDown = characters[start] == "减"
    if !isDown, character(start - 1).map({ "超不已经通".contains($0) }) ?? true { return }
    guard NotAQuantity.isClauseEnd(self, start + 2) else { return }
    place = start + 2
    append(
      value: DecimalValue(50), unit: "%", start: start, end: place, isChinese: true,
      comparator: isDown ? nil : .atLeast, change: isDown ? .down : nil)
  }

  /// 近万元, 上万台, 万余人: one 万.
  private mutating func readBareScale() {
    let start = place
    if starts("万分之", at: start) {
      readShare(start: start, from: start + 3, unit: "‱")
      return
    }
    place += 1
    let isVague = character(place).map { "余多".contains($0) } ?? false
    let before = character(start - 1)
    guard isVague || before.map({ "近约超逾上过".contains($0) }) ?? false, before.map({ !isNumberLike($0) }) ?? true else {
      return
    }
    place = start
    readUnit(DecimalValue(1), start: start, end: start, isChinese: true)
    if place == start { place += 1 }
    if before == "上", let last = items.last, last.range.lowerBound == start {
      items[items.count - 1].comparator = .about
    }
  }

  private func isNumberLike(_ character: Character) -> Bool {
    character.isASCII && character.isWholeNumber || ChineseNumber.isNumeral(character) || "几数".contains(character)
  }

  // MARK: - Arabic digits

  private mutating func readArabic() {
    let start = place
    if let end = NotAQuantity.listItemEnd(self, at: start) ?? NotAQuantity.dateEnd(self, at: start)
      ?? NotAQuantity.addressEnd(self, at: start)
    {
      place = end
      return
    }
    let token = NumberToken(self, at: start)
    var end = token.end
    let value: DecimalValue
    switch token.kind {
    case .name:
      place = NotAQuantity.nameEnd(self, from: end)
      return
    case .unread(let reason):
      place = end
      let scale = Self.scale(characters, at: end)
      let unit = unit(at: end) ?? scale.flatMap { self.unit(at: end + $0.count) }
      if unit != nil || scale != nil {
        end += (unit?.length ?? 0) + (self.unit(at: end) == nil ? scale?.count ?? 0 : 0)
        unread.append(UnreadNumber(reason: reason, start: start, length: end - start))
        place = end
      } else {
        place = NotAQuantity.nameEnd(self, from: end)
      }
      return
    case .number(let read): value = read
    }
    var read = value
    if let power = NumberToken.power(self, at: end) {
      end = power.end
      guard let shifted = value.shifted(by: power.power) else {
        unread.append(UnreadNumber(reason: .tooLong, start: start, length: end - start))
        place = end
        return
      }
      read = shifted
    } else if value == DecimalValue(10), let power = NumberToken.raised(self, at: end),
      let shifted = DecimalValue(1).shifted(by: power.power)
    {
      (read, end) = (shifted, power.end)
    } else if NotAQuantity.isPartOfAName(self, start: start, end: end, isChinese: false) {
      place = NotAQuantity.nameEnd(self, from: end)
      return
    }
    place = end
    if let close = bracketedLoss(start: start, end: end), let negative = read.negated {
      brackets = max(0, brackets - 1)
      readUnit(negative, start: start, end: close, isChinese: false, sign: start - 1)
      return
    }
    let sign = NotAQuantity.sign(self, before: start)
    if sign != nil, let negated = read.negated { read = negated }
    readUnit(read, start: start, end: end, isChinese: false, sign: sign)
  }

  /// Accountants write a loss in brackets: 净利润（105.77）万元. Where the bracket ends; nil for any other bracket.
  private func bracketedLoss(start: Int, end: Int) -> Int? {
    guard character(start - 1) == "(", character(end) == ")" else { return nil }
    var next = end + 1
    while character(next) == " " { next += 1 }
    let scale = Self.scale(characters, at: next) ?? ""
    if start > 1, starts("元", at: next + scale.count) { return end + 1 }
    guard end - start > 1, NotAQuantity.isClauseEnd(self, end + 1) else { return nil }
    let before = String(characters[max(0, start - 9)..<max(0, start - 1)])
    return ["利润", "净利", "亏损", "损益", "现金流", "收益"].contains(where: before.contains) ? end + 1 : nil
  }

  // MARK: - Chinese numerals

  private mutating func readChinese() {
    let start = place
    if let length = SetPhrases.length(self, at: start) {
      place = start + length
      return
    }
    for (word, unit) in [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")] where starts(word, at: start) {
      readShare(start: start, from: start + 3, unit: unit)
      return
    }
    guard let number = ChineseReading(characters, at: start) else {
      while place < characters.count, ChineseNumber.isNumeral(characters[place]) { place += 1 }
      return
    }
    place = number.end
    if let before = character(start - 1), "几数".contains(before),
      before == "几" || !NotAQuantity.endsWithCount(self, at: start - 1)
    {
      addVague(start: start - 1, end: number.end)
      return
    }
    if starts("分之", at: number.end) {
      readFraction(number, start: start)
      return
    }
    if NotAQuantity.isPartOfAName(self, start: start, end: number.end, isChinese: true)
      || NotAQuantity.isChineseDate(self, number, start: start)
      || number.leadsWithPower && !NotAQuantity.isOpenHundred(self, start: start, end: number.end)
    {
      return
    }
    // 一半.
    if number.value == DecimalValue(1), number.length == 1, character(number.end) == "半" {
      place = number.end + 1
      if NotAQuantity.isHalf(self, start: start, end: place) {
        append(value: DecimalValue(50), unit: "%", start: start, end: place, isChinese: true)
      }
      return
    }
    let sign = NotAQuantity.sign(self, before: start)
    let value = sign == nil ? number.value : number.value.negated ?? number.value
    var end = number.end
    if !number.scale.isEmpty { end -= number.scale.count }
    let count = items.count
    readUnit(value, start: start, end: end, isChinese: true, sign: sign)
    if items.count > count {
      items[count].lower = number.lower
      if number.lower != nil, items[count].comparator == nil { items[count].comparator = .about }
      if number.leadsWithPower, items[count].comparator == nil { items[count].comparator = .about }
    }
  }

  /// 百分之三十, 千分之3.
  private mutating func readShare(start: Int, from: Int, unit: String) {
    place = from
    if isDigit(from) {
      let token = NumberToken(self, at: from)
      guard case .number(let value) = token.kind else { return }
      append(value: value, unit: unit, start: start, end: token.end, isChinese: true)
    } else if let next = character(from), ChineseNumber.isNumeral(next),
      let number = ChineseReading(characters, at: from)
    {
      append(value: number.value, unit: unit, start: start, end: number.end, isChinese: true, lower: number.lower)
    }
  }

  /// 四分之三 is 75 %; 三分之一 has no exact value.
  private mutating func readFraction(_ below: ChineseReading, start: Int) {
    let from = below.end + 2
    place = from
    guard let next = character(from), ChineseNumber.isNumeral(next), let above = ChineseReading(characters, at: from)
    else {
      return
    }
    place = above.end
    guard below.value.places == 0, let hundred = above.value.shifted(by: 2),
      let value = hundred.divided(by: below.value.mantissa), value.places <= 2
    else {
      unread.append(UnreadNumber(reason: .noExactValue, start: start, length: above.end - start))
      return
    }
    append(value: value, unit: "%", start: start, end: above.end, isChinese: true)
  }

  /// 数百万元, 几十台: a unit must follow, else it is only a manner of speaking.
  private mutating func addVague(start: Int, end: Int) {
    var end = end
    if let scale = Self.scale(characters, at: end) { end += scale.count }
    if let next = character(end), "余多".contains(next) { end += 1 }
    guard let unit = unit(at: end) else { return }
    end += unit.length
    unread.append(UnreadNumber(reason: .vague, start: start, length: end - start))
    place = end
  }

  // MARK: - Units

  private mutating func readUnit(_ value: DecimalValue, start: Int, end: Int, isChinese: Bool, sign: Int? = nil) {
    var value = value
    var end = end
    var comparator: Quantity.Comparator?
    func skipSpaces() { while character(end) == " " { end += 1 } }
    func skipVague() {
      if let next = character(end), "余多来几".contains(next), character(end + 1) != "少" {
        comparator = .about
        end += 1
      } else if character(end) == "+", unit(at: end + 1) != nil {
        comparator = .atLeast
        end += 1
      }
    }
    let numberEnd = end
    skipSpaces()
    skipVague()
    var found = unit(at: end)
    var scale = ""
    if found.map({ $0.length < 2 || $0.name.hasPrefix("万") }) ?? true, let word = Self.scale(characters, at: end) {
      scale = word
      end += word.count
      // 1亿2000万元.
      if let more = arabicOrChinese(at: end), let second = Self.scale(characters, at: more.end),
        let sum = Self.sum(value, scale, more.value, second)
      {
        value = sum
        scale = second
        end = more.end + second.count
      }
      skipVague()
      skipSpaces()
      found = unit(at: end)
    }
    if found == nil, !isChinese, scale.isEmpty { found = repeatedUnit(at: end) }
    guard let found else {
      // Nothing known follows: a bare number counts only where nothing hangs on it.
      let bareEnd = scale.isEmpty ? numberEnd : end
      if !isChinese,
        NotAQuantity.standsAlone(self, start: sign ?? start, end: bareEnd, value: value, hasScale: !scale.isEmpty)
      {
        append(
          value: value, scale: scale, unit: "", start: start, end: bareEnd, isChinese: false, sign: sign,
          comparator: comparator)
      }
      place = max(place, bareEnd)
      return
    }
    end += found.length
    if found.name == "元", let tail = character(end), "整正".contains(tail) { end += 1 }
    // 两天半, 三倍多.
    if found.name == "成", let next = character(end), let tenth = ChineseNumber.digit(next), tenth > 0,
      let part = DecimalValue(mantissa: tenth, places: 1), let more = value.plus(part)
    {
      // 三成五.
      value = more
      end += 1
    }
    if character(end) == "半", [.time, .ratio, .calendar].contains(MeasureUnit.named(found.name)?.dimension ?? .other),
      let half = DecimalValue(mantissa: 5, places: 1), let more = value.plus(half)
    {
      value = more
      end += 1
    }
    append(
      value: value, scale: scale, unit: found.name, start: start, end: end, isChinese: isChinese, sign: sign,
      comparator: comparator)
  }

  /// The unit at `place`, with what it is divided by: 元/吨, 件每小时, 吨标准煤/万元.
  func unit(at place: Int) -> (name: String, length: Int)? {
    guard let first = MeasureUnit.longestMatch(characters, at: place) else { return nil }
    var name = first.name
    var end = place + first.length
    if SetPhrases.goesOn(first.name, character(end)) { return nil }
    if first.length == 1, "VAN".contains(first.name), let next = character(end), next.isLetter, !next.isASCII,
      !"以之左上下的和及至到降升提".contains(next)
    {
      return nil
    }
    for _ in 0..<2 {
      guard character(end) == "/" || character(end) == "每", let per = per(at: end + 1) else { break }
      if character(end) == "每", !NotAQuantity.isClauseEnd(self, end + 1 + per.length) { break }
      name += "/" + per.name
      end += 1 + per.length
    }
    return (name, end - place)
  }

  private static let perWords: [String] = ["万公里", "百公里", "百万公里", "标方", "班组", "月", "班", "单", "d", "人年", "公里"]

  private func per(at place: Int) -> (name: String, length: Int)? {
    let whole = MeasureUnit.longestMatch(characters, at: place)
    let scale = Self.scale(characters, at: place) ?? ""
    if !scale.isEmpty, whole == nil, let unit = MeasureUnit.longestMatch(characters, at: place + scale.count) {
      return (scale + unit.name, scale.count + unit.length)
    }
    if character(place) == "(" {
      // 元/(吨·公里).
      var end = place + 1
      while let next = character(end), next != ")", end - place < 10 { end += 1 }
      let inner = String(characters[min(place + 1, characters.count)..<min(end, characters.count)])
      guard character(end) == ")", MeasureUnit.named(inner) != nil else { return nil }
      return ("(\(inner))", end + 1 - place)
    }
    if let whole { return (whole.name, whole.length) }
    return Self.perWords.first { starts($0, at: place) }.map { ($0, $0.count) }
  }

  /// A word that stands behind the next number too: 由年38缸降至4缸.
  private func repeatedUnit(at place: Int) -> (name: String, length: Int)? {
    guard let word = character(place), word.isLetter, !word.isASCII, !"至到降升提增减和与及或号年月日第的为".contains(word) else {
      return nil
    }
    var next = place + 1
    while let other = character(next), next < place + 12, !",。;".contains(other) {
      if isDigit(next) {
        let token = NumberToken(self, at: next)
        return character(token.end) == word ? (String(word), 1) : nil
      }
      next += 1
    }
    // The second of the two.
    guard let last = items.last, last.unit == String(word), last.range.upperBound > place - 16 else { return nil }
    return (String(word), 1)
  }

  private func arabicOrChinese(at start: Int) -> (value: DecimalValue, end: Int)? {
    if isDigit(start) {
      let token = NumberToken(self, at: start)
      guard case .number(let value) = token.kind else { return nil }
      return (value, token.end)
    }
    guard let next = character(start), ChineseNumber.isNumeral(next),
      let section = ChineseNumber.section(characters[start...])
    else { return nil }
    return (section.value, start + section.length)
  }

  private mutating func append(
    value: DecimalValue, scale: String = "", unit: String, start: Int, end: Int, isChinese: Bool, sign: Int? = nil,
    comparator: Quantity.Comparator? = nil, lower: DecimalValue? = nil, change: Quantity.Change? = nil
  ) {
    var item = Item(
      value: value, scale: scale, unit: unit, comparator: comparator, lower: lower, change: change,
      isChinese: isChinese,
      isInBrackets: brackets > 0, range: (sign ?? start)..<end, outerStart: sign ?? start, outerEnd: end)
    QuantityWords.addBounds(to: &item, in: self)
    place = max(end, place)
    if !NotAQuantity.isOrdinalOrIdiom(self, item), !isChinese || ChineseContext.counts(self, item) {
      items.append(item)
    }
  }

  // MARK: - Scales

  static func scale(_ characters: [Character], at place: Int) -> String? {
    guard place < characters.count, "万千百十亿仟佰".contains(characters[place]) else { return nil }
    let scales = ["万亿", "千万", "百万", "十万", "亿", "万", "千", "百", "仟", "佰"]
    return scales.first { scale in
      place + scale.count <= characters.count && characters[place..<place + scale.count].elementsEqual(scale)
    }
  }

  /// The power of ten of a scale word.
  static func power(of scale: String) -> Int {
    switch scale {
    case "百", "佰": 2
    case "千", "仟": 3
    case "万": 4
    case "十万": 5
    case "百万": 6
    case "千万": 7
    case "亿": 8
    case "万亿": 12
    default: 0
    }
  }

  private static func sum(_ a: DecimalValue, _ scaleA: String, _ b: DecimalValue, _ scaleB: String) -> DecimalValue? {
    let distance = power(of: scaleA) - power(of: scaleB)
    return distance > 0 ? a.shifted(by: distance)?.plus(b) : nil
  }
}

extension MeasureUnit {
  /// The longest unit that stands at `place`. A Latin unit must not run on into a longer word.
  static func longestMatch(_ characters: [Character], at place: Int) -> (name: String, unit: MeasureUnit, length: Int)?
  {
    guard place < characters.count, beginnings.contains(characters[place]) else { return nil }
    for length in stride(from: min(longest, characters.count - place), through: 1, by: -1) {
      let name = String(characters[place..<place + length])
      guard let unit = all[name] else { continue }
      if let last = name.last, last.isASCII, last.isLetter, place + length < characters.count {
        let next = characters[place + length]
        if next.isASCII, next.isLetter || next.isWholeNumber { continue }
      }
      return (name, unit, length)
    }
    return nil
  }

  /// Every first character of a spelling.
  private static let beginnings = Set(all.keys.compactMap(\.first))

  /// Whether a number with its unit ends just before `place`.
  static func endsWithUnit(_ characters: [Character], before place: Int) -> Bool {
    (1...4).contains { length in
      place > length && all[String(characters[(place - length)..<place])] != nil
        && (characters[place - length - 1].isWholeNumber || "万亿".contains(characters[place - length - 1]))
    }
  }
}
