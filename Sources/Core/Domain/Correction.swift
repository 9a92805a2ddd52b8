/// A correction of one field of an application (更正), kept beside what was received; the received value is never changed.
///
/// One whose new value is the old one confirms what was read (核对无误).
public struct Correction: Equatable, Sendable {
  /// The field, dotted: `company.finance.2021.profit`, `metrics.economic.m01.value`.
  public let path: String
  /// The value that stood there.
  public let from: JSONValue
  /// The value that counts from now on.
  public let to: JSONValue
  /// Id of the person.
  public let by: String
  /// When (ISO 8601 with zone).
  public let at: String?
  /// Why, in the person's words.
  public let reason: String?
  /// It belongs to an earlier version of the form, where the field said something else; it no longer counts.
  public let isStale: Bool

  /// A correction.
  public init(
    path: String, from: JSONValue, to: JSONValue, by: String, at: String?, reason: String?, isStale: Bool = false
  ) {
    self.path = path
    self.from = from
    self.to = to
    self.by = by
    self.at = at
    self.reason = reason
    self.isStale = isStale
  }

  /// Whether it only says that the field was read well.
  public var isConfirmation: Bool { from == to }

  init(_ reader: FieldReader) throws(FieldError) {
    path = try reader.requiredText("path")
    from = reader.object["from"] ?? .null
    to = reader.object["to"] ?? .null
    by = try reader.requiredText("by")
    at = try reader.text("at")
    reason = try reader.text("reason")
    isStale = try reader.truth("stale") ?? false
  }

  /// The element of `corrections` in an application file.
  public var json: JSONValue {
    var object = JSONObject([
      ("path", .string(path)), ("from", from), ("to", to), ("by", .string(by)), ("at", at.map { .string($0) } ?? .null),
    ])
    if let reason { object["reason"] = .string(reason) }
    if isStale { object["stale"] = .bool(true) }
    return .object(object)
  }
}

extension Correction {
  /// An application's object with its corrections applied in their order, and for each whether it could be.
  ///
  /// One counts only where the field still says what it was corrected from, so none is ever laid over a value that
  /// nobody saw.
  static func applying(_ corrections: [Correction], to json: JSONValue) -> (json: JSONValue, applied: [Bool]) {
    var json = json
    var applied: [Bool] = []
    for correction in corrections {
      guard !correction.isStale, (FieldPath.value(at: correction.path, in: json) ?? .null) == correction.from else {
        applied.append(false)
        continue
      }
      applied.append(correction.isConfirmation || FieldPath.set(correction.to, at: correction.path, in: &json))
    }
    return (json, applied)
  }
}
