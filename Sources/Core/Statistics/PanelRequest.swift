/// What a panel proposal (评审分组建议) starts from.
public struct PanelRequest: Equatable, Sendable {
  /// Why a reviewer cannot sit on the panel of an application.
  public enum Bar: Equatable, Sendable {
    /// Who supervises does not score.
    case supervisor
    /// Inspects this application.
    case inspector
    /// Declared to stay away (回避).
    case recused
    /// The employer resembles the applicant, an operator or a supplier.
    case conflict(ConflictHint)
  }

  /// An application that needs a panel.
  public struct Item: Equatable, Sendable {
    /// The application.
    public let application: String
    /// Reviewers who are assigned already; they stay.
    public let assigned: [String]
    /// Who cannot be added, by person id; an assigned one who is named here stays in the file but takes no seat.
    public let barred: [String: Bar]

    /// An item.
    public init(application: String, assigned: [String] = [], barred: [String: Bar] = [:]) {
      self.application = application
      self.assigned = assigned
      self.barred = barred
    }

    /// Assigned reviewers who hold a seat.
    var seated: [String] { assigned.filter { barred[$0] == nil } }
  }

  /// Somebody who may review.
  public struct Reviewer: Equatable, Sendable {
    /// Person id.
    public let id: String
    /// Fields of expertise.
    public let expertise: [String]

    /// A reviewer.
    public init(id: String, expertise: [String] = []) {
      self.id = id
      self.expertise = expertise
    }
  }

  /// The applications.
  public let items: [Item]
  /// Everybody with the role of a reviewer who supervises nothing.
  public let reviewers: [Reviewer]
  /// Reviewers of each application.
  public let size: Int
  /// Most applications of one reviewer, with those that are assigned already; nil is no limit.
  public let capacity: Int?
  /// Mixed expertise, as far as there are people.
  public let expertise: [ReviewPolicy.Expertise]

  /// A request made by hand.
  public init(
    items: [Item], reviewers: [Reviewer], size: Int, capacity: Int? = nil, expertise: [ReviewPolicy.Expertise] = []
  ) {
    self.items = items
    self.reviewers = reviewers
    self.size = size
    self.capacity = capacity
    self.expertise = expertise
  }

  /// A request for the applications `facts` of a workspace.
  public init(_ facts: [ApplicationFacts], roster: Roster, policy: ReviewPolicy) {
    let able = roster.people.filter { $0.roles.contains(.reviewer) && !$0.roles.contains(.supervisor) }
    reviewers = able.map { Reviewer(id: $0.id, expertise: $0.expertise) }
    items = facts.map { facts in
      var barred: [String: Bar] = facts.hints.mapValues { .conflict($0) }
      for id in facts.assignment?.inspectors ?? [] { barred[id] = .inspector }
      for review in facts.reviews where review.declaration?.isRecusal == true { barred[review.reviewer] = .recused }
      for person in roster.people where person.roles.contains(.supervisor) { barred[person.id] = .supervisor }
      return Item(application: facts.id, assigned: facts.assignment?.reviewers ?? [], barred: barred)
    }
    size = policy.panelSize
    capacity = policy.capacity
    expertise = policy.expertise
  }
}
