import Core
import Glibc
import Testing

@testable import ReviewTUI

/// Files as strangers and broken disks make them, through every command: each ends in its class by name, the rest of the
/// work is done, nothing else is written, and no output can drive a terminal.
@Suite struct HostileTests {
  /// One file and what must become of it as an application of the workspace.
  struct Input: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    /// Whether the workspace reads it.
    let isRead: Bool

    init(_ name: String, _ text: String, isRead: Bool = false) { self.init(name, Array(text.utf8), isRead: isRead) }
    init(_ name: String, _ bytes: [UInt8], isRead: Bool = false) {
      self.name = name
      self.bytes = bytes
      self.isRead = isRead
    }

    var testDescription: String { name }
  }

  static let id = "2022-yanzhou-001"

  /// An application with `text` in every field that holds words, and `members` after them.
  static func record(_ text: String = "甲", members: String = "") -> String {
    let quoted = String(decoding: JSONWriter.compact(.string(text)), as: UTF8.self)
    return """
      {"schema": "reviewtui/application/1", "id": "\(id)", "unit": "yanzhou", "source": {"file": \(quoted)},
       "cover": {"applicant": \(quoted), "projectName": \(quoted), "fillDate": \(quoted)},
       "company": {"name": \(quoted), "address": \(quoted), "business": \(quoted), "contact": {"name": \(quoted), "phones": [\(quoted)]}},
       "project": {"name": \(quoted), "scenarios": ["SC06"], "otherScenarios": [\(quoted)], "overview": \(quoted),
        "operators": [{"name": \(quoted)}]}, "investment": {"total": 1250.5},
       "metrics": {"economic": {"text": \(quoted), "rows": [{"id": "m01", "name": \(quoted), "value": 3, "unit": \(quoted)}]}},
       "sections": {"2": {"heading": \(quoted), "paragraphs": [\(quoted)]}}, "photos": [{"file": "a/b.png", "caption": \(quoted)}],
       "extra": [{"label": \(quoted), "text": \(quoted)}], "raw": {"a": \(quoted)},
       "unparsed": [{"path": "company.name", "text": \(quoted), "why": \(quoted)}]\(members)}
      """
  }

  private static func wide(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }

  static let shown: [Input] = [
    "\u{1B}]0;LEAK\u{7}", "\u{1B}]52;c;TEVBSw==\u{7}", "\u{1B}[2J\u{1B}[H", "\u{1B}P$q\u{1B}\\", "\u{1B}",
    "\u{9B}31m\u{9D}0;LEAK\u{9C}",
    "得分 10\r得分 99\u{8}\u{8}", "\u{7}\u{B}\u{C}\u{E}\u{7F}\u{0}", "\u{202E}99\u{202C}", "\u{2067}甲\u{2069}",
    "优\u{200B}秀\u{FEFF}",
    "a\u{E004C}\u{E0041}", "葛\u{E0100}", "\u{3164}\u{115F}\u{34F}", "a\u{2028}b\u{2029}c",
    "分" + String(repeating: "\u{301}", count: 30),
    "\u{301}9", "\u{E000}\u{10FFFF}\u{378}", "甲\n乙\t丙", String(repeating: "字", count: 20_000),
  ].enumerated().map { Input("text \($0.offset)", record($0.element), isRead: true) }

  static let broken: [Input] = {
    let good = record()
    let bytes = Array(good.utf8)
    func extended(_ members: String) -> String { record(members: ", " + members) }
    return [
      Input("empty", ""), Input("zeros", [UInt8](repeating: 0, count: 4096)),
      Input("half", Array(bytes[..<(bytes.count / 2)])),
      Input("one byte short", Array(bytes.dropLast())), Input("twice", good + good),
      Input("not closed", String(repeating: "[", count: 1_000_000)),
      Input(
        "deep",
        extended("\"z\": " + String(repeating: "{\"a\":", count: 200) + "1" + String(repeating: "}", count: 200))),
      Input("key twice", extended("\"id\": \"\(id)\"")),
      Input("key twice, escaped", extended("\"\\u0069d\": \"\(id)\"")),
      Input("trailing comma", String(good.dropLast()) + ",}"), Input("UTF-16", [0xFF, 0xFE] + wide(good)),
      Input("UTF-16 bare", wide(good)),
      Input("GBK", [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xBC, 0xC3, 0xC4, 0xFE, 0xCA, 0xD0, 0x22, 0x7D]),
      Input("overlong", bytes.dropLast() + [0x2C, 0x22, 0xC0, 0xAF, 0x22, 0x3A, 0x31, 0x7D]),
      Input("half a pair", extended("\"a\": \"\\ud800\"")),
      Input("not finite", extended("\"a\": 1e400")),
      Input("a thousand digits", extended("\"a\": " + String(repeating: "9", count: 1000))),
      Input("marks", record("a" + String(repeating: "\u{301}\u{316}", count: 5000))), Input("list", "[]"),
      Input("page", "<!DOCTYPE html><html></html>"),
      Input("merge", "<<<<<<< HEAD\n\(good)\n=======\n\(good)\n>>>>>>> other\n"),
      Input("package", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 90)),
      Input("another id", good.replacing("\"id\": \"\(id)\"", with: "\"id\": \"../../etc/passwd\"")),
      Input("another's id", good.replacing("\"id\": \"\(id)\"", with: "\"id\": \"2022-qufu-001\"")),
    ]
  }()

  private func check(_ result: CommandBench.Result, _ what: Comment) {
    #expect(Self.unsafe(result.out) == [], what)
    #expect(Self.unsafe(result.err) == [], what)
  }

  /// Everything in `text` that could drive or fool a terminal.
  static func unsafe(_ text: String) -> [UInt32] {
    text.unicodeScalars.map(\.value).filter { value in
      switch value {
      case 0x09, 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x34F, 0x61C, 0x115F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164,
        0xFEFF,
        0xE0000...0xE0FFF:
        true
      default: false
      }
    }
  }

  @Test(arguments: shown + broken) func readingCommandsEndInTheClassOfTheFile(_ input: Input) {
    let bench = CommandBench.filled()
    let file = "applications/\(Self.id).json"
    bench.write(input.bytes, to: file)
    let before = bench.contents()
    let list = bench.run("list", "$")
    #expect(list.exit == (input.isRead ? .done : .problems), "\(list.err.prefix(300))")
    #expect(list.out.contains(CommandBench.application), "the rest is listed")
    #expect(list.out.contains(Self.id) == input.isRead)
    #expect(list.err.contains(file) == !input.isRead)
    let show = bench.run("show", "$", Self.id)
    #expect(show.exit == (input.isRead ? .done : .problems))
    #expect(show.err.contains(file) == !input.isRead)
    let json = bench.run("show", "$", Self.id, "--format", "json")
    #expect(json.exit == show.exit)
    let search = bench.run("list", "$", "5G or LEAK or 甲")
    #expect(search.out.contains(CommandBench.application))
    #expect(search.exit == list.exit)
    let history = bench.run("history", "$", Self.id)
    #expect(history.exit == .done)
    let export = bench.run("export", "$", "register", "--out", "-")
    #expect(export.exit == list.exit)
    #expect(export.out.contains(CommandBench.application), "the rest is exported")
    // As a file the text starts with a byte order mark.
    #expect(Self.unsafe(String(export.out.unicodeScalars.dropFirst().filter { $0 != "\r" })) == [], "\(input.name)")
    check(CommandBench.Result(exit: .done, err: export.err), "\(input.name)")
    let health = bench.run("doctor", "$")
    #expect(health.err.contains(file) == !input.isRead)
    let trail = bench.run("show", "$", Self.id, "--metrics")
    let trailJSON = bench.run("show", "$", Self.id, "--metrics", "--format", "json")
    // Totals refuse while an application cannot be read; the other figures are given.
    let rank = bench.run("rank", "$", "--as", "chief-01")
    #expect(rank.exit == list.exit)
    #expect(rank.err.contains(file) == !input.isRead)
    let stats = bench.run("stats", "$", "--as", "chief-01")
    #expect(stats.exit == list.exit)
    let figures = bench.run("stats", "$", "--format", "json")
    let explained = bench.run("rank", "$", CommandBench.application, "--as", "chief-01", "--format", "json")
    for result in [
      trail, trailJSON, list, show, json, search, history, health, rank, stats, figures, explained,
      bench.run("list", "$", "--format", "json"),
    ] {
      check(result, "\(input.name)")
    }
    #expect(bench.contents() == before, "nothing is written")
  }

  @Test(arguments: broken) func importRefusesByNameAndDoesTheRest(_ input: Input) {
    let bench = CommandBench.filled()
    bench.write(input.bytes, to: "../in/a hostile.json")
    bench.write(Self.record("乙"), to: "../in/good.json")
    let result = bench.run("import", bench.path + "/in", "--into", "$", "--unit", "yanzhou")
    // Another id is no reason to refuse: the workspace gives its own.
    let isTaken = input.name == "another's id"
    #expect(result.exit == (isTaken ? .done : .problems), "\(result.err.prefix(300))")
    #expect(result.err.contains("a hostile.json") == !isTaken)
    #expect(bench.text("applications/\(Self.id).json") != nil, "the rest is imported")
    check(result, "\(input.name)")
    #expect(bench.contents().keys.filter { $0.hasPrefix("applications/") }.count == (isTaken ? 3 : 2))
  }

  @Test(arguments: shown) func importedTextCannotDriveATerminal(_ input: Input) {
    let bench = CommandBench.filled()
    bench.write(input.bytes, to: "../in/form.json")
    let result = bench.run("import", bench.path + "/in/form.json", "--into", "$")
    check(result, "\(input.name)")
    #expect(result.exit == .done, "\(result.err.prefix(300))")
    check(bench.run("show", "$", Self.id), "\(input.name)")
  }

  @Test func namesAndKindsOfFilesAreNeverTrusted() {
    let bench = CommandBench.filled()
    let folder = bench.workspace + "/applications/"
    let good = Self.record()
    let names: [[UInt8]] = [
      Array("\u{1B}]0;LEAK\u{7}.json".utf8), Array("a\nb.json".utf8), [0xFF, 0xFE] + Array(".json".utf8),
      [0xBC, 0xC3] + Array(".json".utf8),
      Array("发票\u{202E}xcod.json".utf8), Array("CON.json".utf8), Array("-rf.json".utf8),
    ]
    for name in names { bench.write(Array(good.utf8), toPath: Array(folder.utf8) + name) }
    mkfifo(folder + "2022-qufu-001.json", 0o644)
    symlink("/etc/passwd", folder + "2022-qufu-002.json")
    symlink("2022-qufu-003.json", folder + "2022-qufu-003.json")
    mkdir(folder + "2022-qufu-004.json", 0o755)
    let huge = open(folder + "2022-qufu-005.json", O_WRONLY | O_CREAT, 0o644)
    ftruncate(huge, 20 << 30)
    close(huge)
    let list = bench.run("list", "$")
    #expect(list.exit == .problems)
    #expect(list.out.contains(CommandBench.application))
    for number in [1, 2, 3, 5] { #expect(list.err.contains("2022-qufu-00\(number)"), "\(number)") }
    #expect(list.err.contains("␛"))
    let results = [
      list, bench.run("doctor", "$"), bench.run("list", "$", "甲"), bench.run("list", "$", "--format", "json"),
    ]
    for result in results { check(result, "names") }
    for number in 1...5 {
      let show = bench.run("show", "$", "2022-qufu-00\(number)")
      #expect(show.exit == .problems, "\(number)")
      check(show, "\(number)")
    }
    // The same folder as something to import, into another workspace.
    let other = CommandBench.filled()
    let result = other.run("import", folder, "--into", "$", "--unit", "zoucheng")
    #expect(result.exit == .problems)
    #expect(result.err.contains("2022-qufu-005"))
    check(result, "import")
  }

  @Test func aRecordUnderTheNameOfADocumentIsRefused() {
    let bench = CommandBench.filled()
    for name in ["表.xlsx", "书.docx"] {
      bench.write(Self.record(), to: "../in/\(name)")
      let result = bench.run("import", bench.path + "/in/\(name)", "--into", "$", "--unit", "yanzhou")
      #expect(result.exit == .problems)
      #expect(result.err.contains(name) && result.err.contains("JSON"))
    }
    #expect(bench.text("applications/\(Self.id).json") == nil)
  }

  /// Lines that somebody else put into a journal, with what could drive a terminal in every field.
  @Test(arguments: shown) func hostileJournalsAreToldSafely(_ input: Input) throws {
    let bench = CommandBench.filled()
    let value = try JSONParser.parse(input.bytes)
    let text = value["company"]?["name"] ?? .null
    let line = JSONObject([
      ("at", text), ("person", .string("chief-01")), ("role", text), ("act", text),
      ("file", .string("applications/\(CommandBench.application).json")), ("before", text), ("after", text),
      (
        "detail",
        .object(JSONObject([("scores", .object(JSONObject([("C01", text)]))), ("reason", text), ("texts", text)]))
      ),
      ("prev", .null),
    ])
    bench.write(JSONWriter.compact(.object(line)) + [0x0A], to: "journal/chief-01.jsonl")
    bench.write([0x0A, 0x00, 0xFF] + JSONWriter.compact(.object(line)), to: "journal/expert-01.jsonl")
    for words in [
      ["history", "$"], ["history", "$", CommandBench.application], ["history", "$", "--format", "json"],
      ["check", "$"],
    ] { check(bench.runAll(words), "\(input.name) \(words)") }
  }

  @Test func hostileArgumentsAreSaidBackSafely() {
    let bench = CommandBench.filled()
    let evil = "\u{1B}]0;LEAK\u{7}\u{9B}2J\u{202E}"
    for words in [
      ["show", "$", evil], ["list", "$", evil], ["list", "$", "\(evil):3"], ["list", evil],
      ["list", "$", "--as", evil], ["rank", "$", evil, "--as", "chief-01"], ["rank", "$", "--as", evil],
      ["stats", "$", "--as", evil],
      ["inspect", "$", evil, "--as", "visitor-01"], ["inspect", "$", CommandBench.application, "--as", evil],
      ["inspect", "$", CommandBench.application, "--as", "visitor-01", "--visit", evil],
      ["inspect", "$", CommandBench.application, "--as", "chief-01", "--plan", evil, "--inspector", evil],
      ["history", "$", evil], ["history", "$", "reviews/" + evil], ["history", "$", "--person", evil, "--act", evil],
      ["history", "$", "--as", evil], ["key", "$", "--as", evil],
      ["decide", "$", evil, "--as", "chief-01"], ["decide", "$", CommandBench.application, "--as", evil],
      ["decide", "$", CommandBench.application, "--as", "chief-01", "--confirm", "\(evil)=ok:\(evil)"],
      ["decide", "$", CommandBench.application, "--as", "chief-01", "--back", evil, "--reason", evil],
      ["decide", "$", CommandBench.application, "--as", "chief-01", "--formal", evil],
      ["decide", "$", CommandBench.application, "--as", "chief-01", "--close", evil, "--reason", evil],
      ["decide", "$", "--as", "chief-01", "--ids", evil],
      ["publicity", "$", CommandBench.application, "--as", "chief-01", "--start", evil],
      ["objection", "$", CommandBench.application, "--as", "chief-01", "--text", evil, "--anonymous", "--kind", evil],
      ["objection", "$", CommandBench.application, "--as", "chief-01", "--id", evil, "--handler", evil],
      ["assign", "$", CommandBench.application, "--as", "chief-01", "--reviewer", evil],
      ["assign", "$", CommandBench.application, "--as", "chief-01", "--remove", evil], ["due", evil],
      ["export", "$", "register", "--out", evil],
      ["export", "$", "register", "--as", evil, "--out", "-"],
      ["export", "$", "summary", "--unit", evil, "--out", "-"],
      ["export", "$", "register", evil, "--out", bench.path + "/no/" + evil + ".csv"],
      ["inspect", "$", "--as", evil, "--mine"],
      ["inspect", "$", CommandBench.application, "--as", "visitor-01", "--settle", evil],
      ["import", evil, "--into", "$"], ["import", "x", "--into", "$", "--unit", evil], ["doctor", evil],
    ] { check(bench.runAll(words), "\(words[0])") }
  }
}
