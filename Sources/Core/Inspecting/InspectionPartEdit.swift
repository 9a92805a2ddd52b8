/// One change to a person's own part of a visit.
public enum InspectionPartEdit: Equatable, Sendable {
  /// A member's own answer.
  case answer(item: String, Inspection.Answer)
  /// A member's own note on an item.
  case why(item: String, String)
  /// Own notes.
  case note(String)
  /// Whether the writer has an interest (回避).
  case conflict(Bool)
  /// The applicant reported a problem as put right on a day.
  case fixed(problem: String, on: String, result: String)
  /// Whether the re-check found it right.
  case recheck(problem: String, Bool, on: String)
  /// A supervisor's leave for a softer verdict.
  case leave(Inspection.Verdict, reason: String)

  /// The same change by a member; nil for one that only the lead may make.
  public init?(_ edit: InspectionEdit) {
    switch edit {
    case .answer(let item, let answer): self = .answer(item: item, answer)
    case .why(let item, let text): self = .why(item: item, text)
    case .note(let text): self = .note(text)
    case .conflict(_, let has): self = .conflict(has)
    default: return nil
    }
  }

  /// Makes the change in memory, as the store makes it before a save.
  public func apply(to part: inout InspectionPart, of visit: Inspection, at now: String) throws(InspectionEdit.Invalid)
  {
    switch self {
    case .answer(let id, let answer): try Self.change(id, &part, visit, at: now) { $0.answer = answer }
    case .why(let id, let text): try Self.change(id, &part, visit, at: now) { $0.note = text }
    case .note(let text): part.note = text
    case .conflict(let has): part.hasConflict = has
    case .fixed(let id, let day, let result):
      try Self.require(id, visit, day: day)
      let index = Self.index(of: id, in: &part)
      // A new report asks for a new re-check.
      part.fixes[index] = InspectionPart.Fix(id: id, fixedAt: day, result: result, isRight: nil, recheckedAt: nil)
    case .recheck(let id, let isRight, let day):
      try Self.require(id, visit, day: day)
      if let fixed = part.fixes.first(where: { $0.id.hasSameBytes(as: id) })?.fixedAt,
        (WorkingCalendar.days(from: day, to: fixed) ?? 0) > 0
      {
        throw .recheckBeforeFix(problem: id, fixed: fixed)
      }
      let index = Self.index(of: id, in: &part)
      (part.fixes[index].isRight, part.fixes[index].recheckedAt) = (isRight, day)
    case .leave(let verdict, let reason):
      if reason.allSatisfy(\.isWhitespace) { throw .noReason }
      part.leave = InspectionPart.Leave(verdict: verdict, reason: reason, at: now)
    }
  }

  private static func change(
    _ id: String, _ part: inout InspectionPart, _ visit: Inspection, at now: String,
    _ change: (inout Inspection.Item) -> Void
  ) throws(InspectionEdit.Invalid) {
    guard visit.item(id) != nil else { throw .unknownItem(id) }
    var index = part.items.firstIndex { $0.id.hasSameBytes(as: id) }
    if index == nil {
      part.items.append(Inspection.Item(id: id, answer: .open, note: "", by: nil, at: nil))
      index = part.items.count - 1
    }
    guard let index else { return }
    change(&part.items[index])
    (part.items[index].by, part.items[index].at) = (part.person, now)
  }

  private static func require(_ id: String, _ visit: Inspection, day: String) throws(InspectionEdit.Invalid) {
    guard visit.problems.contains(where: { $0.id.hasSameBytes(as: id) }) else { throw .noProblem(item: id) }
    if CalendarDate(day)?.isDay != true { throw .notATime(day) }
  }

  private static func index(of id: String, in part: inout InspectionPart) -> Int {
    if let index = part.fixes.firstIndex(where: { $0.id.hasSameBytes(as: id) }) { return index }
    part.fixes.append(InspectionPart.Fix(id: id, fixedAt: nil, result: "", isRight: nil, recheckedAt: nil))
    return part.fixes.count - 1
  }
}
