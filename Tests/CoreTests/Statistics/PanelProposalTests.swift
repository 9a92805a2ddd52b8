import TestSupport
import Testing

@testable import Core

@Suite struct PanelProposalTests {
  /// Everybody free: loads differ by one at most, everybody once a panel, and the same seed draws the same lots.
  @Test(arguments: [UInt64(1), 7, 2022]) func loadsAreEvenWithinOne(_ seed: UInt64) throws {
    let request = PanelRequest(
      items: (0..<45).map { PanelRequest.Item(application: "a\($0)") },
      reviewers: (0..<13).map { PanelRequest.Reviewer(id: "r\($0)") }, size: 5)
    let proposal = PanelProposal(request, seed: seed)
    guard case .proposed(let panels, let proof) = proposal.outcome else {
      Issue.record("no proposal")
      return
    }
    #expect(panels.allSatisfy { Set($0.added).count == 5 })
    #expect(proof.seats == 225 && proof.filled == 225)
    #expect(proof.unevenness == 1, "225 seats, 13 people")
    #expect(proof.loads.reduce(0) { $0 + $1.count } == 225)
    #expect(PanelProposal(request, seed: seed) == proposal)
    #expect(PanelProposal(request, seed: seed + 1).outcome != proposal.outcome)
  }

  @Test func assignedStayAndNobodyBarredIsAdded() throws {
    let bars: [String: PanelRequest.Bar] = [
      "r0": .inspector, "r1": .recused, "r2": .conflict(.applicant(name: "甲", employer: "甲")),
    ]
    let request = PanelRequest(
      items: [PanelRequest.Item(application: "a", assigned: ["r1", "r5"], barred: bars)],
      reviewers: (0..<7).map { PanelRequest.Reviewer(id: "r\($0)") }, size: 4)
    guard case .proposed(let panels, let proof) = PanelProposal(request, seed: 3).outcome else {
      Issue.record("no proposal")
      return
    }
    #expect(panels[0].kept == ["r1", "r5"])
    #expect(panels[0].added == ["r3", "r4", "r6"], "r1 is recused: the seat is free")
    #expect(proof.seats == 3)
  }

