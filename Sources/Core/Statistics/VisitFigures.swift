/// Visits (现场核查): what is planned, done and late, the verdicts, and what is still to be put right.
public struct VisitFigures: Equatable, Sendable {
  /// A problem of a signed visit that is not right yet.
  public struct Fix: Equatable, Sendable {
    /// The application.
    public let application: String
    /// The visit.
    public let visit: String
    /// The problem, with where it stands in time.
    public let fix: OpenFix
  }

  /// Visits with one verdict.
  public struct VerdictCount: Equatable, Sendable {
    /// The verdict.
    public let verdict: Inspection.Verdict
    /// One for each visit.
    public let visits: Figure
  }

  /// Planned and not begun; one for each visit, as in all figures here.
  public let planned: Figure
  /// Begun and not signed.
  public let inProgress: Figure
  /// Signed.
  public let done: Figure
  /// Not signed, and the planned day has passed.
  public let overdue: Figure
  /// The verdicts of signed visits.
  public let verdicts: [VerdictCount]
  /// Open problems, the earliest due date first.
  public let fixes: [Fix]
  /// One for each open problem.
  public let openFixes: Figure
  /// One for each open problem whose date has passed, or whose re-check failed.
  public let lateFixes: Figure

  init(_ all: [ApplicationFacts], at now: String) {
    func list(_ test: (VisitFacts) -> Bool) -> Figure {
      Figure(all.flatMap { application in application.visits.filter(test).map { _ in application.id } })
    }
    planned = list { $0.state == .planned }
    inProgress = list { $0.state == .draft }
    done = list { $0.state == .signed }
    overdue = list { visit in
      visit.state != .signed && (WorkingCalendar.days(from: visit.plannedStart ?? "", to: now) ?? 0) > 0
    }
    verdicts = Inspection.Verdict.allCases.compactMap { verdict in
      let visits = list { $0.verdict == verdict }
      return visits.count > 0 ? VerdictCount(verdict: verdict, visits: visits) : nil
    }
    var fixes: [Fix] = []
    for application in all {
      for visit in application.visits {
        fixes += visit.fixes.map { Fix(application: application.id, visit: visit.id, fix: $0) }
      }
    }
    self.fixes = fixes.enumerated().sorted { left, right in
      let (a, b) = (left.element.fix.standing.due ?? "", right.element.fix.standing.due ?? "")
      return a != b ? a.precedesBytes(of: b) : left.offset < right.offset
    }.map(\.element)
    openFixes = Figure(fixes.map(\.application))
    lateFixes = Figure(fixes.filter(\.fix.standing.isLate).map(\.application))
  }
}

extension OpenFix.Standing {
  /// The day until which something is to be done; nil when there is none.
  public var due: String? {
    switch self {
    case .waiting(let due), .overdue(let due, _), .recheck(let due, _), .recheckOverdue(let due, _, _): due
    case .failed: nil
    }
  }

  /// Whether the day has passed, or the re-check found it not right.
  public var isLate: Bool {
    switch self {
    case .waiting, .recheck: false
    case .overdue, .recheckOverdue, .failed: true
    }
  }
}
