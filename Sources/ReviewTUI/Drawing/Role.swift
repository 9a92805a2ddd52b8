/// What a piece of the screen is; the theme decides how that looks.
enum Role: UInt8, CaseIterable, Sendable {
  /// Text.
  case normal
  /// Less important text.
  case dim
  /// More important text.
  case strong
  /// Title of a part.
  case heading
  /// Header bar of the screen.
  case bar
  /// Status line.
  case status
  /// Key cap in hints.
  case key
  /// Words beside a key cap.
  case hint
  /// Row under the cursor in the focused pane.
  case selected
  /// Row under the cursor in a pane without focus.
  case selectedInactive
  /// Row that is marked.
  case marked
  /// Search hit.
  case match
  /// In order, done, best.
  case good
  /// To be looked at.
  case warning
  /// Wrong, refused, overdue.
  case error
  /// Emphasis without judgement.
  case accent
  /// Frame around a part.
  case border
  /// Box for typing.
  case input
  /// Column headings.
  case bar2
  /// Bars and heat of charts.
  case chart
  /// Changed and not yet seen or saved.
  case changed

  /// The letter of the role in `Frame.roles(row:)`; every role has its own.
  var letter: Character {
    switch self {
    case .normal: "."
    case .dim: "d"
    case .strong: "S"
    case .heading: "H"
    case .bar: "B"
    case .status: "s"
    case .key: "k"
    case .hint: "h"
    case .selected: "X"
    case .selectedInactive: "x"
    case .marked: "m"
    case .match: "M"
    case .good: "g"
    case .warning: "w"
    case .error: "E"
    case .accent: "a"
    case .border: "b"
    case .input: "i"
    case .bar2: "T"
    case .chart: "c"
    case .changed: "C"
    }
  }
}

/// A stretch of text in one role.
struct Span: Equatable, Sendable {
  var text: String
  var role: Role

  init(_ text: String, _ role: Role = .normal) {
    self.text = text
    self.role = role
  }
}
