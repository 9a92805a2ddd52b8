import Core

/// Texts and records of an earlier run come back to where they were typed.
extension AppState {
  /// The effects that restore a text; a screen that holds unsaved work of the same record takes it without being opened
  /// anew, because the record's file is not what that screen began with.
  mutating func restore(_ text: RecoverableText) -> [AppEffect] {
    if case .visitText(_, "form/plan") = DraftField(text.field) { return recoverPlan(text) }
    guard let key = DraftField(text.field).screen(of: text.application), bring(key) else {
      return [.open([text.application], .recover(text))]
    }
    return restoreHere(text)
  }

  /// A plan that was being made belongs to no visit yet; its choices come first.
  private mutating func recoverPlan(_ text: RecoverableText) -> [AppEffect] {
    planDraft = text
    return [.preparePlan(application: text.application)]
  }

  /// After the application was opened for it.
  mutating func recover(_ text: RecoverableText, _ opened: OpenedApplications) -> [AppEffect] {
    guard let first = opened.applications.first else { return [] }
    switch DraftField(text.field) {
    case .comment, .opinion, .digits, .sheet:
      guard let sheet = opened.sheet else { return [] }
      if case .score? = stack.last { stack.removeLast() }
      stack.append(.score(ScoreState(first, sheet: sheet, undo: opened.undo)))
    case .visitText, .figure, .visit: openVisit(opened.visit, of: first, undo: opened.undo)
    case .correction:
      guard let record = opened.verify else { return [] }
      if case .verify? = stack.last { stack.removeLast() }
      stack.append(.verify(VerifyState(record)))
    }
    return restoreHere(text)
  }

  /// Puts the text into its box on the screen on top. The draft of the earlier run goes only after this run has its own.
  private mutating func restoreHere(_ text: RecoverableText) -> [AppEffect] {
    let field = DraftField(text.field)
    var effects: [AppEffect]?
    switch stack.last {
    case .score(var state)?: effects = restore(text, field, &state)
    case .inspect(var state)?:
      if case .visitText = field { return recoverVisitText(text, on: state) }
      effects = restore(text, field, &state)
    case .verify(var state)?: effects = restore(text, field, &state)
    default: return []
    }
    guard let effects else {
      if notice?.level != .error { notice = Notice(.warning, UnsavedWords.cannotRestore) }
      return []
    }
    let own = AppEffect.draft(application: text.application, field: text.field, text: text.text, digest: nil)
    let trail = AppEffect.trail(application: text.application, field: text.field, text.trail)
    return [trail, own] + effects + [.discardDraft(text.id, field: text.field)]
  }

  private mutating func restore(
    _ text: RecoverableText, _ field: DraftField, _ state: inout ScoreState
  ) -> [AppEffect]? {
    guard canWrite(state) else { return nil }
    var effects: [AppEffect] = []
    switch field {
    case .comment(let id):
      state.cursor.selected = state.review.entries.firstIndex { $0.criterion == id } ?? 0
      state.editing = ScoreState.Editing(field: id, editor: TextEditor(text: text.text, trail: text.trail))
      notice = Notice(.good, .recovered)
    case .opinion:
      state.cursor.selected = state.review.entries.count
      state.editing = ScoreState.Editing(
        field: ScoreState.opinionField, editor: TextEditor(text: text.text, trail: text.trail))
      notice = Notice(.good, .recovered)
    case .digits(let id):
      guard let index = state.review.entries.firstIndex(where: { $0.criterion == id }) else { return nil }
      state.cursor.selected = index
      state.digits = text.text
      notice = Notice(.good, UnsavedWords.restoredDigits)
    case .sheet:
      guard let program, let draft = Review(draft: text.text, program.rubric) else { return nil }
      state.edit { review in
        review.entries = draft.entries
        review.opinion = draft.opinion
        review.recommendation = draft.recommendation
      }
      effects = autosave(state)
      notice = Notice(.good, UnsavedWords.restoredRecord)
    default: return nil
    }
    stack[stack.count - 1] = .score(state)
    return effects
  }

  private mutating func restore(
    _ text: RecoverableText, _ field: DraftField, _ state: inout InspectState
  ) -> [AppEffect]? {
    guard mayWrite(state) else { return nil }
    var effects: [AppEffect] = []
    switch field {
    case .figure(_, let metric):
      guard let index = state.visit.metrics.firstIndex(where: { $0.id == metric }) else { return nil }
      state.section = .metrics
      state.cursor.selected = index
      state.digits = text.text
      notice = Notice(.good, UnsavedWords.restoredDigits)
    case .visit:
      guard let edits = state.edits(inDraft: text.text) else { return nil }
      for edit in edits { effects += self.edit(&state, edit) }
      if notice?.level != .error { notice = Notice(.good, UnsavedWords.restoredRecord) }
    default: return nil
    }
    stack[stack.count - 1] = .inspect(state)
    return effects
  }

