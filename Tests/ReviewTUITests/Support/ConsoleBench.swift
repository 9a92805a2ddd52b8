import Core
import Dispatch

@testable import ReviewTUI

/// The console on a workspace of its own: keys in, screens out, with the real backend and no terminal.
///
/// After each key everything that was asked for is waited for, so a test sees what a person would see who waits.
final class ConsoleBench {
  private(set) var state: AppState
  /// Every screen that was shown, as text.
  private(set) var screens: [String] = []
  private let backend: WorkspaceBackend
  private let mailbox: Mailbox

  init(
    _ workspace: Workspace, person: Person?, state folder: StateFolder? = nil,
    size: Size = Size(columns: 160, rows: 45), language: Language = .zh
  ) throws {
    backend = WorkspaceBackend(workspace, program: try workspace.program(), person: person, state: folder)
    mailbox = Mailbox(waker: try Waker())
    state = AppState(size: size, language: language, theme: .mono, workspace: "ws", person: person)
    if person?.roles.contains(.reviewer) != true { state.readOnly = person == nil ? .nobody : .notReviewer }
    backend.start(mailbox)
    settle()
    show()
  }

  /// The screen as it is now.
  var screen: String { screens.last ?? "" }

  /// Presses keys one after the other.
  func press(_ keys: Key...) { for key in keys { send(.key(key)) } }

  /// Types text, one key a character.
  func type(_ text: String) { for character in text { send(.key(.character(character))) } }

  private func send(_ event: InputEvent) {
    feed(.input(event))
    settle()
    show()
  }

  private func feed(_ action: AppAction) {
    for effect in state.update(action) {
      switch effect {
      case .quit, .redraw, .suspend, .setTheme: break
      case .confirmBasis, .rebase, .save, .submit:
        state.saving += 1
        backend.perform(effect, mailbox)
      default: backend.perform(effect, mailbox)
      }
    }
  }

  private func settle() {
    while true {
      backend.loading.sync {}
      backend.queue.sync {}
      let actions = mailbox.take()
      if actions.isEmpty { return }
      for action in actions { feed(action) }
    }
  }

  private func show() {
    let frame = state.render()
    screens.append((0..<frame.size.rows).map { frame.text(row: $0) }.joined(separator: "\n"))
  }
}
