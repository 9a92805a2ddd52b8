import Core

/// `show ID --metrics`: the trail of every metric.
struct TrailReport {
  let workspace: Workspace
  let program: Program
  /// Who looks; nil sees no scores.
  let viewer: Person?

  func print(_ id: RecordID, _ application: Application, _ context: CommandContext) {
    let store = ReviewStore(workspace, state: nil, rubric: program.rubric)
    // What nobody may see is not even held against its evidence.
    let seen = MetricTrail.visible(
      store.all(of: id).reviews.map { MetricTrail.ScoredSheet($0, changed: []) }, to: viewer
    ).map { MetricTrail.ScoredSheet($0.review, changed: store.changedBasis(of: $0.review)) }
    let trails = MetricTrail.all(
      of: application, site: InspectionStore(workspace, state: nil, program: program).site(of: id), sheets: seen,
      viewer: viewer, rubric: program.rubric)
    switch context.format {
    case .json:
      context.console.out(
        JSONOutput.bytes(
          .object(
            JSONObject([
              ("application", .string(application.id)), ("metrics", .array(trails.map(SiteJSON.trail))),
            ]))))
    case .text:
      let page = TrailPage(language: context.language).page(of: trails, viewer: viewer?.id)
      for line in page.layout(width: context.console.columns ?? 100) { context.console.out(display(line.text)) }
    }
  }
}
