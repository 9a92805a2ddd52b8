/// Names a metric by the words around its number.
enum MetricNaming {
  private static let lead = longestFirst([
    "项目实施当年", "项目实施后", "项目上线后", "项目投用后", "项目建成后", "项目投产后", "项目投运后", "实施后", "上线后", "建成后", "投用后", "投运后", "项目上线以来",
    "项目投用以来", "上线以来", "投用以来", "本项目", "该项目", "项目", "我公司", "本公司", "公司", "我单位", "预计", "实现", "完成", "其中", "另外", "同时", "并且",
    "并",
    "实施前", "改造前", "改造后", "应用后", "使用后", "且", "以及", "可", "已经", "已", "将", "当年", "全年", "年度", "每年可", "每年", "共", "累计", "目前",
    "现有", "了", "的", "也", "还", "上半年",
    "下半年", "一季度",
    "二季度", "三季度", "四季度", "截至", "截止", "平均每年",
  ])
  /// A lead before one of these is part of a longer word: 可用率, 并发, 完成率, 共享.
  private static let wordGoesOn: Set<Character> = [
    "率", "度", "量", "数", "值", "性", "比", "额", "用", "靠", "信", "发", "行", "联", "网", "享", "场", "视", "识", "来", "书", "库", "级",
    "化", "期", "部",
  ]

  private static let trail = longestFirst([
    "不低于", "不少于", "不小于", "大于等于", "大于", "超过了", "超过", "高于", "优于", "至少", "突破", "超", "≥", ">", "不超过", "不大于", "不高于", "小于等于",
    "小于", "低于",
    "少于", "不足", "不到", "≤", "<", "大约", "约为", "约", "接近", "将近", "近", "±", "达到了", "达到", "可达", "高达", "均达", "达", "平均为", "稳定在",
    "控制在", "保持在",
    "维持在", "由原来的", "由原先的", "从原来的", "由", "从", "自", "原来的", "原有", "原", "月均", "日均", "年均", "平均", "每小时", "每年", "为", "是", "至",
    "到", "有", "共计", "合计", "总计", "共", "仅为", "仅需", "仅", "只需", "在", "：", ":", "=", "（", "(", "、", "了", "各", "均", " ",
    "\u{3000}", "的", "累计",
    "＜", "＞", "≦", "≧", "＝", "∶", "原来", "原先", "现在", "目前", "由原", "较上年分别", "分别", "分别达", "人工", "由年", "从年", "年", "已", "也",
    "能", "可", "最高", "最低", "最大", "改为", "改", "变为",
  ])
  private static let ups = ["同比增长", "提高了", "提升了", "增加了", "增长了", "上升了", "提高", "提升", "增长", "增加", "上升", "延长", "扩大"]
  private static let downs = [
    "同比下降", "降低了", "下降了", "减少了", "缩短了", "降低", "下降", "减少", "缩短", "压缩", "缩减", "压减", "节约", "节省", "缩小",
  ]
  private static let nounEnds = [
    "开展", "实现", "进行", "按", "上云", "推广", "使用", "应用", "参与", "完成", "达到", "采用", "通过", "同时", "的", "并", "以", "纳入", "投入", "接入",
    "获得", "投用",
  ]

  /// A short name in the form's own words.
  static func name(_ quantity: Quantity, _ clause: MetricClause) -> String {
    let before = withoutTrail(withoutLead(clause.before))
    let isChange = quantity.isDifference
    var name = before
    if isChange, quantity.amount.unit == "%" || quantity.amount.unit.hasSuffix("百分点"), let verb = verb(ending: before) {
      let base = withoutTrail(String(before.dropLast(verb.count)))
      if !base.isEmpty { name = base + (quantity.change == .up ? "增幅" : "降幅") }
    }
    // 重复利用率提升至96% states the rate itself.
    if quantity.change != nil, !quantity.isDifference, quantity.baseline == nil {
      while let verb = verb(ending: name) ?? (name.count > 2 && name.hasSuffix("降") ? "降" : nil),
        name.count > verb.count
      {
        name = withoutTrail(String(name.dropLast(verb.count)))
      }
    }
    let noun = noun(clause.behind)
    let counts = [.count, .people, .other].contains(MeasureUnit.named(quantity.amount.unit)?.dimension ?? .other)
    if !noun.isEmpty, counts || subject(of: clause.before).isEmpty { name += noun }
    if name.isEmpty { name = noun }
    return cut(name)
  }

  /// What is left of the words in front of a number when verbs, bounds and fillers are gone.
  static func subject(of before: String) -> String {
    var rest = withoutTrail(withoutLead(before))
    while let verb = verb(ending: rest) { rest = withoutTrail(String(rest.dropLast(verb.count))) }
    return withoutLead(rest)
  }

  private static func verb(ending text: String) -> String? {
    (ups + downs).first { text.hasSuffix($0) }
  }

  private static func longestFirst(_ words: [String]) -> [String] { words.sorted { $0.count > $1.count } }

