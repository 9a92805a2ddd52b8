/// Looks through a whole workspace: every record parsed, every copy and journal compared. Changes nothing but removes
/// temporary files that a dead process left.
public struct WorkspaceHealth: Equatable, Sendable {
  /// How many files of a kind were read.
  public struct Count: Equatable, Sendable {
    /// The folder, for example `applications`.
    public let folder: String
    /// Files that could be read.
    public let readable: Int
  }

  /// What was read.
  public private(set) var counts: [Count] = []
  /// What is wrong.
  public private(set) var problems: [FileProblem] = []
  /// Temporary files that were removed.
  public private(set) var removed: [String] = []

  /// Inspects `workspace`; `now` in seconds since 1970 tells which temporary files of other machines are old.
  public init(of workspace: Workspace, now: Int) {
    var program: Program?
    attempt { () throws(FileProblem) in program = try workspace.program() }
    attempt { () throws(FileProblem) in _ = try workspace.roster() }
    inspectApplications(workspace)
    inspectSummaries(workspace)
    inspectAssignments(workspace)
    inspectNames(workspace)
    let journals = inspectJournals(workspace)
    if let program {
      inspectReviews(workspace, program.rubric, journals)
      inspectVisits(workspace, program, journals)
    }
    inspectDecisions(workspace)
    problems += workspace.newerCopies()
    sweep(workspace, now: now)
  }

  private mutating func attempt(_ body: () throws(FileProblem) -> Void) {
    do throws(FileProblem) { try body() } catch { problems.append(error) }
  }

  /// The listing of a folder; its own problems are noted.
  private mutating func listing(
    _ open: () throws(FileError) -> RecordFolder, _ list: (RecordFolder) throws(FileError) -> RecordFolder.Listing
  ) -> (RecordFolder, [RecordID])? {
    do throws(FileError) {
      let folder = try open()
      let listing = try list(folder)
      problems += listing.problems
      return (folder, listing.records)
    } catch {
      problems.append(FileProblem(error))
      return nil
    }
  }

  private mutating func inspectApplications(_ workspace: Workspace) {
    let found = listing(
      { () throws(FileError) in try workspace.applications() }, { (f) throws(FileError) in try f.listing() })
    guard let (folder, ids) = found else { return }
    var readable = 0
    for id in ids {
      attempt { () throws(FileProblem) in
        _ = try folder.application(id)
        readable += 1
        if try folder.document(id).hasByteOrderMark {
          throw FileProblem(file: WorkspaceLayout.application(id).description, reason: .byteOrderMark)
        }
      }
    }
    counts.append(Count(folder: "applications", readable: readable))
  }

  private mutating func inspectSummaries(_ workspace: Workspace) {
    let found = listing(
      { () throws(FileError) in try workspace.summaries() }, { (f) throws(FileError) in try f.listing() })
    guard let (_, units) = found else { return }
    var readable = 0
    for unit in units {
      attempt { () throws(FileProblem) in
        if try workspace.summary(unit: unit) != nil { readable += 1 }
      }
    }
    if !units.isEmpty { counts.append(Count(folder: "summaries", readable: readable)) }
  }

  private mutating func inspectAssignments(_ workspace: Workspace) {
    let found = listing(
      { () throws(FileError) in try workspace.assignments() }, { (f) throws(FileError) in try f.listing() })
    guard let (_, ids) = found else { return }
    var readable = 0
    for id in ids {
      attempt { () throws(FileProblem) in
        _ = try workspace.assignment(id)
        readable += 1
      }
    }
    counts.append(Count(folder: "assignments", readable: readable))
  }

  /// Names are taught by few; a workspace without them has no such folder.
  private mutating func inspectNames(_ workspace: Workspace) {
    do throws(FileError) {
      let listed = try workspace.names().listing().records.count
      let book = try NameStore(workspace, state: nil).load(for: nil)
      problems += book.problems
      if listed > 0 { counts.append(Count(folder: "names", readable: max(0, listed - book.problems.count))) }
    } catch {
      problems.append(FileProblem(error))
    }
  }

  private mutating func inspectJournals(_ workspace: Workspace) -> [RecordID: JournalReport] {
    var reports: [RecordID: JournalReport] = [:]
    let found = listing(
      { () throws(FileError) in try workspace.journals() }, { (f) throws(FileError) in try f.listing(suffix: ".jsonl") }
    )
    guard let (_, people) = found else { return reports }
    for person in people {
      attempt { () throws(FileProblem) in
        do throws(FileError) {
          reports[person] = try Journal(of: person, in: workspace).report()
        } catch {
          throw FileProblem(error)
        }
      }
      for (line, fault) in reports[person]?.faults ?? [] {
        let file = WorkspaceLayout.journal(person).description
        problems.append(FileProblem(file: file, line: line, reason: .journal(fault)))
      }
    }
    counts.append(Count(folder: "journal", readable: reports.count))
    return reports
  }

