/// How a character behaves where lines are broken (避头尾 and whole words).
enum BreakClass: Equatable {
  /// A space: a line may end after it, and it may hang over the edge.
  case space
  /// Never at a line's end: （《“.
  case opening
  /// Never at a line's head: ，。》”.
  case closing
  /// As `opening`, within Latin text: ( [ {.
  case latinOpening
  /// As `closing`, within Latin text: , . ) %.
  case latinClosing
  /// The end of a paragraph.
  case lineEnd
  /// Letters, digits and signs of words and numbers, which stay whole.
  case latin
  /// A line may break on both sides: Chinese characters and other wide ones.
  case ideograph

  /// The class of a scalar or of the Character that it begins, whose width on the screen is `columns`.
  init(_ scalar: Unicode.Scalar, columns: Int) {
    switch scalar {
    case "\n": self = .lineEnd
    case " ", "\t": self = .space
    case "(", "[", "{", "$", "#", "@", "£", "€", "¥": self = .latinOpening
    case ")", "]", "}", ",", ".", ";", ":", "!", "?", "%": self = .latinClosing
    case "“", "‘", "（", "［", "｛", "《", "〈", "「", "『", "【", "〔", "〖", "〘", "〝", "￥", "＄", "￡", "№", "«", "⟪":
      self = .opening
    case "”", "’", "）", "］", "｝", "》", "〉", "」", "』", "】", "〕", "〗", "〙", "〞", "»", "⟫", "，", "。", "、", "；", "：",
      "？", "！", "．", "…", "·", "・", "‧", "～", "〜", "％", "‰", "℃", "°", "′", "″", "￠", "々", "〻", "ー", "ゝ", "ゞ", "ヽ", "ヾ":
      self = .closing
    case "０"..."９", "Ａ"..."Ｚ", "ａ"..."ｚ": self = .latin
    case "—", "―": self = .ideograph
    default: self = columns >= 2 ? .ideograph : .latin
    }
  }

  /// Whether a line may end between characters of these classes.
  static func mayBreak(_ left: BreakClass, _ right: BreakClass) -> Bool {
    switch (left, right) {
    case (.lineEnd, _), (_, .lineEnd), (_, .space), (_, .closing), (_, .latinClosing), (.opening, _),
      (.latinOpening, _):
      false
    case (.latin, .latin), (.latinClosing, .latin), (.latin, .latinOpening), (.latinClosing, .latinOpening): false
    default: true
    }
  }
}