  private mutating func restore(
    _ text: RecoverableText, _ field: DraftField, _ state: inout VerifyState
  ) -> [AppEffect]? {
    guard case .correction(let path) = field else { return nil }
    let index = state.record.fields.firstIndex { $0.path.utf8.elementsEqual(path.utf8) }
    guard let index, mayCorrect(state), let program else { return nil }
    state.shown = .all
    state.refresh()
    state.cursor.selected = state.lines.firstIndex(of: .field(index)) ?? 0
    let parts = text.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    state.editing = VerifyState.Editing(value: nil, editor: LineEditor(text: parts.first ?? ""))
    if parts.count == 2 {
      do throws(CorrectionReader.Refusal) {
        let reader = CorrectionReader(FormVocabulary(program: program))
        let value = try reader.read(parts[0], as: state.record.fields[index].kind)
        state.editing = VerifyState.Editing(value: value, editor: LineEditor(text: parts[1]))
      } catch {
        // The value is no value of this field any more: it stands in its box to be put right.
      }
    }
    notice = Notice(.good, UnsavedWords.restoredDigits)
    stack[stack.count - 1] = .verify(state)
    return []
  }
}

extension AppState {
  /// What was typed, beside what is saved.
  func recoveryPage(_ text: RecoverableText) -> Page {
    let field = DraftField(text.field)
    var page = Page()
    if field.isRecord, !text.changes.isEmpty {
      let head = UnsavedWords.recordFound(text.application, name(field), at: text.at, count: text.changes.count)
      page.paragraph(head(language))
      if text.isStale { page.paragraph(UnsavedWords.isStale(language), role: .warning) }
      for change in text.changes {
        page.paragraph(ConflictWords.field(change.path, language), role: .strong)
        page.field("  " + Phrase.recoveryTyped(language), Figures.text(change.mine), role: .changed)
        page.field("  " + Phrase.recoverySaved(language), Figures.text(change.theirs))
      }
      return page
    }
    let count = text.text.count
    let head = Phrase.recoveryFound(application: text.application, field: name(field), at: text.at, characters: count)
    page.paragraph(head(language))
    page.field(Phrase.recoveryTyped(language), text.text, role: .changed)
    page.field(Phrase.recoverySaved(language), text.saved.isEmpty ? nil : text.saved)
    return page
  }

  /// The texts that still wait, without those that a record restored before them contains.
  mutating func stillWaiting(_ texts: [RecoverableText]) -> [RecoverableText] {
    texts.filter { text in
      guard case .score(let state)? = (held + stack).first(where: { $0.key == .sheet(text.application) }) else {
        return true
      }
      switch DraftField(text.field) {
      case .comment, .opinion:
        let isThere = state.review.text(of: text.field).utf8.elementsEqual(text.text.utf8)
        if isThere { pendingEffects.append(.discardDraft(text.id, field: text.field)) }
        return !isThere
      default: return true
      }
    }
  }
}

extension DraftField {
  /// The screen on which the field is typed.
  func screen(of application: String) -> AppState.Screen.Key? {
    switch self {
    case .comment, .opinion, .digits, .sheet: .sheet(application)
    case .visitText(let visit, _), .figure(let visit, _), .visit(let visit): .visit(application, visit)
    case .correction: .verify(application)
    }
  }
}

extension Review {
  /// The sheet that a draft holds; nil for a text that is none.
  init?(draft: String, _ rubric: Rubric) {
    guard let json = JSONValue(draft: draft) else { return nil }
    do throws(FieldError) { try self.init(json: json, rubric: rubric) } catch { return nil }
  }
}

extension JSONValue {
  /// The record that a draft holds.
  init?(draft: String) {
    do throws(JSONSyntaxError) { self = try JSONParser.parse(Array(draft.utf8)) } catch { return nil }
  }
}

extension InspectState {
  /// What a draft of the visit, or of one's own part, has beyond the record on the screen; nil when it is no such record.
  func edits(inDraft draft: String) -> [InspectionEdit]? {
    guard let json = JSONValue(draft: draft) else { return nil }
    do throws(FieldError) {
      if isLead { return InspectionEdit.edits(from: visit, to: try Inspection(json: json)) }
      let empty = InspectionPart(visit: visit.id, application: visit.application, person: person)
      return InspectionPartEdit.edits(from: own ?? empty, to: try InspectionPart(json: json)).compactMap { edit in
        switch edit {
        case .answer(let item, let answer): .answer(item: item, answer)
        case .why(let item, let text): .why(item: item, text)
        case .note(let text): .note(text)
        case .conflict(let has): .conflict(person: person, has)
        case .fixed, .recheck, .leave: nil
        }
      }
    } catch {
      return nil
    }
  }
}
