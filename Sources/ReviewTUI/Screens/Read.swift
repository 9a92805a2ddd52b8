import Core

/// Read (阅读): one application as a document with an outline and a search.
struct ReadState: Equatable, Sendable {
  let application: Application
  /// What the rules of the notice say of it.
  let findings: [Finding]
  /// First line shown.
  var top = 0
  var isOutlineFocused = false
  var outline = ListCursor()
  var find = LineEditor()
  var isFinding = false
  /// The term that is highlighted.
  var term = ""

  init(_ application: Application, findings: [Finding] = []) {
    self.application = application
    self.findings = findings
  }
}

/// Where the parts of Read stand.
struct ReadLayout {
  let outline: Rect?
  let text: Rect
  /// Where the findings stand beside the text; nil where they stand below their fields.
  let margin: Rect?

  init(body: Rect) {
    if body.columns >= 100 {
      let (left, right) = body.split(left: body.columns >= 160 ? 36 : 26, gap: 1)
      outline = left
      // A line of more than 100 cells is tiring to read.
      let beside = right.columns >= 120 ? min(60, max(36, right.columns - 113)) : 0
      let width = min(right.columns - beside - (beside > 0 ? 1 : 0), 112)
      text = Rect(row: right.row, column: right.column, rows: right.rows, columns: width)
      margin =
        beside > 0
        ? Rect(row: right.row, column: right.column + width + 1, rows: right.rows, columns: beside) : nil
    } else {
      outline = nil
      text = body
      margin = nil
    }
  }

  /// Width of the wrapped text.
  var textWidth: Int { max(1, text.columns - 3) }
}

extension AppState {
  /// The document of the application with its findings, in the user's language.
  func document(_ state: ReadState) -> Page {
    ApplicationPage(
      application: state.application, program: program, language: language, findings: state.findings
    ).whole()
  }

  /// The lines of the document where the findings stand.
  private func lines(_ document: Page, _ layout: ReadLayout) -> [Page.Line] {
    document.layout(width: layout.textWidth, hasMargin: layout.margin != nil)
  }

  /// Handles a command on the Read screen.
  mutating func read(_ command: Command, _ state: ReadState) -> [AppEffect] {
    var state = state
    let layout = ReadLayout(body: body)
    let document = document(state)
    let lines = lines(document, layout)
    let last = max(0, lines.count - layout.text.rows)
    switch command {
    case .back:
      remember(state)
      stack.removeLast()
      return []
    case .nextPane, .previousPane:
      if layout.outline != nil {
        state.isOutlineFocused.toggle()
        state.outline.selected = outlineIndex(document, lines, top: state.top)
      }
    case .left where layout.outline != nil: state.isOutlineFocused = true
    case .right: state.isOutlineFocused = false
    case .find:
      state.isFinding = true
      state.find = LineEditor()
    case .findNext: jump(&state, lines, forward: true)
    case .findPrevious: jump(&state, lines, forward: false)
    case .nextFinding: nextFinding(&state, document, lines)
    case .nextApplication, .previousApplication:
      remember(state)
      return step(command == .nextApplication ? 1 : -1, from: state.application.id, .read)
    case .inspect:
      remember(state)
      return startInspecting()
    case .verify:
      remember(state)
      return [.open([state.application.id], .verify)]
    case .score:
      remember(state)
      return startScoring()
    case .compare:
      return [.open([state.application.id], .compare)]
    case .openAttachment, .open:
      if state.isOutlineFocused {
        state.isOutlineFocused = false
      } else {
        overlays.append(.attachments(AttachmentsState(state.application)))
      }
    default:
      if state.isOutlineFocused {
        let outline = document.outline
        if state.outline.handle(command, count: outline.count, page: layout.text.rows),
          outline.indices.contains(state.outline.selected)
        {
          let block = outline[state.outline.selected].block
          state.top = min(last, lines.firstIndex { $0.block == block && !$0.spans.isEmpty } ?? state.top)
        }
      } else {
        scroll(&state.top, command, page: layout.text.rows, last: last)
      }
    }
    stack[stack.count - 1] = .read(state)
    return []
  }

  /// Goes to the next field with a finding, and from the last one to the first.
  private mutating func nextFinding(_ state: inout ReadState, _ document: Page, _ lines: [Page.Line]) {
    let blocks = Set(document.notes.map(\.block))
    let starts = lines.indices.filter {
      blocks.contains(lines[$0].block) && ($0 == 0 || lines[$0 - 1].block != lines[$0].block)
    }
    guard let first = starts.first else {
      notice = Notice(.info, FindingWords.noneToGoTo)
      return
    }
    let next = starts.first { $0 > state.top } ?? first
    state.top = min(next, max(0, lines.count - ReadLayout(body: body).text.rows))
    if state.top != next, let position = starts.firstIndex(of: next) {
      // At the end of the text the page cannot go further down; the count says where one is.
      notice = Notice(.info, Phrase.found(FindingWords.next(language), position + 1, of: starts.count))
    }
  }

  /// Moves a first line by a scrolling command.
  func scroll(_ top: inout Int, _ command: Command, page: Int, last: Int) {
    switch command {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= max(1, page - 2)
    case .pageDown: top += max(1, page - 2)
    case .top: top = 0
    case .bottom: top = last
    default: break
    }
    top = min(max(0, top), last)
  }

