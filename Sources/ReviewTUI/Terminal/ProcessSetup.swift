import Glibc

/// What every start of the program does before anything else.
enum ProcessSetup {
  /// Opens the standard streams that are closed, keeps new files private, and turns SIGPIPE into an error.
  ///
  /// Without the first, a record that is opened could become standard output, and messages would be written into it.
  static func standardDescriptors() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      _ = open("/dev/null", O_RDWR)
    }
    _ = umask(0o077)
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Gives the terminal back when the program crashes; replaces the handlers of the Swift runtime, which would print a
  /// report into the screen.
  static func installCrashRestore() {
    EmergencyRestore.installCrashHandlers()
  }
}
