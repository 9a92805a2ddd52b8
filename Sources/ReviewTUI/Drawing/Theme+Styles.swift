/// The tables of looks. Inks of `auto` have a contrast of at least 3.5 on black and on white; boxes set ink and paper both.
extension Theme {
  static func mono(_ role: Role) -> Style {
    switch role {
    case .normal, .hint, .good, .chart, .status: Style()
    case .dim, .border: Style(dim: true)
    case .strong, .heading, .key, .accent, .marked, .warning: Style(bold: true)
    case .bar: Style(bold: true, reverse: true)
    case .selected: Style(reverse: true)
    case .selectedInactive: Style(bold: true, underline: true)
    case .match, .error, .changed: Style(bold: true, underline: true)
    case .input: Style(underline: true)
    case .bar2: Style(underline: true)
    }
  }

  /// Eight colours: only those that most palettes keep readable on both grounds.
  static func basic(_ role: Role) -> Style {
    switch role {
    case .normal, .hint, .status, .dim, .border: Style()
    case .strong, .heading, .key, .marked: Style(bold: true)
    case .bar: Style(ink: Ink(-1, .white), paper: Ink(-1, .blue), bold: true)
    case .selected: Style(reverse: true)
    case .selectedInactive: Style(bold: true, underline: true)
    case .match: Style(ink: Ink(-1, .black), paper: Ink(-1, .yellow))
    case .good: Style(ink: Ink(-1, .green))
    case .warning: Style(ink: Ink(-1, .magenta), bold: true)
    case .error: Style(ink: Ink(-1, .red), bold: true)
    case .accent, .changed: Style(ink: Ink(-1, .magenta))
    case .input: Style(underline: true)
    case .bar2: Style(underline: true)
    case .chart: Style(ink: Ink(-1, .green))
    }
  }

  static func auto(_ role: Role) -> Style {
    switch role {
    case .normal, .hint, .status: Style()
    case .dim, .border: Style(ink: Ink(243, .own))
    case .strong: Style(bold: true)
    case .heading, .key: Style(ink: Ink(31, .cyan), bold: true)
    case .marked, .accent: Style(ink: Ink(31, .cyan))
    case .good, .chart: Style(ink: Ink(28, .green))
    case .warning: Style(ink: Ink(130, .yellow))
    case .changed: Style(ink: Ink(133, .magenta))
    case .error: Style(ink: Ink(160, .red), bold: true)
    case .bar2: Style(ink: Ink(31, .cyan), underline: true)
    default: Self.boxed(role)
    }
  }

  static func dark(_ role: Role) -> Style {
    switch role {
    case .normal, .hint: Style(ink: Ink(252, .white))
    case .status: Style(ink: Ink(250, .white))
    case .dim: Style(ink: Ink(246, .white))
    case .border: Style(ink: Ink(242, .white))
    case .strong: Style(ink: Ink(231, .white), bold: true)
    case .heading, .key: Style(ink: Ink(117, .cyan), bold: true)
    case .marked, .accent: Style(ink: Ink(117, .cyan))
    case .good, .chart: Style(ink: Ink(114, .green))
    case .warning: Style(ink: Ink(221, .yellow))
    case .changed: Style(ink: Ink(176, .magenta))
    case .error: Style(ink: Ink(210, .red), bold: true)
    case .bar2: Style(ink: Ink(117, .cyan), underline: true)
    default: Self.boxed(role)
    }
  }

  static func light(_ role: Role) -> Style {
    switch role {
    case .normal, .hint: Style(ink: Ink(235, .black))
    case .status: Style(ink: Ink(237, .black))
    case .dim: Style(ink: Ink(241, .black))
    case .border: Style(ink: Ink(245, .black))
    case .strong: Style(ink: Ink(16, .black), bold: true)
    case .heading, .key: Style(ink: Ink(24, .blue), bold: true)
    case .marked, .accent: Style(ink: Ink(24, .blue))
    case .good, .chart: Style(ink: Ink(22, .green))
    case .warning: Style(ink: Ink(94, .yellow))
    case .changed: Style(ink: Ink(90, .magenta))
    case .error: Style(ink: Ink(124, .red), bold: true)
    case .bar2: Style(ink: Ink(24, .blue), underline: true)
    case .selected: Style(ink: Ink(231, .white), paper: Ink(25, .blue), bold: true)
    case .selectedInactive: Style(ink: Ink(16, .black), paper: Ink(252, .white))
    case .input: Style(ink: Ink(16, .black), paper: Ink(254, .white))
    default: Self.boxed(role)
    }
  }

  /// Roles with a paper of their own: readable on any ground.
  private static func boxed(_ role: Role) -> Style {
    switch role {
    case .bar: Style(ink: Ink(231, .white), paper: Ink(24, .blue), bold: true)
    case .selected: Style(ink: Ink(231, .white), paper: Ink(25, .blue), bold: true)
    case .selectedInactive: Style(ink: Ink(231, .white), paper: Ink(240, .black))
    case .match: Style(ink: Ink(16, .black), paper: Ink(220, .yellow))
    case .input: Style(ink: Ink(231, .white), paper: Ink(237, .black))
    default: Style()
    }
  }
}
