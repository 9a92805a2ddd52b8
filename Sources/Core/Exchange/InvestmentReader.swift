/// Reads 五、项目实际投入情况 out of its table and its prose, in 万元.
struct InvestmentReader {
  /// A named amount of a source of money.
  struct Source: Equatable {
    var name: String
    var amount: DecimalValue
  }

  /// A line of the uses.
  struct Item: Equatable {
    /// `direct`, `intangible` or `other`.
    var category: String?
    var name: String
    var quantity: String?
    var amount: DecimalValue?
  }

  private(set) var total: DecimalValue?
  private(set) var parts: [String: DecimalValue] = [:]
  private(set) var sources: [Source] = []
  private(set) var items: [Item] = []

  init(paragraphs: [String], tables: [DocxTable]) {
    for paragraph in paragraphs { read(String(paragraph.prefix(6000))) }
    let prose = items
    items = []
    for table in tables { read(table) }
    // The table is the more exact of the two; the prose may still hold what it leaves out.
    if items.isEmpty { items = prose }
    for category in ["direct", "intangible", "other"] where parts[category] == nil {
      let amounts = items.filter { $0.category == category }.map(\.amount)
      guard !amounts.isEmpty, amounts.allSatisfy({ $0 != nil }) else { continue }
      parts[category] = amounts.compactMap { $0 }.reduce(DecimalValue(0)) { $0.plus($1) ?? $0 }
    }
  }

  // MARK: - Prose

  private mutating func read(_ paragraph: String) {
    let money = Self.money(in: paragraph)
    if let category = Self.category(heading: paragraph) {
      readPart(category, paragraph, money)
      return
    }
    if total == nil, let found = Self.total(paragraph, money) { total = found }
    if sources.isEmpty { readSources(paragraph, money) }
  }

  /// Amounts of money in a paragraph, in 万元.
  private static func money(in text: String) -> [(quantity: Quantity, amount: DecimalValue)] {
    QuantityReader.quantities(in: text).compactMap { quantity in
      guard quantity.amount.unit == "元", quantity.baseline == nil,
        let amount = UnitConversion.convert(quantity.amount.value, from: quantity.amount.fullUnit, to: "万元")
      else { return nil }
      return (quantity, amount)
    }
  }

  /// Whether a paragraph is that of 1. 直接投入, 2. 无形资产投入 or 3. 其他相关费用.
  private static func category(heading text: String) -> String? {
    let key = TextFolding.bareKey(String(text.prefix(24)))
    var rest = key.drop { $0.isNumber || ChineseNumber.isNumeral($0) }
    for lead in ["是", "其中"] where rest.hasPrefix(lead) { rest = rest.dropFirst(lead.count) }
    if rest.hasPrefix("直接投入") || rest.hasPrefix("直接费用") { return "direct" }
    if rest.hasPrefix("无形资产") { return "intangible" }
    if rest.hasPrefix("其他相关费用") || rest.hasPrefix("其他费用") || rest.hasPrefix("其它") || rest.hasPrefix("其他投入") {
      return "other"
    }
    return nil
  }

  private mutating func readPart(
    _ category: String, _ paragraph: String, _ money: [(quantity: Quantity, amount: DecimalValue)]
  ) {
    guard let first = money.first else { return }
    let letters = Array(paragraph)
    parts[category] = parts[category] ?? first.amount
    var lastEnd = first.quantity.end
    for (quantity, amount) in money.dropFirst() {
      guard quantity.start > lastEnd else { continue }
      let words = String(letters[lastEnd..<quantity.start])
      lastEnd = quantity.end
      guard let (name, count) = Self.item(words) else { continue }
      items.append(Item(category: category, name: name, quantity: count, amount: amount))
    }
    if money.count == 1, let use = Self.use(String(letters[first.quantity.end...])) {
      items.append(Item(category: category, name: use, quantity: nil, amount: first.amount))
    }
  }

  /// `具体包括：5G工业网关及模组（62台）` in front of an amount: the thing and how many.
  private static func item(_ words: String) -> (name: String, quantity: String?)? {
    var text = Substring(words)
    if let mark = text.lastIndex(where: { "：:，,；;。".contains($0) }) { text = text[text.index(after: mark)...] }
    for lead in ["具体包括", "其中包括", "其中", "包括", "主要为", "用于"] where text.hasPrefix(lead) {
      text = text.dropFirst(lead.count)
    }
    var name = String(text).trimmingSpaces()
    while let first = name.first, "、及和".contains(first) { name.removeFirst() }
    var count: String?
    if let last = name.last, last == "）" || last == ")", let open = name.lastIndex(where: { $0 == "（" || $0 == "(" }) {
      count = String(name[name.index(after: open)...].dropLast()).trimmingSpaces()
      name = String(name[..<open]).trimmingSpaces()
    }
    for tail in ["共计", "合计", "投入", "费用为", "为", "约", "共"] where name.hasSuffix(tail) && name.count > tail.count {
      name = String(name.dropLast(tail.count))
    }
    return name.isEmpty || name.count > 40 ? nil : (name, count)
  }

  /// `用于技术咨询及专家论证等` behind an amount.
  private static func use(_ words: String) -> String? {
    guard let lead = ["用于", "主要为", "包括：", "包括"].first(where: words.contains), let range = words.firstRange(of: lead)
    else {
      return nil
    }
    var name = String(words[range.upperBound...].prefix { !"，,。；;".contains($0) }).trimmingSpaces()
    while let last = name.last, last == "等" { name.removeLast() }
    return name.isEmpty || name.count > 40 ? nil : name
  }

