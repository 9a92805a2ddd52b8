/// A new version of an application that the workspace holds: what the new record is and whether it takes the head.
struct ApplicationRevision {
  /// How it was decided which of two versions is the newer one.
  enum Basis: String, Equatable, Sendable {
    /// By 填报日期.
    case fillDate
    /// The dates are equal or one is missing: the one imported later counts.
    case importOrder
    /// A person said so.
    case named
  }

  /// The record as it is to be written.
  let json: JSONValue
  /// Whether it becomes the head; otherwise it is only kept in `history/`.
  let isNewer: Bool
  let basis: Basis
  let changes: [ApplicationChange]

  /// - Parameters:
  ///   - head: the record that stands there.
  ///   - number: the number of the new version.
  ///   - folder: where the new version's pictures go.
  ///   - isNamed: a person named the application that the form replaces.
  init(_ form: ImportedForm, of id: RecordID, head: Document, number: Int, folder: String, isNamed: Bool) {
    let old = head.value
    let unit = old["unit"]?.string ?? ""
    let fresh = form.json(id: id, unit: unit, folder: folder)
    let order = Self.order(old["cover"]?["fillDate"]?.string, fresh["cover"]?["fillDate"]?.string)
    basis = isNamed ? .named : order == nil || order == 0 ? .importOrder : .fillDate
    isNewer = isNamed || (order ?? 0) <= 0
    changes = ApplicationChange.between(old, fresh)
    json = isNewer ? Self.heading(fresh, over: head, number: number) : Self.filed(fresh, under: head, number: number)
  }

  /// Below 0 when `old` is the earlier date, 0 when they are equal as far as both are exact; nil when one is missing.
  private static func order(_ old: String?, _ new: String?) -> Int? {
    guard let old, let new, old.utf8.count >= 4, new.utf8.count >= 4 else { return nil }
    let length = min(old.utf8.count, new.utf8.count)
    let (a, b) = (String(old.prefix(length)), String(new.prefix(length)))
    return a == b ? 0 : a < b ? -1 : 1
  }

  /// The new head: the form's words, and everything of the old record that did not come out of a form.
  private static func heading(_ fresh: JSONValue, over head: Document, number: Int) -> JSONValue {
    guard case .object(var object) = fresh, case .object(let old) = head.value else { return fresh }
    object["source"] = source(
      fresh, number: number,
      with: (
        "previous", .object(JSONObject([("sha256", .string(head.digest)), ("file", old["source"]?["file"] ?? .null)]))
      ))
    // What people entered about the papers (times of receipt, intake) is not in the form and must not be lost with it.
    let ofForm = Set(ApplicationChange.members + ["schema", "id", "unit", "source", "raw", "unparsed", "corrections"])
    for member in old.members where !ofForm.contains(member.key) {
      if object[member.key].map(saysNothing) ?? true { object[member.key] = member.value }
    }
    object["corrections"] = .array(corrections(old["corrections"]?.array ?? [], over: .object(object)))
    return .object(object)
  }

  private static func saysNothing(_ value: JSONValue) -> Bool {
    switch value {
    case .null: true
    case .object(let object): object.members.allSatisfy { saysNothing($0.value) }
    case .array(let list): list.isEmpty
    default: false
    }
  }

  /// An older version: kept as it came, and it says which head it stands under.
  private static func filed(_ fresh: JSONValue, under head: Document, number: Int) -> JSONValue {
    guard case .object(var object) = fresh else { return fresh }
    object["source"] = source(
      fresh, number: number,
      with: (
        "olderThan",
        .object(JSONObject([("sha256", .string(head.digest)), ("file", head.value["source"]?["file"] ?? .null)]))
      ))
    return .object(object)
  }

  private static func source(_ fresh: JSONValue, number: Int, with member: (String, JSONValue)) -> JSONValue {
    var source = fresh["source"]?.object ?? JSONObject()
    source["revision"] = .number(JSONNumber(number))
    source["previous"] = nil
    source["olderThan"] = nil
    source[member.0] = member.1
    return .object(source)
  }

  /// The old corrections in their order; one whose field now says something else is kept, but no longer counts.
  private static func corrections(_ old: [JSONValue], over json: JSONValue) -> [JSONValue] {
    var present = json
    return old.map { element in
      guard case .object(var object) = element, let path = object["path"]?.string else { return element }
      let from = object["from"] ?? .null
      let to = object["to"] ?? .null
      let counts =
        object["stale"] != .bool(true) && (FieldPath.value(at: path, in: present) ?? .null) == from
        && (from == to || FieldPath.set(to, at: path, in: &present))
      object["stale"] = counts ? nil : .bool(true)
      return .object(object)
    }
  }
}
