/// Loads and saves score sheets. Every write names the person and passes the one rule of permissions.
public struct ReviewStore: Sendable {
  /// A sheet with what a later save must know of its file.
  public struct Sheet: Equatable, Sendable {
    /// The sheet.
    public let review: Review
    /// The file as it was read; nil when the sheet was never saved.
    public let document: Document?
    /// Why a supervisor sent this submission back; the sheet is `returned` then, whatever its file says.
    public var returned: SheetReturn?
    /// Digest of the file; nil when there is none.
    public var digest: String? { document?.digest }
  }

  /// A sheet that is durable, and what became of its journal line.
  public struct Saved: Equatable, Sendable {
    /// The sheet as it stands in its file now.
    public let sheet: Sheet
    /// SHA-256 of the file.
    public let digest: String
    /// Why the journal has no line of this save; nil when it has one.
    public let journalFailure: FileError?
    /// Whether the submission bears its reviewer's signature.
    public var isSealed = false
  }

  /// Why a sheet was not saved.
  public enum SaveError: Error, Equatable, Sendable {
    /// The person may not.
    case denied(Permission.Denial)
    /// The change is not possible.
    case invalid(ReviewEdit.Invalid)
    /// A file of the workspace that the save depends on cannot be read.
    case problem(FileProblem)
    /// The file was not written, or not surely.
    case failed(RecordSave.Failure)
  }

  let workspace: Workspace
  let state: StateFolder?
  let rubric: Rubric
  private let freeze = RubricFreeze()

  /// Sheets of `workspace` against `rubric`; `state` is the private folder, nil when there is none to be had.
  public init(_ workspace: Workspace, state: StateFolder?, rubric: Rubric) {
    self.workspace = workspace
    self.state = state
    self.rubric = rubric
  }

  /// The sheet of `reviewer` for `application`; an empty one when there is no file.
  public func load(_ application: RecordID, reviewer: RecordID) throws(FileProblem) -> Sheet {
    let path = WorkspaceLayout.review(application, reviewer: reviewer)
    guard let document = try workspace.documentIfPresent(path) else {
      let empty = Review(application: application.text, reviewer: reviewer.text, rubric: rubric)
      return Sheet(review: empty, document: nil)
    }
    var sheet = try sheet(document, application, reviewer)
    guard sheet.review.state != .draft else { return sheet }
    let decision = try DecisionStore(workspace, state: nil).load(application).decision
    if let back = decision.returned(sheet.review, digest: document.digest) {
      sheet = Sheet(review: sheet.review.sentBack, document: document, returned: back)
    }
    return sheet
  }

  func sheet(
    _ document: Document, _ application: RecordID, _ reviewer: RecordID
  ) throws(FileProblem) -> Sheet {
    let review = try document.reading { [rubric] (json) throws(FieldError) in try Review(json: json, rubric: rubric) }
    for (field, found, expected) in [
      ("application", review.application, application.text), ("reviewer", review.reviewer, reviewer.text),
    ] where !found.hasSameBytes(as: expected) {
      throw FileProblem(
        file: document.path.description, line: document.line(of: [field]),
        reason: .wrongID(found: found, expected: expected))
    }
    return Sheet(review: review, document: document)
  }

  /// Makes `edits` to `sheet`, submits it when asked, and answers when the new revision is durable.
  ///
  /// - Parameters:
  ///   - sheet: the sheet as it was loaded; a file that changed since ends in a conflict.
  ///   - person: who does it.
  ///   - now: the time (ISO 8601 with zone), a label.
  public func save(
    _ edits: [ReviewEdit], to sheet: Sheet, submit: Bool = false, by person: Person, at now: String
  ) throws(SaveError) -> Saved {
    let (application, reviewer, isAssigned) = try permit(sheet, person)
    var review = sheet.review
    do throws(ReviewEdit.Invalid) {
      if !review.rubric.hasSameBytes(as: rubric.id) {
        throw .otherRubric(found: review.rubric, expected: rubric.id)
      }
      try requireSameRubric(application, isSubmitting: submit)
      for edit in edits { try edit.apply(to: &review, rubric: rubric) }
      let changed = rebase(&review, after: edits, application)
      let gaps = submit ? review.gaps(against: rubric, isAssigned: isAssigned, changed: changed) : []
      if !gaps.isEmpty { throw .incomplete(gaps) }
      let (next, overflow) = review.revision.addingReportingOverflow(1)
      if overflow { throw .tooManyRevisions }
      review.revision = next
    } catch {
      throw .invalid(error)
    }
    review.previous = sheet.digest
    review.savedAt = now
    if submit {
      review.state = .submitted
      review.submittedAt = now
      review.rubricDigest = rubric.digest
    }
    return try write(review, over: sheet, application, reviewer, person, at: now)
  }

