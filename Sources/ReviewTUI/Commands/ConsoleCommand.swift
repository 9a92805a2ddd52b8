import ArgumentParser
import Glibc

extension Language: ExpressibleByArgument {}
extension OutputFormat: ExpressibleByArgument {}

/// The options that every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: HelpWords.lang)
  var lang = Language.zh

  @Option(help: HelpWords.format)
  var format = OutputFormat.text
}

/// A command that answers with an exit status and can be run by a test without a process.
protocol ConsoleCommand: ParsableCommand {
  var common: CommonOptions { get }
  func run(in context: CommandContext) throws(CommandFailure) -> CommandExit
}

extension ConsoleCommand {
  mutating func run() throws {
    let context = CommandContext(
      language: common.lang, format: common.format, console: .standard(),
      environment: CommandEnvironment.variables([
        "HOME", "PATH", "TMPDIR", "XDG_STATE_HOME", "TERM", "LANG", "LC_ALL", "LC_CTYPE",
      ]),
      now: Timestamp.now())
    let exit = self.exit(in: context)
    if exit != .done { throw ExitCode(exit.rawValue) }
  }

  /// Runs, and tells the user what went wrong.
  func exit(in context: CommandContext) -> CommandExit {
    do throws(CommandFailure) {
      let exit = try run(in: context)
      return exit == .done && !context.console.isIntact ? .failed : exit
    } catch {
      for message in error.messages { context.say(message) }
      return error.exit
    }
  }
}

/// The few variables of the environment that the program looks at.
enum CommandEnvironment {
  static func variables(_ names: [String]) -> [String: String] {
    var found: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return found
  }
}
