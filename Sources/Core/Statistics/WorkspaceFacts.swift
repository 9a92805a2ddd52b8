/// Everything that figures are computed from, as values: read once, then pure.
public struct WorkspaceFacts: Sendable {
  /// The call.
  public let program: Program
  /// The roster.
  public let roster: Roster
  /// The applications that can be read, by id.
  public let applications: [ApplicationFacts]
  /// What cannot be read, or should not be there.
  public let problems: [FileProblem]

  /// Facts made by hand or by a loader.
  public init(program: Program, roster: Roster, applications: [ApplicationFacts], problems: [FileProblem] = []) {
    self.program = program
    self.roster = roster
    self.applications = applications.sorted { $0.id.precedesBytes(of: $1.id) }
    self.problems = problems
  }

  /// Problems for which no total and no rank is given (不完整): a wrong ranking is worse than none. Tables of the counties and
  /// taught names change no total.
  public var blocking: [FileProblem] {
    problems.filter { problem in
      if problem.isOnlyNotice { return false }
      if case .changedEvidence = problem.reason { return false }
      return !["summaries/", "names/"].contains { problem.file.hasPrefix($0) }
    }
  }
}

/// What is known of one application besides its text.
public struct ApplicationFacts: Sendable {
  /// The application.
  public let id: String
  /// Key of the recommending unit.
  public let unit: String
  /// 申报单位.
  public let company: String
  /// Scenario codes.
  public let scenarios: [String]
  /// Where it stands in the procedure.
  public let stage: Stage
  /// Who reviews and inspects; nil while nobody is assigned.
  public let assignment: Assignment?
  /// Its sheets, with the returns of supervisors counted in.
  public let reviews: [Review]
  /// Its visits, by id.
  public let visits: [VisitFacts]
  /// What the rules say of it.
  public let findings: [Finding]
  /// Reviewers whose employer resembles somebody behind the application, by person id.
  public let hints: [String: ConflictHint]
  /// Objections (异议) that were received, and of these the ones that are not answered.
  public let objections: (received: Int, open: Int)

  /// Facts of one application.
  public init(
    id: String, unit: String, company: String = "", scenarios: [String] = [], stage: Stage,
    assignment: Assignment? = nil, reviews: [Review] = [], visits: [VisitFacts] = [], findings: [Finding] = [],
    hints: [String: ConflictHint] = [:], objections: (received: Int, open: Int) = (0, 0)
  ) {
    self.id = id
    self.unit = unit
    self.company = company
    self.scenarios = scenarios
    self.stage = stage
    self.assignment = assignment
    self.reviews = reviews
    self.visits = visits
    self.findings = findings
    self.hints = hints
    self.objections = objections
  }

  /// The visit whose verdict counts: of those that are signed the last.
  public var lastSigned: VisitFacts? {
    visits.filter { $0.state == .signed }.max { ($0.signedAt ?? "").precedesBytes(of: $1.signedAt ?? "") }
  }
}

/// What is known of one visit.
public struct VisitFacts: Equatable, Sendable {
  /// The visit.
  public let id: String
  /// Planned, in progress or signed.
  public let state: Inspection.State
  /// When it is to begin (ISO 8601).
  public let plannedStart: String?
  /// When the lead signed.
  public let signedAt: String?
  /// The verdict that counts: the lead's (a softer one had a supervisor's leave), or the rule's; nil before it is signed.
  public let verdict: Inspection.Verdict?
  /// Problems that are not right yet.
  public let fixes: [OpenFix]

  /// Facts made by hand.
  public init(
    id: String, state: Inspection.State, plannedStart: String? = nil, signedAt: String? = nil,
    verdict: Inspection.Verdict? = nil, fixes: [OpenFix] = []
  ) {
    self.id = id
    self.state = state
    self.plannedStart = plannedStart
    self.signedAt = signedAt
    self.verdict = verdict
    self.fixes = fixes
  }

  /// Facts of `visit` on the day of `now`.
  public init(_ visit: Inspection, _ parts: [InspectionPart], program: InspectionProgram, at now: String) {
    let isSigned = visit.state == .signed
    let own = visit.verdict ?? visit.proposedVerdict
    self.init(
      id: visit.id, state: visit.state, plannedStart: visit.plannedStart, signedAt: visit.signedAt,
      verdict: isSigned ? own : nil, fixes: isSigned ? OpenFix.list(visit, parts, program, at: now) : [])
  }
}
