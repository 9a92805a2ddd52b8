/// A closed list of things that have names: units, scenarios, stages, metrics. Answers which of them somebody means.
struct Vocabulary: Sendable {
  private struct Item {
    var names: [[UInt8]]
    var initials: [[UInt8]]
    var latin: [[UInt8]]
    var number: Int?
  }

  private var items: [Item] = []

  /// Adds a thing.
  ///
  /// - Parameters:
  ///   - names: Chinese names and aliases.
  ///   - latin: key, code and English name.
  ///   - number: a number that people call it by.
  private mutating func add(_ names: [String], latin: [String], number: Int? = nil) {
    let names = names.filter { !$0.isEmpty }
    items.append(
      Item(
        names: names.map(Folding.folded), initials: names.map { PinyinCodes.shared.initials(of: $0) },
        latin: latin.filter { !$0.isEmpty }.map(Folding.folded), number: number))
  }

  static func units(_ program: Program) -> Vocabulary {
    var vocabulary = Vocabulary()
    for unit in program.units { vocabulary.add([unit.name] + unit.aliases, latin: [unit.key, unit.english]) }
    return vocabulary
  }

  static func scenarios(_ program: Program) -> Vocabulary {
    var vocabulary = Vocabulary()
    for scenario in program.scenarios {
      let digits = Folding.folded(scenario.code).filter { $0 >= 0x30 && $0 <= 0x39 }
      vocabulary.add(
        [scenario.name] + scenario.aliases, latin: [scenario.code, scenario.english],
        number: Int(String(decoding: digits, as: UTF8.self)))
    }
    return vocabulary
  }

  static let stages: Vocabulary = {
    var vocabulary = Vocabulary()
    for stage in Stage.allCases { vocabulary.add([stage.queryName], latin: [stage.rawValue]) }
    return vocabulary
  }()

  static func metrics(_ program: Program) -> Vocabulary {
    var vocabulary = Vocabulary()
    for metric in program.metricNames {
      vocabulary.add([metric.name.zh] + metric.synonyms, latin: [metric.key, metric.name.en])
    }
    return vocabulary
  }

  /// The things of exactly this name or key; initials count too when `withInitials` is set.
  func exact(_ value: String, withInitials: Bool) -> [Int] {
    let folded = Folding.folded(value)
    let pattern = withInitials ? InitialsPattern(folded) : nil
    return places { item in
      item.names.contains(folded) || item.latin.contains(folded)
        || pattern.map { pattern in item.initials.contains { pattern.isWhole(of: $0) } } == true
    }
  }

  /// The things that somebody means: those of exactly this name, key, number or initials if there are any; else those
  /// whose name, key or initials begin so; else those that have it anywhere in a name.
  func find(_ value: String) -> [Int] {
    let folded = Folding.folded(value)
    guard !folded.isEmpty else { return Array(items.indices) }
    var found = exact(value, withInitials: true)
    if let number = Int(String(decoding: folded, as: UTF8.self)) { found += places { $0.number == number } }
    if !found.isEmpty { return Set(found).sorted() }
    let initials = InitialsPattern(folded)
    found = places { item in
      (item.names + item.latin).contains { $0.starts(with: folded) }
        || initials.map { initials in item.initials.contains { initials.isAtStart(of: $0) } } == true
    }
    return found.isEmpty ? mentions(TextPattern(folded: folded), initials) : found
  }

  /// The things that have the words, or the initials, anywhere in a name.
  func mentions(_ words: TextPattern, _ initials: InitialsPattern?) -> [Int] {
    places { item in
      item.names.contains { $0.withUnsafeBytes(words.isFound) }
        || (words.bytes.count > 1 && item.latin.contains { $0.withUnsafeBytes(words.isFound) })
        || initials.map { initials in item.initials.contains { initials.isFound(in: $0) } } == true
    }
  }

  private func places(_ isWanted: (Item) -> Bool) -> [Int] { items.indices.filter { isWanted(items[$0]) } }
}
