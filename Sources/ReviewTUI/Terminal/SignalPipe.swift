import Glibc

/// Signals as bytes that the loop reads: a handler writes one byte and nothing more.
@MainActor
final class SignalPipe {
  /// Signals that end the program.
  static let endings: [Int32] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]
  private static let others: [Int32] = [SIGTSTP, SIGCONT, SIGWINCH]

  // Unsafe because a handler has no context but globals; set before the handlers are installed.
  nonisolated(unsafe) fileprivate static var loopEnd: Int32 = -1
  nonisolated(unsafe) fileprivate static var watchdogEnd: Int32 = -1

  /// Set while another program has the terminal: Ctrl-C is meant for that one.
  // Unsafe because the handler reads it and has no context; one word, written on the main thread only.
  nonisolated(unsafe) fileprivate static var isElsewhere: sig_atomic_t = 0

  private let pipe: NonblockingPipe
  private var kept: [Int32] = []

  init(watchdog: Int32) throws(TerminalError) {
    pipe = try NonblockingPipe()
    Self.loopEnd = pipe.writeEnd
    Self.watchdogEnd = watchdog
  }

  // The numbers of closed descriptors may soon belong to a record.
  deinit {
    Self.loopEnd = -1
    Self.watchdogEnd = -1
  }

  /// Readable when a signal has come.
  var descriptor: Int32 { pipe.readEnd }

  /// Installs the handlers, over those of anybody else (ncurses, the Swift runtime).
  ///
  /// An ending that was ignored when the program started stays so: nohup means it.
  func install() {
    for number in Self.endings + Self.others {
      if Self.endings.contains(number), Self.isIgnored(number) { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = handler
      action.sa_flags = SA_RESTART
      _ = sigaction(number, &action, nil)
    }
    setBlocked(SIG_UNBLOCK)
  }

  /// Back to what a program without handlers does; one that is ending already ignores further endings, because the hangup
  /// of a terminal comes as two events and the second must not cut short what the first began.
  func remove(isEnding: Bool) {
    for number in Self.endings + Self.others where !Self.isIgnored(number) {
      _ = signal(number, isEnding && Self.endings.contains(number) ? SIG_IGN : SIG_DFL)
    }
    Self.loopEnd = -1
    Self.watchdogEnd = -1
  }

  /// Ctrl-C and Ctrl-\ go to another program from now on, or to us again.
  func setElsewhere(_ elsewhere: Bool) { Self.isElsewhere = elsewhere ? 1 : 0 }

  /// The signals since the last call, in order.
  func take() -> [Int32] {
    defer { kept = [] }
    return kept + pipe.takeAll().map(Int32.init)
  }

  /// Forgets the signals since the last call that `isStale` names; the others are kept for `take`.
  func drop(where isStale: (Int32) -> Bool) {
    kept += pipe.takeAll().map(Int32.init).filter { !isStale($0) }
  }

  /// Whether `take` would return anything.
  var hasKept: Bool { !kept.isEmpty }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    _ = sigaction(number, nil, &action)
    // A function pointer in disguise: SIG_IGN is the address 1.
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// The parent may have blocked what we wait for.
  private func setBlocked(_ how: Int32) {
    var set = sigset_t()
    sigemptyset(&set)
    for number in Self.endings + Self.others { sigaddset(&set, number) }
    _ = pthread_sigmask(how, &set, nil)
  }
}

/// Runs within a signal: saves errno, writes, returns.
private func handler(_ number: Int32) {
  if SignalPipe.isElsewhere != 0, number == SIGINT || number == SIGQUIT { return }
  let saved = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(SignalPipe.loopEnd, &byte, 1)
  if number == SIGTERM || number == SIGHUP || number == SIGINT || number == SIGQUIT {
    _ = write(SignalPipe.watchdogEnd, &byte, 1)
  }
  errno = saved
}
