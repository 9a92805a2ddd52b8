/// What was done to a score sheet at once, and what takes it back.
public struct ReviewStep: KeptStep {
  /// The edits that were made.
  public let forth: [ReviewEdit]
  /// The edits that bring back what stood there.
  public let back: [ReviewEdit]

  /// A step.
  public init(forth: [ReviewEdit], back: [ReviewEdit]) {
    self.forth = forth
    self.back = back
  }

  /// The step as it is kept.
  public var json: JSONValue {
    .object(JSONObject([("forth", .array(forth.map(\.kept))), ("back", .array(back.map(\.kept)))]))
  }

  /// The step that was kept; nil when it holds an edit that is not known here.
  public init?(json: JSONValue) {
    let forth = (json["forth"]?.array ?? []).map(ReviewEdit.init(kept:))
    let back = (json["back"]?.array ?? []).map(ReviewEdit.init(kept:))
    guard !back.isEmpty, forth.count == back.count, !forth.contains(nil), !back.contains(nil) else { return nil }
    self.init(forth: forth.compactMap(\.self), back: back.compactMap(\.self))
  }
}

extension Review {
  /// Puts in what a step changes; what belongs to the file (revision, digests, state) stays.
  public mutating func put(_ edits: [ReviewEdit]) {
    for edit in edits {
      switch edit {
      case .score(let id, let tenths): change(id) { $0.score = tenths }
      case .comment(let id, let text): change(id) { $0.comment = text }
      case .opinion(let text): opinion = text
      case .recommendation(let advice): recommendation = advice
      default: break
      }
    }
  }

  private mutating func change(_ id: String, _ change: (inout Entry) -> Void) {
    guard let index = entries.firstIndex(where: { $0.criterion.hasSameBytes(as: id) }) else { return }
    change(&entries[index])
  }
}

extension ReviewEdit {
  /// The edit as it is kept; null for one that is not taken back by a key.
  fileprivate var kept: JSONValue {
    switch self {
    case .score(let id, let tenths):
      .object(
        JSONObject([("score", .string(id)), ("tenths", tenths.map { .number(JSONNumber($0)) } ?? .null)]))
    case .comment(let id, let text): .object(JSONObject([("comment", .string(id)), ("text", .string(text))]))
    case .opinion(let text): .object(JSONObject([("opinion", .string(text))]))
    case .recommendation(let advice):
      .object(JSONObject([("recommendation", advice.map { .string($0.rawValue) } ?? .null)]))
    default: .null
    }
  }

  fileprivate init?(kept: JSONValue) {
    if let id = kept["score"]?.string {
      self = .score(criterion: id, tenths: kept["tenths"]?.number?.int)
    } else if let id = kept["comment"]?.string, let text = kept["text"]?.string {
      self = .comment(criterion: id, text)
    } else if let text = kept["opinion"]?.string {
      self = .opinion(text)
    } else if let advice = kept["recommendation"] {
      self = .recommendation(advice.string.flatMap(Review.Recommendation.init(rawValue:)))
    } else {
      return nil
    }
  }
}
