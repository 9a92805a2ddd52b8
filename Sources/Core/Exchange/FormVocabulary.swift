/// The words of a call that the form reader needs: its units, its scenarios and the names of metrics. Nothing of one
/// city or one year is in the reader itself.
public struct FormVocabulary: Sendable {
  /// A thing with a key, a name and other names.
  public struct Term: Sendable {
    /// Key or code.
    public let key: String
    /// The name and all aliases, folded for comparing.
    let keys: [String]

    /// A term of these words.
    public init(key: String, words: [String]) {
      self.key = key
      keys = words.map(TextFolding.bareKey).filter { !$0.isEmpty }
    }
  }

  /// The year of the call, the first part of every id.
  public let year: Int
  /// Recommending units (县市区).
  public let units: [Term]
  /// Scenarios (典型场景支持范围), in the order of the notice.
  public let scenarios: [Term]
  /// Canonical metric names.
  public let metricNames: MetricNames

  /// The words of a program.
  public init(program: Program) {
    year = program.year
    units = program.units.map { Term(key: $0.key, words: [$0.name] + $0.aliases) }
    scenarios = program.scenarios.map { Term(key: $0.code, words: [$0.name] + $0.aliases) }
    metricNames = MetricNames(program.metricNames)
  }

  /// The unit that `text` names: as a whole, or as its end (济宁市金乡县), or with one name inside it. Nil when none or
  /// more than one is meant.
  func unit(named text: String) -> String? {
    let key = TextFolding.bareKey(String(text.prefix(60)))
    guard !key.isEmpty else { return nil }
    if let exact = units.first(where: { $0.keys.contains(key) }) { return exact.key }
    var found: (key: String, length: Int)?
    var isAmbiguous = false
    for unit in units {
      let length = unit.keys.filter { $0.count >= 2 && key.contains($0) }.map(\.count).max() ?? 0
      guard length > 0 else { continue }
      if let best = found, best.length == length { isAmbiguous = true }
      if length > found?.length ?? 0 {
        found = (unit.key, length)
        isAmbiguous = false
      }
    }
    return isAmbiguous ? nil : found?.key
  }
}
