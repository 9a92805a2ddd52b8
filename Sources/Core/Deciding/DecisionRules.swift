/// The rules by which a supervisor's act becomes a record. Pure: changes a case in memory or refuses with a fact.
public struct DecisionRules: Sendable {
  let program: Program
  let roster: Roster
  let person: Person
  let now: String

  /// The rules of a call, for an act of `person` at `now` (ISO 8601 with zone).
  public init(program: Program, roster: Roster, by person: Person, at now: String) {
    self.program = program
    self.roster = roster
    self.person = person
    self.now = now
  }

  /// Adds `edit` to the case's decision.
  public func apply(_ edit: DecisionEdit, to file: inout DecisionCase) throws(DecisionRefusal) {
    switch edit {
    case .open(let reason):
      if file.reading.recorded == .registered {
        try openIfNew(&file, reason)
      } else {
        try move(to: .formalCheck, reason, &file)
      }
    case .confirm(let rule, let path, let verdict, let note):
      try confirm(rule, path, verdict, note, &file)
    case .notice(let lines, let extra, let reason, let days): try notice(lines, extra, reason, days, &file)
    case .close(let item, let reason): try close(item, reason, &file)
    case .accept(let reason):
      try openIfNew(&file)
      let formal = file.formal
      if !formal.unjudged.isEmpty { throw .unjudged(formal.unjudged) }
      if !formal.unanswered.isEmpty { throw .unanswered(formal.unanswered.map(\.item.id)) }
      if !formal.open.isEmpty { throw .openFindings(formal.open.map(\.finding)) }
      try move(to: .accepted, reason, &file)
    case .refuse(let reason):
      if reason.isEmpty { throw .noReason(.refused) }
      try openIfNew(&file)
      try move(to: .refused, reason, &file)
    case .refer(let reason):
      try checkStep(to: .awaitingDecision, file)
      try checkSheets(file)
      try move(to: .awaitingDecision, reason, &file)
    case .decide(let isYes, let paper, let reason): try decide(isYes, paper, reason, &file)
    case .publish(let start, let days, let reason): try publish(start, days, reason, &file)
    case .list(let reason): try list(reason, &file)
    case .revoke(let paper, let reason):
      if reason.isEmpty { throw .noReason(.revoked) }
      try check(paper, .revoked)
      try checkStep(to: .revoked, file)
      append(StageMove(to: .revoked, by: person.id, at: now, reason: reason), paper: paper, &file)
    case .back(let stage, let reason):
      let current = file.reading.stage
      guard current.earlier.contains(stage), file.reading.recorded != stage else {
        throw .noStep(from: current, to: stage)
      }
      if reason.isEmpty { throw .noReason(stage) }
      append(StageMove(to: stage, by: person.id, at: now, reason: reason), paper: nil, &file)
    case .object(let new): try object(new, &file)
    case .handle(let id, let work): try handle(id, work, &file)
    }
  }

  // MARK: - Steps

  func checkStep(to stage: Stage, _ file: DecisionCase) throws(DecisionRefusal) {
    let current = file.reading.stage
    if !current.next.contains(stage) { throw .noStep(from: current, to: stage) }
  }

  func move(to stage: Stage, _ reason: String, _ file: inout DecisionCase) throws(DecisionRefusal) {
    try checkStep(to: stage, file)
    append(StageMove(to: stage, by: person.id, at: now, reason: reason), paper: nil, &file)
  }

  private func append(_ move: StageMove, paper: StageMove.Paper?, _ file: inout DecisionCase) {
    var move = move
    move.document = paper
    file.decision.moves.append(move)
  }

  /// The formal check begins with the first act of it.
  private func openIfNew(_ file: inout DecisionCase, _ reason: String = "") throws(DecisionRefusal) {
    // Sheets that were begun without a recorded check do not stand in its way: it is made up for.
    if file.reading.recorded == .registered {
      append(StageMove(to: .formalCheck, by: person.id, at: now, reason: reason), paper: nil, &file)
    }
  }

  private func checkSheets(_ file: DecisionCase) throws(DecisionRefusal) {
    if file.facts.submitted < file.facts.minimumSheets {
      throw .tooFewSheets(valid: file.facts.submitted, minimum: file.facts.minimumSheets)
    }
  }

  private func check(_ paper: StageMove.Paper, _ stage: Stage) throws(DecisionRefusal) {
    if paper.number.isEmpty { throw .noDocument(stage) }
    guard let late = WorkingCalendar.days(from: now, to: paper.date) else { throw .noDay(paper.date) }
    if late > 0 { throw .future(paper.date) }
  }

  private func decide(
    _ isYes: Bool, _ paper: StageMove.Paper, _ reason: String, _ file: inout DecisionCase
  ) throws(DecisionRefusal) {
    let stage: Stage = isYes ? .proposed : .notProposed
    try checkStep(to: stage, file)
    try checkSheets(file)
    try check(paper, stage)
    if reason.isEmpty {
      guard let proposal = file.proposal else { throw .noProposal }
      if proposal.isYes != isYes { throw .deviates(from: proposal) }
    }
    var move = StageMove(to: stage, by: person.id, at: now, reason: reason)
    move.proposal = file.proposal
    append(move, paper: paper, &file)
  }

  private func publish(
    _ start: String, _ days: Int?, _ reason: String, _ file: inout DecisionCase
  ) throws(DecisionRefusal) {
    try checkStep(to: .published, file)
    let days = days ?? program.policyNumber("publicity.workingDays") ?? 5
    guard let first = CalendarDate(start), first.isDay else { throw .noDay(start) }
    guard days > 0, let end = program.inspection.calendar.adding(days, to: start) else { throw .days(days) }
    if let decided = file.decision.moves.last(where: { $0.to == .proposed && $0.document != nil })?.document?.date,
      let early = WorkingCalendar.days(from: decided, to: start), early < 0
    {
      throw .beforeDecision(start: start, decided: decided)
    }
    var move = StageMove(to: .published, by: person.id, at: now, reason: reason)
    move.window = StageMove.Window(start: start, end: end.day, workingDays: days, isExact: end.isExact)
    append(move, paper: nil, &file)
  }

  private func list(_ reason: String, _ file: inout DecisionCase) throws(DecisionRefusal) {
    let open = file.decision.objections.filter(\.isOpen).map(\.id)
    if file.reading.stage == .objection { throw .openObjections(open) }
    try checkStep(to: .listed, file)
    guard let window = file.decision.window else { throw .neverPublic }
    guard let past = WorkingCalendar.days(from: window.end, to: now), past > 0 else {
      throw .stillPublic(end: window.end)
    }
    try move(to: .listed, reason, &file)
  }
}

extension Program {
  /// The whole number that the bureau set for `key`; nil when it set none.
  public func policyNumber(_ key: String) -> Int? { policy(key)?.value.number?.int }
}
