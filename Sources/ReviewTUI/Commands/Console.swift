import ArgumentParser
import Core
import Glibc

/// Why the console does not open: facts, put into words in one place.
enum LaunchError: Error {
  case workspace(Workspace.OpenError)
  case file(FileProblem)
  case person(Permission.Denial, known: [String])
  case terminal(TerminalError)
  /// The sample data is not beside the program.
  case noSampleData
  case demoFailed(path: String, reason: String)

  /// Exit status: 2 usage, 3 not allowed, 4 could not read or write.
  var exitCode: Int32 {
    switch self {
    case .terminal: 2
    case .person: 3
    case .workspace, .file, .noSampleData, .demoFailed: 4
    }
  }
}

/// Opens the console on a workspace and keeps it until the user leaves.
enum Console {
  /// - Parameter name: what the header calls the workspace; nil for the folder's own name.
  static func run(path: String, name: String?, options: ConsoleOptions) throws {
    ProcessSetup.standardDescriptors()
    do throws(LaunchError) {
      try open(path: path, name: name, options: options)
    } catch {
      writeError(Phrase(error)(options.lang))
      throw ExitCode(error.exitCode)
    }
  }

  private static func open(path: String, name: String?, options: ConsoleOptions) throws(LaunchError) {
    let workspace: Workspace
    do throws(Workspace.OpenError) { workspace = try Workspace.open(path) } catch { throw .workspace(error) }
    let program: Program
    let person: Person?
    do throws(FileProblem) {
      program = try workspace.program()
      person = try self.person(options.person, in: workspace)
    } catch {
      throw .file(error)
    }
    if let id = options.person, person == nil {
      let roster: Roster
      do throws(FileProblem) { roster = try workspace.roster() } catch { throw .file(error) }
      throw .person(.unknownPerson(id), known: roster.people.map(\.id))
    }
    let readOnly = readOnlyReason(options, workspace: workspace, person: person)
    // Without a private folder the console still works; the backend says that typed text is not kept.
    // Inspectors and supervisors write too, only no score sheet.
    let state = readOnly == nil || readOnly == .notReviewer ? privateState(for: workspace) : nil
    let name = name ?? folderName(path)
    let outcome = MainActor.assumeIsolated { () -> Result<Bool, TerminalError> in
      do throws(TerminalError) {
        let noColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
        let terminal = try CursesTerminal.open(theme: options.theme, noColor: noColor)
        ProcessSetup.installCrashRestore()
        var initial = AppState(
          size: terminal.size, language: options.lang, theme: options.theme, workspace: name, person: person)
        initial.readOnly = readOnly
        initial.home = getenv("HOME").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? ""
        let backend = WorkspaceBackend(workspace, program: program, person: person, state: state)
        let safe = AppRuntime(state: initial, terminal: terminal, backend: backend).run()
        terminal.close()
        return .success(safe)
      } catch {
        return .failure(error)
      }
    }
    switch outcome {
    case .success(true): break
    case .success(false): writeError(Phrase.notEverythingSafe(options.lang))
    case .failure(let error): throw .terminal(error)
    }
  }

  private static func person(_ id: String?, in workspace: Workspace) throws(FileProblem) -> Person? {
    guard let id else { return nil }
    return try workspace.roster()[id]
  }

  private static func readOnlyReason(
    _ options: ConsoleOptions, workspace: Workspace, person: Person?
  ) -> AppState.ReadOnlyReason? {
    if options.readOnly { return .asked }
    guard let person else { return .nobody }
    if !workspace.isWritable() { return .folder }
    return person.roles.contains(.reviewer) ? nil : .notReviewer
  }

  /// The folder for drafts and locks: `$XDG_STATE_HOME/reviewtui` or `~/.local/state/reviewtui`.
  static func privateState(for workspace: Workspace) -> StateFolder? {
    guard let base = folder("XDG_STATE_HOME", or: "/.local/state") else { return nil }
    do throws(FileError) {
      return try StateFolder.open(base + "/reviewtui", for: workspace)
    } catch {
      return nil
    }
  }

  /// The value of an XDG variable, or the default below the home folder; nil when neither is there.
  static func folder(_ variable: String, or fallback: String) -> String? {
    if let value = getenv(variable).map({ String(cString: $0) }), value.hasPrefix("/") { return value }
    if let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") { return home + fallback }
    return nil
  }

  private static func folderName(_ path: String) -> String {
    let full = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    return (full ?? path).split(separator: "/").last.map(String.init) ?? path
  }

  /// Writes a safe line to standard error.
  static func writeError(_ text: String) {
    let line = Array((display(text) + "\n").utf8)
    var rest = line[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
