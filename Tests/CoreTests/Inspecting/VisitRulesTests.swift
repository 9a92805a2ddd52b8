import Testing

@testable import Core

private let now = "2022-09-08T16:00:00+08:00"

/// Every rule that keeps a visit from being final, one after the other, against a visit without a fault.
@Suite struct VisitRulesTests {
  private func gaps(
    _ edits: [InspectionEdit] = [], parts: [InspectionPart]? = nil, at time: String = now,
    _ change: (inout Inspection) -> Void = { _ in }
  ) throws -> [InspectionGap] {
    let bench = try InspectionBench()
    try bench.plan()
    try bench.part([.conflict(false)])
    var visit = try bench.save(try bench.complete()).sheet.visit
    let program = try InspectionBench.program().inspection
    for edit in edits { try edit.apply(to: &visit, program, by: "hecha-01", at: time) }
    change(&visit)
    let own = try bench.load().parts.map(\.part)
    return visit.gaps(bench.checklist, program, minimumInspectors: 2, parts: parts ?? own, at: time)
  }

  private func member(_ id: String, _ answer: Inspection.Answer) -> InspectionPart {
    var part = InspectionPart(visit: "v1", application: InspectionBench.application, person: "hecha-02")
    part.hasConflict = false
    part.items = [Inspection.Item(id: id, answer: answer, note: "", by: "hecha-02", at: nil)]
    return part
  }

  @Test func aVisitWithoutAFaultMayBeSigned() throws { #expect(try gaps() == []) }

  @Test func peopleAndTimes() throws {
    #expect(try gaps { $0.inspectors.removeLast() } == [.inspectors(minimum: 2, has: 1)])
    let lead = Inspection.Inspector(id: "hecha-01", name: "", unit: nil, role: .member, hasConflict: false)
    #expect(try gaps { $0.inspectors[0] = lead } == [.noLead])
    #expect(try gaps { $0.inspectors[0].hasConflict = nil } == [.noDeclaration("hecha-01")])
    #expect(try gaps { $0.inspectors[0].hasConflict = true } == [.conflict("hecha-01")])
    #expect(try gaps([.start(nil)]) == [.times])
    for end in ["2022-09-08T09:30:00+08:00", "2022-09-08T09:29:59+08:00", "2022-09-08T10:00:00+09:00"] {
      #expect(try gaps([.end(end)]) == [.endNotAfterStart])
    }
  }

  @Test func everyVetoItemNeedsAnAnswer() throws {
    for id in ["G01", "G02", "G03", "G04", "G06", "G12", "G16"] {
      #expect(try gaps([.answer(item: id, .open)]).contains(.unanswered([id])))
    }
    #expect(try gaps([.answer(item: "G05", .open)]) == [])
  }

  @Test func whatIsNotRightIsExplainedProvedAndPutRight() throws {
    #expect(try gaps([.answer(item: "G08", .mostly)]) == [.noNote(["G08"])])
    #expect(try gaps([.answer(item: "G08", .na), .why(item: "G08", " \n")]) == [.noNote(["G08"])])
    let no: [InspectionEdit] = [.answer(item: "G08", .no), .why(item: "G08", "断网后照常")]
    #expect(try gaps(no) == [.noEvidence(["G08"]), .noProblem(["G08"])])
    #expect(try gaps(no + [.problem(item: "G08", text: " ")]) == [.noEvidence(["G08"]), .noProblem(["G08"])])
    #expect(
      try gaps(no + [.problem(item: "G08", text: "未经5G"), .due(item: "G08", nil)])
        == [.noEvidence(["G08"]), .noProblem(["G08"])])
    #expect(try gaps(no + [.problem(item: "G08", text: "未经5G")]) { $0.evidence[0].items = ["G08"] } == [])
    // 参考项: noted and proved, never to be put right.
    for id in ["G18", "G19"] {
      let found = try gaps([.answer(item: id, .no), .why(item: id, "未见备份")]) { $0.evidence[0].items = [id] }
      #expect(found == [])
    }
  }

  @Test func everyKindOfTheMinimumSetIsNamed() throws {
    let keys = ["gate", "scene", "device", "platform", "network", "group"]
    #expect(try InspectionBench.program().inspection.minimumEvidence.map(\.key) == keys)
    for key in keys {
      #expect(try gaps { visit in visit.evidence.removeAll { $0.shows == key } } == [.minimumEvidence([key])])
    }
    #expect(try gaps { $0.evidence = [] } == [.minimumEvidence(keys)])
  }

