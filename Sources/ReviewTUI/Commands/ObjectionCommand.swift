import ArgumentParser
import Core

/// `reviewtui objection WORKSPACE ID --as SUPERVISOR …`: records an objection, or what is done about one.
struct ObjectionCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "objection", abstract: DecideHelp.objection)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.application) var id: String
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String
  @Option(help: DecideHelp.objectionText) var text: String?
  @Option(help: DecideHelp.from) var from: String?
  @Flag(help: DecideHelp.anonymous) var anonymous = false
  @Option(help: DecideHelp.contact) var contact: String = ""
  @Option(help: DecideHelp.received) var received: String?
  @Option(help: DecideHelp.kind) var kind: String?
  @Option(help: DecideHelp.evidence) var evidence: [String] = []
  @Option(name: .customLong("id"), help: DecideHelp.objectionID) var object: String?
  @Option(help: DecideHelp.handler) var handler: String?
  @Option(help: DecideHelp.finding) var finding: String?
  @Option(help: DecideHelp.outcome) var outcome: String?
  @Option(help: DecideHelp.reply) var reply: String?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let id = try context.id(self.id)
    let edit = try edit(at: context.now)
    let desk = try SupervisorDesk(workspace, as: person, in: context)
    guard let edit else {
      let file = try desk.file(id)
      switch context.format {
      case .json:
        let list = file.decision.objections.map(DecisionReport.objection)
        context.console.out(JSONOutput.bytes(.object(JSONObject([("objections", .array(list))]))))
      case .text: for objection in file.decision.objections { context.print(DecideWords.objection(objection)) }
      }
      return .done
    }
    let exit = try desk.perform([id]) { _ in [edit] }
    if context.format == .text,
      let last = try desk.file(id).decision.objections.last(where: { $0.id == object ?? $0.id })
    {
      context.print(DecideWords.objection(last))
    }
    return exit
  }

  private func edit(at now: String) throws(CommandFailure) -> DecisionEdit? {
    let isWork = handler != nil || finding != nil || outcome != nil || reply != nil
    if let object {
      guard text == nil, from == nil, kind == nil, received == nil else {
        throw CommandFailure(.usage, PublicityWords.newOrOld)
      }
      var work = DecisionEdit.ObjectionWork()
      (work.handler, work.finding, work.repliedAt, work.evidence) = (handler, finding, reply, evidence)
      if let outcome {
        guard let word = Objection.Outcome(rawValue: outcome) else {
          throw CommandFailure(
            .usage, DecideWords.badWord("--outcome", outcome, Objection.Outcome.allCases.map(\.rawValue)))
        }
        work.decision = word
      }
      return isWork || !evidence.isEmpty ? .handle(id: object, work) : nil
    }
    if isWork { throw CommandFailure(.usage, PublicityWords.whichObjection) }
    guard let text else {
      if from != nil || kind != nil || received != nil || !evidence.isEmpty || anonymous {
        throw CommandFailure(.usage, PublicityWords.noText)
      }
      return nil
    }
    var new = DecisionEdit.NewObjection(receivedAt: received ?? now, text: text)
    new.realName = !anonymous && from?.isEmpty == false
    (new.from, new.contact, new.evidence) = (from ?? "", contact, evidence)
    if !anonymous, from == nil || contact.isEmpty { throw CommandFailure(.usage, PublicityWords.noName) }
    if let kind {
      guard let word = Objection.Kind(rawValue: kind) else {
        throw CommandFailure(.usage, DecideWords.badWord("--kind", kind, Objection.Kind.allCases.map(\.rawValue)))
      }
      new.kind = word
    }
    return .object(new)
  }
}
