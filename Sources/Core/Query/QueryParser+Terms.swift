/// Reading one term: a bare word, a field with its value, a metric with its comparison.
extension QueryParser {
  func term(_ field: QueryField?, _ test: QueryTerm.Test, name: String = "", from start: Int) -> Query.Node {
    .term(
      QueryTerm(
        field: field, name: name, test: test, text: text(start..<position), range: offsets[start]..<offsets[position]))
  }

  /// A term of words; words of which nothing is left, such as a lone mark or `*`, hold for everything.
  func words(_ words: [String], field: QueryField?, exactly: Bool = false, from start: Int) -> Query.Node {
    let full = words.filter { !Folding.folded($0).isEmpty }
    if full.isEmpty { return term(field, .unfinished, from: start) }
    return term(field, exactly ? .exactly(full) : .words(full), from: start)
  }

  mutating func parseWord(field outer: QueryField?) throws(QueryError) -> Query.Node? {
    let start = position
    let headEnd = wordEnd(from: start, atMarks: true)
    let name = folded(start..<headEnd)
    if headEnd < scalars.count, syntax[headEnd] == .colon, headEnd > start {
      if let field = QueryField(folded: name) {
        position = headEnd + 1
        return try parseValue(of: field, from: start)
      }
      if outer == nil, isName(start..<headEnd) {
        let reason = QueryError.Reason.unknownField(
          name: text(start..<headEnd), nearest: QueryField.nearest(to: name))
        throw error(reason, at: start)
      }
    }
    if let outer { return try parseValue(of: outer, from: start) }
    if let comparison = comparisonAfter(headEnd, name: start..<headEnd) {
      if let field = QueryField(folded: name), field != .metric {
        position = comparison
        return try parseValue(of: field, from: start)
      }
      return try parseMetric(from: start)
    }
    return parsePlain(from: start)
  }

  /// The place of a comparison that makes the word before it a field or the name of a metric; nil when it is only a mark
  /// in a word, such as the book titles 《5G应用》.
  private func comparisonAfter(_ headEnd: Int, name: Range<Int>) -> Int? {
    guard !name.isEmpty else { return nil }
    let place = afterSpaces(headEnd)
    guard let (_, length) = comparison(at: place) else { return nil }
    let isBook = syntax[place] == .bookOpen || syntax[place] == .bookClose
    let valueStart = afterSpaces(place + length)
    if place > headEnd, isBook || !isNumberStart(valueStart) { return nil }
    if let field = QueryField(folded: folded(name)), field != .metric {
      return isBook && !(field.isNumber && isNumberStart(valueStart)) ? nil : place
    }
    let value = folded(valueStart..<wordEnd(from: valueStart))
    if place + length == scalars.count || (value.isEmpty && !isBook) { return isBook ? nil : place }
    guard let range = numberRange(value, .equal) else { return nil }
    if case .other = range.unit { return nil }
    return place
  }

  /// Whether the characters can only be meant as a field's name: letters and ideographs.
  private func isName(_ range: Range<Int>) -> Bool {
    range.allSatisfy { scalars[$0].properties.isAlphabetic || scalars[$0].properties.isIdeographic }
  }

  private mutating func parsePlain(from start: Int) -> Query.Node? {
    position = max(wordEnd(from: start), start + 1)
    var end = position
    if end - start > 1, scalars[end - 1] == "*" || scalars[end - 1] == "＊" { end -= 1 }
    let isMarks = (start..<end).allSatisfy { syntax[$0].isComparison || scalars[$0] == "*" }
    return words(isMarks ? [] : [text(start..<end)], field: nil, from: start)
  }

  /// Reads the value of a field; the position is behind the colon, or at the comparison that took its place.
  private mutating func parseValue(of field: QueryField, from start: Int) throws(QueryError) -> Query.Node? {
    if field == .metric {
      if position < scalars.count, syntax[position] == .open { return try parseGroup(field: field) }
      return try parseMetric(from: start)
    }
    var found: QueryComparison?
    let next = afterSpaces(position)
    if field.isNumber, next > position, let (_, length) = comparison(at: next),
      isNumberStart(afterSpaces(next + length))
    {
      position = next
    }
    if let (comparison, length) = comparison(at: position) {
      let isBook = syntax[position] == .bookOpen || syntax[position] == .bookClose
      let isEquality = comparison == .equal || comparison == .notEqual
      if field.isNumber || (isEquality && !isBook) {
        found = comparison
        position += length
        if isNumberStart(afterSpaces(position)) { skipSpaces() }
      } else if !isBook {
        throw error(.comparisonNotAllowed(field), at: position)
      }
    }
    if found == nil, position < scalars.count, syntax[position] == .open {
      return try parseGroup(field: field) ?? term(field, .unfinished, from: start)
    }
    if field.isNumber { return try parseNumber(of: field, found, from: start) }
    let node = parseWords(of: field, exactly: found != nil, from: start)
    return found == .notEqual && !node.isUnfinished ? .not(node) : node
  }

  private mutating func parseWords(of field: QueryField, exactly: Bool, from start: Int) -> Query.Node {
    var values: [String]
    if position < scalars.count, syntax[position] == .quote {
      values = [phrase()]
    } else {
      let end = wordEnd(from: position)
      values = [text(position..<end)]
      if field.takesList {
        let parts = Array(position..<end).split { syntax[$0] == .comma }
        values = parts.map { part in String(String.UnicodeScalarView(part.map { scalars[$0] })) }
      }
      position = end
    }
    let isClosedList = field == .unit || field == .scenario || field == .stage || field == .flag
    if isClosedList, values.count == 1, let test = special(Folding.folded(values[0])) {
      return term(field, test, from: start)
    }
    return words(values, field: field, exactly: exactly, from: start)
  }

  /// The words for a field with nothing or with something.
  func special(_ value: [UInt8]) -> QueryTerm.Test? {
    switch String(decoding: value, as: UTF8.self) {
    case "none", "无", "空", "未填", "未评": .missing
    case "any", "有", "*": .present
    default: nil
    }
  }
}
