import Core

/// Inspect (核查): the checklist, the declared metrics beside what was found, and the record with its sign-off.
struct InspectState: Equatable, Sendable {
  /// Which part of the visit is shown.
  enum Section: Int, CaseIterable, Equatable, Sendable { case checklist, metrics, evidence, problems, record }

  /// A line of the record.
  enum Line: String, CaseIterable, Equatable, Sendable {
    case conflict, start, end, place, gps, taskLetter, host, note, opinion, companyOpinion, signer, refusal, verdict,
      late
    case sign
  }

  /// A text box that is open; the field is what drafts call it: `why/G03`, `note`.
  struct Editing: Equatable, Sendable {
    let field: String
    var editor: TextEditor
  }

  /// A typed text that belongs to a save, so that its draft can go with it.
  struct Typed: Equatable, Sendable {
    let field: String
    let text: String
  }

  let application: Application
  let checklist: InspectionChecklist
  /// The visit with what was edited since.
  private(set) var visit: Inspection
  /// The other inspectors' parts, and one's own.
  private(set) var parts: [InspectionPart]
  /// Person id of who looks at it.
  let person: String
  var section = Section.checklist
  var cursors = Section.allCases.map { _ in ListCursor() }
  var detailTop = 0
  var isDetailFocused = false
  /// The figure being typed for the metric under the cursor.
  var digits: String?
  var editing: Editing?
  /// Edits that no file holds yet, in order.
  private(set) var pending: [InspectionEdit] = []
  private(set) var typed: [Typed] = []
  /// How many of ``pending`` the save under way contains; nil when none is.
  var sent: Int?
  private(set) var undo: [InspectionEdit] = []
  /// Digest of the visit's file as it was read, and of one's own part; nil when there is none.
  private(set) var digest: String?
  private(set) var partDigest: String?
  /// What another program changed in the file since it was read.
  var conflict: [RecordDifference] = []

  init(_ opened: OpenedVisit, application: Application, checklist: InspectionChecklist, person: String) {
    self.application = application
    self.checklist = checklist
    self.person = person
    visit = opened.visit
    parts = opened.parts
    (digest, partDigest) = (opened.digest, opened.partDigests[person])
  }

  var isLead: Bool { visit.lead?.id == person }
  var isAtVisit: Bool { visit.inspector(person) != nil }
  var isUnsaved: Bool { !pending.isEmpty }
  var own: InspectionPart? { parts.first { $0.person == person } }
  var cursor: ListCursor {
    get { cursors[section.rawValue] }
    set { cursors[section.rawValue] = newValue }
  }
  var lineCount: Int {
    switch section {
    case .checklist: checklist.lines.count
    case .metrics: visit.metrics.count
    case .evidence: visit.evidence.count
    case .problems: visit.problems.count
    case .record: Line.allCases.count
    }
  }
  /// The item under the cursor.
  var item: InspectionChecklist.Line? {
    section == .checklist && checklist.lines.indices.contains(cursor.selected) ? checklist.lines[cursor.selected] : nil
  }
  /// The metric under the cursor.
  var metric: Inspection.MetricRow? {
    section == .metrics && visit.metrics.indices.contains(cursor.selected) ? visit.metrics[cursor.selected] : nil
  }
  /// The evidence under the cursor.
  var evidence: Inspection.Evidence? {
    section == .evidence && visit.evidence.indices.contains(cursor.selected) ? visit.evidence[cursor.selected] : nil
  }
  /// The problem under the cursor.
  var problem: Inspection.Problem? {
    section == .problems && visit.problems.indices.contains(cursor.selected) ? visit.problems[cursor.selected] : nil
  }
  /// The line of the record under the cursor.
  var line: Line? { section == .record ? Line.allCases[min(cursor.selected, Line.allCases.count - 1)] : nil }

  /// One's own answer: the lead's stands in the visit, a member's in the part.
  func answer(_ id: String) -> Inspection.Item? {
    if isLead || !isAtVisit { return visit.item(id) }
    // A sealed visit is what the lead recorded, also for a member who answered nothing.
    return own?.items.first { $0.id == id } ?? (visit.state == .signed ? visit.item(id) : nil)
  }

  /// Whether oneself said to have an interest.
  var ownConflict: Bool? { isLead ? visit.inspector(person)?.hasConflict : own?.hasConflict }

  /// Makes an edit here; it waits in ``pending`` for its save. Throws when the rules of the record refuse it.
  mutating func apply(
    _ edit: InspectionEdit, _ program: InspectionProgram, at now: String, undoing: Bool = false
  )
    throws(InspectionEdit.Invalid)
  {
    let back = inverse(of: edit)
    if isLead {
      try edit.apply(to: &visit, program, by: person, at: now)
    } else {
      guard let change = InspectionPartEdit(edit) else { throw .onlyLead }
      var part = own ?? InspectionPart(visit: visit.id, application: visit.application, person: person)
      try change.apply(to: &part, of: visit, at: now)
      parts.removeAll { $0.person == person }
      parts.append(part)
    }
    pending.append(edit)
    if !undoing, let back { undo.append(back) }
    if undo.count > 500 { undo.removeFirst() }
  }

