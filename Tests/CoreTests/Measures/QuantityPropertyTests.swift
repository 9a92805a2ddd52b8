import TestSupport
import Testing

@testable import Core

/// What must hold for every text, not only for those that somebody thought of.
struct QuantityPropertyTests {
  private static let pieces = [
    "0", "1", "5", "12", "2021", "9", ".", ",", "，", "。", "（", "）", "(", ")", "%", "％", "‰", "万", "亿", "千", "百", "十",
    "一", "三", "两", "半", "成",
    "倍", "番", "翻", "减", "过", "数", "几", "上", "近", "约", "超过", "不低于", "由", "从", "原", "现", "降至", "提升到", "→", "->", "至", "-",
    "—", "~", "±", "元",
    "吨", "台", "个", "小时", "ms", "Mbps", "m", "³", "/", "每", "×10", "^", "⁶", "⁻", "E", "G", "A", "Wi-Fi ", "GB/T ", " ",
    "\n", "年", "月", "日", "号", "#",
    "第", "百分之", "分之", "《", "》", "同比", "环比", "余", "多", "以上", "以内", "零下", "负", "△", "É", "👨‍👩‍👧", "ั", "１", "８", "〇", "二",
    "点", "时",
  ]

  private static func text(_ length: Int, _ dice: inout SplitMix) -> String {
    (0..<length).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
  }

  @Test func anyTextIsReadAndPlacesLieInIt() {
    var dice = SplitMix(seed: 20_220_815)
    for round in 0..<1500 {
      let text = Self.text(1 + round % 40, &dice)
      let count = text.count
      let reading = QuantityReader.reading(of: text)
      var end = 0
      for quantity in reading.quantities {
        #expect(quantity.start >= end && quantity.length > 0 && quantity.end <= count, "\(text)")
        end = quantity.end
      }
      for unread in reading.unread {
        #expect(unread.start >= 0 && unread.length > 0 && unread.start + unread.length <= count, "\(text)")
        #expect(
          !reading.quantities.contains { $0.start < unread.start + unread.length && unread.start < $0.end }, "\(text)")
      }
      _ = MetricReader(names: MetricNames([])).rows(in: text)
    }
  }

  /// Counted in looks at characters, not in time: twice the text, about twice the looks.
  @Test(arguments: [
    "1,", "1.", "111,", "1", "三", "百分之", "a1", "1a", "(1)", "1×10", "《1", "翻一", "万1", "1/", "1-", "-1", "1:", "由1至",
    "1元/", "0400-", "GB ", "E1", "1E", "半",
    "由12人降至5人，", "一万二", "千万", "1%-", "…", "减半", "1 ",
  ])
  func looksGrowWithTheText(_ piece: String) {
    func looks(_ times: Int) -> Int {
      let steps = QuantityScan.Steps()
      _ = QuantityScan(Array(String(repeating: piece, count: times)), steps: steps)
      return steps.count
    }
    let (small, large) = (looks(1000), looks(2000))
    #expect(large <= 2 * small + 2000, "\(piece): \(small), \(large)")
    #expect(large <= 400 * 2000 * piece.count, "\(piece): \(large)")
  }

  @Test func randomTextsTakeLinearLooks() {
    var dice = SplitMix(seed: 7)
    for _ in 0..<20 {
      let text = Array(Self.text(4000, &dice))
      let steps = QuantityScan.Steps()
      _ = QuantityScan(text, steps: steps)
      #expect(steps.count < 400 * text.count)
    }
  }

  @Test func noTextOfNonQuantitiesYieldsOne() {
    let none = PhraseTests.phrases.filter { $0.expected.isEmpty }.map(\.text)
    #expect(none.count > 150)
    var dice = SplitMix(seed: 3)
    for mark in ["。", "，", "；\n", "、"] {
      let text = none.shuffled(using: &dice).joined(separator: mark)
      let letters = Array(text)
      let found = QuantityReader.quantities(in: text).map { String(letters[max(0, $0.start - 6)..<$0.end]) }
      #expect(found.isEmpty)
    }
  }

  @Test func aPhraseReadsTheSameWithinOthers() {
    for (before, after) in [("项目建成后，", "，成效显著。"), ("一、经济效益：", "；")] {
      for phrase in PhraseTests.phrases where before.hasSuffix("：") || !phrase.text.hasPrefix("2.3项") {
        let alone = PhraseTests.describe(phrase.text)
        let within = PhraseTests.describe(before + phrase.text + after)
        #expect(alone == within, "\(before)\(phrase.text)")
      }
    }
  }
}
