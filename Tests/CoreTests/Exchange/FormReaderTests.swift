import Testing

@testable import Core

/// Small forms with the habits of real senders: moved, added, split and relabelled rows.
struct FormReaderTests {
  /// The rows of a filled form; a test changes what it is about.
  static var rows: [[String]] {
    [
      ["单位名称", "山东某某装备有限公司"], ["注册地址", "济宁市任城区某路1号"], ["法人代表", "张三", "所属县（市、区）", "任城区"],
      ["注册时间", "2012年11月2日", "注册资金", "5000万元"], ["联 系 人", "李四", "联系电话/手机", "13800001107"],
      ["电子邮箱", "Li4@Example.com", "传真", "/"], ["主营业务", "装备制造。"], ["年度", "2019年", "2020年", "2021年"],
      ["资产负债率", "52.3%", "50.8%", "/"], ["业务收入\n（万元）", "31260.45", "34,875.2", "见附表"],
      ["利润\n（万元）", "1842.6", "（105.77）", "—"],
      ["项目名称", "5G车间"], ["所属支持范围", "生产单元模拟"], ["合作运营商\n信息", "名称", "济宁移动"], ["", "联系人", "王五", "联系方式", "13900001101"],
      ["项目周期", "2021年3月至2022年5月"], ["项目概况（200字以内）", "概况。"], ["5G技术应用\n必要性", "必要。"], ["5G技术应用成效", "成效。"],
      ["经济效益指标", "净利润1500万元。"], ["社会效益指标", ""], ["技术指标", "时延≤18ms。"], ["成果指标", ""], ["其他指标", ""],
      ["真实性承诺", "我单位郑重声明。\n申报单位公章：\n2022年8月18日"], ["县（市、区）工信主管部门意见", "部门意见：同意推荐。\n（盖章）\n年    月    日"],
    ]
  }

  static let cover = ["申报单位（章）：山东某某装备有限公司", "项目名称：5G车间", "填报日期：2022.08.18"]

  static func body(_ rows: [[String]], cover: [String] = cover, after: String = "") -> String {
    cover.map(TestDocument.paragraph).joined() + TestDocument.table(rows.map(TestDocument.row)) + after
  }

  static func read(_ body: String, media: [[UInt8]] = []) throws -> FormReading {
    try FormReader.read(
      TestDocument.document(body, media: media), vocabulary: FormVocabulary(program: try jiningProgram()))
  }

  @Test func readsTheFormAsPrinted() throws {
    let reading = try Self.read(Self.body(Self.rows))
    #expect(reading.applicant == "山东某某装备有限公司")
    #expect(reading.fillDate == "2022-08-18")
    #expect(reading.county == "rencheng")
    #expect(reading.email == "li4@example.com")
    #expect(reading.fax == nil)
    #expect(reading.contact == "李四")
    #expect(reading.operators.map(\.contact) == ["王五"])
    #expect(reading.operators.map(\.phones) == [["13900001101"]])
    #expect(reading.finance.map(\.profit?.text) == ["1842.6", "-105.77", nil])
    #expect(reading.finance.map(\.debtRatio?.text) == ["52.3", "50.8", nil])
    #expect(reading.commitmentDate == "2022-08-18")
    #expect(reading.countyOpinion == "同意推荐。")
    #expect(reading.countyDate == nil)
    #expect(reading.metrics.map { $0.rows.count } == [1, 0, 1, 0, 0])
    #expect(reading.metrics[2].rows.map(\.id) == ["m02"])
  }

  @Test func whatIsNotUnderstoodIsListedAndNeverZero() throws {
    let reading = try Self.read(Self.body(Self.rows))
    #expect(reading.finance[2].revenue == nil)
    #expect(reading.unparsed.map(\.path) == ["company.finance.2021.revenue"])
    #expect(reading.unparsed.map(\.text) == ["见附表"])
    #expect(reading.raw.contains { $0 == ("company.finance.2020.profit", "（105.77）") })
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    var rows = Self.rows
    let moved = rows.remove(at: 15)
    rows.insert(moved, at: 0)
    rows.swapAt(1, 5)
    rows.swapAt(3, 4)
    let reading = try Self.read(Self.body(rows))
    #expect(reading.start == "2021-03")
    #expect(reading.companyName == "山东某某装备有限公司")
    #expect(reading.registeredCapital?.text == "5000")
    #expect(reading.contact == "李四")
  }

