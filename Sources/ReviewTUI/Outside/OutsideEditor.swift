import Core
import Foundation
import Glibc

/// The editor of the person's choice, run on the terminal in our place.
struct OutsideEditor {
  /// How it ended.
  enum Outcome: Equatable, Sendable {
    /// The text as the editor left it.
    case text(String)
    /// No editor is set, and none of those that are tried is installed.
    case none
    /// The setting cannot be split into words.
    case badCommand(String)
    case notStarted(String, code: Int32)
    case failed(status: Int32)
    case killed(signal: Int32)
    /// The file is gone.
    case gone
    case tooLarge(limit: Int)
    /// The file is no UTF-8 text.
    case notText
    case unreadable(FileError)
  }

  /// Variables of the process.
  let environment: [String: String]

  /// `$VISUAL`, `$EDITOR`, or the first of nano and vi that is installed.
  func command() -> Result<[String], Refusal> {
    for name in ["VISUAL", "EDITOR"] {
      guard let setting = environment[name], setting.contains(where: { !$0.isWhitespace }) else { continue }
      guard let words = ShellWords.split(setting), words.first?.isEmpty == false else {
        return .failure(Refusal(outcome: .badCommand(setting)))
      }
      return .success(words)
    }
    for program in ["nano", "vi"] where isInstalled(program) { return .success([program]) }
    return .failure(Refusal(outcome: .none))
  }

  /// Why no editor is started.
  struct Refusal: Error {
    let outcome: Outcome
  }

  private func isInstalled(_ program: String) -> Bool {
    (environment["PATH"] ?? "").split(separator: ":").contains {
      $0.hasPrefix("/") && access("\($0)/\(program)", X_OK) == 0
    }
  }

  /// Lets the editor work on `text` while `terminal` is away; comes back when it has ended.
  @MainActor
  func edit(_ text: OutsideText, on terminal: any TerminalPort) -> Outcome {
    let words: [String]
    switch command() {
    case .success(let found): words = found
    case .failure(let refusal): return refusal.outcome
    }
    var code: Int32 = 0
    let status = terminal.runOutside {
      let (failure, status) = run(words + [text.path], keeping: text.lock)
      code = failure
      return status
    }
    if code != 0 { return .notStarted(words[0], code: code) }
    if status & 0x7F != 0 { return .killed(signal: status & 0x7F) }
    if status != 0 { return .failed(status: status >> 8 & 0xFF) }
    return read(text)
  }

  private func read(_ text: OutsideText) -> Outcome {
    do throws(FileError) {
      guard let found = String(validating: try text.read(), as: UTF8.self) else { return .notText }
      return .text(found)
    } catch {
      switch error.reason {
      case .missing: return .gone
      case .tooLarge(_, let limit): return .tooLarge(limit: limit)
      default: return .unreadable(error)
      }
    }
  }

  /// Starts the program in our process group, so that Ctrl-Z stops both, and waits for its end: error number of the start
  /// and status of the end.
  private func run(_ words: [String], keeping lock: Int32) -> (code: Int32, status: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Onto itself: the child keeps it, and with it the lock.
    if lock >= 0 { posix_spawn_file_actions_adddup2(&actions, lock, lock) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var set = sigset_t()
    sigemptyset(&set)
    posix_spawnattr_setsigmask(&attributes, &set)
    sigaddset(&set, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &set)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { return (code, 0) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return (errno, 0) }
    }
    return (0, status)
  }
}
