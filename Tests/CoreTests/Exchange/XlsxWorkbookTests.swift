import Testing

@testable import Core

struct XlsxWorkbookTests {
  private func texts(_ grid: SheetGrid) -> [String] {
    grid.rows.map { row in
      row.cells.map { SheetGrid.letters($0.column) + String(row.number) + "=" + $0.text }.joined(separator: ",")
    }
  }

  @Test func textsOfEveryKind() throws {
    let strings =
      "<si><r><t>甲</t></r><r><t xml:space=\"preserve\"> 乙</t></r><rPh sb=\"0\" eb=\"1\"><t>ふり</t></rPh></si><si><t>一_x000D_&#10;二_x005F_x</t></si>"
    let grid = try WorkbookBuilder.sheet(
      """
      <dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
      <c r="C1" t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r><rPh><t>x</t></rPh></is></c><c r="D1" t="str"><f>A1&amp;B1</f><v>戊</v></c>
      <c r="E1" t="b"><v>1</v></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1"><f>SUM(A1)</f></c><c r="H1" t="s"><v>9</v></c>
      <c r="I1" s="3"/><c r="J1" t="d"><v>2022-05-31T00:00:00Z</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>
      """, strings: strings)
    #expect(
      texts(grid) == [
        "A1=甲 乙,B1=一\n二_x,C1=丙丁,D1=戊,E1=TRUE,F1=#DIV/0!,G1==SUM(A1),H1=9,J1=2022-05-31T00:00:00Z", "XFD1048576=2",
      ])
    let problems = grid.rows[0].cells.compactMap(\.problem)
    #expect(problems == ["an error of the spreadsheet", "formula without a result", "no such shared text"])
    #expect(grid.rows[0].cells.last?.date == "2022-05-31")
  }

  @Test func cellsWithoutPlacesFollowEachOther() throws {
    let grid = try WorkbookBuilder.sheet(
      "<sheetData><row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c r=\"B2\"><v>3</v></c><c><v>4</v></c></row><row r=\"9\"><c><v>5</v></c></row></sheetData>"
    )
    #expect(texts(grid) == ["A1=1,C1=2", "B2=3,C2=4", "A9=5"])
  }

  @Test func prefixedAndStrictNamespaces() throws {
    let xml =
      "<x:worksheet xmlns:x=\"\(WorkbookBuilder.main)\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    var package = WorkbookBuilder.package([("a", "")], target: "/xl/worksheets/sheet")
    package.parts.removeAll { String(decoding: $0.name, as: UTF8.self) == "xl/worksheets/sheet1.xml" }
    package.add("xl/worksheets/Sheet1.xml", xml)
    #expect(texts(try XlsxWorkbook.read(package.bytes())[0]) == ["A1=7"])
    let strict = try WorkbookBuilder.sheet(
      "<sheetData><row r=\"1\"><c r=\"A1\"><v>8</v></c></row></sheetData>", namespace: WorkbookBuilder.strict)
    #expect(texts(strict) == ["A1=8"])
  }

  @Test(arguments: [
    ("1.2E3", "1200"), ("671.0", "671"), ("2022.1199999999999", "2022.12"), ("0.1", "0.1"), ("1E-3", "0.001"),
    ("-5", "-5"),
    ("13800001107", "13800001107"), ("1.3800001107E10", "13800001107"), ("0.30000000000000004", "0.3"), ("007", "7"),
    ("999999999999999.9", "1000000000000000"),
  ])
  func numbersAsTheyAreShown(_ text: String, _ plain: String) { #expect(SheetNumber.plain(text) == plain) }

  @Test(arguments: ["", "abc", "1e99", "1.2.3", "--1", "NaN", "0x10"]) func notNumbers(_ text: String) {
    #expect(SheetNumber.plain(text) == nil)
  }

  @Test func serialDates() {
    func iso(_ serial: Int, _ is1904: Bool = false) -> String? {
      SheetNumber.date(serial, is1904: is1904).map { "\($0.year)-\($0.month)-\($0.day)" }
    }
    #expect(iso(1) == "1900-1-1" && iso(59) == "1900-2-28" && iso(60) == nil && iso(61) == "1900-3-1")
    #expect(iso(44682) == "2022-5-1" && iso(43220, true) == "2022-5-1" && iso(0, true) == "1904-1-1")
    #expect(iso(36585) == "2000-2-29" && iso(44561) == "2021-12-31" && iso(-1) == nil && iso(10_000_000) == nil)
  }

  @Test(arguments: [
    ("yyyy\"年\"m\"月\"", "2022年5月", "2022-05"), ("yyyy/m/d;@", "2022/5/1", "2022-05-01"),
    ("[$-804]yyyy\\-mm", "2022-05", "2022-05"),
    ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", "2022年5月1日", "2022-05-01"), ("mmm-yy", "May-22", "2022-05"),
    ("yyyy.m", "2022.5", "2022-05"), ("yyyy年m月", "2022年5月", "2022-05"),
  ])
  func dateFormats(_ code: String, _ text: String, _ iso: String) {
    let format = SheetNumberFormat(code: code)
    #expect(format.isDate)
    let shown = format.date((2022, 5, 1))
    #expect(shown.text == text && shown.iso == iso)
  }

  @Test(arguments: [
    "General", "G/通用格式", "0.00", "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "0.00E+00", "@", "0\"万元\"", "¥#,##0",
  ])
  func otherFormatsAreNoDates(_ code: String) { #expect(!SheetNumberFormat(code: code).isDate) }

  @Test func wordsAroundTheDigits() {
    #expect(SheetNumberFormat(code: "#,##0\"元\"").written("6600000") == "6600000元")
    #expect(
      SheetNumberFormat(code: "0.00").written("671") == "671" && SheetNumberFormat(code: "General").written("1") == "1")
    #expect(SheetNumberFormat(code: "0!.0,\"万\"").isScaled && SheetNumberFormat(code: "0.0,").isScaled)
    #expect(!SheetNumberFormat(code: "#,##0.00").isScaled)
  }

  @Test func mergedCellsAreRepeatedBelow() throws {
    let grid = try WorkbookBuilder.sheet(
      WorkbookBuilder.rows(
        ["甲|一", "|二", "丙|三"],
        more: "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B3:XFD1048576\"/></mergeCells>"))
    #expect(texts(grid) == ["A1=甲,B1=一", "A2=甲,B2=二", "A3=丙,B3=三"])
    #expect(grid.rows[1].cells[0].continuesAbove && grid.rows[2].cells[1].span == 16_383)
  }

  private func refusal(_ xml: String, limits: SheetLimits = SheetLimits()) -> ImportRefusal? {
    do throws(ImportRefusal) {
      _ = try XlsxWorkbook.read(WorkbookBuilder.package([("a", xml)]).bytes(), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func everyLimitIsARefusalByName() {
    func data(_ inner: String) -> String { "<sheetData>\(inner)</sheetData>" }
    #expect(refusal(data("<row r=\"1048577\"/>")) == .excessiveSheet(.rows, limit: 1_048_576))
    #expect(refusal(data("<row r=\"0\"/>")) == .excessiveSheet(.rows, limit: 1_048_576))
    #expect(refusal(data("<row r=\"1\"><c r=\"XFE1\"/></row>")) == .excessiveSheet(.columns, limit: 16_384))
    #expect(refusal(data("<row><c r=\"A99999999999\"/></row>")) == nil)
    var limits = SheetLimits()
    limits.cells = 3
    #expect(refusal(WorkbookBuilder.rows(["a|b|c", "d"]), limits: limits) == .excessiveSheet(.cells, limit: 3))
    limits = SheetLimits()
    limits.merges = 1
    let merges = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"
    #expect(refusal(WorkbookBuilder.rows(["a"], more: merges), limits: limits) == .excessiveSheet(.merges, limit: 1))
    limits.text = 4
    #expect(refusal(WorkbookBuilder.rows(["很长的字"]), limits: limits) == .excessiveSheet(.text, limit: 4))
    limits = SheetLimits()
    limits.sheets = 0
    #expect(refusal(data(""), limits: limits) == .excessiveSheet(.sheets, limit: 0))
    #expect(refusal("<!DOCTYPE a>") == .declaresEntities(part: "xl/worksheets/sheet1.xml"))
  }

  @Test func manyEmptyCellsCostNothing() throws {
    let row = "<row>" + String(repeating: "<c s=\"1\"/>", count: 50) + "</row>"
    let grid = try WorkbookBuilder.sheet("<sheetData>" + String(repeating: row, count: 400) + "</sheetData>")
    #expect(grid.rows.isEmpty)
  }
}
