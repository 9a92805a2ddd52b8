import TestSupport

@testable import Core

/// The seed corpus and the run over it.
enum Seeds {
  /// The inputs of a kind, the smallest first, out of `Corpus/<kind>`.
  static func load(_ target: FuzzTarget) throws -> [[UInt8]] {
    // A package is a form of the corpus, zipped.
    if target == .package { return (try load(.docx) + load(.xlsx)).map { FuzzPackage(text: $0).zip() } }
    let folder = root + "/Tests/FuzzTests/Corpus/" + target.rawValue
    var seeds: [[UInt8]] = []
    for name in try Folder.open(folder, named: "", calls: .system).names() where name.kind == .file {
      seeds.append(try OutsideFile.read(folder + "/" + name.text))
    }
    return seeds.sorted { $0.count < $1.count }
  }

  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  static func call() throws -> FuzzCall {
    try FuzzCall(program: try OutsideFile.read(root + "/sample-data/program.json"))
  }

  /// The input number `number` of a kind: the seeds as they are first, then changed ones.
  static func input(_ number: Int, of target: FuzzTarget, _ seeds: [[UInt8]]) -> [UInt8] {
    if number < seeds.count { return seeds[number] }
    var random = SplitMix(seed: UInt64(number))
    // Small ones more often: they are read faster, and hold every construct.
    let seed = seeds[random.below(random.below(4) == 0 ? seeds.count : (seeds.count + 1) / 2)]
    let other = seeds[random.below(seeds.count)]
    var mutator = Mutator(random: random, words: target.words, limit: 1 << 18)
    return mutator.mutate(seed, with: other, isXML: target.isXML)
  }
}
