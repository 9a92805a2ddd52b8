import Glibc

/// Gives the terminal back where nothing else can run: in a handler of a crash, in the watchdog, at an exit by surprise.
///
/// Only plain memory and calls that POSIX allows in signal handlers.
enum EmergencyRestore {
  private struct State {
    var descriptor: Int32 = -1
    var modes = termios()
    var farewell: UnsafeMutablePointer<UInt8>?
    var length = 0
    var isArmed = false
  }

  // Unsafe because signal handlers cannot take a lock; written on the main thread only, and `isArmed` last.
  nonisolated(unsafe) private static var state = State()
  private static let alternateStackSize = 64 * 1024

  /// From now on `run` sets `modes` and writes `farewell` to `descriptor`.
  @MainActor
  static func arm(descriptor: Int32, modes: termios, farewell: [UInt8]) {
    state.isArmed = false
    // The old text is not freed: a handler on another thread may be reading it, and this happens once or twice a run.
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, farewell.count))
    copy.initialize(from: farewell, count: farewell.count)
    state.descriptor = descriptor
    state.modes = modes
    state.farewell = copy
    state.length = farewell.count
    state.isArmed = true
  }

  /// The terminal is as it was found.
  @MainActor
  static func disarm() { state.isArmed = false }

  /// Gives the terminal back, once; does nothing when it is not ours.
  static func run() {
    guard state.isArmed else { return }
    state.isArmed = false
    // In the background the terminal is another job's, and changing it would stop us instead of ending us.
    let front = tcgetpgrp(state.descriptor)
    guard front < 0 || front == getpgrp() else { return }
    // Output that Ctrl-S or a stalled line holds back must not hold back the shell.
    _ = tcflow(state.descriptor, TCOON)
    if let farewell = state.farewell { _ = write(state.descriptor, farewell, state.length) }
    _ = tcsetattr(state.descriptor, TCSANOW, &state.modes)
  }

  /// Catches what kills a program: the terminal is given back, then the signal does what it does.
  static func installCrashHandlers() {
    touch()
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: alternateStackSize, alignment: 16)
    stack.ss_size = alternateStackSize
    // Without a stack of its own the handler could not run when the stack is full.
    _ = sigaltstack(&stack, nil)
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { number in
        EmergencyRestore.run()
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
      action.sa_flags = SA_ONSTACK
      _ = sigaction(number, &action, nil)
    }
  }

  /// Also when something calls `exit` while the screen is ours.
  static func installExitHandler() {
    _ = atexit { EmergencyRestore.run() }
  }

  /// Touches the state, so that its first use is not in a handler.
  private static func touch() { _ = state.isArmed }
}
