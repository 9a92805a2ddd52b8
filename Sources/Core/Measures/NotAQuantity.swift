/// Numbers that measure nothing: dates, names, ordinals.
enum NotAQuantity {
  /// Where a date or time of day ends that begins at `start`; nil when there is none.
  static func dateEnd(_ scan: QuantityScan, at start: Int) -> Int? {
    var end = start
    while scan.isDigit(end) { end += 1 }
    let length = end - start
    let number = length <= 4 ? Int(String(scan.characters[start..<end])) ?? 0 : 0
    let isYear = length == 4 && (1900...2100).contains(number)
    if isYear {
      if scan.character(end) == "年" { return afterMonth(scan, from: skipSpaces(scan, end + 1)) ?? end + 1 }
      if let mark = scan.character(end), "-~至到".contains(mark) || mark == "/" || mark == ".", scan.isDigit(end + 1) {
        return dottedDateEnd(scan, yearEnd: end)
      }
    }
    // 5月26日, but 5个月 and 26日 alone are quantities.
    if length <= 2, scan.character(end) == "月", number >= 1, number <= 12 { return afterMonth(scan, from: start) }
    // 1至7月.
    if length <= 2, let link = scan.character(end), "至到-~".contains(link), scan.isDigit(end + 1) {
      var last = end + 1
      while scan.isDigit(last) { last += 1 }
      if last - end <= 3, scan.character(last) == "月" { return last + 1 }
    }
    // 9时30分.
    if length <= 2, scan.character(end) == "时" || scan.character(end) == "点", scan.isDigit(end + 1) {
      var last = end + 1
      while scan.isDigit(last) { last += 1 }
      if last - end <= 3, scan.character(last) == "分" { return last + 1 }
    }
    // 12:30.
    if length <= 2, scan.character(end) == ":", scan.isDigit(end + 1), scan.isDigit(end + 2), !scan.isDigit(end + 3) {
      return end + 3
    }
    return nil
  }

  private static func skipSpaces(_ scan: QuantityScan, _ place: Int) -> Int {
    var place = place
    while scan.character(place) == " " { place += 1 }
    return place
  }

  /// 5月 or 5月26日 from `start`.
  private static func afterMonth(_ scan: QuantityScan, from start: Int) -> Int? {
    var end = start
    while scan.isDigit(end), end - start < 2 { end += 1 }
    guard end > start, scan.character(skipSpaces(scan, end)) == "月" else { return nil }
    let afterMonth = skipSpaces(scan, end) + 1
    var day = skipSpaces(scan, afterMonth)
    let dayStart = day
    while scan.isDigit(day), day - dayStart < 2 { day += 1 }
    let mark = skipSpaces(scan, day)
    if day > dayStart, scan.character(mark) == "日" || scan.character(mark) == "号" { return mark + 1 }
    return afterMonth
  }

  /// 2022-05-26, 2020.10, 2019-2021年.
  private static func dottedDateEnd(_ scan: QuantityScan, yearEnd: Int) -> Int? {
    var end = yearEnd
    var parts = 0
    while parts < 2, let mark = scan.character(end), "-./~至到".contains(mark), scan.isDigit(end + 1) {
      var next = end + 1
      while scan.isDigit(next) { next += 1 }
      // 2019-2021年, but in 2020.10-2021.12 the second year begins a date of its own.
      guard next - end - 1 <= (parts == 0 ? 4 : 2) else { break }
      end = next
      parts += 1
    }
    guard parts > 0 else { return nil }
    // 2020.5 with a unit behind it is a number.
    if parts == 1, scan.character(yearEnd) == "." {
      let month = Int(String(scan.characters[(yearEnd + 1)..<end])) ?? 0
      let isMonth = (1...12).contains(month) && end - yearEnd <= 3
      let isMeasured = MeasureUnit.longestMatch(scan.characters, at: end) != nil
      if !isMonth || isMeasured || QuantityScan.scale(scan.characters, at: end) != nil { return nil }
    }
    return scan.character(end) == "年" ? end + 1 : end
  }

