/// What a user may want: named for the intent, never for the key.
enum Command: String, CaseIterable, Sendable {
  // Everywhere
  case help, palette, back, quit, redraw, suspend, switchLanguage, switchTheme, showProblems, dashboard
  // What could not be saved
  case saveAgain, saveElsewhere
  // Moving
  case up, down, left, right, pageUp, pageDown, top, bottom, open, nextPane, previousPane
  // Browse
  case reload, filter, clearFilter, mark, clearMarks, compare, read, score, swapTrees, matrix, sortNext, sortReverse
  // Read
  case nextFinding, find, findNext, findPrevious, nextApplication, previousApplication, openAttachment
  // Compare
  case nextSection, previousSection, dropColumn, joinRows, splitRow
  // Score
  case comment, raise, lower, clearScore, submit, undo, redo
  case metricTrail, twins, showFindings, takeSuggestion
  // Verify
  case verify, accept
  // History and the sheets of all reviewers
  case history, historyPerson, historyFile, historyAct, historyScope, panel, sendBack
  // Inspect
  case inspect, problem, evidence, dueDay, planVisit, visits
  // Text boxes
  case editOutside
}

/// Which keys mean what depends on what the user looks at.
enum KeyContext: String, CaseIterable, Sendable {
  case browse, matrix, read, compare, score, verify, inspect, agenda, problems, dashboard, figure, history, panel
  /// A text of many lines, or of one, is being typed.
  case text, line
  /// Something is asked for in one line: a filter, a word to find, a value.
  case prompt

  /// Whether keys are typed into a box and mean nothing else.
  var isTyping: Bool { [.text, .line, .prompt].contains(self) }
}

/// One row of the keymap: keys, command and whether the hint line names it.
struct Binding: Sendable {
  let command: Command
  let keys: [Key]
  /// Rank in the hint line; nil keeps it out of there.
  let hint: Int?

  init(_ command: Command, _ keys: Key..., hint: Int? = nil) {
    self.command = command
    self.keys = keys
    self.hint = hint
  }
}

/// The table of keys: one for every context, then one for all.
///
/// Help, palette and hint line are printed from it, so they cannot drift from what the keys do. Every core act has a
/// key that is not a letter, because letters may be swallowed by an input method.
enum Keymap {
  /// Keys of every context, looked up after the context's own.
  static let everywhere: [Binding] = [
    Binding(.help, .function(1), .character("?"), hint: 90),
    Binding(.palette, .function(2), .character(":"), .control("p"), hint: 91),
    Binding(.back, .escape, .character("q"), hint: 92),
    Binding(.quit, .function(10), .control("q"), .character("Q")),
    Binding(.redraw, .control("l")),
    Binding(.suspend, .control("z")),
    Binding(.switchLanguage, .function(11), .alt("l")),
    Binding(.switchTheme, .function(12), .alt("t")),
    Binding(.showProblems, .character("!")),
    Binding(.dashboard, .control("d"), .character("d")),
    Binding(.history, .control("w"), .character("H")),
    Binding(.panel, .control("g"), .character("P")),
    Binding(.saveAgain, .control("s")),
    Binding(.saveElsewhere, .control("o")),
    Binding(.up, .up, .character("k")),
    Binding(.down, .down, .character("j")),
    Binding(.left, .left, .character("h")),
    Binding(.right, .right, .character("l")),
    Binding(.pageUp, .pageUp, .control("b")),
    Binding(.pageDown, .pageDown, .control("f")),
    Binding(.top, .home, .character("g"), .controlHome),
    Binding(.bottom, .end, .character("G"), .controlEnd),
    Binding(.nextPane, .tab),
    Binding(.previousPane, .backTab),
  ]

  /// What works also in a text box while a save fails.
  static let rescue = everywhere.filter { [.saveAgain, .saveElsewhere].contains($0.command) }

