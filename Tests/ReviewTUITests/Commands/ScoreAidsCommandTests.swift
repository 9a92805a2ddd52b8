import Core
import Foundation
import Testing

@testable import ReviewTUI

/// `score … --twins`, `--set C12=suggested`, `show --metrics` and the verified figures of `compare`.
@Suite struct ScoreAidsCommandTests {
  private static let other = "2022-zoucheng-002"

  private func form(_ id: String, _ company: String, _ value: String) -> String {
    """
    {"schema": "reviewtui/application/1", "id": "\(id)", "unit": "zoucheng",
     "company": {"name": "\(company)"}, "project": {"name": "5G\(company)", "scenarios": ["SC06"]},
     "metrics": {"economic": {"text": "产值", "rows": [
       {"id": "m01", "name": "主营业务收入", "canonical": "revenue", "value": \(value), "unit": "万元", "direction": "up",
        "source": {"start": 0, "length": 2, "text": "收入\(value)万元"}}]}}}
    """
  }

  private func bench() -> CommandBench {
    let bench = CommandBench.filled()
    bench.write(form(CommandBench.application, "甲公司", "1000"), to: "applications/\(CommandBench.application).json")
    bench.write(form(Self.other, "乙公司", "1040"), to: "applications/\(Self.other).json")
    return bench
  }

  private func visit(_ bench: CommandBench, _ state: String) {
    bench.write(
      """
      {"schema": "reviewtui/inspection/1", "visitId": "v1", "application": "\(CommandBench.application)",
       "state": "\(state)", "actualEnd": "2022-09-08T15:00:00+08:00",
       "metrics": [{"id": "m01", "class": "economic", "name": "主营业务收入", "unit": "万元", "direction": "up",
                    "declared": 1000, "verified": 940, "evidenceIds": ["e01"], "source": "metrics.economic.rows.m01"}],
       "evidence": [{"id": "e01", "kind": "export", "file": "attachments/x/v1-e01.csv", "sha256": "ab"}]}
      """, to: "inspections/\(CommandBench.application)/v1.json")
  }

  private func json(_ result: CommandBench.Result) throws -> JSONObject {
    guard case .object(let object) = try JSONParser.parse(Array(result.out.utf8)) else { throw CancellationError() }
    return object
  }

  private func list(_ value: JSONValue?) -> [JSONObject] {
    guard case .array(let elements)? = value else { return [] }
    return elements.compactMap { if case .object(let object) = $0 { object } else { nil } }
  }

