@testable import Core
@testable import ReviewTUI

/// A visit and like applications beside the sheet that the frames show.
enum SampleAids {
  /// A signed visit to `id` in which the first metrics were verified: near, below, in a word; and one that is not signed.
  static func site(_ id: String) throws -> SiteRecord {
    var site = SiteRecord(bands: try SampleState.program().inspection.bands)
    let application = try SampleState.application(id)
    let rows = application.metrics.flatMap { section in section.rows.map { (section.kind, $0) } }
    func visit(
      _ name: String, _ state: Inspection.State, _ results: [Int: (Int, Inspection.MetricRow.Word?)]
    ) -> Inspection {
      var visit = Inspection(id: name, application: id)
      visit.state = state
      visit.actualEnd = "2022-09-08T15:30:00+08:00"
      visit.evidence = [
        Inspection.Evidence(
          id: "e01", kind: "export", file: "attachments/\(id)/v1-e01.csv", sha256: String(repeating: "a", count: 64),
          bytes: 10, items: ["m01"], note: "")
      ]
      visit.metrics = rows.enumerated().map { index, row in
        var found = Inspection.MetricRow(
          id: row.1.id, kind: row.0, name: row.1.name, unit: row.1.unit, direction: row.1.direction,
          baseline: row.1.baseline, declared: row.1.value, period: nil, text: row.1.source?.text,
          source: "metrics.\(row.0.rawValue).rows.\(row.1.id)", evidence: [], note: "")
        if let result = results[index] {
          found.word = result.1
          let value = row.1.value.flatMap(DecimalValue.init)?.times(result.0)?.divided(by: 1000)
          if result.1 == nil { found.verified = value?.json }
        }
        return found
      }
      return visit
    }
    site.add(
      visit("v1", .signed, [0: (958, nil), 1: (800, nil), 2: (0, .holds), 3: (0, .unverifiable)]), sealHolds: true)
    site.add(visit("v2", .draft, [0: (500, nil)]), sealHolds: true)
    return site
  }

  static func twins() -> [String: [TwinCheck.Twin]] {
    func twin(_ id: String, _ company: String, _ there: Int, _ tenths: Int) -> TwinCheck.Twin {
      TwinCheck.Twin(
        application: id, company: company, metric: "人均产值", unit: "%", there: DecimalValue(there),
        here: DecimalValue(56),
        distance: 35_000, shared: 2, tenths: tenths)
    }
    return [
      "C07": [twin("2022-zoucheng-001", "邹城夜航螺机械有限公司", 58, 70), twin("2022-yanzhou-001", "兖州青隼轮胎有限公司", 52, 30)],
      "C08": [twin("2022-zoucheng-002", "济宁琥珀机械有限公司", 58, 45)],
    ]
  }

  /// The Score screen of the frames with everything beside it.
  static func score(_ size: Size, language: Language = .zh, isSubmitted: Bool = false) throws -> AppState {
    var state = try SampleState.browse(size, language: language)
    let id = SampleState.ids[1]
    var review =
      try state.library.reviews[id]
      ?? Review(
        application: id, reviewer: "pingshen-01", rubric: SampleState.program().rubric)
    review.entries[6].score = 65
    if isSubmitted { review.state = .submitted }
    var aids = ScoreAids()
    // Two that can be put right, beside what the rules find of this form.
    let open: [(String, String, FormFact)] = [
      ("R09", "project.overview", .textTooLong(words: 231, characters: 244, maximum: 200)),
      ("R10", "photos", .photosTooFew(found: 2, minimum: 3, same: 0, empty: 0)),
    ]
    aids.findings =
      try open.map {
        Finding(rule: $0.0, severity: .warning, unit: "jingkai", application: id, path: $0.1, fact: .form($0.2))
      } + SampleState.findings(id)
    aids.site = try site(id)
    _ = state.update(
      .opened(
        OpenedApplications(
          purpose: .score, applications: [try SampleState.application(id)],
          sheet: Sheet(review: review, digest: nil, changed: ["C07"]), aids: aids)))
    _ = state.update(.twinsFound(application: id, twins()))
    return state
  }

  static func compare(_ ids: [String], _ size: Size, language: Language = .zh) throws -> AppState {
    var state = try SampleState.browse(size, language: language)
    let applications = try ids.map { try SampleState.application($0) }
    let sites = try Dictionary(uniqueKeysWithValues: ids.prefix(2).map { ($0, try site($0)) })
    _ = state.update(
      .opened(OpenedApplications(purpose: .compare, applications: applications, sheet: nil, sites: sites)))
    return state
  }
}
