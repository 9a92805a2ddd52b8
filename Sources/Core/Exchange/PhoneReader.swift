/// Telephone numbers as text, one by one.
enum PhoneReader {
  /// The numbers in `text` and whether anything else stands there.
  static func phones(in text: String) -> (phones: [String], hasRest: Bool) {
    if AmountReader.isNothing(text) { return ([], false) }
    let plain = text.prefix(400).map(TextFolding.narrowed)
    var phones: [String] = []
    var hasRest = false
    for piece in plain.split(whereSeparator: { "/、,，;；\n|".contains($0) || $0 == "或" || $0 == "和" }) {
      let found = numbers(in: Array(piece))
      if found.isEmpty, piece.contains(where: { !$0.isWhitespace }) { hasRest = true }
      phones += found
    }
    return (phones, hasRest)
  }

  /// A name with numbers beside it: 张三 13800001107, 张三（13800001107）; nil when there is only one of the two.
  static func person(in text: String) -> (name: String, phones: [String])? {
    guard text.utf8.count <= 600 else { return nil }
    let found = phones(in: text).phones
    guard !found.isEmpty else { return nil }
    var name = ""
    for character in text {
      let plain = TextFolding.narrowed(character)
      let isNumeric = plain.isASCII && (plain.isWholeNumber || "-+".contains(plain))
      if isNumeric || "()、,，;；/|:\n".contains(plain) || "（）：".contains(plain) {
        if name.contains(where: { !TextFolding.isIgnored($0) }) { break }
      } else {
        name.append(character)
      }
    }
    for word in [
      "微信同号", "分机", "办公", "固话", "座机", "联系电话", "联系方式", "手机号码", "手机号", "办公电话", "电话", "手机", "姓名", "联系人", "TEL", "Tel",
      "tel",
    ] {
      while let range = name.firstRange(of: word) { name.removeSubrange(range) }
    }
    name = name.trimmingSpaces()
    return name.count >= 2 && name.count <= 30 ? (name, found) : nil
  }

  private static func numbers(in piece: [Character]) -> [String] {
    // Groups of digits with what parts them.
    var groups: [(digits: String, mark: String)] = []
    var digits = ""
    var mark = ""
    var isExtension = false
    var result: [String] = []
    func flush() {
      if !digits.isEmpty { groups.append((digits, mark)) }
      digits = ""
      mark = ""
    }
    for character in piece {
      if character.isASCII, character.isWholeNumber {
        digits.append(character)
      } else if "-() \u{3000}\t+".contains(character) {
        flush()
        if "-()".contains(character) { mark = "-" } else if mark.isEmpty { mark = " " }
      } else if "转分机".contains(character) {
        flush()
        mark = "-"
        isExtension = true
      } else {
        flush()
        mark = "|"
      }
    }
    flush()
    // The country's number, in front of any of them.
    groups = groups.enumerated().filter { index, group in
      !(["86", "086", "0086"].contains(group.digits) && index + 1 < groups.count)
    }.map(\.element)
    for index in groups.indices {
      let digits = groups[index].digits
      for lead in ["0086", "86"] where digits.hasPrefix(lead + "1") && digits.count == lead.count + 11 {
        groups[index].digits = String(digits.dropFirst(lead.count))
      }
    }
    var current = ""
    for group in groups {
      let count = current.filter(\.isWholeNumber).count
      if current.isEmpty || group.mark == "|" || isComplete(current, before: group, isExtension: isExtension) {
        if !current.isEmpty { result.append(current) }
        current = group.digits
      } else if current.hasPrefix("1"), count < 11 {
        current += group.digits
      } else {
        current += "-" + group.digits
      }
    }
    if !current.isEmpty { result.append(current) }
    return result.filter { $0.filter(\.isWholeNumber).count >= 5 }
  }

  /// Whether a number is whole, so that the next group begins another one.
  private static func isComplete(
    _ number: String, before group: (digits: String, mark: String), isExtension: Bool
  ) -> Bool {
    let count = number.filter(\.isWholeNumber).count
    if number.hasPrefix("1"), !number.contains("-") { return count >= 11 }
    if number.hasPrefix("400") || number.hasPrefix("800") { return count >= 10 }
    let isWhole = number.hasPrefix("0") ? count >= 10 : count >= 7
    guard isWhole else { return false }
    // An extension is short and hangs on by a dash.
    return !(group.mark == "-" && group.digits.count <= 5)
  }
}
