/// The visits that somebody has to do something about (我的核查), in the order of their times.
public struct VisitAgenda: Equatable, Sendable {
  /// What is to be done.
  public enum Duty: String, CaseIterable, Sendable {
    /// The visit is planned or under way.
    case visit
    /// The lead sealed the record; the person has not signed it.
    case sign
    /// A problem waits for its fix or its re-check.
    case recheck
    /// Nothing any more.
    case none
  }

  /// When it is to be done, as the day of `now` sees it.
  public enum Time: String, CaseIterable, Sendable {
    /// The planned day, or a problem's day, has passed.
    case overdue
    /// Today.
    case today
    /// Later, or whenever.
    case later
  }

  /// A visit.
  public struct Entry: Equatable, Sendable {
    /// The visit.
    public let visit: Inspection
    /// What the person is at the visit; nil for who only supervises.
    public let role: Inspection.Inspector.Role?
    /// What is to be done.
    public let duty: Duty
    /// When.
    public let time: Time
    /// The day or time that counts: when the visit begins, or the earliest day of a problem.
    public let at: String?
    /// Problems that are not right yet.
    public let openFixes: Int
  }

  /// The visits: what is open first, each by time, then what is done.
  public let entries: [Entry]

  /// - Parameters:
  ///   - visits: with what the others added to each.
  ///   - person: whose agenda; a supervisor sees every visit.
  ///   - now: the time (ISO 8601 with zone), of which the day counts.
  public init(
    _ visits: [(visit: Inspection, parts: [InspectionPart])], of person: Person, _ program: InspectionProgram,
    at now: String
  ) {
    let isSupervisor = person.roles.contains(.supervisor)
    let found = visits.compactMap { visit, parts -> Entry? in
      let role = visit.inspector(person.id)?.role
      if role == nil, !isSupervisor { return nil }
      return Self.entry(visit, parts, role, person, program, now)
    }
    entries = found.sorted(by: Self.precedes)
  }

  private static func entry(
    _ visit: Inspection, _ parts: [InspectionPart], _ role: Inspection.Inspector.Role?, _ person: Person,
    _ program: InspectionProgram, _ now: String
  ) -> Entry {
    let fixes = visit.state == .signed ? OpenFix.list(visit, parts, program, at: now) : []
    let hasSigned =
      role == nil || visit.signedBy?.hasSameBytes(as: person.id) == true
      || parts.contains { part in
        part.person.hasSameBytes(as: person.id) && part.signature?.transcript == visit.transcript
          && part.signature != nil
      }
    let duty: Duty = visit.state != .signed ? .visit : !hasSigned ? .sign : fixes.isEmpty ? .none : .recheck
    var at = visit.actualStart ?? visit.plannedStart
    if duty == .recheck { at = fixes.compactMap(\.day).min { $0.precedesBytes(of: $1) } }
    if duty == .sign { at = visit.actualEnd ?? at }
    let days = at.flatMap { WorkingCalendar.days(from: now, to: $0) }
    let time: Time = duty == .none ? .later : days.map { $0 < 0 ? .overdue : $0 == 0 ? .today : .later } ?? .later
    return Entry(visit: visit, role: role, duty: duty, time: time, at: at, openFixes: fixes.count)
  }

  /// By the moment, not by how it is written; what has no time comes last.
  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if (left.duty == .none) != (right.duty == .none) { return right.duty == .none }
    let (a, b) = (moment(left.at), moment(right.at))
    if a != b { return a < b }
    if !left.visit.application.hasSameBytes(as: right.visit.application) {
      return left.visit.application.precedesBytes(of: right.visit.application)
    }
    return left.visit.id.precedesBytes(of: right.visit.id)
  }

  private static func moment(_ text: String?) -> Int {
    guard let text else { return Int.max }
    return PointInTime(text)?.seconds ?? PointInTime(text + "T00:00:00+08:00")?.seconds ?? Int.max
  }
}

extension OpenFix {
  /// The day by which something is to be done; nil when it is not known.
  var day: String? {
    let due: String? =
      switch standing {
      case .waiting(let due), .overdue(let due, _), .recheck(let due, _), .recheckOverdue(let due, _, _): due
      case .failed: problem.dueAt
      }
    return due?.isEmpty == true ? nil : due
  }
}
