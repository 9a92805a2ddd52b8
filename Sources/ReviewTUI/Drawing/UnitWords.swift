/// Chinese units of measure, which stay with their number at the end of a line (120万元, 12个月).
enum UnitWords {
  /// Characters of the unit that starts at `start`, with a 余 or 多 before it; 0 when there is none.
  static func length(in characters: [Character], at start: Int, before end: Int) -> Int {
    var at = start
    if at < end, characters[at] == "余" || characters[at] == "多" { at += 1 }
    for length in stride(from: min(4, end - at), through: 1, by: -1)
    where words.contains(String(characters[at..<at + length])) {
      return at + length - start
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
