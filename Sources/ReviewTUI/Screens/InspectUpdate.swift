import Core

extension AppState {
  /// Opens the latest visit of the current application.
  mutating func startInspecting() -> [AppEffect] { openSelected(.inspect) }

  /// Handles a command on the Inspect screen.
  mutating func inspect(_ command: Command, _ state: InspectState) -> [AppEffect] {
    var state = state
    var effects: [AppEffect] = []
    let layout = InspectLayout(body: body, section: state.section)
    switch command {
    case .back where state.digits != nil: state.digits = nil
    case .nextPane, .previousPane: state.isDetailFocused.toggle()
    case _ where state.isDetailFocused && [.up, .down, .pageUp, .pageDown, .top, .bottom].contains(command):
      let lines = inspectDetail(state).layout(width: layout.detailWidth)
      scroll(&state.detailTop, command, page: layout.detail.rows, last: max(0, lines.count - layout.detail.rows))
    case .back:
      guard commitFigure(&state, &effects), mayLeaveVisit(&state, &effects) else { break }
      stack.removeLast()
      return effects
    case .up, .down, .pageUp, .pageDown, .top, .bottom:
      guard commitFigure(&state, &effects) else { break }
      moveInVisit(&state, command, layout)
    case .nextSection, .previousSection:
      guard commitFigure(&state, &effects) else { break }
      let all = InspectState.Section.allCases
      state.section = all[(state.section.rawValue + (command == .nextSection ? 1 : all.count - 1)) % all.count]
      (state.detailTop, state.isDetailFocused) = (0, false)
      if !state.isUnsaved, state.sent == nil {
        effects.append(.refreshVisit(application: state.application.id, visit: state.visit.id))
      }
    case .open:
      guard commitFigure(&state, &effects) else { break }
      effects += enterOnVisit(&state, layout)
    case .raise, .lower:
      guard commitFigure(&state, &effects) else { break }
      effects += stepVisit(&state, command == .raise ? 1 : -1)
    case .clearScore:
      if let digits = state.digits {
        state.digits = String(digits.dropLast())
      } else if let metric = state.metric {
        effects += edit(&state, .verify(metric: metric.id, nil, unit: nil))
      }
    case .comment:
      if let item = state.item { openText(&state, "why/\(item.item.id)", state.answer(item.item.id)?.note ?? "") }
      if let metric = state.metric { openText(&state, "metricNote/\(metric.id)", metric.note) }
      if state.section == .record { openText(&state, "note", state.isLead ? state.visit.note : state.own?.note ?? "") }
    case .problem, .evidence, .dueDay:
      guard commitFigure(&state, &effects) else { break }
      stack[stack.count - 1] = .inspect(state)
      openItemForm(state, command)
      return effects
    case .accept: effects += settle(&state)
    case .visits: effects += startAgenda(of: state.application.id)
    case .planVisit: effects += startPlanning()
    case .undo:
      guard mayWrite(state) else { break }
      if let back = state.takeUndo() {
        effects += edit(&state, back, undoing: true)
        if notice?.level != .error { notice = Notice(.info, InspectWords.undone(back)) }
      } else {
        notice = Notice(.info, .nothingToUndo)
      }
    case .redo where !state.conflict.isEmpty: effects += save(&state, rereads: true)
    case .submit:
      guard commitFigure(&state, &effects) else { break }
      askToSign(&state)
    case .read: effects += [.open([state.application.id], .read)]
    default: break
    }
    stack[stack.count - 1] = .inspect(state)
    return effects
  }

  private mutating func moveInVisit(_ state: inout InspectState, _ command: Command, _ layout: InspectLayout) {
    let before = state.cursor.selected
    var cursor = state.cursor
    _ = cursor.handle(command, count: state.lineCount, page: max(1, layout.list.rows - 1))
    state.cursor = cursor
    if before != cursor.selected { state.detailTop = 0 }
  }

