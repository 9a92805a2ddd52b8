import Core

extension AppState {
  /// Draws the dialogs, the last one on top.
  func drawOverlays(on canvas: inout Canvas) {
    for overlay in overlays {
      switch overlay {
      case .help(let cursor): drawHelp(cursor, on: &canvas)
      case .palette(let state): drawPalette(state, on: &canvas)
      case .confirm(let state): drawConfirm(state, on: &canvas)
      case .recovery(let state): drawRecovery(state, on: &canvas)
      case .attachments(let state): drawAttachments(state, on: &canvas)
      case .declaration(let state): drawDeclaration(state, on: &canvas)
      case .conflict(let state): drawConflict(state, on: &canvas)
      case .unsaved(let state): drawUnsaved(state, on: &canvas)
      case .elsewhere(let state): drawElsewhere(state, on: &canvas)
      case .form(let form): drawForm(form, on: &canvas)
      }
    }
  }

  func dialog(
    height: Int, title: Phrase, on canvas: inout Canvas, _ body: (inout Canvas) -> Void
  ) {
    let width = dialogWidth
    let rows = min(height, size.rows)
    let rect = Rect(row: max(0, (size.rows - rows) / 2), column: (size.columns - width) / 2, rows: rows, columns: width)
    canvas.fill(rect, role: .normal)
    canvas.box(rect, title: title(language))
    canvas.within(rect.inset(rows: 1, columns: 2), body)
  }

  /// What `?` shows: the keys of this screen, then those of every screen, printed from the keymap.
  func helpDocument() -> Page {
    var document = Page()
    document.heading(Phrase.screenName(context)(language))
    document.paragraph(Phrase.screenHelp(context)(language))
    document.heading(Phrase.helpKeysHere(language))
    for binding in Keymap.own(context) { field(binding, &document) }
    document.heading(Phrase.helpKeysEverywhere(language))
    for binding in Keymap.everywhere { field(binding, &document) }
    if context == .browse {
      document.heading(Phrase.helpQueryTitle(language))
      document.paragraph(Phrase.helpQuery(language))
    }
    return document
  }

  private func field(_ binding: Binding, _ document: inout Page) {
    let keys = binding.keys.map(\.cap).joined(separator: " ")
    document.field(
      keys + String(repeating: " ", count: max(0, 14 - DisplayWidth.of(keys))),
      Phrase.title(of: binding.command, in: context)(language))
  }

  private func drawHelp(_ cursor: ListCursor, on canvas: inout Canvas) {
    dialog(height: dialogHeight, title: .help, on: &canvas) { canvas in
      let lines = helpDocument().layout(width: max(1, canvas.size.columns))
      let top = min(cursor.top, max(0, lines.count - canvas.size.rows))
      for (offset, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
        canvas.write(line.spans, row: offset, column: 0)
      }
    }
  }

