import Glibc

/// The terminal as a device: its modes, its size, its bytes.
@MainActor
final class TerminalDevice {
  /// Largest extent that is believed, each way.
  static let largest = 1000

  let input: Int32 = 0
  /// A descriptor of our own that does not block; changing the inherited one would change it for the shell too.
  let output: Int32
  private let ownsOutput: Bool
  /// The modes that the shell wants back.
  private(set) var saved = termios()

  init() throws(TerminalError) {
    guard isatty(0) == 1, isatty(1) == 1, tcgetattr(0, &saved) == 0 else { throw .notATerminal }
    let own = Self.reopen(1)
    output = own ?? 1
    ownsOutput = own != nil
  }

  /// Whether the terminal driver counts characters as UTF-8, which terminals of today ask for.
  var editsUTF8: Bool { saved.c_iflag & tcflag_t(IUTF8) != 0 }

  /// Whether no other job has the terminal; where it is nobody's controlling terminal there are no jobs.
  var isForeground: Bool {
    let front = tcgetpgrp(input)
    return front < 0 || front == getpgrp()
  }

  /// Every key as it is typed, every byte as it is written.
  func enterRaw() {
    var raw = saved
    raw.c_iflag &= ~tcflag_t(IGNBRK | BRKINT | PARMRK | ISTRIP | INLCR | IGNCR | ICRNL | IXON)
    raw.c_oflag &= ~tcflag_t(OPOST)
    raw.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
    raw.c_cc.6 = 1  // VMIN
    raw.c_cc.5 = 0  // VTIME
    tcsetattr(input, TCSANOW, &raw)
  }

  /// The modes that were found; TCSANOW, because waiting for blocked output would never end.
  func restore() {
    // From the background it would change the modes of the job in front, and stop us.
    guard isForeground else { return }
    tcsetattr(input, TCSANOW, &saved)
  }

  /// Takes the modes of now for those of the shell: it may have changed them while we were stopped.
  func adoptModes() {
    var modes = termios()
    if isForeground, tcgetattr(input, &modes) == 0 { saved = modes }
  }

  /// The size of now, within 1 to `largest`; 80×24 where the terminal does not know.
  var size: Size {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0 else { return Size(columns: 80, rows: 24) }
    let columns = window.ws_col == 0 ? 80 : Int(window.ws_col)
    let rows = window.ws_row == 0 ? 24 : Int(window.ws_row)
    return Size(columns: min(columns, Self.largest), rows: min(rows, Self.largest))
  }

  /// Bytes that the terminal takes now, 0 when it is busy, nil when it is gone.
  func write(_ bytes: ArraySlice<UInt8>) -> Int? {
    while true {
      let count = bytes.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      switch errno {
      case EINTR: continue
      case EAGAIN: return 0
      default: return nil
      }
    }
  }

  /// Sends output that was held back by Ctrl-S.
  func releaseOutput() { tcflow(output, TCOON) }

  func close() {
    if ownsOutput { _ = Glibc.close(output) }
  }

  private static func reopen(_ descriptor: Int32) -> Int32? {
    var path = [CChar](repeating: 0, count: 256)
    guard ttyname_r(descriptor, &path, path.count) == 0 else { return nil }
    let own = path.withUnsafeBufferPointer { pointer in
      pointer.baseAddress.map { open($0, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) } ?? -1
    }
    guard own >= 0 else { return nil }
    var mine = stat()
    var theirs = stat()
    guard fstat(own, &mine) == 0, fstat(descriptor, &theirs) == 0, mine.st_rdev == theirs.st_rdev, isatty(own) == 1
    else {
      _ = Glibc.close(own)
      return nil
    }
    return own
  }
}
