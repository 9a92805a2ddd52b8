/// A place where two versions of a record differ, with both values.
public struct RecordDifference: Equatable, Sendable {
  /// The members from the root, elements of lists by `id`, `criterion` or `year` where they have one: `items.G03.answer`.
  public let path: [String]
  /// The value in the first version; nil when it has none there.
  public let mine: JSONValue?
  /// The value in the second version; nil when it has none there.
  public let theirs: JSONValue?

  /// A difference.
  public init(path: [String], mine: JSONValue?, theirs: JSONValue?) {
    (self.path, self.mine, self.theirs) = (path, mine, theirs)
  }

  /// The path with dots.
  public var dotted: String { path.joined(separator: ".") }

  /// Every difference between two versions, in the order of the first, then what only the second has.
  ///
  /// Numbers are compared as numbers (`8.5` is `8.50`), a null and a missing member are the same, and the order of members
  /// does not count.
  public static func list(_ mine: JSONValue, _ theirs: JSONValue) -> [RecordDifference] {
    var found: [RecordDifference] = []
    compare(mine, theirs, at: [], into: &found)
    return found
  }

  private static func compare(
    _ mine: JSONValue?, _ theirs: JSONValue?, at path: [String], into found: inout [RecordDifference]
  ) {
    switch (mine ?? .null, theirs ?? .null) {
    case (.object(let a), .object(let b)):
      for member in a.members { compare(member.value, b[member.key], at: path + [member.key], into: &found) }
      for member in b.members where a[member.key] == nil {
        compare(nil, member.value, at: path + [member.key], into: &found)
      }
    case (.array(let a), .array(let b)):
      guard let left = keys(of: a), let right = keys(of: b) else {
        for index in 0..<max(a.count, b.count) {
          compare(
            a.indices.contains(index) ? a[index] : nil, b.indices.contains(index) ? b[index] : nil,
            at: path + [String(index)], into: &found)
        }
        return
      }
      for (index, key) in left.enumerated() {
        let match = right.firstIndex { $0.hasSameBytes(as: key) }
        compare(a[index], match.map { b[$0] }, at: path + [key], into: &found)
      }
      for (index, key) in right.enumerated() where !left.contains(where: { $0.hasSameBytes(as: key) }) {
        compare(nil, b[index], at: path + [key], into: &found)
      }
    case (.number(let a), .number(let b)) where a.isSameNumber(as: b): break
    case (let a, let b):
      if a != b { found.append(RecordDifference(path: path, mine: mine, theirs: theirs)) }
    }
  }

  /// The names of a list's elements; nil when one has none or two share one. An empty list has any names.
  private static func keys(of elements: [JSONValue]) -> [String]? {
    for name in ["id", "criterion", "year"] {
      let keys = elements.compactMap { $0[name]?.string ?? $0[name]?.number?.text }
      guard keys.count == elements.count else { continue }
      let members = keys.map { JSONObject.Member(key: $0, value: .null) }
      if DuplicateKeys.first(in: members) == nil { return keys }
    }
    return nil
  }
}
