import Glibc

/// The system calls of the store. A test puts failures in their place; nothing else may.
///
/// Each answers as the kernel does: zero or more when it worked, the negative error number when it did not.
struct FileCalls: Sendable {
  var open: @Sendable (_ folder: Int32, _ name: String, _ flags: Int32, _ mode: mode_t) -> Int = {
    folder, name, flags, mode in
    answer(openat(folder, name, flags, mode))
  }
  var close: @Sendable (_ file: Int32) -> Int = { answer(Glibc.close($0)) }
  var read: @Sendable (_ file: Int32, _ into: UnsafeMutableRawBufferPointer) -> Int = { file, buffer in
    answer(Glibc.read(file, buffer.baseAddress, buffer.count))
  }
  var write: @Sendable (_ file: Int32, _ from: UnsafeRawBufferPointer) -> Int = { file, buffer in
    answer(Glibc.write(file, buffer.baseAddress, buffer.count))
  }
  var sync: @Sendable (_ file: Int32) -> Int = { answer(fsync($0)) }
  var setMode: @Sendable (_ file: Int32, _ mode: mode_t) -> Int = { answer(fchmod($0, $1)) }
  var status: @Sendable (_ file: Int32, _ into: UnsafeMutablePointer<stat>) -> Int = { answer(fstat($0, $1)) }
  var statusAt: @Sendable (_ folder: Int32, _ name: String, _ into: UnsafeMutablePointer<stat>) -> Int = {
    answer(fstatat($0, $1, $2, AT_SYMLINK_NOFOLLOW))
  }
  var rename: @Sendable (_ folder: Int32, _ from: String, _ to: String) -> Int = { folder, from, to in
    answer(renameat(folder, from, folder, to))
  }
  var link: @Sendable (_ folder: Int32, _ from: String, _ toFolder: Int32, _ to: String) -> Int = {
    answer(linkat($0, $1, $2, $3, 0))
  }
  var unlink: @Sendable (_ folder: Int32, _ name: String) -> Int = { answer(unlinkat($0, $1, 0)) }
  var makeFolder: @Sendable (_ folder: Int32, _ name: String, _ mode: mode_t) -> Int = { answer(mkdirat($0, $1, $2)) }
  var lock: @Sendable (_ file: Int32, _ operation: Int32) -> Int = { answer(flock($0, $1)) }
  /// Waits that many milliseconds.
  var pause: @Sendable (_ milliseconds: Int32) -> Void = { _ = poll(nil, 0, $0) }

  /// The real ones.
  static let system = FileCalls()

  /// The same call again for as long as a signal cuts it short.
  @inline(__always)
  static func retrying(_ call: () -> Int) -> Int {
    var result = call()
    while result == -Int(EINTR) { result = call() }
    return result
  }
}

private func answer(_ result: some BinaryInteger) -> Int { result < 0 ? -Int(errno) : Int(result) }
