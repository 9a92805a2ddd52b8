import Glibc

/// Makes `TerminalPort.wait` return `wake`, from any thread.
final class Waker: Sendable {
  private let pipe: NonblockingPipe

  /// Fails with the errno of the system when no pipe can be had.
  init() throws(TerminalError) {
    pipe = try NonblockingPipe()
  }

  /// Readable when `wake` was called.
  var descriptor: Int32 { pipe.readEnd }

  /// Wakes the loop; calls that come before it looks are one.
  func wake() { pipe.put(1) }

  /// Forgets the calls until now; whether there were any.
  func take() -> Bool { !pipe.takeAll().isEmpty }
}

/// A pipe whose ends never block: full means that the reader has enough to see already.
final class NonblockingPipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws(TerminalError) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw .system(errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  func put(_ byte: UInt8) {
    var byte = byte
    _ = write(writeEnd, &byte, 1)
  }

  func takeAll() -> [UInt8] {
    var taken: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(readEnd, &buffer, buffer.count)
      guard count > 0 else { return taken }
      taken += buffer[..<count]
    }
  }
}
