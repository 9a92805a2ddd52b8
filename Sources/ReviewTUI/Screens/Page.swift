import Core

/// A text in blocks that is laid out for any width: what Read, the preview and the evidence pane show.
struct Page: Equatable, Sendable {
  /// One block.
  enum Block: Equatable, Sendable {
    /// A heading with its outline name.
    case heading(String, level: Int)
    /// A label and its value.
    case field(label: String, value: String, role: Role)
    case paragraph(String, role: Role)
    case blank
  }

  /// One line of the layout.
  struct Line: Equatable, Sendable {
    var spans: [Span]
    /// Block that the line belongs to.
    let block: Int
    /// The line's text without styles, for searching.
    var text: String { spans.map(\.text).joined() }
  }

  /// The blocks with the path in the application that each shows.
  private(set) var blocks: [Block] = []
  private(set) var paths: [String] = []

  mutating func append(_ block: Block, path: String = "") {
    blocks.append(block)
    paths.append(path)
  }

  mutating func heading(_ text: String, level: Int = 1, path: String = "") {
    append(.heading(text, level: level), path: path)
  }

  mutating func field(_ label: String, _ value: String?, path: String = "", role: Role = .normal) {
    append(.field(label: label, value: value ?? "—", role: value == nil ? .dim : role), path: path)
  }

  mutating func paragraph(_ text: String, path: String = "", role: Role = .normal) {
    append(.paragraph(text, role: role), path: path)
  }

  mutating func blank() { append(.blank) }

  /// A remark that stands beside a block, or below it where there is no margin.
  struct Note: Equatable, Sendable {
    let block: Int
    let text: String
    let role: Role
    /// What the remark rests on.
    let basis: String?
  }

  private(set) var notes: [Note] = []

  /// Puts a remark at the last block that shows `path`, else at the nearest field around it. False when nothing does.
  mutating func annotate(_ path: String, _ text: String, role: Role, basis: String?) -> Bool {
    var wanted = Substring(path)
    while true {
      if let block = paths.lastIndex(where: { $0 == wanted }) ?? paths.firstIndex(where: { $0.hasPrefix(wanted + ".") })
      {
        notes.append(Note(block: block, text: text, role: role, basis: basis))
        return true
      }
      guard let dot = wanted.lastIndex(of: ".") else { return false }
      wanted = wanted[..<dot]
    }
  }

  /// The lines of a remark, `width` cells wide.
  static func lines(of note: Note, width: Int) -> [Line] {
    var lines = TextLayout.wrap(note.text, width: width).map {
      Line(spans: [Span($0.text, note.role)], block: note.block)
    }
    if let basis = note.basis {
      lines += TextLayout.wrap(basis, width: width).map { Line(spans: [Span($0.text, .dim)], block: note.block) }
    }
    return lines
  }

  /// Headings with the block that each stands on.
  var outline: [(block: Int, text: String, level: Int)] {
    blocks.enumerated().compactMap { index, block in
      if case .heading(let text, let level) = block { return (index, text, level) }
      return nil
    }
  }

  /// Lines for a width of at least 1.
  ///
  /// - Parameter hasMargin: remarks stand in a margin and not among the lines.
  func layout(width: Int, hasMargin: Bool = false) -> [Line] {
    var lines: [Line] = []
    var below: [Int: [Note]] = [:]
    if !hasMargin { for note in notes { below[note.block, default: []].append(note) } }
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(let text, let level):
        if level == 1, !lines.isEmpty { lines.append(Line(spans: [], block: index)) }
        for line in TextLayout.wrap(text, width: width) {
          lines.append(Line(spans: [Span(line.text, level == 1 ? .heading : .strong)], block: index))
        }
      case .field(let label, let value, let role):
        lines += Self.field(label, value, role, width: width, block: index)
      case .paragraph(let text, let role):
        for line in TextLayout.wrap(text, width: width) {
          lines.append(Line(spans: [Span(line.text, role)], block: index))
        }
      case .blank:
        lines.append(Line(spans: [], block: index))
      }
      for note in below[index] ?? [] {
        for line in Self.lines(of: note, width: max(1, width - 2)) {
          lines.append(Line(spans: [Span("  ")] + line.spans, block: index))
        }
      }
    }
    return lines
  }

  /// A short value stands beside its label; a long one below it, indented.
  private static func field(_ label: String, _ value: String, _ role: Role, width: Int, block: Int) -> [Line] {
    let labelWidth = DisplayWidth.of(label) + 2
    let rest = width - labelWidth
    if rest >= 12, labelWidth <= width / 2 {
      let wrapped = TextLayout.wrap(value, width: rest)
      return wrapped.enumerated().map { offset, line in
        let head = offset == 0 ? Span(label + "  ", .dim) : Span(String(repeating: " ", count: labelWidth))
        return Line(spans: [head, Span(line.text, role)], block: block)
      }
    }
    var lines = TextLayout.wrap(label, width: width).map { Line(spans: [Span($0.text, .dim)], block: block) }
    for line in TextLayout.wrap(value, width: max(1, width - 2)) {
      lines.append(Line(spans: [Span(width > 2 ? "  " : ""), Span(line.text, role)], block: block))
    }
    return lines
  }
}

/// Marks what was searched for in laid-out lines.
enum Highlight {
  /// `line` with every occurrence of `term` (case-insensitive) in the role of a search hit.
  static func mark(_ term: String, in line: Page.Line) -> Page.Line {
    guard !term.isEmpty else { return line }
    var result = line
    result.spans = line.spans.flatMap { span in split(span, by: term) }
    return result
  }

  private static func split(_ span: Span, by term: String) -> [Span] {
    let text = Array(span.text)
    let needle = Array(term.lowercased())
    guard text.count >= needle.count else { return [span] }
    var spans: [Span] = []
    var start = 0
    var index = 0
    while index + needle.count <= text.count {
      let isHit = (0..<needle.count).allSatisfy { String(text[index + $0]).lowercased() == String(needle[$0]) }
      if isHit {
        if start < index { spans.append(Span(String(text[start..<index]), span.role)) }
        spans.append(Span(String(text[index..<index + needle.count]), .match))
        index += needle.count
        start = index
      } else {
        index += 1
      }
    }
    if start < text.count { spans.append(Span(String(text[start...]), span.role)) }
    return spans
  }
}
