/// Puts the metrics of several applications side by side: one row per metric, one cell per application.
public struct MetricAlignment: Equatable, Sendable {
  /// The metrics of one application.
  public struct Column: Sendable {
    /// Id of the application.
    public let application: String
    /// Its cells of 项目绩效指标.
    public let sections: [MetricSection]

    /// The column of an application.
    public init(application: String, sections: [MetricSection]) {
      self.application = application
      self.sections = sections
    }
  }

  /// Names one metric of one application.
  public struct Reference: Hashable, Sendable {
    /// Id of the application.
    public let application: String
    /// Id of the metric within it, such as `m03`.
    public let metric: String

    /// A reference.
    public init(application: String, metric: String) {
      self.application = application
      self.metric = metric
    }
  }

  /// Why cells stand in one row.
  public enum Reason: String, Equatable, Sendable {
    /// They have one canonical name.
    case canonical
    /// Their wordings are alike and their units compatible; also of a row with a single cell.
    case wording
    /// A person joined them.
    case manual
    /// A person taught that their wordings mean the same.
    case learned
  }

  /// One metric in a row.
  public struct Cell: Equatable, Sendable {
    /// The metric as its application has it.
    public let metric: Metric
    /// The cell of the form that it stands in.
    public let kind: MetricClass
    /// The value in the row's unit; nil when there is none or it cannot be converted exactly.
    public let value: DecimalValue?
    /// The form's own words.
    public let text: String
    /// Why it stands here.
    public let facts: [AlignmentFact]
  }

  /// Metrics that mean the same.
  public struct Row: Equatable, Sendable {
    /// The cell of the form that the first of them stands in.
    public let kind: MetricClass
    /// Canonical key; nil when unknown.
    public let canonical: String?
    /// The canonical name, or the first wording.
    public let name: String
    /// The unit of all values; nil when they have none.
    public let unit: String?
    /// One per column; nil where an application has no such metric.
    public let cells: [Cell?]
    /// Columns with the best value; empty when fewer than two can be compared or no direction is known.
    public let best: [Int]
    /// Why the cells are together.
    public let why: Reason
  }

  /// The rows, in the order of the form and of the first column that has them.
  public let rows: [Row]

  /// Aligns the metrics of 1 to 6 applications.
  ///
  /// - Parameters:
  ///   - names: canonical names, for units and for which way is better.
  ///   - joined: metrics that a person put in one row, at most one per application in each group.
  ///   - apart: metrics that a person took out of their row.
  ///   - lessons: what was taught about names.
  public init(
    _ columns: [Column], names: MetricNames, joined: [[Reference]] = [], apart: Set<Reference> = [],
    lessons: NameLessons = NameLessons()
  ) {
    var builder = MetricRows(columns: columns.count, names: names, lessons: lessons)
    let places = Dictionary(columns.enumerated().map { ($1.application, $0) }, uniquingKeysWith: { first, _ in first })
    var taken: Set<Reference> = []
    for group in joined {
      var entries: [MetricRows.Entry] = []
      for reference in group {
        guard let column = places[reference.application], !taken.contains(reference),
          !entries.contains(where: { $0.column == column }),
          let entry = Self.entry(reference.metric, columns[column], column)
        else { continue }
        entries.append(entry)
        taken.insert(reference)
      }
      builder.add(joined: entries)
    }
    for (index, column) in columns.enumerated() {
      for section in column.sections {
        for metric in section.rows {
          let reference = Reference(application: column.application, metric: metric.id)
          guard !taken.contains(reference) else { continue }
          builder.add(
            MetricRows.Entry(column: index, kind: section.kind, metric: metric), alone: apart.contains(reference))
        }
      }
    }
    rows = builder.rows()
  }

  private static func entry(_ id: String, _ column: Column, _ index: Int) -> MetricRows.Entry? {
    for section in column.sections {
      if let metric = section.rows.first(where: { $0.id.hasSameBytes(as: id) }) {
        return MetricRows.Entry(column: index, kind: section.kind, metric: metric)
      }
    }
    return nil
  }
}
