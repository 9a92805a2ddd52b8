/// Finding where words, phrases and comparisons end.
extension QueryParser {
  func error(_ reason: QueryError.Reason, at place: Int) -> QueryError {
    QueryError(offset: offsets[min(place, scalars.count)], reason: reason)
  }

  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  func folded(_ range: Range<Int>) -> [UInt8] { Folding.folded(text(range)) }

  mutating func skipSpaces() {
    while position < scalars.count, syntax[position] == .space { position += 1 }
  }

  func afterSpaces(_ place: Int) -> Int {
    var place = place
    while place < scalars.count, syntax[place] == .space { place += 1 }
    return place
  }

  /// Where the word that begins at `start` ends; parentheses inside it belong to it, as in 山东（集团）有限公司.
  ///
  /// - Parameter atMarks: end it also at a colon or comparison.
  func wordEnd(from start: Int, atMarks: Bool = false) -> Int {
    var place = start
    while place < scalars.count, !syntax[place].endsWord {
      if syntax[place] == .open {
        guard place > start, let close = closing(of: place) else { break }
        place = close
      } else if atMarks, syntax[place] == .colon || comparison(at: place) != nil {
        break
      }
      place += 1
    }
    return place
  }

  private func closing(of open: Int) -> Int? {
    var depth = 0
    for place in open..<scalars.count {
      switch syntax[place] {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { return place }
      case .space, .bar, .quote: return nil
      default: break
      }
    }
    return nil
  }

  /// The text in quotes at the position, without them; a missing closing quote is taken to stand at the end.
  mutating func phrase() -> String {
    let start = position + 1
    position = start
    while position < scalars.count, syntax[position] != .quote { position += 1 }
    let words = text(start..<position)
    if position < scalars.count { position += 1 }
    return words
  }

  /// The comparison that begins at a place, with its length.
  func comparison(at place: Int) -> (comparison: QueryComparison, length: Int)? {
    guard place < scalars.count else { return nil }
    let next = place + 1 < scalars.count ? syntax[place + 1] : .space
    switch syntax[place] {
    case .less, .bookOpen:
      if next == .equal { return (.lessOrEqual, 2) }
      return next == .greater || next == .bookClose ? (.notEqual, 2) : (.less, 1)
    case .greater, .bookClose: return next == .equal ? (.greaterOrEqual, 2) : (.greater, 1)
    case .equal: return (.equal, next == .equal ? 2 : 1)
    case .lessOrEqual: return (.lessOrEqual, 1)
    case .greaterOrEqual: return (.greaterOrEqual, 1)
    case .notEqual: return (.notEqual, 1)
    case .bang: return next == .equal ? (.notEqual, 2) : nil
    default: return nil
    }
  }

  /// Whether a number may begin here: a digit, or a sign or point and then a digit.
  func isNumberStart(_ place: Int) -> Bool {
    func isDigit(_ place: Int) -> Bool {
      guard place < scalars.count else { return false }
      let scalar = scalars[place]
      return ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
    }
    guard place < scalars.count else { return false }
    let isLead = syntax[place] == .minus || ["+", ".", "＋", "．"].contains(scalars[place])
    return isDigit(place) || (isLead && isDigit(place + 1))
  }
}
