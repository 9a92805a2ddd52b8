/// Which quantities of a metric cell state a metric: not sizes in names, restated changes or asides.
enum MetricFilter {
  static func isMetric(_ quantity: Quantity, in clause: MetricClause, previous: Metric?) -> Bool {
    if quantity.isInBrackets, !clause.isAlone || clause.before.isEmpty { return false }
    if clause.characters[..<quantity.start].last == "每" { return false }
    if quantity.amount.unit.isEmpty, !canStandWithoutUnit(quantity, clause) { return false }
    if quantity.isChinese, !isStatedInNumerals(quantity, clause) { return false }
    // 减少的4人转入其他班组 speaks of those named before.
    if clause.isAssumption || (clause.before.hasSuffix("的") && clause.before.count <= 4) { return false }
    if isModifier(quantity, clause) || isShareOfPrevious(quantity, clause, previous) { return false }
    return !restates(quantity, clause, previous)
  }

  private static func canStandWithoutUnit(_ quantity: Quantity, _ clause: MetricClause) -> Bool {
    if quantity.baseline != nil || clause.labelledUnit != nil { return true }
    let words = ["为", "达", "到", "值", "数", "量", "指数", "系数", "评分", "约", "近", "超", "超过", "于", "≥", "≤"]
    return words.contains { clause.before.hasSuffix($0) }
  }

  /// 一次修复率 and 三维模型 hold numerals that count nothing; 推广基地十二个 does.
  private static func isStatedInNumerals(_ quantity: Quantity, _ clause: MetricClause) -> Bool {
    if quantity.baseline != nil { return true }
    let next = quantity.end < clause.characters.count ? clause.characters[quantity.end] : nil
    let isLast = next.map { "。；;，,、）)以左余多\n".contains($0) } ?? true
    let isSingle = quantity.length <= 1 + quantity.amount.unit.count + quantity.amount.scale.count
    if quantity.amount.value == DecimalValue(1), isSingle { return false }
    if isLast { return !clause.before.isEmpty }
    guard !clause.hasArabic else { return false }
    let verbs = [
      "推广", "应用", "带动", "服务", "覆盖", "新增", "形成", "建成", "接入", "获", "取得", "培养", "编制", "制定", "减少", "在", "联合", "联网",
    ]
    return verbs.contains(where: clause.before.contains)
  }

  /// 由35天缩短到24天，缩短31%: the second number says again what the first said.
  private static func restates(_ quantity: Quantity, _ clause: MetricClause, _ previous: Metric?) -> Bool {
    guard let previous, previous.baseline != nil, quantity.isDifference else { return false }
    let isRatio = MeasureUnit.named(quantity.amount.unit)?.dimension == .ratio
    guard isRatio || previous.unit == quantity.amount.fullUnit else { return false }
    return MetricNaming.subject(of: clause.before).isEmpty && clause.behind.isEmpty
  }

  /// 31家用户每台机月平均停机时间由11.5小时缩短到3.8小时 and 4个乡镇的1260户薯农: the first number only says of what.
  private static func isModifier(_ quantity: Quantity, _ clause: MetricClause) -> Bool {
    // 其中15家为50人以下小微企业: a bound that describes the thing behind it.
    if quantity.comparator != nil, quantity.baseline == nil, ["为", "是", "属"].contains(where: clause.before.hasSuffix) {
      let bounds = ["及以上", "以上", "及以下", "以下", "以内", "左右"]
      let rest = bounds.first { clause.behind.hasPrefix($0) }.map { clause.behind.dropFirst($0.count) }
      if let rest, !rest.isEmpty { return true }
    }
    guard quantity.baseline == nil, clause.runsIntoNext, !clause.behind.isEmpty else { return false }
    return ["的", "由", "从"].contains(where: clause.behind.hasSuffix) || MetricNaming.subject(of: clause.before).isEmpty
  }

  /// 其中9家首次实现…: some of those that were counted just before.
  private static func isShareOfPrevious(_ quantity: Quantity, _ clause: MetricClause, _ previous: Metric?) -> Bool {
    guard let previous, previous.unit == quantity.amount.fullUnit, clause.before.contains("其中") else { return false }
    return MetricNaming.subject(of: clause.before).isEmpty
  }
}
