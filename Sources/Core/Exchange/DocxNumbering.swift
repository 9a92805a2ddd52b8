/// Counts the paragraphs that Word numbers by itself, so that their numbers can be read.
struct DocxNumbering {
  private struct Level {
    let start: Int
    let format: String
    /// The pattern, such as `%1、`.
    let pattern: String
  }

  private var levels: [String: [Int: Level]] = [:]
  /// Which list a number belongs to.
  private var lists: [String: String] = [:]
  private var counters: [String: [Int: Int]] = [:]
  /// Numbering given by paragraph styles.
  private var styles: [String: (list: String, level: Int)] = [:]

  init(numbering: XMLNode?, styles: XMLNode?) {
    for node in numbering?.nodes ?? [] {
      if node.name == "w:abstractNum", let id = node.attributes["abstractNumId"] {
        levels[id] = Self.levels(node)
      } else if node.name == "w:num", let id = node.attributes["numId"] {
        lists[id] = node.value(of: "w:abstractNumId")
      }
    }
    for style in styles?.nodes ?? [] where style.name == "w:style" {
      guard let id = style.attributes["styleId"], let own = style.first("w:pPr")?.first("w:numPr"),
        let list = own.value(of: "w:numId")
      else { continue }
      self.styles[id] = (list, Int(own.value(of: "w:ilvl") ?? "") ?? 0)
    }
  }

  private static func levels(_ node: XMLNode) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for level in node.nodes where level.name == "w:lvl" {
      guard let index = Int(level.attributes["ilvl"] ?? "") else { continue }
      levels[index] = Level(
        start: Int(level.value(of: "w:start") ?? "") ?? 1, format: level.value(of: "w:numFmt") ?? "decimal",
        pattern: level.value(of: "w:lvlText") ?? "")
    }
    return levels
  }

  /// The number in front of a paragraph with these properties; empty when it has none or only a bullet.
  mutating func number(for properties: XMLNode?) -> String {
    guard !levels.isEmpty, let properties else { return "" }
    let style = properties.value(of: "w:pStyle").flatMap { styles[$0] }
    let own = properties.first("w:numPr")
    guard let list = own?.value(of: "w:numId") ?? style?.list, list != "0", let id = lists[list],
      let levels = levels[id]
    else { return "" }
    let index = own?.value(of: "w:ilvl").flatMap { Int($0) } ?? style?.level ?? 0
    guard let level = levels[index] else { return "" }
    var counts = counters[id] ?? [:]
    counts[index] = (counts[index] ?? level.start - 1) + 1
    for deeper in counts.keys where deeper > index { counts[deeper] = nil }
    counters[id] = counts
    guard level.format != "bullet", level.format != "none" else { return "" }
    var text = level.pattern
    for (place, inner) in levels where text.contains("%\(place + 1)") {
      let number = Self.text(of: counts[place] ?? inner.start, format: inner.format)
      text = text.split(separator: "%\(place + 1)", omittingEmptySubsequences: false).joined(separator: number)
    }
    return text
  }

  private static func text(of number: Int, format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "japaneseCounting",
      "taiwaneseCounting", "taiwaneseCountingThousand", "ideographDigital":
      return ChineseNumber.text(number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      return (1...20).contains(number) ? circled(number) : String(number)
    case "upperLetter": return letter(number, from: 0x41)
    case "lowerLetter": return letter(number, from: 0x61)
    case "ideographTraditional": return pick(number, "甲乙丙丁戊己庚辛壬癸")
    case "upperRoman": return roman(number)
    case "lowerRoman": return TextFolding.small(roman(number))
    default: return String(number)
    }
  }

  private static func circled(_ number: Int) -> String {
    Unicode.Scalar(0x2460 + UInt32(number - 1)).map { String(Character($0)) } ?? String(number)
  }

  private static func letter(_ number: Int, from first: UInt8) -> String {
    (1...26).contains(number) ? String(Unicode.Scalar(first + UInt8(number - 1))) : String(number)
  }

  private static func pick(_ number: Int, _ letters: String) -> String {
    (1...letters.count).contains(number) ? String(Array(letters)[number - 1]) : String(number)
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    let steps = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, letters) in steps {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
