extension Stage {
  /// The Chinese name of the stage in queries (`阶段:评审中`).
  public var queryName: String {
    switch self {
    case .registered: "已登记"
    case .formalCheck: "形式审查中"
    case .supplement: "补正中"
    case .accepted: "形式审查通过"
    case .refused: "不予受理"
    case .reviewing: "评审中"
    case .reviewed: "评审完成"
    case .awaitingVisit: "待核查"
    case .visited: "核查完成"
    case .awaitingDecision: "待决定"
    case .proposed: "拟入选"
    case .notProposed: "不入选"
    case .published: "公示中"
    case .objection: "异议处理"
    case .listed: "已入库"
    case .revoked: "撤销"
    }
  }
}
