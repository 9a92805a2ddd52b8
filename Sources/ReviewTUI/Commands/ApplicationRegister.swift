import Core

/// The rows of the list: every application that can be read, and what cannot.
struct ApplicationRegister {
  struct Row {
    let summary: ApplicationSummary
    let stage: Stage
    var flags: [String]
    /// The viewer's own total; nil when there is none.
    let score: JSONNumber?

    /// The row as a query sees it. The mean is cut to tenths there.
    func queried(_ program: Program) -> QueryRow {
      QueryRow(
        summary, program: program, stage: stage, flags: flags, ownScore: score?.scaled(by: 2).map { $0 / 10 })
    }
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [FileProblem] = []

  init(_ workspace: Workspace, program: Program, viewer: Person?) throws(FileError) {
    let folder = try workspace.applications()
    let listing = try folder.listing()
    problems = listing.problems
    let reviewed = try workspace.reviewed().folders()
    problems += reviewed.problems
    let summaries = workspace.summaries(of: program)
    problems += summaries.problems
    let book = RuleBook(program: program)
    var joint = JointCheck(book, summaries: summaries.tables)
    let withSheets = Set(reviewed.records)
    let store = ReviewStore(workspace, state: nil, rubric: program.rubric)
    let stages = StageReader(workspace, program: program)
    for id in listing.records {
      do throws(FileProblem) {
        let application = try folder.application(id)
        let sheets = withSheets.contains(id) ? store.all(of: id) : ApplicationSheets()
        problems += sheets.problems
        joint.add(application)
        let answer = stages.answer(id, reviews: sheets.reviews)
        problems += answer.problems.filter { !problems.contains($0) } + answer.contradictions(of: id)
        rows.append(
          Self.row(application, book.findings(application), sheets.reviews, viewer, answer.reading.stage))
      } catch {
        problems.append(error)
      }
    }
    let further = joint.findings()
    for index in rows.indices {
      guard let found = further[rows[index].summary.id] else { continue }
      rows[index].flags = ApplicationFlags.adding(found, to: rows[index].flags)
    }
  }

  private static func row(
    _ application: Application, _ findings: [Finding], _ sheets: [Review], _ viewer: Person?, _ stage: Stage
  ) -> Row {
    Row(
      summary: ApplicationSummary(application), stage: stage,
      flags: ApplicationFlags.codes(of: application, findings: findings), score: score(sheets, viewer))
  }

  /// The viewer's own total. Other people's scores are nobody's business before one's own sheet is submitted, and without
  /// a viewer nobody's own is known.
  private static func score(_ sheets: [Review], _ viewer: Person?) -> JSONNumber? {
    guard let viewer else { return nil }
    let own = SheetVisibility.visible(sheets, to: viewer).first { $0.reviewer.utf8.elementsEqual(viewer.id.utf8) }
    return own.flatMap { $0.scored > 0 ? JSONNumber(tenths: $0.total) : nil }
  }
}
