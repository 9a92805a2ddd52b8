/// Builds reports out of what was read: pure, the same for every way of writing them.
public struct ReportBuilder: Sendable {
  /// An application that goes into the report, with what the list shows beside it.
  public struct Row: Sendable {
    /// Its id.
    public let id: String
    /// Where it stands.
    public let stage: Stage
    /// Its marks.
    public let flags: [String]
    /// The viewer's own total, in tenths.
    public let ownScore: Int?

    /// A row.
    public init(id: String, stage: Stage, flags: [String], ownScore: Int?) {
      self.id = id
      self.stage = stage
      self.flags = flags
      self.ownScore = ownScore
    }
  }

  /// An application with its row.
  struct Chosen {
    let application: Application
    let row: Row
  }

  let data: ReportData
  let chosen: [Chosen]
  let viewer: Person?
  let head: ReportTable.Head
  let isFiltered: Bool
  var program: Program { data.program }

  /// - Parameters:
  ///   - rows: the applications that go in, in order.
  ///   - isFiltered: whether a query left some out; then nothing is said of counties as a whole.
  ///   - viewer: for whom it is made; decides which sheets and visits are in it.
  ///   - now: the time (ISO 8601 with zone).
  public init(_ data: ReportData, rows: [Row], isFiltered: Bool, viewer: Person?, now: String) {
    self.data = data
    self.viewer = viewer
    self.isFiltered = isFiltered
    head = ReportTable.Head(program: data.program, generatedAt: now)
    let known = Dictionary(data.applications.map { ($0.id, $0) }) { first, _ in first }
    chosen = rows.compactMap { row in known[row.id].map { Chosen(application: $0, row: row) } }
  }

  var isSupervisor: Bool { viewer?.roles.contains(.supervisor) == true }

  /// The columns that name an application, the same in every report.
  static let naming: [ReportColumn] = [
    ReportColumn(.seq, .count), ReportColumn(.id, .text(9), .application), ReportColumn(.unit, .text(6)),
    ReportColumn(.company, .text(13), .company), ReportColumn(.project, .text(15), .project),
  ]

  func naming(_ application: Application, at place: Int) -> [ReportCell] {
    [
      .count(place + 1), .text(application.id), unit(application.unit), .text(Self.company(application)),
      .text(Self.project(application)),
    ]
  }

  static func company(_ application: Application) -> String? { application.company.name ?? application.cover.applicant }
  static func project(_ application: Application) -> String? {
    application.project.name ?? application.cover.projectName
  }

  func unit(_ key: String) -> ReportCell { program.unit(key).map { .term(.unit($0)) } ?? .text(key) }

  func scenarios(_ codes: [String], others: [String] = []) -> ReportCell {
    let cells: [ReportCell] =
      codes.map { code in program.scenario(code).map { .term(.scenario($0)) } ?? .text(code) }
      + others.filter { !$0.isEmpty }.map { .text($0) }
    return cells.isEmpty ? .blank : .list(cells)
  }

  func choice(_ key: String?, in choices: [InspectionProgram.Choice]) -> ReportCell {
    guard let key else { return .blank }
    return choices.first { $0.key.hasSameBytes(as: key) }.map { .term(.words($0.name)) } ?? .text(key)
  }

  /// With what every report ends with: how many rows, and what could not be read.
  func closed(_ table: ReportTable) -> ReportTable {
    var table = table
    table.notes.append(.rows(table.rows.count))
    let unread = data.problems.count { !$0.isOnlyNotice }
    if unread > 0 { table.notes.append(.unread(unread)) }
    return table
  }
}
