import Testing

@testable import Core

struct MetricAlignmentTests {
  private static let names = MetricNames([
    Program.MetricName(
      key: "revenue", name: .init(zh: "主营业务收入", en: "Revenue"), unit: "万元", better: .up, synonyms: ["营业收入", "营收"]),
    Program.MetricName(
      key: "latency", name: .init(zh: "端到端时延", en: "Latency"), unit: "ms", better: .down, synonyms: ["时延", "端到端…延迟"]),
    Program.MetricName(
      key: "staff-reduction", name: .init(zh: "减少用工", en: "Staff saved"), unit: "人", better: .up,
      synonyms: ["减少…岗位", "用工…减少"]),
    Program.MetricName(key: "patents", name: .init(zh: "专利", en: "Patents"), unit: "项", better: .up, synonyms: []),
    Program.MetricName(key: "models", name: .init(zh: "模型", en: "Models"), unit: "个", better: .up, synonyms: []),
  ])

  private func column(_ id: String, _ cells: [(MetricClass, String)]) -> MetricAlignment.Column {
    var number = 1
    var sections: [MetricSection] = []
    for (kind, text) in cells {
      let rows = MetricReader(names: Self.names).rows(in: text, firstNumber: number)
      number += rows.count
      sections.append(MetricSection(kind: kind, text: text, rows: rows))
    }
    return MetricAlignment.Column(application: id, sections: sections)
  }

  private func describe(_ row: MetricAlignment.Row) -> String {
    let cells = row.cells.map { $0.map { $0.value?.text ?? "?" } ?? "-" }.joined(separator: " ")
    return "\(row.name) [\(row.unit ?? "")] \(cells) best\(row.best) \(row.why.rawValue)"
  }

  @Test func alignsByCanonicalNameAcrossWordingsAndUnits() {
    let alignment = MetricAlignment(
      [
        column("a", [(.economic, "营业收入2.5亿元"), (.technical, "端到端时延≤18ms")]),
        column("b", [(.economic, "主营业务收入31000万元"), (.technical, "画面端到端延迟0.25秒")]),
        column("c", [(.technical, "5G专网时延12毫秒")]),
      ], names: Self.names)
    #expect(
      alignment.rows.map(describe) == [
        "主营业务收入 [万元] 25000 31000 - best[1] canonical", "端到端时延 [ms] 18 250 12 best[2] canonical",
      ])
    #expect(alignment.rows[1].cells[1]?.text == "画面端到端延迟0.25秒")
  }

  @Test func alignsByWordingWhereNoNameIsKnown() {
    let alignment = MetricAlignment(
      [
        column("a", [(.other, "批次追溯时间由48小时缩短到15分钟，钢卷级碳足迹核算方法1套")]),
        column("b", [(.other, "批次追溯用时间2小时，员工宿舍12间")]),
      ], names: Self.names)
    #expect(
      alignment.rows.map(describe) == [
        "批次追溯时间 [分钟] 15 120 best[0] wording", "钢卷级碳足迹核算方法 [套] 1 - best[] wording", "员工宿舍 [间] - 12 best[] wording",
      ])
  }

  @Test func wordsThatMeasureDifferentThingsStayApart() {
    let alignment = MetricAlignment(
      [column("a", [(.economic, "营业收入2.5亿元")]), column("b", [(.economic, "营业收入增长12%")])], names: Self.names)
    #expect(alignment.rows.count == 2)
    let reductions = MetricAlignment(
      [column("a", [(.social, "减少重体力搬运岗位38个")]), column("b", [(.social, "夜班用工减少12人")])], names: Self.names)
    #expect(reductions.rows.map(describe) == ["减少用工 [人] 38 12 best[0] canonical"])
  }

  @Test func twoMetricsOfOneNameKeepTheirOwnRows() {
    let alignment = MetricAlignment(
      [
        column("a", [(.technical, "控制时延15ms，视频时延90ms")]), column("b", [(.technical, "视频时延80ms，控制时延20ms")]),
      ], names: Self.names)
    #expect(alignment.rows.map { $0.cells.map { $0?.value?.text } } == [["15", "20"], ["90", "80"]])
  }

  @Test func peopleJoinAndSplitRows() {
    let columns = [column("a", [(.other, "钢卷级核算方法1套")]), column("b", [(.other, "碳核算体系2套")])]
    #expect(MetricAlignment(columns, names: Self.names).rows.count == 2)
    let both = [
      MetricAlignment.Reference(application: "a", metric: "m01"),
      MetricAlignment.Reference(application: "b", metric: "m01"),
    ]
    let joined = MetricAlignment(columns, names: Self.names, joined: [both])
    #expect(joined.rows.map(describe) == ["钢卷级核算方法 [套] 1 2 best[] manual"])
    let same = [column("a", [(.technical, "时延15ms")]), column("b", [(.technical, "时延20ms")])]
    #expect(MetricAlignment(same, names: Self.names).rows.count == 1)
    #expect(MetricAlignment(same, names: Self.names, apart: [both[1]]).rows.count == 2)
  }

  @Test func equalValuesHaveNoBest() {
    let alignment = MetricAlignment(
      [column("a", [(.outcome, "专利2项")]), column("b", [(.outcome, "专利2件")])], names: Self.names)
    #expect(alignment.rows.map(describe) == ["专利 [项] 2 2 best[] canonical"])
  }

  @Test func namesAreFoundByTheirLongestWording() {
    #expect(Self.names.entry(for: "公司主营业务收入", unit: "万元", isChange: false)?.key == "revenue")
    #expect(Self.names.entry(for: "公司主营业务收入", unit: "%", isChange: false) == nil)
    // The size of a change is another metric than the thing that changed.
    #expect(Self.names.entry(for: "营业收入增幅", unit: "万元", isChange: true) == nil)
    #expect(Self.names.entry(for: "减少重体力搬运岗位", unit: "个", isChange: true)?.key == "staff-reduction")
    #expect(Self.names.entry(for: "退化模型", unit: "类", isChange: false)?.key == "models")
    #expect(Self.names.entry(for: "模型可同时驱动运动部件", unit: "个", isChange: false)?.key == "models")
    #expect(Self.names.entry(for: "虚拟产线模型可同时驱动运动部件", unit: "个", isChange: false) == nil)
  }

  @Test func applicationsWithoutMetricsAreBlankColumns() {
    let alignment = MetricAlignment([column("a", []), column("b", [(.outcome, "专利2项")])], names: Self.names)
    #expect(alignment.rows.map(describe) == ["专利 [项] - 2 best[] canonical"])
    #expect(MetricAlignment([], names: Self.names).rows.isEmpty)
  }
}
