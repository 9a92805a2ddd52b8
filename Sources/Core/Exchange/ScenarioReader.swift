/// Reads 所属支持范围: names, numbers, or a list with some of it ticked.
struct ScenarioReader {
  /// What was chosen.
  struct Reading: Equatable {
    var codes: [String] = []
    var others: [String] = []
    /// Whether the choice shows only by how names are set: bold, underlined, coloured, struck out.
    var isByFormat = false
    /// Whether the whole list stands there and nothing is marked.
    var isUnmarked = false
  }

  private let terms: [FormVocabulary.Term]

  init(_ vocabulary: FormVocabulary) { terms = vocabulary.scenarios }

  private struct Mention {
    let term: Int
    let range: Range<Int>
  }

  private static let ticks: Set<Character> = [
    "☑", "✓", "√", "✔", "■", "●", "▣", "✅", "☒", "▲", "★", "◆", "☆", "∨", "⊙", "◉", "✕", "⊠",
  ]
  private static let boxes: Set<Character> = ["□", "☐", "○", "◻", "▢", "◯", "〇", "❏", "❑", "⬜"]

  /// Reads a cell; `runs` are its words again with their emphasis.
  func read(_ text: String, runs: [(text: String, emphasis: TextEmphasis)] = []) -> Reading {
    let lines = text.split(separator: "\n").map(String.init)
    let plain = lines.joined(separator: "\n").prefix(2000).filter {
      !TextFolding.isIgnored($0) || $0 == "\n" || $0 == " "
    }
    let letters = withSpokenSigns(Self.withTypedSigns(Array(plain).map(TextFolding.folded)))
    let hasTicks = letters.contains { Self.ticks.contains($0) }
    let hasBoxes = letters.contains { Self.boxes.contains($0) }
    if hasTicks || hasBoxes { return ticked(letters) }
    let chosen = withoutGuidance(letters)
    let isWholeList = mentions(in: letters).count >= max(6, terms.count - 1)
    let isOffered = mentions(in: chosen).count < max(6, terms.count - 1)
    guard isWholeList, !isOffered || named(chosen).codes.isEmpty else { return named(chosen) }
    if let reading = emphasised(runs) { return reading }
    var reading = isOffered ? named(chosen) : Reading()
    reading.isUnmarked = !isOffered
    return reading
  }

  /// A choice out of the whole list by setting some names apart, or by striking out the others.
  private func emphasised(_ runs: [(text: String, emphasis: TextEmphasis)]) -> Reading? {
    var letters: [Character] = []
    var styles: [TextEmphasis] = []
    for run in runs {
      for character in run.text where !TextFolding.isIgnored(character) {
        letters.append(TextFolding.folded(character))
        styles.append(run.emphasis)
      }
    }
    let found = mentions(in: letters)
    guard found.count >= 2 else { return nil }
    let shared = found.map { mention in
      styles[mention.range].reduce(TextEmphasis(rawValue: .max)) { $0.intersection($1) }
    }
    for kind in [TextEmphasis.strike, .background, .underline, .box, .colour, .bold] {
      let marked = found.indices.filter { shared[$0].contains(kind) }
      guard !marked.isEmpty, marked.count < found.count else { continue }
      let chosen = kind == .strike ? found.indices.filter { !marked.contains($0) } : marked
      var reading = Reading(isByFormat: true)
      for index in chosen { add(found[index].term, to: &reading) }
      return reading
    }
    return nil
  }

  /// Ticks and boxes that people type: (V), [x], [ ], （√）, 【 】 become one sign each; so does a cross beside ticks.
  private static func withTypedSigns(_ letters: [Character]) -> [Character] {
    var result: [Character] = []
    var place = 0
    while place < letters.count {
      if "([".contains(letters[place]),
        let close = letters[place...].prefix(8).firstIndex(where: { ")]".contains($0) })
      {
        let inner = letters[(place + 1)..<close].filter { $0 != " " && $0 != "\n" && $0 != "_" }
        if inner.isEmpty {
          result.append("□")
          place = close + 1
          continue
        }
        if inner.count == 1, let sign = inner.first,
          ticks.contains(sign) || boxes.contains(sign) || "vx×".contains(sign)
        {
          result.append(sign == "v" || sign == "x" ? "√" : sign)
          place = close + 1
          continue
        }
      }
      result.append(letters[place])
      place += 1
    }
    // × beside √ says no.
    guard result.contains(where: ticks.contains) else { return result }
    return result.map { "×✗✘".contains($0) ? "□" : $0 }
  }

