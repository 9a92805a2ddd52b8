/// Figures that stand twice in a form and differ, for a person to judge: the metrics of 一 against the analysis of 四, and
/// its income against the finance of the company.
extension FormCheck {
  mutating func checkFigures() {
    let elsewhere = MetricReader(names: limits.names).rows(in: analysis)
    let stated = application.metrics.flatMap { section in section.rows.map { (section.kind, $0) } }
    for (kind, row) in stated {
      guard let key = row.canonical, let value = row.value.flatMap({ DecimalValue($0) }), let unit = row.unit,
        // Several metrics of one name are several things.
        stated.count(where: { $0.1.canonical?.hasSameBytes(as: key) ?? false }) == 1
      else { continue }
      let others = elsewhere.filter { other in
        other.canonical?.hasSameBytes(as: key) ?? false && Self.speakOfOneThing(row, other)
      }
      let amounts = others.compactMap { Self.value(of: $0, in: unit) }
      guard let other = others.first, let amount = amounts.first, amounts.count == others.count,
        amounts.allSatisfy({ $0 == amount }), !Self.isSame(value, amount, isRounded: other.unit != unit),
        !Self.isWithin(row, amount), !Self.isWithin(other, value, in: unit), Self.isComparable(value, amount)
      else { continue }
      note(
        "R07", at: "metrics.\(kind.rawValue)", row.name, value.text + unit,
        (other.value?.text ?? "") + (other.unit ?? ""),
        .analysis, isScale: DecimalValue.isTenThousandTimes(value, amount))
    }
    checkIncome()
  }

  /// The part of 四 that analyses the metrics: figures of the cases before it are about something else.
  private var analysis: String {
    let paragraphs = application.sections.first { $0.number == "4" }?.paragraphs ?? []
    let text = paragraphs.joined(separator: "\n")
    guard let start = text.firstRange(of: "指标") else { return text }
    return String(text[start.lowerBound...])
  }

  private static func value(of metric: Metric, in unit: String) -> DecimalValue? {
    guard let value = metric.value.flatMap({ DecimalValue($0) }), let from = metric.unit else { return nil }
    return UnitConversion.convert(value, from: from, to: unit)
  }

  /// Whether two values are the same; within one in a hundred where one of them was rounded to another unit.
  private static func isSame(_ one: DecimalValue, _ other: DecimalValue, isRounded: Bool) -> Bool {
    if one == other { return true }
    let (low, high) = one < other ? (one, other) : (other, one)
    guard isRounded, low > DecimalValue(0), let most = low.times(101), let large = high.times(100) else { return false }
    return large <= most
  }

  /// Whether `value` keeps the bound that a metric states: 不低于91% and 91.3 %.
  private static func isWithin(_ metric: Metric, _ value: DecimalValue, in unit: String? = nil) -> Bool {
    guard let bound = (unit ?? metric.unit).flatMap({ Self.value(of: metric, in: $0) }) else { return false }
    switch metric.comparator {
    case ">=": return value >= bound
    case "<=": return value <= bound
    case "~": return isSame(value, bound, isRounded: true)
    default: return false
    }
  }

  /// Whether two values can be meant to be one. 29万元 in a year and 3000元 each time are not; but 万 for one may be a slip.
  private static func isComparable(_ one: DecimalValue, _ other: DecimalValue) -> Bool {
    let (low, high) = one < other ? (one, other) : (other, one)
    guard low > DecimalValue(0), let limit = low.times(20) else { return true }
    return high <= limit || DecimalValue.isTenThousandTimes(one, other)
  }

  /// Whether two wordings name one thing: one is within the other.
  private static func speakOfOneThing(_ one: Metric, _ other: Metric) -> Bool {
    let a = TextFolding.bareKey(String(one.name.prefix(100)))
    let b = TextFolding.bareKey(String(other.name.prefix(100)))
    return !a.isEmpty && !b.isEmpty && (a.contains(b) || b.contains(a))
  }

  private mutating func note(
    _ rule: String, at path: String, _ name: String, _ here: String, _ there: String, _ place: FormFact.FigurePlace,
    isScale: Bool
  ) {
    if isScale {
      add(rule, .human, at: path, .scaleSuspect(value: here, other: there))
    } else {
      add(rule, .human, at: path, .figureDiffers(name: name, here: here, there: there, place: place))
    }
  }

  /// 当年主营业务收入 of the metrics against the last year of the finance rows.
  private mutating func checkIncome() {
    guard let last = application.company.finance.max(by: { $0.year < $1.year }), let income = last.revenue,
      let revenue = DecimalValue(income)
    else { return }
    for row in application.section(.economic).rows where row.canonical?.hasSameBytes(as: "revenue") ?? false {
      guard row.period.map({ $0.hasPrefix("\(last.year)年") && !$0.contains("月") }) ?? true,
        let money = Self.value(of: row, in: "万元"), !Self.isSame(money, revenue, isRounded: true)
      else { continue }
      note(
        "R24", at: "metrics.economic", row.name, money.text + "万元", income.text + "万元", .finance,
        isScale: DecimalValue.isTenThousandTimes(money, revenue))
    }
  }
}