  private static func withoutLead(_ text: String) -> String {
    var rest = Substring(text)
    while true {
      if let stripped = withoutDate(rest) ?? withoutNumbering(rest) {
        rest = stripped
      } else if lead.contains(String(rest)) {
        return ""
      } else if let word = lead.first(where: { rest.hasPrefix($0) }), rest.count > word.count,
        !goesOn(rest.dropFirst(word.count).first, after: word)
      {
        rest = rest.dropFirst(word.count)
      } else if let first = rest.first, first.isWhitespace || "、，,（(）)的".contains(first), rest.count > 1 {
        rest = rest.dropFirst()
      } else {
        return String(rest)
      }
    }
  }

  private static func goesOn(_ next: Character?, after word: String) -> Bool {
    guard let next, wordGoesOn.contains(next) else { return false }
    // 当年 and the like end a word for certain.
    return word.count <= 2 && !word.hasSuffix("年")
  }

  /// Without 1. or （一） or ① or 一是 in front.
  private static func withoutNumbering(_ text: Substring) -> Substring? {
    if let first = text.first, let scalar = first.unicodeScalars.first, (0x2460...0x2473).contains(scalar.value) {
      return text.dropFirst()
    }
    let open = text.drop { $0 == "（" || $0 == "(" }
    let number = open.prefix { $0.isASCII && $0.isWholeNumber || ChineseNumber.isNumeral($0) }
    guard (1...2).contains(number.count), let mark = open.dropFirst(number.count).first else { return nil }
    let isNumbering = "、.．）)".contains(mark) || (mark == "是" && !number.allSatisfy(\.isASCII))
    let rest = open.dropFirst(number.count + 1)
    // 3.5 is no numbering, 2.2021年 is.
    return isNumbering && (!(rest.first?.isWholeNumber ?? true) || withoutDate(rest) != nil) ? rest : nil
  }

  /// Without a leading 2021年 or 2021年5月.
  private static func withoutDate(_ text: Substring) -> Substring? {
    let digits = text.prefix { $0.isWholeNumber }
    guard (1...4).contains(digits.count) else { return nil }
    var rest = text.dropFirst(digits.count)
    // 1至7月.
    if let link = rest.first, "至到-~—".contains(link) {
      let more = rest.dropFirst().prefix { $0.isWholeNumber }
      guard (1...2).contains(more.count), rest.dropFirst(1 + more.count).first == "月" else { return nil }
      return rest.dropFirst(2 + more.count)
    }
    guard let mark = rest.first, "年月日".contains(mark) else { return nil }
    rest = rest.dropFirst()
    return mark == "年" && rest.first == "度" ? rest.dropFirst() : rest
  }

  private static func withoutTrail(_ text: String) -> String {
    var rest = Substring(text)
    while true {
      if let shorter = withoutLastDate(rest) ?? withoutPer(rest) {
        rest = shorter
      } else if let word = trail.first(where: { rest.hasSuffix($0) }), !whole.contains(where: { rest.hasSuffix($0) }) {
        rest = rest.dropLast(word.count)
      } else {
        return String(rest)
      }
    }
  }

  /// Without 由2019年 or 由2021年1至7月 at the end.
  private static func withoutLastDate(_ text: Substring) -> Substring? {
    guard let last = text.last, "年月日".contains(last) else { return nil }
    var rest = text.dropLast()
    var digits = 0
    while let next = rest.last, next.isWholeNumber || "至到-".contains(next) && digits > 0 {
      rest = rest.dropLast()
      digits += 1
    }
    return digits > 0 ? rest : nil
  }

  /// Without 每班 or 每车 at the end, which belongs to the number.
  private static func withoutPer(_ text: Substring) -> Substring? {
    for origin in ["由每", "从每"] {
      if let range = text.ranges(of: origin).last, text.distance(from: range.lowerBound, to: text.endIndex) <= 8 {
        return text[..<range.lowerBound]
      }
    }
    guard let per = text.lastIndex(of: "每"), text.distance(from: per, to: text.endIndex) <= 6 else { return nil }
    let word = String(text[text.index(after: per)...])
    return word.count <= 2 || MeasureUnit.named(word) != nil ? text[..<per] : nil
  }

  /// Words that end like a filler and are none.
  private static let whole = [
    "节约", "集约", "预约", "履约", "现有", "拥有", "占有", "行为", "人为", "实在", "存在", "目的", "成年", "总共", "公共", "功能", "性能", "产能", "智能",
    "节能", "储能", "全能", "赋能", "势能", "热能", "电能", "许可", "认可", "工时", "近年", "常年",
  ]

  /// The thing counted, out of the words behind the unit.
  private static func noun(_ behind: String) -> String {
    var rest = Substring(behind)
    while let first = rest.first, "以上下左右内余多的 ".contains(first) { rest = rest.dropFirst() }
    for end in nounEnds {
      if let range = rest.firstRange(of: end), rest[..<range.lowerBound].count >= 2 { rest = rest[..<range.lowerBound] }
    }
    return String(rest.prefix(16))
  }

  private static func cut(_ name: String) -> String {
    name.count <= 40 ? name : String(name.suffix(40))
  }
}
