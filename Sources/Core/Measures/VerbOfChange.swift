/// The verb that says what happened by a number: 提高15%, 降低至15ms, 同比增长8%.
struct VerbOfChange {
  let change: Quantity.Change?
  /// Whether the number is the size of the change, not what was reached.
  let isDifference: Bool
  let basis: Quantity.Basis?
  /// Whether what changed is itself a rate or share: 提升合格率.
  let hasRateAsObject: Bool

  static let ups = [
    "提高", "提升", "增加", "增长", "增", "上升", "延长", "扩大", "升", "提", "扩", "扩展", "扩容", "改善", "新增", "增至", "涨", "增收", "创收", "增效",
    "攀升", "上涨",
    "提速", "增产", "高出", "多出", "新建", "增设", "拉长", "上浮", "跃升", "净增", "递增",
  ]
  static let downs = [
    "降低", "下降", "减少", "缩短", "压缩", "缩减", "降", "减", "缩", "缩小", "节约", "节省", "压减", "回落", "精简", "下调", "压降", "减排", "节能", "节电",
    "节水",
    "少产生", "避免", "挽回", "削减", "下滑", "下浮", "收窄", "省去", "少用", "减员", "减亏", "节支", "降本", "减碳", "降碳", "低于上年", "节省了", "减轻", "省",
  ]
  /// Whoever saves or adds things names their number: 新增岗位达到26个.
  private static let gains: Set<String> = [
    "节约", "节省", "新增", "增收", "创收", "增加", "减少", "避免", "挽回", "节能", "节电", "节水", "减排", "增效", "减员", "新建", "增设", "节支", "降本",
    "减碳", "降碳",
    "少产生", "省去", "少用", "削减", "减亏", "净增", "增产",
  ]
  /// Words that are verbs only right before a number: 节能灯, 创收能力.
  private static let soft: Set<String> = ["节能", "节电", "节水", "创收", "增收", "增效", "减员", "降本", "增产", "提速", "扩展", "扩容", "节支"]
  private static let rates = ["增幅", "增长率", "增速", "涨幅", "提升率", "提高率", "增长幅度", "提升幅度", "增加率"]
  private static let drops = ["降幅", "下降率", "降低率", "减排率", "节能率", "节水率", "节电率", "降低幅度", "下降幅度", "减少率", "缩短率", "压降率"]
  private static let fillers = [
    "达到了", "达到", "可达", "高达", "达", "约为", "约", "为", "了", "折合", "每年", "效益", "共", "累计", "量", "率", "电量", "总额", "资金", " ",
    ":", "近", "超过",
  ]

  init(_ scan: QuantityScan, before item: QuantityScan.Item, from previousEnd: Int) {
    let place = item.outerStart
    var start = place
    let first = max(previousEnd, place - 24)
    while start > first, start > 0, !",。；;、\n".contains(scan.characters[start - 1]) { start -= 1 }
    let clause = start < place ? String(scan.characters[start..<place]) : ""
    basis = Self.basis(clause)
    let best = start < place ? Self.last(in: scan.characters[start..<place]) : nil
    let bare = Self.withoutEnd(clause)
    if let isUp = Self.rates.contains(where: bare.hasSuffix)
      ? true : Self.drops.contains(where: bare.hasSuffix) ? false : nil
    {
      (change, isDifference, hasRateAsObject) = (isUp ? .up : .down, true, false)
      return
    }
    guard let best else {
      (change, isDifference, hasRateAsObject) = (nil, false, false)
      return
    }
    let rest = String(scan.characters[best.end..<place])
    let object = Self.withoutEnd(rest)
    change = best.change
    hasRateAsObject =
      item.unit == "%" && !object.hasSuffix("效率")
      && ["率", "比例", "占比", "水平", "度", "OEE"].contains(where: object.hasSuffix)
    isDifference = Self.isSize(best.verb, rest: rest, object: object, unit: item.unit, isRate: hasRateAsObject)
  }

