/// Chinese units of measure, which stay with their number at the end of a line (120万元, 12个月).
enum UnitWords {
  /// Characters of the longest unit, 余 or 多 not counted.
  static let longest = 4

  /// Characters of the unit that `scalars` begin with, and of a 余 or 多 before it; 0 when there is none.
  static func length(atStartOf scalars: [Unicode.Scalar]) -> Int {
    let skipped = scalars.first == "余" || scalars.first == "多" ? 1 : 0
    let rest = scalars.dropFirst(skipped)
    for length in stride(from: min(longest, rest.count), through: 1, by: -1) {
      var word = ""
      word.unicodeScalars.append(contentsOf: rest.prefix(length))
      if words.contains(word) { return skipped + length }
    }
    return 0
  }

  private static let words: Set<String> = [
    "万", "亿", "千", "百", "元", "万元", "亿元", "千元", "万美元", "亿美元", "万吨", "万台", "万件", "万套", "万人", "万亩", "年", "月", "日",
    "号", "天", "周", "季度", "个", "个月", "个百分点", "百分点", "小时", "分钟", "秒", "毫秒", "分", "人", "人次", "名", "位", "台", "套", "家", "倍",
    "吨", "度", "千瓦时", "千瓦", "兆瓦", "米", "毫米", "厘米", "公里", "千米", "平方米", "立方米", "公斤", "千克", "克", "升", "项", "件", "条",
    "次", "起", "亩", "层", "级", "届", "批", "类", "种", "章", "页", "款", "岁", "户", "辆", "路", "路口", "座", "处", "期", "折", "成", "组",
    "张",
    "点", "点位", "台套", "年度", "年底", "月底", "日前",
  ]
}
