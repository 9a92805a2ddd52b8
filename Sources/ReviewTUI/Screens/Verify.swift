import Core

/// Verify (导入核对): every value that was read, beside the words it was read from.
struct VerifyState: Equatable, Sendable {
  /// Which lines are shown.
  enum Shown: Int, CaseIterable, Equatable, Sendable { case all, open, changed }

  /// A line of the list.
  enum Line: Equatable, Sendable {
    /// A field of the form.
    case field(Int)
    /// Words that were not understood and belong to no single field.
    case gap(Int)
  }

  /// How it stands with a line.
  enum Status: Equatable, Sendable {
    /// Read, and nobody has looked yet.
    case read
    /// The form says nothing.
    case blank
    /// Words that were not understood.
    case open
    /// A person confirmed what was read.
    case confirmed(by: String)
    /// A person corrected it.
    case corrected(by: String)
  }

  /// A correction being typed.
  struct Editing: Equatable, Sendable {
    /// The value as read from what was typed; nil while the value itself is typed.
    var value: JSONValue?
    var editor: LineEditor
  }

  private(set) var record: VerifyRecord
  var shown = Shown.all
  var cursor = ListCursor()
  var sourceTop = 0
  var isSourceFocused = false
  var editing: Editing?
  /// Whether a correction is on its way to the disk.
  var isSaving = false
  /// The correction that no file holds yet; nil when there is none.
  var sent: ApplicationStore.Edit?
  private(set) var lines: [Line] = []

  var application: Application { record.application }

  init(_ record: VerifyRecord) {
    self.record = record
    if !record.application.openGaps.isEmpty { shown = .open }
    refresh()
  }

  /// The line under the cursor.
  var line: Line? { lines.indices.contains(cursor.selected) ? lines[cursor.selected] : nil }

  /// Takes in the record after a correction and keeps the cursor where it was.
  mutating func take(_ record: VerifyRecord) {
    self.record = record
    isSaving = false
    sent = nil
    refresh()
  }

  /// Computes which lines are shown.
  mutating func refresh() {
    let kept = line
    let all = record.fields.indices.map(Line.field) + looseGaps.map(Line.gap)
    lines = all.filter { line in
      switch (shown, status(of: line)) {
      case (.all, _), (.open, .open), (.changed, .corrected), (.changed, .confirmed): true
      // What was just decided stays in view, so that the list does not jump under the hands.
      case (.open, .corrected), (.open, .confirmed): line == kept
      default: false
      }
    }
    if let kept, let place = lines.firstIndex(of: kept) { cursor.selected = place }
    cursor.move(0, count: lines.count)
  }

  /// Gaps whose path is no field of the list.
  private var looseGaps: [Int] {
    record.application.unparsed.indices.filter { gap in
      !record.fields.contains { $0.path.utf8.elementsEqual(record.application.unparsed[gap].path.utf8) }
    }
  }

  func path(of line: Line) -> String {
    switch line {
    case .field(let index): record.fields[index].path
    case .gap(let index): "unparsed.\(index)"
    }
  }

  /// The corrections of a line that count, oldest first.
  func corrections(of line: Line) -> [Correction] {
    let path = path(of: line)
    return zip(application.corrections, application.correctionsApplied).filter { correction, counts in
      counts && correction.path.utf8.elementsEqual(path.utf8)
    }.map(\.0)
  }

  func status(of line: Line) -> Status {
    let changes = corrections(of: line)
    if let last = changes.last {
      let isChanged = changes.contains { !$0.isConfirmation } && changes.first?.from != last.to
      return isChanged ? .corrected(by: last.by) : .confirmed(by: last.by)
    }
    switch line {
    case .gap: return .open
    case .field(let index):
      let field = record.fields[index]
      if application.unparsed.contains(where: { $0.path.utf8.elementsEqual(field.path.utf8) }) { return .open }
      return field.isBlank ? .blank : .read
    }
  }
}

