/// Divides a form into its cover, its table and the sections 二 to 七.
struct FormSections {
  /// One section of prose.
  struct Section {
    let number: Int
    let heading: String
    var blocks: [DocxBlock] = []
  }

  /// What stands before the table.
  private(set) var cover: [DocxBlock] = []
  /// The tables of 一.
  private(set) var tables: [DocxTable] = []
  private(set) var sections: [Section] = []

  init(_ document: DocxDocument) {
    let blocks = Self.unframed(document.blocks)
    var seenTable = false
    var isAnnounced = false
    var last = 1
    for block in blocks {
      if case .paragraph(let paragraph) = block, seenTable || last > 1,
        let (number, heading) = Self.heading(paragraph.text, after: last)
      {
        last = number
        sections.append(Section(number: number, heading: heading))
        continue
      }
      if !sections.isEmpty {
        sections[sections.count - 1].blocks.append(block)
        continue
      }
      if case .paragraph(let paragraph) = block, Self.opensTable(paragraph.text) { isAnnounced = true }
      let tables = [block].tables
      // A cover may be set in a table too, with two or three labels.
      let isForm =
        seenTable || tables.contains { FormTable.isForm($0) || (isAnnounced && FormTable.labelCount(in: $0) > 0) }
      if isForm {
        seenTable = seenTable || !tables.isEmpty
        self.tables += tables
      } else {
        cover.append(block)
      }
    }
  }

  /// 一、“5G+工业互联网”应用场景申报表.
  private static func opensTable(_ text: String) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    let key = TextFolding.bareKey(text)
    return key.hasSuffix("申报表") && (key.hasPrefix("一") || key.contains("应用场景申报表"))
  }

  /// Tables with one column only frame what they hold.
  private static func unframed(_ blocks: [DocxBlock]) -> [DocxBlock] {
    var result: [DocxBlock] = []
    for block in blocks {
      if case .table(let table) = block, table.rows.allSatisfy({ $0.cells.count == 1 }),
        FormTable.labelCount(in: table) < 3
      {
        for row in table.rows { result += unframed(row.cells[0].blocks) }
      } else if case .table(let table) = block, let row = Self.headingRow(in: table) {
        // LibreOffice joins tables that follow each other without a paragraph between them.
        result.append(.table(DocxTable(rows: Array(table.rows[..<row]))))
        result += unframed(table.rows[row].cells[0].blocks)
        result += unframed([.table(DocxTable(rows: Array(table.rows[(row + 1)...])))])
      } else {
        result.append(block)
      }
    }
    return result
  }

  /// A row of a single cell that holds a whole section with its heading.
  private static func headingRow(in table: DocxTable) -> Int? {
    table.rows.prefix(FormTable.mostRows).firstIndex { row in
      guard row.cells.count == 1, !row.cells[0].continuesAbove,
        let first = row.cells[0].blocks.paragraphs.first(where: { !$0.text.allSatisfy(TextFolding.isIgnored) }),
        numbered(first.text.trimmingSpaces()).0 != nil, heading(first.text, after: 1) != nil
      else { return false }
      return row.cells[0].text.utf8.count > 180
    }
  }

  /// The section that a paragraph opens, if its words are those of a heading and it does not lead back.
  static func heading(_ text: String, after last: Int) -> (Int, String)? {
    guard text.utf8.count <= 400 else { return nil }
    let line = text.trimmingSpaces()
    guard line.count <= 40, let final = line.last, !"。；，,;".contains(final) else { return nil }
    let (numeral, title) = numbered(line)
    let key = TextFolding.bareKey(FormTemplate.withoutBrackets(title))
    guard !key.isEmpty else { return nil }
    for section in FormTemplate.sectionKeys where section.number > last {
      let titles = section.titles
      let isFirst = key == titles[0]
      // A form without one of the sections counts on all the same, by hand or by Word: 三 is followed by 四、项目实际投入情况
      // and that by 五、项目现场照片.
      if isFirst, numeral.map({ (last...section.number).contains($0) }) ?? true { return (section.number, line) }
      // Other wordings need their number.
      guard numeral == section.number else { continue }
      if titles.contains(key) || titles.contains(where: { Likeness.dice(Array(key), Array($0)) >= 0.6 }) {
        return (section.number, line)
      }
    }
    // Another wording without a number, when it is one of those we know.
    guard numeral == nil else { return nil }
    for section in FormTemplate.sectionKeys where section.number == last + 1 && section.titles.contains(key) {
      return (section.number, line)
    }
    return nil
  }

  /// `二、` or `（二）` or `2.` in front of a title.
  private static func numbered(_ line: String) -> (Int?, String) {
    let letters = Array(line)
    var place = 0
    while place < letters.count, "（( 第".contains(letters[place]) { place += 1 }
    var number: Int?
    if place < letters.count, let section = ChineseNumber.section(letters[place...]), section.value.places == 0 {
      number = section.value.mantissa
      place += section.length
    } else {
      let digits = letters[place...].prefix { $0.isASCII && $0.isWholeNumber }
      if digits.count == 1 { number = Int(String(digits)) }
      place += digits.count
    }
    guard number != nil else { return (nil, line) }
    let afterNumber = place
    while place < letters.count, "、.．,，）) 部分\u{3000}\t:：".contains(letters[place]) { place += 1 }
    // 5G… is no number.
    guard place > afterNumber else { return (nil, line) }
    return (number, String(letters[place...]))
  }
}

extension FormSections.Section {
  /// The paragraphs an applicant wrote, without guidance and without tables; empty when only sub-titles are left.
  var paragraphs: [String] {
    let guidance = FormTemplate.guidance(ofSection: number).map { Array(TextFolding.bareKey($0)) }
    var lines: [String] = []
    for paragraph in blocks.paragraphs {
      for line in paragraph.text.split(separator: "\n") {
        let text = String(line).trimmingSpaces()
        guard !text.isEmpty, let rest = FormGuidance.remaining(text, guidance)?.trimmingSpaces(), !rest.isEmpty else {
          continue
        }
        lines.append(rest)
      }
    }
    let hasContent = lines.contains { !FormTemplate.skeleton.contains(TextFolding.bareKey(String($0.prefix(40)))) }
    return hasContent ? lines : []
  }
}

extension String {
  /// Without spaces of any width at both ends.
  func trimmingSpaces() -> String {
    var text = Substring(self)
    while let first = text.first, TextFolding.isIgnored(first) { text = text.dropFirst() }
    while let last = text.last, TextFolding.isIgnored(last) { text = text.dropLast() }
    return String(text)
  }
}
