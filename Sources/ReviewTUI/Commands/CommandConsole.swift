import Glibc

/// Where a command writes: data to standard output, everything else to standard error. Tests collect both.
final class CommandConsole {
  /// Columns of the terminal on standard output; nil when it is not one.
  let columns: Int?
  private let write: (_ file: Int32, _ bytes: [UInt8]) -> Bool
  /// Whether all output so far was taken.
  private(set) var isIntact = true

  init(columns: Int?, write: @escaping (_ file: Int32, _ bytes: [UInt8]) -> Bool) {
    self.columns = columns
    self.write = write
  }

  /// The process's own streams.
  static func standard() -> CommandConsole {
    var window = winsize()
    let isTerminal = isatty(1) == 1 && ioctl(1, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0
    return CommandConsole(columns: isTerminal ? Int(window.ws_col) : nil) { file, bytes in
      bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
          let count = Glibc.write(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
          if count < 0 && errno == EINTR { continue }
          if count <= 0 { return false }
          done += count
        }
        return true
      }
    }
  }

  /// A line of data.
  func out(_ line: String) { out(Array(line.utf8) + [0x0A]) }

  /// Data as it is.
  func out(_ bytes: [UInt8]) { if !write(1, bytes) { isIntact = false } }

  /// A line for the person.
  func error(_ line: String) { _ = write(2, Array(line.utf8) + [0x0A]) }
}
