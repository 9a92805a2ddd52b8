import Foundation
import Testing

@testable import Core

extension EndToEnd {
  /// A visit from its plan to its re-check, all on the screen: planned by a supervisor, filled in by two inspectors on two
  /// consoles, killed in the middle of a word, signed by both, re-checked; then a second visit that nobody let in.
  @Suite struct VisitTests {
    static let id = "2022-qufu-001"

    let workspace: URL
    let shelf: URL

    init() throws {
      workspace = try Places.sampleWorkspace()
      shelf = try Places.temporaryFolder("shelf")
      for name in ["gate", "scene", "device", "platform", "network", "group", "cpe"] {
        try Data("picture \(name)".utf8).write(to: shelf.appendingPathComponent("照片 \(name).jpg"))
      }
    }

    private func visit(_ name: String = "v1") throws -> Inspection {
      let url = workspace.appendingPathComponent("inspections/\(Self.id)/\(name).json")
      return try Inspection(json: JSONParser.parse([UInt8](try Data(contentsOf: url))))
    }

    private func part(_ person: String, _ name: String = "v1") throws -> InspectionPart {
      let url = workspace.appendingPathComponent("inspections/\(Self.id)/\(name)/\(person).json")
      return try InspectionPart(json: JSONParser.parse([UInt8](try Data(contentsOf: url))))
    }

    /// Waits until the file says so.
    private func wait(_ terminal: Terminal, _ what: String, _ holds: () throws -> Bool) throws {
      try terminal.wait(what) { _ in (try? holds()) == true }
    }

    private func browse(_ person: String, _ home: URL, _ size: (Int, Int)) throws -> Terminal {
      let terminal = try Terminal(columns: size.0, rows: size.1, home: home, "open", workspace.path, "--as", person)
      try terminal.wait("everything loaded") { !$0.contains("读取中") && $0.contains("显示") }
      try terminal.press("F3")
      try terminal.wait(for: "筛选:")
      try terminal.type(Self.id)
      try terminal.wait(for: "显示 1/")
      try terminal.press("Enter")
      return terminal
    }

    /// The section of the visit, from the checklist on.
    private func section(_ terminal: Terminal, _ name: String, steps: Int, sign: String) throws {
      for _ in 0..<steps { try terminal.press("F6") }
      try terminal.wait("section \(name)") { $0.contains(sign) }
    }

    private func plan(_ terminal: Terminal, start: String) throws {
      try terminal.press("C-t")
      try terminal.wait(for: "开始时间")
      try terminal.type(start)
      try terminal.press("Down", "Down", "Down", "Down", "Right", "Down")
      try terminal.type("2022-09-06 9:00")
      try terminal.press("Down")
      try terminal.type("曲阜市经济开发区")
      try terminal.press("Down")
      try terminal.type("35.60, 116.99")
      try terminal.press("F9")
      try terminal.wait(for: "已安排核查")
    }

    /// A text of a line of the record.
    private func record(_ terminal: Terminal, line: Int, _ text: String) throws {
      try terminal.press("Home")
      for _ in 0..<line { try terminal.press("Down") }
      try terminal.press("Enter")
      try terminal.wait(for: "字  ")
      try terminal.press("C-u")
      try terminal.type(text)
      try terminal.press("Tab")
      try terminal.wait(gone: "完成并保存")
    }

    private func addEvidence(_ terminal: Terminal, _ name: String, count: Int) throws {
      try terminal.press("F4")
      try terminal.wait(for: "换项")
      try terminal.type("'" + shelf.appendingPathComponent("照片 \(name).jpg").path + "'")
      try terminal.press("F9")
      try wait(terminal, "evidence \(count)") { try visit().evidence.count == count }
      try terminal.wait(gone: "换项")
    }

