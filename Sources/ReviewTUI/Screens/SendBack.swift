import Core

/// Sending a submitted sheet back (退回): the reason, a note, and once more the question.
struct SendBackState: Equatable, Sendable {
  enum Step: Equatable, Sendable { case reason, note, sure, sending }

  let application: String
  /// Person id of the reviewer.
  let reviewer: String
  let name: String
  /// What the sheet says in all.
  let total: String
  var step = Step.reason
  var cursor = ListCursor()
  var note = LineEditor()
  /// Whether the act, and not the way back, is chosen.
  var isActChosen = false

  var reason: SheetReturn.Reason {
    let all = SheetReturn.Reason.allCases
    return all.indices.contains(cursor.selected) ? all[cursor.selected] : .request
  }
}

extension AppState {
  /// Opens the dialog for the sheet under the cursor, or says why it cannot be sent back.
  mutating func startReturn(_ state: PanelState) {
    guard person?.roles.contains(.supervisor) == true else {
      notice = Notice(.warning, PanelWords.onlySupervisors)
      return
    }
    guard readOnly == nil || readOnly == .notReviewer else {
      notice = Notice(.warning, PanelWords.readOnly)
      return
    }
    guard let column = state.here, let reviewer = column.reviewer, column.state == .submitted,
      let review = column.review
    else {
      notice = Notice(.warning, PanelWords.notSubmitted)
      return
    }
    overlays.append(
      .sendBack(
        SendBackState(
          application: state.panel.application, reviewer: reviewer, name: panelName(column, state),
          total: Figures.tenths(review.total))))
  }

  /// Handles a key in the dialog.
  mutating func sendBackKey(_ key: Key, _ state: SendBackState) -> [AppEffect] {
    var state = state
    var effects: [AppEffect] = []
    switch (state.step, key.folded) {
    case (.sending, _): return []
    case (.reason, .escape):
      overlays.removeLast()
      return []
    case (.note, .escape): state.step = .reason
    case (.sure, .escape): state.step = .note
    case (.reason, .enter): state.step = .note
    case (.note, .enter):
      state.step = .sure
      state.isActChosen = false
    case (.sure, .enter):
      if state.isActChosen {
        state.step = .sending
        effects = [
          .sendBack(
            application: state.application, reviewer: state.reviewer, state.reason, note: state.note.text)
        ]
      } else {
        state.step = .note
      }
    case (.reason, .up), (.reason, .backTab): state.cursor.move(-1, count: SheetReturn.Reason.allCases.count)
    case (.reason, .down), (.reason, .tab): state.cursor.move(1, count: SheetReturn.Reason.allCases.count)
    case (.reason, .character(let character)):
      let count = SheetReturn.Reason.allCases.count
      guard let number = character.wholeNumberValue, (1...count).contains(number) else { return [] }
      state.cursor.selected = number - 1
    case (.sure, .left), (.sure, .right), (.sure, .tab), (.sure, .backTab), (.sure, .up), (.sure, .down):
      state.isActChosen.toggle()
    case (.note, _): _ = state.note.handle(key)
    default: return []
    }
    overlays[overlays.count - 1] = .sendBack(state)
    return effects
  }

  mutating func sentBack(_ page: PanelPage, _ entry: SheetReturn, _ time: String) {
    overlays.removeAll { if case .sendBack = $0 { true } else { false } }
    for index in stack.indices {
      guard case .panel(var state) = stack[index], state.panel.application == page.panel.application else { continue }
      state.page = page
      stack[index] = .panel(state)
    }
    notice = Notice(.good, PanelWords.sentBack(time, page.names[entry.reviewer] ?? entry.reviewer))
  }

  /// What was chosen and typed stays.
  mutating func sendBackFailed(_ phrase: Phrase) {
    if case .sendBack(var state)? = overlays.last {
      state.step = .sure
      state.isActChosen = false
      overlays[overlays.count - 1] = .sendBack(state)
    }
    notice = Notice(.error, phrase)
  }

  func drawSendBack(_ state: SendBackState, on canvas: inout Canvas) {
    let reasons = SheetReturn.Reason.allCases
    dialog(height: min(dialogHeight, reasons.count + 9), title: PanelWords.sendBack, on: &canvas) { canvas in
      let width = canvas.size.columns
      canvas.write(
        "\(state.application)  \(state.name)  \(PanelWords.total(language)) \(state.total)", row: 0, column: 0,
        width: width, role: .strong)
      canvas.write(PanelWords.chooseReason(language), row: 1, column: 0, width: width, role: .dim)
      for (place, reason) in reasons.enumerated() {
        let isHere = place == state.cursor.selected
        let role: Role = isHere ? (state.step == .reason ? .selected : .selectedInactive) : .normal
        if isHere { canvas.fill(Rect(row: place + 2, column: 0, rows: 1, columns: width), role: role) }
        canvas.write(
          "\(place + 1) \(DeclarationWords.reason(reason)(language))", row: place + 2, column: 1, width: width - 2,
          role: role)
      }
      let first = reasons.count + 2
      canvas.write(PanelWords.note(language), row: first, column: 0, width: width, role: .dim)
      canvas.fill(Rect(row: first + 1, column: 0, rows: 1, columns: width), role: .input)
      let (text, caret) = state.note.view(width: max(1, width - 2))
      canvas.write(text, row: first + 1, column: 1, width: width - 2, role: .input, overflow: .clip)
      if state.step == .note { canvas.setCursor(row: first + 1, column: min(width - 1, caret + 1)) }
      if state.step == .sure || state.step == .sending {
        let words = state.step == .sure ? PanelWords.sure : PanelWords.sending
        canvas.write(words(language), row: first + 2, column: 0, width: width, role: .warning)
        buttons(
          [(Phrase.goBack, !state.isActChosen), (PanelWords.sendBack, state.isActChosen)], row: first + 3, on: &canvas)
      }
    }
  }
}
