import Testing

@testable import Core

@Suite struct RankingTests {
  @Test func ranksFollowThePublishedScoreAndTiesStay() throws {
    let found = try StatisticsBench.ranking([
      [800, 800, 800], [900, 900, 900], [800, 800, 800], [700, 700, 700], [900, nil, nil],
    ])
    #expect(found.rows.map(\.rank) == [1, 2, 2, 4, nil])
    #expect(found.rows.map(\.application) == ["p1", "p0", "p2", "p3", "p4"])
    #expect(found.rows[1].sameRank == ["p2"] && found.rows[1].partedBy == nil)
    #expect(found.warnings == [.level(["p0", "p2"])])
    #expect(found.rows[4].proposal.reason == .tooFewSheets(valid: 1, needed: 3))
  }

  /// The same total, more of it in C04 and C05: the first group parts them.
  @Test func equalScoresArePartedByTheGroupsOfThePolicy() throws {
    let program = try RuleBench.program()
    var entries: [Ranking.Entry] = []
    for (id, moves) in [("p0", [(0, 0)]), ("p1", [(3, 8)]), ("p2", [(8, 0)])] {
      let sheets = ["a", "b", "c"].map { name in
        var scores = StatisticsBench.sheet(name, 800, program.rubric).scores
        for (to, from) in moves {
          scores[to] += 10
          scores[from] -= 10
        }
        return ApplicationPanel.Sheet(reviewer: name, scores: scores)
      }
      entries.append(Ranking.Entry(panel: ApplicationPanel(application: id, sheets: sheets), unit: "qufu"))
    }
    let found = Ranking(entries, policy: try ReviewPolicy(program), rubric: program.rubric)
    // p1 has more in C04; p2 more in C09 than p0.
    #expect(found.rows.map(\.application) == ["p1", "p2", "p0"])
    #expect(found.rows.map(\.rank) == [1, 2, 3])
    #expect(found.rows.map(\.partedBy) == [0, 1, 1])
    #expect(found.rows[0].aggregation.hundredths == 8000)
  }

