import Testing

@testable import Core

private func checklist(_ scenarios: [String]) throws -> InspectionChecklist {
  InspectionChecklist(try InspectionBench.program().inspection, scenarios: scenarios)
}

/// The wording of G06 is the scenarios' own; SC09 and SC10 have no coverage clause.
@Test(arguments: [
  (["SC01"], "生产现场实现5G网络覆盖", false), (["SC01", "SC06"], "生产现场实现5G网络覆盖", false),
  (["SC07"], "全厂区或园区实现5G网络覆盖", false), (["SC08"], "运输路线中有稳定的5G网络覆盖", false),
  (["SC06", "SC08"], "生产现场实现5G网络覆盖；运输路线中有稳定的5G网络覆盖", false), (["SC09"], "生产现场实现5G网络覆盖", true),
  (["SC09", "SC10"], "生产现场实现5G网络覆盖", true), (["SC10", "SC07"], "全厂区或园区实现5G网络覆盖", false), ([], "生产现场实现5G网络覆盖", false),
])
func takesTheCoverageClauseFromTheScenarios(_ scenarios: [String], _ text: String, _ isOff: Bool) throws {
  let line = try #require(try checklist(scenarios).line("G06"))
  #expect(line.item.name.zh == text)
  #expect(line.doesNotApply == isOff)
  #expect(line.item.isVeto)
}

@Test func showsOnlyTheChosenScenarios() throws {
  let list = try checklist(["SC06", "SC99"])
  #expect(list.lines.count == 24)
  #expect(list.lines.suffix(4).map(\.item.id) == ["SC06-1", "SC06-2", "SC06-3", "SC06-4"])
  #expect(list.lines.filter(\.item.isVeto).map(\.item.id) == ["G01", "G02", "G03", "G04", "G06", "G12", "G16"])
  #expect(list.lines.filter(\.item.isReference).map(\.item.id) == ["G18", "G19"])
  #expect(try checklist(["SC09"]).freshItems.filter { $0.answer == .na }.map(\.id) == ["G06"])
}

