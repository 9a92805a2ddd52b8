import Core

/// Finds the places where the lines of one text may end.
struct LineBreaker {
  let characters: [Character]
  private let widths: [Int]
  /// Whether a line may start with the character.
  private let mayStart: [Bool]
  private let isSpace: [Bool]

  init(_ text: String) {
    characters = Array(text)
    let widths = characters.map(Self.width)
    let classes = zip(characters, widths).map { BreakClass($0, columns: $1) }
    isSpace = classes.map { $0 == .space }
    self.widths = widths
    var mayStart = [Bool](repeating: true, count: characters.count)
    for index in characters.indices.dropFirst() {
      mayStart[index] =
        BreakClass.mayBreak(classes[index - 1], classes[index])
        && !Self.belongTogether(characters[index - 1], characters[index])
    }
    Self.keepUnits(in: characters, classes: classes, mayStart: &mayStart)
    self.mayStart = mayStart
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
      if index > start, mayStart[index] { lastChance = index }
      if isSpace[index], index > start {
        columns += 1
        continue
      }
      columns += widths[index]
      if columns > width, index > start { return lastChance > start ? lastChance : index }
    }
    return end
  }

  private func line(_ start: Int, _ end: Int, width: Int) -> TextLayout.Line {
    var shown = end
    var columns = widths[start..<end].reduce(0, +)
    while shown > start, columns > width, isSpace[shown - 1] {
      shown -= 1
      columns -= 1
    }
    return TextLayout.Line(text: String(characters[start..<shown]), start: start, end: end)
  }

  private static func width(_ character: Character) -> Int {
    DisplayWidth.of(character)
  }

  /// Two halves of one sign (—— and ……), and a range of numbers written with a wide sign.
  private static func belongTogether(_ left: Character, _ right: Character) -> Bool {
    switch left {
    case "—", "…", "―", "⋯": left == right
    case "～", "－", "／", "：", "．": isDigit(right)
    default: false
    }
  }

  private static func keepUnits(in characters: [Character], classes: [BreakClass], mayStart: inout [Bool]) {
    for index in characters.indices where isDigit(characters[index]) {
      var at = index + 1
      if at < characters.count, characters[at] == " " { at += 1 }
      guard at < characters.count, classes[at] == .ideograph else { continue }
      let length = UnitWords.length(in: characters, at: at, before: characters.count)
      for place in at..<at + length { mayStart[place] = false }
    }
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || ("０"..."９").contains(character)
  }
}
