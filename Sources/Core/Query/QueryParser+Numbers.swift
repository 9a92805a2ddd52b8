/// Reading comparisons with numbers.
extension QueryParser {
  /// Reads the number of a field that is one; the position is behind the comparison, if there was one.
  mutating func parseNumber(
    of field: QueryField, _ comparison: QueryComparison?, name: String = "", from start: Int
  ) throws(QueryError) -> Query.Node {
    let valueStart = position
    position = wordEnd(from: position)
    let value = folded(valueStart..<position)
    let typed = text(valueStart..<position)
    let isSign = value.elementsEqual("-".utf8) || value.elementsEqual("+".utf8) || value.elementsEqual("..".utf8)
    if value.isEmpty || isSign {
      return term(field, field == .metric ? .present : .unfinished, name: name, from: start)
    }
    if let test = special(value), comparison == nil || comparison == .equal {
      return term(field, test, name: name, from: start)
    }
    guard let range = numberRange(value, comparison ?? .equal) else {
      throw error(.notANumber(typed), at: valueStart)
    }
    if let low = range.low, let high = range.high, low > high { throw error(.emptyRange(typed), at: valueStart) }
    switch (field, range.unit) {
    case (.metric, _), (_, .asInRow), (.investment, .money): break
    case (.score, .other("分")): break
    default: throw error(.unitNotAllowed(typed), at: valueStart)
    }
    return term(field, .number(range), name: name, from: start)
  }

  /// Reads the name of a metric, its comparison and its number; the position is at the name.
  mutating func parseMetric(from start: Int) throws(QueryError) -> Query.Node {
    skipFieldName(from: start)
    let nameStart = position
    var name: String
    if position < scalars.count, syntax[position] == .quote {
      name = phrase()
    } else {
      let end = wordEnd(from: position, atMarks: true)
      name = text(position..<end)
      position = end
    }
    if Folding.folded(name).isEmpty { name = "" }
    let place = afterSpaces(position)
    var found: QueryComparison?
    if position < scalars.count, syntax[position] == .colon {
      position += 1
      if let (comparison, length) = comparison(at: position) {
        found = comparison
        position += length
      }
    } else if let (comparison, length) = comparison(at: place),
      place == position || isNumberStart(afterSpaces(place + length))
    {
      found = comparison
      position = place + length
    } else {
      return term(.metric, name.isEmpty ? .unfinished : .present, name: name, from: start)
    }
    if isNumberStart(afterSpaces(position)) { skipSpaces() }
    if name.isEmpty {
      if isNumberStart(position) { throw error(.missingMetricName, at: nameStart) }
      position = wordEnd(from: position)
      return term(.metric, .unfinished, from: start)
    }
    return try parseNumber(of: .metric, found, name: name, from: start)
  }

  /// Steps over the field's own name in `metric>5`, which names no metric.
  private mutating func skipFieldName(from start: Int) {
    guard position == start else { return }
    let end = wordEnd(from: start, atMarks: true)
    if QueryField(folded: folded(start..<end)) == .metric { position = end }
  }

  /// A folded number or range; nil when it is neither.
  func numberRange(_ value: [UInt8], _ comparison: QueryComparison) -> QueryRange? {
    guard let (low, high) = bounds(value) else {
      guard let number = QueryNumber(folded: value) else { return nil }
      return comparison.range(number.value, unit: number.unit)
    }
    guard comparison == .equal || comparison == .notEqual else { return nil }
    var lower = QueryNumber(folded: low)
    var upper = QueryNumber(folded: high)
    guard lower != nil || low.isEmpty, upper != nil || high.isEmpty, let either = upper ?? lower else { return nil }
    if let other = upper { lower?.takeUnit(of: other) }
    if let other = lower { upper?.takeUnit(of: other) }
    if let lower, let upper, lower.unit != upper.unit { return nil }
    return QueryRange(
      low: lower?.value, high: upper?.value, isClosed: true, isExcluded: comparison == .notEqual,
      unit: lower?.unit ?? either.unit)
  }

  /// The two ends of `100..500`, `100~500` and ranges that are open at one end.
  private func bounds(_ value: [UInt8]) -> (low: ArraySlice<UInt8>, high: ArraySlice<UInt8>)? {
    let dot = UInt8(ascii: ".")
    for place in value.indices {
      if value[place] == UInt8(ascii: "~") { return (value[..<place], value[(place + 1)...]) }
      if value[place] == dot, place + 1 < value.count, value[place + 1] == dot {
        let rest = value[place...].drop { $0 == dot }
        return (value[..<place], rest)
      }
    }
    return nil
  }
}
