/// Where the program keeps its private files: `$XDG_STATE_HOME/reviewtui`, else `~/.local/state/reviewtui`.
enum StateLocation {
  /// Nil when the environment names no absolute place.
  static func path(_ environment: [String: String]) -> String? {
    if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") { return base + "/reviewtui" }
    if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.local/state/reviewtui" }
    return nil
  }
}
