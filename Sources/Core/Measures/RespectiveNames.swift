/// 分别: 收入、利润和税收分别增长12%、18%和9%, or the same said of the metrics just before.
struct RespectiveNames {
  private struct Group {
    let first: Int
    /// The first of its quantities, beside which the verb stands.
    let lead: Quantity
    let count: Int
    /// The names in front of 分别; empty where the metrics stated just before are meant.
    let names: [String]
  }

  private let groups: [Group]

  init(_ characters: [Character], _ quantities: [Quantity]) {
    var groups: [Group] = []
    for (index, quantity) in quantities.enumerated() where groups.last.map({ index >= $0.first + $0.count }) ?? true {
      var start = quantity.start
      while start > 0, quantity.start - start < 60, !"，,。；;\n：:".contains(characters[start - 1]) { start -= 1 }
      let before = String(characters[start..<quantity.start])
      guard let mark = before.ranges(of: "分别").last else { continue }
      var count = 1
      while index + count < quantities.count, count < 8 {
        let gap = characters[quantities[index + count - 1].end..<quantities[index + count].start]
        guard gap.count == 1, gap.allSatisfy({ "、和及，,与".contains($0) }) else { break }
        count += 1
      }
      let parts = before[..<mark.lowerBound].split { "、和及与".contains($0) }.map { MetricNaming.subject(of: String($0)) }
      let names = parts.filter { !$0.isEmpty }
      groups.append(
        Group(first: index, lead: quantity, count: count, names: names.count == count && count > 1 ? names : []))
    }
    self.groups = groups
  }

  /// The quantity with the verb of its group, and the name that it has by its place in the group.
  func resolve(
    _ index: Int, _ quantity: Quantity, rows: [Metric]
  ) -> (Quantity, String?) {
    guard let group = groups.last(where: { $0.first <= index && index < $0.first + $0.count }) else {
      return (quantity, nil)
    }
    let offset = index - group.first
    var name: String?
    if !group.names.isEmpty {
      name = group.names[offset]
    } else if group.count > 1, rows.count >= group.count {
      // The rows of this group that were added already stand behind those that it speaks of.
      let place = rows.count - group.count
      if rows.indices.contains(place) { name = rows[place].name }
    }
    guard let name else { return (quantity, nil) }
    let changed = quantity.with(change: group.lead.change, isDifference: group.lead.isDifference)
    guard changed.isDifference, ["%", "个百分点", "百分点"].contains(changed.amount.unit) else { return (changed, name) }
    return (changed, name + (changed.change == .down ? "降幅" : "增幅"))
  }
}
