/// All journals of a workspace read together: the acts of everybody in the order in which they were done, and for each
/// file the acts that wrote it.
///
/// The order follows the chains: the lines of a journal, and for a file the digests before and after each act. The stated
/// times only decide where no chain does, so a wrong clock never moves an act over one that it builds on.
public struct JournalBook: Sendable {
  /// One line of a journal.
  public struct Act: Equatable, Sendable {
    /// Whose journal it stands in.
    public let person: RecordID
    /// The line, from 1.
    public let number: Int
    /// What it says.
    public let entry: JournalEntry
    /// What is odd about its place.
    public internal(set) var marks: [Mark] = []
  }

  /// What is odd about the place of an act.
  public enum Mark: String, Equatable, Sendable {
    /// What stood in the file before is in no journal.
    case gap
    /// Another act follows the same revision.
    case fork
    /// The stated time is before that of an act that it follows.
    case clock
    /// The line, or its place in the journal, is not what it was.
    case line
  }

  /// The journals by person.
  public private(set) var reports: [RecordID: JournalReport] = [:]
  /// Journals that cannot be read, and names that do not belong there.
  public private(set) var problems: [FileProblem] = []
  /// Everybody's acts, oldest first.
  public private(set) var acts: [Act] = []
  /// For each file the places of its acts in `acts`.
  public private(set) var chains: [String: [Int]] = [:]

  /// Reads all journals.
  public init(of workspace: Workspace) {
    do throws(FileError) {
      let listing = try workspace.journals().listing(suffix: ".jsonl")
      problems += listing.problems
      for person in listing.records {
        do throws(FileError) {
          reports[person] = try Journal(of: person, in: workspace).report()
        } catch {
          problems.append(FileProblem(error))
        }
      }
    } catch {
      problems.append(FileProblem(error))
    }
    arrange()
  }

  /// The acts that wrote `file`, oldest first.
  public func acts(writing file: String) -> [Act] { (chains[file] ?? []).map { acts[$0] } }

  /// Whether the revisions of `file` are counted one by one, and every one has a line.
  static func isCounted(_ file: String) -> Bool {
    ["reviews/", "inspections/", "decisions/"].contains { file.hasPrefix($0) }
  }

  private mutating func arrange() {
    var merge = JournalMerge(reports)
    while let act = merge.next() {
      if let file = Self.file(of: act.entry) { chains[file, default: []].append(acts.count) }
      acts.append(act)
    }
    for (file, places) in chains { mark(places, isCounted: Self.isCounted(file)) }
  }

  /// The file that the act left in a new state, as a path that can be looked for.
  static func file(of entry: JournalEntry) -> String? {
    guard let file = entry.file, entry.after != nil, file.utf8.allSatisfy({ $0 < 0x80 }), WorkspacePath(file) != nil
    else { return nil }
    return file
  }

  private mutating func mark(_ places: [Int], isCounted: Bool) {
    var left: Set<String> = []
    var last: JournalEntry?
    for place in places {
      let entry = acts[place].entry
      if let last {
        if entry.before == last.after {
          if isCounted, let old = last.revision, entry.revision != old + 1 { acts[place].marks.append(.gap) }
        } else {
          acts[place].marks.append(entry.before.map { left.contains($0) } ?? true ? .fork : .gap)
        }
        if let time = PointInTime(entry.at), let before = PointInTime(last.at), time < before {
          acts[place].marks.append(.clock)
        }
      } else if isCounted, entry.before != nil || entry.revision != 1 {
        acts[place].marks.append(.gap)
      }
      if let after = entry.after { left.insert(after) }
      last = entry
    }
  }
}
