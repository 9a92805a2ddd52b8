import Core

/// One thing that `doctor` looked at.
struct HealthCheck: Equatable {
  enum Status: String {
    case good = "ok"
    case warning = "warn"
    case bad = "fail"

    var mark: String {
      switch self {
      case .good: "✓"
      case .warning: "!"
      case .bad: "✗"
      }
    }
  }

  let name: String
  let status: Status
  let detail: Phrase

  init(_ name: String, _ status: Status, _ detail: Phrase) {
    self.name = name
    self.status = status
    self.detail = detail
  }
}

/// What the environment says about the terminal and its characters.
enum TerminalHealth {
  static func checks(_ environment: [String: String], columns: Int?) -> [HealthCheck] {
    let term = environment["TERM"] ?? ""
    let isKnown =
      !term.isEmpty && term != "dumb" && term.utf8.count <= 64
      && term.utf8.allSatisfy {
        ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || "+._-".utf8.contains($0)
      }
    let locale =
      ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let codeset = locale.utf8.split(separator: UInt8(ascii: ".")).dropFirst().first.flatMap { String($0) } ?? ""
    let isUTF8 = ["utf-8", "utf8", "UTF-8", "UTF8"].contains { codeset.hasPrefix($0) }
    return [
      HealthCheck("terminal", isKnown ? .good : .warning, isKnown ? DoctorWords.term(term) : DoctorWords.badTerm(term)),
      HealthCheck("size", .good, columns.map { DoctorWords.columns($0) } ?? DoctorWords.notATerminal),
      HealthCheck(
        "locale", isUTF8 ? .good : .warning, isUTF8 ? DoctorWords.locale(locale) : DoctorWords.badLocale(locale)),
    ]
  }
}

/// What the file system can do, as checks.
enum FileSystemChecks {
  static func checks(_ facts: FileSystemFacts) -> [HealthCheck] {
    func check(_ name: String, _ isGood: Bool, _ good: Phrase, _ bad: Phrase) -> HealthCheck {
      HealthCheck(name, isGood ? .good : .warning, isGood ? good : bad)
    }
    var checks = [
      check("writable", facts.isWritable, DoctorWords.writable, DoctorWords.readOnly),
      check("sync", facts.syncsFolders, DoctorWords.syncs, DoctorWords.doesNotSync),
    ]
    if facts.isWritable {
      checks.append(check("links", facts.hasLinks, DoctorWords.links, DoctorWords.noLinks))
      checks.append(check("case", !facts.isCaseBlind, DoctorWords.caseSensitive, DoctorWords.caseBlind))
    }
    if facts.isInMemory { checks.append(HealthCheck("memory", .warning, DoctorWords.inMemory)) }
    if facts.isRemote { checks.append(HealthCheck("remote", .warning, DoctorWords.remote)) }
    return checks
  }
}
