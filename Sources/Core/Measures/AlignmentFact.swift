/// One reason why a metric stands in its row, or does not stand in another.
public enum AlignmentFact: Equatable, Sendable {
  /// The wording is the canonical name itself.
  case canonicalName(String)
  /// The wording contains a synonym of the canonical name.
  case synonym(String, of: String)
  /// The file names this canonical key; today's dictionary would not find it.
  case recorded(String)
  /// The wording is the same as another of the row once spaces, width and punctuation are set aside.
  case folded(String)
  /// The wording is like another of the row, by so many per cent.
  case alike(String, percent: Int)
  /// A person joined it with another wording.
  case joined(with: String, by: String, at: String)
  /// A person keeps it apart from another wording.
  case keptApart(from: String, by: String, at: String)
  /// A person's lesson about it was overruled by this later one.
  case disputed(by: String, at: String)
  /// A person gave it this name.
  case renamed(String, by: String, at: String)
  /// The value was brought from one unit into another.
  case converted(from: String, to: String)
  /// The value cannot be given in the row's unit exactly.
  case notConverted(from: String, to: String)
  /// A like name stands in another row because the units measure different things.
  case unitsDiffer(name: String, unit: String, other: String)
  /// A like name stands in another row because the same application has another metric there.
  case placeTaken(name: String)
  /// Nothing like it was found.
  case alone

  /// Whether a person's lesson is the reason.
  public var isTaught: Bool {
    switch self {
    case .joined, .keptApart, .disputed, .renamed: true
    default: false
    }
  }
}
