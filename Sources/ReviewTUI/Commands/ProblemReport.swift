import Core

/// Lists what is wrong with files on standard error.
enum ProblemReport {
  /// `problems` when something must be put right, `done` otherwise.
  static func tell(_ problems: [FileProblem], _ context: CommandContext) -> CommandExit {
    if problems.isEmpty { return .done }
    context.say(CommandWords.problems(problems.count))
    for problem in problems {
      let phrase = StoreWords.phrase(problem)
      context.console.error("  " + phrase(context.language))
    }
    return problems.allSatisfy(\.isOnlyNotice) ? .done : .problems
  }

  /// `{"file", "line", "message"}`.
  static func json(_ problem: FileProblem, _ language: Language) -> JSONValue {
    .object(
      JSONObject([
        ("file", .string(problem.file)), ("line", problem.line.map { .number(JSONNumber($0)) } ?? .null),
        ("message", .string(StoreWords.reason(problem.reason)(language))),
      ]))
  }
}