  @Test(arguments: [
    (0, ["企业名称：", "甲公司"]), (0, ["*单位\n名　称", "甲公司"]), (0, ["单 位 名 称（全称）", "甲公司"]), (0, ["单位名称：甲公司"]),
    (0, ["", "单位名称", "甲公司"]),
  ])
  func labelsAreFoundByMeaning(_ index: Int, _ row: [String]) throws {
    var rows = Self.rows
    rows[index] = row
    #expect(try Self.read(Self.body(rows)).companyName == "甲公司")
  }

  @Test func otherWordingsOfLabels() throws {
    var rows = Self.rows
    rows[2] = ["法定代表人", "赵六", "所属县市区", "济宁市金乡县"]
    rows[3] = ["成立时间", "二〇一二年十一月二日", "注册资本（元）", "50000000"]
    rows[5] = ["E-mail", "a@b.cn", "传真号码", "0537-5550108"]
    rows[9] = ["营业收入（亿元）", "3.126", "3.4", "4.1"]
    rows[10] = ["净利润（万元）", "1", "2", "3"]
    rows[17] = ["5Ｇ技术应用的必要性", "必要。"]
    let reading = try Self.read(Self.body(rows))
    #expect(reading.legalRepresentative == "赵六")
    #expect(reading.county == "jinxiang")
    #expect(reading.registeredOn == "2012-11-02")
    #expect(reading.registeredCapital?.text == "5000")
    #expect(reading.fax == "0537-5550108")
    #expect(reading.finance.map(\.revenue?.text) == ["31260", "34000", "41000"])
    #expect(reading.need5G == "必要。")
  }

  @Test func addedRowsAreKept() throws {
    var rows = Self.rows
    rows.insert(["统一社会信用代码", "91370800MA3XXXXX0X"], at: 2)
    rows.insert(["职工人数", "326人", "研发人员", "41人"], at: 6)
    rows.insert(["备注：本单位为规上企业"], at: 8)
    let reading = try Self.read(Self.body(rows))
    #expect(reading.extra.map(\.label) == ["统一社会信用代码", "职工人数", "研发人员", "备注"])
    #expect(reading.extra.map(\.text) == ["91370800MA3XXXXX0X", "326人", "41人", "本单位为规上企业"])
    #expect(reading.legalRepresentative == "张三")
  }

  @Test func telephonesInTwoCells() throws {
    var rows = Self.rows
    rows[4] = ["联系人", "李四", "联系电话", "0537-5550608"]
    rows.insert(["手机", "13800001107"], at: 5)
    #expect(try Self.read(Self.body(rows)).phones == ["0537-5550608", "13800001107"])
  }

  @Test func aTableBrokenByAPage() throws {
    let rows = Self.rows
    let body =
      Self.cover.map(TestDocument.paragraph).joined() + TestDocument.table(rows[..<11].map(TestDocument.row))
      + TestDocument.paragraph("") + TestDocument.table(rows[11...].map(TestDocument.row))
    let reading = try Self.read(body)
    #expect(reading.companyName != nil && reading.projectName == "5G车间")
    #expect(reading.countyOpinion == "同意推荐。")
  }

  @Test func aCellThatGoesOnBelow() throws {
    let first = TestDocument.row(TestDocument.cell("经济效益指标", merge: "restart"), TestDocument.cell("净利润1500万元。"))
    let second = TestDocument.row(TestDocument.cell("", merge: "continue"), TestDocument.cell("纳税300万元。"))
    let rows = Self.rows.map { $0[0] == "经济效益指标" ? first + second : TestDocument.row($0) }
    let reading = try Self.read(Self.cover.map(TestDocument.paragraph).joined() + TestDocument.table(rows))
    #expect(reading.metrics[0].rows.map(\.value?.text) == ["1500", "300"])
  }

