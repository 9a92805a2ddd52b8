/// A step that can be kept in a file.
public protocol KeptStep: Equatable, Sendable {
  /// The step as it is kept.
  var json: JSONValue { get }
  /// A step that was kept; nil when this version of the program does not know its kind.
  init?(json: JSONValue)
}

/// What can be taken back of one thing, and made again; the last of each comes first.
public struct UndoStacks<Step: Equatable & Sendable>: Equatable, Sendable {
  /// Steps that are kept of each kind; older ones are forgotten.
  public static var limit: Int { 200 }

  /// What was done, oldest first.
  public private(set) var done: [Step]
  /// What was taken back, in the order of taking back.
  public private(set) var undone: [Step]

  /// Stacks that hold these.
  public init(done: [Step] = [], undone: [Step] = []) {
    self.done = Array(done.suffix(Self.limit))
    self.undone = Array(undone.suffix(Self.limit))
  }

  /// Adds what was done now; what was taken back before can no longer be made again.
  public mutating func add(_ step: Step) {
    undone = []
    push(step)
  }

  /// Puts `step` in the place of the last one that was done.
  public mutating func replaceLast(_ step: Step) {
    undone = []
    if !done.isEmpty { done[done.count - 1] = step }
  }

  /// Moves the last step to those that were taken back; nil when there is none.
  public mutating func takeBack() -> Step? {
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// Moves the step that was taken back last to those that are done; nil when there is none.
  public mutating func makeAgain() -> Step? {
    guard let step = undone.popLast() else { return nil }
    push(step)
    return step
  }

  private mutating func push(_ step: Step) {
    done.append(step)
    if done.count > Self.limit { done.removeFirst() }
  }
}
