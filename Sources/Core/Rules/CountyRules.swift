/// R01 the county's delivery, R17 its papers, and R29 to R35 between its table and the forms.
extension RuleBook {
  /// What the rules say of one county and of its applications together.
  ///
  /// - Parameters:
  ///   - unit: the recommending unit (县市区).
  ///   - summary: its summary table (附件3); nil when none was taken in.
  ///   - applications: applications of any county; those of others are passed over.
  public func findings(
    county unit: Program.Unit, summary: CountySummary?, applications: [Application]
  ) -> [Finding] {
    let own = applications.filter { $0.unit.hasSameBytes(as: unit.key) }
    guard let summary else {
      guard !own.isEmpty else { return [] }
      // Nobody knows that a table which is not here was not sent.
      let missing = county(unit, "R17", .human, at: "summary", .summaryMissing)
      return Self.sorted([missing].compactMap { $0 } + CrossCheck.units(own, program: program))
    }
    var found = receipt(unit, summary, own)
    if summary.letter == nil {
      found.append(county(unit, "R17", .human, at: "letter", .letterUnknown, isStanding: true))
    }
    let crossed = CrossCheck.findings(summary: summary, applications: own, program: program)
    return Self.sorted(found.compactMap { $0 } + crossed)
  }

  /// One receipt by the city governs every form that came with it and has none of its own.
  private func receipt(_ unit: Program.Unit, _ summary: CountySummary, _ own: [Application]) -> [Finding?] {
    var found: [Finding?] = []
    for fact in DeadlineRule.facts(receipt: summary.receivedByCity, limits) {
      let path = "received.byCity"
      switch fact {
      case .receivedLate:
        found.append(county(unit, "R01", nil, at: path, fact))
        for application in own where application.received.byCity == nil {
          found.append(county(unit, "R01", nil, at: path, fact, application: application.id))
        }
      case .receivedOnLastDay: found.append(county(unit, "R01", .information, at: path, fact))
      case .receiptUnknown: found.append(county(unit, "R01", .human, at: path, fact, isStanding: true))
      default: found.append(county(unit, "R01", .human, at: path, fact))
      }
    }
    return found
  }

  private func county(
    _ unit: Program.Unit, _ rule: String, _ severity: Severity?, at path: String, _ fact: FormFact,
    application: String? = nil, isStanding: Bool = false
  ) -> Finding? {
    guard let usual = Self.severity(of: rule, in: program) else { return nil }
    return Finding(
      rule: rule, severity: severity ?? usual, unit: unit.key, application: application, path: path, fact: .form(fact),
      isStanding: isStanding)
  }
}

extension RuleBook {
  /// What the rules say of a whole workspace.
  public struct Examined: Equatable, Sendable {
    /// Findings by application id, the most severe first: its own, those against its county's table, and repeated filings.
    public internal(set) var applications: [String: [Finding]] = [:]
    /// Findings about counties as a whole, in the order of the programme.
    public internal(set) var counties: [Finding] = []
  }

  /// Examines applications together with the summary tables of their counties.
  public func examine(_ applications: [Application], summaries: [CountySummary]) -> Examined {
    var found: [String: [Finding]] = [:]
    for application in applications { found[application.id] = findings(application) }
    var counties: [Finding] = []
    let byCounty = program.units.flatMap { unit in
      let summary = summaries.first { $0.unit.hasSameBytes(as: unit.key) }
      return findings(county: unit, summary: summary, applications: applications)
    }
    for finding in byCounty + findings(among: applications) {
      if let id = finding.application, found[id] != nil {
        found[id]?.append(finding)
      } else {
        counties.append(finding)
      }
    }
    return Examined(applications: found.mapValues(Self.sorted), counties: counties)
  }
}
