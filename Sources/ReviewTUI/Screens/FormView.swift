import Core

extension AppState {
  func drawForm(_ form: FormState, on canvas: inout Canvas) {
    var head = Page()
    for remark in form.remarks { head.paragraph(remark(language), role: .dim) }
    let width = max(1, dialogWidth - 4)
    let lines = form.remarks.isEmpty ? [] : head.layout(width: width)
    let trouble = form.trouble.map { TextLayout.wrap($0(language), width: width) } ?? []
    // A field a line, then an empty one, help or trouble, and the button: fields are never pushed out by remarks.
    let foot = max(1, trouble.count) + 2
    let room = max(0, dialogHeight - 2 - form.fields.count - foot)
    let shown = lines.prefix(room)
    let rows = shown.count + form.fields.count + foot + 2
    dialog(height: min(rows, size.rows), title: VisitFormWords.title(form.kind), on: &canvas) { canvas in
      for (row, line) in shown.enumerated() { canvas.write(line.spans, row: row, column: 0) }
      let labelWidth = min(width / 3, (form.fields.map { DisplayWidth.of($0.label(language)) }.max() ?? 0) + 2)
      for (index, field) in form.fields.enumerated() {
        draw(field, isHere: index == form.cursor, row: shown.count + index, labelWidth, on: &canvas)
      }
      let below = shown.count + form.fields.count + 1
      if !trouble.isEmpty {
        for (offset, line) in trouble.enumerated() {
          canvas.write(line.text, row: below + offset, column: 0, role: form.isGivingUp ? .warning : .error)
        }
      } else if form.fields.indices.contains(form.cursor), let help = form.fields[form.cursor].help {
        canvas.write(help(language), row: below, column: 0, width: width, role: .dim)
      }
      let row = canvas.size.rows - 1
      let act = form.isSending ? Phrase.saving : VisitFormWords.act(form.kind)
      buttons([(act, form.cursor == form.fields.count || form.isSending)], row: row, on: &canvas)
      let keys = VisitFormWords.keys(language)
      canvas.write(keys, row: row, column: max(0, width - DisplayWidth.of(keys)), role: .dim)
    }
  }

  private func draw(
    _ field: FormState.Field, isHere: Bool, row: Int, _ labelWidth: Int, on canvas: inout Canvas
  ) {
    let width = canvas.size.columns
    canvas.write(field.label(language), row: row, column: 0, width: labelWidth - 1, role: isHere ? .strong : .dim)
    let room = max(1, width - labelWidth)
    guard field.options.isEmpty else {
      let name = field.options.indices.contains(field.selected) ? field.options[field.selected].name(language) : ""
      let text = isHere ? "◂ \(name) ▸" : "  \(name)"
      canvas.write(text, row: row, column: labelWidth, width: room, role: isHere ? .selected : .normal)
      return
    }
    if isHere { canvas.fill(Rect(row: row, column: labelWidth, rows: 1, columns: room), role: .input) }
    let (text, caret) = field.editor.view(width: room)
    canvas.write(
      isHere || !field.editor.isEmpty ? text : "—", row: row, column: labelWidth, width: room,
      role: isHere ? .input : field.editor.isEmpty ? .dim : .normal, overflow: .clip)
    if isHere { canvas.setCursor(row: row, column: labelWidth + caret) }
  }
}
