/// Loads and saves visits (现场核查). Every file has one writer: the supervisor who plans makes the visit's file and never
/// touches it again, the lead inspector writes it, everybody else has a part of their own.
public struct InspectionStore: Sendable {
  /// A visit with what a later save must know of its file.
  public struct Sheet: Equatable, Sendable {
    /// The visit.
    public let visit: Inspection
    /// The file as it was read; nil when there is none.
    public let document: Document?
    /// Digest of the file.
    public var digest: String? { document?.digest }
    /// Whether the file is what was sealed; nil before the lead signed.
    public var sealHolds: Bool? {
      visit.state == .signed ? document.map { InspectionSeal.holds($0.bytes) } ?? false : nil
    }
  }

  /// A part with what a later save must know of its file.
  public struct PartSheet: Equatable, Sendable {
    /// The part.
    public let part: InspectionPart
    /// The file as it was read; nil when there is none.
    public let document: Document?
    /// Digest of the file.
    public var digest: String? { document?.digest }
  }

  /// A record that is durable, and what became of its journal line.
  public struct Saved<Record: Equatable & Sendable>: Equatable, Sendable {
    /// The record as it stands in its file now.
    public let sheet: Record
    /// Where it stands.
    public let path: WorkspacePath
    /// SHA-256 of the file.
    public let digest: String
    /// Why the journal has no line of this save; nil when it has one.
    public let journalFailure: FileError?
  }

  /// Why nothing was saved.
  public enum SaveError: Error, Equatable, Sendable {
    /// The person may not.
    case denied(Permission.Denial)
    /// The change is not possible.
    case invalid(InspectionEdit.Invalid)
    /// A file of the workspace that the save depends on cannot be read, or is not what it was.
    case problem(FileProblem)
    /// The file was not written, or not surely.
    case failed(RecordSave.Failure)
    /// A file of evidence was not taken.
    case evidence(EvidenceRefusal)
  }

  /// Everything that there is of a visit.
  public struct Whole: Equatable, Sendable {
    /// The lead's record.
    public let sheet: Sheet
    /// What the others added, by person id.
    public let parts: [PartSheet]
    /// Files that could not be read.
    public let problems: [FileProblem]
    /// Whether every inspector has signed the sealed record.
    public var isComplete: Bool {
      guard let seal = sheet.visit.transcript, sheet.visit.state == .signed else { return false }
      return sheet.visit.inspectors.allSatisfy { inspector in
        inspector.role == .lead
          || parts.contains {
            $0.part.person.hasSameBytes(as: inspector.id)
              && $0.part.signature?.transcript.hasSameBytes(as: seal) == true
          }
      }
    }
  }

  let workspace: Workspace
  let state: StateFolder?
  let program: Program

  /// Visits of `workspace` by the rules of `program`; `state` is the private folder, nil when there is none to be had.
  public init(_ workspace: Workspace, state: StateFolder?, program: Program) {
    self.workspace = workspace
    self.state = state
    self.program = program
  }

  /// Fewest inspectors at a visit (`visit.inspectors`).
  public var minimumInspectors: Int { program.policy("visit.inspectors")?.value.number?.int ?? 2 }

  /// The checklist for an application.
  public func checklist(_ application: Application) -> InspectionChecklist {
    InspectionChecklist(program.inspection, scenarios: application.project.scenarios)
  }

  // MARK: - Reading

  /// The ids of an application's visits.
  public func visits(of application: RecordID) throws(FileProblem) -> RecordFolder.Listing {
    do throws(FileError) {
      return try workspace.inspections(of: application).listing()
    } catch {
      throw FileProblem(error)
    }
  }

  /// The visit; nil when there is no such file.
  public func load(_ application: RecordID, visit: RecordID) throws(FileProblem) -> Sheet? {
    let path = WorkspaceLayout.inspection(application, visit: visit)
    guard let document = try workspace.documentIfPresent(path) else { return nil }
    return try sheet(document, application, visit)
  }

