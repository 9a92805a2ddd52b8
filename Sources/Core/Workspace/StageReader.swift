/// Finds out where applications stand, from all files that say something about it.
public struct StageReader: Sendable {
  /// Where an application stands, with what that follows from.
  public struct Answer: Equatable, Sendable {
    /// What was decided; nothing when the file cannot be read.
    public let record: DecisionStore.Record
    /// What the files show.
    public let facts: StageFacts
    /// Person ids of everybody who reviews or inspects it.
    public let onFile: [String]
    /// Files that cannot be read.
    public let problems: [FileProblem]

    /// Where it stands.
    public var reading: StageReading { StageReading(record.decision, facts) }

    /// Contradictions as problems of the decision's file; those that are only worth knowing when asked for.
    public func contradictions(
      of application: RecordID, withNotices: Bool = false, roster: Roster? = nil
    ) -> [FileProblem] {
      let strangers = roster.map { record.decision.strangers($0, onFile: onFile) } ?? []
      return (reading.contradictions + strangers).filter { withNotices || !$0.isOnlyNotice }.map {
        FileProblem(file: WorkspaceLayout.decision(application).description, reason: .contradiction($0))
      }
    }
  }

  private let workspace: Workspace
  private let program: Program
  private let decisions: DecisionStore
  private let sheets: ReviewStore
  private let visits: InspectionStore

  /// Reads `workspace` by the policy of `program`.
  public init(_ workspace: Workspace, program: Program) {
    self.workspace = workspace
    self.program = program
    decisions = DecisionStore(workspace, state: nil)
    sheets = ReviewStore(workspace, state: nil, rubric: program.rubric)
    visits = InspectionStore(workspace, state: nil, program: program)
  }

  /// Where `application` stands.
  ///
  /// - Parameter reviews: its sheets as they were read, with returns counted in; nil reads them here.
  public func answer(_ application: RecordID, reviews: [Review]? = nil) -> Answer {
    var problems: [FileProblem] = []
    var record = DecisionStore.Record(decision: Decision(application: application.text), document: nil)
    do throws(FileProblem) { record = try decisions.load(application) } catch { problems.append(error) }
    var facts = StageFacts(minimumSheets: program.policyNumber("panel.minimum") ?? 3)
    var onFile: [String] = []
    do throws(FileProblem) {
      if let assignment = try workspace.assignment(application) {
        facts.reviewers = assignment.reviewers
        onFile = assignment.reviewers + assignment.inspectors
      }
    } catch {
      problems.append(error)
    }
    if let reviews {
      facts.sheets = reviews.map(StageFacts.Sheet.init)
    } else {
      let found = sheets.all(of: application)
      problems += found.problems
      facts.sheets = found.reviews.map(StageFacts.Sheet.init)
    }
    onFile += facts.sheets.map(\.reviewer)
    do throws(FileProblem) {
      for visit in try visits.visits(of: application).records {
        guard let whole = try visits.loadWhole(application, visit: visit) else { continue }
        facts.visits.append(whole.isComplete)
        onFile += whole.sheet.visit.inspectors.map(\.id)
      }
    } catch {
      problems.append(error)
    }
    return Answer(record: record, facts: facts, onFile: onFile, problems: problems)
  }

  /// The applications of which a file says where they stand: those that have sheets, visits or a decision.
  public func applications() throws(FileError) -> [RecordID] {
    var found = Set(try workspace.reviewed().folders().records)
    found.formUnion(try workspace.inspected().folders().records)
    found.formUnion(try workspace.decisions().listing().records)
    return found.sorted()
  }

  /// Everything that an act of a supervisor depends on. What cannot be read stops it: a decision is not made blindly.
  public func file(
    _ application: RecordID, findings: [Finding], proposal: StageMove.Proposal?
  ) throws(FileProblem) -> DecisionCase {
    let answer = answer(application)
    if let problem = answer.problems.first { throw problem }
    return DecisionCase(
      record: answer.record, facts: answer.facts, findings: findings,
      digest: try workspace.documentIfPresent(WorkspaceLayout.application(application))?.digest, onFile: answer.onFile,
      proposal: proposal)
  }
}
