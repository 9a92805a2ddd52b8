/// Where each file of a workspace stands. Every file has exactly one writer.
public enum WorkspaceLayout {
  /// The call as data.
  public static let program = WorkspacePath(checked: "program.json")
  /// The roster.
  public static let people = WorkspacePath(checked: "people.json")

  /// The folders that `init` makes.
  public static let folders = [
    "applications", "summaries", "assignments", "reviews", "inspections", "decisions", "journal", "attachments",
  ]

  /// One application (申报表) as received.
  public static func application(_ id: RecordID) -> WorkspacePath {
    WorkspacePath(checked: "applications", file(id))
  }

  /// A county's summary table (附件3).
  public static func summary(unit: RecordID) -> WorkspacePath { WorkspacePath(checked: "summaries", file(unit)) }

  /// Who reviews and inspects an application.
  public static func assignment(_ application: RecordID) -> WorkspacePath {
    WorkspacePath(checked: "assignments", file(application))
  }

  /// A reviewer's score sheet (专家评分表) for an application.
  public static func review(_ application: RecordID, reviewer: RecordID) -> WorkspacePath {
    WorkspacePath(checked: "reviews", application.text, file(reviewer))
  }

  /// A visit (现场核查) to an applicant.
  public static func inspection(_ application: RecordID, visit: RecordID) -> WorkspacePath {
    WorkspacePath(checked: "inspections", application.text, file(visit))
  }

  /// What one person adds to a visit: a member's answers and signature, a re-check, a supervisor's leave.
  public static func inspectionPart(_ application: RecordID, visit: RecordID, person: RecordID) -> WorkspacePath {
    WorkspacePath(checked: "inspections", application.text, visit.text, file(person))
  }

  /// The bureau's decision on an application.
  public static func decision(_ application: RecordID) -> WorkspacePath {
    WorkspacePath(checked: "decisions", file(application))
  }

  /// What a person taught about the names of metrics. The folder is made with the first of these files.
  public static func names(_ person: RecordID) -> WorkspacePath { WorkspacePath(checked: "names", file(person)) }

  /// The signatures of a reviewer over the submissions of a sheet. The folder is made with the first of these files.
  public static func seal(_ application: RecordID, reviewer: RecordID) -> WorkspacePath {
    WorkspacePath(checked: "seals", application.text, file(reviewer))
  }

  /// The journal of a person's acts.
  public static func journal(_ person: RecordID) -> WorkspacePath {
    WorkspacePath(checked: "journal", person.text + ".jsonl")
  }

  /// The unchangeable copy of a record's revision: `history/` beside it, named by revision and digest, so that no two
  /// versions ever share a name.
  public static func history(of path: WorkspacePath, revision: Int, digest: String) -> WorkspacePath? {
    let stem = path.name.hasSuffix(".json") ? String(path.name.dropLast(5)) : path.name
    let digits = String(revision)
    let padded = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    return WorkspacePath(path.folders + ["history", "\(stem)-r\(padded)-\(digest.prefix(12)).json"])
  }

  private static func file(_ id: RecordID) -> String { id.text + ".json" }
}
