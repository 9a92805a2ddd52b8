import ArgumentParser
import Core

/// `reviewtui inspect WORKSPACE ID --as P …`.
struct InspectCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "inspect", abstract: InspectHelp.inspect)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.application) var id: String?
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String
  @Option(help: InspectHelp.visit) var visit: String?
  @Option(help: HelpWords.from) var from: String?
  @Flag(help: InspectHelp.sign) var sign = false
  @Flag(help: InspectHelp.mine) var mine = false
  @OptionGroup var planning: InspectPlanOptions
  @OptionGroup var findings: InspectOptions
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    if mine, id != nil || sign || planning.plan != nil || !findings.isEmpty {
      throw CommandFailure(.usage, InspectWords.mineAlone)
    }
    if !mine, id == nil { throw CommandFailure(.usage, InspectWords.whichApplication) }
    let id = try self.id.map { (text) throws(CommandFailure) in try context.id(text) }
    let open = try context.open(workspace)
    let person = try context.person(self.person, in: open)
    let program = try context.program(of: open)
    guard let id else {
      let store = InspectionStore(open, state: context.state(for: open), program: program)
      return AgendaReport(store: store, program: program, person: person, context: context).print()
    }
    let application = try self.application(id, in: open)
    let run = InspectRun(
      store: InspectionStore(open, state: context.state(for: open), program: program), application: application,
      program: program, person: person, context: context)
    if let start = planning.plan {
      if sign || findings.isMoreThanAPlan || from != nil { throw CommandFailure(.usage, InspectWords.planAlone) }
      let roster: Roster
      do throws(FileProblem) { roster = try open.roster() } catch {
        throw CommandFailure(.failed, StoreWords.phrase(error))
      }
      return try run.plan(try planning.plan(start, visit: try visit.map(context.id), findings), roster)
    }
    var file: TakeBack?
    if let from { file = try TakeBack(from, id, person) }
    let whole = try run.load(try visit.map(context.id) ?? file?.visit)
    if let file { return try take(file, whole, run) }
    if let allow = findings.allow {
      let others = findings.count > 1 || sign
      if others { throw CommandFailure(.usage, InspectWords.allowAlone) }
      let (word, reason) = try InspectOptions.pair("--allow", allow, "conditional=整改轻微，可当场完成")
      let verdict: Inspection.Verdict = try InspectOptions.word(word)
      return try run.savePart([.leave(verdict, reason: reason)], whole, sign: false)
    }
    let isLead = whole.sheet.visit.lead?.id == person.id
    let rechecks = try findings.rechecks(at: context.now)
    if !rechecks.isEmpty { return try run.savePart(rechecks, whole, sign: sign) }
    if findings.isEmpty && !sign {
      run.show(whole)
      return .done
    }
    var edits = try findings.edits(as: person.id)
    edits += try run.decisions(findings, on: whole)
    edits += try run.evidence(findings, of: whole.sheet.visit)
    if isLead { return try run.save(edits, whole, sign: sign) }
    var own: [InspectionPartEdit] = []
    for edit in edits {
      guard let edit = InspectionPartEdit(edit) else {
        throw CommandFailure(.notAllowed, StoreWords.phrase(.onlyLead(whole.sheet.visit.lead?.name ?? "")))
      }
      own.append(edit)
    }
    return try run.savePart(own, whole, sign: sign)
  }

  /// Takes up what was saved elsewhere, with what the command line says besides.
  private func take(
    _ file: TakeBack, _ whole: InspectionStore.Whole, _ run: InspectRun
  ) throws(CommandFailure) -> CommandExit {
    let said = try findings.edits(as: run.person.id)
    file.tellWhatStays(run.context)
    if whole.sheet.visit.lead?.id == run.person.id {
      let edits = try file.edits(of: whole, run.program, at: run.context.now) + said
      if !edits.isEmpty || sign { return try run.save(edits, whole, sign: sign) }
    } else {
      let edits = try file.partEdits(of: whole) + said.compactMap(InspectionPartEdit.init)
      if !edits.isEmpty || sign { return try run.savePart(edits, whole, sign: sign) }
    }
    run.context.print(UnsavedWords.alreadyThere)
    return .done
  }

  private func application(_ id: RecordID, in workspace: Workspace) throws(CommandFailure) -> Application {
    do throws(FileProblem) {
      guard let document = try workspace.documentIfPresent(WorkspaceLayout.application(id)) else {
        throw FileProblem(file: id.text, reason: .unknownName)
      }
      return try document.reading { (json) throws(FieldError) in try Application(json: json) }
    } catch {
      if error.reason == .unknownName { throw CommandFailure(.failed, CommandWords.noApplication(id.text)) }
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
  }
}
