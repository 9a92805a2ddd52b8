/// What differs between two versions of an application, field by field, as both were received.
public struct ApplicationChange: Equatable, Sendable {
  /// The field, dotted as in `corrections`: `company.finance.2021.profit`, `sections.5`, `photos`.
  public let path: String
  /// The value before; null when there was none.
  public let old: JSONValue
  /// The value now.
  public let new: JSONValue

  /// The differences from `old` to `new`, in the order of the form. What is derived from the words (metric rows) or
  /// names files of this workspace is left out: the words and the digests say it.
  static func between(_ old: JSONValue, _ new: JSONValue) -> [ApplicationChange] {
    let before = leaves(of: old)
    let after = leaves(of: new)
    var changes: [ApplicationChange] = []
    for (path, value) in after.order.map({ ($0, after.values[$0] ?? .null) }) {
      let held = before.values[path] ?? .null
      if !isSame(held, value) { changes.append(ApplicationChange(path: path, old: held, new: value)) }
    }
    for path in before.order where after.values[path] == nil {
      let held = before.values[path] ?? .null
      if !isSame(held, .null) { changes.append(ApplicationChange(path: path, old: held, new: .null)) }
    }
    return changes
  }

  /// The members that come out of the form.
  static let members = [
    "cover", "company", "project", "metrics", "commitment", "countyOpinion", "sections", "investment", "photos",
    "attachments", "extra",
  ]

  private struct Leaves {
    var order: [String] = []
    var values: [String: JSONValue] = [:]

    mutating func add(_ path: String, _ value: JSONValue) {
      guard values[path] == nil else { return }
      order.append(path)
      values[path] = value
    }
  }

  private static func leaves(of json: JSONValue) -> Leaves {
    var leaves = Leaves()
    for member in members {
      guard let value = json[member] else { continue }
      collect(value, member, 0, into: &leaves)
    }
    return leaves
  }

  private static func collect(_ value: JSONValue, _ path: String, _ depth: Int, into leaves: inout Leaves) {
    switch value {
    case .object(let object) where depth < 5:
      for member in object.members where !(depth == 1 && path.hasPrefix("metrics.") && member.key == "rows") {
        collect(member.value, path + "." + member.key, depth + 1, into: &leaves)
      }
    case .array(let list) where path == "photos" || path == "attachments":
      // Where the pictures stand changes with every version; what they are does not.
      let digests = list.map { $0["sha256"]?.string.map { .string($0) } ?? $0["name"] ?? JSONValue.null }
      leaves.add(path, .array(digests))
    case .array(let list) where path == "company.finance":
      for element in list {
        guard let year = element["year"]?.number, case .object(let object) = element else { continue }
        for member in object.members where member.key != "year" {
          leaves.add(path + "." + year.text + "." + member.key, member.value)
        }
      }
    case .array(let list) where path == "project.operators":
      for (index, element) in list.enumerated() { collect(element, path + ".\(index)", depth + 1, into: &leaves) }
    default: leaves.add(path, value)
    }
  }

  /// Null, an empty text and an empty list all say nothing.
  private static func isSame(_ a: JSONValue, _ b: JSONValue) -> Bool {
    func isNothing(_ value: JSONValue) -> Bool {
      switch value {
      case .null: true
      case .string(let text): text.isEmpty
      case .array(let list): list.isEmpty
      default: false
      }
    }
    return a == b || (isNothing(a) && isNothing(b))
  }
}
