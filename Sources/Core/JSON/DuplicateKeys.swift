/// Finds a key that stands twice in one object. Compares bytes; uses no hash table, so no file can make it slow.
enum DuplicateKeys {
  /// The index of the later of two members with the same key; nil when all keys differ.
  static func first(in members: [JSONObject.Member]) -> Int? {
    if members.count <= 24 {
      for later in members.indices.dropFirst() {
        for earlier in 0..<later where members[earlier].key.hasSameBytes(as: members[later].key) { return later }
      }
      return nil
    }
    let order = members.indices.sorted { left, right in
      if members[left].key.precedesBytes(of: members[right].key) { return true }
      if members[right].key.precedesBytes(of: members[left].key) { return false }
      return left < right
    }
    var found: Int?
    for place in order.indices.dropFirst()
    where members[order[place - 1]].key.hasSameBytes(as: members[order[place]].key) {
      found = min(found ?? order[place], order[place])
    }
    return found
  }
}
