import CNcurses
import Glibc

/// The kind of terminal: what ncurses is to open.
struct TerminalKind: Equatable {
  let name: String
  /// A description of our own, for TERMINFO; nil for the system's.
  let description: String?

  init(system name: String) {
    self.name = name
    description = nil
  }

  /// tmux or GNU screen by our own description.
  init(multiplexer name: String) {
    let isRich = name.hasPrefix("tmux") || name.contains("256color")
    self.name = isRich ? MultiplexerDescription.richName : MultiplexerDescription.basicName
    description = isRich ? MultiplexerDescription.rich : MultiplexerDescription.basic
  }

  /// What `body` answers with the description in the environment.
  @MainActor
  func described<Result>(_ body: () -> Result) -> Result {
    if let description { setenv("TERMINFO", description, 1) }
    defer { unsetenv("TERMINFO") }
    return body()
  }
}

/// The name of the terminal in TERM.
enum TerminalName {
  /// The terminal that TERM names.
  ///
  /// Variables that would let somebody else's files or numbers in are removed from the environment.
  @MainActor
  static func fromEnvironment() throws(TerminalError) -> TerminalKind {
    for name in ["TERMINFO", "TERMINFO_DIRS", "TERMCAP", "TERMPATH", "LINES", "COLUMNS"] { unsetenv(name) }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard isProper(name) else { throw .unknownTerminal(String(name.prefix(80))) }
    if name == "dumb" { throw .dumb }
    for candidate in candidates(for: name) {
      switch capability(candidate) {
      case .full: return candidate
      case .cannotPlaceCursor: throw .dumb
      case .unknown: continue
      }
    }
    throw .unknownTerminal(name)
  }

  /// Whether a name is `[A-Za-z0-9+._-]{1,64}` and so no path.
  static func isProper(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && !name.hasPrefix(".")
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "_"),
          UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// What may be opened for a name, best first: terminals that are newer than the system are close enough to older ones.
  static func candidates(for name: String) -> [TerminalKind] {
    let itself = TerminalKind(system: name)
    if name.hasPrefix("tmux") || name.hasPrefix("screen") { return [TerminalKind(multiplexer: name), itself] }
    let relatives = [
      "xterm", "alacritty", "foot", "kitty", "ghostty", "wezterm", "rio", "contour", "konsole", "gnome", "vte",
    ]
    guard relatives.contains(where: name.hasPrefix) else { return [itself] }
    return [itself, TerminalKind(system: "xterm-256color"), TerminalKind(system: "xterm")]
  }

  private enum Capability {
    case full, cannotPlaceCursor, unknown
  }

  @MainActor
  private static func capability(_ kind: TerminalKind) -> Capability {
    var code: Int32 = 0
    guard kind.described({ setupterm(kind.name, 1, &code) }) == OK else {
      return code == 1 ? .cannotPlaceCursor : .unknown
    }
    defer { del_curterm(set_curterm(nil)) }
    return TerminalString.named("cup") != nil && TerminalString.named("clear") != nil ? .full : .cannotPlaceCursor
  }
}

/// Strings of the terminal's description.
enum TerminalString {
  /// The string capability `name` without its delays, as bytes; nil when the terminal has none.
  @MainActor
  static func named(_ name: String) -> [UInt8]? {
    // The library answers "no such capability" with the pointer -1.
    guard let pointer = tigetstr(name), Int(bitPattern: pointer) != -1 else { return nil }
    return withoutDelays(Array(String(cString: pointer).utf8))
  }

  /// `bytes` without `$<5/>`.
  static func withoutDelays(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "$"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "<"),
        let end = bytes[at...].firstIndex(of: UInt8(ascii: ">"))
      {
        at = end + 1
      } else {
        kept.append(bytes[at])
        at += 1
      }
    }
    return kept
  }
}
