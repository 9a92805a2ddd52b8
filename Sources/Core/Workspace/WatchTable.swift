import Glibc

/// The folders that are followed, by the number that the system gave each.
struct WatchTable: Sendable {
  let descriptor: Int32
  let root: Folder
  private var folders: [Int32: [String]] = [:]

  private static let mask =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE) | UInt32(IN_CREATE)
    | UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)

  init(descriptor: Int32, root: Folder) {
    self.descriptor = descriptor
    self.root = root
  }

  /// Follows the folder `parts` and those below it. With `changes`, what is in them already is told too: it may have come
  /// before the folder was followed.
  mutating func follow(
    _ parts: [String], telling changes: UnsafeMutablePointer<Set<WorkspaceChange>>?
  ) throws(WorkspaceWatcher.Failure) {
    let folder: Folder
    let names: [FileName]
    do throws(FileError) {
      folder = try root.folder(parts[...])
      // Reached through the open descriptor: no link can be put in the way of a path.
      let watch = inotify_add_watch(descriptor, "/proc/self/fd/\(folder.descriptor)", Self.mask)
      guard watch >= 0 else { throw FileError(folder.path, .open, answer: -Int(errno)) }
      folders[watch] = parts
      names = try folder.names()
    } catch {
      switch error.reason {
      case .system(ENOSPC): throw .tooManyFolders(given: folders.count)
      // Gone again meanwhile, or not ours to read: the list of problems names such a folder when it is read.
      default:
        if parts.isEmpty, case .system(let code) = error.reason { throw .system(code) }
        return
      }
    }
    for name in names {
      if name.kind == .folder, WorkspaceChange.follows(name, in: parts) {
        try follow(parts + [name.text], telling: changes)
      } else if let changes, name.kind != .folder, let change = WorkspaceChange(name, in: parts) {
        changes.pointee.insert(change)
      }
    }
  }

  /// Takes the events that are there.
  mutating func read(into changes: inout Set<WorkspaceChange>) throws(WorkspaceWatcher.Failure) {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else { throw .system(count < 0 ? errno : EIO) }
      var place = 0
      let header = MemoryLayout<inotify_event>.size
      while place + header <= count {
        let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: inotify_event.self) }
        let length = Int(event.len)
        let name = buffer[place + header..<min(count, place + header + length)].prefix { $0 != 0 }
        place += header + length
        try take(event, name: Array(name), into: &changes)
      }
    }
  }

  private mutating func take(
    _ event: inotify_event, name: [UInt8], into changes: inout Set<WorkspaceChange>
  ) throws(WorkspaceWatcher.Failure) {
    func has(_ flag: some BinaryInteger) -> Bool { event.mask & UInt32(flag) != 0 }
    if has(IN_Q_OVERFLOW) {
      changes.insert(.everything)
      return
    }
    guard let parts = folders[event.wd] else { return }
    if has(IN_IGNORED) || has(IN_DELETE_SELF) || has(IN_MOVE_SELF) {
      folders[event.wd] = has(IN_IGNORED) ? nil : parts
      // The workspace itself is gone or elsewhere, or a whole folder of it.
      if parts.count <= 1 { changes.insert(.everything) }
      return
    }
    let isFolder = has(IN_ISDIR)
    let entry = FileName(bytes: name, kind: isFolder ? .folder : .file)
    if isFolder {
      guard WorkspaceChange.follows(entry, in: parts) else { return }
      if has(IN_CREATE) || has(IN_MOVED_TO) {
        try withUnsafeMutablePointer(to: &changes) { (pointer) throws(WorkspaceWatcher.Failure) in
          try follow(parts + [entry.text], telling: pointer)
        }
      } else {
        changes.insert(.everything)
      }
    } else if let change = WorkspaceChange(entry, in: parts) {
      // A new record of ours is linked under its name, whole; what another program makes tells again when it is closed.
      changes.insert(change)
    }
  }
}
