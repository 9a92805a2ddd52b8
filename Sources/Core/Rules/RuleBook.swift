/// The machine-checkable rules of the notice, applied to applications and to counties (形式审查). Pure: no clock, no files.
///
/// A finding only proposes; a person confirms. Missing data never proposes a rejection.
public struct RuleBook: Sendable {
  let program: Program
  let limits: RuleLimits

  /// The rules of a call.
  public init(program: Program) {
    self.program = program
    limits = RuleLimits(program)
  }

  /// What the rules say of one application, the most severe first; findings of one severity by rule.
  public func findings(_ application: Application) -> [Finding] {
    var check = FormCheck(application, program: program, limits: limits)
    check.checkDeadline()
    check.checkPlace()
    check.checkCompletion()
    check.checkEligibility()
    check.checkMetrics()
    check.checkFigures()
    check.checkTexts()
    check.checkPhotos()
    check.checkProofs()
    check.checkPapers()
    check.checkOutline()
    check.checkScenarios()
    check.checkFinance()
    check.checkContacts()
    check.checkCompany()
    check.checkInvestment()
    check.checkJudgements()
    return Self.sorted(check.findings)
  }

  /// Applications of one company for one project (R37), over all counties.
  public func findings(among applications: [Application]) -> [Finding] {
    findings(
      among: applications.map {
        Filing(id: $0.id, unit: $0.unit, company: $0.company.name ?? "", project: $0.project.name ?? "")
      })
  }

  /// What R37 needs of an application, so that a whole workspace fits into memory.
  public struct Filing: Equatable, Sendable {
    let id: String
    let unit: String
    let company: String
    let project: String

    /// An application by its id, recommending unit, 企业名称 and 项目名称.
    public init(id: String, unit: String, company: String, project: String) {
      self.id = id
      self.unit = unit
      self.company = company
      self.project = project
    }
  }

  /// Applications of one company for one project (R37), over all counties.
  public func findings(among filings: [Filing]) -> [Finding] {
    guard let severity = Self.severity(of: "R37", in: program) else { return [] }
    var first: [String: String] = [:]
    var found: [Finding] = []
    for application in filings.sorted(by: { $0.id.precedesBytes(of: $1.id) }) {
      guard !application.company.isEmpty, !application.project.isEmpty else { continue }
      let key = TextFolding.key(application.company) + "\n" + TextFolding.key(application.project)
      if let other = first[key] {
        found.append(
          Finding(
            rule: "R37", severity: severity, unit: application.unit, application: application.id, path: "project.name",
            fact: .form(.filedTwice(other: other))))
      } else {
        first[key] = application.id
      }
    }
    return found
  }

  /// Whether the call has a rule of this id.
  public static func knows(_ rule: String, in program: Program) -> Bool {
    if !program.rules.isEmpty { return program.rule(rule) != nil }
    guard rule.utf8.count == 3, rule.hasPrefix("R"), let number = Int(rule.dropFirst()) else { return false }
    return (1...43).contains(number)
  }

  /// The most severe first, then by rule; findings of one rule stay in the order of the form.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.severity != b.severity { return a.severity < b.severity }
      if !a.rule.hasSameBytes(as: b.rule) { return a.rule.precedesBytes(of: b.rule) }
      return left.offset < right.offset
    }.map(\.element)
  }

  /// What a breach of the rule asks for; nil when the call does not have it. A file without any rules, as they were
  /// before there were rules in it, has them all.
  static func severity(of rule: String, in program: Program) -> Severity? {
    if !program.rules.isEmpty { return program.rule(rule)?.severity }
    switch rule {
    case "R01", "R02", "R03", "R04", "R05": return .reject
    case "R06", "R19", "R37", "R41", "R42": return .human
    case "R20", "R33", "R39", "R43": return .information
    default: return .warning
    }
  }
}
