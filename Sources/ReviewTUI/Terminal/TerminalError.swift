/// Why there can be no full-screen console here.
enum TerminalError: Error, Equatable {
  /// Standard input or output is a file, a pipe or closed.
  case notATerminal
  /// TERM names nothing that the system knows; the text is safe to show.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor.
  case dumb
  /// The locale is not UTF-8 and nothing says that the terminal is: its message must be ASCII.
  case notUTF8
  /// A call of the system failed, with its errno.
  case system(Int32)
}
