/// A selection in a list and the first line shown, kept valid for any length and height.
struct ListCursor: Equatable, Sendable {
  var selected = 0
  var top = 0

  /// Moves by `delta` lines.
  mutating func move(_ delta: Int, count: Int) {
    selected = min(max(0, selected + delta), max(0, count - 1))
  }

  /// Keeps the selection inside `count` rows and inside the `height` rows shown.
  mutating func fit(count: Int, height: Int) {
    selected = min(max(0, selected), max(0, count - 1))
    let height = max(1, height)
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = min(max(0, top), max(0, count - height))
  }

  /// Handles the moving commands; false when `command` is not one.
  mutating func handle(_ command: Command, count: Int, page: Int) -> Bool {
    switch command {
    case .up: move(-1, count: count)
    case .down: move(1, count: count)
    case .pageUp: move(-max(1, page - 1), count: count)
    case .pageDown: move(max(1, page - 1), count: count)
    case .top: selected = 0
    case .bottom: selected = max(0, count - 1)
    default: return false
    }
    return true
  }
}
