import ArgumentParser
import Core

/// `reviewtui open`: the console on a workspace.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "打开评审工作区（默认命令） / Open a workspace in the console (the default)")

  @Argument(help: "工作区文件夹，默认为当前文件夹 / workspace folder, default: this folder")
  var workspace = "."

  @OptionGroup var options: ConsoleOptions

  func run() throws {
    try Console.run(path: workspace, name: nil, options: options)
  }
}

/// What `open` and `demo` have in common.
struct ConsoleOptions: ParsableArguments {
  @Option(name: .customLong("as"), help: "人员编号（people.json 中的 id） / person id of people.json")
  var person: String?

  @Option(help: "zh 或 en / zh or en")
  var lang: Language = .zh

  @Option(help: "auto, dark, light, mono")
  var theme: ThemeName = .auto

  @Flag(help: "只读，不写任何文件 / look only, write nothing")
  var readOnly = false
}

extension ThemeName: ExpressibleByArgument {}
