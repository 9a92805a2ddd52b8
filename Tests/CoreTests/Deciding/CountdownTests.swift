import Testing

@testable import Core

@Suite struct CountdownTests {
  private let calendar: WorkingCalendar

  init() throws { calendar = try InspectionBench.program().inspection.calendar }

  /// The year's real calendar: mid-autumn (Monday 12 September off), the October holiday, and the worked weekend after it.
  @Test func workingDaysOf2022() {
    let cases: [(String, String, Int)] = [
      ("2022-09-08", "2022-09-08", 0), ("2022-09-08", "2022-09-09", 1), ("2022-09-08", "2022-09-12", 1),
      ("2022-09-08", "2022-09-13", 2), ("2022-09-30", "2022-10-07", 0), ("2022-09-30", "2022-10-08", 1),
      ("2022-09-30", "2022-10-09", 2), ("2022-09-30", "2022-10-12", 5), ("2022-10-12", "2022-09-30", -5),
      ("2022-09-13", "2022-09-08", -2),
    ]
    for (from, to, days) in cases {
      #expect(calendar.count(from: from, to: to)?.days == days, "\(from) \(to)")
      #expect(calendar.count(from: from, to: to)?.isExact == true)
      if days >= 0, let due = calendar.adding(days, to: from) {
        #expect(calendar.count(from: from, to: due.day)?.days == days)
      }
    }
    #expect(calendar.count(from: "2022-12-30", to: "2023-01-03")?.isExact == false)
    #expect(calendar.count(from: "2022-13-30", to: "2023-01-03") == nil)
    #expect(calendar.subtracting(2, from: "2022-09-13")?.day == "2022-09-08")
    #expect(calendar.subtracting(1, from: "2022-10-08")?.day == "2022-09-30")
    #expect(calendar.subtracting(-1, from: "2022-10-08") == nil)
    #expect(calendar.count(from: "0001-01-01", to: "9999-12-31") != nil)
  }

  @Test func everyTimeLimitCountsDownFromNow() throws {
    let bench = try InspectionBench()
    try bench.plan()
    let program = try InspectionBench.program()
    var decision = Decision(application: InspectionBench.application)
    let item = SupplementNotice.Item(id: "1-1", rule: nil, path: "", clause: "", text: "缺章", closed: nil)
    decision.moves = [StageMove(to: .supplement, by: "dudao-01", at: "2022-09-05T09:00:00+08:00", reason: "")]
    let due = try #require(program.inspection.calendar.adding(5, to: "2022-09-05"))
    decision.notices = [
      SupplementNotice(
        number: 1, by: "dudao-01", at: "2022-09-05T09:00:00+08:00", due: due, workingDays: 5, reason: "", digest: nil,
        items: [item])
    ]
    func list(_ now: String) throws -> [Countdown] {
      var list = CountdownList(program, at: now)
      list.add(decision, formal: FormalCheck(decision, [], digest: nil), visits: [try bench.load()])
      return list.sorted
    }
    func find(_ items: [Countdown], _ word: String) -> Countdown? { items.first { $0.matter.word == word } }
    let monday = try list("2022-09-05T10:00:00+08:00")
    #expect(find(monday, "supplement")?.due == "2022-09-13" && find(monday, "supplement")?.left == 5)
    // The visit begins on the 8th; two working days of notice before it.
    #expect(find(monday, "visitNotice")?.due == "2022-09-06" && find(monday, "visitNotice")?.left == 1)
    #expect(find(monday, "visitFinish")?.due == "2022-09-20")
    #expect(find(monday, "reviewEnds")?.left == 8 && find(monday, "deadline")?.isOver == true)
    let dues = monday.map { String($0.due.prefix(10)) }
    #expect(dues == dues.sorted())
    let late = try list("2022-09-14T10:00:00+08:00")
    #expect(find(late, "supplement")?.left == -1 && find(late, "supplement")?.isOver == true)
    // The last day itself is in time; a date with a time is over by the minute.
    #expect(find(try list("2022-09-13T23:00:00+08:00"), "supplement")?.isOver == false)
    #expect(find(try list("2022-09-16T17:59:00+08:00"), "reviewEnds")?.isOver == false)
    #expect(find(try list("2022-09-16T18:01:00+08:00"), "reviewEnds")?.isOver == true)
    decision.notices[0].items[0].closed = SupplementNotice.Closing(by: "dudao-01", at: "", reason: "收到")
    #expect(find(try list("2022-09-05T10:00:00+08:00"), "supplement") == nil)
  }

  @Test func publicityAndObjectionsCountDown() throws {
    let program = try InspectionBench.program()
    var decision = Decision(application: "2022-zoucheng-001")
    var move = StageMove(to: .published, by: "dudao-01", at: "2022-09-21T09:00:00+08:00", reason: "")
    move.window = StageMove.Window(start: "2022-09-21", end: "2022-09-28", workingDays: 5, isExact: true)
    decision.moves = [move]
    decision.objections = [
      Objection(
        id: "o1", from: "甲", realName: true, contact: "1", receivedAt: "2022-09-26", kind: .substantive, text: "",
        evidence: ["x"], by: "dudao-01", at: "2022-09-26T09:00:00+08:00")
    ]
    var list = CountdownList(program, at: "2022-09-26T10:00:00+08:00")
    list.add(decision, formal: nil, visits: [])
    let own = list.sorted.filter { $0.application != nil }
    #expect(own.map(\.matter) == [.publicity, .objection(id: "o1")])
    #expect(own.map(\.left) == [2, 10])
    #expect(own.map(\.due) == ["2022-09-28", "2022-10-13"])
  }
}
