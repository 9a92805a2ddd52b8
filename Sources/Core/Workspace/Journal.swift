import Glibc

/// One person's journal: JSON Lines that are only ever added to. Each line names the digest of the line before, so a line
/// that was changed or taken out shows.
public struct Journal: Sendable {
  let workspace: Workspace
  let path: WorkspacePath
  let person: RecordID

  /// The journal of `person`.
  public init(of person: RecordID, in workspace: Workspace) {
    self.workspace = workspace
    self.person = person
    path = WorkspaceLayout.journal(person)
  }

  /// Adds a line, durable when this returns. The caller holds the person's lock.
  ///
  /// A last line that a crash tore off is closed by a newline and stays; the new line follows it.
  func append(_ entry: JournalEntry) throws(FileError) {
    var folder = try workspace.root.makingFolder(path.folders)
    let file = path.description
    let isNew = try folder.status(of: path.name) == nil
    if isNew { folder = try workspace.root.makingFolder(path.folders, syncing: true) }
    let flags = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let answer = FileCalls.retrying { folder.calls.open(folder.descriptor, path.name, flags, 0o600) }
    guard answer >= 0 else { throw FileError(file, .open, answer: answer) }
    let descriptor = Int32(answer)
    var isOpen = true
    defer { if isOpen { _ = folder.calls.close(descriptor) } }
    var status = stat()
    let inspected = folder.calls.status(descriptor, &status)
    guard inspected >= 0 else { throw FileError(file, .inspect, answer: inspected) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(file: file, step: .open, reason: .notAFile) }
    if isNew { _ = folder.calls.setMode(descriptor, try folder.status(.create, of: file).st_mode & 0o666) }
    let last = try lastLine(descriptor, size: Int(status.st_size), folder.calls)
    var line: [UInt8] = last.isTorn ? [0x0A] : []
    line += JSONWriter.compact(entry.json(previous: last.bytes.isEmpty ? nil : Digest.sha256Hex(last.bytes)))
    line.append(0x0A)
    try folder.calls.writeAll(line, to: descriptor, file: file)
    let synced = FileCalls.retrying { folder.calls.sync(descriptor) }
    guard synced >= 0 else { throw FileError(file, .sync, answer: synced) }
    isOpen = false
    let closed = folder.calls.close(descriptor)
    guard closed >= 0 || closed == -Int(EINTR) else { throw FileError(file, .close, answer: closed) }
    // Each time: the process that made the file may have died before its name was durable.
    try folder.sync()
  }

  /// When the last line was written, as it says; nil when there is none or it cannot be read. Never an error: it only serves
  /// to notice a clock that ran backwards.
  func lastTime() -> String? {
    do {
      let folder = try workspace.root.folder(path.folders[...])
      let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
      let answer = FileCalls.retrying { folder.calls.open(folder.descriptor, path.name, flags, 0) }
      guard answer >= 0 else { return nil }
      let descriptor = Int32(answer)
      defer { _ = folder.calls.close(descriptor) }
      var status = stat()
      guard folder.calls.status(descriptor, &status) >= 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      let line = try lastLine(descriptor, size: Int(status.st_size), folder.calls).bytes
      return try JournalEntry(json: JSONParser.parse(line)).at
    } catch {
      return nil
    }
  }

  /// The last line without its newline, and whether it has none.
  private func lastLine(
    _ descriptor: Int32, size: Int, _ calls: FileCalls
  ) throws(FileError) -> (bytes: [UInt8], isTorn: Bool) {
    var window = min(size, 16 * 1024)
    while window > 0 {
      let bytes = try read(descriptor, from: size - window, count: window, calls)
      let isTorn = bytes.last != 0x0A
      let text = isTorn ? bytes[...] : bytes.dropLast()
      if let newline = text.lastIndex(of: 0x0A) { return (Array(text[(newline + 1)...]), isTorn) }
      if window == size { return (Array(text), isTorn) }
      window = min(size, window * 16)
    }
    return ([], false)
  }

  private func read(_ descriptor: Int32, from start: Int, count: Int, _ calls: FileCalls) throws(FileError) -> [UInt8] {
    guard lseek(descriptor, start, SEEK_SET) >= 0 else { throw FileError(path.description, .read, answer: -Int(errno)) }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let answer = bytes.withUnsafeMutableBytes { buffer in
        FileCalls.retrying { calls.read(descriptor, UnsafeMutableRawBufferPointer(rebasing: buffer[done...])) }
      }
      guard answer >= 0 else { throw FileError(path.description, .read, answer: answer) }
      if answer == 0 { break }
      done += answer
    }
    return Array(bytes[..<done])
  }
}
