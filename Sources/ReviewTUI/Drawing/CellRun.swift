import Core

/// One line of cells in one or more roles, cut to the room it has.
struct CellRun {
  private(set) var cells: [DisplayCell] = []
  /// Where each role begins, in cells.
  private(set) var segments: [(start: Int, role: Role)] = []
  private(set) var columns = 0

  init(_ text: String, role: Role, room: Int, overflow: Canvas.Overflow) {
    cells.reserveCapacity(min(text.utf8.count, room + 2))
    append(text, role: role, limit: overflow == .middle ? .max : room)
    cut(to: room, overflow: overflow)
  }

  init(_ spans: [Span], room: Int, overflow: Canvas.Overflow) {
    for span in spans {
      append(span.text, role: span.role, limit: overflow == .middle ? .max : room)
    }
    cut(to: room, overflow: overflow)
  }

  /// The cells as text.
  var text: String {
    var text = ""
    for cell in cells { cell.append(to: &text.unicodeScalars) }
    return text
  }

  /// Appends until the text ends or its columns pass `limit`: the rest cannot be seen anyway.
  private mutating func append(_ text: String, role: Role, limit: Int) {
    guard columns <= limit else { return }
    segments.append((cells.count, role))
    columns += DisplayRun.append(text, to: &cells, limit: limit == .max ? .max : limit - columns)
  }

  private mutating func cut(to room: Int, overflow: Canvas.Overflow) {
    guard columns > room else { return }
    switch overflow {
    case _ where room <= 0: dropTail(to: 0)
    case .clip: dropTail(to: room)
    case .end:
      dropTail(to: room - 1)
      appendEllipsis()
    case .middle: cutMiddle(to: room)
    }
  }

  /// Drops cells until at most `limit` columns are left.
  private mutating func dropTail(to limit: Int) {
    while columns > limit, let last = cells.popLast() { columns -= Int(last.columns) }
  }

  /// Appends `…` in the role of what it stands for.
  private mutating func appendEllipsis() {
    cells.append(DisplayCell("…"))
    columns += 1
    while let last = segments.last, last.start >= cells.count { segments.removeLast() }
  }

  private mutating func cutMiddle(to room: Int) {
    let all = self
    dropTail(to: room / 2)
    appendEllipsis()
    var tail = all.cells.endIndex
    var width = 0
    while tail > 0, width + Int(all.cells[tail - 1].columns) <= room - columns {
      tail -= 1
      width += Int(all.cells[tail].columns)
    }
    let shift = cells.count - tail
    for segment in all.segments where segment.start >= tail {
      segments.append((segment.start + shift, segment.role))
    }
    if let role = all.segments.last(where: { $0.start < tail })?.role,
      segments.last(where: { $0.start < cells.count })?.role != role
    {
      segments.append((cells.count, role))
      segments.sort { $0.start < $1.start }
    }
    cells += all.cells[tail...]
    columns += width
  }
}
