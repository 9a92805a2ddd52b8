/// A time limit of the bureau that a visit did not keep (时限), in working days with the year's holidays. It is told and
/// never stops a signature: the notice itself sets no limits.
public enum InspectionDelay: Equatable, Sendable {
  /// The applicant was told too late: by the rule the visit could begin on `earliest`, and it began on `start`.
  case notice(sent: String, earliest: String, start: String, isExact: Bool)
  /// The visit did not end by `due`. `ended` is nil while it goes on.
  case finish(due: String, ended: String?, isExact: Bool)
  /// The person signed on another day than the visit ended.
  case signature(person: String, ended: String, signed: String)
  /// The problem has more time than the rule gives: until `due` instead of `limit`.
  case fix(problem: String, due: String, limit: String, isExact: Bool)
  /// The re-check came on `done`, after `due`.
  case recheck(problem: String, due: String, done: String, isExact: Bool)
}

extension Inspection {
  /// The limits that were not kept, as they stand at `now` (ISO 8601 with zone), in the order of the visit.
  public func delays(_ parts: [InspectionPart], _ program: InspectionProgram, at now: String) -> [InspectionDelay] {
    var delays: [InspectionDelay] = []
    let (limits, calendar) = (program.limits, program.calendar)
    func isAfter(_ day: String, _ limit: String) -> Bool { (WorkingCalendar.days(from: limit, to: day) ?? 0) > 0 }
    if let sent = noticeSentAt, let start = actualStart ?? plannedStart,
      let earliest = calendar.adding(limits.notice, to: sent), isAfter(earliest.day, start)
    {
      delays.append(
        .notice(sent: day(sent), earliest: earliest.day, start: day(start), isExact: earliest.isExact))
    }
    if let plannedAt, let due = calendar.adding(limits.finish, to: plannedAt), isAfter(actualEnd ?? now, due.day) {
      delays.append(.finish(due: due.day, ended: actualEnd.map(day), isExact: due.isExact))
    }
    if let actualEnd {
      var signatures = parts.compactMap { part in part.signature.map { (part.person, $0.at) } }
      if let signedBy, let signedAt { signatures.insert((signedBy, signedAt), at: 0) }
      for (person, at) in signatures where !Self.isSameDay(actualEnd, at) {
        delays.append(.signature(person: person, ended: day(actualEnd), signed: day(at)))
      }
    }
    for problem in problems {
      if let actualEnd, let due = problem.dueAt, let limit = calendar.adding(limits.fix, to: actualEnd),
        isAfter(due, limit.day)
      {
        delays.append(.fix(problem: problem.id, due: due, limit: limit.day, isExact: limit.isExact))
      }
      let fixes = parts.flatMap(\.fixes).filter { $0.id.hasSameBytes(as: problem.id) }
      let reported = fixes.compactMap(\.fixedAt).min { $0.precedesBytes(of: $1) }
      let done = fixes.compactMap(\.recheckedAt).min { $0.precedesBytes(of: $1) }
      if let reported, let done, let due = calendar.adding(limits.recheck, to: reported), isAfter(done, due.day) {
        delays.append(.recheck(problem: problem.id, due: due.day, done: done, isExact: due.isExact))
      }
    }
    return delays
  }

  private func day(_ time: String) -> String { String(time.prefix(10)) }

  /// Whether two times fall on the same day where the first of them was written.
  static func isSameDay(_ first: String, _ second: String) -> Bool {
    guard let a = PointInTime(first), let b = PointInTime(second) else {
      return String(first.prefix(10)).hasSameBytes(as: String(second.prefix(10)))
    }
    return a.day(offset: a.offset) == b.day(offset: a.offset)
  }
}
