import Testing

@testable import Core

/// Each cross-check once where it speaks and once where it must not.
struct CrossCheckTests {
  private static let form = """
    {"schema": "reviewtui/application/1", "id": "2022-qufu-00N", "unit": "qufu",
     "company": {"name": "山东甲乙(曲阜)有限公司", "county": "qufu",
       "contact": {"name": "张三", "phones": ["13800000001", "0537-5550001"]}},
     "project": {"name": "5G+智能仓储平台建设项目", "scenarios": ["SC01", "SC06"], "end": "2022-05"},
     "metrics": {}, "investment": {"total": 671.0}}
    """
  private static let row = """
    {"seq": 1, "company": "山东甲乙（曲阜）有限公司", "projectName": "５G＋智能仓储平台建设 项目", "scenarios": ["SC06", "SC01"],
     "investment": 671, "completed": "2022-05-31", "contact": "张三", "phones": ["138-0000-0001"]}
    """

  /// Findings of a form and rows in which `old` is replaced by `new`.
  private func findings(
    form: [(String, String)] = [], row: [(String, String)] = [], rows: [String]? = nil, forms: Int = 1,
    bureau: String? = nil, bodies: [String]? = nil
  ) throws -> [String] {
    func changed(_ text: String, _ pairs: [(String, String)]) throws -> String {
      var text = text
      for (old, new) in pairs {
        try #require(text.contains(old), "\(old)")
        text = text.replacing(old, with: new)
      }
      return text
    }
    let applications = try (0..<forms).map { index in
      let text = try changed(bodies?[index] ?? Self.form, form).replacing("00N", with: "00\(index + 1)")
      return try Application(json: JSONParser.parse(Array(text.utf8)))
    }
    let rowText = try rows ?? [changed(Self.row, row)]
    let signed = bureau.map { "\"bureau\": \"\($0)\"," } ?? ""
    let text = """
      {"schema": "reviewtui/summary/1", "unit": "qufu", \(signed) "rows": [\(rowText.joined(separator: ","))]}
      """
    let summary = try CountySummary(json: JSONParser.parse(Array(text.utf8)))
    return CrossCheck.findings(summary: summary, applications: applications, program: try jiningProgram())
      .map { CrossCheckFixtureTests.line($0, []) }
  }

  @Test func writingsOfOneValueAreNoDifference() throws { #expect(try findings(bureau: "曲阜市工信局") == []) }

  @Test func anotherUnit() throws {
    #expect(try findings(form: [("\"county\": \"qufu\"", "\"county\": \"zoucheng\"")]) == ["R29 WARN - unit 邹城市 | 曲阜市"])
    #expect(try findings(form: [("\"county\": \"qufu\"", "\"county\": null")]) == [])
    #expect(try findings(bureau: "邹城市工业和信息化局") == ["R29 HUM - signed 邹城市工业和信息化局 | 曲阜市"])
  }

  @Test func completionByTheMonth() throws {
    #expect(try findings(row: [("2022-05-31", "2022-06")]) == ["R30 WARN - 2022-06 | 2022-05"])
    #expect(try findings(row: [("2022-05-31", "2022")]) == [])
    #expect(try findings(row: [("\"2022-05-31\"", "null")]) == [])
    #expect(try findings(form: [("\"end\": \"2022-05\"", "\"end\": null")]) == [])
    #expect(
      try findings(form: [("\"end\": \"2022-05\"", "\"end\": \"2022-06\", \"completedOn\": \"2022-05-20\"")]) == [])
  }

  @Test func aMonthThatLeavesAChoice() throws {
    let may = ("\"2022-05-31\"", "null, \"raw\": {\"completed\": \"五月\"}")
    #expect(try findings(row: [may]) == [])
    #expect(try findings(form: [("2022-05", "2022-06")], row: [may]) == ["R30 WARN - 五月 | 2022-06"])
    let one = ("\"2022-05-31\"", "null, \"raw\": {\"completed\": \"2022.1\"}")
    #expect(try findings(form: [("2022-05", "2022-10")], row: [one]) == [])
    #expect(try findings(form: [("2022-05", "2022-01")], row: [one]) == [])
    #expect(try findings(row: [one]) == ["R30 WARN - 2022.1 | 2022-05"])
  }

