/// What the files of an application show, apart from what supervisors recorded.
public struct StageFacts: Equatable, Sendable {
  /// A sheet, without anything that is in it.
  public struct Sheet: Equatable, Sendable {
    /// Person id of the reviewer.
    public let reviewer: String
    /// Draft, submitted or returned.
    public let state: Review.State
    /// Whether the reviewer stays away (回避).
    public let isRecused: Bool

    /// A sheet.
    public init(reviewer: String, state: Review.State, isRecused: Bool = false) {
      self.reviewer = reviewer
      self.state = state
      self.isRecused = isRecused
    }

    /// What counts of `review`.
    public init(_ review: Review) {
      self.init(
        reviewer: review.reviewer, state: review.state, isRecused: review.declaration?.isRecusal == true)
    }
  }

  /// Person ids of the assigned reviewers; empty when nobody was assigned.
  public var reviewers: [String]
  /// All sheets that there are, also of persons who were taken off.
  public var sheets: [Sheet]
  /// For each visit, whether every inspector has signed it.
  public var visits: [Bool]
  /// Fewest valid sheets (`panel.minimum`).
  public var minimumSheets: Int

  /// Facts.
  public init(reviewers: [String] = [], sheets: [Sheet] = [], visits: [Bool] = [], minimumSheets: Int = 3) {
    self.reviewers = reviewers
    self.sheets = sheets
    self.visits = visits
    self.minimumSheets = minimumSheets
  }

  /// The sheets that count: of who is assigned (of everybody when nobody is), without those who stay away.
  public var counted: [Sheet] {
    sheets.filter { sheet in
      !sheet.isRecused && (reviewers.isEmpty || reviewers.contains { $0.hasSameBytes(as: sheet.reviewer) })
    }
  }

  /// How many counted sheets are submitted.
  public var submitted: Int { counted.count { $0.state == .submitted } }

  /// How many must be: one of each assigned reviewer who does not stay away, and at least one.
  public var needed: Int {
    let away = sheets.count { sheet in
      sheet.isRecused && reviewers.contains { $0.hasSameBytes(as: sheet.reviewer) }
    }
    return max(1, counted.count, reviewers.count - away)
  }

  /// The stage that follows from sheets and visits; nil while there is no sheet.
  public var derived: Stage? {
    if counted.isEmpty { return nil }
    if submitted < needed { return .reviewing }
    if visits.isEmpty { return .reviewed }
    return visits.allSatisfy { $0 } ? .visited : .awaitingVisit
  }
}
