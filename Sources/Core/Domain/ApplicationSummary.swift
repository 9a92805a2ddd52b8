/// What the list shows of one application; small enough to keep for every file of a workspace.
public struct ApplicationSummary: Equatable, Sendable {
  /// Application id.
  public let id: String
  /// Key of the recommending unit.
  public let unit: String
  /// 单位名称.
  public let company: String
  /// 项目名称.
  public let project: String
  /// Scenario codes.
  public let scenarios: [String]
  /// Total investment, 万元.
  public let investment: JSONNumber?
  /// Metrics with a value, for comparisons such as `metric:净利润>500`.
  public let metrics: [MetricValue]
  /// Number of fields that were not understood.
  public let unparsed: Int
  /// All words of the application, for searching.
  public let words: String

  /// A metric's names and value.
  public struct MetricValue: Equatable, Sendable {
    /// Name as worded.
    public let name: String
    /// Canonical key.
    public let canonical: String?
    /// The value.
    public let value: Double
    /// Its unit.
    public let unit: String?
  }

  /// The summary of an application.
  public init(_ application: Application) {
    id = application.id
    unit = application.unit
    company = application.company.name ?? application.cover.applicant ?? ""
    project = application.project.name ?? application.cover.projectName ?? ""
    scenarios = application.project.scenarios
    investment = application.investment.total
    unparsed = application.openGaps.count
    metrics = application.metrics.flatMap { section in
      section.rows.compactMap { row in
        row.value.map { MetricValue(name: row.name, canonical: row.canonical, value: $0.double, unit: row.unit) }
      }
    }
    var parts: [String] = []
    let company = application.company
    let project = application.project
    for text in [
      company.address, company.legalRepresentative, company.business, company.contact.name, project.overview,
      project.need5G, project.effect5G, application.countyOpinion.text,
    ] {
      if let text { parts.append(text) }
    }
    parts += company.contact.phones
    parts += project.otherScenarios
    parts += project.operators.compactMap(\.name)
    parts += application.metrics.compactMap(\.text)
    for section in application.sections { parts += section.paragraphs }
    parts += application.photos.map(\.caption) + application.attachments.map(\.caption)
    words = parts.joined(separator: "\n")
  }

  /// A summary made by hand, for tests.
  public init(
    id: String, unit: String, company: String, project: String, scenarios: [String] = [],
    investment: JSONNumber? = nil, metrics: [MetricValue] = [], unparsed: Int = 0, words: String = ""
  ) {
    self.id = id
    self.unit = unit
    self.company = company
    self.project = project
    self.scenarios = scenarios
    self.investment = investment
    self.metrics = metrics
    self.unparsed = unparsed
    self.words = words
  }
}

extension ApplicationSummary.MetricValue {
  /// A metric value made by hand, for tests.
  public init(_ name: String, canonical: String? = nil, value: Double, unit: String? = nil) {
    self.name = name
    self.canonical = canonical
    self.value = value
    self.unit = unit
  }
}
