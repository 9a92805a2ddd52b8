import Glibc

/// Makes a new workspace.
public enum WorkspaceMaker {
  /// Why a workspace was not made.
  public enum Failure: Error, Equatable, Sendable {
    /// There is one already.
    case alreadyWorkspace
    /// The folder holds something else.
    case notEmpty
    /// The call is not one that the program can read.
    case problem(FileProblem)
    /// A file could not be written.
    case failed(FileError)
  }

  /// Never merged or re-encoded by git: a record is one person's file, and its bytes are signed.
  private static let attributes = "*.json -text -merge\n*.jsonl -text -merge\n"
  private static let ignored = ".tmp-*\n*~\n.*.swp\n~$*\n"

  /// Makes the workspace at `path`, which does not exist yet or is an empty folder. A new folder is private (0700); every
  /// file made in a workspace later has the access that its folder has.
  public static func make(_ path: String, program: [UInt8]) throws(Failure) {
    let document: Document
    do throws(FileProblem) {
      document = try Document(path: WorkspaceLayout.program, bytes: program)
      _ = try document.reading { (json) throws(FieldError) in try Program(json: json) }
    } catch {
      throw .problem(error)
    }
    let root: Folder
    var isEmpty = true
    do throws(FileError) {
      root = try folder(path)
      if try root.status(of: WorkspaceLayout.program.name) != nil { throw Found.workspace }
      for name in try root.names() where isEmpty { isEmpty = try isOurs(name, in: root) }
    } catch {
      if error == Found.workspace { throw .alreadyWorkspace }
      throw .failed(error)
    }
    guard isEmpty else { throw .notEmpty }
    try fill(root, program: document.bytes)
  }

  /// Whether an entry may stand in a folder that is to become a workspace: leftovers, and what this made before it was
  /// cut short. Nothing is in the folders then, and the roster is the empty one.
  private static func isOurs(_ name: FileName, in root: Folder) throws(FileError) -> Bool {
    switch name.meaning(suffix: ".json") {
    case .leftover, .ownTemporary: return true
    default: break
    }
    if name.kind != .folder {
      guard name.bytes.elementsEqual(WorkspaceLayout.people.name.utf8) else { return false }
      return try root.read(name.text, max: Workspace.largestFile) == noPeople
    }
    guard WorkspaceLayout.folders.contains(where: { name.bytes.elementsEqual($0.utf8) }) else { return false }
    return try root.folder(name.text).names().isEmpty
  }

  private static let noPeople = JSONWriter.pretty(
    .object(JSONObject([("schema", .string(SchemaKind.people.identifier)), ("people", .array([]))])))

  private enum Found {
    static let workspace = FileError(file: WorkspaceLayout.program.name, step: .create, reason: .system(EEXIST))
  }

  private static func folder(_ path: String) throws(FileError) -> Folder {
    var trimmed = path
    while trimmed.utf8.count > 1, trimmed.utf8.last == UInt8(ascii: "/") { trimmed.removeLast() }
    var made: Folder?
    do throws(FileError) {
      made = try Folder.open(trimmed, named: "", calls: .system)
    } catch {
      guard error.reason == .missing else { throw error }
    }
    if made == nil {
      let answer = FileCalls.retrying { mkdir(trimmed, 0o700) == 0 ? 0 : -Int(errno) }
      guard answer >= 0 else { throw FileError(path, .makeFolder, answer: answer) }
    }
    try syncParent(of: trimmed)
    if let made { return made }
    return try Folder.open(trimmed, named: "", calls: .system)
  }

  /// Makes the name of the workspace itself durable, also when a run that was cut short made the folder. A folder around
  /// it that may not be opened cannot be synced either.
  private static func syncParent(of path: String) throws(FileError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let above = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let folder: Folder
    do throws(FileError) { folder = try Folder.open(above, named: above, calls: .system) } catch { return }
    try folder.sync()
  }

  /// `program.json` comes last: a folder without it is no workspace, and making it again goes on where a crash stopped.
  private static func fill(_ root: Folder, program: [UInt8]) throws(Failure) {
    Sweep.removeAbandoned(in: root)
    do throws(FileError) {
      for name in WorkspaceLayout.folders { _ = try root.makingFolder([name]) }
      try root.sync()
    } catch {
      throw .failed(error)
    }
    let files: [(String, [UInt8])] = [
      (".gitattributes", Array(attributes.utf8)), (".gitignore", Array(ignored.utf8)),
      (".stignore", Array(ignored.utf8)),
      (WorkspaceLayout.people.name, noPeople), (WorkspaceLayout.program.name, program),
    ]
    for (name, bytes) in files {
      do throws(AtomicFile.Failure) {
        try AtomicFile(folder: root, process: .current).create(name, with: bytes)
      } catch {
        switch error {
        case .unchanged(let cause), .unconfirmed(let cause): throw .failed(cause)
        case .refused: throw .notEmpty
        }
      }
    }
  }
}
