/// Corrects applications. The received values stay; a correction is added beside them with who, when and why.
public struct ApplicationStore: Sendable {
  private let workspace: Workspace
  private let state: StateFolder?

  /// One field that is to be corrected or confirmed.
  public struct Edit: Equatable, Sendable {
    /// The field, dotted.
    public let path: String
    /// The value that the person saw.
    public let from: JSONValue
    /// The value that counts from now on; the same as `from` to confirm it.
    public let to: JSONValue
    /// Why, in the person's words.
    public let reason: String?

    /// An edit.
    public init(path: String, from: JSONValue, to: JSONValue, reason: String?) {
      self.path = path
      self.from = from
      self.to = to
      self.reason = reason
    }
  }

  /// An application with its file.
  public struct Record: Equatable, Sendable {
    /// The application with its corrections applied.
    public let application: Application
    /// The object of the file with its corrections applied.
    public let corrected: JSONValue
    /// The file.
    public let document: Document
  }

  /// A correction that is durable.
  public struct Saved: Equatable, Sendable {
    /// The application as it stands now.
    public let record: Record
    /// SHA-256 of the file.
    public let digest: String
    /// Why the journal has no line of it; nil when it has one.
    public let journalFailure: FileError?
  }

  /// Why nothing was corrected.
  public enum SaveError: Error, Equatable, Sendable {
    /// The person may not.
    case denied(Permission.Denial)
    /// The field says something else than the person saw: nothing was written.
    case otherValue(path: String, found: JSONValue)
    /// There is no such field.
    case noField(path: String)
    /// The file cannot be read, or would not be readable with the new value.
    case problem(FileProblem)
    /// The file was not written, or not surely.
    case failed(RecordSave.Failure)
  }

  /// The applications of `workspace`; `state` is the private folder with the person's lock.
  public init(_ workspace: Workspace, state: StateFolder?) {
    self.workspace = workspace
    self.state = state
  }

  /// The application `id` with its file.
  public func load(_ id: RecordID) throws(FileProblem) -> Record {
    let path = WorkspaceLayout.application(id)
    guard let document = try workspace.documentIfPresent(path) else {
      throw FileProblem(FileError(file: path.description, step: .open, reason: .missing))
    }
    return try Self.record(document, id)
  }

  private static func record(_ document: Document, _ id: RecordID) throws(FileProblem) -> Record {
    let application = try document.reading { (json) throws(FieldError) in try Application(json: json) }
    guard application.id.hasSameBytes(as: id.text) else {
      throw FileProblem(
        file: document.path.description, line: document.line(of: ["id"]),
        reason: .wrongID(found: application.id, expected: id.text))
    }
    let corrected = Correction.applying(application.corrections, to: document.value).json
    return Record(application: application, corrected: corrected, document: document)
  }

  /// Adds corrections to `record` and answers when the file is durable.
  ///
  /// - Parameters:
  ///   - person: who corrects; a supervisor.
  ///   - now: the time (ISO 8601 with zone).
  public func correct(
    _ edits: [Edit], of record: Record, by person: Person, at now: String
  ) throws(SaveError) -> Saved {
    guard let id = RecordID(record.application.id), let writer = RecordID(person.id) else {
      throw .denied(.unknownPerson(person.id))
    }
    do throws(Permission.Denial) {
      try Permission.check(.supervise, by: person, assignment: nil)
    } catch {
      throw .denied(error)
    }
    let bytes = try text(of: record, with: edits, by: person, at: now)
    // What is about to be written must read back with every correction counting, before anything is written.
    let fresh: Record
    do throws(FileProblem) {
      fresh = try Self.record(Document(path: record.document.path, bytes: bytes), id)
    } catch {
      throw .problem(error)
    }
    let counts = fresh.application.correctionsApplied.suffix(edits.count)
    if let lost = counts.firstIndex(of: false) { throw .noField(path: edits[lost - counts.startIndex].path) }
    let save = RecordSave(path: record.document.path, bytes: bytes, base: record.document.digest, kept: nil)
    let lock = FileLock.take(person.id, in: state)
    let digest: String
    do throws(RecordSave.Failure) { digest = try save.run(in: workspace, lock: lock) } catch { throw .failed(error) }
    let entry = JournalEntry(
      at: now, person: person.id, role: PersonRole.supervisor.rawValue, act: "correct",
      file: record.document.path.description, before: record.document.digest, after: digest,
      detail: Self.detail(edits))
    var journalFailure: FileError?
    do throws(FileError) { try Journal(of: writer, in: workspace).append(entry) } catch { journalFailure = error }
    withExtendedLifetime(lock) {}
    return Saved(record: fresh, digest: digest, journalFailure: journalFailure)
  }

  private func text(
    of record: Record, with edits: [Edit], by person: Person, at now: String
  ) throws(SaveError) -> [UInt8] {
    guard case .object(var object) = record.document.value else { throw .noField(path: "") }
    var list = object["corrections"]?.array ?? []
    var present = record.corrected
    for edit in edits {
      let found = FieldPath.value(at: edit.path, in: present) ?? .null
      guard found == edit.from else { throw .otherValue(path: edit.path, found: found) }
      guard edit.from == edit.to || FieldPath.set(edit.to, at: edit.path, in: &present) else {
        throw .noField(path: edit.path)
      }
      let correction = Correction(
        path: edit.path, from: edit.from, to: edit.to, by: person.id, at: now, reason: edit.reason)
      list.append(correction.json)
    }
    object["corrections"] = .array(list)
    do throws(JSONSyntaxError) {
      return try JSONPatch.apply(.object(object), over: record.document.bytes)
    } catch {
      throw .problem(
        FileProblem(file: record.document.path.description, line: error.line, reason: .syntax(error)))
    }
  }

  private static func detail(_ edits: [Edit]) -> JSONObject {
    JSONObject([
      (
        "corrections",
        .array(
          edits.map { edit in
            .object(JSONObject([("path", .string(edit.path)), ("from", edit.from), ("to", edit.to)]))
          })
      )
    ])
  }
}