/// Every clause of a scenario stands in the notice's 基础条件 or 场景描述.
@Test func quotesTheNoticeWordForWord() throws {
  let program = try InspectionBench.program()
  for checks in program.inspection.scenarios {
    let scenario = try #require(program.scenario(checks.code))
    let text = scenario.conditions + scenario.description
    for item in checks.items { #expect(text.contains(item.name.zh), "\(item.id) \(item.name.zh)") }
    if let network = checks.network { #expect(scenario.conditions.contains(network)) }
  }
}

private func visit(
  _ answers: [String: Inspection.Answer], bands: [MetricBand?] = [.matches, .near, .matches]
)
  -> Inspection
{
  var visit = Inspection(id: "v1", application: "a")
  visit.items = (1...20).map { number in
    let id = (number < 10 ? "G0" : "G") + String(number)
    return Inspection.Item(id: id, answer: answers[id] ?? .yes, note: "", by: nil, at: nil)
  }
  let figures: [MetricBand: String] = [.matches: "100", .near: "92", .low: "80", .far: "10"]
  visit.metrics = bands.enumerated().map { index, band in
    Inspection.MetricRow(
      id: "m\(index)", kind: .economic, name: "", unit: "个", direction: .up, baseline: nil, declared: JSONNumber(100),
      period: nil, text: nil, source: "", verified: band.flatMap { figures[$0] }.flatMap { JSONNumber(text: $0) },
      word: band == .unverifiable ? .unverifiable : nil, method: nil, evidence: [], note: "", by: nil, at: nil)
  }
  return visit
}

private func result(_ visit: Inspection) throws -> InspectionResult {
  InspectionResult(visit, checklist: try checklist([]), program: try InspectionBench.program().inspection)
}

@Test(
  arguments: [
    ([:], Inspection.Verdict.pass), (["G04": .no], .fail), (["G04": .mostly], .conditional),
    (["G07": .no], .conditional),
    (["G07": .mostly], .pass), (["G18": .no], .pass), (["G19": .no], .pass), (["G16": .no, "G07": .no], .fail),
    (["G06": .na], .pass), (["G05": .open], .pass),
  ] as [([String: Inspection.Answer], Inspection.Verdict)])
func proposesByTheRule(_ answers: [String: Inspection.Answer], _ verdict: Inspection.Verdict) throws {
  #expect(try result(visit(answers)).proposed == verdict)
}

@Test(
  arguments: [
    ([.matches, .near, .matches], Inspection.Answer.yes), ([.matches, .near], .no),
    ([.matches, .matches, .matches, .far], .no),
    ([.matches, .matches, .matches, .low], .yes), ([.matches, .matches, .matches, .unverifiable], .yes),
    ([.matches, .matches, .matches, .unverifiable, .unverifiable, .unverifiable], .no),
    ([.matches, .matches, .matches, .unverifiable, .unverifiable, nil, nil], .yes), ([nil, nil, nil], .no), ([], .no),
  ] as [([MetricBand?], Inspection.Answer?)])
func proposesTheAnswerToG12(_ bands: [MetricBand?], _ answer: Inspection.Answer?) throws {
  let found = try result(visit([:], bands: bands))
  #expect(found.metricsAnswer == answer)
  #expect(found.proposed == (answer == .no ? .fail : .pass))
}

@Test func noAccessIsNotInspected() throws {
  var visit = visit(["G04": .no])
  visit.refusal = Inspection.Refusal(kind: .access, reason: "大门紧闭", witness: "社区李某", recording: nil)
  #expect(try result(visit).proposed == .unable)
  #expect(try result(visit).grounds == [.noAccess])
}

@Test func problemsBecomeOverdueAndAreReChecked() throws {
  let program = try InspectionBench.program().inspection
  var visit = Inspection(id: "v1", application: "a")
  visit.problems = [
    Inspection.Problem(id: "p01", item: "G07", level: .general, text: "", fixRequired: "", dueAt: "2022-09-22")
  ]
  func standing(_ fixes: [InspectionPart.Fix], _ now: String) -> OpenFix.Standing? {
    var part = InspectionPart(visit: "v1", application: "a", person: "p")
    part.fixes = fixes
    return OpenFix.list(visit, [part], program, at: now).first?.standing
  }
  #expect(standing([], "2022-09-22T23:59:59+08:00") == .waiting(due: "2022-09-22"))
  #expect(standing([], "2022-09-23T00:00:00+08:00") == .overdue(due: "2022-09-22", days: 1))
  let reported = InspectionPart.Fix(id: "p01", fixedAt: "2022-09-28", result: "已接入", isRight: nil, recheckedAt: nil)
  #expect(standing([reported], "2022-10-10T09:00:00+08:00") == .recheck(due: "2022-10-10", isExact: true))
  #expect(
    standing([reported], "2022-10-11T09:00:00+08:00") == .recheckOverdue(due: "2022-10-10", days: 1, isExact: true))
  var right = reported
  (right.isRight, right.recheckedAt) = (true, "2022-10-08")
  #expect(standing([right], "2022-12-01T09:00:00+08:00") == nil)
  right.isRight = false
  #expect(standing([right], "2022-12-01T09:00:00+08:00") == .failed)
}

@Test func namesEveryDifferenceOfTwoVersions() throws {
  func json(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }
  let mine = try json(#"{"a": 1.50, "x": null, "items": [{"id": "G01", "answer": "yes"}, {"id": "G02"}], "l": [1, 2]}"#)
  let theirs = try json(
    #"{"items": [{"id": "G03"}, {"id": "G01", "answer": "no", "note": "变"}], "l": [1, 3, 4], "a": 1.5, "n": "新"}"#)
  let found = RecordDifference.list(mine, theirs)
  #expect(
    found.map(\.dotted) == ["items.G01.answer", "items.G01.note", "items.G02", "items.G03", "l.1", "l.2", "n"])
  #expect(found.first?.mine == .string("yes"))
  #expect(found.first?.theirs == .string("no"))
  #expect(found.last?.mine == nil)
  #expect(RecordDifference.list(mine, mine).isEmpty)
}
