/// The changes of an editor, in steps as a person would take them back.
struct EditHistory: Equatable, Sendable {
  /// Changes of one kind that follow each other are one step.
  enum Kind: Equatable, Sendable {
    case typing, erasing, cutting, paste
  }

  private static let limit = 500
  private static let longestStep = 40

  private var done: [[EditBuffer.Change]] = []
  private var undone: [[EditBuffer.Change]] = []
  private var open: Kind?

  var canUndo: Bool { !done.isEmpty }
  var canRedo: Bool { !undone.isEmpty }

  mutating func record(_ change: EditBuffer.Change, kind: Kind) {
    undone = []
    let joins = open == kind && (kind == .typing || kind == .erasing)
    if joins, let last = done.last, last.count < Self.longestStep, last.last?.cursorAfter == change.cursorBefore {
      done[done.count - 1].append(change)
    } else {
      done.append([change])
      if done.count > Self.limit { done.removeFirst() }
    }
    open = kind
  }

  /// Ends the step: the next change starts one of its own.
  mutating func pause() { open = nil }

  mutating func undo(in buffer: inout EditBuffer) -> Bool {
    guard let step = done.popLast() else { return false }
    for change in step.reversed() { buffer.revert(change) }
    undone.append(step)
    open = nil
    return true
  }

  mutating func redo(in buffer: inout EditBuffer) -> Bool {
    guard let step = undone.popLast() else { return false }
    for change in step { buffer.apply(change) }
    done.append(step)
    open = nil
    return true
  }
}
