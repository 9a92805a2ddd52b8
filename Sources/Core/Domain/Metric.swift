/// The five cells of 项目绩效指标, in the order of the form.
public enum MetricClass: String, CaseIterable, Sendable {
  /// 经济效益指标.
  case economic
  /// 社会效益指标.
  case social
  /// 技术指标.
  case technical
  /// 成果指标.
  case outcome
  /// 其他指标.
  case other
}

/// One cell of 项目绩效指标: its words and the rows read out of them.
public struct MetricSection: Equatable, Sendable {
  /// Which cell.
  public let kind: MetricClass
  /// The cell's words.
  public let text: String?
  /// The metrics read out of the words.
  public let rows: [Metric]

  init(kind: MetricClass, text: String?, rows: [Metric]) {
    self.kind = kind
    self.text = text
    self.rows = rows
  }

  init(_ kind: MetricClass, _ reader: FieldReader) throws(FieldError) {
    self.kind = kind
    text = try reader.text("text")
    rows = try reader.objects("rows", Metric.init)
  }
}

/// One quantified metric (绩效指标) with the words it was read from.
public struct Metric: Equatable, Sendable {
  /// Which way is better for the applicant, as read: `up`, `down` or `equal`.
  public enum Direction: String, Sendable { case up, down, equal }

  /// `m01`… within the application.
  public let id: String
  /// Name as the form words it.
  public let name: String
  /// Canonical key from the programme's dictionary; nil when unknown.
  public let canonical: String?
  /// The value in ``unit``; nil when not understood (未识别), never 0 in its place.
  public let value: JSONNumber?
  /// Unit as written, normalised in width.
  public let unit: String?
  /// The value before the project, in the same unit.
  public let baseline: JSONNumber?
  /// `>=`, `<=` or `~`.
  public let comparator: String?
  /// Which way the value moved.
  public let direction: Direction?
  /// Period that the value covers, as written.
  public let period: String?
  /// The exact words in the cell.
  public let source: Source?

  /// Where in the cell's text a metric stands.
  public struct Source: Equatable, Sendable {
    /// First character, counted from 0.
    public let start: Int
    /// Number of characters.
    public let length: Int
    /// The words themselves.
    public let text: String
  }

  init(_ reader: FieldReader) throws(FieldError) {
    id = try reader.text("id") ?? ""
    name = try reader.text("name") ?? ""
    canonical = try reader.text("canonical")
    value = try reader.number("value")
    unit = try reader.text("unit")
    baseline = try reader.number("baseline")
    comparator = try reader.text("comparator")
    direction = Direction(rawValue: try reader.text("direction") ?? "")
    period = try reader.text("period")
    if reader.value("source") == nil {
      source = nil
    } else {
      let span = try reader.object("source")
      source = Source(
        start: try span.integer("start") ?? 0, length: try span.integer("length") ?? 0,
        text: try span.text("text") ?? "")
    }
  }

  /// A metric made by hand, for tests and readers.
  public init(
    id: String, name: String, canonical: String?, value: JSONNumber?, unit: String?, baseline: JSONNumber? = nil,
    comparator: String? = nil, direction: Direction? = nil, period: String? = nil, source: Source? = nil
  ) {
    self.id = id
    self.name = name
    self.canonical = canonical
    self.value = value
    self.unit = unit
    self.baseline = baseline
    self.comparator = comparator
    self.direction = direction
    self.period = period
    self.source = source
  }
}

extension Metric.Source {
  /// Words at a place, for tests and readers.
  public init(start: Int, text: String) {
    self.start = start
    self.length = text.count
    self.text = text
  }
}
