import Glibc

/// Keeps two processes of one person on one machine from saving at the same time. It ends with the process.
///
/// The lock is on a file of the private folder, never on a record: an open record cannot be replaced on some shares.
final class FileLock: Sendable {
  private let descriptor: Int32
  private let calls: FileCalls

  private init(descriptor: Int32, calls: FileCalls) {
    self.descriptor = descriptor
    self.calls = calls
  }

  deinit { _ = calls.close(descriptor) }

  /// What came of trying.
  enum Outcome {
    case held(FileLock)
    /// Another process held it for all the time.
    case busy
    /// The private folder cannot lock, or cannot be written: saving goes on, guarded by the check of the base alone.
    case unavailable
  }

  /// Tries for at most `milliseconds`; never blocks longer.
  static func take(_ name: String, in state: StateFolder?, milliseconds: Int32 = 2000) -> Outcome {
    guard let state else { return .unavailable }
    let folder: Folder
    do throws(FileError) { folder = try state.subfolder("locks") } catch { return .unavailable }
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    let answer = FileCalls.retrying { folder.calls.open(folder.descriptor, name + ".lock", flags, 0o600) }
    guard answer >= 0 else { return .unavailable }
    let lock = FileLock(descriptor: Int32(answer), calls: folder.calls)
    var waited: Int32 = 0
    while true {
      let locked = FileCalls.retrying { folder.calls.lock(lock.descriptor, LOCK_EX | LOCK_NB) }
      if locked >= 0 { return .held(lock) }
      if locked != -Int(EWOULDBLOCK) { return .unavailable }
      if waited >= milliseconds { return .busy }
      folder.calls.pause(20)
      waited += 20
    }
  }
}
