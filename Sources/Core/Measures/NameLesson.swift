/// What a person taught about the names of metrics: that two wordings mean one metric, or do not.
public struct NameLesson: Equatable, Sendable {
  /// What was taught.
  public enum Kind: String, Sendable {
    /// ``NameLesson/a`` and ``NameLesson/b`` are one metric.
    case join
    /// They are two, however alike they look.
    case split
    /// ``NameLesson/a`` is to be shown as ``NameLesson/b``.
    case rename
    /// What was taught last about these two is taken back.
    case undo
  }

  /// What was taught.
  public let kind: Kind
  /// A metric's wording.
  public let a: String
  /// Another wording.
  public let b: String
  /// The canonical key of the two, if one of them has one.
  public let canonical: String?
  /// When (ISO 8601 with zone).
  public let at: String
  /// Id of the person.
  public let by: String
  /// Why, in the person's words.
  public let note: String?

  /// A lesson.
  public init(
    _ kind: Kind, _ a: String, _ b: String, canonical: String? = nil, at: String, by: String, note: String? = nil
  ) {
    self.kind = kind
    self.a = a
    self.b = b
    self.canonical = canonical
    self.at = at
    self.by = by
    self.note = note
  }

  init(_ reader: FieldReader) throws(FieldError) {
    let word = try reader.requiredText("kind")
    guard let kind = Kind(rawValue: word) else {
      let words: [Kind] = [.join, .split, .rename, .undo]
      throw FieldError(path: reader.path + ["kind"], expected: .oneOf(words.map(\.rawValue)), found: .string(word))
    }
    self.kind = kind
    a = try reader.requiredText("a")
    b = try reader.requiredText("b")
    canonical = try reader.text("canonical")
    at = try reader.requiredText("at")
    by = try reader.identifier("by")
    note = try reader.text("note")
  }

  /// The element of `lessons` in a names file.
  public var json: JSONValue {
    var object = JSONObject([("kind", .string(kind.rawValue)), ("a", .string(a)), ("b", .string(b))])
    if let canonical { object["canonical"] = .string(canonical) }
    object["at"] = .string(at)
    object["by"] = .string(by)
    if let note { object["note"] = .string(note) }
    return .object(object)
  }

  /// The same for both orders of the two wordings.
  var pair: NameLessons.Pair { NameLessons.Pair(a, b) }
}
