import Core

/// The question that comes before the first look at an assigned application (回避声明).
struct DeclarationState: Equatable, Sendable {
  let request: DeclarationRequest
  /// The answer under the cursor: none of the grounds, a ground, or not now.
  var cursor = ListCursor()

  enum Answer: Equatable { case none, ground(Declaration.Ground), later }

  static let answers: [Answer] = [.none] + Declaration.Ground.allCases.map { .ground($0) } + [.later]

  /// Where the program sees a likeness, nothing is chosen for the person: the cursor waits at the way back.
  init(_ request: DeclarationRequest) {
    self.request = request
    cursor.selected = request.hints.isEmpty ? 0 : Self.answers.count - 1
  }

  var answer: Answer {
    Self.answers.indices.contains(cursor.selected) ? Self.answers[cursor.selected] : .later
  }
}

extension AppState {
  /// Asks for the declaration, unless it could not be kept.
  mutating func ask(_ request: DeclarationRequest) {
    if readOnly != nil {
      notice = Notice(.warning, DeclarationWords.readOnly)
      return
    }
    overlays.append(.declaration(DeclarationState(request)))
  }

  /// Handles a key while the question is open.
  mutating func declarationKey(_ key: Key, _ state: DeclarationState) -> [AppEffect] {
    var state = state
    let count = DeclarationState.answers.count
    switch key.folded {
    case .escape:
      overlays.removeLast()
      return []
    case .enter: return answered(state)
    case .up, .backTab: state.cursor.move(-1, count: count)
    case .down, .tab: state.cursor.move(1, count: count)
    case .character(let character):
      guard let number = character.wholeNumberValue, (1...count).contains(number) else { return [] }
      state.cursor.selected = number - 1
    default: return []
    }
    overlays[overlays.count - 1] = .declaration(state)
    return []
  }

  private mutating func answered(_ state: DeclarationState) -> [AppEffect] {
    let request = state.request
    switch state.answer {
    case .none:
      overlays.removeLast()
      return [.declare(application: request.application, nil, then: request.ids, request.purpose)]
    case .ground(let ground): overlays[overlays.count - 1] = .confirm(ConfirmState(.recuse(request, ground)))
    case .later: overlays.removeLast()
    }
    return []
  }

  func drawDeclaration(_ state: DeclarationState, on canvas: inout Canvas) {
    var head = Page()
    head.paragraph(DeclarationWords.question(language), role: .dim)
    head.field(Phrase.columnID(language), state.request.application)
    head.field(Phrase.columnCompany(language), state.request.company, role: .strong)
    head.field(Phrase.columnProject(language), state.request.project)
    if !state.request.partners.isEmpty {
      head.field(DeclarationWords.partners(language), state.request.partners.joined(separator: "、"))
    }
    for hint in state.request.hints { head.paragraph(DeclarationWords.hint(hint)(language), role: .warning) }
    let lines = head.layout(width: max(1, dialogWidth - 4))
    let answers = DeclarationState.answers
    // The answers are never pushed out of a small window by a long head.
    let rows = min(dialogHeight, lines.count + answers.count + 3)
    dialog(height: rows, title: DeclarationWords.title, on: &canvas) { canvas in
      let width = canvas.size.columns
      let room = max(0, canvas.size.rows - answers.count - 1)
      for (offset, line) in lines.prefix(room).enumerated() { canvas.write(line.spans, row: offset, column: 0) }
      let first = min(lines.count, room) + 1
      for (place, answer) in answers.enumerated() {
        let isHere = place == state.cursor.selected
        let row = first + place
        if isHere { canvas.fill(Rect(row: row, column: 0, rows: 1, columns: width), role: .selected) }
        canvas.write(
          "\(place + 1) \(DeclarationWords.answer(answer)(language))", row: row, column: 1, width: width - 2,
          role: isHere ? .selected : .normal)
      }
    }
  }
}
