/// A day by which something must be done, in working days from now (倒计时).
public struct Countdown: Equatable, Sendable {
  /// What is due.
  public enum Matter: Equatable, Sendable {
    /// A date of the call, by its key: `deadline`, `reviewEnds`…
    case milestone(String)
    /// 补正答复: the answer to a notice.
    case supplement(notice: Int, open: Int)
    /// 核查通知: the applicant is to be told of a visit.
    case visitNotice(visit: String)
    /// 核查完成: the visit is to be signed.
    case visitFinish(visit: String)
    /// 整改: a problem is to be put right.
    case fix(visit: String, problem: String)
    /// 整改复核.
    case recheck(visit: String, problem: String)
    /// 公示期满.
    case publicity
    /// 异议答复.
    case objection(id: String)

    /// The word for it in output for programs.
    public var word: String {
      switch self {
      case .milestone(let key): key
      case .supplement: "supplement"
      case .visitNotice: "visitNotice"
      case .visitFinish: "visitFinish"
      case .fix: "fix"
      case .recheck: "recheck"
      case .publicity: "publicity"
      case .objection: "objection"
      }
    }
  }

  /// The application; nil for a date of the call.
  public let application: String?
  /// What is due.
  public let matter: Matter
  /// Last day, `2022-09-15`; of a date of the call also its time.
  public let due: String
  /// Working days left, without today: 0 is today, less than 0 is overdue.
  public let left: Int
  /// Whether all holidays between are known; without them only weekends are left out.
  public let isExact: Bool
  /// Whether the last day, or the very time, has passed.
  public let isOver: Bool

  init?(
    _ application: String?, _ matter: Matter, due: String, _ calendar: WorkingCalendar, at now: String, isExact: Bool
  ) {
    guard let count = calendar.count(from: now, to: due) else { return nil }
    self.application = application
    self.matter = matter
    self.due = due
    left = count.days
    self.isExact = isExact && count.isExact
    if let end = PointInTime(due), let now = PointInTime(now) {
      isOver = end < now
    } else {
      isOver = (WorkingCalendar.days(from: now, to: due) ?? 0) < 0
    }
  }
}

/// All countdowns of a workspace, the nearest first. Pure: the time is an argument.
public struct CountdownList: Sendable {
  /// What is due.
  public private(set) var items: [Countdown] = []
  private let program: Program
  private let now: String

  /// The dates of the call at `now` (ISO 8601 with zone).
  public init(_ program: Program, at now: String) {
    self.program = program
    self.now = now
    for date in program.dates { add(nil, .milestone(date.key), date.at) }
  }

  private mutating func add(_ application: String?, _ matter: Countdown.Matter, _ due: String, isExact: Bool = true) {
    let item = Countdown(
      application, matter, due: due, program.inspection.calendar, at: now, isExact: isExact)
    if let item { items.append(item) }
  }

  /// Adds what is due of an application.
  ///
  /// - Parameters:
  ///   - formal: its formal check; nil leaves out the notices.
  ///   - visits: its visits with what others added to them.
  public mutating func add(_ decision: Decision, formal: FormalCheck?, visits: [InspectionStore.Whole]) {
    let id = decision.application
    let stage = decision.moves.last?.to
    if stage == .supplement, let notice = decision.notices.last, let formal {
      let open = formal.unanswered.count
      if open > 0 { add(id, .supplement(notice: notice.number, open: open), notice.due, isExact: notice.isExact) }
    }
    if stage == .published, let window = decision.window { add(id, .publicity, window.end, isExact: window.isExact) }
    for objection in decision.objections where objection.isOpen {
      let days = program.policyNumber("objection.workingDays") ?? 10
      if let due = program.inspection.calendar.adding(days, to: objection.receivedAt) {
        add(id, .objection(id: objection.id), due.day, isExact: due.isExact)
      }
    }
    for whole in visits { add(whole, id) }
  }

  private mutating func add(_ whole: InspectionStore.Whole, _ id: String) {
    let visit = whole.sheet.visit
    let calendar = program.inspection.calendar
    let limits = program.inspection.limits
    if visit.state != .signed {
      if visit.noticeSentAt == nil, let start = visit.plannedStart,
        let due = calendar.subtracting(limits.notice, from: start)
      {
        add(id, .visitNotice(visit: visit.id), due.day, isExact: due.isExact)
      }
      if let planned = visit.plannedAt, let due = calendar.adding(limits.finish, to: planned) {
        add(id, .visitFinish(visit: visit.id), due.day, isExact: due.isExact)
      }
      return
    }
    for fix in OpenFix.list(visit, whole.parts.map(\.part), program.inspection, at: now) {
      let problem = fix.problem.id
      switch fix.standing {
      case .waiting(let due), .overdue(let due, _): add(id, .fix(visit: visit.id, problem: problem), due)
      case .recheck(let due, let isExact), .recheckOverdue(let due, _, let isExact):
        add(id, .recheck(visit: visit.id, problem: problem), due, isExact: isExact)
      case .failed: break
      }
    }
  }

  /// The countdowns by their day, of one day in the order in which they were added.
  public var sorted: [Countdown] {
    items.enumerated().sorted { left, right in
      let (a, b) = (left.element.due.prefix(10), right.element.due.prefix(10))
      return a == b ? left.offset < right.offset : String(a).precedesBytes(of: String(b))
    }.map(\.element)
  }
}