  /// Whether the digits are part of a name: `5G`, `1080P`, `第3`, `3号`, `1920×1080`.
  static func isPartOfAName(_ scan: QuantityScan, start: Int, end: Int, isChinese: Bool) -> Bool {
    let before = scan.character(start - 1)
    let after = scan.character(end)
    if before == "第" || before == "№" || before == "#" { return true }
    if let before, before.isASCII, before.isLetter, scan.character(start - 2)?.isASCII ?? false,
      MeasureUnit.longestMatch(scan.characters, at: end) == nil
    {
      return true
    }
    guard let after else { return false }
    if after == "号" || after == "#" { return !(after == "号" && isChinese && before == "约") }
    if after == "期", !isChinese, scan.character(end + 1) == "工" { return true }
    // 12.3.4 is a section or a version.
    if after == ".", scan.isDigit(end + 1) { return true }
    if "×*".contains(after), scan.isDigit(end + 1) || scan.character(end + 1) == " " { return true }
    if let before, "×*".contains(before) { return true }
    if after.isASCII, after.isLetter {
      return MeasureUnit.longestMatch(scan.characters, at: end) == nil
    }
    if isChinese, after == "分", scan.character(end + 1) == "之" { return true }
    // 1:3 and 24/7.
    if after == ":" || after == "/", scan.isDigit(end + 1) { return true }
    return (before == ":" || before == "/") && scan.isDigit(start - 2)
  }

  /// Where a name that begins with digits ends.
  static func nameEnd(_ scan: QuantityScan, from end: Int) -> Int {
    var end = end
    while let next = scan.character(end), next.isASCII, next.isLetter || next.isWholeNumber || "×*./:-".contains(next) {
      end += 1
    }
    if scan.character(end) == "×" { end += 1 }
    if scan.character(end - 1) == "×" { while scan.isDigit(end) { end += 1 } }
    if let next = scan.character(end), next == "号" || next == "#" { end += 1 }
    if scan.starts("小时", at: end), end > 0, scan.isDigit(end - 1) { end += 2 }
    return end
  }

  /// Whether a number with no known unit behind it is one: at the end of a statement, before punctuation or a verb of
  /// change, and with a word before it that leads to a value.
  static func standsAlone(_ scan: QuantityScan, start: Int, end: Int, value: DecimalValue, hasScale: Bool) -> Bool {
    let next = scan.character(end)
    if let next, !" ,;:。；，、)~-至到降升提增减上下以左%\n\t|→".contains(next) { return false }
    var first = start
    while scan.character(first - 1) == " " { first -= 1 }
    var last = end
    while scan.character(last) == " " { last += 1 }
    let before = scan.character(first - 1)
    let after = scan.character(last)
    if before == nil, after == nil || after == "|" || after == "\n" { return true }
    if isLabelled(scan, at: first) { return false }
    let isYear = value.places == 0 && value >= DecimalValue(1900) && value <= DecimalValue(2100) && !hasScale
    if isYear, before.map({ !"为达数量≥≤约".contains($0) }) ?? true { return false }
    if value >= DecimalValue(100_000_000), !hasScale { return false }
    // 经济效益：1、净利润….
    if before == ":", next == "、", value.places == 0, value < DecimalValue(100) { return false }
    let isLinked = next.map { "-~至到降升提增减→".contains($0) } ?? false
    guard let before else { return isLinked }
    if hasScale || isLinked { return !"、".contains(before) || isLinked }
    return "为达到是约近超于值数量率比度分由从至原现仅有共计额润入税价:=≥≤><≈±→~-|\n".contains(before) || scan.starts("至", at: first - 1)
  }

  /// A number behind 邮编 or 电话 identifies.
  private static func isLabelled(_ scan: QuantityScan, at place: Int) -> Bool {
    let words = [
      "邮编", "邮政编码", "编号", "编码", "代码", "电话", "手机", "传真", "账号", "版本", "型号", "证号", "附件", "附表", "文号", "工号", "车牌", "端口",
    ]
    let start = max(0, place - 7)
    guard start < place else { return false }
    let text = String(scan.characters[start..<place])
    return words.contains(where: text.contains)
  }

