import Testing

@testable import Core

@Suite struct AgreementTests {
  private let rubric: Rubric

  init() throws { rubric = try RuleBench.program().rubric }

  private func panels(_ rows: [[Int?]]) -> [ApplicationPanel] { StatisticsBench.panels(rows, rubric) }

  private func near(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
    value.map { ($0 - expected).magnitude <= tolerance } ?? false
  }

  /// Shrout and Fleiss (1979), table 2: six targets, four judges. ICC(2,1) = .29, ICC(2,4) = .62.
  @Test func correlationOfThePublishedExample() throws {
    let rows = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    let icc = try IntraclassCorrelation.of(panels(rows.map { $0.map { $0 * 10 } }), minimum: 5).get()
    #expect(near(icc.betweenApplications, 11.24, 0.01))
    #expect(near(icc.betweenReviewers, 32.49, 0.01))
    #expect(near(icc.rest, 1.02, 0.01))
    #expect(near(icc.single, 0.29, 0.005))
    #expect(near(icc.average, 0.62, 0.005))
    #expect((icc.applications.count, icc.reviewers) == (6, ["a", "b", "c", "d"]))
  }

  /// Krippendorff (2011): four observers, twelve units with gaps. Interval alpha = .849.
  @Test func alphaOfThePublishedExample() throws {
    let observers: [[Int?]] = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
      [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]
    let rows = (0..<12).map { unit in observers.map { $0[unit].map { $0 * 10 } } }
    let alpha = try KrippendorffAlpha.of(panels(rows), minimum: 5).get()
    #expect(near(alpha.alpha, 0.849, 0.0005))
    #expect((alpha.applications, alpha.reviewers, alpha.sheets) == (11, 4, 40))
  }

  @Test func belowTheSampleNothingIsGiven() {
    let rows: [[Int?]] = [[800, 810], [700, 720], [600, nil]]
    #expect(
      IntraclassCorrelation.of(panels(rows), minimum: 3)
        == .failure(.tooFew(applications: 2, reviewers: 2, needs: 3)))
    #expect(KrippendorffAlpha.of(panels(rows), minimum: 3) == .failure(.tooFew(applications: 2, needs: 3)))
    let level: [[Int?]] = [[800, 800], [800, 800], [800, 800]]
    #expect(IntraclassCorrelation.of(panels(level), minimum: 3) == .failure(.noVariance))
    #expect(KrippendorffAlpha.of(panels(level), minimum: 3) == .failure(.noVariance))
    #expect(IntraclassCorrelation.of([], minimum: 0) == .failure(.tooFew(applications: 0, reviewers: 0, needs: 2)))
  }

  @Test func theLargestBlockWithoutAGapIsTaken() throws {
    // a, b, c scored three together; a and b two more.
    let rows: [[Int?]] = [[1, 2, 3], [2, 4, 6], [5, 5, 9], [1, 3, nil], [8, 2, nil], [nil, 2, nil]]
    let icc = try IntraclassCorrelation.of(panels(rows), minimum: 2).get()
    #expect(icc.reviewers == ["a", "b"] && icc.applications.count == 5)
    let three = try IntraclassCorrelation.of(panels(Array(rows.prefix(4))), minimum: 2).get()
    #expect(three.reviewers == ["a", "b", "c"] && three.applications.count == 3)
  }

  /// b gives 10 less and c 20 less than a: one level for all.
  @Test func severityIsTakenOut() throws {
    let rows: [[Int?]] = [
      [900, 800, nil, nil], [800, nil, 600, nil], [nil, 700, 600, nil], [700, 600, 500, nil], [600, 500, 400, nil],
      [950, 850, 750, nil],
    ]
    let model = try SeverityModel.fit(panels(rows), minimum: 5).get()
    for (effect, points) in zip(model.effects, [10.0, 0, -10]) { #expect(near(effect.points, points, 1e-9)) }
    for (id, score) in [("p0", 80.0), ("p1", 70), ("p2", 70), ("p3", 60), ("p4", 50), ("p5", 85)] {
      #expect(near(model.adjusted[id], score, 1e-9), "\(id)")
    }
    #expect(near(model.residual, 0, 1e-6))
    #expect((model.sheets, model.degreesOfFreedom) == (15, 7))
  }

  @Test func severityIsRefusedWithItsReason() {
    let few: [[Int?]] = [[900, 800], [800, 700], [700, nil]]
    #expect(SeverityModel.fit(panels(few), minimum: 3) == .failure(.tooFewApplications(has: 2, needs: 3)))
    let apart: [[Int?]] = [[900, 800, nil, nil], [800, 700, nil, nil], [nil, nil, 700, 800], [nil, nil, 700, 800]]
    #expect(
      SeverityModel.fit(panels(apart), minimum: 3) == .failure(.notConnected(groups: [["a", "b"], ["c", "d"]])))
    let thin: [[Int?]] = [[900, 800, nil], [nil, 800, 700], [800, nil, 700]]
    #expect(SeverityModel.fit(panels(thin), minimum: 3) == .failure(.tooFewSheets(degreesOfFreedom: 1, needs: 3)))
  }

  @Test func spreadsAndMarksFollowThePolicy() throws {
    let policy = try ReviewPolicy(RuleBench.program())
    // 80, 80, 68: mean 76, 8 below. 90, 90, 60: mean 80, 20 below and 10 above. 60, 60, 20: mean 46.67, 57 % below.
    let rows: [[Int?]] = [[800, 800, 680], [900, 900, 600], [600, 600, 200], [900, 100, nil]]
    let found = Outlier.all(panels(rows), policy: policy)
    #expect(
      found.map { "\($0.application) \($0.reviewer) \($0.needsNote)" } == [
        "p1 c false", "p2 a false", "p2 b false", "p2 c true",
      ])
    #expect(near(found[0].difference, -20, 1e-9))
    let spread = try #require(Spread([800, 800, 680]))
    #expect(near(spread.mean, 76, 1e-12) && near(spread.deviation, 6.928203230275509, 1e-12) && spread.range == 120)
    #expect(Disagreement.all(panels(rows)).map(\.application) == ["p3", "p2", "p1", "p0"])
    let reviewers = ReviewerSpread.all(
      panels([[800, 700], [810, 710], [805, 905], [800, 700], [795, 795]]), policy: policy)
    #expect(reviewers.map(\.isNarrow) == [true, false])
    #expect(near(reviewers[0].difference, 4, 1e-9) && near(reviewers[1].difference, -4, 1e-9))
  }

  @Test func scoresFallIntoBins() {
    let found = Histogram([("a", 0), ("b", 499), ("c", 500), ("d", 10000), ("e", 9999)], maximum: 1000)
    #expect(found.bins.count == 20)
    #expect(found.bins[0].applications.behind == ["a", "b"])
    #expect(found.bins[1].applications.behind == ["c"])
    #expect(found.bins[19].applications.behind == ["d", "e"])
  }
}
