/// The three years of 资产负债率, 业务收入 and 利润, whichever way round the table is turned.
struct FormFinance {
  /// Cells by year and field.
  private(set) var cells: [Int: [FormField: FormTable.Value]] = [:]
  /// The years in the order of the form.
  private(set) var years: [Int] = []

  private var yearColumns: [(columns: Range<Int>, year: Int)] = []
  /// Fields across the top, years down the side.
  private var fieldColumns: [(field: FormField, unit: String?)] = []
  /// 单位：万元 in a line above.
  private var unit: String?

  mutating func beginTable() { fieldColumns = [] }

  /// Takes note of 单位：元.
  mutating func readUnit(_ row: [FormTable.LabelledCell]) {
    for cell in row
    where cell.text.utf8.count <= 120 && (cell.label == nil || cell.label == .group || cell.label == .year) {
      let key = TextFolding.key(cell.text)
      guard let range = key.firstRange(of: "单位:") else { continue }
      let words = key[range.upperBound...]
      if let found = ["百万元", "万元", "亿元", "千元", "元"].first(where: words.hasPrefix) { unit = found }
    }
  }

  /// A row of years, or of fields with the years to come below; how many labels it has.
  mutating func readHead(_ row: [FormTable.LabelledCell]) -> Int? {
    let isFree = row.allSatisfy { $0.label == nil || $0.label == .year || $0.label == .group }
    let found = row.compactMap { cell in Self.year(cell.text).map { (columns: cell.columns, year: $0) } }
    if isFree, found.count >= 2, Set(found.map(\.year)).count == found.count {
      yearColumns = found
      for year in found.map(\.year) where !years.contains(year) { years.append(year) }
      fieldColumns = []
      return 1
    }
    // Years down the side: the row of labels comes first.
    let fields = row.compactMap { cell in
      cell.label.flatMap { $0.isFinance ? (field: $0, unit: FormTable.unit(in: cell.text)) : nil }
    }
    let others = row.filter { !($0.label?.isFinance ?? false) && $0.label != .group }
    guard fields.count >= 2, others.count <= 1, others.allSatisfy({ $0.label == .year || $0.text.count <= 6 }) else {
      return nil
    }
    fieldColumns = fields
    return fields.count
  }

  /// A year with one value for each field.
  mutating func readYearRow(_ row: [FormTable.LabelledCell]) -> Int? {
    guard !fieldColumns.isEmpty, let index = row.firstIndex(where: { Self.year($0.text) != nil }),
      let year = Self.year(row[index].text), row[(index + 1)...].count == fieldColumns.count
    else { return nil }
    for (cell, column) in zip(row[(index + 1)...], fieldColumns) {
      store(cell.text, year, column.field, unit: column.unit)
    }
    return 0
  }

  /// The cells beside one field's label; false when the years cannot be told.
  mutating func read(_ values: [FormTable.LabelledCell], for field: FormField, unit: String?) -> Bool {
    // 2019年：52.3% says its year itself, in a cell or line by line.
    let spoken = values.flatMap { Self.byYear($0.text) }
    if !spoken.isEmpty {
      for (year, text) in spoken { store(text, year, field, unit: unit) }
      return true
    }
    guard !yearColumns.isEmpty else { return values.allSatisfy(\.isEmpty) }
    for (index, value) in values.enumerated() {
      let year: Int? =
        if values.count == yearColumns.count {
          yearColumns[index].year
        } else {
          yearColumns.first { $0.columns.overlaps(value.columns) }?.year
        }
      guard let year else { continue }
      store(value.text, year, field, unit: unit)
    }
    return true
  }

  private mutating func store(_ text: String, _ year: Int, _ field: FormField, unit: String?) {
    if !years.contains(year) { years.append(year) }
    guard cells[year]?[field]?.isEmpty ?? true else { return }
    cells[year, default: [:]][field] = FormTable.Value(text: text, unit: unit ?? self.unit)
  }

  /// The years that a cell names with what stands behind each.
  private static func byYear(_ text: String) -> [(year: Int, text: String)] {
    guard text.utf8.count <= 600 else { return [] }
    var found: [(Int, String)] = []
    for piece in text.split(whereSeparator: { "\n；;".contains($0) }) {
      let line = String(piece).trimmingSpaces()
      guard let mark = line.firstIndex(of: "年") else { continue }
      var end = line.index(after: mark)
      if end < line.endIndex, line[end] == "度" { end = line.index(after: end) }
      guard let year = year(String(line[..<end])) else { continue }
      let rest = line[end...].drop { "：: ，,为\u{3000}".contains($0) }
      guard !rest.isEmpty else { continue }
      found.append((year, String(rest)))
    }
    return found
  }

  /// The year that a short heading names: 2019年, 2019年度（审计）, 二〇一九年.
  static func year(_ text: String) -> Int? {
    guard text.utf8.count <= 80 else { return nil }
    var key = Substring(TextFolding.bareKey(FormTemplate.withoutBrackets(text)))
    for tail in ["末", "底", "数据", "度", "年"] where key.hasSuffix(tail) { key = key.dropLast(tail.count) }
    guard key.count == 4 else { return nil }
    var year = 0
    for character in key {
      guard let digit = DateReader.digit(character) else { return nil }
      year = year * 10 + digit
    }
    return (1990...2100).contains(year) ? year : nil
  }
}
