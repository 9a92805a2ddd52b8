import ArgumentParser

/// The command line `reviewtui`.
@main
struct ReviewTUI: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reviewtui")
}
