import ArgumentParser
import Core

/// `reviewtui history WORKSPACE [ID|FILE]`.
struct HistoryCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "history", abstract: HelpWords.history)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.historySubject) var subject: String?
  @Option(name: .customLong("person"), help: HelpWords.historyPerson) var by: String?
  @Option(name: .customLong("act"), help: HelpWords.historyAct) var act: String?
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let subject = try self.subject(context)
    let open = try context.open(workspace)
    let rubric = try context.program(of: open).rubric
    let viewer: Person?
    if let person { viewer = try context.person(person, in: open) } else { viewer = nil }
    let report = HistoryReader(open, rubric: rubric, viewer: viewer).read(subject)
    let acts = report.acts.filter { found in
      (by.map { $0 == found.person } ?? true) && (act.map { $0 == found.act } ?? true)
    }
    var names: [String: String] = [:]
    do throws(FileProblem) {
      for person in try open.roster().people { names[person.id] = person.name }
    } catch {
      throw CommandFailure(error)
    }
    switch context.format {
    case .text: printTable(acts, names, context)
    case .json:
      context.console.out(
        JSONOutput.bytes(
          .object(
            JSONObject([
              ("acts", .array(acts.map { Self.json($0, names, context.language) })),
              ("problems", .array(report.problems.map { ProblemReport.json($0, context.language) })),
            ]))))
    }
    let exit = ProblemReport.tell(report.problems, context)
    return acts.contains { $0.standing != .holds && $0.line != nil } ? .problems : exit
  }

  private func subject(_ context: CommandContext) throws(CommandFailure) -> HistoryReader.Subject {
    guard let subject else { return .workspace }
    if let id = RecordID(subject) { return .application(id) }
    guard let path = WorkspacePath(subject), path.parts.count > 1 else {
      throw CommandFailure(.usage, HistoryWords.badSubject)
    }
    return .file(path)
  }

  private func printTable(_ acts: [HistoryAct], _ names: [String: String], _ context: CommandContext) {
    let language = context.language
    var table = TextTable([
      .init(title: HistoryWords.when(language)), .init(title: HistoryWords.who(language)),
      .init(title: HistoryWords.role(language)), .init(title: HistoryWords.what(language)),
      .init(title: HistoryWords.file(language), canShrink: true),
      .init(title: HistoryWords.revision(language), align: .right), .init(title: HistoryWords.verified(language)),
      .init(title: HistoryWords.changes(language), canShrink: true),
    ])
    for act in acts {
      table.add([
        act.at ?? "—", HistoryWords.who(act, names)(language), HistoryWords.role(act)(language),
        HistoryWords.act(act.act)(language), act.file, act.revision.map(String.init) ?? "—",
        HistoryWords.standing(act.standing)(language), HistoryWords.changes(act, language),
      ])
    }
    if acts.isEmpty { return context.print(HistoryWords.none) }
    for line in table.lines(width: context.console.columns) { context.console.out(line) }
    context.print(HistoryWords.shown(acts.count, of: acts.count))
  }

  private static func json(_ act: HistoryAct, _ names: [String: String], _ language: Language) -> JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    func number(_ value: Int?) -> JSONValue { value.map { .number(JSONNumber($0)) } ?? .null }
    let changes = act.changes.map { change -> JSONValue in
      .object(
        JSONObject([
          ("path", .string(change.path.joined(separator: "."))), ("from", change.from ?? .null),
          ("to", change.to ?? .null), ("text", .bool(change.isText)),
        ]))
    }
    return .object(
      JSONObject([
        ("at", text(act.at)), ("person", text(act.person)), ("name", text(act.person.flatMap { names[$0] })),
        ("panel", text(act.letter)), ("role", text(act.role)), ("act", .string(act.act)),
        ("file", .string(act.file)), ("application", text(act.application)), ("revision", number(act.revision)),
        ("changes", .array(changes)), ("standing", .string(act.standing.rawValue)),
        ("message", .string(HistoryWords.standing(act.standing)(language))), ("line", number(act.line)),
        ("before", text(act.before)), ("after", text(act.after)),
      ]))
  }
}
