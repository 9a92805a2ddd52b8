/// One visit to an applicant (现场核查, `inspections/<application>/<visit>.json`).
///
/// A supervisor makes the file when planning the visit; from then on the lead inspector (组长) is its only writer. What the
/// other inspectors record and sign stands in files of their own, see ``InspectionPart``.
public struct Inspection: Equatable, Sendable {
  /// Life of a visit: `planned → draft → signed`.
  public enum State: String, CaseIterable, Sendable {
    /// 已安排.
    case planned
    /// 核查中.
    case draft
    /// 已签字封存; nothing in it changes any more.
    case signed
  }

  /// The answer to an item of the checklist.
  public enum Answer: String, CaseIterable, Sendable {
    /// 符合.
    case yes
    /// 基本符合.
    case mostly
    /// 不符合.
    case no
    /// 不适用, to be explained.
    case na
    /// 未查.
    case open
  }

  /// The result of a visit (核查结论).
  public enum Verdict: String, CaseIterable, Sendable {
    /// 通过.
    case pass
    /// 基本通过（限期整改）.
    case conditional
    /// 未能核查.
    case unable
    /// 不通过.
    case fail
  }

  /// An inspector at the visit.
  public struct Inspector: Equatable, Sendable {
    /// What an inspector is at the visit.
    public enum Role: String, CaseIterable, Sendable {
      /// 组长.
      case lead
      /// 组员.
      case member
      /// 专家.
      case expert
    }
    /// Person id.
    public let id: String
    /// Name as it stood in the roster.
    public let name: String
    /// Unit or employer.
    public let unit: String?
    /// 组长, 组员 or 专家.
    public let role: Role
    /// Whether the person said to have an interest (回避); nil while nothing was said. Of members see their part.
    public var hasConflict: Bool?
  }

  /// Who received the inspectors.
  public struct Host: Equatable, Sendable {
    /// Key in the list, `h01`.
    public var id: String
    /// 姓名.
    public var name: String
    /// 职务.
    public var post: String
    /// 电话.
    public var phone: String?

    /// A host; the key is given when it joins the list.
    public init(id: String = "", name: String, post: String, phone: String? = nil) {
      (self.id, self.name, self.post, self.phone) = (id, name, post, phone)
    }
  }

  /// An item of the checklist with its answer.
  public struct Item: Equatable, Sendable {
    /// `G01`, `SC06-2`.
    public let id: String
    /// The answer; ``Answer/open`` while nobody looked.
    public var answer: Answer
    /// What was seen, or why it does not apply.
    public var note: String
    /// Who answered last.
    public var by: String?
    /// When.
    public var at: String?
    /// Answers of members that the lead weighed and decided against: `hecha-02=no`, see ``AnswerDifference``.
    public var settled: [String] = []
  }

  /// A declared metric beside what was found. The declared side is quoted when the visit is planned and never changes.
  public struct MetricRow: Equatable, Sendable {
    /// The metric's id in the application.
    public let id: String
    /// 经济, 社会, 技术, 成果, 其他.
    public let kind: MetricClass
    /// Name as the form words it.
    public let name: String
    /// Unit as declared.
    public let unit: String?
    /// Which way is better.
    public let direction: Metric.Direction?
    /// Before the project.
    public let baseline: JSONNumber?
    /// As declared; nil for a metric without a figure.
    public let declared: JSONNumber?
    /// The period, as declared.
    public let period: String?
    /// The words of the form.
    public let text: String?
    /// Where they stand in the application: `metrics.economic.rows.m01`.
    public let source: String
    /// What was found, in ``unit``; nil while nothing was.
    public var verified: JSONNumber?
    /// 属实, 部分属实, 不属实, or that it cannot be verified; for metrics without a figure and figures nobody can show.
    public var word: Word?
    /// How it was verified.
    public var method: String?
    /// Ids of the evidence.
    public var evidence: [String]
    /// A remark.
    public var note: String
    /// Who filled it in last.
    public var by: String?
    /// When.
    public var at: String?

    /// A finding without a figure.
    public enum Word: String, CaseIterable, Sendable {
      /// 属实.
      case holds
      /// 部分属实.
      case partly
      /// 不属实.
      case wrong
      /// 无法核实.
      case unverifiable
    }
  }

  /// A file that proves something.
  public struct Evidence: Equatable, Sendable {
    /// `e01`…
    public let id: String
    /// 照片, 视频…: a key of the program.
    public var kind: String
    /// Which of the minimum set it is, if one.
    public var shows: String?
    /// Path inside the workspace.
    public let file: String
    /// SHA-256 of the file when it was added.
    public let sha256: String
    /// Its size.
    public let bytes: Int
    /// When it was taken (ISO 8601 with zone), as far as known.
    public var takenAt: String?
    /// Who took it.
    public var takenBy: String?
    /// Where.
    public var place: String?
    /// Items that it belongs to.
    public var items: [String]
    /// A remark.
    public var note: String
  }

