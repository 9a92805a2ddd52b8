import TestSupport
import Testing

@testable import Core

/// Invisible or direction-changing scalars that must never reach a terminal.
private let invisible: [ClosedRange<UInt32>] = [
  0xAD...0xAD, 0x34F...0x34F, 0x61C...0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180E, 0x200B...0x200F,
  0x2028...0x202E, 0x2060...0x206F, 0x3164...0x3164, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0,
  0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF, 0xFDD0...0xFDEF, 0xE000...0xF8FF,
  0x7F...0x9F, 0x10FFFE...0x10FFFF,
]

private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value >= 0x20 && !invisible.contains { $0.contains(scalar.value) } && scalar.value & 0xFFFE != 0xFFFE
}

@Suite struct DisplayTests {
  @Test(arguments: [
    ("评审 5G+工业互联网", "评审 5G+工业互联网"),
    ("“引号”…—─■①％", "“引号”…—─■①％"),
    ("a\tb\nc\r\nd", "a b c d"),
    ("得分 10\r得分 99", "得分 10␍得分 99"),
    ("\u{1B}[31m红\u{7}", "␛[31m红␇"),
    ("\u{0}\u{7F}\u{9B}", "␀⟪U+007F⟫⟪U+009B⟫"),
    ("分\u{202E}01", "分⟪U+202E⟫01"),
    ("👨\u{200D}👩", "👨⟪U+200D⟫👩"),
    ("\u{E0041}\u{10FFFF}\u{E000}", "⟪U+E0041⟫⟪U+10FFFF⟫⟪U+E000⟫"),
    ("空\u{A0}格\u{2003}全\u{3000}角", "空 格 全\u{3000}角"),
    ("e\u{301}", "e\u{301}"),
    ("e\u{301}\u{302}\u{303}\u{304}x", "e\u{301}\u{302}…x"),
    ("\u{301}x", "◌\u{301}x"),
    ("\n\u{301}", " ◌\u{301}"),
    ("\u{1100}\u{1161}\u{11A8}", "\u{1100}\u{1161}\u{11A8}"),
    ("a\u{1161}", "a⟪U+1161⟫"),
    ("", ""),
  ])
  func showsWhatWasWritten(raw: String, shown: String) {
    #expect(Array(display(raw).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func neverNormalises() {
    for text in ["e\u{301}", "\u{E9}", "\u{F900}", "\u{8C48}"] {
      #expect(Array(display(text).utf8) == Array(text.utf8))
    }
  }

  /// The table by itself: no run that is shown holds a scalar that must not be.
  @Test func noShownRunTouchesAnInvisibleScalar() {
    for range in invisible {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        #expect(ScalarKind(of: scalar) == .hidden, "U+\(String(value, radix: 16))")
      }
    }
  }

  /// First and last scalar of every run of the table, alone in a text.
  @Test func everyKindOfScalarBecomesAllowedOnes() {
    for value in scalarRunStarts.flatMap({ [$0, $0 &- 1] }) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = display("a" + String(scalar) + "b")
      #expect(shown.unicodeScalars.allSatisfy(isAllowed), "U+\(String(value, radix: 16))")
    }
  }

  @Test func randomTextIsSafeAndStable() {
    var random = SplitMix(seed: 7)
    let pool: [Unicode.Scalar] = [
      "a", " ", "评", "，", "\n", "\r", "\t", "\u{1B}", "\u{301}", "\u{302}", "\u{20DD}", "\u{200D}", "\u{FE0F}", "👨",
      "🇨", "🇳",
      "\u{1100}", "\u{1161}", "\u{11A8}", "가", "\u{93E}", "क", "\u{302E}", "\u{A0}", "\u{202E}", "…", "◌", "⟪",
      "\u{E0100}",
    ]
    for _ in 0..<4000 {
      var raw = ""
      for _ in 0..<random.below(14) { raw.unicodeScalars.append(pool[random.below(pool.count)]) }
      let once = display(raw)
      #expect(Array(display(once).unicodeScalars) == Array(once.unicodeScalars), "\(raw.debugDescription)")
      #expect(once.unicodeScalars.allSatisfy(isAllowed))
      var marks = 2
      for scalar in once.unicodeScalars {
        let kind = ScalarKind(of: scalar)
        marks = kind == .mark || kind == .jamo ? marks + 1 : 0
        #expect(marks <= 2)
      }
    }
  }

  /// The fast way gives the same cells as the plain one, also when it stops early.
  @Test func runsAndSingleCellsAgree() {
    var random = SplitMix(seed: 19)
    let pool: [Unicode.Scalar] = [
      "a", " ", "评", "，", "\n", "\u{1B}", "\u{301}", "\u{20DD}", "👨", "\u{200D}", "é", "\u{1100}", "\u{1161}", "\u{A0}",
      "क",
      "\u{93E}", "\u{E0100}", "中", "b",
    ]
    for _ in 0..<600 {
      var text = ""
      for _ in 0..<random.below(12) { text.unicodeScalars.append(pool[random.below(pool.count)]) }
      let slow = Array(DisplayCells(text))
      var fast: [DisplayCell] = []
      let columns = DisplayRun.append(text, to: &fast)
      #expect(fast == slow)
      #expect(columns == slow.reduce(0) { $0 + Int($1.columns) })
      #expect(DisplayRun.columns(of: text) == columns)
      let limit = random.below(8)
      var cut: [DisplayCell] = []
      let used = DisplayRun.append(text, to: &cut, limit: limit)
      #expect(cut == Array(slow.prefix(cut.count)))
      #expect(used > limit || cut.count == slow.count)
      #expect(used <= limit + 2)
    }
  }

  @Test func bombsOfMarksAreCut() {
    let bomb = "e" + String(repeating: "\u{301}", count: 200_000) + "x"
    #expect(Array(display(bomb).unicodeScalars) == ["e", "\u{301}", "\u{301}", "…", "x"])
    let flags = String(repeating: "🇨", count: 200_000)
    #expect(display(flags).unicodeScalars.count == 200_000)
  }
}