  /// Ranks and set phrases: 前3名, 近三年, 一系列, 24小时不间断.
  static func isOrdinalOrIdiom(_ scan: QuantityScan, _ item: QuantityScan.Item) -> Bool {
    let start = item.range.lowerBound
    let end = item.range.upperBound
    let before = scan.character(start - 1)
    let next = scan.character(end)
    func follows(_ words: [String]) -> Bool { words.contains { scan.starts($0, at: end) } }
    func precedes(_ words: [String]) -> Bool { words.contains { scan.starts($0, at: start - $0.count) } }
    if before == "前", ["名", "位", "强", "家", "季度", "个季度", "个月"].contains(item.unit) { return true }
    switch item.unit {
    case "年":
      if precedes(["近", "过去", "连续", "未来", "今后", "后", "每", "前", "最近", "十四五"]) { return true }
      if follows(["财务", "行动", "规划", "计划", "审计", "滚动", "以来", "来"]) { return true }
      // 21年上半年.
      let isShort =
        !item.isChinese && item.value >= DecimalValue(10) && item.value <= DecimalValue(40) && item.value.places == 0
      if isShort, follows(["上半年", "下半年", "全年", "实现", "第"]) || scan.isDigit(end) { return true }
    case "季度": return item.value <= DecimalValue(4) && !precedes(["个"])
    case "小时":
      let words = [
        "不间断", "全天候", "在线", "连续", "不停", "值守", "值班", "监控", "监测", "运行", "响应", "工作制", "无人", "服务", "轮班", "待命", "保障", "守护",
        "巡", "全",
      ]
      if item.value == DecimalValue(24) || item.value == DecimalValue(8), follows(words) { return true }
    case "期":
      return item.value <= DecimalValue(5) && !precedes(["培训", "举办", "举办了", "开展", "出版", "刊发", "编发", "开班", "共", "办班"])
    case "日":
      let isDay = item.value <= DecimalValue(31) && item.value.places == 0
      if isDay, follows(["前", "起", "至", "上午", "下午", "晚", "凌晨", "止", "-", "在", "正式"]) { return true }
      if before == "月" { return true }
    case "点":
      let isHour = item.value <= DecimalValue(24) && item.value.places == 0
      if isHour, follows(["前", "整", "钟", "至", "30", "起"]) || precedes(["上午", "下午", "中午", "凌晨", "晚", "早"]) {
        return true
      }
      if precedes(["以下", "如下", "以上", "下列"]), item.isChinese { return true }
    case "分": if precedes(["时", "点"]), item.value < DecimalValue(60) { return true }
    case "%":
      let stuffs = [
        "酒精", "乙醇", "烧碱", "液碱", "稀硫酸", "浓硫酸", "硫酸", "盐酸", "稀盐酸", "硝酸", "氨水", "双氧水", "氢氧化钠", "次氯酸钠", "过氧化氢", "氧化铝",
        "工业酒精", "甲醛",
        "棉", "涤纶", "羊毛", "羊绒", "纯棉",
      ]
      if follows(stuffs) { return true }
    case "度": if follows(["角", "全景", "无死角", "视角", "旋转", "全方位", "仰角"]) { return true }
    case "位": if follows(["一体", "数", "二进制", "操作系统", "处理器", "单片机"]) { return true }
    case "层": if follows(["架构", "结构", "体系", "防护", "网络", "楼", "交换"]) { return true }
    case "级": return true
    default: break
    }
    // 900吨级, 1000V级, 1000吨型.
    return next == "级" && !item.unit.isEmpty
  }

  // MARK: - Places

  /// Whether a statement ends at `place`: at the end of the text, at punctuation, or at a word of a bound.
  static func isClauseEnd(_ scan: QuantityScan, _ place: Int) -> Bool {
    guard let next = scan.character(place) else { return true }
    if ",.;:。；、)!?！？\n\t\r|)》】」”\"".contains(next) { return true }
    if next == " " { return true }
    return ["以上", "以下", "以内", "之内", "左右", "上下", "及以", "余", "之多", "内", "时间", "不等", "的时"].contains {
      scan.starts($0, at: place)
    }
  }

  /// Whether a verb of change follows: 十二人降至五人.
  static func isMove(_ scan: QuantityScan, _ place: Int) -> Bool {
    guard let next = scan.character(place) else { return false }
    return "降减缩增提升压变→-~至到".contains(next) || scan.starts("下降", at: place) || scan.starts("上升", at: place)
  }

  /// Where a minus sign begins before `start`: not a dash between two numbers or words.
  static func sign(_ scan: QuantityScan, before start: Int) -> Int? {
    if scan.starts("零下", at: start - 2) { return start - 2 }
    guard let mark = scan.character(start - 1) else { return nil }
    if mark == "负" { return scan.character(start - 2).map { "抱担胜肩自".contains($0) } ?? false ? nil : start - 1 }
    if mark == "△" || mark == "▲" { return start - 1 }
    guard mark == "-" else { return nil }
    guard let before = scan.character(start - 2) else { return start - 1 }
    let isDash = before.isWholeNumber || before.isASCII && before.isLetter || "%℃)->—".contains(before)
    return isDash || MeasureUnit.endsWithUnit(scan.characters, before: start - 1) ? nil : start - 1
  }