  /// Whether the visit may be changed by this person; says why not.
  mutating func mayWrite(_ state: InspectState) -> Bool {
    let refusal: Phrase? =
      switch true {
      case readOnly != nil && readOnly != .notReviewer: .readOnly(readOnly ?? .nobody)
      case !state.isAtVisit: StoreWords.phrase(Permission.Denial.notAtVisit)
      case state.visit.state == .signed: StoreWords.phrase(Permission.Denial.sealed)
      default: nil
      }
    if let refusal { notice = Notice(.warning, refusal) }
    return refusal == nil
  }

  /// Makes an edit and sends it to the disk.
  mutating func edit(_ state: inout InspectState, _ edit: InspectionEdit, undoing: Bool = false) -> [AppEffect] {
    guard let program, mayWrite(state) else { return [] }
    do throws(InspectionEdit.Invalid) {
      try state.apply(edit, program.inspection, at: clock.iso, undoing: undoing)
    } catch {
      notice = Notice(.error, InspectWords.invalid(error, program))
      return []
    }
    return save(&state)
  }

  /// Sends everything that waits. One save at a time: what comes meanwhile follows it.
  mutating func save(_ state: inout InspectState, signing: Bool = false, rereads: Bool = false) -> [AppEffect] {
    if state.sent != nil, !rereads { return [] }
    guard !state.pending.isEmpty || signing || rereads else { return [] }
    state.sent = state.pending.count
    saving += 1
    return [
      .saveVisit(
        VisitSave(
          application: state.application.id, visit: state.visit.id, edits: state.pending, typed: state.typed,
          isSigning: signing, rereads: rereads))
    ]
  }

  private mutating func mayLeaveVisit(_ state: inout InspectState, _ effects: inout [AppEffect]) -> Bool {
    guard state.isUnsaved, state.sent == nil else { return true }
    notice = Notice(.error, InspectWords.unsavedStays)
    effects += save(&state)
    return false
  }

  // MARK: - Answers and figures

  /// Takes a typed character; false when it means nothing here.
  mutating func typeInVisit(_ character: Character, _ state: InspectState) -> Bool {
    var state = state
    defer { stack[stack.count - 1] = .inspect(state) }
    let answers: [Character: Inspection.Answer] = ["1": .yes, "2": .mostly, "3": .no, "4": .na, "0": .open]
    if let item = state.item, let answer = answers[character] {
      pendingEffects += edit(&state, .answer(item: item.item.id, answer))
      if notice?.level != .error, needsNote(answer), state.answer(item.item.id)?.note.isEmpty != false {
        notice = Notice(.info, InspectWords.writeWhy)
      }
      return true
    }
    if state.metric != nil, "0123456789.-".contains(character) || state.digits != nil && !character.isWhitespace {
      guard mayWrite(state) else { return true }
      let digits = (state.digits ?? "") + String(character)
      if digits.count <= 24 { state.digits = digits }
      return true
    }
    if state.line == .conflict, character == "1" || character == "2" {
      pendingEffects += edit(&state, .conflict(person: state.person, character == "2"))
      return true
    }
    let verdicts: [Inspection.Verdict?] = [nil, .pass, .conditional, .unable, .fail]
    if state.line == .verdict, character.isASCII, let digit = character.wholeNumberValue,
      verdicts.indices.contains(digit)
    {
      pendingEffects += edit(&state, .verdict(verdicts[digit]))
      return true
    }
    return false
  }

  private func needsNote(_ answer: Inspection.Answer) -> Bool { [.mostly, .no, .na].contains(answer) }

  /// Turns what was typed into a verified figure; false, with the reason, when it is none.
  private mutating func commitFigure(_ state: inout InspectState, _ effects: inout [AppEffect]) -> Bool {
    guard let digits = state.digits, let metric = state.metric else { return true }
    if digits.isEmpty {
      state.digits = nil
      return true
    }
    guard let (value, unit) = VerifiedInput.read(digits) else {
      notice = Notice(.error, InspectWords.noFigure(digits))
      return false
    }
    effects += edit(&state, .verify(metric: metric.id, value, unit: unit))
    if notice?.level == .error { return false }
    state.digits = nil
    return true
  }

