import Glibc

/// The private folder of one person on one machine: drafts, locks and discarded drafts. Never synced, never shared.
public struct StateFolder: Sendable {
  /// Where it stands, for messages.
  public let path: String
  let folder: Folder
  let process: ProcessIdentity
  /// The folder of all workspaces, for what belongs to the person.
  var top: Folder?

  /// Opens or makes the part of `base` (for example `~/.local/state/reviewtui`) that belongs to `workspace`, 0700.
  public static func open(_ base: String, for workspace: Workspace) throws(FileError) -> StateFolder {
    try open(base, for: workspace, calls: .system)
  }

  static func open(_ base: String, for workspace: Workspace, calls: FileCalls) throws(FileError) -> StateFolder {
    let top = try makingAll(base, calls: calls)
    let full = realpath(workspace.path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    let name = String(Digest.sha256Hex(Array((full ?? workspace.path).utf8)).prefix(16))
    let folder = try top.makingFolder([name], mode: 0o700)
    return StateFolder(path: base + "/" + name, folder: folder, process: workspace.process, top: top)
  }

  /// The folder `name` in here, made when missing.
  func subfolder(_ name: String) throws(FileError) -> Folder { try folder.makingFolder([name], mode: 0o700) }

  /// Makes every missing folder of a full path. The parts above may be links, as home folders often are.
  private static func makingAll(_ path: String, calls: FileCalls) throws(FileError) -> Folder {
    do throws(FileError) {
      return try Folder.open(path, named: path, calls: calls)
    } catch {
      guard error.reason == .missing, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { throw error }
      let name = String(path[path.index(after: slash)...])
      let above = String(path[..<slash])
      if name.isEmpty { return try makingAll(above, calls: calls) }
      if above.isEmpty { throw error }
      return try makingAll(above, calls: calls).makingFolder([name], mode: 0o700)
    }
  }
}
