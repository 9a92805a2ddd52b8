import Testing

@testable import Core

/// Every rule fires where it must and keeps quiet where it must not.
@Suite struct RuleTests {
  @Test func nothingIsWrongWithAGoodForm() throws {
    #expect(try RuleBench.lines() == [])
    let standing = try RuleBench.findings().filter(\.isStanding)
    #expect(Set(standing.map(\.rule)) == ["R04", "R05", "R07", "R11", "R14", "R16", "R18", "R19", "R20", "R41", "R42"])
    #expect(standing.allSatisfy { $0.severity >= .human })
  }

  /// What one change to the good form brings about, and nothing else.
  @Test(arguments: [
    // R01, R38
    ("received.byCity", "\"2022-08-26T09:00:00+08:00\"", ["R01 REJ received.byCity"]),
    ("received.byCity", "\"2022-08-25T08:00:00+08:00\"", ["R01 INFO received.byCity"]),
    ("received.byCity", "\"2022-08-25\"", ["R01 HUM received.byCity"]),
    ("received.byCity", "\"noon\"", ["R01 HUM received.byCity"]),
    ("cover.fillDate", "\"2022-08-26\"", ["R38 WARN cover.fillDate", "R01 HUM cover.fillDate"]),
    ("cover.fillDate", "\"2022-08-23\"", ["R38 WARN cover.fillDate"]),
    ("cover.fillDate", "\"2022-08-22\"", []), ("cover.fillDate", "\"2022-08-15\"", []),
    ("cover.fillDate", "\"2022-08-14\"", ["R38 INFO cover.fillDate"]),
    ("cover.fillDate", "null", ["R38 WARN cover.fillDate"]),
    ("cover.fillDate", "\"2022-08\"", ["R38 HUM cover.fillDate"]),
    // R02 and the registration of R04
    ("company.address", "\"山东省临沂市兰山区一路\"", ["R02 REJ company.address", "R04 HUM company.address"]),
    ("company.address", "\"山东省邹城市北宿镇\"", []), ("company.address", "\"大束镇菌业小镇北区\"", []),
    // R03
    ("project.end", "\"2022-12\"", ["R03 REJ project.end"]), ("project.end", "\"2022-08\"", ["R03 HUM project.end"]),
    ("project.end", "\"2022-07\"", []), ("project.end", "null", ["R23 WARN project.end", "R03 HUM project.end"]),
    ("project.completedOn", "\"2022-09-01\"", ["R03 REJ project.completedOn"]),
    ("project.completedOn", "\"2022-08-25\"", []),
    ("project.completedOn", "\"2022-08-26\"", ["R03 REJ project.completedOn"]),
    // R04
    (
      "company.registeredOn", "\"2021-12-01\"",
      ["R24 INFO company.finance.2019", "R24 INFO company.finance.2020", "R04 REJ company.registeredOn"]
    ),
    // R07, R08, R39
    ("metrics.social", "{\"text\": null, \"rows\": []}", ["R08 WARN metrics.social"]),
    ("metrics.social", "{\"text\": \"带动就业\", \"rows\": []}", ["R08 INFO metrics.social"]),
    ("metrics.other", "{\"text\": \"第一\", \"rows\": []}", []),
    // R09, R25, R26
    ("project.overview", "null", ["R09 WARN project.overview"]),
    ("project.need5G", "null", ["R25 WARN project.need5G"]),
    ("project.need5G", "\"需要5G。\"", ["R25 INFO project.need5G"]),
    ("project.effect5G", "\"—\"", ["R26 WARN project.effect5G"]),
    ("project.effect5G", "\"很好。\"", ["R26 INFO project.effect5G"]),
    // R10
    ("photos.2.sha256", "\"bb\"", ["R10 WARN photos"]),
    ("photos.2.sha256", "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"", ["R10 WARN photos"]),
    ("photos.2", "{\"file\": null, \"sha256\": null, \"caption\": \"图3\"}", []),
    // R11 to R13
    ("attachments.0.name", "\"开户许可证\"", ["R11 WARN attachments"]),
    ("attachments.2.name", "\"专利证书\"", ["R12 WARN attachments", "R03 HUM attachments"]),
    ("attachments.1.name", "\"检测报告\"", ["R13 WARN attachments"]), ("attachments.1.name", "\"付款发票\"", []),
    ("intake.threeInOne", "false", ["R11 HUM intake.threeInOne"]),
    // R14 to R16
    ("commitment.sealed", "false", ["R14 WARN commitment.sealed"]), ("commitment.sealed", "true", []),
    ("intake.coverSealed", "false", ["R14 WARN intake.coverSealed"]),
    ("commitment.date", "null", ["R15 WARN commitment.date"]),
    ("commitment.date", "\"2022-08-23\"", ["R15 WARN commitment.date"]),
    ("countyOpinion.sealed", "false", ["R16 WARN countyOpinion.sealed"]),
    ("countyOpinion.text", "null", ["R16 HUM countyOpinion.text"]),
    ("countyOpinion.date", "null", ["R16 HUM countyOpinion.date"]),
    ("countyOpinion", "{\"sealed\": true, \"text\": \"同意\", \"date\": null}", ["R16 WARN countyOpinion.date"]),
    ("countyOpinion.date", "\"2022-08-26\"", ["R16 HUM countyOpinion.date"]),
    // R18 to R20
    ("intake.paperCopies", "0", ["R18 WARN intake.paperCopies"]), ("intake.paperCopies", "1", []),
    ("intake.electronic", "false", ["R18 WARN intake.electronic"]),
    ("intake.paperMatches", "false", ["R19 HUM intake.paperMatches"]), ("intake.paperMatches", "true", []),
    ("intake.formatOk", "false", ["R20 INFO intake.formatOk"]), ("intake.formatOk", "true", []),
    // R21
    ("sections.3.paragraphs", "[]", ["R21 WARN sections.3"]),
    ("sections.3.paragraphs", "[\" \\n\"]", ["R21 WARN sections.3"]),
    ("cover.applicant", "\"济宁乙装备有限公司\"", ["R21 HUM cover.applicant"]),
    ("cover.applicant", "\"济宁甲装备 有限公司\"", []), ("cover.projectName", "null", ["R21 WARN cover.projectName"]),
    // R22
    ("project.scenarios", "[]", ["R22 WARN project.scenarios"]),
    ("project.scenarios", "[\"SC11\"]", ["R22 HUM project.scenarios"]),
    ("project.otherScenarios", "[\"智慧园区\"]", ["R22 HUM project.otherScenarios"]),
    ("raw", "{\"project.scenarios\": \"全域物流检测、生产过程追溯\"}", ["R22 INFO project.scenarios"]),
    (
      "unparsed", "[{\"path\": \"project.scenarios\", \"text\": \"x\", \"why\": \"chosen by format only\"}]",
      ["R22 HUM project.scenarios"]
    ),
    ("raw", "{\"company.county\": \"济宁市任城区\"}", ["R29 INFO company.county"]),
    ("raw", "{\"company.county\": \"任 城区\"}", []),
    // R23
    ("project.start", "\"2022-06\"", ["R23 WARN project.start"]), ("project.start", "\"2022-05\"", []),
    ("project.start", "\"2022\"", ["R23 HUM project.start"]),
    // R24
    ("company.finance.1.profit", "null", ["R24 WARN company.finance.2020.profit"]),
    ("company.finance.1.debtRatio", "100", []), ("company.finance.1.debtRatio", "100.00", []),
    ("company.finance.1.debtRatio", "100.01", ["R24 HUM company.finance.2020.debtRatio"]),
    ("company.finance.1.debtRatio", "-0.01", ["R24 HUM company.finance.2020.debtRatio"]),
    ("company.finance.1.revenue", "-1", ["R24 WARN company.finance.2020.revenue"]),
    ("company.finance.1.revenue", "106.33", []),
    ("company.finance.1.revenue", "106.32", ["R24 HUM company.finance.2020.profit"]),
    ("company.finance.1.revenue", "348752000", ["R24 HUM company.finance.2020.revenue"]),
    ("company.finance.2.revenue", "42290.78", ["R24 HUM metrics.economic"]),
    ("company.finance.2.revenue", "41300", []),
    (
      "company.finance", "[]",
      [
        "R24 WARN company.finance.2019.debtRatio", "R24 WARN company.finance.2019.revenue",
        "R24 WARN company.finance.2019.profit", "R24 WARN company.finance.2020.debtRatio",
        "R24 WARN company.finance.2020.revenue", "R24 WARN company.finance.2020.profit",
        "R24 WARN company.finance.2021.debtRatio", "R24 WARN company.finance.2021.revenue",
        "R24 WARN company.finance.2021.profit",
      ]
    ),
    // R27, R28
    ("project.operators", "[]", ["R27 WARN project.operators"]),
    ("project.operators.0.name", "null", ["R27 WARN project.operators.0.name"]),
    ("project.operators.0.contact", "null", ["R27 INFO project.operators.0.contact"]),
    ("company.contact.name", "null", ["R28 WARN company.contact.name"]),
    ("company.contact.phones", "[]", ["R28 WARN company.contact.phones"]),
    ("company.contact.phones", "[\"1380000110\"]", ["R28 WARN company.contact.phones"]),
    ("company.contact.email", "\"lisi.example.com\"", ["R28 WARN company.contact.email"]),
    // R36, R43
    ("company.legalRepresentative", "\"/\"", ["R36 WARN company.legalRepresentative"]),
    ("company.business", "null", ["R36 WARN company.business"]),
    ("company.registeredCapital", "null", ["R36 WARN company.registeredCapital"]),
    ("company.registeredOn", "null", ["R36 WARN company.registeredOn"]),
    ("extra", "[{\"label\": \"统一社会信用代码\", \"text\": \"91370882000005MA5X\"}]", ["R43 INFO extra.统一社会信用代码"]),
    // R40
    ("investment.total", "670", ["R40 WARN investment.total", "R40 WARN investment.sources"]),
    ("investment.total", "671.01", []), ("investment.sources.1.amount", "80", ["R40 WARN investment.sources"]),
    ("investment.sources.1.amount", "null", []), ("investment.sources", "[]", []),
    ("investment.items.0.amount", "400", ["R40 HUM investment.items"]),
    ("investment", "{\"total\": null}", ["R40 HUM investment.total"]),
    ("investment", "{\"total\": 0}", ["R40 WARN investment.total"]),
    ("investment", "{\"total\": -5}", ["R40 WARN investment.total"]),
  ])
  func oneChangeBringsOneFinding(_ path: String, _ value: String, _ expected: [String]) throws {
    var changes = [(path, value)]
    if path == "company.registeredOn", expected.count > 1 {
      changes += [("company.finance.0", "{\"year\": 2019}"), ("company.finance.1", "{\"year\": 2020}")]
    }
    let found = try RuleBench.lines(changes)
    #expect(found.sorted() == expected.sorted(), "\(path) = \(value)")
  }

  @Test func blankAndUnreadableAreDifferent() throws {
    let unread = "[{\"path\": \"company.finance.2020.profit\", \"text\": \"见附表\", \"why\": \"not an amount of money\"}]"
    let stroke = "[{\"path\": \"company.finance.2020.profit\", \"text\": \"/\", \"why\": \"not an amount of money\"}]"
    let blank = ("company.finance.1.profit", "null")
    #expect(try RuleBench.lines([blank, ("unparsed", unread)]) == ["R24 HUM company.finance.2020.profit"])
    #expect(try RuleBench.lines([blank, ("unparsed", stroke)]) == ["R24 WARN company.finance.2020.profit"])
  }

  @Test func threeOrTwoMetrics() throws {
    let one = "{\"text\": \"x\", \"rows\": [{\"id\": \"m\", \"name\": \"甲\", \"value\": 1, \"unit\": \"个\"}]}"
    func all(_ other: String) -> [(String, String)] {
      [("metrics.economic", "{\"text\": \"收入增长\", \"rows\": []}"), ("metrics.outcome", one), ("metrics.other", other)]
    }
    func row(_ name: String, _ value: String, _ unit: String) -> String {
      "{\"text\": \"x\", \"rows\": [{\"id\": \"m\", \"name\": \"\(name)\", \"value\": \(value), \"unit\": \(unit)}]}"
    }
    let quiet = ["R08 INFO metrics.economic"]
    let noSocial = ("metrics.social", "{\"text\": \"就业\", \"rows\": []}")
    let expected = quiet + ["R08 INFO metrics.social"]
    #expect(try RuleBench.lines(all(row("乙", "2", "\"个\"")) + [noSocial]) == expected)
    let few = ["R07 WARN metrics"] + expected
    // The same figure again, a number without a unit, and a unit without a number are no third metric.
    #expect(try RuleBench.lines(all(one) + [noSocial]) == few)
    #expect(try RuleBench.lines(all(row("乙", "2", "null")) + [noSocial]) == few)
    #expect(try RuleBench.lines(all(row("乙", "null", "\"个\"")) + [noSocial]) == few)
  }

  @Test func anEmptyListOfProofsLacksThemAll() throws {
    let found = try RuleBench.lines([("attachments", "[]")])
    let rules = [
      "R11 WARN attachments", "R12 WARN attachments", "R13 WARN attachments", "R21 WARN sections.7",
      "R03 HUM attachments",
    ]
    #expect(found == rules)
    // What section 七 says in words is evidence as well.
    let words = "[\"1.营业执照；2.合同及发票；3.用户使用证明\"]"
    #expect(try RuleBench.lines([("attachments", "[]"), ("sections.7.paragraphs", words)]) == [])
    let apart = "[\"证明材料另附。\"]"
    let unclear = try RuleBench.lines([("attachments", "[]"), ("sections.7.paragraphs", apart)])
    #expect(unclear == ["R03 HUM attachments", "R11 HUM attachments", "R12 HUM attachments", "R13 HUM attachments"])
  }

  @Test func basicMetricsAreNamedOrHinted() throws {
    let text = "{\"text\": \"效率提高12%\", \"rows\": [{\"id\": \"m\", \"name\": \"效率\", \"value\": 12, \"unit\": \"%\"}]}"
    #expect(try RuleBench.lines([("metrics.economic", text)]) == ["R39 INFO metrics.economic"])
  }

  @Test func figuresThatDiffer() throws {
    func analysis(_ text: String) -> [(String, String)] { [("sections.4.paragraphs", "[\"\(text)\"]")] }
    #expect(try RuleBench.lines(analysis("绩效指标：新增岗位28个。")) == ["R07 HUM metrics.social"])
    #expect(try RuleBench.lines(analysis("绩效指标：新增岗位26个，时延16ms。")) == [])
    // Before the analysis stand the cases, with other figures.
    #expect(try RuleBench.lines(analysis("案例中新增岗位3个。绩效指标见表。")) == [])
    let yuan = try RuleBench.findings(analysis("绩效指标：净利润2688.91元。")).filter { !$0.isStanding }
    #expect(yuan.map(\.fact) == [.form(.scaleSuspect(value: "2688.91万元", other: "2688.91元"))])
  }

  @Test func twoFormsOfOneProject() throws {
    let book = try RuleBook(program: jiningProgram())
    let first = try RuleBench.application()
    let same = try RuleBench.application([("id", "\"2022-rencheng-002\""), ("company.name", "\"济宁甲装备 有限公司\"")])
    let other = try RuleBench.application([("id", "\"2022-rencheng-003\""), ("project.name", "\"5G二车间\"")])
    let found = book.findings(among: [other, same, first])
    #expect(found.map(\.application) == ["2022-rencheng-002"])
    #expect(found.map(\.fact) == [.form(.filedTwice(other: "2022-rencheng-001"))])
    #expect(found.map(\.severity) == [.human])
  }

  @Test func aRuleThatTheCallDoesNotHaveIsNotApplied() throws {
    let path = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/sample-data/program.json"
    var root = try #require(try JSONParser.parse(try OutsideFile.read(path)).object)
    let rules = try #require(root["rules"]?.array)
    root["rules"] = .array(rules.filter { $0["id"]?.string != "R09" })
    let changes = [("project.overview", "null")]
    let fewer = try Program(json: .object(root))
    #expect(try RuleBench.lines(changes, program: fewer) == [])
    // A file of before there were rules has them all.
    root["rules"] = nil
    let older = try Program(json: .object(root))
    #expect(try RuleBench.lines(changes, program: older) == ["R09 WARN project.overview"])
    #expect(try RuleBench.lines(program: older) == [])
  }

  @Test func everyRuleOfTheProgrammeIsComplete() throws {
    let program = try jiningProgram()
    #expect(program.rules.map(\.id) == (1...43).map { $0 < 10 ? "R0\($0)" : "R\($0)" })
    for rule in program.rules {
      #expect(!rule.clause.isEmpty && !rule.source.isEmpty && !rule.title.zh.isEmpty && !rule.title.en.isEmpty)
    }
  }

  /// What the code falls back on is what the programme says.
  @Test func fallbackSeveritiesAreThoseOfTheProgramme() throws {
    let program = try jiningProgram()
    let path = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/sample-data/program.json"
    var root = try #require(try JSONParser.parse(try OutsideFile.read(path)).object)
    root["rules"] = nil
    let older = try Program(json: .object(root))
    for rule in program.rules { #expect(RuleBook.severity(of: rule.id, in: older) == rule.severity, "\(rule.id)") }
    #expect(RuleBook.knows("R43", in: older) && !RuleBook.knows("R44", in: older) && !RuleBook.knows("R1", in: older))
  }
}