  private mutating func stepVisit(_ state: inout InspectState, _ delta: Int) -> [AppEffect] {
    func next<Value: Equatable>(_ all: [Value], _ now: Value) -> Value {
      let index = all.firstIndex(of: now) ?? 0
      return all[(index + delta + all.count) % all.count]
    }
    if let item = state.item {
      let now = state.answer(item.item.id)?.answer ?? .open
      return edit(&state, .answer(item: item.item.id, next(Inspection.Answer.allCases, now)))
    }
    if let metric = state.metric {
      let all: [Inspection.MetricRow.Word?] = [nil] + Inspection.MetricRow.Word.allCases
      return edit(&state, .word(metric: metric.id, next(all, metric.word)))
    }
    switch state.line {
    case .conflict: return edit(&state, .conflict(person: state.person, !(state.ownConflict ?? true)))
    case .verdict:
      let all: [Inspection.Verdict?] = [nil] + Inspection.Verdict.allCases
      return edit(&state, .verdict(next(all, state.visit.verdict)))
    default: return []
    }
  }

  private mutating func enterOnVisit(_ state: inout InspectState, _ layout: InspectLayout) -> [AppEffect] {
    if let evidence = state.evidence { openForm(.describe(evidence.id), state) }
    if let problem = state.problem {
      let isFollowUp = state.visit.state == .signed || !state.isLead
      openForm(isFollowUp ? .recheck(problem.id) : .problem(problem.item), state)
    }
    if state.section == .evidence, state.evidence == nil { openForm(.evidence(""), state) }
    guard let line = state.line else {
      if state.item != nil || state.metric != nil { moveInVisit(&state, .down, layout) }
      return []
    }
    let visit = state.visit
    // The time of the clock stands ready in an empty box; Esc takes it.
    switch line {
    case .verdict where person?.roles.contains(.supervisor) == true && !state.isAtVisit: openForm(.leave, state)
    case .conflict, .verdict: notice = Notice(.info, InspectWords.chooseNumber(line))
    case .start: openText(&state, "start", typedTime(visit.actualStart ?? clock.iso))
    case .end: openText(&state, "end", typedTime(visit.actualEnd ?? clock.iso))
    case .place: openText(&state, "place", visit.place ?? "")
    case .gps: openText(&state, "gps", visit.gps ?? "")
    case .taskLetter: openText(&state, "taskLetter", visit.taskLetterNo ?? "")
    case .host: openText(&state, "host", InspectFields.text(visit.hosts))
    case .note: openText(&state, "note", state.isLead ? visit.note : state.own?.note ?? "")
    case .opinion: openText(&state, "opinion", visit.opinion)
    case .companyOpinion: openText(&state, "companyOpinion", visit.companyOpinion)
    case .signer: openForm(.signer, state)
    case .refusal: openForm(.refusal, state)
    case .late: openText(&state, "late", visit.lateReason ?? "")
    case .sign: askToSign(&state)
    }
    return []
  }

  private mutating func openItemForm(_ state: InspectState, _ command: Command) {
    switch command {
    case .evidence: openForm(.evidence(state.item?.item.id ?? state.metric?.id ?? ""), state)
    case .problem:
      if let id = state.item?.item.id ?? state.problem?.item {
        openForm(.problem(id), state)
      } else if let metric = state.metric {
        openForm(.metric(metric.id), state)
      }
    default:
      guard let id = state.item?.item.id ?? state.problem?.item else { return }
      if state.visit.problems.contains(where: { $0.item == id }) {
        openForm(.problem(id), state)
        changeForm { $0.cursor = $0.fields.count - 1 }
      } else {
        notice = Notice(.info, InspectWords.problemFirst)
      }
    }
  }

  // MARK: - Texts

  /// Opens a text box; members write notes and reasons only.
  private mutating func openText(_ state: inout InspectState, _ field: String, _ text: String) {
    guard mayWrite(state) else { return }
    if !state.isLead, field != "note", !field.hasPrefix("why/") {
      notice = Notice(.warning, StoreWords.phrase(Permission.Denial.onlyLead(state.visit.lead?.name ?? "")))
      return
    }
    state.editing = InspectState.Editing(field: field, editor: TextEditor(text: text))
  }

