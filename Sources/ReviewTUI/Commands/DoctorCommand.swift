import ArgumentParser
import Core
import Glibc

/// `reviewtui doctor [WORKSPACE]`.
struct DoctorCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "doctor", abstract: HelpWords.doctor)

  @Argument(help: HelpWords.workspace) var workspace: String?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    var checks = TerminalHealth.checks(context.environment, columns: context.console.columns)
    var problems: [FileProblem] = []
    if let workspace {
      let open = try context.open(workspace)
      checks += FileSystemChecks.checks(FileSystemFacts(of: open))
      let state = context.state(for: open)
      checks.append(
        state == nil
          ? HealthCheck("state", .warning, DoctorWords.noState) : HealthCheck("state", .good, DoctorWords.state))
      let health = WorkspaceHealth(of: open, now: time(nil))
      for count in health.counts {
        checks.append(HealthCheck(count.folder, .good, DoctorWords.read(count.folder, count.readable)))
      }
      if !health.removed.isEmpty {
        checks.append(HealthCheck("leftovers", .good, DoctorWords.removed(health.removed.count)))
      }
      problems = health.problems
    }
    switch context.format {
    case .text: printText(checks, context)
    case .json: context.console.out(JSONOutput.bytes(Self.json(checks, problems, context.language)))
    }
    let exit = ProblemReport.tell(problems, context)
    return exit == .done && checks.contains { $0.status == .bad } ? .problems : exit
  }

  private func printText(_ checks: [HealthCheck], _ context: CommandContext) {
    var table = TextTable([.init(title: ""), .init(title: ""), .init(title: "")])
    for check in checks { table.add([check.status.mark, check.name, check.detail(context.language)]) }
    for line in table.lines(width: nil).dropFirst() { context.console.out(line) }
    if context.console.columns != nil {
      context.print(DoctorWords.ruler)
      context.console.out("|①②③…—“”°±×|")
      context.console.out("|1234567890|")
    }
  }

  private static func json(_ checks: [HealthCheck], _ problems: [FileProblem], _ language: Language) -> JSONValue {
    .object(
      JSONObject([
        (
          "checks",
          .array(
            checks.map {
              .object(
                JSONObject([
                  ("name", .string($0.name)), ("status", .string($0.status.rawValue)),
                  ("detail", .string($0.detail(language))),
                ]))
            })
        ),
        ("problems", .array(problems.map { ProblemReport.json($0, language) })),
      ]))
  }
}
