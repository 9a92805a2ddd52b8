/// A report of the review that can be written as a file.
public enum ReportKind: String, CaseIterable, Sendable {
  /// 申报受理登记表.
  case register
  /// 形式审查情况汇总表.
  case findings
  /// 补正事项清单: what applicants are asked to put right.
  case supplements
  /// 评审分组与回避情况表.
  case panel
  /// 评分汇总表.
  case scores
  /// 专家评分表, one for each sheet.
  case scoreSheet = "score-sheet"
  /// 综合排名及拟入选建议名单.
  case ranking
  /// 公示名单.
  case publicity
  /// 现场核查记录表, one for each visit.
  case inspection
  /// 现场核查整改台账.
  case fixes
  /// 指标核实对照表.
  case metrics
  /// 推荐汇总表 (附件3), one for each unit.
  case summary
  /// 操作日志.
  case journal
  /// 档案目录.
  case archive

  /// Whether the report can be made without the names of applicants and persons: others are about names.
  public var canBeBlind: Bool {
    switch self {
    case .register, .findings, .scores, .scoreSheet, .metrics, .ranking, .inspection: true
    case .supplements, .panel, .publicity, .fixes, .summary, .journal, .archive: false
    }
  }

  /// Whether it is made of applications, so that a query can choose among them.
  public var isOfApplications: Bool { self != .journal }

  /// Whether a figure in it is wrong while a record cannot be read: such a report is not made then.
  public var needsEveryRecord: Bool { self == .scores || self == .ranking || self == .publicity }
}

extension ReportKind {
  /// Throws when `viewer` may not have the report. What stands in it of sheets and visits is chosen by the builders.
  ///
  /// - Parameter viewer: nil when nobody is named; that person sees what a stranger may see.
  public func permit(_ viewer: Person?) throws(Permission.Denial) {
    let needed: [PersonRole]
    switch self {
    case .register, .findings, .metrics, .summary: return
    case .scores, .ranking, .publicity, .supplements, .panel, .archive: needed = [.supervisor]
    case .scoreSheet: needed = [.supervisor, .reviewer]
    case .inspection, .fixes: needed = [.supervisor, .inspector]
    case .journal: needed = PersonRole.allCases
    }
    guard let viewer, viewer.roles.contains(where: needed.contains) else { throw .lacksRole(needed[0]) }
  }
}
