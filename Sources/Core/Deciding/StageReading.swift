/// Where an application stands: what supervisors recorded together with what the files show. The one function for the
/// list, the console, queries and figures.
///
/// Recorded: formal check, notice, acceptance, refusal, referral to the meeting, decision, publicity, entry, revocation.
/// From the files: 评审中, 评审完成, 待核查 and 核查完成 (after acceptance), 异议处理 (during publicity). Where both contradict each
/// other the recorded stage is shown, and the contradiction is named.
public struct StageReading: Equatable, Sendable {
  /// The stage.
  public let stage: Stage
  /// The last recorded stage; 已登记 when none was recorded.
  public let recorded: Stage
  /// What does not fit together.
  public let contradictions: [StageContradiction]

  /// The stage by `decision` and `facts`.
  public init(_ decision: Decision, _ facts: StageFacts) {
    let recorded = decision.moves.last?.to ?? .registered
    self.recorded = recorded
    var found: [StageContradiction] = []
    switch recorded {
    case .registered:
      stage = facts.derived ?? .registered
      if facts.derived != nil { found.append(.notAccepted) }
    case .accepted: stage = facts.derived ?? .accepted
    case .published: stage = decision.objections.contains(where: \.isOpen) ? .objection : .published
    default: stage = recorded
    }
    switch recorded {
    case .formalCheck, .supplement, .refused:
      if !facts.counted.isEmpty { found.append(.sheetsBeforeAcceptance(recorded)) }
    case .awaitingDecision, .proposed, .notProposed, .published, .listed:
      if facts.submitted < facts.needed {
        found.append(.reviewsOpen(recorded, submitted: facts.submitted, needed: facts.needed))
      }
      if facts.submitted < facts.minimumSheets {
        found.append(.tooFewSheets(recorded, valid: facts.submitted, minimum: facts.minimumSheets))
      }
      if !facts.visits.allSatisfy({ $0 }) { found.append(.visitOpen(recorded)) }
    default: break
    }
    contradictions = found + decision.disorder
  }
}

/// What does not fit together in an application's way through the procedure.
public enum StageContradiction: Equatable, Sendable {
  /// There are sheets, and no formal check was ever recorded. Only worth knowing: workspaces of old have none.
  case notAccepted
  /// There are sheets although the application was not accepted.
  case sheetsBeforeAcceptance(Stage)
  /// It went to the meeting or further while sheets are not submitted.
  case reviewsOpen(Stage, submitted: Int, needed: Int)
  /// It went to the meeting or further with fewer valid sheets than the policy asks for.
  case tooFewSheets(Stage, valid: Int, minimum: Int)
  /// It went to the meeting or further while a visit is not signed by everybody.
  case visitOpen(Stage)
  /// An open objection stands against an application that is public; it keeps it out of the library.
  case openObjection(id: String)
  /// An application is in the library with an open objection.
  case listedWithObjection(id: String)
  /// It was entered into the library before its publicity was over.
  case listedEarly(at: String, end: String)
  /// A step that must not follow the one before; `step` counts from 1.
  case outOfOrder(step: Int, from: Stage, to: Stage)
  /// A step is dated before the one before it; `step` counts from 1.
  case timeRunsBack(step: Int, from: String, to: String)
  /// A decision without the paper that it rests on.
  case noDocument(step: Int, Stage)
  /// Publicity without its days.
  case noWindow(step: Int)
  /// A person who is not in the roster.
  case unknownPerson(String)
  /// A person who wrote here and is no supervisor.
  case notSupervisor(String)
  /// Who looks into an objection reviews or inspects the application.
  case handlerOnFile(objection: String, person: String)

  /// Whether it is only worth knowing.
  public var isOnlyNotice: Bool {
    switch self {
    case .notAccepted, .openObjection: true
    default: false
    }
  }
}

extension Decision {
  /// The days of publicity that count now; nil when it was never published.
  public var window: StageMove.Window? { moves.last { $0.window != nil }?.window }

  /// What does not fit in the records themselves.
  var disorder: [StageContradiction] {
    var found: [StageContradiction] = []
    var stage = Stage.registered
    var last: StageMove?
    var window: StageMove.Window?
    for (index, move) in moves.enumerated() {
      let step = index + 1
      if !stage.isFollowed(by: move.to, withReason: !move.reason.isEmpty) {
        found.append(.outOfOrder(step: step, from: stage, to: move.to))
      }
      if let last, let before = PointInTime(last.at), let after = PointInTime(move.at), after < before {
        found.append(.timeRunsBack(step: step, from: last.at, to: move.at))
      }
      switch move.to {
      case .proposed, .notProposed, .revoked:
        let isBack = stage.earlier.contains(move.to) && !stage.next.contains(move.to)
        if move.document == nil && !isBack { found.append(.noDocument(step: step, move.to)) }
      case .published:
        let isBack = stage.earlier.contains(move.to)
        window = move.window ?? window
        if move.window == nil && !isBack { found.append(.noWindow(step: step)) }
      case .listed:
        if let window, (WorkingCalendar.days(from: window.end, to: move.at) ?? 1) <= 0 {
          found.append(.listedEarly(at: move.at, end: window.end))
        }
      default: break
      }
      (stage, last) = (move.to, move)
    }
    for objection in objections where objection.isOpen {
      if stage == .listed { found.append(.listedWithObjection(id: objection.id)) }
      if stage == .published { found.append(.openObjection(id: objection.id)) }
    }
    return found
  }

  /// Persons who wrote here and should not have, or whom nobody knows; and handlers who are on the file.
  func strangers(_ roster: Roster, onFile: [String]) -> [StageContradiction] {
    var found: [StageContradiction] = []
    let writers =
      moves.map(\.by) + verdicts.map(\.by) + notices.map(\.by)
      + notices.flatMap { $0.items.compactMap { $0.closed?.by } }
      + objections.map(\.by) + returns.map(\.by)
    for id in Set(writers).sorted(by: { $0.precedesBytes(of: $1) }) {
      if let person = roster[id] {
        if !person.roles.contains(.supervisor) { found.append(.notSupervisor(id)) }
      } else {
        found.append(.unknownPerson(id))
      }
    }
    for objection in objections {
      guard let handler = objection.handler else { continue }
      if roster[handler] == nil { found.append(.unknownPerson(handler)) }
      if onFile.contains(where: { $0.hasSameBytes(as: handler) }) {
        found.append(.handlerOnFile(objection: objection.id, person: handler))
      }
    }
    return found
  }
}
