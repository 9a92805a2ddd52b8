import Core

/// Score (评分): the rubric on one side, the evidence on the other.
struct ScoreState: Equatable, Sendable {
  let application: Application
  var sheet: Sheet
  /// Line under the cursor: criteria first, then opinion, recommendation and submission.
  var cursor = ListCursor()
  /// The digits being typed into the score box under the cursor; nil when none are.
  var digits: String?
  /// The text being typed, if any.
  var editing: Editing?
  /// First line shown of the evidence.
  var evidenceTop = 0
  /// Whether the moving keys scroll the evidence.
  var isEvidenceFocused = false
  var undo: [Review] = []
  var redo: [Review] = []
  /// Counts the edits, so that a save can say which of them it contains.
  var generation = 0
  /// The last generation that is on disk.
  var savedGeneration = 0
  /// When that was.
  var savedAt: String?

  /// A text box that is open.
  struct Editing: Equatable, Sendable {
    /// Criterion id, or ``ScoreState/opinionField``.
    let field: String
    var editor: TextEditor
  }

  static let opinionField = "opinion"

  /// A line of the sheet.
  enum Line: Equatable, Sendable {
    case criterion(Int)
    case opinion, recommendation, submit
  }

  init(_ application: Application, sheet: Sheet) {
    self.application = application
    self.sheet = sheet
  }

  var review: Review { sheet.review }
  /// Whether there are edits that no file holds yet.
  var isUnsaved: Bool { generation > savedGeneration }
  var isLocked: Bool { review.state == .submitted }
  var lineCount: Int { review.entries.count + 3 }

  /// The line under the cursor.
  var line: Line {
    switch cursor.selected - review.entries.count {
    case 0: .opinion
    case 1: .recommendation
    case 2...: .submit
    default: .criterion(cursor.selected)
    }
  }

  /// Changes the sheet as one step that can be undone.
  mutating func edit(_ change: (inout Review) -> Void) {
    var next = sheet.review
    change(&next)
    guard next != sheet.review else { return }
    undo.append(sheet.review)
    if undo.count > 500 { undo.removeFirst() }
    redo = []
    sheet.review = next
    generation += 1
  }
}

extension AppState {
  /// Handles a command on the Score screen.
  mutating func score(_ command: Command, _ state: ScoreState) -> [AppEffect] {
    var state = state
    var effects: [AppEffect] = []
    let layout = ScoreLayout(body: body)
    switch command {
    case .back where state.digits != nil: state.digits = nil
    case .nextPane, .previousPane: state.isEvidenceFocused.toggle()
    case _ where state.isEvidenceFocused && [.up, .down, .pageUp, .pageDown, .top, .bottom].contains(command):
      let lines = evidence(state).layout(width: layout.evidenceWidth)
      scroll(&state.evidenceTop, command, page: layout.evidence.rows, last: max(0, lines.count - layout.evidence.rows))
    case .back:
      guard commitDigits(&state, &effects), mayLeave(state, &effects) else { break }
      stack[stack.count - 1] = .score(state)
      stack.removeLast()
      return effects
    case .up, .down, .pageUp, .pageDown, .top, .bottom:
      guard commitDigits(&state, &effects) else { break }
      let before = state.cursor.selected
      _ = state.cursor.handle(command, count: state.lineCount, page: layout.sheet.rows)
      if state.cursor.selected != before { state.evidenceTop = 0 }
    case .open:
      effects += enterOnSheet(&state)
    case .raise, .lower:
      guard commitDigits(&state, &effects), canWrite(state) else { break }
      effects += stepScore(&state, command == .raise ? 1 : -1)
    case .clearScore:
      if let digits = state.digits {
        state.digits = String(digits.dropLast())
      } else if case .criterion(let index) = state.line, canWrite(state) {
        state.edit { $0.entries[index].score = nil }
        effects += autosave(state)
      }
    case .comment:
      guard commitDigits(&state, &effects) else { break }
      openEditor(&state)
    case .undo, .redo:
      guard canWrite(state) else { break }
      effects += undo(&state, redo: command == .redo)
    case .submit:
      guard commitDigits(&state, &effects) else { break }
      askToSubmit(&state)
    case .read:
      guard commitDigits(&state, &effects) else { break }
      stack[stack.count - 1] = .score(state)
      return effects + [.open([state.application.id], .read)]
    case .nextApplication, .previousApplication:
      guard commitDigits(&state, &effects), mayLeave(state, &effects) else { break }
      stack[stack.count - 1] = .score(state)
      return effects + step(command == .nextApplication ? 1 : -1, from: state.application.id, .score)
    default: break
    }
    stack[stack.count - 1] = .score(state)
    return effects
  }

