/// One JSON value as it stands in a file: numbers keep their text, objects keep the order of their members.
public enum JSONValue: Equatable, Sendable {
  /// The word `null`: unknown or unreadable, never zero.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number with the text of the file.
  case number(JSONNumber)
  /// A string after its escapes were read.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Members in the order of the file.
  case object(JSONObject)

  /// Whether both are the same value with the same spelling: strings and keys by bytes, members in the same order.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    default: false
    }
  }
}

extension JSONValue {
  /// Whether this is `null`.
  public var isNull: Bool { if case .null = self { true } else { false } }
  /// The truth value, if this is one.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The number, if this is one.
  public var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }
  /// The text, if this is a string.
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  /// The elements, if this is a list.
  public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
  /// The object, if this is one.
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }

  /// The member `key` of an object; nil for any other value and for a key that is not there.
  public subscript(_ key: String) -> JSONValue? { object?[key] }
}