  private static func isSize(_ verb: String, rest: String, object: String, unit: String, isRate: Bool) -> Bool {
    if unit.hasSuffix("百分点") || unit == "pct" || unit == "个pct" { return true }
    let isAdjacent = object.isEmpty || object == "了"
    let rest = withoutFormer(rest)
    let toward = rest.hasSuffix("至") || rest.hasSuffix("到") && !rest.hasSuffix("达到") || rest.hasSuffix("成")
    if toward || isAdjacent && rest.hasSuffix("为") { return false }
    if gains.contains(verb) { return true }
    if isAdjacent { return true }
    if rest.hasSuffix("达到") || rest.hasSuffix("达") || rest.hasSuffix("为") { return !isRate && unit == "%" }
    // 提升产品合格率98% has no goal word: what was reached, if a rate, else the size.
    return true
  }

  private static func basis(_ clause: String) -> Quantity.Basis? {
    let year = ["同比", "较上年", "比上年", "较去年", "比去年", "与上年", "与去年", "上年同期", "较同期", "去年同期", "较2020年", "较2021年"]
    if year.contains(where: clause.contains) { return .year }
    return ["环比", "较上月", "比上月", "较上季度", "比上季度"].contains(where: clause.contains) ? .period : nil
  }

  /// Every verb by its last character, longer ones first.
  private static let byLast: [Character: [(verb: [Character], change: Quantity.Change)]] = {
    var table: [Character: [(verb: [Character], change: Quantity.Change)]] = [:]
    for (verbs, change) in [(ups, Quantity.Change.up), (downs, .down)] {
      for verb in verbs {
        guard let last = verb.last else { continue }
        table[last, default: []].append((Array(verb), change))
      }
    }
    return table.mapValues { $0.sorted { $0.verb.count > $1.verb.count } }
  }()

  /// The last verb of a clause. A verb of one character counts only at the end; 提升机 and 节能灯 are things.
  private static func last(in clause: ArraySlice<Character>) -> (verb: String, end: Int, change: Quantity.Change)? {
    let goal = clause.endIndex - goalLength(clause)
    var end = clause.endIndex
    while end > clause.startIndex {
      for (verb, change) in byLast[clause[end - 1]] ?? [] {
        guard end - clause.startIndex >= verb.count, clause[(end - verb.count)..<end].elementsEqual(verb) else {
          continue
        }
        if verb.count == 1, end != goal { continue }
        let name = String(verb)
        if end < clause.endIndex, "机泵井灯型设改系绞空包器罐站塔阀".contains(clause[end]),
          ["提升", "压缩", "节能", "节水", "节电", "扩展", "减排"].contains(name)
        {
          continue
        }
        // 提升能力 of a hoist is no rise.
        if name == "提升", clause[end...].starts(with: "能力") { continue }
        if soft.contains(name), !withoutEnd(String(clause[end...])).isEmpty { continue }
        return (name, end, change)
      }
      end -= 1
    }
    return nil
  }

  /// How many characters 至, 到, 了 at the end take.
  private static func goalLength(_ clause: ArraySlice<Character>) -> Int {
    let rest = withoutFormer(String(clause))
    return clause.count - rest.count + rest.reversed().prefix { "至到了为约".contains($0) }.count
  }

  /// Without 原来的 at the end: 提高到原来的2.8倍.
  private static func withoutFormer(_ text: String) -> String {
    for word in ["原来的", "原先的", "改造前的", "实施前的", "现在的", "目前的"] where text.hasSuffix(word) {
      return String(text.dropLast(word.count))
    }
    return text
  }

  private static func withoutEnd(_ text: String) -> String {
    var rest = Substring(text)
    while let word = (fillers + ["至", "到"]).first(where: { rest.hasSuffix($0) && !rest.isEmpty }) {
      if word == "率" || word == "量", rest.count > 1 { break }
      rest = rest.dropLast(word.count)
    }
    return String(rest)
  }
}
