/// Takes forms into a workspace, one after the other; a bad file never stops the rest.
public final class WorkspaceImport {
  /// What became of a file that was taken in, or was there already.
  public struct Imported: Equatable, Sendable {
    /// What happened.
    public enum Status: String, Equatable, Sendable {
      /// Written as a new application.
      case new
      /// The same form is in the workspace already; nothing changed.
      case unchanged
      /// A newer version of what is known: it is the head now, and the old head is kept in `history/`.
      case revised
      /// An older form of a known project: kept in `history/`, the head is unchanged.
      case older
      /// A summary table (附件3) without a row; nothing was written.
      case blank
    }

    /// The file, named from the folder that was given.
    public let file: String
    /// Its application; nil for a summary table.
    public let id: RecordID?
    /// What happened.
    public let status: Status
    /// What was not understood.
    public let unparsed: [Application.Unparsed]
    /// SHA-256 of the file that was written.
    public let digest: String?
    /// What a revision changed, or what an older form says otherwise.
    public var changes: [ApplicationChange] = []
    /// Number of the version; 1 for a new application.
    public var revision = 1
    /// Where the record was written; nil when nothing was.
    public var path: WorkspacePath?
    /// SHA-256 of the head before a revision.
    public var before: String?
    /// A revision was decided by the order of import alone: the fill dates are equal or one is missing.
    public var isByOrder = false
    /// Of a form that was taken in: how much of it was read.
    public var tally: FormTally?
    /// Of a summary table (附件3): whose it is and what it holds.
    public var summary: Summary?

    /// A summary table (附件3) that was taken in.
    public struct Summary: Equatable, Sendable {
      /// Key of the unit; nil when a blank table does not say.
      public let unit: String?
      /// Rows with a project.
      public let rows: Int
      /// Rows and lines that are none.
      public let left: Int
      /// Revision of the record; nil when nothing was written.
      public let revision: Int?
      /// SHA-256 of the record before.
      public let previous: String?
    }
  }

  /// Why a file was not taken in.
  public enum Reason: Error, Equatable, Sendable {
    /// The file itself.
    case refusal(ImportRefusal)
    /// The workspace could not take it.
    case notWritten(FileError)
    /// The record whose place it would take cannot be read, and is not overwritten.
    case unreadableRecord(FileProblem)
    /// The record was not saved, or not surely.
    case notSaved(RecordSave.Failure)
    /// The application that the form would revise cannot be read, or changed while it was revised.
    case headUnusable(FileProblem)
    /// The application file was changed by another program in the meantime; nothing was written.
    case headChanged(file: String)
  }

  let workspace: Workspace
  let vocabulary: FormVocabulary
  let now: String
  private let unit: String?
  /// The application that the one form given replaces.
  private let replaced: RecordID?
  let isDryRun: Bool
  private let converter: (any DocumentConverter)?
  var known: KnownApplications
  /// Heads that a dry run would have written.
  var imagined: [RecordID: Document] = [:]

  /// An import into `workspace`.
  ///
  /// - Parameters:
  ///   - unit: the recommending unit of all files; nil to take it from each file's folder or form.
  ///   - now: the time, ISO 8601.
  ///   - replaced: the application whose new version the form is, whatever its names say; for one file only.
  ///   - isDryRun: read and report, but write nothing.
  ///   - converter: what turns a legacy `.doc` into a `.docx`; nil refuses those.
  public init(
    into workspace: Workspace, vocabulary: FormVocabulary, unit: String?, now: String,
    replacing replaced: RecordID? = nil, isDryRun: Bool, converter: (any DocumentConverter)? = nil
  ) throws(FileError) {
    self.workspace = workspace
    self.vocabulary = vocabulary
    self.unit = unit
    self.now = now
    self.isDryRun = isDryRun
    self.replaced = replaced
    self.converter = converter
    known = try KnownApplications(workspace)
  }

  /// Writes the journal line (操作日志) of a new application for the person who imports.
  ///
  /// Comes after the application is durable: a line never tells of a file that is not there.
  public func record(_ file: Imported, by person: Person) throws(FileError) {
    guard !isDryRun, let writer = RecordID(person.id) else { return }
    if let summary = file.summary, let entry = entry(file, summary, by: person), file.digest != nil {
      return try Journal(of: writer, in: workspace).append(entry)
    }
    guard let path = file.path else { return }
    var detail = JSONObject([("source", .string(file.file))])
    if file.status != .new { detail["status"] = .string(file.status.rawValue) }
    if !file.changes.isEmpty { detail["changes"] = .array(file.changes.map { .string($0.path) }) }
    let entry = JournalEntry(
      at: now, person: person.id, role: person.roles.first?.rawValue, act: "import",
      file: path.description, revision: file.revision, before: file.before, after: file.digest, detail: detail)
    try Journal(of: writer, in: workspace).append(entry)
  }

  /// Applications of the workspace that could not be read, so that a copy of them cannot be recognised.
  public var problems: [FileProblem] { known.problems }

