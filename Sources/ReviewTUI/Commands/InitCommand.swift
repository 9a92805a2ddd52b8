import ArgumentParser
import Core

/// `reviewtui init WORKSPACE [--program FILE]`.
struct InitCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: HelpWords.initialize)

  @Argument(help: HelpWords.workspace) var workspace: String
  @Option(help: HelpWords.program) var program: String?
  @OptionGroup var common: CommonOptions

  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit {
    let bytes = try programBytes()
    do throws(WorkspaceMaker.Failure) {
      try WorkspaceMaker.make(workspace, program: bytes)
    } catch {
      switch error {
      case .alreadyWorkspace: throw CommandFailure(.usage, CommandWords.alreadyWorkspace(workspace))
      case .notEmpty: throw CommandFailure(.usage, CommandWords.notEmpty(workspace))
      case .problem(let problem): throw CommandFailure(.problems, StoreWords.phrase(problem))
      case .failed(let error): throw CommandFailure(.failed, StoreWords.phrase(error))
      }
    }
    switch context.format {
    case .text: context.print(CommandWords.made(workspace))
    case .json: context.console.out(JSONOutput.bytes(.object(JSONObject([("workspace", .string(workspace))]))))
    }
    return .done
  }

  private func programBytes() throws(CommandFailure) -> [UInt8] {
    guard let program else { return PackageResources.program_json }
    do throws(FileError) { return try OutsideFile.read(program) } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
  }
}
