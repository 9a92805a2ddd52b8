/// What a character does in a query. Full-width forms do what their ASCII forms do, because the input method is often on.
enum QuerySyntax: Equatable {
  case space, open, close, quote, bar, colon, comma, minus, bang, less, greater, equal, lessOrEqual, greaterOrEqual
  case notEqual
  /// 《 and 〈, which the input method gives for `<`: a comparison before a number, a character of a name elsewhere.
  case bookOpen
  /// 》 and 〉.
  case bookClose
  /// Another ASCII character.
  case ascii
  /// Any other character.
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "(", "（": self = .open
    case ")", "）": self = .close
    case "\"", "“", "”", "„", "＂", "「", "」", "『", "』": self = .quote
    case "|", "｜": self = .bar
    case ":", "：", "∶": self = .colon
    case ",", "，", "、": self = .comma
    case "-", "－", "−": self = .minus
    case "!", "！": self = .bang
    case "<", "＜": self = .less
    case ">", "＞": self = .greater
    case "=", "＝": self = .equal
    case "≤", "≦", "⩽": self = .lessOrEqual
    case "≥", "≧", "⩾": self = .greaterOrEqual
    case "≠": self = .notEqual
    case "《", "〈": self = .bookOpen
    case "》", "〉": self = .bookClose
    default:
      if scalar.value <= 0x20 || scalar.value == 0x7F || FoldingMap.shared.cell(scalar.value) == 0x20 {
        self = .space
      } else {
        self = scalar.isASCII ? .ascii : .other
      }
    }
  }

  /// Whether it can begin a comparison.
  var isComparison: Bool {
    switch self {
    case .less, .greater, .equal, .lessOrEqual, .greaterOrEqual, .notEqual, .bookOpen, .bookClose: true
    default: false
    }
  }

  /// Whether it ends a word wherever it stands.
  var endsWord: Bool { self == .space || self == .bar || self == .quote || self == .close }
}
