import Glibc

/// Writes a file that a person named by a path of the whole system, as carefully as a record.
public enum OutsideWrite {
  /// Why nothing, or nothing surely, was written.
  public enum Failure: Error, Equatable, Sendable {
    /// A file of that name is there; it was not touched.
    case exists(String)
    /// The folder is one of the workspace's own, where only records belong.
    case insideRecords(String)
    /// The old file, if there was one, is untouched.
    case failed(FileError)
    /// The new file has its name, but may not survive a power cut.
    case unconfirmed(FileError)
  }

  /// What was written.
  public struct Written: Equatable, Sendable {
    /// SHA-256 of the file.
    public let digest: String
    /// Name of the copy of the file that was there before; nil when there was none.
    public let kept: String?
  }

  /// Puts `bytes` at `path`. A file of that name is refused; with `replacing` it first gets a numbered copy beside it.
  ///
  /// - Parameter workspace: its folders of records are refused.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, outside workspace: Workspace
  ) throws(Failure) -> Written {
    try write(bytes, to: path, replacing: replacing, outside: workspace, calls: .system)
  }

  static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, outside workspace: Workspace, calls: FileCalls
  ) throws(Failure) -> Written {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let name = parts.last.flatMap({ String($0) }), !name.isEmpty, name != ".", name != ".." else {
      throw .failed(FileError(file: path, step: .create, reason: .notAFile))
    }
    let above = String(path.dropLast(name.count))
    if isRecords(above.isEmpty ? "." : above, of: workspace) { throw .insideRecords(path) }
    let folder: Folder
    var old: [UInt8]?
    do throws(FileError) {
      folder = try Folder.open(above.isEmpty ? "." : above, named: above, calls: calls)
      if try folder.status(of: name) != nil { old = try folder.read(name, max: largest) }
    } catch {
      throw .failed(error)
    }
    Sweep.removeAbandoned(in: folder)
    if old != nil, !replacing { throw .exists(path) }
    let file = AtomicFile(folder: folder, process: .current)
    var kept: String?
    if let old, old != bytes { kept = try keep(old, of: name, file) }
    do throws(AtomicFile.Failure) {
      if old == nil { try file.create(name, with: bytes) } else { try file.replace(name, with: bytes) }
    } catch {
      throw failure(error, path)
    }
    return Written(digest: Digest.sha256Hex(bytes), kept: kept)
  }

  /// The largest file that is kept beside a new one, in bytes.
  private static let largest = 512 * 1024 * 1024

  private static func failure(_ failure: AtomicFile.Failure, _ path: String) -> Failure {
    switch failure {
    case .unchanged(let error): error.reason == .system(EEXIST) ? .exists(path) : .failed(error)
    case .unconfirmed(let error): .unconfirmed(error)
    case .refused: .exists(path)
    }
  }

  /// A copy of the old file under the first free number: `名单.xlsx` becomes `名单.1.xlsx`.
  private static func keep(_ old: [UInt8], of name: String, _ file: AtomicFile) throws(Failure) -> String {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    for number in 1...9999 {
      let copy = String(name[..<dot]) + ".\(number)" + String(name[dot...])
      do throws(FileError) {
        if try file.folder.status(of: copy) != nil { continue }
      } catch {
        throw .failed(error)
      }
      do throws(AtomicFile.Failure) { try file.create(copy, with: old) } catch { throw failure(error, copy) }
      return copy
    }
    throw .exists(name)
  }

  private static func isRecords(_ folder: String, of workspace: Workspace) -> Bool {
    guard let root = full(workspace.path), let place = full(folder), place.hasPrefix(root + "/") else { return false }
    let inner = place.dropFirst(root.count + 1).split(separator: "/").first.map { String($0) } ?? ""
    return (WorkspaceLayout.folders + ["names"]).contains { $0.hasSameBytes(as: inner) }
  }

  private static func full(_ path: String) -> String? {
    realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
  }
}