  @Test func takesTheSuggestionOnlyWhenAsked() throws {
    let bench = bench()
    let plain = bench.run("score", "$", CommandBench.application, "--as", "expert-01", "--set", "C01=7")
    #expect(plain.exit == .done)
    let line = try #require(plain.outLines.first { $0.hasPrefix("C12 建议 ") })
    #expect(line.contains("项需补正 R"))
    #expect(
      bench.text("reviews/\(CommandBench.application)/expert-01.json")?.contains(
        "\"criterion\": \"C12\",\n      \"score\": null") == true)
    let taken = bench.run(
      "score", "$", CommandBench.application, "--as", "expert-01", "--set", "C12=suggested", "--format", "json")
    #expect(taken.exit == .done)
    let suggestion = try #require(list(try json(taken)["suggestions"]).first)
    guard case .number(let value)? = suggestion["score"] else {
      Issue.record("no score")
      return
    }
    // What check counts, by the numbers of the program.
    let check = try json(bench.run("check", "$", CommandBench.application, "--severity", "WARN", "--format", "json"))
    let open = list(check["findings"]).count { $0["standing"] == .bool(false) }
    #expect(value.scaled(by: 1) == max(0, 50 - open * 5))
    #expect(list(suggestion["findings"]).count == open)
    let sheet = bench.text("reviews/\(CommandBench.application)/expert-01.json") ?? ""
    #expect(sheet.contains("\"criterion\": \"C12\",\n      \"score\": \(value.text)"))
  }

  @Test func aCriterionWithoutASuggestionIsRefused() {
    let bench = bench()
    let before = bench.contents()
    let result = bench.run("score", "$", CommandBench.application, "--as", "expert-01", "--set", "C01=suggested")
    #expect(result.exit == .usage && result.err.contains("没有建议分"))
    #expect(bench.contents() == before)
  }

  @Test func twinsNameOnlyTheOwnPastScores() throws {
    let bench = bench()
    _ = bench.run("score", "$", Self.other, "--as", "expert-01", "--set", "C07=7")
    _ = bench.run("score", "$", Self.other, "--as", "expert-02", "--set", "C07=1")
    let before = bench.contents()
    let result = bench.run("score", "$", CommandBench.application, "--as", "expert-01", "--twins")
    #expect(result.exit == .done)
    #expect(bench.contents() == before, "looking writes nothing")
    #expect(result.out.contains("相近：\(Self.other) 乙公司"))
    #expect(result.out.contains("1040 万元（此处 1000 万元） 您给 C07 7.0"))
    #expect(!result.out.contains("C07 1.0"))
    let scored = try json(
      bench.run(
        "score", "$", CommandBench.application, "--as", "expert-01", "--set", "C07=2", "--twins", "--format", "json"))
    let twins = list(scored["twins"]).filter { $0["criterion"] == .string("C07") }
    #expect(twins.count == 1 && twins[0]["apart"] == .bool(true))
    #expect(twins[0]["application"] == .string(Self.other))
  }

  @Test func theTrailShowsOnlyWhatTheViewerMaySee() throws {
    let bench = bench()
    visit(bench, "draft")
    _ = bench.run("score", "$", CommandBench.application, "--as", "expert-01", "--set", "C07=7")
    _ = bench.run("score", "$", CommandBench.application, "--as", "expert-02", "--set", "C07=1")
    let trail = try json(
      bench.run("show", "$", CommandBench.application, "--metrics", "--as", "expert-01", "--format", "json"))
    let metric = try #require(list(trail["metrics"]).first)
    #expect(metric["path"] == .string("metrics.economic.rows.m01"))
    let criteria = list(metric["criteria"])
    #expect(criteria.map { $0["criterion"] } == [.string("C06"), .string("C07")])
    #expect(list(criteria[1]["scores"]).map { $0["reviewer"] } == [.string("expert-01")])
    let finding = try #require(list(metric["verified"]).first)
    #expect(finding["state"] == .string("draft") && finding["value"] == .null && finding["band"] == .null)
    let nobody = bench.run("show", "$", CommandBench.application, "--metrics")
    #expect(nobody.exit == .done && !nobody.out.contains("7.0") && nobody.out.contains("核查中"))
    #expect(!nobody.out.contains("940"))
    visit(bench, "signed")
    let text = bench.run("show", "$", CommandBench.application, "--metrics", "--as", "expert-01")
    // The bench's visit was never sealed, so its figures do not count.
    #expect(text.out.contains("签字封存后被改动") && !text.out.contains("940"))
    #expect(text.out.contains("C07 7.0"))
  }

  @Test func compareTellsTheVerifiedFigureOfEachCell() throws {
    let bench = bench()
    visit(bench, "draft")
    let result = bench.run("compare", "$", CommandBench.application, Self.other)
    #expect(result.out.contains("核查中") && !result.out.contains("940"))
    let rows = list(
      try json(bench.run("compare", "$", CommandBench.application, Self.other, "--format", "json"))["rows"])
    let cells = list(rows.first?["cells"])
    #expect(cells.count == 2)
    guard case .object(let verified)? = cells[0]["verified"] else {
      Issue.record("no member verified")
      return
    }
    #expect(verified["visit"] == .string("v1") && verified["value"] == .null)
    #expect(cells[1]["verified"] == .null)
  }

  /// With a record that is really sealed: the sample's.
  @Test func aSealedVisitGivesItsFigure() throws {
    let program = try SampleState.program()
    let workspace = try Workspace.open(SampleState.root.appendingPathComponent("sample-data").path)
    let id = try #require(RecordID("2022-yanzhou-001"))
    let site = InspectionStore(workspace, state: nil, program: program).site(of: id)
    let finding = try #require(site.latest(on: "m01"))
    #expect(finding.state == .signed)
    #expect(AidWords.short(finding).zh == "核实 31875.02 万元（0% 一致）")
    let metric = try #require(try SampleState.application("2022-yanzhou-001").section(.economic).rows.first)
    #expect(
      AidWords.finding(finding, claim: metric).zh == "核查 v1（2022-09-05）：核实 31875.02 万元，偏差 0%，一致")
  }

  @Test func aChangedRubricIsRefusedAndNamed() throws {
    let bench = bench()
    var words = [
      "score", "$", CommandBench.application, "--as", "expert-01", "--opinion", "同意推荐这个项目，前后对比数据完整，推广条件清楚。",
      "--recommend", "yes", "--submit",
    ]
    for id in 1...12 {
      words += ["--set", "C\(id < 10 ? "0" : "")\(id)=4", "--comment", "C\(id < 10 ? "0" : "")\(id)=有据"]
    }
    #expect(bench.runAll(words).exit == .done)
    #expect(bench.run("check", "$").err.contains("评分标准") == false)
    let program = try #require(bench.text("program.json"))
    bench.write(program.replacing("\"opinionMinimum\": 20", with: "\"opinionMinimum\": 10"), to: "program.json")
    let refused = bench.run("score", "$", Self.other, "--as", "expert-02", "--set", "C01=5")
    #expect(refused.exit == .problems)
    #expect(refused.err.contains("评分标准") && refused.err.contains("reviews/\(CommandBench.application)/expert-01.json"))
    #expect(bench.text("reviews/\(Self.other)/expert-02.json") == nil)
    let check = bench.run("check", "$")
    #expect(check.err.contains("reviews/\(CommandBench.application)/expert-01.json") && check.err.contains("另一份评分标准"))
    let doctor = bench.run("doctor", "$")
    #expect((doctor.out + doctor.err).contains("另一份评分标准"))
  }
}
