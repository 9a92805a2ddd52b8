import Core
import TestSupport
import Testing

@testable import ReviewTUI

/// A score sheet that the viewer may not see, behind every door of the program: no score, comment, total or anything that
/// follows from them comes out, and what does come out is the same to the byte whatever the sheet says.
@Suite struct HiddenSheetTests {
  /// What a hidden sheet says. Both have the same length, and neither's words stand anywhere else.
  struct Secret: Sendable {
    let score: String
    let word: String
    let recommend: String
  }

  static let secrets = [
    Secret(score: "3.5", word: "蓝鲸座谈", recommend: "yes"), Secret(score: "4.5", word: "红隼座谈", recommend: "no"),
  ]

  /// What became of the hidden sheet.
  enum Fate: String, CaseIterable, Sendable {
    case draft, submitted, returned
    /// Files that no reader takes: a score as text, out of range, a word without quotes, half a file.
    case text, range, unquoted, twice, half
  }

  /// Who looks, without the right to.
  enum Viewer: String, CaseIterable, Sendable {
    case nobody, inspector, reviewer
    /// A reviewer who has begun, and one whose own sheet was sent back.
    case began, sentBack

    var id: String? {
      switch self {
      case .nobody: nil
      case .inspector: "visitor-01"
      case .reviewer, .began, .sentBack: "expert-02"
      }
    }
  }

  /// Every command that reads a workspace: a new one is a line here. `$` is the workspace, `@` who looks: a line with it is
  /// left out for nobody.
  static let doors: [[String]] = {
    let id = CommandBench.application
    let file = "reviews/\(id)/expert-01.json"
    let plain = [
      ["list", "$"], ["list", "$", "score:>0"], ["list", "$", "score:<60"],
      ["list", "$", "sort:score"], ["list", "$", "蓝鲸座谈"], ["list", "$", "stage:reviewing"],
      ["show", "$", id], ["check", "$"], ["check", "$", id, "--all"], ["doctor", "$"],
      ["compare", "$", id, "2022-zoucheng-002"],
      ["stats", "$"],
      ["history", "$"], ["history", "$", id], ["history", "$", file], ["history", "$", "decisions/\(id).json"],
      ["history", "$", "--person", "expert-01"], ["history", "$", id, "--act", "submit"],
    ]
    let asked = ["list", "history", "stats"]
    let withViewer = plain.filter { asked.contains($0[0]) }.map { $0 + ["--as", "@"] }
    let json = (plain + withViewer).filter {
      ["list", "check", "doctor", "history", "stats"].contains($0[0]) && $0.count != 3
    }
    .map { $0 + ["--format", "json"] }
    let writing = [
      ["return", "$", id, "--reviewer", "expert-01", "--as", "@", "--reason", "sum"],
      ["export", "$", "journal", "--out", "-"], ["export", "$", "register", "--out", "-", "--as", "@"],
      ["export", "$", "scores", "--out", "-", "--as", "@"], ["export", "$", "score-sheet", "--out", "-", "--as", "@"],
      ["export", "$", "ranking", "--out", "-", "--as", "@"], ["export", "$", "panel", "--out", "-", "--as", "@"],
      ["export", "$", "journal", "--out", "-", "--as", "@"], ["export", "$", "archive", "--out", "-", "--as", "@"],
      ["inspect", "$", "--mine", "--as", "@"],
      ["rank", "$", "--as", "@"], ["rank", "$", id, "--as", "@", "--format", "json"],
      ["inspect", "$", id, "--as", "@"], ["inspect", "$", id, "--as", "@", "--answer", "G01=yes"],
      ["score", "$", id, "--as", "@", "--set", "C02=2"], ["score", "$", id, "--as", "@", "--submit"],
      ["score", "$", id, "--as", "@", "--confirm", "C01"],
      ["import", "$/applications", "--into", "$", "--dry-run"],
    ]
    return plain + withViewer + json + writing
  }()

