import ArgumentParser
import Core

/// `reviewtui decide WORKSPACE ID… --as SUPERVISOR …`: an application's way through the procedure.
struct DecideCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "decide", abstract: DecideHelp.decide)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: DecideHelp.ids) var ids: [String] = []
  @Option(name: .customLong("ids"), help: DecideHelp.idsFile) var file: String?
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String
  @OptionGroup var acts: DecideOptions
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let edits = try acts.edits()
    let isShown = edits.isEmpty && !acts.notice
    let desk = try SupervisorDesk(
      workspace, as: person, withProposals: isShown || acts.decision != nil, in: context)
    let ids = try desk.ids(self.ids, file: file)
    if edits.isEmpty {
      var shown: [JSONValue] = []
      for id in ids {
        let report = DecisionReport(try desk.file(id), desk.program, context)
        switch context.format {
        case .json where acts.notice: shown += report.file.decision.notices.map(report.notice)
        case .json: shown.append(report.json())
        case .text where acts.notice: for notice in report.file.decision.notices { report.printNotice(notice) }
        case .text: report.print()
        }
      }
      if context.format == .json {
        let key = acts.notice ? "notices" : "applications"
        context.console.out(JSONOutput.bytes(.object(JSONObject([(key, .array(shown))]))))
      }
      return .done
    }
    if ids.count > 1 && acts.isSingle { throw CommandFailure(.usage, DecideWords.oneID) }
    return try desk.perform(ids) { _ in edits }
  }
}

/// The acts of `decide`.
struct DecideOptions: ParsableArguments {
  @Option(help: DecideHelp.confirm) var confirm: [String] = []
  @Option(help: DecideHelp.formal) var formal: String?
  @Flag(help: DecideHelp.supplement) var supplement = false
  @Option(help: DecideHelp.item) var item: [String] = []
  @Option(help: DecideHelp.days) var days: Int?
  @Option(help: DecideHelp.close) var close: [String] = []
  @Flag(help: DecideHelp.refer) var refer = false
  @Option(help: DecideHelp.decision) var decision: String?
  @Flag(help: DecideHelp.enter) var enter = false
  @Flag(help: DecideHelp.revoke) var revoke = false
  @Option(help: DecideHelp.back) var back: String?
  @Option(help: DecideHelp.reason) var reason: String = ""
  @Option(help: DecideHelp.document) var document: String?
  @Option(help: DecideHelp.date) var date: String?
  @Flag(help: DecideHelp.notice) var notice = false

  /// Whether the acts speak of one application only.
  var isSingle: Bool { !confirm.isEmpty || supplement || !close.isEmpty }

  /// The acts in the order in which they are done.
  func edits() throws(CommandFailure) -> [DecisionEdit] {
    var edits: [DecisionEdit] = []
    for text in confirm { edits.append(try confirmation(text)) }
    var acts: [DecisionEdit] = []
    if let formal {
      switch formal {
      case "open": acts.append(.open(reason: reason))
      case "accept": acts.append(.accept(reason: reason))
      case "refuse": acts.append(.refuse(reason: reason))
      default: throw CommandFailure(.usage, DecideWords.badWord("--formal", formal, ["open", "accept", "refuse"]))
      }
    }
    if supplement { acts.append(.notice(lines: [], extra: item, reason: reason, workingDays: days)) }
    if refer { acts.append(.refer(reason: reason)) }
    if let decision {
      guard decision == "yes" || decision == "no" else {
        throw CommandFailure(.usage, DecideWords.badWord("--decision", decision, ["yes", "no"]))
      }
      acts.append(.decide(isYes: decision == "yes", try paper(), reason: reason))
    }
    if enter { acts.append(.list(reason: reason)) }
    if revoke { acts.append(.revoke(try paper(), reason: reason)) }
    if let back {
      guard let stage = Stage(rawValue: back) ?? Stage.allCases.first(where: { CommandWords.stage($0).zh == back }),
        Stage.listed.earlier.contains(stage)
      else { throw CommandFailure(.usage, DecideWords.badStage(back)) }
      acts.append(.back(stage, reason: reason))
    }
    let isAlone = !close.isEmpty
    if acts.count + (isAlone ? 1 : 0) > 1 || (isAlone && !confirm.isEmpty) {
      throw CommandFailure(.usage, DecideWords.oneAct)
    }
    if !confirm.isEmpty, formal == nil, !supplement, !acts.isEmpty {
      throw CommandFailure(.usage, DecideWords.oneAct)
    }
    return edits + close.map { .close(item: $0, reason: reason) } + acts
  }

  private func paper() throws(CommandFailure) -> StageMove.Paper {
    guard let document, let date else { throw CommandFailure(.usage, DecideWords.noPaper) }
    return StageMove.Paper(number: document, date: date)
  }

  /// `R07=ok:words`, `R07=open`, `R07@company.name=open`.
  private func confirmation(_ text: String) throws(CommandFailure) -> DecisionEdit {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw CommandFailure(.usage, DecideWords.badConfirm(text)) }
    let place = parts[0].split(separator: "@", maxSplits: 1).map(String.init)
    let words = parts[1].split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }.map(
      String.init)
    guard let rule = place.first, let verdict = FindingVerdict.Verdict(rawValue: words[0]) else {
      throw CommandFailure(.usage, DecideWords.badConfirm(text))
    }
    return .confirm(
      rule: rule.uppercased(), path: place.count > 1 ? place[1] : nil, verdict,
      note: words.count > 1 ? words[1] : reason)
  }
}
