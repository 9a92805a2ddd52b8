import Core

/// One line of cells, cut to the room it has.
struct CellRun {
  private(set) var cells: [Cell] = []
  private(set) var columns = 0

  init(_ text: String, role: Role, room: Int, overflow: Canvas.Overflow) {
    cells.reserveCapacity(Swift.min(text.utf8.count, room + 2))
    append(text, role: role, limit: overflow == .middle ? nil : room)
    cut(to: room, overflow: overflow)
  }

  init(_ spans: [Span], room: Int, overflow: Canvas.Overflow) {
    for span in spans {
      append(span.text, role: span.role, limit: overflow == .middle ? nil : room)
    }
    cut(to: room, overflow: overflow)
  }

  /// Appends until the text ends or its columns pass `limit`: the rest cannot be seen anyway.
  private mutating func append(_ text: String, role: Role, limit: Int?) {
    for shown in DisplayCells(text) {
      if let limit, columns > limit { return }
      cells.append(Cell(shown, role: role))
      columns += Int(shown.columns)
    }
  }

  private mutating func cut(to room: Int, overflow: Canvas.Overflow) {
    guard columns > room else { return }
    guard room > 0 else {
      cells = []
      columns = 0
      return
    }
    switch overflow {
    case .clip:
      dropTail(to: room)
    case .end:
      let role = dropTail(to: room - 1)
      append("…", role: role, limit: nil)
    case .middle:
      cutMiddle(to: room)
    }
  }

  /// Drops cells until at most `limit` columns are left; the role of the last dropped one is returned.
  @discardableResult
  private mutating func dropTail(to limit: Int) -> Role {
    var role = Role.normal
    while columns > limit, let last = cells.popLast() {
      columns -= last.width
      role = last.role
    }
    return role
  }

  private mutating func cutMiddle(to room: Int) {
    let all = cells
    let head = (room - 1 + 1) / 2
    let role = dropTail(to: head)
    append("…", role: role, limit: nil)
    var tail = all.endIndex
    var width = 0
    while tail > 0, width + all[tail - 1].width <= room - columns {
      tail -= 1
      width += all[tail].width
    }
    cells += all[tail...]
    columns += width
  }
}

extension CellRun {
  /// The cells as text.
  var text: String {
    var text = ""
    for cell in cells { cell.shown.append(to: &text.unicodeScalars) }
    return text
  }
}
