/// A JSON file as it was read: its bytes, what they hold, and the digest by which a later save knows them.
public struct Document: Equatable, Sendable {
  /// Where it stands.
  public let path: WorkspacePath
  /// The file's bytes.
  public let bytes: [UInt8]
  /// The value that they hold; always an object.
  public let value: JSONValue

  /// SHA-256 of the bytes.
  public var digest: String { Digest.sha256Hex(bytes) }

  /// Whether the file begins with a byte order mark, which is accepted and named.
  public var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// The line of the value at `path` of members and indexes.
  public func line(of path: [String]) -> Int? { JSONLocator.line(of: path, in: bytes) }

  /// Parses bytes that were read from `path`.
  init(path: WorkspacePath, bytes: [UInt8]) throws(FileProblem) {
    var limits = JSONLimits.standard
    limits.skipsByteOrderMark = true
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONParser.parse(bytes, limits: limits)
    } catch {
      let told = path.isSecret ? error.withoutText : error
      throw FileProblem(file: path.description, line: error.line, reason: .syntax(told))
    }
    guard case .object(let object) = value else {
      let error = FieldError(path: [], expected: .object, found: value)
      throw FileProblem(file: path.description, line: 1, reason: .field(error))
    }
    if let schema = object["schema"]?.string, Self.isNewer(schema) {
      let line = JSONLocator.line(of: ["schema"], in: bytes)
      throw FileProblem(file: path.description, line: line, reason: .newerSchema(schema))
    }
    self.path = path
    self.bytes = bytes
    self.value = value
  }

  /// Whether `reviewtui/<kind>/<n>` has an n above 1.
  private static func isNewer(_ schema: String) -> Bool {
    let parts = schema.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].elementsEqual("reviewtui".utf8), let digits = String(parts[2]) else {
      return false
    }
    return (JSONNumber(text: digits)?.int ?? 0) > 1
  }

  /// What the value holds as `Value`; a fault is given the line it stands on.
  public func reading<Value>(_ make: (JSONValue) throws(FieldError) -> Value) throws(FileProblem) -> Value {
    do throws(FieldError) {
      return try make(value)
    } catch {
      var error = error
      error.isSecret = path.isSecret
      throw FileProblem(file: path.description, line: line(of: error.path), reason: .field(error))
    }
  }
}
