import Core

/// Finds the places where the lines of one text may end.
struct LineBreaker {
  /// One Character of the text.
  private struct Item {
    /// Its first scalar.
    var base: Unicode.Scalar
    /// Where it starts, in UTF-8 bytes.
    var offset: Int
    var columns: Int
    var kind: BreakClass
    /// Whether a line may start with it.
    var mayStart = true
  }

  private let source: String
  private var items: [Item]

  init(_ text: String) {
    source = text
    items = Self.items(of: text)
    for index in items.indices.dropFirst() {
      items[index].mayStart =
        BreakClass.mayBreak(items[index - 1].kind, items[index].kind)
        && !Self.belongTogether(items[index - 1].base, items[index].base)
    }
    keepUnits()
  }

  /// The text between line ends, in Characters.
  var paragraphs: [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for (index, item) in items.enumerated() where item.kind == .lineEnd {
      found.append(start..<index)
      start = index + 1
    }
    return found + [start..<items.count]
  }

  /// Appends the lines of one paragraph.
  func wrap(_ paragraph: Range<Int>, width: Int, into lines: inout [TextLayout.Line]) {
    var start = paragraph.lowerBound
    repeat {
      let end = lineEnd(from: start, before: paragraph.upperBound, width: width)
      lines.append(line(start, end, width: width))
      start = end
    } while start < paragraph.upperBound
  }

  /// Where the line that starts at `start` ends.
  private func lineEnd(from start: Int, before end: Int, width: Int) -> Int {
    var columns = 0
    var lastChance = start
    for index in start..<end {
      if index > start, items[index].mayStart { lastChance = index }
      columns += items[index].columns
      // Spaces hang over the edge.
      if columns > width, index > start, items[index].kind != .space { return lastChance > start ? lastChance : index }
    }
    return end
  }

  private func line(_ start: Int, _ end: Int, width: Int) -> TextLayout.Line {
    var shown = end
    var columns = items[start..<end].reduce(0) { $0 + $1.columns }
    while shown > start, columns > width, items[shown - 1].kind == .space {
      shown -= 1
      columns -= 1
    }
    return TextLayout.Line(text: text(start, shown), start: start, end: end)
  }

  private func text(_ start: Int, _ end: Int) -> String {
    let bytes = source.utf8
    let low = start < items.count ? items[start].offset : bytes.count
    let high = end < items.count ? items[end].offset : bytes.count
    let first = bytes.index(bytes.startIndex, offsetBy: low)
    return String(source[first..<bytes.index(first, offsetBy: high - low)])
  }

  private static func items(of text: String) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(text.utf8.count / 2)
    var offset = 0
    if text.unicodeScalars.allSatisfy(\.standsAlone) {
      for scalar in text.unicodeScalars {
        let columns = max(1, ScalarKind(of: scalar).columns)
        items.append(Item(base: scalar, offset: offset, columns: columns, kind: BreakClass(scalar, columns: columns)))
        offset += scalar.utf8.count
      }
      return items
    }
    for character in text {
      let columns = DisplayWidth.of(character)
      let scalars = character.unicodeScalars
      let base = scalars.first ?? " "
      var kind = BreakClass(base, columns: columns)
      // A space that carries a mark is a letter; CR LF is one line end.
      if kind == .space, scalars.count > 1 { kind = .latin }
      if character == "\r\n" { kind = .lineEnd }
      items.append(Item(base: base, offset: offset, columns: columns, kind: kind))
      offset += character.utf8.count
    }
    return items
  }

  /// Two halves of one sign (—— and ……), and a range of numbers written with a wide sign.
  private static func belongTogether(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    switch left {
    case "—", "…", "―", "⋯": left == right
    case "～", "－", "／", "：", "．": right.isDigit
    default: false
    }
  }

  /// Keeps numbers with their units, also over one space.
  private mutating func keepUnits() {
    for index in items.indices where items[index].base.isDigit {
      var at = index + 1
      if at < items.count, items[at].base == " " { at += 1 }
      guard at < items.count, items[at].kind == .ideograph else { continue }
      let next = items[at..<min(at + UnitWords.longest + 1, items.count)].map(\.base)
      for place in at..<at + UnitWords.length(atStartOf: next) { items[place].mayStart = false }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }

  /// Whether the scalar is a Character by itself between others of which the same is true: nearly all text is so.
  fileprivate var standsAlone: Bool {
    switch value {
    case 0x0A, 0x20...0x7E, 0xB0, 0xB1, 0xB7, 0xD7, 0x2010...0x2027, 0x2030...0x203A, 0x2103, 0x2160...0x217F,
      0x2190...0x2199, 0x2200...0x22FF, 0x2460...0x24FF, 0x2500...0x25FF, 0x3000...0x3029, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xFF01...0xFF5E, 0xFFE5:
      true
    default: false
    }
  }
}
