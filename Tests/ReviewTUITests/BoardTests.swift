import Core
import Testing

@testable import ReviewTUI

/// The dashboard over the whole sample workspace: what is shown is what opens, and every place can be reached.
@Suite struct BoardTests {
  private static let widths = [60, 80, 117, 120, 160, 200, 260]

  private func board(_ width: Int, _ language: Language = .zh, person: Person? = SampleState.supervisor) throws -> Board
  {
    let reading = try SampleState.reading(person: person)
    return DashboardBoard(
      overview: reading.overview, roster: reading.roster, program: try SampleState.program(), language: language,
      news: reading.news, lastLook: reading.lastLook, now: SampleState.now, companies: reading.companies
    ).board(width: width)
  }

  @Test(arguments: widths) func eachFigureIsTheLengthOfTheListItOpens(_ width: Int) throws {
    var seen = 0
    for place in try board(width).places {
      guard case .list(_, let figure) = place.cell.act else { continue }
      let text = place.cell.spans.map(\.text).joined()
      if let number = Int(text) {
        #expect(number == figure.count, "\(place)")
        seen += 1
      } else if text == "·" {
        #expect(figure.count == 0, "\(place)")
      }
    }
    #expect(seen > 30)
  }

  @Test(arguments: widths) func everyPlaceIsReachedByTheArrowsAndTab(_ width: Int) throws {
    let board = try board(width)
    let all = Set(board.places.compactMap(\.name))
    #expect(all.count == board.places.count, "two places of one name")
    var reached: Set<Board.Name> = []
    var waiting = [try #require(board.place(of: nil))]
    while let here = waiting.popLast() {
      guard let name = here.name, reached.insert(name).inserted else { continue }
      for command in [Command.up, .down, .left, .right, .nextPane, .previousPane] {
        if let next = board.place(command, from: here, page: 20) { waiting.append(next) }
      }
    }
    #expect(reached == all)
  }

  @Test(arguments: widths) func nothingStandsOverAnythingElse(_ width: Int) throws {
    for language in Language.allCases {
      var taken: [Position: String] = [:]
      let board = try board(width, language)
      for place in board.cells {
        #expect(place.column >= 0 && place.right <= width)
        let text = place.cell.spans.map(\.text).joined()
        for column in place.column..<place.right {
          let before = taken.updateValue(text, forKey: Position(row: place.row, column: column))
          #expect(before == nil, "\(width): “\(text)” over “\(before ?? "")”")
        }
      }
      for title in board.titles { #expect(!taken.keys.contains { $0.row == title.row && $0.column == title.column }) }
    }
  }

  @Test func aReviewerSeesNoScoresAndNobodyElsesLoad() throws {
    let person = Person(id: "pingshen-01", name: "评审01", roles: [.reviewer])
    let board = try board(200, person: person)
    #expect(!board.cells.contains { ["scores", "outliers", "agreement"].contains($0.block) })
    #expect(!board.places.contains { if case .explain = $0.cell.act { true } else { false } })
    #expect(
      Set(board.places.filter { $0.block == "reviewers" }.compactMap { $0.cell.id?.split(separator: " ").first }) == [
        "pingshen-01"
      ])
  }

  @Test func openingAFigureAndComingBackLeadsToTheSameCell() throws {
    var state = try SampleState.dashboard(Size(columns: 120, rows: 40))
    for _ in 0..<12 { SampleState.press(&state, .down) }
    guard case .dashboard(let before)? = state.stack.last else { throw BoardFailure() }
    let act = try #require(state.board()?.place(of: before.cursor)?.cell.act)
    guard case .list(_, let figure) = act else { throw BoardFailure() }
    SampleState.press(&state, .enter)
    guard case .figure(let list)? = state.stack.last else { throw BoardFailure() }
    #expect(list.figure == figure)
    SampleState.press(&state, .escape)
    #expect(state.stack.last == .dashboard(before))
  }

  private struct BoardFailure: Error {}
}

/// What is new since a look.
@Suite struct OverviewMarksTests {
  private func lines(_ lines: String...) -> OverviewMarks { OverviewMarks(lines: Set(lines)) }

  @Test func newsAreToldByKindWithTheirApplications() {
    let before = lines("arrived a ", "moved a registered", "arrived b ", "moved b registered")
    let now = lines(
      "arrived a ", "moved a reviewing", "arrived c ", "moved c registered", "submitted a p1 3", "submitted a p2 1")
    let news = now.news(since: before)
    #expect(news.map(\.kind) == [.arrived, .moved, .submitted, .gone])
    #expect(news.map(\.applications.behind) == [["c"], ["a"], ["a", "a"], ["b"]])
    #expect(now.news(since: now).isEmpty)
    #expect(OverviewMarks(lines: ["nonsense", "", "arrived"]).news(since: lines()).isEmpty)
  }
}
