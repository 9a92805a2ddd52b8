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

  /// Which fields of a visit are other than in its copy, after the problem that says that they are.
  mutating func nameChangedFields(_ workspace: Workspace, _ program: Program, _ book: JournalBook) {
    let store = InspectionStore(workspace, state: nil, program: program)
    problems = problems.flatMap { problem -> [FileProblem] in
      switch problem.reason {
      case .notInJournal, .rolledBack: break
      default: return [problem]
      }
      guard problem.file.hasPrefix("inspections/"), let path = WorkspacePath(problem.file) else { return [problem] }
      do throws(FileProblem) {
        let document = try workspace.document(path)
        return [problem] + store.changes(document, since: book.acts(writing: problem.file).last?.entry.after)
      } catch {
        return [problem]
      }
    }
  }
}
