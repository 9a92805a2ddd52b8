import Glibc

/// Whether this terminal may be sent UTF-8.
enum TerminalLocale {
  /// Sets the character set of the process to UTF-8; false when the user or the terminal says another one.
  ///
  /// To a terminal of another character set some bytes of Chinese characters are control codes. C.UTF-8 serves where the
  /// locale is not installed but says UTF-8, where none is set, and where the terminal driver was told UTF-8.
  @MainActor
  static func useUTF8(terminalEditsUTF8: Bool) -> Bool {
    if setlocale(LC_CTYPE, "") != nil, codesetIsUTF8 { return true }
    let asked = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.map(variable).first { !$0.isEmpty } ?? ""
    guard asked.isEmpty || terminalEditsUTF8 || namesUTF8(asked) else { return false }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil && codesetIsUTF8
  }

  /// Whether the name of a locale claims UTF-8, as in zh_CN.UTF-8 or en_US.utf8.
  static func namesUTF8(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.contains(".utf-8") || name.contains(".utf8")
  }

  private static var codesetIsUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
