import Glibc

/// Ends the program when it was told to and does not: the loop may hang in a write to a dead line or a dead disk.
///
/// A thread that sleeps in a read until a signal comes.
final class Watchdog: Sendable {
  /// Milliseconds from the signal to the end by force.
  static let grace: Int32 = 2000

  private let alarm: NonblockingPipe
  private let calm: NonblockingPipe

  init() throws(TerminalError) {
    alarm = try NonblockingPipe()
    calm = try NonblockingPipe()
    let watch = Watch(alarm: alarm.readEnd, calm: calm.readEnd)
    let box = UnsafeMutablePointer<Watch>.allocate(capacity: 1)
    box.initialize(to: watch)
    var thread = pthread_t()
    // Signals are for the thread of the loop, so the new thread starts with all of them blocked.
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    let code = pthread_create(&thread, nil, watchdogThread, box)
    guard code == 0 else { throw .system(code) }
    pthread_detach(thread)
  }

  /// Where the handler of an ending writes the signal's number.
  var descriptor: Int32 { alarm.writeEnd }

  /// The terminal is given back; nothing more to watch.
  func stop() { calm.put(1) }
}

private struct Watch {
  let alarm: Int32
  let calm: Int32

  func run() {
    var both = [
      pollfd(fd: alarm, events: Int16(POLLIN), revents: 0), pollfd(fd: calm, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&both, 2, -1) < 0 && errno == EINTR {}
    guard both[1].revents == 0 else { return }
    var number: UInt8 = 0
    guard read(alarm, &number, 1) == 1 else { return }
    var over = pollfd(fd: calm, events: Int16(POLLIN), revents: 0)
    guard poll(&over, 1, Watchdog.grace) == 0 else { return }
    EmergencyRestore.run()
    _exit(128 + Int32(number))
  }
}

private func watchdogThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let box = argument?.assumingMemoryBound(to: Watch.self) else { return nil }
  let watch = box.move()
  box.deallocate()
  watch.run()
  return nil
}
