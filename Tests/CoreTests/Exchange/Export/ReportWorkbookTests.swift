import Testing

@testable import Core

/// Workbooks as our own reader, which is not the library that wrote them, sees them.
struct ReportWorkbookTests {
  private func sheet(_ rows: [[ReportSheet.Value]], name: String = "表", chart: ReportChart? = nil) -> ReportSheet {
    ReportSheet(
      name: name, title: "标题", lines: ["批次：一"],
      columns: [
        .init(title: "名称", style: .text(8)), .init(title: "投资", style: .money), .init(title: "得分", style: .decimal(1)),
      ], rows: rows, below: ["签字："], footer: "脚注 & 50%", chart: chart, chartName: "图")
  }

  private func bytes(_ sheets: [ReportSheet], title: String = "标题") throws -> [UInt8] {
    try ReportWorkbook.bytes(
      ReportDocument(sheets: sheets, title: title, generatedAt: "2022-09-01T10:00:00+08:00", rows: 0))
  }

  private func part(_ name: String, _ bytes: [UInt8]) throws -> String {
    var archive = try ArchiveReader(bytes)
    return String(decoding: try archive.parts { $0 == name }[name] ?? [], as: UTF8.self)
  }

  @Test func valuesComeBackAsTheyWere() throws {
    let hostile = "=HYPERLINK(\"http://x\",\"甲\")"
    let rows: [[ReportSheet.Value]] = [
      [.text(hostile), .number(JSONNumber(hundredths: 123_456)), .number(JSONNumber(tenths: 805))],
      [.text("http://example.com"), .blank, .blank], [.text("91370800MA3C000001"), .text("—"), .number(JSONNumber(0))],
      [.text("_x001B_ a_xFFFF_ _x00"), .text("13800000000"), .text("00123")],
      [.text("甲\n乙 <b>&\"'"), .number(JSONNumber(checked: "12345678901234567890")), .blank],
    ]
    let file = try bytes([sheet(rows)])
    let grid = try #require(try XlsxWorkbook.read(file).first)
    let texts = grid.rows.map { row in row.cells.filter { !$0.isBlank }.map(\.text) }
    #expect(texts[0] == ["标题"])
    #expect(texts[2] == ["名称", "投资", "得分"])
    #expect(texts[3] == [hostile, "1234.56", "80.5"])
    #expect(grid.rows[3].cells[1].isNumber && grid.rows[3].cells[2].isNumber && !grid.rows[3].cells[0].isNumber)
    #expect(texts[4] == ["http://example.com"])
    #expect(texts[5] == ["91370800MA3C000001", "—", "0"])
    #expect(texts[6] == ["_x001B_ a_xFFFF_ _x00", "13800000000", "00123"])
    #expect(!grid.rows[6].cells[1].isNumber && !grid.rows[6].cells[2].isNumber)
    #expect(texts[7] == ["甲\n乙 <b>&\"'", "12345678901234567890"])
    let xml = try part("xl/worksheets/sheet1.xml", file)
    #expect(!xml.contains("<f>") && !xml.contains("hyperlink"))
  }

  @Test func pagesAreSetUpForPrinting() throws {
    let file = try bytes([sheet([[.text("甲"), .blank, .blank]])])
    let xml = try part("xl/worksheets/sheet1.xml", file)
    for piece in [
      "paperSize=\"9\"", "fitToHeight=\"0\"", "<pane ySplit=\"3\"", "<autoFilter ref=\"A3:C4\"/>", "&amp;P / &amp;N",
      "脚注 &amp;&amp; 50%",
    ] { #expect(xml.contains(piece), "\(piece)") }
    #expect(try part("xl/workbook.xml", file).contains("_xlnm.Print_Titles"))
    let core = try part("docProps/core.xml", file)
    #expect(core.contains("2022-09-01T02:00:00Z") && core.contains("<dc:creator></dc:creator>"))
    #expect(try file == bytes([sheet([[.text("甲"), .blank, .blank]])]), "the same report is the same file")
  }

  @Test func sheetsHaveNamesThatSpreadsheetsTake() throws {
    let long = String(repeating: "长", count: 40)
    let names = ["a/b[c]:*?\\", "A B C", "a b c", "'", "", long, long]
    let file = try bytes(names.map { sheet([], name: $0) })
    let found = try XlsxWorkbook.read(file).map(\.name)
    #expect(found.count == 7 && Set(found.map { $0.lowercased() }).count == 7)
    #expect(found.allSatisfy { !$0.isEmpty && $0.count <= 31 })
  }

  @Test func aChartStandsOnASheetOfItsOwn() throws {
    let rows: [[ReportSheet.Value]] = [
      [.text("甲"), .number(JSONNumber(1)), .number(JSONNumber(2))],
      [.text("乙"), .number(JSONNumber(3)), .number(JSONNumber(4))],
    ]
    let chart = ReportChart(form: .lines, categories: 0, series: [1, 2])
    let file = try bytes([sheet(rows, name: "O'Neil", chart: chart), sheet([], name: "空", chart: chart)])
    let xml = try part("xl/charts/chart1.xml", file)
    #expect(xml.contains("'O''Neil'!$B$4:$B$5") && xml.contains("'O''Neil'!$A$4:$A$5"))
    #expect(try part("xl/charts/chart2.xml", file).isEmpty, "nothing is drawn of an empty table")
  }
}
