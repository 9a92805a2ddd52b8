import Core

/// What a supervisor may choose from when planning a visit.
struct PlanChoices: Equatable, Sendable {
  /// An inspector of the roster; ``refusal`` says why they may not be planned for this application.
  struct Candidate: Equatable, Sendable {
    let id: String
    let name: String
    let refusal: Phrase?
  }

  let application: String
  let company: String
  let candidates: [Candidate]
  /// Inspectors whom the assignment names.
  let assigned: [String]
  /// Visits that there are already.
  let visits: [String]
}

/// A file that is to become evidence.
struct EvidenceRequest: Equatable, Sendable {
  let path: String
  var kind = "photo"
  var shows: String?
  var takenAt: String?
  var place: String?
  var items: [String] = []
  /// Metrics that it belongs to.
  var metrics: [String] = []
  var note = ""
}

extension AppState {
  private func text(_ key: String, _ value: String = "", help: Phrase? = nil) -> FormState.Field {
    FormState.Field(key: key, label: VisitFormWords.label(key), help: help, editor: LineEditor(text: value))
  }

  private func choice(_ key: String, _ options: [FormState.Option], _ value: String? = nil) -> FormState.Field {
    var field = FormState.Field(
      key: key, label: VisitFormWords.label(key), help: VisitFormWords.choose, options: options)
    if let value { field.put(value) }
    return field
  }

  private func options(_ choices: [InspectionProgram.Choice]) -> [FormState.Option] {
    choices.map { FormState.Option(key: $0.key, name: Phrase(zh: $0.name.zh, en: $0.name.en)) }
  }

  private static let none = FormState.Option(key: "", name: VisitFormWords.none)

  // MARK: - Opening

  mutating func openForm(_ form: FormState) { overlays.append(.form(form)) }

  /// The form of a visit that is to be planned.
  mutating func openPlan(_ choices: PlanChoices) -> [AppEffect] {
    guard let program else { return [] }
    let people = choices.candidates.filter { $0.refusal == nil }.map {
      FormState.Option(key: $0.id, name: Phrase(zh: "\($0.name)（\($0.id)）", en: "\($0.name) (\($0.id))"))
    }
    let chosen = choices.assigned.isEmpty ? people.map(\.key) : choices.assigned
    func person(_ index: Int) -> String? { chosen.indices.contains(index) ? chosen[index] : "" }
    var form = FormState(
      .plan, application: choices.application, visit: "plan",
      [
        text("start", help: VisitFormWords.timeHelp), choice("lead", [Self.none] + people, person(0)),
        choice("member", [Self.none] + people, person(1)), choice("third", [Self.none] + people, ""),
        choice("reason", options(program.inspection.reasons)), text("notice", help: VisitFormWords.noticeHelp),
        text("place"), text("gps", help: VisitFormWords.gpsHelp), text("taskLetter"), text("batch"),
      ])
    form.remarks = [VisitFormWords.planFor(choices.application, choices.company, choices.visits)]
    for candidate in choices.candidates {
      guard let refusal = candidate.refusal else { continue }
      form.remarks.append(VisitFormWords.notPossible(candidate.name, refusal))
    }
    guard let draft = planDraft, draft.application == choices.application else {
      openForm(form)
      return []
    }
    planDraft = nil
    form.restore(draft.text)
    openForm(form)
    notice = Notice(.good, InspectWords.recoveredForm)
    return [
      .draft(application: form.application, field: form.draft, text: form.text, digest: nil),
      .discardDraft(draft.id, field: draft.field),
    ]
  }

