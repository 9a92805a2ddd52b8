import Core
import Testing

@testable import ReviewTUI

/// Joining and splitting rows on the Compare screen.
struct CompareNamesTests {
  private func state(_ ids: [String] = ["2022-gaoxin-001", "2022-jingkai-001"]) throws -> AppState {
    try SampleState.compare(ids, Size(columns: 120, rows: 40))
  }

  private func compared(_ state: AppState) throws -> CompareState {
    guard case .compare(let found)? = state.stack.last else { throw CancellationError() }
    return found
  }

  private func go(_ state: inout AppState, to row: Int) throws {
    while try compared(state).cursor < row { _ = state.update(.input(.key(.down))) }
    while try compared(state).cursor > row { _ = state.update(.input(.key(.up))) }
  }

  /// A row that only one application has.
  private func lone(_ state: AppState, _ column: Int) throws -> Int {
    let rows = try compared(state).rows
    return try #require(rows.firstIndex { $0.cells[column] != nil && $0.cells[1 - column] == nil })
  }

  private func lessons(_ effects: [AppEffect]) -> [NameLesson] {
    effects.flatMap { effect in
      if case .teachNames(let lessons) = effect { return lessons }
      return []
    }
  }

  @Test func aMarkedRowIsJoinedWithTheRowOfTheCursor() throws {
    var state = try state()
    let (first, second) = (try lone(state, 0), try lone(state, 1))
    let count = try compared(state).rows.count
    try go(&state, to: first)
    #expect(state.update(.input(.key(.character(" ")))).isEmpty)
    try go(&state, to: second)
    let taught = lessons(state.update(.input(.key(.function(9)))))
    #expect(taught.map(\.kind) == [.join])
    #expect(try compared(state).rows.count == count, "nothing moves before it is on disk")
    let dated = taught.map {
      NameLesson($0.kind, $0.a, $0.b, canonical: $0.canonical, at: "2022-08-20T10:00:00+08:00", by: "pingshen-01")
    }
    _ = state.update(.namesTaught(NameLessons(dated), time: "10:00:00"))
    #expect(try compared(state).rows.count == count - 1)
    #expect(state.saving == 0)
    let row = try compared(state).rows[compared(state).cursor]
    #expect(row.why == .learned && row.cells.allSatisfy { $0 != nil })
    // And it is offered to be taken back.
    #expect(lessons(state.update(.input(.key(.function(3))))).map(\.kind) == [.undo])
  }

  @Test func twoMetricsOfOneApplicationAreNotJoined() throws {
    var state = try state()
    let rows = try compared(state).rows
    let both = rows.indices.filter { rows[$0].cells[0] != nil }
    try go(&state, to: both[0])
    _ = state.update(.input(.key(.character(" "))))
    try go(&state, to: both[1])
    #expect(lessons(state.update(.input(.key(.function(9))))).isEmpty)
    #expect(state.notice?.level == .warning)
  }

  @Test func theCellOfTheCursorIsSplitOff() throws {
    var state = try state()
    let rows = try compared(state).rows
    let row = try #require(
      rows.firstIndex { row in
        let names = row.cells.compactMap { $0?.metric.name }
        return names.count == 2 && TextFolding.key(names[0]) != TextFolding.key(names[1])
      })
    try go(&state, to: row)
    let taught = lessons(state.update(.input(.key(.function(6)))))
    #expect(taught.map(\.kind) == [.split])
    _ = state.update(.namesTaught(NameLessons(taught), time: "10:00:00"))
    #expect(try compared(state).rows.count == rows.count + 1)
  }

  @Test func whoOnlyLooksTeachesNothing() throws {
    var state = try state()
    state.readOnly = .asked
    _ = state.update(.input(.key(.character(" "))))
    try go(&state, to: 1)
    #expect(lessons(state.update(.input(.key(.function(9))))).isEmpty)
    #expect(state.notice?.level == .warning)
  }

  @Test func failedTeachingIsSaid() throws {
    var state = try state()
    state.saving = 1
    _ = state.update(.namesFailed(Phrase(zh: "不行", en: "no")))
    #expect(state.saving == 0 && state.notice?.level == .error)
  }
}
