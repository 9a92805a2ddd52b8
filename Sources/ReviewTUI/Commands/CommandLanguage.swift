/// The language of the whole run, known before the command line is parsed, because usage errors speak it too.
enum CommandLanguage {
  static let current = detect(CommandLine.arguments)

  /// The value after `--lang`; Chinese when there is none that the program has. What is wrong with it is said later.
  static func detect(_ arguments: [String]) -> Language {
    var found = Language.zh
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument.hasPrefix("--lang=") {
        found = Language(rawValue: String(argument.dropFirst(7))) ?? found
      } else if argument == "--lang", index + 1 < arguments.count {
        found = Language(rawValue: arguments[index + 1]) ?? found
      }
    }
    return found
  }
}
