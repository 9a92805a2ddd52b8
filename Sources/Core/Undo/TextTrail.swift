/// One change of a text, enough to take it back. Places are offsets in Characters.
public struct TextChange: Equatable, Sendable {
  /// Where the change begins.
  public var start: Int
  /// What stood there.
  public var removed: String
  /// What stands there now.
  public var inserted: String
  /// Where the cursor was.
  public var cursorBefore: Int
  /// Where it went.
  public var cursorAfter: Int

  /// A change.
  public init(start: Int, removed: String, inserted: String, cursorBefore: Int, cursorAfter: Int) {
    self.start = start
    self.removed = removed
    self.inserted = inserted
    self.cursorBefore = cursorBefore
    self.cursorAfter = cursorAfter
  }

  /// This change and `next` as one; nil when they are apart.
  func joined(with next: TextChange) -> TextChange? {
    let end = start + inserted.count
    let nextEnd = next.start + next.removed.count
    guard next.start <= end, nextEnd >= start else { return nil }
    let before = String(next.removed.prefix(max(0, start - next.start)))
    let after = String(next.removed.suffix(max(0, nextEnd - end)))
    let kept = inserted.prefix(max(0, next.start - start))
    let rest = inserted.suffix(max(0, end - nextEnd))
    return TextChange(
      start: min(start, next.start), removed: before + removed + after, inserted: kept + next.inserted + rest,
      cursorBefore: cursorBefore, cursorAfter: next.cursorAfter)
  }
}

/// Changes of a text that are taken back together.
public struct TextStep: KeptStep {
  /// The changes in the order in which they were made.
  public private(set) var changes: [TextChange]

  /// A step of one change.
  public init(_ change: TextChange) { changes = [change] }

  /// Adds a change that belongs to the step.
  public mutating func add(_ change: TextChange) {
    if let last = changes.last, let joined = last.joined(with: change) {
      changes[changes.count - 1] = joined
    } else {
      changes.append(change)
    }
  }

  /// A list of changes: start, removed, inserted, cursor before and after.
  public var json: JSONValue {
    .array(
      changes.map { change in
        .array([
          .number(JSONNumber(change.start)), .string(change.removed), .string(change.inserted),
          .number(JSONNumber(change.cursorBefore)), .number(JSONNumber(change.cursorAfter)),
        ])
      })
  }

  /// The step that was kept; nil when it is none.
  public init?(json: JSONValue) {
    var changes: [TextChange] = []
    for value in json.array ?? [] {
      guard let parts = value.array, parts.count == 5, let start = parts[0].number?.int, start >= 0,
        let removed = parts[1].string, let inserted = parts[2].string, let before = parts[3].number?.int,
        let after = parts[4].number?.int
      else { return nil }
      changes.append(
        TextChange(start: start, removed: removed, inserted: inserted, cursorBefore: before, cursorAfter: after))
    }
    if changes.isEmpty { return nil }
    self.changes = changes
  }
}

/// How a text came about, step by step.
public typealias TextTrail = UndoStacks<TextStep>

extension UndoStacks where Step == TextStep {
  /// The latest steps that hold at most `bytes` of text.
  func latest(_ bytes: Int) -> TextTrail {
    var room = bytes
    func fits(_ step: TextStep) -> Bool {
      room -= step.changes.reduce(0) { $0 + $1.removed.utf8.count + $1.inserted.utf8.count }
      return room >= 0
    }
    let kept = done.reversed().prefix(while: fits).count
    return TextTrail(done: Array(done.suffix(kept)), undone: undone)
  }
}
