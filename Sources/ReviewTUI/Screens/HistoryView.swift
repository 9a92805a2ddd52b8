import Core

extension AppState {
  /// Draws the History screen: the list of acts, or one act in full.
  func drawHistory(_ state: HistoryState, on canvas: inout Canvas) {
    canvas.within(body) { canvas in
      if state.detail != nil {
        let lines = historyDetailLines(state)
        let top = min(state.detail?.top ?? 0, max(0, lines.count - canvas.size.rows))
        for (offset, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
          canvas.write(line.spans, row: offset, column: 1, width: canvas.size.columns - 2)
        }
      } else {
        drawActs(state, on: &canvas)
      }
    }
  }

  /// Columns of the list with their widths; the changes take what is left.
  private func historyColumns(_ width: Int) -> (time: Int, who: Int, act: Int, file: Int, revision: Int, standing: Int)
  {
    let standing = language == .zh ? 12 : 15
    return width >= 150
      ? (26, 12, 12, 44, 5, standing)
      : width >= 110 ? (21, 9, 11, 22, 4, standing) : (20, 8, 10, 0, 4, standing)
  }

  private func drawActs(_ state: HistoryState, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let shown = state.shown
    let all = state.page.report.acts
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
    let subject = state.page.application ?? HistoryWords.whole(language)
    var head = [subject, HistoryWords.shown(shown.count, of: all.count)(language)]
    let filter = HistoryWords.filtered(state, language)
    if !filter.isEmpty { head.append(filter) }
    canvas.write(head.joined(separator: "  "), row: 0, column: 1, width: width - 2, role: .bar2)
    if !state.page.report.problems.isEmpty {
      canvas.write(
        HistoryWords.broken(state.page.report.problems.count)(language), row: 0, column: width / 2,
        width: width - width / 2 - 1, role: .error, align: .right)
    }
    let columns = historyColumns(width)
    drawActHeads(columns, on: &canvas)
    if shown.isEmpty {
      canvas.write(
        (all.isEmpty ? HistoryWords.none : HistoryWords.noneMatches)(language), row: 3, column: 2, role: .dim)
    }
    var cursor = state.cursor
    cursor.fit(count: shown.count, height: canvas.size.rows - 2)
    for (offset, act) in shown.dropFirst(cursor.top).prefix(max(0, canvas.size.rows - 2)).enumerated() {
      let isHere = cursor.top + offset == cursor.selected
      drawAct(act, state, row: offset + 2, isHere: isHere, columns, on: &canvas)
    }
  }

  private func drawActHeads(
    _ columns: (time: Int, who: Int, act: Int, file: Int, revision: Int, standing: Int), on canvas: inout Canvas
  ) {
    var column = 1
    for (title, width) in [
      (HistoryWords.when, columns.time), (HistoryWords.who, columns.who), (HistoryWords.what, columns.act),
      (HistoryWords.file, columns.file), (HistoryWords.revision, columns.revision),
      (HistoryWords.verified, columns.standing),
    ] where width > 0 {
      canvas.write(title(language), row: 1, column: column, width: width - 1, role: .dim)
      column += width
    }
    canvas.write(HistoryWords.changes(language), row: 1, column: column, role: .dim)
  }

  private func drawAct(
    _ act: HistoryAct, _ state: HistoryState, row: Int, isHere: Bool,
    _ columns: (time: Int, who: Int, act: Int, file: Int, revision: Int, standing: Int), on canvas: inout Canvas
  ) {
    let width = canvas.size.columns
    let role: Role = isHere ? .selected : .normal
    if isHere { canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), role: .selected) }
    let standing: Role = isHere ? .selected : act.standing == .holds ? .good : .warning
    var column = 1
    func cell(_ text: String, _ size: Int, _ role: Role, _ canvas: inout Canvas) {
      guard size > 0 else { return }
      canvas.write(text, row: row, column: column, width: size - 1, role: role)
      column += size
    }
    cell(act.at.map(Moment.text) ?? "—", columns.time, role, &canvas)
    cell(HistoryWords.who(act, state.page.names)(language), columns.who, role, &canvas)
    cell(HistoryWords.act(act.act)(language), columns.act, role, &canvas)
    cell(act.file, columns.file, role, &canvas)
    cell(act.revision.map(String.init) ?? "—", columns.revision, role, &canvas)
    cell(HistoryWords.standing(act.standing)(language), columns.standing, standing, &canvas)
    canvas.write(
      HistoryWords.changes(act, language), row: row, column: column, width: max(0, width - column - 1), role: role)
  }

  /// One act in full.
  func historyDetailLines(_ state: HistoryState) -> [Page.Line] {
    guard let detail = state.detail else { return [] }
    let act = detail.act
    var page = Page()
    page.heading(HistoryWords.act(act.act)(language))
    page.field(HistoryWords.when(language), act.at)
    let id = act.person.map { state.page.names[$0] == nil ? "" : "（\($0)）" } ?? ""
    page.field(HistoryWords.who(language), HistoryWords.who(act, state.page.names)(language) + id)
    page.field(HistoryWords.role(language), HistoryWords.role(act)(language))
    page.field(HistoryWords.file(language), act.file)
    page.field(HistoryWords.revision(language), act.revision.map(String.init))
    page.field(
      HistoryWords.verified(language),
      HistoryWords.verdict(act.standing)(language),
      role: act.standing == .holds ? .good : .warning)
    page.field(HistoryWords.line(language), act.line.map(String.init))
    page.field(HistoryWords.before(language), act.before, role: .dim)
    page.field(HistoryWords.after(language), act.after, role: .dim)
    if !act.changes.isEmpty { page.heading(HistoryWords.inJournal(language)) }
    for change in act.changes { page.paragraph(HistoryWords.change(change, language)) }
    page.heading(HistoryWords.betweenVersions(language))
    if let versions = detail.versions {
      page.paragraph(HistoryWords.comparedWith(versions.earlier, isNext: versions.isNext)(language), role: .dim)
      for difference in versions.differences {
        page.paragraph(HistoryWords.field(difference.path, language), role: .strong)
        page.field("  " + HistoryWords.was(language), Self.version(difference.mine, difference.path, language))
        page.field(
          "  " + HistoryWords.became(language), Self.version(difference.theirs, difference.path, language),
          role: .changed)
      }
      if versions.differences.isEmpty { page.paragraph(HistoryWords.sameVersions(language), role: .dim) }
    } else {
      page.paragraph((detail.isLooking ? HistoryWords.looking : HistoryWords.noVersions)(language), role: .dim)
    }
    return page.layout(width: max(1, size.columns - 2))
  }

  /// A value of a version; an element that came or went with all its members.
  private static func version(_ value: JSONValue?, _ path: [String], _ language: Language) -> String {
    guard case .object(let object)? = value else { return HistoryWords.value(value, of: path, language) }
    return object.members.map { "\($0.key) \(Figures.text($0.value))" }.joined(separator: "；")
  }
}
