/// The looks that a user may choose.
enum ThemeName: String, CaseIterable, Sendable {
  /// The terminal's own colours with inks that can be read on a dark and on a light ground.
  case auto
  case dark
  case light
  /// No colour: bold, underline, reverse.
  case mono
}

/// A colour of the terminal: one number for 256 colours, one for 8; -1 is the terminal's own.
struct Ink: Equatable, Hashable, Sendable {
  var rich: Int16
  var basic: Int16

  /// The terminal's own colour.
  static let standard = Ink(rich: -1, basic: -1)

  init(rich: Int16, basic: Int16) {
    self.rich = rich
    self.basic = basic
  }

  init(_ rich: Int16, _ basic: Basic) {
    self.init(rich: rich, basic: basic.rawValue)
  }

  /// The eight colours that every colour terminal has.
  enum Basic: Int16 {
    case black, red, green, yellow, blue, magenta, cyan, white
    case own = -1
  }
}

/// How a role looks.
struct Style: Equatable, Hashable, Sendable {
  var ink = Ink.standard
  var paper = Ink.standard
  var bold = false
  var dim = false
  var underline = false
  var reverse = false
}

/// How every role looks, and whether lines are drawn with + - | instead of line characters.
struct Theme: Sendable {
  let name: ThemeName
  let ascii: Bool

  init(name: ThemeName, ascii: Bool = false) {
    self.name = name
    self.ascii = ascii
  }

  /// The look of `role` on a terminal with `colors` colours; fewer than 8 shows attributes alone.
  func style(of role: Role, colors: Int) -> Style {
    if name == .mono || colors < 8 { return Self.mono(role) }
    if colors < 256 { return Self.basic(role) }
    return switch name {
    case .light: Self.light(role)
    case .dark: Self.dark(role)
    case .auto, .mono: Self.auto(role)
    }
  }
}
