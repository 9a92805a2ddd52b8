import Testing

@testable import Core

/// The edges of the rules: noon to the second, a year to the day, 200 characters, who is a legal person.
@Suite struct RuleBoundaryTests {
  @Test(arguments: [
    ("2022-08-25T11:59:59+08:00", "R01 INFO"), ("2022-08-25T12:00:00+08:00", "R01 INFO"),
    ("2022-08-25T12:00:00.000+08:00", "R01 INFO"), ("2022-08-25T12:00:00.001+08:00", "R01 REJ"),
    ("2022-08-25T12:00:01+08:00", "R01 REJ"), ("2022-08-25T12:00+08:00", "R01 INFO"),
    ("2022-08-25T04:00:00Z", "R01 INFO"), ("2022-08-25T04:00:01Z", "R01 REJ"),
    ("2022-08-25T13:00:00+09:00", "R01 INFO"), ("2022-08-24T23:30:00-05:00", "R01 REJ"),
    ("2022-08-24T15:59:59Z", ""), ("2022-08-24T16:00:00Z", "R01 INFO"), ("2022-08-24T23:59:59+08:00", ""),
    ("2022-08-24", ""), ("2022-08-25", "R01 HUM"), ("2022-08-26", "R01 REJ"),
    ("2022-08-25T11:00:00", "R01 HUM"), ("2022-08-25T25:00:00+08:00", "R01 HUM"), ("昨天", "R01 HUM"),
  ])
  func theDeadlineToTheSecond(_ time: String, _ expected: String) throws {
    let found = try RuleBench.lines([("received.byCity", "\"\(time)\"")])
    #expect(found == (expected.isEmpty ? [] : [expected + " received.byCity"]))
  }

  @Test func theSecondItselfIsTheBureausToDecide() throws {
    let program = try RuleBench.program(["deadline.inclusive": "false"])
    let at = [("received.byCity", "\"2022-08-25T12:00:00+08:00\"")]
    #expect(try RuleBench.lines(at, program: program) == ["R01 REJ received.byCity"])
    let earlier = [("received.byCity", "\"2022-08-25T11:59:59+08:00\"")]
    #expect(try RuleBench.lines(earlier, program: program) == ["R01 INFO received.byCity"])
  }

  @Test func noReceiptIsAQuestionAndNeverARejection() throws {
    let found = try RuleBench.findings([("received", "{}")]).filter { $0.rule == "R01" }
    #expect(found.map(\.severity) == [.human])
    #expect(found.map(\.isStanding) == [true])
  }

  @Test(arguments: [
    ("2021-08-25", ["R04 HUM company.registeredOn"]), ("2021-08-26", ["R04 REJ company.registeredOn"]),
    ("2021-08-20", []), ("2021-08-21", ["R04 HUM company.registeredOn"]),
    ("2021-08", ["R04 HUM company.registeredOn"]), ("2021-07", []), ("2021-09", ["R04 REJ company.registeredOn"]),
  ])
  func aYearToTheDay(_ date: String, _ expected: [String]) throws {
    let found = try RuleBench.lines([("company.registeredOn", "\"\(date)\"")])
    #expect(found == expected, "\(date)")
  }

  @Test func twentyNinthOfFebruary() throws {
    #expect(CalendarDate("2020-02-29")?.adding(years: 1) == CalendarDate("2021-02-28"))
    #expect(CalendarDate("2020-02-29")?.adding(years: 4) == CalendarDate("2024-02-29"))
    let program = try RuleBench.program(dates: ["deadline": "\"2021-02-28T12:00:00+08:00\""])
    let changes = [("company.registeredOn", "\"2020-02-29\""), ("cover.fillDate", "\"2021-02-28\"")]
    let found = try RuleBench.lines(changes, program: program).filter { $0.hasPrefix("R04") }
    #expect(found == [])
    let later = try RuleBench.lines([("company.registeredOn", "\"2020-03-01\"")], program: program)
    #expect(later.contains("R04 REJ company.registeredOn"))
  }

