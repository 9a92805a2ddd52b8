/// A button or the wheel of the mouse at a place of the screen.
struct Mouse: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case press
    /// Second press within 0.4 s at the same place; a `press` came before.
    case doublePress
    case release
    case wheelUp
    case wheelDown
  }

  var kind: Kind
  var position: Position
}

/// A signal that asks the program to end; Ctrl-C is a key, not a signal.
enum Termination: Int32, Equatable, Sendable {
  case hup = 1
  case int = 2
  case quit = 3
  case term = 15
}

/// What the outside world tells the loop.
enum InputEvent: Equatable, Sendable {
  case key(Key)
  /// Text pasted in one piece; line ends are `\n`. Never a command.
  case paste(String)
  case mouse(Mouse)
  /// The screen has a new size, or must be drawn anew at the same one.
  case resize(Size)
  /// `Waker.wake` was called.
  case wake
  /// The program must save and end within two seconds.
  case interrupted(Termination)
  /// The terminal is gone: save and end.
  case hangup
}