  /// Where the text goes on behind the number of a list item, 2.2021年… or 3.5项; nil for any other number.
  static func listItemEnd(_ scan: QuantityScan, at start: Int) -> Int? {
    var end = start
    while scan.isDigit(end), end - start < 3 { end += 1 }
    guard end - start <= 2, scan.character(end) == ".", scan.isDigit(end + 1), !scan.isDigit(start - 1) else {
      return nil
    }
    if scan.character(end + 5) == "年", !scan.isDigit(end + 6), (end + 1...end + 4).allSatisfy(scan.isDigit) {
      let year = Int(String(scan.characters[(end + 1)..<min(end + 5, scan.characters.count)])) ?? 0
      return (1900...2100).contains(year) ? end + 1 : nil
    }
    // 2.3项专利 at the head of a line: item 2, three of them.
    guard scan.character(start - 1).map({ ";；。:\n".contains($0) }) ?? true else { return nil }
    var next = end + 1
    while scan.isDigit(next), next - end < 6 { next += 1 }
    guard let unit = MeasureUnit.longestMatch(scan.characters, at: next),
      [.count, .people].contains(unit.unit.dimension)
    else { return nil }
    return end + 1
  }

  /// Where a telephone number ends that begins at `start`; nil for any other number.
  static func addressEnd(_ scan: QuantityScan, at start: Int) -> Int? {
    var end = start
    while scan.isDigit(end) { end += 1 }
    let length = end - start
    let first = scan.character(start)
    let isArea =
      (3...4).contains(length) && first == "0"
      || ["400", "800", "86"].contains { scan.starts($0, at: start) && $0.count == length }
    if isArea, let mark = scan.character(end), "- )".contains(mark), scan.isDigit(end + 1) {
      var next = end
      while scan.isDigit(next) || scan.character(next).map({ "-) ".contains($0) }) ?? false && scan.isDigit(next + 1) {
        next += 1
        if next - start > 24 { break }
      }
      let digits = scan.characters[start..<next].count(where: \.isWholeNumber)
      if digits >= 9 { return next }
    }
    guard length == 11, first == "1", let second = scan.character(start + 1), "3456789".contains(second) else {
      return nil
    }
    let isMeasured = MeasureUnit.longestMatch(scan.characters, at: end) != nil
    return isMeasured || QuantityScan.scale(scan.characters, at: end) != nil ? nil : end
  }

  // MARK: - Chinese numerals

  /// 二〇二二年, 三月, 三月份, 八点三十分.
  static func isChineseDate(_ scan: QuantityScan, _ number: ChineseReading, start: Int) -> Bool {
    if scan.character(number.end) == "月" { return number.value <= DecimalValue(12) && scan.character(start - 1) != "个" }
    return number.length == 4 && number.value >= DecimalValue(1900) && scan.character(number.end) == "年"
      && number.value <= DecimalValue(2100)
  }

  /// 近百家, 上千台, 百余人: a hundred where only the power is written.
  static func isOpenHundred(_ scan: QuantityScan, start: Int, end: Int) -> Bool {
    if let next = scan.character(end), "余多来".contains(next) { return true }
    if scan.starts("不下", at: start - 2) || scan.starts("突破", at: start - 2) { return true }
    guard let before = scan.character(start - 1) else { return false }
    return "近约上超逾过".contains(before) && !["以上", "之上", "云上", "线上"].contains { scan.starts($0, at: start - 2) }
  }

  /// Whether 数 ends a word for a number of things, 天数, 人数, and does not mean several.
  static func endsWithCount(_ scan: QuantityScan, at place: Int) -> Bool {
    scan.character(place - 1).map { "天人台次户件个辆套总指系参点位页行列层级倍常基分周月年岗班项家锭".contains($0) } ?? false
  }

  /// 缩短一半, 占一半以上; not 一半的人.
  static func isHalf(_ scan: QuantityScan, start: Int, end: Int) -> Bool {
    if isClauseEnd(scan, end), let before = scan.character(start - 1) {
      return "短少降低省约高缩近超过足到占达了为减压".contains(before)
        || ["原来的", "原先的", "改造前的", "此前的", "之前的"].contains { scan.starts($0, at: start - $0.count) }
    }
    return false
  }
}