  @Test(arguments: ["2021-02-29", "2022-13", "2022-00-10", "2022-8-5", "22-08-05", "", "-", "2022-08-32"])
  func datesThatDoNotExist(_ text: String) { #expect(CalendarDate(text) == nil) }

  @Test(arguments: [
    (String(repeating: "字", count: 200), 200, 200), (String(repeating: "字", count: 201), 201, 201),
    ("5G+工业互联网", 6, 8), ("时延由 46ms 降至 18ms。", 8, 14), ("A B", 2, 2), ("上行750Mbps，", 4, 10), ("　 \n", 0, 0),
    ("e\u{301}", 1, 1), ("“引号”", 4, 4),
  ])
  func countsLikeWord(_ text: String, _ words: Int, _ characters: Int) {
    let count = WordCount(text)
    #expect(count.words == words && count.characters == characters, "\(text): \(count)")
  }

  @Test func twoHundredAndTwoHundredAndOne() throws {
    func lines(_ text: String) throws -> [String] { try RuleBench.lines([("project.overview", "\"\(text)\"")]) }
    #expect(try lines(String(repeating: "字", count: 200)) == [])
    #expect(try lines(String(repeating: "字", count: 199) + "。") == [])
    #expect(try lines(String(repeating: "字", count: 201)) == ["R09 WARN project.overview"])
    // A run of letters and digits is one word; so is the space no character.
    #expect(try lines(String(repeating: "字", count: 199) + " 5G") == ["R09 INFO project.overview"])
    let found = try RuleBench.findings([("project.overview", "\"\(String(repeating: "字", count: 201))\"")])
    #expect(found.contains { $0.fact == .form(.textTooLong(words: 201, characters: 201, maximum: 200)) })
  }

  @Test(arguments: [
    ("济宁甲装备有限公司", []), ("山东甲集团有限公司济宁分公司", ["R05 REJ company.name"]),
    ("山东甲集团有限公司兖州分厂", ["R05 REJ company.name"]), ("济宁甲分析仪器有限公司", []),
    ("济宁甲加工中心（有限合伙）", ["R05 HUM company.name"]), ("济宁甲工厂设计有限公司", []),
    ("中国移动通信集团山东有限公司济宁分公司", ["R06 HUM company.name"]),
    ("中国联合网络通信有限公司济宁市分公司", ["R06 HUM company.name"]), ("中国电信股份有限公司济宁分公司", ["R06 HUM company.name"]),
    ("中国铁塔股份有限公司济宁市分公司", ["R06 HUM company.name"]), ("济宁甲移动通信设备有限公司", []),
  ])
  func whoIsALegalPerson(_ name: String, _ expected: [String]) throws {
    let changes = [("company.name", "\"\(name)\""), ("cover.applicant", "\"\(name)\"")]
    #expect(try RuleBench.lines(changes) == expected, "\(name)")
  }

  @Test func whatTheFormSaysOfItself() throws {
    let denial = "[\"我单位系甲集团的分支机构，不具有独立法人资格。\"]"
    #expect(try RuleBench.lines([("sections.2.paragraphs", denial)]) == ["R05 REJ company.name"])
    let part = "[\"公司下设两个不具有独立法人资格的分公司。\"]"
    #expect(try RuleBench.lines([("sections.2.paragraphs", part)]) == ["R05 HUM company.name"])
    let row = "[{\"label\": \"是否独立法人\", \"text\": \"否\"}]"
    #expect(try RuleBench.lines([("extra", row)]) == ["R05 REJ company.name"])
    #expect(try RuleBench.lines([("extra", "[{\"label\": \"是否独立法人\", \"text\": \"是\"}]")]) == [])
  }

  @Test func towersAreWhatTheBureauSays() throws {
    let name = "\"中国铁塔股份有限公司济宁市分公司\""
    let changes = [("company.name", name), ("cover.applicant", name)]
    let yes = try RuleBench.program(["operator.tower": "true"])
    let no = try RuleBench.program(["operator.tower": "false"])
    #expect(try RuleBench.lines(changes, program: yes) == ["R06 HUM company.name"])
    #expect(try RuleBench.lines(changes, program: no) == ["R05 REJ company.name"])
  }

  /// Of a branch of an operator neither age nor address nor capital rejects, and it may be its own partner.
  @Test func operatorsBranches() throws {
    let name = "\"中国移动通信集团山东有限公司济宁分公司\""
    let branch = [
      ("company.name", name), ("cover.applicant", name), ("company.registeredOn", "\"2022-01-01\""),
      ("company.address", "\"山东省济南市历下区一路\""), ("company.registeredCapital", "null"), ("project.operators", "[]"),
    ]
    let found = try RuleBench.lines(branch)
    #expect(found.allSatisfy { $0.contains(" HUM ") }, "\(found)")
    #expect(Set(found.map { String($0.prefix(3)) }) == ["R02", "R04", "R06"])
  }

  @Test(arguments: [
    ("济宁市任城区一路", Locality.Answer.inside), ("山东省济宁市高新区", .inside), ("中国山东省曲阜市时庄街道", .inside), ("山东 邹城 北宿镇", .inside),
    ("济宁高新区柳行街道", .inside), ("泗水县经济开发区", .inside), ("高新区王因街道", .inside), ("山东省兖州区大安镇", .inside),
    ("山东省临沂市兰山区", .outside), ("济南市任城路1号", .outside), ("江苏省徐州市", .outside), ("青岛高新区1号", .outside),
    ("北京市海淀区济宁路", .outside),
    ("滕州市一路", .outside), ("山东省枣庄滕州", .outside), ("内蒙古自治区包头市", .outside), ("大束镇菌业小镇", .unclear), ("", .unclear),
    ("山东省", .unclear), ("工业园区超市路1号", .unclear),
  ])
  func places(_ address: String, _ expected: Locality.Answer) throws {
    let program = try jiningProgram()
    #expect(Locality(program).answer(address) == expected, "\(address)")
  }

  @Test func aProjectAwayFromItsCompany() throws {
    let inside = "[{\"label\": \"项目建设地点\", \"text\": \"济宁市任城区\"}]"
    let outside = "[{\"label\": \"项目建设地点\", \"text\": \"菏泽市牡丹区\"}]"
    let elsewhere = ("company.address", "\"山东省济南市历下区\"")
    #expect(try RuleBench.lines([("extra", inside), elsewhere]) == ["R04 REJ company.address"])
    #expect(try RuleBench.lines([("extra", outside)]) == ["R02 REJ extra.项目建设地点"])
    let nowhere = [("company.address", "\"工业园1号\""), ("company.county", "null")]
    #expect(try RuleBench.lines(nowhere) == ["R02 HUM company.address"])
    let other = nowhere + [("raw", "{\"company.county\": \"临沂市兰山区\"}")]
    #expect(try RuleBench.lines(other) == ["R02 REJ company.county"])
  }

  @Test(arguments: [
    ("13800001107", true), ("138 0000 1107", true), ("+86 13800001107", true), ("8613800001107", true),
    ("0537-5550108", true),
    ("05375550108", true), ("0537-5550108-802", true), ("0537-5550108转802", true), ("(0537)5550108", true),
    ("010-62345678", true),
    ("400-800-8000", true), ("１３８００００１１０７", true), ("5550108", false), ("1380000110", false), ("138000011070", false),
    ("12800001107", false), ("0537-555010", false), ("见名片", false), ("", false), ("138****1107", false),
  ])
  func phones(_ text: String, _ expected: Bool) { #expect(ContactFormat.isPhone(text) == expected, "\(text)") }

  @Test(arguments: [
    ("a@example.com", true), ("李四@example.cn", true), ("ａ＠example.com", true), ("a@@example.com", false),
    ("a@b@c.com", false),
    ("@example.com", false), ("a@example", false), ("a@.com", false), ("a b@example.com", false),
  ])
  func mailAddresses(_ text: String, _ expected: Bool) { #expect(ContactFormat.isEmail(text) == expected, "\(text)") }

  @Test func creditCodes() {
    // The check character of every remainder, and of 0 in particular, is found by trying.
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var ends: Set<Character> = []
    for last in alphabet {
      for end in alphabet where CreditCode.isValid("9137081100000000" + String(last) + String(end)) { ends.insert(end) }
    }
    #expect(ends.contains("0") && ends.count > 25)
    #expect(CreditCode.isValid("91350100M000100Y43"))
    #expect(CreditCode.isValid("91350100m000100y43"))
    #expect(
      !CreditCode.isValid("91350100M000100Y44") && !CreditCode.isValid("91350100M000100I43") && !CreditCode.isValid(""))
  }
}
