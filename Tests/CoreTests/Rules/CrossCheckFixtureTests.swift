import Testing

@testable import Core

/// Every county of the fixtures, imported whole: the table's discrepancies as a careful person found them, and no others.
struct CrossCheckFixtureTests {
  static let counties: [(folder: String, unit: String, expected: [String])] = [
    (
      "任城区", "rencheng",
      [
        "R31 WARN 济宁泊舟港航物流有限公司 980 | 1000",
        "R33 INFO 山东砚河纺织科技有限公司 13800001251 | 13800001215",
      ]
    ),
    (
      "兖州区", "yanzhou",
      [
        "R30 WARN 山东岚屿智能农机装备有限公司 2022-03 | 2022-04",
        "R32 WARN 山东砺衡轮胎有限公司 轮胎成品库5G+AI视觉智能理货和自动分拣 | 轮胎成品库5G+AI视觉智能理货与自动分拣",
      ]
    ),
    (
      "邹城市", "zoucheng",
      [
        "R35 WARN - row 邹城禾栖智能装备有限公司 / 5G+智能仓储柜总装虚拟产线",
        "R35 WARN 山东菌禾生物科技有限公司 no row",
      ]
    ),
    ("金乡县", "jinxiang", ["R22 HUM 金乡蒜语冷链食品有限公司 - | SC08"]),
    (
      "济宁高新区", "gaoxin",
      [
        "R31 HUM 山东筑穹液压传动有限公司 6600000 ~ 660",
        "R35 WARN 济宁曜石光电子科技有限公司 rows.2.company = rows.0.company",
      ]
    ),
  ]

  @Test(arguments: counties)
  func findsTheDiscrepanciesAndNoOthers(_ folder: String, _ unit: String, _ expected: [String]) throws {
    let place = try WorkspaceImportTests.place()
    let forms = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Fixtures/forms/inbox/"
    let workspace = try Workspace.open(place.path + "/ws")
    let program = try workspace.program()
    let batch = try WorkspaceImport(
      into: workspace, vocabulary: FormVocabulary(program: program), unit: nil, now: "2022-08-25T09:00:00+08:00",
      isDryRun: false)
    batch.run([forms + folder]) { file in
      if case .failure(let refusal) = file { Issue.record("\(refusal)") }
    }
    let applications = try workspace.applications()
    var forms2: [Application] = []
    for id in try applications.listing().records { forms2.append(try applications.application(id)) }
    let record = try #require(RecordID(unit))
    let summary = try CountySummary(json: workspace.document(WorkspaceLayout.summary(unit: record)).value)
    let findings = CrossCheck.findings(summary: summary, applications: forms2, program: program)
    #expect(findings.map { Self.line($0, forms2) }.sorted() == expected)
    #expect(findings.allSatisfy { $0.unit == unit })
  }

  static func line(_ finding: Finding, _ applications: [Application]) -> String {
    let name = applications.first { $0.id == finding.application }?.company.name ?? "-"
    let head = "\(finding.rule) \(finding.severity.rawValue) \(name) "
    guard case .crossCheck(let fact) = finding.fact else { return head }
    return head + words(fact)
  }

  private static func words(_ fact: CrossCheckFact) -> String {
    func text(_ source: CrossCheckSource) -> String { source.text ?? "-" }
    return switch fact {
    case .differs(let summary, let form): text(summary) + " | " + text(form)
    case .scenariosDiffer(_, _, let left, let right):
      (left.isEmpty ? "-" : left.joined(separator: "+")) + " | " + (right.isEmpty ? "-" : right.joined(separator: "+"))
    case .unitSuspect(let summary, let form): text(summary) + " ~ " + text(form)
    case .otherUnit(let expected, let recommending): "unit " + text(expected) + " | " + text(recommending)
    case .signedByOther(let bureau, let unit): "signed " + text(bureau) + " | " + unit
    case .wrongNumber(_, let found, let expected): "number \(found.map { String($0) } ?? "-") for \(expected)"
    case .sameNumber(_, let number, _): "number \(number) twice"
    case .noApplication(let row, let nearest): "row " + text(row) + (nearest.map { " near " + text($0) } ?? "")
    case .notInSummary: "no row"
    case .sameRow(let row, let first): row.path + " = " + first.path
    }
  }
}
