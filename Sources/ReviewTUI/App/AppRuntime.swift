import Core

/// Does what the state asks for and answers through the mailbox; nothing here blocks the loop.
protocol Backend: Sendable {
  /// Begins to read the workspace in the background.
  func start(_ mailbox: Mailbox)
  /// Carries out one effect in order, off the loop.
  func perform(_ effect: AppEffect, _ mailbox: Mailbox)
  /// Waits until everything typed is on disk or `milliseconds` have passed; false when something is not.
  func finish(milliseconds: Int) -> Bool
}

/// The loop: input in, state changed, picture out.
@MainActor
final class AppRuntime {
  private(set) var state: AppState
  private let terminal: any TerminalPort
  private let backend: any Backend
  private let mailbox: Mailbox
  private var shown: Frame?
  private var isOver = false
  /// When what could not be saved is tried again; nil when nothing waits, so that nothing wakes the loop.
  private var retryAt: ContinuousClock.Instant?

  init(state: AppState, terminal: any TerminalPort, backend: any Backend) {
    self.state = state
    self.terminal = terminal
    self.backend = backend
    mailbox = Mailbox(waker: terminal.waker)
    self.state.size = terminal.size
  }

  /// Runs until the user leaves or the terminal is gone; false when something typed could not be made safe.
  func run() -> Bool {
    process(.clock(LocalClock.reading(nil)))
    show()
    backend.start(mailbox)
    while !isOver {
      for event in terminal.wait(timeoutMilliseconds: waitingTime) {
        process(.input(event))
        if isOver { break }
      }
      for action in mailbox.take() { process(action) }
      if let time = retryAt, time <= .now {
        retryAt = nil
        process(.retry)
      }
      let reading = LocalClock.reading(state.program)
      if reading != state.clock { process(.clock(reading)) }
      if !isOver { show() }
    }
    return backend.finish(milliseconds: 5000)
  }

  private var waitingTime: Int {
    let minute = LocalClock.millisecondsToMinute()
    guard let retryAt else { return minute }
    let left = retryAt - .now
    return max(0, min(minute, Int(left / .milliseconds(1)) + 1))
  }

  private func show() {
    let frame = state.render()
    guard frame != shown else { return }
    terminal.present(frame)
    shown = frame
  }

  private func process(_ action: AppAction) {
    let effects = state.update(action)
    let drafts = state.draftEffects()
    for effect in drafts.before + effects + drafts.after { perform(effect) }
  }

  private func perform(_ effect: AppEffect) {
    switch effect {
    case .quit: isOver = true
    case .redraw:
      shown = nil
      terminal.redraw()
    case .suspend:
      terminal.suspendToShell()
      shown = nil
    case .setTheme(let theme):
      terminal.setTheme(theme)
      shown = nil
    case .retryLater(let seconds): retryAt = seconds.map { .now + .seconds($0) }
    case .confirmBasis, .rebase, .save, .submit:
      state.saving += 1
      backend.perform(effect, mailbox)
    default:
      backend.perform(effect, mailbox)
    }
  }
}
