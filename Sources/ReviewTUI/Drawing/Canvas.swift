import Core

/// The pen that screens draw with: coordinates are those of the clip, anything outside it is cut.
struct Canvas {
  /// Where a text stands in the width it is given.
  enum Align: Sendable {
    case left, right, center
  }

  /// What happens to a text that is wider than its room.
  enum Overflow: Sendable {
    /// `…` at the end.
    case end
    /// `…` in the middle: names of files and companies.
    case middle
    /// Cut without a sign.
    case clip
  }

  private(set) var frame: Frame
  /// The part of the frame that may be drawn on, in coordinates of the frame.
  private var clip: Rect
  /// Where the caller's row 0, column 0 is; outside the clip when a rectangle sticks out of it.
  private var origin: Position
  /// The extent that the caller was given.
  private var extent: Size

  /// An empty canvas.
  init(size: Size) {
    frame = Frame(size: size)
    extent = frame.size
    clip = Rect(frame.size)
    origin = Position(row: 0, column: 0)
  }

  /// Room within the current clip.
  var size: Size { extent }

  /// Everything within the current clip, in its own coordinates.
  var bounds: Rect { Rect(extent) }

  /// Writes one line; the columns used are returned, also those that the clip cuts away.
  ///
  /// Every text passes `display`; without `width` the room ends at the right edge. A wide character that an edge would cut
  /// is replaced by a space.
  @discardableResult
  mutating func write(
    _ text: String, row: Int, column: Int, width: Int? = nil, role: Role = .normal, align: Align = .left,
    overflow: Overflow = .end
  ) -> Int {
    let room = max(0, width ?? size.columns - column)
    let run = CellRun(text, role: role, room: room, overflow: overflow)
    let slack = room - run.columns
    let shift =
      switch align {
      case .left: 0
      case .right: slack
      case .center: slack / 2
      }
    return write(run, row: row, column: column + shift)
  }

  /// Writes one line of differently styled texts; see `write(_:row:column:width:role:align:overflow:)`.
  @discardableResult
  mutating func write(
    _ spans: [Span], row: Int, column: Int, width: Int? = nil, overflow: Overflow = .end
  ) -> Int {
    let room = max(0, width ?? size.columns - column)
    return write(CellRun(spans, room: room, overflow: overflow), row: row, column: column)
  }

  /// Fills a rectangle.
  mutating func fill(_ rect: Rect, role: Role, with character: Character = " ") {
    let cell = Cell(character, role: role)
    let step = max(1, cell.width)
    let seen = rect.intersection(visible)
    let first = seen.column - (seen.column - rect.column) % step
    for row in seen.row..<seen.bottom {
      for column in stride(from: first, to: seen.right, by: step) {
        let part = column + step <= rect.right ? cell : Cell(DisplayCell(" "), role: role)
        put(part, frameRow: origin.row + row, frameColumn: origin.column + column)
      }
    }
  }

  /// Changes the role of everything in a rectangle, not its text.
  mutating func paint(_ role: Role, _ rect: Rect) {
    let target = onFrame(rect)
    for row in target.row..<target.bottom {
      for column in target.column..<target.right { frame.paint(role, row: row, column: column) }
    }
  }

  /// Draws within `rect`, whose upper left corner is row 0, column 0 for `body`; nothing outside it is touched.
  mutating func within(_ rect: Rect, _ body: (inout Canvas) -> Void) {
    let saved = (clip, origin, extent)
    clip = onFrame(rect)
    origin = Position(row: origin.row + rect.row, column: origin.column + rect.column)
    extent = rect.size
    body(&self)
    (clip, origin, extent) = saved
  }

  /// Shows the terminal's cursor; ignored outside the clip.
  mutating func setCursor(row: Int, column: Int) {
    let place = Position(row: origin.row + row, column: origin.column + column)
    if clip.contains(place) { frame.cursor = place }
  }

  /// The clip in the caller's coordinates.
  private var visible: Rect {
    Rect(row: clip.row - origin.row, column: clip.column - origin.column, rows: clip.rows, columns: clip.columns)
  }

  /// `rect` in coordinates of the frame, without what the clip cuts.
  private func onFrame(_ rect: Rect) -> Rect {
    Rect(row: origin.row + rect.row, column: origin.column + rect.column, rows: rect.rows, columns: rect.columns)
      .intersection(clip)
  }

  private mutating func write(_ run: CellRun, row: Int, column: Int) -> Int {
    let frameRow = origin.row + row
    guard frameRow >= clip.row, frameRow < clip.bottom else { return run.columns }
    var at = origin.column + column
    var segment = 0
    var role = Role.normal
    for (index, cell) in run.cells.enumerated() {
      while segment < run.segments.count, run.segments[segment].start <= index {
        role = run.segments[segment].role
        segment += 1
      }
      put(Cell(cell, role: role), frameRow: frameRow, frameColumn: at)
      at += Int(cell.columns)
    }
    return run.columns
  }

  /// Puts a cell on a row within the clip; the half of a wide one that the clip cuts becomes a space.
  private mutating func put(_ cell: Cell, frameRow row: Int, frameColumn column: Int) {
    if column >= clip.column, column + cell.width <= clip.right {
      frame.put(cell, row: row, column: column)
    } else if cell.width == 2, column + 1 == clip.column, column + 2 <= clip.right {
      frame.put(Cell(DisplayCell(" "), role: cell.role), row: row, column: column + 1)
    } else if cell.width == 2, column >= clip.column, column + 1 == clip.right {
      frame.put(Cell(DisplayCell(" "), role: cell.role), row: row, column: column)
    }
  }
}
