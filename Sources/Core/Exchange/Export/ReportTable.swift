/// A report as facts: built from records, worded and written elsewhere. One file may hold several.
public struct ReportTable: Equatable, Sendable {
  /// What every report says about itself.
  public struct Head: Equatable, Sendable {
    /// The call (批次).
    public let batch: Program.Words
    /// When the report was made (ISO 8601 with zone).
    public let generatedAt: String
    /// The rubric by id and version.
    public let rubric: String

    /// A head.
    public init(program: Program, generatedAt: String) {
      batch = program.title
      self.generatedAt = generatedAt
      rubric = program.rubric.id
    }
  }

  /// A line above or below the table.
  public enum Line: Equatable, Sendable {
    /// Labels with values, side by side; whose name a value is, for blind packs.
    case fields([Entry])
    /// A remark.
    case note(Note)
  }

  /// A label with its value.
  public struct Entry: Equatable, Sendable {
    /// The label.
    public let field: ReportField
    /// The value.
    public var cell: ReportCell
    /// Whose name the value is; nil for anything else.
    public let identity: ReportColumn.Identity?

    init(_ field: ReportField, _ cell: ReportCell, _ identity: ReportColumn.Identity? = nil) {
      self.field = field
      self.cell = cell
      self.identity = identity
    }
  }

  /// A remark of a report.
  public enum Note: Equatable, Sendable {
    /// Records that could not be read are not in it.
    case unread(Int)
    /// So many findings that ask of every application are left out.
    case standingLeftOut(Int)
    /// So many rows.
    case rows(Int)
    /// The names of applicants and persons were replaced.
    case blind
    /// An application counts once in each of its scenarios.
    case countedByScenario
    /// How the totals were made, and where the line is.
    case method(AggregationMethod, passLine: Int)
    /// A proposal, no decision.
    case proposalOnly
    /// What was removed by a trimmed mean is marked.
    case droppedMarked
    /// The figures of visits that are signed.
    case verifiedFromSigned
    /// The best and the worst rank under so many variants.
    case rankInterval(Int)
    /// Objections are taken for so many working days.
    case objections(days: Int)
    /// Values are brought into one unit for the picture.
    case oneUnit(String)
  }

  /// Which part of a report it is; the title says so.
  public enum Part: Equatable, Sendable {
    case whole
    /// The main table, where further parts follow.
    case overview
    /// 县区 × 场景.
    case matrix
    /// 分项明细.
    case details
    /// 得分分布.
    case histogram
    /// 总分与入选建议线.
    case totals
    /// The application that one sheet is about, and the reviewer or visit.
    case one(application: String, of: String)
    /// One recommending unit.
    case unit(Program.Unit)
    /// One metric over applications.
    case metric(String)
  }

  /// The kind of report.
  public let kind: ReportKind
  /// Which part of it.
  public var part: Part
  /// What it says about itself.
  public let head: Head
  /// Lines between the title and the table.
  public var lines: [Line] = []
  /// The columns.
  public let columns: [ReportColumn]
  /// The rows, as many cells as columns.
  public var rows: [[ReportCell]] = []
  /// Lines below the table.
  public var below: [Line] = []
  /// Remarks.
  public var notes: [Note] = []
  /// A picture of it; nil for none.
  public var chart: ReportChart?

  /// Whether its rows are the report, and no count of them.
  public var isMain: Bool {
    switch part {
    case .whole, .overview, .one, .unit: true
    case .matrix, .histogram, .totals, .details, .metric: false
    }
  }

  init(_ kind: ReportKind, _ part: Part = .whole, _ head: Head, _ columns: [ReportColumn]) {
    self.kind = kind
    self.part = part
    self.head = head
    self.columns = columns
  }
}

/// A picture over the rows of a report, on a sheet of its own.
public struct ReportChart: Equatable, Sendable {
  /// How it is drawn.
  public enum Form: Equatable, Sendable {
    /// Columns side by side.
    case columns
    /// Columns on top of each other.
    case stacked
    /// One line a series, such as totals with the cut line.
    case lines
  }

  /// How it is drawn.
  public let form: Form
  /// Column that names each point.
  public let categories: Int
  /// Columns of figures.
  public let series: [Int]
}
