import TestSupport
import Testing

@testable import Core

/// Every figure is the length of the list behind it, and the list is what a plain count over the files gives.
@Suite struct OverviewTests {
  private let program: Program
  private let roster: Roster
  private let chief = Person(id: "s", name: "督导", roles: [.supervisor])
  private let now = "2022-09-20T10:00:00+08:00"

  init() throws {
    program = try RuleBench.program()
    roster = Roster(
      people: ["a", "b", "c", "d", "e", "f"].map { Person(id: $0, name: $0, roles: [.reviewer]) } + [
        Person(id: "s", name: "督导", roles: [.supervisor])
      ])
  }

  private func facts(_ random: inout SplitMix) throws -> WorkspaceFacts {
    let count = random.below(25)
    var all: [ApplicationFacts] = []
    for number in 0..<count {
      let id = "2022-qufu-\(100 + number)"
      let names = roster.people.prefix(6).map(\.id).filter { _ in random.below(3) > 0 }
      let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
      let assignment = try Assignment(
        json: JSONParser.parse(
          Array(#"{"schema": "reviewtui/assignment/1", "application": "\#(id)", "reviewers": [\#(list)]}"#.utf8)))
      var reviews: [Review] = []
      for person in roster.people.prefix(6) where random.below(4) > 0 {
        var review = StatisticsBench.review(id, person.id, 500 + random.below(90) * 5, program.rubric)
        review.state = [.draft, .submitted, .submitted, .submitted, .returned][random.below(5)]
        if random.below(8) == 0 { review.declaration = Declaration(ground: .office, at: now) }
        reviews.append(review)
      }
      let visits = (0..<random.below(3)).map { visit -> VisitFacts in
        let state = Inspection.State.allCases[random.below(3)]
        return VisitFacts(
          id: "v\(visit)", state: state,
          plannedStart: random.below(2) == 0 ? "2022-09-19T09:00:00+08:00" : "2022-09-20T09:00:00+08:00",
          signedAt: state == .signed ? "2022-09-1\(visit)T09:00:00+08:00" : nil,
          verdict: state == .signed ? Inspection.Verdict.allCases[random.below(4)] : nil)
      }
      let received = random.below(3)
      let findings = (0..<random.below(4)).map { _ in
        Finding(
          rule: "R0\(1 + random.below(5))", severity: Severity.allCases[random.below(4)], unit: "qufu", application: id,
          path: "x", fact: .form(.filedTwice(other: "y")), isStanding: random.below(3) == 0)
      }
      all.append(
        ApplicationFacts(
          id: id, unit: ["qufu", "zoucheng", "elsewhere"][random.below(3)],
          scenarios: ["SC01", "SC05", "SC99"].filter { _ in random.below(2) == 0 },
          stage: Stage.derived(assigned: names.count, states: reviews.map(\.state)),
          assignment: random.below(5) == 0 ? nil : assignment, reviews: reviews, visits: visits, findings: findings,
          objections: (received, random.below(received + 1))))
    }
    return WorkspaceFacts(program: program, roster: roster, applications: all)
  }

  @Test func everyFigureIsTheCountOfItsList() throws {
    var random = SplitMix(seed: 5)
    for _ in 0..<150 {
      let facts = try facts(&random)
      let all = facts.applications
      let found = Overview(facts, viewer: chief, at: now)
      func ids(_ test: (ApplicationFacts) -> Bool) -> [String] { all.filter(test).map(\.id) }
      #expect(found.projects.count == all.count)
      #expect(found.entries.count == all.reduce(0) { $0 + $1.scenarios.count })
      #expect(found.funnel.reduce(0) { $0 + $1.applications.count } == all.count)
      for stage in found.funnel { #expect(stage.applications.behind == ids { $0.stage == stage.stage }) }
      counties(found.counties, all)
      for load in found.reviewers { self.load(load, all) }
      #expect(found.openObjections.count == all.reduce(0) { $0 + $1.objections.open })
      let open = all.flatMap(\.findings).filter { !$0.isStanding }
      #expect(found.findings.reduce(0) { $0 + $1.findings.count } == open.count)
      for rule in found.findings {
        let own = open.filter { $0.rule == rule.rule }
        #expect(rule.findings.behind.sorted() == own.compactMap(\.application).sorted())
        #expect(rule.severity == own.map(\.severity).min())
      }
      let visits = all.flatMap(\.visits)
      #expect(found.visits.planned.count == visits.count { $0.state == .planned })
      #expect(found.visits.done.count == visits.count { $0.state == .signed })
      #expect(
        found.visits.overdue.count
          == visits.count { $0.state != .signed && ($0.plannedStart ?? "").hasPrefix("2022-09-19") })
      #expect(found.visits.verdicts.reduce(0) { $0 + $1.visits.count } == visits.count { $0.verdict != nil })
      #expect(found.recusals?.count == all.flatMap(\.reviews).count { $0.declaration?.isRecusal == true })
      scores(found, all)
    }
  }

  private func counties(_ table: CountyTable, _ all: [ApplicationFacts]) {
    #expect(table.rows.reduce(0) { $0 + $1.projects.applications.count } == all.count)
    #expect(table.total.applications.count == all.count)
    for row in table.rows {
      let own = all.filter { $0.unit == row.unit }
      #expect(row.projects.applications.behind == own.map(\.id))
      #expect(row.entries.count == row.cells.reduce(0) { $0 + $1.applications.count }, "项次 is the sum of the row")
      for (code, cell) in zip(table.scenarios, row.cells) {
        let inside = own.filter { $0.scenarios.contains(code) }
        #expect(cell.applications.behind == inside.map(\.id))
        #expect(cell.assigned.behind == inside.filter { !($0.assignment?.reviewers ?? []).isEmpty }.map(\.id))
        #expect(cell.scored.behind == inside.filter { valid($0).count >= 3 }.map(\.id))
      }
    }
    for (place, column) in table.columns.enumerated() {
      #expect(column.scored.count == table.rows.reduce(0) { $0 + $1.cells[place].scored.count })
    }
  }

  /// Sheets that count, told without the code under test.
  private func valid(_ facts: ApplicationFacts) -> [Review] {
    facts.reviews.filter { review in
      let names = facts.assignment?.reviewers ?? []
      return review.state == .submitted && review.declaration == nil
        && (names.isEmpty || names.contains(review.reviewer))
    }
  }

  private func load(_ load: ReviewerLoad, _ all: [ApplicationFacts]) {
    let assigned = all.filter { $0.assignment?.reviewers.contains(load.reviewer) == true }
    #expect(load.assigned.behind == assigned.map(\.id))
    func sheet(_ facts: ApplicationFacts) -> Review? { facts.reviews.first { $0.reviewer == load.reviewer } }
    #expect(
      load.submitted.behind == all.filter { sheet($0)?.state == .submitted && sheet($0)?.declaration == nil }.map(\.id))
    #expect(load.drafts.behind == all.filter { sheet($0)?.state == .draft && sheet($0)?.declaration == nil }.map(\.id))
    #expect(load.recused.behind == all.filter { sheet($0)?.declaration != nil }.map(\.id))
    #expect(load.untouched.behind == assigned.filter { sheet($0) == nil }.map(\.id))
    #expect(
      load.overdue.behind
        == assigned.filter { sheet($0)?.declaration == nil && sheet($0)?.state != .submitted }.map(\.id))
  }

  private func scores(_ found: Overview, _ all: [ApplicationFacts]) {
    guard case .shown(let figures) = found.scores else {
      Issue.record("not shown")
      return
    }
    let scored = all.filter { valid($0).count >= 3 }.map(\.id)
    #expect(found.tooFewSheets?.count == all.count - scored.count)
    #expect(figures.ranking.rows.count == all.count)
    #expect(figures.histogram.bins.reduce(0) { $0 + $1.applications.count } == scored.count)
    #expect(Set(figures.histogram.bins.flatMap(\.applications.behind)) == Set(scored))
    #expect(figures.reviewers.reduce(0) { $0 + $1.applications.count } == all.reduce(0) { $0 + valid($1).count })
    for row in figures.ranking.rows {
      #expect(row.proposal.isProposed == figures.proposed.behind.contains(row.application))
      guard let rank = row.rank, let interval = row.interval else { continue }
      #expect(interval.low <= rank && rank <= interval.high)
    }
  }

  @Test func whoIsNoSupervisorSeesNothingThatComesFromScores() throws {
    var random = SplitMix(seed: 9)
    let facts = try facts(&random)
    let own = Person(id: "a", name: "a", roles: [.reviewer])
    for (viewer, names) in [(nil, []), (own, ["a"]), (Person(id: "i", name: "i", roles: [.inspector]), [])]
      as [(Person?, [String])]
    {
      let found = Overview(facts, viewer: viewer, at: now)
      guard case .hidden = found.scores else {
        Issue.record("scores are shown")
        return
      }
      #expect(found.recusals == nil)
      #expect(found.reviewers.map(\.reviewer) == names)
      #expect(found.projects.count == facts.applications.count)
    }
  }

  @Test func totalsRefuseWhileSomethingCannotBeRead() {
    func scores(_ problem: FileProblem) -> Overview.Scores {
      let facts = WorkspaceFacts(program: program, roster: roster, applications: [], problems: [problem])
      return Overview(facts, viewer: chief, at: now).scores
    }
    let broken = FileProblem(file: "reviews/p/a.json", reason: .notInJournal)
    guard case .incomplete([broken]) = scores(broken) else {
      Issue.record("a sheet that was put back is counted")
      return
    }
    for harmless in [
      FileProblem(file: "applications/p.json", reason: .byteOrderMark),
      FileProblem(file: "summaries/qufu.json", reason: .unknownName),
    ] {
      guard case .shown = scores(harmless) else {
        Issue.record("\(harmless.file)")
        return
      }
    }
  }
}