  /// 是 and 否 behind the names of a list, as ticks and boxes.
  private func withSpokenSigns(_ letters: [Character]) -> [Character] {
    let found = mentions(in: letters)
    guard found.count >= 2 else { return letters }
    var result = letters
    for mention in found {
      let rest = letters.indices.dropFirst(mention.range.upperBound).prefix(3).first { !": -".contains(letters[$0]) }
      guard let place = rest, letters[place] == "是" || letters[place] == "否" else { return letters }
      result[place] = letters[place] == "是" ? "√" : "□"
    }
    return result
  }

  /// Where the scenarios stand, longest words first, so that one name inside another is not found twice.
  private func mentions(in letters: [Character]) -> [Mention] {
    var words: [(word: [Character], term: Int)] = []
    for (index, term) in terms.enumerated() { for key in term.keys { words.append((Array(key), index)) } }
    words.sort { $0.word.count > $1.word.count }
    var taken = [Bool](repeating: false, count: letters.count)
    var found: [Mention] = []
    for (word, term) in words where word.count >= 2 {
      var place = 0
      while place + word.count <= letters.count {
        let range = place..<place + word.count
        if letters[range].elementsEqual(word), !taken[range].contains(true) {
          for index in range { taken[index] = true }
          found.append(Mention(term: term, range: range))
        }
        place += 1
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: - Ticks

  private func ticked(_ letters: [Character]) -> Reading {
    let found = mentions(in: letters)
    let isInFront = signsAreInFront(letters, found)
    var reading = Reading()
    for (index, mention) in found.enumerated() {
      let before = index == 0 ? 0 : found[index - 1].range.upperBound
      let after = index + 1 < found.count ? found[index + 1].range.lowerBound : letters.count
      let place = isInFront ? before..<mention.range.lowerBound : mention.range.upperBound..<after
      let signs = letters[place].filter { Self.ticks.contains($0) || Self.boxes.contains($0) }
      // Nearest to the name.
      guard let sign = isInFront ? signs.last : signs.first, Self.ticks.contains(sign) else { continue }
      add(mention.term, to: &reading)
    }
    if isInFront { reading.others = otherTicked(letters, found) }
    return reading
  }

  /// Whether signs stand in front of the names, by what each sign is nearer to.
  private func signsAreInFront(_ letters: [Character], _ found: [Mention]) -> Bool {
    var inFront = 0
    var behind = 0
    for index in letters.indices where Self.ticks.contains(letters[index]) || Self.boxes.contains(letters[index]) {
      let before = found.last { $0.range.upperBound <= index }
      let after = found.first { $0.range.lowerBound > index }
      let left = before.map { Self.gap(letters[$0.range.upperBound..<index]) }
      let right = after.map { Self.gap(letters[(index + 1)..<$0.range.lowerBound]) }
      switch (left, right) {
      case (nil, nil): break
      case (nil, _): inFront += 1
      case (_, nil): behind += 1
      case (let left?, let right?):
        if right < left { inFront += 1 } else if left < right { behind += 1 }
      }
    }
    guard inFront == behind else { return inFront > behind }
    let firstSign = letters.first { !$0.isWhitespace && !"([".contains($0) }
    return firstSign.map { Self.ticks.contains($0) || Self.boxes.contains($0) } ?? false
  }

  /// How far apart a sign and a name are; what parts the entries of a list parts them most.
  private static func gap(_ letters: ArraySlice<Character>) -> Int {
    letters.reduce(0) { sum, letter in
      switch letter {
      case "、", ",", ";", "；", "\n", "。", "/", "|": sum + 20
      case " ": sum + 3
      default: sum + 1
      }
    }
  }

  /// Words behind a tick that are no scenario: ☑其他（数字孪生工厂）.
  private func otherTicked(_ letters: [Character], _ found: [Mention]) -> [String] {
    var others: [String] = []
    for index in letters.indices where Self.ticks.contains(letters[index]) {
      let rest = letters[(index + 1)...].prefix { !Self.ticks.contains($0) && !Self.boxes.contains($0) && $0 != "\n" }
      guard !found.contains(where: { rest.indices.overlaps($0.range) }) else { continue }
      if let other = Self.other(rest) { others.append(other) }
    }
    return others
  }

  // MARK: - Names and numbers

  /// Without a bracket that offers the whole list to choose from.
  private func withoutGuidance(_ letters: [Character]) -> [Character] {
    var result = letters
    while let open = result.firstIndex(of: "(") {
      guard let close = result[open...].firstIndex(of: ")") else { break }
      var end = close
      // Brackets inside the bracket.
      while result[open...end].count(where: { $0 == "(" }) > result[open...end].count(where: { $0 == ")" }),
        let next = result[(end + 1)...].firstIndex(of: ")")
      {
        end = next
      }
      let inner = Array(result[open...end])
      let isOffer = String(inner).contains("可多选") || mentions(in: inner).count >= min(6, terms.count)
      if isOffer {
        result.removeSubrange(open...end)
      } else {
        // Other brackets lose only their marks.
        result[open] = " "
        result[end] = " "
      }
    }
    return result
  }

  private func named(_ letters: [Character]) -> Reading {
    var reading = Reading()
    let found = mentions(in: letters)
    for mention in found { add(mention.term, to: &reading) }
    var rest = letters
    for mention in found.reversed() { rest.replaceSubrange(mention.range, with: ["、"]) }
    for piece in rest.split(whereSeparator: { "、,;；/\n|+和及与:".contains($0) || $0 == " " }) {
      guard let word = Self.other(piece) else {
        if found.isEmpty, let code = number(piece) { add(code, to: &reading) }
        continue
      }
      if let near = nearest(word) {
        add(near, to: &reading)
      } else if let code = number(piece) {
        if found.isEmpty { add(code, to: &reading) }
      } else {
        reading.others.append(word)
      }
    }
    return reading
  }

  private func add(_ term: Int, to reading: inout Reading) {
    let code = terms[term].key
    if !reading.codes.contains(code) { reading.codes.append(code) }
  }

  /// A word without numbering and fillers; nil when nothing is left.
  private static func other(_ letters: some Collection<Character>) -> String? {
    var word = String(letters.filter { !$0.isWhitespace && !"()\"'。.□☐:".contains($0) })
    for filler in ["其他", "其它", "可多选", "等"] where word == filler { return nil }
    for filler in ["其他", "其它"] where word.hasPrefix(filler) { word = String(word.dropFirst(filler.count)) }
    while let last = word.last, last == "等" || last == "_" || last == "-" { word.removeLast() }
    while let first = word.first, first == "_" || first == "-" { word.removeFirst() }
    let isNumbering = word.allSatisfy { $0.isWholeNumber || ChineseNumber.isNumeral($0) || "第类项".contains($0) }
    return word.count >= 2 && !isNumbering ? word : nil
  }

  /// A scenario that a word names with a character more or less: 设备预测性维护.
  private func nearest(_ word: String) -> Int? {
    var best: (term: Int, likeness: Double)?
    for (index, term) in terms.enumerated() {
      for key in term.keys where abs(key.count - word.count) <= 2 && key.count >= 5 {
        let likeness = Likeness.dice(Array(word), Array(key))
        if likeness > best?.likeness ?? 0 { best = (index, likeness) }
      }
    }
    guard let best, best.likeness >= 0.7 else { return nil }
    return best.term
  }

  /// The scenario of a number: 三, 3, SC03, 第3类.
  private func number(_ piece: some Collection<Character>) -> Int? {
    let core = piece.filter { !$0.isWhitespace && !"()第类项.。sc".contains($0) }
    guard !core.isEmpty, core.count <= 2 else { return nil }
    let number: Int
    if core.allSatisfy({ $0.isASCII && $0.isWholeNumber }) {
      number = Int(String(core)) ?? 0
    } else if let section = ChineseNumber.section(Array(core)[...]), section.length == core.count {
      number = section.value.mantissa
    } else {
      return nil
    }
    return (1...max(1, terms.count)).contains(number) ? number - 1 : nil
  }
}
