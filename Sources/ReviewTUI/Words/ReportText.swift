import Core

/// Puts a report into words: facts in, sheets out.
enum ReportText {
  static func document(_ tables: [ReportTable], _ kind: ReportKind, now: String, _ language: Language) -> ReportDocument
  {
    let title = tables.first.map { table in
      let batch = language == .zh ? table.head.batch.zh : table.head.batch.en
      return batch + " " + ReportWords.name(kind)(language)
    }
    return ReportDocument(
      sheets: tables.map { sheet($0, language) }, title: ReportSheet.safe(title ?? ReportWords.name(kind)(language)),
      generatedAt: now, rows: tables.filter(\.isMain).reduce(0) { $0 + $1.rows.count })
  }

  static func sheet(_ table: ReportTable, _ language: Language) -> ReportSheet {
    let head = ReportSheet.safe(ReportWords.head(table)(language))
    let name = ReportWords.sheet(table, language)
    let notes = table.notes.compactMap { ReportWords.note($0)?(language) }
    let isForm = table.kind == .summary
    var below = table.below.map { line($0, language) }
    if isForm {
      // The printed form has nothing but its title, one line and the table: what else is said stands below as a remark.
      below.append((language == .zh ? "注：" : "Note: ") + ([head] + notes).joined(separator: "　"))
    } else {
      below += notes.map { (language == .zh ? "注：" : "Note: ") + $0 }
    }
    below += ReportWords.signatures(table.kind).map { $0(language) }
    return ReportSheet(
      name: name, title: isForm ? formTitle(table, language) : ReportSheet.safe(ReportWords.title(table, language)),
      lines: (isForm ? [] : [head]) + table.lines.map { isForm ? formLine($0, language) : line($0, language) },
      columns: table.columns.map {
        ReportSheet.Column(title: ReportSheet.safe(ReportHeadings.heading($0.heading)(language)), style: $0.style)
      },
      rows: table.rows.map { row in row.map { value($0, language) } }, below: below, footer: head, chart: table.chart,
      chartName: ReportWords.chart(name)(language))
  }

  /// 附件3's title as it is printed: the call without its year.
  private static func formTitle(_ table: ReportTable, _ language: Language) -> String {
    guard language == .zh else { return ReportSheet.safe(table.head.batch.en + ": summary table of recommendations") }
    var batch = table.head.batch.zh[...]
    if let mark = batch.firstIndex(of: "年"), batch[..<mark].allSatisfy(\.isNumber) {
      batch = batch[batch.index(after: mark)...]
    }
    return ReportSheet.safe(batch + (batch.hasSuffix("申报") ? "推荐汇总表" : "申报推荐汇总表"))
  }

  /// 县（市、区）工业和信息化主管部门（盖章）：…　日期：…年…月.
  private static func formLine(_ line: ReportTable.Line, _ language: Language) -> String {
    guard case .fields(let entries) = line else { return self.line(line, language) }
    return entries.map { entry in
      let words = text(entry.cell, language)
      let isMonth = entry.field == .month && language == .zh
      let value = isMonth ? month(words) : words
      return ReportHeadings.name(entry.field)(language) + (language == .zh ? "：" : ": ") + value
    }.joined(separator: "    ")
  }

  /// `2022-08` as 2022年8月; the places for pen where it is missing.
  private static func month(_ iso: String) -> String {
    let parts = iso.split(separator: "-")
    guard parts.count >= 2, let month = Int(parts[1]) else { return iso.isEmpty ? "    年    月" : iso }
    return "\(parts[0])年\(month)月"
  }

  static func line(_ line: ReportTable.Line, _ language: Language) -> String {
    switch line {
    case .note(let note): ReportWords.note(note)?(language) ?? ""
    case .fields(let entries):
      entries.map { entry in
        ReportHeadings.name(entry.field)(language) + (language == .zh ? "：" : ": ") + text(entry.cell, language)
      }.joined(separator: language == .zh ? "　　" : "    ")
    }
  }

  static func text(_ cell: ReportCell, _ language: Language) -> String { value(cell, language).text }

  static func value(_ cell: ReportCell, _ language: Language) -> ReportSheet.Value {
    switch cell {
    case .blank: return .blank
    case .number(let number): return .number(number)
    case .text(let text): return .text(fitting(ReportSheet.safe(text), language))
    case .term(let term): return .text(fitting(ReportSheet.safe(ReportTermWords.phrase(term)(language)), language))
    case .list(let cells):
      let texts = cells.map { text($0, language) }.filter { !$0.isEmpty }
      return texts.isEmpty ? .blank : .text(fitting(texts.joined(separator: language == .zh ? "、" : ", "), language))
    }
  }

  /// Text as long as a cell may be; what is cut is said.
  private static func fitting(_ text: String, _ language: Language) -> String {
    guard text.utf16.count > ReportSheet.longestText else { return text }
    let tail = Phrase(zh: "……（以下略，全文 \(text.count) 字）", en: "… (cut; \(text.count) characters in all)")(language)
    var kept = text.prefix(ReportSheet.longestText - tail.utf16.count)
    while kept.utf16.count + tail.utf16.count > ReportSheet.longestText { kept = kept.dropLast(64) }
    return kept + tail
  }
}
