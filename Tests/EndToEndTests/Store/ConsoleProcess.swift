import Glibc

/// The built program, run as a process of its own.
struct ConsoleProcess {
  /// The program stands beside the test bundle.
  static let program: String = {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    let bytes = path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let folder = String(decoding: bytes, as: UTF8.self).split(separator: "/").dropLast()
    // `swift test` may run a helper of the toolchain; then the build folder is found from the sources.
    let beside = folder.reduce("") { $0 + "/" + $1 } + "/reviewtui"
    if access(beside, X_OK) == 0 { return beside }
    return #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/.build/debug/reviewtui"
  }()

  let pid: pid_t
  private let output: Int32

  /// Starts the program with `HOME` and a fixed environment; nil when the system refuses.
  init?(_ arguments: [String], home: String) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var child = pid_t()
    let words = ([Self.program] + arguments).map { strdup($0) } + [nil]
    let variables = ["HOME=\(home)", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "TZ=UTC", "SWIFT_BACKTRACE=enable=no"]
    let environment = variables.map { strdup($0) } + [nil]
    defer { for pointer in words + environment { free(pointer) } }
    let result = posix_spawn(&child, Self.program, &actions, &attributes, words, environment)
    close(ends[1])
    guard result == 0 else {
      close(ends[0])
      return nil
    }
    pid = child
    output = ends[0]
  }

  func kill() { Glibc.kill(pid, SIGKILL) }

  /// All that it printed, and its exit status; nil for one that a signal ended.
  func wait() -> (text: String, status: Int32?) {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(output, &part, part.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      bytes += part[..<count]
    }
    close(output)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return (String(decoding: bytes, as: UTF8.self), status & 0x7F == 0 ? status >> 8 & 0xFF : nil)
  }
}
