import ArgumentParser
import Core

/// `reviewtui publicity WORKSPACE [ID… --as SUPERVISOR --start DAY]`: makes applications public, or prints the list.
struct PublicityCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "publicity", abstract: DecideHelp.publicity)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: DecideHelp.ids) var ids: [String] = []
  @Option(name: .customLong("ids"), help: DecideHelp.idsFile) var file: String?
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String?
  @Option(help: DecideHelp.start) var start: String?
  @Option(help: DecideHelp.publicDays) var days: Int?
  @Option(help: DecideHelp.reason) var reason: String = ""
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    guard let start else {
      if !ids.isEmpty || file != nil { throw CommandFailure(.usage, PublicityWords.noStart) }
      return try list(context)
    }
    guard let person else { throw CommandFailure(.usage, PublicityWords.nobody) }
    let desk = try SupervisorDesk(workspace, as: person, in: context)
    return try desk.perform(try desk.ids(ids, file: file)) { _ in
      [.publish(start: start, workingDays: days, reason: reason)]
    }
  }

  private func list(_ context: CommandContext) throws(CommandFailure) -> CommandExit {
    let open = try context.open(workspace)
    let program = try context.program(of: open)
    var list = PublicityList()
    var problems: [FileProblem] = []
    do throws(FileError) {
      let folder = try open.applications()
      let store = DecisionStore(open, state: nil)
      for id in try open.decisions().listing().records {
        do throws(FileProblem) {
          let decision = try store.load(id).decision
          if decision.moves.last?.to == .published { list.add(try folder.application(id), decision) }
        } catch {
          problems.append(error)
        }
      }
    } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
    switch context.format {
    case .json: context.console.out(JSONOutput.bytes(json(list, program)))
    case .text: print(list, program, context)
    }
    return ProblemReport.tell(problems, context)
  }

  private func names(_ row: PublicityList.Row, _ program: Program) -> [String] {
    row.scenarios.map { program.scenario($0)?.name ?? $0 }
  }

  private func json(_ list: PublicityList, _ program: Program) -> JSONValue {
    let rows = list.rows.map { row -> JSONValue in
      .object(
        JSONObject([
          ("application", .string(row.application)), ("company", .string(row.company)),
          ("project", .string(row.project)), ("scenarios", .array(names(row, program).map { .string($0) })),
          ("county", .string(program.unit(row.unit)?.name ?? row.unit)),
          ("start", row.window.map { .string($0.start) } ?? .null),
          ("end", row.window.map { .string($0.end) } ?? .null),
          ("exact", row.window.map { .bool($0.isExact) } ?? .null),
          ("openObjections", .array(row.openObjections.map { .string($0) })),
        ]))
    }
    return .object(JSONObject([("total", .number(JSONNumber(rows.count))), ("rows", .array(rows))]))
  }

  /// One table for each time of publicity: what hangs on the wall.
  private func print(_ list: PublicityList, _ program: Program, _ context: CommandContext) {
    var windows: [StageMove.Window] = []
    for window in list.rows.compactMap(\.window) where !windows.contains(window) { windows.append(window) }
    for window in windows {
      context.print(PublicityWords.heading(window))
      var table = TextTable([
        .init(title: PublicityWords.number(context.language), align: .right),
        .init(title: PublicityWords.company(context.language)), .init(title: PublicityWords.project(context.language)),
        .init(title: PublicityWords.scenario(context.language)), .init(title: PublicityWords.county(context.language)),
      ])
      for (index, row) in list.rows.filter({ $0.window == window }).enumerated() {
        table.add([
          String(index + 1), row.company, row.project, names(row, program).joined(separator: "、"),
          program.unit(row.unit)?.name ?? row.unit,
        ])
      }
      for line in table.lines(width: nil) { context.console.out(line) }
    }
    context.print(CommandWords.total(list.rows.count))
  }
}
