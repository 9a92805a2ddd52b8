import ArgumentParser
import Core

/// `reviewtui due WORKSPACE`: every date and time limit, in working days from now.
struct DueCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "due", abstract: DecideHelp.due)

  @Argument(help: HelpWords.workspace) var workspace: String
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let open = try context.open(workspace)
    let program = try context.program(of: open)
    var (list, problems) = (CountdownList(program, at: context.now), [FileProblem]())
    do throws(FileError) {
      problems = try list.add(open, program, findings: SupervisorDesk.examine(open, program))
    } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
    switch context.format {
    case .json:
      let items = list.sorted.map { item -> JSONValue in
        .object(
          JSONObject([
            ("application", item.application.map { .string($0) } ?? .null), ("matter", .string(item.matter.word)),
            ("name", .string(StageWords.matter(item.matter, program)(context.language))), ("due", .string(item.due)),
            ("left", .number(JSONNumber(item.left))), ("over", .bool(item.isOver)), ("exact", .bool(item.isExact)),
          ]))
      }
      context.console.out(JSONOutput.bytes(.object(JSONObject([("due", .array(items))]))))
    case .text:
      var table = TextTable([
        .init(title: PublicityWords.dueDay(context.language)), .init(title: PublicityWords.dueLeft(context.language)),
        .init(title: PublicityWords.dueApplication(context.language)),
        .init(title: PublicityWords.dueWhat(context.language)),
      ])
      for item in list.sorted {
        table.add([
          Moment.text(item.due), StageWords.left(item)(context.language), item.application ?? "",
          StageWords.matter(item.matter, program)(context.language),
        ])
      }
      for line in table.lines(width: nil) { context.console.out(line) }
    }
    return ProblemReport.tell(problems, context)
  }
}
