import Testing

@testable import Core

struct CountySummaryTests {
  static let text = """
    {"schema": "reviewtui/summary/1", "unit": "zoucheng",
     "source": {"file": "邹城市/汇总表.xlsx", "sha256": "00", "importedAt": "2022-08-24T10:00:00+08:00", "revision": 2},
     "bureau": "邹城市工业和信息化局", "date": "2022-08", "sealed": null, "letter": {"number": "邹工信〔2022〕9号"},
     "received": {"byCity": null},
     "rows": [{"seq": 1, "company": "甲公司", "projectName": "5G车间", "scopeAndSummary": "生产单元模拟：车间。",
       "scenarios": ["SC01"], "otherScenarios": [], "investment": 1200.50, "completed": "2022-05", "contact": "张三",
       "phones": ["13800000001"], "remark": null, "extra": [{"label": "行业", "text": "机械"}],
       "raw": {"investment": "1,200.50"}, "place": "Sheet1!A4"}],
     "left": [{"place": "Sheet1!A9", "text": "合计", "why": "total"}],
     "unparsed": [{"path": "rows.0.remark", "text": "x", "why": "y"}], "note": "kept"}
    """

  @Test func readsEveryMember() throws {
    let summary = try CountySummary(json: JSONParser.parse(Array(Self.text.utf8)))
    #expect(summary.unit == "zoucheng" && summary.date == "2022-08" && summary.source.revision == 2)
    #expect(summary.sealed == nil && summary.letter?.number == "邹工信〔2022〕9号" && summary.receivedByCity == nil)
    let row = try #require(summary.rows.first)
    #expect(row.seq == 1 && row.company == "甲公司" && row.scenarios == ["SC01"] && row.completed == "2022-05")
    #expect(row.investment?.text == "1200.50" && row.words("investment") == "1,200.50" && row.words("remark") == nil)
    #expect(row.extra.map(\.label) == ["行业"] && row.place == "Sheet1!A4")
    #expect(summary.left.map(\.why) == ["total"] && summary.unparsed.map(\.path) == ["rows.0.remark"])
  }

  @Test func anEmptyTableIsReadAndUnknownStaysUnknown() throws {
    let text = "{\"schema\": \"reviewtui/summary/1\", \"unit\": \"qufu\", \"rows\": [{}]}"
    let summary = try CountySummary(json: JSONParser.parse(Array(text.utf8)))
    let row = try #require(summary.rows.first)
    #expect(summary.letter == nil && row.seq == nil && row.investment == nil && row.completed == nil)
    #expect(row.phones.isEmpty && row.scenarios.isEmpty)
  }

  @Test(arguments: [
    ("{\"schema\": \"reviewtui/application/1\", \"unit\": \"qufu\"}", ["schema"]),
    ("{\"schema\": \"reviewtui/summary/1\"}", ["unit"]),
    ("{\"schema\": \"reviewtui/summary/1\", \"unit\": \"../x\"}", ["unit"]),
    (
      "{\"schema\": \"reviewtui/summary/1\", \"unit\": \"qufu\", \"rows\": [{\"investment\": \"3\"}]}",
      ["rows", "0", "investment"]
    ),
  ])
  func wrongFilesAreNamed(_ text: String, _ path: [String]) throws {
    let value = try JSONParser.parse(Array(text.utf8))
    let error = #expect(throws: FieldError.self) { try CountySummary(json: value) }
    #expect(error?.path == path)
  }
}
