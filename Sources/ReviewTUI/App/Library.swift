import Core

/// What is known of the workspace's applications while and after they load.
struct Library: Equatable, Sendable {
  /// One application with what the list shows beside it.
  typealias Row = QueryRow

  /// Rows in the order in which they were found (by id).
  private(set) var rows: [Row] = []
  private var positions: [String: Int] = [:]
  /// Files that could not be read, each with the reason.
  var problems: [FileProblem] = []
  /// Number of files found so far.
  var found = 0
  /// Whether every file has been read.
  var isComplete = false
  /// Applications that were there before everything was read again, and have not been found since.
  private var unseen: Set<String> = []
  /// The acting person's own sheets, by application.
  private(set) var reviews: [String: Review] = [:]

  /// Takes in the own sheets and what follows for the stages from everybody's.
  mutating func take(_ reviews: [String: Review], _ stages: [String: Stage]) {
    self.reviews = reviews
    for (id, stage) in stages { update(id) { $0.stage = stage } }
    for (id, review) in reviews { update(id) { $0.ownScore = review.scored == 0 ? nil : review.total } }
  }

  /// Takes in the own sheet of one application after a save.
  mutating func take(_ review: Review, of id: String) {
    reviews[id] = review
    update(id) { row in
      row.ownScore = review.scored == 0 ? nil : review.total
      if row.stage == .registered { row.stage = .reviewing }
    }
  }

  /// Takes in rows from the loader; a row with a known id replaces the one there.
  mutating func add(_ new: [Row]) {
    for var row in new {
      if let position = positions[row.summary.id] {
        if unseen.remove(row.summary.id) != nil {
          // Until they are found out again.
          let old = rows[position]
          (row.stage, row.flags, row.ownScore) = (old.stage, old.flags, old.ownScore)
        }
        rows[position] = row
      } else {
        positions[row.summary.id] = rows.count
        rows.append(row)
      }
    }
  }

  /// Everything is about to be read again; rows that do not come again go when that is over.
  mutating func beginReload() {
    unseen = Set(positions.keys)
    isComplete = false
  }

  /// Everything has been read.
  mutating func finish(_ problems: [FileProblem]) {
    self.problems = problems
    isComplete = true
    let gone = unseen
    unseen = []
    for id in gone { remove(id) }
  }

  /// Takes an application out whose file is gone or cannot be read.
  mutating func remove(_ id: String) {
    guard let position = positions[id] else { return }
    rows.remove(at: position)
    positions = Dictionary(rows.enumerated().map { ($1.summary.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes in what the sheets of one application say now.
  mutating func take(_ own: Review?, stage: Stage, of id: String) {
    reviews[id] = own
    update(id) { row in
      row.stage = stage
      row.ownScore = own.flatMap { $0.scored == 0 ? nil : $0.total }
    }
  }

  /// Puts `new` in the place of the problems of files whose path starts with one of `paths`.
  mutating func replaceProblems(below paths: [String], by new: [FileProblem]) {
    problems.removeAll { problem in paths.contains { problem.file.utf8.starts(with: $0.utf8) } }
    problems += new
  }

  /// The row of an application.
  func row(_ id: String) -> Row? { positions[id].map { rows[$0] } }

  /// Changes the row of an application in place.
  mutating func update(_ id: String, _ change: (inout Row) -> Void) {
    guard let position = positions[id] else { return }
    change(&rows[position])
  }
}