  /// Writes the present basis into the entries that were edited or confirmed; answers the criteria that stand on another.
  /// An application that cannot be read leaves every basis as it was.
  private func rebase(_ review: inout Review, after edits: [ReviewEdit], _ application: RecordID) -> [String] {
    let basis: ScoreBasis
    do throws(FileProblem) { basis = try ScoreBasis(of: application, in: workspace) } catch { return [] }
    for edit in edits {
      let id: String
      switch edit {
      case .score(let criterion, _), .comment(let criterion, _), .confirm(let criterion): id = criterion
      case .declaration, .opinion, .recommendation: continue
      }
      guard let criterion = rubric.criterion(id),
        let index = review.entries.firstIndex(where: { $0.criterion.hasSameBytes(as: id) })
      else { continue }
      review.entries[index].basis = review.entries[index].score == nil ? nil : basis.digest(of: criterion)
    }
    return basis.changed(since: review, rubric)
  }

  /// The rubric is frozen once a sheet was submitted; a submission also asks whether the file still says the same.
  private func requireSameRubric(_ application: RecordID, isSubmitting: Bool) throws(ReviewEdit.Invalid) {
    if let other = freeze.other(than: rubric, in: workspace, first: application, isSubmitting: isSubmitting) {
      throw .frozenRubric(file: other.file, rubric: other.rubric)
    }
    // A file that cannot be read, or is not there, has no rubric to differ.
    if isSubmitting, let program = whereReadable({ try workspace.program() }),
      !program.rubric.digest.hasSameBytes(as: rubric.digest)
    {
      throw .frozenRubric(file: WorkspaceLayout.program.description, rubric: program.rubric.id)
    }
  }

  private func permit(_ sheet: Sheet, _ person: Person) throws(SaveError) -> (RecordID, RecordID, isAssigned: Bool) {
    guard let application = RecordID(sheet.review.application), let reviewer = RecordID(sheet.review.reviewer) else {
      throw .denied(.belongsTo(sheet.review.reviewer))
    }
    let assignment: Assignment?
    do throws(FileProblem) { assignment = try workspace.assignment(application) } catch { throw .problem(error) }
    do throws(Permission.Denial) {
      try Permission.check(.score(reviewer: reviewer), by: person, assignment: assignment)
      if sheet.review.state == .submitted { throw .locked }
    } catch {
      throw .denied(error)
    }
    return (application, reviewer, assignment?.reviewers.contains { $0.hasSameBytes(as: person.id) } ?? false)
  }

  private func write(
    _ review: Review, over sheet: Sheet, _ application: RecordID, _ reviewer: RecordID, _ person: Person, at now: String
  ) throws(SaveError) -> Saved {
    let path = WorkspaceLayout.review(application, reviewer: reviewer)
    let bytes: [UInt8]
    if let old = sheet.document {
      do throws(JSONSyntaxError) {
        bytes = try JSONPatch.apply(review.json, over: old.bytes)
      } catch {
        throw .problem(FileProblem(file: path.description, line: error.line, reason: .syntax(error)))
      }
    } else {
      bytes = JSONWriter.pretty(review.json)
    }
    // What is about to be written must read back as what is meant, before anything is written.
    let fresh: Sheet
    do throws(FileProblem) {
      fresh = try self.sheet(Document(path: path, bytes: bytes), application, reviewer)
    } catch {
      throw .problem(error)
    }
    guard fresh.review == review else { throw .invalid(.doesNotReadBack) }
    let save = RecordSave(
      path: path, bytes: bytes, base: sheet.digest, kept: review.state == .submitted ? review.revision : nil)
    let lock = FileLock.take(person.id, in: state)
    let isSealed = try seal(bytes, review, application, reviewer, lock: lock, at: now)
    let digest: String
    do throws(RecordSave.Failure) { digest = try save.run(in: workspace, lock: lock) } catch { throw .failed(error) }
    // From here on it is saved, whatever else happens.
    let line = ReviewJournal.entry(from: sheet, to: review, file: path, digest: digest, at: now)
    var journalFailure: FileError?
    do throws(FileError) {
      try Journal(of: reviewer, in: workspace).append(line)
    } catch {
      journalFailure = error
    }
    withExtendedLifetime(lock) {}
    return Saved(sheet: fresh, digest: digest, journalFailure: journalFailure, isSealed: isSealed)
  }
}
