import TestSupport
import Testing

@testable import Core

@Suite struct SortOrderTests {
  @Test(arguments: [
    (SortOrder(.id), "gaoxin nowhere taibaihu weishan wenshang yanzhou zoucheng"),
    (SortOrder(.id, ascending: false), "zoucheng yanzhou wenshang weishan taibaihu nowhere gaoxin"),
    (SortOrder(.unit), "yanzhou weishan wenshang zoucheng gaoxin taibaihu nowhere"),
    (SortOrder(.unit, ascending: false), "taibaihu gaoxin zoucheng wenshang weishan yanzhou nowhere"),
    (SortOrder(.company), "gaoxin zoucheng wenshang weishan yanzhou taibaihu nowhere"),
    (SortOrder(.company, ascending: false), "taibaihu yanzhou weishan wenshang zoucheng gaoxin nowhere"),
    (SortOrder(.investment), "wenshang gaoxin weishan yanzhou nowhere zoucheng taibaihu"),
    (SortOrder(.investment, ascending: false), "zoucheng nowhere yanzhou weishan gaoxin wenshang taibaihu"),
    (SortOrder(.score), "taibaihu gaoxin wenshang zoucheng nowhere weishan yanzhou"),
    (SortOrder(.score, ascending: false), "zoucheng wenshang gaoxin taibaihu nowhere weishan yanzhou"),
    (SortOrder(.stage), "yanzhou gaoxin zoucheng taibaihu wenshang weishan nowhere"),
  ])
  func orders(_ order: SortOrder, _ expected: String) throws {
    let rows = searchRows(try searchProgram())
    #expect(
      order.sorted(Array(rows.indices), of: rows).map { rows[$0].summary.unit }.joined(separator: " ") == expected)
  }

  @Test func equalRowsStandById() throws {
    let program = try searchProgram()
    let rows = ["3", "1", "2"].map {
      QueryRow(ApplicationSummary(id: $0, unit: "qufu", company: "公司", project: "项目"), program: program)
    }
    for key in SortOrder.Key.allCases where key != .id {
      #expect(SortOrder(key).sorted([0, 1, 2], of: rows) == [1, 2, 0])
      #expect(SortOrder(key, ascending: false).sorted([2, 1, 0], of: rows) == [1, 2, 0])
    }
  }

  @Test func projectsStandByInitialsThenByCodePoint() throws {
    let program = try searchProgram()
    let rows = ["重工", "测量", "中国", "5G", "㐀", "阿里", "中过"].map {
      QueryRow(ApplicationSummary(id: $0, unit: "", company: "", project: $0), program: program)
    }
    #expect(
      SortOrder(.project).sorted(Array(rows.indices), of: rows).map { rows[$0].summary.project } == [
        "5G", "阿里", "测量", "中国", "中过", "重工", "㐀",
      ])
  }
}

@Suite struct SortingPropertyTests {
  /// The order as the documentation says it, without any shortcut.
  private func plainly(_ rows: [QueryRow], _ name: (QueryRow) -> String) -> [Int] {
    func initials(_ row: QueryRow) -> [UInt8] {
      PinyinCodes.shared.initials(of: name(row)).map { PinyinCodes.shared.usual[Int($0)] }
    }
    return rows.indices.sorted { left, right in
      let (one, other) = (rows[left], rows[right])
      if name(one).isEmpty != name(other).isEmpty { return name(other).isEmpty }
      if initials(one) != initials(other) { return initials(one).lexicographicallyPrecedes(initials(other)) }
      if Array(name(one).utf8) != Array(name(other).utf8) { return name(one).precedesBytes(of: name(other)) }
      return one.summary.id.precedesBytes(of: other.summary.id)
    }
  }

  @Test func longNamesWithTheSameBeginningAreToldApart() throws {
    let program = try searchProgram()
    let pieces = ["“5G+工业互联网”", "应用场景建设", "重工", "中国", "A", "9", "（集团）", "\u{3400}"]
    var random = SplitMix(seed: 5)
    func name() -> String { (0..<random.below(7)).map { _ in pieces[random.below(pieces.count)] }.joined() }
    let maker = SearchKeyMaker(program)
    let rows = (0..<400).map { number in
      let id = String(repeating: "0", count: random.below(3)) + "2022-zoucheng-\((number * 7919) % 400)"
      let summary = ApplicationSummary(id: id, unit: "zoucheng", company: name(), project: name())
      return QueryRow(summary: summary, key: maker.key(summary))
    }
    let places = Array(rows.indices)
    #expect(SortOrder(.project).sorted(places, of: rows) == plainly(rows) { $0.summary.project })
    #expect(SortOrder(.company).sorted(places, of: rows) == plainly(rows) { $0.summary.company })
    let byId = places.sorted { rows[$0].summary.id.precedesBytes(of: rows[$1].summary.id) }
    #expect(SortOrder(.id).sorted(places, of: rows) == byId)
    #expect(SortOrder(.investment).sorted(places, of: rows) == byId)
  }

  @Test func keysMadeTogetherAreThoseMadeAlone() throws {
    let program = try searchProgram()
    let maker = SearchKeyMaker(program)
    for row in searchRows(program) {
      #expect(maker.key(row.summary) == row.key)
      #expect(row.key.unit == program.units.firstIndex { $0.key == row.summary.unit })
      let places = program.scenarios.indices.filter { row.summary.scenarios.contains(program.scenarios[$0].code) }
      #expect(program.scenarios.indices.filter(row.key.hasScenario) == places)
    }
  }
}