  private func drawPalette(_ state: PaletteState, on canvas: inout Canvas) {
    let commands = paletteCommands(state)
    dialog(height: min(dialogHeight, 18), title: .palette, on: &canvas) { canvas in
      let width = canvas.size.columns
      canvas.fill(Rect(row: 0, column: 0, rows: 1, columns: width), role: .input)
      let (text, caret) = state.input.view(width: max(1, width - 2))
      canvas.write("> " + text, row: 0, column: 0, width: width, role: .input, overflow: .clip)
      canvas.setCursor(row: 0, column: min(width - 1, caret + 2))
      var cursor = state.cursor
      cursor.fit(count: commands.count, height: canvas.size.rows - 1)
      if commands.isEmpty { canvas.write(Phrase.nothingMatches(language), row: 1, column: 2, role: .dim) }
      for (offset, command) in commands.dropFirst(cursor.top).prefix(max(0, canvas.size.rows - 1)).enumerated() {
        let isHere = cursor.top + offset == cursor.selected
        let role: Role = isHere ? .selected : .normal
        let row = offset + 1
        canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), role: role)
        let keys = Keymap.bindings(in: state.context).first { $0.command == command }?.keys.prefix(2).map(\.cap) ?? []
        canvas.write(Phrase.title(of: command)(language), row: row, column: 2, width: width - 18, role: role)
        canvas.write(
          keys.joined(separator: " "), row: row, column: width - 14, width: 13, role: isHere ? .selected : .key,
          align: .right)
      }
    }
  }

  private func drawConfirm(_ state: ConfirmState, on canvas: inout Canvas) {
    let (title, text, act): (Phrase, Phrase, Phrase)
    switch state.question {
    case .quit:
      let isSafe = saving == 0 && draftTrouble == nil
      (title, text, act) = (.quitTitle, isSafe ? .quitQuestion : .quitUnsaved, .quitAct)
    case .recuse(_, let ground):
      (title, text, act) = (DeclarationWords.title, DeclarationWords.recuseQuestion(ground), DeclarationWords.recuse)
    case .submit(let total): (title, text, act) = (.submitTitle, submitSummary(total), .submitAct)
    case .signVisit(let verdict):
      (title, text, act) = (InspectWords.signTitle, InspectWords.signQuestion(verdict), InspectWords.signTitle)
    }
    let lines = TextLayout.wrap(text(language), width: max(1, dialogWidth - 4))
    dialog(height: lines.count + 4, title: title, on: &canvas) { canvas in
      for (offset, line) in lines.enumerated() { canvas.write(line.text, row: offset, column: 0) }
      buttons([(Phrase.goBack, !state.isActChosen), (act, state.isActChosen)], row: lines.count + 1, on: &canvas)
    }
  }

  private func submitSummary(_ total: String) -> Phrase {
    guard case .score(let state)? = stack.last, let program else {
      return .submitQuestion(total, band: "", recommendation: "")
    }
    let band = program.rubric.band(of: state.review.total, outOf: program.rubric.maximum).map { name($0.name) } ?? ""
    let choice = state.review.recommendation.map { Phrase.recommendationName($0)(language) } ?? ""
    return .submitQuestion(total, band: band, recommendation: choice)
  }

  func buttons(_ choices: [(Phrase, Bool)], row: Int, on canvas: inout Canvas) {
    var column = 0
    for (phrase, isChosen) in choices {
      let text = isChosen ? "[ \(phrase(language)) ]" : "  \(phrase(language))  "
      column += canvas.write(text, row: row, column: column, role: isChosen ? .selected : .normal) + 2
    }
  }

  private func drawRecovery(_ state: RecoveryState, on canvas: inout Canvas) {
    guard let text = state.texts.first else { return }
    let height = min(dialogHeight, 16)
    dialog(height: height, title: .recoveryTitle(state.texts.count), on: &canvas) { canvas in
      let width = canvas.size.columns
      let document = recoveryPage(text)
      for (offset, line) in document.layout(width: width).prefix(canvas.size.rows - 2).enumerated() {
        canvas.write(line.spans, row: offset, column: 0)
      }
      buttons(
        [
          (.recoveryRestore, state.choice == .restore), (.recoveryDiscard, state.choice == .discard),
          (.recoveryLater, state.choice == .later),
        ], row: canvas.size.rows - 1, on: &canvas)
    }
  }

  private func drawAttachments(_ state: AttachmentsState, on canvas: inout Canvas) {
    dialog(height: min(dialogHeight, max(5, state.files.count + 4)), title: .formAttachments, on: &canvas) { canvas in
      var cursor = state.cursor
      cursor.fit(count: state.files.count, height: canvas.size.rows)
      if state.files.isEmpty { canvas.write(Phrase.noFile(language), row: 0, column: 0, role: .dim) }
      for (offset, file) in state.files.dropFirst(cursor.top).prefix(canvas.size.rows).enumerated() {
        let role: Role = cursor.top + offset == cursor.selected ? .selected : .normal
        canvas.fill(Rect(row: offset, column: 0, rows: 1, columns: canvas.size.columns), role: role)
        let half = canvas.size.columns / 2
        canvas.write(file.caption, row: offset, column: 1, width: half - 2, role: role)
        canvas.write(
          file.file ?? Phrase.noFile(language), row: offset, column: half, width: half - 1, role: role,
          overflow: .middle)
      }
    }
  }
}
