/// What supervisors do with an application's way through the procedure.
extension DecisionStore {
  /// Acts that are durable.
  public struct Kept: Equatable, Sendable {
    /// The decision as it stands in its file now.
    public let record: Record
    /// Where it stands.
    public let path: WorkspacePath
    /// SHA-256 of the file.
    public let digest: String
    /// Why the journal has no line of it; nil when it has one.
    public let journalFailure: FileError?
  }

  /// Why nothing was recorded.
  public enum ActError: Error, Equatable, Sendable {
    /// The person may not.
    case denied(Permission.Denial)
    /// The act is not possible.
    case refused(DecisionRefusal)
    /// A file that it depends on cannot be read.
    case problem(FileProblem)
    /// The file was not written, or not surely; a file that another supervisor changed since ends in a conflict.
    case failed(RecordSave.Failure)
  }

  /// What `file` becomes by `edits`, in memory: all of them or none.
  public func applying(
    _ edits: [DecisionEdit], to file: DecisionCase, by rules: DecisionRules
  ) throws(ActError) -> DecisionCase {
    do throws(Permission.Denial) { try Permission.check(.supervise, by: rules.person, assignment: nil) } catch {
      throw .denied(error)
    }
    var file = file
    do throws(DecisionRefusal) { for edit in edits { try rules.apply(edit, to: &file) } } catch {
      throw .refused(error)
    }
    return file
  }

  /// Records `edits` and answers when they are durable.
  public func save(
    _ edits: [DecisionEdit], to file: DecisionCase, by rules: DecisionRules
  ) throws(ActError) -> Kept {
    var decision = try applying(edits, to: file, by: rules).decision
    guard let application = RecordID(decision.application), let writer = RecordID(rules.person.id) else {
      throw .denied(.unknownPerson(rules.person.id))
    }
    let old = file.record.document
    let (revision, overflow) = decision.revision.addingReportingOverflow(1)
    if overflow { throw .refused(.doesNotReadBack) }
    decision.revision = revision
    decision.previous = old?.digest
    decision.savedAt = rules.now
    let path = WorkspaceLayout.decision(application)
    let bytes = try text(decision.json, over: old, path)
    let fresh: Record
    do throws(FileProblem) { fresh = try Self.record(Document(path: path, bytes: bytes), application) } catch {
      throw .problem(error)
    }
    guard fresh.decision == decision else { throw .refused(.doesNotReadBack) }
    let save = RecordSave(path: path, bytes: bytes, base: old?.digest, kept: decision.revision)
    let lock = FileLock.take(rules.person.id, in: state)
    let digest: String
    do throws(RecordSave.Failure) { digest = try save.run(in: workspace, lock: lock) } catch { throw .failed(error) }
    // From here on it is saved, whatever else happens.
    var line = JournalEntry(
      at: rules.now, person: rules.person.id, role: PersonRole.supervisor.rawValue,
      act: edits.last?.act ?? "decide", file: path.description, revision: decision.revision, before: old?.digest,
      after: digest)
    line.detail = detail(edits, from: file, to: decision)
    var journalFailure: FileError?
    do throws(FileError) { try Journal(of: writer, in: workspace).append(line) } catch { journalFailure = error }
    withExtendedLifetime(lock) {}
    return Kept(record: fresh, path: path, digest: digest, journalFailure: journalFailure)
  }

  /// What changed: the acts and the stage before and after.
  private func detail(_ edits: [DecisionEdit], from file: DecisionCase, to decision: Decision) -> JSONObject {
    let moves = decision.moves.dropFirst(file.record.decision.moves.count)
    var detail = JSONObject([("acts", .texts(edits.map(\.act)))])
    if !moves.isEmpty {
      detail["from"] = .string(file.reading.stage.rawValue)
      detail["to"] = .texts(moves.map(\.to.rawValue))
      if let reason = moves.last?.reason, !reason.isEmpty { detail["reason"] = .string(reason) }
    }
    return detail
  }

  private func text(_ json: JSONValue, over old: Document?, _ path: WorkspacePath) throws(ActError) -> [UInt8] {
    guard let old else { return JSONWriter.pretty(json) }
    do throws(JSONSyntaxError) { return try JSONPatch.apply(json, over: old.bytes) } catch {
      throw .problem(FileProblem(file: path.description, line: error.line, reason: .syntax(error)))
    }
  }
}
