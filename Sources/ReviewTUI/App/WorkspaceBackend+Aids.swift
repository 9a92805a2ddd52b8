import Core
import Dispatch
import Synchronization

/// What stands beside a score sheet: findings, visits, the sheets of others that may be seen, like applications.
extension WorkspaceBackend {
  /// Everything but the like applications, which are looked for while the sheet is shown already.
  func aids(for application: Application, own: Review) -> ScoreAids {
    guard let id = RecordID(application.id) else { return ScoreAids() }
    var aids = ScoreAids()
    // Until all applications were examined, the county's are read here.
    let isExamined = memory.withLock { $0.isExamined }
    aids.findings = isExamined ? findings(application) : rules.findings(application, in: workspace)
    aids.site = visits.site(of: id)
    let visible = MetricTrail.visible(
      sheets.all(of: id).reviews.map { MetricTrail.ScoredSheet($0, changed: []) }, to: person)
    aids.others = visible.filter { $0.review.reviewer != own.reviewer }.map {
      MetricTrail.ScoredSheet($0.review, changed: sheets.changedBasis(of: $0.review))
    }
    return aids
  }

  /// What visits found of each application.
  func sites(of applications: [Application]) -> [String: SiteRecord] {
    var sites: [String: SiteRecord] = [:]
    for application in applications {
      guard let id = RecordID(application.id) else { continue }
      let site = visits.site(of: id)
      if !site.isEmpty { sites[application.id] = site }
    }
    return sites
  }

  /// Looks for like applications among those the person has scored; only for the sheet that was opened last, and never in
  /// the way of a save.
  func findTwins(of application: Application, _ mailbox: Mailbox) {
    guard let person, let reviewer = RecordID(person.id) else { return }
    memory.withLock { $0.twinsWanted = application.id }
    loading.async { [self] in
      let search = TwinSearch(workspace: workspace, sheets: sheets, program: program)
      let found = search.twins(of: application, by: reviewer) {
        memory.withLock { $0.isOver || $0.twinsWanted != application.id }
      }
      if let found { mailbox.post(.twinsFound(application: application.id, found)) }
    }
  }
}
