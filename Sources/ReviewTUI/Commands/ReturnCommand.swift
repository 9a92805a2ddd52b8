import ArgumentParser
import Core

/// `reviewtui return WORKSPACE ID --reviewer R --as SUPERVISOR --reason CODE`.
struct ReturnCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "return", abstract: HelpWords.sendBack)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.application) var id: String
  @Option(help: HelpWords.reviewer) var reviewer: String
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String
  @Option(help: HelpWords.reason) var reason: String
  @Option(help: HelpWords.note) var note: String = ""
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    guard let reason = SheetReturn.Reason(rawValue: self.reason) else {
      throw CommandFailure(.usage, DeclarationWords.unknownReason(self.reason))
    }
    let application = try context.id(id)
    let reviewer = try context.id(reviewer)
    let open = try context.open(workspace)
    let person = try context.person(self.person, in: open)
    // Before the sheet is looked at: what it says is nobody else's business.
    do throws(Permission.Denial) { try Permission.check(.supervise, by: person, assignment: nil) } catch {
      throw CommandFailure(.notAllowed, StoreWords.phrase(error))
    }
    let rubric = try context.program(of: open).rubric
    let state = context.state(for: open)
    let sheet: ReviewStore.Sheet
    do throws(FileProblem) {
      sheet = try ReviewStore(open, state: state, rubric: rubric).load(application, reviewer: reviewer)
    } catch {
      throw CommandFailure(error)
    }
    let saved: DecisionStore.Saved
    do throws(DecisionStore.SaveError) {
      saved = try DecisionStore(open, state: state).sendBack(
        sheet, for: reason, note: note, by: person, at: context.now)
    } catch {
      let exit: CommandExit =
        switch error {
        case .denied: .notAllowed
        case .notSubmitted: .problems
        case .problem, .failed: .failed
        }
      throw CommandFailure(exit, DeclarationWords.phrase(error))
    }
    let ack = "ACK \(WorkspaceLayout.decision(application)) r\(saved.record.decision.revision) \(saved.digest)"
    switch context.format {
    case .text:
      context.console.out(ack)
      context.print(DeclarationWords.sentBack(saved.entry, application.text))
    case .json:
      context.console.out(
        JSONOutput.bytes(
          .object(
            JSONObject([
              ("ack", .string(ack)), ("reviewer", .string(saved.entry.reviewer)),
              ("revision", .number(JSONNumber(saved.entry.revision))), ("reason", .string(reason.rawValue)),
            ]))))
    }
    guard let failure = saved.journalFailure else { return .done }
    context.say(CommandWords.notJournaled)
    context.say(StoreWords.phrase(failure))
    return .problems
  }
}