  /// Something to be put right.
  public struct Problem: Equatable, Sendable {
    /// 重点 or 一般.
    public enum Level: String, CaseIterable, Sendable { case key, general }
    /// `p01`…
    public let id: String
    /// The item.
    public var item: String
    /// 重点 or 一般.
    public var level: Level
    /// What is wrong.
    public var text: String
    /// What must be done.
    public var fixRequired: String
    /// Until when (day).
    public var dueAt: String?
  }

  /// Who of the applicant signed.
  public struct Signer: Equatable, Sendable {
    /// 姓名.
    public var name: String
    /// 职务.
    public var post: String
    /// When.
    public var at: String?
    /// Whether the seal was put on too.
    public var hasSeal: Bool

    /// A signature.
    public init(name: String, post: String, at: String? = nil, hasSeal: Bool) {
      (self.name, self.post, self.at, self.hasSeal) = (name, post, at, hasSeal)
    }
  }

  /// The applicant did not sign, or did not let anybody in.
  public struct Refusal: Equatable, Sendable {
    /// What was refused.
    public enum Kind: String, CaseIterable, Sendable {
      /// 拒绝签字.
      case signature
      /// 拒绝进入或无人接待: the visit is 未能核查.
      case access
    }
    /// What.
    public var kind: Kind
    /// 原因.
    public var reason: String
    /// 见证人.
    public var witness: String?
    /// 录音、录像: an evidence id or where it lies.
    public var recording: String?

    /// A refusal.
    public init(kind: Kind, reason: String, witness: String? = nil, recording: String? = nil) {
      (self.kind, self.reason, self.witness, self.recording) = (kind, reason, witness, recording)
    }
  }

  /// A save whose clock stood earlier than that of the save before it, or far behind another record. The order is that of
  /// the revisions.
  public struct ClockStep: Equatable, Sendable {
    /// `r` and the revision.
    public let id: String
    /// The time of the save before.
    public let before: String
    /// The time of this save.
    public let at: String
    /// What ``before`` is the time of: nil for the record itself, `journal`, or the person whose record it is.
    public var of: String? = nil
  }

  /// Id of the visit, also the name of the file.
  public let id: String
  /// The application.
  public let application: String
  /// Batch (批次), as the supervisor names it.
  public var batch: String?
  /// Key of a reason of the program.
  public var reason: String?
  /// When the applicant was told.
  public var noticeSentAt: String?
  /// When the visit is to begin.
  public var plannedStart: String?
  /// Who planned it.
  public var plannedBy: String?
  /// When it was planned.
  public var plannedAt: String?
  /// When it began.
  public var actualStart: String?
  /// When it ended.
  public var actualEnd: String?
  /// Where.
  public var place: String?
  /// Coordinates, as text.
  public var gps: String?
  /// 任务书编号.
  public var taskLetterNo: String?
  /// At least two, one of them 组长.
  public var inspectors: [Inspector]
  /// Who received them.
  public var hosts: [Host]
  /// The checklist.
  public var items: [Item]
  /// The metrics.
  public var metrics: [MetricRow]
  /// The evidence.
  public var evidence: [Evidence]
  /// The problems.
  public var problems: [Problem]
  /// What the rule says, as it stood at sign-off.
  public var proposedVerdict: Verdict?
  /// The lead's verdict; nil takes the proposal.
  public var verdict: Verdict?
  /// Notes of the visit.
  public var note: String
  /// 核查意见.
  public var opinion: String
  /// 企业意见.
  public var companyOpinion: String
  /// Who of the applicant signed.
  public var companySigner: Signer?
  /// Why nobody did.
  public var refusal: Refusal?
  /// Why it is signed on another day than the visit ended.
  public var lateReason: String?
  /// Saves with a clock that ran backwards.
  public var clockSteps: [ClockStep]
  /// SHA-256 that seals the record, see ``InspectionSeal``.
  public var transcript: String?
  /// When the lead signed.
  public var signedAt: String?
  /// The lead who signed.
  public var signedBy: String?
  /// Planned, draft or signed.
  public var state: State
  /// Counts every durable save from 1.
  public var revision: Int
  /// SHA-256 of the revision before.
  public var previous: String?
  /// When it was last saved; a label, never used for ordering.
  public var savedAt: String?

  /// An empty visit.
  public init(id: String, application: String) {
    (self.id, self.application) = (id, application)
    (inspectors, hosts, items, metrics, evidence, problems, clockSteps) = ([], [], [], [], [], [], [])
    (note, opinion, companyOpinion, state, revision) = ("", "", "", .planned, 0)
  }

  /// The 组长, who writes the record.
  public var lead: Inspector? { inspectors.first { $0.role == .lead } }

  /// The inspector with this person id.
  public func inspector(_ id: String) -> Inspector? { inspectors.first { $0.id.hasSameBytes(as: id) } }

  /// The item with this id.
  public func item(_ id: String) -> Item? { items.first { $0.id.hasSameBytes(as: id) } }

  /// The metric with this id.
  public func metric(_ id: String) -> MetricRow? { metrics.first { $0.id.hasSameBytes(as: id) } }
}
