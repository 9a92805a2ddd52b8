/// Words around a number that make it a bound.
enum QuantityWords {
  /// Longer words first, because 不大于 ends in 大于.
  private static let before = boundsBefore.sorted { $0.word.count > $1.word.count }
  private static let boundsBefore: [(word: String, meaning: Quantity.Comparator)] = [
    ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast), ("大于等于", .atLeast), ("大于或等于", .atLeast), ("大于", .atLeast),
    ("超过了", .atLeast), ("超过", .atLeast), ("高于", .atLeast), ("多于", .atLeast), ("优于", .atLeast), ("至少", .atLeast),
    ("突破", .atLeast), ("超", .atLeast),
    ("逾", .atLeast), ("大于或等于", .atLeast), ("不下于", .atLeast), ("不下", .atLeast), ("不短于", .atLeast), ("不差于", .atLeast),
    ("最少", .atLeast), ("达到或超过", .atLeast), ("≥", .atLeast), (">=", .atLeast), (">", .atLeast), ("不超过", .atMost),
    ("不大于", .atMost), ("不高于", .atMost),
    ("不多于", .atMost),
    ("小于等于", .atMost), ("小于或等于", .atMost), ("小于", .atMost), ("低于", .atMost), ("少于", .atMost), ("不足", .atMost),
    ("不到", .atMost),
    ("不超", .atMost), ("至多", .atMost), ("不多于", .atMost), ("不长于", .atMost), ("短于", .atMost), ("不大於", .atMost),
    ("≤", .atMost),
    ("<=", .atMost), ("<", .atMost), ("最多", .atMost), ("大约", .about), ("约为", .about), ("约", .about),
    ("接近", .about),
    ("将近", .about), ("大致", .about), ("大概", .about), ("估计", .about), ("约合", .about), ("约计", .about), ("近", .about),
    ("≈", .about),
  ]
  private static let after: [(word: String, meaning: Quantity.Comparator)] = [
    ("(含)以上", .atLeast), ("(含)以下", .atMost), ("及以内", .atMost), ("有余", .about), ("许", .about), ("及以上", .atLeast),
    ("以上", .atLeast), ("及以下", .atMost), ("以下", .atMost), ("以内", .atMost), ("之内", .atMost),
    ("左右", .about), ("上下", .about),
  ]

  /// Widens an item by the words of a bound beside it.
  static func addBounds(to item: inout QuantityScan.Item, in scan: QuantityScan) {
    var start = item.range.lowerBound
    while scan.character(start - 1) == " " { start -= 1 }
    // 不高于每班0.7次.
    if let per = (2...4).first(where: { scan.character(start - $0) == "每" }) { start -= per }
    let isTolerance = scan.character(start - 1) == "±"
    if isTolerance {
      start -= 1
      item.outerStart = start
    }
    if let found = before.first(where: { scan.starts($0.word, at: start - $0.word.count) }),
      !isPartOfAWord(found.word, endingAt: start, in: scan)
    {
      item.outerStart = start - found.word.count
      item.comparator = found.meaning
      // An accuracy or a delay that is better than a figure is below it.
      let isFine = [.length, .time].contains(MeasureUnit.named(item.unit)?.dimension ?? .other)
      if found.word == "优于", isFine || isTolerance { item.comparator = .atMost }
    }
    let end = item.range.upperBound
    if let found = after.first(where: { scan.starts($0.word, at: end) }) {
      item.outerEnd = end + found.word.count
      item.comparator = found.meaning
    } else if let next = scan.character(end), "余多".contains(next), !item.unit.isEmpty {
      item.outerEnd = end + 1
      item.comparator = .about
    } else if scan.character(end) == "内", MeasureUnit.named(item.unit)?.dimension == .time, item.comparator == nil {
      item.outerEnd = end + 1
      item.comparator = .atMost
    }
  }

  /// 节约 and 预约 say nothing about the number behind them, nor does 附近.
  private static func isPartOfAWord(_ word: String, endingAt end: Int, in scan: QuantityScan) -> Bool {
    guard let before = scan.character(end - word.count - 1) else { return false }
    switch word {
    case "约": return "节集履简预合契特制".contains(before)
    case "近": return "附靠邻最临贴".contains(before)
    case "超": return "赶反".contains(before)
    case "不下": return "居放".contains(before)
    case "至多": return before == "甚"
    // An arrow is no bound.
    case ">": return before == "-" || before == "="
    default: return false
    }
  }
}
