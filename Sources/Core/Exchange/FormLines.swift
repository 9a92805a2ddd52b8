/// Finds labels inside the words of one cell: 单位名称：某公司, 名称：甲 联系人：乙, or a label on a line above its value.
enum FormLines {
  /// A label and the words behind it.
  typealias Segment = (field: FormField, text: String)

  /// The labelled parts of a cell that begins with a label; empty when it does not.
  ///
  /// Behind a label of prose the rest of the cell belongs to it, but another class of metrics may follow on its own line.
  static func segments(of text: String) -> [Segment] {
    guard text.utf8.count <= 60_000, let first = opening(text) else { return [] }
    var found: [Segment] = []
    var current: Segment = (first.field, "")
    var rest = first.rest
    while true {
      guard let next = nextLabel(in: rest, after: current.field) else {
        current.text += rest
        break
      }
      current.text += rest[..<next.start]
      found.append((current.field, String(current.text).trimmingSpaces()))
      current = (next.field, "")
      rest = next.rest
    }
    found.append((current.field, current.text.trimmingSpaces()))
    return found
  }

  /// The label at the start of a cell, with a colon, or alone on its line with the value below.
  private static func opening(_ text: String) -> (field: FormField, rest: Substring)? {
    if let found = labelled(text[...]) { return found }
    // The label with its bracket can take two lines.
    var end = text.startIndex
    for _ in 0..<2 {
      guard let line = text[end...].firstIndex(of: "\n") else { return nil }
      end = text.index(after: line)
      guard line > text.startIndex, let field = FormTemplate.field(of: String(text[..<line])), field != .group else {
        continue
      }
      let rest = text[end...]
      // 业务收入 with （万元） below is a label without a value.
      guard !rest.allSatisfy(TextFolding.isIgnored), FormTemplate.field(of: text) == nil else { return nil }
      return (field, rest)
    }
    return nil
  }

  /// `标签：` at the start of `text`.
  private static func labelled(_ text: Substring) -> (field: FormField, rest: Substring)? {
    var depth = 0
    var place = text.startIndex
    var length = 0
    while place < text.endIndex, length < 120 {
      switch text[place] {
      case "（", "(": depth += 1
      case "）", ")": depth = max(0, depth - 1)
      case "：", ":", "∶":
        guard depth == 0 else { break }
        let label = text[..<place]
        guard !label.allSatisfy(TextFolding.isIgnored), let field = FormTemplate.field(of: String(label)),
          field != .group, field != .year
        else { return nil }
        return (field, text[text.index(after: place)...])
      case "。", "；", ";": return nil
      default: break
      }
      length += 1
      place = text.index(after: place)
    }
    return nil
  }

  /// The next label in `text`: on a new line, or for short values also behind a gap.
  private static func nextLabel(
    in text: Substring, after field: FormField
  ) -> (start: Substring.Index, field: FormField, rest: Substring)? {
    var place = text.startIndex
    var isStart = false
    while place < text.endIndex {
      let letter = text[place]
      if isStart, !TextFolding.isIgnored(letter), let next = labelled(text[place...]), follows(next.field, field) {
        return (place, next.field, next.rest)
      }
      let isGap = TextFolding.isIgnored(letter) || "；;，,、".contains(letter)
      isStart = letter == "\n" || (!field.isProse && isGap) || (isStart && TextFolding.isIgnored(letter))
      place = text.index(after: place)
    }
    return nil
  }

  /// Whether a label may begin inside a cell whose first label is `field`.
  private static func follows(_ next: FormField, _ field: FormField) -> Bool {
    guard field.isProse else { return true }
    if case .metrics = field, case .metrics = next { return true }
    return false
  }
}
