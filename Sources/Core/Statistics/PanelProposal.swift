/// A balanced panel for every application, or the reason why there is none.
///
/// A flow of least cost: seats flow from applications to reviewers. First every seat is filled, then the squares of the
/// reviewers' loads are as small as they can be (loads even within one wherever the bars allow it), then as many panels as
/// possible have the expertise they should. What is level is drawn by lot from the seed.
public struct PanelProposal: Equatable, Sendable {
  /// The panel of one application.
  public struct Panel: Equatable, Sendable {
    /// The application.
    public let application: String
    /// Reviewers who were assigned before and stay.
    public let kept: [String]
    /// Reviewers to be added, by id.
    public let added: [String]
    /// Expertise that nobody on the panel has.
    public let missing: [String]
  }

  /// Counts that show that the proposal is whole.
  public struct Proof: Equatable, Sendable {
    /// Seats that were to be filled beyond those that were taken.
    public let seats: Int
    /// Seats that are filled; equal to `seats`.
    public let filled: Int
    /// Applications of each reviewer with those assigned before, by id.
    public let loads: [Load]
    /// Difference between the largest and the smallest load.
    public var unevenness: Int { (loads.map(\.count).max() ?? 0) - (loads.map(\.count).min() ?? 0) }
  }

  /// How many applications a reviewer has.
  public struct Load: Equatable, Sendable {
    /// Person id.
    public let reviewer: String
    /// Applications.
    public let count: Int
  }

  /// Why not every seat can be filled (Hall): these applications need more seats than all who may sit there can take.
  public struct Shortage: Equatable, Sendable {
    /// The applications, by id.
    public let applications: [String]
    /// Seats that they need.
    public let needed: Int
    /// Everybody who may sit on one of their panels, by id.
    public let eligible: [String]
    /// The most that they can take together: for each the number of these applications open to them, or what is left of
    /// the capacity.
    public let available: Int
  }

  /// The result.
  public enum Outcome: Equatable, Sendable {
    /// A panel for every application.
    case proposed([Panel], Proof)
    /// There is none.
    case impossible(Shortage)
  }

  /// The seed that the lots were drawn from: the same seed and files give the same proposal.
  public let seed: UInt64
  /// The result.
  public let outcome: Outcome

  /// Proposes panels for `request`.
  public init(_ request: PanelRequest, seed: UInt64) {
    self.seed = seed
    var lots = SeededNumbers(seed: seed)
    var network = PanelNetwork(
      request, reviewers: lots.shuffled(request.reviewers.indices.map { $0 }),
      items: lots.shuffled(request.items.indices.map { $0 }))
    outcome = network.solve()
  }
}

/// The network of one proposal.
private struct PanelNetwork {
  private struct Choice {
    let item: Int
    let reviewer: Int
    let edge: Int
  }

  private let request: PanelRequest
  private var flow: MinimumCostFlow
  private let source = 0
  private let sink = 1
  private var choices: [Choice] = []
  private var itemNodes: [Int]
  private let needs: [Int]
  private var loads: [Int]
  /// For each item the reviewers that may be added.
  private let open: [[Int]]

  init(_ request: PanelRequest, reviewers: [Int], items: [Int]) {
    self.request = request
    flow = MinimumCostFlow(nodes: 2)
    let place = Dictionary(request.reviewers.enumerated().map { ($1.id, $0) }) { first, _ in first }
    var loads = [Int](repeating: 0, count: request.reviewers.count)
    for item in request.items { for id in item.seated { if let index = place[id] { loads[index] += 1 } } }
    self.loads = loads
    needs = request.items.map { max(0, request.size - $0.seated.count) }
    open = request.items.map { item in
      reviewers.filter { index in
        let id = request.reviewers[index].id
        return item.barred[id] == nil && !item.assigned.contains(id)
      }
    }
    itemNodes = [Int](repeating: 0, count: request.items.count)
    let seats = needs.reduce(0, +)
    // The load's squares go before every gap in expertise.
    let weight = seats + 1
    var reviewerNodes = [Int](repeating: 0, count: request.reviewers.count)
    var reach = [Int](repeating: 0, count: request.reviewers.count)
    for index in request.items.indices where needs[index] > 0 { for reviewer in open[index] { reach[reviewer] += 1 } }
    for index in reviewers {
      reviewerNodes[index] = flow.node()
      for _ in 0..<max(0, min(reach[index], (request.capacity ?? Int.max) - loads[index])) {
        // The next application makes the square of the load grow by 2·load + 1.
        loads[index] += 1
        flow.edge(reviewerNodes[index], sink, capacity: 1, cost: (2 * loads[index] - 1) * weight)
      }
    }
    for index in items where needs[index] > 0 {
      itemNodes[index] = flow.node()
      flow.edge(source, itemNodes[index], capacity: needs[index])
      connect(index, reviewerNodes)
    }
  }

