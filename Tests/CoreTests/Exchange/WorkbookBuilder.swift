@testable import Core

/// Workbooks for tests, written byte by byte, so that also wrong ones can be made.
enum WorkbookBuilder {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"

  /// A package with one sheet whose XML is `sheet` (inside `worksheet`).
  static func package(
    _ sheets: [(name: String, xml: String)], strings: String? = nil, styles: String? = nil, workbook: String = "",
    namespace: String = main, target: String = "worksheets/sheet", states: [String] = []
  ) -> PackageBuilder {
    var package = PackageBuilder()
    let relations = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package.add(
      "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
    package.add(
      "_rels/.rels",
      "<Relationships \(relations)><Relationship Id=\"a\" Type=\"\(kind)/officeDocument\" Target=\"/xl/workbook.xml\"/>"
        + "</Relationships>")
    let list = sheets.indices.map { index in
      let state = states.indices.contains(index) ? " state=\"\(states[index])\"" : ""
      return "<sheet name=\"\(sheets[index].name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index)\"/>"
    }
    package.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(namespace)\" xmlns:r=\"\(kind)\">\(workbook)<sheets>\(list.joined())</sheets></workbook>")
    let links = sheets.indices.map {
      "<Relationship Id=\"s\($0)\" Type=\"\(kind)/worksheet\" Target=\"\(target)\($0 + 1).xml\"/>"
    }
    package.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships \(relations)>\(links.joined())<Relationship Id=\"t\" Type=\"\(kind)/sharedStrings\" "
        + "Target=\"sharedStrings.xml\"/><Relationship Id=\"u\" Type=\"\(kind)/styles\" Target=\"styles.xml\"/>"
        + "</Relationships>")
    for (index, sheet) in sheets.enumerated() {
      package.add(
        "xl/worksheets/sheet\(index + 1).xml", "<worksheet xmlns=\"\(namespace)\">\(sheet.xml)</worksheet>")
    }
    if let strings { package.add("xl/sharedStrings.xml", "<sst xmlns=\"\(namespace)\">\(strings)</sst>") }
    if let styles { package.add("xl/styles.xml", "<styleSheet xmlns=\"\(namespace)\">\(styles)</styleSheet>") }
    return package
  }

  static func sheet(
    _ xml: String, strings: String? = nil, styles: String? = nil, workbook: String = "", namespace: String = main
  ) throws -> SheetGrid {
    let bytes = package(
      [("Sheet1", xml)], strings: strings, styles: styles, workbook: workbook, namespace: namespace
    ).bytes()
    return try XlsxWorkbook.read(bytes)[0]
  }

  /// A sheet of inline texts; `|` parts the cells, an empty one is left out, `#` begins a number.
  static func rows(_ rows: [String], more: String = "") -> String {
    var xml = ""
    for (number, row) in rows.enumerated() {
      xml += "<row r=\"\(number + 1)\">"
      for (column, text) in row.split(separator: "|", omittingEmptySubsequences: false).enumerated() where !text.isEmpty
      {
        let place = SheetGrid.letters(column) + String(number + 1)
        xml +=
          text.hasPrefix("#")
          ? "<c r=\"\(place)\"><v>\(text.dropFirst())</v></c>"
          : "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
      }
      xml += "</row>"
    }
    return "<sheetData>\(xml)</sheetData>" + more
  }

  static func read(_ rows: [String], more: String = "") throws -> SummaryReading {
    try SummaryTable.read(
      package([("Sheet1", self.rows(rows, more: more))]).bytes(),
      vocabulary: FormVocabulary(program: try jiningProgram()))
  }
}