  /// Whether the sheet may go from the screen: not while its last save failed, because then only the screen holds it.
  private mutating func mayLeave(_ state: ScoreState, _ effects: inout [AppEffect]) -> Bool {
    guard state.isUnsaved, saving == 0, effects.isEmpty else { return true }
    notice = Notice(.error, .unsavedStays)
    effects += autosave(state)
    return false
  }

  /// Whether the sheet may be changed; says why not.
  mutating func canWrite(_ state: ScoreState) -> Bool {
    if let reason = readOnly {
      notice = Notice(.warning, .readOnly(reason))
      return false
    }
    if state.isLocked {
      notice = Notice(.warning, .sheetLocked)
      return false
    }
    return true
  }

  /// Lets the score under the cursor stand although its evidence changed; false when there is nothing to confirm.
  private mutating func confirmBasis(_ state: ScoreState) -> Bool {
    guard case .criterion(let index) = state.line, state.digits == nil else { return false }
    let id = state.review.entries[index].criterion
    guard state.sheet.changed.contains(id), canWrite(state) else { return false }
    pendingEffects.append(
      .confirmBasis(application: state.application.id, criterion: id, generation: state.generation))
    return true
  }

  /// Takes a typed character of a number; false when it is not one.
  mutating func typeDigit(_ character: Character, _ state: ScoreState) -> Bool {
    if character == "=" { return confirmBasis(state) }
    guard "0123456789.".contains(character) else { return false }
    var state = state
    switch state.line {
    case .criterion:
      guard canWrite(state) else { return true }
      let digits = (state.digits ?? "") + String(character)
      if digits.count <= 4 { state.digits = digits }
    case .recommendation:
      guard let number = Int(String(character)), (1...3).contains(number) else { return false }
      guard canWrite(state) else { return true }
      state.edit { $0.recommendation = Review.Recommendation.allCases[number - 1] }
      pendingEffects += autosave(state)
    case .opinion, .submit: return false
    }
    stack[stack.count - 1] = .score(state)
    return true
  }

  /// Turns typed digits into a score; false, with the reason on the status line, when they are not one.
  mutating func commitDigits(_ state: inout ScoreState, _ effects: inout [AppEffect]) -> Bool {
    guard let digits = state.digits else { return true }
    guard case .criterion(let index) = state.line, let program,
      let criterion = program.rubric.criterion(state.review.entries[index].criterion)
    else {
      state.digits = nil
      return true
    }
    if digits.isEmpty {
      state.digits = nil
      return true
    }
    guard let tenths = ScoreInput.tenths(digits), tenths <= criterion.maximum, tenths % program.rubric.step == 0 else {
      notice = Notice(
        .error,
        .scoreOutOfRange(digits, maximum: Figures.tenths(criterion.maximum), step: Figures.tenths(program.rubric.step)))
      stack[stack.count - 1] = .score(state)
      return false
    }
    state.digits = nil
    state.edit { $0.entries[index].score = tenths }
    effects += autosave(state)
    return true
  }

  private mutating func enterOnSheet(_ state: inout ScoreState) -> [AppEffect] {
    var effects: [AppEffect] = []
    switch state.line {
    case .criterion:
      guard commitDigits(&state, &effects) else { return [] }
      state.cursor.move(1, count: state.lineCount)
      state.evidenceTop = 0
    case .opinion:
      openEditor(&state)
    case .recommendation:
      if state.review.recommendation != nil {
        state.cursor.move(1, count: state.lineCount)
      } else {
        notice = Notice(.info, .chooseRecommendation)
      }
    case .submit:
      askToSubmit(&state)
    }
    return effects
  }

  private mutating func stepScore(_ state: inout ScoreState, _ delta: Int) -> [AppEffect] {
    switch state.line {
    case .criterion(let index):
      guard let program, let criterion = program.rubric.criterion(state.review.entries[index].criterion) else {
        return []
      }
      state.edit { review in
        // Stepping from 未评 starts at the middle of the scale, not at 0, which would read as a judgement.
        let now = review.entries[index].score
        let middle = program.rubric.bands.first { $0.from <= 75 }.map {
          program.rubric.lowest(in: $0, outOf: criterion.maximum)
        }
        let next = now.map { $0 + delta * program.rubric.step } ?? middle ?? criterion.maximum / 2
        review.entries[index].score = min(max(0, next), criterion.maximum)
      }
    case .recommendation:
      let all = Review.Recommendation.allCases
      let now = state.review.recommendation.flatMap { all.firstIndex(of: $0) }
      let next = now.map { min(max(0, $0 + delta), all.count - 1) } ?? 0
      state.edit { $0.recommendation = all[next] }
    case .opinion, .submit: return []
    }
    return autosave(state)
  }

