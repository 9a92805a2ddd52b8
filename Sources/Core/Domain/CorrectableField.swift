/// A field of an application that a person may hold against its source and correct (导入核对).
public struct CorrectableField: Equatable, Sendable {
  /// What a field holds, and so what may be typed into it.
  public enum Kind: Equatable, Sendable {
    /// Words.
    case text
    /// Money in 万元.
    case money
    /// A percentage: 58.64 is 58.64 %.
    case percent
    /// A number in the unit that stands beside it.
    case number
    /// A day, `YYYY-MM-DD`.
    case date
    /// A month, `YYYY-MM`; a day is taken as its month.
    case month
    /// A day, or a month where no day is known.
    case dateOrMonth
    /// A recommending unit (县市区).
    case unit
    /// Scenarios (所属支持范围), by code or name.
    case scenarios
    /// Several short texts, such as telephone numbers.
    case list
  }

  /// Where it stands, dotted.
  public let path: String
  /// What it holds.
  public let kind: Kind
  /// The present value, corrections applied.
  public let value: JSONValue
  /// The form's own words of it, where reading could have lost something or where the words stand apart.
  public let source: Source?

  /// Where a value was read from.
  public struct Source: Equatable, Sendable {
    /// The words: the cell, or the whole text that a metric was found in.
    public let text: String
    /// The part of `text` that the value was read from, in characters; nil for all of it.
    public let range: Range<Int>?
  }
}

extension CorrectableField {
  /// Every field of an application in the order of the form: the cover, 一 with its metrics, and 五's sums.
  ///
  /// - Parameter json: the application's object with its corrections applied.
  public static func all(of application: Application, json: JSONValue) -> [CorrectableField] {
    var fields = Fields(json: json, application: application)
    fields.add("unit", .unit)
    fields.add("cover.applicant", .text)
    fields.add("cover.projectName", .text)
    fields.add("cover.fillDate", .date)
    for name in ["name", "address", "legalRepresentative"] { fields.add("company.\(name)", .text) }
    fields.add("company.county", .unit)
    fields.add("company.registeredOn", .dateOrMonth)
    fields.add("company.registeredCapital", .money)
    fields.add("company.contact.name", .text)
    fields.add("company.contact.phones", .list)
    fields.add("company.contact.email", .text)
    fields.add("company.contact.fax", .text)
    fields.add("company.business", .text)
    for year in application.company.finance {
      fields.add("company.finance.\(year.year).debtRatio", .percent)
      fields.add("company.finance.\(year.year).revenue", .money)
      fields.add("company.finance.\(year.year).profit", .money)
    }
    fields.add("project.name", .text)
    fields.add("project.scenarios", .scenarios)
    for place in application.project.operators.indices {
      fields.add("project.operators.\(place).name", .text)
      fields.add("project.operators.\(place).contact", .text)
      fields.add("project.operators.\(place).phones", .list)
    }
    fields.add("project.start", .month, raw: "project.period")
    fields.add("project.end", .month, raw: "project.period")
    fields.add("project.completedOn", .dateOrMonth)
    for name in ["overview", "need5G", "effect5G"] { fields.add("project.\(name)", .text) }
    for section in application.metrics { fields.addMetrics(section) }
    fields.add("commitment.date", .date)
    fields.add("countyOpinion.text", .text)
    fields.add("countyOpinion.date", .date)
    for name in ["total", "direct", "intangible", "other"] { fields.add("investment.\(name)", .money) }
    return fields.list
  }

  private struct Fields {
    let json: JSONValue
    let application: Application
    var list: [CorrectableField] = []

    init(json: JSONValue, application: Application) {
      self.json = json
      self.application = application
    }

    mutating func add(_ path: String, _ kind: Kind, raw: String? = nil, source: Source? = nil) {
      let words = application.raw.first { $0.label.hasSameBytes(as: path) || $0.label.hasSameBytes(as: raw ?? path) }
      let gap = application.unparsed.first { $0.path.hasSameBytes(as: path) }
      let text = words?.text ?? gap?.text
      list.append(
        CorrectableField(
          path: path, kind: kind, value: FieldPath.value(at: path, in: json) ?? .null,
          source: source ?? text.map { Source(text: $0, range: nil) }))
    }

    mutating func addMetrics(_ section: MetricSection) {
      for row in section.rows where !row.id.isEmpty {
        let path = "metrics.\(section.kind.rawValue).\(row.id)"
        let place = row.source.map { max(0, $0.start)..<max(0, $0.start) + max(0, min($0.length, 100_000)) }
        let source = Source(text: section.text ?? row.source?.text ?? "", range: section.text == nil ? nil : place)
        add("\(path).name", .text, source: source)
        add("\(path).value", .number, source: source)
        add("\(path).unit", .text, source: source)
        add("\(path).baseline", .number, source: source)
      }
    }
  }
}
