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
    rows.withUnsafeBufferPointer { rows in
      let byId = RowSorting.sortedById(places, rows)
      switch key {
      case .id: return isAscending ? byId : byId.reversed()
      case .company: return RowSorting.sortedByName(byId, rows, .company, isAscending)
      case .project: return RowSorting.sortedByName(byId, rows, .project, isAscending)
      case .unit: return sortedByNumber(byId) { rows[$0].key.unit.map(Double.init) }
      case .investment: return sortedByNumber(byId) { rows[$0].key.investment }
      case .score: return sortedByNumber(byId) { rows[$0].ownScore.map(Double.init) }
      case .stage:
        let order = Dictionary(uniqueKeysWithValues: zip(Stage.allCases, 0...))
        return sortedByNumber(byId) { order[rows[$0].stage].map(Double.init) }
      }
    }
  }

  private func sortedByNumber(_ places: [Int], _ number: (Int) -> Double?) -> [Int] {
    var keyed: [(number: Double, rank: Int)] = []
    var without: [Int] = []
    for (rank, place) in places.enumerated() {
      if let number = number(place), !number.isNaN {
        keyed.append((isAscending ? number : -number, rank))
      } else {
        without.append(place)
      }
    }
    keyed.sort { ($0.number, $0.rank) < ($1.number, $1.rank) }
    return keyed.map { places[$0.rank] } + without
  }
}
