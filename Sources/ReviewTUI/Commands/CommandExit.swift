import Core

/// How a command ended, as its exit status.
enum CommandExit: Int32, Sendable {
  case done = 0
  /// The data has problems, which were listed.
  case problems = 1
  /// The command line is wrong.
  case usage = 2
  /// This person may not do it, or is not known.
  case notAllowed = 3
  /// A file could not be read or written, or was changed by somebody else; nothing changed.
  case failed = 4
}

/// Why a command ended early: its exit status and what to tell the user on standard error.
struct CommandFailure: Error, Equatable {
  let exit: CommandExit
  let messages: [Phrase]

  init(_ exit: CommandExit, _ messages: Phrase...) {
    self.exit = exit
    self.messages = messages
  }

  /// A file that the command cannot do without is at fault, or could not be read.
  init(_ problem: FileProblem) {
    self.init(problem.isUnread ? .failed : .problems, StoreWords.phrase(problem))
  }

  init(_ exit: CommandExit, _ messages: [Phrase]) {
    self.exit = exit
    self.messages = messages
  }
}