  @Test func theCoverAsATable() throws {
    let cover = TestDocument.table([
      TestDocument.row("申报单位（章）：", "山东某某装备有限公司（盖章）"), TestDocument.row("项目名称：", "5G车间"),
      TestDocument.row("填报日期：", "2022/8/22"),
    ])
    let reading = try Self.read(cover + TestDocument.table(Self.rows.map(TestDocument.row)))
    #expect(reading.applicant == "山东某某装备有限公司")
    #expect(reading.coverProject == "5G车间")
    #expect(reading.fillDate == "2022-08-22")
  }

  @Test func aLongNameOnTheCoverGoesOnInTheNextLine() throws {
    var rows = Self.rows
    rows[11] = ["项目名称", "基于5G的架桥机总装车间生产单元模拟项目"]
    let cover = ["申报单位（章）：____甲公司____", "项目名称：基于5G的架桥机总装车间", "生产单元模拟项目", "填报日期：____________"]
    let reading = try Self.read(Self.body(rows, cover: cover))
    #expect(reading.coverProject == "基于5G的架桥机总装车间生产单元模拟项目")
    #expect(reading.applicant == "甲公司")
    #expect(reading.fillDate == nil)
    #expect(!reading.unparsed.contains { $0.path == "cover.fillDate" })
  }

  @Test func guidanceIsNoContent() throws {
    var rows = Self.rows
    rows[17] = ["5G技术应用必要性", "（项目中的技术瓶颈和5G技术的优势）"]
    rows[18] = ["5G技术应用成效", "（应用5G技术解决原有技术瓶颈的情况）断链次数降至0.2次。"]
    rows[12] = ["所属支持范围", "（生产单元模拟、精准动态作业、生产能效管控、工艺合规校验、生产过程追溯、设备预测维护、厂区智能理货等，可多选）"]
    let after = ["二、单位情况介绍", "企业成立时间、注册情况、业务范围、资质情况、业务开展情况、总体人员情况、技术/服务团队情况、自主技术研发情况、特色优势、行业影响力等。", "我公司成立于2012年。"]
    let reading = try Self.read(Self.body(rows, after: after.map(TestDocument.paragraph).joined()))
    #expect(reading.need5G == nil)
    #expect(reading.effect5G == "断链次数降至0.2次。")
    #expect(reading.scenarios.isEmpty)
    #expect(reading.sections.map(\.paragraphs) == [["我公司成立于2012年。"]])
  }

  @Test(arguments: [
    ["二、单位情况介绍", "三、项目基本情况", "四、项目经济和社会效益", "五、项目实际投入情况", "六、项目现场照片", "七、其他需要说明的事项及证明材料"],
    ["单位情况介绍", "项目基本情况", "项目经济和社会效益", "项目实际投入情况", "项目现场照片", "其他需要说明的事项及证明材料"],
    ["（二）企业情况介绍", "三．项目基本情况：", "四 、项目经济与社会效益", "五、项目实际投入情况（万元）", "六、现场照片", "七、证明材料"],
    ["2.单位情况介绍", "3.项目基本情况", "4.项目经济和社会效益", "5.项目实际投入情况", "6.项目现场照片", "7.其他需要说明的事项"],
  ])
  func headingsWithAndWithoutNumbers(_ headings: [String]) throws {
    let after = headings.map { TestDocument.paragraph($0) + TestDocument.paragraph("正文：\($0)之后，一、不是标题。") }.joined()
    let reading = try Self.read(Self.body(Self.rows, after: after))
    #expect(reading.sections.map(\.number) == [2, 3, 4, 5, 6, 7])
    #expect(reading.sections.allSatisfy { $0.paragraphs.count == 1 })
  }

