/// The single numbers of a text with their units, before changes and ranges are put together.
struct QuantityScan {
  /// One number with its unit.
  struct Item {
    var value: DecimalValue
    var scale: String
    var unit: String
    var comparator: Quantity.Comparator?
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

  /// The text, narrowed; same places as the original.
  let characters: [Character]
  private(set) var items: [Item] = []
  private var place = 0
  private var brackets = 0

  init(_ original: [Character]) {
    characters = original.map(TextFolding.narrowed)
    while place < characters.count { step() }
  }

  private mutating func step() {
    let character = characters[place]
    switch character {
    case "(": brackets += 1
    case ")": brackets = max(0, brackets - 1)
    default: break
    }
    if character.isASCII, character.isLetter {
      skipWord()
    } else if isDigit(place) {
      readNumber(isChinese: false)
    } else if ChineseNumber.isNumeral(character) {
      readNumber(isChinese: true)
    } else if character == "半", place == 0 || characters[place - 1] != "一" {
      readHalf()
    } else {
      place += 1
    }
  }

  func isDigit(_ place: Int) -> Bool {
    place >= 0 && place < characters.count && characters[place].isASCII && characters[place].isWholeNumber
  }

  func character(_ place: Int) -> Character? {
    place >= 0 && place < characters.count ? characters[place] : nil
  }

  /// A word in Latin letters with the digits that hang on it: `ISO9001`, `H.265`. Digits before a counting word count:
  /// `AGV12台`.
  private mutating func skipWord() {
    while let next = character(place), next.isASCII, next.isLetter { place += 1 }
    var end = place
    while let next = character(end), next.isASCII, next.isLetter || next.isWholeNumber || "-._/".contains(next) {
      end += 1
    }
    guard end > place else { return }
    if isDigit(place), let number = arabic(at: place), MeasureUnit.longestMatch(characters, at: number.end) != nil {
      return
    }
    place = end
  }

  private mutating func readHalf() {
    let start = place
    place += 1
    guard let unit = MeasureUnit.longestMatch(characters, at: place), unit.unit.dimension == .time || unit.name == "年",
      let value = DecimalValue(mantissa: 5, places: 1)
    else { return }
    append(value: value, scale: "", unit: unit.name, start: start, end: place + unit.length, isChinese: true, sign: nil)
  }

  /// Digits with groups of three and a decimal point.
  private func arabic(at start: Int) -> (value: DecimalValue, end: Int)? {
    var end = start
    var digits: [Character] = []
    while isDigit(end) {
      digits.append(characters[end])
      end += 1
    }
    while character(end) == ",", digits.count <= 12, isDigit(end + 1), isDigit(end + 2), isDigit(end + 3),
      !isDigit(end + 4),
      digits.count <= 3 || character(end - 4) == ","
    {
      digits += characters[(end + 1)...(end + 3)]
      end += 4
    }
    if character(end) == ".", isDigit(end + 1) {
      digits.append(".")
      end += 1
      while isDigit(end) {
        digits.append(characters[end])
        end += 1
      }
    }
    guard let value = DecimalValue(digits: digits) else { return nil }
    return (value, end)
  }

  /// Where the text goes on behind the number of a list item, 2.2021年…; nil for any other number.
  private func listItemEnd(at start: Int) -> Int? {
    var end = start
    while isDigit(end), end - start < 2 { end += 1 }
    guard character(end) == ".", !isDigit(start - 1), character(end + 5) == "年", !isDigit(end + 6) else { return nil }
    let year = (end + 1...end + 4).allSatisfy(isDigit) ? Int(String(characters[(end + 1)...(end + 4)])) ?? 0 : 0
    return (1900...2100).contains(year) ? end + 1 : nil
  }

  private mutating func readNumber(isChinese: Bool) {
    let start = place
    if !isChinese, let end = listItemEnd(at: start) {
      place = end
      return
    }
    if !isChinese, let end = NotAQuantity.dateEnd(self, at: start) {
      place = end
      return
    }
    var number: (value: DecimalValue, end: Int)?
    var percent = false
    if isChinese {
      // 百分之三十.
      if starts("百分之", at: start) {
        percent = true
        let from = start + 3
        number = isDigit(from) ? arabic(at: from) : chinese(at: from)
      } else {
        number = chinese(at: start)
      }
    } else {
      number = arabic(at: start)
    }
    guard let (read, end) = number else {
      place = skipDigits(from: start)
      return
    }
    place = end
    if percent {
      append(value: read, scale: "", unit: "%", start: start, end: end, isChinese: true, sign: nil)
      return
    }
    if NotAQuantity.isPartOfAName(self, start: start, end: end, isChinese: isChinese) {
      place = NotAQuantity.nameEnd(self, from: end)
      return
    }
    var value = read
    let sign = self.sign(before: start)
    if sign != nil, let negated = value.negated { value = negated }
    readUnit(value, start: start, end: end, isChinese: isChinese, sign: sign)
  }

  private func chinese(at start: Int) -> (value: DecimalValue, end: Int)? {
    guard start < characters.count, let section = ChineseNumber.section(characters[start...]) else { return nil }
    return (section.value, start + section.length)
  }