  @Test(
    arguments: [
      (nil, [.hostSignature]), (Inspection.Refusal(kind: .signature, reason: "负责人不在", witness: "王某"), []),
      (Inspection.Refusal(kind: .signature, reason: "负责人不在", recording: "e07"), []),
      (Inspection.Refusal(kind: .signature, reason: " ", witness: "王某"), [.refusalRecord]),
      (Inspection.Refusal(kind: .signature, reason: "负责人不在"), [.refusalRecord]),
      (Inspection.Refusal(kind: .signature, reason: "负责人不在", witness: " "), [.refusalRecord]),
    ] as [(Inspection.Refusal?, [InspectionGap])])
  func theApplicantSignsOrTheRefusalIsRecorded(_ refusal: Inspection.Refusal?, _ expected: [InspectionGap]) throws {
    #expect(try gaps([.signer(nil), .refusal(refusal)]) == expected)
    let blank = Inspection.Signer(name: " ", post: "厂长", hasSeal: true)
    #expect(try gaps([.signer(blank), .refusal(refusal)]) == expected)
  }

  @Test func aRefusedVisitNeedsNoChecklistButItsRecord() throws {
    let refusal = Inspection.Refusal(kind: .access, reason: "大门紧闭", witness: "社区李某")
    let found = try gaps([.refusal(refusal)]) { visit in
      for index in visit.items.indices { visit.items[index].answer = .open }
      visit.evidence = []
    }
    #expect(found == [])
    let softer = try gaps([.refusal(refusal), .verdict(.pass)])
    #expect(softer == [.softened(given: .pass, proposed: .unable)])
  }

  @Test(
    arguments: [
      (.yes, .pass, []), (.yes, .fail, []), (.yes, .conditional, []),
      (.mostly, .pass, [.softened(given: .pass, proposed: .conditional)]), (.mostly, .conditional, []),
      (.mostly, .fail, []), (.no, .conditional, [.softened(given: .conditional, proposed: .fail)]),
      (.no, .pass, [.softened(given: .pass, proposed: .fail)]), (.no, .fail, []),
    ] as [(Inspection.Answer, Inspection.Verdict, [InspectionGap])])
  func onlyAStricterVerdict(
    _ answer: Inspection.Answer, _ verdict: Inspection.Verdict, _ expected: [InspectionGap]
  ) throws {
    let edits: [InspectionEdit] = [
      .answer(item: "G04", answer), .why(item: "G04", "两台停用"), .problem(item: "G04", text: "停用"), .verdict(verdict),
    ]
    #expect(try gaps(edits) { $0.evidence[0].items = ["G04"] } == expected)
    var leave = InspectionPart(visit: "v1", application: InspectionBench.application, person: "dudao-01")
    leave.leave = InspectionPart.Leave(verdict: verdict, reason: "轻微", at: now)
    #expect(try gaps(edits, parts: [leave, member("G01", .yes)]) { $0.evidence[0].items = ["G04"] } == [])
  }

