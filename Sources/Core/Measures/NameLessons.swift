/// All that was taught about names, by everybody: the union of the persons' files. Of two lessons about the same two
/// wordings the later one counts.
public struct NameLessons: Equatable, Sendable {
  /// Two wordings, in either order.
  public struct Pair: Hashable, Sendable {
    let first: String
    let second: String

    init(_ a: String, _ b: String) {
      let (x, y) = (NameLessons.key(a), NameLessons.key(b))
      (first, second) = x < y ? (x, y) : (y, x)
    }
  }

  /// Two persons taught the opposite of each other; the later lesson counts.
  public struct Conflict: Equatable, Sendable {
    /// The one that counts.
    public let counts: NameLesson
    /// The last of another person, which does not.
    public let overruled: NameLesson
  }

  /// Every lesson, the oldest first.
  public let all: [NameLesson]
  /// Lessons that persons disagree on.
  public let conflicts: [Conflict]
  private let standing: [Pair: NameLesson]
  private let groups: [String: String]
  private let renames: [String: NameLesson]

  /// Nothing taught, or these lessons in any order.
  public init(_ lessons: [NameLesson] = []) {
    let dated = lessons.enumerated().map { ($0.offset, PointInTime($0.element.at), $0.element) }
    all = dated.sorted { left, right in
      switch (left.1, right.1) {
      case (nil, _?): return true
      case (_?, nil): return false
      case (let a?, let b?) where a != b: return a < b
      default: break
      }
      // Of one moment, or with a time that is none: the same order on every machine.
      return left.2.by == right.2.by ? left.0 < right.0 : left.2.by < right.2.by
    }.map(\.2)
    var standing: [Pair: NameLesson] = [:]
    var renames: [String: NameLesson] = [:]
    var last: [Pair: [String: NameLesson]] = [:]
    for lesson in all {
      if lesson.kind == .rename {
        renames[Self.key(lesson.a)] = lesson
        continue
      }
      standing[lesson.pair] = lesson.kind == .undo ? nil : lesson
      if lesson.kind == .undo { renames[Self.key(lesson.a)] = nil }
      last[lesson.pair, default: [:]][lesson.by] = lesson.kind == .undo ? nil : lesson
    }
    var conflicts: [Conflict] = []
    for (pair, lesson) in standing {
      let others = (last[pair] ?? [:]).values.filter { $0.kind != lesson.kind && $0.by != lesson.by }
      if let other = others.min(by: { $0.by < $1.by }) { conflicts.append(Conflict(counts: lesson, overruled: other)) }
    }
    self.conflicts = conflicts.sorted {
      $0.counts.at == $1.counts.at ? $0.counts.a < $1.counts.a : $0.counts.at < $1.counts.at
    }
    self.standing = standing
    self.renames = renames
    groups = Self.groups(standing.values.filter { $0.kind == .join })
  }

  /// Wordings that differ only in spaces, width and punctuation are one.
  static func key(_ wording: String) -> String { TextFolding.bareKey(String(wording.prefix(200))) }

  /// Whether nothing is taught, or all of it was taken back.
  public var isEmpty: Bool { standing.isEmpty && renames.isEmpty }

  /// What counts for two wordings; nil when nothing was taught of them or it was taken back.
  public func lesson(on a: String, _ b: String) -> NameLesson? { standing[Pair(a, b)] }

  /// The name to show for a wording; nil when nobody renamed it.
  public func rename(of wording: String) -> NameLesson? { renames[Self.key(wording)] }

  /// Whether what was taught of `lesson`'s wordings is disputed.
  public func conflict(about lesson: NameLesson) -> Conflict? { conflicts.first { $0.counts.pair == lesson.pair } }

  /// The last lesson of a person that still counts: the one that undo takes back.
  public func last(by person: String) -> NameLesson? {
    all.last { $0.by.hasSameBytes(as: person) && $0.kind != .undo && isStanding($0) }
  }

  private func isStanding(_ lesson: NameLesson) -> Bool {
    lesson.kind == .rename ? renames[Self.key(lesson.a)] == lesson : standing[lesson.pair] == lesson
  }

  /// The group of wordings that a metric belongs to by what was taught; empty for none.
  func group(name: String, canonical: String?) -> Set<String> {
    if groups.isEmpty { return [] }
    var found: Set<String> = []
    if let group = groups[Self.key(name)] { found.insert(group) }
    if let canonical, let group = groups["@" + canonical] { found.insert(group) }
    return found
  }

  /// The join that brought two metrics of one group together: between these very wordings, or else one of the group.
  func join(_ a: String, _ b: String) -> NameLesson? {
    if let lesson = lesson(on: a, b), lesson.kind == .join { return lesson }
    let keys = [Self.key(a), Self.key(b)]
    return all.last { lesson in
      lesson.kind == .join && isStanding(lesson)
        && (keys.contains(lesson.pair.first) || keys.contains(lesson.pair.second))
    }
  }

  /// For every wording that was joined, and every canonical key, the first of its group.
  private static func groups(_ joins: [NameLesson]) -> [String: String] {
    var parent: [String: String] = [:]
    func root(_ key: String) -> String {
      var at = key
      while let next = parent[at], next != at { at = next }
      return at
    }
    for join in joins {
      var keys = [join.pair.first, join.pair.second]
      if let canonical = join.canonical { keys.append("@" + canonical) }
      for key in keys where parent[key] == nil { parent[key] = key }
      let roots = keys.map(root).sorted()
      for other in roots { parent[other] = roots[0] }
    }
    return parent.keys.reduce(into: [:]) { $0[$1] = root($1) }
  }
}
