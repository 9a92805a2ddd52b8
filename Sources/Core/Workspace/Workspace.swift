import Glibc

/// An open workspace: a folder of JSON files, each with one writer. Everything in it is reached from its descriptor.
public final class Workspace: Sendable {
  /// The folder as the person named it.
  public let path: String
  let root: Folder
  let process: ProcessIdentity

  private init(path: String, root: Folder, process: ProcessIdentity) {
    self.path = path
    self.root = root
    self.process = process
  }

  /// Why a folder cannot be opened as a workspace.
  public enum OpenError: Error, Equatable, Sendable {
    /// There is nothing of that name.
    case missing(String)
    /// It is a file, not a folder.
    case notAFolder(String)
    /// The folder has no `program.json`.
    case noProgram(String)
    /// The folder cannot be opened.
    case failed(FileError)
  }

  /// Opens the workspace at `path`, which must hold a `program.json`.
  public static func open(_ path: String) throws(OpenError) -> Workspace { try open(path, calls: .system) }

  static func open(
    _ path: String, calls: FileCalls, process: ProcessIdentity = .current, requiringProgram: Bool = true
  ) throws(OpenError) -> Workspace {
    let root: Folder
    var hasProgram = true
    do throws(FileError) {
      root = try Folder.open(path, named: "", calls: calls)
      if requiringProgram { hasProgram = try root.status(of: WorkspaceLayout.program.name) != nil }
    } catch {
      switch error.reason {
      case .missing: throw .missing(path)
      case .notAFolder: throw .notAFolder(path)
      default: throw .failed(error)
      }
    }
    guard hasProgram else { throw .noProgram(path) }
    return Workspace(path: path, root: root, process: process)
  }

  /// Whether files can be made here, found by making one: access bits do not tell (a share, another owner, root).
  public func isWritable() -> Bool {
    let name = process.temporaryName()
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let answer = FileCalls.retrying { root.calls.open(root.descriptor, name, flags, 0o600) }
    guard answer >= 0 else { return false }
    _ = root.calls.close(Int32(answer))
    return FileCalls.retrying { root.calls.unlink(root.descriptor, name) } >= 0
  }

  /// The largest file that is read, in bytes.
  static let largestFile = JSONLimits.standard.bytes

  /// The bytes of a file.
  public func bytes(_ path: WorkspacePath, max: Int = 8 * 1024 * 1024) throws(FileError) -> [UInt8] {
    try root.folder(path.folders).read(path.name, max: max)
  }

  /// The JSON file at `path`.
  public func document(_ path: WorkspacePath) throws(FileProblem) -> Document {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try self.bytes(path) } catch { throw FileProblem(error) }
    return try Document(path: path, bytes: bytes)
  }

  /// As `document`, nil when there is no such file.
  public func documentIfPresent(_ path: WorkspacePath) throws(FileProblem) -> Document? {
    do throws(FileProblem) {
      return try document(path)
    } catch {
      if case .file(let cause) = error.reason, cause.reason == .missing { return nil }
      throw error
    }
  }

  /// The call as data.
  public func program() throws(FileProblem) -> Program {
    try document(WorkspaceLayout.program).reading { (json) throws(FieldError) in try Program(json: json) }
  }

  /// The roster.
  public func roster() throws(FileProblem) -> Roster {
    try document(WorkspaceLayout.people).reading { (json) throws(FieldError) in try Roster(json: json) }
  }

  /// Who reviews and inspects an application; nil when nobody was assigned.
  public func assignment(_ application: RecordID) throws(FileProblem) -> Assignment? {
    guard let document = try documentIfPresent(WorkspaceLayout.assignment(application)) else { return nil }
    let assignment = try document.reading { (json) throws(FieldError) in try Assignment(json: json) }
    guard assignment.application.hasSameBytes(as: application.text) else {
      throw FileProblem(
        file: document.path.description, line: document.line(of: ["application"]),
        reason: .wrongID(found: assignment.application, expected: application.text))
    }
    return assignment
  }

  /// The summary table (附件3) of a unit; nil when it has sent none.
  public func summary(unit: RecordID) throws(FileProblem) -> CountySummary? {
    guard let document = try documentIfPresent(WorkspaceLayout.summary(unit: unit)) else { return nil }
    let summary = try document.reading { (json) throws(FieldError) in try CountySummary(json: json) }
    guard summary.unit.hasSameBytes(as: unit.text) else {
      throw FileProblem(
        file: document.path.description, line: document.line(of: ["unit"]),
        reason: .wrongID(found: summary.unit, expected: unit.text))
    }
    return summary
  }
}
