import Core
import Foundation
import Testing

@testable import ReviewTUI

/// Every screen at three sizes in both languages, as text and as one letter a style.
///
/// A difference writes `<name>.frame.actual` beside the golden; a missing golden fails. `UPDATE_FRAMES=1` records.
@Suite struct FrameTests {
  enum Shown: String, CaseIterable {
    case browse, browseFiltered, browseEmpty, facets, flags, matrix, read, readFinding
    case readFind, compareOne, compareThree, compareFinance
    case verify, verifyMetric, verifyValue, verifyReason
    case inspect, inspectNote, inspectMetric, inspectSign
    case inspectFiles, inspectProblems, agenda, planForm, evidenceForm, problemForm, refusalForm, recheckForm
    case score, scoreComment, scoreOpinion, help, palette, submit, quit, declaration, conflict, recovery, attachments,
      problems, dashboard, dashboardBelow, figure, explanation
    case scoreSuggestion, scoreVerified, trail, twins, findings, compareVerified, compareOneVerified
  }

  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 50),
  ]

  static let cases: [(Shown, Size, Language)] = Shown.allCases.flatMap { shown in
    sizes.flatMap { size in Language.allCases.map { (shown, size, $0) } }
  }

  @Test(arguments: cases) func isAsRecorded(_ shown: Shown, _ size: Size, _ language: Language) throws {
    let frame = try Self.state(shown, size, language).render()
    let name = "\(shown.rawValue).\(size.columns)x\(size.rows).\(language.rawValue)"
    let text = Self.lanes(frame, name: name)
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Frames")
    let golden = folder.appendingPathComponent(name + ".frame")
    if ProcessInfo.processInfo.environment["UPDATE_FRAMES"] == "1" {
      try text.write(to: golden, atomically: false, encoding: .utf8)
      return
    }
    let recorded = (try? String(contentsOf: golden, encoding: .utf8)) ?? ""
    if recorded != text {
      try text.write(to: folder.appendingPathComponent(name + ".frame.actual"), atomically: false, encoding: .utf8)
      Issue.record("\(name) differs from its golden; see \(name).frame.actual")
    }
  }

  /// No line is wider or narrower than the screen, whatever is shown and however often the window changes its size.
  @Test(arguments: Shown.allCases) func fillsTheScreenExactly(_ shown: Shown) throws {
    var state = try Self.state(shown, Size(columns: 120, rows: 40), .zh)
    for columns in [60, 61, 79, 99, 100, 109, 110, 149, 150, 233] {
      for rows in [16, 17, 24, 31, 60] {
        _ = state.update(.input(.resize(Size(columns: columns, rows: rows))))
        let frame = state.render()
        let wrong = (0..<rows).filter { DisplayWidth.of(frame.text(row: $0)) != columns }
        #expect(wrong.isEmpty, "\(shown) \(columns)x\(rows) rows \(wrong)")
      }
    }
  }

  @Test(arguments: [Size(columns: 1, rows: 1), Size(columns: 30, rows: 8), Size(columns: 59, rows: 40)])
  func asksForMoreRoom(_ size: Size) throws {
    for shown in Shown.allCases {
      var state = try Self.state(shown, Size(columns: 80, rows: 24), .zh)
      _ = state.update(.input(.resize(size)))
      #expect(state.render().size == size)
    }
  }

  static func lanes(_ frame: Frame, name: String) -> String {
    var lines = ["# \(name)"]
    for row in 0..<frame.size.rows { lines.append("|\(frame.text(row: row))|") }
    for row in 0..<frame.size.rows { lines.append(":\(frame.roles(row: row)):") }
    lines.append("cursor \(frame.cursor.map { "\($0.row),\($0.column)" } ?? "hidden")")
    return lines.joined(separator: "\n") + "\n"
  }

  static func state(_ shown: Shown, _ size: Size, _ language: Language) throws -> AppState {
    let ids = SampleState.ids
    var state: AppState
    switch shown {
    case .browse: return try SampleState.browse(size, language: language)
    case .browseFiltered:
      state = try SampleState.browse(size, language: language)
      SampleState.press(&state, .character(" "), .character(" "), .function(3))
      SampleState.type(&state, "county:zcs")
    case .browseEmpty:
      state = try SampleState.browse(size, language: language)
      SampleState.press(&state, .function(3))
      SampleState.type(&state, "没有的词语")
    case .facets:
      state = try SampleState.browse(size, language: language)
      SampleState.press(&state, .function(7), .backTab, .down, .down, .down)
    case .verify: return try SampleState.verify(size, language: language)
    case .verifyMetric:
      state = try SampleState.verify(size, language: language, id: "2022-jinxiang-002")
      for _ in 0..<37 { SampleState.press(&state, .down) }
    case .verifyValue:
      state = try SampleState.verify(size, language: language)
      SampleState.press(&state, .down, .enter)
      SampleState.type(&state, "26418.3")
    case .verifyReason:
      state = try SampleState.verify(size, language: language)
      SampleState.press(&state, .down, .enter)
      SampleState.type(&state, "2.6亿元")
      SampleState.press(&state, .enter)
      SampleState.type(&state, "见所附审计报告")
    case .inspect:
      state = try SampleState.inspect(size, language: language)
      SampleState.press(&state, .down, .down, .down)
    case .inspectNote:
      state = try SampleState.inspect(size, language: language)
      SampleState.press(&state, .down, .down, .down, .function(7))
      SampleState.type(&state, "两台边缘网关停用，其余在线；近三十天日志完整。")
    case .inspectMetric:
      state = try SampleState.inspect(size, language: language)
      SampleState.press(&state, .function(6), .down)
      SampleState.type(&state, "2300")
    case .inspectSign:
      state = try SampleState.inspect(size, language: language)
      SampleState.press(&state, .function(9))
    case .inspectFiles:
      state = try SampleState.signedVisit(size, language: language)
      SampleState.press(&state, .function(6), .function(6), .down)
    case .inspectProblems:
      state = try SampleState.signedVisit(size, language: language)
      SampleState.press(&state, .function(6), .function(6), .function(6))
    case .agenda: return try SampleState.agenda(size, language: language)
    case .planForm:
      state = try SampleState.browse(size, language: language)
      state.person = Person(id: "dudao-01", name: "督导01", roles: [.supervisor])
      state.clock.iso = "2022-09-08T16:00:00+08:00"
      let candidates = ["hecha-01", "hecha-02"].map {
        PlanChoices.Candidate(id: $0, name: "核查" + $0.suffix(2), refusal: nil)
      }
      let reviewer = PlanChoices.Candidate(
        id: "pingshen-09", name: "评审09", refusal: StoreWords.phrase(Permission.Denial.otherRoleOnFile(.reviewer)))
      _ = state.update(
        .planReady(
          PlanChoices(
            application: ids[1], company: "济宁琥珀机械有限公司", candidates: candidates + [reviewer], assigned: [],
            visits: ["v1"])))
      SampleState.type(&state, "9-13 9:30")
    case .evidenceForm:
      state = try SampleState.inspect(size, language: language)
      SampleState.press(&state, .down, .function(4))
      SampleState.type(&state, "/media/相机/DCIM/大门 01.jpg")
      SampleState.press(&state, .down, .down)
    case .problemForm:
      state = try SampleState.inspect(size, language: language)
      SampleState.press(&state, .down, .function(3))
      SampleState.type(&state, "两台CPE未在网")
      SampleState.press(&state, .escape)
    case .refusalForm:
      state = try SampleState.inspect(size, language: language)
      for _ in 0..<4 { SampleState.press(&state, .function(6)) }
      for _ in 0..<11 { SampleState.press(&state, .down) }
      SampleState.press(&state, .enter)
    case .recheckForm:
      state = try SampleState.signedVisit(size, language: language)
      SampleState.press(&state, .function(6), .function(6), .function(6), .enter, .down, .down, .right)
    case .flags:
      state = try SampleState.browse(size, language: language)
      SampleState.press(&state, .function(7), .function(7), .backTab, .down, .down)
    case .readFinding:
      state = try SampleState.read(size, language: language)
      SampleState.press(&state, .function(9), .function(9))
    case .matrix:
      state = try SampleState.browse(size, language: language)
      SampleState.press(&state, .function(8), .down, .right)
    case .read: return try SampleState.read(size, language: language)
    case .readFind:
      state = try SampleState.read(size, language: language)
      SampleState.press(&state, .function(3))
      SampleState.type(&state, "压机")
      SampleState.press(&state, .enter)
    case .compareOne: return try SampleState.compare([ids[1]], size, language: language)
    case .compareThree: return try SampleState.compare([ids[0], ids[1], ids[9]], size, language: language)
    case .compareFinance:
      state = try SampleState.compare([ids[0], ids[1], ids[3]], size, language: language)
      SampleState.press(&state, .function(7))
    case .score: return try SampleState.score(size, language: language)
    case .scoreComment:
      state = try SampleState.score(size, language: language)
      SampleState.press(&state, .down, .function(7))
      SampleState.type(&state, "前后对比数据完整，口径与附件一致；建议现场核对系统导出记录。")
    case .scoreOpinion:
      state = try SampleState.score(size, language: language)
      SampleState.press(&state, .end, .up, .up)
    case .help:
      state = try SampleState.browse(size, language: language)
      SampleState.press(&state, .function(1))
    case .palette:
      state = try SampleState.browse(size, language: language)
      SampleState.press(&state, .function(2))
      SampleState.type(&state, "db")
    case .submit:
      state = try SampleState.score(size, language: language)
      state.overlays.append(.confirm(ConfirmState(.submit(total: "88.5"))))
    case .quit:
      state = try SampleState.browse(size, language: language)
      SampleState.press(&state, .escape)
    case .conflict:
      state = try SampleState.score(size, language: language)
      guard case .score(let sheet)? = state.stack.last else { break }
      var theirs = sheet.sheet
      theirs.review.entries[0].score = 60
      theirs.review.entries[3].comment = "瓶颈写得清楚，但缺少与4G、Wi-Fi的对比数据"
      theirs.review.opinion = "建议补充数据后再评。"
      _ = state.update(
        .sheetConflict(
          SheetConflict(application: sheet.application.id, mine: sheet.review, theirs: theirs, generation: 1)))
    case .declaration:
      state = try SampleState.browse(size, language: language)
      let request = DeclarationRequest(
        application: ids[1], company: "济宁琥珀机械有限公司", project: "5G+琥珀加工车间设备预测维护平台",
        partners: ["中国移动通信集团山东有限公司济宁分公司"],
        hints: [.partner(name: "中国移动通信集团山东有限公司济宁分公司", employer: "中国移动通信集团设计院")], ids: [ids[1]], purpose: .read)
      _ = state.update(.declarationNeeded(request))
    case .recovery:
      state = try SampleState.browse(size, language: language)
      let text = RecoverableText(
        id: "d1", application: ids[1], field: "C04", text: "瓶颈写得清楚，但缺少4G对比数据", at: "2022-09-01T14:03:22+08:00",
        saved: "瓶颈写得清楚")
      _ = state.update(.draftsFound([text]))
    case .attachments:
      state = try SampleState.read(size, language: language)
      SampleState.press(&state, .enter)
    case .scoreSuggestion:
      state = try SampleAids.score(size, language: language)
      for _ in 0..<11 { SampleState.press(&state, .down) }
    case .scoreVerified:
      state = try SampleAids.score(size, language: language)
      for _ in 0..<6 { SampleState.press(&state, .down) }
    case .trail:
      state = try SampleAids.score(size, language: language)
      SampleState.press(&state, .function(3))
    case .twins:
      state = try SampleAids.score(size, language: language)
      for _ in 0..<6 { SampleState.press(&state, .down) }
      SampleState.press(&state, .function(4))
    case .findings:
      state = try SampleAids.score(size, language: language)
      for _ in 0..<11 { SampleState.press(&state, .down) }
      SampleState.press(&state, .enter)
    case .compareVerified: return try SampleAids.compare([ids[0], ids[1], ids[9]], size, language: language)
    case .compareOneVerified: return try SampleAids.compare([ids[1]], size, language: language)
    case .dashboard: return try SampleState.dashboard(size, language: language)
    case .dashboardBelow:
      state = try SampleState.dashboard(size, language: language)
      SampleState.press(&state, .tab, .tab, .tab, .tab, .tab)
    case .figure:
      state = try SampleState.dashboard(size, language: language)
      SampleState.press(&state, .enter)
    case .explanation:
      state = try SampleState.dashboard(size, language: language)
      SampleState.press(&state, .tab, .tab, .tab, .tab, .enter)
    case .problems:
      state = try SampleState.browse(size, language: language)
      SampleState.press(&state, .character("!"))
    }
    return state
  }
}
