/// What may be meant by the word at the cursor of a query: fields, and values with the number of applications.
public enum QueryCompletion {
  /// A proposal.
  public struct Candidate: Equatable, Sendable {
    /// The field.
    public let field: QueryField
    /// What to show: a value's name, or the field's.
    public let label: String
    /// What to put in place of ``range``.
    public let insertion: String
    /// The characters of the query that it replaces.
    public let range: Range<Int>
    /// Applications that have the value; nil for a field, and where nothing was counted.
    public let count: Int?
  }

  /// Candidates for the word before the cursor: values behind a field's colon, else fields by their names, pinyin
  /// initials included, and values that are called so. Values with applications come first.
  ///
  /// - Parameters:
  ///   - cursor: characters before the cursor.
  ///   - counts: what to count values in, as a rule all applications.
  ///   - chinese: whether to propose Chinese names, or English names with keys and codes.
  public static func candidates(
    for text: String, cursor: Int, program: Program, counts: Facets?, chinese: Bool = true
  ) -> [Candidate] {
    guard text.utf8.count <= Query.longest else { return [] }
    return CompletionContext(text, cursor: cursor, program: program, counts: counts, chinese: chinese).candidates()
  }
}

/// The word at the cursor and what candidates are made from.
private struct CompletionContext {
  private let scan: QueryParser
  private let names: ProgramNames
  private let counts: Facets?
  private let chinese: Bool
  /// Scalars of the word up to the cursor, without signs before it.
  private let typed: Range<Int>
  /// Where the word ends behind the cursor.
  private let end: Int

  init(_ text: String, cursor: Int, program: Program, counts: Facets?, chinese: Bool) {
    scan = QueryParser(text)
    names = ProgramNames(program)
    self.counts = counts
    self.chinese = chinese
    let stop = scan.offsets.firstIndex { $0 >= cursor } ?? scan.scalars.count
    var start = stop
    while start > 0, !scan.syntax[start - 1].endsWord, scan.syntax[start - 1] != .open { start -= 1 }
    while start < stop, scan.syntax[start] == .minus || scan.syntax[start] == .bang { start += 1 }
    typed = start..<stop
    end = max(stop, scan.wordEnd(from: stop))
  }

  func candidates() -> [QueryCompletion.Candidate] {
    let mark = min(scan.wordEnd(from: typed.lowerBound, atMarks: true), typed.upperBound)
    guard mark < typed.upperBound else { return namesLike(scan.folded(typed)) }
    guard let field = QueryField(folded: scan.folded(typed.lowerBound..<mark)) else { return [] }
    var start = mark
    if scan.syntax[start] == .colon { start += 1 }
    if let (_, length) = scan.comparison(at: start) { start += length }
    start = min(start, typed.upperBound)
    if field.takesList, let comma = (start..<typed.upperBound).last(where: { scan.syntax[$0] == .comma }) {
      start = comma + 1
    }
    let value = scan.text(start..<typed.upperBound)
    return inOrder(values(of: field, like: value, from: start, prefix: ""))
  }

  private func namesLike(_ word: [UInt8]) -> [QueryCompletion.Candidate] {
    let initials = InitialsPattern(word)
    let fields = QueryField.allCases.filter { field in
      word.isEmpty || field.names.contains { $0.utf8.starts(with: word) }
        || initials.map { initials in
          field.names.contains { initials.isAtStart(of: PinyinCodes.shared.initials(of: $0)) }
        } == true
    }
    let proposals = fields.map { field in
      let name = chinese ? field.chinese : field.rawValue
      return candidate(field, label: name, insertion: name + ":", from: typed.lowerBound, count: nil)
    }
    guard !word.isEmpty else { return proposals }
    let value = scan.text(typed)
    return proposals
      + inOrder(
        [QueryField.unit, .scenario, .stage].flatMap { field in
          values(
            of: field, like: value, from: typed.lowerBound, prefix: (chinese ? field.chinese : field.rawValue) + ":")
        })
  }

  private func values(
    of field: QueryField, like value: String, from start: Int, prefix: String
  ) -> [QueryCompletion.Candidate] {
    typealias Candidate = QueryCompletion.Candidate
    func proposal(_ chineseName: String, _ english: String, _ key: String, _ count: Int?) -> Candidate {
      candidate(
        field, label: chinese ? chineseName : english, insertion: prefix + Query.quoted(chinese ? chineseName : key),
        from: start, count: count)
    }
    switch field {
    case .unit:
      return names.units.find(value).map { place in
        let unit = names.program.units[place]
        return proposal(unit.name, unit.english, unit.key, counts?.units[place].count)
      }
    case .scenario:
      return names.scenarios.find(value).map { place in
        let scenario = names.program.scenarios[place]
        return proposal(scenario.name, scenario.english, scenario.code, counts?.scenarios[place].count)
      }
    case .stage:
      return Vocabulary.stages.find(value).map { place in
        let stage = Stage.allCases[place]
        return proposal(stage.queryName, stage.rawValue, stage.rawValue, counts?.stages[place].count)
      }
    case .flag:
      let begun = Folding.folded(value)
      return (counts?.flags ?? []).filter { Folding.begins($0.key, with: begun) }
        .map { proposal($0.name, $0.name, $0.key, $0.count) }
    case .metric:
      return names.metrics.find(value).map { place in
        let metric = names.program.metricNames[place]
        return proposal(metric.name.zh, metric.name.en, metric.key, nil)
      }
    case .id, .company, .project, .investment, .score: return []
    }
  }

  private func candidate(
    _ field: QueryField, label: String, insertion: String, from start: Int, count: Int?
  ) -> QueryCompletion.Candidate {
    QueryCompletion.Candidate(
      field: field, label: label, insertion: insertion,
      range: scan.offsets[start]..<max(scan.offsets[start], scan.offsets[end]), count: count)
  }

  /// Values that occur before those that do not, each in the order of the programme.
  private func inOrder(_ candidates: [QueryCompletion.Candidate]) -> [QueryCompletion.Candidate] {
    candidates.filter { $0.count != 0 } + candidates.filter { $0.count == 0 }
  }
}
