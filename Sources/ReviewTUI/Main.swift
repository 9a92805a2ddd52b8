import ArgumentParser
import Glibc

/// The command line `reviewtui`.
@main
struct ReviewTUI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reviewtui", abstract: HelpWords.root,
    subcommands: [
      OpenCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self, ListCommand.self, ShowCommand.self,
      CompareCommand.self, ScoreCommand.self, ReturnCommand.self, InspectCommand.self, CheckCommand.self,
      RankCommand.self, StatsCommand.self, ExportCommand.self, DoctorCommand.self,
    ], defaultSubcommand: OpenCommand.self)

  static func main() {
    ProcessSetup.standardDescriptors()
    let arguments = Array(CommandLine.arguments.dropFirst())
    Glibc.exit(UsageExit.main(Self.self, arguments: arguments, console: .standard()))
  }
}