  /// Handles a key while a text of the visit is typed.
  mutating func visitTextKey(_ key: Key, _ state: InspectState) -> [AppEffect] {
    guard var editing = state.editing else { return [] }
    var state = state
    let isLine = !InspectWords.hasManyLines(editing.field)
    if [.escape, .function(7), .tab].contains(key) || isLine && key == .enter {
      return closeText(&state, editing)
    }
    let before = editing.editor.text
    guard editing.editor.handle(key) else { return [] }
    state.editing = editing
    stack[stack.count - 1] = .inspect(state)
    return editing.editor.text == before ? [] : [visitDraft(state, editing)]
  }

  /// Puts pasted text into the open box.
  mutating func pasteIntoVisit(_ text: String, _ state: InspectState) -> [AppEffect] {
    guard var editing = state.editing else { return [] }
    var state = state
    editing.editor.insert(text)
    state.editing = editing
    stack[stack.count - 1] = .inspect(state)
    return [visitDraft(state, editing)]
  }

  /// The draft's name of a field begins with the visit, so that no field of a score sheet is meant.
  private func visitDraft(_ state: InspectState, _ editing: InspectState.Editing) -> AppEffect {
    .draft(
      application: state.application.id, field: "\(state.visit.id)/\(editing.field)", text: editing.editor.text,
      digest: nil)
  }

  private mutating func closeText(_ state: inout InspectState, _ editing: InspectState.Editing) -> [AppEffect] {
    let text = editing.editor.text
    defer { stack[stack.count - 1] = .inspect(state) }
    let gone = AppEffect.endDraft(application: state.application.id, field: "\(state.visit.id)/\(editing.field)")
    let now = InspectFields.value(editing.field, in: state)
    if now == text {
      state.editing = nil
      return [gone]
    }
    // A time as people type it gets the zone of the clock; a box that was only looked at changes nothing.
    let given = InspectFields.zoned(editing.field, text, now: clock.iso)
    if given == now {
      state.editing = nil
      return [gone]
    }
    guard let change = InspectFields.edit(editing.field, given) else {
      state.editing = nil
      return [gone]
    }
    let count = state.pending.count
    state.note(editing.field, text)
    let effects = edit(&state, change)
    // A text that the record refuses stays in its box, and its draft stays too.
    if state.pending.count == count { return effects }
    state.editing = nil
    return effects
  }

  // MARK: - Signing

  private mutating func askToSign(_ state: inout InspectState) {
    guard let program else { return }
    if state.isLead {
      guard mayWrite(state) else { return }
      let gaps = visitGaps(state)
      // The lead signs what the others wrote until now.
      pendingEffects += refreshVisit()
      if gaps.isEmpty {
        let result = InspectionResult(state.visit, checklist: state.checklist, program: program.inspection)
        overlays.append(.confirm(ConfirmState(.signVisit(state.visit.verdict ?? result.proposed))))
      } else {
        notice = Notice(.warning, InspectWords.stillMissing(gaps, program))
        state.section = .record
        state.cursor.selected = InspectState.Line.allCases.count - 1
      }
    } else if !state.isAtVisit {
      notice = Notice(.warning, StoreWords.phrase(Permission.Denial.notAtVisit))
    } else if state.visit.state != .signed {
      notice = Notice(.warning, InspectWords.invalid(.notSealed, program))
    } else {
      overlays.append(.confirm(ConfirmState(.signVisit(state.visit.verdict ?? .unable))))
    }
  }

  /// What is still missing to sign.
  func visitGaps(_ state: InspectState) -> [InspectionGap] {
    guard let program else { return [] }
    return state.visit.gaps(
      state.checklist, program.inspection,
      minimumInspectors: program.policy("visit.inspectors")?.value.number?.int ?? 2, parts: state.parts, at: clock.iso)
  }

  /// After the question was answered with yes.
  mutating func signVisit() -> [AppEffect] {
    guard case .inspect(var state)? = stack.last else { return [] }
    let effects = save(&state, signing: true)
    stack[stack.count - 1] = .inspect(state)
    return effects
  }

  // MARK: - Answers of the disk

