import Synchronization

/// Where workers leave what they have to say; the loop is woken and takes it in order.
final class Mailbox: Sendable {
  private let waiting = Mutex<[AppAction]>([])
  private let waker: Waker

  init(waker: Waker) { self.waker = waker }

  /// Leaves an action, from any thread.
  func post(_ action: AppAction) {
    let isFirst = waiting.withLock { actions in
      actions.append(action)
      return actions.count == 1
    }
    if isFirst { waker.wake() }
  }

  /// Takes everything that has been left.
  func take() -> [AppAction] {
    waiting.withLock { actions in
      let taken = actions
      actions = []
      return taken
    }
  }
}
