import Testing

@testable import Core

struct NameLessonsTests {
  private static let names = MetricNames([
    Program.MetricName(
      key: "latency", name: .init(zh: "端到端时延", en: "Latency"), unit: "ms", better: .down, synonyms: ["时延", "端到端…延迟"])
  ])

  private func column(_ id: String, _ text: String, kind: MetricClass = .technical) -> MetricAlignment.Column {
    let rows = MetricReader(names: Self.names).rows(in: text)
    return MetricAlignment.Column(application: id, sections: [MetricSection(kind: kind, text: text, rows: rows)])
  }

  private func lesson(
    _ kind: NameLesson.Kind, _ a: String, _ b: String, _ minute: Int, by: String = "p1", canonical: String? = nil
  ) -> NameLesson {
    let at = "2022-08-20T10:\(minute < 10 ? "0" : "")\(minute):00+08:00"
    return NameLesson(kind, a, b, canonical: canonical, at: at, by: by)
  }

  private func rows(_ columns: [MetricAlignment.Column], _ lessons: [NameLesson]) -> [MetricAlignment.Row] {
    MetricAlignment(columns, names: Self.names, lessons: NameLessons(lessons)).rows
  }

  @Test func joinedWordingsStandInOneRowAndSaySo() {
    let columns = [column("a", "钢卷级核算方法1套"), column("b", "碳核算体系2套")]
    #expect(rows(columns, []).count == 2)
    let joined = rows(columns, [lesson(.join, "碳核算体系", "钢卷级核算方法", 1)])
    #expect(joined.map { $0.cells.map { $0?.value?.text } } == [["1", "2"]])
    #expect(joined[0].why == .learned)
    #expect(
      joined[0].cells[1]?.facts == [.joined(with: "钢卷级核算方法", by: "p1", at: "2022-08-20T10:01:00+08:00")])
  }

  @Test func spacesAndWidthOfAWordingDoNotMatter() {
    let columns = [column("a", "钢卷级核算方法1套"), column("b", "碳核算体系2套")]
    #expect(rows(columns, [lesson(.join, "碳 核算体系", "钢卷级核算方法：", 1)]).count == 1)
  }

  @Test func aJoinWithACanonicalMetricHoldsForItsOtherWordings() {
    let columns = [column("a", "网络时延12ms"), column("b", "画面滞后30ms")]
    #expect(rows(columns, []).count == 2)
    // Taught elsewhere, with another wording of the same canonical name.
    let taught = [lesson(.join, "画面滞后", "端到端延迟", 1, canonical: "latency")]
    let joined = rows(columns, taught)
    #expect(joined.count == 1)
    #expect(joined[0].canonical == "latency")
    #expect(joined[0].best == [0])
  }

  @Test func splitKeepsCanonicalMetricsApart() {
    let columns = [column("a", "网络时延12ms"), column("b", "视频时延90ms")]
    #expect(rows(columns, []).count == 1)
    let split = rows(columns, [lesson(.split, "视频时延", "网络时延", 1)])
    #expect(split.count == 2)
    let facts = split.flatMap { $0.cells.compactMap { $0?.facts } }.flatMap { $0 }
    #expect(facts.contains(.keptApart(from: "网络时延", by: "p1", at: "2022-08-20T10:01:00+08:00")))
  }

  @Test func theLaterLessonCountsAndTheOtherIsShown() {
    let lessons = [lesson(.split, "甲", "乙", 5, by: "p2"), lesson(.join, "乙", "甲", 3)]
    let all = NameLessons(lessons)
    #expect(all.lesson(on: "甲", "乙")?.kind == .split)
    #expect(all.conflicts.map(\.overruled.by) == ["p1"])
    #expect(NameLessons(lessons.reversed()) == all)
    // The same moment in another zone.
    let zoned = NameLesson(.join, "甲", "乙", at: "2022-08-20T02:06:00Z", by: "p1")
    #expect(NameLessons(lessons + [zoned]).lesson(on: "甲", "乙")?.kind == .join)
  }

  @Test func undoTakesBack() {
    let columns = [column("a", "钢卷级核算方法1套"), column("b", "碳核算体系2套")]
    let join = lesson(.join, "碳核算体系", "钢卷级核算方法", 1)
    let undo = lesson(.undo, "钢卷级核算方法", "碳核算体系", 2)
    #expect(rows(columns, [join, undo]).count == 2)
    #expect(NameLessons([join]).last(by: "p1") == join)
    #expect(NameLessons([join, undo]).last(by: "p1") == nil)
    #expect(NameLessons([join, undo]).conflicts.isEmpty)
    #expect(NameLessons([join]).last(by: "p2") == nil)
  }

  @Test func renamingShowsTheNewName() {
    let columns = [column("a", "钢卷级核算方法1套")]
    let renamed = rows(columns, [lesson(.rename, "钢卷级核算方法", "碳足迹核算方法", 1)])
    #expect(renamed.map(\.name) == ["碳足迹核算方法"])
  }

  @Test func everyAlignmentExplainsItself() {
    let found = rows(
      [column("a", "端到端时延12ms，核算方法1套"), column("b", "画面端到端平均延迟0.25秒，核算方 法2套"), column("c", "时延下降30%")], [])
    func facts(_ row: Int, _ column: Int) -> [AlignmentFact] { found[row].cells[column]?.facts ?? [] }
    #expect(facts(0, 0) == [.canonicalName("端到端时延")])
    #expect(facts(0, 1) == [.synonym("端到端…延迟", of: "端到端时延"), .converted(from: "秒", to: "ms")])
    #expect(facts(1, 1) == [.folded("核算方法")])
    #expect(found.last?.cells[2]?.facts.first == .alone)
  }

  @Test func likeNamesWithOtherUnitsSayWhyTheyAreApart() {
    let found = rows([column("a", "月台周转率40%"), column("b", "月台周转率6次")], [])
    #expect(found.count == 2)
    #expect(found[1].cells[1]?.facts == [.alone, .unitsDiffer(name: "月台周转率", unit: "次", other: "%")])
  }

  @Test func medianCountsEachApplicationThatHasTheMetricOnce() throws {
    let row = try #require(rows([column("a", "端到端时延12ms"), column("b", "时延20ms")], []).first)
    func summary(_ id: String, _ metrics: [ApplicationSummary.MetricValue]) -> ApplicationSummary {
      ApplicationSummary(id: id, unit: "gaoxin", company: "", project: "", metrics: metrics)
    }
    let library = [
      summary("a", [.init("端到端时延", canonical: "latency", value: 12, unit: "ms")]),
      summary(
        "b",
        [
          .init("时延", canonical: "latency", value: 20, unit: "ms"),
          .init("视频时延", canonical: "latency", value: 900, unit: "ms"),
        ]),
      summary("c", [.init("时延", canonical: "latency", value: 0.03, unit: "秒")]),
      summary("d", [.init("时延降幅", canonical: "latency", value: 30, unit: "%")]),
      summary("e", [.init("画面滞后", value: 1000, unit: "ms")]), summary("f", []),
    ]
    #expect(
      MetricMedian(of: row, among: library, lessons: NameLessons()).map { ($0.value, $0.count) } ?? (0, 0) == (20, 3))
    let taught = NameLessons([lesson(.join, "画面滞后", "时延", 1, canonical: "latency")])
    #expect(MetricMedian(of: row, among: library, lessons: taught).map { ($0.value, $0.count) } ?? (0, 0) == (25, 4))
    let unnamed = try #require(rows([column("a", "核算方法1套")], []).first)
    #expect(MetricMedian(of: unnamed, among: library, lessons: NameLessons()) == nil)
  }
}