  /// Seats for missing expertise, and the others, to everybody who may sit there.
  private mutating func connect(_ index: Int, _ reviewerNodes: [Int]) {
    var fields: [String] = []
    for wish in request.expertise {
      let seated = request.items[index].seated.count { has($0, wish.field) }
      let able = open[index].count { request.reviewers[$0].expertise.contains(wish.field) }
      let wanted = min(max(0, wish.atLeast - seated), able)
      fields += [String](repeating: wish.field, count: wanted)
    }
    fields = Array(fields.prefix(needs[index]))
    if fields.isEmpty {
      for reviewer in open[index] {
        let edge = flow.edge(itemNodes[index], reviewerNodes[reviewer], capacity: 1)
        choices.append(Choice(item: index, reviewer: reviewer, edge: edge))
      }
      return
    }
    let special = fields.map { _ in flow.node() }
    for node in special { flow.edge(itemNodes[index], node, capacity: 1) }
    let general = flow.node()
    flow.edge(itemNodes[index], general, capacity: needs[index] - fields.count)
    for reviewer in open[index] {
      // Nobody takes two seats of one panel.
      let pair = flow.node()
      for (field, node) in zip(fields, special) {
        let fits = request.reviewers[reviewer].expertise.contains(field)
        flow.edge(node, pair, capacity: 1, cost: fits ? 0 : 1)
      }
      flow.edge(general, pair, capacity: 1)
      let edge = flow.edge(pair, reviewerNodes[reviewer], capacity: 1)
      choices.append(Choice(item: index, reviewer: reviewer, edge: edge))
    }
  }

  private func has(_ id: String, _ field: String) -> Bool {
    request.reviewers.contains { $0.id == id && $0.expertise.contains(field) }
  }

  mutating func solve() -> PanelProposal.Outcome {
    let seats = needs.reduce(0, +)
    let filled = flow.run(from: source, to: sink)
    if filled < seats { return .impossible(shortage()) }
    var added = [[String]](repeating: [], count: request.items.count)
    for choice in choices where flow.flow(choice.edge) > 0 {
      added[choice.item].append(request.reviewers[choice.reviewer].id)
      loads[choice.reviewer] += 1
    }
    let panels = request.items.enumerated().map { index, item in
      let all = item.seated + added[index]
      let missing = request.expertise.filter { wish in all.count { has($0, wish.field) } < wish.atLeast }
      return PanelProposal.Panel(
        application: item.application, kept: item.assigned, added: added[index].sorted { $0.precedesBytes(of: $1) },
        missing: missing.map(\.field))
    }
    let counts = zip(request.reviewers, loads).map { PanelProposal.Load(reviewer: $0.id, count: $1) }
    return .proposed(
      panels,
      PanelProposal.Proof(
        seats: seats, filled: filled, loads: counts.sorted { $0.reviewer.precedesBytes(of: $1.reviewer) }))
  }

  /// The applications on the source's side of the least cut, and all that can be had for them.
  private func shortage() -> PanelProposal.Shortage {
    let side = flow.reachable(from: source)
    let short = request.items.indices.filter { needs[$0] > 0 && side.contains(itemNodes[$0]) }
    var reach: [Int: Int] = [:]
    for index in short { for reviewer in open[index] { reach[reviewer, default: 0] += 1 } }
    let available = reach.reduce(0) { sum, entry in
      sum + min(entry.value, max(0, (request.capacity ?? Int.max) - loads[entry.key]))
    }
    return PanelProposal.Shortage(
      applications: short.map { request.items[$0].application }.sorted { $0.precedesBytes(of: $1) },
      needed: short.reduce(0) { $0 + needs[$1] },
      eligible: reach.keys.map { request.reviewers[$0].id }.sorted { $0.precedesBytes(of: $1) }, available: available)
  }
}
