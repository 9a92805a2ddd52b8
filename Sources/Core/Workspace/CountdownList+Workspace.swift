extension CountdownList {
  /// Adds what is due of every application of `workspace`; answers what cannot be read.
  public mutating func add(
    _ workspace: Workspace, _ program: Program, findings: RuleBook.Examined
  ) throws(FileError) -> [FileProblem] {
    var problems: [FileProblem] = []
    let reader = StageReader(workspace, program: program)
    let store = DecisionStore(workspace, state: nil)
    let visits = InspectionStore(workspace, state: nil, program: program)
    for id in try reader.applications() {
      do throws(FileProblem) {
        let decision = try store.load(id).decision
        var whole: [InspectionStore.Whole] = []
        for visit in try visits.visits(of: id).records {
          if let found = try visits.loadWhole(id, visit: visit) { whole.append(found) }
        }
        let digest = try workspace.documentIfPresent(WorkspaceLayout.application(id))?.digest
        let formal = FormalCheck(decision, findings.applications[id.text] ?? [], digest: digest)
        add(decision, formal: formal, visits: whole)
      } catch {
        problems.append(error)
      }
    }
    return problems
  }
}
