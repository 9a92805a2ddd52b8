/// An application with everything that a supervisor's act on it depends on.
public struct DecisionCase: Equatable, Sendable {
  /// What was decided, with the file as it was read.
  public let record: DecisionStore.Record
  /// What was decided, with the acts that are not saved yet.
  public var decision: Decision
  /// What the files show.
  public let facts: StageFacts
  /// What the rules say of the application, also against its county's papers.
  public let findings: [Finding]
  /// SHA-256 of the application's file; nil when it cannot be read.
  public let digest: String?
  /// Person ids of everybody who reviews or inspects it.
  public let onFile: [String]
  /// What the program proposes from the sheets; nil when it proposes nothing.
  public let proposal: StageMove.Proposal?

  /// A case.
  public init(
    record: DecisionStore.Record, facts: StageFacts, findings: [Finding], digest: String?, onFile: [String],
    proposal: StageMove.Proposal?
  ) {
    self.record = record
    decision = record.decision
    self.facts = facts
    self.findings = findings
    self.digest = digest
    self.onFile = onFile
    self.proposal = proposal
  }

  /// Where it stands.
  public var reading: StageReading { StageReading(decision, facts) }
  /// The formal check.
  public var formal: FormalCheck { FormalCheck(decision, findings, digest: digest) }
}
