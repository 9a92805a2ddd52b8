/// One text for every JSON value that means the same: members sorted by their bytes, numbers in their shortest form.
public enum CanonicalJSON {
  /// SHA-256 of the canonical text, 64 hexadecimal digits.
  public static func digest(of value: JSONValue) -> String { Digest.sha256Hex(JSONWriter.compact(canonical(value))) }

  static func canonical(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .string: return value
    case .number(let number): return DecimalValue(number)?.json.map { .number($0) } ?? value
    case .array(let elements): return .array(elements.map(canonical))
    case .object(let object):
      let members = object.members.sorted { $0.key.precedesBytes(of: $1.key) }
      return .object(JSONObject(members.map { ($0.key, canonical($0.value)) }))
    }
  }
}