  /// G12 follows from the figures: it may be stricter than they say, never milder, and never 不适用.
  @Test func theMetricsItemFollowsTheFigures() throws {
    #expect(
      try gaps([.answer(item: "G12", .no), .why(item: "G12", "口径不一"), .problem(item: "G12", text: "口径")]) {
        $0.evidence[0].items = ["G12"]
      } == [])
    #expect(try gaps([.answer(item: "G12", .mostly), .why(item: "G12", "一项略低")]) == [])
    #expect(try gaps([.answer(item: "G12", .na), .why(item: "G12", "没有指标")]) == [.metricsAnswer])
    for answer in [Inspection.Answer.yes, .mostly] {
      let found = try gaps([.answer(item: "G12", answer), .why(item: "G12", "没有核实"), .verdict(.fail)]) { visit in
        for index in visit.metrics.indices { (visit.metrics[index].verified, visit.metrics[index].word) = (nil, nil) }
      }
      #expect(found == [.metricsAnswer])
    }
  }

  @Test func whatTheScenariosDoNotAskForIsNotHeldAgainstTheApplicant() throws {
    let program = try InspectionBench.program().inspection
    var visit = Inspection(id: "v1", application: "a")
    for (scenarios, verdict) in [
      (["SC09"], Inspection.Verdict.pass), (["SC10"], .pass), (["SC09", "SC10"], .pass), (["SC07"], .fail),
      (["SC08"], .fail), (["SC09", "SC01"], .fail), ([], .fail),
    ] {
      let list = InspectionChecklist(program, scenarios: scenarios)
      visit.items = list.lines.map {
        Inspection.Item(id: $0.item.id, answer: $0.item.id == "G06" ? .no : .yes, note: "", by: nil, at: nil)
      }
      visit.metrics = (0..<3).map { index in
        Inspection.MetricRow(
          id: "m\(index)", kind: .economic, name: "", unit: nil, direction: nil, baseline: nil, declared: nil,
          period: nil, text: nil, source: "", verified: nil, word: .holds, method: nil, evidence: [], note: "", by: nil,
          at: nil)
      }
      #expect(InspectionResult(visit, checklist: list, program: program).proposed == verdict, "\(scenarios)")
      for id in ["G18", "G19"] {
        visit.items = list.lines.map {
          Inspection.Item(id: $0.item.id, answer: $0.item.id == id ? .no : .yes, note: "", by: nil, at: nil)
        }
        #expect(InspectionResult(visit, checklist: list, program: program).proposed == .pass)
      }
    }
  }

  /// 属实, 部分属实, 不属实 and 无法核实 of metrics without a figure.
  @Test(
    arguments: [
      (.holds, .matches), (.partly, .low), (.wrong, .far), (.unverifiable, .unverifiable),
    ] as [(Inspection.MetricRow.Word, MetricBand)])
  func wordsHaveBands(_ word: Inspection.MetricRow.Word, _ band: MetricBand) throws {
    let bench = try InspectionBench()
    try bench.plan()
    let visit = try bench.save([.word(metric: "m01", word)]).sheet.visit
    #expect(visit.metrics[0].band(try InspectionBench.program().inspection.bands) == band)
    #expect(visit.metrics[0].declared != nil)
  }

  // MARK: - Two inspectors

  @Test func differencesAreSettledByAgreementOrDecision() throws {
    let other = member("G08", .no)
    func found(_ edits: [InspectionEdit], _ parts: [InspectionPart]) throws -> [InspectionGap] {
      try gaps(edits, parts: parts)
    }
    #expect(try found([], [other]) == [.otherAnswers(["G08"])])
    #expect(try found([.why(item: "G08", "看过")], [other]) == [.otherAnswers(["G08"])])
    #expect(try found([.settle(item: "G08", ["hecha-02=no"])], [other]) == [.otherAnswers(["G08"])])
    let decided: [InspectionEdit] = [.why(item: "G08", "复测经5G"), .settle(item: "G08", ["hecha-02=no"])]
    #expect(try found(decided, [other]) == [])
    #expect(try found([], [member("G08", .yes)]) == [])
    // The member answers anew: the decision was about another answer.
    #expect(try found(decided, [member("G08", .mostly)]) == [.otherAnswers(["G08"])])
    #expect(try found(decided, [member("G08", .open)]) == [])
    // Who is not at the visit has no say.
    var stranger = member("G08", .no)
    stranger = {
      var part = InspectionPart(visit: "v1", application: InspectionBench.application, person: "hecha-09")
      part.items = stranger.items
      return part
    }()
    #expect(try found([], [stranger, member("G01", .yes)]) == [])
  }

  @Test func namesWhoSaidWhat() throws {
    var visit = Inspection(id: "v1", application: "a")
    visit.inspectors = [
      .init(id: "a", name: "", unit: nil, role: .lead, hasConflict: false),
      .init(id: "b", name: "", unit: nil, role: .member, hasConflict: nil),
      .init(id: "c", name: "", unit: nil, role: .expert, hasConflict: nil),
    ]
    visit.items = [
      .init(id: "G01", answer: .yes, note: "", by: nil, at: nil),
      .init(id: "G02", answer: .open, note: "", by: nil, at: nil),
    ]
    func part(_ person: String, _ answers: [(String, Inspection.Answer)]) -> InspectionPart {
      var part = InspectionPart(visit: "v1", application: "a", person: person)
      part.items = answers.map { .init(id: $0.0, answer: $0.1, note: "", by: nil, at: nil) }
      return part
    }
    let found = visit.differences([part("c", [("G02", .yes)]), part("b", [("G01", .no), ("G02", .open)])])
    #expect(found.map(\.mark) == ["b=no", "c=yes"])
    #expect(found.map(\.item) == ["G01", "G02"])
  }
}
