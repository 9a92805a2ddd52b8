import Core

/// Looks through the sheets of one reviewer for like applications; for the screen and for commands.
struct TwinSearch {
  let workspace: Workspace
  let sheets: ReviewStore
  let program: Program

  /// The twins of every criterion that has some, by criterion; nil when `isStopped` said so. Sheets and applications that
  /// cannot be read are left out: they are named among the file problems.
  func twins(
    of application: Application, by reviewer: RecordID, isStopped: () -> Bool = { false }
  ) -> [String: [TwinCheck.Twin]]? {
    var candidates: [TwinCheck.Candidate] = []
    let folder = try? workspace.applications()
    for id in (try? workspace.reviewed().folders().records) ?? [] where id.text != application.id {
      if isStopped() { return nil }
      guard let sheet = try? sheets.load(id, reviewer: reviewer), sheet.document != nil, sheet.review.scored > 0,
        let other = try? folder?.application(id)
      else { continue }
      candidates.append(TwinCheck.Candidate(other, review: sheet.review))
    }
    let lessons = (try? NameStore(workspace, state: nil).load(for: nil).lessons) ?? NameLessons()
    let check = TwinCheck(
      of: application.id, metrics: application.metrics, among: candidates, reviewer: reviewer.text,
      names: MetricNames(program.metricNames), lessons: lessons)
    var found: [String: [TwinCheck.Twin]] = [:]
    for criterion in program.rubric.criteria {
      let twins = check.twins(for: criterion)
      if !twins.isEmpty { found[criterion.id] = twins }
    }
    return isStopped() ? nil : found
  }
}
