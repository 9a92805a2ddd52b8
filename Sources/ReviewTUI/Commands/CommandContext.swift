import Core

/// How data is printed.
enum OutputFormat: String, CaseIterable, Sendable {
  case text, json
}

/// All that a command knows of the world around it.
struct CommandContext {
  let language: Language
  let format: OutputFormat
  let console: CommandConsole
  let environment: [String: String]
  /// The time as ISO 8601 with zone; a label in files.
  let now: String

  func say(_ phrase: Phrase) { console.error(phrase(language)) }

  /// The text of `phrase` as data.
  func print(_ phrase: Phrase) { console.out(phrase(language)) }

  /// The workspace at `path`.
  func open(_ path: String) throws(CommandFailure) -> Workspace {
    do throws(Workspace.OpenError) { return try Workspace.open(path) } catch {
      throw CommandFailure(.failed, StoreWords.phrase(error))
    }
  }

  /// The call as data.
  func program(of workspace: Workspace) throws(CommandFailure) -> Program {
    do throws(FileProblem) { return try workspace.program() } catch {
      throw CommandFailure(error)
    }
  }

  /// The person `id` of the roster.
  func person(_ id: String, in workspace: Workspace) throws(CommandFailure) -> Person {
    let roster: Roster
    do throws(FileProblem) { roster = try workspace.roster() } catch {
      throw CommandFailure(error)
    }
    do throws(Permission.Denial) { return try roster.person(id) } catch {
      throw CommandFailure(.notAllowed, StoreWords.phrase(error))
    }
  }

  /// An id from the command line.
  func id(_ text: String) throws(CommandFailure) -> RecordID {
    guard let id = RecordID(text) else { throw CommandFailure(.usage, CommandWords.badID(text)) }
    return id
  }

  /// The private folder for `workspace`; nil when there is no place for one, which only weakens the locks.
  func state(for workspace: Workspace) -> StateFolder? {
    guard let path = StateLocation.path(environment) else { return nil }
    do throws(FileError) { return try StateFolder.open(path, for: workspace) } catch { return nil }
  }
}
