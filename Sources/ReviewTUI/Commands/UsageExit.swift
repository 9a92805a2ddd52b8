import ArgumentParser

/// Parses a command line, runs it, and turns every outcome into an exit status of the product: usage errors are 2, in the
/// user's language and on standard error; help goes to standard output.
enum UsageExit {
  static func main(_ root: any ParsableCommand.Type, arguments: [String], console: CommandConsole) -> Int32 {
    do {
      var command = try root.parseAsRoot(arguments)
      try command.run()
      return CommandExit.done.rawValue
    } catch let code as ExitCode {
      return code.rawValue
    } catch {
      let code = root.exitCode(for: error)
      if code == .success {
        console.out(root.fullMessage(for: error))
        return code.rawValue
      }
      let language = CommandLanguage.detect(arguments)
      console.error(UsageWords.phrase(root.message(for: error))(language))
      console.error(UsageWords.seeHelp(command(root, arguments))(language))
      return CommandExit.usage.rawValue
    }
  }

  /// The part of the command line that names a command, for the hint where to look.
  private static func command(_ root: any ParsableCommand.Type, _ arguments: [String]) -> String {
    let name = root.configuration.commandName ?? "reviewtui"
    let names = root.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let first = arguments.first, names.contains(first) else { return name }
    return name + " " + first
  }
}
