import Testing

@testable import Core

struct ReportCSVTests {
  private func document(_ rows: [[ReportSheet.Value]]) -> ReportDocument {
    ReportDocument(
      sheets: [
        ReportSheet(
          name: "表", title: "标题", lines: ["一行"],
          columns: [.init(title: "甲", style: .text(4)), .init(title: "乙", style: .money)], rows: rows, below: ["签字："],
          footer: "")
      ], title: "标题", generatedAt: "2022-09-01T10:00:00+08:00", rows: rows.count)
  }

  @Test func linesFieldsAndQuotes() throws {
    let bytes = try ReportCSV.bytes(
      document([
        [.text("甲,\"乙\"\n丙"), .number(JSONNumber(hundredths: -350))], [.blank, .blank],
        [.text("2022-08"), .number(JSONNumber(7))],
      ]), encoding: .utf8)
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(
      String(decoding: bytes.dropFirst(3), as: UTF8.self)
        == "标题\r\n一行\r\n甲,乙\r\n\"甲,\"\"乙\"\"\n丙\",-3.5\r\n,\r\n2022-08,7\r\n签字：\r\n")
  }

  @Test(arguments: [
    "=1+1", "+86 13800000000", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", "−1", "  =1", "\u{FEFF}=1",
    "\u{200B}=cmd|' /C calc'!A0",
  ])
  func nothingThatAFormulaCouldStartWithStandsFirst(_ text: String) {
    #expect(ReportCSV.field(text).drop { $0 == "\"" }.hasPrefix("'"), "\(text)")
  }

  @Test(arguments: ["甲公司", "2022-08", "1-2", "a=b", "'x", ""]) func otherTextStaysAsItIs(_ text: String) {
    #expect(ReportCSV.field(text) == text)
  }

  @Test func theNationalStandardHasEveryCharacter() throws {
    let rows: [[ReportSheet.Value]] = [[.text("济宁𠮷é한"), .blank]]
    let bytes = try ReportCSV.bytes(document(rows), encoding: .gb18030)
    // 标题 in GB 18030, without a byte order mark.
    #expect(bytes.starts(with: [0xB1, 0xEA, 0xCC, 0xE2, 0x0D, 0x0A]))
    #expect(bytes.count > 40)
    let long = String(repeating: "𠮷字", count: 60_000)
    #expect(try TextEncoding.encode(long, as: "GB18030").count == 60_000 * 6)
    #expect(throws: TextEncoding.Failure.self) { try TextEncoding.encode("𠮷", as: "GB2312") }
    #expect(throws: TextEncoding.Failure.unknown("no-such")) { try TextEncoding.encode("a", as: "no-such") }
  }

  @Test func textsOfStrangersAreMadeVisible() {
    #expect(ReportSheet.safe("甲\r\n乙\u{1B}[31m\u{202E}") == "甲\n乙␛[31m⟪U+202E⟫")
  }
}
