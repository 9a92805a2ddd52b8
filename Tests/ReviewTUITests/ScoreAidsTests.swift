import Core
import Testing

@testable import ReviewTUI

/// Suggested scores, findings of visits and like applications on the Score screen.
@Suite struct ScoreAidsTests {
  private let size = Size(columns: 120, rows: 40)

  private func press(_ state: inout AppState, _ keys: Key...) -> [AppEffect] {
    keys.flatMap { state.update(.input(.key($0))) }
  }

  private func score(_ state: AppState) throws -> ScoreState {
    guard case .score(let score)? = state.stack.last else { throw CancellationError() }
    return score
  }

  /// On C12, the only criterion with a suggestion.
  private func onC12(_ state: inout AppState) throws -> ScoreSuggestion {
    while try score(state).cursor.selected < 11 { _ = press(&state, .down) }
    return try #require(state.suggestion(try score(state)))
  }

  private func text(_ state: AppState) -> String {
    let frame = state.render()
    return (0..<frame.size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
  }

  @Test(arguments: [Key.character(" "), .insert, .character("　")])
  func oneKeyTakesTheSuggestionAndNothingElseWritesIt(_ key: Key) throws {
    var state = try SampleAids.score(size)
    let suggestion = try onC12(&state)
    #expect(try score(state).review.entries[11].score == nil)
    #expect(text(state).contains("建议 " + Figures.tenths(suggestion.tenths)))
    let effects = press(&state, key)
    #expect(try score(state).review.entries[11].score == suggestion.tenths)
    let save = effects.first { if case .save = $0 { true } else { false } }
    guard case .save(_, let review, _, _)? = save else {
      Issue.record("not saved: \(effects)")
      return
    }
    #expect(review.entries[11].score == suggestion.tenths)
    #expect(press(&state, key).isEmpty, "taking it again changes nothing")
    #expect(text(state).contains("建议 "), "it stays beside the given score")
  }

  @Test(arguments: [Key.character("+"), .character("-"), .right, .left])
  func steppingFromUnscoredStartsAtTheSuggestion(_ key: Key) throws {
    var state = try SampleAids.score(size)
    let suggestion = try onC12(&state)
    _ = press(&state, key)
    #expect(try score(state).review.entries[11].score == suggestion.tenths)
  }

  @Test func whereNothingIsSuggestedTheKeyOnlySaysSo() throws {
    var state = try SampleAids.score(size)
    #expect(press(&state, .insert).isEmpty)
    #expect(state.notice?.phrase.zh.contains("没有建议分") == true)
    #expect(try score(state).review.entries[0].score == 60)
  }

  @Test func aSubmittedSheetTakesNothing() throws {
    var state = try SampleAids.score(size, isSubmitted: true)
    _ = try onC12(&state)
    #expect(press(&state, .insert).isEmpty)
    #expect(try score(state).review.entries[11].score == nil)
  }

  @Test func enterOnTheSuggestionListsWhatItCounts() throws {
    var state = try SampleAids.score(size)
    let suggestion = try onC12(&state)
    try #require(!suggestion.findings.isEmpty, "the sample has warnings")
    _ = press(&state, .enter)
    #expect(state.overlays == [.aids(AidsState(kind: .findings))])
    let shown = text(state)
    for rule in suggestion.rules { #expect(shown.contains(rule.rule)) }
    let clause = try #require(state.program?.rule(suggestion.findings[0].rule)?.clause.prefix(8))
    #expect(shown.contains(clause))
    // Taken from there as well.
    _ = press(&state, .insert)
    #expect(state.overlays.isEmpty)
    #expect(try score(state).review.entries[11].score == suggestion.tenths)
    // Digits and Enter give a score and go on, as everywhere.
    _ = press(&state, .character("3"), .enter)
    #expect(state.overlays.isEmpty)
    #expect(try score(state).cursor.selected == 12)
  }

  @Test func theVerifiedFigureStandsBesideTheClaim() throws {
    var state = try SampleAids.score(size)
    for _ in 0..<6 { _ = press(&state, .down) }
    let lines = state.evidence(try score(state)).layout(width: 200).map(\.text)
    let claim = try #require(lines.firstIndex { $0.contains("· ") })
    #expect(lines[claim + 1].contains("核查 v1（2022-09-08）：核实 ") && lines[claim + 1].contains("偏差 "))
    #expect(lines[claim + 2].contains("v1-e01.csv"))
    #expect(lines[claim + 3].contains("核查 v2") && lines[claim + 3].contains("核查中"))
    #expect(lines.contains { $0.contains("无法核实") })
    // The visit that is not signed halved the first figure; that must be nowhere.
    let metric = try #require(try score(state).application.section(.economic).rows.first)
    let half = try #require(metric.value.flatMap(DecimalValue.init)?.divided(by: 2)?.text)
    #expect(!lines.contains { $0.contains("核实 " + half) })
  }

  @Test func theTrailLeadsFromClaimToOwnScore() throws {
    var state = try SampleAids.score(size)
    _ = press(&state, .function(3))
    #expect(state.overlays == [.aids(AidsState(kind: .trail))])
    let page = state.aidsPage(.trail, try score(state)).layout(width: 200).map(\.text)
    #expect(page.contains { $0.contains("C07 6.5（依据已变）") })
    #expect(page.contains { $0.contains("C08 未评") })
    let before = try score(state)
    _ = press(&state, .down, .pageDown, .end, .home, .character("9"))
    #expect(try score(state) == before, "keys in the dialog score nothing")
    _ = press(&state, .escape)
    #expect(state.overlays.isEmpty)
  }

  @Test func twinsOfTheCriterionWarnWhereTheOwnScoresAreApart() throws {
    var state = try SampleAids.score(size)
    for _ in 0..<6 { _ = press(&state, .down) }
    let criterion = try #require(state.program?.rubric.criterion("C07"))
    let lines = state.twinLines(of: criterion, try score(state))
    #expect(lines.map { $0.text.contains("▲") } == [false, true])
    #expect(lines[0].text == "2022-zoucheng-001 邹城夜航螺机械有限公司 人均产值 58%（此处 56%） 您给 C07 7.0")
    #expect(text(state).contains("您给 C07 7.0"), "in the detail pane at 120x40")
    var narrow = try SampleAids.score(Size(columns: 80, rows: 24))
    for _ in 0..<6 { _ = press(&narrow, .down) }
    #expect(!text(narrow).contains("您给 C07"))
    _ = press(&narrow, .function(4))
    #expect(text(narrow).contains("您给 C07"))
  }

  @Test func twinsThatComeForAnotherSheetAreNotTaken() throws {
    var state = try SampleAids.score(size)
    _ = state.update(.twinsFound(application: "2022-qufu-001", [:]))
    #expect(try score(state).aids.twins == SampleAids.twins())
  }
}
