import ArgumentParser
import Core

/// `reviewtui show WORKSPACE ID`.
struct ShowCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: HelpWords.show)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Argument(help: HelpWords.application) var id: String
  @Flag(help: HelpWords.trail) var metrics = false
  @Option(name: .customLong("as"), help: HelpWords.viewer) var person: String?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let application = try context.id(id)
    let open = try context.open(workspace)
    let program = try context.program(of: open)
    var viewer: Person?
    if let person { viewer = try context.person(person, in: open) }
    do throws(FileProblem) {
      guard let document = try open.documentIfPresent(WorkspaceLayout.application(application)) else {
        throw FileProblem(file: id, reason: .unknownName)
      }
      let value = try document.reading { (json) throws(FieldError) in try Application(json: json) }
      guard value.id.utf8.elementsEqual(application.text.utf8) else {
        throw FileProblem(
          file: document.path.description, line: document.line(of: ["id"]),
          reason: .wrongID(found: value.id, expected: application.text))
      }
      if metrics {
        TrailReport(workspace: open, program: program, viewer: viewer).print(application, value, context)
        return .done
      }
      if context.format == .json {
        context.console.out(JSONOutput.bytes(document.value))
        return .done
      }
      for line in ApplicationText(value, program, context.language).lines { context.console.out(line) }
      return .done
    } catch {
      if error.reason == .unknownName { throw CommandFailure(.failed, CommandWords.noApplication(id)) }
      throw CommandFailure(error)
    }
  }
}
