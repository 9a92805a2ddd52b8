/// One folder of records, opened once and read from any thread: `applications/`, or the sheets of one application.
public final class RecordFolder: Sendable {
  private let folder: Folder?
  private let parts: [String]

  init(_ folder: Folder?, parts: [String]) {
    self.folder = folder
    self.parts = parts
  }

  /// The records of a folder and what else is in it that somebody should know of.
  public struct Listing: Equatable, Sendable {
    /// Ids of the records, in the order of their bytes.
    public var records: [RecordID] = []
    /// Names that are not ours and are no known leftovers, copies kept by a sync tool, and links.
    public var problems: [FileProblem] = []
  }

  /// The `<id>.json` files here. A folder that does not exist has none: an empty one is not carried by git.
  public func listing() throws(FileError) -> Listing { try listing(suffix: ".json") }

  /// The `<id><suffix>` files here.
  func listing(suffix: String) throws(FileError) -> Listing {
    try list { $0 == .folder || $0 == .other ? nil : suffix }
  }

  /// The ids of the folders here, for `reviews/` and `inspections/`.
  public func folders() throws(FileError) -> Listing {
    try list { $0 == .file || $0 == .other ? nil : "" }
  }

  private func list(suffix: (FileName.Kind) -> String?) throws(FileError) -> Listing {
    var listing = Listing()
    guard let folder else { return listing }
    for name in try folder.names() {
      let file = folder.path(of: name.text)
      switch name.meaning(suffix: suffix(name.kind) ?? ".json") {
      case .record(let id):
        if name.kind == .symbolicLink {
          let error = FileError(file: file, step: .open, reason: .symbolicLink)
          listing.problems.append(FileProblem(file: file, reason: .file(error)))
        } else if suffix(name.kind) != nil {
          listing.records.append(id)
        } else if name.kind == .other {
          let error = FileError(file: file, step: .open, reason: .notAFile)
          listing.problems.append(FileProblem(file: file, reason: .file(error)))
        }
      case .ownTemporary, .leftover: break
      case .conflictCopy: listing.problems.append(FileProblem(file: file, reason: .conflictCopy))
      case .unknown where name.kind == .folder && suffix(.folder) == nil: break
      case .unknown: listing.problems.append(FileProblem(file: file, reason: .unknownName))
      }
    }
    return listing
  }

  /// The bytes of the record `id`.
  public func bytes(_ id: RecordID) throws(FileError) -> [UInt8] {
    guard let folder else {
      throw FileError(file: path(id).description, step: .open, reason: .missing)
    }
    return try folder.read(id.text + ".json", max: Workspace.largestFile)
  }

  /// The record `id`.
  public func document(_ id: RecordID) throws(FileProblem) -> Document {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try self.bytes(id) } catch { throw FileProblem(error) }
    return try Document(path: path(id), bytes: bytes)
  }

  /// The application `id`; its own id must be the file's name.
  public func application(_ id: RecordID) throws(FileProblem) -> Application {
    let document = try document(id)
    let application = try document.reading { (json) throws(FieldError) in try Application(json: json) }
    guard application.id.hasSameBytes(as: id.text) else {
      throw FileProblem(
        file: document.path.description, line: document.line(of: ["id"]),
        reason: .wrongID(found: application.id, expected: id.text))
    }
    return application
  }

  private func path(_ id: RecordID) -> WorkspacePath { WorkspacePath(checked: parts + [id.text + ".json"]) }
}

extension Workspace {
  /// The applications (申报书).
  public func applications() throws(FileError) -> RecordFolder { try records("applications") }

  /// The summary tables (附件3) of the counties.
  func summaries() throws(FileError) -> RecordFolder { try records("summaries") }

  /// Who reviews and inspects which application.
  public func assignments() throws(FileError) -> RecordFolder { try records("assignments") }

  /// What supervisors decided, by application.
  func decisions() throws(FileError) -> RecordFolder { try records("decisions") }

  /// What persons taught about the names of metrics, one file each.
  public func names() throws(FileError) -> RecordFolder { try records("names") }

  /// The journals (操作日志), one for each person.
  func journals() throws(FileError) -> RecordFolder { try records("journal") }

  /// The score sheets of one application.
  public func reviews(of application: RecordID) throws(FileError) -> RecordFolder {
    try records("reviews", application.text)
  }

  /// The applications that have sheets, as folders.
  public func reviewed() throws(FileError) -> RecordFolder { try records("reviews") }

  /// The visits to one application.
  public func inspections(of application: RecordID) throws(FileError) -> RecordFolder {
    try records("inspections", application.text)
  }

  /// The applications that have visits, as folders.
  public func inspected() throws(FileError) -> RecordFolder { try records("inspections") }

  /// What persons added to a visit, one file each.
  func inspectionParts(of application: RecordID, visit: RecordID) throws(FileError) -> RecordFolder {
    try records("inspections", application.text, visit.text)
  }

  private func records(_ parts: String...) throws(FileError) -> RecordFolder {
    do throws(FileError) {
      return RecordFolder(try root.folder(parts[...]), parts: parts)
    } catch {
      guard error.reason == .missing else { throw error }
      return RecordFolder(nil, parts: parts)
    }
  }
}
