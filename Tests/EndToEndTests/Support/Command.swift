import Foundation
import Testing

/// The end-to-end tests run one after the other: each has a terminal and a program of its own.
@Suite(.serialized) enum EndToEnd {}

/// What a finished command printed and how it ended.
struct CommandResult {
  let status: Int32
  let output: String
  let errors: String
}

/// Where things are: the built binary beside the test bundle, the repository above this file.
enum Places {
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static var binary: String {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = bundle.deletingLastPathComponent()
    // `swift test` runs swiftpm-testing-helper from the toolchain; the build folder is then in the arguments.
    for argument in CommandLine.arguments where argument.contains(".xctest") {
      folder = URL(fileURLWithPath: argument).resolvingSymlinksInPath().deletingLastPathComponent()
    }
    return folder.appendingPathComponent("reviewtui").path
  }

  /// A new empty folder that is removed by the system, not by us: a failed test can be looked at.
  static func temporaryFolder(_ name: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "reviewtui-\(name)-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// A private copy of the sample workspace.
  static func sampleWorkspace() throws -> URL {
    let folder = try temporaryFolder("workspace").appendingPathComponent("ws")
    try FileManager.default.copyItem(at: repository.appendingPathComponent("sample-data"), to: folder)
    return folder
  }
}

/// Runs a command to its end with a pinned environment.
///
/// Spawned directly: Foundation's `Process` waits for every descendant that keeps its socket, and a terminal server
/// that was started in the background keeps it for ever. Files, not pipes, for the same reason.
@discardableResult
func run(_ arguments: [String], environment: [String: String] = [:], input: String? = nil) throws -> CommandResult {
  var variables = ProcessInfo.processInfo.environment
  for name in ["NO_COLOR", "LINES", "COLUMNS", "TMUX", "XDG_STATE_HOME", "XDG_DATA_HOME"] { variables[name] = nil }
  variables["LC_ALL"] = "C.UTF-8"
  variables["TZ"] = "Asia/Shanghai"
  for (name, value) in environment { variables[name] = value }

  let folder = try Places.temporaryFolder("run")
  defer { try? FileManager.default.removeItem(at: folder) }
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
  if let input { try Data(input.utf8).write(to: folder.appendingPathComponent("in")) }

  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, input == nil ? "/dev/null" : path("in"), O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, path("out"), O_WRONLY | O_CREAT, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, path("err"), O_WRONLY | O_CREAT, 0o600)
  // The test runner's threads block signals that a terminal program needs.
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

  var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in words + settings { free(pointer) } }
  var child = pid_t()
  let failure = posix_spawnp(&child, arguments[0], &actions, &attributes, &words, &settings)
  guard failure == 0 else { throw TerminalFailure("\(arguments[0]): \(String(cString: strerror(failure)))") }
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0, errno == EINTR {}
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
  }
  let isSignal = status & 0x7F != 0
  return CommandResult(
    status: isSignal ? 128 + status & 0x7F : (status >> 8) & 0xFF, output: try text("out"), errors: try text("err"))
}

/// A command of the product.
@discardableResult
func reviewtui(_ arguments: String..., environment: [String: String] = [:]) throws -> CommandResult {
  try run([Places.binary] + arguments, environment: environment)
}

/// A command of the product, with its words in a list.
@discardableResult
func reviewtui(_ arguments: [String], environment: [String: String] = [:]) throws -> CommandResult {
  try run([Places.binary] + arguments, environment: environment)
}
