import Glibc
import Testing

@testable import Core

/// Calls that lose or change data on this platform, or end the program on bad input, and where each may stand.
private let banned: [(word: String, allowed: [String])] = [
  ("replaceItemAt", []), (".moveItem", []), ("copyItem", []), ("fileExists(", []), (".write(to:", []),
  ("JSONDecoder", []), ("JSONEncoder", []), ("JSONSerialization", []), ("Decimal(string:", []), ("try!", []),
  ("as!", []), ("fatalError", []), ("unowned(unsafe)", []), ("initscr", ["CNcurses"]),
  ("lowercased()", ["Input", "Query", "Exchange", "Measures", "Screens", "Terminal"]),
]

private func swiftFiles(_ folder: String) throws -> [(name: String, text: String)] {
  var files: [(String, String)] = []
  let open = try Folder.open(folder, named: "", calls: .system)
  for name in try open.names() {
    if name.kind == .folder {
      files += try swiftFiles(folder + "/" + name.text)
    } else if name.text.hasSuffix(".swift") {
      let text = String(decoding: try open.read(name.text, max: 1 << 20), as: UTF8.self)
      files.append((folder + "/" + name.text, text))
    }
  }
  return files
}

private var sources: String {
  #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Sources"
}

private func code(_ text: String) -> [Substring] {
  text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
}

@Test func theSourcesUseNoCallOfTheBanList() throws {
  let files = try swiftFiles(sources)
  #expect(files.count > 30)
  for (name, text) in files {
    for line in code(text) {
      for (word, allowed) in banned where line.contains(word) {
        #expect(allowed.contains { name.contains("/\($0)/") }, "\(word) in \(name): \(line)")
      }
    }
  }
}

@Test func coreNeitherPrintsNorAsksTheClockNorTheEnvironment() throws {
  let files = try swiftFiles(sources + "/Core")
  for (name, text) in files {
    for line in code(text) {
      for word in ["print(", "Date()", "getenv", "ProcessInfo", "time(nil)", "clock_gettime"] {
        #expect(!line.contains(word), "\(word) in \(name): \(line)")
      }
      if name.contains("/Workspace/") { #expect(!line.contains(" try? "), "\(name): \(line)") }
    }
  }
}
