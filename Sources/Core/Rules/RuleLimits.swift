/// The numbers and dates that the rules compare with, as `program.json` sets them; nil where it sets none.
struct RuleLimits: Sendable {
  /// The metric names of the call, folded once for all applications.
  let names: MetricNames
  /// The deadline as written, and as a time.
  let deadline: (text: String, time: PointInTime)?
  /// The day of the deadline.
  let deadlineDay: CalendarDate?
  /// Whether the deadline's very second is on time.
  let isInclusive: Bool
  /// When the notice came out.
  let published: CalendarDate?
  let metrics: Int?
  let photos: Int?
  let overview: Int?
  let years: Int?
  /// Whether the tower company counts as an operator; nil until the bureau decides.
  let towerIsOperator: Bool?

  init(_ program: Program) {
    names = MetricNames(program.metricNames)
    let text = program.date("deadline")?.at
    deadline = text.flatMap { text in PointInTime(text).map { (text, $0) } }
    deadlineDay = text.flatMap { CalendarDate($0) }
    isInclusive = program.policy("deadline.inclusive")?.value.bool ?? true
    published = program.date("published").flatMap { CalendarDate($0.at) }
    func count(_ key: String) -> Int? { program.policy(key)?.value.number?.int }
    metrics = count("metrics.minimum")
    photos = count("photos.minimum")
    overview = count("overview.maximum")
    years = count("company.years")
    towerIsOperator = program.policy("operator.tower")?.value.bool
  }

  func isLate(_ time: PointInTime) -> Bool {
    guard let limit = deadline?.time else { return false }
    return time > limit || (time == limit && !isInclusive)
  }
}
