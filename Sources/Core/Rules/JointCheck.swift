/// Gathers, while applications are read one by one, what the rules can say of them only together: the cross-checks with
/// the counties' summary tables (R29 to R35) and projects that were filed twice (R37).
///
/// Of a county without a table only names are kept, so that ten thousand applications fit into memory.
public struct JointCheck: Sendable {
  private let book: RuleBook
  private let summaries: [String: CountySummary]
  private var kept: [String: [Application]] = [:]
  private var filings: [RuleBook.Filing] = []
  private var found: [String: [Finding]] = [:]

  /// - Parameter summaries: the summary tables by unit.
  public init(_ book: RuleBook, summaries: [String: CountySummary]) {
    self.book = book
    self.summaries = summaries
  }

  /// Takes in an application that was read.
  public mutating func add(_ application: Application) {
    filings.append(
      RuleBook.Filing(
        id: application.id, unit: application.unit, company: application.company.name ?? "",
        project: application.project.name ?? ""))
    if summaries[application.unit] != nil {
      kept[application.unit, default: []].append(application)
    } else {
      let own = CrossCheck.units([application], program: book.program)
      if !own.isEmpty { found[application.id] = own }
    }
  }

  /// The findings by application, once everything was taken in.
  public func findings() -> [String: [Finding]] {
    var found = self.found
    for (unit, applications) in kept {
      guard let unit = book.program.unit(unit) else { continue }
      for finding in book.findings(county: unit, summary: summaries[unit.key], applications: applications) {
        if let application = finding.application { found[application, default: []].append(finding) }
      }
    }
    for finding in book.findings(among: filings) {
      if let application = finding.application { found[application, default: []].append(finding) }
    }
    return found
  }
}

extension Workspace {
  /// The summary tables that the units have sent, and those that cannot be read.
  public func summaries(of program: Program) -> (tables: [String: CountySummary], problems: [FileProblem]) {
    var tables: [String: CountySummary] = [:]
    var problems: [FileProblem] = []
    for unit in program.units {
      guard let id = RecordID(unit.key) else { continue }
      do throws(FileProblem) { tables[unit.key] = try summary(unit: id) } catch { problems.append(error) }
    }
    return (tables, problems)
  }
}
