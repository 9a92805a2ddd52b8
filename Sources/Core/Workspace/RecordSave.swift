import Glibc

/// The one way in which a person's record is written.
///
/// 0 the new text is parsed again; 1 lock; 2 leftovers of dead processes go; 3 what stands there must be what was read;
/// 4 the unchangeable copy in `history/` is durable; 5 the head is replaced and durable; only then is it saved.
/// A crash before 5 leaves the old head, and perhaps a newer copy in `history/` for its owner to take up.
public struct RecordSave: Sendable {
  /// The record.
  public let path: WorkspacePath
  /// The new text.
  public let bytes: [UInt8]
  /// Digest of the text that was read; nil when there was no record.
  public let base: String?
  /// The revision to keep in `history/`; nil for a draft, which only replaces the head.
  public let kept: Int?

  /// A save of `bytes` over the text with the digest `base`.
  public init(path: WorkspacePath, bytes: [UInt8], base: String?, kept: Int?) {
    self.path = path
    self.bytes = bytes
    self.base = base
    self.kept = kept
  }

  /// Why a record was not saved, or is not known to be.
  public enum Failure: Error, Equatable, Sendable {
    /// Somebody else changed the record since it was read. Nothing was written; both versions are at hand.
    case conflict(file: String, expected: String?, found: String?)
    /// Another window of the same person is saving and did not end in two seconds. Nothing was written.
    case busy(file: String)
    /// A file could not be written. The record is as it was.
    case failed(FileError)
    /// The record was replaced, but the disk did not confirm it: it may be the old one again after a power cut.
    case unconfirmed(FileError)
    /// The new text would not be readable again (for example more than 30 combining marks in a row). Nothing was written.
    case unreadable(file: String, JSONSyntaxError)
  }

  /// Saves and answers the digest of the new text, which is durable by then.
  func run(in workspace: Workspace, lock: FileLock.Outcome) throws(Failure) -> String {
    try checkReadable()
    if case .busy = lock { throw .busy(file: path.description) }
    let digest = Digest.sha256Hex(bytes)
    let folder = try Self.unchanged { () throws(FileError) in
      try workspace.root.makingFolder(path.folders, syncing: base == nil)
    }
    Sweep.removeAbandoned(in: folder)
    try refuseConflict(in: folder)
    if let kept, let copy = WorkspaceLayout.history(of: path, revision: kept, digest: digest) {
      let history = try Self.unchanged { () throws(FileError) in try folder.makingFolder(["history"]) }
      Sweep.removeAbandoned(in: history)
      do throws(AtomicFile.Failure) {
        try AtomicFile(folder: history, process: workspace.process).create(copy.name, with: bytes)
      } catch {
        switch error {
        case .unchanged(let cause), .unconfirmed(let cause): throw .failed(cause)
        case .refused: throw .busy(file: copy.description)
        }
      }
    }
    try put(AtomicFile(folder: folder, process: workspace.process))
    return digest
  }

  private func checkReadable() throws(Failure) {
    var limits = JSONLimits.standard
    limits.skipsByteOrderMark = true
    do throws(JSONSyntaxError) {
      _ = try JSONParser.parse(bytes, limits: limits)
    } catch {
      throw .unreadable(file: path.description, error)
    }
  }

  private func put(_ head: AtomicFile) throws(Failure) {
    let isNew = try Self.unchanged { () throws(FileError) in try foundDigest(in: head.folder) } == nil
    do throws(AtomicFile.Failure) {
      if isNew {
        try head.create(path.name, with: bytes, isOwn: true)
      } else {
        // Looked at again in the last moment: a sync tool takes no lock.
        try head.replace(path.name, with: bytes) { () throws(FileError) in
          try foundDigest(in: head.folder) == base
        }
      }
    } catch {
      switch error {
      case .unchanged(let cause):
        if cause.step == .link, cause.reason == .system(EEXIST) { try refuseConflict(in: head.folder) }
        throw .failed(cause)
      case .unconfirmed(let cause): throw .unconfirmed(cause)
      case .refused:
        try refuseConflict(in: head.folder)
        throw .busy(file: path.description)
      }
    }
  }

  /// Throws when what stands there is not what was read; also when it is the text that is to be written: then another
  /// window made the same edit in the same second, and was told so. An answer of this save that got lost is found where
  /// the name was to be taken.
  private func refuseConflict(in folder: Folder) throws(Failure) {
    let found = try Self.unchanged { () throws(FileError) in try foundDigest(in: folder) }
    if found != base { throw .conflict(file: path.description, expected: base, found: found) }
  }

  private func foundDigest(in folder: Folder) throws(FileError) -> String? {
    do throws(FileError) {
      return Digest.sha256Hex(try folder.read(path.name, max: Workspace.largestFile))
    } catch {
      guard error.reason == .missing else { throw error }
      return nil
    }
  }

  private static func unchanged<Value>(_ body: () throws(FileError) -> Value) throws(Failure) -> Value {
    do throws(FileError) { return try body() } catch { throw .failed(error) }
  }
}
