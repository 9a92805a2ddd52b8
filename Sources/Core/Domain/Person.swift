/// What a person does in the review.
public enum PersonRole: String, CaseIterable, Sendable {
  /// 评审专家.
  case reviewer
  /// 核查员.
  case inspector
  /// 督导.
  case supervisor
}

/// One person of `people.json`.
public struct Person: Equatable, Sendable {
  /// Identifier, also the name of the person's files.
  public let id: String
  /// Name as shown.
  public let name: String
  /// What the person may do.
  public let roles: [PersonRole]
  /// Unit the person belongs to, if any.
  public let unit: String?
  /// Employer, for the check of interests (回避).
  public let employer: String?
  /// Fields of expertise, for mixed panels: keys of the policy `panel.expertise`. Empty in a file that has none.
  public let expertise: [String]

  /// A person made by hand.
  public init(
    id: String, name: String, roles: [PersonRole], unit: String? = nil, employer: String? = nil,
    expertise: [String] = []
  ) {
    self.id = id
    self.expertise = expertise
    self.name = name
    self.roles = roles
    self.unit = unit
    self.employer = employer
  }

  init(_ reader: FieldReader) throws(FieldError) {
    id = try reader.identifier("id")
    name = try reader.text("name") ?? id
    let allowed = PersonRole.allCases.map(\.rawValue)
    roles = try reader.list("roles") { (value, path) throws(FieldError) in
      guard case .string(let text) = value, let role = PersonRole(rawValue: text) else {
        throw FieldError(path: path, expected: .oneOf(allowed), found: value)
      }
      return role
    }
    unit = try reader.text("unit")
    employer = try reader.text("employer")
    expertise = try reader.texts("expertise")
  }
}

/// The roster (`people.json`).
public struct Roster: Equatable, Sendable {
  /// Everybody, in the order of the file.
  public let people: [Person]

  /// A roster made by hand.
  public init(people: [Person]) { self.people = people }

  /// Reads `people.json`.
  public init(json: JSONValue) throws(FieldError) {
    let root = try FieldReader(json)
    try root.requireSchema(.people)
    people = try root.objects("people", Person.init)
  }

  /// The person with this id.
  public subscript(id: String) -> Person? {
    people.first { $0.id.utf8.elementsEqual(id.utf8) }
  }
}
