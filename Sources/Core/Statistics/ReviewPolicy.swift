/// What the bureau decides about totals, ranks, flags and panels: the values of `policy` in `program.json`, or the defaults
/// where the file has none. The notice says nothing about any of them.
public struct ReviewPolicy: Equatable, Sendable {
  /// A value of the policy that the program does not understand; nothing is computed with a guess.
  public struct Fault: Error, Equatable, Sendable {
    /// Key of the policy.
    public let key: String
    /// What stands there.
    public let found: JSONValue
  }

  /// What a visit (现场核查) does to the ranking.
  public enum OnsiteEffect: String, CaseIterable, Sendable {
    /// 不通过 takes the application out of the ranking; scores stay.
    case gate
    /// The same panel scores again; the ranking takes the sheets as they stand.
    case rescore
  }

  /// Criteria that together need a share of their maximum.
  public struct Floor: Equatable, Sendable {
    /// Ids of the criteria.
    public let criteria: [String]
    /// Lowest share, in percent.
    public let percent: Int
  }

  /// Most proposals a county.
  public struct Quota: Equatable, Sendable {
    /// For every unit that is not named; nil is no limit.
    public let each: Int?
    /// By key of the unit.
    public let units: [String: Int]
    /// The limit of a unit; nil is none.
    public func limit(_ unit: String) -> Int? { units[unit] ?? each }
  }

  /// From when on a score is marked (偏离提示). Marks never change a score.
  public struct OutlierLimits: Equatable, Sendable {
    /// Percent of the mean from which a total is marked.
    public let percent: Int
    /// Tenths of a point from which a total is marked.
    public let points: Int
    /// Percent of the mean from which a note is mandatory.
    public let notePercent: Int
    /// Tenths of a point: a reviewer whose standard deviation over all files is below is marked.
    public let spread: Int
  }

  /// How many sheets or applications a figure needs before it is given.
  public struct Samples: Equatable, Sendable {
    /// Applications with at least two sheets, for agreement.
    public let agreement: Int
    /// Applications with at least two sheets, and degrees of freedom left, for the severity-adjusted score.
    public let severity: Int
    /// Sheets of one reviewer, before a small spread is marked.
    public let spread: Int
  }

  /// Somebody of this field should sit on every panel.
  public struct Expertise: Equatable, Sendable {
    /// Key as in `people.json`.
    public let field: String
    /// How many.
    public let atLeast: Int
  }

  /// How sheets become a score.
  public let method: AggregationMethod
  /// Reviewers of an application.
  public let panelSize: Int
  /// Fewest valid sheets that give a score.
  public let minimumSheets: Int
  /// Lowest score that is proposed, in hundredths.
  public let passLine: Int
  /// What must be reached besides.
  public let floor: Floor
  /// Most proposals; nil is no limit.
  public let top: Int?
  /// Most proposals a county.
  public let quota: Quota
  /// Groups of criteria that break ties, one after the other.
  public let ties: [[String]]
  /// What a failed visit does.
  public let onsite: OnsiteEffect
  /// Marks.
  public let outliers: OutlierLimits
  /// Sizes of samples.
  public let samples: Samples
  /// Most applications of one reviewer; nil is no limit.
  public let capacity: Int?
  /// Mixed expertise of panels.
  public let expertise: [Expertise]

