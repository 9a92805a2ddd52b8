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
    visit.inspectors = try inspectors(plan, id, roster)
    (visit.reason, visit.batch, visit.place) = (plan.reason, plan.batch, plan.place)
    (visit.taskLetterNo, visit.plannedBy, visit.plannedAt) = (plan.taskLetterNo, person.id, now)
    visit.items = checklist(application).freshItems
    visit.metrics = Inspection.rows(of: application, names: program.metricNames)
    (visit.revision, visit.savedAt) = (1, now)
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
    _ plan: InspectionPlan, _ application: RecordID, _ roster: Roster
  ) throws(SaveError) -> [Inspection.Inspector] {
    let assignment: Assignment?
    do throws(FileProblem) { assignment = try workspace.assignment(application) } catch { throw .problem(error) }
    let ids = plan.inspectors.isEmpty ? assignment?.inspectors ?? [] : plan.inspectors
    var seen: Set<RecordID> = []
    var result: [Inspection.Inspector] = []
    for text in ids {
      guard let id = RecordID(text), let person = roster[text] else { throw .denied(.unknownPerson(text)) }
      guard seen.insert(id).inserted else { throw .invalid(.inspectors(ids)) }
      do throws(Permission.Denial) {
        try Permission.check(.inspect, by: person, assignment: assignment)
      } catch {
        throw .denied(error)
      }
      result.append(
        Inspection.Inspector(
          id: text, name: person.name, unit: person.unit ?? person.employer, role: result.isEmpty ? .lead : .member,
          hasConflict: nil))
    }
    if result.count < minimumInspectors { throw .invalid(.inspectors(ids)) }
    return result
  }
}
