import Glibc

/// Runs another program to its end, without a terminal, in a process group of its own.
struct ChildProcess {
  let program: String
  let arguments: [String]
  /// `NAME=value`; nothing else of the environment is passed on.
  let environment: [String]

  enum Outcome: Equatable {
    case notStarted
    case tooSlow
    case ended(status: Int32)
  }

  /// Waits at most `limit` seconds; then the whole group is killed. What it leaves running behind is killed too.
  func run(limit: Int) -> Outcome {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, flags) in [(Int32(0), O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", flags, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var mask = sigset_t()
    sigemptyset(&mask)
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, &attributes, &words, &variables) == 0 else { return .notStarted }
    defer { kill(-process, SIGKILL) }
    // Counted in steps: no clock is needed for a limit that need not be exact.
    for _ in 0..<(limit * 20) {
      var status: Int32 = 0
      let answer = waitpid(process, &status, WNOHANG)
      if answer == process { return .ended(status: status) }
      if answer < 0, errno != EINTR { return .ended(status: -1) }
      usleep(50_000)
    }
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .tooSlow
  }
}