  /// How far a batch is.
  public struct Progress: Equatable, Sendable {
    /// Files that are done.
    public let done: Int
    /// Files of the batch.
    public let total: Int
    /// The file that is read now.
    public let file: String
    /// Whether the file is of a kind that another program must convert first, which takes seconds.
    public let isSlow: Bool
  }

  /// Takes in everything at and below `paths`, telling of each file before it is read and when it is done.
  public func run(
    _ paths: [String], before: (Progress) -> Void = { _ in }, each: (Result<Imported, Refusal>) -> Void
  ) {
    var files = ImportFiles()
    for path in paths { files.add(path) }
    for failure in files.failures {
      each(.failure(Refusal(file: failure.path, reason: .refusal(.unreadable(failure.error)))))
    }
    if replaced != nil, files.candidates.count > 1 {
      for candidate in files.candidates {
        each(.failure(Refusal(file: candidate.name, reason: .refusal(.notOneFile(files.candidates.count)))))
      }
      return
    }
    for (place, candidate) in files.candidates.enumerated() {
      let isSlow = converter != nil && ImportFiles.isLegacy(candidate.name)
      before(Progress(done: place, total: files.candidates.count, file: candidate.name, isSlow: isSlow))
      each(take(candidate))
    }
  }

  /// A file that was not taken in.
  public struct Refusal: Error, Equatable, Sendable {
    /// The file, named from the folder that was given.
    public let file: String
    /// Why.
    public let reason: Reason
  }

  private func take(_ candidate: ImportFiles.Candidate) -> Result<Imported, Refusal> {
    do throws(ImportRefusal) {
      let bytes = try read(candidate)
      // By its digest first: a legacy document need not be converted again to be known.
      if let same = known.id(ofForm: Digest.sha256Hex(bytes)) {
        return .success(Imported(file: candidate.name, id: same, status: .unchanged, unparsed: [], digest: nil))
      }
      let form: ImportedForm
      do throws(ImportRefusal) {
        form = try FormImporter.read(
          bytes: bytes, name: candidate.name, vocabulary: vocabulary, importedAt: now, converter: converter)
      } catch {
        guard error == .summaryTable else { throw error }
        return takeSummary(bytes, name: candidate.name, unit: unit ?? sender(candidate))
      }
      if let same = known.id(ofForm: form.sha256) {
        return .success(Imported(file: candidate.name, id: same, status: .unchanged, unparsed: [], digest: nil))
      }
      if let other = replaced ?? known.id(company: form.company, project: form.project) {
        return revise(other, with: form, candidate, isNamed: replaced != nil)
      }
      guard let unit = unit ?? sender(candidate) ?? form.county else { throw .unknownUnit(nil) }
      return write(form, unit: unit, candidate)
    } catch {
      return .failure(Refusal(file: candidate.name, reason: .refusal(error)))
    }
  }

  private func read(_ candidate: ImportFiles.Candidate) throws(ImportRefusal) -> [UInt8] {
    let limit = ArchiveLimits().file
    do throws(FileError) {
      return try OutsideFile.read(candidate.path, max: limit)
    } catch {
      if case .tooLarge(let size, let limit) = error.reason { throw .tooLarge(bytes: size, limit: limit) }
      throw .unreadable(error)
    }
  }

  /// The unit that sent the file: that whose name its folder bears.
  private func sender(_ candidate: ImportFiles.Candidate) -> String? {
    let key = TextFolding.bareKey(String(candidate.folder.prefix(40)))
    return vocabulary.units.first { $0.keys.contains(key) }?.key
  }

  private func write(
    _ form: ImportedForm, unit: String, _ candidate: ImportFiles.Candidate
  ) -> Result<Imported, Refusal> {
    guard let id = known.nextID(year: vocabulary.year, unit: unit, wanted: form.givenID) else {
      return .failure(Refusal(file: candidate.name, reason: .refusal(.unknownUnit(unit))))
    }
    let bytes = JSONWriter.pretty(form.json(id: id, unit: unit))
    if !isDryRun {
      do throws(FileError) {
        // Pictures first: an application never names one that is not there.
        for media in form.media { try create(ImportedForm.folder(of: id) + media.name, media.bytes) }
        try create(WorkspaceLayout.application(id).description, bytes)
      } catch {
        return .failure(Refusal(file: candidate.name, reason: .notWritten(error)))
      }
    }
    known.add(id, form)
    let path = WorkspaceLayout.application(id)
    if isDryRun { imagined[id] = try? Document(path: path, bytes: bytes) }
    return .success(
      Imported(
        file: candidate.name, id: id, status: .new, unparsed: form.unparsed, digest: Digest.sha256Hex(bytes),
        path: path, tally: FormTally(form.json(id: id, unit: unit))))
  }

  func create(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    guard let path = WorkspacePath(path) else {
      throw FileError(file: path, step: .create, reason: .notAFile)
    }
    let folder = try workspace.root.makingFolder(path.folders)
    do throws(AtomicFile.Failure) {
      try AtomicFile(folder: folder, process: workspace.process).create(path.name, with: bytes)
    } catch {
      switch error {
      case .unchanged(let cause), .unconfirmed(let cause): throw cause
      case .refused: throw FileError(file: path.description, step: .create, reason: .notAFile)
      }
    }
  }
}
