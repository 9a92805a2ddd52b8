import Core

/// A screen of figures in blocks: what stands where, and where the cursor can go. A pure value for any width.
struct Board: Equatable, Sendable {
  /// One place the cursor can stand on, or a text beside it.
  struct Cell: Equatable, Sendable {
    /// What the cell is called within its block; cells without a name are only text.
    var id: String?
    var spans: [Span]
    /// Columns from the block's left edge.
    var column: Int
    var width: Int
    var align: Canvas.Align = .left
    /// What Enter does.
    var act: Act = .none
    /// What the status line says while the cursor is here.
    var hint = ""
  }

  /// What Enter does on a cell.
  enum Act: Equatable, Sendable {
    case none
    /// Opens exactly these applications; the title is in the user's language.
    case list(title: String, Figure)
    /// Unfolds a total, step by step.
    case explain(String)
    /// The list of problems.
    case problems
  }

  /// A part of the screen.
  struct Block: Equatable, Sendable {
    let id: String
    var title: String
    /// Lines of cells.
    var rows: [[Cell]]
    /// Fewest columns that it can be read in.
    var least: Int
  }

  /// A cell where it is drawn.
  struct Placed: Equatable, Sendable {
    let block: String
    let cell: Cell
    let row: Int
    let column: Int

    var name: Name? { cell.id.map { Name(block: block, cell: $0) } }
    var right: Int { column + cell.width }
  }

  /// What a cell is called on the whole board.
  struct Name: Equatable, Hashable, Sendable {
    let block: String
    let cell: String
  }

  /// A title where it is drawn.
  struct Title: Equatable, Sendable {
    let text: String
    let row: Int
    let column: Int
    let width: Int
  }

  private(set) var cells: [Placed] = []
  private(set) var titles: [Title] = []
  private(set) var rows = 0

  /// How many blocks stand side by side in `width` columns.
  static func lanes(_ width: Int) -> Int { max(1, width / 58) }

  /// Lays out the blocks that `make` makes for the width each of them gets, in reading order, each as far up as it fits.
  init(width: Int, _ blocks: [(least: Int, make: (Int) -> Block)]) {
    let lanes = Self.lanes(width)
    let each = width / lanes
    var heights = [Int](repeating: 0, count: lanes)
    for block in blocks {
      let span = min(lanes, max(1, (block.least + 1 + each - 1) / each))
      var best = 0
      for lane in 0...(lanes - span) where top(lane, span, heights) < top(best, span, heights) { best = lane }
      let row = top(best, span, heights)
      let room = each * span - 1
      let made = block.make(room)
      if made.rows.isEmpty { continue }
      place(made, row: row, column: best * each, width: room)
      let bottom = row + made.rows.count + 2
      for lane in best..<best + span { heights[lane] = bottom }
    }
    rows = max(0, (heights.max() ?? 0) - 1)
  }

  private func top(_ lane: Int, _ span: Int, _ heights: [Int]) -> Int { heights[lane..<lane + span].max() ?? 0 }

  private mutating func place(_ block: Block, row: Int, column: Int, width: Int) {
    titles.append(Title(text: block.title, row: row, column: column, width: width))
    for (offset, line) in block.rows.enumerated() {
      for cell in line where cell.column < width {
        var cell = cell
        cell.width = min(cell.width, width - cell.column)
        cells.append(Placed(block: block.id, cell: cell, row: row + 1 + offset, column: column + cell.column))
      }
    }
  }

  /// The cells that the cursor can stand on.
  var places: [Placed] { cells.filter { $0.cell.id != nil } }

  /// Where the cursor stands: on `name`, or where that is gone, on the first place of its block or of the board.
  func place(of name: Name?) -> Placed? {
    let places = places
    return places.first { $0.name == name } ?? places.first { $0.block == name?.block } ?? places.first
  }

  /// The place that a moving command leads to; nil when there is none in that direction.
  func place(_ command: Command, from here: Placed, page: Int) -> Placed? {
    let places = places
    switch command {
    case .up, .down:
      let sign = command == .down ? 1 : -1
      return nearest(places) { there in
        let down = (there.row - here.row) * sign
        return down > 0 ? down + 6 * Self.gap(here, there) : nil
      }
    case .left, .right:
      let sign = command == .right ? 1 : -1
      return nearest(places) { there in
        let across = (there.column - here.column) * sign
        return across > 0 ? across + 40 * abs(there.row - here.row) : nil
      }
    case .pageUp, .pageDown:
      let target = here.row + (command == .pageDown ? page : -page)
      return nearest(places) { abs($0.row - target) + 6 * Self.gap(here, $0) }
    case .top: return places.min { ($0.row, $0.column) < ($1.row, $1.column) }
    case .bottom: return places.max { ($0.row, $0.column) < ($1.row, $1.column) }
    case .nextPane, .previousPane:
      var blocks: [String] = []
      for place in places where blocks.last != place.block { blocks.append(place.block) }
      guard let index = blocks.firstIndex(of: here.block) else { return nil }
      let next = (index + (command == .nextPane ? 1 : blocks.count - 1)) % blocks.count
      return places.first { $0.block == blocks[next] }
    default: return nil
    }
  }

  private func nearest(_ places: [Placed], _ cost: (Placed) -> Int?) -> Placed? {
    var best: (place: Placed, cost: Int)?
    for place in places {
      guard let cost = cost(place), best.map({ cost < $0.cost }) ?? true else { continue }
      best = (place, cost)
    }
    return best?.place
  }

  /// Columns between two cells; 0 when one stands over the other.
  private static func gap(_ a: Placed, _ b: Placed) -> Int {
    max(0, max(b.column - a.right + 1, a.column - b.right + 1))
  }
}
