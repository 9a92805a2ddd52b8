/// Sorting rows by texts: sixteen bytes of each as two numbers decide nearly always, the texts themselves the rest.
enum RowSorting {
  private struct Entry {
    var high: UInt64
    var low: UInt64
    /// Place among the places sorted, for going back and for rows that are equal.
    var rank: Int
  }

  /// Sixteen bytes from `start` as numbers in their order, with zeros behind the end.
  private static func leading(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (high: UInt64, low: UInt64) {
    var numbers: (high: UInt64, low: UInt64) = (0, 0)
    for offset in 0..<8 {
      let place = start + offset
      numbers.high = numbers.high << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
      numbers.low = numbers.low << 8 | (place + 8 < bytes.count ? UInt64(bytes[place + 8]) : 0)
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
    _ places: [Int], _ rows: UnsafeBufferPointer<QueryRow>, _ name: KeyPath<QueryRow, String>, _ part: SearchKey.Part,
    _ isAscending: Bool
  ) -> [Int] {
    let usual = PinyinCodes.shared.usual
    func initials(_ place: Int) -> [UInt8] { rows[place].key.withInitials(part) { $0.map { usual[Int($0)] } } }
    var entries: [Entry] = []
    var without: [Int] = []
    for (rank, place) in places.enumerated() {
      if rows[place][keyPath: name].isEmpty {
        without.append(place)
      } else {
        let numbers = initials(place).withUnsafeBufferPointer { leading($0, from: 0) }
        entries.append(Entry(high: numbers.high, low: numbers.low, rank: rank))
      }
    }
    entries.sort { left, right in
      if left.high != right.high { return (left.high < right.high) == isAscending }
      if left.low != right.low { return (left.low < right.low) == isAscending }
      let (one, other) = (places[left.rank], places[right.rank])
      if left.low & 0xFF != 0 {
        let (oneInitials, otherInitials) = (initials(one), initials(other))
        if oneInitials != otherInitials { return oneInitials.lexicographicallyPrecedes(otherInitials) == isAscending }
      }
      let (oneName, otherName) = (rows[one][keyPath: name], rows[other][keyPath: name])
      if !oneName.hasSameBytes(as: otherName) { return oneName.precedesBytes(of: otherName) == isAscending }
      return left.rank < right.rank
    }
    return entries.map { places[$0.rank] } + without
  }
}