  mutating func takeUndo() -> InspectionEdit? { undo.popLast() }

  mutating func note(_ field: String, _ text: String) {
    typed.removeAll { $0.field == field }
    typed.append(Typed(field: field, text: text))
  }

  /// What would bring back the value that an edit replaces; nil for what is not taken back by a key.
  private func inverse(of edit: InspectionEdit) -> InspectionEdit? {
    switch edit {
    case .answer(let id, _): .answer(item: id, answer(id)?.answer ?? .open)
    case .why(let id, _): .why(item: id, answer(id)?.note ?? "")
    case .verify(let id, _, _), .word(let id, _):
      visit.metric(id)?.word.map { .word(metric: id, $0) }
        ?? .verify(metric: id, visit.metric(id)?.verified.flatMap(DecimalValue.init), unit: nil)
    case .note: .note(isLead ? visit.note : own?.note ?? "")
    case .opinion: .opinion(visit.opinion)
    case .companyOpinion: .companyOpinion(visit.companyOpinion)
    case .verdict: .verdict(visit.verdict)
    case .start: .start(visit.actualStart)
    case .end: .end(visit.actualEnd)
    case .place: .place(visit.place)
    case .gps: .gps(visit.gps)
    case .taskLetter: .taskLetter(visit.taskLetterNo)
    case .lateReason: .lateReason(visit.lateReason)
    case .hosts: .hosts(visit.hosts)
    case .signer: .signer(visit.companySigner)
    case .refusal: .refusal(visit.refusal)
    case .settle(let id, _): .settle(item: id, visit.item(id)?.settled ?? [])
    case .metricNote(let id, _): .metricNote(metric: id, visit.metric(id)?.note ?? "")
    case .method(let id, _): .method(metric: id, visit.metric(id)?.method)
    case .metricEvidence(let id, _): .metricEvidence(metric: id, visit.metric(id)?.evidence ?? [])
    case .describe(let found): visit.evidence.first { $0.id == found.id }.map { .describe($0) }
    // A problem that is there can be worded again; one that is new is not taken back by a key.
    case .problem(let id, _): visit.problems.first { $0.item == id }.map { .problem(item: id, text: $0.text) }
    case .fix(let id, _, _):
      visit.problems.first { $0.item == id }.map { .fix(item: id, required: $0.fixRequired, $0.level) }
    case .due(let id, _): visit.problems.first { $0.item == id }.map { .due(item: id, $0.dueAt) }
    default: nil
    }
  }

  /// Takes in what another program wrote while nothing of this screen is on its way; what waits stays on top.
  mutating func refresh(_ opened: OpenedVisit, _ program: InspectionProgram, at now: String) {
    if sent == nil { take(opened, saved: 0, program, at: now) }
  }

  /// Takes in what is on disk now, and puts on top of it what was edited since.
  mutating func take(_ opened: OpenedVisit, saved: Int, _ program: InspectionProgram, at now: String) {
    let rest = pending.dropFirst(saved)
    let texts = typed
    visit = opened.visit
    parts = opened.parts
    (digest, partDigest) = (opened.digest, opened.partDigests[person])
    pending = []
    conflict = []
    sent = nil
    let steps = undo
    for edit in rest {
      do throws(InspectionEdit.Invalid) {
        try apply(edit, program, at: now)
      } catch {
        // It was possible before; what the file says now leaves no place for it, and the status line has said so.
      }
    }
    undo = steps
    typed = rest.isEmpty ? [] : texts
  }
}

/// A visit as it was read from disk.
struct OpenedVisit: Equatable, Sendable {
  let visit: Inspection
  let parts: [InspectionPart]
  /// Digests of the files, as far as there are files: of the visit, and of the parts by person.
  var digest: String?
  var partDigests: [String: String] = [:]
}

/// Edits of a visit on their way to the disk.
struct VisitSave: Equatable, Sendable {
  let application: String
  let visit: String
  let edits: [InspectionEdit]
  let typed: [InspectState.Typed]
  let isSigning: Bool
  /// Take up the file as it stands now first: the user has seen what differs.
  var rereads = false
}

/// A visit that is durable.
struct SavedVisit: Sendable {
  let opened: OpenedVisit
  /// How many edits the save contained.
  let count: Int
  let isSigned: Bool
  /// `HH:mm:ss`, local.
  let time: String
  let revision: Int
  /// Set when the clock of the save stood before that of the save before it.
  let clockStep: Inspection.ClockStep?
}

/// A visit that was not saved.
struct VisitFailure: Sendable {
  let application: String
  let visit: String
  let phrase: Phrase
  /// What another program changed.
  let conflict: [RecordDifference]
  /// Whether the cause may go away by itself, so that it is tried again.
  var isRetried = false
}
