import Glibc

/// The terminal that the program was started from.
@MainActor
final class CursesTerminal: TerminalPort {
  /// Milliseconds that the last bytes get when the terminal is slow.
  private static let farewellPatience = 300

  let waker: Waker
  private let device: TerminalDevice
  private let screen: CursesScreen
  private let signals: SignalPipe
  private let watchdog: Watchdog
  private var decoder = KeyDecoder()
  private var lastInput = 0
  private var events: [InputEvent] = []
  /// Bytes on their way, of which `sent` have gone.
  private var output: [UInt8] = []
  private var sent = 0
  /// The frame that waits until the terminal has taken the one before.
  private var waiting: Frame?
  private var isGone = false
  private var toldHangup = false
  private var isClosed = false
  /// Whether something told the program to end.
  private var isEnding = false

  private(set) var size: Size

  /// Takes over the terminal.
  ///
  /// Before it: `ProcessSetup.standardDescriptors`. After it `close` must come, whatever happens; a crash, an `exit` and a
  /// signal that nobody answers give the terminal back without it.
  static func open(theme: ThemeName, noColor: Bool) throws(TerminalError) -> CursesTerminal {
    let device = try TerminalDevice()
    guard TerminalLocale.useUTF8(terminalEditsUTF8: device.editsUTF8) else { throw .notUTF8 }
    let kind = try TerminalName.fromEnvironment()
    return try CursesTerminal(device: device, kind: kind, theme: Theme(name: theme), noColor: noColor)
  }

  private init(device: TerminalDevice, kind: TerminalKind, theme: Theme, noColor: Bool) throws(TerminalError) {
    self.device = device
    waker = try Waker()
    watchdog = try Watchdog()
    signals = try SignalPipe(watchdog: watchdog.descriptor)
    // Before ncurses, so that it leaves ours alone, and after it, because of SIGTSTP it does not.
    signals.install()
    size = device.size
    screen = try CursesScreen(kind, size: size, theme: theme, noColor: noColor)
    signals.install()
    EmergencyRestore.installExitHandler()
    enter()
  }

  func present(_ frame: Frame) {
    guard !isClosed else { return }
    waiting = frame
    flush()
  }

  func wait(timeoutMilliseconds: Int?) -> [InputEvent] {
    let end = timeoutMilliseconds.map { Self.now() + max(0, $0) }
    while true {
      if !events.isEmpty {
        defer { events = [] }
        return events
      }
      let now = Self.now()
      if let end, now > end { return [] }
      let patience = decoder.patience.map { max(0, lastInput + $0 - now) }
      // A loop that does not end after a hangup must not turn without rest.
      let rest = isGone ? (toldHangup ? 1000 : 0) : nil
      let limit = [end.map { $0 - now }, patience, rest].compactMap { $0 }.min()
      poll(limit)
      if let patience, events.isEmpty, Self.now() - now >= patience, decoder.patience != nil {
        events += decoder.expire()
      }
      if isGone, events.isEmpty || !toldHangup {
        events.append(.hangup)
        toldHangup = true
        isEnding = true
      }
      if let end, events.isEmpty, Self.now() >= end { return [] }
    }
  }

  func suspendToShell() { stop(wholeJob: true) }

  func runOutside(_ body: () -> Int32) -> Int32 {
    leave()
    // Ctrl-Z in the other program must stop us too, or the shell would never hear of it.
    _ = signal(SIGTSTP, SIG_DFL)
    signals.setElsewhere(true)
    let status = body()
    comeBack()
    return status
  }

  func redraw() { screen.invalidate() }

  func setTheme(_ name: ThemeName) { screen.setTheme(Theme(name: name)) }

  /// Gives the terminal back; may be called twice.
  func close() {
    guard !isClosed else { return }
    leave()
    isClosed = true
    signals.remove(isEnding: isEnding)
    // Told to end, the program must end even if what comes after this hangs.
    if isEnding {
      _ = Unmanaged.passRetained(watchdog)
    } else {
      watchdog.stop()
    }
    screen.dispose()
    device.close()
  }

