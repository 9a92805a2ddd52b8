extension WorkspaceFacts {
  /// Reads what figures are computed from. Nothing is written; what cannot be read is among the problems.
  ///
  /// - Parameters:
  ///   - withFindings: whether the rules are applied too, which takes longer.
  ///   - now: the time (ISO 8601 with zone), for due dates.
  public static func load(
    _ workspace: Workspace, program: Program, withFindings: Bool, at now: String
  ) throws(FileError) -> WorkspaceFacts {
    var loader = FactsLoader(workspace, program, now)
    try loader.readAll(withFindings: withFindings)
    return WorkspaceFacts(
      program: program, roster: loader.roster, applications: loader.found, problems: loader.problems)
  }
}

/// Reads one application after the other.
private struct FactsLoader {
  private let workspace: Workspace
  private let program: Program
  private let now: String
  private let reviews: ReviewStore
  private let visits: InspectionStore
  private let decisions: DecisionStore
  private var journals: [RecordID: JournalReport] = [:]
  private(set) var roster = Roster(people: [])
  private(set) var found: [ApplicationFacts] = []
  private(set) var problems: [FileProblem] = []

  init(_ workspace: Workspace, _ program: Program, _ now: String) {
    self.workspace = workspace
    self.program = program
    self.now = now
    reviews = ReviewStore(workspace, state: nil, rubric: program.rubric)
    visits = InspectionStore(workspace, state: nil, program: program)
    decisions = DecisionStore(workspace, state: nil)
  }

  private mutating func attempt<Value>(_ body: () throws(FileProblem) -> Value) -> Value? {
    do throws(FileProblem) { return try body() } catch {
      problems.append(error)
      return nil
    }
  }

  mutating func readAll(withFindings: Bool) throws(FileError) {
    if let roster = attempt({ [workspace] () throws(FileProblem) in try workspace.roster() }) { self.roster = roster }
    let folder = try workspace.applications()
    let listing = try folder.listing()
    problems += listing.problems
    let reviewed = try workspace.reviewed().folders()
    let inspected = try workspace.inspected().folders()
    problems += reviewed.problems + inspected.problems
    problems += try workspace.assignments().listing().problems
    let (withSheets, withVisits) = (Set(reviewed.records), Set(inspected.records))
    let book = RuleBook(program: program)
    let summaries = workspace.summaries(of: program)
    problems += summaries.problems
    var joint = JointCheck(book, summaries: summaries.tables)
    for id in listing.records {
      guard let application = attempt({ () throws(FileProblem) in try folder.application(id) }) else { continue }
      let findings = withFindings ? book.findings(application) : []
      if withFindings { joint.add(application) }
      let sheets = withSheets.contains(id) ? sheets(of: id) : []
      let whole = withVisits.contains(id) ? wholes(of: id) : []
      add(id, application, findings, sheets, whole)
    }
    for id in reviewed.records.filter({ !listing.records.contains($0) }) {
      problems.append(FileProblem(file: "reviews/\(id.text)", reason: .unknownName))
    }
    guard withFindings else { return }
    let further = joint.findings()
    for index in found.indices {
      if let more = further[found[index].id] { found[index] = found[index].adding(more) }
    }
  }

  private mutating func add(
    _ id: RecordID, _ application: Application, _ findings: [Finding], _ sheets: [Review],
    _ visits: [InspectionStore.Whole]
  ) {
    let assignment = attempt { [workspace] () throws(FileProblem) in try workspace.assignment(id) }.flatMap { $0 }
    var hints: [String: ConflictHint] = [:]
    for person in roster.people where person.roles.contains(.reviewer) && person.employer != nil {
      hints[person.id] = ConflictHint.all(of: person, application).first
    }
    let summary = ApplicationSummary(application)
    found.append(
      ApplicationFacts(
        id: application.id, unit: application.unit, company: summary.company, scenarios: summary.scenarios,
        stage: Stage.derived(assigned: assignment?.reviewers.count ?? 0, states: sheets.map(\.state)),
        assignment: assignment, reviews: sheets,
        visits: visits.map {
          VisitFacts($0.sheet.visit, $0.parts.map(\.part), program: program.inspection, at: now)
        },
        findings: findings, hints: hints, objections: objections(to: id)))
  }

  /// The sheets, each submitted one compared with the journal of its owner: one that was put back is no sheet that counts.
  private mutating func sheets(of id: RecordID) -> [Review] {
    let all = reviews.all(of: id)
    problems += all.problems
    for sheet in all.sheets where sheet.review.state != .draft {
      guard let owner = RecordID(sheet.review.reviewer) else { continue }
      let file = WorkspaceLayout.review(id, reviewer: owner).description
      if journal(of: owner)?.last(writing: file)?.after != sheet.digest {
        problems.append(FileProblem(file: file, reason: .notInJournal))
      }
    }
    return all.reviews
  }

  private mutating func journal(of person: RecordID) -> JournalReport? {
    if let known = journals[person] { return known }
    let report = attempt { [workspace] () throws(FileProblem) in
      do throws(FileError) { return try Journal(of: person, in: workspace).report() } catch {
        throw FileProblem(error)
      }
    }
    if let report { journals[person] = report }
    return report
  }

  private mutating func wholes(of id: RecordID) -> [InspectionStore.Whole] {
    guard let listing = attempt({ [visits] () throws(FileProblem) in try visits.visits(of: id) }) else { return [] }
    problems += listing.problems
    var wholes: [InspectionStore.Whole] = []
    for visit in listing.records {
      guard
        let whole = attempt({ [visits] () throws(FileProblem) in try visits.loadWhole(id, visit: visit) }).flatMap({
          $0
        })
      else { continue }
      problems += whole.problems
      if whole.sheet.sealHolds == false, let file = whole.sheet.document?.path.description {
        problems.append(FileProblem(file: file, reason: .brokenSeal))
      }
      wholes.append(whole)
    }
    return wholes
  }

  /// Objections of the decision, if it has such a list: those without `repliedAt` are open.
  private mutating func objections(to id: RecordID) -> (received: Int, open: Int) {
    let record = attempt { [decisions] () throws(FileProblem) in try decisions.load(id) }
    guard let document = record?.document,
      let list = attempt({ () throws(FileProblem) in try document.reading { $0["objections"]?.array ?? [] } })
    else { return (0, 0) }
    return (list.count, list.count { ($0["repliedAt"] ?? .null).isNull })
  }
}

extension ApplicationFacts {
  func adding(_ more: [Finding]) -> ApplicationFacts {
    ApplicationFacts(
      id: id, unit: unit, company: company, scenarios: scenarios, stage: stage, assignment: assignment,
      reviews: reviews, visits: visits, findings: findings + more, hints: hints, objections: objections)
  }
}
