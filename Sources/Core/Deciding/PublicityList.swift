/// What is made public (公示名单): unit, project, scenarios and county, and nothing else of an application.
public struct PublicityList: Equatable, Sendable {
  /// One line.
  public struct Row: Equatable, Sendable {
    /// Id of the application; for looking it up, not for the list on the wall.
    public let application: String
    /// 申报单位.
    public let company: String
    /// 项目名称.
    public let project: String
    /// 典型场景, by code.
    public let scenarios: [String]
    /// Key of the county.
    public let unit: String
    /// 公示期.
    public let window: StageMove.Window?
    /// Ids of open objections.
    public let openObjections: [String]
  }

  /// The lines, in the order in which they were added.
  public private(set) var rows: [Row] = []

  /// Nothing public.
  public init() {}

  /// Adds an application if it is public now.
  public mutating func add(_ application: Application, _ decision: Decision) {
    guard decision.moves.last?.to == .published else { return }
    rows.append(
      Row(
        application: application.id, company: application.company.name ?? application.cover.applicant ?? "",
        project: application.project.name ?? application.cover.projectName ?? "",
        scenarios: application.project.scenarios, unit: application.unit, window: decision.window,
        openObjections: decision.objections.filter(\.isOpen).map(\.id)))
  }
}