    @Test(arguments: sizes) func planVisitSignReCheck(_ size: (Int, Int)) throws {
      // The supervisor plans it on the screen.
      let chief = try browse("dudao-01", try Places.temporaryFolder("home"), size)
      try plan(chief, start: "2022-09-08 9:30")
      let planned = try visit()
      #expect(planned.plannedStart == "2022-09-08T09:30:00+08:00")
      #expect(planned.reason == "borderline")
      #expect(planned.noticeSentAt == "2022-09-06T09:00:00+08:00")
      #expect(planned.place == "曲阜市经济开发区")
      #expect(planned.gps == "35.60, 116.99")
      #expect(planned.inspectors.map(\.role) == [.lead, .member])
      #expect(planned.plannedBy == "dudao-01")
      let (leader, member) = (planned.inspectors[0].id, planned.inspectors[1].id)

      // The lead finds it among their visits and writes; the machine dies in the middle of a word.
      let home = try Places.temporaryFolder("home")
      let typed = "门牌与营业执照一致，法人在场"
      do {
        let first = try browse(leader, home, size)
        try first.press("C-k")
        try first.wait(for: "逾期")
        try first.wait(for: Self.id)
        try first.press("Escape")
        try first.wait(for: "显示 1/")
        try first.press("C-n")
        try first.wait(for: "核查清单")
        try first.press("F7")
        try first.wait(for: "G01 说明")
        try first.type(typed)
        try first.wait(for: "法人在场")
        usleep(700_000)
        kill(try first.programID(), SIGKILL)
        try first.wait(for: "EXIT=137")
      }
      let lead = try Terminal(columns: size.0, rows: size.1, home: home, "open", workspace.path, "--as", leader)
      try lead.wait(for: "找回未保存的文字")
      try lead.press("Enter")
      try lead.wait(for: "已恢复")
      try lead.press("Escape")
      try wait(lead, "the note") { try visit().item("G01")?.note == typed }

      // The member answers on another laptop: one thing otherwise than the lead will.
      let second = try browse(member, try Places.temporaryFolder("home"), size)
      try second.press("C-n")
      try second.wait(for: "核查清单")
      try second.press("Down", "Down", "Down", "Down")
      try second.type("2")
      try second.press("F7")
      try second.wait(for: "G05 说明")
      try second.type("流水只有十一个月")
      try second.press("Escape")
      try wait(second, "the member's answer") { try part(member).items.first?.note == "流水只有十一个月" }

      let items = try visit().items
      for (index, item) in items.enumerated() {
        try lead.type(item.id == "G07" ? "3" : "1")
        try wait(lead, "answer \(index)") {
          try visit().items[index].answer == (item.id == "G07" ? .no : .yes)
        }
        try lead.press("Down")
      }
      try lead.press("Home", "Down", "Down", "Down", "Down", "Down", "Down", "F7")
      try lead.wait(for: "G07 说明")
      try lead.type("两台CPE未在网")
      try lead.press("Escape")
      try wait(lead, "the reason") { try visit().item("G07")?.note == "两台CPE未在网" }
      try lead.press("F3")
      try lead.wait(for: "问题与整改：G07")
      try lead.type("两台CPE未在网")
      try lead.press("Down")
      try lead.type("接入并提供在网记录")
      try lead.press("Down", "Right", "Down", "C-u")
      try lead.type("2022-09-22")
      try lead.press("F9")
      try wait(lead, "the problem") { try visit().problems.first?.dueAt == "2022-09-22" }
      #expect(try visit().problems.first?.fixRequired == "接入并提供在网记录")
      #expect(try visit().problems.first?.level == .key)
      try lead.wait(gone: "问题与整改：G07")
      try addEvidence(lead, "cpe", count: 1)
      #expect(try visit().evidence.first?.items == ["G07"])

      // Metrics as declared.
      try section(lead, "metrics", steps: 1, sign: "偏差")
      for row in try visit().metrics {
        if let declared = row.declared {
          try lead.type(declared.text)
          try lead.press("Enter")
        } else {
          try lead.press("Right", "Down")
        }
      }
      try wait(lead, "the metrics") { try visit().metrics.allSatisfy { $0.verified != nil || $0.word != nil } }

      // The minimum set: what is missing stands ready in the form.
      try section(lead, "evidence", steps: 1, sign: "还缺必备证据")
      for (index, name) in ["gate", "scene", "device", "platform", "network", "group"].enumerated() {
        try addEvidence(lead, name, count: index + 2)
      }
      #expect(
        try visit().evidence.compactMap(\.shows) == ["gate", "scene", "device", "platform", "network", "group"])
      #expect(try visit().evidence.allSatisfy { PointInTime($0.takenAt ?? "") != nil && $0.takenBy == leader })

      try section(lead, "record", steps: 2, sign: "回避声明")
      try lead.press("Home")
      try lead.type("1")
      try lead.wait(for: "无利害关系")
      try record(lead, line: 1, "2022-09-08 9:40")
      try record(lead, line: 2, "2022-09-08 15:20")
      try record(lead, line: 6, "王某 厂长 0537-1234567")
      try record(lead, line: 8, "基本属实，限期整改。")
      try record(lead, line: 13, "当日停电，次日补签")
      try lead.press("Home")
      for _ in 0..<10 { try lead.press("Down") }
      try lead.press("Enter")
      try lead.wait(for: "企业签字")
      try lead.type("王某")
      try lead.press("Down")
      try lead.type("厂长")
      try lead.press("Down", "Left", "F9")
      try wait(lead, "the applicant's signature") { try visit().companySigner?.hasSeal == true }
      let filled = try visit()
      #expect(filled.actualStart == "2022-09-08T09:40:00+08:00")
      #expect(filled.hosts.map(\.phone) == ["0537-1234567"])
      #expect(filled.companySigner?.post == "厂长")

      // Not yet: the member has declared nothing, and one answer is not settled.
      try lead.press("F9")
      try lead.wait(for: "待组长商定：G05")
      try second.press("F6", "F6", "F6", "F6")
      try second.wait(for: "回避声明")
      try second.press("Home")
      try second.type("1")
      try wait(second, "the member's declaration") { try part(member).hasConflict == false }
      try lead.press("F6")
      try lead.wait(for: "核查清单")
      try lead.press("Home", "Down", "Down", "Down", "Down")
      try lead.wait(for: "流水只有十一个月")
      try lead.press("Space")
      try wait(lead, "the decision") { try visit().item("G05")?.settled == ["\(member)=mostly"] }
      try lead.press("F7")
      try lead.wait(for: "G05 说明")
      try lead.type("补看纳税记录，满一年")
      try lead.press("Escape")
      try lead.wait(for: "F9 签字")
      try lead.press("F9")
      try lead.wait(for: "核查结论：基本通过")
      try lead.press("Right", "Enter")
      try wait(lead, "the seal") { try visit().state == .signed }
      let signed = try visit()
      #expect(signed.verdict == .conditional)
      #expect(signed.items.first { $0.id == "G05" }?.by == leader)
      try lead.type("1")
      try lead.wait(for: "签字封存")

