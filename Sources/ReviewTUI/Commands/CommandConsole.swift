import Glibc

/// Where a command writes: data to standard output, everything else to standard error. Tests collect both.
final class CommandConsole {
  /// Columns of the terminal on standard output; nil when it is not one.
  let columns: Int?
  /// Columns of the terminal on standard error, for a line of progress; nil when it is not one.
  let errorColumns: Int?
  private let write: (_ file: Int32, _ bytes: [UInt8]) -> Bool
  /// Whether all output so far was taken.
  private(set) var isIntact = true

  init(columns: Int?, errorColumns: Int? = nil, write: @escaping (_ file: Int32, _ bytes: [UInt8]) -> Bool) {
    self.columns = columns
    self.errorColumns = errorColumns
    self.write = write
  }

  /// The process's own streams.
  static func standard() -> CommandConsole {
    return CommandConsole(columns: width(of: 1), errorColumns: width(of: 2)) { file, bytes in
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

  private static func width(of file: Int32) -> Int? {
    var window = winsize()
    guard isatty(file) == 1, ioctl(file, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return nil }
    return Int(window.ws_col)
  }

  /// A line of progress on standard error; nil when that is no terminal.
  func progress() -> ProgressLine? {
    errorColumns.map { columns in ProgressLine(columns: columns) { [write] in _ = write(2, $0) } }
  }

  /// A line of data.
  func out(_ line: String) { out(Array(line.utf8) + [0x0A]) }

  /// Data as it is.
  func out(_ bytes: [UInt8]) { if !write(1, bytes) { isIntact = false } }

  /// A line for the person.
  func error(_ line: String) { _ = write(2, Array(line.utf8) + [0x0A]) }
}
