/// One act of a supervisor on an application's way through the procedure.
public enum DecisionEdit: Equatable, Sendable {
  /// 开始形式审查.
  case open(reason: String)
  /// 逐项确认: of one finding, or of every finding of the rule where `path` is nil. Opens the formal check.
  case confirm(rule: String, path: String?, FindingVerdict.Verdict, note: String)
  /// 补正通知: everything that is open, in the words of `lines`, and `extra` that a person found.
  case notice(lines: [NoticeLine], extra: [String], reason: String, workingDays: Int?)
  /// 手工办结补正事项.
  case close(item: String, reason: String)
  /// 形式审查通过. Opens the formal check where nothing was found.
  case accept(reason: String)
  /// 不予受理.
  case refuse(reason: String)
  /// 提请会议决定.
  case refer(reason: String)
  /// 会议决定: 拟入选 or 不入选.
  case decide(isYes: Bool, StageMove.Paper, reason: String)
  /// 公示, from `start`.
  case publish(start: String, workingDays: Int?, reason: String)
  /// 列入项目库.
  case list(reason: String)
  /// 撤销.
  case revoke(StageMove.Paper, reason: String)
  /// 退回前一环节.
  case back(Stage, reason: String)
  /// 登记异议.
  case object(NewObjection)
  /// 处理异议: what is nil stays.
  case handle(id: String, ObjectionWork)

  /// How a finding is told to the applicant.
  public struct NoticeLine: Equatable, Sendable {
    let rule: String
    let path: String
    let text: String

    /// The words for a finding.
    public init(_ finding: Finding, text: String) {
      (rule, path, self.text) = (finding.rule, finding.path, text)
    }
  }

  /// An objection as it came in.
  public struct NewObjection: Equatable, Sendable {
    /// Who objects.
    public var from = ""
    /// Whether the real name stands under it.
    public var realName = false
    /// Telephone or address.
    public var contact = ""
    /// When it came in.
    public var receivedAt: String
    /// What it is about.
    public var kind = Objection.Kind.substantive
    /// What it says.
    public var text: String
    /// Its evidence.
    public var evidence: [String] = []

    /// An objection that says `text`.
    public init(receivedAt: String, text: String) {
      self.receivedAt = receivedAt
      self.text = text
    }
  }

  /// What was done about an objection.
  public struct ObjectionWork: Equatable, Sendable {
    /// Who looks into it.
    public var handler: String?
    /// What was found out.
    public var finding: String?
    /// What was decided.
    public var decision: Objection.Outcome?
    /// When the answer went out.
    public var repliedAt: String?
    /// Evidence that came later.
    public var evidence: [String] = []

    /// Nothing yet.
    public init() {}
  }

  /// The word for it in the journal.
  var act: String {
    switch self {
    case .open: "formal-open"
    case .confirm: "formal-confirm"
    case .notice: "supplement"
    case .close: "supplement-close"
    case .accept: "accept"
    case .refuse: "refuse"
    case .refer: "refer"
    case .decide: "decide"
    case .publish: "publish"
    case .list: "enter-library"
    case .revoke: "revoke"
    case .back: "step-back"
    case .object: "objection"
    case .handle: "objection-work"
    }
  }
}

/// Why an act of a supervisor is not possible: facts, put into words by the caller. Nothing was changed.
public enum DecisionRefusal: Error, Equatable, Sendable {
  /// The procedure has no such step from here; `next` and `earlier` are those that it has.
  case noStep(from: Stage, to: Stage)
  /// The step needs a reason.
  case noReason(Stage)
  /// A finding is set aside only with words.
  case noWords(rule: String)
  /// A second notice needs a reason (一次性告知).
  case secondNotice(number: Int)
  /// The decision is not what the program proposed, and has no reason.
  case deviates(from: StageMove.Proposal)
  /// The program proposes nothing, so that the decision needs a reason.
  case noProposal
  /// The step rests on a paper with number and date.
  case noDocument(Stage)
  /// It is no day of the calendar.
  case noDay(String)
  /// The day lies after today.
  case future(String)
  /// So many working days are not possible.
  case days(Int)
  /// The rules found nothing of the kind.
  case noFinding(rule: String, path: String?)
  /// Findings that nobody has judged, by rule and field.
  case unjudged([Finding])
  /// Findings that stand and are not dealt with.
  case openFindings([Finding])
  /// Items of notices that are not dealt with.
  case unanswered([String])
  /// There is nothing to put right.
  case nothingToTell
  /// There is no such item of a notice.
  case noItem(String)
  /// The item is dealt with.
  case itemIsClosed(String)
  /// There are fewer valid sheets than the policy asks for.
  case tooFewSheets(valid: Int, minimum: Int)
  /// The publicity would begin before the decision was made.
  case beforeDecision(start: String, decided: String)
  /// The publicity is not over.
  case stillPublic(end: String)
  /// Objections are open.
  case openObjections([String])
  /// It was never public.
  case neverPublic
  /// The objection came before the publicity began.
  case beforePublicity(start: String)
  /// There is no such objection.
  case noObjection(String)
  /// The objection was not accepted; there is nothing to look into.
  case notAccepted(String, [Objection.Ground])
  /// The objection was answered.
  case answered(String)
  /// An answer needs who looked into it, what was found and what was decided.
  case incomplete(String)
  /// There is no such person.
  case unknownPerson(String)
  /// The person reviews or inspects the application and does not look into objections to it.
  case isOnFile(String)
  /// What would be written does not read back as the same.
  case doesNotReadBack
}
