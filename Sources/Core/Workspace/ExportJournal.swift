/// What the journal says of an export: who took what out of the workspace, and which file it is.
public struct ExportJournal: Sendable {
  /// The kind of report.
  public let kind: ReportKind
  /// The file as the person named it; `-` for standard output.
  public let file: String
  /// How many rows it has.
  public let rows: Int
  /// SHA-256 of the file.
  public let digest: String
  /// Whether names were replaced.
  public let isBlind: Bool
  /// The query, if there was one.
  public let query: String

  /// An export.
  public init(kind: ReportKind, file: String, rows: Int, digest: String, isBlind: Bool, query: String) {
    (self.kind, self.file, self.rows, self.digest) = (kind, file, rows, digest)
    (self.isBlind, self.query) = (isBlind, query)
  }

  /// Adds the line to the journal of `person`, durably.
  public func append(by person: Person, in workspace: Workspace, state: StateFolder?, at now: String) throws(FileError)
  {
    guard let writer = RecordID(person.id) else {
      throw FileError(file: person.id, step: .open, reason: .missing)
    }
    var detail = JSONObject([
      ("kind", .string(kind.rawValue)), ("file", .string(file)), ("rows", .number(JSONNumber(rows))),
    ])
    if isBlind { detail["blind"] = .bool(true) }
    if !query.isEmpty { detail["query"] = .string(query) }
    let role = person.roles.contains(.supervisor) ? .supervisor : person.roles.first
    let lock = FileLock.take(person.id, in: state)
    let entry = JournalEntry(
      at: now, person: person.id, role: role?.rawValue, act: "export", after: digest, detail: detail)
    try Journal(of: writer, in: workspace).append(entry)
    withExtendedLifetime(lock) {}
  }
}
