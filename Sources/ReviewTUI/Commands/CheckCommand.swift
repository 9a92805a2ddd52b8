import ArgumentParser
import Core
import Glibc

/// A severity on the command line, in capitals or small letters.
struct SeverityArgument: ExpressibleByArgument {
  let severity: Severity

  init?(argument: String) {
    guard let severity = Severity(rawValue: argument.uppercased()) else { return nil }
    self.severity = severity
  }

  static var allValueStrings: [String] { Severity.allCases.map(\.rawValue) }
}

/// `reviewtui check WORKSPACE [ID…]`.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: HelpWords.check)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.checkedApplications) var ids: [String] = []
  @Option(name: .customLong("rule"), help: HelpWords.rule) var rules: [String] = []
  @Option(name: .customLong("severity"), help: HelpWords.severity) var severities: [SeverityArgument] = []
  @Flag(help: HelpWords.allFindings) var all = false
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let open = try context.open(workspace)
    let program = try context.program(of: open)
    let wanted = try wantedRules(program)
    var ids: Set<RecordID> = []
    for id in self.ids { ids.insert(try context.id(id)) }
    let examination = Examination(open, program: program, now: time(nil))
    if let missing = ids.subtracting(examination.ids).min() {
      throw CommandFailure(.usage, CommandWords.noApplication(missing.text))
    }
    let found = examination.findings(of: ids).filter { finding in
      (wanted.isEmpty || wanted.contains(finding.rule))
        && (severities.isEmpty || severities.contains { $0.severity == finding.severity })
    }
    // The health of a workspace looks at names and digests; what a table's fields should hold only its reader knows.
    let known = Set(examination.health.problems.map(\.file))
    let problems = examination.health.problems + examination.unreadable.filter { !known.contains($0.file) }
    switch context.format {
    case .json: context.console.out(JSONOutput.bytes(Self.json(found, problems, program, context.language)))
    case .text: CheckText(program: program, context: context, isFull: all).print(found)
    }
    let files = ProblemReport.tell(problems, context)
    let isBad = found.contains { $0.severity == .reject || $0.severity == .warning }
    return isBad ? .problems : files
  }

  private func wantedRules(_ program: Program) throws(CommandFailure) -> Set<String> {
    var wanted: Set<String> = []
    for text in rules {
      let id = text.uppercased()
      guard RuleBook.knows(id, in: program) else { throw CommandFailure(.usage, FindingWords.unknownRule(text)) }
      wanted.insert(id)
    }
    return wanted
  }

  private static func json(
    _ findings: [Finding], _ problems: [FileProblem], _ program: Program, _ language: Language
  ) -> JSONValue {
    let list = findings.map { finding -> JSONValue in
      let rule = program.rule(finding.rule)
      return .object(
        JSONObject([
          ("application", finding.application.map { .string($0) } ?? .null), ("unit", .string(finding.unit)),
          ("rule", .string(finding.rule)), ("severity", .string(finding.severity.rawValue)),
          ("path", .string(finding.path)), ("message", .string(FindingWords.message(finding)(language))),
          ("clause", rule.map { .string($0.clause) } ?? .null),
          ("source", rule.map { .string($0.source) } ?? .null), ("standing", .bool(finding.isStanding)),
        ]))
    }
    return .object(
      JSONObject([
        ("findings", .array(list)), ("problems", .array(problems.map { ProblemReport.json($0, language) })),
      ]))
  }
}

/// Everything that `check` looks at: the applications that can be read, what the rules say of them, and the files' health.
struct Examination {
  let health: WorkspaceHealth
  let ids: Set<RecordID>
  private let applications: [(id: RecordID, value: Application)]
  private let program: Program
  private let summaries: [String: CountySummary]
  /// Summary tables that cannot be read.
  let unreadable: [FileProblem]

  init(_ workspace: Workspace, program: Program, now: Int) {
    health = WorkspaceHealth(of: workspace, now: now)
    self.program = program
    var found: [(RecordID, Application)] = []
    var all: Set<RecordID> = []
    do throws(FileError) {
      let folder = try workspace.applications()
      for id in try folder.listing().records {
        all.insert(id)
        // What cannot be read is among the problems of the workspace.
        do throws(FileProblem) { found.append((id, try folder.application(id))) } catch {}
      }
    } catch {}
    let summaries = workspace.summaries(of: program)
    self.summaries = summaries.tables
    unreadable = summaries.problems
    applications = found.map { (id: $0.0, value: $0.1) }
    ids = all
  }

  /// The findings about the applications `ids`, or about all of them and their counties when there are none.
  func findings(of wanted: Set<RecordID>) -> [Finding] {
    let book = RuleBook(program: program)
    let values = applications.map(\.value)
    let twice = book.findings(among: values)
    var findings: [Finding] = []
    var ofForms: [String: [Finding]] = [:]
    var ofCounties: [Finding] = []
    for unit in program.units {
      for finding in book.findings(county: unit.key, summary: summaries[unit.key], applications: values) {
        if let application = finding.application {
          ofForms[application, default: []].append(finding)
        } else {
          ofCounties.append(finding)
        }
      }
    }
    for (id, value) in applications where wanted.isEmpty || wanted.contains(id) {
      findings +=
        (book.findings(value) + twice.filter { $0.application == value.id }
        + (ofForms[value.id] ?? [])).sorted { $0.severity < $1.severity }
    }
    return wanted.isEmpty ? findings + ofCounties : findings
  }
}
