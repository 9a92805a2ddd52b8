/// What can be seen on a dashboard at one moment, one mark for each thing, so that a later look knows what is new
/// ("上次查看以来"). Marks say that a sheet is submitted, never what is in it.
public struct OverviewMarks: Equatable, Sendable {
  /// What happened since an earlier look.
  public enum Kind: String, CaseIterable, Sendable {
    /// A new application (新收申报).
    case arrived
    /// The stage is another one (阶段变化).
    case moved
    /// A sheet was submitted (提交评分).
    case submitted
    /// A sheet was sent back (退回).
    case returned
    /// Somebody stays away (回避).
    case recused
    /// A visit was signed (核查签字).
    case signed
    /// An objection came (异议).
    case objected
    /// An application is gone (申报不见了).
    case gone
  }

  /// The marks, as text for a file: kind, application, and what tells two things of one kind apart.
  public let lines: Set<String>

  /// Marks read from a file.
  public init(lines: Set<String>) { self.lines = lines }

  /// The marks of `facts`.
  public init(_ facts: WorkspaceFacts) {
    var lines: Set<String> = []
    for application in facts.applications {
      func mark(_ kind: Kind, _ rest: String = "") { lines.insert("\(kind.rawValue) \(application.id) \(rest)") }
      mark(.arrived)
      mark(.moved, application.stage.rawValue)
      for review in application.reviews {
        if review.declaration?.isRecusal == true { mark(.recused, review.reviewer) }
        switch review.state {
        case .draft: break
        case .submitted: mark(.submitted, "\(review.reviewer) \(review.revision)")
        case .returned: mark(.returned, "\(review.reviewer) \(review.revision)")
        }
      }
      for visit in application.visits where visit.state == .signed { mark(.signed, visit.id) }
      for number in 0..<application.objections.received { mark(.objected, "\(number + 1)") }
    }
    self.lines = lines
  }

  /// What is new against `earlier`, by kind; kinds without news are left out.
  public func news(since earlier: OverviewMarks) -> [(kind: Kind, applications: Figure)] {
    var lists: [Kind: [String]] = [:]
    func application(_ line: String) -> (Kind, String)? {
      let parts = line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map {
        String($0) ?? ""
      }
      guard parts.count >= 2, let kind = Kind(rawValue: parts[0]) else { return nil }
      return (kind, parts[1])
    }
    let known = Set(earlier.lines.compactMap { application($0).flatMap { $0.0 == .arrived ? $0.1 : nil } })
    for line in lines.subtracting(earlier.lines).sorted(by: { $0.precedesBytes(of: $1) }) {
      guard let (kind, id) = application(line) else { continue }
      // The first stage of a new application is no move.
      if kind == .moved, !known.contains(id) { continue }
      lists[kind, default: []].append(id)
    }
    for line in earlier.lines.subtracting(lines).sorted(by: { $0.precedesBytes(of: $1) }) {
      guard let (kind, id) = application(line), kind == .arrived else { continue }
      lists[.gone, default: []].append(id)
    }
    return Kind.allCases.compactMap { kind in lists[kind].map { (kind, Figure($0)) } }
  }
}
