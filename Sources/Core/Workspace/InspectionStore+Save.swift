extension InspectionStore {
  /// Makes the lead's `edits` to a visit, signs and seals it when asked, and answers when the new revision is durable.
  ///
  /// - Parameters:
  ///   - whole: the visit as it was loaded; a file that changed since ends in a conflict.
  ///   - checklist: the application's.
  ///   - now: the time (ISO 8601 with zone), a label. One before the last save is marked in the record.
  public func save(
    _ edits: [InspectionEdit], to whole: Whole, sign: Bool = false, checklist: InspectionChecklist, by person: Person,
    at now: String
  ) throws(SaveError) -> Saved<Sheet> {
    let sheet = whole.sheet
    guard let application = RecordID(sheet.visit.application), let id = RecordID(sheet.visit.id) else {
      throw .invalid(.badID(sheet.visit.id))
    }
    try permit(.inspect, person, application)
    try permitLead(sheet.visit, person)
    var visit = sheet.visit
    visit.state = .draft
    do throws(InspectionEdit.Invalid) {
      for edit in edits { try edit.apply(to: &visit, program.inspection, by: person.id, at: now) }
      let (next, overflow) = visit.revision.addingReportingOverflow(1)
      if overflow { throw .tooManyRevisions }
      visit.revision = next
    } catch {
      throw .invalid(error)
    }
    let others = whole.parts.map { (of: $0.part.person, at: $0.part.savedAt) }
    if let step = ClockCheck.step(
      "r\(visit.revision)", at: now, before: visit.savedAt, journal: lastTime(of: person), others: others,
      known: visit.clockSteps)
    {
      visit.clockSteps.append(step)
    }
    (visit.previous, visit.savedAt) = (sheet.digest, now)
    if sign { try seal(&visit, whole, checklist, person, at: now) }
    return try write(visit, over: sheet, application, id, person, at: now, edits: edits)
  }

  /// What keeps the visit with these edits from being signed.
  public func gaps(_ whole: Whole, _ checklist: InspectionChecklist, at now: String) -> [InspectionGap] {
    whole.sheet.visit.gaps(
      checklist, program.inspection, minimumInspectors: minimumInspectors, parts: whole.parts.map(\.part), at: now)
  }

  /// The time of the person's last act; nil when there is none that can be read.
  func lastTime(of person: Person) -> String? {
    RecordID(person.id).flatMap { Journal(of: $0, in: workspace).lastTime() }
  }

  private func permitLead(_ visit: Inspection, _ person: Person) throws(SaveError) {
    guard visit.inspector(person.id) != nil else { throw .denied(.notAtVisit) }
    guard let lead = visit.lead, lead.id.hasSameBytes(as: person.id) else {
      throw .denied(.onlyLead(visit.lead?.name ?? ""))
    }
    if visit.state == .signed { throw .denied(.sealed) }
  }

  private func seal(
    _ visit: inout Inspection, _ whole: Whole, _ checklist: InspectionChecklist, _ person: Person, at now: String
  ) throws(SaveError) {
    let gaps = visit.gaps(
      checklist, program.inspection, minimumInspectors: minimumInspectors, parts: whole.parts.map(\.part), at: now)
    if !gaps.isEmpty { throw .invalid(.incomplete(gaps)) }
    // What is signed must be what was seen: a file that changed since is named before it is vouched for.
    let path = WorkspacePath(checked: "inspections", visit.application, visit.id + ".json")
    if let changed = changedEvidence(visit, path).first { throw .problem(changed) }
    let result = InspectionResult(visit, checklist: checklist, program: program.inspection)
    visit.proposedVerdict = result.proposed
    visit.verdict = visit.verdict ?? result.proposed
    visit.state = .signed
    (visit.signedBy, visit.signedAt, visit.transcript) = (person.id, now, InspectionSeal.blank)
  }

  private func write(
    _ visit: Inspection, over sheet: Sheet, _ application: RecordID, _ id: RecordID, _ person: Person, at now: String,
    edits: [InspectionEdit]
  ) throws(SaveError) -> Saved<Sheet> {
    var visit = visit
    let path = WorkspaceLayout.inspection(application, visit: id)
    var bytes = try bytes(visit.json, over: sheet.document)
    if visit.state == .signed {
      guard let sealed = InspectionSeal.sealed(bytes) else { throw .invalid(.doesNotReadBack) }
      bytes = sealed.bytes
      visit.transcript = sealed.seal
    }
    let fresh: Sheet
    do throws(FileProblem) {
      fresh = try self.sheet(Document(path: path, bytes: bytes), application, id)
    } catch {
      throw .problem(error)
    }
    guard fresh.visit == visit else { throw .invalid(.doesNotReadBack) }
    let line = InspectionJournal.entry(from: sheet, to: visit, file: path, by: person.id, at: now)
    let save = RecordSave(
      path: path, bytes: bytes, base: sheet.digest, kept: visit.state == .signed ? visit.revision : nil)
    let done = try put(save, line, by: person)
    return Saved(sheet: fresh, path: path, digest: done.digest, journalFailure: done.journalFailure)
  }

  // MARK: - Parts

  /// Makes a person's `edits` to their own part of a visit, and signs the sealed record when asked.
  ///
  /// A member answers, notes and declares before the lead signs; after that come re-checks. A supervisor gives leave.
  public func savePart(
    _ edits: [InspectionPartEdit], to whole: Whole, sign: Bool = false, by person: Person, at now: String
  ) throws(SaveError) -> Saved<PartSheet> {
    let visit = whole.sheet.visit
    guard let application = RecordID(visit.application), let id = RecordID(visit.id), let writer = RecordID(person.id)
    else { throw .invalid(.badID(visit.id)) }
    try permitPart(edits, sign, visit, person, application)
    let old =
      whole.parts.first { $0.part.person.hasSameBytes(as: person.id) }
      ?? PartSheet(
        part: InspectionPart(visit: id.text, application: application.text, person: writer.text), document: nil)
    var part = old.part
    do throws(InspectionEdit.Invalid) {
      for edit in edits { try edit.apply(to: &part, of: visit, at: now) }
      if sign {
        guard let seal = visit.transcript, whole.sheet.sealHolds == true else { throw .notSealed }
        if part.hasConflict != false { throw .incomplete([.noDeclaration(person.id)]) }
        part.signature = InspectionPart.Signature(transcript: seal, at: now)
      }
      let (next, overflow) = part.revision.addingReportingOverflow(1)
      if overflow { throw .tooManyRevisions }
      part.revision = next
    } catch {
      throw .invalid(error)
    }
    var others = whole.parts.filter { !$0.part.person.hasSameBytes(as: person.id) }.map {
      (of: $0.part.person, at: $0.part.savedAt)
    }
    if let lead = visit.lead?.id, !lead.hasSameBytes(as: person.id) { others.append((of: lead, at: visit.savedAt)) }
    if let step = ClockCheck.step(
      "r\(part.revision)", at: now, before: part.savedAt, journal: lastTime(of: person), others: others,
      known: part.clockSteps)
    {
      part.clockSteps.append(step)
    }
    (part.previous, part.savedAt) = (old.digest, now)
    let path = WorkspaceLayout.inspectionPart(application, visit: id, person: writer)
    let bytes = try bytes(part.json, over: old.document)
    let fresh: PartSheet
    do throws(FileProblem) {
      fresh = try partSheet(Document(path: path, bytes: bytes), application, id, writer)
    } catch {
      throw .problem(error)
    }
    guard fresh.part == part else { throw .invalid(.doesNotReadBack) }
    let line = InspectionJournal.entry(from: old, to: part, signs: sign, file: path, role: person.roles.first, at: now)
    let save = RecordSave(
      path: path, bytes: bytes, base: old.digest, kept: part.signature == nil ? nil : part.revision)
    let done = try put(save, line, by: person)
    return Saved(sheet: fresh, path: path, digest: done.digest, journalFailure: done.journalFailure)
  }

  private func permitPart(
    _ edits: [InspectionPartEdit], _ sign: Bool, _ visit: Inspection, _ person: Person, _ application: RecordID
  ) throws(SaveError) {
    let isLeave = edits.contains { if case .leave = $0 { true } else { false } }
    if isLeave {
      try permit(.supervise, person, application)
      if visit.state == .signed { throw .denied(.sealed) }
      // One hat at a time: leave is the supervisor's only word in a visit.
      if edits.count > 1 || sign { throw .invalid(.onlyLead) }
      return
    }
    let isFollowUp =
      !edits.isEmpty && !sign
      && edits.allSatisfy {
        switch $0 {
        case .fixed, .recheck: true
        default: false
        }
      }
    // A supervisor may follow up on the problems of any visit (复核).
    if isFollowUp, person.roles.contains(.supervisor), visit.inspector(person.id) == nil {
      try permit(.supervise, person, application)
      return
    }
    try permit(.inspect, person, application)
    guard visit.inspector(person.id) != nil else { throw .denied(.notAtVisit) }
    let changesFindings = edits.contains {
      switch $0 {
      case .answer, .why: true
      default: false
      }
    }
    if changesFindings, visit.state == .signed { throw .denied(.sealed) }
  }
}
