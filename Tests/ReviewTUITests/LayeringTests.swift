import Foundation
import Testing

/// The borders between rooms that the compiler does not check.
@Suite struct LayeringTests {
  static let sources = SampleState.root.appendingPathComponent("Sources")

  private func files(_ room: String) throws -> [(name: String, text: String)] {
    let folder = Self.sources.appendingPathComponent(room)
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    #expect(!names.isEmpty, "no files in \(room)")
    return try names.filter { $0.hasSuffix(".swift") }.map {
      ("\(room)/\($0)", try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
    }
  }

  @Test func onlyTheTerminalRoomKnowsCurses() throws {
    for file in try files("ReviewTUI") + files("Core") where !file.name.hasPrefix("ReviewTUI/Terminal/") {
      #expect(!file.text.contains("import CNcurses"), "\(file.name) imports CNcurses")
    }
  }

  @Test(arguments: ["ReviewTUI/Drawing", "ReviewTUI/Input"]) func leavesKnowNoState(_ room: String) throws {
    for file in try files(room) {
      for word in ["AppState", "AppAction", "ReviewStore", "Workspace", "Phrase"] {
        #expect(!file.text.contains(word), "\(file.name) names \(word)")
      }
    }
  }

  @Test func coreNeitherPrintsNorReadsTheClock() throws {
    for file in try files("Core") {
      for word in ["print(", "Date()", "getenv(", "ProcessInfo"] {
        #expect(!file.text.contains(word), "\(file.name) uses \(word)")
      }
    }
  }

  @Test(arguments: [("Domain", ["Workspace", "Exchange"]), ("JSON", ["Application", "Workspace"])])
  func lowerRoomsOfCoreKnowNothingAbove(_ room: String, _ words: [String]) throws {
    for file in try files("Core/\(room)") {
      let code = file.text.split(separator: "\n").filter { !$0.contains("//") }.joined(separator: "\n")
      for word in words where code.contains("\(word)Store") || code.contains(": \(word)\n") {
        Issue.record("\(file.name) names \(word)")
      }
    }
  }

  /// Words for users stand in one place: no Chinese in code outside Words, but for signs that belong to the language.
  @Test func chineseSentencesStandInWords() throws {
    for file in try files("ReviewTUI/App") + files("ReviewTUI/Screens") + files("ReviewTUI/Terminal") {
      for line in file.text.split(separator: "\n") {
        let code = line.drop { $0 == " " }
        guard !code.hasPrefix("//"), let quote = code.firstIndex(of: "\"") else { continue }
        let literal = code[quote...]
        let han = literal.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
        #expect(han <= 3, "\(file.name): \(code)")
      }
    }
  }
}