  @Test func subheadingsDoNotEndASection() throws {
    let after = ["三、项目基本情况", "1.项目概述", "一、建设背景", "二、建设内容", "现场照片见第六部分。", "五、项目实际投入情况", "总投资100万元。"]
    let reading = try Self.read(Self.body(Self.rows, after: after.map(TestDocument.paragraph).joined()))
    #expect(reading.sections.map(\.number) == [3, 5])
    #expect(reading.sections[0].paragraphs.count == 4)
    #expect(reading.investment.total?.text == "100")
  }

  @Test func photographsAreThoseOfSectionSix() throws {
    let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
    let media = (1...5).map { jpeg + [UInt8($0)] } + [jpeg + [1]]
    var rows = Self.rows.map(TestDocument.row)
    rows[24] = TestDocument.row(
      TestDocument.cell("真实性承诺"),
      TestDocument.cell(TestDocument.picture("rId5", floating: true) + TestDocument.paragraph("2022年8月18日")))
    let gallery = TestDocument.table([
      "<w:tr><w:tc>\(TestDocument.picture("rId2"))</w:tc><w:tc>\(TestDocument.picture("rId3"))</w:tc></w:tr>",
      TestDocument.row("图2 甲", "图3：乙"),
    ])
    let body =
      Self.cover.map(TestDocument.paragraph).joined() + TestDocument.table(rows) + TestDocument.paragraph("六、项目现场照片")
      + TestDocument.picture("rId1") + TestDocument.paragraph("图1  车间") + gallery + TestDocument.picture("rId6")
      + TestDocument.paragraph("照片四、车间") + TestDocument.picture("rId4", width: 200_000)
      + TestDocument.paragraph("七、其他需要说明的事项及证明材料") + TestDocument.paragraph("附件1：营业执照复印件")
      + TestDocument.picture("rId4")
    let bytes = TestDocument.package(body, media: media).bytes()
    let form = try FormImporter.read(
      bytes: bytes, name: "a.docx", vocabulary: FormVocabulary(program: try jiningProgram()), importedAt: "")
    let json = form.json(id: try #require(RecordID("2022-rencheng-001")), unit: "rencheng")
    let photos = try #require(json["photos"]?.array)
    #expect(photos.map { $0["caption"]?.string } == ["车间", "甲", "乙", "车间"])
    // The first and the last are the same picture: one file, two entries.
    #expect(photos[0]["sha256"] == photos[3]["sha256"])
    #expect(
      photos.map { $0["file"]?.string }
        == ["photo-1.jpeg", "photo-2.jpeg", "photo-3.jpeg", "photo-1.jpeg"].map {
          "attachments/2022-rencheng-001/" + $0
        })
    #expect(json["attachments"]?.array?.map { $0["name"]?.string } == ["营业执照复印件", "proof-1.jpeg"])
    #expect(form.media.map(\.name) == ["photo-1.jpeg", "photo-2.jpeg", "photo-3.jpeg", "proof-1.jpeg", "form.docx"])
  }

  @Test func aTableInAMetricCell() throws {
    let nested = TestDocument.table([
      TestDocument.row("指标", "实施前", "实施后", "单位"), TestDocument.row("净利润", "1200", "1500", "万元"),
      TestDocument.row("返修率", "5.4", "1.7", "%"),
    ])
    var rows = Self.rows.map(TestDocument.row)
    rows[19] = TestDocument.row(
      TestDocument.cell("经济效益指标"), TestDocument.cell(TestDocument.paragraph("净利润1500万元。具体见下表：") + nested))
    let reading = try Self.read(Self.cover.map(TestDocument.paragraph).joined() + TestDocument.table(rows))
    #expect(reading.metrics[0].text == "净利润1500万元。")
    #expect(reading.metrics[0].rows.map { $0.value?.text } == ["1500", "1.7"])
    #expect(reading.metrics[0].rows.map { $0.baseline?.text } == ["1200", "5.4"])
    #expect(reading.metrics[0].table.count == 3)
  }

  @Test func aLetterIsNoForm() throws {
    #expect(throws: ImportRefusal.notAForm) {
      try Self.read(TestDocument.paragraph("关于报送申报书的函") + TestDocument.table([TestDocument.row("联系人", "李四")]))
    }
  }
}
