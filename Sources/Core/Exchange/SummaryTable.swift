/// Recognises a county's summary table (附件3). Reading it is another task; here it only must not be taken for an error.
enum SummaryTable {
  private static let heads = ["序号", "企业名称", "项目名称", "投资规模", "竣工时间", "联系人及电话", "备注"]

  /// Whether one table of a Word document has the headings of 附件3.
  static func isSummary(_ document: DocxDocument) -> Bool {
    document.blocks.tables.contains { table in
      table.rows.prefix(6).contains { row in
        let keys = row.cells.map { TextFolding.bareKey(FormTemplate.withoutBrackets(String($0.text.prefix(60)))) }
        return heads.count(where: keys.contains) >= 4
      }
    }
  }

  /// Whether a workbook's texts hold the headings of 附件3.
  static func isSummary(workbook bytes: [UInt8]) throws(ImportRefusal) -> Bool {
    var archive = try ArchiveReader(bytes)
    let parts = try archive.parts { $0 == "xl/sharedStrings.xml" || $0.hasPrefix("xl/worksheets/sheet") }
    var found: Set<String> = []
    for (name, part) in parts {
      try XMLTree.parse(part, part: name).forEach { node in
        guard node.name.hasSuffix(":t"), found.count < heads.count else { return }
        let key = TextFolding.bareKey(FormTemplate.withoutBrackets(String(node.text.prefix(60))))
        if heads.contains(key) { found.insert(key) }
      }
    }
    return found.count >= 4
  }
}