  private mutating func readUnit(_ value: DecimalValue, start: Int, end: Int, isChinese: Bool, sign: Int?) {
    var value = value
    var end = end
    var comparator: Quantity.Comparator?
    func skipSpaces() { while character(end) == " " || character(end) == "\u{3000}" { end += 1 } }
    func skipVague() {
      if let next = character(end), "余多来几".contains(next), character(end + 1) != "少" {
        comparator = .about
        end += 1
      } else if character(end) == "+", MeasureUnit.longestMatch(characters, at: end + 1) != nil {
        comparator = .atLeast
        end += 1
      }
    }
    let numberEnd = end
    skipSpaces()
    skipVague()
    var unit = MeasureUnit.longestMatch(characters, at: end)
    var scale = ""
    if unit == nil || (unit?.length ?? 0) < 2, let found = Self.scale(characters, at: end) {
      scale = found
      end += found.count
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
      unit = MeasureUnit.longestMatch(characters, at: end)
    }
    if unit == nil, !isChinese, scale.isEmpty, let word = repeatedUnit(at: end) { unit = word }
    guard let unit else {
      // Nothing known follows: a bare number counts only where nothing hangs on it.
      let bareEnd = scale.isEmpty ? numberEnd : end
      if !isChinese, NotAQuantity.standsAlone(self, end: bareEnd) {
        append(
          value: value, scale: scale, unit: "", start: start, end: bareEnd, isChinese: false, sign: sign,
          comparator: comparator)
      }
      place = bareEnd
      return
    }
    end += unit.length
    var name = unit.name
    // Per something: 点/秒.
    if character(end) == "/", let per = MeasureUnit.longestMatch(characters, at: end + 1) {
      name += "/" + per.name
      end += 1 + per.length
    }
    if name == "元", Self.isMoneyTail(characters, at: end) { end += 1 }
    // 两天半.
    if character(end) == "半", unit.unit.dimension == .time, let half = DecimalValue(mantissa: 5, places: 1),
      let more = value.plus(half)
    {
      value = more
      end += 1
    }
    append(
      value: value, scale: scale, unit: name, start: start, end: end, isChinese: isChinese, sign: sign,
      comparator: comparator)
  }

  /// A word that stands behind the next number too: 由年38缸降至4缸.
  private func repeatedUnit(at place: Int) -> (name: String, unit: MeasureUnit, length: Int)? {
    guard let word = character(place), word.isLetter, !word.isASCII, !"至到降升提增减和与及或号年月日第".contains(word) else {
      return nil
    }
    var next = place + 1
    while let other = character(next), next < place + 12, !"，,。；;".contains(other) {
      if isDigit(next), let number = arabic(at: next) {
        guard character(number.end) == word else { return nil }
        return (String(word), MeasureUnit(name: String(word), dimension: .count, numerator: 1, denominator: 1), 1)
      }
      next += 1
    }
    // The second of the two.
    guard let last = items.last, last.unit == String(word), last.range.upperBound > place - 16 else { return nil }
    return (String(word), MeasureUnit(name: String(word), dimension: .count, numerator: 1, denominator: 1), 1)
  }

  private func arabicOrChinese(at start: Int) -> (value: DecimalValue, end: Int)? {
    if isDigit(start) { return arabic(at: start) }
    guard let next = character(start), ChineseNumber.isNumeral(next) else { return nil }
    return chinese(at: start)
  }

  private mutating func append(
    value: DecimalValue, scale: String, unit: String, start: Int, end: Int, isChinese: Bool, sign: Int?,
    comparator: Quantity.Comparator? = nil
  ) {
    var item = Item(
      value: value, scale: scale, unit: unit, comparator: comparator, isChinese: isChinese, isInBrackets: brackets > 0,
      range: (sign ?? start)..<end, outerStart: sign ?? start, outerEnd: end)
    QuantityWords.addBounds(to: &item, in: self)
    place = max(end, place)
    if !NotAQuantity.isOrdinalOrIdiom(self, item) { items.append(item) }
  }

  private func skipDigits(from start: Int) -> Int {
    var end = start + 1
    while isDigit(end) { end += 1 }
    return end
  }

  /// Where a minus sign stands before `start`: not a dash between two numbers or words.
  private func sign(before start: Int) -> Int? {
    guard character(start - 1) == "-" else { return nil }
    guard let before = character(start - 2) else { return start - 1 }
    let isDash = before.isWholeNumber || before.isASCII && before.isLetter || "%℃)-".contains(before)
    return isDash || MeasureUnit.endsWithUnit(characters, before: start - 1) ? nil : start - 1
  }

  func starts(_ text: String, at place: Int) -> Bool {
    place >= 0 && place + text.count <= characters.count && characters[place..<place + text.count].elementsEqual(text)
  }

  static func scale(_ characters: [Character], at place: Int) -> String? {
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

  private static func isMoneyTail(_ characters: [Character], at place: Int) -> Bool {
    place < characters.count && (characters[place] == "整" || characters[place] == "正")
  }
}

extension MeasureUnit {
  /// The longest unit that stands at `place`. A Latin unit must not run on into a longer word.
  static func longestMatch(_ characters: [Character], at place: Int) -> (name: String, unit: MeasureUnit, length: Int)?
  {
    guard place < characters.count else { return nil }
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

  /// Whether a number with its unit ends just before `place`.
  static func endsWithUnit(_ characters: [Character], before place: Int) -> Bool {
    (1...4).contains { length in
      place > length && all[String(characters[(place - length)..<place])] != nil
        && (characters[place - length - 1].isWholeNumber || "万亿".contains(characters[place - length - 1]))
    }
  }
}
