import TestSupport
import Testing

@testable import ReviewTUI

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("济宁市工业互联网，评审。", 8, ["济宁市工", "业互联", "网，评", "审。"]),
    ("他说（很好）吗", 6, ["他说", "（很", "好）吗"]),
    ("引用“工业互联网”", 6, ["引用", "“工业", "互联", "网”"]),
    ("投资120万元整", 8, ["投资", "120万元", "整"]),
    ("共 12 个月", 7, ["共 ", "12 个月"]),
    ("基于5G+AI的系统", 6, ["基于", "5G+AI", "的系统"]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("中", 1, ["中"]),
    ("甲——乙", 3, ["甲", "——", "乙"]),
    ("甲乙……", 5, ["甲", "乙……"]),
    ("", 5, [""]),
    ("a\n\nb\n", 5, ["a", "", "b", ""]),
    ("甲\r\n乙", 5, ["甲", "乙"]),
    ("中文，，，，", 4, ["中", "文，", "，，", "，"]),
    ("hello world foo", 5, ["hello", "world", "foo"]),
    ("率58.64%升", 7, ["率", "58.64%", "升"]),
    ("２０２２年９月", 8, ["２０２２", "年９月"]),
    ("甲乙丙丁", 4, ["甲乙", "丙丁"]),
    ("第1、2、3项", 6, ["第1、", "2、3项"]),
  ])
  func wraps(text: String, width: Int, lines: [String]) {
    #expect(TextLayout.wrap(text, width: width).map(\.text) == lines)
  }

  @Test func offsetsPointIntoTheSource() {
    let lines = TextLayout.wrap("甲乙  丙\n丁", width: 4)
    #expect(lines.map(\.start) == [0, 4, 6])
    #expect(lines.map(\.end) == [4, 5, 7])
    #expect(lines.map(\.text) == ["甲乙", "丙", "丁"])
  }

  /// Nothing is lost or moved, and no line is too wide unless one character is.
  @Test func randomTextIsKept() {
    var random = SplitMix(seed: 23)
    for _ in 0..<1500 {
      let text = RandomText.make(&random, length: 40)
      let characters = Array(text)
      let width = 1 + random.below(20)
      var next = 0
      for line in TextLayout.wrap(text, width: width) {
        if line.start != next {
          #expect(line.start == next + 1 && (characters[next] == "\n" || characters[next] == "\r\n"))
        }
        #expect(line.start <= line.end)
        let source = String(characters[line.start..<line.end])
        #expect(source.hasPrefix(line.text) || line.text.isEmpty)
        #expect(source.dropFirst(line.text.count).allSatisfy { $0 == " " || $0 == "\t" })
        #expect(DisplayWidth.of(line.text) <= width || line.text.count == 1)
        next = line.end
      }
      #expect(next == characters.count)
    }
  }

  /// Ordinary text is measured scalar by scalar; the offsets must be those of Characters all the same.
  @Test func offsetsOfOrdinaryTextAreCharacters() {
    var random = SplitMix(seed: 31)
    let pieces = [
      "评审", "5G+", "，", "。", " ", "\n", "120万元", "“", "”", "——", "……", "℃", "①", "─", "Ⅱ", "→", "％", "（", "）",
      "\u{3000}",
    ]
    for _ in 0..<800 {
      var text = ""
      for _ in 0..<random.below(40) { text += pieces[random.below(pieces.count)] }
      let characters = Array(text)
      for line in TextLayout.wrap(text, width: 1 + random.below(30)) {
        #expect(String(characters[line.start..<line.end]).hasPrefix(line.text))
      }
      #expect(TextLayout.wrap(text, width: 10).last?.end == characters.count)
    }
  }

  @Test func chineseRulesHoldInRandomText() {
    var random = SplitMix(seed: 29)
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<60 { text += ["数", "据", "，", "。", "（", "）", "《", "》", "、"][random.below(9)] }
      // Runs of punctuation longer than a line cannot obey, so ordinary text has a word between them.
      text = text.map { "，。（）《》、".contains($0) ? "字\($0)字" : String($0) }.joined()
      for line in TextLayout.wrap(text, width: 12).dropFirst() {
        #expect(!"，。）》、".contains(line.text.first ?? "字"))
      }
      for line in TextLayout.wrap(text, width: 12).dropLast() {
        #expect(!"（《".contains(line.text.last ?? "字"))
      }
    }
  }
}
