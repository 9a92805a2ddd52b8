import Testing

@testable import Core

/// Tables as offices vary them, none of them among the samples.
struct SummaryReaderTests {
  static let head = "序号|企业名称|项目名称|所属典型场景支持范围及&#10;项目内容简述|投资规模&#10;（万元）|竣工时间|联系人及电话|备注"
  static let row = "1|甲公司|5G车间|生产单元模拟：车间。|671|2022年5月|张三 13800000001|"
  static let line = "1|甲公司|5G车间|SC01|671|2022-05|张三|13800000001|-"

  private func lines(_ reading: SummaryReading) -> [String] { reading.rows.map(SummaryFixtureTests.line) }
  private func left(_ reading: SummaryReading) -> [String] { reading.left.map { $0.place + " " + $0.why } }

  @Test func linesAboveTheTable() throws {
    let reading = try WorkbookBuilder.read([
      "附件3", "济宁市“5G+工业互联网”典型应用场景申报推荐汇总表", "推荐单位（盖章）：|邹城市工信局|||联系人：李四|||日期：2022.8.20", Self.head, Self.row,
    ])
    #expect(lines(reading) == [Self.line])
    #expect(reading.bureau == "邹城市工信局" && reading.date == "2022-08" && reading.title == "济宁市“5G+工业互联网”典型应用场景申报推荐汇总表")
    #expect(reading.left.isEmpty && reading.unparsed.isEmpty)
  }

  @Test func linesBelowTheTable() throws {
    let reading = try WorkbookBuilder.read([
      Self.head, Self.row, "", "填报单位（公章）：泗水县工业和信息化局", "填表人：王五    审核人：赵六", "二〇二二年八月二十日", "注：以上均已核实。",
    ])
    #expect(lines(reading) == [Self.line] && reading.bureau == "泗水县工业和信息化局" && reading.date == "2022-08")
    #expect(left(reading) == ["Sheet1!A5 single words", "Sheet1!A7 note"])
  }

