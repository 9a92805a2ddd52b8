/// What an applicant was told to put right (补正通知). One notice says everything (一次性告知); a second one has a reason.
public struct SupplementNotice: Equatable, Sendable {
  /// Counts the notices of an application from 1.
  public let number: Int
  /// Person id of the supervisor.
  public let by: String
  /// When (ISO 8601 with zone).
  public let at: String
  /// Last day for the answer.
  public let due: String
  /// Working days until then; the day of the notice does not count.
  public let workingDays: Int
  /// Whether all holidays between are known.
  public let isExact: Bool
  /// Why there is a second notice; empty for the first.
  public let reason: String
  /// SHA-256 of the application's file when it was sent.
  public let digest: String?
  /// What is to be put right.
  public var items: [Item]

  /// One thing to put right.
  public struct Item: Equatable, Sendable {
    /// `1-1` for the first of the first notice.
    public let id: String
    /// The rule; nil for what a person found.
    public let rule: String?
    /// The field of the finding; empty for what a person found.
    public let path: String
    /// The notice's own words that it rests on; empty when there are none.
    public let clause: String
    /// What the applicant was told.
    public let text: String
    /// How it was closed by hand; nil while it is open or answered by a new revision.
    public var closed: Closing?
  }

  /// An item that a supervisor closed by hand.
  public struct Closing: Equatable, Sendable {
    /// Person id of the supervisor.
    public let by: String
    /// When (ISO 8601 with zone).
    public let at: String
    /// Why.
    public let reason: String
  }

  /// Where an item stands.
  public enum Standing: String, CaseIterable, Sendable {
    /// Not answered.
    case open
    /// The application was changed since; a person must see whether that answers it.
    case changed
    /// The rule no longer finds it in the files.
    case answered
    /// Closed by hand.
    case closed
    /// A later notice asks for everything that is open.
    case renewed

    /// Whether it still has to be dealt with.
    public var isOpen: Bool { self == .open || self == .changed }
  }

  /// Where `item` stands with the present findings and file of the application.
  public func standing(of item: Item, _ findings: [Finding], digest: String?) -> Standing {
    if item.closed != nil { return .closed }
    if let rule = item.rule, !findings.contains(where: { $0.isAt(rule, item.path) }) { return .answered }
    guard let digest, let sent = self.digest else { return .open }
    return digest.hasSameBytes(as: sent) ? .open : .changed
  }

  init(
    number: Int, by: String, at: String, due: WorkingCalendar.Due, workingDays: Int, reason: String, digest: String?,
    items: [Item]
  ) {
    (self.number, self.by, self.at, self.due, self.workingDays) = (number, by, at, due.day, workingDays)
    (isExact, self.reason, self.digest, self.items) = (due.isExact, reason, digest, items)
  }

  init(_ reader: FieldReader) throws(FieldError) {
    number = try reader.integer("number") ?? 0
    by = try reader.identifier("by")
    at = try reader.requiredText("at")
    due = try reader.requiredText("due")
    workingDays = try reader.integer("workingDays") ?? 0
    isExact = try reader.truth("exact") ?? false
    reason = try reader.text("reason") ?? ""
    digest = try reader.text("digest")
    items = try reader.objects("items") { (entry) throws(FieldError) in
      var item = Item(
        id: try entry.requiredText("id"), rule: try entry.text("rule"), path: try entry.text("path") ?? "",
        clause: try entry.text("clause") ?? "", text: try entry.requiredText("text"), closed: nil)
      if entry.value("closed") != nil {
        let closed = try entry.object("closed")
        item.closed = Closing(
          by: try closed.identifier("by"), at: try closed.requiredText("at"), reason: try closed.text("reason") ?? "")
      }
      return item
    }
  }

  var json: JSONValue {
    let items = items.map { item -> JSONValue in
      var object = JSONObject([
        ("id", .string(item.id)), ("rule", item.rule.map { .string($0) } ?? .null), ("path", .string(item.path)),
        ("clause", .string(item.clause)), ("text", .string(item.text)),
      ])
      if let closed = item.closed {
        object["closed"] = .object(
          JSONObject([("by", .string(closed.by)), ("at", .string(closed.at)), ("reason", .string(closed.reason))]))
      }
      return .object(object)
    }
    return .object(
      JSONObject([
        ("number", .number(JSONNumber(number))), ("by", .string(by)), ("at", .string(at)), ("due", .string(due)),
        ("workingDays", .number(JSONNumber(workingDays))), ("exact", .bool(isExact)), ("reason", .string(reason)),
        ("digest", digest.map { .string($0) } ?? .null), ("items", .array(items)),
      ]))
  }
}

extension Finding {
  /// Whether it is the finding of `rule` at `path`.
  func isAt(_ rule: String, _ path: String) -> Bool {
    self.rule.hasSameBytes(as: rule) && self.path.hasSameBytes(as: path)
  }
}
