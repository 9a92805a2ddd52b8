/// How stacks are written: only what changed since they were last written.
extension UndoStacks where Step: KeptStep {
  /// The members that turn `old` into this for who reads them with `taking`.
  func members(since old: UndoStacks?) -> [(String, JSONValue)] {
    let old = old ?? UndoStacks()
    // A full stack loses its oldest step with each new one.
    let drop = done.first.flatMap { first in old.done.firstIndex(of: first) } ?? 0
    let kept = zip(old.done.dropFirst(drop), done).prefix { $0 == $1 }.count
    let keptUndone = zip(old.undone, undone).prefix { $0 == $1 }.count
    func list(_ steps: ArraySlice<Step>) -> JSONValue { .array(steps.map(\.json)) }
    return [
      ("drop", .number(JSONNumber(drop))), ("keep", .number(JSONNumber(kept))), ("done", list(done.dropFirst(kept))),
      ("keepUndone", .number(JSONNumber(keptUndone))), ("undone", list(undone.dropFirst(keptUndone))),
    ]
  }

  /// These stacks after the members of `object`; empty ones when it has none. A step that cannot be read ends what can be
  /// taken back, or made again, before it.
  func taking(_ object: JSONValue) -> UndoStacks {
    guard let keep = object["keep"]?.number?.int, let keepUndone = object["keepUndone"]?.number?.int,
      let drop = object["drop"]?.number?.int, drop >= 0, keep >= 0, keepUndone >= 0
    else { return UndoStacks() }
    return UndoStacks(
      done: Self.read(done.dropFirst(drop).prefix(keep), object["done"]),
      undone: Self.read(undone.prefix(keepUndone), object["undone"]))
  }

  private static func read(_ kept: ArraySlice<Step>, _ list: JSONValue?) -> [Step] {
    var steps = Array(kept)
    for value in list?.array ?? [] {
      if let step = Step(json: value) { steps.append(step) } else { steps = [] }
    }
    return steps
  }
}
