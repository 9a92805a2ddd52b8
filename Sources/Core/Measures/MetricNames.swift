/// The canonical metric names of the call with their other wordings, out of `program.json`.
public struct MetricNames: Sendable {
  private struct Pattern {
    /// Parts that must stand in this order; `…` in a synonym stands for anything.
    let parts: [[Unicode.Scalar]]
    /// A bit for each of its letters: a name without one of them cannot hold it.
    let letters: UInt64
    let length: Int
    /// Whether the wording itself speaks of a change: 节约, 减少, 新增, 降幅.
    let isChange: Bool
    let entry: Int
    /// As the dictionary writes it.
    let wording: String
  }

  /// The entries in the order of the program.
  public let entries: [Program.MetricName]
  private let patterns: [Pattern]

  /// A dictionary of these names.
  public init(_ entries: [Program.MetricName]) {
    self.entries = entries
    var patterns: [Pattern] = []
    for (index, entry) in entries.enumerated() {
      for wording in [entry.name.zh] + entry.synonyms {
        let parts = wording.split(separator: "…").map { Array(TextFolding.bareKey(String($0)).unicodeScalars) }.filter {
          !$0.isEmpty
        }
        guard !parts.isEmpty else { continue }
        patterns.append(
          Pattern(
            parts: parts, letters: Self.letters(parts.joined()), length: parts.reduce(0) { $0 + $1.count },
            isChange: Self.speaksOfChange(wording),
            entry: index, wording: wording))
      }
    }
    self.patterns = patterns.sorted { $0.length != $1.length ? $0.length > $1.length : $0.entry < $1.entry }
  }

  /// The entry whose longest wording stands in `name` and whose unit can be compared with `unit`.
  ///
  /// - Parameter isChange: whether the number is the size of a change (减少12人); such a number is only matched with
  ///   wordings that speak of a change, because 用水量 and 用水量降幅 are two metrics.
  public func entry(for name: String, unit: String, isChange: Bool) -> Program.MetricName? {
    let key = Array(TextFolding.bareKey(name).unicodeScalars.prefix(80))
    let letters = Self.letters(key)
    for pattern in patterns where !isChange || pattern.isChange {
      guard pattern.letters & ~letters == 0, Self.holds(key, pattern) else { continue }
      let entry = entries[pattern.entry]
      if let wanted = entry.unit, !Self.isCompatible(unit, wanted) { continue }
      return entry
    }
    return nil
  }

  /// The longest wording of the entry `key` that stands in `name`; nil for none.
  public func wording(in name: String, of key: String) -> String? {
    let letters = Array(TextFolding.bareKey(name).unicodeScalars.prefix(80))
    return patterns.first { entries[$0.entry].key.hasSameBytes(as: key) && Self.holds(letters, $0) }?.wording
  }

  private static func letters(_ text: some Sequence<Unicode.Scalar>) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
  }

  private static func holds(_ key: [Unicode.Scalar], _ pattern: Pattern) -> Bool {
    pattern.length > 2 ? contains(key, pattern.parts) : isAtAnEnd(key, pattern.parts[0])
  }

  /// Two letters name a metric only where they begin or end its name: 模型 does not in 模型可同时驱动的部件.
  private static func isAtAnEnd(_ key: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    key.starts(with: part) || (key.count >= part.count && key.suffix(part.count).elementsEqual(part))
  }

  private static func contains(_ key: [Unicode.Scalar], _ parts: [[Unicode.Scalar]]) -> Bool {
    var place = 0
    for part in parts {
      guard let found = index(of: part, in: key, from: place) else { return false }
      place = found + part.count
    }
    return true
  }

  private static func index(of part: [Unicode.Scalar], in key: [Unicode.Scalar], from start: Int) -> Int? {
    guard key.count - start >= part.count else { return nil }
    return (start...(key.count - part.count)).first { key[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// Whether values in `unit` can stand beside values in `wanted`.
  static func isCompatible(_ unit: String, _ wanted: String) -> Bool {
    if unit == wanted { return true }
    let a = UnitConversion.base(of: unit)
    let b = UnitConversion.base(of: wanted)
    if MeasureUnit.areComparable(a.unit, b.unit) { return true }
    // Things are counted with many words: 4项 and 4件 patents.
    let counting: Set<MeasureUnit.Dimension> = [.count, .people]
    guard let first = MeasureUnit.named(a.unit), let second = MeasureUnit.named(b.unit) else { return false }
    return counting.contains(first.dimension) && counting.contains(second.dimension)
  }

  static func speaksOfChange(_ wording: String) -> Bool {
    ["减", "节", "降", "增", "提高", "提升", "缩短", "新建", "压缩", "省", "少产生", "避免", "挽回"].contains(where: wording.contains)
  }
}