  /// The form of a kind for the visit on the screen, filled with what is there; nil where there is nothing to fill in.
  func form(_ kind: FormState.Kind, _ state: InspectState) -> FormState? {
    guard let program = program?.inspection else { return nil }
    let visit = state.visit
    func make(_ fields: [FormState.Field], _ remarks: [Phrase] = []) -> FormState {
      var form = FormState(kind, application: state.application.id, visit: visit.id, fields)
      form.remarks = remarks
      return form
    }
    let sets = [Self.none] + options(program.minimumEvidence)
    let present = Set(visit.evidence.compactMap(\.shows))
    switch kind {
    case .plan: return nil
    case .evidence(let item):
      // The first of the minimum set that is still missing stands ready where no item was meant.
      let next = item.isEmpty ? program.minimumEvidence.first { !present.contains($0.key) }?.key : ""
      let missing = program.minimumEvidence.filter { !present.contains($0.key) }
      return make(
        [
          text("file", help: VisitFormWords.fileHelp), choice("kind", options(program.evidenceKinds)),
          choice("shows", sets, next), text("items", item, help: VisitFormWords.itemsHelp),
          text("takenAt", typedTime(clock.iso), help: VisitFormWords.timeHelp), text("place"), text("note"),
        ], missing.isEmpty ? [] : [VisitFormWords.stillMissing(missing)])
    case .describe(let id):
      guard let evidence = visit.evidence.first(where: { $0.id == id }) else { return nil }
      return make(
        [
          choice("kind", options(program.evidenceKinds), evidence.kind), choice("shows", sets, evidence.shows ?? ""),
          text("items", evidence.items.joined(separator: " "), help: VisitFormWords.itemsHelp),
          text("takenAt", evidence.takenAt.map(typedTime) ?? "", help: VisitFormWords.timeHelp),
          text("place", evidence.place ?? ""), text("note", evidence.note),
        ], [Phrase(zh: "\(id)  \(evidence.file)", en: "\(id)  \(evidence.file)")])
    case .problem(let item):
      let problem = visit.problems.first { $0.item == item }
      let due = program.calendar.adding(program.limits.fix, to: visit.actualEnd ?? clock.iso)?.day
      return make(
        [
          text("text", problem?.text ?? ""), text("fix", problem?.fixRequired ?? ""),
          choice("level", VisitFormWords.levels, problem?.level.rawValue ?? "general"),
          text("due", problem?.dueAt ?? due ?? "", help: VisitFormWords.dayHelp),
        ],
        state.checklist.line(item).map { [Phrase(zh: "\(item) \($0.item.name.zh)", en: "\(item) \($0.item.name.en)")] }
          ?? [])
    case .metric(let id):
      guard let metric = visit.metric(id) else { return nil }
      return make(
        [
          choice("method", [Self.none] + options(program.methods), metric.method ?? ""),
          text("evidence", metric.evidence.joined(separator: " "), help: VisitFormWords.evidenceHelp(visit)),
          text("note", metric.note),
        ], [Phrase(zh: "\(id) \(metric.name)", en: "\(id) \(metric.name)")])
    case .signer:
      let signer = visit.companySigner
      return make([
        text("name", signer?.name ?? ""), text("post", signer?.post ?? ""),
        choice("seal", VisitFormWords.sealed, signer?.hasSeal == true ? "yes" : "no"),
        text("at", typedTime(signer?.at ?? clock.iso), help: VisitFormWords.timeHelp),
      ])
    case .refusal:
      let refusal = visit.refusal
      return make(
        [
          choice("kind", VisitFormWords.refusals, refusal?.kind.rawValue ?? "signature"),
          text("why", refusal?.reason ?? ""),
          text("witness", refusal?.witness ?? ""),
          text("recording", refusal?.recording ?? "", help: VisitFormWords.recordingHelp),
        ], [VisitFormWords.refusalRule])
    case .recheck(let id):
      guard let problem = visit.problems.first(where: { $0.id == id }) else { return nil }
      let fix = state.parts.flatMap(\.fixes).last { $0.id == id }
      let result = fix?.isRight.map { $0 ? "yes" : "no" } ?? ""
      return make(
        [
          text("fixedAt", fix?.fixedAt ?? "", help: VisitFormWords.dayHelp), text("result", fix?.result ?? ""),
          choice("recheck", [FormState.Option(key: "", name: VisitFormWords.notYet)] + VisitFormWords.rechecks, result),
          text("checkedAt", fix?.recheckedAt ?? String(clock.iso.prefix(10)), help: VisitFormWords.dayHelp),
        ], [Phrase(zh: "\(id) \(problem.item)：\(problem.text)", en: "\(id) \(problem.item): \(problem.text)")])
    case .leave:
      let proposed = InspectionResult(visit, checklist: state.checklist, program: program).proposed
      let softer = Inspection.Verdict.allCases.filter { $0.strictness < proposed.strictness }
      if softer.isEmpty { return nil }
      return make(
        [
          choice("verdict", softer.map { .init(key: $0.rawValue, name: InspectWords.verdict($0)) }),
          text("why", state.own?.leave?.reason ?? ""),
        ], [VisitFormWords.proposed(proposed)])
    }
  }

