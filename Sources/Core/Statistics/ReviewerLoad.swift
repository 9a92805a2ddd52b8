/// How much one reviewer has to do, and how far it is. Says nothing of scores.
public struct ReviewerLoad: Equatable, Sendable {
  /// Person id.
  public let reviewer: String
  /// Applications that are assigned.
  public let assigned: Figure
  /// Submitted and not sent back.
  public let submitted: Figure
  /// Begun.
  public let drafts: Figure
  /// Sent back.
  public let returned: Figure
  /// Stayed away from.
  public let recused: Figure
  /// Assigned and not begun.
  public let untouched: Figure
  /// Assigned, neither submitted nor stayed away from, after the date `reviewEnds`.
  public let overdue: Figure

  /// Everybody who reviews or has a sheet, by id.
  static func all(_ facts: WorkspaceFacts, at now: String) -> [ReviewerLoad] {
    var people = Set(facts.roster.people.filter { $0.roles.contains(.reviewer) }.map(\.id))
    for application in facts.applications {
      people.formUnion(application.assignment?.reviewers ?? [])
      people.formUnion(application.reviews.map(\.reviewer))
    }
    let end = facts.program.date("reviewEnds").flatMap { PointInTime($0.at) }
    let isLate = zip(end, PointInTime(now)).map { $0 < $1 } ?? false
    return people.sorted { $0.precedesBytes(of: $1) }.map { ReviewerLoad($0, facts.applications, isLate: isLate) }
  }

  private init(_ reviewer: String, _ all: [ApplicationFacts], isLate: Bool) {
    self.reviewer = reviewer
    var lists: [State: [String]] = [:]
    var assigned: [String] = []
    var overdue: [String] = []
    for application in all {
      let isAssigned = application.assignment?.reviewers.contains(reviewer) ?? false
      let sheet = application.reviews.first { $0.reviewer == reviewer }
      guard isAssigned || sheet != nil else { continue }
      let state = State(sheet)
      if isAssigned { assigned.append(application.id) }
      if isAssigned || state != .untouched { lists[state, default: []].append(application.id) }
      if isAssigned, isLate, state != .submitted, state != .recused { overdue.append(application.id) }
    }
    self.assigned = Figure(assigned)
    self.overdue = Figure(overdue)
    submitted = Figure(lists[.submitted] ?? [])
    drafts = Figure(lists[.draft] ?? [])
    returned = Figure(lists[.returned] ?? [])
    recused = Figure(lists[.recused] ?? [])
    untouched = Figure(lists[.untouched] ?? [])
  }

  private enum State {
    case untouched, draft, submitted, returned, recused

    init(_ sheet: Review?) {
      guard let sheet else {
        self = .untouched
        return
      }
      if sheet.declaration?.isRecusal == true {
        self = .recused
      } else {
        switch sheet.state {
        case .draft: self = .draft
        case .submitted: self = .submitted
        case .returned: self = .returned
        }
      }
    }
  }
}

/// Both, or nil.
private func zip<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
  if let a, let b { (a, b) } else { nil }
}
