import Testing

@testable import Core

/// Labels as offices reword them.
struct FormLabelsTests {
  @Test(
    arguments: [
      ("单位名称", .companyName), ("申报单位名称（全称）", .applicant), ("*企业名称", .companyName), ("1.单位名称：", .companyName),
      ("（一）企业名称", .companyName), ("①企业名称", .companyName), ("企业名称（盖章）", .companyName), ("单位法定代表人", .legalRepresentative),
      ("法人(负责人)", .legalRepresentative), ("法定代表人（负责人）", .legalRepresentative), ("注册（办公）地址", .address),
      ("注册地址（详细到门牌号）", .address), ("所属县（市）区", .county), ("注册地所属县（市、区）", .county), ("工商注册时间", .registeredOn),
      ("注册（成立）时间", .registeredOn), ("注册资本金", .registeredCapital), ("注册资本（万元）", .registeredCapital),
      ("联系人及职务", .contact), ("联系人及电话", .contactAndPhone), ("运营商联系人及电话", .operatorContactAndPhone),
      ("联系电话（手机）", .phone), ("电话/手机", .phone), ("E-mail", .email), ("联系邮箱", .email), ("传真电话", .fax),
      ("主营业务（产品）", .business),
      ("年末资产负债率（%）", .debtRatio), ("主营业务收入\n（万元）", .revenue), ("净利润（万元）", .profit), ("申报项目名称", .projectName),
      ("所属支持范围（可多选）", .scenarios), ("合作电信运营商信息", .operators), ("合作运营商名称", .operatorName),
      ("项目起止时间", .period), ("项目建设起止年月", .period), ("项目开始时间", .periodStart), ("项目结束时间", .periodEnd),
      ("竣工（上线）时间", .completedOn), ("项目概况（不超过200字）", .overview), ("5Ｇ技术应用必要性", .need5G), ("应用5G技术的成效", .effect5G),
      ("经济效益指标（提供项目实施当年主营业务收入、净利润、纳税总额和其他认为有必要提供的能够体现项目经济效益的其他经济指标）", .metrics(.economic)),
      ("6.其他指标", .metrics(.other)), ("真实性声明", .commitment), ("县级工信主管部门意见", .countyOpinion), ("推荐单位意见", .countyOpinion),
      ("单位概况", .group), ("项目绩效指标\n（提出不少于3个）", .group),
    ] as [(String, FormField)])
  func knowsLabelsByMeaning(_ text: String, _ field: FormField) { #expect(FormTemplate.field(of: text) == field) }

  @Test(arguments: [
    "", "某某装备有限公司", "通讯地址", "项目地址", "企业性质", "统一社会信用代码", "员工人数", "项目负责人", "职务", "5G车间", "任城区", "装备制造。",
    "2019年", "备注", "邮政编码", "纳税总额",
  ])
  func otherWordsAreNoLabels(_ text: String) { #expect(FormTemplate.field(of: text) == nil) }

  @Test func findsLabelsInsideACell() {
    let one = FormLines.segments(of: "名称：济宁移动\n联系人：王五  联系方式：13900001101")
    #expect(one.map(\.field) == [.name, .contact, .phone])
    #expect(one.map(\.text) == ["济宁移动", "王五", "13900001101"])
    #expect(FormLines.segments(of: "项目概况（200字以内）\n概况。联系人：王五。").map(\.text) == ["概况。联系人：王五。"])
    #expect(FormLines.segments(of: "经济效益指标：甲\n社会效益指标：乙").map(\.text) == ["甲", "乙"])
    #expect(FormLines.segments(of: "业务收入\n（万元）").isEmpty)
    #expect(FormLines.segments(of: "情况属实：同意").isEmpty)
  }
}

/// Tables turned, cut and filled in other ways than the printed one.
struct FormLayoutTests {
  private func read(_ change: (inout [[String]]) -> Void) throws -> FormReading {
    var rows = FormReaderTests.rows
    change(&rows)
    return try FormReaderTests.read(FormReaderTests.body(rows))
  }

  @Test func valuesBelowTheirLabels() throws {
    let reading = try read { rows in
      rows[2] = ["法人代表", "所属县（市、区）"]
      rows.insert(["张三", "邹城市"], at: 3)
    }
    #expect(reading.legalRepresentative == "张三")
    #expect(reading.county == "zoucheng")
  }

  @Test func yearsInTheCellsOrDownTheSide() throws {
    let inCells = try read { rows in
      rows[7...10] = [
        ["资产负债率", "2019年：52.3%", "2020年：50.8%", "2021年：/"],
        ["业务收入（元）", "2019年：312604500\n2020年：348752000\n2021年：1920.3万元"],
        ["利润（万元）", "2019年：1842.6；2020年：（亏损）105.77；2021年度：—"],
      ]
    }
    #expect(inCells.finance.map(\.debtRatio?.text) == ["52.3", "50.8", nil])
    #expect(inCells.finance.map(\.revenue?.text) == ["31260.45", "34875.2", "1920.3"])
    #expect(inCells.finance.map(\.profit?.text) == ["1842.6", "-105.77", nil])
    let down = try read { rows in
      rows[7...10] = [
        ["年度", "资产负债率", "业务收入（亿元）", "利润（万元）"], ["二〇二一年", "52.3％", "1.2", "-3"], ["2020年度（审计）", "50", "1", "负4"],
        ["2019", "0.488", "0.9", "△5"],
      ]
    }
    #expect(down.finance.map(\.year) == [2019, 2020, 2021])
    #expect(down.finance.map(\.revenue?.text) == ["9000", "10000", "12000"])
    #expect(down.finance.map(\.profit?.text) == ["-5", "-4", "-3"])
    #expect(down.finance.map(\.debtRatio?.text) == ["48.8", "50", "52.3"])
  }

  @Test func aNumberIsNotTakenForAMonth() throws {
    let reading = try read { rows in
      rows[3] = ["注册时间", "二O一二年十一月二日", "注册资金", "18000（万元）"]
      rows[10] = ["利润（万元）", "1920.3", "2019.12", "2021"]
    }
    #expect(reading.registeredOn == "2012-11-02")
    #expect(reading.registeredCapital?.text == "18000")
    #expect(reading.finance.map(\.profit?.text) == ["1920.3", "2019.12", "2021"])
  }

  @Test func twoOperatorsAreTwo() throws {
    let reading = try read { rows in
      rows.insert(contentsOf: [["名称", "济宁联通"], ["联系人", "赵六", "联系方式", "18600001101"]], at: 15)
    }
    #expect(reading.operators.map(\.name) == ["济宁移动", "济宁联通"])
    #expect(reading.operators.map(\.phones) == [["13900001101"], ["18600001101"]])
  }

  @Test func periodsAndPersonsInOtherCells() throws {
    let reading = try read { rows in
      rows[4] = ["联系人及电话", "李四（13800001107）"]
      rows[15] = ["项目开始时间", "2021年3月", "竣工时间", "2022年5月26日"]
    }
    #expect(reading.contact == "李四")
    #expect(reading.phones == ["13800001107"])
    #expect(reading.start == "2021-03")
    #expect(reading.end == "2022-05")
    #expect(reading.completedOn == "2022-05-26")
  }

  @Test func aTableCutAfterThreeRowsIsOne() throws {
    let rows = FormReaderTests.rows
    let body =
      FormReaderTests.cover.map(TestDocument.paragraph).joined()
      + TestDocument.table(rows[..<3].map(TestDocument.row)) + TestDocument.paragraph("")
      + TestDocument.table(rows[3...].map(TestDocument.row))
    let reading = try FormReaderTests.read(body)
    #expect(reading.companyName == "山东某某装备有限公司")
    #expect(reading.legalRepresentative == "张三")
  }

  @Test func coverValuesOnTheNextLine() throws {
    let body = FormReaderTests.body(
      FormReaderTests.rows,
      cover: ["申报单位（章）：", "  山东某某装备有限公司", "项目名称：", "5G车间", "填报日期：", "", "二零二二年八月十九日", "济宁市工业和信息化局制"])
    let reading = try FormReaderTests.read(body)
    #expect(reading.applicant == "山东某某装备有限公司")
    #expect(reading.coverProject == "5G车间")
    #expect(reading.fillDate == "2022-08-19")
    let blank = FormReaderTests.body(
      FormReaderTests.rows, cover: ["申报单位（章）：", "项目名称：", "填报日期：", "济宁市工业和信息化局制"])
    #expect(try FormReaderTests.read(blank).fillDate == nil)
  }

  @Test func theSealLineBelowThePromiseBelongsToIt() throws {
    let reading = try read { rows in
      let promise = rows.firstIndex { $0[0] == "真实性承诺" } ?? 0
      rows[promise] = ["真实性承诺", "我单位郑重声明。"]
      rows.insert(["申报单位公章：某公司\n2022年8月18日"], at: promise + 1)
    }
    #expect(reading.commitmentDate == "2022-08-18")
    #expect(reading.applicant == "山东某某装备有限公司")
  }

  @Test func promptsOfControlsAreNoContent() throws {
    let reading = try read { rows in rows[5] = ["电子邮箱", "邮箱：Li4＠example。com", "传真", "单击此处输入文字。"] }
    #expect(reading.fax == nil)
    #expect(reading.email == "li4@example.com")
  }
}
