/// One number in Arabic digits with its separators, as it stands in a text.
struct NumberToken {
  enum Kind {
    case number(DecimalValue)
    /// Part of a name, a date, an address: 12.3.4.
    case name
    /// Meant as a number, but not readable.
    case unread(UnreadNumber.Reason)
  }

  let kind: Kind
  let end: Int

  /// Reads from `start`, where a digit stands.
  init(_ scan: QuantityScan, at start: Int) {
    var end = start
    var digits: [Character] = []
    func takeDigits() {
      while scan.isDigit(end) {
        if digits.count < 40 { digits.append(scan.characters[end]) }
        end += 1
      }
    }
    takeDigits()
    let whole = end - start
    let firstComma = end
    if scan.character(end) == ",", scan.isDigit(end + 1) {
      var groups = 0
      while scan.character(end) == ",", scan.isDigit(end + 1) {
        var next = end + 1
        while scan.isDigit(next) { next += 1 }
        let isGroup = next - end == 4 && whole <= 3 && (whole > 1 || scan.characters[start] != "0")
        guard isGroup else {
          // A full-width comma is punctuation; a half-width one between digits is a slip, unless years or names are listed.
          if scan.isFullWidth(end) { break }
          self.end = Self.runEnd(scan, from: end)
          kind = Self.isList(scan, start, self.end) ? .name : .unread(.malformed)
          return
        }
        groups += 1
        digits += scan.characters[(end + 1)..<next].prefix(40)
        end = next
      }
      if groups == 0 { end = firstComma }
    }
    if scan.character(end) == ".", scan.isDigit(end + 1) {
      digits.append(".")
      end += 1
      takeDigits()
      if scan.character(end) == ".", scan.isDigit(end + 1) {
        self.end = Self.runEnd(scan, from: end)
        kind = .name
        return
      }
      if scan.character(end) == ",", scan.isDigit(end + 1), !scan.isFullWidth(end) {
        self.end = Self.runEnd(scan, from: end)
        kind = .unread(.malformed)
        return
      }
    } else if scan.character(end) == ".", scan.character(end + 1) == ".", scan.isDigit(end + 2) {
      self.end = Self.runEnd(scan, from: end)
      kind = .unread(.malformed)
      return
    }
    self.end = end
    let isCode = whole > 1 && scan.characters[start] == "0"
    guard !isCode else {
      kind = .unread(.malformed)
      return
    }
    kind = DecimalValue(digits: digits).map { .number($0) } ?? .unread(.tooLong)
  }

  private static func runEnd(_ scan: QuantityScan, from: Int) -> Int {
    var end = from
    while scan.isDigit(end)
      || (scan.character(end).map { ".,".contains($0) } ?? false
        && (scan.isDigit(end + 1) || scan.character(end + 1) == "."))
    {
      end += 1
    }
    return end
  }

  /// 2019,2020,2021年 and 1,2,3号: no quantities.
  private static func isList(_ scan: QuantityScan, _ start: Int, _ end: Int) -> Bool {
    if let next = scan.character(end), "年月日号#".contains(next) { return true }
    return MeasureUnit.longestMatch(scan.characters, at: end) == nil
      && QuantityScan.scale(scan.characters, at: end) == nil
  }

  // MARK: - Powers of ten

  private static let superscripts: [Character: Int] = [
    "⁰": 0, "¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
  ]

  /// The power of ten behind a number: ×10^6, ×10⁻³, E-5. Nil for none.
  static func power(_ scan: QuantityScan, at place: Int) -> (power: Int, end: Int)? {
    var at = place
    if let mark = scan.character(at), mark == "E" || mark == "e" {
      guard let exponent = exponent(scan, at: at + 1),
        scan.character(exponent.end).map({ !($0.isASCII && $0.isLetter) }) ?? true
      else { return nil }
      return exponent
    }
    while scan.character(at) == " " { at += 1 }
    guard let mark = scan.character(at), "×xX*".contains(mark) else { return nil }
    at += 1
    while scan.character(at) == " " { at += 1 }
    guard scan.starts("10", at: at) else { return nil }
    return raised(scan, at: at + 2)
  }

  /// ^6, ⁻³ behind 10.
  static func raised(_ scan: QuantityScan, at place: Int) -> (power: Int, end: Int)? {
    if scan.character(place) == "^" { return exponent(scan, at: place + 1) }
    var at = place
    let isNegative = scan.character(at) == "⁻"
    if isNegative { at += 1 }
    var power = 0
    let first = at
    while let next = scan.character(at), let digit = superscripts[next], at - first < 3 {
      power = power * 10 + digit
      at += 1
    }
    return at > first ? (isNegative ? -power : power, at) : nil
  }

  private static func exponent(_ scan: QuantityScan, at place: Int) -> (power: Int, end: Int)? {
    var at = place
    let isNegative = scan.character(at) == "-"
    if isNegative || scan.character(at) == "+" { at += 1 }
    var power = 0
    let first = at
    while scan.isDigit(at), at - first < 3 {
      power = power * 10 + (scan.characters[at].wholeNumberValue ?? 0)
      at += 1
    }
    return at > first ? (isNegative ? -power : power, at) : nil
  }
}
