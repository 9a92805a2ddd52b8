/// What an application is ranked by: the published score, then means of groups of criteria. Never name or number.
struct RankKey: Equatable {
  /// Published score, in hundredths.
  let score: Int
  /// Sum of each tie-breaking group over all sheets, in tenths.
  let groups: [Int]
  /// Number of sheets, by which the sums are divided.
  let count: Int

  /// Which comes first, and by what: nil where both are level; otherwise place 0 is the score, 1 the first group…
  func difference(from other: RankKey) -> (comesFirst: Bool, place: Int)? {
    if score != other.score { return (score > other.score, 0) }
    for (place, pair) in zip(groups, other.groups).enumerated() {
      // a/n against b/m without dividing.
      let (mine, theirs) = (pair.0 * other.count, pair.1 * count)
      if mine != theirs { return (mine > theirs, place + 1) }
    }
    return nil
  }
}

/// Ranks with ties that stay: 1, 2, 2, 4.
enum RankOrder {
  /// The rank of each key, in their order.
  static func ranks(_ keys: [RankKey]) -> [Int] {
    let order = keys.indices.sorted { left, right in
      keys[left].difference(from: keys[right])?.comesFirst ?? (left < right)
    }
    var ranks = [Int](repeating: 0, count: keys.count)
    for (place, index) in order.enumerated() {
      let isLevel = place > 0 && keys[order[place - 1]].difference(from: keys[index]) == nil
      ranks[index] = isLevel ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }
}
