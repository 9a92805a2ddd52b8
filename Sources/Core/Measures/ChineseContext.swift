/// Whether a number in Chinese numerals counts something: 推广基地十二个 does, 一次修复率 and 三维模型 do not.
enum ChineseContext {
  /// Units that hardly ever begin a word of another meaning.
  private static let plain: Set<String> = [
    "万元", "亿元", "%", "‰", "‱", "倍", "天", "小时", "个小时", "分钟", "秒钟", "毫秒", "个月", "个百分点", "百分点", "吨", "亩", "公里", "千米", "公斤",
    "千克", "人", "名", "户", "家", "台", "套", "个", "项", "种", "类", "件", "篇", "份", "座", "间", "辆", "艘", "支", "款", "所", "张", "人次",
    "批次",
    "台套", "工作日", "个工作日", "平方米", "立方米", "个季度", "星期", "周", "吨标准煤", "千瓦时", "度电", "节点", "终端", "工位", "岗位", "场景", "场次", "毫米",
    "厘米", "微米", "条", "块", "成",
  ]
  /// 三项制度, 一个中心: with these behind, a noun is meant and not its number.
  private static let follows: [String] = ["方面", "一批", "自信", "全覆盖", "制度", "代表"]

  static func counts(_ scan: QuantityScan, _ item: QuantityScan.Item) -> Bool {
    let start = item.range.lowerBound
    let end = item.range.upperBound
    let before = scan.character(start - 1)
    let isFinal =
      item.outerEnd > end || item.outerStart < start || NotAQuantity.isClauseEnd(scan, end)
      || NotAQuantity.isMove(scan, end)
    if before == "每" || before == "某" || before == "这" || before == "那" || before == "同" || before == "另"
      || before == "唯"
    {
      return false
    }
    if follows.contains(where: { scan.starts($0, at: end) }) { return false }
    if item.unit == "年" || item.unit == "个月", ["内", "后", "前", "间", "期"].contains(where: { scan.starts($0, at: end) }) {
      return false
    }
    if item.unit == "年" { return isFinal && !isOrdinalYear(scan, start: start) }
    if item.unit == "成", let next = scan.character(end), "不新为功立员品本果熟套长交活就效分".contains(next) { return false }
    if item.unit == "元", item.scale.isEmpty, item.value < DecimalValue(10) {
      return isFinal && scan.starts("元", at: end - 1) && before != nil
    }
    if item.value == DecimalValue(1), item.scale.isEmpty, item.range.count <= 1 + item.unit.count {
      if ["倍", "半"].contains(item.unit) || item.change != nil { return true }
      // 一个, 一套 are articles unless they end what they count: 软件著作权一项.
      guard isFinal, let before, before.isLetter, !"统单第同唯任如进".contains(before) else { return false }
      return true
    }
    return isFinal || plain.contains(item.unit) || !item.scale.isEmpty || item.change != nil
      || item.value >= DecimalValue(10) && !["点", "分", "方", "度", "日", "元"].contains(item.unit)
  }

  private static func isOrdinalYear(_ scan: QuantityScan, start: Int) -> Bool {
    if scan.isDigit(start - 1) || scan.character(start - 1) == "、" { return true }
    return ["近", "过去", "连续", "未来", "今后", "最近", "前"].contains { scan.starts($0, at: start - $0.count) }
  }
}
