import Glibc

/// Writes a file so that at every moment, also after a power cut, its name holds the old text or the new one, whole.
///
/// New bytes go into a temporary file of the same folder, are made durable, closed, read back and compared; only then do
/// they take the name, and the folder is made durable too.
///
/// Access bits: a file that exists keeps its own; a new one gets the read and write bits of its folder, whatever the
/// umask is, because colleagues who may read a shared folder must be able to read what is put there.
struct AtomicFile {
  /// Whether the new text is known not to be there, or only not known to be.
  enum Failure: Error, Equatable {
    /// The old text is untouched.
    case unchanged(FileError)
    /// The new text has its name, but may not survive a power cut.
    case unconfirmed(FileError)
    /// The last look said no. The old text is untouched.
    case refused
  }

  let folder: Folder
  let process: ProcessIdentity

  /// Puts `bytes` in the place of what `name` holds, or under a new name. Just before that, `isWanted` may still refuse.
  func replace(
    _ name: String, with bytes: [UInt8],
    isWanted: () throws(FileError) -> Bool = { () throws(FileError) in true }
  ) throws(Failure) {
    let temporary: String
    do throws(FileError) { temporary = try write(bytes, for: name) } catch { throw .unchanged(error) }
    var wanted = false
    var doubt: FileError?
    do throws(FileError) {
      wanted = try isWanted()
      if wanted { doubt = try rename(temporary, to: name, holding: bytes) } else { discard(temporary) }
    } catch {
      discard(temporary)
      throw .unchanged(error)
    }
    guard wanted else { throw .refused }
    try confirm(doubt)
  }

  /// Gives `bytes` a name that must not exist yet. A file that is there with the same bytes counts as done before, unless
  /// it must be this call's own (`isOwn`): another process may write the same text.
  func create(_ name: String, with bytes: [UInt8], isOwn: Bool = false) throws(Failure) {
    let temporary: String
    do throws(FileError) { temporary = try write(bytes, for: name) } catch { throw .unchanged(error) }
    let doubt: FileError?
    do throws(FileError) {
      doubt = try link(temporary, to: name, holding: bytes, isOwn: isOwn)
    } catch {
      discard(temporary)
      throw .unchanged(error)
    }
    try confirm(doubt)
  }

  /// Makes the new name durable; `doubt` is what the system answered although the name is there.
  private func confirm(_ doubt: FileError?) throws(Failure) {
    do throws(FileError) { try folder.sync() } catch { throw .unconfirmed(error) }
    if let doubt { throw .unconfirmed(doubt) }
  }

  /// A durable temporary file with `bytes`; its name. Nothing is left behind when this fails.
  private func write(_ bytes: [UInt8], for name: String) throws(FileError) -> String {
    let file = folder.path(of: name)
    let mode = try self.mode(for: name)
    let (temporary, descriptor) = try openTemporary(for: file)
    do throws(FileError) {
      var isOpen = true
      defer { if isOpen { _ = folder.calls.close(descriptor) } }
      // A share without access bits refuses; its own rules then hold.
      _ = folder.calls.setMode(descriptor, mode)
      try folder.calls.writeAll(bytes, to: descriptor, file: file)
      let synced = FileCalls.retrying { folder.calls.sync(descriptor) }
      // Never again on this descriptor: after a failed sync the kernel may have dropped the bytes and would say yes.
      guard synced >= 0 else { throw FileError(file, .sync, answer: synced) }
      isOpen = false
      let closed = folder.calls.close(descriptor)
      guard closed >= 0 || closed == -Int(EINTR) else { throw FileError(file, .close, answer: closed) }
      guard try folder.read(temporary, max: bytes.count) == bytes else {
        throw FileError(file: file, step: .readBack, reason: .readBackDiffers)
      }
    } catch {
      discard(temporary)
      throw error
    }
    return temporary
  }

  private func mode(for name: String) throws(FileError) -> mode_t {
    guard let status = try folder.status(of: name) else {
      return try folder.status(.create, of: folder.path(of: name)).st_mode & 0o666
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status.st_mode & 0o777
    case S_IFLNK: throw FileError(file: folder.path(of: name), step: .create, reason: .symbolicLink)
    default: throw FileError(file: folder.path(of: name), step: .create, reason: .notAFile)
    }
  }

