/// A number format of a workbook, as far as it changes what a number means: dates, and words around the digits.
struct SheetNumberFormat: Sendable {
  private enum Token {
    case literal(String)
    /// A run of one letter: `yyyy`, `m`.
    case letters(Character, count: Int)
    /// Placeholders of digits.
    case digits

    var isDigits: Bool { if case .digits = self { true } else { false } }
  }

  private let tokens: [Token]
  /// Whether the digits shown are those of another scale (`0!.0,`): what is read would not be what is seen.
  let isScaled: Bool

  /// The first section of a format code is the one for positive numbers.
  init(code: String) {
    var tokens: [Token] = []
    var isScaled = false
    var rest = Array(code.prefix(255))[...]
    while let character = rest.popFirst() {
      if character == ";" { break }
      switch character {
      case "\"":
        let quoted = rest.prefix { $0 != "\"" }
        tokens.append(.literal(String(quoted)))
        rest = rest.dropFirst(quoted.count + 1)
      case "\\", "!":
        let next = rest.popFirst()
        if let next { tokens.append(.literal(String(next))) }
        if next == ".", tokens.contains(where: \.isDigits) { isScaled = true }
      case "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = String(rest.prefix { $0 != "]" })
        rest = rest.dropFirst(inner.count + 1)
        let letter = TextFolding.small(inner).first
        if let letter, "hms".contains(letter), inner.allSatisfy({ TextFolding.folded($0) == letter }) {
          tokens.append(.letters(letter, count: inner.count))
        } else if inner.hasPrefix("$") {
          // A currency's sign stands before the dash: [$¥-804].
          tokens.append(.literal(String(inner.dropFirst().prefix { $0 != "-" })))
        }
      case "0", "#", "?", ".", ",":
        let isNext = rest.first.map { "0#?".contains($0) } ?? false
        let isRun = tokens.last?.isDigits ?? false
        if character == ",", isRun, !isNext { isScaled = true }
        if isRun { continue }
        // The point of 2022.5 parts letters, not digits.
        tokens.append("0#?".contains(character) || isNext ? .digits : .literal(String(character)))
      case "%": break
      case "@": break
      default:
        let letter = TextFolding.folded(character)
        guard "ymdhseg".contains(letter) else {
          tokens.append(.literal(String(character)))
          continue
        }
        if case .letters(letter, let count)? = tokens.last {
          tokens[tokens.count - 1] = .letters(letter, count: count + 1)
        } else {
          tokens.append(.letters(letter, count: 1))
        }
      }
    }
    self.isScaled = isScaled
    // General and 0.00E+00 have letters of their own.
    let small = TextFolding.small(String(code.prefix(16)))
    let isGeneral = small.hasPrefix("general") || small.hasPrefix("g/") || code.contains("E+") || code.contains("E-")
    self.tokens = isGeneral ? [.digits] : tokens
  }

  /// Whether it shows a day of the calendar or a time.
  var isDate: Bool { has("y") || has("d") || has("m") || isTime || (has("e") && !tokens.contains(where: \.isDigits)) }

  private var isTime: Bool { has("h") || has("s") }

  private func has(_ letter: Character) -> Bool {
    tokens.contains { if case .letters(letter, _) = $0 { true } else { false } }
  }

  /// A date as the format shows it, and in ISO 8601 as exact as that.
  func date(_ date: (year: Int, month: Int, day: Int)) -> (text: String, iso: String) {
    let day = "\(date.year)-\(DateReader.twoDigits(date.month))-\(DateReader.twoDigits(date.day))"
    guard has("y") || has("e") || has("d") || (has("m") && !isTime) else { return (day, day) }
    let showsDay = tokens.contains { if case .letters("d", let count) = $0 { count <= 2 } else { false } }
    var text = ""
    for token in tokens {
      switch token {
      case .literal(let literal): text += literal
      case .digits: break
      case .letters("y", let count): text += count <= 2 ? DateReader.twoDigits(date.year % 100) : String(date.year)
      case .letters("e", _): text += String(date.year)
      case .letters("m", let count):
        switch count {
        case 1: text += String(date.month)
        case 2: text += DateReader.twoDigits(date.month)
        default: text += Self.months[date.month - 1]
        }
      case .letters("d", 1): text += String(date.day)
      case .letters("d", 2): text += DateReader.twoDigits(date.day)
      case .letters: break
      }
    }
    return (text, showsDay ? day : String(day.dropLast(3)))
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// A number with the words that the format writes before and after its digits: `6600000` and `0"元"` is `6600000元`.
  func written(_ number: String) -> String {
    guard tokens.contains(where: \.isDigits) else { return number }
    var text = ""
    var isWritten = false
    for token in tokens {
      switch token {
      case .literal(let literal): text += literal.allSatisfy({ "-() ".contains($0) }) ? "" : literal
      case .digits where !isWritten:
        text += number
        isWritten = true
      case .digits, .letters: break
      }
    }
    return text
  }

  /// How many digits it shows after the point, for 2022.10 in a cell of the format `0.00`; nil when it does not say.
  static func places(code: String) -> Int? {
    guard let point = code.firstIndex(of: "."), code.utf8.allSatisfy({ "0#.,_ ;-()".utf8.contains($0) }) else {
      return nil
    }
    return code[code.index(after: point)...].prefix { $0 == "0" }.count
  }

  /// The codes of the formats that a workbook names by number only, in the Chinese editions.
  static func builtIn(_ id: Int) -> String {
    switch id {
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 14: "yyyy/m/d"
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 22: "yyyy/m/d h:mm"
    case 18...21, 32...35, 45...47, 55, 56: "h:mm"
    case 27, 36, 50, 52, 57: "yyyy\"年\"m\"月\""
    case 28, 29, 51, 53, 54, 58: "m\"月\"d\"日\""
    case 30: "m-d-yy"
    case 31: "yyyy\"年\"m\"月\"d\"日\""
    default: "General"
    }
  }
}

/// The number formats of a workbook (`styles.xml`), by the style of a cell.
struct SheetStyles: SheetXMLHandler {
  private var codes: [Int: String] = [:]
  private var ids: [Int] = []
  private var isInside = false
  private var formats: [Int: SheetNumberFormat] = [:]

  mutating func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"], codes.count < 4096 {
        codes[id] = code
      }
    case "cellXfs": isInside = true
    case "xf" where isInside && ids.count < 65_536: ids.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    default: break
    }
  }

  mutating func end(_ name: String) {
    if name == "cellXfs" { isInside = false }
  }

  func text(_ piece: String) {}

  /// The format code of a style.
  func code(style: Int) -> String {
    guard ids.indices.contains(style) else { return "General" }
    return codes[ids[style]] ?? SheetNumberFormat.builtIn(ids[style])
  }

  /// The format of a style.
  mutating func format(style: Int) -> SheetNumberFormat {
    if let known = formats[style] { return known }
    let format = SheetNumberFormat(code: code(style: style))
    formats[style] = format
    return format
  }
}
