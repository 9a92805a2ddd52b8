/// Greatest flow of least cost through a network of whole-number capacities and costs that are not negative.
///
/// Primal-dual: shortest distances first, then as much as possible along shortest paths only (Dinic), until nothing more
/// reaches the sink.
struct MinimumCostFlow {
  private struct Edge {
    let to: Int
    var capacity: Int
    let cost: Int
  }

  private var edges: [Edge] = []
  private var leaving: [[Int]]
  private var potential: [Int]
  private static let far = Int.max / 4

  init(nodes: Int) {
    leaving = [[Int]](repeating: [], count: nodes)
    potential = [Int](repeating: 0, count: nodes)
  }

  /// Adds a node.
  mutating func node() -> Int {
    leaving.append([])
    potential.append(0)
    return leaving.count - 1
  }

  /// Adds an edge and answers its number.
  @discardableResult
  mutating func edge(_ from: Int, _ to: Int, capacity: Int, cost: Int = 0) -> Int {
    leaving[from].append(edges.count)
    edges.append(Edge(to: to, capacity: capacity, cost: cost))
    leaving[to].append(edges.count)
    edges.append(Edge(to: from, capacity: 0, cost: -cost))
    return edges.count - 2
  }

  /// What flows through the edge.
  func flow(_ edge: Int) -> Int { edges[edge ^ 1].capacity }

  /// The nodes that still can be reached from `source` when the flow is greatest: one side of a least cut.
  func reachable(from source: Int) -> Set<Int> {
    var seen: Set<Int> = [source]
    var queue = [source]
    while let node = queue.popLast() {
      for edge in leaving[node] where edges[edge].capacity > 0 && seen.insert(edges[edge].to).inserted {
        queue.append(edges[edge].to)
      }
    }
    return seen
  }

  /// Sends as much as possible from `source` to `sink`; answers how much.
  mutating func run(from source: Int, to sink: Int) -> Int {
    var total = 0
    while shorten(from: source, to: sink) {
      while true {
        let level = levels(from: source)
        guard level[sink] >= 0 else { break }
        var next = [Int](repeating: 0, count: leaving.count)
        while true {
          let sent = push(source, sink, Self.far, level, &next)
          if sent == 0 { break }
          total += sent
        }
      }
    }
    return total
  }

  /// Distances by reduced costs (Dijkstra), taken into the potentials. False when the sink is out of reach.
  private mutating func shorten(from source: Int, to sink: Int) -> Bool {
    var distance = [Int](repeating: Self.far, count: leaving.count)
    var heap = Heap()
    distance[source] = 0
    heap.push((0, source))
    while let (here, node) = heap.pop() {
      if here > distance[node] { continue }
      for number in leaving[node] where edges[number].capacity > 0 {
        let edge = edges[number]
        let there = here + edge.cost + potential[node] - potential[edge.to]
        if there < distance[edge.to] {
          distance[edge.to] = there
          heap.push((there, edge.to))
        }
      }
    }
    guard distance[sink] < Self.far else { return false }
    // What lies farther than the sink moves with it: reduced costs stay non-negative.
    for node in potential.indices { potential[node] += min(distance[node], distance[sink]) }
    return true
  }

  private func isShortest(_ from: Int, _ edge: Edge) -> Bool {
    edge.capacity > 0 && edge.cost + potential[from] - potential[edge.to] == 0
  }

  private func levels(from source: Int) -> [Int] {
    var level = [Int](repeating: -1, count: leaving.count)
    level[source] = 0
    var queue = [source]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for number in leaving[node] {
        let edge = edges[number]
        if level[edge.to] < 0, isShortest(node, edge) {
          level[edge.to] = level[node] + 1
          queue.append(edge.to)
        }
      }
    }
    return level
  }

  private mutating func push(_ node: Int, _ sink: Int, _ most: Int, _ level: [Int], _ next: inout [Int]) -> Int {
    if node == sink { return most }
    while next[node] < leaving[node].count {
      let number = leaving[node][next[node]]
      let edge = edges[number]
      if level[edge.to] == level[node] + 1, isShortest(node, edge) {
        let sent = push(edge.to, sink, min(most, edge.capacity), level, &next)
        if sent > 0 {
          edges[number].capacity -= sent
          edges[number ^ 1].capacity += sent
          return sent
        }
      }
      next[node] += 1
    }
    return 0
  }
}

/// A heap of distances with their nodes, the nearest first.
private struct Heap {
  private var items: [(Int, Int)] = []

  mutating func push(_ item: (Int, Int)) {
    items.append(item)
    var child = items.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if items[parent] <= items[child] { return }
      items.swapAt(parent, child)
      child = parent
    }
  }

  mutating func pop() -> (Int, Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return first }
    items[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [parent * 2 + 1, parent * 2 + 2] where child < items.count && items[child] < items[least] {
        least = child
      }
      if least == parent { return first }
      items.swapAt(parent, least)
      parent = least
    }
  }
}
