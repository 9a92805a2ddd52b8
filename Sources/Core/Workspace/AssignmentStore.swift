/// Loads and saves who reviews and inspects an application. Every write names the person and passes the one rule of
/// permissions.
public struct AssignmentStore: Sendable {
  /// An assignment with its file.
  public struct Record: Equatable, Sendable {
    /// Who is on the application.
    public let assignment: Assignment
    /// The file as it was read; nil when there is none yet.
    public let document: Document?
    /// What is known of the application.
    public let facts: AssignmentRules.Facts
  }

  /// An assignment that is durable.
  public struct Saved: Equatable, Sendable {
    /// Who is on the application now.
    public let assignment: Assignment
    /// Where it stands.
    public let path: WorkspacePath
    /// SHA-256 of the file.
    public let digest: String
    /// Why the journal has no line of it; nil when it has one.
    public let journalFailure: FileError?
  }

  /// Why nothing was changed.
  public enum SaveError: Error, Equatable, Sendable {
    /// The person may not.
    case denied(Permission.Denial)
    /// The change is not possible.
    case refused(AssignmentRefusal)
    /// A file that it depends on cannot be read.
    case problem(FileProblem)
    /// The file was not written, or not surely; one that another supervisor changed since ends in a conflict.
    case failed(RecordSave.Failure)
  }

  private let workspace: Workspace
  private let state: StateFolder?
  private let program: Program

  /// Assignments of `workspace`; `state` is the private folder with the person's lock.
  public init(_ workspace: Workspace, state: StateFolder?, program: Program) {
    self.workspace = workspace
    self.state = state
    self.program = program
  }

  /// Who is on `application`, with what a change depends on. A sheet or visit that cannot be read stops it.
  public func load(_ application: RecordID) throws(FileProblem) -> Record {
    let path = WorkspaceLayout.assignment(application)
    let document = try workspace.documentIfPresent(path)
    let whole = try workspace.document(WorkspaceLayout.application(application)).reading {
      (json) throws(FieldError) in try Application(json: json)
    }
    var facts = AssignmentRules.Facts(application: whole)
    let sheets = ReviewStore(workspace, state: nil, rubric: program.rubric).all(of: application)
    if let problem = sheets.problems.first { throw problem }
    facts.sheets = sheets.reviews
    let visits = InspectionStore(workspace, state: nil, program: program)
    for id in try visits.visits(of: application).records {
      guard let visit = try visits.loadWhole(application, visit: id), !visit.isComplete else { continue }
      facts.visitors += visit.sheet.visit.inspectors.map { ($0.id, id.text) }
    }
    guard let document else {
      return Record(assignment: Assignment(application: application.text), document: nil, facts: facts)
    }
    return Record(assignment: try Self.read(document, application), document: document, facts: facts)
  }

  private static func read(_ document: Document, _ application: RecordID) throws(FileProblem) -> Assignment {
    let assignment = try document.reading { (json) throws(FieldError) in try Assignment(json: json) }
    guard assignment.application.hasSameBytes(as: application.text) else {
      throw FileProblem(
        file: document.path.description, line: document.line(of: ["application"]),
        reason: .wrongID(found: assignment.application, expected: application.text))
    }
    return assignment
  }

  /// Makes `edits`, all or none, and answers when they are durable.
  public func save(
    _ edits: [AssignmentEdit], reason: String, to record: Record, roster: Roster, by person: Person, at now: String
  ) throws(SaveError) -> Saved {
    do throws(Permission.Denial) { try Permission.check(.supervise, by: person, assignment: nil) } catch {
      throw .denied(error)
    }
    guard let application = RecordID(record.assignment.application), let writer = RecordID(person.id) else {
      throw .denied(.unknownPerson(person.id))
    }
    var assignment = record.assignment
    let rules = AssignmentRules(program: program, roster: roster, facts: record.facts)
    do throws(AssignmentRefusal) {
      if edits.isEmpty { throw .nothing }
      for edit in edits { try rules.apply(edit, to: &assignment, reason: reason, by: person.id, at: now) }
      let (next, overflow) = assignment.revision.addingReportingOverflow(1)
      if overflow { throw .doesNotReadBack }
      assignment.revision = next
    } catch {
      throw .refused(error)
    }
    assignment.previous = record.document?.digest
    assignment.savedAt = now
    let path = WorkspaceLayout.assignment(application)
    let bytes = try text(assignment.json, over: record.document, path)
    do throws(FileProblem) {
      guard try Self.read(Document(path: path, bytes: bytes), application) == assignment else {
        throw FileProblem(file: path.description, reason: .unknownName)
      }
    } catch {
      throw .refused(.doesNotReadBack)
    }
    let save = RecordSave(path: path, bytes: bytes, base: record.document?.digest, kept: assignment.revision)
    let lock = FileLock.take(person.id, in: state)
    let digest: String
    do throws(RecordSave.Failure) { digest = try save.run(in: workspace, lock: lock) } catch { throw .failed(error) }
    // From here on it is saved, whatever else happens.
    let changes = assignment.changes.dropFirst(record.assignment.changes.count)
    let line = JournalEntry(
      at: now, person: person.id, role: PersonRole.supervisor.rawValue, act: "assign", file: path.description,
      revision: assignment.revision, before: record.document?.digest, after: digest,
      detail: JSONObject([
        ("added", .texts(changes.filter { $0.act == .add }.map(\.person))),
        ("removed", .texts(changes.filter { $0.act == .remove }.map(\.person))), ("reason", .string(reason)),
      ]))
    var journalFailure: FileError?
    do throws(FileError) { try Journal(of: writer, in: workspace).append(line) } catch { journalFailure = error }
    withExtendedLifetime(lock) {}
    return Saved(assignment: assignment, path: path, digest: digest, journalFailure: journalFailure)
  }

  private func text(_ json: JSONValue, over old: Document?, _ path: WorkspacePath) throws(SaveError) -> [UInt8] {
    guard let old else { return JSONWriter.pretty(json) }
    do throws(JSONSyntaxError) { return try JSONPatch.apply(json, over: old.bytes) } catch {
      throw .problem(FileProblem(file: path.description, line: error.line, reason: .syntax(error)))
    }
  }
}