  /// The policy of `program`; throws for a value that is none.
  public init(_ program: Program) throws(Fault) {
    let read = PolicyReader(program: program)
    let word = try read.text("aggregate.method") ?? "trimmed-mean-from-5"
    guard let method = AggregationMethod(word: word) else {
      throw Fault(key: "aggregate.method", found: .string(word))
    }
    self.method = method
    panelSize = try read.count("panel.size") ?? 5
    minimumSheets = try max(1, read.count("panel.minimum") ?? 3)
    passLine = try read.number("pass.total", places: 2) ?? 7000
    floor = Floor(
      criteria: try read.texts("pass.floorCriteria") ?? ["C04", "C05"], percent: try read.count("pass.need5G") ?? 60)
    top = try read.count("pass.top")
    quota = try read.quota("pass.quota")
    ties =
      try read.groups("rank.ties") ?? [
        ["C04", "C05"], ["C09", "C10"], ["C06", "C07", "C08"], ["C01", "C02", "C03"],
      ]
    let effect = try read.text("onsite.effect") ?? OnsiteEffect.gate.rawValue
    guard let onsite = OnsiteEffect(rawValue: effect) else {
      throw Fault(key: "onsite.effect", found: .string(effect))
    }
    self.onsite = onsite
    outliers = OutlierLimits(
      percent: try read.count("outlier.percent") ?? 15, points: try read.number("outlier.points", places: 1) ?? 120,
      notePercent: try read.count("outlier.notePercent") ?? 30,
      spread: try read.number("outlier.spread", places: 1) ?? 30)
    samples = Samples(
      agreement: try read.count("sample.agreement") ?? 5, severity: try read.count("sample.severity") ?? 5,
      spread: try read.count("sample.spread") ?? 5)
    capacity = try read.count("panel.capacity")
    expertise = try read.expertise("panel.expertise")
    for id in floor.criteria + ties.flatMap({ $0 }) where program.rubric.criterion(id) == nil {
      let key = floor.criteria.contains(id) ? "pass.floorCriteria" : "rank.ties"
      // A rubric without these criteria and a policy that does not name them: the defaults do not apply.
      if program.policy(key) != nil { throw Fault(key: key, found: .string(id)) }
    }
  }
}

/// Reads the values of the policy; a missing one or null is nil.
private struct PolicyReader {
  let program: Program

  private func value(_ key: String) -> JSONValue? {
    guard let value = program.policy(key)?.value, value != .null else { return nil }
    return value
  }

  func text(_ key: String) throws(ReviewPolicy.Fault) -> String? {
    guard let value = value(key) else { return nil }
    guard case .string(let text) = value else { throw ReviewPolicy.Fault(key: key, found: value) }
    return text
  }

  /// A number from 0 to a million, times 10^`places`.
  func number(_ key: String, places: Int) throws(ReviewPolicy.Fault) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.number?.scaled(by: places), (0...1_000_000).contains(number) else {
      throw ReviewPolicy.Fault(key: key, found: value)
    }
    return number
  }

  func count(_ key: String) throws(ReviewPolicy.Fault) -> Int? { try number(key, places: 0) }

  func texts(_ key: String) throws(ReviewPolicy.Fault) -> [String]? {
    guard let value = value(key) else { return nil }
    return try Self.texts(value, key)
  }

  func groups(_ key: String) throws(ReviewPolicy.Fault) -> [[String]]? {
    guard let value = value(key) else { return nil }
    guard case .array(let items) = value else { throw ReviewPolicy.Fault(key: key, found: value) }
    var groups: [[String]] = []
    for item in items { groups.append(try Self.texts(item, key)) }
    return groups
  }

  /// A number for every unit, or an object from unit to number.
  func quota(_ key: String) throws(ReviewPolicy.Fault) -> ReviewPolicy.Quota {
    guard let value = value(key) else { return ReviewPolicy.Quota(each: nil, units: [:]) }
    guard case .object(let object) = value else { return ReviewPolicy.Quota(each: try count(key), units: [:]) }
    return ReviewPolicy.Quota(each: nil, units: Dictionary(try Self.counts(object, key)) { first, _ in first })
  }

  /// An object from field to number.
  func expertise(_ key: String) throws(ReviewPolicy.Fault) -> [ReviewPolicy.Expertise] {
    guard let value = value(key) else { return [] }
    guard case .object(let object) = value else { throw ReviewPolicy.Fault(key: key, found: value) }
    return try Self.counts(object, key).map { ReviewPolicy.Expertise(field: $0.0, atLeast: $0.1) }
  }

  private static func counts(_ object: JSONObject, _ key: String) throws(ReviewPolicy.Fault) -> [(String, Int)] {
    var counts: [(String, Int)] = []
    for member in object.members {
      guard let number = member.value.number?.int, (0...1_000_000).contains(number) else {
        throw ReviewPolicy.Fault(key: key, found: .object(object))
      }
      counts.append((member.key, number))
    }
    return counts
  }

  private static func texts(_ value: JSONValue, _ key: String) throws(ReviewPolicy.Fault) -> [String] {
    guard case .array(let items) = value else { throw ReviewPolicy.Fault(key: key, found: value) }
    var texts: [String] = []
    for item in items {
      guard case .string(let text) = item else { throw ReviewPolicy.Fault(key: key, found: value) }
      texts.append(text)
    }
    return texts
  }
}