/// An application with the fields that can be held against their source.
struct VerifyRecord: Equatable, Sendable {
  let application: Application
  let fields: [CorrectableField]
}

extension CorrectableField {
  /// Whether there is no value.
  var isBlank: Bool {
    switch value {
    case .null: true
    case .array(let list): list.isEmpty
    default: false
    }
  }
}

extension AppState {
  /// Handles a command on the Verify screen.
  mutating func verify(_ command: Command, _ state: VerifyState) -> [AppEffect] {
    var state = state
    var effects: [AppEffect] = []
    switch command {
    case .back:
      stack.removeLast()
      return []
    case .nextPane, .previousPane, .left, .right: state.isSourceFocused.toggle()
    case _ where state.isSourceFocused && [.up, .down, .pageUp, .pageDown, .top, .bottom].contains(command):
      let layout = VerifyLayout(body: body)
      let lines = sourcePage(state).layout(width: layout.sourceWidth)
      scroll(&state.sourceTop, command, page: layout.source.rows, last: max(0, lines.count - layout.source.rows))
    case .nextSection, .previousSection:
      let all = VerifyState.Shown.allCases
      let step = command == .nextSection ? 1 : all.count - 1
      state.shown = all[(state.shown.rawValue + step) % all.count]
      state.cursor = ListCursor()
      state.refresh()
    case .open: openCorrection(&state)
    case .accept: effects += accept(&state)
    case .undo: effects += takeBack(&state)
    case .read: return [.open([state.application.id], .read)]
    case .nextApplication, .previousApplication:
      return step(command == .nextApplication ? 1 : -1, from: state.application.id, .verify)
    case .openAttachment: overlays.append(.attachments(AttachmentsState(state.application)))
    default:
      let before = state.cursor.selected
      _ = state.cursor.handle(command, count: state.lines.count, page: VerifyLayout(body: body).list.rows - 1)
      if state.cursor.selected != before { state.sourceTop = 0 }
    }
    stack[stack.count - 1] = .verify(state)
    return effects
  }

  /// Whether the person may correct; says why not.
  mutating func mayCorrect(_ state: VerifyState) -> Bool {
    if state.isSaving || state.sent != nil {
      notice = Notice(.warning, VerifyWords.stillSaving)
      return false
    }
    guard readOnly != .asked, readOnly != .folder, let person, person.roles.contains(.supervisor) else {
      notice = Notice(.warning, VerifyWords.onlySupervisors)
      return false
    }
    return true
  }

  private mutating func openCorrection(_ state: inout VerifyState) {
    guard mayCorrect(state), let line = state.line else { return }
    guard case .field(let index) = line else {
      notice = Notice(.info, VerifyWords.gapIsConfirmed)
      return
    }
    let text = corrector?.text(state.record.fields[index].value) ?? ""
    if text.contains("\n") || text.utf8.count > 1500 {
      notice = Notice(.warning, VerifyWords.longText)
      return
    }
    state.editing = VerifyState.Editing(value: nil, editor: LineEditor(text: text))
  }

  /// Reads what is typed by the words of the call.
  private var corrector: CorrectionReader? { program.map { CorrectionReader(FormVocabulary(program: $0)) } }

  /// Handles a key while a correction is typed: first the value, then why.
  mutating func correctionKey(_ key: Key, _ state: VerifyState) -> [AppEffect] {
    var state = state
    var effects: [AppEffect] = []
    defer { stack[stack.count - 1] = .verify(state) }
    guard var editing = state.editing, case .field(let index)? = state.line else {
      state.editing = nil
      return []
    }
    let field = state.record.fields[index]
    switch key {
    case .escape:
      // From the reason back to the value; from the value back to the list.
      if editing.value == nil {
        state.editing = nil
      } else {
        state.editing = VerifyState.Editing(
          value: nil, editor: LineEditor(text: editing.value.flatMap { corrector?.text($0) } ?? ""))
      }
    case .enter:
      if let value = editing.value {
        let reason = editing.editor.text
        state.editing = nil
        effects = send(&state, field.path, from: field.value, to: value, reason: reason.isEmpty ? nil : reason)
      } else if let corrector {
        do throws(CorrectionReader.Refusal) {
          let value = try corrector.read(editing.editor.text, as: field.kind)
          state.editing = VerifyState.Editing(value: value, editor: LineEditor())
        } catch {
          notice = Notice(.error, VerifyWords.expected(error.expected))
        }
      }
    default:
      if editing.editor.handle(key) { state.editing = editing }
    }
    return effects
  }