  mutating func took(_ saved: SavedVisit) -> [AppEffect] {
    saving = max(0, saving - 1)
    if case .form(let form)? = overlays.last, form.isSending { pendingEffects += closeForm() }
    notice =
      saved.clockStep.map { Notice(.warning, InspectWords.clockWentBack($0)) }
      ?? Notice(
        .good,
        saved.isSigned ? InspectWords.signedNow(saved.time) : .saved(saved.time, revision: saved.revision))
    return changeVisit(saved.opened.visit.application, saved.opened.visit.id) { app, state in
      guard let program = app.program else { return [] }
      state.take(saved.opened, saved: saved.count, program.inspection, at: app.clock.iso)
      return app.save(&state)
    }
  }

  mutating func visitFailed(_ failure: VisitFailure) {
    saving = max(0, saving - 1)
    _ = changeVisit(failure.application, failure.visit) { _, state in
      state.sent = nil
      state.conflict = failure.conflict
      return []
    }
    if failure.conflict.isEmpty {
      saveFailed(failure.phrase, isRetried: failure.isRetried)
    } else {
      notice = Notice(.error, failure.phrase)
    }
  }

  mutating func tookEvidence(
    _ application: String, _ visit: String, _ edit: InspectionEdit, _ metrics: [String]
  ) -> [AppEffect] {
    saving = max(0, saving - 1)
    let effects = changeVisit(application, visit) { app, state in
      var effects = app.edit(&state, edit)
      guard case .evidence(let evidence) = edit else { return effects }
      for more in app.attach(evidence.id, metrics, state.visit) { effects += app.edit(&state, more) }
      return effects
    }
    if notice?.level == .error, let phrase = notice?.phrase {
      formFailed(phrase)
      return effects
    }
    return effects + closeForm()
  }

  private mutating func changeVisit(
    _ application: String, _ visit: String, _ change: (inout AppState, inout InspectState) -> [AppEffect]
  ) -> [AppEffect] {
    var effects: [AppEffect] = []
    for index in stack.indices {
      guard case .inspect(var state) = stack[index], state.application.id == application, state.visit.id == visit
      else { continue }
      effects += change(&self, &state)
      stack[index] = .inspect(state)
    }
    return effects
  }
}

/// The texts of a visit by the names that drafts use.
enum InspectFields {
  /// The part of `why/G03` before and after the stroke.
  static func parts(_ field: String) -> (name: String, id: String) {
    guard let stroke = field.firstIndex(of: "/") else { return (field, "") }
    return (String(field[..<stroke]), String(field[field.index(after: stroke)...]))
  }

  static func value(_ field: String, in state: InspectState) -> String {
    let visit = state.visit
    let (name, id) = parts(field)
    return switch name {
    case "why": state.answer(id)?.note ?? ""
    case "metricNote": visit.metric(id)?.note ?? ""
    case "problem": visit.problems.first { $0.item == id }?.text ?? ""
    case "due": visit.problems.first { $0.item == id }?.dueAt ?? ""
    case "start": visit.actualStart ?? ""
    case "end": visit.actualEnd ?? ""
    case "place": visit.place ?? ""
    case "gps": visit.gps ?? ""
    case "taskLetter": visit.taskLetterNo ?? ""
    case "host": text(visit.hosts)
    case "note": state.isLead ? visit.note : state.own?.note ?? ""
    case "opinion": visit.opinion
    case "companyOpinion": visit.companyOpinion
    case "signer": visit.companySigner.map { "\($0.name) \($0.post)" } ?? ""
    case "refusal": visit.refusal?.reason ?? ""
    case "late": visit.lateReason ?? ""
    default: ""
    }
  }

  /// The edit that a text means; nil for a name that is no field.
  static func edit(_ field: String, _ text: String) -> InspectionEdit? {
    let (name, id) = parts(field)
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    let some = text.isEmpty ? nil : text
    return switch name {
    case "why": .why(item: id, text)
    case "metricNote": .metricNote(metric: id, text)
    case "problem": .problem(item: id, text: text)
    case "due": .due(item: id, some)
    case "start": .start(some)
    case "end": .end(some)
    case "place": .place(some)
    case "gps": .gps(some)
    case "taskLetter": .taskLetter(some)
    case "host": .hosts(hosts(text))
    case "note": .note(text)
    case "opinion": .opinion(text)
    case "companyOpinion": .companyOpinion(text)
    case "signer":
      .signer(
        words.first.map { Inspection.Signer(name: $0, post: words.count > 1 ? words[1] : "", hasSeal: false) })
    case "refusal": .refusal(refusal(text))
    case "late": .lateReason(some)
    default: nil
    }
  }

