/// What a supervisor decides about a visit before it begins.
public struct InspectionPlan: Equatable, Sendable {
  /// Id of the visit; nil takes the next free one, `v1`, `v2`…
  public var visit: RecordID?
  /// When it is to begin (ISO 8601 with zone).
  public var start: String
  /// Key of a reason of the program.
  public var reason: String
  /// Batch.
  public var batch: String?
  /// When the applicant was told.
  public var noticeSentAt: String?
  /// Where.
  public var place: String?
  /// Coordinates, as text.
  public var gps: String?
  /// 任务书编号.
  public var taskLetterNo: String?
  /// Person ids; the first is 组长. Empty takes the assigned inspectors.
  public var inspectors: [String]

  /// A plan.
  public init(visit: RecordID? = nil, start: String, reason: String, inspectors: [String] = []) {
    self.visit = visit
    self.start = start
    self.reason = reason
    self.inspectors = inspectors
  }
}

extension InspectionStore {
  /// Makes the file of a planned visit, with the checklist and the declared metrics in it.
  public func plan(
    _ plan: InspectionPlan, for application: Application, roster: Roster, by person: Person, at now: String
  ) throws(SaveError) -> Saved<Sheet> {
    guard let id = RecordID(application.id) else { throw .invalid(.badID(application.id)) }
    try permit(.supervise, person, id)
    let visitID = try freeID(plan, id)
    var visit = Inspection(id: visitID.text, application: application.id)
    do throws(InspectionEdit.Invalid) {
      try InspectionEdit.require(plan.reason, of: program.inspection.reasons)
      visit.plannedStart = try InspectionEdit.time(plan.start)
      visit.noticeSentAt = try InspectionEdit.time(plan.noticeSentAt)
    } catch {
      throw .invalid(error)
    }
    visit.inspectors = try inspectors(plan, application, id, roster)
    (visit.reason, visit.batch, visit.place) = (plan.reason, plan.batch, plan.place)
    (visit.taskLetterNo, visit.plannedBy, visit.plannedAt) = (plan.taskLetterNo, person.id, now)
    visit.items = checklist(application).freshItems
    visit.metrics = Inspection.rows(of: application, names: program.metricNames)
    visit.gps = plan.gps
    (visit.revision, visit.savedAt) = (1, now)
    if let step = ClockCheck.step(
      "r1", at: now, before: nil, journal: lastTime(of: person), others: [], known: [])
    {
      visit.clockSteps = [step]
    }
    let path = WorkspaceLayout.inspection(id, visit: visitID)
    let bytes = JSONWriter.pretty(visit.json)
    let fresh: Sheet
    do throws(FileProblem) {
      fresh = try sheet(Document(path: path, bytes: bytes), id, visitID)
    } catch {
      throw .problem(error)
    }
    guard fresh.visit == visit else { throw .invalid(.doesNotReadBack) }
    let detail = JSONObject([
      ("plannedStart", .string(plan.start)), ("reason", .string(plan.reason)),
      ("inspectors", .texts(visit.inspectors.map(\.id))),
    ])
    let line = JournalEntry(
      at: now, person: person.id, role: PersonRole.supervisor.rawValue, act: "plan-visit", file: path.description,
      revision: 1, detail: detail)
    let done = try put(RecordSave(path: path, bytes: bytes, base: nil, kept: nil), line, by: person)
    return Saved(sheet: fresh, path: path, digest: done.digest, journalFailure: done.journalFailure)
  }

  private func freeID(_ plan: InspectionPlan, _ application: RecordID) throws(SaveError) -> RecordID {
    let taken: [RecordID]
    do throws(FileProblem) { taken = try visits(of: application).records } catch { throw .problem(error) }
    if let wanted = plan.visit {
      if taken.contains(wanted) { throw .invalid(.exists(wanted.text)) }
      // The folder of the unchangeable copies stands beside the visits.
      if wanted.text.hasSameBytes(as: "history") { throw .invalid(.badID(wanted.text)) }
      return wanted
    }
    for number in 1...10_000 {
      if let id = RecordID("v\(number)"), !taken.contains(id) { return id }
    }
    throw .invalid(.tooManyRevisions)
  }

  private func inspectors(
    _ plan: InspectionPlan, _ record: Application, _ application: RecordID, _ roster: Roster
  ) throws(SaveError) -> [Inspection.Inspector] {
    let assignment: Assignment?
    do throws(FileProblem) { assignment = try workspace.assignment(application) } catch { throw .problem(error) }
    let ids = plan.inspectors.isEmpty ? assignment?.inspectors ?? [] : plan.inspectors
    var seen: Set<RecordID> = []
    var result: [Inspection.Inspector] = []
    for text in ids {
      guard let id = RecordID(text), let person = roster[text] else { throw .denied(.unknownPerson(text)) }
      guard seen.insert(id).inserted else { throw .invalid(.inspectors(ids)) }
      try mayInspect(person, id, record, application, assignment)
      result.append(
        Inspection.Inspector(
          id: text, name: person.name, unit: person.unit ?? person.employer, role: result.isEmpty ? .lead : .member,
          hasConflict: nil))
    }
    if result.count < minimumInspectors { throw .invalid(.inspectors(ids)) }
    return result
  }

  /// Everybody of the roster who inspects, with the reason why a person may not be planned for this application; nil where
  /// there is none.
  public func candidates(
    for application: Application, _ roster: Roster
  ) throws(SaveError) -> [(person: Person, refusal: SaveError?)] {
    guard let record = RecordID(application.id) else { throw .invalid(.badID(application.id)) }
    let assignment: Assignment?
    do throws(FileProblem) { assignment = try workspace.assignment(record) } catch { throw .problem(error) }
    var found: [(person: Person, refusal: SaveError?)] = []
    for person in roster.people where person.roles.contains(.inspector) {
      guard let id = RecordID(person.id) else { continue }
      var refusal: SaveError?
      do throws(SaveError) { try mayInspect(person, id, application, record, assignment) } catch { refusal = error }
      found.append((person, refusal))
    }
    return found
  }

  /// Who scores an application does not inspect it, assigned or not; nor does who is of the applicant's house.
  private func mayInspect(
    _ person: Person, _ id: RecordID, _ record: Application, _ application: RecordID, _ assignment: Assignment?
  ) throws(SaveError) {
    do throws(Permission.Denial) {
      try Permission.check(.inspect, by: person, assignment: assignment)
    } catch {
      throw .denied(error)
    }
    do throws(FileProblem) {
      let sheet = WorkspaceLayout.review(application, reviewer: id)
      if try workspace.documentIfPresent(sheet) != nil { throw SaveErrorOr.reviews }
    } catch {
      if error == SaveErrorOr.reviews { throw .denied(.otherRoleOnFile(.reviewer)) }
      throw .problem(error)
    }
    for hint in ConflictHint.all(of: person, record) {
      switch hint {
      case .applicant(let name, _), .partner(let name, _): throw .invalid(.interest(person: person.id, house: name))
      case .mentioned: break
      }
    }
  }

  private enum SaveErrorOr { static let reviews = FileProblem(file: "", reason: .unknownName) }
}