  private func openTemporary(for file: String) throws(FileError) -> (String, Int32) {
    var answer = 0
    for _ in 0..<3 {
      let name = process.temporaryName()
      let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
      answer = FileCalls.retrying { folder.calls.open(folder.descriptor, name, flags, 0o600) }
      if answer >= 0 { return (name, Int32(answer)) }
      // A share may have made the file and lost its answer.
      if answer != -Int(EEXIST) { discard(name) }
      if answer != -Int(EEXIST) { break }
    }
    throw FileError(file, .create, answer: answer)
  }

  /// Answers a failure that the system reported although the new text has its name.
  private func rename(_ temporary: String, to name: String, holding bytes: [UInt8]) throws(FileError) -> FileError? {
    var answer = 0
    for attempt in 0..<6 {
      if attempt > 0 { folder.calls.pause(50) }
      answer = FileCalls.retrying { folder.calls.rename(folder.descriptor, temporary, name) }
      if answer >= 0 { return nil }
      // A Windows share refuses while anybody has the file open.
      if answer != -Int(EACCES), answer != -Int(EBUSY) { break }
    }
    let failure = FileError(folder.path(of: name), .replace, answer: answer)
    // A network folder may have done it and lost its answer: then the temporary name is gone. The text alone proves
    // nothing, because another window may have written the same.
    guard try folder.status(of: temporary) == nil, holds(name, bytes) else { throw failure }
    return answer == -Int(ENOENT) ? nil : failure
  }

  /// Answers a failure that the system reported although the new text has its name.
  private func link(
    _ temporary: String, to name: String, holding bytes: [UInt8], isOwn: Bool
  ) throws(FileError) -> FileError? {
    let answer = FileCalls.retrying {
      folder.calls.link(folder.descriptor, temporary, folder.descriptor, name)
    }
    let failure = FileError(folder.path(of: name), .link, answer: answer)
    switch -answer {
    case ...0: discard(temporary)
    case Int(EEXIST), Int(ENOENT):
      guard isOwn ? isSameFile(temporary, name) : holds(name, bytes) else { throw failure }
      discard(temporary)
    case Int(EPERM), Int(ENOTSUP), Int(ENOSYS), Int(EMLINK):
      // No second names on this file system: look first, then rename.
      if try folder.status(of: name) != nil {
        guard !isOwn, holds(name, bytes) else {
          throw FileError(folder.path(of: name), .link, answer: -Int(EEXIST))
        }
        discard(temporary)
      } else {
        return try rename(temporary, to: name, holding: bytes)
      }
    default:
      guard isSameFile(temporary, name) else { throw failure }
      discard(temporary)
      return failure
    }
    return nil
  }

  /// Whether both names are of one file, as after a second name was given.
  private func isSameFile(_ one: String, _ other: String) -> Bool {
    do throws(FileError) {
      guard let a = try folder.status(of: one), let b = try folder.status(of: other) else { return false }
      return a.st_dev == b.st_dev && a.st_ino == b.st_ino
    } catch {
      return false
    }
  }

  private func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    do throws(FileError) { return try folder.read(name, max: bytes.count) == bytes } catch { return false }
  }

  /// Removes our own temporary file. One that stays behind is found and removed by a later sweep.
  private func discard(_ temporary: String) {
    _ = FileCalls.retrying { folder.calls.unlink(folder.descriptor, temporary) }
  }
}

extension FileCalls {
  /// Writes all bytes, however many calls that takes.
  func writeAll(_ bytes: [UInt8], to descriptor: Int32, file: String) throws(FileError) {
    let failure = bytes.withUnsafeBytes { buffer -> Int in
      var done = 0
      while done < buffer.count {
        let answer = FileCalls.retrying { write(descriptor, UnsafeRawBufferPointer(rebasing: buffer[done...])) }
        if answer < 0 { return answer }
        // A write of nothing would go on for ever.
        if answer == 0 { return -Int(EIO) }
        done += answer
      }
      return 0
    }
    if failure < 0 { throw FileError(file, .write, answer: failure) }
  }
}
