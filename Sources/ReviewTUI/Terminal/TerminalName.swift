import CNcurses
import Glibc

/// The kind of terminal, as TERM names it.
enum TerminalName {
  /// The name to open, checked against the system's list of terminals.
  ///
  /// Variables that would let somebody else's files or numbers in are removed from the environment.
  @MainActor
  static func fromEnvironment() throws(TerminalError) -> String {
    for name in ["TERMINFO", "TERMINFO_DIRS", "TERMCAP", "TERMPATH", "LINES", "COLUMNS"] { unsetenv(name) }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard isProper(name) else { throw .unknownTerminal(String(name.prefix(80))) }
    if name == "dumb" { throw .dumb }
    for candidate in [name] + standIns(for: name) {
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

  /// What a newer terminal is close enough to, when the system is too old to know it.
  static func standIns(for name: String) -> [String] {
    if name.hasPrefix("tmux") || name.hasPrefix("screen") { return ["screen-256color", "screen"] }
    let relatives = [
      "xterm", "alacritty", "foot", "kitty", "ghostty", "wezterm", "rio", "contour", "konsole", "gnome", "vte",
    ]
    return relatives.contains(where: name.hasPrefix) ? ["xterm-256color", "xterm"] : []
  }

  private enum Capability {
    case full, cannotPlaceCursor, unknown
  }

  @MainActor
  private static func capability(_ name: String) -> Capability {
    var code: Int32 = 0
    guard setupterm(name, 1, &code) == OK else { return code == 1 ? .cannotPlaceCursor : .unknown }
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
