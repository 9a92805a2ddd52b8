/// Loads and saves what supervisors decide. Every write names the person and passes the one rule of permissions.
public struct DecisionStore: Sendable {
  /// A decision with its file.
  public struct Record: Equatable, Sendable {
    /// The decision.
    public let decision: Decision
    /// The file as it was read; nil when there is none yet.
    public let document: Document?
  }

  /// A sheet that was sent back, durably.
  public struct Saved: Equatable, Sendable {
    /// The decision as it stands in its file now.
    public let record: Record
    /// The return.
    public let entry: SheetReturn
    /// SHA-256 of the file.
    public let digest: String
    /// Why the journal has no line of it; nil when it has one.
    public let journalFailure: FileError?
  }

  /// Why a sheet was not sent back.
  public enum SaveError: Error, Equatable, Sendable {
    /// The person may not.
    case denied(Permission.Denial)
    /// There is no submitted sheet of this reviewer; it is in this state, nil when there is none.
    case notSubmitted(Review.State?)
    /// A file that it depends on cannot be read.
    case problem(FileProblem)
    /// The file was not written, or not surely.
    case failed(RecordSave.Failure)
  }

  let workspace: Workspace
  let state: StateFolder?

  /// Decisions of `workspace`; `state` is the private folder with the person's lock.
  public init(_ workspace: Workspace, state: StateFolder?) {
    self.workspace = workspace
    self.state = state
  }

  /// The decision on `application`; an empty one when there is no file.
  public func load(_ application: RecordID) throws(FileProblem) -> Record {
    let path = WorkspaceLayout.decision(application)
    guard let document = try workspace.documentIfPresent(path) else {
      return Record(decision: Decision(application: application.text), document: nil)
    }
    return try Self.record(document, application)
  }

  static func record(_ document: Document, _ application: RecordID) throws(FileProblem) -> Record {
    let decision = try document.reading { (json) throws(FieldError) in try Decision(json: json) }
    guard decision.application.hasSameBytes(as: application.text) else {
      throw FileProblem(
        file: document.path.description, line: document.line(of: ["application"]),
        reason: .wrongID(found: decision.application, expected: application.text))
    }
    return Record(decision: decision, document: document)
  }

  /// Sends the submitted `sheet` back to its reviewer (退回).
  ///
  /// - Parameters:
  ///   - sheet: as it was loaded; what was submitted since is not touched by it.
  ///   - person: a supervisor.
  ///   - now: the time (ISO 8601 with zone).
  public func sendBack(
    _ sheet: ReviewStore.Sheet, for reason: SheetReturn.Reason, note: String, by person: Person, at now: String
  ) throws(SaveError) -> Saved {
    do throws(Permission.Denial) { try Permission.check(.supervise, by: person, assignment: nil) } catch {
      throw .denied(error)
    }
    guard let digest = sheet.digest, sheet.review.state == .submitted else {
      throw .notSubmitted(sheet.document == nil ? nil : sheet.review.state)
    }
    guard let application = RecordID(sheet.review.application), let writer = RecordID(person.id) else {
      throw .denied(.unknownPerson(person.id))
    }
    let old: Record
    do throws(FileProblem) { old = try load(application) } catch { throw .problem(error) }
    let entry = SheetReturn(
      reviewer: sheet.review.reviewer, revision: sheet.review.revision, digest: digest, reason: reason, note: note,
      by: person.id, at: now)
    var decision = old.decision
    decision.returns.append(entry)
    decision.revision += 1
    decision.previous = old.document?.digest
    decision.savedAt = now
    let path = WorkspaceLayout.decision(application)
    let bytes = try text(decision, over: old.document, path)
    let fresh: Record
    do throws(FileProblem) {
      fresh = try Self.record(Document(path: path, bytes: bytes), application)
    } catch {
      throw .problem(error)
    }
    let save = RecordSave(path: path, bytes: bytes, base: old.document?.digest, kept: decision.revision)
    let lock = FileLock.take(person.id, in: state)
    let saved: String
    do throws(RecordSave.Failure) { saved = try save.run(in: workspace, lock: lock) } catch { throw .failed(error) }
    let line = JournalEntry(
      at: now, person: person.id, role: PersonRole.supervisor.rawValue, act: "return", file: path.description,
      revision: decision.revision, before: old.document?.digest, after: saved,
      detail: JSONObject([
        ("reviewer", .string(entry.reviewer)), ("sheet", .string(digest)), ("reason", .string(reason.rawValue)),
      ]))
    var journalFailure: FileError?
    do throws(FileError) { try Journal(of: writer, in: workspace).append(line) } catch { journalFailure = error }
    withExtendedLifetime(lock) {}
    return Saved(record: fresh, entry: entry, digest: saved, journalFailure: journalFailure)
  }

  private func text(_ decision: Decision, over old: Document?, _ path: WorkspacePath) throws(SaveError) -> [UInt8] {
    guard let old else { return JSONWriter.pretty(decision.json) }
    do throws(JSONSyntaxError) {
      return try JSONPatch.apply(decision.json, over: old.bytes)
    } catch {
      throw .problem(FileProblem(file: path.description, line: error.line, reason: .syntax(error)))
    }
  }
}
