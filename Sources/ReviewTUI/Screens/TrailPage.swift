import Core

/// The trails of an application's metrics as a text: claim, visits with their evidence, scores.
struct TrailPage {
  let language: Language

  /// - Parameter viewer: person id of who looks; the own scores stand without a name.
  func page(of trails: [MetricTrail], viewer: String?) -> Page {
    var page = Page()
    if trails.isEmpty { page.paragraph(Phrase.noMetrics(language), role: .dim) }
    for trail in trails { append(trail, viewer, to: &page) }
    return page
  }

  private func append(_ trail: MetricTrail, _ viewer: String?, to page: inout Page) {
    let metric = trail.metric
    page.heading("\(metric.id) \(metric.name)（\(Phrase.metricClass(trail.kind)(language))）", path: trail.path)
    page.field(
      AidWords.claim(language), MetricText.value(metric, language), role: metric.value == nil ? .warning : .accent)
    if let words = metric.source?.text, !words.isEmpty { page.field(AidWords.words(language), words, role: .dim) }
    if trail.findings.isEmpty { page.field(AidWords.site(language), AidWords.noVisit(language), role: .dim) }
    for finding in trail.findings { Self.append(finding, of: metric, language, to: &page) }
    let scores = trail.judged.map { judged in
      let all = judged.scores.map { given in
        AidWords.score(given, of: judged.criterion.id, isOwn: given.reviewer == viewer)(language)
      }
      return all.isEmpty ? judged.criterion.id : all.joined(separator: language == .zh ? "，" : ", ")
    }
    let isChanged = trail.judged.contains { $0.scores.contains(where: \.isChanged) }
    page.field(
      AidWords.scores(language),
      scores.isEmpty ? AidWords.noCriterion(language) : scores.joined(separator: language == .zh ? "；" : "; "),
      role: scores.isEmpty ? .dim : isChanged ? .warning : .normal)
  }

  /// What a visit found, with the files that it rests on.
  static func append(
    _ finding: SiteFinding, of metric: Metric, _ language: Language, to page: inout Page, path: String = ""
  ) {
    page.paragraph("  " + AidWords.finding(finding, claim: metric)(language), path: path, role: finding.role)
    if let result = finding.result {
      page.paragraph("    " + AidWords.evidence(result.evidence)(language), path: path, role: .dim)
    }
  }
}

extension SiteFinding {
  /// How a finding is painted: a deviation stands out.
  var role: Role {
    switch (state, result?.band) {
    case (.brokenSeal, _): .error
    case (.pending, _), (_, nil): .dim
    case (_, .matches?), (_, .near?): .good
    case (_, .low?), (_, .unverifiable?): .warning
    case (_, .far?): .error
    }
  }
}