  /// A workspace with the hidden sheet of expert-01.
  private func world(_ secret: Secret, _ fate: Fate, _ viewer: Viewer) throws -> CommandBench {
    let bench = CommandBench.filled()
    let id = CommandBench.application
    let text = try #require(bench.text("applications/\(id).json"))
    bench.write(text.replacing("zoucheng-001", with: "zoucheng-002"), to: "applications/2022-zoucheng-002.json")
    let rubric = try Workspace.open(bench.workspace).program().rubric
    var words = ["score", "$", id, "--as", "expert-01", "--opinion", "\(secret.word)，认真看过材料，数据前后对比齐全，可以推广。"]
    words += ["--recommend", secret.recommend]
    for criterion in rubric.criteria {
      words += [
        "--set", "\(criterion.id)=\(secret.score)", "--comment", "\(criterion.id)=\(secret.word)\(criterion.id)",
      ]
    }
    if fate != .draft { words.append("--submit") }
    #expect(bench.runAll(words).exit == .done)
    if fate == .returned {
      let back = ["--reviewer", "expert-01", "--as", "chief-01", "--reason", "outlier", "--note", secret.word]
      #expect(bench.runAll(["return", "$", id] + back).exit == .done)
    }
    try ruin(bench, secret, fate)
    if viewer == .began || viewer == .sentBack {
      #expect(bench.run("score", "$", id, "--as", "expert-02", "--set", "C01=2").exit == .done)
    }
    if viewer == .sentBack {
      var own = ["score", "$", id, "--as", "expert-02", "--opinion", "材料齐全，数据可信，建议列入推荐名单，供决定参考。"]
      for criterion in rubric.criteria {
        own += ["--set", "\(criterion.id)=2", "--comment", "\(criterion.id)=看过材料"]
      }
      #expect(bench.runAll(own + ["--recommend", "hold", "--submit"]).exit == .done)
      #expect(
        bench.run("return", "$", id, "--reviewer", "expert-02", "--as", "chief-01", "--reason", "request").exit == .done
      )
    }
    return bench
  }

  private func ruin(_ bench: CommandBench, _ secret: Secret, _ fate: Fate) throws {
    let file = "reviews/\(CommandBench.application)/expert-01.json"
    let text = try #require(bench.text(file))
    let score = "\"score\": \(secret.score)"
    switch fate {
    case .draft, .submitted, .returned: return
    case .text: bench.write(text.replacing(score, with: "\"score\": \"\(secret.score)\""), to: file)
    case .range: bench.write(text.replacing(score, with: "\"score\": 9\(secret.score)"), to: file)
    case .unquoted: bench.write(text.replacing("\"\(secret.word)C01\"", with: "x\(secret.word)"), to: file)
    case .twice:
      let twice = "\"\(secret.word)\": \(secret.score), \"\(secret.word)\": \(secret.score), \(score)"
      bench.write(text.replacing(score, with: twice), to: file)
    case .half: bench.write(String(text.prefix(text.count / 2)), to: file)
    }
    #expect(bench.text(file) != text)
  }

  private func clean(_ text: String, _ bench: CommandBench) -> String {
    text.replacing(bench.path, with: "PATH").replacing(/\d\d:\d\d(:\d\d)?/, with: "TIME")
  }

  /// Everything that the commands say, with the command before it.
  private func said(_ bench: CommandBench, _ viewer: Viewer) -> [String] {
    Self.doors.compactMap { door in
      if door.contains("@"), viewer.id == nil { return nil }
      let words = door.map {
        $0 == "@" ? viewer.id ?? "" : $0.hasPrefix("$/") ? bench.workspace + $0.dropFirst() : $0
      }
      let result = bench.runAll(words)
      return clean("\(door) → \(result.exit)\n\(result.out)\n\(result.err)", bench)
    }
  }

  private func findsNothing(_ outputs: [String], _ where: String) {
    for output in outputs {
      for secret in Self.secrets {
        #expect(!output.contains(secret.score) && !output.contains("9" + secret.score), "\(`where`): \(output)")
        // The word is searched for, and stands in the search itself.
        let rest = output.replacing("[\"list\", \"$\", \"\(secret.word)\"", with: "").replacing(
          "“\(secret.word)”", with: "")
        #expect(!rest.contains(secret.word), "\(`where`): \(output)")
      }
    }
  }

  /// What can be read is looked at by everybody; what cannot, by the one who sees most.
  static let cases = Fate.allCases.flatMap { fate in
    ([.draft, .submitted, .returned].contains(fate) ? Viewer.allCases : [.began]).map { (fate, $0) }
  }

  @Test(arguments: cases) func noCommandTells(_ fate: Fate, _ viewer: Viewer) throws {
    let both = try Self.secrets.map { secret in said(try world(secret, fate, viewer), viewer) }
    findsNothing(both[0], "\(fate) \(viewer)")
    for (first, second) in zip(both[0], both[1]) { #expect(first == second) }
  }

  /// The same doors do open for who has the right: otherwise the tests above would prove nothing.
  @Test func theDoorsOpenForASupervisor() throws {
    let bench = try world(Self.secrets[0], .submitted, .nobody)
    let history = bench.run("history", "$", CommandBench.application, "--as", "chief-01")
    #expect(history.out.contains("3.5") && history.out.contains("42"))
    let console = try console(bench, "chief-01")
    walk(console)
    #expect(console.screens.contains { $0.contains("3.5") && $0.contains(Self.secrets[0].word) })
  }

  private func console(_ bench: CommandBench, _ id: String?) throws -> ConsoleBench {
    let workspace = try Workspace.open(bench.workspace)
    return try ConsoleBench(workspace, person: id.flatMap { try? workspace.roster()[$0] })
  }

  /// Back to the list, with the application of the hidden sheet under the cursor.
  private func list(_ console: ConsoleBench) {
    for _ in 0..<6 where !console.state.stack.isEmpty || !console.state.overlays.isEmpty { console.press(.escape) }
    console.press(.function(3), .control("u"))
    console.type(CommandBench.application)
    console.press(.enter, .home)
  }

  /// Through every screen of the console: a new one is a line here.
  private func walk(_ console: ConsoleBench) {
    console.press(.tab, .down, .tab, .tab, .down)
    for _ in 0..<8 { console.press(.function(9)) }
    console.press(.function(7), .function(7), .function(7), .function(8), .down, .right, .escape)
    for filter in ["score:>0", "蓝鲸座谈", "score:<60"] {
      console.press(.function(3))
      console.type(filter)
      console.press(.enter, .control("u"))
    }
    let screens: [[Key]] = [
      [.enter, .pageDown, .end],
      [.function(4), .down, .function(7), .escape, .end, .function(9)],
      [.function(5), .function(7)],
      [
        .control("w"), .enter, .pageDown, .escape, .down, .enter, .escape, .function(8), .function(9), .function(5),
        .enter,
      ],
      [.control("g"), .enter, .escape, .right, .function(9)],
      [.control("n"), .function(6)], [.control("k"), .enter], [.insert], [.character("!")], [.function(2)],
      [.function(1)],
    ]
    for keys in screens {
      list(console)
      for key in keys { console.press(key) }
    }
  }

  @Test(arguments: cases) func noScreenTells(_ fate: Fate, _ viewer: Viewer) throws {
    let both = try Self.secrets.map { secret in
      let bench = try world(secret, fate, viewer)
      let console = try console(bench, viewer.id)
      walk(console)
      return console.screens.map { clean($0, bench) }
    }
    for screen in both[0] {
      // The word alone was typed into the filter; what the sheet says goes on after it.
      let told = ["3.5", "蓝鲸座谈C", "蓝鲸座谈，", "x蓝鲸座谈"].filter { screen.contains($0) }
      #expect(told.isEmpty, "\(fate) \(viewer): \(screen)")
    }
    #expect(both[0].count == both[1].count)
    for (first, second) in zip(both[0], both[1]) { #expect(first == second) }
  }
}
