/// Where an application stands in the procedure (评审阶段).
public enum Stage: String, CaseIterable, Sendable {
  /// 已登记.
  case registered
  /// 形式审查中.
  case formalCheck
  /// 补正中.
  case supplement
  /// 形式审查通过.
  case accepted
  /// 不予受理.
  case refused
  /// 评审中.
  case reviewing
  /// 评审完成.
  case reviewed
  /// 待核查.
  case awaitingVisit
  /// 核查完成.
  case visited
  /// 待决定.
  case awaitingDecision
  /// 拟入选.
  case proposed
  /// 不入选.
  case notProposed
  /// 公示中.
  case published
  /// 异议处理.
  case objection
  /// 已入库.
  case listed
  /// 撤销.
  case revoked
}
