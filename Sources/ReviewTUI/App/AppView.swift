import Core

extension AppState {
  /// The picture of this state: total for every size.
  func render() -> Frame {
    var canvas = Canvas(size: size)
    if isTooSmall {
      let lines = TextLayout.wrap(Phrase.windowTooSmall(language), width: max(1, size.columns))
      for (row, line) in lines.prefix(size.rows).enumerated() { canvas.write(line.text, row: row, column: 0) }
      return canvas.frame
    }
    drawHeader(on: &canvas)
    switch stack.last {
    case nil: drawBrowse(on: &canvas)
    case .matrix(let state): drawMatrix(state, on: &canvas)
    case .read(let state): drawRead(state, on: &canvas)
    case .compare(let state): drawCompare(state, on: &canvas)
    case .score(let state): drawScore(state, on: &canvas)
    case .verify(let state): drawVerify(state, on: &canvas)
    case .inspect(let state): drawInspect(state, on: &canvas)
    case .agenda(let state): drawAgenda(state, on: &canvas)
    case .problems(let cursor): drawProblems(cursor, on: &canvas)
    case .dashboard(let state): drawDashboard(state, on: &canvas)
    case .figure(let state): drawFigure(state, on: &canvas)
    case .explanation(let state): drawExplanation(state, on: &canvas)
    }
    drawStatus(on: &canvas)
    drawHints(on: &canvas)
    drawOverlays(on: &canvas)
    return canvas.frame
  }

