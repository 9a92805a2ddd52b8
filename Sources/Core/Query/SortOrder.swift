/// An order of the list. Rows that are equal in it stand by id, and rows without a value last, whichever way it goes.
public struct SortOrder: Equatable, Sendable {
  /// What rows are ordered by.
  public enum Key: String, CaseIterable, Sendable {
    /// Application id.
    case id
    /// Unit, in the order of the programme.
    case unit
    /// 单位名称, by pinyin initials, then by code point.
    case company
    /// 项目名称, by pinyin initials, then by code point.
    case project
    /// Total investment.
    case investment
    /// The acting person's own total.
    case score
    /// Stage, in the order of the procedure.
    case stage
  }

  /// What rows are ordered by.
  public var key: Key
  /// Whether the lowest comes first.
  public var isAscending: Bool

  /// An order.
  public init(_ key: Key = .id, ascending: Bool = true) {
    self.key = key
    isAscending = ascending
  }

  /// The places of rows in this order.
  public func sorted(_ places: [Int], of rows: [QueryRow]) -> [Int] {
    switch key {
    case .id: return places.sorted { isAscending ? isBefore(rows[$0], rows[$1]) : isBefore(rows[$1], rows[$0]) }
    case .company, .project: return sortedByName(places, of: rows)
    case .unit: return sortedByNumber(places, of: rows) { $0.key.unit.map(Double.init) }
    case .investment: return sortedByNumber(places, of: rows) { $0.key.investment }
    case .score: return sortedByNumber(places, of: rows) { $0.ownScore.map(Double.init) }
    case .stage:
      let order = Dictionary(uniqueKeysWithValues: zip(Stage.allCases, 0...))
      return sortedByNumber(places, of: rows) { order[$0.stage].map(Double.init) }
    }
  }

  private func isBefore(_ left: QueryRow, _ right: QueryRow) -> Bool {
    left.summary.id.precedesBytes(of: right.summary.id)
  }

  private func sortedByNumber(_ places: [Int], of rows: [QueryRow], _ number: (QueryRow) -> Double?) -> [Int] {
    let keyed = places.map { (place: $0, number: number(rows[$0])) }
    return keyed.sorted { left, right in
      switch (left.number, right.number) {
      case (nil, nil): return isBefore(rows[left.place], rows[right.place])
      case (nil, _): return false
      case (_, nil): return true
      case (let a?, let b?):
        if a != b { return (a < b) == isAscending }
        return isBefore(rows[left.place], rows[right.place])
      }
    }.map(\.place)
  }

  private func sortedByName(_ places: [Int], of rows: [QueryRow]) -> [Int] {
    let part: SearchKey.Part = key == .company ? .company : .project
    let usual = PinyinCodes.shared.usual
    let keyed = places.map { place in
      (place: place, initials: rows[place].key.withInitials(part) { $0.map { usual[Int($0)] } })
    }
    func name(_ place: Int) -> String { key == .company ? rows[place].summary.company : rows[place].summary.project }
    return keyed.sorted { left, right in
      let hasLeft = !name(left.place).isEmpty
      if hasLeft != !name(right.place).isEmpty { return hasLeft }
      if left.initials != right.initials {
        return left.initials.lexicographicallyPrecedes(right.initials) == isAscending
      }
      if !name(left.place).hasSameBytes(as: name(right.place)) {
        return name(left.place).precedesBytes(of: name(right.place)) == isAscending
      }
      return isBefore(rows[left.place], rows[right.place])
    }.map(\.place)
  }
}
