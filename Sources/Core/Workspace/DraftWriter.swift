/// Makes typed text durable soon after it was typed, without the caller ever waiting for the disk.
///
/// A thread of its own writes what was typed at most 200 ms after the first new key and syncs it. When that fails the
/// text stays in memory, `onChange` says why, and the writer tries again every second in a new file.
public final class DraftWriter: Sendable {
  /// How the draft stands.
  public enum State: Equatable, Sendable {
    /// Nothing is typed that is not saved.
    case empty
    /// Typed text waits to be written.
    case pending
    /// All typed text is durable.
    case durable
    /// The draft cannot be written; editing stays possible.
    case failed(FileError)
  }

  private let core: DraftCore

  init(_ state: StateFolder, _ subject: DraftSubject, onChange: @escaping @Sendable (State) -> Void) {
    core = DraftCore(state, subject, onChange: onChange)
    core.start()
  }

  deinit { core.stop() }

  /// How the draft stands now.
  public var state: State { core.state }

  /// Notes that `field` now holds `text`. Returns at once.
  public func note(_ field: String, _ text: String, at: String, trail: TextTrail = TextTrail()) {
    core.note(Draft.Field(name: field, text: text, at: at, trail: trail))
  }

  /// Notes that `field` is saved in its record and needs no draft any more. Returns at once.
  public func forget(_ field: String) { core.forget { $0.hasSameBytes(as: field) } }

  /// Notes that everything typed so far is saved in its record. Returns at once.
  public func forgetAll() { core.forget { _ in true } }

  /// Writes what waits and returns when it is durable or has failed; for hang-ups, suspends and conflicts.
  @discardableResult
  public func flushNow() -> State { core.flush() }

  /// Writes what waits and ends the thread. A draft that still holds text stays for the next start.
  public func close() {
    core.flush()
    core.stop()
  }
}