  private func drawHeader(on canvas: inout Canvas) {
    let width = size.columns
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar)
    var right = ""
    if let next = clock.next, let milestone = program?.date(next.key) {
      right = Phrase.daysTo(name(milestone.name), next.days)(language)
    } else if program != nil {
      right = Phrase.deadlinesPassed(language)
    }
    let role = person?.roles.first.map { Phrase.roleName($0)(language) } ?? ""
    let who = person.map { "\($0.name)（\(role)）" } ?? Phrase.watching(language)
    right = [who, right].filter { !$0.isEmpty }.joined(separator: " · ")
    let title = program.map { name($0.shortTitle) } ?? "ReviewTUI"
    let screen = Phrase.screenName(context)(language)
    let rightWidth = min(DisplayWidth.of(right), width / 2)
    var left = " \(screen) │ \(title) · \(workspace)"
    if let id = currentApplication, !stack.isEmpty {
      left = " \(screen) │ \(id) \(library.row(id)?.summary.company ?? "")"
    }
    canvas.write(left, row: 0, column: 0, width: max(0, width - rightWidth - 2), role: .bar)
    canvas.write(right, row: 0, column: width - rightWidth - 1, width: rightWidth, role: .bar)
  }

  private func drawStatus(on canvas: inout Canvas) {
    let row = size.rows - 2
    let width = size.columns
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), role: .status)
    let right = " " + statusRight()
    let rightWidth = min(DisplayWidth.of(right), width * 2 / 3)
    let space = max(0, width - rightWidth - 2)
    if stack.isEmpty, browse.isFiltering, overlays.isEmpty {
      prompt(.filterPrompt, browse.filter, row: row, width: space, on: &canvas)
    } else if case .read(let state)? = stack.last, state.isFinding, overlays.isEmpty {
      prompt(.findPrompt, state.find, row: row, width: space, on: &canvas)
    } else if let trouble = draftTrouble {
      canvas.write(trouble.phrase(language), row: row, column: 1, width: space, role: .error)
    } else if let notice {
      canvas.write(notice.phrase(language), row: row, column: 1, width: space, role: notice.level.role)
    } else if saving > 0 {
      canvas.write(Phrase.saving(language), row: row, column: 1, width: space, role: .status)
    } else if case .dashboard(let state)? = stack.last, let hint = dashboardHint(state) {
      canvas.write(hint, row: row, column: 1, width: space, role: .status)
    } else if case .score(let state)? = stack.last, let time = state.savedAt, !state.isUnsaved {
      // The last act stays in view: who is in doubt looks here.
      let saved = Phrase.saved(time, revision: state.review.revision)
      canvas.write(saved(language), row: row, column: 1, width: space, role: .status)
    } else if stack.isEmpty, !browse.filter.text.isEmpty {
      let role: Role = browse.filterTrouble == nil ? .status : .warning
      canvas.write(
        "\(Phrase.filterPrompt(language)): \(browse.filter.text)", row: row, column: 1, width: space, role: role)
    } else if let id = browse.selectedID(in: library), stack.isEmpty {
      canvas.write(
        id + "  " + (library.row(id)?.summary.project ?? ""), row: row, column: 1, width: space, role: .status)
    }
    canvas.write(right, row: row, column: width - rightWidth - 1, width: rightWidth, role: .status)
  }

  private func prompt(_ label: Phrase, _ editor: LineEditor, row: Int, width: Int, on canvas: inout Canvas) {
    let head = label(language) + ": "
    let used = canvas.write(head, row: row, column: 1, width: width, role: .strong)
    let room = max(1, width - used)
    let (text, caret) = editor.view(width: room)
    canvas.write(text, row: row, column: 1 + used, width: room, role: .input, overflow: .clip)
    canvas.setCursor(row: row, column: 1 + used + caret)
  }

  private func statusRight() -> String {
    var parts: [String] = []
    if stack.isEmpty {
      let total = library.rows.count
      parts.append(Phrase.shown(browse.visible.count, of: total)(language))
      if browse.visible.count < total { parts.append(Phrase.hidden(total - browse.visible.count)(language)) }
      if !browse.marks.isEmpty { parts.append(Phrase.marked(browse.marks.count)(language)) }
    } else if let id = currentApplication,
      let position = browse.visible.firstIndex(where: { library.rows[$0].summary.id == id })
    {
      parts.append("\(position + 1)/\(browse.visible.count)")
    }
    if !library.isComplete { parts.append(Phrase.loadingShort(language) + " \(library.rows.count)/\(library.found)") }
    if !library.problems.isEmpty { parts.append(Phrase.problems(library.problems.count)(language)) }
    parts.append(clock.time)
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The key hints with the column that each begins at.
  func hints() -> [(column: Int, command: Command, cap: String, title: String)] {
    let bindings = Keymap.bindings(in: context).filter { $0.hint != nil }.sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
    var result: [(column: Int, command: Command, cap: String, title: String)] = []
    let all = bindings.map { binding in
      (binding.command, binding.keys.first?.cap ?? "", Phrase.title(of: binding.command, in: context)(language))
    }
    func width(_ entry: (Command, String, String)) -> Int { DisplayWidth.of(entry.1) + DisplayWidth.of(entry.2) + 2 }
    // Help and back stay in view when the line is too short for everything.
    var room = size.columns - 1
    let last = all.suffix(3)
    room -= last.reduce(0) { $0 + width($1) }
    var column = 1
    for entry in all.dropLast(3) {
      guard room >= width(entry) else { break }
      room -= width(entry)
      result.append((column, entry.0, entry.1, entry.2))
      column += width(entry)
    }
    for entry in last {
      result.append((column, entry.0, entry.1, entry.2))
      column += width(entry)
    }
    return result
  }

  private func drawHints(on canvas: inout Canvas) {
    let row = size.rows - 1
    canvas.fill(Rect(row: row, column: 0, rows: 1, columns: size.columns), role: .hint)
    for hint in hints() {
      let used = canvas.write(hint.cap, row: row, column: hint.column, role: .key)
      canvas.write(hint.title, row: row, column: hint.column + used, role: .hint)
    }
  }

  /// Every problem as wrapped lines.
  func problemLines() -> [Page.Line] {
    var document = Page()
    if library.problems.isEmpty { document.paragraph(Phrase.noProblems(language), role: .dim) }
    for problem in library.problems { document.paragraph("· " + StoreWords.phrase(problem)(language), role: .warning) }
    return document.layout(width: max(1, size.columns - 2))
  }

  private func drawProblems(_ cursor: ListCursor, on canvas: inout Canvas) {
    let lines = problemLines()
    let top = min(cursor.top, max(0, lines.count - body.rows))
    for (offset, line) in lines.dropFirst(top).prefix(body.rows).enumerated() {
      canvas.write(line.spans, row: body.row + offset, column: 1, width: size.columns - 2)
    }
  }
}

extension Notice.Level {
  var role: Role {
    switch self {
    case .info: .status
    case .good: .good
    case .warning: .warning
    case .error: .error
    }
  }
}