  // MARK: - Keeping

  /// Does what the form on top asks for.
  mutating func submitVisitForm(_ form: FormState) -> [AppEffect] {
    let effects: [AppEffect]?
    switch form.kind {
    case .plan: effects = plan(form)
    case .evidence: effects = newEvidence(form)
    case .recheck(let id): effects = recheck(form, id)
    case .leave: effects = leave(form)
    default: return keepEdits(form)
    }
    guard let effects else { return [] }
    saving += 1
    changeForm { $0.isSending = true }
    return effects
  }

  private mutating func refuse(_ phrase: Phrase) { changeForm { $0.trouble = phrase } }

  /// A time as typed, with the zone of the clock; nil, with the reason in the form, when it is none.
  private mutating func time(_ form: FormState, _ key: String) -> String?? {
    guard let typed = form.some(key) else { return .some(nil) }
    guard let time = TimeInput.time(typed, now: clock.iso) else {
      refuse(VisitFormWords.noTime(typed))
      return nil
    }
    return .some(time)
  }

  private mutating func day(_ form: FormState, _ key: String) -> String?? {
    guard let typed = form.some(key) else { return .some(nil) }
    guard let day = TimeInput.day(typed, now: clock.iso) else {
      refuse(VisitFormWords.noDay(typed))
      return nil
    }
    return .some(day)
  }

  private mutating func plan(_ form: FormState) -> [AppEffect]? {
    guard let start = time(form, "start"), let notice = time(form, "notice") else { return nil }
    guard let start else {
      refuse(VisitFormWords.whenMissing)
      return nil
    }
    let people = ["lead", "member", "third"].compactMap { form.some($0) }
    guard form.some("lead") != nil, people.count > 1, Set(people).count == people.count else {
      refuse(VisitFormWords.twoInspectors)
      return nil
    }
    var plan = InspectionPlan(start: start, reason: form.value("reason"), inspectors: people)
    (plan.noticeSentAt, plan.place, plan.gps) = (notice, form.some("place"), form.some("gps"))
    (plan.taskLetterNo, plan.batch) = (form.some("taskLetter"), form.some("batch"))
    return [.planVisit(application: form.application, plan)]
  }

  /// The ids in a field, however they are divided.
  private func ids(_ text: String) -> [String] {
    text.split { $0.isWhitespace || ",，、；;".contains($0) }.map(String.init)
  }

  private mutating func newEvidence(_ form: FormState) -> [AppEffect]? {
    guard let taken = time(form, "takenAt"), case .inspect(let state)? = stack.last else { return nil }
    guard let file = form.some("file") else {
      refuse(VisitFormWords.fileMissing)
      return nil
    }
    guard let found = belongings(form, state) else { return nil }
    let request = EvidenceRequest(
      path: file, kind: form.value("kind"), shows: form.some("shows"), takenAt: taken, place: form.some("place"),
      items: found.items, metrics: found.metrics, note: form.value("note"))
    return [.takeEvidence(application: form.application, visit: form.visit, request)]
  }

  /// The items and metrics that a form names; nil, with the reason in the form, when there is no such one.
  private mutating func belongings(_ form: FormState, _ state: InspectState) -> (items: [String], metrics: [String])? {
    let named = ids(form.value("items"))
    let items = named.filter { state.visit.item($0) != nil }
    let metrics = named.filter { state.visit.item($0) == nil && state.visit.metric($0) != nil }
    if let unknown = named.first(where: { !items.contains($0) && !metrics.contains($0) }) {
      refuse(VisitFormWords.unknownItem(unknown))
      return nil
    }
    return (items, metrics)
  }