  private static let totals = [
    "总投资", "总投入", "累计完成投资", "实际投入", "投资总额", "投入总额", "完成投资", "实际总投", "共投入", "累计投入", "投资规模", "合计投入", "投资共计", "实际投资",
    "共计投入", "投资",
  ]

  private static func total(_ text: String, _ money: [(quantity: Quantity, amount: DecimalValue)]) -> DecimalValue? {
    let letters = Array(text)
    for (quantity, amount) in money {
      var start = quantity.start
      while start > 0, !"，,。；;\n".contains(letters[start - 1]) { start -= 1 }
      let words = String(letters[start..<quantity.start])
      guard totals.contains(where: words.contains) else { continue }
      // 2021年投入234.8万元 is one year's share.
      let key = TextFolding.bareKey(words)
      if key.hasSuffix("年投入") || key.hasSuffix("年实际投入") || key.contains("运维") || key.contains("计划") { continue }
      return amount
    }
    return nil
  }

  private static let origins = [
    "自筹", "贷款", "资金", "补助", "补贴", "拨款", "融资", "借款", "投资", "入股", "基金", "财政", "资本", "自有", "承担", "出资", "投入",
  ]

  private mutating func readSources(
    _ text: String, _ money: [(quantity: Quantity, amount: DecimalValue)]
  ) {
    guard text.contains("资金来源") || text.contains("自筹") || text.contains("自有资金") || text.contains("贷款") else { return }
    let letters = Array(text)
    var lastEnd = 0
    var found: [Source] = []
    for (quantity, amount) in money {
      guard quantity.start >= lastEnd else { continue }
      var words = String(letters[lastEnd..<quantity.start])
      lastEnd = quantity.end
      if let mark = words.lastIndex(where: { "：:，,；;。、".contains($0) }) {
        words = String(words[words.index(after: mark)...])
      }
      for lead in ["资金来源为", "资金来源", "其中", "全部为", "均为", "为", "包括", "由"] where words.hasPrefix(lead) {
        words = String(words.dropFirst(lead.count))
      }
      for tail in ["资金为", "为", "约", "共", "计"] where words.hasSuffix(tail) { words = String(words.dropLast(tail.count)) }
      words = words.trimmingSpaces()
      let isTotal = Self.totals.dropLast().contains(where: words.contains)
      guard !isTotal, (2...20).contains(words.count), Self.origins.contains(where: words.contains) else { continue }
      if words.contains("年") { continue }
      found.append(Source(name: words, amount: amount))
    }
    sources = found
  }

  // MARK: - Tables

  private mutating func read(_ table: DocxTable) {
    var columns: [(column: Int, kind: Column)] = []
    var unit = "万元"
    var category: String?
    for row in table.rows {
      if columns.isEmpty {
        columns = row.cells.compactMap { cell in Self.column(cell.text).map { (cell.column, $0) } }
        if !columns.contains(where: { $0.kind == .amount }) || columns.count < 2 { columns = [] }
        if let cell = row.cells.first(where: { Self.column($0.text) == .amount }) {
          unit = ["亿元", "万元", "千元", "元"].first { cell.text.contains($0) } ?? unit
        }
        continue
      }
      var cells: [Column: String] = [:]
      for (column, kind) in columns {
        let cell = row.cells.first { $0.column <= column && column < $0.column + $0.span }
        guard let cell, !cell.continuesAbove else { continue }
        cells[kind] = cell.text.trimmingSpaces()
      }
      if let words = cells[.category], !words.isEmpty {
        category = Self.category(heading: words) ?? Self.total(words) ?? category
      }
      addRow(cells, category: category, unit: unit)
    }
  }

  private enum Column { case category, name, quantity, amount }

  private static func column(_ text: String) -> Column? {
    let key = TextFolding.bareKey(FormTemplate.withoutBrackets(text))
    switch key {
    case "类别", "投入类别", "分类", "科目", "费用类别", "支出类别", "类型": return .category
    case "内容", "名称", "项目", "明细", "投入内容", "费用名称", "项目内容", "支出内容", "用途", "设备名称", "建设内容": return .name
    case "数量", "规格数量", "数量单位": return .quantity
    default: break
    }
    return key.contains("金额") || key.contains("投资额") || key.contains("投入额") || key == "合计万元" || key.hasPrefix("费用")
      ? .amount : nil
  }

  private static func total(_ words: String) -> String? {
    ["合计", "总计", "总投资", "总投入"].contains(TextFolding.bareKey(words)) ? "total" : nil
  }

  private mutating func addRow(_ cells: [Column: String], category: String?, unit: String) {
    guard case .value(let amount) = AmountReader.money(cells[.amount] ?? "", unit: unit) else { return }
    let name = cells[.name] ?? ""
    if category == "total" || Self.total(name) != nil {
      if total == nil { total = amount }
      return
    }
    if ["小计"].contains(TextFolding.bareKey(name)), let category {
      parts[category] = parts[category] ?? amount
      return
    }
    guard !name.isEmpty || category != nil else { return }
    let quantity = cells[.quantity] ?? ""
    items.append(
      Item(category: category, name: name, quantity: quantity.isEmpty ? nil : quantity, amount: amount))
  }
}
