/// Sorting rows by texts: sixteen bytes of each as two numbers decide nearly always, the texts themselves the rest.
enum RowSorting {
  private struct Entry {
    var high: UInt64
    var low: UInt64
    /// Place among the places sorted, for going back and for rows that are equal.
    var rank: Int
  }

  /// Sixteen bytes from `start` as numbers in their order, with zeros behind the end.
  @inline(__always)
  private static func leading(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ order: (UInt8) -> UInt8 = { $0 }
  ) -> (high: UInt64, low: UInt64) {
    var numbers: (high: UInt64, low: UInt64) = (0, 0)
    for offset in 0..<8 {
      let place = start + offset
      numbers.high = numbers.high << 8 | (place < bytes.count ? UInt64(order(bytes[place])) : 0)
      numbers.low = numbers.low << 8 | (place + 8 < bytes.count ? UInt64(order(bytes[place + 8])) : 0)
    }
    return numbers
  }

  /// The places by the bytes of their ids; at once when they are in that order already, as they mostly are.
  static func sortedById(_ places: [Int], _ rows: UnsafeBufferPointer<QueryRow>) -> [Int] {
    guard let first = places.first else { return [] }
    var isSorted = true
    var common = rows[first].summary.id.utf8.count
    for (before, place) in zip(places, places.dropFirst()) {
      let (left, right) = (rows[before].summary.id, rows[place].summary.id)
      common = min(
        common,
        Folding.withBytes(of: left) { left in
          Folding.withBytes(of: right) { right in sharedPrefix(left, right, atMost: common) }
        })
      if isSorted, right.precedesBytes(of: left) { isSorted = false }
    }
    if isSorted { return places }
    var entries = places.enumerated().map { rank, place in
      let numbers = Folding.withBytes(of: rows[place].summary.id) { leading($0, from: common) }
      return Entry(high: numbers.high, low: numbers.low, rank: rank)
    }
    entries.sort { left, right in
      if left.high != right.high { return left.high < right.high }
      if left.low != right.low { return left.low < right.low }
      let (one, other) = (rows[places[left.rank]].summary.id, rows[places[right.rank]].summary.id)
      if !one.hasSameBytes(as: other) { return one.precedesBytes(of: other) }
      return left.rank < right.rank
    }
    return entries.map { places[$0.rank] }
  }

  private static func sharedPrefix(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, atMost limit: Int
  ) -> Int {
    var length = 0
    while length < limit, length < left.count, length < right.count, left[length] == right[length] { length += 1 }
    return length
  }

  /// The places, which are in the order of ids, by initials and then by the bytes of a name; empty names last.
  static func sortedByName(
    _ places: [Int], _ rows: UnsafeBufferPointer<QueryRow>, _ part: SearchKey.Part, _ isAscending: Bool
  ) -> [Int] {
    func name(_ place: Int) -> String { part == .company ? rows[place].summary.company : rows[place].summary.project }
    let usual = PinyinCodes.shared.usual
    return usual.withUnsafeBufferPointer { usual in
      var entries: [Entry] = []
      var without: [Int] = []
      for (rank, place) in places.enumerated() {
        if name(place).isEmpty {
          without.append(place)
        } else {
          let numbers = rows[place].key.withInitials(part) { leading($0, from: 0) { usual[Int($0)] } }
          entries.append(Entry(high: numbers.high, low: numbers.low, rank: rank))
        }
      }
      entries.sort { left, right in
        if left.high != right.high { return (left.high < right.high) == isAscending }
        if left.low != right.low { return (left.low < right.low) == isAscending }
        let (one, other) = (places[left.rank], places[right.rank])
        let order = rows[one].key.withInitials(part) { one in
          rows[other].key.withInitials(part) { other in compare(one, other) { usual[Int($0)] } }
        }
        if order != 0 { return (order < 0) == isAscending }
        let (oneName, otherName) = (name(one), name(other))
        if !oneName.hasSameBytes(as: otherName) { return oneName.precedesBytes(of: otherName) == isAscending }
        return left.rank < right.rank
      }
      return entries.map { places[$0.rank] } + without
    }
  }

  /// -1, 0 or 1 as the first bytes stand before, equal or after the others by what `order` makes of them.
  @inline(__always)
  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, _ order: (UInt8) -> UInt8
  ) -> Int {
    for place in 0..<min(left.count, right.count) {
      let (one, other) = (order(left[place]), order(right[place]))
      if one != other { return one < other ? -1 : 1 }
    }
    return left.count == right.count ? 0 : left.count < right.count ? -1 : 1
  }
}
