/// Who may do what: one rule for the console and every command.
public enum Permission {
  /// An act on a record.
  public enum Act: Equatable, Sendable {
    /// Writing a reviewer's score sheet (评分).
    case score(reviewer: RecordID)
    /// Writing a visit (现场核查).
    case inspect
    /// Teaching which metric names mean the same (指标名称归并), for every later comparison.
    case teachNames
    /// Assigning reviewers and inspectors, returning a sheet, deciding.
    case supervise
  }

  /// Why a person may not.
  public enum Denial: Error, Equatable, Sendable {
    /// No such person in the roster.
    case unknownPerson(String)
    /// The person has not this role.
    case lacksRole(PersonRole)
    /// A person with this role must not do it: who supervises or inspects does not score.
    case hasRole(PersonRole)
    /// The sheet belongs to another reviewer.
    case belongsTo(String)
    /// The application is assigned, and not to this person.
    case notAssigned
    /// The person inspects this application and must not score it, or the other way round (one role on one file).
    case otherRoleOnFile(PersonRole)
    /// The sheet was submitted and is locked until a supervisor returns it.
    case locked
    /// The visit is signed and sealed; later acts stand in their own files.
    case sealed
    /// The visit is written by its lead inspector (组长).
    case onlyLead(String)
    /// The person is not one of the visit's inspectors.
    case notAtVisit
  }

  /// Throws when `person` may not do `act` on an application with this assignment (nil: nobody was assigned yet).
  public static func check(_ act: Act, by person: Person, assignment: Assignment?) throws(Denial) {
    switch act {
    case .score(let reviewer):
      try require(.reviewer, of: person)
      if person.roles.contains(.supervisor) { throw .hasRole(.supervisor) }
      guard reviewer.text.hasSameBytes(as: person.id) else { throw .belongsTo(reviewer.text) }
      if contains(assignment?.inspectors, person) { throw .otherRoleOnFile(.inspector) }
      try requireAssigned(person, among: assignment?.reviewers)
    case .inspect:
      try require(.inspector, of: person)
      if contains(assignment?.reviewers, person) { throw .otherRoleOnFile(.reviewer) }
      try requireAssigned(person, among: assignment?.inspectors)
    case .teachNames: if person.roles.isEmpty { throw .lacksRole(.reviewer) }
    case .supervise: try require(.supervisor, of: person)
    }
  }

  private static func require(_ role: PersonRole, of person: Person) throws(Denial) {
    if !person.roles.contains(role) { throw .lacksRole(role) }
  }

  /// A list without names means that nobody was assigned for this yet.
  private static func requireAssigned(_ person: Person, among ids: [String]?) throws(Denial) {
    if let ids, !ids.isEmpty, !contains(ids, person) { throw .notAssigned }
  }

  private static func contains(_ ids: [String]?, _ person: Person) -> Bool {
    ids?.contains { $0.hasSameBytes(as: person.id) } == true
  }
}

extension Roster {
  /// The person `id`, who must be in the roster.
  public func person(_ id: String) throws(Permission.Denial) -> Person {
    guard let person = self[id] else { throw .unknownPerson(id) }
    return person
  }
}