  /// Keys of one context.
  static func own(_ context: KeyContext) -> [Binding] {
    switch context {
    case .browse: browse
    case .matrix: matrix
    case .read: read
    case .compare: compare
    case .score: score
    case .verify: verify
    case .inspect: inspect
    case .agenda: agenda
    case .problems: []
    case .dashboard: dashboard
    case .figure: figure
    case .history: history
    case .panel: panel
    case .text: text
    case .line: line
    case .prompt: prompt
    }
  }

  private static let browse: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.filter, .character("/"), .function(3), hint: 2),
    Binding(.mark, .character(" "), .function(6), hint: 3),
    Binding(.compare, .function(5), .character("c"), hint: 4),
    Binding(.score, .function(4), .character("s"), hint: 5),
    Binding(.swapTrees, .function(7), .character("t"), hint: 6),
    Binding(.matrix, .function(8), .character("m"), hint: 7),
    Binding(.sortNext, .function(9), .character("o"), hint: 8),
    Binding(.sortReverse, .character("O"), .alt("o")),
    Binding(.clearFilter, .control("u")),
    Binding(.reload, .control("r")),
    Binding(.clearMarks, .character("u"), .delete),
    Binding(.read, .character("r")),
    Binding(.verify, .character("v"), .insert),
    Binding(.inspect, .character("i"), .control("n")),
    Binding(.visits, .control("k")),
    Binding(.planVisit, .control("t")),
  ]

  private static let agenda: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.read, .function(5), .character("r"), hint: 2),
    Binding(.planVisit, .control("t"), hint: 3),
    Binding(.visits, .control("k"), .control("r"), hint: 4),
  ]

  private static let dashboard: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.nextPane, .tab, hint: 2),
    Binding(.reload, .control("r")),
  ]

  private static let figure: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.read, .function(5), .character("r")),
  ]

  private static let matrix: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.matrix, .function(8), .character("m"), hint: 2),
  ]

  private static let read: [Binding] = [
    Binding(.find, .character("/"), .function(3), hint: 1),
    Binding(.findNext, .character("n"), .function(7), hint: 2),
    Binding(.findPrevious, .character("N"), .function(8)),
    Binding(.score, .function(4), .character("s"), hint: 3),
    Binding(.compare, .function(5), .character("c"), hint: 7),
    Binding(.previousApplication, .character("["), .character("p")),
    Binding(.nextFinding, .function(9), .character("f"), hint: 4),
    Binding(.nextApplication, .character("]"), .function(6), hint: 5),
    Binding(.openAttachment, .enter, .character("o"), hint: 6),
    Binding(.verify, .character("v"), .insert),
    Binding(.inspect, .character("i"), .control("n")),
    Binding(.pageDown, .character(" ")),
  ]

  private static let compare: [Binding] = [
    Binding(.nextSection, .function(7), .character("]"), hint: 1),
    Binding(.mark, .character(" "), .insert, hint: 2),
    Binding(.joinRows, .function(9), .character("="), hint: 3),
    Binding(.splitRow, .function(6), .character("-"), hint: 4),
    Binding(.undo, .function(3), .character("u"), hint: 5),
    Binding(.dropColumn, .delete, .character("x"), hint: 6),
    Binding(.open, .enter, hint: 7),
    Binding(.score, .function(4), .character("s"), hint: 8),
    Binding(.previousSection, .function(8), .character("["), hint: 9),
  ]

  private static let score: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.raise, .character("+"), .character("="), .right, hint: 2),
    Binding(.lower, .character("-"), .left, hint: 3),
    Binding(.comment, .function(7), .character("c"), hint: 4),
    Binding(.clearScore, .delete, .backspace),
    Binding(.undo, .function(8), .character("u"), hint: 5),
    Binding(.redo, .control("r")),
    Binding(.submit, .function(9), .character("S"), hint: 6),
    Binding(.read, .function(5), .character("r"), hint: 7),
    Binding(.editOutside, .control("x"), .alt("e")),
    Binding(.metricTrail, .function(3), .character("t"), hint: 8),
    Binding(.twins, .function(4), .character("v"), hint: 9),
    Binding(.takeSuggestion, .character(" "), .insert),
    Binding(.showFindings, .character("f"), .control("t")),
    Binding(.nextApplication, .function(6), .character("]")),
    Binding(.previousApplication, .character("[")),
  ]

  private static let history: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.historyPerson, .function(6), hint: 2),
    Binding(.historyFile, .function(7), hint: 3),
    Binding(.historyAct, .function(8), hint: 4),
    Binding(.clearFilter, .function(9), .control("u"), hint: 5),
    Binding(.historyScope, .function(5), hint: 6),
  ]

  private static let panel: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.sendBack, .function(9), hint: 2),
    Binding(.read, .function(5), .character("r"), hint: 3),
  ]

  private static let verify: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.accept, .character(" "), .function(4), hint: 2),
    Binding(.undo, .function(8), .character("u"), hint: 3),
    Binding(.nextSection, .function(7), hint: 4),
    Binding(.nextApplication, .function(6), .character("]"), hint: 5),
    Binding(.previousApplication, .character("[")),
    Binding(.read, .function(5), .character("r"), hint: 6),
    Binding(.openAttachment, .function(9), .character("o")),
  ]

  private static let inspect: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.nextSection, .function(6), .character("]"), hint: 2),
    Binding(.comment, .function(7), .character("c"), hint: 3),
    Binding(.problem, .function(3), .character("p"), hint: 4),
    Binding(.evidence, .function(4), .character("e"), hint: 5),
    Binding(.submit, .function(9), .character("S"), hint: 6),
    Binding(.undo, .function(8), .character("u"), hint: 7),
    Binding(.read, .function(5), .character("r"), hint: 8),
    Binding(.accept, .character(" "), hint: 9),
    Binding(.visits, .control("k"), hint: 10),
    Binding(.planVisit, .control("t")),
    Binding(.raise, .right, .character("+")),
    Binding(.lower, .left),
    Binding(.clearScore, .delete, .backspace),
    Binding(.dueDay, .character("d"), .insert),
    Binding(.editOutside, .control("x"), .alt("e")),
    Binding(.previousSection, .character("[")),
    Binding(.redo, .control("r")),
  ]

  private static let text: [Binding] = [
    Binding(.undo, .control("z"), hint: 2),
    Binding(.redo, .control("y"), hint: 3),
    Binding(.editOutside, .function(4), .control("x"), .alt("e"), hint: 1),
    Binding(.pageUp, .pageUp),
    Binding(.pageDown, .pageDown),
    Binding(.top, .controlHome),
    Binding(.bottom, .controlEnd),
    Binding(.help, .function(1), hint: 90),
    Binding(.palette, .function(2), hint: 91),
    Binding(.back, .escape, .function(7), hint: 92),
  ]

  private static let line: [Binding] = [
    Binding(.undo, .control("z"), hint: 1),
    Binding(.redo, .control("y"), hint: 2),
    Binding(.help, .function(1), hint: 90),
    Binding(.palette, .function(2), hint: 91),
    Binding(.back, .enter, .escape, hint: 92),
  ]

  private static let prompt: [Binding] = [
    Binding(.open, .enter, hint: 1),
    Binding(.back, .escape, hint: 2),
  ]

  /// The command of `key` in `context`, with full-width keys of an input method folded first.
  static func command(for key: Key, in context: KeyContext) -> Command? {
    let folded = key.folded
    let own = own(context).first { $0.keys.contains(folded) }
    return (own ?? everywhere.first { $0.keys.contains(folded) })?.command
  }

  /// All bindings that hold in `context`, the context's own first.
  static func bindings(in context: KeyContext) -> [Binding] {
    context.isTyping ? own(context) : own(context) + everywhere
  }
}

extension Key {
  /// The key's name on a key cap.
  var cap: String {
    switch self {
    case .character(" "): "␣"
    case .character(let character): String(character)
    case .control(let character): "^" + String(character).uppercased()
    case .alt(let character): "Alt-" + String(character)
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .controlHome: "^Home"
    case .controlEnd: "^End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .insert: "Ins"
    case .delete: "Del"
    case .backspace: "BS"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "S-Tab"
    case .escape: "Esc"
    case .function(let number): "F\(number)"
    }
  }
}