  /// The visit with all parts; nil when there is no such file.
  public func loadWhole(_ application: RecordID, visit: RecordID) throws(FileProblem) -> Whole? {
    guard let sheet = try load(application, visit: visit) else { return nil }
    var parts: [PartSheet] = []
    var problems: [FileProblem] = []
    do throws(FileError) {
      let listing = try workspace.inspectionParts(of: application, visit: visit).listing()
      problems += listing.problems
      for person in listing.records {
        do throws(FileProblem) { parts.append(try part(application, visit, of: person)) } catch {
          problems.append(error)
        }
      }
    } catch {
      problems.append(FileProblem(error))
    }
    return Whole(sheet: sheet, parts: parts, problems: problems)
  }

  /// The part of `person`; an empty one when there is no file.
  public func part(_ application: RecordID, _ visit: RecordID, of person: RecordID) throws(FileProblem) -> PartSheet {
    let path = WorkspaceLayout.inspectionPart(application, visit: visit, person: person)
    guard let document = try workspace.documentIfPresent(path) else {
      let empty = InspectionPart(visit: visit.text, application: application.text, person: person.text)
      return PartSheet(part: empty, document: nil)
    }
    return try partSheet(document, application, visit, person)
  }

  func sheet(_ document: Document, _ application: RecordID, _ visit: RecordID) throws(FileProblem) -> Sheet {
    let found = try document.reading { (json) throws(FieldError) in try Inspection(json: json) }
    try Self.require(document, [("application", found.application, application), ("visitId", found.id, visit)])
    return Sheet(visit: found, document: document)
  }

  func partSheet(
    _ document: Document, _ application: RecordID, _ visit: RecordID, _ person: RecordID
  ) throws(FileProblem) -> PartSheet {
    let found = try document.reading { (json) throws(FieldError) in try InspectionPart(json: json) }
    try Self.require(
      document,
      [
        ("application", found.application, application), ("visitId", found.visit, visit),
        ("person", found.person, person),
      ])
    return PartSheet(part: found, document: document)
  }

  private static func require(
    _ document: Document, _ ids: [(field: String, found: String, expected: RecordID)]
  ) throws(FileProblem) {
    for (field, found, expected) in ids where !found.hasSameBytes(as: expected.text) {
      throw FileProblem(
        file: document.path.description, line: document.line(of: [field]),
        reason: .wrongID(found: found, expected: expected.text))
    }
  }

  // MARK: - Writing

  func permit(_ act: Permission.Act, _ person: Person, _ application: RecordID) throws(SaveError) {
    let assignment: Assignment?
    do throws(FileProblem) { assignment = try workspace.assignment(application) } catch { throw .problem(error) }
    do throws(Permission.Denial) {
      try Permission.check(act, by: person, assignment: assignment)
    } catch {
      throw .denied(error)
    }
  }

  /// The bytes that hold `json` where `old` stood, with everything that this program does not know.
  func bytes(_ json: JSONValue, over old: Document?) throws(SaveError) -> [UInt8] {
    guard let old else { return JSONWriter.pretty(json) }
    do throws(JSONSyntaxError) {
      return try JSONPatch.apply(json, over: old.bytes)
    } catch {
      throw .problem(FileProblem(file: old.path.description, line: error.line, reason: .syntax(error)))
    }
  }

  /// Writes durable bytes and the person's journal line; answers the digest.
  func put(
    _ save: RecordSave, _ line: JournalEntry, by person: Person
  ) throws(SaveError) -> (digest: String, journalFailure: FileError?) {
    guard let writer = RecordID(person.id) else { throw .denied(.unknownPerson(person.id)) }
    let lock = FileLock.take(person.id, in: state)
    let digest: String
    do throws(RecordSave.Failure) { digest = try save.run(in: workspace, lock: lock) } catch { throw .failed(error) }
    // From here on it is saved, whatever else happens.
    var entry = line
    entry.after = digest
    var journalFailure: FileError?
    do throws(FileError) { try Journal(of: writer, in: workspace).append(entry) } catch { journalFailure = error }
    withExtendedLifetime(lock) {}
    return (digest, journalFailure)
  }
}
