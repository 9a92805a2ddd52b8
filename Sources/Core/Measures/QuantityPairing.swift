/// Puts single numbers together to changes (由A降至B) and ranges (3至5秒), and notes the verbs beside them.
struct QuantityPairing {
  let scan: QuantityScan

  func quantities() -> [Quantity] {
    var found: [Quantity] = []
    var index = 0
    let items = scan.items
    while index < items.count {
      let item = items[index]
      let next = index + 1 < items.count ? items[index + 1] : nil
      if let next, let change = change(from: item, to: next) {
        found.append(change)
        index += 2
      } else if let next, isRange(item, next) {
        found.append(range(item, next))
        index += 2
      } else {
        found.append(single(item))
        index += 1
      }
    }
    return found
  }

  private func single(_ item: QuantityScan.Item) -> Quantity {
    Quantity(
      amount: item.amount, lower: nil, baseline: nil, comparator: item.comparator,
      change: verb(before: item.outerStart),
      isChinese: item.isChinese, isInBrackets: item.isInBrackets, start: item.range.lowerBound, length: item.range.count
    )
  }

  // MARK: - Changes

  private static let upVerbs = [
    "提高", "提升", "增加", "增长", "增", "上升", "延长", "扩大", "升", "提", "扩", "扩展", "扩容", "改善", "新增", "增至", "涨", "增收", "创收", "增效",
  ]
  private static let downVerbs = [
    "降低", "下降", "减少", "缩短", "压缩", "缩减", "降", "减", "缩", "缩小", "节约", "节省", "压减", "回落", "精简", "下调", "压降", "减排", "节能", "节电",
    "节水", "少产生", "避免", "挽回",
  ]
  private static let neutralVerbs = ["变", "改", "调整", "转", "达", "发展"]
  private static let goals = ["至", "到", "为", "成", "→", "->", "了", "达"]

  private func change(from first: QuantityScan.Item, to second: QuantityScan.Item) -> Quantity? {
    guard first.range.upperBound <= second.range.lowerBound, first.isInBrackets == second.isInBrackets else {
      return nil
    }
    let gap = String(scan.characters[first.range.upperBound..<second.range.lowerBound])
    guard gap.count <= 16, !gap.contains(where: { "，,。；;、(\n".contains($0) }) else { return nil }
    // The two must be of one kind: 由17人减至7人, not 由17人增加3台.
    guard first.unit.isEmpty || MeasureUnit.areComparable(first.unit, second.unit) else { return nil }
    let origin = hasOrigin(before: first.outerStart)
    let up = Self.upVerbs.contains(where: gap.contains)
    let down = Self.downVerbs.contains(where: gap.contains)
    let hasVerb = up || down || Self.neutralVerbs.contains(where: gap.contains)
    let hasGoal = Self.goals.contains(where: gap.contains)
    let hasArrow = gap.contains("→") || gap.contains("->")
    guard hasGoal, hasArrow || (origin && (hasVerb || gap.contains("至") || gap.contains("到"))) || (up || down) else {
      return nil
    }
    var scale = first.scale
    if first.unit.isEmpty, first.scale.isEmpty { scale = second.scale }
    let baseline = Quantity.Amount(
      value: first.value, scale: scale, unit: first.unit.isEmpty ? second.unit : first.unit)
    return Quantity(
      amount: second.amount, lower: nil, baseline: baseline, comparator: second.comparator,
      change: up == down ? nil : up ? .up : .down,
      isChinese: second.isChinese && first.isChinese, isInBrackets: second.isInBrackets, start: first.range.lowerBound,
      length: second.range.upperBound - first.range.lowerBound)
  }

  /// Whether 由, 从 or 原 stands before the first number, in the same clause.
  private func hasOrigin(before place: Int) -> Bool {
    var at = place - 1
    while at >= 0, place - at <= 14 {
      let character = scan.characters[at]
      if "由从自原".contains(character) { return true }
      if "，,。；;、\n".contains(character) { return false }
      at -= 1
    }
    return false
  }

  // MARK: - Ranges

  private func isRange(_ first: QuantityScan.Item, _ second: QuantityScan.Item) -> Bool {
    guard first.outerEnd <= second.range.lowerBound else { return false }
    let gap = scan.characters[first.outerEnd..<second.range.lowerBound].filter { $0 != " " }
    guard gap.count == 1 || gap.count == 2, gap.allSatisfy({ "-~至到".contains($0) }) else { return false }
    return (first.unit.isEmpty && first.scale.isEmpty) || (first.unit == second.unit && first.scale == second.scale)
      || (first.unit.isEmpty && first.scale == second.scale)
  }

  private func range(_ first: QuantityScan.Item, _ second: QuantityScan.Item) -> Quantity {
    Quantity(
      amount: second.amount, lower: first.value, baseline: nil, comparator: second.comparator ?? first.comparator,
      change: verb(before: first.outerStart), isChinese: second.isChinese, isInBrackets: second.isInBrackets,
      start: first.range.lowerBound, length: second.range.upperBound - first.range.lowerBound)
  }

  /// The direction of a verb that ends just before `place`, or stands in the clause before it.
  private func verb(before place: Int) -> Quantity.Change? {
    var start = place
    while start > 0, place - start < 24, !"，,。；;、\n".contains(scan.characters[start - 1]) { start -= 1 }
    let clause = String(scan.characters[start..<place])
    var best: (end: String.Index, change: Quantity.Change)?
    for (verbs, change) in [(Self.upVerbs, Quantity.Change.up), (Self.downVerbs, .down)] {
      for verb in verbs where verb.count > 1 || clause.hasSuffix(verb) {
        guard let range = clause.ranges(of: verb).last else { continue }
        if best.map({ range.upperBound > $0.end }) ?? true { best = (range.upperBound, change) }
      }
    }
    return best?.change
  }
}

extension MeasureUnit {
  /// Whether two spellings measure the same thing.
  static func areComparable(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard let a = all[first], let b = all[second] else { return false }
    switch a.dimension {
    case .count, .other, .score: return false
    default: return a.dimension == b.dimension
    }
  }
}
