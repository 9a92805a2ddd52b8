import Glibc

/// The three standard streams. When one is closed, the next file that is opened takes its number, and a message meant for
/// the person would be written into a record.
enum StandardStreams {
  /// Gives every closed one `/dev/null`. Comes before anything else.
  static func open() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 {
      _ = Glibc.open("/dev/null", O_RDWR)
    }
  }
}
