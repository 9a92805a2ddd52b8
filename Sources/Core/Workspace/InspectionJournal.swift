/// The journal line of a saved visit: what changed, from what to what.
enum InspectionJournal {
  static func entry(
    from old: InspectionStore.Sheet, to new: Inspection, file: WorkspacePath, by person: String, at now: String
  ) -> JournalEntry {
    JournalEntry(
      at: now, person: person, role: PersonRole.inspector.rawValue,
      act: new.state == .signed ? "sign-visit" : "inspect", file: file.description, revision: new.revision,
      before: old.digest, detail: changes(old.visit.json, new.json))
  }

  static func entry(
    from old: InspectionStore.PartSheet, to new: InspectionPart, signs: Bool, file: WorkspacePath, role: PersonRole?,
    at now: String
  ) -> JournalEntry {
    JournalEntry(
      at: now, person: new.person, role: role?.rawValue, act: signs ? "sign-visit" : "inspect", file: file.description,
      revision: new.revision, before: old.digest, detail: changes(old.part.json, new.json))
  }

  /// Short values with both sides; of texts only that they changed, because they stand in the file.
  private static func changes(_ old: JSONValue, _ new: JSONValue) -> JSONObject {
    var values = JSONObject()
    var texts: [JSONValue] = []
    for difference in RecordDifference.list(old, new) {
      guard let first = difference.path.first, !["revision", "previous", "savedAt", "transcript"].contains(first),
        !["by", "at"].contains(difference.path.last ?? "")
      else { continue }
      let sides = [difference.mine ?? .null, difference.theirs ?? .null]
      if sides.allSatisfy(isShort) {
        values[difference.dotted] = .object(JSONObject([("from", sides[0]), ("to", sides[1])]))
      } else {
        texts.append(.string(difference.dotted))
      }
    }
    var detail = JSONObject()
    if !values.members.isEmpty { detail["changes"] = .object(values) }
    if !texts.isEmpty { detail["texts"] = .array(texts) }
    return detail
  }

  private static func isShort(_ value: JSONValue) -> Bool {
    switch value {
    case .null, .bool, .number: true
    case .string(let text): text.utf8.count <= 40
    case .array, .object: false
    }
  }
}
