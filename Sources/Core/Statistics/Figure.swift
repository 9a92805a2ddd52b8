/// A number with what is behind it: it is the length of its list, so that opening it shows exactly what was counted.
public struct Figure: Equatable, Sendable {
  /// Application ids, one for each thing that was counted: an application with two open fixes stands here twice.
  public let behind: [String]

  /// Counts `behind`.
  public init(_ behind: [String]) { self.behind = behind }

  /// The number.
  public var count: Int { behind.count }

  /// The applications, each once, in order.
  public var applications: [String] {
    var seen: Set<String> = []
    return behind.filter { seen.insert($0).inserted }
  }
}

/// How many scores lie where (得分分布).
public struct Histogram: Equatable, Sendable {
  /// Scores from `from` up to, but not including, the next bin's `from`; the last bin holds the maximum too.
  public struct Bin: Equatable, Sendable {
    /// Lowest score, in tenths.
    public let from: Int
    /// The applications.
    public let applications: Figure
  }

  /// The bins from 0 to the maximum.
  public let bins: [Bin]
  /// Width of a bin, in tenths.
  public static let width = 50

  /// - Parameters:
  ///   - scores: applications with their published scores in hundredths.
  ///   - maximum: highest total of the rubric, in tenths.
  public init(_ scores: [(application: String, hundredths: Int)], maximum: Int) {
    let count = max(1, (maximum + Self.width - 1) / Self.width)
    var lists = [[String]](repeating: [], count: count)
    for (application, hundredths) in scores {
      lists[min(count - 1, max(0, hundredths / (Self.width * 10)))].append(application)
    }
    bins = lists.enumerated().map { Bin(from: $0 * Self.width, applications: Figure($1)) }
  }
}
