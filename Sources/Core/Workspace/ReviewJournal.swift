/// The journal line of a saved score sheet: what changed, from what to what.
enum ReviewJournal {
  static func entry(
    from old: ReviewStore.Sheet, to new: Review, file: WorkspacePath, digest: String, at now: String
  ) -> JournalEntry {
    JournalEntry(
      at: now, person: new.reviewer, role: PersonRole.reviewer.rawValue,
      act: new.state == .submitted ? "submit" : old.review.declaration != new.declaration ? "declare" : "score",
      file: file.description, revision: new.revision,
      before: old.digest, after: digest, detail: changes(from: old.review, to: new))
  }

  /// Scores with both values; of texts only that they changed, because they stand in the file.
  private static func changes(from old: Review, to new: Review) -> JSONObject {
    var scores = JSONObject()
    var texts: [JSONValue] = []
    for entry in new.entries {
      let before = old.entries.first { $0.criterion.hasSameBytes(as: entry.criterion) }
      if before?.score != entry.score {
        scores[entry.criterion] = .object(JSONObject([("from", value(before?.score)), ("to", value(entry.score))]))
      }
      if before?.comment.hasSameBytes(as: entry.comment) != true, before != nil || !entry.comment.isEmpty {
        texts.append(.string(entry.criterion))
      }
    }
    let confirmed = new.entries.filter { entry in
      let before = old.entries.first { $0.criterion.hasSameBytes(as: entry.criterion) }
      return before?.score == entry.score && before?.comment.hasSameBytes(as: entry.comment) == true
        && before?.basis != entry.basis
    }
    var detail = JSONObject()
    if !confirmed.isEmpty { detail["confirmed"] = .array(confirmed.map { .string($0.criterion) }) }
    if !scores.members.isEmpty { detail["scores"] = .object(scores) }
    if !texts.isEmpty { detail["comments"] = .array(texts) }
    if !old.opinion.hasSameBytes(as: new.opinion) { detail["opinion"] = .bool(true) }
    if old.recommendation != new.recommendation {
      detail["recommendation"] = new.recommendation.map { .string($0.rawValue) } ?? .null
    }
    if old.declaration != new.declaration, let declaration = new.declaration {
      detail["declaration"] = .string(declaration.ground?.rawValue ?? "none")
    }
    if new.state == .submitted { detail["total"] = .number(JSONNumber(tenths: new.total)) }
    return detail
  }

  private static func value(_ tenths: Int?) -> JSONValue { tenths.map { .number(JSONNumber(tenths: $0)) } ?? .null }
}
