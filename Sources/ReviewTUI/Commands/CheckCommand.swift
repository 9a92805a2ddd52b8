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
    let problems = examination.health.problems
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

/// Everything that `check` looks at: what can be read, what the rules say of it, and the files' health.
struct Examination {
  let health: WorkspaceHealth
  let ids: Set<RecordID>
  private let applications: [Application]
  private let examined: RuleBook.Examined

  init(_ workspace: Workspace, program: Program, now: Int) {
    health = WorkspaceHealth(of: workspace, now: now)
    var ids: Set<RecordID> = []
    var applications: [Application] = []
    // What cannot be read is among the problems of the workspace.
    do throws(FileError) {
      let folder = try workspace.applications()
      for id in try folder.listing().records {
        ids.insert(id)
        do throws(FileProblem) { applications.append(try folder.application(id)) } catch {}
      }
    } catch {}
    self.ids = ids
    self.applications = applications
    let summaries = workspace.summaries(of: program).tables.values
    examined = RuleBook(program: program).examine(applications, summaries: Array(summaries))
  }

  /// The findings about the applications `ids`, or about all of them and their counties when there are none.
  func findings(of wanted: Set<RecordID>) -> [Finding] {
    let names = Set(wanted.map(\.text))
    let own = applications.filter { names.isEmpty || names.contains($0.id) }
    return own.flatMap { examined.applications[$0.id] ?? [] } + (names.isEmpty ? examined.counties : [])
  }
}
