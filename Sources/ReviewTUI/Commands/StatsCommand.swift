import ArgumentParser
import Core

/// `reviewtui stats WORKSPACE`.
struct StatsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "stats", abstract: HelpWords.stats)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let open = try context.open(workspace)
    let program = try context.program(of: open)
    var viewer: Person?
    if let person { viewer = try context.person(person, in: open) }
    let facts = try context.facts(of: open, program, withFindings: true)
    let overview = Overview(facts, viewer: viewer, at: context.now)
    switch context.format {
    case .json: context.console.out(JSONOutput.bytes(StatsJSON.overview(overview, context.language)))
    case .text:
      let text = StatsText(overview, program: program, roster: facts.roster, context)
      for line in text.lines { context.console.out(line) }
    }
    let files = ProblemReport.tell(facts.problems, context)
    switch overview.scores {
    case .incomplete(let problems):
      context.say(RankWords.incomplete(problems.count))
      return .problems
    case .badPolicy(let fault):
      context.say(RankWords.badPolicy(fault))
      return .problems
    case .hidden, .shown: return files
    }
  }
}
