/// One application as the list, its filter, its facets and its order see it.
public struct QueryRow: Equatable, Sendable {
  /// What the list shows.
  public var summary: ApplicationSummary
  /// What is searched.
  public var key: SearchKey
  /// Where it stands (评审阶段).
  public var stage: Stage
  /// Codes of rule findings and other marks, for example `R07`.
  public var flags: [String]
  /// The acting person's own total, in tenths; nil while nothing is scored (未评), which is not 0.
  public var ownScore: Int?

  /// A row with a key made before.
  public init(
    summary: ApplicationSummary, key: SearchKey, stage: Stage = .registered, flags: [String] = [], ownScore: Int? = nil
  ) {
    self.summary = summary
    self.key = key
    self.stage = stage
    self.flags = flags
    self.ownScore = ownScore
  }

  /// A row of a programme; makes its key.
  public init(
    _ summary: ApplicationSummary, program: Program, stage: Stage = .registered, flags: [String] = [],
    ownScore: Int? = nil
  ) {
    self.init(
      summary: summary, key: SearchKey(summary, program: program), stage: stage, flags: flags, ownScore: ownScore)
  }
}