  // MARK: - The screen

  private func enter() {
    device.enterRaw()
    EmergencyRestore.arm(descriptor: device.output, modes: device.saved, farewell: screen.farewell)
  }

  /// Leaves the screen and the modes as the shell had them.
  private func leave() {
    waiting = nil
    // What is half sent is ended where it tears nothing.
    output = Array(output[..<OutputStream.boundary(in: output, from: sent)]) + screen.leave()
    let end = Self.now() + Self.farewellPatience
    device.releaseOutput()
    while !isGone, sent < output.count, Self.now() < end {
      send()
      guard sent < output.count else { break }
      var room = pollfd(fd: device.output, events: Int16(POLLOUT), revents: 0)
      _ = Glibc.poll(&room, 1, Int32(max(1, end - Self.now())))
    }
    (output, sent) = ([], 0)
    device.restore()
    EmergencyRestore.disarm()
  }

  private func comeBack() {
    signals.setElsewhere(false)
    signals.install()
    signals.drop { ![SIGTERM, SIGHUP].contains($0) }
    device.adoptModes()
    enter()
    measure(always: true)
  }

  /// Stops until the shell continues us.
  private func stop(wholeJob: Bool) {
    leave()
    signals.setElsewhere(true)
    _ = signal(SIGTSTP, SIG_DFL)
    if wholeJob {
      _ = kill(0, SIGTSTP)
    } else {
      _ = raise(SIGTSTP)
    }
    comeBack()
  }

  private func measure(always: Bool) {
    let now = device.size
    guard always || now != size else { return }
    size = now
    screen.resize(now)
    events.append(.resize(now))
  }

  // MARK: - Output

  private func flush() {
    send()
    while sent == output.count, let frame = waiting, !isGone {
      waiting = nil
      (output, sent) = (screen.paint(frame), 0)
      send()
    }
  }

  private func send() {
    while sent < output.count {
      guard let count = device.write(output[sent...]) else {
        isGone = true
        return
      }
      if count == 0 { return }
      sent += count
    }
  }

  // MARK: - Input

  /// Sleeps until something happens or `limit` milliseconds are over, and turns what happened into events.
  private func poll(_ limit: Int?) {
    let isBusy = sent < output.count
    var all = [
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isGone ? -1 : device.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isBusy && !isGone ? device.output : -1, events: Int16(POLLOUT), revents: 0),
    ]
    let limit = signals.hasKept ? 0 : limit
    let count = Glibc.poll(&all, nfds_t(all.count), limit.map { Int32(clamping: $0) } ?? -1)
    if count > 0 || signals.hasKept { answerSignals() }
    guard count > 0 else { return }
    if all[1].revents != 0, waker.take() { events.append(.wake) }
    if all[2].revents != 0 { readInput(all[2].revents) }
    if all[3].revents != 0 { flush() }
  }

  private func answerSignals() {
    var isResized = false
    for number in signals.take() {
      switch number {
      case SIGWINCH: isResized = true
      case SIGTSTP: stop(wholeJob: false)
      case SIGCONT:
        // Somebody stopped us without asking: the shell has changed the modes and written on the screen.
        _ = screen.leave()
        enter()
        measure(always: true)
      default:
        if let ending = Termination(rawValue: number) {
          isEnding = true
          events.append(.interrupted(ending))
        }
      }
    }
    if isResized { measure(always: false) }
  }

  private func readInput(_ happened: Int16) {
    var buffer = [UInt8](repeating: 0, count: 16384)
    let count = read(device.input, &buffer, buffer.count)
    if count > 0 {
      lastInput = Self.now()
      events += decoder.feed(buffer[..<count], at: lastInput)
    } else if count == 0 || errno != EINTR && errno != EAGAIN || happened & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      isGone = true
    }
  }

  /// Milliseconds of a clock that is never set.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
