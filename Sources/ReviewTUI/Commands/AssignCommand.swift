import ArgumentParser
import Core

/// `reviewtui assign WORKSPACE ID --as SUPERVISOR --reviewer P… --inspector P… --remove P…`.
struct AssignCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "assign", abstract: DecideHelp.assign)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: DecideHelp.assigned) var id: String?
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String
  @Option(help: DecideHelp.reviewer) var reviewer: [String] = []
  @Option(help: DecideHelp.inspector) var inspector: [String] = []
  @Option(help: DecideHelp.remove) var remove: [String] = []
  @Option(help: DecideHelp.reason) var reason: String = ""
  @Flag(help: DecideHelp.propose) var propose = false
  @Option(help: DecideHelp.seed) var seed: UInt64 = 1
  @Flag(help: DecideHelp.apply) var apply = false
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    var id: RecordID?
    if let text = self.id { id = try context.id(text) }
    if propose == (id != nil) || (apply && !propose) { throw CommandFailure(.usage, AssignWords.oneOrAll) }
    let open = try context.open(workspace)
    let person = try context.person(self.person, in: open)
    do throws(Permission.Denial) { try Permission.check(.supervise, by: person, assignment: nil) } catch {
      throw CommandFailure(.notAllowed, StoreWords.phrase(error))
    }
    let program = try context.program(of: open)
    let run = AssignRun(
      workspace: open, program: program, person: person, context: context,
      store: AssignmentStore(open, state: context.state(for: open), program: program))
    // Taken off first: a person may change roles in one go.
    let edits: [AssignmentEdit] =
      remove.map { .remove($0) } + reviewer.map { .add($0, .reviewer) } + inspector.map { .add($0, .inspector) }
    guard let id else {
      if !edits.isEmpty { throw CommandFailure(.usage, AssignWords.oneOrAll) }
      return try ProposeRun(run: run, seed: seed, isApplied: apply, reason: reason).perform()
    }
    let record = try run.load(id)
    if edits.isEmpty { return run.show(record, id) }
    return try run.save(edits, reason: reason, record, id)
  }
}

/// One call of `assign` on an application.
struct AssignRun {
  let workspace: Workspace
  let program: Program
  let person: Person
  let context: CommandContext
  let store: AssignmentStore

  func load(_ id: RecordID) throws(CommandFailure) -> AssignmentStore.Record {
    do throws(FileProblem) {
      guard try workspace.documentIfPresent(WorkspaceLayout.application(id)) != nil else {
        throw FileProblem(file: id.text, reason: .unknownName)
      }
      return try store.load(id)
    } catch {
      if error.reason == .unknownName { throw CommandFailure(.failed, CommandWords.noApplication(id.text)) }
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
  }

  func save(
    _ edits: [AssignmentEdit], reason: String, _ record: AssignmentStore.Record, _ id: RecordID
  ) throws(CommandFailure) -> CommandExit {
    let roster: Roster
    do throws(FileProblem) { roster = try workspace.roster() } catch { throw CommandFailure(error) }
    let saved: AssignmentStore.Saved
    do throws(AssignmentStore.SaveError) {
      saved = try store.save(edits, reason: reason, to: record, roster: roster, by: person, at: context.now)
    } catch {
      throw CommandFailure(Self.exit(error), AssignWords.phrase(error))
    }
    let stage = StageReader(workspace, program: program).answer(id).reading.stage
    let warnings = AssignmentRules(program: program, roster: roster, facts: record.facts)
      .warnings(saved.assignment, after: edits, stage: stage)
    let ack = "ACK \(saved.path) r\(saved.assignment.revision) \(saved.digest)"
    switch context.format {
    case .text:
      context.console.out(ack)
      context.print(AssignWords.saved(saved.assignment))
    case .json: context.console.out(JSONOutput.bytes(json(saved.assignment, ack: ack, warnings)))
    }
    for warning in warnings { context.say(AssignWords.phrase(warning)) }
    guard let failure = saved.journalFailure else { return .done }
    context.say(DecideWords.notJournaled)
    context.say(StoreWords.phrase(failure))
    return .problems
  }

  func show(_ record: AssignmentStore.Record, _ id: RecordID) -> CommandExit {
    switch context.format {
    case .text:
      context.print(AssignWords.saved(record.assignment))
      for change in record.assignment.changes { context.print(AssignWords.change(change)) }
    case .json: context.console.out(JSONOutput.bytes(json(record.assignment, ack: nil, [])))
    }
    return .done
  }

  private func json(_ assignment: Assignment, ack: String?, _ warnings: [AssignmentWarning]) -> JSONValue {
    func texts(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
    var object = JSONObject()
    if let ack { object["ack"] = .string(ack) }
    object["application"] = .string(assignment.application)
    object["revision"] = .number(JSONNumber(assignment.revision))
    object["reviewers"] = texts(assignment.reviewers)
    object["inspectors"] = texts(assignment.inspectors)
    object["changes"] = .array(
      assignment.changes.map { change in
        .object(
          JSONObject([
            ("act", .string(change.act.rawValue)), ("role", .string(change.role.rawValue)),
            ("person", .string(change.person)), ("reason", .string(change.reason)), ("by", .string(change.by)),
            ("at", .string(change.at)),
          ]))
      })
    object["warnings"] = texts(warnings.map { AssignWords.phrase($0)(context.language) })
    return .object(object)
  }

  static func exit(_ error: AssignmentStore.SaveError) -> CommandExit {
    switch error {
    case .denied: .notAllowed
    case .problem, .failed: .failed
    case .refused(let refusal):
      switch refusal {
      case .unknownPerson, .lacksRole, .isSupervisor, .otherRole, .recused, .conflict: .notAllowed
      case .alreadyOn, .notOn, .doesNotReadBack: .problems
      case .hasSheet, .hasVisit, .nothing: .usage
      }
    }
  }
}