      // The member sees the seal and signs it.
      try second.press("F6")
      try second.wait(for: "已签字封存")
      try second.press("F9")
      try second.wait(for: "核查结论：基本通过")
      try second.press("Right", "Enter")
      try wait(second, "the member's signature") { try part(member).signature?.transcript == signed.transcript }

      // The supervisor re-checks.
      try chief.press("F6", "F6", "F6")
      try chief.wait(for: "两台CPE未在网")
      try chief.press("Enter")
      try chief.wait(for: "整改与复核：p01")
      try chief.type("2022-09-20")
      try chief.press("Down")
      try chief.type("两台均已接入")
      try chief.press("Down", "Right", "F9")
      try chief.wait(for: "复核合格")
      let fix = try part("dudao-01").fixes.first
      #expect(fix?.fixedAt == "2022-09-20")
      #expect(fix?.result == "两台均已接入")
      #expect(fix?.isRight == true)

      try refusedVisit(chief, lead: lead, second: second, member)
      try isSound()
    }

    /// A second visit: nobody was let in, with a witness.
    private func refusedVisit(_ chief: Terminal, lead: Terminal, second: Terminal, _ member: String) throws {
      try plan(chief, start: "2022-09-27 14:00")
      try lead.press("C-k")
      try lead.wait(for: "v2")
      try lead.press("Home", "Enter")
      try lead.wait(for: "v2  ")
      try lead.press("F6", "F6", "F6", "F6")
      try lead.wait(for: "回避声明")
      try lead.press("Home")
      try lead.type("1")
      try lead.wait(for: "无利害关系")
      try record(lead, line: 1, "2022-09-27 14:00")
      try record(lead, line: 2, "2022-09-27 14:30")
      try record(lead, line: 8, "大门紧闭，未能核查。")
      try record(lead, line: 13, "次日补签")
      try lead.press("Home")
      for _ in 0..<11 { try lead.press("Down") }
      try lead.press("Enter")
      try lead.wait(for: "见证人签字或录音录像")
      try lead.press("Right", "Down")
      try lead.type("门卫称负责人不在，拒绝进入")
      try lead.press("F9")
      try wait(lead, "the refusal") { try visit("v2").refusal?.kind == .access }
      try lead.press("F9")
      try lead.wait(for: "见证人或录音录像")
      try lead.press("Home")
      for _ in 0..<11 { try lead.press("Down") }
      try lead.press("Enter")
      try lead.wait(for: "见证人签字或录音录像")
      try lead.press("Down", "Down")
      try lead.type("社区李某")
      try lead.press("F9")
      try wait(lead, "the witness") { try visit("v2").refusal?.witness == "社区李某" }
      let declared = try reviewtui(
        "inspect", workspace.path, Self.id, "--as", member, "--visit", "v2", "--conflict", "no",
        environment: ["HOME": shelf.path])
      #expect(declared.status == 0, "\(declared.errors)")
      try lead.press("F6")
      try lead.wait(for: "F9 签字")
      try lead.press("F9")
      try lead.wait(for: "核查结论：未能核查")
      try lead.press("Right", "Enter")
      try wait(lead, "the second seal") { try visit("v2").state == .signed }
      #expect(try visit("v2").verdict == .unable)
    }

    /// The schemas accept every file, and the seals hold; one more byte is named.
    private func isSound() throws {
      let check = try run([
        "python3", Places.repository.path + "/Tests/check-schemas.py", Places.repository.path + "/docs/schema",
        workspace.path,
      ])
      #expect(check.status == 0, "\(check.output) \(check.errors)")
      let home = ["HOME": shelf.path]
      let health = try reviewtui("doctor", workspace.path, environment: home)
      #expect(!health.output.contains(Self.id) && !health.errors.contains(Self.id), "\(health.errors)")
      let mine = try reviewtui(
        "inspect", workspace.path, "--as", "dudao-01", "--mine", "--format", "json", environment: home)
      #expect(mine.status == 0, "\(mine.errors)")
      #expect(!mine.output.contains(Self.id))
      let file = workspace.appendingPathComponent("inspections/\(Self.id)/v1.json")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("王某", with: "李某").write(to: file, atomically: true, encoding: .utf8)
      for command in ["check", "doctor"] {
        let found = try reviewtui(command, workspace.path, environment: home)
        #expect(found.status == 1)
        #expect(found.errors.contains("inspections/\(Self.id)/v1.json"))
        #expect(found.errors.contains("companySigner.name"))
      }
    }
  }
}
