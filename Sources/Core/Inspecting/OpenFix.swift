/// A problem of a signed visit that is not right yet, with where it stands in time.
public struct OpenFix: Equatable, Sendable {
  /// Where a problem stands.
  public enum Standing: Equatable, Sendable {
    /// To be put right until `due`.
    case waiting(due: String)
    /// `due` has passed by so many days of the calendar.
    case overdue(due: String, days: Int)
    /// Reported as right; the re-check is due. `isExact` tells whether all holidays between are known.
    case recheck(due: String, isExact: Bool)
    /// The re-check is late.
    case recheckOverdue(due: String, days: Int, isExact: Bool)
    /// The re-check found it not right.
    case failed
  }

  /// The problem.
  public let problem: Inspection.Problem
  /// Where it stands.
  public let standing: Standing

  /// The open problems of `visit` on the day of `now`.
  public static func list(
    _ visit: Inspection, _ parts: [InspectionPart], _ program: InspectionProgram, at now: String
  ) -> [OpenFix] {
    visit.problems.compactMap { problem in
      // The last word counts: by day, and of one day the later in the files.
      let fixes = parts.flatMap(\.fixes).filter { $0.id.hasSameBytes(as: problem.id) }
      let last = fixes.max {
        ($0.recheckedAt ?? $0.fixedAt ?? "").precedesBytes(of: $1.recheckedAt ?? $1.fixedAt ?? "")
      }
      if last?.isRight == true { return nil }
      if last?.isRight == false { return OpenFix(problem: problem, standing: .failed) }
      if let fixedAt = last?.fixedAt, let due = program.calendar.adding(program.limits.recheck, to: fixedAt) {
        let late = WorkingCalendar.days(from: due.day, to: now) ?? 0
        return OpenFix(
          problem: problem,
          standing: late > 0
            ? .recheckOverdue(due: due.day, days: late, isExact: due.isExact)
            : .recheck(due: due.day, isExact: due.isExact))
      }
      let due = problem.dueAt ?? ""
      let late = WorkingCalendar.days(from: due, to: now) ?? 0
      return OpenFix(problem: problem, standing: late > 0 ? .overdue(due: due, days: late) : .waiting(due: due))
    }
  }
}
