import ArgumentParser
import Core

/// `reviewtui list WORKSPACE [QUERY]`.
struct ListCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: HelpWords.list)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.query) var query: [String] = []
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let query: Query
    do throws(QueryError) { query = try Query(self.query.joined(separator: " ")) } catch {
      throw CommandFailure(.usage, QueryWords.phrase(error))
    }
    let open = try context.open(workspace)
    let program = try context.program(of: open)
    let viewer: Person?
    if let person { viewer = try context.person(person, in: open) } else { viewer = nil }
    let register: ApplicationRegister
    do throws(FileError) { register = try ApplicationRegister(open, program: program, viewer: viewer) } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
    let matcher = QueryMatcher(query, program: program)
    let candidates = register.rows.map { $0.queried(program) }
    let found = matcher.filter(candidates).map { register.rows[$0] }
    switch context.format {
    case .text: printTable(found, program, context)
    case .json: context.console.out(JSONOutput.bytes(Self.json(found)))
    }
    if found.isEmpty, let end = matcher.firstTermWithoutHits(in: candidates) { context.say(QueryWords.phrase(end)) }
    return ProblemReport.tell(register.problems, context)
  }

  private static func json(_ rows: [ApplicationRegister.Row]) -> JSONValue {
    let applications = rows.map { row -> JSONValue in
      .object(
        JSONObject([
          ("id", .string(row.summary.id)), ("unit", .string(row.summary.unit)),
          ("company", .string(row.summary.company)), ("project", .string(row.summary.project)),
          ("scenarios", .array(row.summary.scenarios.map { .string($0) })),
          ("investment", row.summary.investment.map { .number($0) } ?? .null),
          ("stage", .string(row.stage.rawValue)), ("flags", .array(row.flags.map { .string($0) })),
          ("score", row.score.map { .number($0) } ?? .null),
        ]))
    }
    return .object(JSONObject([("total", .number(JSONNumber(rows.count))), ("applications", .array(applications))]))
  }

  private func printTable(_ rows: [ApplicationRegister.Row], _ program: Program, _ context: CommandContext) {
    func title(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)(context.language) }
    var table = TextTable([
      .init(title: title("编号", "Id")), .init(title: title("县（市、区）", "County")),
      .init(title: title("申报单位", "Company"), canShrink: true), .init(title: title("项目", "Project"), canShrink: true),
      .init(title: title("场景", "Scenarios")), .init(title: title("投资（万元）", "Investment (10k CNY)"), align: .right),
      .init(title: title("阶段", "Stage")), .init(title: title("标记", "Flags"), canShrink: true),
      .init(title: title("得分", "Score"), align: .right),
    ])
    for row in rows {
      let unit = program.unit(row.summary.unit)
      table.add([
        row.summary.id, unit.map { context.language == .zh ? $0.name : $0.english } ?? row.summary.unit,
        row.summary.company, row.summary.project, row.summary.scenarios.joined(separator: ","),
        row.summary.investment?.text ?? "", CommandWords.stage(row.stage)(context.language),
        row.flags.joined(separator: ","), row.score?.text ?? "",
      ])
    }
    for line in table.lines(width: context.console.columns) { context.console.out(line) }
    context.print(CommandWords.total(rows.count))
  }
}