  private mutating func undo(_ state: inout ScoreState, redo: Bool) -> [AppEffect] {
    guard var next = redo ? state.redo.popLast() : state.undo.popLast() else {
      notice = Notice(.info, redo ? .nothingToRedo : .nothingToUndo)
      return []
    }
    if redo { state.undo.append(state.review) } else { state.redo.append(state.review) }
    let changed = zip(next.entries, state.review.entries).first { $0.score != $1.score || $0.comment != $1.comment }
    // Revision and digest belong to the file, not to the edit that is taken back.
    next.revision = state.review.revision
    next.previous = state.review.previous
    state.sheet.review = next
    state.generation += 1
    notice = Notice(.info, redo ? .redone(changed?.0.criterion) : .undone(changed?.0.criterion))
    return autosave(state)
  }

  private mutating func openEditor(_ state: inout ScoreState) {
    guard canWrite(state) else { return }
    switch state.line {
    case .criterion(let index):
      let entry = state.review.entries[index]
      state.editing = ScoreState.Editing(field: entry.criterion, editor: TextEditor(text: entry.comment))
    case .opinion:
      state.editing = ScoreState.Editing(field: ScoreState.opinionField, editor: TextEditor(text: state.review.opinion))
    case .recommendation, .submit: return
    }
  }

  /// The effect that saves the sheet as it is now.
  func autosave(_ state: ScoreState) -> [AppEffect] {
    [
      .save(
        application: state.application.id, review: state.review, digest: state.sheet.digest,
        generation: state.generation)
    ]
  }

  private mutating func askToSubmit(_ state: inout ScoreState) {
    guard let program, canWrite(state) else { return }
    let gaps = state.review.gaps(against: program.rubric, changed: state.sheet.changed)
    if gaps.isEmpty {
      overlays.append(.confirm(ConfirmState(.submit(total: Figures.tenths(state.review.total)))))
      return
    }
    notice = Notice(.warning, .stillMissing(gaps))
    // Put the cursor on the first thing that is missing.
    switch gaps[0] {
    case .declaration, .recused: break
    case .score(let id), .comment(let id), .basis(let id):
      state.cursor.selected = state.review.entries.firstIndex { $0.criterion == id } ?? 0
    case .opinion: state.cursor.selected = state.review.entries.count
    case .recommendation: state.cursor.selected = state.review.entries.count + 1
    }
  }

  /// Handles a key while a comment or the opinion is being typed.
  mutating func editText(_ key: Key, _ state: ScoreState) -> [AppEffect] {
    guard var editing = state.editing else { return [] }
    var state = state
    switch key {
    case .escape, .function(7), .tab, .function(9):
      return closeEditor(&state, editing)
    default:
      let before = editing.editor.text
      guard editing.editor.handle(key) else { return [] }
      state.editing = editing
      stack[stack.count - 1] = .score(state)
      return editing.editor.text == before ? [] : [draft(state, editing)]
    }
  }

  /// Puts pasted text into the open text box.
  mutating func pasteText(_ text: String, _ state: ScoreState) -> [AppEffect] {
    guard var editing = state.editing else { return [] }
    var state = state
    editing.editor.insert(text)
    state.editing = editing
    stack[stack.count - 1] = .score(state)
    return [draft(state, editing)]
  }

  private func draft(_ state: ScoreState, _ editing: ScoreState.Editing) -> AppEffect {
    .draft(
      application: state.application.id, field: editing.field, text: editing.editor.text, digest: state.sheet.digest)
  }

  private mutating func closeEditor(_ state: inout ScoreState, _ editing: ScoreState.Editing) -> [AppEffect] {
    let text = editing.editor.text
    state.edit { review in
      if editing.field == ScoreState.opinionField {
        review.opinion = text
      } else if let index = review.entries.firstIndex(where: { $0.criterion == editing.field }) {
        review.entries[index].comment = text
      }
    }
    state.editing = nil
    stack[stack.count - 1] = .score(state)
    guard state.generation > state.savedGeneration else {
      return [.endDraft(application: state.application.id, field: editing.field)]
    }
    return autosave(state)
  }

  /// What the criterion under the cursor is judged from.
  func evidence(_ state: ScoreState) -> Page {
    let builder = ApplicationPage(application: state.application, program: program, language: language)
    guard case .criterion(let index) = state.line,
      let criterion = program?.rubric.criterion(state.review.entries[index].criterion)
    else { return builder.whole() }
    return builder.evidence(for: criterion)
  }
}

/// The strict reading of a typed score.
enum ScoreInput {
  /// `9`, `9.5`, `10`, `.5` in tenths; nil for anything else.
  static func tenths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, text != "." else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard whole.count <= 3, fraction.count <= 1, (whole + fraction).utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
      return nil
    }
    let units = whole.isEmpty ? 0 : Int(whole) ?? 0
    return units * 10 + (fraction.isEmpty ? 0 : Int(fraction) ?? 0)
  }
}