  /// The outline entry that the first line shown belongs to.
  func outlineIndex(_ document: Page, _ lines: [Page.Line], top: Int) -> Int {
    let block = lines.indices.contains(top) ? lines[top].block : 0
    return document.outline.lastIndex { $0.block <= block } ?? 0
  }

  private mutating func remember(_ state: ReadState) { readingPlaces[state.application.id] = state.top }

  /// Goes to the next line with the term, from the line after the first one shown.
  mutating func jump(_ state: inout ReadState, _ lines: [Page.Line], forward: Bool) {
    guard !state.term.isEmpty else {
      state.isFinding = true
      return
    }
    let term = state.term.lowercased()
    let hits = lines.indices.filter { lines[$0].text.lowercased().contains(term) }
    guard !hits.isEmpty else {
      notice = Notice(.warning, .notFound(state.term))
      return
    }
    let next = forward ? hits.first { $0 > state.top } ?? hits[0] : hits.last { $0 < state.top } ?? hits[hits.count - 1]
    state.top = min(next, max(0, lines.count - ReadLayout(body: body).text.rows))
    let position = (hits.firstIndex(of: next) ?? 0) + 1
    notice = Notice(.info, .found(state.term, position, of: hits.count))
  }

  /// Opens the application before or after `id` in the list as filtered.
  mutating func step(_ delta: Int, from id: String, _ purpose: AppEffect.Purpose) -> [AppEffect] {
    let ids = browse.visible.map { library.rows[$0].summary.id }
    guard let now = ids.firstIndex(of: id), ids.indices.contains(now + delta) else {
      notice = Notice(.info, delta > 0 ? .lastOne : .firstOne)
      return []
    }
    browse.table.selected = now + delta
    return [.open([ids[now + delta]], purpose)]
  }

  /// Handles a key while the search line of Read is open.
  mutating func readFind(_ key: Key, _ state: ReadState) {
    var state = state
    let layout = ReadLayout(body: body)
    switch key {
    case .escape:
      state.isFinding = false
      state.term = ""
    case .enter:
      state.isFinding = false
      state.term = state.find.text
      jump(&state, lines(document(state), layout), forward: true)
    default:
      if state.find.handle(key) { state.term = state.find.text }
    }
    stack[stack.count - 1] = .read(state)
  }

  /// Draws the Read screen.
  func drawRead(_ state: ReadState, on canvas: inout Canvas) {
    let layout = ReadLayout(body: body)
    let document = document(state)
    let lines = lines(document, layout)
    let top = min(state.top, max(0, lines.count - layout.text.rows))
    if let rect = layout.outline {
      canvas.within(rect) { drawOutline(state, document, lines, top: top, on: &$0) }
      canvas.verticalLine(row: rect.row, column: rect.columns, rows: rect.rows)
    }
    if let margin = layout.margin {
      canvas.verticalLine(row: margin.row, column: margin.column - 1, rows: margin.rows)
      canvas.within(margin) { Self.drawMargin(document, lines, top: top, on: &$0) }
    }
    canvas.within(layout.text) { canvas in
      for (offset, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
        canvas.write(Highlight.mark(state.term, in: line).spans, row: offset, column: 1, width: layout.textWidth)
      }
      let share = lines.count <= canvas.size.rows ? 100 : (top + canvas.size.rows) * 100 / max(1, lines.count)
      let label = "\(min(100, share))%"
      canvas.write(label, row: 0, column: canvas.size.columns - label.count, role: .dim)
    }
  }

  /// Each remark begins beside its block; one that does not fit there stands below the one before.
  private static func drawMargin(_ document: Page, _ lines: [Page.Line], top: Int, on canvas: inout Canvas) {
    var free = 0
    var shown: Set<Int> = []
    for (offset, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated()
    where shown.insert(line.block).inserted {
      for note in document.notes where note.block == line.block {
        var row = max(offset, free)
        for text in Page.lines(of: note, width: max(1, canvas.size.columns - 2)) where row < canvas.size.rows {
          canvas.write(text.spans, row: row, column: 1, width: canvas.size.columns - 2)
          row += 1
        }
        free = row + 1
      }
    }
  }

  private func drawOutline(
    _ state: ReadState, _ document: Page, _ lines: [Page.Line], top: Int, on canvas: inout Canvas
  ) {
    let entries = document.outline
    let here = state.isOutlineFocused ? state.outline.selected : outlineIndex(document, lines, top: top)
    var cursor = ListCursor(selected: here, top: state.outline.top)
    cursor.fit(count: entries.count, height: canvas.size.rows)
    for (offset, entry) in entries.dropFirst(cursor.top).prefix(canvas.size.rows).enumerated() {
      let isHere = cursor.top + offset == here
      let role: Role =
        isHere ? (state.isOutlineFocused ? .selected : .selectedInactive) : entry.level == 1 ? .normal : .dim
      canvas.fill(Rect(row: offset, column: 0, rows: 1, columns: canvas.size.columns), role: role)
      let indent = entry.level * 2 - 1
      canvas.write(
        entry.text, row: offset, column: indent, width: max(0, canvas.size.columns - indent - 1), role: role)
    }
  }
}