  /// The text with what a time or a day lacks, as people type them.
  static func zoned(_ field: String, _ text: String, now: String) -> String {
    switch parts(field).name {
    case "start", "end": TimeInput.time(text, now: now) ?? text
    case "due": TimeInput.day(text, now: now) ?? text
    default: text
    }
  }

  /// What begins with a word of refused access let nobody in; what follows the word for a witness is the witness.
  private static func refusal(_ text: String) -> Inspection.Refusal? {
    if text.allSatisfy(\.isWhitespace) { return nil }
    let isAccess = InspectWords.accessWords.contains { text.hasPrefix($0) }
    let witness = InspectWords.witnessWords.compactMap { word -> String? in
      guard let range = text.firstRange(of: word) else { return nil }
      let rest = text[range.upperBound...].drop { !$0.isLetter }
      return rest.isEmpty ? nil : String(rest)
    }.first
    return Inspection.Refusal(kind: isAccess ? .access : .signature, reason: text, witness: witness)
  }
}

extension InspectFields {
  /// `gate=/path` names which of the minimum set a file is.
  static func evidence(_ text: String, _ program: InspectionProgram) -> (shows: String?, path: String) {
    let plain = text.drop { $0.isWhitespace }
    guard let sign = plain.firstIndex(of: "="), program.minimumEvidence.contains(where: { $0.key == plain[..<sign] })
    else { return (nil, String(plain)) }
    return (String(plain[..<sign]), String(plain[plain.index(after: sign)...]))
  }
}

extension AppState {
  /// Puts a visit on the screen, or says that there is none.
  mutating func openVisit(_ opened: OpenedVisit?, of application: Application) {
    guard let opened, let program else {
      notice = Notice(.warning, InspectWords.noVisitYet)
      return
    }
    // One screen a visit: what waits there for its save stays, and is shown.
    if case .inspect(let now)? = stack.last, !now.isUnsaved { stack.removeLast() }
    let key = Screen.Key.visit(application.id, opened.visit.id)
    if bring(key) { return }
    stack.removeAll { $0.key == key }
    let checklist = InspectionChecklist(program.inspection, scenarios: application.project.scenarios)
    stack.append(
      .inspect(InspectState(opened, application: application, checklist: checklist, person: person?.id ?? "")))
  }

  /// Puts a text of an earlier run back into its box.
  mutating func recoverVisitText(_ text: RecoverableText, on state: InspectState) -> [AppEffect] {
    let field = InspectFields.parts(text.field).id
    let (name, id) = InspectFields.parts(field)
    if name == "form" { return recoverForm(text, id) }
    if name == "evidence" {
      // Of a version that asked for the file alone.
      let file = RecoverableText(
        id: text.id, application: text.application, field: text.field, text: "file=" + text.text, at: text.at, saved: ""
      )
      return recoverForm(file, "evidence-" + id)
    }
    var state = state
    if let line = InspectState.Line(rawValue: name) {
      state.section = .record
      state.cursor.selected = InspectState.Line.allCases.firstIndex(of: line) ?? 0
    } else if name == "metricNote" {
      state.section = .metrics
      state.cursor.selected = state.visit.metrics.firstIndex { $0.id == id } ?? 0
    } else {
      state.cursor.selected = state.checklist.lines.firstIndex { $0.item.id == id } ?? 0
    }
    state.editing = InspectState.Editing(field: field, editor: TextEditor(text: text.text))
    stack[stack.count - 1] = .inspect(state)
    notice = Notice(.good, InspectWords.recoveredVisit)
    // The text is safe under this run's name before the old draft goes to the bin.
    return [
      .draft(application: text.application, field: text.field, text: text.text, digest: nil),
      .discardDraft(text.id, field: text.field),
    ]
  }
}
