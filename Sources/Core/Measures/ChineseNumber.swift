/// Numbers written with Chinese numerals, everyday (三百二十) and financial (叁佰贰拾).
public enum ChineseNumber {
  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "○": 0, "Ｏ": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "貳": 2, "两": 2, "三": 3, "叁": 3, "叄": 3, "四": 4,
    "肆": 4, "五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
  ]
  private static let tens: [Character: Int] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
  ]

  /// Whether a character can stand in such a number below ten thousand.
  static func isNumeral(_ character: Character) -> Bool { digits[character] != nil || tens[character] != nil }

  /// The digit that a character stands for.
  static func digit(_ character: Character) -> Int? { digits[character] }

  /// The power of ten that a character stands for: 10, 100 or 1000.
  static func power(_ character: Character) -> Int? { tens[character] }

  /// Reads a number below ten thousand from the start of `characters`; its value and how many characters it took.
  /// A row of digits (二〇二二) is read as such.
  static func section(_ characters: ArraySlice<Character>) -> (value: DecimalValue, length: Int)? {
    let run = Array(characters.prefix { isNumeral($0) }.prefix(16))
    guard !run.isEmpty else { return nil }
    guard run.contains(where: { tens[$0] != nil }) else {
      var value = 0
      for character in run { value = value * 10 + (digits[character] ?? 0) }
      return decimals(after: run.count, of: characters, whole: value)
    }
    var total = 0
    var digit: Int?
    var smallest = 10_000
    var length = 0
    for character in run {
      if let next = digits[character] {
        // Two digits in a row end the number, but a zero may stand between.
        if let held = digit, held != 0 { break }
        digit = next
      } else if let power = tens[character] {
        guard power < smallest else { break }
        total += (digit ?? 1) * power
        smallest = power
        digit = nil
      }
      length += 1
    }
    return decimals(after: length, of: characters, whole: total + (digit ?? 0))
  }

  /// 三点五.
  private static func decimals(
    after length: Int, of characters: ArraySlice<Character>, whole: Int
  ) -> (value: DecimalValue, length: Int)? {
    var length = length
    var mantissa = whole
    var places = 0
    let start = characters.startIndex
    if start + length < characters.endIndex, characters[start + length] == "点" {
      var at = start + length + 1
      while at < characters.endIndex, let digit = digits[characters[at]], places < 6 {
        mantissa = mantissa * 10 + digit
        places += 1
        at += 1
      }
      if places > 0 { length = at - start }
    }
    guard let value = DecimalValue(mantissa: mantissa, places: places) else { return nil }
    return (value, length)
  }

  /// A number from 1 to 99 in numerals: 12 is 十二.
  static func text(_ number: Int) -> String {
    let names = Array("零一二三四五六七八九")
    guard (0...99).contains(number) else { return String(number) }
    if number < 10 { return String(names[number]) }
    let front = number < 20 ? "十" : String(names[number / 10]) + "十"
    return number % 10 == 0 ? front : front + String(names[number % 10])
  }
}
