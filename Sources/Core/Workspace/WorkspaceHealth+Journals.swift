extension WorkspaceHealth {
  /// Reads all journals and names the first broken line of each.
  mutating func inspectJournals(_ workspace: Workspace) -> JournalBook {
    let book = JournalBook(of: workspace)
    problems += book.problems
    for (person, report) in book.reports.sorted(by: { $0.key < $1.key }) {
      let file = WorkspaceLayout.journal(person).description
      for (line, fault) in report.firstFaults {
        problems.append(FileProblem(file: file, line: line, reason: .journal(fault)))
      }
    }
    counts.append(Count(folder: "journal", readable: book.reports.count))
    return book
  }

  /// What supervisors decided, and the copies of it.
  mutating func inspectDecisions(_ workspace: Workspace) {
    let found = listing(
      { () throws(FileError) in try workspace.decisions() }, { (f) throws(FileError) in try f.listing() })
    guard let (_, ids) = found, !ids.isEmpty else { return }
    let store = DecisionStore(workspace, state: nil)
    var readable = 0
    for id in ids {
      attempt { () throws(FileProblem) in
        _ = try store.load(id)
        readable += 1
      }
    }
    inspectHistory(workspace, ["decisions", "history"])
    counts.append(Count(folder: "decisions", readable: readable))
  }
}
