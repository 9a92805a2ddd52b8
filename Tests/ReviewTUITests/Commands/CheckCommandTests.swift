import Core
import Testing

@testable import ReviewTUI

struct CheckCommandTests {
  private static let good = "2022-zoucheng-001"

  private func bench() throws -> CommandBench {
    let bench = CommandBench.filled()
    bench.write(
      """
      {"schema": "reviewtui/application/1", "id": "2022-qufu-001", "unit": "qufu",
       "received": {"byCity": "2022-08-25T12:00:01+08:00"}, "company": {"name": "乙\\u001b[2J公司"},
       "project": {"name": "x"}, "metrics": {}}
      """, to: "applications/2022-qufu-001.json")
    return bench
  }

  private func json(_ result: CommandBench.Result) throws -> JSONValue { try JSONParser.parse(Array(result.out.utf8)) }

  @Test func reportsAsJSON() throws {
    let bench = try bench()
    let result = bench.run("check", "$", "--format", "json")
    #expect(result.exit == .problems)
    let value = try json(result)
    #expect(value.object?.members.map(\.key) == ["findings", "problems"])
    #expect(value["problems"]?.array == [])
    let first = try #require(value["findings"]?.array?.first)
    #expect(first["application"]?.string == "2022-qufu-001")
    #expect(first["unit"]?.string == "qufu")
    #expect(first["rule"]?.string == "R01")
    #expect(first["severity"]?.string == "REJ")
    #expect(first["path"]?.string == "received.byCity")
    #expect(first["message"]?.string?.contains("2022-08-25 12:00:01") == true)
    #expect(first["clause"]?.string?.contains("逾期将不予受理") == true)
    let severities = value["findings"]?.array?.filter { $0["application"] == first["application"] }.compactMap {
      $0["severity"]?.string.flatMap { Severity(rawValue: $0) }
    }
    #expect(severities == severities?.sorted())
  }

  @Test func listsWhatIsAskedFor() throws {
    let bench = try bench()
    let one = try json(bench.run("check", "$", "2022-qufu-001", "--format", "json"))["findings"]?.array ?? []
    #expect(!one.isEmpty && one.allSatisfy { $0["application"]?.string == "2022-qufu-001" })
    let rule = try json(bench.run("check", "$", "--rule", "r01", "--rule", "R10", "--format", "json"))
    #expect(Set(rule["findings"]?.array?.compactMap { $0["rule"]?.string } ?? []) == ["R01", "R10"])
    let rejections = bench.run("check", "$", "--severity", "rej")
    #expect(rejections.exit == .problems)
    #expect(rejections.out.hasPrefix("2022-qufu-001\n  R01 建议不予受理 市局收件时间为 2022-08-25 12:00:01，晚于"))
    #expect(bench.run("check", "$", "--severity", "INFO").exit == .done)
  }

  @Test func foldsWhatIsAskedOfEveryApplication() throws {
    let bench = try bench()
    let short = bench.run("check", "$", "2022-qufu-001")
    #expect(short.out.contains("每份都须人工核对"))
    #expect(!short.out.contains("打印、字体和装订"))
    let all = bench.run("check", "$", "2022-qufu-001", "--all")
    #expect(all.out.contains("打印、字体和装订"))
    #expect(all.out.contains("依据：附件1 项目申报“于8月25日中午12:00点前"))
    #expect(!all.out.utf8.contains(0x1B))
    let english = bench.run("check", "$", "--lang", "en")
    #expect(english.out.contains("rejection proposed"))
    #expect(english.out.contains("a person checks in every application"))
  }

  @Test func namesFilesThatCannotBeRead() throws {
    let bench = try bench()
    bench.write("{\"schema\": \"reviewtui/application/1\",\n \"id\": 7}", to: "applications/bad.json")
    let result = bench.run("check", "$", "--severity", "INFO", "--format", "json")
    #expect(result.exit == .problems)
    let problem = try #require(try json(result)["problems"]?.array?.first)
    #expect(problem["file"]?.string == "applications/bad.json")
    #expect(problem["line"]?.number?.int == 2)
    #expect(problem["message"]?.string?.isEmpty == false)
    #expect(result.err.contains("applications/bad.json"))
  }

  @Test(arguments: [
    ["check", "$", "2022-nowhere-001"], ["check", "$", "../x"], ["check", "$", "--rule", "R44"],
    ["check", "$", "--rule", ""], ["check", "$", "--severity", "BAD"], ["check"],
  ])
  func usageErrors(_ words: [String]) throws {
    #expect(try bench().runAll(words).exit == .usage)
  }

