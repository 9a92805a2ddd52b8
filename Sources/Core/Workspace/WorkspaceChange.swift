/// What another program, or this one, changed in a workspace.
public enum WorkspaceChange: Hashable, Sendable {
  /// An application (申报书) was written or removed.
  case application(RecordID)
  /// A score sheet (评分表) of an application.
  case review(application: RecordID, reviewer: RecordID)
  /// Who reviews and inspects an application.
  case assignment(RecordID)
  /// What was decided on an application.
  case decision(RecordID)
  /// A visit (现场核查) to an application, or what somebody added to one.
  case inspection(RecordID)
  /// The summary table (附件3) of a unit.
  case summary(unit: RecordID)
  /// What a person taught about names of metrics.
  case names(RecordID)
  /// A person's journal (操作日志).
  case journal(RecordID)
  /// The roster.
  case people
  /// The call.
  case program
  /// More changed than could be told, or the folder is another one: everything is to be read again.
  case everything

  /// The change that an entry of the folder `parts` means; nil for what is no record: temporary files, copies, leftovers.
  init?(_ name: FileName, in parts: [String]) {
    let isJournal = parts == ["journal"]
    guard case .record(let id) = name.meaning(suffix: isJournal ? ".jsonl" : ".json") else { return nil }
    switch (parts.first, parts.count) {
    case (nil, 0) where id.text == "program": self = .program
    case (nil, 0) where id.text == "people": self = .people
    case ("applications", 1): self = .application(id)
    case ("assignments", 1): self = .assignment(id)
    case ("decisions", 1): self = .decision(id)
    case ("summaries", 1): self = .summary(unit: id)
    case ("names", 1): self = .names(id)
    case ("journal", 1): self = .journal(id)
    case ("reviews", 2):
      guard let application = RecordID(parts[1]) else { return nil }
      self = .review(application: application, reviewer: id)
    case ("inspections", 2), ("inspections", 3):
      guard let application = RecordID(parts[1]) else { return nil }
      self = .inspection(application)
    default: return nil
    }
  }

  /// Whether the folder `name` in `parts` holds records, so that it must be followed too.
  static func follows(_ name: FileName, in parts: [String]) -> Bool {
    guard case .record(let id) = name.meaning(suffix: ""), id.text != "history" else { return false }
    switch parts.first {
    case nil:
      return [
        "applications", "assignments", "decisions", "summaries", "names", "journal", "reviews", "inspections",
      ].contains(id.text)
    case "reviews": return parts.count == 1
    case "inspections": return parts.count <= 2
    default: return false
    }
  }
}
