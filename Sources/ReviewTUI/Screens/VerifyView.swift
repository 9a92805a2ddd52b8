import Core

/// Where the parts of Verify stand.
struct VerifyLayout {
  let list: Rect
  let source: Rect
  /// Whether the source stands below the list.
  let isStacked: Bool

  init(body: Rect) {
    isStacked = body.columns < 110
    if isStacked {
      (list, source) = body.split(top: max(6, body.rows * 3 / 5))
    } else {
      (list, source) = body.split(left: body.columns * 3 / 5, gap: 1)
    }
  }

  /// Width of the wrapped source.
  var sourceWidth: Int { max(1, source.columns - 2) }
  /// Width of the labels.
  var labelWidth: Int { min(30, list.columns * 2 / 5) }
}

extension AppState {
  /// Draws the Verify screen.
  func drawVerify(_ state: VerifyState, on canvas: inout Canvas) {
    let layout = VerifyLayout(body: body)
    canvas.within(layout.list) { drawVerifyList(state, layout, on: &$0) }
    if !layout.isStacked {
      canvas.verticalLine(row: body.row, column: layout.source.column - 1, rows: body.rows)
    }
    canvas.within(layout.source) { canvas in
      let width = canvas.size.columns
      canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: state.isSourceFocused ? .heading : .bar2)
      canvas.write(
        VerifyWords.sourceTitle(language) + (state.application.source.file ?? VerifyWords.noSourceFile(language)),
        row: 0,
        column: 1, width: width - 2, role: state.isSourceFocused ? .heading : .bar2)
      let lines = sourcePage(state).layout(width: layout.sourceWidth)
      let top = min(state.sourceTop, max(0, lines.count - (canvas.size.rows - 1)))
      for (offset, line) in lines.dropFirst(top).prefix(max(0, canvas.size.rows - 1)).enumerated() {
        canvas.write(line.spans, row: offset + 1, column: 1, width: layout.sourceWidth)
      }
    }
    if let editing = state.editing { drawCorrection(editing, state, on: &canvas) }
  }

  private func drawVerifyList(_ state: VerifyState, _ layout: VerifyLayout, on canvas: inout Canvas) {
    let width = canvas.size.columns
    canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .bar2)
    let open = state.application.openGaps.count
    canvas.write(
      VerifyWords.listTitle(state.shown, count: state.lines.count, open: open)(language), row: 0, column: 1,
      width: width - 2, role: .bar2)
    if state.lines.isEmpty {
      canvas.write(VerifyWords.nothingHere(state.shown)(language), row: 2, column: 1, width: width - 2, role: .dim)
      return
    }
    var cursor = state.cursor
    cursor.fit(count: state.lines.count, height: canvas.size.rows - 1)
    for offset in 0..<max(0, min(canvas.size.rows - 1, state.lines.count - cursor.top)) {
      let line = state.lines[cursor.top + offset]
      let isHere = cursor.top + offset == state.cursor.selected
      let status = state.status(of: line)
      let base: Role = isHere ? (state.isSourceFocused ? .selectedInactive : .selected) : .normal
      let row = offset + 1
      canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), role: base)
      canvas.write(isHere ? ">" : " ", row: row, column: 0, role: base)
      canvas.write(
        label(of: line, state), row: row, column: 1, width: layout.labelWidth - 1, role: isHere ? base : .dim)
      let word = VerifyWords.status(status)(language)
      let wordWidth = DisplayWidth.of(word)
      canvas.write(
        valueText(of: line, state), row: row, column: layout.labelWidth + 1,
        width: max(0, width - layout.labelWidth - wordWidth - 3), role: base)
      canvas.write(word, row: row, column: width - wordWidth - 1, role: isHere ? base : status.role)
    }
  }

  private func label(of line: VerifyState.Line, _ state: VerifyState) -> String {
    switch line {
    case .gap(let index): return VerifyWords.gap(state.application.unparsed[index].path)(language)
    case .field(let index): return VerifyWords.label(state.record.fields[index].path)(language)
    }
  }

  private func valueText(of line: VerifyState.Line, _ state: VerifyState) -> String {
    switch line {
    case .gap(let index): return state.application.unparsed[index].text
    case .field(let index):
      let field = state.record.fields[index]
      switch (field.kind, field.value) {
      case (_, .null): return "—"
      case (.unit, .string(let key)): return unitName(key)
      case (.scenarios, .array(let codes)):
        return codes.compactMap(\.string).map { "\($0) \(scenarioName($0))" }.joined(separator: "、")
      case (.list, .array(let list)):
        return list.isEmpty ? "—" : list.compactMap(\.string).joined(separator: "、")
      case (.money, .number(let number)): return number.text + Phrase.moneyUnit(language)
      case (.percent, .number(let number)): return number.text + " %"
      case (_, .number(let number)): return number.text
      case (_, .string(let text)): return text
      default: return field.value.kindName
      }
    }
  }

  /// What the source pane shows of the line under the cursor: the words, then what became of the value.
  func sourcePage(_ state: VerifyState) -> Page {
    var page = Page()
    guard let line = state.line else { return page }
    page.heading(label(of: line, state))
    switch line {
    case .gap(let index):
      let gap = state.application.unparsed[index]
      page.paragraph(gap.text, role: .match)
      page.field(VerifyWords.why(language), ImportWords.gapReason(gap.why)(language), role: .warning)
      page.field(VerifyWords.place(language), gap.path)
    case .field(let index):
      let field = state.record.fields[index]
      if let source = field.source {
        Self.show(source, on: &page)
      } else {
        page.paragraph(valueText(of: line, state))
        page.paragraph(VerifyWords.asWritten(language), role: .dim)
      }
      for gap in state.application.unparsed where gap.path.utf8.elementsEqual(field.path.utf8) {
        page.field(VerifyWords.why(language), ImportWords.gapReason(gap.why)(language), role: .warning)
      }
      page.blank()
      page.field(VerifyWords.readAs(language), valueText(of: line, state), role: .accent)
      page.field(VerifyWords.place(language), field.path)
    }
    history(of: line, state, on: &page)
    return page
  }

  private static func show(_ source: CorrectableField.Source, on page: inout Page) {
    let characters = Array(source.text)
    guard let range = source.range?.clamped(to: 0..<characters.count), !range.isEmpty else {
      page.paragraph(source.text, role: .match)
      return
    }
    // The words before and after give the number its meaning.
    let before = String(characters[..<range.lowerBound])
    let after = String(characters[range.upperBound...])
    if !before.isEmpty { page.paragraph(before, role: .dim) }
    page.paragraph(String(characters[range]), role: .match)
    if !after.isEmpty { page.paragraph(after, role: .dim) }
  }

  private func history(of line: VerifyState.Line, _ state: VerifyState, on page: inout Page) {
    let path = state.path(of: line)
    for (correction, counts) in zip(state.application.corrections, state.application.correctionsApplied).reversed()
    where correction.path.utf8.elementsEqual(path.utf8) {
      page.blank()
      let act = correction.isConfirmation ? VerifyWords.confirmedAct : VerifyWords.correctedAct
      page.field(act(language), "\(correction.by)  \(correction.at ?? "")", role: counts ? .good : .dim)
      if !correction.isConfirmation {
        page.field(VerifyWords.from(language), VerifyWords.value(correction.from))
        page.field(VerifyWords.to(language), VerifyWords.value(correction.to))
      }
      if let reason = correction.reason { page.field(VerifyWords.reason(language), reason) }
      if !counts { page.paragraph(VerifyWords.doesNotCount(language), role: .warning) }
    }
  }

  private func drawCorrection(_ editing: VerifyState.Editing, _ state: VerifyState, on canvas: inout Canvas) {
    guard case .field(let index)? = state.line else { return }
    let field = state.record.fields[index]
    let rect = Rect(row: body.row + body.rows - 4, column: 0, rows: 4, columns: body.columns)
    canvas.within(rect) { canvas in
      let width = canvas.size.columns
      canvas.fill(Rect(row: 0, column: 0, rows: 4, columns: width), role: .normal)
      canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .heading)
      let title =
        editing.value == nil
        ? VerifyWords.typeValue(label(of: .field(index), state), field.kind) : VerifyWords.typeReason
      canvas.write(title(language), row: 0, column: 1, width: width - 2, role: .heading)
      let (text, caret) = editing.editor.view(width: max(1, width - 4))
      canvas.fill(Rect(row: 1, column: 1, rows: 1, columns: width - 2), role: .input)
      canvas.write(text, row: 1, column: 2, width: max(1, width - 4), role: .input, overflow: .clip)
      canvas.setCursor(row: 1, column: 2 + caret)
      if let value = editing.value {
        canvas.write(
          VerifyWords.change(VerifyWords.value(field.value), VerifyWords.value(value))(language), row: 2, column: 1,
          width: width - 2, role: .accent)
      }
      canvas.write(VerifyWords.editKeys(language), row: 3, column: 1, width: width - 2, role: .hint)
    }
  }
}

extension VerifyState.Status {
  fileprivate var role: Role {
    switch self {
    case .read: .normal
    case .blank: .dim
    case .open: .warning
    case .confirmed: .good
    case .corrected: .accent
    }
  }
}
