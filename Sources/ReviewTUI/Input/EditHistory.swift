import Core

/// The changes of an editor, in steps as a person would take them back.
struct EditHistory: Equatable, Sendable {
  /// Changes of one kind that follow each other are one step.
  enum Kind: Equatable, Sendable {
    case typing, erasing, cutting, paste
  }

  private static let longestStep = 40

  /// The steps, to be kept beyond the life of the editor.
  private(set) var trail: TextTrail
  private var open: Kind?
  /// Changes of the step that is open, and where the last of them left the cursor.
  private var length = 0
  private var place = 0

  init(_ trail: TextTrail = TextTrail()) { self.trail = trail }

  var canUndo: Bool { !trail.done.isEmpty }
  var canRedo: Bool { !trail.undone.isEmpty }

  mutating func record(_ change: TextChange, kind: Kind) {
    let joins = open == kind && (kind == .typing || kind == .erasing)
    if joins, var last = trail.done.last, length < Self.longestStep, place == change.cursorBefore {
      last.add(change)
      trail.replaceLast(last)
      length += 1
    } else {
      trail.add(TextStep(change))
      length = 1
    }
    place = change.cursorAfter
    open = kind
  }

  /// Ends the step: the next change starts one of its own.
  mutating func pause() { open = nil }

  mutating func undo(in buffer: inout EditBuffer) -> Bool {
    guard let step = trail.takeBack() else { return false }
    for change in step.changes.reversed() { buffer.revert(change) }
    open = nil
    return true
  }

  mutating func redo(in buffer: inout EditBuffer) -> Bool {
    guard let step = trail.makeAgain() else { return false }
    for change in step.changes { buffer.apply(change) }
    open = nil
    return true
  }
}
