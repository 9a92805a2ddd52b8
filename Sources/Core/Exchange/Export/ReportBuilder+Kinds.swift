extension ReportBuilder {
  /// The tables of a report.
  ///
  /// - Parameters:
  ///   - unit: of a summary, only this unit.
  ///   - figures: scores and ranks, for the reports that have them.
  ///   - workspace: read again for journals and the directory of files.
  ///   - problems: what could not be read on the way.
  public func tables(
    _ kind: ReportKind, unit: Program.Unit? = nil, figures: ScoreFigures? = nil, in workspace: Workspace,
    problems: inout [FileProblem]
  ) -> [ReportTable] {
    switch kind {
    case .register: return register()
    case .findings: return findings()
    case .supplements: return supplements()
    case .panel: return panel()
    case .scores: return figures.map(scores) ?? []
    case .ranking: return figures.map(ranking) ?? []
    case .publicity: return figures.map(publicity) ?? []
    case .scoreSheet: return scoreSheets()
    case .inspection: return inspection()
    case .fixes: return fixes()
    case .metrics: return metrics()
    case .summary: return summary(unit: unit)
    case .journal:
      let found = workspace.journalReports()
      problems += found.problems
      return journal(found.reports)
    case .archive:
      let found = workspace.archivedFiles()
      problems += found.problems
      return archive(found.files)
    }
  }
}
