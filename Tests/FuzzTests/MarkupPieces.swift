import TestSupport

/// XML cut into tags and texts, so that whole elements can be changed.
struct MarkupPieces {
  private var pieces: [[UInt8]] = []

  init(_ bytes: [UInt8]) {
    var start = 0
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<"), place > start {
        pieces.append(Array(bytes[start..<place]))
        start = place
      }
      if bytes[place] == UInt8(ascii: ">") {
        pieces.append(Array(bytes[start...place]))
        start = place + 1
      }
      place += 1
    }
    if start < bytes.count { pieces.append(Array(bytes[start...])) }
  }

  var bytes: [UInt8] { pieces.flatMap { $0 } }

  mutating func mutate(_ random: inout SplitMix, _ words: [[UInt8]], _ other: [UInt8]) {
    guard !pieces.isEmpty else { return }
    let place = random.below(pieces.count)
    let element = element(at: place)
    switch random.below(10) {
    case 0 where element.count < pieces.count / 2: pieces.removeSubrange(element)
    case 1 where element.count < 2000: pieces.insert(contentsOf: pieces[element], at: element.upperBound)
    case 2 where element.count < 2000: move(element, &random)
    case 3: wrap(element, &random)
    case 4: changeAttribute(from: place, to: words[random.below(words.count)])
    case 5: lend(from: other, &random)
    case 6: pieces.swapAt(place, random.below(pieces.count))
    default: changeText(from: place, &random, words)
    }
  }

  /// The element that begins at or after `place`, with all that is in it.
  private func element(at place: Int) -> Range<Int> {
    guard let start = pieces.indices[place...].first(where: { isStart(pieces[$0]) }) else { return place..<place + 1 }
    var depth = 0
    for index in start..<pieces.count {
      if isStart(pieces[index]) { depth += isEmptyElement(pieces[index]) ? 0 : 1 }
      if pieces[index].starts(with: "</".utf8) { depth -= 1 }
      if depth <= 0 { return start..<index + 1 }
    }
    return start..<start + 1
  }

  private func isStart(_ piece: [UInt8]) -> Bool {
    piece.first == UInt8(ascii: "<") && piece.count > 1 && piece[1] != UInt8(ascii: "/")
      && piece[1] != UInt8(ascii: "?")
  }

  private func isEmptyElement(_ piece: [UInt8]) -> Bool { piece.suffix(2).elementsEqual("/>".utf8) }

  private mutating func move(_ element: Range<Int>, _ random: inout SplitMix) {
    let moved = Array(pieces[element])
    pieces.removeSubrange(element)
    pieces.insert(contentsOf: moved, at: random.below(pieces.count + 1))
  }

  private static let wrappers = [
    "w:ins", "w:del", "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:txbxContent", "w:pict",
    "mc:AlternateContent", "mc:Choice", "mc:Fallback", "w:hyperlink", "w:smartTag", "w:moveFrom", "w:pPr", "w:rPr",
    "row", "c", "v",
    "is", "si",
  ]

  private mutating func wrap(_ element: Range<Int>, _ random: inout SplitMix) {
    let name = Self.wrappers[random.below(Self.wrappers.count)]
    // Once in a while very deep.
    let times = random.below(40) == 0 ? 300 : 1
    pieces.insert(contentsOf: [[UInt8]](repeating: Array("</\(name)>".utf8), count: times), at: element.upperBound)
    pieces.insert(contentsOf: [[UInt8]](repeating: Array("<\(name)>".utf8), count: times), at: element.lowerBound)
  }

  private mutating func changeAttribute(from place: Int, to value: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard let found = pieces.indices[place...].first(where: { isStart(pieces[$0]) && pieces[$0].contains(quote) }),
      let start = pieces[found].firstIndex(of: quote),
      let end = pieces[found][(start + 1)...].firstIndex(of: quote)
    else { return }
    pieces[found].replaceSubrange(start + 1..<end, with: value)
  }

  private mutating func changeText(from place: Int, _ random: inout SplitMix, _ words: [[UInt8]]) {
    guard let found = pieces.indices[place...].first(where: { pieces[$0].first != UInt8(ascii: "<") }) else { return }
    let word = words[random.below(words.count)]
    // Between characters, so that the text stays UTF-8.
    let borders = pieces[found].indices.filter { pieces[found][$0] & 0xC0 != 0x80 } + [pieces[found].count]
    let start = borders[random.below(borders.count)]
    switch random.below(4) {
    case 0: pieces[found] = word
    case 1: pieces[found].insert(contentsOf: word, at: start)
    case 2: pieces[found].removeSubrange(start...)
    default:
      pieces[found].insert(contentsOf: [UInt8](repeating: 0, count: random.below(200)).flatMap { _ in word }, at: start)
    }
  }

  /// An element of another input, somewhere.
  private mutating func lend(from other: [UInt8], _ random: inout SplitMix) {
    let lender = MarkupPieces(other)
    guard !lender.pieces.isEmpty else { return }
    let element = lender.element(at: random.below(lender.pieces.count))
    guard element.count < 1000 else { return }
    pieces.insert(contentsOf: lender.pieces[element], at: random.below(pieces.count + 1))
  }
}
