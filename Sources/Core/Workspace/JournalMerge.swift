/// Puts the lines of all journals into one order: each journal's lines in theirs, no act before one whose result it builds
/// on, and where that leaves a choice, the earlier time first.
struct JournalMerge {
  private struct Line {
    let act: JournalBook.Act
    let time: PointInTime?
    /// What must be done before: states of files, as file and digest.
    let needs: [String]
    let makes: String?
  }

  private let people: [[Line]]
  private var places: [Int]
  /// How often each state is still to come.
  private var ahead: [String: Int] = [:]

  init(_ reports: [RecordID: JournalReport]) {
    people = reports.sorted { $0.key < $1.key }.map { person, report in
      let broken = Set(report.faults.filter { $0.fault != .torn }.map(\.line))
      return report.lines.map { Self.line($0, person, isBroken: broken.contains($0.number)) }
    }
    places = people.map { _ in 0 }
    for lines in people {
      for line in lines { if let state = line.makes { ahead[state, default: 0] += 1 } }
    }
  }

  private static func line(_ line: JournalReport.Line, _ person: RecordID, isBroken: Bool) -> Line {
    let entry = line.entry
    let file = JournalBook.file(of: entry)
    var needs: [String] = []
    if let file, let before = entry.before { needs.append(file + "|" + before) }
    // A return speaks of a sheet that was submitted before.
    if let sheet = entry.detail["sheet"]?.string, let reviewer = entry.detail["reviewer"]?.string,
      let application = file.flatMap({ WorkspacePath($0)?.application })
    {
      needs.append("reviews/\(application)/\(reviewer).json|\(sheet)")
    }
    var act = JournalBook.Act(person: person, number: line.number, entry: entry)
    if isBroken { act.marks.append(.line) }
    return Line(
      act: act, time: PointInTime(entry.at), needs: needs,
      makes: file.flatMap { file in entry.after.map { file + "|" + $0 } })
  }

  /// The next act; nil when all are done.
  mutating func next() -> JournalBook.Act? {
    var best: Int?
    var isFree = false
    for (person, place) in places.enumerated() where place < people[person].count {
      let line = people[person][place]
      let free = line.needs.allSatisfy { ahead[$0] ?? 0 == 0 }
      guard let chosen = best else {
        (best, isFree) = (person, free)
        continue
      }
      // With lines that wait for each other, somebody made one up; then the times decide.
      if free != isFree {
        if free { (best, isFree) = (person, true) }
      } else if let time = line.time, let other = people[chosen][places[chosen]].time, time < other {
        best = person
      }
    }
    guard let best else { return nil }
    var act = people[best][places[best]].act
    if !isFree { act.marks.append(.clock) }
    if let state = people[best][places[best]].makes { ahead[state, default: 1] -= 1 }
    places[best] += 1
    return act
  }
}
