/// Finds fields by the dotted paths of `raw`, `unparsed` and `corrections`.
///
/// A list is entered by a year (`company.finance.2021`), by an id (`metrics.economic.m01`, without the word `rows`), or by
/// a place counted from 0 (`project.operators.0`).
public enum FieldPath {
  /// The value at `path`; nil when there is none.
  public static func value(at path: String, in json: JSONValue) -> JSONValue? {
    var value = json
    for part in parts(path) {
      guard let next = child(part, of: value) else { return nil }
      value = next
    }
    return value
  }

  /// Puts `new` at `path`. False when the way there does not exist; a last member is added to its object.
  static func set(_ new: JSONValue, at path: String, in json: inout JSONValue) -> Bool {
    set(new, parts(path)[...], in: &json)
  }

  /// Parts as bytes would be compared: an id is never equal to another spelling of it.
  private static func parts(_ path: String) -> [String] { path.split(separator: ".").map(String.init) }

  private static func set(_ new: JSONValue, _ parts: ArraySlice<String>, in json: inout JSONValue) -> Bool {
    guard let part = parts.first else {
      json = new
      return true
    }
    let rest = parts.dropFirst()
    switch json {
    case .object(var object):
      if object[part] == nil, case .array(var rows)? = object["rows"], let place = place(of: part, in: rows) {
        guard set(new, rest, in: &rows[place]) else { return false }
        object["rows"] = .array(rows)
      } else {
        var member = object[part] ?? .null
        guard rest.isEmpty || !member.isNull, set(new, rest, in: &member) else { return false }
        object[part] = member
      }
      json = .object(object)
      return true
    case .array(var list):
      if let place = place(of: part, in: list) {
        guard set(new, rest, in: &list[place]) else { return false }
      } else if let year = Int(part), (1900...2100).contains(year), !rest.isEmpty {
        // A year that the form left out.
        var added = JSONValue.object(JSONObject([("year", .number(JSONNumber(year)))]))
        guard set(new, rest, in: &added) else { return false }
        list.append(added)
      } else {
        return false
      }
      json = .array(list)
      return true
    default: return false
    }
  }

  private static func child(_ part: String, of value: JSONValue) -> JSONValue? {
    switch value {
    case .object(let object):
      if let member = object[part] { return member }
      guard case .array(let rows)? = object["rows"], let place = place(of: part, in: rows) else { return nil }
      return rows[place]
    case .array(let list): return place(of: part, in: list).map { list[$0] }
    default: return nil
    }
  }

  private static func place(of part: String, in list: [JSONValue]) -> Int? {
    if let named = list.firstIndex(where: { element in
      if let id = element["id"]?.string { return id.hasSameBytes(as: part) }
      if let year = element["year"]?.number { return year.text.hasSameBytes(as: part) }
      return false
    }) {
      return named
    }
    guard let place = Int(part), list.indices.contains(place), list[place]["year"] == nil, list[place]["id"] == nil
    else { return nil }
    return place
  }
}
