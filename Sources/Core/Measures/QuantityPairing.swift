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
      let previousEnd = index > 0 ? items[index - 1].range.upperBound : 0
      let verb = VerbOfChange(scan, before: item, from: previousEnd)
      if let next, isRange(item, next), !isMoveWithinRange(item, next, verb) {
        found.append(range(item, next, verb))
        index += 2
      } else if let next, let change = change(from: item, to: next, verb) {
        found.append(change)
        index += 2
      } else if let next, isFormer(next, behind: item) {
        found.append(pair(item, baseline: next, verb: nil, start: item.range.lowerBound, end: next.range.upperBound))
        index += 2
      } else {
        found.append(single(item, verb))
        index += 1
      }
    }
    return found
  }

  private func single(_ item: QuantityScan.Item, _ verb: VerbOfChange) -> Quantity {
    Quantity(
      amount: item.amount, lower: item.lower, baseline: nil, comparator: item.comparator,
      change: item.change ?? verb.change, isDifference: item.change != nil || verb.isDifference, basis: verb.basis,
      isChinese: item.isChinese, isInBrackets: item.isInBrackets, start: item.range.lowerBound, length: item.range.count
    )
  }

  // MARK: - Changes

  private static let neutralVerbs = ["变", "改", "调整", "转", "达", "发展", "压", "优化"]
  private static let goals = ["至", "到", "为", "成", "了", "达"]
  private static let arrows = ["→", "->", "=>", "⇒", "➔", "➡", "⟶", "―>"]
  private static let origins = [
    "原来", "原先", "原", "改造前", "实施前", "建设前", "上线前", "投用前", "应用前", "使用前", "项目前", "此前", "之前", "以前", "过去", "传统", "前",
  ]
  private static let presents = [
    "现在", "现", "目前", "如今", "改造后", "实施后", "建设后", "上线后", "投用后", "应用后", "使用后", "项目后", "今", "后",
  ]

  private func change(from first: QuantityScan.Item, to second: QuantityScan.Item, _ verb: VerbOfChange) -> Quantity? {
    guard first.range.upperBound <= second.range.lowerBound, first.isInBrackets == second.isInBrackets,
      second.range.lowerBound - first.range.upperBound <= 16, first.lower == nil
    else { return nil }
    let gap = String(scan.characters[first.range.upperBound..<second.range.lowerBound])
    // The two must be of one kind: 由17人减至7人, not 由17人增加3台.
    guard first.unit.isEmpty || MeasureUnit.areComparable(first.unit, second.unit) else { return nil }
    let up = VerbOfChange.ups.contains(where: gap.contains)
    let down = VerbOfChange.downs.contains(where: gap.contains)
    let words = up == down ? nil : up ? Quantity.Change.up : .down
    if isPresentAfterOrigin(first, gap) {
      return pair(second, baseline: first, verb: words, start: first.range.lowerBound, end: second.range.upperBound)
    }
    guard !gap.contains(where: { ",。；;、(\n".contains($0) }) else { return nil }
    let bare = gap.filter { $0 != " " }
    let hasArrow = Self.arrows.contains { bare.hasPrefix($0) || bare.hasSuffix($0) }
    let origin = hasOrigin(before: first.outerStart)
    let hasVerb = up || down || Self.neutralVerbs.contains(where: gap.contains)
    let hasGoal = Self.goals.contains(where: gap.contains)
    let hasTo = gap.contains("至") || gap.contains("到")
    let isMoved = verb.change != nil && ["至", "到"].contains(bare)
    guard hasArrow || hasGoal && ((origin && (hasVerb || hasTo)) || up || down || isMoved) else { return nil }
    return pair(
      second, baseline: first, verb: words ?? (isMoved ? verb.change : nil), start: first.range.lowerBound,
      end: second.range.upperBound)
  }

  private func pair(
    _ item: QuantityScan.Item, baseline: QuantityScan.Item, verb: Quantity.Change?, start: Int, end: Int
  ) -> Quantity {
    var scale = baseline.scale
    if baseline.unit.isEmpty, baseline.scale.isEmpty { scale = item.scale }
    let former = Quantity.Amount(
      value: baseline.value, scale: scale, unit: baseline.unit.isEmpty ? item.unit : baseline.unit)
    return Quantity(
      amount: item.amount, lower: nil, baseline: former, comparator: item.comparator, change: verb, isDifference: false,
      basis: nil, isChinese: item.isChinese && baseline.isChinese, isInBrackets: item.isInBrackets, start: start,
      length: end - start)
  }

  /// Whether 由, 从 or 原 stands before the first number, in the same clause.
  private func hasOrigin(before place: Int) -> Bool {
    var at = place - 1
    while at >= 0, place - at <= 14 {
      let character = scan.characters[at]
      if "由从自原".contains(character) { return true }
      if ",。；;、\n".contains(character) { return false }
      at -= 1
    }
    return scan.starts("改造前", at: place - 3) || scan.starts("实施前", at: place - 3)
  }

  /// 原需12人，现仅需5人; 改造前3.2%、改造后0.8%.
  private func isPresentAfterOrigin(_ first: QuantityScan.Item, _ gap: String) -> Bool {
    guard gap.count(where: { ",、;；".contains($0) }) <= 1, !gap.contains(where: { "。(\n".contains($0) }) else {
      return false
    }
    let rest = gap.drop { ",、;； ".contains($0) }
    guard Self.presents.contains(where: rest.hasPrefix) || ["变为", "降为"].contains(where: rest.hasPrefix) else {
      return false
    }
    var start = first.outerStart
    while start > 0, first.outerStart - start < 14, !",。；;、\n".contains(scan.characters[start - 1]) { start -= 1 }
    let before = String(scan.characters[start..<first.outerStart])
    return Self.origins.contains(where: before.contains)
  }

  /// The former value in brackets behind: 1.3%（原4.6%）.
  private func isFormer(_ next: QuantityScan.Item, behind item: QuantityScan.Item) -> Bool {
    guard next.isInBrackets, !item.isInBrackets, next.outerStart - item.range.upperBound <= 12,
      next.outerStart >= item.range.upperBound, next.unit.isEmpty || MeasureUnit.areComparable(next.unit, item.unit)
    else { return false }
    let gap = String(scan.characters[item.range.upperBound..<next.outerStart])
    guard gap.hasPrefix("(") || gap.hasPrefix("以上(") || gap.hasPrefix("以内(") || gap.hasPrefix("左右(") else {
      return false
    }
    guard let after = scan.character(next.outerEnd), ")/".contains(after) else { return false }
    let words = ["原", "改造前", "实施前", "项目前", "此前", "之前", "上年", "上线前", "建设前", "投用前", "应用前", "改前", "去年", "基期", "基准"]
    return words.contains(where: gap.contains)
  }

  // MARK: - Ranges

  private func isRange(_ first: QuantityScan.Item, _ second: QuantityScan.Item) -> Bool {
    guard first.outerEnd <= second.range.lowerBound, second.outerStart >= first.range.upperBound else { return false }
    let gap = scan.characters[first.outerEnd..<second.range.lowerBound].filter { $0 != " " }
    guard gap.count == 1 || gap.count == 2, gap.allSatisfy({ "-~至到".contains($0) }) else { return false }
    let hasOneKind =
      (first.unit.isEmpty && first.scale.isEmpty) || (first.unit == second.unit && first.scale == second.scale)
      || (first.unit.isEmpty && first.scale == second.scale)
    guard hasOneKind, first.lower == nil, second.lower == nil else { return false }
    // 由A至B is a change, unless the words say that everything between is meant.
    guard hasOrigin(before: first.outerStart), gap.contains("至") || gap.contains("到") else { return true }
    return ["之间", "不等", "可调", "区间", "范围"].contains { scan.starts($0, at: second.outerEnd) }
  }

  /// 降低次品率3.2%至0.8% says where it went; 降低20%至30% says by how much.
  private func isMoveWithinRange(_ first: QuantityScan.Item, _ second: QuantityScan.Item, _ verb: VerbOfChange) -> Bool
  {
    let gap = scan.characters[first.outerEnd..<second.range.lowerBound].filter { $0 != " " }
    guard let change = verb.change, gap.elementsEqual("至") || gap.elementsEqual("到") else { return false }
    let goesDown = second.value < first.value
    return change == .down ? goesDown : !goesDown && verb.hasRateAsObject
  }

  private func range(_ first: QuantityScan.Item, _ second: QuantityScan.Item, _ verb: VerbOfChange) -> Quantity {
    Quantity(
      amount: second.amount, lower: first.value, baseline: nil, comparator: second.comparator ?? first.comparator,
      change: verb.change, isDifference: verb.isDifference, basis: verb.basis, isChinese: second.isChinese,
      isInBrackets: second.isInBrackets, start: first.range.lowerBound,
      length: second.range.upperBound - first.range.lowerBound)
  }
}

extension MeasureUnit {
  /// Whether two spellings measure the same thing.
  static func areComparable(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    guard let a = all[first], let b = all[second] else { return UnitConversion.quotient(first, second) != nil }
    switch a.dimension {
    case .count, .other, .score: return false
    default: return a.dimension == b.dimension
    }
  }
}
