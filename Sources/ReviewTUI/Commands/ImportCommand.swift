import ArgumentParser
import Core

/// `reviewtui import FILE… --into WORKSPACE [--dry-run]`.
struct ImportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: ImportWords.text(ImportWords.abstract))

  @Argument(help: ImportWords.help(ImportWords.files)) var files: [String]
  @Option(help: ImportWords.help(ImportWords.into)) var into: String
  @Option(help: ImportWords.help(ImportWords.unit)) var unit: String?
  @Option(name: .customLong("as"), help: HelpWords.person) var person: String?
  @Flag(name: .customLong("dry-run"), help: ImportWords.help(ImportWords.dryRun)) var isDryRun = false
  @Option(help: ImportWords.help(ImportWords.replace)) var replace: String?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let workspace = try context.open(into)
    let program = try context.program(of: workspace)
    if let unit, program.unit(unit) == nil { throw CommandFailure(.usage, ImportWords.noUnit(unit, program)) }
    let replaced = try self.replaced(in: workspace)
    let who: Person? = if let person { try context.person(person, in: workspace) } else { nil }
    let batch: WorkspaceImport
    do throws(FileError) {
      batch = try WorkspaceImport(
        into: workspace, vocabulary: FormVocabulary(program: program), unit: unit, now: context.now,
        replacing: replaced, isDryRun: isDryRun, converter: OfficeConverter(environment: context.environment))
    } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
    for problem in batch.problems { context.say(StoreWords.phrase(problem)) }
    var imported: [WorkspaceImport.Imported] = []
    var refused: [WorkspaceImport.Refusal] = []
    let progress = context.console.progress()
    batch.run(files) { state in
      progress?.show(
        ImportWords.progress(state)(context.language), of: state.total, done: state.done, now: state.isSlow)
    } each: { result in
      progress?.clear()
      switch result {
      case .success(let file):
        imported.append(file)
        if context.format == .text { tell(file, context) }
        if let who { record(file, by: who, batch, context) }
      case .failure(let file):
        refused.append(file)
        if context.format == .text { context.say(ImportWords.refused(file)) }
      }
    }
    switch context.format {
    case .text: context.print(ImportWords.total(imported, refused.count, isDryRun: isDryRun))
    case .json: context.console.out(JSONOutput.bytes(Self.json(imported, refused, context.language)))
    }
    if refused.contains(where: \.isOfWorkspace) { return .failed }
    return refused.isEmpty ? .done : .problems
  }

  private func tell(_ file: WorkspaceImport.Imported, _ context: CommandContext) {
    if let table = file.summary {
      context.print(ImportWords.imported(file, table, isDryRun: isDryRun))
    } else {
      context.print(ImportWords.imported(file, isDryRun: isDryRun))
    }
    if let tally = file.tally {
      for line in ImportWords.tally(tally, gaps: file.unparsed.count) { context.print(line) }
    }
    for gap in file.unparsed { context.print(ImportWords.unparsed(gap)) }
    for line in ImportWords.changes(file) { context.print(line) }
    if let digest = file.digest, let path = file.path, !isDryRun {
      context.console.out("ACK \(path) r\(file.revision) \(digest)")
    }
    if let digest = file.digest, let table = file.summary, let unit = table.unit.flatMap(RecordID.init), !isDryRun {
      context.console.out("ACK \(WorkspaceLayout.summary(unit: unit)) r\(table.revision ?? 1) \(digest)")
    }
  }

  /// The application that `--replace` names.
  private func replaced(in workspace: Workspace) throws(CommandFailure) -> RecordID? {
    guard let replace else { return nil }
    do throws(FileProblem) {
      if let id = RecordID(replace), try workspace.documentIfPresent(WorkspaceLayout.application(id)) != nil {
        return id
      }
    } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
    throw CommandFailure(.usage, ImportWords.noApplication(replace))
  }

  private func record(
    _ file: WorkspaceImport.Imported, by person: Person, _ batch: WorkspaceImport, _ context: CommandContext
  ) {
    do throws(FileError) { try batch.record(file, by: person) } catch {
      context.say(CommandWords.notJournaled)
      context.say(StoreWords.phrase(error))
    }
  }

  private static func json(
    _ imported: [WorkspaceImport.Imported], _ refused: [WorkspaceImport.Refusal], _ language: Language
  ) -> JSONValue {
    let taken = imported.map { file -> JSONValue in
      let unparsed = file.unparsed.map { gap in
        JSONValue.object(
          JSONObject([("path", .string(gap.path)), ("text", .string(gap.text)), ("why", .string(gap.why))]))
      }
      var object = JSONObject([
        ("file", .string(file.file)), ("id", file.id.map { .string($0.text) } ?? .null),
        ("status", .string(file.status.rawValue)),
        ("revision", .number(JSONNumber(file.summary?.revision ?? file.revision))),
        ("unparsed", .array(unparsed)), ("changes", .array(file.changes.map(Self.change))),
        ("byOrderOfImport", .bool(file.isByOrder)),
      ])
      if let tally = file.tally {
        object["read"] = .object(
          JSONObject([
            ("fields", .number(JSONNumber(tally.read))), ("empty", .array(tally.empty.map { .string($0) })),
            ("metrics", .number(JSONNumber(tally.metrics))), ("sections", .number(JSONNumber(tally.sections))),
            ("pictures", .number(JSONNumber(tally.pictures))),
          ]))
      }
      if let table = file.summary {
        object["summary"] = .object(
          JSONObject([
            ("unit", table.unit.map { .string($0) } ?? .null), ("rows", .number(JSONNumber(table.rows))),
            ("left", .number(JSONNumber(table.left))),
            ("revision", table.revision.map { .number(JSONNumber($0)) } ?? .null),
          ]))
      }
      return .object(object)
    }
    let left = refused.map { file -> JSONValue in
      .object(
        JSONObject([
          ("file", .string(file.file)), ("reason", .string(ImportWords.reason(file.reason)(language))),
          ("status", .string(file.status)),
        ]))
    }
    return .object(JSONObject([("imported", .array(taken)), ("refused", .array(left))]))
  }
}

extension ImportCommand {
  fileprivate static func change(_ change: ApplicationChange) -> JSONValue {
    .object(JSONObject([("path", .string(change.path)), ("old", change.old), ("new", change.new)]))
  }
}

extension WorkspaceImport.Refusal {
  /// Whether the file was good and only could not be written.
  var isOfWorkspace: Bool { if case .refusal = reason { false } else { true } }

  /// A word for scripts.
  var status: String {
    switch reason {
    case .notWritten, .unreadableRecord, .notSaved: "not-written"
    case .headUnusable: "application-unreadable"
    case .headChanged: "application-changed"
    case .refusal: "refused"
    }
  }
}