  private mutating func recheck(_ form: FormState, _ id: String) -> [AppEffect]? {
    guard let fixed = day(form, "fixedAt"), let checked = day(form, "checkedAt") else { return nil }
    var edits: [InspectionPartEdit] = []
    if let fixed { edits.append(.fixed(problem: id, on: fixed, result: form.value("result"))) }
    if let result = form.some("recheck") {
      edits.append(.recheck(problem: id, result == "yes", on: checked ?? String(clock.iso.prefix(10))))
    }
    if edits.isEmpty {
      refuse(VisitFormWords.nothingSaid)
      return nil
    }
    return [.saveVisitPart(application: form.application, visit: form.visit, edits)]
  }

  private mutating func leave(_ form: FormState) -> [AppEffect]? {
    guard let verdict = Inspection.Verdict(rawValue: form.value("verdict")), let why = form.some("why") else {
      refuse(VisitFormWords.whyMissing)
      return nil
    }
    return [.saveVisitPart(application: form.application, visit: form.visit, [.leave(verdict, reason: why)])]
  }

  /// Forms whose fields become edits of the lead's record at once.
  private mutating func keepEdits(_ form: FormState) -> [AppEffect] {
    guard case .inspect(var state)? = stack.last, let edits = edits(of: form, state), let program else { return [] }
    var probe = state
    for edit in edits {
      do throws(InspectionEdit.Invalid) {
        try probe.apply(edit, program.inspection, at: clock.iso)
      } catch {
        refuse(InspectWords.invalid(error, program))
        return []
      }
    }
    // All or nothing: only now, and only if it may be written at all.
    guard mayWrite(state) else { return [] }
    var effects: [AppEffect] = []
    for edit in edits { effects += self.edit(&state, edit) }
    stack[stack.count - 1] = .inspect(state)
    return effects + closeForm()
  }

  private mutating func edits(of form: FormState, _ state: InspectState) -> [InspectionEdit]? {
    switch form.kind {
    case .describe(let id):
      guard var evidence = state.visit.evidence.first(where: { $0.id == id }), let taken = time(form, "takenAt"),
        let found = belongings(form, state)
      else { return nil }
      (evidence.kind, evidence.shows, evidence.takenAt) = (form.value("kind"), form.some("shows"), taken)
      (evidence.place, evidence.items, evidence.note) = (form.some("place"), found.items, form.value("note"))
      return [.describe(evidence)] + attach(id, found.metrics, state.visit)
    case .problem(let item):
      guard let due = day(form, "due") else { return nil }
      guard let text = form.some("text") else {
        refuse(VisitFormWords.problemMissing)
        return nil
      }
      let level = Inspection.Problem.Level(rawValue: form.value("level")) ?? .general
      return [
        .problem(item: item, text: text), .fix(item: item, required: form.value("fix"), level), .due(item: item, due),
      ]
    case .metric(let id):
      return [
        .method(metric: id, form.some("method")), .metricEvidence(metric: id, ids(form.value("evidence"))),
        .metricNote(metric: id, form.value("note")),
      ]
    case .signer:
      guard let at = time(form, "at") else { return nil }
      let signer = form.some("name").map {
        Inspection.Signer(name: $0, post: form.value("post"), at: at, hasSeal: form.value("seal") == "yes")
      }
      return [.signer(signer)]
    case .refusal:
      let kind = Inspection.Refusal.Kind(rawValue: form.value("kind")) ?? .signature
      let refusal = form.some("why").map {
        Inspection.Refusal(kind: kind, reason: $0, witness: form.some("witness"), recording: form.some("recording"))
      }
      return [.refusal(refusal)]
    case .plan, .evidence, .recheck, .leave: return nil
    }
  }

  /// The edits that make evidence belong to metrics too.
  func attach(_ evidence: String, _ metrics: [String], _ visit: Inspection) -> [InspectionEdit] {
    metrics.compactMap { id in
      guard let row = visit.metric(id), !row.evidence.contains(evidence) else { return nil }
      return .metricEvidence(metric: id, row.evidence + [evidence])
    }
  }
}
