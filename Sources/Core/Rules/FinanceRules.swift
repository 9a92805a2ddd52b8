/// R24: three years of debt ratio, income and profit.
extension FormCheck {
  mutating func checkFinance() {
    let founded = application.company.registeredOn.flatMap { CalendarDate($0) }?.year
    for year in financialYears {
      let path = "company.finance.\(year)."
      let entry = application.company.finance.first { $0.year == year }
      let cells = [("debtRatio", entry?.debtRatio), ("revenue", entry?.revenue), ("profit", entry?.profit)]
      let blanks = cells.filter { $0.1 == nil && unread(path + $0.0) == nil }
      if blanks.count == 3, let founded, year < founded {
        add("R24", .information, at: "company.finance.\(year)", .beforeFoundation(year: year))
      } else {
        for (name, value) in cells where value == nil { requireRead("R24", at: path + name) }
      }
      if let entry { checkYear(entry, path) }
    }
    checkScale()
  }

  /// The three years that the form prints, found in the records; of a form without any, the three before the call.
  private var financialYears: [Int] {
    let printed = [program.year - 3, program.year - 2, program.year - 1]
    return printed + application.company.finance.map(\.year).filter { !printed.contains($0) }
  }

  private mutating func checkYear(_ entry: Company.FinancialYear, _ path: String) {
    if let ratio = entry.debtRatio, let value = DecimalValue(ratio) {
      if value < DecimalValue(0) || value > DecimalValue(100) {
        add("R24", .human, at: path + "debtRatio", .ratioOutOfRange(ratio.text))
      }
    }
    guard let income = entry.revenue, let revenue = DecimalValue(income) else { return }
    if revenue < DecimalValue(0) { add("R24", at: path + "revenue", .incomeNegative(income.text)) }
    guard let gain = entry.profit, let profit = DecimalValue(gain), revenue >= DecimalValue(0) else { return }
    let size = profit < DecimalValue(0) ? profit.negated ?? profit : profit
    if size > revenue {
      add("R24", .human, at: path + "profit", .profitAboveIncome(profit: gain.text, income: income.text))
    }
  }

  /// Income of one year that is a thousand times another's was written in another unit, or else deserves a look.
  private mutating func checkScale() {
    let years = application.company.finance.compactMap { entry -> (year: Int, value: DecimalValue)? in
      guard let value = entry.revenue.flatMap({ DecimalValue($0) }), value > DecimalValue(0) else { return nil }
      return (entry.year, value)
    }
    guard let low = years.min(by: { $0.value < $1.value }), let high = years.max(by: { $0.value < $1.value }) else {
      return
    }
    if let limit = low.value.times(1000), high.value > limit {
      add(
        "R24", .human, at: "company.finance.\(high.year).revenue",
        .scaleSuspect(value: high.value.text, other: low.value.text))
    }
  }
}

extension DecimalValue {
  /// Whether one of two positive values is about ten thousand times the other: 万元 taken for 元, or the other way.
  static func isTenThousandTimes(_ one: DecimalValue, _ other: DecimalValue) -> Bool {
    let (low, high) = one < other ? (one, other) : (other, one)
    guard low > DecimalValue(0), let from = low.times(5000), let to = low.times(20000) else { return false }
    return high >= from && high <= to
  }
}
