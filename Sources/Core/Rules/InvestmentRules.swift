/// R40: what was spent, on what, and where it came from; all in 万元.
extension FormCheck {
  mutating func checkInvestment() {
    let money = application.investment
    let parts = [("direct", money.direct), ("intangible", money.intangible), ("other", money.other)]
    let amounts = [("total", money.total)] + parts
    let known = amounts.compactMap { name, number in
      number.flatMap { DecimalValue($0) }.map { (name: name, value: $0) }
    }
    guard !known.isEmpty else {
      add("R40", .human, at: "investment.total", .investmentUnknown)
      return
    }
    if known.allSatisfy({ $0.value == DecimalValue(0) }) {
      add("R40", at: "investment.total", .amountNotPositive("0"))
    }
    for (name, value) in known where value < DecimalValue(0) {
      add("R40", at: "investment.\(name)", .amountNotPositive(value.text))
    }
    guard let total = money.total.flatMap({ DecimalValue($0) }) else { return }
    let values = parts.compactMap { $0.1.flatMap { DecimalValue($0) } }
    if values.count == 3 { compare(values, with: total, at: "investment.total") }
    let sources = money.sources.compactMap { $0.amount.flatMap { DecimalValue($0) } }
    if !sources.isEmpty, sources.count == money.sources.count {
      compare(sources, with: total, at: "investment.sources")
    }
    for (name, number) in parts {
      let items = money.items.filter { $0.category == name }
      let values = items.compactMap { $0.amount.flatMap { DecimalValue($0) } }
      guard !items.isEmpty, values.count == items.count, let part = number.flatMap({ DecimalValue($0) }),
        let sum = Self.sum(values), Self.differs(sum, part)
      else { continue }
      add("R40", .human, at: "investment.items", .itemsDiffer(sum: sum.text, total: part.text))
    }
  }

  private mutating func compare(_ values: [DecimalValue], with total: DecimalValue, at path: String) {
    guard let sum = Self.sum(values), Self.differs(sum, total) else { return }
    add("R40", at: path, .sumDiffers(sum: sum.text, total: total.text))
    if DecimalValue.isTenThousandTimes(sum, total) {
      add("R40", .human, at: path, .scaleSuspect(value: total.text, other: sum.text))
    }
  }

  private static func sum(_ values: [DecimalValue]) -> DecimalValue? {
    values.reduce(DecimalValue(0)) { sum, value in sum?.plus(value) }
  }

  /// Whether two amounts are more than 0.01万元 apart.
  static func differs(_ one: DecimalValue, _ other: DecimalValue) -> Bool {
    guard let gap = other.negated.flatMap({ one.plus($0) }), let hair = DecimalValue(mantissa: 1, places: 2) else {
      return one != other
    }
    return gap > hair || gap < hair.negated ?? hair
  }
}