  @Test func totalsBlankRowsAndRepeatedHeadings() throws {
    let reading = try WorkbookBuilder.read([
      Self.head, "1|2|3|4|5|6|7|8", Self.row, "小 计|||| 671", Self.head,
      "2|乙公司|5G仓|厂区智能理货|#88.50|#2022.5|李四&#10;13800000002", "3", "合计（2项）||||759.5",
    ])
    #expect(lines(reading) == [Self.line, "2|乙公司|5G仓|SC07|88.5|2022-05|李四|13800000002|-"])
    #expect(
      left(reading) == [
        "Sheet1!A2 numbers of the columns", "Sheet1!A4 total", "Sheet1!A5 repeated heading", "Sheet1!A7 only a number",
        "Sheet1!A8 total",
      ])
    #expect(reading.rows[1].raw.first { $0.field == "investment" }?.text == "88.50")
  }

  @Test func movedSplitAndAddedColumns() throws {
    let reading = try WorkbookBuilder.read([
      "单位名称|序 号|所属行业|场景名称|所属支持范围|主要建设内容|联系人|手机号码|竣工（上线）时间|总投资（亿元）|备 注",
      "甲公司|①|机械|5G车间|3、5|车间改造。|张 三|138 0000 0001|2022-05-31|0.0671|无",
    ])
    #expect(lines(reading) == ["1|甲公司|5G车间|SC03+SC05|671|2022-05-31|张三|13800000001|无"])
    #expect(reading.rows[0].extra.map { $0.label + "=" + $0.text } == ["所属行业=机械"])
    #expect(reading.rows[0].scopeAndSummary == "3、5：车间改造。")
  }

  @Test func aHeadingOfTwoRows() throws {
    let merges = ["A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:F2", "G1:H1", "I1:I2"].map { "<mergeCell ref=\"\($0)\"/>" }
    let reading = try WorkbookBuilder.read(
      [
        "序号|申报情况||支持范围及内容简述|投资规模|竣工时间|联系人及电话||备注", "|企业名称|项目名称||||联系人|电话|",
        "1|甲公司|5G车间|生产单元模拟：车间。|671|2022年5月|张三|13800000001|",
      ], more: "<mergeCells>\(merges.joined())</mergeCells>")
    #expect(lines(reading) == [Self.line] && reading.left.isEmpty)
  }

  @Test func aHeadingThatBreaksOverRowsWithoutMerging() throws {
    let reading = try WorkbookBuilder.read([
      "序号|企业|项目|典型场景|投资规模|竣工|联系人|备注", "|名称|名称|及内容简述|（万元）|时间|及电话|", Self.row,
    ])
    #expect(lines(reading) == [Self.line] && reading.left.isEmpty)
  }

  @Test func oneCompanyWithTwoProjects() throws {
    let merges =
      "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"G2:G3\"/></mergeCells>"
    let reading = try WorkbookBuilder.read([Self.head, Self.row, "||5G仓|厂区智能理货|12|2022.6||"], more: merges)
    #expect(lines(reading) == [Self.line, "1|甲公司|5G仓|SC07|12|2022-06|张三|13800000001|-"])
    #expect(reading.rows[1].continues == ["seq", "company", "contactAndPhones"])
  }

  @Test(arguments: [
    ("1,200.5", "1200.5"), ("1200.5万元", "1200.5"), ("0.12亿元", "1200"), ("１２００", "1200"), ("一千二百", "1200"),
    ("壹仟贰佰万元整", "1200"),
    ("约1200", "1200"), ("￥1200.00", "1200"), ("12000000元", "1200"), ("1200万", "1200"), ("/", "-"), ("待定", "-"),
    ("设备800、软件400", "-"),
    ("#1.2E3", "1200"), ("#1200.4999999999999", "1200.5"),
  ])
  func amounts(_ text: String, _ expected: String) throws {
    let reading = try WorkbookBuilder.read([Self.head, Self.row.replacing("671", with: text)])
    #expect(reading.rows.first?.investment?.text ?? "-" == expected)
    #expect(reading.unparsed.map(\.path) == (["待定", "设备800、软件400"].contains(text) ? ["rows.0.investment"] : []))
  }

  @Test(arguments: [
    ("2022.5", "2022-05"), ("2022-05-31", "2022-05-31"), ("2022/5", "2022-05"), ("2022年05月底", "2022-05"),
    ("二〇二二年五月", "2022-05"),
    ("２０２２年５月", "2022-05"), ("202205", "2022-05"), ("20220531", "2022-05-31"), ("44682", "2022-05-01"),
    ("#44682", "2022-05-01"),
    ("22年5月", "2022-05"), ("2021年3月-2022年5月", "2022-05"), ("2022.10", "2022-10"), ("#2022.12", "2022-12"),
    ("已于2022年5月竣工", "2022-05"), ("#2022.1199999999999", "2022-12"),
  ])
  func dates(_ text: String, _ expected: String) throws {
    let reading = try WorkbookBuilder.read([Self.head, Self.row.replacing("2022年5月", with: text)])
    #expect(reading.rows.first?.completed == expected && reading.unparsed.isEmpty, "\(reading.unparsed)")
  }

  @Test(arguments: [
    ("五月", "no year"), ("#2022.1", "January or October"), ("已竣工", "not a date"), ("2022年13月", "only a year"),
    ("2022年", "only a year"),
  ])
  func datesThatAreLeftOpen(_ text: String, _ why: String) throws {
    let reading = try WorkbookBuilder.read([Self.head, Self.row.replacing("2022年5月", with: text)])
    let completed = reading.rows.first?.completed
    #expect(completed == nil || completed == "2022")
    #expect(reading.unparsed.map(\.why) == [why])
  }

  @Test(arguments: [
    ("张三&#10;13800000001", "张三", "13800000001"), ("13800000001（张三）", "张三", "13800000001"),
    ("张三、李四 13800000001/0537-5550001", "张三、李四", "13800000001+0537-5550001"),
    ("联系人：张三&#10;电话：138-0000-0001", "张三", "13800000001"),
    ("张 三 手机:13800000001", "张三", "13800000001"), ("张三1380000000113800000002", "张三", "1380000000113800000002"),
    ("#13800000001", "-", "13800000001"), ("张三", "张三", ""), ("欧阳修文　05375550001", "欧阳修文", "05375550001"),
    ("０５３７－５５５０００１ 张三", "张三", "0537-5550001"),
  ])
  func contacts(_ text: String, _ name: String, _ phones: String) throws {
    let reading = try WorkbookBuilder.read([Self.head, Self.row.replacing("张三 13800000001", with: text)])
    let row = try #require(reading.rows.first)
    #expect(row.contact ?? "-" == name && row.phones.joined(separator: "+") == phones)
  }

  @Test(arguments: [
    ("生产过程追溯、全域物流检测：概述", "SC05+SC08"), ("生产单元模拟。车间改造", "SC01"), ("设备预测性维护&#10;车间改造", "SC06"),
    ("所属范围：生产能效管控；项目内容：全厂", "SC03"), ("1.生产单元模拟 2.设备预测维护：车间", "SC01+SC06"), ("【厂区智能理货】成品库", "SC07"),
    ("车间改造，提升效率。", ""),
  ])
  func scenarios(_ text: String, _ codes: String) throws {
    let reading = try WorkbookBuilder.read([Self.head, Self.row.replacing("生产单元模拟：车间。", with: text)])
    let row = try #require(reading.rows.first)
    #expect(row.scenarios.joined(separator: "+") == codes && row.scopeAndSummary == text.replacing("&#10;", with: "\n"))
    #expect(reading.unparsed.map(\.path) == (codes.isEmpty ? ["rows.0.scenarios"] : []))
  }

  @Test func theSheetWithTheHeadingIsTakenAndOthersAreReported() throws {
    let sheets = [
      ("说明", WorkbookBuilder.rows(["请各单位填写"])), ("表", WorkbookBuilder.rows([Self.head, Self.row])),
      ("旧", WorkbookBuilder.rows([Self.head, Self.row, "2|旧公司|旧项目"])),
    ]
    let bytes = WorkbookBuilder.package(sheets, states: ["visible", "visible", "hidden"]).bytes()
    let reading = try SummaryTable.read(bytes, vocabulary: FormVocabulary(program: try jiningProgram()))
    #expect(lines(reading) == [Self.line])
    #expect(left(reading) == ["说明!A1 another table", "旧!A1 hidden sheet", "旧!A2 hidden sheet", "旧!A3 hidden sheet"])
  }

  @Test func rowsWithoutANumberAndNamesOverTwoLines() throws {
    let reading = try WorkbookBuilder.read([Self.head, Self.row.replacing("1|甲公司", with: "|甲&#10;公司")])
    #expect(lines(reading) == ["-" + Self.line.dropFirst()])
  }

  @Test func errorsStayRaw() throws {
    let xml = WorkbookBuilder.rows([Self.head, Self.row]).replacing(
      "<c r=\"E2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">671</t></is></c>",
      with: "<c r=\"E2\" t=\"e\"><f>Sheet9!A1</f><v>#REF!</v></c>")
    let reading = try SummaryTable.read(
      WorkbookBuilder.package([("Sheet1", xml)]).bytes(), vocabulary: FormVocabulary(program: try jiningProgram()))
    #expect(reading.rows.first?.investment == nil)
    #expect(
      reading.unparsed == [
        Application.Unparsed(path: "rows.0.investment", text: "#REF!", why: "an error of the spreadsheet")
      ])
  }

  @Test func aTableOverTwoTablesOfWord() throws {
    let cells = Self.head.replacing("&#10;", with: "\n").split(separator: "|").map(String.init)
    func row(_ text: String) -> String {
      TestDocument.row(text.split(separator: "|", omittingEmptySubsequences: false).map(String.init))
    }
    let body =
      TestDocument.paragraph("推荐单位：梁山县工业和信息化局") + TestDocument.table([TestDocument.row(cells), row(Self.row)])
      + TestDocument.paragraph("") + TestDocument.table([row("2|乙公司|5G仓|厂区智能理货|88|2022.6|李四|")])
      + TestDocument.paragraph("2022年8月21日")
    let reading = try SummaryTable.read(
      TestDocument.package(body).bytes(), vocabulary: FormVocabulary(program: try jiningProgram()))
    #expect(lines(reading) == [Self.line, "2|乙公司|5G仓|SC07|88|2022-06|李四||-"])
    #expect(reading.bureau == "梁山县工业和信息化局" && reading.date == "2022-08" && reading.left.isEmpty)
  }

  @Test(arguments: ["姓名|年龄|电话", "企业名称|项目名称", "一|二|三|四|五"]) func otherTablesAreNone(_ head: String) {
    #expect(throws: ImportRefusal.wrongKind(.workbook)) { try WorkbookBuilder.read([head, "1|2|3|4|5"]) }
  }

  // MARK: - Written by real programs

  private func fixture(_ name: String) throws -> SummaryReading {
    let folder = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fixtures/tables/"
    return try SummaryTable.read(
      try OutsideFile.read(folder + name), vocabulary: FormVocabulary(program: try jiningProgram()))
  }

  @Test func ofOpenpyxl() throws {
    let reading = try fixture("openpyxl-merged.xlsx")
    #expect(
      lines(reading) == [
        "1|曲阜雨榆机械有限公司|5G+齿轮箱装配工艺校验|SC04|1200.5|2022-05|米小满|13800003001|-",
        "1|曲阜雨榆机械有限公司|5G齿轮箱预测性维护平台|SC06|88|2021-12-01|米小满|13800003001|二期",
        "2|曲阜云杉食品有限公司|一瓶一码追溯|SC05+SC08|-|2022-06|卜算|0537-4440001+13800003002|-",
      ])
    #expect(reading.bureau == "曲阜市工业和信息化局" && reading.date == "2022-08")
    #expect(reading.unparsed.map(\.why) == ["formula without a result"])
    #expect(reading.rows[0].raw.first { $0.field == "completed" }?.text == "2022年5月")
    #expect(left(reading) == ["汇总!A8 total", "汇总!A9 hidden row", "底稿!A1 another table", "字典!A1 hidden sheet"])
  }

  @Test func ofXlsxWriter() throws {
    let reading = try fixture("xlsxwriter-1904.xlsx")
    #expect(
      lines(reading) == [
        "1|微山湖光造船有限公司|5G船台精准吊装|SC02|356|2022-04|水清浅|13800003101|-",
        "2|微山荷风水产科技有限公司|冷链全域监测|SC08|1025.4|2021-11-30|莲蓬|0537-8880001-8|-",
        "3|微山苇岸能源有限公司|光伏能效管控平台|SC03|0.12|2022-10|闻一|13800003103|-",
        "4|微山石楠新材料有限公司|边云协同理货|SC07|1200|2022-03|石楠|13800003104|-",
      ])
    #expect(reading.bureau == "微山县工业和信息化局" && reading.rows[2].otherScenarios == ["虚拟电厂"])
    #expect(left(reading) == ["Sheet1!A9 note"] && reading.unparsed.isEmpty)
  }

  @Test func ofLibreOffice() throws {
    let reading = try fixture("lo-merged.docx")
    #expect(
      lines(reading) == [
        "1|嘉祥石韵机械有限公司|5G+石材切割合规校验|SC04|1200.5|2022-05-31|温如玉|13800003201|-",
        "1|嘉祥石韵机械有限公司|矿山无人运输|SC02|1200|2022|温如玉|13800003201|新增",
        "2|嘉祥麦浪农机有限公司|农机虚拟展厅|SC09|1200.5|-|麦穗|13800003202|—",
      ])
    #expect(reading.bureau == "嘉祥县工业和信息化局" && reading.date == "2022-08")
    #expect(reading.left.map(\.why) == ["repeated heading", "note"])
    #expect(reading.unparsed.map(\.path) == ["rows.1.completed", "rows.2.completed"])
  }
}
