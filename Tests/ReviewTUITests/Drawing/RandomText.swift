import TestSupport

/// Short texts of everything that makes widths hard: Chinese, Latin, emoji, flags, marks, controls.
enum RandomText {
  static func make(_ random: inout SplitMix, length: Int = 16) -> String {
    var text = ""
    for _ in 0..<random.below(length) { text += pieces[random.below(pieces.count)] }
    return text
  }

  private static let pieces: [String] = [
    "评", "审", "，", "。", "（", "）", "“", "”", "《", "》", "——", "……", "a", "Bc", "5G", "12", "3.5%", "万元", " ", "  ",
    "\u{3000}", "\n", "\t",
    "\u{1B}", "\u{301}", "e\u{302}\u{303}\u{304}", "👍", "👨\u{200D}👩", "🇨🇳", "🇨", "\u{202E}", "ﾊ", "가", "\u{1161}", "क्षि",
    "\u{FE0F}", "·",
    "\r\n", "\u{A0}", "/", "-", "(", ")", "、", "２", "É",
  ]
}