  @Test func aRecordThatCannotBeReadIsNoUnknownId() throws {
    let bench = try bench()
    bench.write("{", to: "applications/2022-qufu-002.json")
    #expect(bench.run("check", "$", "2022-qufu-002").exit == .problems)
    #expect(bench.run("check", "/nonexistent").exit == .failed)
  }
}

/// Every fact has words in both languages, shows nothing of a file as it is, and every rule of the call can speak.
struct FindingWordsTests {
  private static let evil = "\u{1B}]0;x\u{7}\u{202E}"

  static let facts: [FormFact] =
    [
      .blank, .notUnderstood(evil), .receivedLate(at: evil, deadline: evil),
      .receivedOnLastDay(at: evil, deadline: evil),
      .receivedAtUnknownHour(day: evil, deadline: evil), .receiptUnknown(deadline: evil),
      .filledAfterDeadline(date: evil, deadline: evil), .filledAfterReceipt(date: evil, received: evil),
      .filledBeforeNotice(date: evil, published: evil), .placeOutside(evil), .placeUnclear(evil), .placeUnclear(nil),
      .notCompleted(date: evil, deadline: evil), .completedAboutDeadline(date: evil, deadline: evil),
      .completionUnknown,
      .useNotShown, .registeredTooLate(date: evil, years: 1, reference: evil),
      .registeredTooLateWhenFilled(date: evil, years: 1, filled: evil),
      .registeredAboutLimit(date: evil, years: 1, reference: evil), .registeredInFuture(date: evil, filled: evil),
      .notLegalPerson(evil), .legalPersonUnclear(evil), .operatorBranch(evil), .towerUndecided(evil),
      .metricsTooFew(found: 2, minimum: 3), .metricClassBlank(.social), .metricClassUnquantified(.technical),
      .photosTooFew(found: 1, minimum: 3, same: 1, empty: 1), .textTooLong(words: 201, characters: 210, maximum: 200),
      .textLongByCharacters(words: 199, characters: 201, maximum: 200), .textShort(words: 3), .sealMissing,
      .signedLate(date: evil, limit: evil), .countyOpinionIncomplete(text: false, date: false), .paperMissing,
      .electronicMissing, .paperDiffers, .formatDiffers, .summaryMissing, .letterUnknown, .sectionBlank(evil),
      .coverDiffers(cover: evil, form: evil), .scenarioUnlisted(evil), .scenarioByFormat, .scenarioUnmarked,
      .scenarioWording(form: evil, name: evil), .countyAlias(written: evil, name: evil),
      .periodReversed(start: evil, end: evil), .beforeFoundation(year: 2019), .ratioOutOfRange(evil),
      .incomeNegative(evil),
      .profitAboveIncome(profit: evil, income: evil), .scaleSuspect(value: evil, other: evil),
      .figureDiffers(name: evil, here: evil, there: evil, place: .analysis),
      .figureDiffers(name: evil, here: evil, there: evil, place: .finance), .phoneInvalid(evil), .emailInvalid(evil),
      .basicMetricsMissing, .investmentUnknown, .amountNotPositive(evil), .sumDiffers(sum: evil, total: evil),
      .itemsDiffer(sum: evil, total: evil), .filedTwice(other: evil), .creditCodeInvalid(evil),
    ] + FormFact.Proof.allCases.flatMap { [.proofMissing($0), .proofUnclear($0)] }
    + FormFact.Judgement.allCases.map { .judge($0) }

  @Test func everyFactHasWords() {
    let field = Phrase(zh: "某栏", en: "a field")
    var known: Set<String> = []
    for fact in Self.facts {
      let phrase = fact.phrase(of: field)
      // A fact that no family knows would come out as the bare name of its field.
      #expect(phrase != field && phrase.zh.count > 6 && phrase.en.count > 10, "\(fact)")
      #expect(known.insert(phrase.zh).inserted, "\(fact)")
      for text in [phrase.zh, phrase.en] {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }, "\(fact)")
      }
    }
  }

  @Test func severitiesAndFieldsHaveNames() throws {
    for severity in Severity.allCases {
      let phrase = FindingWords.severity(severity)
      #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty)
    }
    let bench = CommandBench.filled()
    let program = try Program(json: JSONParser.parse(Array(try #require(bench.text("program.json")).utf8)))
    #expect(program.rules.count == 43)
    for path in program.rules.compactMap(\.path) + ["company.finance.2021.profit", "project.operators.0.phones"] {
      #expect(!FieldPathWords.name(path).zh.utf8.contains(UInt8(ascii: ".")), "\(path)")
    }
  }
}