  @Test func theReasonWhyThereIsNone() {
    let people = (0..<4).map { PanelRequest.Reviewer(id: "r\($0)") }
    let bars: [String: PanelRequest.Bar] = ["r2": .recused, "r3": .inspector]
    let request = PanelRequest(
      items: [
        PanelRequest.Item(application: "x"), PanelRequest.Item(application: "y", barred: bars),
        PanelRequest.Item(application: "z", barred: bars),
      ], reviewers: people, size: 2, capacity: 1)
    // x can be had with r2 and r3; y and z need four seats of r0 and r1, who can take one each.
    #expect(
      PanelProposal(request, seed: 1).outcome
        == .impossible(.init(applications: ["y", "z"], needed: 4, eligible: ["r0", "r1"], available: 2)))
    let wider = PanelRequest(items: Array(request.items[1...]), reviewers: people, size: 3, capacity: 9)
    #expect(
      PanelProposal(wider, seed: 1).outcome
        == .impossible(.init(applications: ["y", "z"], needed: 6, eligible: ["r0", "r1"], available: 4)))
  }

  @Test func aRequestComesFromTheFiles() throws {
    let program = try RuleBench.program()
    let roster = Roster(people: [
      Person(id: "a", name: "甲", roles: [.reviewer], expertise: ["5g"]), Person(id: "b", name: "乙", roles: [.reviewer]),
      Person(id: "s", name: "丁", roles: [.reviewer, .supervisor]),
      Person(id: "i", name: "丙", roles: [.inspector, .reviewer]),
    ])
    let assignment = try Assignment(
      json: JSONParser.parse(
        Array(
          #"{"schema": "reviewtui/assignment/1", "application": "p", "reviewers": ["a"], "inspectors": ["i"]}"#.utf8)))
    var review = Review(application: "p", reviewer: "a", rubric: program.rubric)
    review.declaration = Declaration(ground: .office, at: "2022-09-01T08:00:00+08:00")
    let hint = ConflictHint.applicant(name: "甲公司", employer: "甲公司")
    let facts = ApplicationFacts(
      id: "p", unit: "qufu", stage: .registered, assignment: assignment, reviews: [review], hints: ["b": hint])
    let request = PanelRequest([facts], roster: roster, policy: try ReviewPolicy(program))
    #expect(request.reviewers.map(\.id) == ["a", "b", "i"])
    #expect(request.items[0].barred == ["a": .recused, "b": .conflict(hint), "i": .inspector, "s": .supervisor])
    #expect(request.items[0].seated == [] && request.size == 5)
  }

  // MARK: - Against every possibility

  /// The best of all possible panels, tried one by one: least sum of squared loads, then fewest empty wishes.
  private func brute(_ request: PanelRequest) -> (squares: Int, gaps: Int)? {
    var loads = Dictionary(uniqueKeysWithValues: request.reviewers.map { ($0.id, 0) })
    for item in request.items { for id in item.seated { loads[id, default: 0] += 1 } }
    var best: (Int, Int)?
    func walk(_ place: Int, _ loads: [String: Int], _ gaps: Int) {
      if place == request.items.count {
        let found = (loads.values.reduce(0) { $0 + $1 * $1 }, gaps)
        if best.map({ found < $0 }) ?? true { best = found }
        return
      }
      let item = request.items[place]
      let open = request.reviewers.filter { item.barred[$0.id] == nil && !item.assigned.contains($0.id) }
      let need = max(0, request.size - item.seated.count)
      for mask in 0..<(1 << open.count) where mask.nonzeroBitCount == need {
        let added = open.indices.filter { mask >> $0 & 1 == 1 }.map { open[$0] }
        var next = loads
        for reviewer in added { next[reviewer.id, default: 0] += 1 }
        if let capacity = request.capacity, added.contains(where: { (next[$0.id] ?? 0) > capacity }) { continue }
        walk(place + 1, next, gaps + self.gaps(item, added, request))
      }
    }
    walk(0, loads, 0)
    return best
  }

  /// Wishes that people on the panel can answer, one person a wish, and that stay open.
  private func gaps(_ item: PanelRequest.Item, _ added: [PanelRequest.Reviewer], _ request: PanelRequest) -> Int {
    var wishes: [String] = []
    for wish in request.expertise {
      let seated = item.seated.count { id in
        request.reviewers.contains { $0.id == id && $0.expertise.contains(wish.field) }
      }
      let able = request.reviewers.count {
        item.barred[$0.id] == nil && !item.assigned.contains($0.id) && $0.expertise.contains(wish.field)
      }
      wishes += [String](repeating: wish.field, count: min(max(0, wish.atLeast - seated), able))
    }
    wishes = Array(wishes.prefix(max(0, request.size - item.seated.count)))
    func match(_ place: Int, _ free: [PanelRequest.Reviewer]) -> Int {
      if place == wishes.count { return 0 }
      var best = match(place + 1, free)
      for (index, reviewer) in free.enumerated() where reviewer.expertise.contains(wishes[place]) {
        var rest = free
        rest.remove(at: index)
        best = max(best, 1 + match(place + 1, rest))
      }
      return best
    }
    return wishes.count - match(0, added)
  }

  private func randomRequest(_ random: inout SplitMix) -> PanelRequest {
    let people = (0..<(2 + random.below(4))).map { number in
      PanelRequest.Reviewer(
        id: "r\(number)", expertise: ["f", "g"].filter { _ in random.below(3) == 0 })
    }
    let items = (0..<(1 + random.below(3))).map { number -> PanelRequest.Item in
      var barred: [String: PanelRequest.Bar] = [:]
      for person in people where random.below(4) == 0 { barred[person.id] = .inspector }
      let assigned = people.filter { _ in random.below(6) == 0 }.map(\.id)
      return PanelRequest.Item(application: "a\(number)", assigned: assigned, barred: barred)
    }
    return PanelRequest(
      items: items, reviewers: people, size: 1 + random.below(3),
      capacity: random.below(2) == 0 ? nil : 1 + random.below(3),
      expertise: random.below(2) == 0
        ? [] : [.init(field: "f", atLeast: 1), .init(field: "g", atLeast: 1)])
  }

  @Test func smallCasesAreAsGoodAsTheBestOfAll() {
    var random = SplitMix(seed: 20_220_825)
    var (possible, impossible) = (0, 0)
    for number in 0..<600 {
      let request = randomRequest(&random)
      let best = brute(request)
      switch PanelProposal(request, seed: UInt64(number)).outcome {
      case .proposed(let panels, let proof):
        possible += 1
        #expect(proof.filled == proof.seats)
        var loads = Dictionary(uniqueKeysWithValues: request.reviewers.map { ($0.id, 0) })
        var gaps = 0
        for (panel, item) in zip(panels, request.items) {
          #expect(Set(panel.added).isDisjoint(with: panel.kept) && panel.added.allSatisfy { item.barred[$0] == nil })
          #expect(item.seated.count + panel.added.count >= request.size, "case \(number)")
          for id in item.seated + panel.added { loads[id, default: 0] += 1 }
          gaps += self.gaps(item, request.reviewers.filter { panel.added.contains($0.id) }, request)
        }
        let squares = loads.values.reduce(0) { $0 + $1 * $1 }
        #expect(
          best.map { $0 == (squares, gaps) } ?? false,
          "case \(number): \(squares) \(gaps), best \(String(describing: best))")
      case .impossible(let shortage):
        impossible += 1
        #expect(best == nil, "case \(number)")
        verify(shortage, request)
      }
    }
    #expect(possible > 100 && impossible > 50, "\(possible) \(impossible)")
  }

  /// The witness, counted anew.
  private func verify(_ shortage: PanelProposal.Shortage, _ request: PanelRequest) {
    var reach: [String: Int] = [:]
    var needed = 0
    for item in request.items where shortage.applications.contains(item.application) {
      needed += max(0, request.size - item.seated.count)
      for reviewer in request.reviewers where item.barred[reviewer.id] == nil && !item.assigned.contains(reviewer.id) {
        reach[reviewer.id, default: 0] += 1
      }
    }
    let available = reach.reduce(0) { sum, entry in
      let load = request.items.count { $0.seated.contains(entry.key) }
      return sum + min(entry.value, max(0, (request.capacity ?? 99) - load))
    }
    #expect(shortage.needed == needed && shortage.available == available && available < needed)
    #expect(Set(shortage.eligible) == Set(reach.keys))
  }
}
