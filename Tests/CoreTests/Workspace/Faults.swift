import Glibc
import Synchronization

@testable import Core

/// Lets one call of the store fail: the counted calls are all but those that only look.
final class Faults: Sendable {
  enum Kind: Sendable, CustomStringConvertible {
    /// The call does nothing and reports this error number.
    case error(Int32)
    /// This call and all later ones report this error number: a disk that has gone away.
    case errorFromNowOn(Int32)
    /// A write takes half of its bytes.
    case short
    /// The call does its work and reports this error number: a lost answer of a network folder.
    case lie(Int32)

    var description: String {
      switch self {
      case .error(let code): "error \(code)"
      case .errorFromNowOn(let code): "from now on \(code)"
      case .short: "short"
      case .lie(let code): "lie \(code)"
      }
    }
  }

  private let count = Mutex(0)
  private let target: Int
  private let kind: Kind

  init(_ kind: Kind, at target: Int) {
    self.kind = kind
    self.target = target
  }

  /// Calls counted so far.
  var calls: Int { count.withLock { $0 } }

  /// Whether the fault was reached.
  var wasReached: Bool { calls >= target }

  private func intercept(isWrite: Bool = false, _ call: () -> Int, half: () -> Int = { 0 }) -> Int {
    let number = count.withLock { count in
      count += 1
      return count
    }
    switch kind {
    case .error(let code): return number == target ? -Int(code) : call()
    case .errorFromNowOn(let code): return number >= target ? -Int(code) : call()
    case .short: return number == target && isWrite ? half() : call()
    case .lie(let code):
      let answer = call()
      return number == target && answer >= 0 ? -Int(code) : answer
    }
  }

  /// The system's calls with this fault among them.
  func fileCalls() -> FileCalls {
    let real = FileCalls.system
    var calls = FileCalls()
    calls.open = { folder, name, flags, mode in
      if flags & O_CREAT == 0 { return real.open(folder, name, flags, mode) }
      return self.intercept { real.open(folder, name, flags, mode) }
    }
    calls.close = { file in self.intercept { real.close(file) } }
    calls.write = { file, buffer in
      self.intercept(isWrite: true) {
        real.write(file, buffer)
      } half: {
        real.write(file, UnsafeRawBufferPointer(rebasing: buffer[..<(buffer.count / 2)]))
      }
    }
    calls.sync = { file in self.intercept { real.sync(file) } }
    calls.setMode = { file, mode in self.intercept { real.setMode(file, mode) } }
    calls.rename = { folder, from, to in self.intercept { real.rename(folder, from, to) } }
    calls.link = { a, b, c, d in self.intercept { real.link(a, b, c, d) } }
    calls.unlink = { folder, name in self.intercept { real.unlink(folder, name) } }
    calls.makeFolder = { folder, name, mode in self.intercept { real.makeFolder(folder, name, mode) } }
    calls.lock = { file, operation in self.intercept { real.lock(file, operation) } }
    calls.pause = { _ in }
    return calls
  }

  static let kinds: [Kind] =
    [EIO, ENOSPC, EDQUOT, EROFS, EACCES, EINTR, EMFILE, ESTALE].map { .error($0) }
    + [.errorFromNowOn(EIO), .errorFromNowOn(ENOSPC), .short, .lie(ENOENT), .lie(EIO)]
}
