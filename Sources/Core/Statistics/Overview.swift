/// Every figure of the dashboard (看板), computed from the facts of a workspace: the commands `rank` and `stats` and the
/// screens show these and no others. Each count is a ``Figure``, so that opening it shows exactly what was counted.
public struct Overview: Sendable {
  /// Applications at one stage.
  public struct StageCount: Equatable, Sendable {
    /// The stage.
    public let stage: Stage
    /// The applications.
    public let applications: Figure
  }

  /// Findings of one rule.
  public struct RuleCount: Equatable, Sendable {
    /// `R01` to `R43`.
    public let rule: String
    /// The most severe finding of it.
    public let severity: Severity
    /// One for each finding; what asks of every application is left out.
    public let findings: Figure
  }

  /// Somebody who stays away from an application.
  public struct Recusal: Equatable, Sendable {
    /// The application.
    public let application: String
    /// Person id.
    public let reviewer: String
    /// What ties the person to it.
    public let ground: Declaration.Ground
  }

  /// What depends on scores.
  public enum Scores: Sendable {
    /// Not for this viewer.
    case hidden
    /// Not while something cannot be read (不完整).
    case incomplete([FileProblem])
    /// A value of the policy is not understood.
    case badPolicy(ReviewPolicy.Fault)
    /// The figures.
    case shown(ScoreFigures)
  }

  /// All applications (项目数).
  public let projects: Figure
  /// Once for each chosen scenario (项次).
  public let entries: Figure
  /// How many stand at which stage; only stages that have some.
  public let funnel: [StageCount]
  /// Counties by scenarios.
  public let counties: CountyTable
  /// Work of reviewers: everybody's for a supervisor, a reviewer's own, nobody's otherwise.
  public let reviewers: [ReviewerLoad]
  /// Visits.
  public let visits: VisitFigures
  /// Findings by rule.
  public let findings: [RuleCount]
  /// Who stays away from what; for supervisors only, nil for others.
  public let recusals: [Recusal]?
  /// One for each objection that was received.
  public let objections: Figure
  /// One for each objection that is not answered.
  public let openObjections: Figure
  /// Applications with fewer sheets that count than give a score; nil where the policy is not understood.
  public let tooFewSheets: Figure?
  /// What is wrong with files.
  public let problems: [FileProblem]
  /// What depends on scores.
  public let scores: Scores

  /// Computes everything that `viewer` may see at `now` (ISO 8601 with zone).
  public init(_ facts: WorkspaceFacts, viewer: Person?, at now: String) {
    let all = facts.applications
    projects = Figure(all.map(\.id))
    entries = Figure(all.flatMap { [String](repeating: $0.id, count: $0.scenarios.count) })
    funnel = Stage.allCases.compactMap { stage in
      let at = Figure(all.filter { $0.stage == stage }.map(\.id))
      return at.count > 0 ? StageCount(stage: stage, applications: at) : nil
    }
    let panels = all.map {
      ApplicationPanel($0.id, reviews: $0.reviews, assignment: $0.assignment, rubric: facts.program.rubric)
    }
    let policy: Result<ReviewPolicy, ReviewPolicy.Fault>
    do throws(ReviewPolicy.Fault) { policy = .success(try ReviewPolicy(facts.program)) } catch {
      policy = .failure(error)
    }
    var fewest: Int?
    if case .success(let policy) = policy { fewest = policy.method.fewest(policy.minimumSheets) }
    counties = CountyTable(facts, panels: panels, fewest: fewest ?? 1)
    tooFewSheets = fewest.map { fewest in
      Figure(panels.filter { $0.sheets.count < fewest }.map(\.application))
    }
    let seesAll = SheetVisibility.allowsTotals(viewer)
    let loads = ReviewerLoad.all(facts, at: now)
    reviewers = seesAll ? loads : loads.filter { load in viewer.map { $0.id.hasSameBytes(as: load.reviewer) } ?? false }
    visits = VisitFigures(all, at: now)
    findings = Self.byRule(all)
    recusals =
      seesAll
      ? all.flatMap { application in
        application.reviews.compactMap { review in
          review.declaration?.ground.map {
            Recusal(application: application.id, reviewer: review.reviewer, ground: $0)
          }
        }
      } : nil
    objections = Figure(all.flatMap { [String](repeating: $0.id, count: $0.objections.received) })
    openObjections = Figure(all.flatMap { [String](repeating: $0.id, count: $0.objections.open) })
    problems = facts.problems
    scores = Self.scores(facts, panels, policy, seesAll)
  }

  private static func scores(
    _ facts: WorkspaceFacts, _ panels: [ApplicationPanel], _ policy: Result<ReviewPolicy, ReviewPolicy.Fault>,
    _ seesAll: Bool
  ) -> Scores {
    if !seesAll { return .hidden }
    if !facts.blocking.isEmpty { return .incomplete(facts.blocking) }
    switch policy {
    case .failure(let fault): return .badPolicy(fault)
    case .success(let policy): return .shown(ScoreFigures(facts, panels: panels, policy: policy))
    }
  }

  private static func byRule(_ all: [ApplicationFacts]) -> [RuleCount] {
    var lists: [String: (severity: Severity, ids: [String])] = [:]
    for application in all {
      for finding in application.findings where !finding.isStanding {
        let known = lists[finding.rule]
        lists[finding.rule] = (
          min(known?.severity ?? finding.severity, finding.severity), (known?.ids ?? []) + [application.id]
        )
      }
    }
    return lists.keys.sorted { $0.precedesBytes(of: $1) }.compactMap { rule in
      lists[rule].map { RuleCount(rule: rule, severity: $0.severity, findings: Figure($0.ids)) }
    }
  }
}

extension SheetVisibility {
  /// Whether `viewer` may see what is derived from the sheets of all: totals, ranks, means and spreads. Supervisors only,
  /// until results are published.
  public static func allowsTotals(_ viewer: Person?) -> Bool { viewer?.roles.contains(.supervisor) ?? false }
}
