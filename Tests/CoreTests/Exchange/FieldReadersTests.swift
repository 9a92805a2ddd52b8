import Testing

@testable import Core

struct DateReaderTests {
  @Test(arguments: [
    ("2022年8月18日", "2022-08-18"), ("2022.08.19", "2022-08-19"), ("2022-8-1", "2022-08-01"), ("2022/8/22", "2022-08-22"),
    ("二〇二二年八月十八日", "2022-08-18"), ("二○二二年十二月三十一日", "2022-12-31"), ("20220819", "2022-08-19"),
    ("2022 年 8 月 18 日", "2022-08-18"), ("２０２２年８月１８日", "2022-08-18"), ("2022年08月18号", "2022-08-18"),
    ("填报日期：2022．8．18", "2022-08-18"), ("2012年11月", "2012-11"), ("2012.11", "2012-11"), ("2012年", "2012"),
    ("2022、8、18", "2022-08-18"), ("2022-08-18 00:00:00", "2022-08-18"), ("2022年8.18", "2022-08-18"),
    ("二O二二年八月十八日", "2022-08-18"), ("2022–8–18", "2022-08-18"), ("2022年8月18日（星期四）", "2022-08-18"),
    ("2022 08 18", "2022-08-18"), ("2022年_8_月_18_日", "2022-08-18"), ("2022年8月18", "2022-08-18"),
    ("2020年2月29日", "2020-02-29"), ("于2009年4月16日注册", "2009-04-16"),
  ])
  func readsDates(_ text: String, _ expected: String) { #expect(DateReader.dates(in: text).first?.iso == expected) }

  @Test(arguments: [
    "", "年    月    日", "2022年2月30日", "2021-02-29", "8月18日", "5000万元", "13800001107", "2022", "44797", "22.8.19",
    "0537-5550108",
  ])
  func refusesWhatIsNoDate(_ text: String) { #expect(DateReader.dates(in: text).isEmpty) }

  @Test(
    arguments: [
      ("2021年3月至2022年5月", "2021-03", "2022-05"), ("2020.10-2021.12", "2020-10", "2021-12"),
      ("2021年4月～2022年3月", "2021-04", "2022-03"), ("2020年  9 月  至  2021年  12 月", "2020-09", "2021-12"),
      ("2021-6 至 2022-7", "2021-06", "2022-07"), ("2021-6-2022-7", "2021-06", "2022-07"),
      ("2020年11月1日至2022年3月31日", "2020-11", "2022-03"), ("2021/3—2022/5", "2021-03", "2022-05"),
      ("2021年3月至12月", "2021-03", "2021-12"), ("2021年3-12月", "2021-03", "2021-12"),
      ("二〇二一年三月至二〇二二年五月", "2021-03", "2022-05"),
      ("2021年3月开工，2022年5月竣工", "2021-03", "2022-05"), ("2021年3月至今", "2021-03", nil),
      ("     年    月  至      年   月", nil, nil),
      ("202103-202205", "2021-03", "2022-05"), ("2021.3-6", "2021-03", "2021-06"),
      ("2021-03--2022-05", "2021-03", "2022-05"), ("14个月（2021年3月——2022年5月）", "2021-03", "2022-05"),
      ("起：2021年3月\n止：2022年5月", "2021-03", "2022-05"), ("2021.3→2022.5", "2021-03", "2022-05"), ("12个月", nil, nil),
      ("2020.11.01-2022.03.31", "2020-11", "2022-03"),
    ] as [(String, String?, String?)])
  func readsPeriods(_ text: String, _ start: String?, _ end: String?) {
    let period = DateReader.period(in: text)
    #expect(period.start == start)
    #expect(period.end == end)
  }
}

struct PhoneReaderTests {
  @Test(arguments: [
    ("13800001107", ["13800001107"]), ("138 0000 1215", ["13800001215"]), ("138-0000-1215", ["13800001215"]),
    ("0537-5550608/13800001608", ["0537-5550608", "13800001608"]),
    ("0537-5550816\n13800001816", ["0537-5550816", "13800001816"]),
    ("0537-5550608、13800001608", ["0537-5550608", "13800001608"]),
    ("0537-5550608 13800001608", ["0537-5550608", "13800001608"]),
    ("１３８００００１１０７", ["13800001107"]), ("+86 13800001107", ["13800001107"]), ("(0537)5550608", ["0537-5550608"]),
    ("0537-5550608转8001", ["0537-5550608-8001"]), ("400-800-1234", ["400-800-1234"]), ("5550608", ["5550608"]),
    ("0086-13800001107", ["13800001107"]), ("0537-5550608（分机801）", ["0537-5550608-801"]),
    ("办公：0537-5550608 手机：13800001107", ["0537-5550608", "13800001107"]), ("13800001107（微信同号）", ["13800001107"]),
    ("13800001107；13900001107", ["13800001107", "13900001107"]), ("/", []), ("", []), ("无", []), ("见名片", []),
  ])
  func readsNumbers(_ text: String, _ expected: [String]) { #expect(PhoneReader.phones(in: text).phones == expected) }

  @Test func otherWordsAreNoted() {
    #expect(PhoneReader.phones(in: "见名片").hasRest)
    #expect(!PhoneReader.phones(in: "13800001107").hasRest)
  }
}

struct FormVocabularyTests {
  @Test(arguments: [
    ("任城区", "rencheng"), ("济宁市金乡县", "jinxiang"), ("山东省济宁市兖州区", "yanzhou"), ("高新区", "gaoxin"), ("济宁高新区", "gaoxin"),
    ("济宁国家高新技术产业开发区", "gaoxin"), ("济宁国家高新区", "gaoxin"), ("太白湖新区", "taibaihu"), ("邹城", "zoucheng"),
    ("邹 城 市", "zoucheng"),
    ("经开区", "jingkai"), ("济宁经济技术开发区", "jingkai"), ("曲阜市（文化示范区）", "qufu"),
  ])
  func knowsUnitsByTheirNames(_ text: String, _ key: String) throws {
    #expect(FormVocabulary(program: try jiningProgram()).unit(named: text) == key)
  }

  @Test(arguments: ["", "济宁市", "枣庄市", "任城区、兖州区", "/"]) func guessesNoUnit(_ text: String) throws {
    #expect(FormVocabulary(program: try jiningProgram()).unit(named: text) == nil)
  }
}

struct ScenarioReaderTests {
  private static let all = "生产单元模拟、精准动态作业、生产能效管控、工艺合规校验、生产过程溯源、设备预测维护、厂区智能理货、全域物流检测、虚拟现场服务、企业协同合作"

  @Test(
    arguments: [
      ("生产单元模拟、设备预测维护", ["SC01", "SC06"], []),
      ("设备预测维护；生产单元模拟。", ["SC06", "SC01"], []),
      ("全域物流检测", ["SC08"], []), ("生产过程追溯", ["SC05"], []), ("设备预测性维护", ["SC06"], []),
      ("（一）生产单元模拟；（三）生产能效管控", ["SC01", "SC03"], []), ("1.生产单元模拟 3.生产能效管控", ["SC01", "SC03"], []),
      ("第一类、第三类", ["SC01", "SC03"], []), ("1、3", ["SC01", "SC03"], []), ("SC04", ["SC04"], []),
      ("（\(all)等，可多选）\n生产能效管控", ["SC03"], []), ("（\(all)等，可多选）", [], []), ("", [], []),
      ("□生产单元模拟  ☑工艺合规校验  ☑生产过程溯源  □设备预测维护", ["SC04", "SC05"], []),
      ("☐生产单元模拟    ☐精准动态作业\n☒生产能效管控    ☐工艺合规校验", ["SC03"], []),
      ("生产单元模拟、生产过程溯源（√）、设备预测维护、全域物流检测（√）、企业协同合作", ["SC05", "SC08"], []),
      ("生产单元模拟√、精准动态作业", ["SC01"], []), ("√生产单元模拟 精准动态作业", ["SC01"], []),
      ("生产单元模拟（V）、精准动态作业（ ）", ["SC01"], []), ("[x]生产单元模拟 [ ]精准动态作业", ["SC01"], []),
      ("生产单元模拟☑ 精准动态作业☐ 生产能效管控☑", ["SC01", "SC03"], []),
      ("生产单元模拟、精准动态作业、√生产能效管控、工艺合规校验", ["SC03"], []),
      ("【 】生产单元模拟 【√】精准动态作业 【　】生产能效管控", ["SC02"], []),
      ("（ ）生产单元模拟\n（√）精准动态作业", ["SC02"], []), ("生产单元模拟（  ）\n精准动态作业（√）", ["SC02"], []),
      ("生产单元模拟√ 精准动态作业× 生产能效管控√", ["SC01", "SC03"], []), ("生产单元模拟：是\n精准动态作业：否", ["SC01"], []),
      ("生产单元模拟、数字孪生工厂", ["SC01"], ["数字孪生工厂"]), ("其他：智慧园区", [], ["智慧园区"]),
      ("□生产单元模拟 ☑其他（智慧园区）", [], ["智慧园区"]), ("生产单元模拟等", ["SC01"], []),
    ] as [(String, [String], [String])])
  func readsChoices(_ text: String, _ codes: [String], _ others: [String]) throws {
    let reading = ScenarioReader(FormVocabulary(program: try jiningProgram())).read(text)
    #expect(reading.codes == codes)
    #expect(reading.others == others)
  }
}

extension ScenarioReaderTests {
  /// The whole list, with the names in `marked` set apart.
  private func runs(_ marked: [String], _ emphasis: TextEmphasis) -> [(text: String, emphasis: TextEmphasis)] {
    let names = "生产单元模拟、精准动态作业、生产能效管控、工艺合规校验、生产过程追溯、设备预测维护、厂区智能理货、全域物流检测、虚拟现场服务、企业协同合作"
    var runs: [(text: String, emphasis: TextEmphasis)] = []
    for name in names.split(separator: "、").map(String.init) {
      runs.append((name, marked.contains(name) ? emphasis : []))
      runs.append(("、", []))
    }
    return runs
  }

  @Test(arguments: [
    (["工艺合规校验", "生产过程追溯"], TextEmphasis.bold, ["SC04", "SC05"]), (["全域物流检测"], .underline, ["SC08"]),
    (["生产单元模拟"], .background, ["SC01"]), (["企业协同合作"], .colour, ["SC10"]),
  ])
  func choicesByFormatAreSeenAndNoted(_ marked: [String], _ emphasis: TextEmphasis, _ codes: [String]) throws {
    let runs = runs(marked, emphasis)
    let text = runs.map(\.text).joined()
    let reader = ScenarioReader(FormVocabulary(program: try jiningProgram()))
    for words in [text, "（\(text)等，可多选）"] {
      let reading = reader.read(words, runs: runs)
      #expect(reading.codes == codes)
      #expect(reading.isByFormat)
    }
  }

  @Test func namesThatAreStruckOutAreNotChosen() throws {
    let all = runs([], []).map(\.text).filter { $0 != "、" }
    let runs = runs(all.filter { $0 != "设备预测维护" }, .strike)
    let reading = ScenarioReader(FormVocabulary(program: try jiningProgram())).read(
      runs.map(\.text).joined(), runs: runs)
    #expect(reading.codes == ["SC06"])
  }

  @Test func aListWithNothingMarkedIsNoChoice() throws {
    let runs = runs([], [])
    let reader = ScenarioReader(FormVocabulary(program: try jiningProgram()))
    let reading = reader.read(runs.map(\.text).joined(), runs: runs)
    #expect(reading.codes.isEmpty && reading.isUnmarked)
    let printed = reader.read("（\(runs.map(\.text).joined())等，可多选）", runs: runs)
    #expect(printed.codes.isEmpty && !printed.isUnmarked && !printed.isByFormat)
  }
}

struct InvestmentReaderTests {
  @Test func readsProse() {
    let found = InvestmentReader(
      paragraphs: [
        "截至项目竣工，累计完成投资671万元。资金来源：企业自筹571万元、银行贷款100万元。无拖欠工程款情况。",
        "1.直接投入。合计441.5万元，具体包括：5G室分小站及天馈（18套）186万元，下沉UPF与边缘云服务器（1套）142.5万元。",
        "2.无形资产投入。合计213万元，包括：数字孪生引擎软件许可（1套）168万元，设备健康算法授权（1套）45万元。",
        "3.其他相关费用。合计16.5万元，用于技术咨询及专家论证等，均有发票和支付凭证。",
        "从投入进度看，2021年投入234.8万元，2022年投入436.2万元。", "年运维费用约占总投资的4%。",
      ], tables: [])
    #expect(found.total?.text == "671")
    #expect(found.parts.mapValues(\.text) == ["direct": "441.5", "intangible": "213", "other": "16.5"])
    #expect(found.sources.map { "\($0.name) \($0.amount.text)" } == ["企业自筹 571", "银行贷款 100"])
    #expect(
      found.items.map { "\($0.category ?? "") \($0.name) \($0.quantity ?? "-") \($0.amount?.text ?? "-")" } == [
        "direct 5G室分小站及天馈 18套 186", "direct 下沉UPF与边缘云服务器 1套 142.5", "intangible 数字孪生引擎软件许可 1套 168",
        "intangible 设备健康算法授权 1套 45", "other 技术咨询及专家论证 - 16.5",
      ])
  }

  @Test func readsATableWithMergedCategories() throws {
    let body = TestDocument.table([
      TestDocument.row("类别", "内容", "数量", "金额（元）"),
      TestDocument.row(
        TestDocument.cell("直接投入", merge: "restart"), TestDocument.cell("基站"), TestDocument.cell("2座"),
        TestDocument.cell("1200000")),
      TestDocument.row(
        TestDocument.cell("", merge: "continue"), TestDocument.cell("网关"), TestDocument.cell("60台"),
        TestDocument.cell("360,000")),
      TestDocument.row("其他相关费用", "咨询", "", "50000"), TestDocument.row("合计", "", "", "1610000"),
    ])
    let tables = try TestDocument.document(body).blocks.tables
    let found = InvestmentReader(paragraphs: [], tables: tables)
    #expect(found.total?.text == "161")
    #expect(found.parts.mapValues(\.text) == ["direct": "156", "other": "5"])
    #expect(found.items.map(\.name) == ["基站", "网关", "咨询"])
  }

  @Test func nothingIsGuessed() {
    let found = InvestmentReader(paragraphs: ["项目投入较大，均为自筹。", "2021年投入234.8万元。"], tables: [])
    #expect(found.total == nil)
    #expect(found.parts.isEmpty && found.sources.isEmpty && found.items.isEmpty)
  }
}

@Test(arguments: [
  ("四、项目经济和社会效益", 3, 4), ("项目实际投入情况", 3, 5), ("五、项目实际投入情况", 3, 5),
  // 四 is left out, and the numbers go on.
  ("四、项目实际投入情况", 3, 5), ("五、项目现场照片", 5, 6), ("五、项目现场照片", 4, 6),
  // A number that fits neither the title nor its place belongs to a list.
  ("二、项目实际投入情况", 3, nil), ("3.项目现场照片", 4, nil), ("四、项目实际投入情况如下：设备投入一百万元。", 3, nil),
])
func aHeadingIsKnownByItsTitleAndItsPlace(text: String, last: Int, expected: Int?) {
  #expect(FormSections.heading(text, after: last)?.0 == expected)
}
