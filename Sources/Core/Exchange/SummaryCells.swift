/// Reads the single cells of a summary table (附件3).
enum SummaryCells {
  /// 序号 as a number: 1, 1.0, (1), 一, ①.
  static func seq(_ text: String) -> Int? {
    let key = TextFolding.bareKey(String((SheetNumber.plain(String(text.prefix(40))) ?? text).prefix(40)))
    guard !key.isEmpty, key.count <= 6 else { return nil }
    if key.allSatisfy({ $0.isASCII && $0.isWholeNumber }) { return Int(key) }
    if key.count == 1, let number = key.first?.wholeNumberValue { return number }
    let digits = key.filter { $0 != "第" && $0 != "号" && $0 != "项" }
    if let section = ChineseNumber.section(Array(digits)[...]), section.length == digits.count,
      section.value.places == 0
    {
      return section.value.mantissa
    }
    return nil
  }

  /// Money in 万元; the second value says why there is none.
  static func investment(_ cell: SheetGrid.Cell, unit: String) -> (DecimalValue?, String?) {
    if let problem = cell.problem { return (nil, problem) }
    var text = SheetNumber.plain(cell.reading) ?? cell.reading
    // 一千二百 alone is prose to the quantity reader; in this column it is an amount.
    let key = TextFolding.key(String(text.prefix(40)))
    if !key.isEmpty, key.allSatisfy({ ChineseNumber.isNumeral($0) || "点万亿".contains($0) }), key.count >= 2 {
      text = key + (key.last == "万" || key.last == "亿" ? "元" : unit)
    }
    switch AmountReader.money(text, unit: unit) {
    case .value(let value): return (value, nil)
    case .none: return (nil, nil)
    case .unreadable(let why): return (nil, why)
    }
  }

  // MARK: - 联系人及电话

  private static let labels = [
    "联系人及电话", "联系人", "联络人", "负责人", "联系电话", "联系方式", "办公电话", "固定电话", "手机号码", "手机号", "手机", "电话", "座机",
    "办公室", "办公", "姓名", "微信同号", "传真", "tel", "mobile", "phone", "号码", "转",
  ]

  /// The names and telephone numbers of a cell, in whatever order they stand.
  static func contact(_ text: String) -> (name: String?, phones: [String]) {
    if AmountReader.isNothing(text) { return (nil, []) }
    let plain = String(text.prefix(600).map(TextFolding.narrowed))
    var phones: [String] = []
    for line in plain.split(whereSeparator: \.isNewline) {
      let number = SheetNumber.plain(String(line)) ?? String(line)
      for phone in PhoneReader.phones(in: String(number)).phones where !phones.contains(phone) { phones.append(phone) }
    }
    var words = ""
    for piece in plain.split(whereSeparator: { $0.isWhitespace }) where !piece.contains("@") { words += piece + " " }
    for label in labels { words = replacing(label, in: words) }
    var names: [String] = []
    for piece in words.split(whereSeparator: { "/、,;|:：·\n。+".contains($0) || ($0.isNumber && $0.isASCII) }) {
      names += Self.names(in: piece)
    }
    return (names.isEmpty ? nil : names.joined(separator: "、"), phones)
  }

  /// 孟 昭 桐 is one name, 张三 李四 are two.
  private static func names(in piece: some StringProtocol) -> [String] {
    let words = piece.split(separator: " ").map { word in
      String(word.drop { "-()_~".contains($0) }.reversed().drop { "-(_~".contains($0) }.reversed())
    }.filter { word in word.contains { $0.isLetter } }
    if words.count > 1, words.allSatisfy({ $0.count == 1 }) { return [words.joined()] }
    return words.map { word in
      // A closing bracket without its opening one was part of a number.
      word.contains(")") && !word.contains("(") ? word.filter { $0 != ")" } : word
    }
  }

  private static func replacing(_ label: String, in text: String) -> String {
    var text = text
    var rounds = 0
    while rounds < 20 {
      guard let range = TextFolding.small(text).firstRange(of: label) else { return text }
      // Folding is character for character, so distances stay.
      let small = TextFolding.small(text)
      let start = small.distance(from: small.startIndex, to: range.lowerBound)
      var letters = Array(text)
      letters.replaceSubrange(start..<start + label.count, with: [" "])
      text = String(letters)
      rounds += 1
    }
    return text
  }

  // MARK: - 所属典型场景支持范围及项目内容简述

  /// The scenarios that a cell with scope and summary names before its summary.
  static func scope(_ text: String, _ reader: ScenarioReader) -> ScenarioReader.Reading {
    var rest = Array(String(text.prefix(1500)))[...]
    // 所属范围：生产单元模拟；项目内容：…
    for _ in 0..<2 {
      guard let end = rest.firstIndex(where: { ":：\n".contains($0) }) else { break }
      let head = rest[..<end]
      let key = TextFolding.bareKey(String(head))
      let isLabel = key.count <= 24 && ["范围", "场景", "类别", "所属"].contains { key.contains($0) }
      let reading = head.count <= 120 ? reader.read(String(head)) : ScenarioReader.Reading()
      if !reading.codes.isEmpty { return reading }
      guard isLabel || key.isEmpty else { break }
      rest = rest[(end + 1)...]
      // The label's words go to the next mark.
      let value = rest.prefix { !"；;。\n".contains($0) }
      let valueReading = value.count <= 120 ? reader.read(String(value)) : ScenarioReader.Reading()
      if !valueReading.codes.isEmpty { return valueReading }
    }
    // No mark between scope and summary: only names count, and only in the first sentence.
    let sentence = rest.prefix(160).prefix { $0 != "。" }
    var reading = reader.read(String(sentence))
    reading.others = []
    return reading
  }
}
