/// The words around one quantity that say what it measures.
struct MetricClause {
  let characters: [Character]
  /// Where the words about this quantity begin.
  let start: Int
  /// Words between ``start`` and the quantity.
  let before: String
  /// Words behind the quantity up to the next punctuation or quantity.
  let behind: String
  /// Whether no other quantity outside brackets stands in the same clause.
  let isAlone: Bool
  /// Whether the clause only says what was assumed: 按年建造42条船计.
  let isAssumption: Bool
  /// Whether another quantity follows in the same clause with nothing but words between.
  let runsIntoNext: Bool
  /// Whether an Arabic quantity stands in the same clause.
  let hasArabic: Bool
  /// The period that the sentence names, such as `2021年`.
  let period: String?

  private static let strongEnds: Set<Character> = ["。", "；", ";", "，", ",", "！", "？", "\n", "：", ":"]

  init(_ characters: [Character], _ quantities: [Quantity], _ index: Int, after previous: Quantity?) {
    self.characters = characters
    let quantity = quantities[index]
    var clauseStart = quantity.start
    while clauseStart > 0 {
      if Self.isEnd(characters, clauseStart - 1, quantities) {
        // 纳税总额：1530万元 names what it measures in front of the colon.
        let isColon = "：:".contains(characters[clauseStart - 1])
        let words = String(characters[clauseStart..<quantity.start])
        guard isColon, MetricNaming.subject(of: words).isEmpty else { break }
      }
      clauseStart -= 1
    }
    var start = clauseStart
    if let previous, previous.end > start, previous.end <= quantity.start { start = previous.end }
    // What closes the words before: 以上、, 左右，.
    start = Self.skippingRest(characters, from: start, to: quantity.start, isAfterQuantity: start != clauseStart)
    self.start = start
    before = String(characters[start..<quantity.start])
    var end = quantity.end
    let next = index + 1 < quantities.count ? quantities[index + 1].start : characters.count
    while end < next, !Self.strongEnds.contains(characters[end]), !"、（(".contains(characters[end]) { end += 1 }
    behind = String(characters[quantity.end..<end])
    runsIntoNext = end == next && next < characters.count
    var clauseEnd = quantity.end
    while clauseEnd < characters.count, !Self.isEnd(characters, clauseEnd, quantities) { clauseEnd += 1 }
    let whole = String(characters[clauseStart..<clauseEnd]).trimmingSpaces()
    isAssumption =
      ["按", "以"].contains(where: whole.hasPrefix)
      && ["计", "测算", "计算", "折算", "估算", "推算"].contains(where: whole.hasSuffix)
    let others = quantities.enumerated().filter { other in
      other.offset != index && other.element.start >= clauseStart && other.element.end <= clauseEnd
        && !other.element.isInBrackets
    }
    isAlone = quantity.isInBrackets ? Self.isOnlyInBrackets(characters, quantities, quantity) : others.isEmpty
    hasArabic = others.contains { !$0.element.isChinese }
    period = Self.period(characters, before: quantity.start)
  }

  /// Whether a punctuation mark ends a clause; one inside a quantity (12,860) does not.
  private static func isEnd(_ characters: [Character], _ place: Int, _ quantities: [Quantity]) -> Bool {
    guard strongEnds.contains(characters[place]) else { return false }
    return !quantities.contains { $0.start < place && place < $0.end }
  }

  /// Whether the clause around the brackets has no quantity of its own: 定位精度（≤5cm）.
  private static func isOnlyInBrackets(
    _ characters: [Character], _ quantities: [Quantity], _ quantity: Quantity
  ) -> Bool {
    var open = quantity.start
    while open > 0, !"（(".contains(characters[open - 1]) { open -= 1 }
    var start = max(0, open - 1)
    while start > 0, !isEnd(characters, start - 1, quantities) { start -= 1 }
    var end = quantity.end
    while end < characters.count, !"）)".contains(characters[end]) { end += 1 }
    var after = end
    while after < characters.count, !isEnd(characters, after, quantities) { after += 1 }
    return !quantities.contains {
      !$0.isInBrackets && (($0.start >= start && $0.end <= open) || ($0.start >= end && $0.end <= after))
    } && quantities.first { $0.isInBrackets && $0.start >= open && $0.end <= end }?.start == quantity.start
  }

  private static func skippingRest(_ characters: [Character], from: Int, to: Int, isAfterQuantity: Bool) -> Int {
    var start = from
    if isAfterQuantity {
      // The words behind the former quantity belong to it, up to the mark that divides.
      var isDivided = false
      if let mark = (start..<to).last(where: { "、，,；;及和与".contains(characters[$0]) && !"及和与".contains(characters[$0]) })
      {
        start = mark + 1
        isDivided = true
      }
      while !isDivided, start < to, "以上左右内余多".contains(characters[start]) { start += 1 }
    }
    while start < to, characters[start].isWhitespace || "、，,和及与）)".contains(characters[start]) { start += 1 }
    return start
  }

  private static func period(_ characters: [Character], before place: Int) -> String? {
    var start = place
    while start > 0, !"。；;！？\n".contains(characters[start - 1]) { start -= 1 }
    let sentence = Array(characters[start..<place])
    var found: String?
    for index in sentence.indices where sentence[index] == "年" && index >= 4 {
      let year = String(sentence[(index - 4)..<index].map(TextFolding.narrowed))
      if let number = Int(year), (1990...2100).contains(number) { found = "\(number)年" }
    }
    if found == nil, String(sentence).contains("当年") { return "当年" }
    return found
  }

  /// The unit that the words in front give in brackets: 净利润（万元）：1500.
  var labelledUnit: String? {
    var words = Substring(before)
    while let last = words.last, "：: 为达到=".contains(last) { words = words.dropLast() }
    guard let last = words.last, "）)".contains(last), let open = words.lastIndex(where: { "（(".contains($0) }) else {
      return nil
    }
    let unit = String(words[words.index(after: open)...].dropLast())
    return MeasureUnit.named(UnitConversion.base(of: unit).unit) == nil ? nil : unit
  }
}
