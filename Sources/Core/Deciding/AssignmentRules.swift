/// A change of who reviews or inspects an application (评审分组).
public enum AssignmentEdit: Equatable, Sendable {
  /// 分配 somebody as a reviewer or an inspector.
  case add(String, PersonRole)
  /// 撤下 somebody. A sheet that was begun is kept.
  case remove(String)
}

/// Why somebody cannot be put on an application or taken off it. Nothing was changed.
public enum AssignmentRefusal: Error, Equatable, Sendable {
  /// There is no such person.
  case unknownPerson(String)
  /// The person has not this role.
  case lacksRole(String, PersonRole)
  /// Who supervises does not score.
  case isSupervisor(String)
  /// The person has the other role on this application.
  case otherRole(String, PersonRole)
  /// The person declared a conflict of interests (已申报回避).
  case recused(String, Declaration.Ground)
  /// The employer is close to the applicant or its operator: only with a reason.
  case conflict(String, ConflictHint)
  /// The person is on the application in this role.
  case alreadyOn(String)
  /// The person is not on the application.
  case notOn(String)
  /// The person has begun a sheet: only with a reason.
  case hasSheet(String)
  /// The person is an inspector of a planned visit: only with a reason.
  case hasVisit(String, visit: String)
  /// There is nothing to change.
  case nothing
  /// What would be written does not read back as the same.
  case doesNotReadBack
}

/// What a supervisor should know of a panel.
public enum AssignmentWarning: Equatable, Sendable {
  /// Fewer reviewers than valid sheets are needed.
  case belowMinimum(count: Int, minimum: Int)
  /// Another number of reviewers than the policy asks for.
  case notSize(count: Int, size: Int)
  /// An even number of reviewers; an odd one is recommended.
  case even(count: Int)
  /// Fewer inspectors than a visit needs.
  case fewInspectors(count: Int, minimum: Int)
  /// The employer is, or may be, close to somebody behind the application.
  case conflict(String, ConflictHint)
  /// The application was not accepted yet.
  case notAccepted(Stage)
}

/// The rules of panels: roles, conflicts, sizes. Pure.
public struct AssignmentRules: Sendable {
  /// What is known of an application and of who is on it.
  public struct Facts: Equatable, Sendable {
    /// The application.
    public var application: Application
    /// Sheets that there are, by reviewer.
    public var sheets: [Review]
    /// Inspectors of visits that are not signed by everybody, with the visit.
    public var visitors: [(person: String, visit: String)]

    /// Facts.
    public init(application: Application, sheets: [Review] = [], visitors: [(person: String, visit: String)] = []) {
      self.application = application
      self.sheets = sheets
      self.visitors = visitors
    }

    /// Whether both are the same.
    public static func == (left: Facts, right: Facts) -> Bool {
      left.application == right.application && left.sheets == right.sheets
        && left.visitors.elementsEqual(right.visitors) { $0 == $1 }
    }
  }

  let program: Program
  let roster: Roster
  let facts: Facts

  /// The rules for an application.
  public init(program: Program, roster: Roster, facts: Facts) {
    self.program = program
    self.roster = roster
    self.facts = facts
  }

  /// Makes `edit`; a reason lets pass what needs one.
  func apply(
    _ edit: AssignmentEdit, to assignment: inout Assignment, reason: String, by: String, at: String
  ) throws(AssignmentRefusal) {
    switch edit {
    case .add(let id, let role):
      try check(id, role, assignment, reason)
      if role == .reviewer { assignment.reviewers.append(id) } else { assignment.inspectors.append(id) }
      assignment.changes.append(
        Assignment.Change(act: .add, role: role, person: id, reason: reason, by: by, at: at))
    case .remove(let id):
      func isID(_ other: String) -> Bool { other.hasSameBytes(as: id) }
      let role: PersonRole
      if assignment.reviewers.contains(where: isID) {
        role = .reviewer
        if reason.isEmpty, facts.sheets.contains(where: { isID($0.reviewer) }) { throw .hasSheet(id) }
        assignment.reviewers.removeAll(where: isID)
      } else if assignment.inspectors.contains(where: isID) {
        role = .inspector
        if reason.isEmpty, let visit = facts.visitors.first(where: { isID($0.person) }) {
          throw .hasVisit(id, visit: visit.visit)
        }
        assignment.inspectors.removeAll(where: isID)
      } else {
        throw .notOn(id)
      }
      assignment.changes.append(
        Assignment.Change(act: .remove, role: role, person: id, reason: reason, by: by, at: at))
    }
  }

  private func check(
    _ id: String, _ role: PersonRole, _ assignment: Assignment, _ reason: String
  ) throws(AssignmentRefusal) {
    guard let person = roster[id] else { throw .unknownPerson(id) }
    if !person.roles.contains(role) { throw .lacksRole(id, role) }
    if role == .reviewer && person.roles.contains(.supervisor) { throw .isSupervisor(id) }
    func holds(_ ids: [String]) -> Bool { ids.contains { $0.hasSameBytes(as: id) } }
    let (own, other) =
      role == .reviewer
      ? (assignment.reviewers, assignment.inspectors) : (assignment.inspectors, assignment.reviewers)
    if holds(own) { throw .alreadyOn(id) }
    if holds(other) { throw .otherRole(id, role == .reviewer ? .inspector : .reviewer) }
    let sheet = facts.sheets.first { $0.reviewer.hasSameBytes(as: id) }
    if let ground = sheet?.declaration?.ground { throw .recused(id, ground) }
    if role == .inspector && sheet != nil { throw .otherRole(id, .reviewer) }
    if role == .reviewer && facts.visitors.contains(where: { $0.person.hasSameBytes(as: id) }) {
      throw .otherRole(id, .inspector)
    }
    if reason.isEmpty, let hint = hints(of: person).first(where: \.isClose) { throw .conflict(id, hint) }
  }

  private func hints(of person: Person) -> [ConflictHint] { ConflictHint.all(of: person, facts.application) }

  /// What to know of `assignment`, with the hints about everybody who was put on by `edits`.
  public func warnings(_ assignment: Assignment, after edits: [AssignmentEdit], stage: Stage) -> [AssignmentWarning] {
    var found: [AssignmentWarning] = []
    for case .add(let id, _) in edits {
      if let person = roster[id], let hint = hints(of: person).first { found.append(.conflict(id, hint)) }
    }
    let count = assignment.reviewers.count
    let minimum = program.policyNumber("panel.minimum") ?? 3
    let size = program.policyNumber("panel.size") ?? 5
    if count > 0 || assignment.inspectors.isEmpty {
      if count < minimum {
        found.append(.belowMinimum(count: count, minimum: minimum))
      } else {
        if count != size { found.append(.notSize(count: count, size: size)) }
        if count % 2 == 0 { found.append(.even(count: count)) }
      }
    }
    let inspectors = program.policyNumber("visit.inspectors") ?? 2
    if !assignment.inspectors.isEmpty, assignment.inspectors.count < inspectors {
      found.append(.fewInspectors(count: assignment.inspectors.count, minimum: inspectors))
    }
    if [.registered, .formalCheck, .supplement, .refused].contains(stage) { found.append(.notAccepted(stage)) }
    return found
  }
}

extension ConflictHint {
  /// Whether the employer is the applicant or its operator; a mention in a text may be chance.
  public var isClose: Bool {
    switch self {
    case .applicant, .partner: true
    case .mentioned: false
    }
  }
}