  private mutating func accept(_ state: inout VerifyState) -> [AppEffect] {
    guard mayCorrect(state), let line = state.line else { return [] }
    var value = JSONValue.null
    switch line {
    case .field(let index): value = state.record.fields[index].value
    case .gap(let index):
      let gap = state.application.unparsed[index]
      value = .object(
        JSONObject([("path", .string(gap.path)), ("text", .string(gap.text)), ("why", .string(gap.why))]))
    }
    let effects = send(&state, state.path(of: line), from: value, to: value, reason: nil)
    state.cursor.move(1, count: state.lines.count)
    return effects
  }

  /// Puts the received value back, as a further correction: none is ever taken out of the file.
  private mutating func takeBack(_ state: inout VerifyState) -> [AppEffect] {
    guard mayCorrect(state), case .field(let index)? = state.line, let line = state.line else { return [] }
    let changes = state.corrections(of: line)
    guard let first = changes.first(where: { !$0.isConfirmation }), case .corrected = state.status(of: line) else {
      notice = Notice(.info, VerifyWords.nothingToTakeBack)
      return []
    }
    return send(
      &state, state.record.fields[index].path, from: state.record.fields[index].value, to: first.from,
      reason: VerifyWords.takenBack(language))
  }

  private mutating func send(
    _ state: inout VerifyState, _ path: String, from: JSONValue, to: JSONValue, reason: String?
  ) -> [AppEffect] {
    state.isSaving = true
    saving += 1
    let edit = ApplicationStore.Edit(path: path, from: from, to: to, reason: reason)
    state.sent = edit
    return [.correct(application: state.application.id, [edit])]
  }

  /// Takes in a correction that is on disk.
  mutating func took(_ corrected: CorrectedApplication) {
    saving = max(0, saving - 1)
    let id = corrected.record.application.id
    library.update(id) { row in
      row.summary = corrected.row.summary
      row.key = corrected.row.key
      row.flags = corrected.row.flags
    }
    notice = Notice(.good, VerifyWords.saved(corrected.time))
    for index in stack.indices {
      switch stack[index] {
      case .verify(var state) where state.application.id == id:
        state.take(corrected.record)
        stack[index] = .verify(state)
      case .read(let state) where state.application.id == id:
        var fresh = ReadState(corrected.record.application, findings: corrected.findings)
        fresh.top = state.top
        stack[index] = .read(fresh)
      default: break
      }
    }
    browse.refresh(library: library, program: program)
  }

  /// A correction that did not reach the disk. It waits for the next try; one that no try can help is back in its box.
  mutating func correctionFailed(_ id: String, _ phrase: Phrase, isRetried: Bool) {
    saving = max(0, saving - 1)
    for index in stack.indices {
      guard case .verify(var state) = stack[index], state.application.id == id else { continue }
      state.isSaving = false
      if !isRetried, let edit = state.sent {
        state.sent = nil
        let field = state.record.fields.firstIndex { $0.path.utf8.elementsEqual(edit.path.utf8) }
        if !edit.isConfirmation, let field, let line = state.lines.firstIndex(of: .field(field)) {
          state.cursor.selected = line
          state.editing = VerifyState.Editing(value: edit.to, editor: LineEditor(text: edit.reason ?? ""))
        }
      }
      stack[index] = .verify(state)
    }
    saveFailed(phrase, isRetried: isRetried)
  }
}
