import ArgumentParser
import Core

/// `reviewtui rank WORKSPACE [ID]`.
struct RankCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "rank", abstract: HelpWords.rank)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.explained) var id: String?
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    var wanted: RecordID?
    if let id { wanted = try context.id(id) }
    let open = try context.open(workspace)
    let program = try context.program(of: open)
    var viewer: Person?
    if let person { viewer = try context.person(person, in: open) }
    // Before any sheet is looked at.
    guard SheetVisibility.allowsTotals(viewer) else { throw CommandFailure(.notAllowed, RankWords.notAllowed) }
    let facts = try context.facts(of: open, program, withFindings: false)
    switch Overview(facts, viewer: viewer, at: context.now).scores {
    case .hidden: throw CommandFailure(.notAllowed, RankWords.notAllowed)
    case .badPolicy(let fault): throw CommandFailure(.problems, RankWords.badPolicy(fault))
    case .incomplete(let problems):
      if context.format == .json {
        let list = problems.map { ProblemReport.json($0, context.language) }
        context.console.out(JSONOutput.bytes(.object(JSONObject([("incomplete", .array(list))]))))
      }
      context.say(RankWords.incomplete(problems.count))
      for problem in problems { context.console.error("  " + StoreWords.phrase(problem)(context.language)) }
      return .problems
    case .shown(let figures):
      if let wanted { try explain(wanted, figures, facts, context) } else { show(figures, facts, context) }
      return ProblemReport.tell(facts.problems, context)
    }
  }

  private func explain(
    _ id: RecordID, _ figures: ScoreFigures, _ facts: WorkspaceFacts, _ context: CommandContext
  ) throws(CommandFailure) {
    let ranking = figures.ranking
    guard let row = ranking.row(id.text) else { throw CommandFailure(.failed, CommandWords.noApplication(id.text)) }
    if context.format == .json {
      context.console.out(JSONOutput.bytes(RankJSON.explained(row, ranking, context.language)))
      return
    }
    let company = facts.applications.first { $0.id == id.text }?.company ?? ""
    context.console.out(display("\(row.application)  \(company)"))
    let lines = RankExplanation(row, ranking, roster: facts.roster, policy: figures.policy).lines
    for line in lines { context.print(line) }
  }

  private func show(_ figures: ScoreFigures, _ facts: WorkspaceFacts, _ context: CommandContext) {
    let ranking = figures.ranking
    if context.format == .json {
      context.console.out(JSONOutput.bytes(RankJSON.ranking(ranking, context.language)))
      return
    }
    let companies = Dictionary(facts.applications.map { ($0.id, $0.company) }) { first, _ in first }
    func title(_ zh: String, _ en: String) -> String { Phrase(zh: zh, en: en)(context.language) }
    var table = TextTable([
      .init(title: title("名次", "Rank")), .init(title: title("编号", "Id")),
      .init(title: title("申报单位", "Company"), canShrink: true),
      .init(title: title("得分", "Score"), align: .right), .init(title: title("有效表", "Sheets"), align: .right),
      .init(title: title("校正分", "Adjusted"), align: .right), .init(title: title("建议", "Proposed")),
      .init(title: title("理由", "Reason"), canShrink: true),
    ])
    for row in ranking.rows {
      var reason = RankWords.reason(row.proposal.reason)(context.language)
      if row.isBorderline { reason = RankWords.borderline(context.language) + " · " + reason }
      table.add([
        RankWords.rank(row)(context.language), row.application, companies[row.application] ?? "",
        row.aggregation.hundredths.map(RankWords.score) ?? "—", "\(row.aggregation.lines.count)",
        row.adjusted.map(RankWords.decimal) ?? "—", RankWords.proposed(row.proposal)(context.language),
        reason,
      ])
    }
    for line in table.lines(width: context.console.columns) { context.console.out(line) }
    context.print(RankWords.method(ranking.method))
    context.print(RankWords.summary(ranking))
    context.print(RankWords.stability(ranking.variants))
    context.print(RankWords.sensitivity(ranking))
    for warning in ranking.warnings { context.print(RankWords.warning(warning)) }
    if case .failure(let refusal) = ranking.severity { context.print(RankWords.severity(refusal)) }
  }
}

extension CommandContext {
  /// Everything that figures are computed from.
  func facts(
    of workspace: Workspace, _ program: Program, withFindings: Bool
  ) throws(CommandFailure) -> WorkspaceFacts {
    do throws(FileError) {
      return try WorkspaceFacts.load(workspace, program: program, withFindings: withFindings, at: now)
    } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
  }
}
