/// What a field of a workspace file had to be and was not: a fact, put into words by the caller.
public struct FieldError: Error, Equatable, Sendable {
  /// What was expected at the path.
  public enum Expected: Equatable, Sendable {
    case text, number, integer, list, object, truth
    /// An identifier of the form `[a-z0-9][a-z0-9-]{0,63}`.
    case identifier
    /// One of these words.
    case oneOf([String])
    /// A score: a number between 0 and the maximum (in tenths) in steps (in tenths).
    case score(maximum: Int, step: Int)
    /// The schema identifier of the kind of file.
    case schema(String)
  }

  /// Members and indexes from the root of the file to the field.
  public let path: [String]
  /// What the field should hold.
  public let expected: Expected
  /// What was found, cut short: a text at 80 characters, a list or an object without what is in it. Nil when the field is missing.
  public let found: JSONValue?

  /// A fact about one field.
  public init(path: [String], expected: Expected, found: JSONValue?) {
    self.path = path
    self.expected = expected
    self.found = found.map { value in
      switch value {
      case .string(let text):
        .string(String(String.UnicodeScalarView(text.unicodeScalars.prefix(80))))
      case .array: .array([])
      case .object: .object(JSONObject())
      case .null, .bool, .number: value
      }
    }
  }
}

extension JSONValue {
  /// The name of this value's JSON kind, for messages.
  public var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "true/false"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}

/// Reads the members of one JSON object with the path of each kept for errors.
///
/// A member that is missing or null reads as nil; one of the wrong kind throws, so that no value is ever guessed.
struct FieldReader {
  let object: JSONObject
  let path: [String]

  init(_ value: JSONValue, path: [String] = []) throws(FieldError) {
    guard case .object(let object) = value else {
      throw FieldError(path: path, expected: .object, found: value)
    }
    self.object = object
    self.path = path
  }

  private init(empty path: [String]) {
    self.object = JSONObject()
    self.path = path
  }

  func value(_ key: String) -> JSONValue? {
    guard let value = object[key], value != .null else { return nil }
    return value
  }

  private func wrong(_ key: String, _ expected: FieldError.Expected, _ value: JSONValue?) -> FieldError {
    FieldError(path: path + [key], expected: expected, found: value)
  }

  func text(_ key: String) throws(FieldError) -> String? {
    guard let value = value(key) else { return nil }
    guard case .string(let text) = value else { throw wrong(key, .text, value) }
    return text
  }

  func requiredText(_ key: String) throws(FieldError) -> String {
    guard let text = try text(key) else { throw wrong(key, .text, value(key)) }
    return text
  }

  func identifier(_ key: String) throws(FieldError) -> String {
    let text = try requiredText(key)
    guard RecordName.isValid(text) else { throw wrong(key, .identifier, .string(text)) }
    return text
  }

  func number(_ key: String) throws(FieldError) -> JSONNumber? {
    guard let value = value(key) else { return nil }
    guard case .number(let number) = value else { throw wrong(key, .number, value) }
    return number
  }

  func integer(_ key: String) throws(FieldError) -> Int? {
    guard let value = value(key) else { return nil }
    guard case .number(let number) = value, let int = number.int else { throw wrong(key, .integer, value) }
    return int
  }

  func truth(_ key: String) throws(FieldError) -> Bool? {
    guard let value = value(key) else { return nil }
    guard case .bool(let truth) = value else { throw wrong(key, .truth, value) }
    return truth
  }

  /// The object under `key`; a missing one reads as an object with no members.
  func object(_ key: String) throws(FieldError) -> FieldReader {
    guard let value = value(key) else { return FieldReader(empty: path + [key]) }
    return try FieldReader(value, path: path + [key])
  }

  func list<Element>(
    _ key: String, _ element: (JSONValue, [String]) throws(FieldError) -> Element
  ) throws(FieldError) -> [Element] {
    guard let value = value(key) else { return [] }
    guard case .array(let items) = value else { throw wrong(key, .list, value) }
    var result: [Element] = []
    result.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      result.append(try element(item, path + [key, String(index)]))
    }
    return result
  }

  func objects<Element>(
    _ key: String, _ element: (FieldReader) throws(FieldError) -> Element
  ) throws(FieldError) -> [Element] {
    try list(key) { (value, path) throws(FieldError) in try element(FieldReader(value, path: path)) }
  }

  func texts(_ key: String) throws(FieldError) -> [String] {
    try list(key) { (value, path) throws(FieldError) in
      guard case .string(let text) = value else {
        throw FieldError(path: path, expected: .text, found: value)
      }
      return text
    }
  }

  func requireSchema(_ kind: SchemaKind) throws(FieldError) {
    let text = try requiredText("schema")
    guard text.utf8.elementsEqual(kind.identifier.utf8) else {
      throw wrong("schema", .schema(kind.identifier), .string(text))
    }
  }
}

/// The check that every identifier passes before it becomes a path.
public enum RecordName {
  /// Whether `text` is `[a-z0-9][a-z0-9-]{0,63}`.
  public static func isValid(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 64, first != UInt8(ascii: "-") else { return false }
    return bytes.allSatisfy { byte in
      (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
        || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || byte == UInt8(ascii: "-")
    }
  }
}