  @Test func investmentToTheHundred() throws {
    #expect(try findings(row: [("671", "671.01")]) == [])
    #expect(try findings(row: [("671", "671.02")]) == ["R31 WARN - 671.02 | 671"])
    #expect(try findings(row: [("671", "6710000")]) == ["R31 HUM - 6710000 ~ 671"])
    #expect(try findings(row: [("671", "0.0671")]) == ["R31 HUM - 0.0671 ~ 671"])
    #expect(try findings(row: [("671", "null")]) == [])
    let parts = ("\"total\": 671.0", "\"direct\": 600, \"intangible\": 70, \"other\": 1")
    #expect(try findings(form: [parts]) == [])
    #expect(try findings(form: [("\"total\": 671.0", "\"total\": null")]) == [])
  }

  @Test func names() throws {
    #expect(try findings(row: [("山东甲乙", "山东甲已")]) == ["R32 WARN - 山东甲已（曲阜）有限公司 | 山东甲乙(曲阜)有限公司"])
    #expect(try findings(row: [("平台建设", "系统建设")]) == ["R32 WARN - ５G＋智能仓储系统建设 项目 | 5G+智能仓储平台建设项目"])
    #expect(try findings(row: [("\"山东甲乙（曲阜）有限公司\"", "null")]).isEmpty == false)
  }

  @Test func contacts() throws {
    #expect(try findings(row: [("\"张三\"", "\"李四\"")]) == ["R33 INFO - 李四 | 张三"])
    #expect(try findings(row: [("\"张三\"", "\"张 三（经理）、李四\"")]) == [])
    #expect(
      try findings(row: [("138-0000-0001", "13800000010")]) == ["R33 INFO - 13800000010 | 13800000001、0537-5550001"])
    #expect(try findings(row: [("138-0000-0001", "+8613800000001")]) == [])
  }

  @Test func numbers() throws {
    #expect(try findings(row: [("\"seq\": 1", "\"seq\": 2")]) == ["R34 WARN - number 2 for 1"])
    #expect(try findings(row: [("\"seq\": 1", "\"seq\": null")]) == ["R34 WARN - number - for 1"])
    func row(_ number: Int, _ rest: String = "") -> String {
      "{\"seq\": \(number), \"company\": \"丙\(number)\(rest)\"}"
    }
    let numbers = try findings(rows: [row(1), row(3), row(4), row(4, "丁")], forms: 0).filter { $0.contains("R34") }
    #expect(numbers == ["R34 WARN - number 3 for 2", "R34 WARN - number 4 twice"])
    let merged = try findings(rows: [row(1), "{\"continues\": [\"seq\"], \"company\": \"戊\"}", row(2)], forms: 0)
    #expect(merged.filter { $0.contains("R34") } == [])
  }

  @Test func rowsAndForms() throws {
    #expect(try findings(rows: []) == ["R35 WARN - no row"])
    #expect(try findings(forms: 0) == ["R35 WARN - row 山东甲乙（曲阜）有限公司 / ５G＋智能仓储平台建设 项目"])
    let twice = [Self.row, Self.row.replacing("\"seq\": 1", with: "\"seq\": 2")]
    #expect(try findings(rows: twice) == ["R35 WARN - rows.1.company = rows.0.company"])
  }

  @Test func twoProjectsOfOneCompanyKeepTheirRows() throws {
    let other = Self.form.replacing("5G+智能仓储平台建设项目", with: "矿山铲装设备远程作业").replacing("2022-05", with: "2022-07")
    let first = Self.row.replacing("平台建设", with: "平台")
    let second = Self.row.replacing("\"seq\": 1", with: "\"seq\": 2").replacing("５G＋智能仓储平台建设 项目", with: "矿山铲装设备远程作业")
      .replacing("2022-05-31", with: "2022-07")
    // The second row names the first form, so the first one must not be taken from it.
    let found = try findings(rows: [first, second], forms: 2, bodies: [other, Self.form])
    #expect(found == ["R32 WARN - ５G＋智能仓储平台 项目 | 5G+智能仓储平台建设项目"])
    // A row with another project of the same company is a row without a form.
    let third = Self.row.replacing("５G＋智能仓储平台建设 项目", with: "焊接车间虚拟仿真产线")
    #expect(
      try findings(rows: [third]).sorted() == [
        "R35 WARN - no row", "R35 WARN - row 山东甲乙（曲阜）有限公司 / 焊接车间虚拟仿真产线 near 山东甲乙(曲阜)有限公司",
      ])
  }

  @Test func scenarios() throws {
    #expect(try findings(row: [("[\"SC06\", \"SC01\"]", "[\"SC06\", \"SC02\"]")]) == ["R22 HUM - SC02 | SC01"])
    #expect(try findings(row: [("[\"SC06\", \"SC01\"]", "[]")]) == [])
  }
}
