/// The formal check of an application (形式审查): every finding of the rules with what a supervisor said of it.
///
/// A finding never decides anything. An application is accepted when each was judged and none is left open.
public struct FormalCheck: Equatable, Sendable {
  /// A finding that a person must judge.
  public struct Item: Equatable, Sendable {
    /// The finding.
    public let finding: Finding
    /// The last word on it; nil when nobody judged it.
    public let verdict: FindingVerdict?
    /// Whether a supervisor closed it by hand after a notice.
    public let isClosed: Bool
    /// Whether it keeps the application from being accepted.
    public var isOpen: Bool { verdict.map { $0.verdict == .open && !isClosed } ?? true }
  }

  /// One item of a notice with where it stands.
  public struct Told: Equatable, Sendable {
    /// The item.
    public let item: SupplementNotice.Item
    /// Number of its notice.
    public let notice: Int
    /// Last day for the answer.
    public let due: String
    /// Where it stands.
    public let standing: SupplementNotice.Standing
  }

  /// The findings that a person must judge: not those that are only information, or are asked of every application.
  public let items: [Item]
  /// What was asked for in notices.
  public let told: [Told]

  /// The check of an application with these `findings`; `digest` is that of its file.
  public init(_ decision: Decision, _ findings: [Finding], digest: String?) {
    told = decision.notices.flatMap { notice in
      notice.items.map { item in
        var standing = notice.standing(of: item, findings, digest: digest)
        if standing.isOpen && notice.number != decision.notices.last?.number { standing = .renewed }
        return Told(item: item, notice: notice.number, due: notice.due, standing: standing)
      }
    }
    let closed = told.filter { $0.standing == .closed }.map(\.item)
    items = findings.filter { !$0.isStanding && $0.severity != .information }.map { finding in
      let verdict = decision.verdicts.last { finding.isAt($0.rule, $0.path) }
      return Item(
        finding: finding, verdict: verdict,
        isClosed: closed.contains { item in item.rule.map { finding.isAt($0, item.path) } ?? false })
    }
  }

  /// Findings that nobody has judged.
  public var unjudged: [Finding] { items.filter { $0.verdict == nil }.map(\.finding) }
  /// Findings that a person let stand and that are not closed.
  public var open: [Item] { items.filter { $0.verdict != nil && $0.isOpen } }
  /// Items of notices that are not dealt with.
  public var unanswered: [Told] { told.filter(\.standing.isOpen) }
}