  private mutating func inspectReviews(_ workspace: Workspace, _ rubric: Rubric, _ journals: [RecordID: JournalReport])
  {
    let found = listing(
      { () throws(FileError) in try workspace.reviewed() }, { (f) throws(FileError) in try f.folders() })
    guard let (_, applications) = found else { return }
    let store = ReviewStore(workspace, state: nil, rubric: rubric)
    var readable = 0
    for application in applications {
      let inside = listing(
        { () throws(FileError) in try workspace.reviews(of: application) }, { (f) throws(FileError) in try f.listing() }
      )
      for reviewer in inside?.1 ?? [] {
        attempt { () throws(FileProblem) in
          let sheet = try store.load(application, reviewer: reviewer)
          readable += 1
          let file = WorkspaceLayout.review(application, reviewer: reviewer).description
          let last = journals[reviewer]?.last(writing: file)?.after
          if last != sheet.digest { throw FileProblem(file: file, reason: .notInJournal) }
        }
      }
      inspectHistory(workspace, ["reviews", application.text, "history"])
    }
    counts.append(Count(folder: "reviews", readable: readable))
  }

  /// Visits: seals, signatures and evidence. The head must be what the journal of its lead, or of who planned it, saw last.
  private mutating func inspectVisits(
    _ workspace: Workspace, _ program: Program, _ journals: [RecordID: JournalReport]
  ) {
    let found = listing(
      { () throws(FileError) in try workspace.inspected() }, { (f) throws(FileError) in try f.folders() })
    guard let (_, applications) = found else { return }
    let store = InspectionStore(workspace, state: nil, program: program)
    var readable = 0
    for application in applications {
      let inside = listing(
        { () throws(FileError) in try workspace.inspections(of: application) },
        { (f) throws(FileError) in try f.listing() })
      for visit in inside?.1 ?? [] {
        var whole: InspectionStore.Whole?
        attempt { () throws(FileProblem) in whole = try store.loadWhole(application, visit: visit) }
        guard let whole else { continue }
        readable += 1
        problems += whole.problems
        problems += store.faults(of: whole, journals)
        inspectHistory(workspace, ["inspections", application.text, visit.text, "history"])
      }
      inspectHistory(workspace, ["inspections", application.text, "history"])
    }
    if !applications.isEmpty { counts.append(Count(folder: "inspections", readable: readable)) }
  }

  /// Decisions are few; a workspace without them is not told that it has none.
  private mutating func inspectDecisions(_ workspace: Workspace) {
    let found = listing(
      { () throws(FileError) in try workspace.decisions() }, { (f) throws(FileError) in try f.listing() })
    guard let (_, ids) = found else { return }
    let store = DecisionStore(workspace, state: nil)
    var readable = 0
    for id in ids {
      attempt { () throws(FileProblem) in
        _ = try store.load(id)
        readable += 1
      }
    }
    inspectHistory(workspace, ["decisions", "history"])
    if !ids.isEmpty { counts.append(Count(folder: "decisions", readable: readable)) }
  }

  /// The copies in `history/` must be what their names say: the digest stands in the name.
  private mutating func inspectHistory(_ workspace: Workspace, _ parts: [String]) {
    do throws(FileError) {
      let folder = try workspace.root.folder(parts[...])
      for name in try folder.names() where name.meaning(suffix: ".json") != .ownTemporary && name.kind != .folder {
        let digest = Digest.sha256Hex(try folder.read(name.text, max: Workspace.largestFile))
        if !name.text.hasSuffix("-\(digest.prefix(12)).json") {
          problems.append(FileProblem(file: folder.path(of: name.text), reason: .changedCopy))
        }
      }
    } catch {
      if error.reason != .missing { problems.append(FileProblem(error)) }
    }
  }

  /// In every folder that records or copies of files may be in: killed saves and imports leave temporary files there.
  private mutating func sweep(_ workspace: Workspace, now: Int) {
    removed += Sweep.removeOld(in: workspace.root, now: now)
    for name in WorkspaceLayout.folders + ["names"] {
      sweep(workspace.root, name, deeper: 3, now: now)
    }
  }

  /// One folder and what is in it, `deeper` times; a folder that cannot be read is left alone.
  private mutating func sweep(_ parent: Folder, _ name: String, deeper: Int, now: Int) {
    do throws(FileError) {
      let folder = try parent.folder(name)
      removed += Sweep.removeOld(in: folder, now: now)
      guard deeper > 0 else { return }
      for inner in try folder.names() where inner.kind == .folder || inner.kind == .unknown {
        sweep(folder, inner.text, deeper: deeper - 1, now: now)
      }
    } catch {}
  }
}
