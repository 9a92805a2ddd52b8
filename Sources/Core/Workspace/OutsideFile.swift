import Glibc

/// Files that a person named by a path of the whole system.
public enum OutsideFile {
  /// The bytes of a regular file of at most `max` bytes; links in the path are followed, as the person meant them.
  public static func read(_ path: String, max: Int = 8 * 1024 * 1024) throws(FileError) -> [UInt8] {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let last = parts.last.flatMap({ String($0) }), !last.isEmpty else {
      throw FileError(file: path, step: .open, reason: .notAFile)
    }
    let above = String(path.dropLast(last.count))
    let folder = try Folder.open(above.isEmpty ? "." : above, named: "", calls: .system)
    do throws(FileError) {
      return try folder.read(last, max: max)
    } catch {
      throw FileError(file: path, step: error.step, reason: error.reason)
    }
  }

  /// Writes `bytes` into a new file that only its owner may read, durable with its name. What is there already is never
  /// touched; nothing is left behind when this fails.
  public static func create(_ path: String, with bytes: [UInt8]) throws(FileError) {
    try create(path, with: bytes, calls: .system)
  }

  static func create(_ path: String, with bytes: [UInt8], calls: FileCalls) throws(FileError) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard let name = parts.last.flatMap({ String($0) }), !name.isEmpty else {
      throw FileError(file: path, step: .create, reason: .notAFile)
    }
    let above = String(path.dropLast(name.count))
    let folder = try Folder.open(above.isEmpty ? "." : above, named: "", calls: calls)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let answer = FileCalls.retrying { calls.open(folder.descriptor, name, flags, 0o600) }
    guard answer >= 0 else { throw FileError(path, .create, answer: answer) }
    let descriptor = Int32(answer)
    var isOpen = true
    do throws(FileError) {
      defer { if isOpen { _ = calls.close(descriptor) } }
      try calls.writeAll(bytes, to: descriptor, file: path)
      let synced = FileCalls.retrying { calls.sync(descriptor) }
      guard synced >= 0 else { throw FileError(path, .sync, answer: synced) }
      isOpen = false
      let closed = calls.close(descriptor)
      guard closed >= 0 || closed == -Int(EINTR) else { throw FileError(path, .close, answer: closed) }
      guard try folder.read(name, max: bytes.count) == bytes else {
        throw FileError(file: path, step: .readBack, reason: .readBackDiffers)
      }
      try folder.sync()
    } catch {
      _ = FileCalls.retrying { calls.unlink(folder.descriptor, name) }
      throw FileError(file: path, step: error.step, reason: error.reason)
    }
  }
}
