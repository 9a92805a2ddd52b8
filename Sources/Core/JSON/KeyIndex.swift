/// Finds keys by their bytes, also among very many: in order of bytes, halving. Uses no hash table, so no file can make
/// it slow.
struct KeyIndex {
  private let keys: [String]
  /// Places of the keys in the order of their bytes; nil while there are too few to be worth it.
  private let order: [Int]?

  init(_ keys: [String]) {
    self.keys = keys
    order = keys.count <= 16 ? nil : keys.indices.sorted { keys[$0].precedesBytes(of: keys[$1]) }
  }

  init(_ object: JSONObject) { self.init(object.members.map(\.key)) }

  /// The place of `key`; nil when it is not there.
  func place(of key: String) -> Int? {
    guard let order else { return keys.firstIndex { $0.hasSameBytes(as: key) } }
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if keys[order[middle]].precedesBytes(of: key) { low = middle + 1 } else { high = middle }
    }
    return low < order.count && keys[order[low]].hasSameBytes(as: key) ? order[low] : nil
  }
}
