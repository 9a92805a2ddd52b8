/// How alike two wordings are.
enum Likeness {
  /// Dice's coefficient of the pairs of neighbouring characters: 1 for equal texts, 0 for nothing in common.
  static func dice(_ a: some Collection<Character>, _ b: some Collection<Character>) -> Double {
    let first = pairs(a)
    let second = pairs(b)
    guard !first.isEmpty, !second.isEmpty else { return a.elementsEqual(b) ? 1 : 0 }
    var counts: [String: Int] = [:]
    for pair in first { counts[pair, default: 0] += 1 }
    var common = 0
    for pair in second {
      if let count = counts[pair], count > 0 {
        common += 1
        counts[pair] = count - 1
      }
    }
    return 2 * Double(common) / Double(first.count + second.count)
  }

  private static func pairs(_ text: some Collection<Character>) -> [String] {
    let letters = Array(text.prefix(400))
    guard letters.count >= 2 else { return [] }
    return (1..<letters.count).map { String([letters[$0 - 1], letters[$0]]) }
  }
}