  @Test func passLineFloorQuotaAndTop() throws {
    let rows: [[Int?]] = [[900, 900, 900], [850, 850, 850], [800, 800, 800], [699, 700, 700], [750, 750, 750]]
    func proposed(_ policy: [String: String], _ units: [String]? = nil) throws -> [String: Proposal.Reason] {
      let found = try StatisticsBench.ranking(rows, policy: policy, units: units)
      return Dictionary(uniqueKeysWithValues: found.rows.map { ($0.application, $0.proposal.reason) })
    }
    let plain = try proposed([:])
    #expect(plain["p4"] == .passes)
    #expect(plain["p3"] == .belowLine(score: 6997, line: 7000))
    let floor = try proposed(["pass.need5G": "80"])
    #expect(floor["p2"] == .passes)
    #expect(floor["p4"] == .belowFloor(criteria: ["C04", "C05"], mean: 1500, needed: 1600))
    let top = try proposed(["pass.top": "2"])
    #expect(top["p1"] == .passes)
    #expect(top["p2"] == .beyondTop(limit: 2))
    let quota = try proposed(["pass.quota": "1"], ["a", "a", "b", "b", "b"])
    #expect(quota["p0"] == .passes && quota["p2"] == .passes)
    #expect(quota["p1"] == .beyondQuota(unit: "a", limit: 1))
    let named = try proposed([#"pass.quota"#: #"{"a": 1}"#], ["a", "a", "b", "b", "b"])
    #expect(named["p1"] == .beyondQuota(unit: "a", limit: 1) && named["p4"] == .passes)
  }

  @Test func whoSharesTheLastPlaceIsNotPartedByTheProgram() throws {
    let found = try StatisticsBench.ranking(
      [[900, 900, 900], [800, 800, 800], [800, 800, 800]], policy: ["pass.top": "2"])
    #expect(found.rows.map(\.proposal.reason) == [.passes, .tieAtCut(limit: 2), .tieAtCut(limit: 2)])
    #expect(found.rows.map(\.isBorderline) == [false, true, true])
  }

  @Test func aFailedVisitGatesUnlessThePanelScoresAgain() throws {
    for (effect, rank) in [("\"gate\"", nil), ("\"rescore\"", 1)] as [(String, Int?)] {
      let program = try RuleBench.program(["onsite.effect": effect])
      let panel = StatisticsBench.panel("p", [900, 900, 900], program.rubric)
      let found = Ranking(
        [Ranking.Entry(panel: panel, unit: "qufu", failedVisit: "v1")], policy: try ReviewPolicy(program),
        rubric: program.rubric)
      #expect(found.rows.map(\.rank) == [rank])
      #expect(found.rows[0].aggregation.hundredths == 9000, "scores are untouched")
      if rank == nil { #expect(found.rows[0].proposal.reason == .failedVisit(visit: "v1")) }
    }
  }

  /// Without reviewer a, p1 leads.
  @Test func theIntervalShowsWhoseSheetTheRankHangsOn() throws {
    let found = try StatisticsBench.ranking([[950, 800, 800, 800], [800, 810, 810, 810], [600, 600, 600, 600]])
    let first = try #require(found.row("p0")?.interval)
    #expect((first.low, first.high) == (1, 2))
    #expect(first.highBy == .without(reviewer: "a"))
    let last = try #require(found.row("p2")?.interval)
    #expect((last.low, last.high, last.lowBy) == (3, 3, nil))
    #expect(found.variants == 4 + 24)
    #expect(found.cut == 2)
    #expect(found.rows.map(\.isBorderline) == [false, false, false])
  }

  @Test func nearTheLineItAsksForADiscussion() throws {
    let found = try StatisticsBench.ranking([[900, 900, 900, 900], [820, 670, 670, 670], [650, 650, 650, 650]])
    #expect(found.row("p1")?.aggregation.hundredths == 7075)
    #expect(found.row("p1")?.isBorderline == true, "without a it is 67.00")
    #expect(found.row("p0")?.isBorderline == false)
    #expect(found.loses == ["p1"])
    #expect(found.gains == [])
    let near = try StatisticsBench.ranking([[691, 691, 691], [690, 690, 690], [689, 689, 689]])
    #expect(near.gains == ["p0", "p1"])
  }

  @Test func onePointMayMoveAcrossTheLastPlace() throws {
    let found = try StatisticsBench.ranking(
      [[900, 900, 900], [805, 805, 805], [800, 800, 800], [780, 780, 780]], policy: ["pass.top": "2"])
    #expect(found.gains == ["p2"])
    #expect(found.loses == ["p1"])
  }

  @Test func mixedMethodsAreSaid() throws {
    let rows: [[Int?]] = [[900, 900, 900, 900, 900], [800, 800, 800]]
    #expect(try StatisticsBench.ranking(rows).warnings == [.mixedMethods(trimmed: ["p0"], plain: ["p1"])])
    #expect(try StatisticsBench.ranking(rows, policy: ["aggregate.method": "\"mean\""]).warnings == [])
  }

  @Test func aValueThatIsNoneIsRefused() throws {
    for (key, value) in [
      ("aggregate.method", "\"best\""), ("pass.total", "\"70\""), ("pass.top", "-1"), ("onsite.effect", "\"veto\""),
      ("rank.ties", "[\"C01\"]"), ("rank.ties", "[[\"C99\"]]"), ("pass.quota", "{\"a\": true}"),
    ] {
      let program = try RuleBench.program([key: value])
      #expect(throws: ReviewPolicy.Fault.self, "\(key) \(value)") { try ReviewPolicy(program) }
    }
    let policy = try ReviewPolicy(RuleBench.program())
    #expect((policy.passLine, policy.panelSize, policy.minimumSheets, policy.top) == (7000, 5, 3, nil))
    #expect(policy.expertise.map(\.field) == ["5g", "process", "finance"])
  }
}
